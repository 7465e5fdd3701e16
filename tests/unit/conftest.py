"""A case made by hand, without any stage: three documents about a harbour, for what asks and shows."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from whence.ask.statements import statement
from whence.model import (
    Argument,
    Claim,
    Derived,
    DocField,
    Document,
    Entity,
    Layers,
    Link,
    Maker,
    Mention,
    Pair,
    Problem,
    Region,
    Sentence,
    Sighting,
    Span,
    Statement,
    ValidTime,
)
from whence.reconcile import find_conflicts, find_tenures, group_facts
from whence.store import CaseWriter

MAKER = Maker("hand", "1")
NAMES = {
    "ana": ("person", ["Ana Duarte", "Duarte"]),
    "bo": ("person", ["Bo Lindqvist", "Lindqvist"]),
    "board": ("organization", ["Harbour Board"]),
    "league": ("organization", ["Dockers' League"]),
    "oslo": ("place", ["Oslo"]),
}
TEXTS = {
    "in/a.txt": "Ana Duarte has chaired the Harbour Board since March 2017. She replaced Bo Lindqvist. "
    "Duarte visited Oslo on 3 May 2019.",
    "in/b.txt": "Duarte became chair of the Harbour Board in June 2017, according to Bo Lindqvist. "
    "The Harbour Board is suspected of funding the Dockers' League.",
    "in/c.txt": "The Dockers' League denied that it attacked Oslo. Nobody knows more.",
}
PUBLISHED = {"in/a.txt": ("The Post", "2019-06-01"), "in/b.txt": ("Daily Tide", "2020-02-11"), "in/c.txt": ("", "")}


class Hand:
    """Makes the readings of one document by pointing at words."""

    def __init__(self, source: str) -> None:
        self.doc = Document.of(TEXTS[source], source=source)
        self.claims: list[Claim] = []

    def span(self, words: str, after: int = 0) -> Span:
        start = self.doc.text.index(words, after)
        return self.doc.span(start, start + len(words))

    def sentences(self) -> tuple[Sentence, ...]:
        found = re.finditer(r"[^.]+\.", self.doc.text)
        cut = (self.doc.span(m.start() + len(m[0]) - len(m[0].lstrip()), m.end()) for m in found)
        return tuple(Sentence(span, "body", MAKER) for span in cut)

    def claim(self, predicate: str, evidence: int, **rest: object) -> None:
        sentence = self.sentences()[evidence].span
        args = tuple(self._argument(r, str(w), sentence) for r, w in rest.pop("args").items())  # type: ignore[attr-defined]
        voice = rest.pop("voice", None)
        links = (Link(self.span(str(voice), sentence.start), "according to", "according"),) if voice else ()
        self.claims.append(Claim(predicate, args, sentence, "body", MAKER, attribution=links, **rest))  # type: ignore[arg-type]

    def _argument(self, role: str, words: str, sentence: Span) -> Argument:
        span = self.span(words, sentence.start)
        return Argument(role, span, value=words.casefold() if words.islower() else None)

    def layers(self) -> Layers:
        publisher, published = PUBLISHED[self.doc.source]
        fields = [DocField("title", f"About {self.doc.source}", "text", MAKER, self.doc.span(0, 5))]
        fields += [DocField(n, v, "given", MAKER) for n, v in (("publisher", publisher), ("published", published)) if v]
        mentions = tuple(Mention(span, NAMES[e][0], "name", MAKER) for span, e in sorted(mentions_in(self.doc).items()))
        body = Region(self.doc.span(0, len(self.doc.text)), "body", MAKER)
        return Layers(
            self.doc.id,
            regions=(body,),
            sentences=self.sentences(),
            fields=tuple(fields),
            mentions=mentions,
            claims=tuple(self.claims),
        )


def mentions_in(doc: Document) -> dict[Span, str]:
    found: dict[Span, str] = {}
    for entity, (_, names) in NAMES.items():
        for name in names:
            for match in re.finditer(re.escape(name), doc.text):
                span = doc.span(*match.span())
                if not any(other.overlaps(span) for other in found):
                    found[span] = entity
    return found


def hands() -> Iterator[Hand]:
    a = Hand("in/a.txt")
    chair = {"holder": "Ana Duarte", "post": "chair", "of": "Harbour Board"}
    a.claim("holds_role", 0, args=chair, valid=ValidTime("2017-03", None, "2017-03/..", starts=True))
    a.claim("succeeds", 1, args={"successor": "She", "predecessor": "Bo Lindqvist"})
    may = ValidTime("2019-05-03", "2019-05-03", "2019-05-03")
    a.claim("visits", 2, args={"visitor": "Duarte", "visited": "Oslo"}, valid=may)
    yield a
    b = Hand("in/b.txt")
    june = ValidTime("2017-06", None, "2017-06/..", starts=True)
    b.claim("holds_role", 0, args={**chair, "holder": "Duarte"}, valid=june, voice="Bo Lindqvist")
    funding = {"supporter": "Harbour Board", "supported": "Dockers' League"}
    b.claim("supports", 1, args=funding, certainty="suspected")
    yield b
    c = Hand("in/c.txt")
    attack = {"attacker": "Dockers' League", "target": "Oslo"}
    c.claim("attacks", 0, args=attack, polarity="denied", voice="Dockers' League")
    yield c


def derived(made: list[Hand]) -> Derived:
    links = tuple((span, e) for h in made for span, e in sorted(mentions_in(h.doc).items()))
    by_span = dict(links)
    names = {e: names[0] for e, (_, names) in NAMES.items()}
    roles: list[tuple[str, str, str, str]] = []
    said: list[Statement] = []
    for hand in made:
        for claim in hand.claims:
            places = {f"args.{i}": (a.role, a.span) for i, a in enumerate(claim.arguments)}
            places |= {f"attribution.{i}": ("speaker", link.span) for i, link in enumerate(claim.attribution)}
            found = {p: (r, by_span[s]) for p, (r, s) in places.items() if s in by_span}
            roles += [(claim.id, place, role, entity) for place, (role, entity) in found.items()]
            entities = {place: entity for place, (_, entity) in found.items()}
            origin = PUBLISHED[hand.doc.source][0] or hand.doc.id
            said.append(statement(claim, hand.doc, entities, names, origin))
    tenures = tuple(find_tenures(said))
    forms = {e: tuple((n, 1) for n in names) for e, (_, names) in NAMES.items()}
    return Derived(
        entities=tuple(Entity(e, kind, names[0], forms[e]) for e, (kind, names) in NAMES.items()),
        links=links,
        roles=tuple(roles),
        pairs=(Pair("ana", "bo", "different", 0.1, ("'Ana' beside 'Bo'.", "Nothing is shared.")),),
        facts=tuple(group_facts(said)),
        tenures=tenures,
        conflicts=tuple(find_conflicts(said, list(tenures))),
    )


@pytest.fixture
def handmade_case(tmp_path: Path) -> Path:
    """The path of the case."""
    path = tmp_path / "harbour.whence"
    made = list(hands())
    with CaseWriter(path) as case:
        for hand in made:
            case.add(hand.doc, hand.layers(), Sighting(hand.doc.id, hand.doc.source))
        case.problem(Problem("in/d.pdf", "no text", "it is a scan", "Run OCR and ingest it again."))
        case.derive(derived(made))
    return path
