"""Commands by which an analyst enters claims, decides about those that were read, and sets a document's data."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from whence.cli.shared import case_option, json_option, open_view, print_json, show

if TYPE_CHECKING:
    from whence.model import Judgement

F = TypeVar("F", bound=Callable[..., Any])
_DATES = ("start", "end", "date")


def signed(function: F) -> F:
    """Add ``--by`` and ``--why``."""
    why = click.option("--why", default="", help="The reason, kept with the decision.")(function)
    return click.option("--by", required=True, envvar="WHENCE_BY", metavar="NAME", help="Who says it.")(why)


def stated(function: F) -> F:
    """Add what a claim states beside its arguments: dates, polarity, certainty."""
    for option, text in (
        ("--certainty", "asserted, likely, alleged ... (the words of the glossary)."),
        ("--polarity", "affirmed or denied."),
        ("--date", "The day of an event; of a state, a day on which it held."),
        ("--end", "When it ended."),
        ("--start", "When it began."),
    ):
        function = click.option(option, metavar="DATE" if option[2:] in _DATES else "WORD", help=text)(function)
    return function


@click.group()
def claim() -> None:
    """Claims of your own, and decisions about claims that were read."""


@claim.command()
@click.argument("predicate")
@click.argument("arguments", nargs=-1, required=True, metavar="ROLE=WORDS...")
@case_option
@json_option
@stated
@click.option("--sentence", default="", help="The sentence that proves it; looked for in the documents of the case.")
@click.option("--source", default="", help="Where it stands: a document of the case, or any words.")
@click.option("--page", type=click.IntRange(1), help="The page of the source.")
@click.option("--published", metavar="DATE", default="", help="When the source came out.")
@click.option("--said-by", default="", metavar="NAME", help="Who says it, where that is not the source itself.")
@signed
def add(
    predicate: str,
    arguments: tuple[str, ...],
    case: Path,
    as_json: bool,
    sentence: str,
    source: str,
    page: int | None,
    published: str,
    said_by: str,
    by: str,
    why: str,
    **said: str | None,
) -> None:
    """Enter a claim of your own: `whence claim add holds_role holder="Ana Duarte" post=mayor of=Oslo --start 2014`.

    A name means the one of the case that bears it, else somebody new; `role=@ID` chooses an entity by its id, and
    `role:organization=NAME` tells what a new name is. Your claim outranks what was read.
    """
    from whence.entering import date_of, enter, entry_of, unplaced
    from whence.standing import entry_in_words
    from whence.store import CaseWriter

    _say_new(case)
    with CaseWriter(case) as writer:
        with writer.view() as view:
            entry = entry_of(
                view,
                predicate,
                _pairs(arguments),
                _dates(said),
                polarity=said["polarity"],
                certainty=said["certainty"],
                sentence=" ".join(sentence.split()),
                source=source,
                page=page,
                published=date_of(published),
                said_by=said_by,
            )
        (entered,) = enter(writer, [entry], by=by, why=why)
        writer.log("claim add", entered.judgement)
        with writer.view() as view:
            stands = next((j.claim for j in view.signed() if entered.judgement in j.judgements), None)
            lost = [why_ for _, why_ in unplaced(view, [(entry, entered.judgement)])]
    told = "Entered" if entered.new else "It stood already"
    facts = {"judgement": entered.judgement, "claim": stands.id if stands else None, "new": entered.new}
    _done(facts, f"{told}: {entry_in_words(entry)} [{entered.judgement[:8]}]", as_json)
    for reason in lost:
        click.echo(f"whence: {reason}: the claim stands in a note of yours. See {_WITHDRAW}.", err=True)


_WITHDRAW = "`whence claim list`, and `whence claim withdraw ID` to enter it anew"


def _say_new(case: Path) -> None:
    """A mistyped --case is seen at once."""
    if not case.exists():
        click.echo(f"whence: {case} is a new case.", err=True)


@claim.command(name="import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@case_option
@json_option
@click.option(
    "--map",
    "mapping",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A YAML file: columns, predicates ... (docs/claims.md).",
)
@click.option("--column", "columns", multiple=True, metavar="HEADING=MEANING", help="What one column holds.")
@click.option("--predicate", help="The predicate of every row that names none.")
@click.option("--date-order", type=click.Choice(["day", "month"]), help="Which comes first in 3/4/2014.")
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.option("--dry-run", is_flag=True, help="Show the mapping and the bad rows; write nothing.")
@signed
def import_(
    file: Path,
    case: Path,
    as_json: bool,
    mapping: Path | None,
    columns: tuple[str, ...],
    predicate: str | None,
    date_order: str | None,
    yes: bool,
    dry_run: bool,
    by: str,
    why: str,
) -> None:
    """Enter the rows of a spreadsheet (CSV) as claims of your own.

    What each column holds is guessed from its heading and shown before anything is written. A row that cannot be taken
    is named with its reason; the others are kept.
    """
    from whence.ask.wording import counted
    from whence.entering import enter, unplaced
    from whence.spreadsheet import mapped, read_sheet, rows_of
    from whence.store import CaseWriter

    sheet = read_sheet(file)
    plan = mapped(sheet, mapping, dict(_pairs(columns, "HEADING=MEANING")), predicate, date_order or "")
    for line in plan.lines():
        click.echo(line, err=True)
    _say_new(case)
    lost: list[tuple[Any, str]] = []
    with CaseWriter(case) as writer:
        with writer.view() as view:
            good, bad = rows_of(view, sheet, plan)
        for row in bad:
            click.echo(f"  {sheet.name}, row {row.number}: {row.reason}", err=True)
        if dry_run or not good:
            entered = []
        else:
            if not yes and not as_json:
                click.confirm(f"Enter {counted(len(good), 'claim')} by {by}?", default=True, abort=True, err=True)
            entries = [row.entry for row in good]
            entered = enter(writer, entries, by=by, why=why)
            with writer.view() as view:
                lost = list(unplaced(view, [(e, done.judgement) for e, done in zip(entries, entered, strict=True)]))
            writer.log(f"claim import {file}", f"{len(entered)} rows, {len(bad)} bad")
    new = sum(e.new for e in entered)
    facts: dict[str, object] = {
        "entered": new,
        "known": len(entered) - new,
        "bad": [{"row": row.number, "reason": row.reason} for row in bad],
        "columns": plan.columns,
    }
    for entry, reason in lost:
        click.echo(f"  {entry.row}: {reason}: it stands in a note", err=True)
    if dry_run:
        facts["good"] = len(good)
        told = f"Nothing was written. {counted(len(good), 'row')} can be entered, {len(bad)} cannot."
    else:
        told = (
            f"{counted(new, 'claim')} entered, {len(entered) - new} stood already, {counted(len(bad), 'row')} left out."
        )
    _done(facts, told, as_json)
    if not good:
        raise SystemExit(1)


@claim.command()
@click.argument("claim_id", metavar="ID")
@case_option
@json_option
@signed
def accept(claim_id: str, case: Path, as_json: bool, by: str, why: str) -> None:
    """Say that a claim was read right: from now on it has your name behind it, and outranks what was only read."""
    _decide(case, claim_id, "accept", by, why, as_json)


@claim.command()
@click.argument("claim_id", metavar="ID")
@case_option
@json_option
@signed
def reject(claim_id: str, case: Path, as_json: bool, by: str, why: str) -> None:
    """Say that a claim was read wrong: it leaves every answer and export, and stays in the history."""
    _decide(case, claim_id, "reject", by, why, as_json)


@claim.command()
@click.argument("claim_id", metavar="ID")
@click.argument("arguments", nargs=-1, metavar="[ROLE=WORDS...]")
@case_option
@json_option
@stated
@signed
def correct(
    claim_id: str, arguments: tuple[str, ...], case: Path, as_json: bool, by: str, why: str, **said: str | None
) -> None:
    """Put a claim right: its arguments (`role=` with nothing behind it takes one away), time, polarity, certainty."""
    from whence.entering import CORRECT, change_of, find_claim

    with open_view(case) as view:
        found = find_claim(view, claim_id)
        rest = {"polarity": said["polarity"], "certainty": said["certainty"]}
        change = change_of(view, found, _pairs(arguments), _dates(said), **rest)
    _decide(case, claim_id, CORRECT, by, why, as_json, change=change)


@claim.command()
@click.argument("judgement", metavar="ID")
@case_option
@json_option
@signed
def withdraw(judgement: str, case: Path, as_json: bool, by: str, why: str) -> None:
    """Take back a claim of your own or a decision, by the id that `whence claim history` shows. Both stay there."""
    from whence.entering import withdraw as run
    from whence.store import CaseWriter

    with CaseWriter(case) as writer:
        made = run(writer, judgement, by=by, why=why)
        writer.log("claim withdraw", made.object)
    _told(made, f"Withdrawn: {made.object[:8]}", as_json)


@claim.command(name="list")
@click.argument("name", required=False)
@case_option
@json_option
def list_(name: str | None, case: Path, as_json: bool) -> None:
    """Claims that people entered or decided about, and decisions that wait; with NAME, every claim about it, by id."""
    from whence.opinions import list_claims

    with open_view(case) as view:
        show(list_claims(view, name), as_json)


@claim.command(name="predicates")
@click.argument("name", metavar="[PREDICATE]", required=False)
@case_option
@json_option
def predicates_(name: str | None, case: Path, as_json: bool) -> None:
    """What can be claimed, with roles; with PREDICATE what may fill each. Those of the case's packs are among them."""
    from whence.cli.packs import put_in_force
    from whence.opinions import list_predicates

    if case.exists():
        open_view(case).close()  # puts the packs of the case in force
    else:
        put_in_force(())
    show(list_predicates(name), as_json)


