"""Facts, tenures and conflicts as lines with their proof."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from whence.ask.answers import Line
from whence.ask.cite import Citer
from whence.ask.statements import Reader
from whence.ask.wording import (
    certainty_in_words,
    chain_in_words,
    dated_in_words,
    event_in_words,
    in_words,
    time_in_words,
)
from whence.model import Claim, Conflict, Fact, Judgement, Side, Tenure
from whence.reconcile.dates import agree
from whence.reconcile.facts import FIRM
from whence.store import CaseView
from whence.vocab import predicate

_DONE = {"add": "entered", "accept": "accepted", "correct": "corrected"}
_WORDED = frozenset({"responsibility", "status"})  # kinds of disagreement whose sides are told in words
_WORDS = 100  # characters of a side's words on its line
TAKE_SIDES = "Take a side: whence claim accept ID --by YOU; the ids: whence claim list NAME"
PLACES = 4  # citations shown on one line; JSON has every claim's id


class Teller:
    """Puts derived things into lines; every line cites the sentences of its claims."""

    def __init__(self, view: CaseView) -> None:
        self.view = view
        self.reader = Reader(view)
        self.citer = Citer(view)
        self._acts: dict[str, list[str]] | None = None
        self._notes: set[str] | None = None

    def fact(self, fact: Fact, *, sources: bool = True) -> Line:
        """One fact, when it held, how sure it is and by whom it is told; `sources`: in how many documents too."""
        claims = list(self.view.claims(fact.claims))
        return Line(
            text=in_words(fact.predicate, fact.args, fact.polarity, self._triggers(claims)),
            when=self._when(fact, claims),
            note=self._note(fact, claims) if sources else self._told_by(claims),
            status=fact.status,
            claims=fact.claims,
            citations=self.cite(claims),
            entities=tuple(dict.fromkeys(a.entity for a in fact.args if a.entity)),
        )

    def _triggers(self, claims: Sequence[Claim]) -> list[str]:
        """The words that tell each claim; none where a person entered one without."""
        spans = [c.trigger for c in claims if c.trigger]
        return [self.reader.quote(span) for span in spans] if len(spans) == len(claims) else []

    def facts(self, facts: Iterable[Fact]) -> tuple[Line, ...]:
        """Several facts in the order given."""
        return tuple(map(self.fact, facts))

    def tenure(self, tenure: Tenure, doubt: str = "") -> Line:
        """One spell in a post; `doubt` says what is not sure about it."""
        claims = list(self.view.claims(tenure.claims))
        holder, body, to = (self._name(x) for x in (tenure.holder, tenure.body, tenure.to))
        sent = f" to {to}" if to and (self.reader.is_entity(tenure.to) or not to.islower()) else ""
        named = f"{holder} – {tenure.post}" + (f" of {body}" if body else "") + sent
        text = named if tenure.post else f"{holder} served at {body}"
        first = _marked(tenure.first, [c for c in claims if c.valid.start == tenure.first])
        last = _marked(tenure.last, [c for c in claims if c.valid.end == tenure.last])
        when = time_in_words(first, last, starts=tenure.starts, ends=tenure.ends)
        return Line(
            text=text,
            when=when + _told_otherwise(tenure.first, tenure.last, claims),
            note="; ".join(filter(None, [self._told_by(claims), doubt])),
            claims=tenure.claims,
            citations=self.cite(claims),
            entities=tuple(x for x in (tenure.holder, tenure.body, tenure.to) if self.reader.is_entity(x)),
        )

    def where(self, tenure: Tenure) -> tuple[str, str]:
        """The names of the body and of the addressee of a post."""
        return self._name(tenure.body), self._name(tenure.to)

    def conflict(self, conflict: Conflict) -> Line:
        """One disagreement with what each side holds."""
        sides, numbers = [], list[int]()
        for side in conflict.sides:
            cited = self.cite(list(self.view.claims(side.claims)))
            numbers += cited
            taken = f" (chosen: {self._signed(side.claims)})" if side.chosen else ""
            sides.append(f"{side.value}{taken}{self._worded(conflict.kind, side)} {marks(cited)}".strip())
        claims = tuple(c for side in conflict.sides for c in side.claims)
        told = "" if conflict.status == "open" else f"; {conflict.status}"
        if all(c.predicate == "born" for c in self.view.claims(claims)):
            told += "; nobody is born twice: if these are two of one name, whence split NAME --document DOC"
        return Line(
            conflict.about,
            note=" or ".join(sides) + told,
            status=conflict.kind,
            claims=claims,
            citations=tuple(numbers),
        )

    def _worded(self, kind: str, side: Side) -> str:
        """The first source of a side and its date; and its words, where the value is no figure, day or name."""
        first = next(iter(self.view.claims(side.claims)), None)
        if first is None:
            return ""
        known = self.citer.about(first.evidence.doc_id)
        published = dated_in_words(known.published, inferred=known.published_inferred)
        origin = ", ".join(filter(None, [known.publisher or known.title, published]))
        words = f" “{_cut(self.citer.quote(first.evidence))}”" if kind in _WORDED else ""
        return f"{':' if words else ''}{words}{f' ({origin})' if origin else ''}"

    def claim(self, claim: Claim) -> Line:
        """One claim by itself."""
        (said,) = self.reader.statements([claim])
        line = Line(
            text=in_words(claim.predicate, said.args, claim.polarity, self._triggers([claim])),
            when=_spell(claim) + _inferred([claim]),
            note=self._told_by([claim]),
            claims=(claim.id,),
            citations=self.cite([claim]),
            entities=tuple(dict.fromkeys(a.entity for a in said.args if a.entity)),
        )
        return replace(line, status=f"{claim.certainty}, {claim.proof}" if claim.proof else claim.certainty)

    def signed(self, claim: Claim) -> str:
        """By whom a claim was entered, accepted or corrected; nothing for what only a machine read."""
        if claim.status == "machine":
            return ""
        if self._acts is None:
            said = {j.id: j for j in self.view.judgements()}
            signed = [s for s in self.view.signed() if s.claim]
            self._acts = {s.claim.id: _acts([said[i] for i in s.judgements if i in said]) for s in signed if s.claim}
        return "; ".join(self._acts.get(claim.id) or [f"{claim.status} by a person"])

    def _signed(self, ids: Sequence[str]) -> str:
        return "; ".join(dict.fromkeys(filter(None, map(self.signed, self.view.claims(ids)))))

    def cite(self, claims: Sequence[Claim]) -> tuple[int, ...]:
        """The numbers of the sentences that prove claims, the first few, each once."""
        spans = dict.fromkeys(claim.evidence for claim in claims)
        return tuple(self.citer.cite(span) for span in list(spans)[:PLACES])

    def _when(self, fact: Fact, claims: Sequence[Claim]) -> str:
        if predicate(fact.predicate).lasts:
            start, starts = _edge(fact.start, [c.valid.start for c in claims if c.valid.starts])
            end, ends = _edge(fact.end, [c.valid.end for c in claims if c.valid.ends])
            when = time_in_words(start, end, starts=starts, ends=ends)
            return when + _told_otherwise(start, end, claims) + _inferred(claims)
        return event_in_words(fact.start, fact.end) + _inferred(claims)

    def _note(self, fact: Fact, claims: Sequence[Claim]) -> str:
        told = self._told_by(claims)
        label = {"corroborated": self._sources(fact), "disputed": "disputed"}.get(fact.status, "")
        return "; ".join(filter(None, [label, told]))

    def _sources(self, fact: Fact) -> str:
        """How many documents tell a fact, and how many notes of people, which are none."""
        if self._notes is None:
            self._notes = {note.document.id for note in self.view.notes()}
        notes = sum(doc_id in self._notes for doc_id in fact.documents)
        counted = (f"{n} {word}" + ("s" if n != 1 else "") for n, word in (
            (len(fact.documents) - notes, "document"), (notes, "note")) if n)  # fmt: skip
        return " and ".join(counted)

    def _told_by(self, claims: Sequence[Claim]) -> str:
        """Nothing where a document vouches itself; else the first two ways in which it is put; and who signed it."""
        return "; ".join(filter(None, [self._put(claims), *dict.fromkeys(map(self.signed, claims))]))

    def _put(self, claims: Sequence[Claim]) -> str:
        if any(c.own_voice and c.certainty in FIRM and c.polarity == "affirmed" for c in claims):
            return "; ".join(filter(None, [_firm_words(claims), self._credit(claims)]))
        ways = dict.fromkeys(self._way(claim) for claim in claims)
        return "; ".join(list(filter(None, ways))[:2])

    def _credit(self, claims: Sequence[Claim]) -> str:
        """Whose pictures the captions are that say it, where nothing but captions with a credit does."""
        if not all(c.attribution and c.own_voice for c in claims):
            return ""
        return f"caption of {' and '.join(dict.fromkeys(v for c in claims for v in self.reader.voices(c)))}"

    def _way(self, claim: Claim) -> str:
        # A speech claim begins with its own speaker, who stands in the line already.
        voices = self.reader.voices(claim)
        own = {a.entity or a.words for s in self.reader.statements([claim]) for a in s.args[:1]}
        if voices and predicate(claim.predicate).group == "speech" and self._same_voice(claim, own):
            voices = voices[1:]
        return ", ".join(filter(None, [certainty_in_words(claim.certainty), chain_in_words(voices)]))

    def _same_voice(self, claim: Claim, own: set[str]) -> bool:
        return self.view.roles_of(claim.id).get("attribution.0") in own or self.reader.voices(claim)[0] in own

    def _name(self, key: str) -> str:
        return self.reader.name(key) if self.reader.is_entity(key) else key


def _edge(date: str | None, stated: Sequence[str | None]) -> tuple[str | None, bool]:
    """A date on which something held, and whether it is the edge itself; a stated edge goes before a day within."""
    return (date, bool(stated)) if date in stated or not stated else (stated[0], True)


def _cut(words: str) -> str:
    """The first words of a sentence, as many as a line takes."""
    words = " ".join(words.split()).strip(' "“”')
    return words if len(words) <= _WORDS else f"{words[:_WORDS].rpartition(' ')[0]} ..."


def _acts(said: Sequence[Judgement]) -> list[str]:
    """Who entered a claim, who put it right last, who accepted what it is since then."""
    last = max((n for n, j in enumerate(said) if j.verdict == "correct"), default=0)
    acts = [j for n, j in enumerate(said) if j.verdict == "add" or n >= last]
    return list(dict.fromkeys(f"{_DONE[j.verdict]} by {j.who}" for j in acts if j.verdict in _DONE))


def _spell(claim: Claim) -> str:
    """When one claim held, as everywhere: *since 2014*, *2014 to 2023*; an event lies on a day or between two."""
    valid = claim.valid
    if predicate(claim.predicate).lasts:
        return time_in_words(valid.start, valid.end, starts=valid.starts, ends=valid.ends) or valid.edtf or ""
    return event_in_words(valid.start, valid.end) or valid.edtf or ""


def _told_otherwise(start: str | None, end: str | None, claims: Sequence[Claim]) -> str:
    """Other starts and ends that are stated: a disagreement is shown wherever the date is."""
    other = dict.fromkeys(c.valid.start for c in claims if c.valid.starts and not agree(start, c.valid.start))
    lasting = [c for c in claims if predicate(c.predicate).lasts]
    until = dict.fromkeys(c.valid.end for c in lasting if c.valid.ends and not agree(end, c.valid.end))
    told = [*filter(None, other), *(f"until {e}" for e in until if e)]
    return f"; elsewhere {', '.join(told)}" if told else ""


def _marked(date: str | None, claims: Sequence[Claim]) -> str | None:
    """A date, with a word behind it where no claim that has it states it."""
    return f"{date}, inferred" if date and claims and all(c.valid.inferred for c in claims) else date


def _firm_words(claims: Sequence[Claim]) -> str:
    sure = {c.certainty for c in claims if c.own_voice}
    return "" if "asserted" in sure else certainty_in_words(min(sure & FIRM, default="asserted"))


def _inferred(claims: Sequence[Claim]) -> str:
    dated = [c for c in claims if c.valid.start or c.valid.end]
    return ", inferred" if dated and all(c.valid.inferred for c in dated) else ""


def marks(numbers: Sequence[int]) -> str:
    """Citation numbers as they stand behind a line: ``[1][4]``."""
    return "".join(f"[{n}]" for n in numbers)
