"""Short forms of one text: the bare name of a body, a given name, a name and patronymic, an assumed name.

All of it holds inside one text only, where the writer has named the bearer in full; across texts the same short form
may be anybody's.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from functools import cache, lru_cache

from whence.link.names import key, surname
from whence.model import Document, Mention, Sentence, Span
from whence.text.gazetteer import country_of_demonym, is_country, is_place, places
from whence.text.names import ORGANIZATION, Part, parse
from whence.text.names.align import align, lacks_a_creed
from whence.text.names.called import is_about_somebody
from whence.text.names.words import (
    body_words,
    business_words,
    common_words,
    creeds,
    grand_words,
    honours,
    is_foreign,
    is_given,
    link_words,
    patronymic_titles,
    plain,
    rival_words,
    second_name_nouns,
    single_sorts,
    small,
    titles,
    type_words,
)


@cache
def _assumed() -> re.Pattern[str]:
    """What tells of the one person of a sentence that he goes under the name behind it."""
    return re.compile(
        r"\b(?:under|using|uses?|by|adopted|takes?|took) (?:the |an? |his |her )?(?:\w+ )?"
        rf"(?:name|identity|{second_name_nouns()})(?: of)?,? ?(?:the )?[\"“‘']?$",
        re.IGNORECASE,
    )


# "a teacher whom all in the hills call “Leão”": the one named right before "whom".
WHOM = re.compile(
    r"(?:,? \d\d)?,? (?:an? |the )?(?:[\w’'-]+,? ){0,4}?whom (?:[\w’'-]+ ){0,6}?"
    r"(?:calls?|called|knows?|knew|nicknames?d?|dub(?:s|bed)?)(?: as| simply)? (?:the )?[\"“‘']?",
)


# "the Harbour Savings Bank, which everybody calls the Tin Bank"; not "the Front, which once called the Union a"
WHICH = re.compile(
    r",? which (?:(?:is|was) (?:\w+ ){0,2}?called"
    r"|(?:(?:they|people|everyone|everybody|all|many|some|most|others|(?:the|its|their) (?:[a-z-]+ ){0,1}[a-z-]+"
    r"|(?!always|sometimes|perhaps|is|was|has)[a-z-]{3,}s) )(?:[a-z-]+ ){0,2}?"
    r"(?:call|called|calls|know as|knew as|nicknamed?|dub|dubbed))(?: simply)? (?:the )?[\"“‘']?"
)
UNTIL = re.compile(r"[\"”’']?(?:$|[,.;:)]| (?:until|till|before)\b)")
ENDS = re.compile(r"[\"”’']?(?:[,.;:)]|$)")


# A common noun that means somebody named before: "the Danish company".
_NOUN = r"\b[Tt](?:he|his) (?:[\w-]+ ){0,2}?(?P<who>[a-z]{4,})(?<!who)(?<!that)(?<!which)"


@cache
def _given() -> tuple[re.Pattern[str], ...]:
    """What gives the bearer of a pronoun a second name, read up to that name."""
    noun = f"(?:name|{second_name_nouns()})"
    return tuple(
        re.compile(pattern + r" ?(?:the )?[\"“‘']?$", re.IGNORECASE)
        for pattern in (
            rf"\b(?P<who>he|she)\b (?:has |had |also |later |then |now )*(?:adopted|took|takes|taken|uses?|used|assumed"
            rf"|bore|bears|goes by|went by|gone by|fought under|fights under)"
            rf" (?:the |an? )?(?:\w+ ){{0,2}}{noun}(?: of)?,?",
            r"\b(?P<who>he|she|it) (?:is|was|became|has been) (?:\w+ ){0,2}?"
            r"(?:known|nicknamed|dubbed|called|renamed|rebranded)(?: (?:to|by|in) (?:[\w’'-]+ ){1,4}?as| as| simply)*",
            r"\b(?:call|calls|called|nicknamed?|dubbed|knew|know) (?P<who>him|her)(?: simply)?(?: as)?",
            r"\b(?P<who>he|she|it) (?:now |also |simply |later |had |has )*"
            r"(?:calls?|called|styles?|styled) (?:him|her|it)self",
            r"\b(?P<who>he|she|who) (?:later |had |has |finally |publicly )*"
            r"(?:identified|revealed|unmasked|introduced|outed|describes?|described) (?:him|her)self as",
            rf"\b(?:earned|gave|won|given|brought) (?P<who>him|her) (?:the |a )(?:\w+ )?{noun}(?: of)?",
            r"\b(?P<who>his|her) (?:real|full|birth|given|original|true|legal) name (?:is|was|being)",
            r"\b(?:renames?|renamed|renaming|rebrand(?:s|ed|ing)?) (?P<who>itself|(?P<object>it))(?: as| to)?",
            r"\b(?P<who>it) (?:has |had |later |then )*chang(?:es|ed|ing) its name (?:\w+ ){0,4}?to",
            r"\b(?P<who>it) (?:will|would|is to|was to) (?:\w+ ){0,2}?be (?:known|called|named|renamed|rebranded)"
            r"(?: as)?",
            r"\b(?P<who>it) (?:will |would |now |then |has |had |later )*(?:plays?|played|trades?|traded|operates?"
            r"|operated|sails?|sailed|competes?|competed|sells?|sold|broadcasts?|appears?|appeared|ran|runs?|took|takes?"
            r"|taken|adopts?|adopted)(?: [^.,;:]{1,30}?)?(?: under)? (?:the|a) (?:new |present |other )?name(?: of)?",
            rf"{_NOUN},? (?:which |that )?(?:was |had been )?(?:first |originally )?(?:founded|established|set up"
            r"|created|formed|opened|built|chartered|incorporated|registered)(?: (?:in|on|by|at|near) [^.,;:]{1,40}?)?"
            r" as",
            rf"{_NOUN} (?:is|was|became|has been|had been|will be|would be|is to be|was to be)"
            r" (?:(?!not\b|never\b)\w+ ){0,2}?(?:known|renamed|rebranded|rechristened)"
            r"(?: (?:to|by|in|among) (?:[\w’'-]+ ){1,4}?as| as| simply)*",
            rf"{_NOUN} (?:is|was|had been) (?:then |once |first |still |formerly |originally )*(?:called|named)",
            r"\b(?:call|calls|called|nicknamed?|dubbed|know|knows|knew) (?P<who>it)(?: simply| only| still)?(?: as)?",
            r"\b(?P<who>its) (?:(?:old|new|former|earlier|first|original|official|full|real|present|current|other"
            r"|second) )+name(?: [^.,;:]{1,30}?)? (?:is|was|had been)",
            r"\b(?P<who>its) name (?:until|before|in|since|at|from) [^.,;:]{1,30}? (?:is|was|had been)",
            r"\b(?P<who>it) (?:now |has |had |still |later |then )*(?:fights?|fought|trades?|traded|operates?|operated"
            r"|campaigns?|campaigned|competes?|competed|sails?|sailed|sits|sat|returned|came back|continues?|continued"
            r"|survives?|survived|lives on|lived on)(?: [^.,;:]{1,30}?)? as",
            rf"{_NOUN} (?:now |also |later |has |had )*(?:calls?|called|styles?|styled|renames?|renamed"
            r"|rebrand(?:s|ed)) itself(?: as| to)?",
            rf"{_NOUN} (?:later |then |has |had |also )*(?:took|takes|taken|adopts?|adopted) (?:the|a) (?:new )?name"
            r"(?: of)?,?",
        )
    )


@cache
def _earlier() -> tuple[re.Pattern[str], ...]:
    """What says under what name "it" or "the firm" stood at another time or in another language, up to that name."""
    was = r"(?:was|had been|is|remains)(?: still| then| simply| always| only)?(?: called| named)? (?:the )?[\"“‘']?$"
    then = r"\b(?:until|till|before|when|while|in)\b (?:[^.;:\"“]{2,60}?,? )??"
    return (
        re.compile(rf"{then}(?P<who>it) {was}", re.IGNORECASE),
        re.compile(rf"{then}{_NOUN}(?: [^.,;:]{{1,40}}?)?,? {was}", re.IGNORECASE),
        re.compile(r"^(?P<who>it) (?:was|had been) (?:called |named )?(?:the )?[\"“‘']?$", re.IGNORECASE),
    )


# Of these only a part is named anew: "a faction of the Salt League … The faction calls itself the Tide Wing".
SPLIT_OFF = frozenset("faction wing splinter offshoot branch breakaway dissident dissidents rump remnant".split())
NAMELESS = frozenset({"he", "she", "who", "him", "her", "his", "it", "itself"})
DENIED = re.compile(r"\b(?:not|never|n[’']t|denie[sd]|refuse[sd]?|wrongly|mistakenly|falsely)\b", re.IGNORECASE)
PATRONYMIC = re.compile(r"(?:[oe]v(?:ich|itch|yc|na)|ivna|[oe]vna)$")
INTRODUCED = re.compile(
    r"\b(?:called|named|nicknamed|dubbed|alias|certain|one|known(?: only| simply)? as"
    r"|(?:wife|husband|son|daughter|brother|sister|cousin|uncle|aunt|nephew|niece|father|mother|widow),?) [\"“‘']?$"
)
QUOTED = ('"', "“", "‘", "'")
UNQUOTED = ('"', "”", "’", "'")
DESCRIBED = re.compile(r",? (?:an?|the|his|her|their|then|now|\d\d)\b|,? \(|[”’\"]")
ARTICLES = frozenset({"al", "el", "ul", "ad", "an", "ar", "as", "ash", "at", "az"})
MINISTRIES = frozenset({"ministry", "department", "office", "secretariat"})
# Sorts of bodies that go by their own name without the word for the sort.
FIRMS = frozenset({"company", "group", "corporation", "shipping", "airline", "bank", "fund", "trust", "club"})
TITLES_OF_PAPERS = frozenset(
    """
    news times post journal herald tribune gazette observer guardian star mirror express courier chronicle ledger
    """.split()
)
OUTLETS = frozenset({"media", "press", "events", "sports", "digital", "labs", "publishing", "line", "lines", "capital"})
LOCATED = re.compile(r"\b(?:in|near|at|outside|around|towards?|beyond|across|through|the) $", re.IGNORECASE)
OWNED = re.compile(
    r"\b(?:(?:unit|subsidiary|arm|part|branch|affiliate|division|offshoot|wing|parent|rival|namesake|owner|founder)"
    r" (?:company |firm |group )?(?:of|to)|owned by|controlled by|spun off from|split from|broke away from|unlike|than)"
    r" (?:the )?$"
)
DAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December"
)
CONFUSED_WITH = re.compile(r"\b(?:confused?|mistaken?|mixed up) (?:with|for) (?:the )?$")
BROKE = re.compile(
    r"\b(?:broke (?:away|off) (?:from|with)|split (?:off )?from|split with|left|quit|seceded from|spun off from|part of"
    r"|wing of|arm of|branch of|rival (?:of|to)|breakaway from|offshoot of|splinter of) (?:the )?$"
)
# Behind a name that stands for itself: "the Aurora was" is a ship, "the Aurora board" the firm's.
ALONE = re.compile(r"[.;,)]|\s+(?:was|were|is|has|had|will|and|[a-z]+ed)\b")
SO_CALLED = re.compile(r"[\"”’']?, as (?:it|they) (?:is|are|was|were) (?:[a-z]+ ){0,2}(?:called|known)\b")
TOWNS = frozenset("city town county district borough village parish".split())
OF_TOWNS = frozenset("council hall government police court assembly administration commission board".split())
BIG = 50_000  # people; the name of a smaller city is a given name as well


def of_bodies(doc: Document, groups: Sequence[Sequence[Mention]]) -> Iterator[tuple[int, int]]:
    """Groups of body names of which the first is a short form of the second: (number of short, number of long)."""
    keys = [{key(doc.quote(m.span)) for m in group if m.form == "name"} for group in groups]
    lower = {key(q) for group in groups for m in group if (q := doc.quote(m.span)).split()[-1].islower()}
    the = [{key(doc.quote(m.span)) for m in group if _with_article(doc, m)} for group in groups]
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
            has_left(doc, groups[i], groups[min(fits)]) or _set_apart(doc, groups[i], groups[min(fits)])
        ):
            yield i, fits.pop()


def has_left(doc: Document, short: Sequence[Mention], long: Sequence[Mention]) -> bool:
    """Does the text say that the body with the longer name left the other: "broke away from the Front"?"""
    for m in short:
        before = [n.span.end for n in long if n.span.end <= m.span.start]
        if before and BROKE.search(doc.text[max(before) : m.span.start]) and m.span.start - max(before) < 60:
            return True
    return False


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
        if types[k] == "organization" and first[k] < first[i] and not _set_apart(doc, groups[i], groups[k]):
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
        if k != i and fits and first and _may_end(doc, groups[i], name) and not _set_apart(doc, groups[i], groups[k]):
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
    creed = name in creeds() and not any(_with_article(doc, m) for m in group)
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


def _is_the(doc: Document, short: Sequence[Mention], long: Sequence[Mention]) -> bool:
    """Has a word "the" before it and the firm's name not, as a ship ("Aurora Shipping said the Aurora was safe")?"""
    ship = any(_with_article(doc, m) and ALONE.match(doc.text, m.span.end) for m in short)
    return ship and not any(_with_article(doc, m) for m in long)