@claim.command()
@click.argument("claim_id", metavar="[ID]", required=False)
@case_option
@json_option
def history(claim_id: str | None, case: Path, as_json: bool) -> None:
    """Every decision about claims and documents, in order: who, when, what, why; what was taken back is marked."""
    from whence.opinions import history as ask

    with open_view(case) as view:
        show(ask(view, claim_id), as_json)


@click.group()
def document() -> None:
    """What is known of one document: date, publisher, author."""


@document.command(name="set")
@click.argument("document_", metavar="DOC")
@case_option
@json_option
@click.option("--published", metavar="DATE", help="When it came out.")
@click.option("--publisher", help="Who published it.")
@click.option("--author", help="Who wrote it.")
@click.option("--title", help="Its title.")
@signed
def set_(
    document_: str,
    case: Path,
    as_json: bool,
    published: str | None,
    publisher: str | None,
    author: str | None,
    title: str | None,
    by: str,
    why: str,
) -> None:
    """Put right the date, publisher, author or title of a document (its id, path or file name).

    The document is read again, for dates such as "last year" hang on its own.
    """
    from whence.entering import set_document
    from whence.store import CaseView, CaseWriter

    said = {"published": published, "publisher": publisher, "author": author, "title": title}
    values = {name: value for name, value in said.items() if value is not None}
    CaseView(case).close()
    with CaseWriter(case) as writer:
        made = set_document(writer, document_, values, by=by, why=why)
        writer.log(f"document set {document_}", made.id)
    kept = ", ".join(f"{name} {value or 'not known'}" for name, value in json.loads(made.object).items())
    _told(made, f"Set: {kept} [{made.id[:8]}]", as_json)


