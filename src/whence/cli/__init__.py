"""The command line: each command parses, calls one public function and shows the answer.

Only click is imported here; what a command needs is imported when it runs, so that `--help` is quick.
"""

import sys

import click

from whence import __version__
from whence.cli import asking, claims, giving, judging, packs, proving, reading, scoring
from whence.errors import WhenceError

EXITS = """Exit status: 0 done (ingest: at least one document was read or already there); 1 it could not be done, and
the message says why; 2 the command line is wrong."""


@click.group(epilog=EXITS, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="whence")
def cli() -> None:
    """Turn a folder of reporting into a checkable model of the network it describes.

    Start with `whence demo`, or with `whence ingest FOLDER` and then `whence brief`.
    """


for module in (reading, asking, judging, claims, packs, proving, giving, scoring):
    for command in module.COMMANDS:
        cli.add_command(command)


def main() -> None:
    """Run the command line; what Whence raises on purpose becomes a message, not a trace."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")
    try:
        cli.main(prog_name="whence")
    except WhenceError as error:
        click.echo(f"whence: {error}", err=True)
        sys.exit(1)
