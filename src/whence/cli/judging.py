"""Commands by which a person decides: review, judge, split, rename, judgements, screen."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from whence.cli.shared import F, case_option, json_option, open_view, print_json, show

if TYPE_CHECKING:
    from whence.ask.review import Item
    from whence.ask.subjects import Subjects
    from whence.model import Judgement, ListEntry
    from whence.present.review import Verdict
    from whence.store import CaseView

VERDICTS = {"same": "positive", "different": "negative", "unsure": "unsure", "undo": "withdrawn"}


def by_option(function: F) -> F:
    """Add ``--by``."""
    return click.option(
        "--by", metavar="NAME", envvar="WHENCE_BY", help="Who decides.  [default: your name on this machine]"
    )(function)


def why_option(function: F) -> F:
    """Add ``--why``."""
    return click.option("--why", default="", metavar="TEXT", help="The reason, kept with the decision.")(function)


def _who(by: str | None) -> str:
    from getpass import getuser

    if by is not None and not by.strip():
        raise click.UsageError("Nobody decides. Give your name with --by, or in WHENCE_BY.")
    try:
        return " ".join(by.split()) if by else getuser()
    except (KeyError, OSError):
        raise click.UsageError("This machine does not tell your name. Give it with --by.") from None


def _keep(case: Path, made: Sequence[Judgement], command: str, *, derived: bool = True) -> None:
    from whence.pipeline import derive
    from whence.store import CaseWriter

    with CaseWriter(case) as writer:
        for judgement in made:
            writer.judge(judgement)
        if derived:
            derive(writer)
        writer.log(command, f"{len(made)} judgements")


@click.command()
@click.argument("verdict", type=click.Choice(list(VERDICTS)), metavar="same|different|unsure|undo")
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@why_option
@by_option
@click.option(
    "--list", "list_", type=click.Path(path_type=Path), help="The list in which B is an entry.  [default: the last]"
)
@case_option
@json_option
def judge(
    verdict: str, left: str, right: str, why: str, by: str | None, list_: Path | None, case: Path, as_json: bool
) -> None:
    """Decide whether two names are one bearer's, or whether a name is the entry of a list.

    A and B are names as the case has them, NAME@DOCUMENT for the bearer in one document only, or B is the id of a
    list's entry, such as those that `whence screen` prints. The decision outranks every rule and stays when documents
    are read again, added or removed. `undo` takes back your own latest decision on the two, and what you decided in one
    act with it; nothing is deleted.
    """
    from whence.ask.subjects import Subjects

    who = _who(by)
    with open_view(case) as view:
        subjects = Subjects(view)
        entry = _entry(view, right, list_)
        if verdict == "undo":
            wanted = entry[0].id if entry else right
            made = _undone(view, subjects, left, wanted, who, why, listed=entry is not None)
        elif entry:
            made = [_listed(view, subjects, left, entry, VERDICTS[verdict], who, why)]
        else:
            made = [_identity(view, subjects, left, right, VERDICTS[verdict], who, why)]
    _keep(case, made, f"judge {verdict} {left!r} {right!r}")
    _tell(case, made, as_json)


def _identity(view: CaseView, subjects: Subjects, left: str, right: str, verdict: str, who: str, why: str) -> Judgement:
    from whence.ask.judgements import stamp
    from whence.errors import NotDecided
    from whence.model import Judgement

    one, here = subjects.find(left)
    other, there = subjects.find(right)
    if str(one) == str(other):
        raise NotDecided(f"{left!r} and {right!r} are the same name. Say which is meant: NAME@DOCUMENT.")
    types = [view.entity(e).type for e in (here, there)]
    if verdict == "positive" and types[0] != types[1] and "person" in types:
        read = [f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}" for kind in types]
        click.echo(f"whence: {one.name} was read as {read[0]}, {other.name} as {read[1]}.", err=True)
    return Judgement("identity", str(one), str(other), verdict, who, stamp(view), why)


def _entry(view: CaseView, ident: str, list_: Path | None) -> tuple[ListEntry, float | None] | None:
    """The entry that `ident` means: of the list given, else of the lists screened last, else of an earlier decision."""
    from whence.ask.judgements import entry_of

    if list_:
        from whence.errors import UnknownName, WhenceError
        from whence.resolve import read_list

        try:
            entries = {e.id: e for e in read_list(list_)}
        except OSError as error:
            raise WhenceError(f"{list_} cannot be read: {error.strerror}. Name the file of a list.") from error
        known = _entry_id(ident, entries)
        if known is None:
            raise UnknownName(f"entry of {list_}", ident, entries)
        return entries[known], None
    said = [j for j in view.judgements() if j.kind == "listing"]
    wanted = _entry_id(ident, [*(c.entry.id for c in view.candidates()), *(j.object for j in said)])
    for candidate in view.candidates(wanted) if wanted else ():
        return candidate.entry, candidate.score
    for judgement in said:
        if judgement.object == wanted:
            entry = entry_of(judgement)
            return (entry, None) if entry else None
    return None


def _entry_id(typed: str, known: Iterable[str]) -> str | None:
    """The id of a list's entry as it was typed, with or without the name of its list before it: ``ofac-9002``."""
    every = set(known)
    ending = [i for i in every if i.rpartition("-")[2] == typed and i.startswith(("ofac-", "un-"))]
    return typed if typed in every else ending[0] if len(ending) == 1 else None


