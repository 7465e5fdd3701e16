"""The review as somebody at a real terminal sees it: single keys, a reason, undo, progress."""

import os
import select
import shutil
import sys
import time
from pathlib import Path

import pytest

from whence.store import CaseView

from .harbour import write
from .test_judging import run

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
START = "from whence.cli import main; main()"


class Terminal:
    """A terminal in which a command runs; `shown` is all that it has printed."""

    def __init__(self, *args: str) -> None:
        self.shown = ""
        env = {**os.environ, "TERM": "xterm", "COLUMNS": "100", "LINES": "40", "WHENCE_BY": "Ines"}
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            os.execve(sys.executable, [sys.executable, "-c", START, *args], env)

    def press(self, keys: str, until: str) -> str:
        """Press keys, wait until something is shown; what was shown since."""
        before = len(self.shown)
        os.write(self._fd, keys.encode())
        return self.wait(until, before)

    def wait(self, until: str, since: int = 0) -> str:
        """Wait until something is shown."""
        end = time.monotonic() + 90
        while until not in self.shown[since:] and time.monotonic() < end:
            if select.select([self._fd], [], [], 0.2)[0]:
                try:
                    self.shown += os.read(self._fd, 65536).decode(errors="replace")
                except OSError:  # the command has ended
                    break
        assert until in self.shown[since:], self.shown
        return self.shown[since:]

    def end(self) -> int:
        """Wait for the command; its exit status."""
        status = os.waitpid(self._pid, 0)[1]
        os.close(self._fd)
        return os.waitstatus_to_exitcode(status)


@pytest.mark.slow
def test_a_review_at_a_terminal(tmp_path: Path) -> None:
    docs, case = write(tmp_path / "docs"), tmp_path / "c.whence"
    assert run("ingest", docs, "--case", case, "--workers", "1").exit_code == 0
    terminal = Terminal("review", "--kind", "same", "--case", str(case))

    first = terminal.wait("q quit")
    assert "[1 of" in first and "Okelli" in first and "Okello" in first
    assert first.count("“") >= 2 and "Why:" in first and "Score" in first
    terminal.press("x", "'x' is no key here")
    terminal.press("\x1b[A", "That is no key here")
    assert "cannot tell" in terminal.press("?", "On a pipe every line")
    terminal.press("w", "Why:")
    terminal.press("a slip of the pen\r", "pen")
    terminal.press("s", "any other key ends")
    again = terminal.press("z", "Taken back")
    assert "Okell" in again
    terminal.wait("[1 of", len(terminal.shown) - len(again))
    terminal.press("d", "any other key ends")
    terminal.press("q", "decided by Ines")
    assert terminal.end() == 0
    with CaseView(case) as view:
        verdicts = [j.verdict for j in view.judgements() if j.who == "Ines"]
    assert verdicts == ["positive", "withdrawn", "negative"]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("terminal")
    docs, case = write(folder / "docs"), folder / "c.whence"
    assert run("ingest", docs, "--case", case, "--workers", "1").exit_code == 0
    return case


@pytest.fixture
def case(read: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(read, tmp_path / "c.whence"))


def said(case: Path) -> list[tuple[str, str]]:
    with CaseView(case) as view:
        return [(j.verdict, j.why) for j in view.judgements()]


@pytest.mark.slow
def test_keys_that_come_faster_than_they_are_answered_are_all_heard(case: Path) -> None:
    terminal = Terminal("review", "--kind", "same", "--case", str(case))
    terminal.wait("q quit")

    terminal.press("wa slop\x7f\x7fip, José\rdq", "decided by Ines")

    assert terminal.end() == 0
    assert said(case) == [("negative", "a slip, José")]


@pytest.mark.slow
def test_what_was_typed_before_the_first_doubt_stood_there_decides_nothing(case: Path) -> None:
    terminal = Terminal("review", "--kind", "same", "--case", str(case))
    terminal.press("ls\n", "q quit")

    terminal.press("q", "0 decided by Ines")

    assert terminal.end() == 0
    assert said(case) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "keys", ["\x1b[D", "\x1bOD", "\x1b[1;5D", "\x1b[3~"], ids=["left", "keypad", "ctrl-left", "delete"]
)
def test_an_arrow_is_one_key_and_decides_nothing(case: Path, keys: str) -> None:
    terminal = Terminal("review", "--kind", "same", "--case", str(case))
    terminal.wait("q quit")

    shown = terminal.press(f"{keys}q", "0 decided by Ines")

    assert shown.count("is no key here") == 1
    assert terminal.end() == 0
    assert said(case) == []


@pytest.mark.slow
def test_the_end_of_the_input_ends_the_review(case: Path) -> None:
    terminal = Terminal("review", "--kind", "same", "--case", str(case))
    terminal.wait("q quit")

    terminal.press("\x04", "0 decided by Ines")

    assert terminal.end() == 0