@document.command(name="show")
@click.argument("document_", metavar="DOC")
@case_option
@json_option
def show_(document_: str, case: Path, as_json: bool) -> None:
    """What is known of a document, where each value comes from, and what people decided."""
    from whence.opinions import show_document

    with open_view(case) as view:
        show(show_document(view, document_), as_json)


def _pairs(words: tuple[str, ...], form: str = "ROLE=WORDS") -> list[tuple[str, str]]:
    """(role, words) of each ``role=words``."""
    out = []
    for word in words:
        role, equals, value = word.partition("=")
        if not equals:
            raise click.BadParameter(f"{word!r}: write {form}")
        out.append((role, value))
    return out


def _dates(said: dict[str, str | None]) -> dict[str, str]:
    return {name: value for name in _DATES if (value := said[name]) is not None}


def _decide(case: Path, claim_id: str, verdict: str, by: str, why: str, as_json: bool, *, change: Any = None) -> None:
    from whence.entering import decide
    from whence.store import CaseView, CaseWriter

    CaseView(case).close()
    with CaseWriter(case) as writer:
        made = decide(writer, claim_id, verdict, by=by, why=why, change=change)
        writer.log(f"claim {verdict}", made.id)
    stands = _as_it_stands(case, made.id) if change is not None and not as_json else ""
    _told(made, f"{verdict.capitalize()}ed by {made.who} [{made.id[:8]}]{stands}", as_json)


def _as_it_stands(case: Path, judgement: str) -> str:
    """The claim that a decision put right, in words."""
    from whence.ask.lines import Teller

    with open_view(case) as view:
        put = next((s.claim for s in view.signed() if judgement in s.judgements and s.claim), None)
        line = Teller(view).claim(put) if put else None
    return f": {line.text}{f' ({line.when})' if line.when else ''}" if line else ""


def _told(made: Judgement, told: str, as_json: bool) -> None:
    facts = {"judgement": made.id, "verdict": made.verdict, "by": made.who, "when": made.when, "why": made.why}
    _done(facts, told, as_json)


def _done(facts: dict[str, Any], told: str, as_json: bool) -> None:
    if as_json:
        print_json(facts)
    else:
        click.echo(told)


COMMANDS = (claim, document)