def _listed(
    view: CaseView,
    subjects: Subjects,
    left: str,
    found: tuple[ListEntry, float | None],
    verdict: str,
    who: str,
    why: str,
) -> Judgement:
    from whence.ask.judgements import entry_evidence, stamp
    from whence.model import Judgement

    subject, _ = subjects.find(left)
    entry, score = found
    return Judgement(
        "listing", str(subject), entry.id, verdict, who, stamp(view), why, evidence=entry_evidence(entry, score)
    )


def _undone(
    view: CaseView, subjects: Subjects, left: str, right: str, who: str, why: str, *, listed: bool
) -> list[Judgement]:
    """What takes back the last decision of `who` on the two and all that was decided with it; raises `NotDecided`."""
    from dataclasses import replace

    from whence.ask.judgements import HOLDS, TAKEN_BACK, stamp, standings
    from whence.ask.subjects import speaks_of
    from whence.errors import NotDecided

    standing = [s for s in standings(view) if s.state != TAKEN_BACK]
    found = [s for s in standing if speaks_of(s.judgement, left, right, listed=listed)]
    found = found or [s for s in standing if speaks_of(s.judgement, left, right, listed=listed, subjects=subjects)]
    own = [s.judgement for s in found if s.judgement.who == who]
    if not own:
        others = sorted({s.judgement.who for s in found if s.state == HOLDS})
        hint = f" {', '.join(others)} did: take it back with --by, or judge otherwise." if others else ""
        seen = "" if others else " See `whence judgements list`."
        raise NotDecided(f"{who} has decided nothing about {left!r} and {right!r}.{hint}{seen}")
    act = [s.judgement for s in standing if (s.judgement.who, s.judgement.when) == (who, own[-1].when)]
    when = stamp(view)
    return [replace(j, verdict="withdrawn", when=when, why=why, evidence="") for j in act]


def _tell(case: Path, made: Sequence[Judgement], as_json: bool) -> None:
    """Say what was kept, how it is written, and what it came to."""
    from whence.ask.judgements import HELD, in_words, standings
    from whence.ask.review import figures
    from whence.store import CaseView

    with CaseView(case) as view:
        states = {s.judgement.id: s for s in standings(view)}
        if as_json:
            print_json(
                [{"judgement": j, "state": states[j.id].state if j.id in states else "taken back"} for j in made]
            )
            return
        touched: dict[str, None] = {}
        for judgement in made:
            taken = "Taken back: " if judgement.verdict == "withdrawn" else "Kept: "
            click.echo(f"{taken}{in_words(view, judgement)} ({judgement.who}).")
            standing = states.get(judgement.id)
            if standing and standing.state == HELD:
                click.echo("It cannot be kept beside another decision: see `whence judgements list`.", err=True)
            touched |= dict.fromkeys((*standing.subject, *standing.object) if standing else ())
        for entity in map(view.entity, touched):
            click.echo(f"  {entity.name} ({entity.type}): {figures(view, entity.id)}")


@click.command()
@click.argument("entity", metavar="ENTITY")
@click.argument("names", nargs=-1, metavar="[NAME...]")
@click.option("--document", "documents", multiple=True, metavar="DOC", help="What stands in this document goes.")
@why_option
@by_option
@case_option
@json_option
def split(
    entity: str,
    names: tuple[str, ...],
    documents: tuple[str, ...],
    why: str,
    by: str | None,
    case: Path,
    as_json: bool,
) -> None:
    """Take names, or what stands in some documents, out of an entity: they are another's.

    With both, only those names in those documents go. The rest stays together with its names.
    """
    from whence.ask.judgements import stamp
    from whence.ask.subjects import Subjects
    from whence.errors import NotDecided
    from whence.model import Judgement

    if not names and not documents:
        raise NotDecided("Say what goes: names, or documents with --document.")
    who = _who(by)
    with open_view(case) as view:
        subjects = Subjects(view)
        gone, left = subjects.split(subjects.find(entity)[1], list(names), list(documents))
        when = stamp(view)
    pairs = [(str(g), str(s), "negative") for g in gone for s in left]
    pairs += [(str(gone[0]), str(g), "positive") for g in gone[1:]]
    made = [Judgement("identity", one, other, verdict, who, when, why) for one, other, verdict in pairs]
    _keep(case, made, f"split {entity!r}")
    _tell(case, made, as_json)


