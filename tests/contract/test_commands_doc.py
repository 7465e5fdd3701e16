"""Each command has its place in the docs, and the page is what the generator writes."""

import importlib.util
from pathlib import Path
from types import ModuleType

import click
import pytest

from whence.cli import cli

ROOT = Path(__file__).parents[2]


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("write_commands", ROOT / "tools" / "write_commands.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_commands_is_up_to_date() -> None:
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")

    assert page == generator().page(), "run: python tools/write_commands.py"


def commands() -> dict[str, click.Command]:
    """Every command, those of groups too."""
    groups = {name: c.commands for name, c in cli.commands.items() if isinstance(c, click.Group)}
    return dict(cli.commands) | {f"{name} {own}": c for name, group in groups.items() for own, c in group.items()}


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_and_option_explains_itself(name: str) -> None:
    command = commands()[name]

    assert command.help
    for parameter in command.params:
        if parameter.param_type_name == "option":
            assert getattr(parameter, "help", None), f"whence {name} {parameter.opts}"
