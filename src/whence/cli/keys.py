"""Keys as a person presses them: one at a time in a terminal, a line each from a pipe."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from select import select

import click

STOP = "q"
_ENDS = frozenset({"", "\x03", "\x04"})  # nothing more comes; Ctrl-C and Ctrl-D where the terminal hands them on
_ESCAPE = "\x1b"
_BACK = frozenset({"\x7f", "\b"})
_PAUSE = 0.05  # seconds within which the rest of an arrow key comes, in a slow connection too

Keys = Iterator[tuple[str, str]]
"""Keys with the reason that was given before each."""


@contextmanager
def pressed() -> Iterator[Keys]:
    """The keys that come, with their reasons, until nobody answers any more.

    In a terminal a key counts from the moment the first doubt is on the screen: what was typed before was meant for
    something else. After that none is lost, however fast they come. An arrow or another special key is one key, and it
    decides nothing.
    """
    if not sys.stdin.isatty():
        yield _lines()
        return
    try:
        import termios
        import tty
    except ImportError:  # Windows: the console has no modes to set
        yield _asked(lambda: click.getchar(), lambda: str(click.prompt("Why", default="", show_default=False)))
        return
    fd = sys.stdin.fileno()
    before = termios.tcgetattr(fd)
    try:
        tty.setcbreak(fd, termios.TCSAFLUSH)
        key = _reader(fd)
        yield _asked(key, lambda: _typed(key))
    finally:
        termios.tcsetattr(fd, termios.TCSADRAIN, before)


def _lines() -> Keys:
    for line in sys.stdin:
        if line.strip():
            yield line.strip()[0].lower(), line.strip()[1:].strip()


def _asked(key: Callable[[], str], reason: Callable[[], str]) -> Keys:
    told = ""
    while True:
        try:
            pressed_ = key().lower()
            if pressed_ in _ENDS:
                return
            if pressed_ == "w":
                told = reason()
                continue
        except (EOFError, KeyboardInterrupt):
            return
        yield "k" if pressed_ in "\r\n" else pressed_, told
        told = ""


def _reader(fd: int) -> Callable[[], str]:
    """What reads one key from a terminal: a character, or an escape sequence as a whole."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def byte() -> bytes:
        try:
            return os.read(fd, 1)
        except OSError:  # the terminal was closed
            return b""

    def next_of_escape() -> str:
        return byte().decode("latin-1") if select([fd], [], [], _PAUSE)[0] else ""

    def key() -> str:
        while data := byte():
            char = decoder.decode(data)
            if char == _ESCAPE:
                char += (kind := next_of_escape())
                while kind in ("[", "O") and (more := next_of_escape()):
                    char += more
                    kind = "" if "@" <= more <= "~" else kind
            if char:
                return char
        return ""

    return key


def _typed(key: Callable[[], str]) -> str:
    """A line as it is typed, shown; ends with Enter."""
    words: list[str] = []
    click.echo("Why: ", nl=False)
    while (char := key()) not in ("\r", "\n"):
        if char in _ENDS:
            raise EOFError
        if char in _BACK:
            if words:
                words.pop()
                click.echo("\b \b", nl=False)
        elif char.isprintable():
            words.append(char)
            click.echo(char, nl=False)
    click.echo()
    return "".join(words).strip()
