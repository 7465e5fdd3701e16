"""Commands that hand a case to other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from whence.cli.shared import case_option, json_option, open_view, print_json
from whence.errors import WhenceError


@click.command()
@click.argument("format_", metavar="FORMAT")
@case_option
@json_option
@click.option("-o", "out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def export(format_: str, case: Path, as_json: bool, out: Path | None) -> None:
    """Write claims, entities, conflicts or documents as JSON lines; with --json and -o, tell where as JSON."""
    from whence.present.exports import exporter

    chosen = exporter(format_)
    with open_view(case) as view:
        if out is None:
            chosen.write(view, sys.stdout.buffer)
            return
        # Written beside and moved: a reader never sees half a file, a failed export leaves the old one.
        part = out.with_name(out.name + ".part")
        try:
            with part.open("wb") as file:
                chosen.write(view, file)
            part.replace(out)
        except OSError as error:
            raise WhenceError(f"{out} cannot be written: {error.strerror}. Name another file with -o.") from error
        if as_json:
            print_json({"format": format_, "file": str(out)})
        else:
            click.echo(f"Written: {format_} to {out}", err=True)


COMMANDS = (export,)
