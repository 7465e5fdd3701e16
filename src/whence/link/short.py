"""Short forms of one text: the bare name of a body, a given name, a name and patronymic, an assumed name.

All of it holds inside one text only, where the writer has named the bearer in full; across texts the same short form
may be anybody's.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from whence.link.names import key, surname
from whence.model import Document, Mention, Sentence
from whence.text.gazetteer import places
from whence.text.names.words import body_words, plain, titles, type_words

ASSUMED = re.compile(
    r"\b(?:under|using|by|adopted|takes?|took) (?:the |an? |his |her )?(?:\w+ )?"
    r"(?:name|alias|pseudonym|nom de guerre|pen name|stage name|kunya|identity|callsign|code ?name)"
    r"(?: of)?,? ?[\"“‘']?$",
    re.IGNORECASE,
)
CONFUSED = re.compile(r"\b(?:confused|confuse|mistaken|mistake|mixed up)\b[^.;]*\bwith\b|\bnamesake\b|\bno relation\b")
PATRONYMIC = re.compile(r"(?:[oe]v(?:ich|itch|yc|na)|ivna|[oe]vna)$")
INTRODUCED = re.compile(
    r"\b(?:called|named|nicknamed|dubbed|alias|certain|one|known(?: only| simply)? as"
    r"|(?:wife|husband|son|daughter|brother|sister|cousin|uncle|aunt|nephew|niece|father|mother|widow),?) [\"“‘']?$"
    r"|[\"“‘']$"
)
DESCRIBED = re.compile(r",? (?:an?|the|his|her|their|then|now|\d\d)\b|,? \(|[”’\"]")
MINISTRIES = frozenset({"ministry", "department", "office", "secretariat"})
BIG = 50_000  # people; the name of a smaller city is a given name as well


def of_bodies(doc: Document, groups: Sequence[Sequence[Mention]]) -> Iterator[tuple[int, int]]:
    """Groups of body names of which the first is a short form of the second: (number of short, number of long)."""
    keys = [{key(doc.quote(m.span)) for m in group if m.form == "name"} for group in groups]
    lower = {key(q) for group in groups for m in group if (q := doc.quote(m.span)).split()[-1].islower()}
    the = [{key(doc.quote(m.span)) for m in group if _with_article(doc, m)} for group in groups]
    for i, mine in enumerate(keys):
        fits = {k for k, theirs in enumerate(keys) if k != i and _fits(mine, theirs, the[i], the[k], lower)}
        if len(fits) == 1:
            yield i, fits.pop()


def _fits(mine: set[str], theirs: set[str], with_article: set[str], their_article: set[str], lower: set[str]) -> bool:
    return any(
        _ministry(short, long)
        or _loosely(short, long, lower)
        or (short in with_article and _ellipsis(short, long, said_the=long in their_article))
        for short in mine
        for long in theirs
        if len(short) < len(long)
    )


def _with_article(doc: Document, mention: Mention) -> bool:
    """Whether "the" stands right before the name."""
    before = doc.text[max(0, mention.span.start - 5) : mention.span.start]
    return re.search(r"\bthe\s$", before, re.IGNORECASE) is not None


def _ministry(short: str, long: str) -> bool:
    """Is `long` "Department of the" and then `short`?"""
    head, _, tail = long.partition(" of ")
    return bool(tail) and tail.removeprefix("the ") == short and bool(MINISTRIES & set(head.split()[-1:]))


def _loosely(short: str, long: str, lower: set[str]) -> bool:
    """Is `short` the first word of `long` and its last in lower case ("Kisumu federation")?"""
    mine, theirs = short.split(), long.split()
    return short in lower and len(mine) == 2 < len(theirs) and (mine[0], mine[1]) == (theirs[0], theirs[-1])


def _ellipsis(short: str, long: str, *, said_the: bool) -> bool:
    """Does "the" before one word show that the other words of the name are left out ("the Ledger", "the Tawhid")?"""
    words = long.split()
    if " " in short or len(words) < 2:
        return False
    ends = words[-1] == short and (len(words) < 4 or body_words().get(short) in type_words())
    begins = words[0] == short and len(words) == 2 and body_words().get(words[1]) in type_words()
    return ends or (begins and said_the)


def of_people(
    doc: Document, groups: Sequence[Sequence[Mention]], names: Sequence[set[str]]
) -> Iterator[tuple[int, int]]:
    """People (`names`: the keys of each) named by a given name, alone or with a patronymic: (short, long)."""
    styled = {i for i, group in enumerate(groups) if any(_styled(doc, m) for m in group)}
    lone = {i for i, keys in enumerate(names) if all(map(_partial, keys)) and i not in styled}
    for i in sorted(lone):
        given = {k.split()[0] for k in names[i]}
        full = [k for k in range(len(names)) if k not in lone and _bears(names[k], given)]
        others = full or [k for k in lone if k != i and not any(" " in n for n in names[i]) and _bears(names[k], given)]
        family = any(surname(k) in given for j, keys in enumerate(names) if j != i for k in keys if " " in k)
        if len(given) != 1 or len(others) != 1 or family or not _in_order(groups, others[0], i):
            continue
        if _one_father(names[i] | names[others[0]]):
            yield i, others[0]


def _in_order(groups: Sequence[Sequence[Mention]], full: int, short: int) -> bool:
    """Whether the full name comes first: before it, a given name alone may be anybody's."""
    return min(m.span for m in groups[full]) < min(m.span for m in groups[short])


