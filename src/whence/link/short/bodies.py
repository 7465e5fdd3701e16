"""Short forms of the names of bodies: the bare name, the organ without its state, the paper without its town."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from whence.link.names import key
from whence.link.short.beside import has_article, has_left, is_set_apart
from whence.model import Document, Mention
from whence.text.gazetteer import country_of_demonym, is_country, is_place
from whence.text.names import ORGANIZATION, parse
from whence.text.names.align import align, lacks_a_creed
from whence.text.names.words import body_words, creeds, grand_words, link_words, rival_words, single_sorts, type_words

ARTICLES = frozenset({"al", "el", "ul", "ad", "an", "ar", "as", "ash", "at", "az"})
MINISTRIES = frozenset({"ministry", "department", "office", "secretariat"})
TITLES_OF_PAPERS = frozenset(
    """
    news times post journal herald tribune gazette observer guardian star mirror express courier chronicle ledger
    """.split()
)


def of_bodies(doc: Document, groups: Sequence[Sequence[Mention]]) -> Iterator[tuple[int, int]]:
    """Groups of body names of which the first is a short form of the second: (number of short, number of long)."""
    keys = [{key(doc.quote(m.span)) for m in group if m.form == "name"} for group in groups]
    lower = {key(q) for group in groups for m in group if (q := doc.quote(m.span)).split()[-1].islower()}
    the = [{key(doc.quote(m.span)) for m in group if has_article(doc, m)} for group in groups]
    having: dict[str, set[int]] = defaultdict(set)
    for k, names in enumerate(keys):
        for word in (w for name in names for w in name.split()):
            having[word].add(k)
    for i, names in enumerate(keys):
        # "League" says nothing where the same group has the Isthmus League.
        mine = {name for name in names if not any(other.endswith(f" {name}") for other in names)}
        # Without "the" a short form has a word of the long one, so that others need not be looked at.
        near = range(len(keys)) if mine & the[i] else {k for name in mine for w in name.split() for k in having[w]}
        fits = {k for k in near if k != i and _fits(mine, keys[k], the[i], the[k], lower)}
        if len(fits) == 1 and not (
            has_left(doc, groups[i], groups[min(fits)]) or is_set_apart(doc, groups[i], groups[min(fits)])
        ):
            yield i, fits.pop()


def _fits(mine: set[str], theirs: set[str], with_article: set[str], their_article: set[str], lower: set[str]) -> bool:
    return any(
        _ministry(short, long)
        or _loosely(short, long, lower)
        or _with_its_article(short, long)
        or (short in with_article and _without_lead(short, long))
        or (short in with_article and lacks_a_creed(align(parse(short, ORGANIZATION), parse(long, ORGANIZATION))))
        or (short in with_article and _ellipsis(short, long, said_the=long in their_article))
        for short in mine
        for long in theirs
        if len(short) < len(long)
    )


def _ministry(short: str, long: str) -> bool:
    """Is `long` "Department of the" and then `short`?"""
    head, _, tail = long.partition(" of ")
    return bool(tail) and tail.removeprefix("the ") == short and bool(MINISTRIES & set(head.split()[-1:]))


def of_articles(doc: Document, groups: Sequence[Sequence[Mention]], types: Sequence[str]) -> Iterator[tuple[int, int]]:
    """What the reader takes for a person or a place, but is the Arabic name of a body of the text: (short, long)."""
    keys = [{key(doc.quote(m.span)) for m in group if m.form == "name"} for group in groups]
    people = [long for k, names in enumerate(keys) if types[k] == "person" for long in names if " " in long]
    for i, mine in enumerate(keys):
        name = next(iter(mine), "")
        if types[i] not in ("person", "place") or len(mine) != 1 or name.partition(" ")[0] not in ARTICLES:
            continue
        if any(long.endswith(f" {name}") for long in people):
            continue
        fits = {k for k, theirs in enumerate(keys) if types[k] == "organization" and _ends_bodies(name, theirs)}
        if len(fits) == 1:
            yield i, fits.pop()


def _ends_bodies(short: str, names: set[str]) -> bool:
    return any(_with_its_article(short, long) for long in names if len(short) < len(long))


def _with_its_article(short: str, long: str) -> bool:
    """Is `short` an Arabic name with its article, and `long` with words for the sort before ("Harakat al-Nasr")?"""
    words = short.split()
    lead = long.removesuffix(" " + short).split()
    whole = len(words) > 1 and words[0] in ARTICLES and long.endswith(" " + short)
    return whole and all(body_words().get(w) in type_words() for w in lead)


def _loosely(short: str, long: str, lower: set[str]) -> bool:
    """Is `short` the first word of `long` and its last in lower case ("Kisumu federation")?"""
    mine, theirs = short.split(), long.split()
    return short in lower and len(mine) == 2 < len(theirs) and (mine[0], mine[1]) == (theirs[0], theirs[-1])


def _without_lead(short: str, long: str) -> bool:
    """Is "the" and `short`, an organ of a state or what ends in another sort, `long` without its first words?

    An organ may leave out any ("the Oversight Agency"), as every state has one; a party or a union one word if its own
    word stays ("the Heritage Party"), else only a country, a place or a word like National: others make another party,
    as New and Real always do.
    """
    words, lead = short.split(), long.removesuffix(" " + short).split()
    sort = body_words().get(words[-1])
    if not long.endswith(" " + short) or len(words) < 2:
        return False
    if words[-1] in TITLES_OF_PAPERS:
        return True  # "the Morning Post"
    if sort not in type_words():
        return False
    own = [w for w in words[:-1] if w not in link_words() and body_words().get(w, w) not in creeds()]
    return (
        sort in single_sorts()
        or (len(lead) == 1 and bool(own) and body_words().get(lead[0], lead[0]) not in rival_words())
        or all(
            w in grand_words() or country_of_demonym(w.title()) or is_country(w.title()) or is_place(w.title())
            for w in lead
        )
    )


def _ellipsis(short: str, long: str, *, said_the: bool) -> bool:
    """Does "the" before one word show that the other words of the name are left out ("the Ledger", "the Tawhid")?"""
    words = long.split()
    if " " in short or len(words) < 2:
        return False
    foreign = [w for w in words if w not in link_words()]
    if len(foreign) > 1 and len(words) > len(foreign) and words[0] in link_words() and foreign[0] == short:
        return True  # "the Voz" for "La Voz del Mantaro"
    ends = words[-1] == short and (len(words) < 4 or body_words().get(short) in type_words())
    begins = words[0] == short and len(words) == 2 and body_words().get(words[1]) in type_words()
    house = short == "house" and words[:2] == ["house", "of"]
    return ends or house or (begins and said_the)
