"""Commands that ask a case."""

from __future__ import annotations

from pathlib import Path

import click

from whence.cli.shared import case_option, json_option, open_view, show


@click.command()
@case_option
@json_option
@click.option("--lines", default=12, show_default=True, help="Lines shown in each section.")
def brief(case: Path, as_json: bool, lines: int) -> None:
    """The case on one page: actors, posts, structure, events, disagreements, what is missing."""
    from whence.ask import brief as ask

    with open_view(case) as view:
        show(ask(view, lines=lines), as_json)


@click.command()
@click.argument("name")
@case_option
@json_option
@click.option("--as-of", metavar="DATE", help="Only what is dated to have held then.")
@click.option("--known-by", metavar="DATE", help="Only what had been published by then.")
def who(name: str, case: Path, as_json: bool, as_of: str | None, known_by: str | None) -> None:
    """The dossier of one person, body or place, with numbered citations."""
    from whence.ask import who as ask

    with open_view(case) as view:
        show(ask(view, name, as_of=as_of, known_by=known_by), as_json)


@click.command()
@click.argument("name", required=False)
@case_option
@json_option
@click.option("--as-of", metavar="DATE", help="Only who held it on this day, month or year.")
def posts(name: str | None, case: Path, as_json: bool, as_of: str | None) -> None:
    """Who held which post when: of a body, of a post, of a person, or all."""
    from whence.ask import posts as ask

    with open_view(case) as view:
        show(ask(view, name, as_of=as_of), as_json)


@click.command()
@click.argument("name", required=False)
@case_option
@json_option
def timeline(name: str | None, case: Path, as_json: bool) -> None:
    """What is dated, in order of time, of the case or of one name."""
    from whence.ask import timeline as ask

    with open_view(case) as view:
        show(ask(view, name), as_json)


@click.command()
@case_option
@json_option
def sources(case: Path, as_json: bool) -> None:
    """The documents: publisher, date, whose voice their claims have."""
    from whence.ask import list_sources

    with open_view(case) as view:
        show(list_sources(view), as_json)


@click.command()
@click.argument("words", nargs=-1, required=True)
@case_option
@json_option
@click.option("--limit", default=20, show_default=True, help="Sentences shown.")
def search(words: tuple[str, ...], case: Path, as_json: bool, limit: int) -> None:
    """Sentences that hold all the words; words in quotation marks stand together."""
    from whence.ask import search as ask

    # The shell took the quotation marks of "two words": what came as one argument belongs together.
    query = " ".join(f'"{w}"' if " " in w and '"' not in w and len(words) > 1 else w for w in words)
    with open_view(case) as view:
        show(ask(view, query, limit=limit), as_json)


@click.command()
@case_option
@json_option
@click.option("--as-of", metavar="DATE", help="Only ties that held then; undated ones stay.")
def network(case: Path, as_json: bool, as_of: str | None) -> None:
    """Who is tied to whom and how, the most connected first."""
    from whence.ask import network as ask

    with open_view(case) as view:
        show(ask(view, as_of), as_json)


@click.command()
@case_option
@json_option
def conflicts(case: Path, as_json: bool) -> None:
    """Where claims cannot all be right, each side with its sentences."""
    from whence.ask import conflicts as ask

    with open_view(case) as view:
        show(ask(view), as_json)


@click.command()
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@case_option
@json_option
def why(left: str, right: str, case: Path, as_json: bool) -> None:
    """Why two names are one and the same, or are not."""
    from whence.ask import why as ask

    with open_view(case) as view:
        show(ask(view, left, right), as_json)


@click.command()
@case_option
@json_option
def problems(case: Path, as_json: bool) -> None:
    """What could not be read, why, and what to do next."""
    from whence.ask import list_problems

    with open_view(case) as view:
        show(list_problems(view), as_json)


@click.command()
@click.argument("question", nargs=-1, required=True, metavar="QUESTION")
@case_option
@json_option
@click.option("--as-of", metavar="DATE", help="Ask what held on this day, month or year.")
@click.option("--known-by", metavar="DATE", help="Answer only from what had been published by then.")
def ask(question: tuple[str, ...], case: Path, as_json: bool, as_of: str | None, known_by: str | None) -> None:
    """Answer a question in plain English, with the sentences that prove it, or say that the case does not say.

    Who, what, when, where, which, how many, yes or no; with "on DATE", "as known on DATE", "according to NAME".
    """
    from whence.ask import answer
    from whence.cli.shared import print_json

    with open_view(case) as view:
        reply = answer(view, " ".join(question), as_of=as_of, known_by=known_by)
    if as_json:
        print_json(reply)
        return
    from whence.present.terminal import show_reply

    show_reply(reply)


COMMANDS = (ask, brief, who, posts, timeline, sources, search, network, conflicts, why, problems)
