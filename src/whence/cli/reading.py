"""Commands that change a case, or read without one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from whence.cli.packs import drop, pack_option, put_in_force
from whence.cli.shared import case_option, json_option, print_json

if TYPE_CHECKING:
    from whence.pipeline import Report
    from whence.read import Limits

LAYERS = "regions sentences times mentions chains voices hedges claims proposals fields".split()


def _limits(pairs: tuple[str, ...]) -> Limits:
    """Limits from ``NAME=NUMBER`` words; raises `UnknownName` with near names."""
    from dataclasses import fields, replace

    from whence.errors import UnknownName
    from whence.read import Limits

    limits = Limits()
    kinds = {field.name: type(getattr(limits, field.name)) for field in fields(Limits)}
    for pair in pairs:
        name, _, number = pair.partition("=")
        if name not in kinds:
            raise UnknownName("limit", name, kinds)
        try:
            limits = replace(limits, **{name: kinds[name](number)})
        except ValueError:
            raise click.BadParameter(f"{pair!r}: write NAME=NUMBER, such as pages=500", param_hint="--limit") from None
    return limits


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="DIR|FILE...", type=click.Path(path_type=Path))
@case_option
@json_option
@click.option("--publisher", help="Who published these documents.")
@click.option("--published", metavar="DATE", help="When: a day, month or year.")
@click.option("--url", help="Where they were found.")
@click.option("--workers", type=click.IntRange(1), help="Processes to use.  [default: one for each processor]")
@click.option(
    "--limit", "limits", multiple=True, metavar="NAME=NUMBER", help="A limit, such as pages=500 or seconds=20."
)
@click.option("--resume/--again", default=True, help="Skip documents that the case holds, or read all anew.")
@pack_option
def ingest(
    paths: tuple[Path, ...],
    case: Path,
    as_json: bool,
    publisher: str | None,
    published: str | None,
    url: str | None,
    workers: int | None,
    limits: tuple[str, ...],
    resume: bool,
    packs_: tuple[Path, ...],
) -> None:
    """Read documents into a case. Stopped half-way it goes on where it was; read twice nothing is added.

    A file that cannot be read becomes a problem (`whence problems`), and the others are read all the same.
    """
    from whence.pipeline import ingest as run
    from whence.present.progress import progress_bar
    from whence.store import CaseWriter
    from whence.workers import processors

    given = {k: v for k, v in (("publisher", publisher), ("published", published), ("url", url)) if v}
    _check_given(given)
    chosen = _limits(limits)
    if not case.exists() and not any(path.exists() or path.is_symlink() for path in paths):
        _tell_missing(paths, as_json)
    with CaseWriter(case) as writer, progress_bar() as progress:
        put_in_force(packs_, writer)
        command = "ingest " + " ".join(map(str, paths))
        writer.log(command, "begun")
        report = run(
            paths,
            writer,
            workers=workers or processors(),
            limits=chosen,
            given=given,
            again=not resume,
            progress=progress,
        )
        writer.log(command, f"{report.added} added, {report.known} known, {len(report.problems)} problems")
        with writer.view() as view:
            stale = len(view.read_by_other_packs())
    if stale:
        click.echo(f"whence: {stale} documents were read by other packs. `whence rebuild` reads them again.", err=True)
    _tell(report, case, as_json)
    if not report.documents:
        raise SystemExit(1)


def _tell_missing(paths: Iterable[Path], as_json: bool) -> NoReturn:
    """Nothing of what was named is there: say so and leave no empty case behind."""
    from whence.pipeline import Report
    from whence.read import walk

    problems = tuple(problem for job in walk(paths) for problem in job.problems)
    if as_json:
        print_json(Report(problems=problems))
    for problem in problems:
        click.echo(f"{problem.source}: {problem.reason}. {problem.next_step}", err=True)
    click.echo("Nothing was read, and no case was made.", err=True)
    raise SystemExit(1)


def _check_given(given: dict[str, str]) -> None:
    from whence.ask.dates import parse_day

    parse_day(given.get("published"))


def _tell(report: Report, case: Path, as_json: bool) -> None:
    from whence.ask.wording import counted

    if as_json:
        print_json(report)
        return
    if not report.documents and not report.problems:
        click.echo("Nothing to read: no document was found there. Name a folder or files that hold some.", err=True)
    click.echo(
        f"{counted(report.added, 'document')} added, {report.known} known already, {report.reread} read again, "
        f"{counted(len(report.problems), 'problem')}. {counted(report.claims, 'claim')}, "
        f"{counted(report.proposals, 'reading')} not proven. Case: {case}"
    )
    for problem in report.problems[:20]:
        click.echo(f"  {problem.source}: {problem.reason}. {problem.next_step}", err=True)
    if len(report.problems) > 20:
        click.echo(f"  … and {len(report.problems) - 20} more: whence problems --case {case}", err=True)


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--only", multiple=True, type=click.Choice(LAYERS), help="Print this layer only (may be repeated).")
@click.option("--published", metavar="DATE", help="When the document was published.")
@pack_option
@json_option
def annotate(
    files: tuple[Path, ...], only: tuple[str, ...], published: str | None, packs_: tuple[Path, ...], as_json: bool
) -> None:
    """Print what the stages read in a file, without a case: offsets, values, makers.

    With --json one line for each reading: layer, start, end, text, what the layer says, maker, source.
    """
    from whence.pipeline import annotate_document
    from whence.present.plain import to_json
    from whence.present.readings import as_lines, json_rows
    from whence.read import read_all, walk

    given = {"published": published} if published else {}
    _check_given(given)
    put_in_force(packs_)
    failed = True
    for found in read_all(walk(files, given=given)):
        if found.problem:
            click.echo(f"{found.problem.source}: {found.problem.reason}. {found.problem.next_step}", err=True)
        if found.document:
            failed = False
            told = found.sighting.given if found.sighting else given
            layers = annotate_document(found.document, told)
            names = only or LAYERS
            if as_json:
                for row in json_rows(found.document, layers, names):
                    click.echo(to_json(row))
            else:
                for line in as_lines(found.document, layers, names):
                    click.echo(line)
    if failed:
        raise SystemExit(1)


def _done(facts: dict[str, object], told: str, as_json: bool) -> None:
    if as_json:
        print_json(facts)
    else:
        click.echo(told)


@click.command()
@case_option
@json_option
@pack_option
@click.option("--drop-pack", "dropped", multiple=True, metavar="NAME", help="Read the case without this pack.")
def rebuild(case: Path, as_json: bool, packs_: tuple[Path, ...], dropped: tuple[str, ...]) -> None:
    """Make entities, facts and conflicts anew from what is given, read and judged.

    Documents that were read by other packs than those of the case now are read again.
    """
    from whence.ask.wording import counted
    from whence.pipeline import derive, reread_by_packs
    from whence.store import CaseView, CaseWriter

    CaseView(case).close()
    with CaseWriter(case) as writer:
        drop(dropped, writer)
        put_in_force(packs_, writer)
        reread = reread_by_packs(writer)
        derive(writer)
        writer.log("rebuild", f"{reread} read again" if reread else "")
    told = f"{counted(reread, 'document')} read again. " if reread else ""
    _done({"case": str(case), "reread": reread}, f"{told}Derived anew: {case}", as_json)


@click.command()
@click.argument("document", metavar="DOC")
@case_option
@json_option
def remove(document: str, case: Path, as_json: bool) -> None:
    """Take a document (its id, its path or file name) out with all its readings. Judgements stay."""
    from whence.pipeline import derive
    from whence.store import CaseView, CaseWriter

    with CaseView(case) as view:
        doc_id = view.find_document(document)
        source = view.document(doc_id).source
    with CaseWriter(case) as writer:
        writer.remove(doc_id)
        derive(writer)
        writer.log(f"remove {document}", doc_id)
    _done({"removed": doc_id, "source": source}, f"Removed {source}.", as_json)


@click.command()
@click.argument("other", metavar="OTHER.whence", type=click.Path(path_type=Path))
@case_option
@json_option
def merge(other: Path, case: Path, as_json: bool) -> None:
    """Take in the documents and judgements of another case."""
    from whence.ask.wording import counted
    from whence.pipeline import derive
    from whence.store import CaseView, CaseWriter

    with CaseView(other) as view, CaseWriter(case) as writer:
        new = writer.merge(view)
        derive(writer)
        writer.log(f"merge {other}", f"{new['documents']} documents, {new['judgements']} judgements")
    told = f"New: {counted(new['documents'], 'document')}, {counted(new['judgements'], 'judgement')}. Case: {case}"
    _done(dict(new), told, as_json)


@click.command()
@click.option("--case", "case", type=click.Path(dir_okay=False, path_type=Path), help="Keep the case in this file.")
@json_option
def demo(case: Path | None, as_json: bool) -> None:
    """Read the example case that comes with Whence and print its brief."""
    from tempfile import TemporaryDirectory

    from whence.ask import brief
    from whence.cli.examples import example_folder
    from whence.cli.shared import show
    from whence.pipeline import ingest as run
    from whence.store import CaseView, CaseWriter

    with TemporaryDirectory() as folder, example_folder() as examples:
        path = case or Path(folder) / "demo.whence"
        with CaseWriter(path) as writer:
            run([examples], writer, relative_to=examples.parent)
            writer.log("demo")
        with CaseView(path) as view:
            show(brief(view), as_json)


COMMANDS = (demo, ingest, annotate, rebuild, remove, merge)
