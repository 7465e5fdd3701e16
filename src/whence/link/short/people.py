"""People named by a part of their name: a given name, a name and patronymic, a family name."""

import re
from collections.abc import Container, Iterator, Sequence

from whence.link.names import key, surname
from whence.link.short.beside import LOCATED, is_presented
from whence.model import Document, Mention, Span
from whence.text.days import MONTH, WEEKDAY
from whence.text.gazetteer import places
from whence.text.names.words import honours, is_given, patronymic_titles, plain, small, titles

PATRONYMIC = re.compile(r"(?:[oe]v(?:ich|itch|yc|na)|ivna|[oe]vna)$")
DAY = re.compile(f"{WEEKDAY}|{MONTH}")
BIG = 50_000  # people; the name of a smaller city is a given name as well


def of_headlines(
    groups: Sequence[Sequence[Mention]], names: Sequence[set[str]], headlines: Container[Span]
) -> Iterator[tuple[int, int]]:
    """A last name that stands only in headlines goes to the one bearer whom the text below names in full."""
    for i, keys in enumerate(names):
        if all(m.span in headlines for m in groups[i]):
            longer = [(k, long) for k, theirs in enumerate(names) if k != i for long in theirs]
            fits = {k for k, long in longer for own in keys if long.endswith(f" {own}") or long.startswith(f"{own} ")}
            if len(fits) == 1:
                yield i, fits.pop()


def of_people(
    doc: Document, groups: Sequence[Sequence[Mention]], names: Sequence[set[str]], headlines: Container[Span] = ()
) -> Iterator[tuple[int, int]]:
    """People (`names`: the keys of each) named by a given name, alone or with a patronymic: (short, long)."""
    styled = {i for i, group in enumerate(groups) if any(_styled(doc, m) for m in group)}
    lone = {i for i, keys in enumerate(names) if all(map(_partial, keys)) and i not in styled}
    for i in sorted(lone):
        given = {k.split()[0] for k in names[i]}
        full = [k for k in range(len(names)) if k not in lone and _bears(names[k], given)]
        others = full or [k for k in lone if k != i and not any(" " in n for n in names[i]) and _bears(names[k], given)]
        family = any(surname(k) in given for j, keys in enumerate(names) if j != i for k in keys if " " in k)
        if len(given) != 1 or len(others) != 1 or family or not _in_order(groups, others[0], i, headlines):
            continue
        if _one_father(names[i] | names[others[0]]):
            yield i, others[0]


def of_parts(
    doc: Document, groups: Sequence[Sequence[Mention]], names: Sequence[set[str]]
) -> Iterator[tuple[int, int]]:
    """People named by a part that stands inside one longer name alone: (short, long).

    Surnames with their particle ("De la Fuente" of Ana de la Fuente Ibarra), and of those who write the family first
    the family ("Lim" of Lim Kok Beng) or the given name of two words ("Kok Beng").
    """
    full = [(k, n.split()) for k, theirs in enumerate(names) for n in theirs if len(n.split()) > 2]
    given = {n.split()[0] for theirs in names for n in theirs if " " in n}
    for i, mine in enumerate(names):
        if len(mine) != 1 or any(is_presented(doc, m, aged=False) for m in groups[i]):
            continue
        words = next(iter(mine)).split()
        fits = {k for k, long in full if k != i and _is_part(words, long)}
        first = min(m.span for m in groups[i])
        alone = len(words) > 1 or sum(w == words[0] for w in given) == 1
        if len(fits) == 1 and alone and (len(words) > 1 or min(m.span for m in groups[min(fits)]) < first):
            yield i, fits.pop()


def _is_part(words: Sequence[str], long: Sequence[str]) -> bool:
    """Is it the surname with its particle, or one side of a name of three words that begins with the family?"""
    size = len(words)
    if size > 1 and words[0] in small("before_surname"):
        return any(list(long[at : at + size]) == list(words) for at in range(1, len(long) - size + 1))
    eastern = len(long) == 3 and long[0] in small("family_first") and not is_given(long[0])
    return eastern and list(words) in ([long[0]], list(long[1:]))


def _in_order(groups: Sequence[Sequence[Mention]], full: int, short: int, headlines: Container[Span]) -> bool:
    """Whether the full name comes first below the headlines: before it, a given name alone may be anybody's."""
    below = [m.span for m in groups[short] if m.span not in headlines]
    return bool(below) and min(m.span for m in groups[full]) < min(below)


def _styled(doc: Document, mention: Mention) -> bool:
    """Whether it is one word and no given name: a surname behind "Mr", a ship behind "the", a city."""
    name = doc.quote(mention.span)
    words = doc.text[max(0, mention.span.start - 12) : mention.span.start].split()
    courtesy = bool(words) and titles().get(plain(words[-1])) == "courtesy"
    # Where people have no surnames, or write them first, titles stand before the first name; else a surname is meant.
    surnamed = courtesy and is_given(key(name)) and not patronymic_title(doc, mention)
    said = surnamed or (bool(words) and words[-1].lower() == "the")
    return " " not in name and (
        said
        or honour_before(doc, mention)
        or is_presented(doc, mention, aged=False)
        or (_is_located(doc, mention) and any(p.population >= BIG for p in places(name)))
    )


def _is_located(doc: Document, mention: Mention) -> bool:
    return bool(LOCATED.search(doc.text[max(0, mention.span.start - 9) : mention.span.start]))


def is_titled(doc: Document, mention: Mention) -> bool:
    """Whether a word with a capital, or a title, stands right before the name."""
    words = doc.text[max(0, mention.span.start - 20) : mention.span.start].split()
    before = doc.text[max(0, mention.span.start - 1) : mention.span.start]
    titled = bool(words) and (
        plain(words[-1]) in titles()
        or (
            not DAY.fullmatch(words[-1])
            and words[-1][:1].isupper()
            and not words[-1].endswith((".", "!", "?", "”", '"'))
        )
    )
    return titled and before == " "


def patronymic_title(doc: Document, mention: Mention) -> bool:
    """Whether a title stands before the name that is given to people without surnames: "Tan Sri", "Ato", "Daw"."""
    return _has_before(doc, mention, patronymic_titles())


def honour_before(doc: Document, mention: Mention) -> bool:
    """Whether a title that is conferred stands before the name: "Tan Sri", "Datuk"."""
    return _has_before(doc, mention, honours())


def _has_before(doc: Document, mention: Mention, words: Container[str]) -> bool:
    before = doc.text[max(0, mention.span.start - 20) : mention.span.start].lower().split()
    return any(" ".join(before[-size:]).removesuffix(".") in words for size in (1, 2) if before[-size:])


def _partial(name: str) -> bool:
    words = name.split()
    return len(words) == 1 or (len(words) == 2 and bool(PATRONYMIC.search(words[1])))


def _bears(keys: set[str], given: set[str]) -> bool:
    return any(k.split()[0] in given for k in keys if " " in k)


def _one_father(keys: set[str]) -> bool:
    return len({w for k in keys for w in k.split()[1:] if PATRONYMIC.search(w)}) < 2
