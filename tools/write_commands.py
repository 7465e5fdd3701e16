"""Writes docs/commands.md from the command line's own help: ``python tools/write_commands.py [--check]``."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from whence.cli import EXITS, cli

PAGE = Path(__file__).parents[1] / "docs" / "commands.md"
HEAD = """# Commands

What you can type. This page is written by `tools/write_commands.py` from the help texts; a test checks that it is.
Every command that shows something takes `--json`. `--case` is a file, `case.whence` in this folder when it is left out;
the environment variable `WHENCE_CASE` names another.

"""


def page() -> str:
    """The whole page."""
    commands = "\n".join(_section(name, command) for name, command in _commands(cli))
    return f"{HEAD}{commands}\n## Exit status\n\n{EXITS}\n"


def _commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command by its full name, those of a group behind it."""
    for name, command in sorted(group.commands.items()):
        yield before + name, command
        if isinstance(command, click.Group):
            yield from _commands(command, f"{before}{name} ")


def _section(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=f"whence {name}")
    usage = " ".join(command.collect_usage_pieces(context))
    lines = [f"## {name}", "", f"    whence {name} {usage}", "", _help(command), ""]
    options = [p.get_help_record(context) for p in command.params if isinstance(p, click.Option)]
    rows = [f"| `{record[0].replace('|', ', ')}` | {record[1]} |" for record in options if record]
    if rows:
        lines += ["| option | |", "|---|---|", *rows, ""]
    return "\n".join(lines)


def _help(command: click.Command) -> str:
    return "\n".join(line.strip() for line in (command.help or "").splitlines()).strip()


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(PAGE.read_text("utf-8") != page())
    PAGE.write_text(page(), "utf-8")
