"""What people say about claims and documents, on a case of two short articles that was really read."""

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from whence import ask
from whence.cli import cli
from whence.entering import (
    change_of,
    date_of,
    decide,
    enter,
    entry_of,
    find_claim,
    given_of,
    set_document,
    withdraw,
)
from whence.errors import BadEntry, UnknownName
from whence.model import Claim, Entry
from whence.opinions import history, list_claims
from whence.pipeline import derive, ingest
from whence.present.terminal import as_lines
from whence.proving import prove_case
from whence.standing import standing
from whence.store import CaseWriter
from whence.vocab.packs import open_pack

ONE = """Harbour Guild names a treasurer

By Petra Novak
12 May 2016

Mara Lind, the treasurer of the Harbour Guild, visited Oslo last year.
She was appointed by Tomas Okafor, the chairman of the Harbour Guild.

The Pilot League attacked the Salt Pier on 3 May 2016, killing 21 people.
"""
OTHER = """Guild money questioned

Daily Tide, 3 June 2017

Mara Lind became treasurer of the Harbour Guild in June 2015. The Harbour Guild funds the Pilot League.
"""
ANA, BO = "Ana Reyes", "Bo Lindqvist"


@pytest.fixture(scope="module")
def read_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("entering")
    (folder / "docs").mkdir()
    (folder / "docs" / "one.txt").write_text(ONE)
    (folder / "docs" / "other.txt").write_text(OTHER)
    with CaseWriter(folder / "case.whence") as case:
        ingest([folder / "docs"], case)
    return folder / "case.whence"


@pytest.fixture
def case(read_case: Path, tmp_path: Path) -> Iterator[CaseWriter]:
    shutil.copy(read_case, tmp_path / "case.whence")
    with CaseWriter(tmp_path / "case.whence") as writer:
        yield writer


def own(case: CaseWriter, predicate: str, dates: Mapping[str, str] | None = None, **rest: Any) -> str:
    """Enter one claim by Ana; the id of the claim that stands."""
    args = [(role, words) for role, words in rest.pop("args").items()]
    with case.view() as view:
        entry = entry_of(view, predicate, args, dates or {}, **rest)
    (entered,) = enter(case, [entry], by=ANA, why="seen")
    with case.view() as view:
        return next(j.claim.id for j in view.signed() if j.claim and entered.judgement in j.judgements)


def the(case: CaseWriter, predicate: str, start: str = "") -> Claim:
    """The one claim of a predicate whose quote holds these words."""
    with case.view() as view:
        found = [
            c for c in view.claims(predicate=predicate) if start in view.document(c.evidence.doc_id).quote(c.evidence)
        ]
    assert len(found) == 1, found
    return found[0]


def rows(case: CaseWriter, form: str = "claims") -> list[dict[str, Any]]:
    from io import BytesIO

    from whence.present.exports import exporter

    out = BytesIO()
    with case.view() as view:
        exporter(form).write(view, out)
    return [json.loads(line) for line in out.getvalue().decode().splitlines()]


def text(case: CaseWriter, question: Any, *args: Any, **rest: Any) -> str:
    with case.view() as view:
        return "\n".join(as_lines(question(view, *args, **rest)))


TREASURER = {"holder": "Mara Lind", "post": "treasurer", "of": "Harbour Guild"}


# Claims of a person's own


def test_an_own_claim_stands_at_its_sentence_and_has_its_maker(case: CaseWriter) -> None:
    claim_id = own(
        case,
        "supports",
        args={"supporter": "Harbour Guild", "supported": "Pilot League"},
        sentence="The Harbour  Guild funds the\nPilot League.",
    )

    row = next(r for r in rows(case) if r["id"] == claim_id)
    assert (row["maker"], row["status"], row["quote"]) == (
        "person@1#Ana Reyes",
        "own",
        "The Harbour Guild funds the Pilot League.",
    )
    assert row["source"].endswith("other.txt")
    assert row["proof"] == "person"
    assert [a["text"] for a in row["args"]] == ["Harbour Guild", "Pilot League"]


