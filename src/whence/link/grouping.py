"""Groups of names that one text gives one bearer."""

import re
from collections import defaultdict
from collections.abc import Sequence

from whence.link.apart import Clauses, is_namesake
from whence.link.births import born_as, is_kin_of, is_of_other_age, keys_by_birth, keys_with_nickname
from whence.link.homes import Group, Known, find_home, key_of, kind_of, spelled_out, tells_life
from whence.link.lands import of_its_land
from whence.link.names import aliases, initials, surname
from whence.link.second import second_pairs
from whence.link.short.assumed import assumed, whom_others_call
from whence.link.short.beside import is_presented
from whence.link.short.bodies import of_articles, of_bodies
from whence.link.short.parts import of_beginnings, of_endings, of_stems
from whence.link.short.people import of_headlines, of_parts, of_people
from whence.model import Document, Mention, Sentence, Span
from whence.reader import Reading
from whence.text.names import ORGANIZATION, parse
from whence.text.names.align import align

SURE_OF_NAME = 0.4


def add_full_names(doc: Document, reading: Reading, groups: list[Group]) -> None:
    """Give a surname that stood alone at first to the one who is named in full later, where the reader ties the two."""
    people = [g for g in groups if g.type == "person" and not g.namesake]
    lone = {g.members[0].span: next(iter(g.keys)) for g in people if len(g.keys) == 1 and " " not in next(iter(g.keys))}
    home = {m.span: g for g in people for m in g.members}
    ends = {m.span.end: g for g in people for m in g.members}
    ties: dict[tuple[int, int], float] = defaultdict(float)
    for bond in reading.bonds:
        one, two = ends.get(bond.end), ends.get(bond.antecedent_end)
        if one is not None and two is not None and one is not two:
            ties[bond.end, id(two)] += bond.score
    full: dict[str, list[Group]] = defaultdict(list)
    for g in people:
        for word in {surname(k) for k in g.keys if " " in k}:
            full[word].append(g)
    for span, word in lone.items():
        fits = full[word]
        if len(fits) != 1 or home[span].members[0].span > fits[0].members[0].span:
            continue
        long = next(m for m in fits[0].members if " " in key_of(doc, m))
        if ties[long.span.end, id(home[span])] >= SURE_OF_NAME and not is_presented(doc, long):
            _unite(groups, home, fits[0], home[span])
            home[span].members.sort()


def grouped(
    doc: Document,
    sentences: Sequence[Sentence],
    names: Sequence[Mention],
    acting: set[int],
    roles: Sequence[Mention],
    clauses: Clauses,
) -> list[Group]:
    """The groups of names that are one bearer's, in order of their first name."""
    groups: list[Group] = []
    titled = [s.span for s in sentences if s.kind in ("headline", "subheading")]
    headlines = {m.span for m in names if any(span.contains(m.span) for span in titled)} if titled else set()
    known = Known(acting)
    # The text first: a headline says less than what it stands over.
    for mention in sorted(names, key=lambda m: m.span in headlines):
        if (bearer := born_as(doc, mention, groups)) is not None:
            bearer.members.append(mention)
            continue
        keys = {key_of(doc, mention), *keys_with_nickname(doc, mention), *keys_by_birth(doc, mention)}
        group = find_home(doc, mention, known)
        if group is not None and mention.type == "place":
            group = of_its_land(doc, mention, group, known)
        namesake = (
            group is not None and mention.type in ("person", "organization") and is_namesake(doc, sentences, mention)
        )
        apart = (
            group is not None
            and not keys & group.keys
            and any(clauses.part(m.span, mention.span) for m in group.members)
        )
        if group is None or namesake or apart or is_kin_of(doc, mention, group) or is_of_other_age(doc, mention, group):
            groups.append(Group([mention], kind_of(mention), keys, namesake))
            known.add(groups[-1])
            if len(known.people) == 1 and known.people[0] is groups[-1] and tells_life(doc, mention):
                known.hero = groups[-1]
        else:
            group.members.append(mention)
            known.learn(group, keys - group.keys)
            group.keys |= keys
    return _joined(doc, sentences, names, groups, acting, headlines, roles, clauses)


def _parted(clauses: Clauses, one: Group, other: Group) -> bool:
    """Whether a verb has a name of each as arguments."""
    return any(clauses.part(m.span, n.span) for m in one.members for n in other.members)


