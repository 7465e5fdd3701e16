"""Coreference inside one document: rules over names, titles and pronouns."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from whence.link.apart import Clauses
from whence.link.binding import Binding
from whence.link.bodies import Bodies, find_bodies
from whence.link.bonds import PERSONAL, SINGLE, Bearers, bonded
from whence.link.genders import gender
from whence.link.grouping import add_full_names, grouped
from whence.link.homes import Group, in_full, spelled_out
from whence.link.members import of_members
from whence.link.names import spells_letters
from whence.link.nearby import BODIES, NOUNS, PEOPLE, Nearby
from whence.link.second import given_to_pronouns, is_kin_beside
from whence.link.short.assumed import given_names
from whence.link.titles import bare_roles, titles_beside
from whence.model import Chain, Document, Maker, Mention, Sentence, Span, digest
from whence.reader import Reading
from whence.text.gazetteer import country_of_capital, is_country
from whence.text.sheets import LISTED
from whence.vocab import word_set

VERSION = "1"
MAKER = Maker("link.chains", VERSION)
NAMED = ("person", "organization", "place", "facility", "law", "event", "work", "vehicle")
DATELINE = re.compile(r"[^\n]{0,60}? ?[-–—]{1,2} ")  # "NAIROBI, Kenya, May 3 (LW) - "
CAPITAL = r"\b(?:is|was|became) the (?:[\w-]+ ){0,3}(?:capital|city)\b"
QUOTES = frozenset('"“”«»‘’')
NEAR_NOUN = 200  # characters between a body's name and a common noun that means it
LETTERS = re.compile(r" \(([A-Z]{2,8})\)")


def find_chains(
    doc: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], reading: Reading
) -> tuple[Chain, ...]:
    """Every chain of `doc` in order of its first mention; a chain holds at least one name."""
    acting = _verb_subjects(reading)
    named = (m for m in mentions if m.form == "name" and (m.type in NAMED or _is_nation(m)))
    ruling = _verb_subjects(reading, without=word_set("towns.yaml", "verbs"))
    names = [_as_party(doc, _as_state(doc, m, ruling)) for m in named]
    posts = [m for m in mentions if m.form == "name" and m.type == "role"]
    groups = grouped(doc, sentences, names, acting, posts, Clauses(reading))
    add_full_names(doc, reading, groups)
    points = {m.span: i for i, g in enumerate(groups) for m in g.members}
    titles = titles_beside(doc, mentions, points)
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
    roles = dict(bare_roles(doc, mentions, points, titles))
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
