"""What commands share: the case option, the JSON option, and how an answer is shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from whence.ask import Answer
    from whence.store import CaseView

F = TypeVar("F", bound=Callable[..., Any])
DEFAULT_CASE = "case.whence"


def case_option(function: F) -> F:
    """Add ``--case``."""
    return click.option(
        "--case",
        "case",
        type=click.Path(dir_okay=False, path_type=Path),
        default=DEFAULT_CASE,
        show_default=True,
        envvar="WHENCE_CASE",
        help="The case file.",
    )(function)


def json_option(function: F) -> F:
    """Add ``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for a program to read.")(function)


def open_view(case: Path) -> CaseView:
    """The case to read, with a word on standard error when its entities and facts are out of date."""
    from whence.store import CaseView

    view = CaseView(case)
    if not view.is_derived():
        click.echo(f"whence: {case} was changed since its facts were derived. Run `whence rebuild`.", err=True)
    return view


def show(answer: Answer, as_json: bool) -> None:
    """Print an answer as text or as JSON."""
    if as_json:
        print_json(answer)
        return
    from whence.present.terminal import show as show_text

    show_text(answer)


def print_json(noun: Any) -> None:
    """Print any noun as JSON."""
    from whence.present.plain import to_json

    click.echo(to_json(noun, indent=2))