def test_without_a_sentence_of_the_case_the_claim_stands_in_a_note(case: CaseWriter) -> None:
    claim_id = own(
        case,
        "owns",
        args={"owner": "Harbour Guild", "owned": "Salt Line Ltd"},
        sentence="The Guild bought Salt Line Ltd.",
        source="Port register",
        page=12,
    )

    row = next(r for r in rows(case) if r["id"] == claim_id)
    note = next(d for d in rows(case, "documents") if d["id"] == row["document"])
    assert row["quote"] == "The Guild bought Salt Line Ltd."
    assert (note["kind"], note["author"], note["publisher"]) == ("note", ANA, "Port register")
    with case.view() as view:
        assert view.document(row["document"]).page(row["start"]) == 12
        assert row["document"] not in view.ids()


def test_names_in_own_claims_are_those_of_the_case_or_new(case: CaseWriter) -> None:
    with case.view() as view:
        guild = next(e.id for e in view.entities() if e.name == "Harbour Guild")
        before = {e.id for e in view.entities()}

    claim_id = own(case, "owns", args={"owner": "Harbour Guild", "owned": "Salt Line Ltd"})

    with case.view() as view:
        places = view.roles_of(claim_id)
        new = {e.name: e.type for e in view.entities() if e.id not in before}
    assert places["args.0"] == guild
    assert new == {"Salt Line Ltd": "organization"}


def test_an_entity_is_chosen_by_its_id_and_keeps_it(case: CaseWriter) -> None:
    with case.view() as view:
        guild = next(e.id for e in view.entities() if e.name == "Harbour Guild")

    claim_id = own(case, "owns", args={"owner": f"@{guild[:8]}", "owned": "Salt Line Ltd"})

    with case.view() as view:
        assert view.roles_of(claim_id)["args.0"] == guild
        assert view.entity(guild).name == "Harbour Guild"


def test_what_a_claim_lacks_or_cannot_have_is_said(case: CaseWriter) -> None:
    with case.view() as view:
        with pytest.raises(BadEntry, match="holds_role needs post"):
            entry_of(view, "holds_role", [("holder", "Mara Lind")], {})
        with pytest.raises(UnknownName, match="Did you mean holder"):
            entry_of(view, "holds_role", [("holdr", "Mara Lind")], {})
        with pytest.raises(BadEntry, match="not a date"):
            entry_of(view, "holds_role", list(TREASURER.items()), {"start": "some day"})
        with pytest.raises(BadEntry, match="before it starts"):
            entry_of(view, "holds_role", list(TREASURER.items()), {"start": "2016", "end": "2014"})
        with pytest.raises(BadEntry, match="2014-03-04 or 2014-04-03"):
            entry_of(view, "holds_role", list(TREASURER.items()), {"start": "3/4/2014"})


@pytest.mark.parametrize(("words", "edtf"), [("03/2015", "2015-03"), ("3.2015", "2015-03"), ("12 / 1999", "1999-12")])
def test_a_month_may_be_written_as_tables_have_it(words: str, edtf: str) -> None:
    assert date_of(words) == edtf


def test_a_persons_date_is_the_one_shown_and_the_machines_stays_beside_it(case: CaseWriter) -> None:
    machine = the(case, "holds_role", "Mara Lind became")
    assert machine.valid.start == "2015-06"

    own(case, "holds_role", {"start": "2016-01"}, args=TREASURER)

    assert "since 2016-01" in text(case, ask.posts, "Harbour Guild")
    found = text(case, ask.conflicts)
    assert "2016-01 (chosen: entered by Ana Reyes)" in found
    assert "2015-06" in found
    with case.view() as view:
        (conflict,) = [c for c in view.conflicts() if c.kind == "date"]
        assert (conflict.status, [s.chosen for s in conflict.sides].count(True)) == ("decided", 1)


def test_own_claims_are_in_every_answer(case: CaseWriter) -> None:
    own(
        case,
        "supports",
        {"start": "2018"},
        args={"supporter": "Salt Line Ltd", "supported": "Pilot League", "means": "arms"},
    )

    for question, args in ((ask.brief, ()), (ask.who, ("Pilot League",)), (ask.timeline, ()), (ask.network, ())):
        assert "Salt Line Ltd arms Pilot League" in text(case, question, *args)
    own(case, "holds_role", {"start": "2018"}, args={"holder": "Ines Prado", "post": "director", "of": "Salt Line Ltd"})
    assert "Ines Prado – director of Salt Line Ltd (since 2018) – entered by Ana Reyes" in text(case, ask.posts)