@click.command()
@click.argument("entity", metavar="ENTITY")
@click.argument("label", required=False)
@click.option("--undo", is_flag=True, help="Take your latest name for it back.")
@why_option
@by_option
@case_option
@json_option
def rename(entity: str, label: str | None, undo: bool, why: str, by: str | None, case: Path, as_json: bool) -> None:
    """Set the name by which an entity is printed. Its names in the texts stay what they are."""
    from whence.ask.judgements import TAKEN_BACK, stamp, standings
    from whence.ask.subjects import Subjects
    from whence.errors import NotDecided
    from whence.model import Judgement

    label = " ".join((label or "").split())
    if undo is bool(label):
        raise click.UsageError("Give the new name, or --undo.")
    who = _who(by)
    with open_view(case) as view:
        subjects = Subjects(view)
        subject, ident = subjects.find(entity)
        verdict = "positive"
        if undo:
            own = [
                s.judgement
                for s in standings(view)
                if s.judgement.kind == "label"
                and s.state != TAKEN_BACK
                and ident in s.subject
                and s.judgement.who == who
            ]
            if not own:
                raise NotDecided(f"{who} gave {entity!r} no name.")
            written, label, verdict = own[-1].subject, own[-1].object, "withdrawn"
        else:
            # The label goes with the name by which the entity is known, not with the one that was typed.
            written = str(subject) if "@" in entity else str(subjects.named(view.entity(ident).name, ident))
        made = Judgement("label", written, label or "", verdict, who, stamp(view), why)
    _keep(case, [made], f"rename {entity!r}")
    _tell(case, [made], as_json)


@click.command()
@click.option("--kind", type=click.Choice(["same", "blend", "listing"]), help="Only doubts of this kind.")
@click.option("--limit", type=click.IntRange(1), help="At most so many doubts.")
@click.option("--list", "only_list", is_flag=True, help="Print the queue and ask nothing.")
@by_option
@case_option
@json_option
def review(kind: str | None, limit: int | None, only_list: bool, by: str | None, case: Path, as_json: bool) -> None:
    """Go through what waits for a person, one key a decision; what would change most comes first.

    Each doubt shows the sentences of both sides with the names marked, the score and the reasons. s: the same,
    d: different, u: cannot tell, k: later, z: take the last decision back, q: stop, ?: help. Every decision is kept at
    once. On a pipe each line is a key, and what follows it on the line is the reason.
    """
    from whence.ask import queue, waiting
    from whence.cli.keys import pressed
    from whence.pipeline import derive
    from whence.present.review import Review
    from whence.store import CaseWriter

    who = _who(by)
    with open_view(case) as view:
        if only_list or as_json:
            show(queue(view, kind), as_json)
            return
        items = waiting(view, kind)[:limit]
        if not items:
            click.echo("Nothing waits for a person.")
            return
        with pressed() as keys:
            done = Review(items, keys, _decider(case, view, who), sys.stdout).run()
        if done.decided or done.undone:
            with CaseWriter(case) as writer:
                derive(writer)
                writer.log("review", f"{done.decided} decided by {who}")
    rest = f", {done.implied} settled by them" if done.implied else ""
    click.echo(f"{done.decided} decided by {who}{rest}, {done.left} left. Case: {case}")


def _decider(case: Path, view: CaseView, who: str) -> Callable[[Item, Sequence[Verdict], str], Callable[[], None]]:
    """What keeps a decision in the case at once, and gives what takes it back."""
    from dataclasses import replace

    from whence.ask.judgements import entry_evidence, stamp
    from whence.model import Judgement
    from whence.store.codec import to_json

    def decide(item: Item, said: Sequence[Verdict], reason: str) -> Callable[[], None]:
        seen = [{"source": s.place, "text": s.text} for side in item.sides for s in side.sights]
        evidence = (
            entry_evidence(item.entry, item.score) if item.entry else to_json({"score": item.score, "sentences": seen})
        )
        when = stamp(view)
        made = [Judgement(k, s, o, v, who, when, reason, evidence=evidence) for s, o, v, k in said]
        _keep(case, made, f"review {item.asked}", derived=False)

        def back() -> None:
            undone = [replace(j, verdict="withdrawn", when=stamp(view), why="", evidence="") for j in made]
            _keep(case, undone, f"review, taken back: {item.asked}", derived=False)

        return back

    return decide


