"""Commands about domain packs, and the option by which other commands take them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from whence.cli.shared import case_option, json_option, print_json, show

if TYPE_CHECKING:
    from whence.store import CaseWriter

F = TypeVar("F", bound=Callable[..., Any])


def pack_option(function: F) -> F:
    """Add ``--pack``."""
    return click.option(
        "--pack",
        "packs_",
        multiple=True,
        metavar="DIR",
        type=click.Path(file_okay=False, path_type=Path),
        help="A domain pack: a folder of YAML (may be repeated; or WHENCE_PACKS). The case keeps it.",
    )(function)


def put_in_force(folders: tuple[Path, ...], writer: CaseWriter | None = None) -> None:
    """Check the packs in `folders` (else those of the setting) and put them in force, beside those of the case."""
    from whence.vocab.packs import in_force, packs_of_setting

    chosen = packs_of_setting(folders)
    if not chosen:
        return
    from whence.packing import validate

    names = {pack.name for pack in chosen}
    packs = sorted([*(p for p in in_force() if p.name not in names), *chosen], key=lambda p: p.name)
    before = [p.mark for p in in_force()]
    validate(packs)
    if writer is not None and [p.mark for p in packs] != before:
        writer.set_packs(packs)
        writer.log("packs", " ".join(p.mark for p in packs))


def drop(names: tuple[str, ...], writer: CaseWriter) -> None:
    """Take packs out of a case; raises `UnknownName`."""
    from whence.errors import UnknownName
    from whence.vocab.packs import in_force

    known = {pack.name: pack for pack in in_force()}
    for name in names:
        if name not in known:
            raise UnknownName("pack of this case", name, known)
    if names:
        writer.set_packs([pack for name, pack in known.items() if name not in names])
        writer.log("packs", f"without {' '.join(names)}")


@click.group(invoke_without_command=True)
@case_option
@json_option
@click.pass_context
def packs(context: click.Context, case: Path, as_json: bool) -> None:
    """The domain packs in force, with counts and where they come from; without a case, those of WHENCE_PACKS."""
    if context.invoked_subcommand:
        return
    from whence.packing import list_packs
    from whence.store import CaseView

    if case.exists():
        with CaseView(case) as view:
            show(list_packs(view), as_json)
    else:
        put_in_force(())
        show(list_packs(None), as_json)


@packs.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@json_option
def check(folder: Path, as_json: bool) -> None:
    """Check a pack: its files, line by line, and whether each example of its patterns is read as it says."""
    from whence.packing import check as run
    from whence.vocab.packs import counts

    pack, failures, unsaid = run(folder)
    facts = {"pack": pack.name, "digest": pack.digest, "counts": counts(pack), "failures": [str(f) for f in failures]}
    facts |= {"unsaid": unsaid}
    if as_json:
        print_json(facts)
    else:
        click.echo(f"{pack.mark}: {pack.about}")
        click.echo("  " + ", ".join(f"{number} {name}" for name, number in counts(pack).items()))
        for failure in failures:
            click.echo(f"  {failure}", err=True)
        for name in unsaid:
            click.echo(f"  {name}: no pattern says it; it is entered by hand only (docs/annotate/grammar.md)", err=True)
        click.echo(f"{len(failures)} examples are not read as they say." if failures else "Every example is read.")
    if failures:
        raise SystemExit(1)


COMMANDS = (packs,)