def test_a_persons_word_without_a_source_corroborates_nothing(case: CaseWriter) -> None:
    own(case, "owns", args={"owner": "Harbour Guild", "owned": "Salt Line Ltd"})
    with case.view() as view:
        assert [f.status for f in view.facts() if f.predicate == "owns"] == ["analyst"]


def test_own_claims_outlast_rereading_rebuild_and_the_removal_of_documents(case: CaseWriter, read_case: Path) -> None:
    sentence = "The Harbour Guild funds the Pilot League."
    own(
        case,
        "supports",
        args={"supporter": "Harbour Guild", "supported": "Pilot League", "means": "funds"},
        sentence=sentence,
    )
    ingest([read_case.parent / "docs"], case, again=True)
    derive(case)
    with case.view() as view:
        other = view.find_document("other.txt")
        assert [j.claim.evidence.doc_id for j in view.signed() if j.claim] == [other]
        one = list(view.dump_derived())
    derive(case)
    with case.view() as view:
        assert list(view.dump_derived()) == one

    case.remove(other)
    derive(case)
    (row,) = [r for r in rows(case) if r["status"] == "own"]
    assert (row["quote"], row["source"][:17]) == (sentence, "note by Ana Reyes")


def test_own_claims_come_along_when_cases_are_merged(case: CaseWriter, tmp_path: Path) -> None:
    own(case, "owns", args={"owner": "Harbour Guild", "owned": "Salt Line Ltd"})
    with CaseWriter(tmp_path / "new.whence") as new, case.view() as view:
        new.merge(view)
        derive(new)
        assert [r["status"] for r in rows(new) if r["predicate"] == "owns"] == ["own"]


def test_the_same_claim_entered_twice_is_one_until_it_is_taken_back(case: CaseWriter) -> None:
    with case.view() as view:
        entry = entry_of(view, "owns", [("owner", "Harbour Guild"), ("owned", "Salt Line Ltd")], {})
    first, second = enter(case, [entry], by=ANA)[0], enter(case, [entry], by=ANA)[0]

    assert (first.new, second.new, first.judgement) == (True, False, second.judgement)
    withdraw(case, first.judgement, by=BO, why="a namesake")
    assert [r for r in rows(case) if r["predicate"] == "owns"] == []
    assert "taken back since" in text(case, history)


# Decisions about claims that were read


def test_a_rejected_claim_leaves_every_answer_and_stays_in_the_history(case: CaseWriter) -> None:
    claim = the(case, "attacks")

    decide(case, claim.id[:10], "reject", by=ANA, why="a fire, no attack")

    assert [r for r in rows(case) if r["predicate"] == "attacks"] == []
    assert "is attacked by" not in text(case, ask.brief)
    assert "a fire, no attack" in text(case, history)
    assert "Rejected" in text(case, list_claims)


def test_a_correction_takes_effect_and_keeps_the_rest(case: CaseWriter) -> None:
    claim = the(case, "attacks")
    with case.view() as view:
        change = change_of(view, claim, [("attacker", "Salt Line Ltd")], {"date": "4 May 2016"}, certainty="alleged")
    decide(case, claim.id, "correct", by=ANA, why="see the report", change=change)

    (row,) = [r for r in rows(case) if r["predicate"] == "attacks"]
    names = {a["role"]: a.get("name") or a.get("value") for a in row["args"]}
    assert (names["attacker"], names["target"]) == ("Salt Line Ltd", "Salt Pier")
    assert (row["valid"]["start"], row["certainty"], row["status"]) == ("2016-05-04", "alleged", "corrected")
    assert row["signed"]["replaces"] == claim.id
    assert "Salt Line Ltd" in text(case, ask.timeline)


def test_the_last_decision_counts_and_can_be_taken_back(case: CaseWriter) -> None:
    claim = the(case, "attacks")
    decide(case, claim.id, "reject", by=ANA, why="")
    decide(case, claim.id, "accept", by=BO, why="")
    assert [r["status"] for r in rows(case) if r["predicate"] == "attacks"] == ["accepted"]

    last = decide(case, claim.id, "reject", by=ANA, why="")
    withdraw(case, last.id, by=ANA, why="")

    assert [r["status"] for r in rows(case) if r["predicate"] == "attacks"] == ["accepted"]