@click.group()
def judgements() -> None:
    """What people decided: list it, hand it on, take it in."""


@judgements.command(name="list")
@case_option
@json_option
def list_(case: Path, as_json: bool) -> None:
    """Every decision: in force, waiting for names that are gone, held back, overruled or taken back."""
    from whence.ask import list_judgements

    with open_view(case) as view:
        show(list_judgements(view), as_json)


FORMATS = ("lines", "nomenklatura")


@judgements.command(name="export")
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="lines", show_default=True, help="What to write."
)
@click.option("-o", "out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@case_option
def export(format_: str, out: Path | None, case: Path) -> None:
    """Write every judgement as JSON lines, or those of identity that hold as a resolver file of nomenklatura."""
    from whence.errors import WhenceError
    from whence.present.exchange import as_edges, as_lines

    with open_view(case) as view:
        lines, lost = as_edges(view) if format_ == "nomenklatura" else (list(as_lines(view)), 0)
    text = "".join(f"{line}\n" for line in lines)
    if out is None:
        click.echo(text, nl=False)
    else:
        try:
            out.write_text(text, "utf-8")
        except OSError as error:
            raise WhenceError(f"{out} cannot be written: {error.strerror}. Name another file with -o.") from error
        click.echo(f"{len(lines)} judgements in {out}")
    if lost:
        told = "overruled, taken back, held back, or their names are gone"
        click.echo(f"{lost} have no place in that format: {told}.", err=True)


@judgements.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@case_option
@json_option
def import_(file: Path, case: Path, as_json: bool) -> None:
    """Take in judgements from JSON lines or a resolver file of nomenklatura; what is there already is skipped.

    Makers and times stay as they are. A broken line stops the import before anything is taken in.
    """
    from whence.errors import WhenceError
    from whence.pipeline import derive
    from whence.present.exchange import read_judgements
    from whence.store import CaseWriter

    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise WhenceError(f"{file} cannot be read: {reason}. Name a file of judgements.") from error
    with open_view(case) as view:
        brought = read_judgements(view, lines, str(file))
    with CaseWriter(case) as writer:
        new = sum(writer.judge(j) for j in brought.judgements)
        derive(writer)
        writer.log(f"judgements import {file}", f"{new} new")
    found: dict[str, Any] = {"new": new, "known": len(brought.judgements) - new, "left_out": brought.left_out}
    if as_json:
        print_json(found)
        return
    click.echo(f"{new} judgements were new, {found['known']} known. Case: {case}")
    for words in brought.left_out[:10]:
        click.echo(f"  left out: {words}", err=True)
    if len(brought.left_out) > 10:
        click.echo(f"  … and {len(brought.left_out) - 10} more", err=True)


@click.command()
@click.argument("file", metavar="LIST", type=click.Path(path_type=Path))
@click.option("--threshold", type=click.FloatRange(0, 1), default=0.6, show_default=True, help="The least score shown.")
@case_option
@json_option
def screen(file: Path, threshold: float, case: Path, as_json: bool) -> None:
    """Match the people and bodies of the case against a sanctions or watch list.

    LIST is OFAC's SDN list (XML, JSON lines), the UN consolidated list (XML, JSON lines), OpenSanctions'
    targets.simple.csv or FollowTheMoney JSON. Candidates come with score, reasons, programme and identifiers, and wait
    in `whence review`. Only a person's judgement makes one a match, and it stands in the dossier.
    """
    from whence.ask.review import kept
    from whence.ask.screening import screened, screening
    from whence.ask.subjects import Subjects
    from whence.errors import WhenceError
    from whence.resolve import Index, read_list
    from whence.store import CaseWriter

    try:
        index = Index(read_list(file))
    except OSError as error:
        raise WhenceError(f"{file} cannot be read: {error.strerror}. Name the file of a list.") from error
    with open_view(case) as view:
        subjects = Subjects(view)
        found = kept(screened(view, index, threshold=threshold), subjects)
        answer = screening(view, file.name, index.size, found, subjects)
    with CaseWriter(case) as writer:
        writer.screened(file.name, found)
        writer.log(f"screen {file}", f"{index.size} entries, {len(found)} candidates")
    show(answer, as_json)


COMMANDS = (review, judge, split, rename, judgements, screen)
