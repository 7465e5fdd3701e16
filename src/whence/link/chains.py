"""Coreference inside one document: rules over names, titles and pronouns."""

import itertools
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from whence.link.apart import Clauses, is_namesake
from whence.link.binding import Binding
from whence.link.bodies import Bodies, find_bodies
from whence.link.bonds import PERSONAL, SINGLE, Bearers, bonded
from whence.link.genders import gender
from whence.link.homes import BIRTH, Group, Known, find_home, in_full, key_of, kind_of, spelled_out, tells_life
from whence.link.lands import of_its_land
from whence.link.members import of_members
from whence.link.names import aliases, initials, key, spells_letters, surname
from whence.link.nearby import BODIES, NOUNS, PEOPLE, Nearby
from whence.link.second import given_to_pronouns, is_kin_beside, second_pairs
from whence.link.short import (
    assumed,
    given_names,
    is_presented,
    of_articles,
    of_beginnings,
    of_bodies,
    of_endings,
    of_headlines,
    of_parts,
    of_people,
    of_stems,
    whom_others_call,
)
from whence.model import Chain, Document, Maker, Mention, Sentence, Span, digest
from whence.reader import Reading
from whence.text.gazetteer import country_of_capital, is_country
from whence.text.names import ORGANIZATION, PERSON, parse
from whence.text.names.align import align
from whence.text.names.person import last_names
from whence.text.sheets import LISTED
from whence.vocab import word_set

VERSION = "1"
MAKER = Maker("link.chains", VERSION)
SURE_OF_NAME = 0.4
RELATED = re.compile(
    r"[^.;:!?\n]{0,60}\b(?:(?:grand|step|god)?(?:son|daughter|father|mother)|(?:half-)?(?:brother|sister)|nephew|niece"
    r"|uncle|aunt|cousin|namesake|heir|descendant|wife|husband|widow|widower)\b[^.;:!?\n]{0,60}"
)
# "Rosa Duda, her niece, left": she is not the Duda of whom the text told.
KIN_BEHIND = re.compile(
    r"(?:, \d\d)?, (?:his|her|their|whose) (?:[a-z-]+ ){0,2}?(?:son|daughter|father|mother|brother|sister|nephew|niece"
    r"|uncle|aunt|cousin|wife|husband|widow|widower|grandson|granddaughter)\b"
)
AGE = re.compile(r", (\d{1,2})(?=[,.;)]| and\b)")
# "Ivo Duda, born on 4 May 1961 in Osh", "Ivo Duda (born 1961)", "Ivo Duda, who was born in May 1961"
BORN = re.compile(r",? \(?(?:who was )?born (?:(?:on|in) )?(?:[\w.]+,? ){0,3}?(1[6-9]\d\d|20\d\d)\b")
NEE = re.compile(r",? \(?n[ée]e? ([A-ZÀ-Þ][\w’'-]+)(?=[,.;)])")
APART = 2  # years between two births that no slip makes one
NAMED = ("person", "organization", "place", "facility", "law", "event", "work", "vehicle")
DATELINE = re.compile(r"[^\n]{0,60}? ?[-–—]{1,2} ")  # "NAIROBI, Kenya, May 3 (LW) - "
CAPITAL = r"\b(?:is|was|became) the (?:[\w-]+ ){0,3}(?:capital|city)\b"
DEPUTIES = frozenset({"deputy", "vice", "assistant", "associate", "junior", "under"})
# They say nothing of which post it is.
PASSING = frozenset(
    "former ex new acting interim outgoing incoming late then current longtime senior top veteran chief".split()
)
QUOTES = frozenset('"“”«»‘’')
NEAR_NOUN = 200  # characters between a body's name and a common noun that means it
# "Ana Mor was elected on Monday the third president"
TOOK_POST = re.compile(
    r" (?:(?:was|is|has been|had been) (?:re-?)?(?:elected|named|appointed|chosen|sworn in as|made)|became)"
    r"(?: (?:on|in) [A-Z]\w+)?(?: (?:the|its|their|as))*(?: (?:new|acting|interim|first|second|third|next))? ",
)
OF_BODY = re.compile(r" (?:of|at|for) (?:the )?")
# "The mayor's father" is kin of the man; "the mayor's office" may be anybody's.
OWN_KIN = re.compile(
    r"[’']s (?:(?:late|elder|younger|eldest|youngest|estranged|former|ex-?) ?)*(?:half-)?(?:son|daughter"
    r"|father|mother|brother|sister|nephew|niece|uncle|aunt|cousin|wife|husband|widow|widower|grandson|granddaughter|lawyer|driver|deputy|aide)\b"
)
LETTERS = re.compile(r" \(([A-Z]{2,8})\)")
QUOTE = re.compile(r"[\"“”«»‘]")