def _set_apart(doc: Document, short: Sequence[Mention], long: Sequence[Mention]) -> bool:
    """Does the text tell of two: one a part of the other, or both in one breath?"""
    if _is_the(doc, short, long):
        return True
    ends = {m.span.end for m in long}
    for m in short:
        before = doc.text[max(0, m.span.start - 60) : m.span.start]
        near = max((e for e in ends if e <= m.span.start), default=-99)
        between = doc.text[near : m.span.start] if m.span.start - near < 40 else "."
        joined = re.fullmatch(r",? (?:and|or|,|of|from) (?:the )?", between)
        if OWNED.search(before) or CONFUSED_WITH.search(before) or is_presented(doc, m) or joined:
            return True
    return False


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
        if later and _stands_for_firm(doc, group, taken, acting) and not _is_the(doc, group, groups[k]):
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


def _with_article(doc: Document, mention: Mention) -> bool:
    """Whether "the" stands right before the name."""
    before = doc.text[max(0, mention.span.start - 5) : mention.span.start]
    return re.search(r"\bthe\s$", before, re.IGNORECASE) is not None


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


def is_presented(doc: Document, mention: Mention, *, aged: bool = True) -> bool:
    """Whether the text presents the bearer as new: "a certain Tomas", "Tomas, a driver"; if `aged`, "Tomas, 34,"."""
    before = doc.text[max(0, mention.span.start - 24) : mention.span.start]
    after = doc.text[mention.span.end : mention.span.end + 8]
    described = after.startswith(",") and DESCRIBED.match(after)
    quoted = before.endswith(QUOTED) and after.startswith(UNQUOTED) and after[:2] not in ("’s", "'s")
    return (
        quoted or bool(INTRODUCED.search(before)) or bool(described and (aged or not described.group()[-1].isdigit()))
    )


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
        line = _line(doc, begin, mention.span.start)
        line = line.removesuffix(line.split()[-1] + " ") if _is_titled_alias(line) else line
        if mention.type != "person" or not _assumed().search(line):
            continue
        people = [i for i in range(k) if names[i].type == "person" and names[i].span.start >= begin]
        before = [i for i in people if not _with_article(doc, names[i])]
        if before and is_about_somebody(_line(doc, names[before[-1]].span.end, mention.span.start)):
            continue
        if before and len({surname(doc.quote(names[i].span)) for i in before}) == 1:
            yield before[0], k


