"""Names of one text that it says are one bearer's, by the constructions of `second_names_told.yaml`."""

import re
from collections.abc import Iterator, Mapping, Sequence

from whence.link.names import key
from whence.model import Document, Mention, Sentence, Span
from whence.text.gazetteer import is_country, is_place
from whence.text.names.second import Second, second_names

NEAR = 4  # sentences
ABOVE = frozenset({"headline", "byline", "subheading"})
KIN = re.compile(
    r"\b(?:brother|sister|son|daughter|father|mother|uncle|aunt|nephew|niece|cousin|wife|husband|widow(?:er)?|friend|aide"
    r"|deputy|successor|predecessor|rival|partner)[,:]? $"
)
# "To Ivo Duda, the merchant, he was Owl": not Duda was.
TO_WHOM = re.compile(r"\b(?:to|for|among|with|like|unlike|by|of|from) (?:[A-Z][\w.]* )?$", re.IGNORECASE)
AS = re.compile(r"[\"”’']?,? as\b")
# "On Monday Ivo Duda", "Last week Ivo Duda"
DAY = re.compile(r"(?:On [A-Z]\w+day|In (?:[A-Z]\w+|\d{4})|Last (?:week|month|year)|Yesterday|Today|Now),? ")
NOMINAL = re.compile(r"(?:The|An?|Another|His|Her|Their) (?:[a-z-]+ ){0,2}?[a-z]+(?:er|or|man|ist|ant|ian|y|ief|ot|e) ")
BUILT = frozenset({"organization", "facility", "vehicle"})
PRONOUNS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}


def second_pairs(
    doc: Document, sentences: Sequence[Sentence], names: Sequence[Mention], titles: Sequence[Mention] = ()
) -> Iterator[tuple[int, int]]:
    """Pairs (bearer, second name) of `names`; none of which the text is unsure. `titles` may stand before a name."""
    at = {m.span: i for i, m in enumerate(names)}
    for second in _told(doc, sentences, sorted([*names, *titles])):
        i, k = at.get(doc.span(*second.bearer)), _named(names, second.name)
        if not second.pronoun and i is not None and k is not None and i != k and _may_share(doc, names[i], names[k]):
            yield i, k


def given_to_pronouns(
    doc: Document,
    sentences: Sequence[Sentence],
    names: Sequence[Mention],
    points: Mapping[Span, int],
    genders: Mapping[int, str],
    meant: Mapping[Span, int],
    titles: Sequence[Mention] = (),
) -> Iterator[tuple[Span, int, int]]:
    """Pronouns whose bearer a text gives a second name: (pronoun, group of the bearer, group of the name).

    The bearer is the person named last before, where the pronoun is found to mean nobody else (`meant`), or where it
    is found to mean nobody and nobody else is named near.
    """
    one_of: dict[int, int] = {}
    for second in _told(doc, sentences, sorted([*names, *titles])):
        k = _named(names, second.name)
        if not second.pronoun or k is None or names[k].type != "person":
            continue
        pronoun = doc.span(*second.bearer)
        mine = PRONOUNS[doc.quote(pronoun).lower()]
        near = [m for m in _before(doc, sentences, names, pronoun) if m.span != names[k].span]
        near = [m for m in near if genders.get(points[m.span], mine) == mine]
        alike = _namesakes(doc, near, names[k])
        if second.name < second.bearer and not alike and AS.match(doc.text, second.name[1]):
            continue  # "Lulu Duda, as friends call him": who else that is only his last name tells
        near = alike or near
        if not near and (named := _named_next(doc, sentences, names, second)):
            yield pronoun, points[named.span], points[names[k].span]
        if not near:
            continue
        one, other = (_root(one_of, points[m.span]) for m in (near[-1], names[k]))
        found = _root(one_of, meant[pronoun]) if pronoun in meant else None
        if found in {_root(one_of, points[m.span]) for m in _to_whom(doc, sentences, names, pronoun)}:
            found = None  # "To Ivo Duda, the merchant, he was Owl"
        if not any(m.span < pronoun and _root(one_of, points[m.span]) == found for m in names):
            found = None  # who is named only later is not yet meant
        if _is_about_nominal(doc, sentences, names, pronoun):
            continue
        alone = all(_root(one_of, points[m.span]) in (one, other) or _alike(doc, m, near[-1]) for m in near)
        if alone if found in (None, other) or _may_mislead(doc, near[-1], pronoun) else found == one:
            yield pronoun, points[near[-1].span], points[names[k].span]
            one_of[max(one, other)] = min(one, other)


def _namesakes(doc: Document, near: Sequence[Mention], name: Mention) -> list[Mention]:
    """Those in full who share the last word of the second name ("Lulu Duda, as friends call him": Ludovic Duda)."""
    words = key(doc.quote(name.span)).split()
    if len(words) < 2 or _kin(doc, name):
        return []
    full = [(m, key(doc.quote(m.span)).split()) for m in near]
    alike = [m for m, own in full if len(own) > 1 and own[-1] == words[-1] and own != words]
    return alike if len({key(doc.quote(m.span)) for m in alike}) == 1 else []