def find_chains(
    doc: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], reading: Reading
) -> tuple[Chain, ...]:
    """Every chain of `doc` in order of its first mention; a chain holds at least one name."""
    acting = _verb_subjects(reading)
    named = (m for m in mentions if m.form == "name" and (m.type in NAMED or _is_nation(m)))
    ruling = _verb_subjects(reading, without=word_set("towns.yaml", "verbs"))
    names = [_as_party(doc, _as_state(doc, m, ruling)) for m in named]
    posts = [m for m in mentions if m.form == "name" and m.type == "role"]
    groups = _group(doc, sentences, names, acting, posts, Clauses(reading))
    _add_full_names(doc, reading, groups)
    points = {m.span: i for i, g in enumerate(groups) for m in g.members}
    titles = _titles(doc, mentions, points)
    subjects = _subject_offsets(reading)
    members = [g.members for g in groups]
    named_bodies = Bodies(doc, sentences, members)
    bodies = dict(find_bodies(named_bodies, mentions))
    genders = {i: told for i, g in enumerate(groups) if (told := gender(doc, g.members)) and g.type == "person"}
    bearers = Bearers(doc.text, reading, points, [g.type for g in groups], genders)
    learned = bonded(doc.text, mentions, points, bearers)
    binding = Binding(doc.text, reading, points, bearers)
    pronouns = dict(Nearby(PEOPLE, doc, sentences, reading, members, bearers).meant(mentions, learned, binding))
    learned = {m: g for m, g in learned.items() if doc.quote(m.span).lower() not in (*PERSONAL, *SINGLE)}
    people = {**points, **{m.span: g for m, g in pronouns.items()}}
    joined = dict(of_members(reading, mentions, people, named_bodies))
    nouns = Nearby(NOUNS, doc, sentences, reading, members, bearers, named_bodies)
    bodies |= dict(nouns.meant(mentions, learned, binding, known=joined))
    learned = {m: g for m, g in learned.items() if not (m.form == "nominal" and m.type == "organization")}
    asked = [m for m in mentions if m in bodies or not named_bodies.is_expletive(m)]
    its = Nearby(BODIES, doc, sentences, reading, members, bearers).meant(
        asked, {**learned, **bodies}, binding, settled=bodies
    )
    pronouns |= {m: g for m, g in its if g in named_bodies.acting}
    roles = dict(_bare_roles(doc, mentions, points, titles))
    extra: dict[int, list[Mention]] = defaultdict(list)
    pointing = {**learned, **pronouns, **roles, **bodies}
    for mention, group in pointing.items():
        extra[group].append(mention)
    pronouns_at = {m.span: m for m in mentions if m.form == "pronoun"}
    meant = {span: pointing[m] for span, m in pronouns_at.items() if m in pointing}
    seconds = []
    into: dict[int, int] = {}
    for pronoun, one, other in given_to_pronouns(doc, sentences, names, points, genders, meant, posts):
        seconds.append((one, other))
        extra[one] += [pronouns_at[pronoun]] if pronoun in pronouns_at and pronoun not in meant else []
    seconds += _lettered(doc, mentions, points, bodies, groups)
    for one, other in (*_given_names(doc, sentences, names, points, pointing, subjects), *seconds):
        one, other = into.get(one, one), into.get(other, other)
        if one != other and groups[one].members and groups[other].members:
            into |= {other: one, **{k: one for k, v in into.items() if v == other}}
            groups[one].members = sorted([*groups[one].members, *groups[other].members])
            groups[one].type = "organization" if groups[other].type == "organization" else groups[one].type
            groups[other].members = []
            extra[one] += extra.pop(other, [])
    chains = [_chain(doc, g, extra[i]) for i, g in enumerate(groups) if g.members]
    return tuple(sorted(chains, key=lambda c: c.mentions[0]))


def _given_names(
    doc: Document,
    sentences: Sequence[Sentence],
    names: Sequence[Mention],
    points: Mapping[Span, int],
    pointing: Mapping[Mention, int],
    subjects: frozenset[int],
) -> Iterator[tuple[int, int]]:
    """Groups that are one because the text gives the bearer of a pronoun another name: (bearer, name)."""
    places = {m.span: group for m, group in pointing.items()}
    for pronoun, name, begin in given_names(doc, sentences, names):
        bearer = None if is_kin_beside(doc, sentences, names, pronoun) else places.get(pronoun)
        if begin is not None:
            inside = [m for m in names if begin <= m.span.start < pronoun.start and m.type != "person"]
            bearer = points[inside[-1].span] if len(inside) > 1 and inside[-1].span.start not in subjects else None
        if bearer == points[name.span] and name.type != "person":  # "Locals call it Delta": the one body named before
            before = {points[m.span] for m in names if m.span < pronoun and _alike(m.type, name.type)} - {bearer}
            bearer = before.pop() if len(before) == 1 else None
        if bearer is not None and any(points.get(m.span) == bearer and _alike(m.type, name.type) for m in names):
            yield bearer, points[name.span]


