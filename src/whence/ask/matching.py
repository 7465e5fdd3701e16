"""Which claims say what a question asks: roles laid beside arguments, and how firmly each fits."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from whence.ask.asked import BESIDE, DESCRIBED, SAID, Frame, Hole, Phrase, Question, answers, words
from whence.ask.dates import parse_day, was_known
from whence.ask.fillings import Fillings
from whence.ask.likeness import act_of, ended, leads, post_fits
from whence.ask.statements import Reader
from whence.model import Claim, Filled, Span, Statement
from whence.reconcile.facts import FIRM
from whence.store import CaseView
from whence.text.fold import fold

_PLACES = frozenset({"place", "facility"})
_WORDS = 40  # characters before a post in which the rest of its words may stand
_NEAR = 300  # characters: a sentence before the claim's own and one after it


@dataclass(frozen=True, slots=True)
class Found:
    """What one claim puts into a hole. `key` tells two answers apart; `fit` is SAID, DESCRIBED or BESIDE.

    `loose`: the claim says something near what is asked.
    """

    hole: Hole
    key: str
    text: str
    entity: str | None
    statement: Statement
    claim: Claim
    fit: int
    why: str = ""
    loose: bool = False

    @property
    def firm(self) -> bool:
        """Whether the claim itself is put firmly, not under suspicion or report."""
        return self.claim.certainty in FIRM


class Matcher:
    """Lays the frames of one question beside the claims of a case."""

    def __init__(self, view: CaseView, reader: Reader, question: Question, *, deaf: bool = False) -> None:
        self.view, self.reader, self.question, self.deaf = view, reader, question, deaf
        self._places: dict[str, dict[str, list[Span]]] = {}
        self._names: dict[str, tuple[str, ...]] = {}
        self._by = parse_day(question.known_by)
        self._fillings = Fillings(view, reader, question)

    @cached_property
    def bodies(self) -> Mapping[str, tuple[str, str]]:
        """Of each claim the body and addressee of the tenure that it was joined to."""
        return {claim: (t.body, t.to) for t in self.view.tenures() for claim in t.claims}

    @cached_property
    def _denials(self) -> Mapping[str, Sequence[Claim]]:
        """Of each document the claims that somebody denies it, and do not say what."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.view.claims(predicate="denies"):
            if len(claim.arguments) == 1:
                found[claim.evidence.doc_id].append(claim)
        return found

    def found(self, frame: Frame) -> Iterator[Found]:
        """Everything that claims put into the holes of a frame, also claims of near predicates."""
        for asked, loose in self._ways(frame):
            for claim in self.view.claims(predicate=asked.predicate):
                if self._passes(claim):
                    (statement,) = self.reader.statements([claim])
                    for turned in self._turned(asked):
                        yield from self._match(turned, statement, claim, loose)

    def denials(self, found: Found) -> Iterator[Found]:
        """Right behind a claim, that somebody who is named in the question denies it: "The firm denies it"."""
        asked = {i for n in self.question.names for i in n.entities}
        place = found.claim.evidence
        for claim in self._denials.get(place.doc_id, ()):
            if not 0 <= claim.evidence.start - place.end < _NEAR:
                continue
            speaker = self.view.roles_of(claim.id).get("args.0")
            if speaker in asked and self._passes(claim):
                (statement,) = self.reader.statements([claim])
                why = f"{self.reader.name(speaker)} denies it"
                yield Found(found.hole, "no", "no", None, statement, claim, DESCRIBED, why)

    def _turned(self, frame: Frame) -> Iterator[Frame]:
        """The frame, and with its two sides in each other's place where they may be."""
        yield frame
        roles = answers()["either_way"].get(frame.predicate)
        if frame.predicate == "family_of" and not frame.post:
            roles = ["person", "relative"]  # of the married
        if roles:
            yield _swapped(frame, roles)

    def _ways(self, frame: Frame) -> Iterator[tuple[Frame, bool]]:
        yield frame, False
        for kin in answers()["kin_back"].get(frame.post, ()) if frame.predicate == "family_of" else ():
            yield _swapped(replace(frame, post=kin), ("person", "relative")), True
        for way in answers()["ways"].get(frame.predicate, ()):
            if "asked_post" in way and not leads(frame.post):
                continue
            roles: Mapping[str, str] = way["roles"]
            if any(h.role and h.role not in roles for h in frame.holes):
                continue
            given = tuple((roles.get(role, ""), phrase) for role, phrase in frame.given)
            holes = tuple(replace(h, role=roles.get(h.role, "")) for h in frame.holes)
            post = frame.post if "post" in roles else "*head" if "post" in way else ""
            turned = replace(frame, predicate=way["claim"], given=given, holes=holes, post=post)
            yield turned, bool(way.get("loose"))

    # Which claims may answer at all

    def _passes(self, claim: Claim) -> bool:
        heard = self.question.whether or self.question.each  # each side is asked for, also one that is set aside
        if claim.certainty in words("unreal") or (claim.polarity == "denied" and not heard):
            return False
        return self._published(claim) and self._told(claim)

    def _published(self, claim: Claim) -> bool:
        return self._by is None or was_known(self.reader.about(claim.evidence.doc_id), self._by)

    def _told(self, claim: Claim) -> bool:
        """Whether the claim comes through those whose word is asked for; one without a name lets all pass if `deaf`."""
        for teller in self.question.tellers:
            ids = frozenset(i for n in teller.names for i in n.entities)
            if not teller.names and self.deaf:
                continue
            voices = {e for place, e in self.view.roles_of(claim.id).items() if place.startswith("attribution.")}
            publisher = fold(self.reader.about(claim.evidence.doc_id).publisher)
            known = {fold(teller.words).removeprefix("the "), *(fold(self.reader.name(i)) for i in ids)}
            said = " ".join(fold(v) for v in self.reader.voices(claim))
            by_name = any(name and (name in publisher or name in said) for name in known)
            if not (voices & ids or by_name or (publisher and any(publisher in name for name in known))):
                return False
        return True

    # One frame beside one claim

    def _match(self, frame: Frame, statement: Statement, claim: Claim, loose: bool) -> Iterator[Found]:
        fit, whys = DESCRIBED if loose else SAID, ["the claim says something near"] if loose else []
        strong = False  # whether somebody stands in the claim besides the body of the post
        for role, phrase in frame.given:
            how, why = self._fits(role, phrase, statement)
            if not how:
                return
            strong = strong or (how == SAID and role not in ("of", "to", ""))
            fit, whys = min(fit, how), whys + [why] * bool(why)
        if loose and fit == BESIDE:
            return  # something near that holds the names only beside it says nothing
        how, why = post_fits(frame, statement, self._before_post(claim))
        # Of a claim that leaves out both the post and the body nothing is left that the question names.
        if not how or (fit == BESIDE and not strong and (how == BESIDE or frame.post == "*head")):
            return
        fit, whys = min(fit, how), whys + [why] * bool(why)
        for role, word in frame.means:
            arg = statement.get(role)
            if arg and role == "kin" and not _same_kin(word, arg.words):
                return
            if arg is None or word not in arg.words:
                fit, whys = min(fit, DESCRIBED), [*whys, f"the claim does not say {word}"]
        if not any(phrase.names for _, phrase in frame.given):
            doubt = self._shared(frame, statement, fit)
            if doubt is None:
                return  # a claim that shares nothing with the question but its verb is no answer
            fit, whys = min(fit, DESCRIBED if doubt else SAID), whys + [doubt] * bool(doubt)
        if frame.predicate == "counts" and not self._counts_it(frame, statement):
            return
        if (other := self._other_act(frame, claim)) is not None:
            if self.question.whether:
                return
            fit, whys = BESIDE, [*whys, f"the claim says {other!r}"]
        if frame.says:
            fit, whys = min(fit, DESCRIBED), [*whys, "the figure stands in a sentence that tells of it"]
        if frame.word and not self._worded(frame, statement):
            if frame.predicate == "counts":
                return
            fit, whys = min(fit, DESCRIBED), [*whys, f"the sentence does not say {frame.word}"]
        if frame.ends and not ended(claim):
            return
        if statement.polarity == "denied" and not self.question.whether:
            fit, whys = min(fit, DESCRIBED), [*whys, "denied"]
        for hole in frame.holes or (Hole("whether"),):
            for f in self._fillings.find(hole, statement, claim, frame):
                said = "; ".join(dict.fromkeys([*whys, f.why] if f.why else whys))
                yield Found(hole, f.key, f.text, f.entity, statement, claim, min(fit, f.fit), said, loose)

    def _before_post(self, claim: Claim) -> str:
        span = next((a.span for a in claim.arguments if a.role == "post" and a.span), None)
        return self.reader.before(span, _WORDS) if span else ""

    def _shared(self, frame: Frame, s: Statement, fit: int) -> str | None:
        """What a claim without the names of the question shares with it: '' enough, words too little to be sure."""
        if len(frame.says) > 1:
            return ""  # its sentence has the verb and the thing
        if fit == SAID and (frame.given or frame.post or (self.question.on and (s.start or s.end))):
            return ""
        nouns = [h.noun for h in frame.holes if h.noun and h.noun not in words("people")]
        body = frame.post.rpartition(" of ")[2] if " of " in frame.post else ""
        around = self.reader.before(s.evidence, _NEAR) + self.reader.quote(s.evidence)
        if body and fit == BESIDE and _has_word(around, fold(body).split()[-1]):
            return f"{body} stands beside the claim, not in it"
        if fit == DESCRIBED and any(" " in phrase.words for _, phrase in frame.given):
            return "the question names nobody"
        if any(_has_word(a.words, fold(noun)) for noun in nouns for a in s.args):
            return "the question names nobody"
        if nouns and any(_has_word(self.reader.quote(s.evidence), fold(noun)) for noun in nouns):
            return f"{nouns[0]} stands beside the claim, not in it"
        return "" if self.question.tellers and not self.deaf and not nouns else None

    def _counts_it(self, frame: Frame, s: Statement) -> bool:
        """Whether a number is one of what "how many" or "how much" asks for: what is counted must be named in it."""
        nouns = {h.noun for h in frame.holes if h.noun} - words("people") - words("money")
        held = [f"{a.words} {a.unit or ''}" for a in s.args if a.role in ("counted", "number", "event")]
        said = set(re.findall(r"\w+", fold(self.reader.quote(s.evidence)))) if frame.says else set()
        people = any(h.noun in words("people") for h in frame.holes)
        if any(said.isdisjoint(group) or _is_sum(s) is people for group in frame.says):
            return False
        return all(any(_has_word(words, fold(noun)) for words in held) for noun in nouns)

    def _other_act(self, frame: Frame, claim: Claim) -> str | None:
        """The word by which a claim tells another of the acts that its predicate covers than the question's verb."""
        if not frame.act or claim.trigger is None or claim.predicate != frame.predicate:
            return None
        told = self.reader.quote(claim.trigger)
        said = act_of(frame.predicate, told)
        return None if said in ("", frame.act) else " ".join(told.split())

    def _worded(self, frame: Frame, s: Statement) -> bool:
        """Whether the claim has the word that the question has beyond its predicate."""
        if frame.predicate == "counts":
            counted = s.get("counted")
            return counted is not None and any(_has_word(counted.words, w) for w in answers()["counted_as"][frame.word])
        return _has_word(self.reader.quote(s.evidence), frame.word)

    def _fits(self, role: str, phrase: Phrase, s: Statement) -> tuple[int, str]:
        """How the claim holds a phrase of the question in `role`; 0 where it does not."""
        args = [a for a in s.args if a.role == role]
        args += self._joined(role, s)
        if role == "place":
            args += [a for a in s.args if a.role == "target" and a.entity and self._type(a.entity) in _PLACES]
        if role == "content":
            return self._content_fits(args, phrase)
        if phrase.names and not all(n.entities for n in phrase.names):
            return 0, ""  # a name that the case does not know
        if phrase.whole and not role and any(self._named_in(a.words, phrase.entities) for a in s.args):
            return SAID, ""
        if phrase.whole:
            return self._name_fits(args, phrase, s)
        return self._words_fit(role, args, phrase, s)

    def _content_fits(self, args: list[Filled], phrase: Phrase) -> tuple[int, str]:
        """How what somebody says holds the words that the question quotes: nearly all of them, or half."""
        wanted = {w for w in fold(phrase.words).split() if len(w) > 3}
        shared = max((len(wanted & set(fold(a.words).split())) / len(wanted) for a in args if wanted), default=0.0)
        named = all(any(self._named_in(a.words, n.entities) for a in args) for n in phrase.names)
        if not named or shared < 0.5:
            return 0, ""
        return (SAID, "") if shared > 0.8 else (DESCRIBED, "it is said in other words")

    def _type(self, entity: str) -> str:
        return self.view.entity(entity).type

    def _joined(self, role: str, s: Statement) -> list[Filled]:
        """The body or addressee that a post took over from the tenure which it was joined to."""
        if role not in ("of", "to") or any(a.role == role for a in s.args) or s.claim not in self.bodies:
            return []
        key = self.bodies[s.claim][role == "to"]
        return [Filled(role, key, self.reader.name(key))] if key and self.reader.is_entity(key) else []

    def _name_fits(self, args: list[Filled], phrase: Phrase, s: Statement) -> tuple[int, str]:
        ids = phrase.entities
        if any(a.entity in ids for a in args):
            return SAID, ""
        if any(self._named_in(a.words, ids) and not a.entity for a in args):
            # "The mission of X" is not X, but "the X mining site" may be the place.
            how = DESCRIBED if phrase.names[0].types & _PLACES else BESIDE
            return how, f"{phrase.words} stands in the words of the claim only"
        last = fold(phrase.words).split()[-1:]
        bare = [a.words for a in args if not a.entity and fold(a.words).removeprefix("the ").split() == last]
        if bare and self._beside(ids, s, far=True):
            return BESIDE, f"{bare[0]} is taken for {phrase.words}"
        if args or not self._beside(ids, s):
            return 0, ""
        return BESIDE, f"{phrase.words} stands beside the claim, not in it"

    def _words_fit(self, role: str, args: list[Filled], phrase: Phrase, s: Statement) -> tuple[int, str]:
        """A described thing: its noun in the argument, its names there or in the sentences around."""
        # Of what is counted it is the noun that tells: 340 people are not the members that a union has.
        generic = words("people") if role == "counted" else words("person") | words("organization") | words("tellers")
        own = [a for a in args if phrase.head and _has_word(a.words, fold(phrase.head))]
        if not phrase.names:
            if own or phrase.head in generic:
                return (SAID if own else DESCRIBED), ""
            if not args and fold(phrase.words) in fold(self.reader.quote(s.evidence)):
                return DESCRIBED, f"{phrase.words} stands beside the claim, not in it"
            return (0, "") if args else (BESIDE, f"{phrase.words} is not in the claim")
        if own and all(any(self._named_in(a.words, n.entities) for a in own) for n in phrase.names):
            return SAID, ""
        if own and all(self._beside(n.entities, s) or self._named_in(own[0].words, n.entities) for n in phrase.names):
            return DESCRIBED, f"{phrase.words} is described in part"
        if any(a.entity in n.entities for a in args for n in phrase.names) and len(phrase.names) == 1:
            return DESCRIBED, f"the claim says {phrase.names[0].words}"
        if not args and all(self._beside(n.entities, s) for n in phrase.names):
            return BESIDE, f"{phrase.words} stands beside the claim, not in it"
        return 0, ""

    def _named_in(self, said: str, ids: frozenset[str]) -> bool:
        folded = f" {fold(said)} "
        return any(f" {form} " in folded for i in ids for form in self._forms(i))

    def _forms(self, entity: str) -> tuple[str, ...]:
        """The folded names of an entity, bare and as an owner: fold makes one word of a name and its 's."""
        if entity not in self._names:
            names = [n for n, _ in self.view.entity(entity).names] or [self.reader.name(entity)]
            folded = dict.fromkeys(fold(name) for name in names)
            self._names[entity] = tuple(form for name in folded for form in (name, f"{name}s"))
        return self._names[entity]

    def _beside(self, ids: frozenset[str], s: Statement, *, far: bool = False) -> bool:
        """Whether an entity is mentioned in the claim's sentence or right beside it; `far`: anywhere before."""
        low, high = 0 if far else s.evidence.start - _NEAR, s.evidence.end + _NEAR
        return any(
            low <= span.start and span.end <= high for i in ids for span in self._mentions(i).get(s.evidence.doc_id, ())
        )

    def _mentions(self, entity: str) -> dict[str, list[Span]]:
        if entity not in self._places:
            table: dict[str, list[Span]] = defaultdict(list)
            for span in self.view.mentions_of(entity):
                table[span.doc_id].append(span)
            self._places[entity] = table
        return self._places[entity]


