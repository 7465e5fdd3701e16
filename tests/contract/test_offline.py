"""Nothing of ours calls the network: the main job runs with every socket closed."""

import socket
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from whence.cli import cli

COMMANDS = ["brief", "posts", "timeline", "sources", "search harbour", "network", "conflicts", "problems", "rebuild"]


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any, **kwargs: Any) -> None:
        raise AssertionError("something called the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("closed")
def test_ingest_and_every_question_run_with_closed_sockets(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The harbour\n\nAna Duarte, the mayor of Oslo, opened the harbour on 3 May 2019.\n")
    case = str(tmp_path / "c.whence")

    for command in [f"ingest {tmp_path / 'a.txt'}", *COMMANDS, "export claims", "export documents"]:
        done = CliRunner().invoke(cli, [*command.split(), "--case", case])
        assert done.exit_code == 0, (command, done.output, done.exception)


@pytest.mark.slow
@pytest.mark.usefixtures("closed")
def test_the_demo_runs_with_closed_sockets() -> None:
    done = CliRunner().invoke(cli, ["demo"])

    assert done.exit_code == 0, done.exception
    assert "documents of" in done.output.splitlines()[0]