def _styled(doc: Document, mention: Mention) -> bool:
    """Whether it is one word and no given name: a surname behind "Mr", a ship behind "the", a city."""
    name = doc.quote(mention.span)
    words = doc.text[max(0, mention.span.start - 12) : mention.span.start].split()
    said = bool(words) and (titles().get(plain(words[-1])) == "courtesy" or words[-1].lower() == "the")
    return " " not in name and (said or _introduced(doc, mention) or any(p.population >= BIG for p in places(name)))


def _introduced(doc: Document, mention: Mention) -> bool:
    """Whether the text presents the bearer as somebody new: "a certain Tomas", "Tomas, a driver"."""
    before = doc.text[max(0, mention.span.start - 24) : mention.span.start]
    after = doc.text[mention.span.end : mention.span.end + 8]
    return bool(INTRODUCED.search(before)) or (after.startswith(",") and bool(DESCRIBED.match(after)))


def _partial(name: str) -> bool:
    words = name.split()
    return len(words) == 1 or (len(words) == 2 and bool(PATRONYMIC.search(words[1])))


def _bears(keys: set[str], given: set[str]) -> bool:
    return any(k.split()[0] in given for k in keys if " " in k)


def _one_father(keys: set[str]) -> bool:
    return len({w for k in keys for w in k.split()[1:] if PATRONYMIC.search(w)}) < 2


def assumed(doc: Document, sentences: Sequence[Sentence], names: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs (person, name) where a text says that the one person of the sentence goes under that name."""
    starts = [s.span.start for s in sentences]
    for k, mention in enumerate(names):
        begin = starts[max(0, bisect_right(starts, mention.span.start) - 1)] if starts else 0
        if mention.type != "person" or not ASSUMED.search(_line(doc, begin, mention.span.start)):
            continue
        people = [i for i in range(k) if names[i].type == "person" and names[i].span.start >= begin]
        before = [i for i in people if not _with_article(doc, names[i])]
        if before and len({surname(doc.quote(names[i].span)) for i in before}) == 1:
            yield before[0], k


def is_namesake(doc: Document, sentences: Sequence[Sentence], mention: Mention) -> bool:
    """Whether the text warns before a name that its bearer is not the other one ("not to be confused with")."""
    starts = [s.span.start for s in sentences]
    begin = starts[max(0, bisect_right(starts, mention.span.start) - 1)] if starts else 0
    return bool(CONFUSED.search(_line(doc, begin, mention.span.start)))


def _line(doc: Document, begin: int, end: int) -> str:
    """A stretch of the text without its line breaks."""
    return re.sub(r"\s", " ", doc.text[begin:end])