def _alike(one: str, other: str) -> bool:
    """May names of two types be one bearer's: the same, or both of what is founded, built or renamed?"""
    return one == other or {one, other} <= {"organization", "facility", "vehicle"}


def _lettered(
    doc: Document,
    mentions: Sequence[Mention],
    points: Mapping[Span, int],
    bodies: Mapping[Mention, int],
    groups: Sequence[Group],
) -> Iterator[tuple[int, int]]:
    """Letters in a bracket right behind a common noun are those of the body that it means: "the new party (UDT)"."""
    for noun in (m for m in mentions if m.form == "nominal" and m.type == "organization"):
        found = LETTERS.match(doc.text, noun.span.end)
        other = points.get(doc.span(*found.span(1))) if found else None
        if found is None or other is None or groups[other].members[0].span.start != found.start(1):
            continue
        named = [g for g in groups if g.members and g is not groups[other]]
        near = [bodies[noun]] if noun in bodies else _with_letters(doc, groups, found)
        near = [i for i in near if i != other and not any(doc.quote(m.span).isupper() for m in groups[i].members)]
        if len(near) == 1 and all(g is groups[near[0]] for g in spelled_out(doc, found[1], named)):
            yield near[0], other


def _with_letters(doc: Document, groups: Sequence[Group], letters: re.Match[str]) -> list[int]:
    """The bodies named before letters that most of these begin words of, in whatever language."""
    before = [(i, m) for i, g in enumerate(groups) if g.type == "organization" for m in g.members]
    named = [(i, m) for i, m in before if m.span.end < letters.start() and letters.start() - m.span.end < NEAR_NOUN]
    return sorted({i for i, m in named if spells_letters(letters[1], doc.quote(m.span))})


def _add_full_names(doc: Document, reading: Reading, groups: list[Group]) -> None:
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


def _chain(doc: Document, group: Group, extra: Sequence[Mention]) -> Chain:
    forms = [in_full(doc, m) if m.type != "nationality" else m.value for m in group.members]
    listed = [in_full(doc, m) for m in group.members if m.maker.rule == LISTED]
    quoted = _quoted(doc, group) if group.type == "person" else frozenset()
    if any(" " in f and f not in quoted for f in forms):
        forms = [f for f in forms if f not in quoted]  # a nickname is nobody's name where the text has another
    name = max(listed or forms, key=lambda f: (not f.isupper() or group.type == "place", len(f.split()), len(f), f))
    spans = tuple(sorted(m.span for m in [*group.members, *extra]))
    return Chain(digest(doc.id, spans[0], group.type), doc.id, group.type, " ".join(name.split()), spans, MAKER)


def _quoted(doc: Document, group: Group) -> frozenset[str]:
    """The forms of a name that the text sets in quotation marks of their own."""
    around = [(m, doc.text[m.span.start - 1 : m.span.start], doc.text[m.span.end :][:1]) for m in group.members]
    return frozenset(
        in_full(doc, m) for m, before, after in around if before in QUOTES and after in {*QUOTES, ",", "."}
    )


def _group(
    doc: Document,
    sentences: Sequence[Sentence],
    names: Sequence[Mention],
    acting: set[int],
    roles: Sequence[Mention],
    clauses: Clauses,
) -> list[Group]:
    groups: list[Group] = []
    titled = [s.span for s in sentences if s.kind in ("headline", "subheading")]
    headlines = {m.span for m in names if any(span.contains(m.span) for span in titled)} if titled else set()
    known = Known(acting)
    # The text first: a headline says less than what it stands over.
    for mention in sorted(names, key=lambda m: m.span in headlines):
        if (bearer := _who_was_born(doc, mention, groups)) is not None:
            bearer.members.append(mention)
            continue
        keys = {key_of(doc, mention), *_nicknamed(doc, mention), *_by_birth(doc, mention)}
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
        if group is None or namesake or apart or _is_kin(doc, mention, group) or _is_of_other_age(doc, mention, group):
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


