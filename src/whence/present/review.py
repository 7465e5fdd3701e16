"""The review in the terminal: one doubt at a time, one key a decision, every decision kept at once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import IO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from whence.ask.judgements import entry_words
from whence.ask.review import Item, Side, Sight

HELP = {
    "same": "s same · d different · u cannot tell",
    "blend": "1 the first · 2 the second · n neither · u cannot tell",
    "listing": "s it is the listed one · d it is not · u cannot tell",
}
ALWAYS = "k later · z undo · w give a reason first · ? help · q quit"
WORDS = {
    "s": "positive",
    "d": "negative",
    "u": "unsure",
}
_HELP = """s  the two are the same            d  they are different
u  you cannot tell: they stay apart and are not asked again
1, 2, n  of a name that mixes two people: it is the first, the second, neither
k  or Enter: leave it for later     z  take your last decision back and see its doubt again
w  type a reason, then decide       q  stop; what you decided is kept
On a pipe every line is a key, and what follows it on the line is the reason."""

Verdict = tuple[str, str, str, str]
"""Subject, object, verdict, kind: what one key says."""


@dataclass
class Done:
    """What a review came to: decisions made and taken back, doubts left."""

    decided: int = 0
    undone: int = 0
    later: int = 0
    implied: int = 0
    left: int = 0


@dataclass
class Review:
    """Asks `items` one after the other; `decide` keeps a decision and gives what takes it back.

    `keys` yields (key, reason) and ends when nobody answers any more.
    """

    items: Sequence[Item]
    keys: Iterator[tuple[str, str]]
    decide: Callable[[Item, Sequence[Verdict], str], Callable[[], None]]
    out: IO[str]
    done: Done = field(default_factory=Done)
    _past: list[tuple[int, tuple[Verdict, ...], Callable[[], None]]] = field(default_factory=list)
    _settled: set[int] = field(default_factory=set)

    def run(self) -> Done:
        """Ask until the queue or the answers end."""
        self._console = Console(file=self.out, highlight=False, markup=False, emoji=False, soft_wrap=False)
        at: int | None = 0
        while at is not None:
            if at == len(self.items):
                at = self._end()
            elif self._implied(at):
                self._settled.add(at)
                at += 1
            else:
                self._show(at)
                at = self._answer(at)
        self.done.implied = len(self._settled)
        self.done.left = len(self.items) - self.done.decided - self.done.implied
        return self.done

    def _end(self) -> int | None:
        """After the last doubt the last decision can still be taken back."""
        if not self._past:
            return None
        self._say("")
        self._say("That was the last doubt. z takes your last decision back, any other key ends.")
        key, _ = next(self.keys, ("q", ""))
        return self._undo() if key == "z" else None

    def _answer(self, at: int) -> int | None:
        """The number of the next doubt, or None when the review ends."""
        item, told = self.items[at], ""
        for key, reason in self.keys:
            told = reason or told  # a reason before a wrong key is not typed twice
            if key == "q":
                return None
            if key in ("k", " "):
                self.done.later += 1
                return at + 1
            if key == "z":
                if self._past:
                    return self._undo()
                self._say("Nothing to take back in this review. `whence judge undo A B` takes back an earlier one.")
                continue
            said = verdicts(item, key)
            if said:
                self._past.append((at, said, self.decide(item, said, told)))
                self.done.decided += 1
                return at + 1
            pressed = repr(key) if key.isprintable() else "That"
            self._say(_HELP if key == "?" else f"{pressed} is no key here. {HELP[item.kind]} · {ALWAYS}")
        return None

    def _undo(self) -> int:
        at, _, back = self._past.pop()
        back()
        self._settled = {number for number in self._settled if number < at}
        self.done.decided -= 1
        self.done.undone += 1
        self._say(f"Taken back: {self.items[at].asked}")
        return at

    def _implied(self, at: int) -> bool:
        """Whether earlier answers settle a doubt: two of one group, or of two groups said to be different."""
        item = self.items[at]
        if item.kind != "same" or any(number == at for number, _, _ in self._past):
            return False
        one, other = (side.entity for side in item.sides)
        group: dict[str, str] = {}

        def root(x: str) -> str:
            while group.get(x, x) != x:
                x = group[x]
            return x

        apart = []
        for number, said, _ in self._past:
            past = self.items[number]
            if past.kind == "same":
                left, right = (side.entity for side in past.sides)
                if said[0][2] == "positive":
                    group[root(left)] = root(right)
                else:
                    apart.append((left, right))
        mine = {root(one), root(other)}
        return len(mine) == 1 or any({root(a), root(b)} == mine for a, b in apart)

    def _show(self, at: int) -> None:
        item = self.items[at]
        decided = f", {self.done.decided} decided" if self.done.decided else ""
        self._say("")
        self._say(f"[{at + 1} of {len(self.items)}{decided}] {item.asked}", style="bold")
        for side in item.sides:
            self._side(side)
        if item.entry:
            self._say(f"  {item.entry.name}: {item.entry.list}, {item.entry.id}", style="cyan")
            for words in entry_words(item.entry):
                self._say(f"    {words}")
        self._say(f"  Score {item.score:.2f}. Why:" if item.reasons else f"  Score {item.score:.2f}.")
        for reason in item.reasons:
            self._say(f"  - {reason}")
        self._say(f"  {HELP[item.kind]} · {ALWAYS}", style="dim")

    def _side(self, side: Side) -> None:
        called = f", in the case {side.called}" if side.called != side.name else ""
        self._say(f"  {side.name}{called} ({side.figures})", style="cyan")
        for sight in side.sights:
            if self._console.is_terminal:
                self._console.print(Padding(_marked(sight, colour=True), (0, 0, 0, 4)))
            else:
                self.out.write(f"    {_marked(sight, colour=False).plain}\n")
            self._say(f"      {sight.place}", style="dim")

    def _say(self, text: str, style: str = "") -> None:
        if self._console.is_terminal:
            self._console.print(Text(text, style=style))
        else:
            self.out.write(f"{text}\n")


def _marked(sight: Sight, *, colour: bool) -> Text:
    """The sentence with the name marked: by colour in a terminal, else «so»."""
    before, name, after = sight.text[: sight.start], sight.text[sight.start : sight.end], sight.text[sight.end :]
    text = Text("“" + _flat(before))
    text.append(_flat(name) if colour else f"«{_flat(name)}»", style="bold reverse" if colour else "")
    return text.append(_flat(after) + "”")


def _flat(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ")


def verdicts(item: Item, key: str) -> tuple[Verdict, ...]:
    """What a key says of a doubt; nothing where it is no answer to it."""
    subjects = [side.subject for side in item.sides]
    if item.kind == "blend":
        form, *readings = subjects
        said = {
            "1": ("positive", "negative"),
            "2": ("negative", "positive"),
            "n": ("negative",) * 2,
            "u": ("unsure",) * 2,
        }
        return tuple((form, r, v, "identity") for r, v in zip(readings, said.get(key, ()), strict=False))
    if key not in WORDS:
        return ()
    if item.kind == "listing" and item.entry:
        return ((subjects[0], item.entry.id, WORDS[key], "listing"),)
    return ((subjects[0], subjects[1], WORDS[key], "identity"),)
