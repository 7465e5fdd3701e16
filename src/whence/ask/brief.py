"""The case on one page."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from whence.ask.answers import Answer, Line, Section
from whence.ask.dossier import by_time
from whence.ask.lines import TAKE_SIDES, Teller
from whence.ask.review import section
from whence.ask.sources import READ
from whence.ask.wording import dated_in_words, voice_in_words
from whence.model import Claim, Fact, Filled, Tenure
from whence.reconcile.dates import days
from whence.reconcile.facts import FIRM
from whence.store import CaseView
from whence.vocab import predicate

_STRUCTURE = ("part_of", "commands", "controls", "directs", "reports_to", "advises", "owns", "operates", "member_of")
_BACKING = ("supports", "allied_with", "opposes", "designates")
_EVENTS = ("force", "politics", "law", "contact")
_PARTIES = frozenset({"person", "organization"})
_WEIGHT = {"corroborated": 0, "single-source": 1, "analyst": 1, "disputed": 2, "attributed": 3, "hedged": 4}


def brief(view: CaseView, *, lines: int = 12) -> Answer:
    """The case on one page: actors, posts, structure, backing, events, disagreements, who says, what is missing.

    At most `lines` lines a section; each names the command that shows the rest.
    """
    teller = Teller(view)
    facts = list(view.facts())
    claims = list(view.claims())
    sections = (
        _actors(teller, facts, lines),
        _posts(teller, lines),
        _of_predicates(teller, "Structure", facts, _STRUCTURE, lines),
        _of_predicates(teller, "Backing and opposition", facts, _BACKING, lines),
        _events(teller, facts, lines),
        _disagreements(teller, lines),
        section(view, teller.citer, lines),
        _who_says(teller, claims, lines),
        _missing(teller, claims),
    )
    title, remarks = _head(teller, claims)
    return Answer(title, tuple(s for s in sections if s.lines), teller.citer.citations(), remarks)


def _head(teller: Teller, claims: Sequence[Claim]) -> tuple[str, tuple[str, ...]]:
    abouts = [teller.reader.about(i) for i in sorted(teller.view.ids())]
    publishers = {a.publisher for a in abouts if a.publisher}
    dates = sorted(a.published for a in abouts if days(a.published))
    span = f", published {dates[0]} to {dates[-1]}" if dates else ""
    own = sum(c.own_voice and c.certainty in FIRM for c in claims)
    voices = f"{len(claims)} claims: {own} in a document's own voice, {len(claims) - own} attributed or hedged"
    entered = sum(c.status == "own" for c in claims)
    voices += f"; {entered} of them entered by hand." if entered else "."
    return f"{_many(len(abouts), 'document')} of {_many(len(publishers), 'publisher')}{span}", (voices,)


def _many(n: int, noun: str) -> str:
    return f"{n} {noun}" + ("" if n == 1 else "s")


def _longer(lines: int) -> str:
    """The command that shows a section of so many lines whole."""
    return f"whence brief --lines {lines}"


def _cut(title: str, lines: Sequence[Line], most: int, see: str, left: int = 0) -> Section:
    return Section(title, tuple(lines[:most]), max(len(lines) - most, 0) + left, see)


def _actors(teller: Teller, facts: Sequence[Fact], most: int) -> Section:
    """The entities with most claims, each with the fact that is best supported."""
    counts = teller.view.counts()
    entities = [e for e in teller.view.entities() if e.type in ("person", "organization") and counts[e.id][2]]
    entities.sort(key=lambda e: (-counts[e.id][2], -counts[e.id][0], e.id))
    best = _best(facts)
    tenures = {claim: tenure for tenure in teller.view.tenures() for claim in tenure.claims}
    lines = []
    for entity in entities[:most]:
        mentions, documents, claims = counts[entity.id]
        also = [name for name, _ in entity.names if name != entity.name][:3]
        figures = f"{_many(claims, 'claim')}, {_many(mentions, 'mention')}, {_many(documents, 'document')}"
        fact_line = _best_line(teller, best[entity.id], tenures) if entity.id in best else Line("")
        told = _told_of(entity.name, fact_line)
        lines.append(
            Line(
                text=entity.name + (f" ({', '.join(also)})" if also else ""),
                note="; ".join(filter(None, [figures, told])),
                claims=fact_line.claims,
                citations=fact_line.citations,
                entities=(entity.id,),
            )
        )
    return _cut("Actors", lines, most, _longer(len(entities)), max(len(entities) - most, 0))


def _best_line(teller: Teller, fact: Fact, tenures: Mapping[str, Tenure]) -> Line:
    """The line of a fact; of a post that of the whole spell, as everywhere."""
    spell = next((tenures[claim] for claim in fact.claims if claim in tenures), None)
    return teller.tenure(spell) if spell else teller.fact(fact, sources=False)


def _told_of(name: str, line: Line) -> str:
    """A fact behind the name of its subject, which is not said again: "mayor of Oslo (2008 to 2014)"."""
    text = line.text.removeprefix(f"{name} – ").removeprefix(f"{name} ")
    return text + (f" ({line.when})" if line.when else "") + (f" – {line.note}" if line.note else "")


def _best(facts: Sequence[Fact]) -> dict[str, Fact]:
    """Of each entity the fact that is best supported: one of which it is the subject, else any."""
    best: dict[str, Fact] = {}
    spoken = [f for f in sorted(facts, key=_support) if predicate(f.predicate).group != "speech"]
    spoken = [f for f in spoken if f.predicate != "alias_of"]  # the line begins with the names
    for subject_only in (True, False):
        for fact in spoken:
            subject = predicate(fact.predicate).subject.name
            for arg in fact.args:
                if arg.entity and (arg.role == subject or not subject_only):
                    best.setdefault(arg.entity, fact)
    return best


def _support(fact: Fact) -> tuple[int, int, int, str]:
    post = 0 if fact.predicate in ("holds_role", "part_of", "commands") else 1
    return _WEIGHT.get(fact.status, 5), post, -len(fact.claims), fact.id


def _posts(teller: Teller, most: int) -> Section:
    tenures = sorted(teller.view.tenures(), key=lambda t: (-len(t.claims), not (t.first or t.last), t.id))
    shown = sorted(tenures[:most], key=lambda t: (not t.body, *teller.where(t), t.post, t.first or "9999", t.id))
    lines = tuple(map(teller.tenure, shown))
    return Section("Posts", lines, len(tenures) - len(shown), "whence posts")


def _of_predicates(teller: Teller, title: str, facts: Sequence[Fact], names: Sequence[str], most: int) -> Section:
    found = [f for f in facts if f.predicate in names and _named(f) and _happened(f)]
    best = sorted(found, key=lambda f: (not all(a.entity for a in _parties(f)), _support(f)))[:most]
    shown = sorted(best, key=lambda f: (names.index(f.predicate), _support(f)))
    return Section(title, teller.facts(shown), len(found) - len(shown), "whence network")


def _happened(fact: Fact) -> bool:
    return fact.certainty not in ("intended", "hypothetical", "opinion")


def _named(fact: Fact) -> bool:
    """Whether a fact names somebody, and nobody by one bare word: "a militia" tells nothing on a page of its own."""
    return any(a.entity for a in fact.args) and all(a.entity or " " in a.words for a in _parties(fact))


def _parties(fact: Fact) -> list[Filled]:
    """Those whom a fact is about, where people or bodies may be."""
    roles = predicate(fact.predicate).roles
    return [a for a in fact.args if a.role in roles and roles[a.role].types & _PARTIES]


def _events(teller: Teller, facts: Sequence[Fact], most: int) -> Section:
    found = [f for f in facts if predicate(f.predicate).group in _EVENTS and (f.start or f.end) and _happened(f)]
    shown = sorted(sorted(found, key=_support)[:most], key=by_time)
    return Section("Events by date", teller.facts(shown), len(found) - len(shown), "whence timeline")


def _disagreements(teller: Teller, most: int) -> Section:
    found = list(teller.view.conflicts())
    lines = tuple(map(teller.conflict, found[:most]))
    return Section("Where the sources disagree", lines, len(found) - len(lines), "whence conflicts", TAKE_SIDES)


def _who_says(teller: Teller, claims: Sequence[Claim], most: int) -> Section:
    """Who is quoted or cited, for how many claims, in how many documents."""
    told: dict[str, list[Claim]] = defaultdict(list)
    written: dict[str, str] = {}  # "The coast guard" that opens a sentence is "the coast guard"
    for claim in claims:
        for voice in dict.fromkeys(teller.reader.voices(claim)):
            told[written.setdefault(voice.casefold(), voice)].append(claim)
    ranked = sorted(told, key=lambda voice: (-len(told[voice]), voice))
    lines = []
    for voice in ranked[:most]:
        documents = len({c.evidence.doc_id for c in told[voice]})
        note = f"{_many(len(told[voice]), 'claim')} in {_many(documents, 'document')}"
        sure = Counter(c.certainty for c in told[voice] if c.certainty != "asserted")
        note += "".join(f"; {n} {word.replace('_', ' ')}" for word, n in sorted(sure.items()))
        ids = tuple(c.id for c in told[voice])
        lines.append(Line(voice_in_words(voice), note=note, claims=ids, citations=teller.cite(told[voice][:2])))
    return _cut("Who says", lines, most, _longer(len(ranked)), max(len(ranked) - most, 0))


def _missing(teller: Teller, claims: Sequence[Claim]) -> Section:
    """What the case cannot say: undated documents, unread languages, problems, undated posts."""
    lines = []
    silent = {i for i, n in teller.view.claim_counts().items() if n == 0}
    for doc in teller.view.documents():
        known = teller.reader.about(doc.id)
        if not known.published:
            lines.append(
                Line(
                    f"{doc.source} has no date",
                    note=f"whence document set {Path(doc.source).name} --published DATE --by YOU",
                )
            )
        elif known.published_inferred:
            lines.append(Line(f"{doc.source} is dated {dated_in_words(known.published)} by inference", note="check it"))
        if doc.language not in READ:
            lines.append(Line(f"{doc.source} is in {doc.language}", note="searchable, no claims are read"))
        elif doc.id in silent:
            lines.append(Line(f"{doc.source} makes no claim that was read", note="read it yourself"))
    lines += [Line(f"{p.source}: {p.reason}", note=p.next_step) for p in teller.view.problems()]
    undated = sum(not (t.first or t.last) for t in teller.view.tenures())
    if undated:
        lines.append(Line(f"{_many(undated, 'post')} with no date", note="see whence posts"))
    return Section("What is missing", tuple(lines))