def _is_kin(doc: Document, mention: Mention, group: Group) -> bool:
    """Is a name, like that of the one named right before but not the same, that of a relative ("son of the late")?"""
    if mention.type == "person" and KIN_BEHIND.match(doc.text, mention.span.end):
        return all(key_of(doc, m) != key_of(doc, mention) for m in group.members)
    before = max((m.span.end for m in group.members if m.span < mention.span), default=None)
    if (
        mention.type != "person"
        or before is None
        or key_of(doc, mention) in group.keys
        or " " not in key_of(doc, mention)
    ):
        return False
    return bool(RELATED.fullmatch(doc.text, before, mention.span.start))


def _is_of_other_age(doc: Document, mention: Mention, group: Group) -> bool:
    """Does the text give somebody of the very same full name another age: "Ivo Duda, 70, ... Ivo Duda, 24,"?

    Or another birth: "Ivo Duda, born in 1961, ... Ivo Duda, born in 1989,".
    """
    if mention.type != "person" or " " not in key_of(doc, mention):
        return False
    if (born := _born(doc, mention)) is not None:
        births = {told for m in group.members if (told := _born(doc, m)) is not None}
        if births and all(abs(born - told) > APART for told in births):
            return True
    age = _age(doc, mention)
    known = {told for m in group.members if age and (told := _age(doc, m))}
    return age is not None and bool(known) and all(abs(age - told) > 1 for told in known)


def _age(doc: Document, mention: Mention) -> int | None:
    """The number between commas behind a name, which is an age; None where there is none."""
    found = AGE.match(doc.text, mention.span.end)
    return int(found[1]) if found else None


def _born(doc: Document, mention: Mention) -> int | None:
    """The year in which somebody was born, told right behind a name; None where none is."""
    found = BORN.match(doc.text, mention.span.end)
    return int(found[1]) if found else None


def _nicknamed(doc: Document, mention: Mention) -> Iterator[str]:
    """What a person with a nickname inside the name goes by besides: the name without it, and the nickname."""
    if mention.type != "person" or not QUOTE.search(name := " ".join(doc.quote(mention.span).split())):
        return
    parsed = parse(name, PERSON)
    if parsed.nicknames and len(parsed.parts) > 1:
        yield key(" ".join(p.shown or p.word for p in parsed.parts))
        yield from map(key, parsed.nicknames)
        yield from (key(f"{nick} {last}") for nick in parsed.nicknames for last in last_names(parsed))


def _by_birth(doc: Document, mention: Mention) -> Iterator[str]:
    """The name of birth that a surname behind "née" makes with the given name: "Ana Mor (née Lind)" was Ana Lind."""
    words = key_of(doc, mention).split()
    born = NEE.match(doc.text, mention.span.end) if mention.type == "person" and len(words) > 1 else None
    if born:
        yield key(f"{words[0]} {born[1]}")


def _who_was_born(doc: Document, mention: Mention, groups: Sequence[Group]) -> Group | None:
    """The group of the full name behind which this surname of birth stands ("née Lind"); nobody goes by it alone."""
    found = BIRTH.search(doc.text, max(0, mention.span.start - 9), mention.span.start)
    if found is None or mention.type != "person" or " " in key_of(doc, mention):
        return None
    named = (g for g in reversed(groups) if g.type == "person")
    return next((g for g in named if any(m.span.end == found.start() for m in g.members)), None)


def _as_state(doc: Document, mention: Mention, ruling: set[int]) -> Mention:
    """A capital that does something ("Nairobi denied it") stands for its state; elsewhere it is the city.

    So it is in a text about the city, and where it does what towns do ("Nairobi hosted the games").
    """
    capital = mention.type == "place" and mention.span.start in ruling and country_of_capital(doc.quote(mention.span))
    if doc.quote(mention.span).isupper() and DATELINE.match(doc.text, mention.span.end):
        return mention
    about = capital and re.search(rf"\b{re.escape(doc.quote(mention.span))}\b[^.\n]{{0,60}}{CAPITAL}", doc.text)
    return replace(mention, type="organization") if capital and not about else mention


def _as_party(doc: Document, mention: Mention) -> Mention:
    """Letters in a bracket behind a person's name are a party's: "Rosa Paz (PLN)", "Rosa Paz (PLN-Kilindi)"."""
    text = doc.quote(mention.span)
    between = doc.text[max(0, mention.span.start - 2) : mention.span.start]
    label = mention.type == "person" and text.isalpha() and text.isupper() and 1 < len(text) < 7
    after = doc.text[mention.span.end : mention.span.end + 1]
    return replace(mention, type="organization") if label and between == " (" and after in {*"),-/–"} else mention


def _is_nation(mention: Mention) -> bool:
    return mention.type == "nationality" and is_country(mention.value)


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


