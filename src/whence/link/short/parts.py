"""Parts of a body's name that stand for it: its beginning, its end, its name without the words for its sort."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from whence.link.names import key
from whence.link.short.beside import LOCATED, has_article, is_set_apart, is_the
from whence.model import Document, Mention, Span
from whence.text.gazetteer import country_of_demonym, is_country, is_place
from whence.text.names import ORGANIZATION, Part, parse
from whence.text.names.words import (
    body_words,
    business_words,
    common_words,
    creeds,
    grand_words,
    is_foreign,
    is_given,
    link_words,
    type_words,
)

# Sorts of bodies that go by their own name without the word for the sort.
FIRMS = frozenset({"company", "group", "corporation", "shipping", "airline", "bank", "fund", "trust", "club"})
OUTLETS = frozenset({"media", "press", "events", "sports", "digital", "labs", "publishing", "line", "lines", "capital"})
SO_CALLED = re.compile(r"[\"”’']?, as (?:it|they) (?:is|are|was|were) (?:[a-z]+ ){0,2}(?:called|known)\b")
TOWNS = frozenset("city town county district borough village parish".split())
OF_TOWNS = frozenset("council hall government police court assembly administration commission board".split())


def of_beginnings(
    doc: Document, groups: Sequence[Sequence[Mention]], types: Sequence[str], headlines: Container[Span]
) -> Iterator[tuple[int, int]]:
    """Names with which one longer name of a body begins, given before ("Comando" for Comando da Capital).

    Not an English word for a sort of body, which any body of the text may be, nor what a text calls the other's owner.
    """
    keys = [{key(doc.quote(m.span)) for m in group if m.form == "name"} for group in groups]
    people = {w for i, names in enumerate(keys) if types[i] == "person" for k in names if " " in k for w in k.split()}
    longer = _by_beginning(keys)
    first = [min((m.span for m in g if m.span not in headlines), default=g[0].span) for g in groups]
    for i, mine in enumerate(keys):
        mine = {name for name in mine if not any(other.endswith(f" {name}") for other in mine)}
        if types[i] != "organization" or len(mine) != 1:
            continue
        (name,) = mine
        fits = longer.get(name, set()) - {i}
        fits = {k for k in fits if first[k] < first[i]} or fits  # who is named later was not yet meant
        if len(fits) != 1 or name.split()[0] in people:
            continue
        (k,) = fits
        if not (_may_begin(doc, groups[i], name, keys) or _lacks_purpose(name, keys[k])):
            continue
        if any(_is_of_town(name, long) for long in keys[k]):
            continue
        if types[k] == "organization" and first[k] < first[i] and not is_set_apart(doc, groups[i], groups[k]):
            yield i, k


def of_endings(doc: Document, groups: Sequence[Sequence[Mention]], types: Sequence[str]) -> Iterator[tuple[int, int]]:
    """A foreign word or a name with which one longer name of a body ends, given before ("Okapi" for Radio Okapi).

    No word of an English name, which may be anybody's, and nobody else's name.
    """
    keys = [{key(doc.quote(m.span)) for m in group if m.form == "name"} for group in groups]
    having: dict[str, set[int]] = defaultdict(set)
    for k, names in enumerate(keys):
        for word in {w for name in names if " " in name for w in name.split()}:
            having[word].add(k)
    for i, mine in enumerate(keys):
        name = next(iter(mine), "")
        if types[i] != "organization" or len(mine) != 1 or " " in name or len(having[name]) != 1:
            continue
        (k,) = having[name]
        fits = types[k] == "organization" and any(_goes_on_with(n, name) for n in keys[k])
        first = min(m.span for m in groups[k]) < min(m.span for m in groups[i])
        if k != i and fits and first and _may_end(doc, groups[i], name) and not is_set_apart(doc, groups[i], groups[k]):
            yield i, k


def _goes_on_with(long: str, name: str) -> bool:
    """Do one or two words stand before the last, of which one is a word of bodies' names or foreign?"""
    words = long.removesuffix(f" {name}").split()
    sort = any(body_words().get(w) or is_foreign(w) or not w.isascii() for w in words)
    return long.endswith(f" {name}") and len(words) < 3 and sort and not country_of_demonym(words[0].title())


def _may_end(doc: Document, group: Sequence[Mention], name: str) -> bool:
    shown = doc.quote(group[0].span)
    known = name in common_words() or name in grand_words() or name in creeds() or body_words().get(name) == name
    return not (known or len(name) < 4 or shown.isupper() or is_place(shown) or is_country(shown) or is_given(name))


def _by_beginning(keys: Sequence[set[str]]) -> dict[str, set[int]]:
    """Each run of words with which longer names begin, a leading article or preposition apart, to their groups."""
    found: dict[str, set[int]] = {}
    for k, names in enumerate(keys):
        for long in names:
            words = long.split(" ")
            for first in (0, 1) if words[0] in link_words() else (0,):
                # The church of which "the Church in Kenya" is a part goes by the beginning of that name too.
                ends = words.index("in", first) if "in" in words[first + 1 :] else len(words)
                for last in range(first + 1, ends):
                    found.setdefault(" ".join(words[first:last]), set()).add(k)
    return found