def whom_others_call(doc: Document, names: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs (person, name) where a clause about the person named right before gives the name by which others call."""
    people = [(i, m) for i, m in enumerate(names) if m.type in ("person", "organization")]
    for n, (k, mention) in enumerate(people):
        for i, one in reversed(people[max(0, n - 3) : n]):
            between = _line(doc, one.span.end, mention.span.start)
            between = between.removesuffix(between.split()[-1] + " ") if _is_titled_alias(between) else between
            if (one.type == "person" and WHOM.fullmatch(between)) or (
                one.type == mention.type == "organization"
                and WHICH.fullmatch(between)
                and ENDS.match(doc.text, mention.span.end)
            ):
                yield i, k
                break


def given_names(
    doc: Document, sentences: Sequence[Sentence], names: Sequence[Mention]
) -> Iterator[tuple[Span, Mention, int | None]]:
    """Where a pronoun stands whose bearer a text gives a name, that name, and the sentence's beginning if an object.

    Who "renames it" is not "it".
    """
    starts = [s.span.start for s in sentences]
    for mention in names:
        begin = starts[max(0, bisect_right(starts, mention.span.start) - 1)] if starts else 0
        line = _line(doc, begin, mention.span.start)
        line = line.removesuffix(line.split()[-1] + " ") if _is_titled_alias(line) else line
        found = next((m for pattern in _given() if (m := pattern.search(line))), None)
        if found is None and mention.type != "person" and UNTIL.match(doc.text, mention.span.end):
            patterns = _earlier() if ENDS.match(doc.text, mention.span.end) else _earlier()[-1:]
            found = next((m for pattern in patterns if (m := pattern.search(line))), None)
        if found and not DENIED.search(line[max(0, found.start() - 20) :]):
            who = found.group("who").lower()
            if who in SPLIT_OFF:
                continue
            person = who not in ("it", "its", "itself")
            if who not in NAMELESS or person is (mention.type == "person"):
                renamed = begin if found.groupdict().get("object") else None
                yield Span(doc.id, begin + found.start("who"), begin + found.end("who")), mention, renamed


def _is_titled_alias(line: str) -> bool:
    """Does a title stand last ("He is known as Comandante")?"""
    words = line.split()
    return bool(words) and line.endswith(" ") and words[-1][:1].isupper() and plain(words[-1]) in titles()


def _line(doc: Document, begin: int, end: int) -> str:
    """A stretch of the text without its line breaks."""
    return re.sub(r"\s", " ", doc.text[begin:end])