def test_a_decision_outlasts_rereading_and_merging(case: CaseWriter, read_case: Path, tmp_path: Path) -> None:
    decide(case, the(case, "attacks").id, "reject", by=ANA, why="")

    ingest([read_case.parent / "docs"], case, again=True)
    derive(case)
    assert [r for r in rows(case) if r["predicate"] == "attacks"] == []
    with CaseWriter(tmp_path / "new.whence") as new, case.view() as view:
        new.merge(view)
        derive(new)
        assert [r for r in rows(new) if r["predicate"] == "attacks"] == []


def test_a_decision_whose_claim_is_gone_waits(case: CaseWriter) -> None:
    claim = the(case, "attacks")
    decide(case, claim.id, "reject", by=ANA, why="a fire")
    case.remove(claim.evidence.doc_id)
    derive(case)

    with case.view() as view:
        (waiting,) = standing(view).waiting
    assert "not in the case" in waiting.reason
    listed = text(case, list_claims)
    assert "Waiting" in listed
    assert "Salt pier is attacked by pilot league".casefold() in listed.casefold()


def test_an_unknown_claim_is_named(case: CaseWriter) -> None:
    with case.view() as view, pytest.raises(UnknownName):
        find_claim(view, "zzzz")


# Documents


def test_a_documents_date_moves_the_dates_that_hang_on_it(case: CaseWriter) -> None:
    assert the(case, "visits").valid.start == "2015"

    made = set_document(case, "one.txt", {"published": "12 May 2012", "publisher": "The Post"}, by=ANA, why="the stamp")

    assert the(case, "visits").valid.start == "2011"
    (row,) = [d for d in rows(case, "documents") if d["source"].endswith("one.txt")]
    assert (row["published"], row["publisher"]) == ("2012-05-12", "The Post")
    withdraw(case, made.id, by=ANA, why="misread")
    assert the(case, "visits").valid.start == "2015"


def test_what_was_said_of_a_document_outlasts_rereading_and_merging(
    case: CaseWriter, read_case: Path, tmp_path: Path
) -> None:
    set_document(case, "one.txt", {"published": "2012-05-12", "author": "Jana Horak"}, by=ANA, why="")
    ingest([read_case.parent / "docs"], case, again=True)
    assert the(case, "visits").valid.start == "2011"
    shutil.copy(read_case, tmp_path / "new.whence")
    with CaseWriter(tmp_path / "new.whence") as new, case.view() as view:
        new.merge(view)
        derive(new)
        assert the(new, "visits").valid.start == "2011"
        assert "Jana Horak" in [d["author"] for d in rows(new, "documents")]


# The command line


def run(case: CaseWriter, *args: str) -> Result:
    case.close()
    return CliRunner().invoke(cli, [*args, "--case", str(case.path)], env={"WHENCE_BY": ANA})


def test_the_commands_enter_list_and_withdraw(case: CaseWriter) -> None:
    done = run(case, "claim", "add", "owns", "owner=Harbour Guild", "owned=Salt Line Ltd", "--json")
    made = json.loads(done.stdout)

    assert made["new"]
    assert "Salt Line Ltd" in run(case, "claim", "list").stdout
    assert "Salt Line Ltd" in run(case, "claim", "list", "Harbour Guild").stdout
    assert run(case, "claim", "correct", made["claim"], "owned=Tide Line Ltd").exit_code == 0
    assert "Tide Line Ltd" in run(case, "claim", "history", made["claim"]).stdout
    assert run(case, "claim", "withdraw", made["judgement"]).exit_code == 0
    assert "Nobody entered" not in run(case, "claim", "list").stdout  # the correction waits for its claim
    assert "Waiting" in run(case, "claim", "list").stdout


def test_the_commands_show_a_document(case: CaseWriter) -> None:
    done = run(case, "document", "set", "one.txt", "--publisher", "The Post", "--why", "the masthead")

    assert done.exit_code == 0, done.output
    shown = run(case, "document", "show", "one.txt").stdout
    assert "publisher: The Post – judged by Ana Reyes; the masthead" in shown


def test_an_entry_survives_its_text() -> None:
    entry = Entry("owns", start="", sentence="A “b”\n", page=3)

    assert Entry.parse(entry.to_text()) == entry


