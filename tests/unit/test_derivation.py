"""From chains and claims to entities and facts."""

from pathlib import Path

import pytest

from whence import ask
from whence.derivation import Gathered, derive, identities, places_of
from whence.model import (
    Alarm,
    Argument,
    Chain,
    Claim,
    DocField,
    Document,
    Judgement,
    Layers,
    Link,
    Maker,
    Mention,
    Region,
    Sentence,
    Span,
    Statement,
    digest,
)
from whence.store import CaseView, CaseWriter

MAKER = Maker("hand", "1")


def span(doc: Document, words: str) -> Span:
    start = doc.text.index(words)
    return doc.span(start, start + len(words))


def layers(doc: Document, publisher: str) -> Layers:
    """Readings of ``Ana Duarte leads the Harbour Board. ...``."""
    whole = doc.span(0, doc.text.index(".") + 1)
    ana, board = span(doc, "Ana Duarte"), span(doc, "Harbour Board")
    chains = tuple(
        Chain(digest(doc.id, name), doc.id, kind, name, (where,), MAKER)
        for kind, name, where in (("person", "Ana Duarte", ana), ("organization", "Harbour Board", board))
    )
    return Layers(
        doc.id,
        regions=(Region(whole, "body", MAKER),),
        sentences=(Sentence(whole, "body", MAKER),),
        fields=(DocField("publisher", publisher, "given", MAKER),),
        mentions=tuple(Mention(c.mentions[0], c.type, "name", MAKER) for c in chains),
        chains=chains,
        claims=(Claim("commands", (Argument("commander", ana), Argument("commanded", board)), whole, "body", MAKER),),
    )


STORY = "Ana Duarte leads the Harbour Board. " + " ".join(
    f"Ship {i} came in at dawn and left at noon." for i in range(30)
)


def make(path: Path, *texts: tuple[str, str]) -> CaseView:
    with CaseWriter(path) as case:
        for number, (text, publisher) in enumerate(texts):
            doc = Document.of(text, source=f"{number}.txt")
            case.add(doc, layers(doc, publisher))
        derive(case)
    return CaseView(path)


def test_chains_with_one_name_are_one_entity_and_their_claims_one_fact(tmp_path: Path) -> None:
    other = "In short: Ana Duarte leads the Harbour Board. Nothing else is known about this."
    view = make(tmp_path / "c", (STORY, "Post"), (other, "Tide"))

    assert [e.name for e in view.entities()] == ["Ana Duarte", "Harbour Board"]
    (fact,) = view.facts()
    assert (fact.status, len(fact.claims)) == ("corroborated", 2)


def test_a_copied_story_is_one_origin_not_two(tmp_path: Path) -> None:
    view = make(tmp_path / "c", (STORY, "Post"), (STORY + " Our own reporter.", "Tide"))

    assert [f.status for f in view.facts()] == ["single-source"]
    assert "one origin, not two" in ask.list_sources(view).remarks[0]


@pytest.mark.parametrize(
    ("words", "entity"),
    [
        ("Ana Duarte", "ana"),
        ("chair Ana Duarte", "ana"),
        ("Harbour Board chair Ana Duarte", "ana"),
        ("the Harbour Board", "board"),
        ("Ana Duarte of Oslo in the north", None),
    ],
)
def test_an_argument_is_the_entity_mentioned_at_its_end(words: str, entity: str | None) -> None:
    doc = Document.of("The Harbour Board chair Ana Duarte of Oslo in the north and the Harbour Board met.")
    links = {span(doc, "Harbour Board"): "board", span(doc, "Ana Duarte"): "ana", span(doc, "Oslo"): "oslo"}
    late = doc.text.rindex("Harbour Board")
    links[doc.span(late, late + 13)] = "board"
    types = {"board": "organization", "ana": "person", "oslo": "place"}
    claim = Claim("visits", (Argument("visitor", span(doc, words)),), doc.span(0, 5), "body", MAKER)

    assert places_of(claim, links, types) == ({"args.0": ("visitor", entity)} if entity else {})


@pytest.mark.parametrize("words", ["Guild defector", "Guild CEO", "Guild Chairman", "Papers such as the Guild"])
def test_a_defector_of_a_guild_is_not_the_guild(words: str) -> None:
    doc = Document.of(f"The {words} said that she left.")
    voice = Link(span(doc, words), "said", "indirect")
    claim = Claim("visits", (), doc.span(0, 30), "body", MAKER, attribution=(voice,))

    assert places_of(claim, {span(doc, "Guild"): "guild"}, {"guild": "organization"}, doc.text) == {}