def _named_next(
    doc: Document, sentences: Sequence[Sentence], names: Sequence[Mention], second: Second
) -> Mention | None:
    """Who opens the next sentence of the same paragraph with a full name, where nobody was named before.

    "They call him the Owl. Ivo Duda has slept by day since 1990."
    """
    after = next((s for s in sentences if s.span.start >= second.name[1]), None)
    above = {s.span for s in sentences if s.kind in ABOVE}
    people = [m for m in names if m.type == "person" and not any(span.contains(m.span) for span in above)]
    if after is None or any(m.span.start < second.name[0] for m in people):
        return None
    if "\n\n" in doc.text[second.name[1] : after.span.start]:
        return None
    opens = DAY.match(doc.text, after.span.start)
    opening = next((m for m in people if m.span.start == (opens.end() if opens else after.span.start)), None)
    return opening if opening and " " in doc.quote(opening.span) else None


def _may_mislead(doc: Document, name: Mention, pronoun: Span) -> bool:
    """Was the one named last brought in as somebody's kin, or in another paragraph? Then another may be meant."""
    return _kin(doc, name) or "\n\n" in doc.text[name.span.end : pronoun.start]


def _is_about_nominal(doc: Document, sentences: Sequence[Sentence], names: Sequence[Mention], pronoun: Span) -> bool:
    """Does a pronoun open its sentence, and the one before with somebody unnamed ("The winner left. He fights as")?"""
    behind = [s.span for s in sentences if s.span.start <= pronoun.start][-2:]
    if len(behind) < 2 or pronoun.start > behind[-1].start or not NOMINAL.match(doc.text, behind[0].start):
        return False
    return not any(m.type == "person" and behind[0].contains(m.span) for m in names)


def _may_share(doc: Document, bearer: Mention, name: Mention) -> bool:
    """May a name be another of a bearer's: of its type, or, where a ship or a body is told of, of what may be one?"""
    if bearer.type == name.type:
        return bearer.type != "place" or not is_country(doc.quote(name.span))
    unknown = name.type == "place" and " " in doc.quote(name.span) and not is_place(doc.quote(name.span))
    return bearer.type in BUILT and (name.type in BUILT or name.type == "work" or unknown)


def _root(one_of: Mapping[int, int], group: int) -> int:
    """The group that a group has become, of those found to be one."""
    while one_of.get(group, group) != group:
        group = one_of[group]
    return group


def _alike(doc: Document, one: Mention, other: Mention) -> bool:
    """Is one name the other with words left out, so that they may be one bearer's?"""
    mine, theirs = (set(key(doc.quote(m.span)).split()) for m in (one, other))
    return mine <= theirs or theirs <= mine


def is_kin_beside(doc: Document, sentences: Sequence[Sentence], names: Sequence[Mention], pronoun: Span) -> bool:
    """Is a relative of somebody else named last before a pronoun ("His brother, Ivo Duda, left. He took the name")?"""
    near = _before(doc, sentences, names, pronoun)
    return bool(near) and bool(_kin(doc, near[-1])) and not all(_alike(doc, m, near[-1]) for m in near)


def _kin(doc: Document, name: Mention) -> bool:
    return KIN.search(_before_name(doc, name)) is not None


def _before_name(doc: Document, name: Mention) -> str:
    return doc.text[max(0, name.span.start - 24) : name.span.start]


def _before(doc: Document, sentences: Sequence[Sentence], names: Sequence[Mention], pronoun: Span) -> list[Mention]:
    """The people named in the few sentences before a pronoun and in its own; not in headlines and bylines."""
    behind = [s for s in sentences if s.span.start <= pronoun.start and s.kind not in ABOVE][-NEAR:]
    people = (m for m in names if m.type == "person" and m.span.end <= pronoun.start)
    near = [m for m in people if any(s.span.contains(m.span) for s in behind)]
    near = [m for m in near if not (behind[-1].span.contains(m.span) and TO_WHOM.search(_before_name(doc, m)))]
    return [m for m in near if doc.text[m.span.end : m.span.end + 1] != "-"]


def _to_whom(
    doc: Document, sentences: Sequence[Sentence], names: Sequence[Mention], pronoun: Span
) -> Iterator[Mention]:
    """Those of the pronoun's sentence who are only said to call its bearer so."""
    own = next((s.span for s in sentences if s.span.contains(pronoun)), pronoun)
    people = (m for m in names if m.type == "person" and own.contains(m.span) and m.span.end <= pronoun.start)
    return (m for m in people if TO_WHOM.search(_before_name(doc, m)))


def _told(doc: Document, sentences: Sequence[Sentence], names: Sequence[Mention]) -> Iterator[Second]:
    for sentence in sentences:
        for second in second_names(doc.text, sentence.span.start, sentence.span.end, names):
            if not second.doubt:
                yield second


def _named(names: Sequence[Mention], span: tuple[int, int]) -> int | None:
    """The mention that is the name, or ends it behind a title ("Commander Ruiz")."""
    inside = (i for i, m in enumerate(names) if span[0] <= m.span.start and m.span.end == span[1])
    return next(inside, None)