@pytest.mark.parametrize(
    ("words", "best", "low", "high"),
    [
        ("21", 21, None, None), ("1,234", 1234, None, None), ("twenty-one", 21, None, None),
        ("2.3 million", 2_300_000, None, None), ("$2.3m", 2_300_000, None, None), ("two dozen", 24, None, None),
        ("at least two", None, 2, None), ("5+", None, 5, None), ("up to 15", None, None, 15),
        ("20-25", None, 20, 25), ("20 – 25", None, 20, 25), ("between 10 and 12", None, 10, 12),
        ("1.2 to 1.5 million", None, 1_200_000, 1_500_000),
    ],
)  # fmt: skip
def test_a_number_means_what_it_says(
    case: CaseWriter, words: str, best: float | None, low: float | None, high: float | None
) -> None:
    with case.view() as view:
        given = given_of(view, "attacks", "killed", words)

    assert (given.best, given.low, given.high) == (best, low, high)


@pytest.mark.parametrize("words", ["1.234", "2,5", "several", "two hundred and five", "21 rockets, 3 mortars"])
def test_a_number_that_may_be_two_or_none_is_asked_back(case: CaseWriter, words: str) -> None:
    with case.view() as view, pytest.raises(BadEntry, match="killed is "):
        given_of(view, "attacks", "killed", words)


def test_what_stands_in_no_document_is_said(case: CaseWriter) -> None:
    words = ["claim", "add", "owns", "owner=Harbour Guild", "owned=Salt Line Ltd", "--sentence", "It owns the line."]

    assert "The sentence stands in no document of the case" in run(case, *words).stderr
    told = run(case, *words, "--source", "one.txt").stderr
    assert "The sentence does not stand in" in told and "one.txt as it was typed" in told
    assert "nine.txt is no document of the case" in run(case, *words[:5], "--source", "nine.txt").stderr
    good = [*words[:5], "--sentence", "The Harbour Guild funds the Pilot League."]
    assert run(case, *good).stderr == ""


def test_a_case_that_is_new_is_said_to_be(tmp_path: Path) -> None:
    words = ["claim", "add", "owns", "owner=A Firm", "owned=B Firm", "--by", ANA, "--case", str(tmp_path / "x.whence")]

    assert "x.whence is a new case." in CliRunner().invoke(cli, words).stderr
    assert CliRunner().invoke(cli, words).stderr == ""


def test_a_date_that_a_person_does_not_know_is_no_date(case: CaseWriter) -> None:
    made = set_document(case, "one.txt", {"published": ""}, by=ANA, why="a reprint")

    assert the(case, "visits").valid.start is None
    (row,) = [d for d in rows(case, "documents") if d["source"].endswith("one.txt")]
    assert row["published"] is None
    told = prove_case(case)
    assert "P0" not in told.steps
    case_text = text(case, history)
    assert "published not known" in case_text
    withdraw(case, made.id, by=ANA, why="")
    assert the(case, "visits").valid.start == "2015"


def test_a_name_of_two_documents_is_asked_back(tmp_path: Path) -> None:
    for folder in ("2016", "2017"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "one.txt").write_text(ONE.replace("2016", folder))
    with CaseWriter(tmp_path / "case.whence") as case:
        ingest([tmp_path / "2016", tmp_path / "2017"], case)
        with pytest.raises(BadEntry, match=r"'one.txt' is the name of 2 documents: .*Write more of the path"):
            set_document(case, "one.txt", {"author": "Ada Quay"}, by=ANA, why="")
        set_document(case, "2017/one.txt", {"author": "Ada Quay"}, by=ANA, why="")

        assert [d["author"] for d in rows(case, "documents")] == ["Petra Novak", "Ada Quay"]
        own(case, "holds_role", args=TREASURER, source="one.txt")  # its source may be either: words, then


def test_everybody_who_signed_a_claim_is_named(case: CaseWriter) -> None:
    claim = the(case, "attacks")
    with case.view() as view:
        change = change_of(view, claim, [], {}, certainty="alleged")
    decide(case, claim.id, "accept", by="Cy Adler", why="")
    decide(case, claim.id, "correct", by=ANA, why="", change=change)
    decide(case, claim.id, "accept", by=BO, why="")

    assert f"corrected by {ANA}; accepted by {BO}" in text(case, ask.timeline)
    assert "Cy Adler" not in text(case, ask.timeline)


