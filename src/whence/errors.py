"""Everything that Whence raises on purpose.

WhenceError
├── UnknownName       a person asked for a thing by a name that is not known
├── TwoMeant          a person gave a name that means several
├── NotDecided        there is nothing to take back, or nothing to split
├── BadDate           a person gave a date that is no date
├── BadEntry          a person wrote a claim or a date that cannot be taken as it is
├── BadVocabulary     a vocabulary file breaks its schema
│   └── BadPack       a file of a domain pack does
├── BadSetting        an environment variable asks for what cannot be done
├── BadInput          a document cannot be read
│   ├── TooLarge      a limit of size, pages, ratio or seconds was passed
│   ├── NoText        it was opened, and there is no text in it
│   ├── Locked        it is encrypted
│   └── Unsupported   its format is not one that we read
├── BadCase           a case file cannot be opened or is not ours
├── CaseBusy          another writer holds the case file
├── BadGold           gold labels are not in the format of GOLD.md
├── NotRead           the learned reader left out a word
└── MissingExtra      an optional package is not installed
"""

from collections.abc import Iterable
from difflib import get_close_matches

_FEW = 20  # names that still fit on a line or two


class WhenceError(Exception):
    """The root of what Whence raises; its text is meant for a person."""


class UnknownName(WhenceError):
    """A person asked for something by a name that is not known; where there are few to choose from, all are told."""

    def __init__(self, kind: str, name: str, known: Iterable[str], next_step: str = "") -> None:
        every = list(known)
        near = _near(name, every)
        hint = f" Did you mean {', '.join(near)}?" if near else ""
        if not near and not next_step and 0 < len(every) <= _FEW:
            hint = f" Known are {', '.join(every)}."
        super().__init__(f"No {kind} is called {name!r}.{hint}" + (f" {next_step}" if next_step else ""))


def _near(name: str, known: list[str]) -> list[str]:
    """The names most like `name`, else those of which some word is."""
    near = get_close_matches(name, known, n=3)
    if near:
        return near
    words = {word.casefold(): known_name for known_name in reversed(known) for word in known_name.split()}
    like = (word for part in name.casefold().split() for word in get_close_matches(part, words, n=3, cutoff=0.75))
    return list(dict.fromkeys(words[word] for word in like))[:3]


class TwoMeant(WhenceError):
    """A person gave a name that means several."""

    def __init__(self, name: str, places: Iterable[str]) -> None:
        where = list(places)
        super().__init__(
            f"{name!r} means {len(where)}: {'; '.join(where[:6])}. Write the document behind it, such as "
            f"'{name}@{where[0].rpartition(' in ')[2].split(',')[0]}'."
        )


class NotDecided(WhenceError):
    """There is nothing to take back, or nothing to split."""


class BadDate(WhenceError):
    """A person gave a date that is no date."""

    def __init__(self, text: str) -> None:
        super().__init__(f"{text!r} is not a date. Write a day, month or year such as 2017-03-05, 2017-03 or 2017.")


class BadEntry(WhenceError):
    """A person wrote a claim or a date that cannot be taken as it is."""

    def __init__(self, reason: str, next_step: str) -> None:
        self.reason, self.next_step = reason, next_step
        super().__init__(f"{reason}. {next_step}")


class BadVocabulary(WhenceError):
    """A vocabulary file breaks its schema."""

    def __init__(self, file: str, where: str, problem: str) -> None:
        self.file, self.where, self.problem = file, where, problem
        super().__init__(f"{file}: {where}: {problem}. Edit the file and run `make test`.")


class BadPack(BadVocabulary):
    """A file of a domain pack breaks its schema: which file, on which line, at which key."""

    def __init__(
        self,
        file: str,
        line: int | None,
        where: str,
        problem: str,
        step: str = "Edit the file and run `whence packs check` on the folder.",
    ) -> None:
        super().__init__(file, where, problem)
        self.line = line
        place = ", ".join(filter(None, [file, f"line {line}" if line else "", where]))
        self.args = (f"{place}: {problem}. {step}",)


class BadSetting(WhenceError):
    """An environment variable asks for what cannot be done."""

    def __init__(self, name: str, value: str, problem: str) -> None:
        super().__init__(f"{name}={value}: {problem}.")


class BadInput(WhenceError):
    """A document cannot be read. `kind` is the kind of the `Problem` that it becomes."""

    kind = "broken"

    def __init__(self, source: str, reason: str, next_step: str) -> None:
        self.source, self.reason, self.next_step = source, reason, next_step
        super().__init__(f"{source}: {reason}. {next_step}")


class TooLarge(BadInput):
    """A limit of size, pages, ratio or seconds was passed."""

    kind = "too large"


class NoText(BadInput):
    """The document was opened, and there is no text in it."""

    kind = "no text"


class Locked(BadInput):
    """The document is encrypted."""

    kind = "encrypted"


class Unsupported(BadInput):
    """The document's format is not one that we read."""

    kind = "unsupported format"


class BadCase(WhenceError):
    """A case file cannot be opened or is not ours."""


class CaseBusy(WhenceError):
    """Another writer holds the case file."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is being written by another process. Wait for it to end, then run the command again.")


class BadGold(WhenceError):
    """Gold labels are not in the format of GOLD.md."""


class MissingExtra(WhenceError):
    """An optional package is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs the extra {extra!r}: pip install 'whence[{extra}]'.")


class NotRead(WhenceError):
    """The learned reader left out a word; it must read every one."""

    def __init__(self, start: int, end: int) -> None:
        super().__init__(f"The reader left out the word at {start}-{end}. Please report it with this part of the text.")
