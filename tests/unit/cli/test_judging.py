"""A person's hand: what somebody decided holds over every rule, and nothing that happens to the texts loses it."""

import json
import shutil
from math import exp
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from whence.cli import cli
from whence.errors import BadInput, NotDecided, TwoMeant, UnknownName
from whence.model import Judgement
from whence.store import CaseView, CaseWriter

from .harbour import write

SAME = ["Joseph Okello", "Joseph Okelli"]


def run(*args: str | Path, input: str | None = None) -> Result:
    return CliRunner().invoke(cli, [str(a) for a in args], input=input, env={"WHENCE_BY": "Ines"})


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a case that was really read."""
    folder = tmp_path_factory.mktemp("harbour")
    docs = write(folder / "docs")
    assert run("ingest", docs, "--case", folder / "c.whence", "--workers", "1").exit_code == 0
    return folder


@pytest.fixture
def case(read: Path, tmp_path: Path) -> Path:
    """A copy of it: `docs` beside the case file."""
    shutil.copytree(read / "docs", tmp_path / "docs")
    shutil.copy(read / "c.whence", tmp_path / "c.whence")
    return tmp_path / "c.whence"


def judge(case: Path, *args: str) -> Result:
    done = run("judge", *args, "--case", case)
    assert done.exit_code == 0, done.output
    return done


def bearers(case: Path) -> list[set[str]]:
    """The names of each person by the files in which they stand."""
    with CaseView(case) as view:
        sources = dict(view.sources())
        out = []
        for entity in view.entities():
            names = {n for n, _ in entity.names}
            files = {Path(sources[d]).name for d in view.documents_of(entity.id)}
            out.append({f"{n}@{f}" for n in names for f in files if (n, f) in _stands(view, entity.id)})
    return [x for x in out if any("Okell" in n for n in x)]


def _stands(view: CaseView, entity: str) -> set[tuple[str, str]]:
    found = set()
    for span in view.mentions_of(entity):
        doc = view.document(span.doc_id)
        found.add((doc.quote(span), Path(doc.source).name))
    return found


JOINED = [{"Joseph Okello@a.txt", "Joseph Okello@c.txt", "Joseph Okelli@b.txt"}]
APART = [{"Joseph Okello@a.txt", "Joseph Okello@c.txt"}, {"Joseph Okelli@b.txt"}]
SPLIT = [{"Joseph Okello@a.txt"}, {"Joseph Okelli@b.txt"}, {"Joseph Okello@c.txt"}]


def alike(one: list[set[str]], other: list[set[str]]) -> bool:
    return sorted(map(sorted, one)) == sorted(map(sorted, other))


def test_untouched_the_slip_is_apart_and_asked_about(case: Path) -> None:
    assert alike(bearers(case), APART)
    assert "Joseph Okello = Joseph Okelli?" in run("review", "--list", "--case", case).stdout


def test_same_joins_two_names_and_says_what_was_kept(case: Path) -> None:
    done = judge(case, "same", *SAME, "--why", "one letter")

    assert "Joseph Okello and Joseph Okelli are the same (Ines)" in done.stdout
    assert alike(bearers(case), JOINED)
    assert "Joseph Okello" not in run("review", "--list", "--case", case).stdout


def test_different_parts_what_a_rule_takes_for_the_very_same(case: Path) -> None:
    judge(case, "different", "Joseph Okello@c.txt", "Joseph Okello@a.txt", "--why", "another man")

    assert alike(bearers(case), SPLIT)


@pytest.mark.parametrize("verdict", ["different", "unsure"])
def test_what_was_decided_is_asked_no_more(case: Path, verdict: str) -> None:
    judge(case, verdict, *SAME)

    assert alike(bearers(case), APART)
    assert "Nothing waits for a person." in run("review", "--list", "--case", case).stdout


DECISIONS = [
    (("same", *SAME), JOINED),
    (("different", "Joseph Okello@c.txt", "Joseph Okello@a.txt"), SPLIT),
]


@pytest.mark.slow
@pytest.mark.parametrize(("decision", "wanted"), DECISIONS, ids=["same", "different"])
@pytest.mark.parametrize("accident", ["rebuild", "read again", "another edition of the reader", "taken out and back"])
def test_a_decision_outlives(case: Path, decision: tuple[str, ...], wanted: list[set[str]], accident: str) -> None:
    judge(case, *decision)

    if accident == "rebuild":
        run("rebuild", "--case", case)
    elif accident == "read again":
        assert "3 read again" in run("ingest", case.parent / "docs", "--again", "--case", case).stdout
    elif accident == "another edition of the reader":
        _renumber_chains(case)
    else:
        for name in ("a.txt", "b.txt", "c.txt"):
            run("remove", name, "--case", case)
        assert bearers(case) == []
        run("ingest", case.parent / "docs", "--case", case)

    assert alike(bearers(case), wanted)


def _renumber_chains(case: Path) -> None:
    """Give every chain another id, as new readings with other mentions would."""
    from dataclasses import replace

    from whence.pipeline import derive

    with CaseWriter(case) as writer:
        for doc in list(writer.view().documents()):
            layers = writer.view().layers(doc.id)
            chains = tuple(replace(c, id=c.id[::-1]) for c in layers.chains)
            writer.reread(doc, replace(layers, chains=chains))
        derive(writer)


@pytest.mark.slow
def test_a_decision_holds_in_documents_that_come_later(case: Path) -> None:
    judge(case, "same", *SAME)
    run("ingest", write(case.parent / "more", "d.txt"), "--case", case)

    (everybody,) = bearers(case)
    assert {"Joseph Okelli@d.txt", "Joseph Okello@d.txt"} < everybody


@pytest.mark.slow
def test_a_parted_namesake_stays_apart_when_more_is_read(case: Path) -> None:
    judge(case, "different", "Joseph Okello@c.txt", "Joseph Okello")
    run("ingest", write(case.parent / "more", "d.txt"), "--case", case)

    assert {"Joseph Okello@c.txt"} in bearers(case)
    assert {"Joseph Okello@a.txt", "Joseph Okello@d.txt"} in bearers(case)


def test_a_decision_whose_name_is_gone_is_kept_and_waits(case: Path) -> None:
    judge(case, "same", *SAME, "--why", "one letter")
    run("remove", "b.txt", "--case", case)

    listed = run("judgements", "list", "--case", case).stdout
    assert "Waiting: their names are not in the case now" in listed
    assert "Joseph Okello and Joseph Okelli are the same" in listed and "one letter" in listed
    run("ingest", case.parent / "docs", "--case", case)
    assert "Waiting" not in run("judgements", "list", "--case", case).stdout
    assert alike(bearers(case), JOINED)


def test_to_undo_is_to_decide_again_and_deletes_nothing(case: Path) -> None:
    judge(case, "same", *SAME)
    assert judge(case, "undo", *reversed(SAME)).stdout.startswith("Taken back")

    assert alike(bearers(case), APART)
    with CaseView(case) as view:
        assert [j.verdict for j in view.judgements()] == ["positive", "withdrawn"]
    assert "Taken back" in run("judgements", "list", "--case", case).stdout
    assert isinstance(run("judge", "undo", *SAME, "--case", case).exception, NotDecided)


def test_of_two_people_the_later_is_heard_and_both_are_shown(case: Path) -> None:
    judge(case, "same", *SAME, "--by", "Ines", "--why", "one letter")
    judge(case, "different", *SAME, "--by", "Bo", "--why", "two men")

    assert alike(bearers(case), APART)
    for command in (["why", *SAME], ["who", "Joseph Okelli"]):
        told = run(*command, "--case", case).stdout
        assert "judged by Ines: one letter; overruled" in told
        assert "judged by Bo: two men" in told
    error = run("judge", "undo", *SAME, "--by", "Cy", "--case", case).exception
    assert "Bo did" in str(error)
    judge(case, "undo", *SAME, "--by", "Bo")
    assert alike(bearers(case), JOINED)


def test_a_name_of_two_is_not_judged_and_one_of_nobody_neither(case: Path) -> None:
    judge(case, "different", "Joseph Okello@c.txt", "Joseph Okello@a.txt")

    assert isinstance(run("judge", "same", *SAME, "--case", case).exception, TwoMeant)
    assert "a.txt" in str(run("judge", "same", *SAME, "--case", case).exception)
    assert isinstance(run("judge", "same", "Okello Joseph Abel", SAME[1], "--case", case).exception, UnknownName)
    assert isinstance(run("judge", "same", SAME[0], SAME[0] + "@a.txt", "--case", case).exception, TwoMeant)
    assert isinstance(run("judge", "same", "Grace Wanjiru", "Grace Wanjiru", "--case", case).exception, NotDecided)


def test_why_tells_decisions_comparisons_and_what_the_names_say(case: Path) -> None:
    before = json.loads(run("why", *SAME, "--case", case, "--json").stdout)
    judge(case, "same", *SAME, "--why", "one letter")
    after = json.loads(run("why", *SAME, "--case", case, "--json").stdout)

    titles = [s["title"] for s in before["sections"]]
    assert titles[:2] == ["Reasons", "Waiting for a person"] and titles[2].startswith("The names by themselves: 0.9")
    assert before["citations"] and before["title"].startswith("Joseph Okello and Joseph Okelli are two")
    assert after["title"].startswith("Joseph Okello and Joseph Okelli are one")
    assert after["sections"][0]["lines"][0]["note"] == "judged by Ines: one letter"
    weights = [line["when"] for line in before["sections"][2]["lines"]]
    assert all(w[0] in "+-" for w in weights)
    odds = sum(map(float, weights))  # what is shown adds up to the score that is shown
    assert f"{1 / (1 + exp(-odds)):.2f}" in titles[2]


def test_the_queue_stands_in_brief_conflicts_and_dossier(case: Path) -> None:
    for command in (["brief"], ["conflicts"], ["who", "Joseph Okelli"]):
        answer = json.loads(run(*command, "--case", case, "--json").stdout)
        (line,) = [x for s in answer["sections"] for x in s["lines"] if x["text"] == "Joseph Okello = Joseph Okelli?"]
        quotes = {c["number"]: c["quote"] for c in answer["citations"]}
        assert any("Okelli" in quotes[n] for n in line["citations"])
        assert any("Okello" in quotes[n] for n in line["citations"])


def test_split_takes_a_document_out_and_undo_by_judging_brings_it_back(case: Path) -> None:
    done = run("split", "Joseph Okello", "--document", "c.txt", "--why", "a namesake", "--case", case)
    assert done.exit_code == 0 and alike(bearers(case), SPLIT)
    run("ingest", case.parent / "docs", "--again", "--case", case)
    assert alike(bearers(case), SPLIT)

    judge(case, "undo", "Joseph Okello@c.txt", "Joseph Okello")
    assert alike(bearers(case), APART)


def test_split_takes_a_name_out_that_was_joined(case: Path) -> None:
    judge(case, "same", *SAME)
    assert run("split", "Joseph Okello", "Joseph Okelli", "--case", case).exit_code == 0

    assert alike(bearers(case), APART)


def test_what_was_decided_in_one_act_is_taken_back_in_one(case: Path) -> None:
    judge(case, "same", *SAME)
    run("split", "Joseph Okello", "--document", "c.txt", "--document", "b.txt", "--case", case)
    assert alike(bearers(case), [{"Joseph Okello@a.txt"}, {"Joseph Okello@c.txt", "Joseph Okelli@b.txt"}])

    done = judge(case, "undo", "Joseph Okelli", "Joseph Okello")

    assert done.stdout.count("Taken back: ") > 1
    assert alike(bearers(case), JOINED)


def test_a_person_and_a_place_are_joined_with_a_word_of_warning(case: Path) -> None:
    assert "was read as a person, Nairobi as a place" in judge(case, "same", "Grace Wanjiru", "Nairobi").stderr


@pytest.mark.parametrize(
    "what", [["Grace Wanjiru", "Grace Wanjiru"], ["Grace Wanjiru", "--document", "c.txt"], ["Grace Wanjiru"]]
)
def test_a_split_that_moves_nobody_or_everybody_is_refused(case: Path, what: list[str]) -> None:
    assert isinstance(run("split", *what, "--case", case).exception, NotDecided)


def test_rename_sets_the_printed_name_and_keeps_those_of_the_texts(case: Path) -> None:
    assert run("rename", "Joseph Okello", "J. Okello, chair", "--case", case).exit_code == 0
    run("ingest", case.parent / "docs", "--again", "--case", case)

    assert run("who", "J. Okello, chair", "--case", case).stdout.startswith("J. Okello, chair (person)")
    assert "J. Okello, chair meets Grace Wanjiru" in run("timeline", "--case", case).stdout
    assert "also Joseph Okello" in run("who", "Joseph Okello", "--case", case).stdout
    judge(case, "same", "J. Okello, chair", "Joseph Okelli")
    assert alike(bearers(case), JOINED)
    assert run("rename", "Joseph Okello", "--undo", "--case", case).exit_code == 0
    assert run("who", "Joseph Okello", "--case", case).stdout.startswith("Joseph Okello (person)")
    assert isinstance(run("rename", "Joseph Okello", "--undo", "--case", case).exception, NotDecided)


def test_review_shows_both_sentences_with_the_names_marked_and_keeps_each_key(case: Path) -> None:
    done = run("review", "--case", case, input="s one letter\n")

    assert "[1 of 1] Joseph Okello = Joseph Okelli?" in done.stdout
    assert "“«Joseph Okelli» visited Mombasa on 9 June 2019.”" in done.stdout
    assert "“«Joseph Okello» has chaired the Kisumu Harbour Board since March 2017.”" in done.stdout
    assert "It may be a slip of the pen" in done.stdout
    assert "1 decided by Ines, 0 left" in done.stdout
    assert alike(bearers(case), JOINED)
    with CaseView(case) as view:
        (judgement,) = view.judgements()
    assert (judgement.who, judgement.why, judgement.verdict) == ("Ines", "one letter", "positive")
    assert "Mombasa" in judgement.evidence


@pytest.mark.parametrize(
    ("keys", "verdicts", "left"),
    [
        ("k\n", [], 1),
        ("x\n?\nd\n", ["negative"], 0),
        ("s\nz\nd\n", ["positive", "withdrawn", "negative"], 0),
        ("q\n", [], 1),
        ("", [], 1),
        ("z\nu\n", ["unsure"], 0),
    ],
)
def test_review_keys(case: Path, keys: str, verdicts: list[str], left: int) -> None:
    done = run("review", "--case", case, input=keys)

    assert done.exit_code == 0 and f"{left} left" in done.stdout
    with CaseView(case) as view:
        assert [j.verdict for j in view.judgements()] == verdicts


def test_a_mixed_name_is_asked_about_and_its_answer_is_kept(tmp_path: Path) -> None:
    case = tmp_path / "c.whence"
    run("ingest", write(tmp_path / "docs", "e.txt"), "--case", case)
    assert "Ali Homeidani: " in run("review", "--list", "--kind", "blend", "--case", case).stdout

    done = run("review", "--kind", "blend", "--case", case, input="2 the governor\n")
    assert "1 decided" in done.stdout
    told = run("conflicts", "--case", case).stdout
    assert "decided: it is" in told and "(Ines)" in told
    run("ingest", tmp_path / "docs", "--again", "--case", case)
    assert "Ali Homeidani: " not in run("review", "--list", "--case", case).stdout
    with CaseView(case) as view:
        (bearer,) = [e for e in view.entities() if "Ali Homeidani" in dict(e.names)]
        assert len(bearer.names) == 2


def test_judgements_go_to_another_case_of_the_same_documents(case: Path, read: Path, tmp_path: Path) -> None:
    judge(case, "same", *SAME, "--why", "one letter")
    judge(case, "different", "Joseph Okello@c.txt", "Joseph Okello@a.txt", "--by", "Bo")
    run("rename", "Grace Wanjiru@a.txt", "Mrs Wanjiru", "--case", case)
    out, other = tmp_path / "j.jsonl", tmp_path / "other.whence"
    run("judgements", "export", "--case", case, "-o", out)
    shutil.copy(read / "c.whence", other)

    first, second = (json.loads(run("judgements", "import", out, "--case", other, "--json").stdout) for _ in range(2))

    assert (first["new"], first["known"], second["new"], second["known"]) == (3, 0, 0, 3)
    assert alike(bearers(other), bearers(case))
    with CaseView(case) as one, CaseView(other) as two:
        assert list(one.judgements()) == list(two.judgements())


def test_judgements_go_through_a_resolver_file_of_nomenklatura(case: Path, read: Path, tmp_path: Path) -> None:
    judge(case, "same", *SAME)
    judge(case, "different", "Grace Wanjiru", "Daniel Mutua")
    out, other = tmp_path / "resolver.ijson", tmp_path / "other.whence"
    run("judgements", "export", "--format", "nomenklatura", "--case", case, "-o", out)
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    with CaseView(read / "c.whence") as view:
        ids = {e.id for e in view.entities()}
    shutil.copy(read / "c.whence", other)

    done = json.loads(run("judgements", "import", out, "--case", other, "--json").stdout)

    assert [row[2] for row in rows] == ["positive", "negative"] and all(len(row) == 6 for row in rows)
    assert {i for row in rows for i in row[:2]} <= ids and all(row[0] > row[1] for row in rows)
    assert (done["new"], done["left_out"]) == (2, [])
    assert alike(bearers(other), JOINED)


def test_canonical_ids_of_nomenklatura_tie_those_that_are_joined_to_them(case: Path, tmp_path: Path) -> None:
    with CaseView(case) as view:
        ids = {e.name: e.id for e in view.entities()}
    rows = [
        ["NK-abc", ids["Joseph Okello"], "positive", None, "fritz", "2026-01-01T10:00:00"],
        ["NK-abc", ids["Joseph Okelli"], "positive", 0.9, "fritz", "2026-01-02T10:00:00"],
        [ids["Grace Wanjiru"], "NK-abc", "negative", None, "fritz", "2026-01-03T10:00:00"],
        ["Q99", "gone-1", "positive", None, "fritz", "2026-01-03T10:00:00"],
        [ids["Daniel Mutua"], ids["Grace Wanjiru"], "no_judgement", None, None, None],
    ]
    file = tmp_path / "r.ijson"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))

    done = json.loads(run("judgements", "import", file, "--case", case, "--json").stdout)

    assert done["new"] == 2 and len(done["left_out"]) == 2
    assert alike(bearers(case), JOINED)
    assert "Daniel Mutua" not in run("judgements", "list", "--case", case).stdout


@pytest.mark.parametrize("text", ["{", '{"kind": "identity"}', '["a", "b", "maybe"]', '["a"]'])
def test_a_broken_line_stops_an_import_before_anything_is_taken_in(case: Path, tmp_path: Path, text: str) -> None:
    good = json.dumps(
        dict.fromkeys(("subject", "object", "who", "when"), "A") | {"kind": "identity", "verdict": "positive"}
    )
    file = tmp_path / "j"
    file.write_text((good if text.startswith("{") else '["a", "b", "positive", null, null, null]') + f"\n{text}\n")

    done = run("judgements", "import", file, "--case", case)

    assert isinstance(done.exception, BadInput) and "line 2" in str(done.exception)
    with CaseView(case) as view:
        assert list(view.judgements()) == []


def test_an_empty_file_of_judgements_is_told(case: Path, tmp_path: Path) -> None:
    (tmp_path / "j").write_text("\n")

    error = run("judgements", "import", tmp_path / "j", "--case", case).exception

    assert isinstance(error, BadInput) and "no judgement stands in this file" in str(error)


def test_a_later_decision_is_later_even_when_the_clock_is_wrong(case: Path) -> None:
    with CaseWriter(case) as writer:
        writer.judge(Judgement("identity", *SAME, "positive", "Bo", "2999-01-01T00:00:00+00:00"))
    judge(case, "different", *SAME)

    assert alike(bearers(case), APART)


def test_an_older_case_is_brought_up_and_keeps_its_judgements(case: Path) -> None:
    import sqlite3

    judge(case, "same", *SAME)
    with sqlite3.connect(case) as db:  # as the first version of the file had it
        for table in ("doubts", "judged", "told", "signed", "notes", "packs", "read_by", "candidates"):
            db.execute(f"DROP TABLE {table}")
        db.execute("ALTER TABLE judgements DROP COLUMN evidence")
        db.execute("PRAGMA user_version = 1")
    db.close()

    assert "Run `whence rebuild`" in run("judgements", "list", "--case", case).stderr
    run("rebuild", "--case", case)
    assert alike(bearers(case), JOINED)


def test_a_decision_is_taken_back_by_any_name_of_its_bearers(case: Path) -> None:
    docs = case.parent / "more"
    docs.mkdir()
    (docs / "f.txt").write_text("Rosa Achieng visited Kisumu on 2 May 2019. Achieng praised the Lake Union.\n")
    run("ingest", docs, "--case", case, "--workers", "1")
    judge(case, "same", "Achieng", "Grace Wanjiru")

    assert "Taken back: " in judge(case, "undo", "Grace Wanjiru", "Achieng").stdout
    told = str(run("judge", "undo", "Achieng", "Grace Wanjiru", "--case", case, "--by", "Ines").exception)
    assert "has decided nothing about" in told and "whence judgements list" in told


def test_two_of_one_name_are_asked_about_by_their_documents(case: Path) -> None:
    run("split", "Joseph Okello", "--document", "c.txt", "--case", case)

    shown = run("why", "Joseph Okello@a.txt", "Joseph Okello@c.txt", "--case", case).stdout
    assert shown.startswith("Joseph Okello@a.txt and Joseph Okello@c.txt are two")
    assert "The names by themselves" not in shown
    assert "is accused of theft" in run("who", "Joseph Okello@c.txt", "--case", case).stdout
    assert "Joseph Okello (person; Joseph Okello@" in run("who", "Joseph Okello", "--case", case).stdout
    lost = run("who", "Grace Wanjiru@c.txt", "--case", case)
    assert lost.exit_code == 1 and "No person, body or place in" in str(lost.exception)


def test_a_split_goes_through_a_resolver_file_of_nomenklatura(case: Path, read: Path, tmp_path: Path) -> None:
    out, other = tmp_path / "resolver.ijson", tmp_path / "other.whence"
    run("split", "Joseph Okello", "--document", "c.txt", "--case", case)
    run("judgements", "export", "--format", "nomenklatura", "--case", case, "-o", out)
    shutil.copy(read / "c.whence", other)

    assert json.loads(run("judgements", "import", out, "--case", other, "--json").stdout)["new"] == 1
    assert alike(bearers(other), SPLIT)


def test_somebody_of_a_claim_of_ones_own_is_judged_under_the_name_there_not_the_label(case: Path) -> None:
    run("claim", "add", "owns", "owner=Gil Harnett", "owned=Lake Union", "--case", case, "--by", "Ines")
    run("rename", "Gil Harnett", "Gilbert Harnett", "--case", case)

    done = judge(case, "same", "Gilbert Harnett", "Grace Wanjiru")

    assert "Kept: Gil Harnett and Grace Wanjiru are the same" in done.stdout
    assert "owns Lake Union" in run("who", "Grace Wanjiru", "--case", case).stdout
    assert "Taken back" in judge(case, "undo", "Gil Harnett", "Grace Wanjiru").stdout


@pytest.mark.parametrize(
    "words",
    [
        ["judge", "same", "Joseph Okello", "Grace Wanjiru", "--by", " "],
        ["rename", "Joseph Okello", "  ", "--by", "Ines"],
        ["review", "--by", ""],
    ],
)
def test_nobody_decides_and_nothing_is_no_name(case: Path, words: list[str]) -> None:
    assert run(*words, "--case", case).exit_code == 2


def test_a_name_that_a_text_gives_to_the_bearer_of_another_cannot_go_alone(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text('Grace Wanjiru, alias "the Heron", met Joseph Okello in Oslo.\n')
    (tmp_path / "docs" / "b.txt").write_text("Grace Wanjiru left Oslo in May.\n")
    run("ingest", tmp_path / "docs", "--case", tmp_path / "c.whence")

    refused = run("split", "Grace Wanjiru", "the Heron", "--case", tmp_path / "c.whence").exception

    assert isinstance(refused, (NotDecided, UnknownName))
    assert not json.loads(run("judgements", "list", "--case", tmp_path / "c.whence", "--json").stdout)["sections"]