@pytest.mark.parametrize("words", ["office of Ana Duarte", "Ana Duarte government", "Ana Duarte's aides"])
def test_what_is_of_a_person_is_not_that_person(words: str) -> None:
    doc = Document.of(f"The {words} burned.")
    claim = Claim("visits", (Argument("visited", span(doc, words)),), doc.span(0, 5), "body", MAKER)

    assert places_of(claim, {span(doc, "Ana Duarte"): "ana"}, {"ana": "person"}, doc.text) == {}


@pytest.mark.parametrize(("words", "found"), [("neighbouring state of Norway", True), ("mayor of Norway", False)])
def test_the_state_of_norway_is_norway(words: str, found: bool) -> None:
    doc = Document.of(f"The {words} met.")
    claim = Claim("visits", (Argument("visitor", span(doc, words)),), doc.span(0, 5), "body", MAKER)

    assert bool(places_of(claim, {span(doc, "Norway"): "norway"}, {"norway": "place"}, doc.text)) is found


@pytest.mark.parametrize(
    "words", ["member of the Harbour Guild", "board of the Harbour Guild", "Harbour Guild CEO", "Harbour Guild's foes"]
)
def test_a_member_or_foe_of_a_guild_is_not_the_guild(words: str) -> None:
    doc = Document.of(f"The {words} met.")
    claim = Claim("visits", (Argument("visitor", span(doc, words)),), doc.span(0, 5), "body", MAKER)

    assert places_of(claim, {span(doc, "Harbour Guild"): "guild"}, {"guild": "organization"}, doc.text) == {}


def test_a_chilean_sailor_is_not_chile() -> None:
    doc = Document.of("A Chilean sailor said that she left.")
    voice = Link(span(doc, "A Chilean sailor"), "said", "indirect")
    claim = Claim("visits", (), doc.span(0, 30), "body", MAKER, attribution=(voice,))

    assert places_of(claim, {span(doc, "Chilean"): "chile"}, {"chile": "place"}, doc.text) == {}


def test_a_pronoun_is_the_entity_it_points_at_and_voices_are_linked(tmp_path: Path) -> None:
    doc = Document.of("Ana Duarte said that she left.")
    ana = span(doc, "Ana Duarte")
    she = Argument("visitor", span(doc, "she"), antecedent=ana)
    claim = Claim("visits", (she,), doc.span(0, 30), "body", MAKER, attribution=(Link(ana, "said", "indirect"),))

    assert places_of(claim, {ana: "ana"}, {"ana": "person"}) == {
        "args.0": ("visitor", "ana"),
        "attribution.0": ("voice", "ana"),
    }


def test_a_persons_judgement_joins_two_names_and_survives_a_rebuild(tmp_path: Path) -> None:
    other = "In short: Ana Duarte leads the Harbour Board. Nothing else is known about this."
    judgement = Judgement("identity", "Ana Duarte", "Harbour Board", "positive", "Ines", "2026-01-01T00:00:00+00:00")
    make(tmp_path / "c", (STORY, "Post"), (other, "Tide")).close()
    with CaseWriter(tmp_path / "c") as case:
        case.judge(judgement)
        derive(case)
        once = list(case.view().dump_derived())
        derive(case)
        view = case.view()
        assert list(view.dump_derived()) == once
        assert list(view.judgements()) == [judgement]
        assert len(list(view.entities())) == 1


def test_a_form_that_mixes_two_people_is_a_conflict_of_identity(tmp_path: Path) -> None:
    with make(tmp_path / "c", (STORY, "Post")) as view:
        (doc_id,) = view.ids()
        chain = view.layer(doc_id, "chains")[0]
        gathered = Gathered(view, [doc_id])
        said = Statement(next(view.claims()).id, "commands", (), next(view.claims()).evidence)
        alarm = Alarm("blend", chain.id, "Ana Duarte", "Bo Duarte", "Ana Duarto", ("why",))

        (conflict,) = identities([alarm], [said], gathered)

    assert (conflict.kind, conflict.about) == ("identity", "who is meant by Ana Duarte")
    assert [side.value for side in conflict.sides] == [
        "Bo Duarte (the last name fits)",
        "Ana Duarto (the first name fits)",
    ]
    assert all(side.claims == (said.claim,) for side in conflict.sides)