def _may_begin(doc: Document, group: Sequence[Mention], name: str, keys: Sequence[set[str]]) -> bool:
    """May the beginning of a body's name stand for it: a word of its own, no place, people or common word?

    Of a party of two words the first may, if no other body of the text has it ("Labour" for Labour Front).
    """
    shown = doc.quote(group[0].span)
    if len(name) < 4 or shown.isupper() or is_country(shown) or country_of_demonym(shown):
        return False
    if any(SO_CALLED.match(doc.text, m.span.end) for m in group):
        return True
    words = [w for w in name.split() if w not in link_words()]
    plainly = all(w in common_words() or w in grand_words() or body_words().get(w) == w for w in words)
    having = {k for names in keys for k in names if k != name and name in k.split()}
    creed = name in creeds() and not any(has_article(doc, m) for m in group)
    if creed and len(having) == 1 and body_words().get(having.pop().removeprefix(name).strip()) in type_words():
        return True
    located = any(LOCATED.search(doc.text[max(0, m.span.start - 9) : m.span.start]) for m in group)
    return not plainly and not (located and is_place(shown))


def _is_of_town(name: str, long: str) -> bool:
    """Is what a name begins with the town whose organ it is: "Halden City" of the Halden City Council?"""
    organ = long.removeprefix(f"{name} ").split()[0]
    return name.split()[-1] in TOWNS and long.startswith(f"{name} ") and organ in OF_TOWNS


def _lacks_purpose(name: str, longer: set[str]) -> bool:
    """Has a body's longer name only what it is for besides ("United Front" for United Front for the Harbour)?"""
    return " " in name and any(long.startswith(f"{name} for ") for long in longer)


def of_stems(
    doc: Document,
    groups: Sequence[Sequence[Mention]],
    types: Sequence[str],
    acting: Container[int],
    headlines: Container[Span],
) -> Iterator[tuple[int, int]]:
    """Names that a firm of the text has without the words for its sort ("Lukula" for Lukula Serviços Lda).

    The pairs are (short, long). What else the word may be, a place or a surname of the text, is not taken for the firm.
    """
    keys = [{key(doc.quote(m.span)) for m in group if m.form == "name"} for group in groups]
    taken = {w for i, names in enumerate(keys) if types[i] == "person" for k in names if " " in k for w in k.split()}
    bearers: dict[str, set[int]] = {}
    for k, group in enumerate(groups):
        for m in group if types[k] == "organization" else ():
            for stem in stems(" ".join(doc.quote(m.span).split())):
                bearers.setdefault(stem, set()).add(k)
    for i, group in enumerate(groups):
        fits = {k for name in keys[i] for k in bearers.get(name, ())}
        fits = {k for k in fits if min(m.span for m in groups[k]) < min(m.span for m in group)} or fits
        if types[i] not in ("organization", "person", "place") or len(keys[i]) != 1 or len(fits) != 1 or fits == {i}:
            continue
        (k,) = fits
        below = [m.span for m in group if m.span not in headlines]
        later = not below or min(m.span for m in groups[k]) < min(below)
        if later and _stands_for_firm(doc, group, taken, acting) and not is_the(doc, group, groups[k]):
            yield i, k


def _stands_for_firm(doc: Document, group: Sequence[Mention], taken: Container[str], acting: Container[int]) -> bool:
    name = doc.quote(group[0].span)
    if name.isupper() or any(w in taken for w in key(name).split()) or is_country(name):
        return False
    located = any(LOCATED.search(doc.text[max(0, m.span.start - 9) : m.span.start]) for m in group)
    if is_place(name):
        return not located and any(m.span.start in acting for m in group)
    return not located or any(m.span.start in acting for m in group)


@lru_cache(maxsize=50_000)
def stems(name: str) -> frozenset[str]:
    """A firm's name without the words for its sort and without its legal form; empty where it is no firm's."""
    parsed = parse(name, ORGANIZATION)
    rest = list(parsed.parts)
    sorts: list[Part] = []
    cut = []
    while len(rest) > 1 and _is_business(rest[-1]):
        sorts.append(rest.pop())
        cut.append(key(" ".join(p.shown or p.word for p in rest)))
    while len(rest) > 1 and _is_business(rest[0]):
        sorts.append(rest.pop(0))
    firm = bool(parsed.forms) or any(p.meaning in FIRMS or p.word not in OUTLETS for p in sorts)
    own = any(p.role == "stem" and not p.meaning and p.word not in common_words() for p in rest)
    short = key(" ".join(p.shown or p.word for p in rest))
    found = {short, *(c for c in cut if parsed.forms and " " in c)}
    return frozenset(found - {key(name)}) if firm and own and len(short) > 3 else frozenset()


def _is_business(part: Part) -> bool:
    return part.word in business_words() or part.meaning in FIRMS