def _is_sum(s: Statement) -> bool:
    """Whether the number of a claim is a sum of money."""
    said = " ".join(a.words for a in s.args if a.role in ("number", "counted")).casefold()
    coins = words("money") - {"million", "billion"}
    return bool(re.search(r"[$€£¥₹₽₦]|\b[a-z]{3} ?\d", said)) or any(_has_word(said, coin) for coin in coins)


def _same_kin(asked: str, said: str) -> bool:
    """Whether the words of a kinship are those asked for; of spouses any may stand for another."""
    told = set(said.casefold().split())
    spouse = set(answers()["spouse"])
    return asked in told or (asked in spouse and bool(told & spouse))


def _swapped(frame: Frame, roles: tuple[str, str] | list[str]) -> Frame:
    """The frame with two of its roles in each other's place."""
    other = dict(zip(roles, reversed(roles), strict=True))
    given = tuple((other.get(role, role), phrase) for role, phrase in frame.given)
    return replace(frame, given=given, holes=tuple(replace(h, role=other.get(h.role, h.role)) for h in frame.holes))


def _has_word(said: str, word: str) -> bool:
    """Whether a word stands in `said`, also with an ending of the plural or of the possessor."""
    return any(w == word or (len(word) > 2 and w in (f"{word}s", f"{word}es")) for w in re.findall(r"\w+", fold(said)))