def test_times_are_put_alike_in_every_list(case: CaseWriter) -> None:
    own(case, "holds_role", args=TREASURER, dates={"start": "2014", "end": "2016"})

    for question in (list_claims, history, ask.timeline, ask.posts):
        assert "2014 to 2016" in text(case, question), question


def test_a_note_is_not_counted_as_a_document(case: CaseWriter) -> None:
    args = {"owner": "Harbour Guild", "owned": "Salt Line Ltd"}
    own(case, "owns", args=args, source="Company register")
    own(case, "owns", args=args, source="Annual report")

    brief = text(case, ask.brief)
    assert "mentions, 2 documents; owns Salt Line Ltd" in brief and "owns Salt Line Ltd – 2 notes" in brief, brief


def test_what_begins_several_ids_or_none_is_told_with_the_next_step(case: CaseWriter) -> None:
    with case.view() as view:
        with pytest.raises(UnknownName, match="whence claim list NAME"):
            find_claim(view, "zzzz")
        every = {c.id for c in view.claims()}
        first = min(every)[0]
        if sum(i.startswith(first) for i in every) > 1:
            with pytest.raises(BadEntry, match="Write more of it"):
                find_claim(view, first)
    with case.view() as view, pytest.raises(UnknownName, match="Known are affirmed, denied"):
        entry_of(view, "holds_role", TREASURER.items(), {}, polarity="maybe")


def test_what_can_be_claimed_is_listed_with_its_roles(tmp_path: Path) -> None:
    shown = CliRunner().invoke(cli, ["claim", "predicates", "--case", str(tmp_path / "none.whence")])
    assert shown.exit_code == 0
    assert "holds_role: " in shown.stdout and "roles: holder (needed), post (needed)" in shown.stdout

    one = CliRunner().invoke(cli, ["claim", "predicates", "owns", "--case", str(tmp_path / "none.whence")]).stdout
    assert "owner (needed): person, organization" in one.replace("organization, person", "person, organization")
    assert "holds_role" not in one


def test_a_claim_of_a_pack_that_is_gone_waits_and_breaks_nothing(case: CaseWriter, tmp_path: Path) -> None:
    sample = Path(__file__).parents[2] / "examples" / "packs" / "salt-coast"
    case.set_packs([open_pack(sample)])
    derive(case)
    own(case, "salvages", args={"salvor": "Harbour Guild", "wreck": "Petrel"}, dates={"date": "2014"})
    assert "Harbour Guild salvages Petrel" in text(case, list_claims)

    case.set_packs([])
    derive(case)

    listed = text(case, list_claims)
    assert "Waiting" in listed and "no pack in force has its predicate salvages" in listed
    assert "Harbour Guild salvages Petrel" in listed and "Harbour Guild salvages Petrel" in text(case, history)
    assert "salvages" not in text(case, ask.brief)
    case.set_packs([open_pack(sample)])
    derive(case)
    assert "Waiting" not in text(case, list_claims)
    case.set_packs([])


def test_the_history_tells_a_claim_as_it_was_read(case: CaseWriter) -> None:
    decide(case, the(case, "attacks").id, "reject", by=ANA, why="a fire")

    assert "reject Salt Pier is attacked by Pilot League" in text(case, history)
    assert "reject Salt Pier is attacked by Pilot League" not in text(case, list_claims)


def test_the_figures_of_brief_sources_and_export_add_up(case: CaseWriter) -> None:
    own(case, "owns", args={"owner": "Harbour Guild", "owned": "Salt Line Ltd"})
    own(case, "holds_role", args=TREASURER, sentence="Mara Lind became treasurer of the Harbour Guild in June 2015.")
    decide(case, the(case, "attacks").id, "reject", by=ANA, why="")

    exported, sources = len(rows(case)), text(case, ask.list_sources)
    assert f"{exported} claims: " in text(case, ask.brief) and "2 of them entered by hand" in text(case, ask.brief)
    told = re.findall(r"(\d+) claims in its own voice, (\d+) of others, (\d+) hedged", sources)
    assert "1 more claims stand in notes" in sources
    assert sum(int(n) for line in told for n in line) + 1 == exported


def test_nobody_does_a_thing_to_himself(case: CaseWriter) -> None:
    with case.view() as view, pytest.raises(BadEntry, match="'Mara Lind' is both owner and owned"):
        entry_of(view, "owns", [("owner", "Mara Lind"), ("owned", "Mara  Lind")], {})