def _joined(
    doc: Document,
    sentences: Sequence[Sentence],
    names: Sequence[Mention],
    groups: list[Group],
    acting: set[int],
    headlines: set[Span],
    roles: Sequence[Mention],
    clauses: Clauses,
) -> list[Group]:
    """Join the groups of names that the text itself equates."""
    home = {m.span: g for g in groups for m in g.members}
    _join_given(doc, groups, home, headlines)
    told = second_pairs(doc, sentences, names, roles)
    for i, k in (*aliases(doc, names), *assumed(doc, sentences, names), *whom_others_call(doc, names), *told):
        if not _moved(doc, home, names[i], names[k]):
            one, two = home[names[i].span], home[names[k].span]
            epithet = _is_epithet(doc, one, two) or _is_epithet(doc, two, one)
            built = one.type if one.type in ("vehicle", "facility") else ""
            _unite(groups, home, one, two)
            home[names[i].span].type = "person" if epithet else built or home[names[i].span].type
    for group in [g for g in groups if g.type == "organization"]:
        _adopt_acronym(doc, group, groups, home)
    stems = of_stems(doc, [g.members for g in groups], [g.type for g in groups], acting, headlines)
    tails = of_articles(doc, [g.members for g in groups], [g.type for g in groups])
    ends = of_endings(doc, [g.members for g in groups], [g.type for g in groups])
    for short, long in [(groups[i], groups[k]) for i, k in (*stems, *tails, *ends)]:
        if not _parted(clauses, short, long):
            _unite(groups, home, long, short)
    for _ in range(2):  # a beginning that fits two names of one body fits one when these are one
        begins = of_beginnings(doc, [g.members for g in groups], [g.type for g in groups], headlines)
        for short, long in [(groups[i], groups[k]) for i, k in begins]:
            if not _parted(clauses, short, long):
                _unite(groups, home, long, short)
    people = [g for g in groups if g.type == "person" and not g.namesake]
    for i, k in list(of_headlines([g.members for g in people], [g.keys for g in people], headlines)):
        _unite(groups, home, people[k], people[i])
    bodies = [g for g in groups if g.type == "organization" and not g.namesake]
    for i, k in list(of_bodies(doc, [g.members for g in bodies])):
        _unite(groups, home, bodies[k], bodies[i])
    _join_given(doc, groups, home, headlines)
    for group in groups:
        group.members.sort()
    return groups


def _join_given(doc: Document, groups: list[Group], home: dict[Span, Group], headlines: set[Span]) -> None:
    """Give given names alone, and other parts of names, to the people named in full."""
    people = [g for g in groups if g.type == "person" and not g.namesake]
    members, keys = [g.members for g in people], [g.keys for g in people]
    pairs = [*of_people(doc, members, keys, headlines), *of_parts(doc, members, keys)]
    for i, k in pairs:
        _unite(groups, home, people[k], people[i])


def _moved(doc: Document, home: dict[Span, Group], one: Mention, two: Mention) -> bool:
    """Do the same letters stand for two bodies of the text? Then those stated for the second name go to it alone."""
    for full, short in ((one, two), (two, one)):
        letters = doc.quote(short.span).replace(".", "")
        mine, theirs = home[full.span], home[short.span]
        if mine is theirs or " " not in doc.quote(full.span) or letters not in initials(doc.quote(full.span)):
            continue
        before = {doc.quote(m.span) for m in theirs.members if m.form == "name" and " " in doc.quote(m.span)}
        if any(letters in initials(name) and _are_two(name, doc.quote(full.span)) for name in before):
            theirs.members.remove(short)
            mine.members.append(short)
            home[short.span] = mine
            return True
    return False


def _are_two(one: str, other: str) -> bool:
    """Has each of two names of bodies, in whatever language, a word that the other lacks?"""
    al = align(parse(one, ORGANIZATION), parse(other, ORGANIZATION))
    return bool(al.left_a and al.left_b)


def _unite(groups: list[Group], home: dict[Span, Group], one: Group, two: Group) -> None:
    """Put the members of `two` into `one`, unless they are one by now."""
    one, two = home[one.members[0].span], home[two.members[0].span]
    if one is two:
        return
    one.members.extend(two.members)
    one.keys |= two.keys
    one.type = "organization" if "organization" in (one.type, two.type) else one.type
    for m in two.members:
        home[m.span] = one
    groups.remove(two)


def _is_epithet(doc: Document, name: Group, person: Group) -> bool:
    """Is one word taken for a body's the second name of somebody who has a first and a last one too?"""
    words = [doc.quote(m.span) for m in name.members]
    single = name.type == "organization" and not any(" " in w or w.isupper() for w in words)
    return single and person.type == "person" and any(" " in k for k in person.keys)


def _adopt_acronym(doc: Document, group: Group, groups: list[Group], home: dict[Span, Group]) -> None:
    """An acronym that came before its long form ("The KCRA ... the Kisumu Coastal Road Authority")."""
    if group not in groups or not all(doc.quote(m.span).replace(".", "").isupper() for m in group.members):
        return
    letters = doc.quote(group.members[0].span).replace(".", "")
    full = [g for g in spelled_out(doc, letters, groups) if g is not group]
    if len(full) == 1 and (len(letters) > 2 or _opens_report(doc, group.members[0])):
        _unite(groups, home, full[0], group)


def _opens_report(doc: Document, letters: Mention) -> bool:
    """Are they an agency's, in the bracket of a dateline: "KISUMU, May 3 (LW) -"?"""
    around = doc.text[letters.span.start - 1 : letters.span.start], doc.text[letters.span.end : letters.span.end + 4]
    return around[0] == "(" and re.match(r"\) ?[-–—]", around[1]) is not None
