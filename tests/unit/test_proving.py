"""A case is proven anew, a claim is said plainly and read again, and claims from elsewhere are judged."""

import json
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.support import read_body

from whence.cli import cli
from whence.entering import decide, enter, entry_of
from whence.pipeline import ingest
from whence.present.exports import Claims
from whence.present.plain import to_json
from whence.proving import plainly, prove_case, read_again, verify
from whence.store import CaseView, CaseWriter

TEXT = """Gunmen of the Delta Union attacked the Lima customs house on 3 May 2019.

Renata Silva met Viktor Petrenko in Recife in June 2019. It was a long day for everybody in the old harbour.

The rebels' leader, Viktor Petrenko, denied it.
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    path = tmp_path / "c.whence"
    with CaseWriter(path) as writer:
        report = ingest([tmp_path / "a.txt"], writer)
    assert (report.claims, report.proposals) != (0, 0)
    return path


def test_a_claim_is_said_plainly_and_read_again() -> None:
    doc, layers = read_body("In June 2019 the chairwoman, Renata Silva, met Viktor Petrenko.")
    met = next(c for c in layers.claims if c.predicate == "meets")

    assert plainly(doc, met) == "Renata Silva met Viktor Petrenko in June 2019."
    assert read_again(doc, [met]) == {met.id}


def test_proving_a_case_stores_the_highest_step_and_changes_nothing_else(case: Path) -> None:
    with CaseView(case) as view:
        before = {c.id: c for c in view.claims()}
        derived = list(view.dump_derived())
    with CaseWriter(case) as writer:
        told = prove_case(writer)
    with CaseView(case) as view:
        after = {c.id: c for c in view.claims()}
        assert list(view.dump_derived()) == derived

    assert told.claims == len(after) == len(before)
    assert "P4" in {c.proof for c in after.values()}
    assert all(after[i].proof >= before[i].proof for i in before)


def test_what_was_exported_is_accepted_and_what_was_tampered_with_is_not(case: Path) -> None:
    with CaseView(case) as view:
        rows = [json.loads(to_json(row)) for row in Claims().rows(view)]
        attack = next(row for row in rows if row["predicate"] == "attacks")
        moved = {**attack, "valid": {**attack["valid"], "start": "2020", "end": "2020", "edtf": "2020"}}
        other = {**attack, "quote": attack["quote"].replace("Lima", "Lagos")}

        verdicts = [(o.accepted, o.proof.step) for o in verify(view, [attack, moved, other])]

    assert verdicts == [(True, "P3"), (False, "P0"), (False, "")]


def test_proposals_are_counted_and_listed(case: Path, tmp_path: Path) -> None:
    with CaseView(case) as view:
        number = sum(view.proposal_counts().values())
        assert number == len(list(view.proposals()))

    listed = CliRunner().invoke(cli, ["proposals", "--case", str(case)])
    problems = CliRunner().invoke(cli, ["problems", "--case", str(case)])

    assert listed.output.startswith(f"{number} proposals")
    assert (f"{number} readings could not be proven" in problems.output) == bool(number)


def test_prove_judges_claims_of_a_file(case: Path, tmp_path: Path) -> None:
    offer = tmp_path / "offer.jsonl"
    with CaseView(case) as view:
        offer.write_text("\n".join(to_json(row) for row in Claims().rows(view)))

    result = CliRunner().invoke(cli, ["prove", "--offer", str(offer), "--case", str(case), "--json"])

    assert result.exit_code == 0
    assert {"id", "accepted", "proof"} <= json.loads(result.output)[0].keys()


def test_claims_that_a_person_signed_are_counted_apart_and_a_note_proves_nothing(case: Path, tmp_path: Path) -> None:
    with CaseWriter(case) as writer:
        with writer.view() as view:
            first, second, *_ = sorted(c.id for c in view.claims())
            entry = entry_of(view, "owns", [("owner", "Renata Silva"), ("owned", "Salt Line Ltd")], {})
        decide(writer, first, "reject", by="Ana", why="")
        decide(writer, second, "accept", by="Ana", why="")
        enter(writer, [entry], by="Ana")
        told = prove_case(writer)
    rows = tmp_path / "rows.jsonl"
    assert CliRunner().invoke(cli, ["export", "claims", "--case", str(case), "-o", str(rows)]).exit_code == 0
    claims = [json.loads(line) for line in rows.read_text().splitlines()]

    steps = Counter(c["proof"] for c in claims if c["status"] == "machine")
    assert (told.claims, told.signed, told.steps) == (sum(steps.values()), 3, dict(steps))
    offered = CliRunner().invoke(cli, ["prove", "--offer", str(rows), "--case", str(case)])
    assert "it stands in a person's note" in offered.stdout


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "line 1: this is no JSON"),
        ("[1]", "line 1: this is no claim"),
        ("", "it holds no claim"),
        ('{"predicate": "owns"}', "claim 1: args, start, end, document is missing or wrong"),
        ('{"predicate": "ownz", "args": [], "start": 0, "end": 1, "source": "a.txt"}', "'ownz' is none"),
        ('{"predicate": "owns", "args": [], "start": 0, "end": 1, "source": "b.txt"}', "whence sources"),
    ],
)
def test_what_is_no_claim_is_told_with_file_and_place(case: Path, tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "rows.jsonl").write_text(text)

    done = CliRunner().invoke(cli, ["prove", "--offer", str(tmp_path / "rows.jsonl"), "--case", str(case)])

    assert done.exit_code == 1
    assert "rows.jsonl, " in str(done.exception) and told in str(done.exception)