def _is_one_post(one: str, two: str) -> bool:
    """Whether two posts may be one: the minister is the interior minister; the foreign or the deputy one is not."""
    (*first, post), (*second, other) = (value.lower().split() for value in (one, two))
    mine, theirs = ({w.replace("defence", "defense") for w in words if w not in PASSING} for words in (first, second))
    if post != other or mine & DEPUTIES != theirs & DEPUTIES:
        return False
    return not mine or not theirs or not mine.isdisjoint(theirs)


def _titles(doc: Document, mentions: Sequence[Mention], points: Mapping[Span, int]) -> dict[int, set[str]]:
    """Posts that stand right before or, after a comma, behind the names of each group."""
    found: dict[int, set[str]] = defaultdict(set)
    ordered = [m for m in mentions if m.form == "name"]
    for one, two in itertools.pairwise(ordered):
        between = doc.text[one.span.end : two.span.start]
        if one.type == "role" and two.span in points and two.type == "person" and between.strip(" .,") == "":
            found[points[two.span]].add(one.value)
        near = between.strip(" ,").removeprefix("the").removeprefix("an").removeprefix("a").strip()
        if two.type == "role" and one.span in points and one.type == "person" and "," in between and len(near) < 12:
            found[points[one.span]].add(two.value)
        if two.type == "role" and one.span in points and one.type == "person" and TOOK_POST.fullmatch(between):
            found[points[one.span]].add(two.value)
    for role, body, who in zip(ordered, ordered[1:], ordered[2:], strict=False):
        named = role.type == "role" and body.type in ("organization", "place") and who.type == "person"
        of_body = OF_BODY.fullmatch(doc.text, role.span.end, body.span.start)
        if named and who.span in points and of_body and doc.text[body.span.end : who.span.start] == ", ":
            found[points[who.span]].add(role.value)  # "the mayor of Osk, Ana Mor"
    return found


def _bare_roles(
    doc: Document, mentions: Sequence[Mention], points: Mapping[Span, int], titles: Mapping[int, set[str]]
) -> Iterator[tuple[Mention, int]]:
    """A bare "the ambassador" points at the one person of the text who was called that before."""
    ordered = [m for m in mentions if m.form == "name"]
    for i, mention in enumerate(ordered):
        if mention.type != "role" or mention.maker.rule != "post":
            continue
        if doc.quote(mention.span).endswith("s") and not doc.quote(mention.span).endswith("ss"):
            continue  # "the commanders" are not one of them
        before = doc.text[max(0, mention.span.start - 24) : mention.span.start].lower()
        following = doc.text[mention.span.end : mention.span.end + 12]
        named = (
            i + 1 < len(ordered)
            and ordered[i + 1].type == "person"
            and ordered[i + 1].span.start - mention.span.end < 3
        )
        if (
            named
            or following.startswith((" of", " to ", " for", " at ", "-"))
            or (following.startswith(("’s", "'s")) and not OWN_KIN.match(doc.text, mention.span.end))
            or not before.rstrip().endswith(("the", "an", "n", "the new"))
        ):
            continue
        if not before.rstrip().endswith(("the", "the new")) and not (
            i and ordered[i - 1].type == "nationality" and "the " in before
        ):
            continue
        earlier = {points[m.span] for m in ordered[:i] if m.span in points}
        fits = [
            g for g, held in titles.items() if g in earlier and any(_is_one_post(mention.value, post) for post in held)
        ]
        if len(fits) == 1:
            yield mention, fits[0]


def _sentence_at(starts: Sequence[int], offset: int) -> int:
    return max(0, bisect_right(starts, offset) - 1)


def _subject_offsets(reading: Reading) -> frozenset[int]:
    """Offsets of every token inside a subject's noun phrase that is a name."""
    found = set()
    for tree in reading.trees:
        for i, token in enumerate(tree.tokens):
            k, hops = i, 0
            while k >= 0 and hops < 4:
                if tree.tokens[k].deprel.startswith("nsubj"):
                    found.add(token.start)
                    break
                if tree.tokens[k].deprel.partition(":")[0] not in ("flat", "compound", "appos", "punct"):
                    break
                k, hops = tree.tokens[k].head, hops + 1
    return frozenset(found)


def _verb_subjects(reading: Reading, *, without: Container[str] = ()) -> set[int]:
    """Offsets of every word that is itself the subject of a verb in the active voice, but for verbs left out."""
    return {
        token.start
        for tree in reading.trees
        for token in tree.tokens
        if token.deprel == "nsubj" and token.head >= 0 and tree.tokens[token.head].upos == "VERB"
        if tree.tokens[token.head].lemma not in without
    }
