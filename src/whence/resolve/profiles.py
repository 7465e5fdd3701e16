"""Clusters that bear the very same name are one profile; profiles are what is compared."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from operator import attrgetter

from whence.model import Cluster, Held
from whence.resolve.posts import two_at_once
from whence.text.fold import fold
from whence.text.gazetteer import country, country_of_capital, is_place, locate
from whence.text.names import ORGANIZATION, PERSON, Name, Part, parse
from whence.text.names.align import Alignment, align
from whence.text.names.features import (
    father_and_son,
    forms_differ,
    initial_skips,
    numbers_differ,
    numeral_differs,
    sexes_differ,
)
from whence.text.names.person import last_names
from whence.text.names.spelling import Kin
from whence.text.names.words import (
    business_words,
    cause_words,
    common_words,
    gendered,
    given_forms,
    is_given,
    local_words,
    may_say_body,
    state_organs,
    subject_words,
    without_ship_letters,
)

BODIES = frozenset({"organization", "facility"})
SHIP = "vehicle"
_SPLIT = re.compile(r"[\s\-‐‑–]+")
_GUESSED = BODIES | {PERSON, "place"}


@dataclass(frozen=True, slots=True)
class Profile:
    """Clusters with one canonical name. `kind`: person, organization, place, country, or the clusters' own type."""

    key: str
    kind: str
    name: str
    clusters: tuple[Cluster, ...]
    parsed: tuple[Name, ...] = ()
    odd: tuple[Name, ...] = ()  # forms that contradict the name and are nowhere stated to be its bearer's
    _kept: dict[str, frozenset[str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def full(self) -> Name | None:
        """The canonical name, parsed; None for kinds that have no parts."""
        return self.parsed[0] if self.parsed else None

    @property
    def docs(self) -> frozenset[str]:
        """The documents it stands in."""
        found = self._kept.get("")
        if found is None:
            found = self._kept[""] = frozenset(c.doc_id for c in self.clusters)
        return found

    @property
    def held(self) -> tuple[Held, ...]:
        """Its posts with their times, as the texts tell them."""
        return tuple(h for c in self.clusters for h in c.held)

    def told(self, what: str) -> frozenset[str]:
        """What the texts tell of it: titles, posts, countries or dates, folded."""
        found = self._kept.get(what)
        if found is None:
            found = self._kept[what] = frozenset(fold(word) for c in self.clusters for word in getattr(c, what))
        return found

    @property
    def says(self) -> frozenset[str]:
        """Which of titles, posts, countries, dates and held any text tells of it."""
        found = self._kept.get("says")
        if found is None:
            what = ("titles", "posts", "countries", "dates", "held")
            found = self._kept["says"] = frozenset(w for w in what if any(getattr(c, w) for c in self.clusters))
        return found


# A key compares in C what the order of the noun compares in Python.
_CONTENT = attrgetter(*(f.name for f in fields(Cluster)))


def in_order(clusters: Iterable[Cluster]) -> list[Cluster]:
    """Each cluster once, in their own order."""
    return sorted(set(clusters), key=_CONTENT)


def profiles(clusters: Iterable[Cluster], apart: Mapping[str, str] | None = None) -> list[Profile]:
    """Clusters grouped by kind and canonical name, in an order that does not depend on theirs.

    Those in `apart`, about which a person decided, are one profile only where they share the word given there.
    """
    apart = apart or {}
    every = in_order(clusters)
    kinds = _kinds(every)
    groups: dict[tuple[str, str, str], list[Cluster]] = {}
    for cluster in every:
        kind, name = identify(cluster, kinds.get(fold(cluster.name), cluster.type))
        own = apart.get(cluster.id) or (cluster.id if _ambiguous(kind, name) else _setting(cluster, kind, name))
        groups.setdefault((kind, _same_name(kind, name), own), []).append(cluster)
    return [
        _profile(kind, name, f"{own}{more}", part)
        for (kind, name, own), members in sorted(groups.items())
        for more, part in _namesakes(kind, name, members)
    ]


def _namesakes(kind: str, name: str, members: list[Cluster]) -> list[tuple[str, list[Cluster]]]:
    """Clusters of one name, kept apart where one text tells two bearers apart or the posts cannot be one person's."""
    if kind != PERSON or " " not in name or len(members) == 1:
        return [("", members)]
    parts: list[list[Cluster]] = []
    for cluster in sorted(members, key=lambda c: (-len(c.forms), -len(c.posts), c.id)):
        home = next((part for part in parts if not any(_two_people(cluster, other) for other in part)), None)
        if home is None:
            parts.append(home := [])
        home.append(cluster)
    return [("" if i == 0 else f" {part[0].id}", sorted(part)) for i, part in enumerate(parts)]


def _two_people(one: Cluster, other: Cluster) -> bool:
    same_text = one.doc_id == other.doc_id and one.type == other.type == PERSON and one.name == other.name
    return same_text or bool(two_at_once(one.held, other.held))


def _same_name(kind: str, name: str) -> str:
    """What two clusters must share to bear the very same name; of a person the parts, titles and articles aside."""
    parsed = parse(name, kind) if kind == PERSON else None
    if parsed and parsed.parts:
        return " ".join((*parsed.words, *parsed.suffixes))
    return fold(name).replace(" ", "")


def _kinds(clusters: Sequence[Cluster]) -> dict[str, str]:
    """What a name is taken for, where documents disagree: what its words say, else what most say.

    The type of a mention is a guess from one sentence; all documents together guess better.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for cluster in clusters:
        if cluster.type in _GUESSED:
            votes[fold(cluster.name)][cluster.type] += 1
    shown = {fold(c.name): c.name for c in clusters}
    kinds = {name: _most(shown[name], count) for name, count in votes.items()}
    towns = {fold(c.name) for c in clusters if c.type == "place" and _is_dateline(c.name)}
    ships = {fold(without_ship_letters(c.name)) for c in clusters if c.type == SHIP}
    told = {fold(c.name) for c in clusters if c.type == PERSON and (c.titles or c.posts or c.held or c.kin or c.dates)}
    kinds |= _short_for_bodies(kinds, shown, towns, told) | _surnames(kinds, shown) | _firms(kinds, shown)
    kinds |= _no_works(kinds, shown, clusters)
    return kinds | {name: SHIP for name in kinds if name in ships - told}  # a ship may be named after him


def _is_dateline(name: str) -> bool:
    """Is it written as the place is with which a report begins ("BIRAM -"), and no acronym?"""
    return name.isupper() and (len(name) > 4 or " " in name)


def _short_for_bodies(kinds: dict[str, str], shown: dict[str, str], towns: set[str], told: set[str]) -> dict[str, str]:
    """Names taken for people or places though they begin a body's name and end nobody's, or are a body's letters.

    Not `towns`, from which somebody reports, nor a place of which the body is the hospital, the court or the college:
    these bodies are named after it. `told` are those who hold posts, have titles or kin: they are people.
    """
    starts: set[str] = set()
    local: set[str] = set()
    letters, families = set(), set()
    for name, kind in kinds.items():
        parsed = parse(shown[name], PERSON if kind == PERSON else ORGANIZATION)
        if kind in BODIES and len(parsed.parts) > 1 and parsed.parts[0].role == "stem":
            (local if _is_local(parsed) else starts).update(_beginnings(parsed))
        elif kind == PERSON and len(parsed.parts) > 1:
            families |= {p.word for p in parsed.parts}
        if kind in BODIES:
            letters |= {*parsed.initials, *(p.word for p in parsed.parts if p.role == "acronym")}
    others = [name for name, kind in kinds.items() if kind not in BODIES]
    begun = {n for n in others if n in (starts | local) - families - towns and not is_place(shown[n])}
    begun -= {n for n in begun - starts if kinds[n] == "place"}
    people = (n for n in begun if kinds[n] == PERSON and " " in n)  # some of them founded what is named after them
    begun -= {n for n in people if n in told or is_given(n.split()[0])}
    spelled = {n for n in others if any(is_letters(w) and fold(w) in letters for w in _SPLIT.split(shown[n]))}
    return dict.fromkeys(begun | {n for n in spelled if len(n) > 2}, ORGANIZATION)


def _is_local(body: Name) -> bool:
    """Is it of a sort that every town or province has one of?"""
    return any({p.meaning, p.word} & local_words() for p in body.parts[1:])


def _beginnings(body: Name) -> Iterator[str]:
    """The first word of a body's name, and all words before those that say its sort or business."""
    words = [fold(p.shown or p.word) for p in body.parts]
    yield words[0]
    sorts = business_words() | common_words()
    size = next((i for i, p in enumerate(body.parts) if p.role == "type" or p.word in sorts), len(words))
    if 1 < size < len(words):
        yield " ".join(words[:size])


def _no_works(kinds: dict[str, str], shown: dict[str, str], clusters: Sequence[Cluster]) -> dict[str, str]:
    """Names taken for a film's or a book's that are a given name and a last name of the case."""
    people = (parse(shown[name], PERSON) for name, kind in kinds.items() if kind == PERSON and " " in name)
    families = {n.parts[-1].word for n in people if len(n.parts) > 1}
    works = (fold(c.name).split() for c in clusters if c.type == "work")
    return {" ".join(w): PERSON for w in works if len(w) == 2 and is_given(w[0]) and w[1] in families}


def _firms(kinds: dict[str, str], shown: dict[str, str]) -> dict[str, str]:
    """Names taken for people or places that a legal form elsewhere tells to be a company's."""
    parsed = (parse(shown[name], ORGANIZATION) for name, kind in kinds.items() if kind in BODIES)
    firms = {n.words for n in parsed if n.forms and len(n.parts) > 1}
    begun = {words[0][:3] for words in firms if words}  # most names need not be parsed as a firm's
    others = (name for name, kind in kinds.items() if kind not in BODIES and " " in name)
    others = (name for name in others if not name.isascii() or any(w[:3] in begun for w in name.split()))
    return {name: ORGANIZATION for name in others if firms and parse(shown[name], ORGANIZATION).words in firms}


def _surnames(kinds: dict[str, str], shown: dict[str, str]) -> dict[str, str]:
    """Names taken for bodies or places though they are a person's last name or nickname, and begin no body's.

    Or both last names of one who has two, the first and the last, or the nickname and the last name.
    """
    families, spelled, doubles = set(), set(), set()
    for name, kind in kinds.items():
        if kind == PERSON and len((parsed := parse(shown[name], PERSON)).parts) > 1:
            families.add(parsed.parts[-1].word)
            spelled |= {fold(w) for w in (shown[name].split()[-1], *parsed.nicknames)}
            doubles |= {" ".join(name.split()[-2:]), _ends(name)} if len(parsed.parts) > 2 else set()
            doubles |= {fold(f"{nick} {last}") for nick in parsed.nicknames for last in last_names(parsed)}
    bodies = {n.split()[0] for n, kind in kinds.items() if kind in BODIES and " " in n and n not in doubles}
    lone = [n for n, kind in kinds.items() if kind in {*BODIES, "place"} and not shown[n].isupper()]
    lone = [n for n in lone if " " not in shown[n] and not (kinds[n] == "place" and is_place(shown[n]))]
    families = {n for n in families if " " not in n} | spelled
    doubles |= {n for n, kind in kinds.items() if kind in BODIES and _has_nickname(shown[n])}
    two = (n for n, kind in kinds.items() if kind in BODIES and n in doubles and not _says_body(shown[n]))
    return dict.fromkeys((*(n for n in lone if n in families - bodies), *two), PERSON)


def _ends(name: str) -> str:
    """The first and the last word of a name."""
    words = name.split()
    return f"{words[0]} {words[-1]}"


def _has_nickname(name: str) -> bool:
    """Does a nickname stand in quotation marks between two words of a name, as in no body's?"""
    return re.fullmatch(r"\w[^\"“”]* [\"“][^\"“”]+[\"”] \w[\w’'-]*", name) is not None and not _says_body(name)


def _most(name: str, votes: Counter[str]) -> str:
    if not votes.keys() <= BODIES and not is_place(name) and _says_body(name):
        return ORGANIZATION
    return min(votes, key=lambda t: (-votes[t], t not in BODIES, t))


def _says_body(name: str) -> bool:
    """Do the words say that it is a body: a word for a sort of body beside another, or two words of such names?"""
    if not may_say_body(name):
        return False
    parts = parse(name, ORGANIZATION).parts
    sorts = [p for p in parts if p.role == "type"]
    return len(parts) > 1 and (len(sorts) == 1 or sum(bool(p.meaning) and p.role != "place" for p in parts) > 1)


def _profile(kind: str, key: str, own: str, members: Sequence[Cluster]) -> Profile:
    name = identify(members[0], kind if kind in _GUESSED else members[0].type)[1]
    bare = kind == ORGANIZATION and _is_sort(name)
    forms = dict.fromkeys(
        form for c in members for form in (name, *(c.names if bare else c.forms)) if not _is_label(form, name, kind)
    )
    parsed = [parse(form, kind) for form in forms if form] if kind in {PERSON, ORGANIZATION} else []
    nicknames = [nick for n in parsed for nick in _nicknames(n)]
    nicknames += _called(parsed, [a for c in members for a in c.aliases])
    parsed = _with_sons([*parsed, *(parse(nick, kind) for nick in nicknames)])
    stated = {a for c in members for a in c.aliases} | set(nicknames)
    fitting, odd = _fullest([n for n in parsed if n.parts], stated)
    return Profile(f"{kind}:{key}:{own or members[0].id}", kind, name, tuple(members), fitting, odd)


def _with_sons(forms: Sequence[Name]) -> list[Name]:
    """The names, each with the father's part that another form of the same words marks ("Sami Nader bin Hadi Amir")."""
    sons = {n.words: n.sons for n in forms if n.sons}
    return [replace(n, sons=sons.get(n.words, n.sons)) if sons else n for n in forms]


def _is_sort(name: str) -> bool:
    """Is it one word for a sort of body ("Movement")? It may be any such, and what is told of it another's."""
    parts = parse(name, ORGANIZATION).parts
    return len(parts) == 1 and parts[0].role == "type"


def _is_label(form: str, name: str, kind: str) -> bool:
    """Is it letters behind a person's name that are not the person's: a party's ("Rosa Paz (PLN)")?"""
    if kind != PERSON or form == name or not is_letters(form):
        return False
    return "".join(w[0] for w in parse(name, PERSON).words) != fold(form)


def is_letters(name: str) -> bool:
    """Is it written as an acronym is: two to six capitals, which no vowel need hold together?"""
    return name.isalpha() and name.isupper() and 1 < len(name) < 7


def _nicknames(name: Name) -> Iterator[str]:
    """A nickname inside a name, alone and beside the last or first name: "Tibu", "Tibu Costa" of Ana "Tibu" Costa."""
    if name.kind == PERSON and len(name.parts) > 1:
        for nick in name.nicknames:
            yield nick
            yield from (f"{nick} {last}" for last in last_names(name))
            yield f"{name.parts[0]} {nick}"


def _called(forms: Sequence[Name], aliases: Sequence[str]) -> Iterator[str]:
    """A second name of one word beside the last name: "Zurdo Costa" of Ana Costa, alias "El Zurdo".

    Of a text that has but the last name, "Tibu Costa" is the name in full.
    """
    if forms and forms[0].kind == PERSON and forms[0].parts:
        alone = len(forms[0].parts) == 1
        for alias in (parse(a, PERSON) for a in aliases):
            new = len(alias.parts) == 1 and alias.words[0] not in forms[0].words
            # "Olga Costa" need not be Ana Costa, alias "Olga": many are christened so.
            common = new and (alias.words[0] in given_forms() or alias.words[0] in gendered())
            if new and (alone or not common):
                yield f"{alias.parts[0]} {forms[0].parts[-1]}"


def _fullest(known: list[Name], stated: set[str]) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """The canonical name first, then those that are more than a part of it and fit it, or are stated to be its own.

    A text makes one of two names that have nothing in common only where it says so.
    """
    own = {n.text for n in known[1:] if n.text in stated or _is_other(n, known[0])}
    more = [n for n in known[1:] if not _says_no_more(n, known[0]) and (n.text in own or not _is_bare(n, known[0]))]
    odd = [n for n in more if n.text not in own and contradicts(align(known[0], n))]
    return (*known[:1], *(n for n in more if n not in odd)), tuple(odd)


def _is_other(name: Name, canonical: Name) -> bool:
    """Is it another name altogether: the letters of a body, or words of which none is like the canonical name's?"""
    if name.kind == ORGANIZATION and name.is_acronym:
        return max(len(p.word) for p in name.parts) > 2
    common = name.kind == ORGANIZATION and all(p.role == "type" or p.word in common_words() for p in name.parts)
    return not common and not align(canonical, name).pairs


def _is_bare(name: Name, canonical: Name) -> bool:
    """Is it a surname, or a word for the sort of body ("the Front"): a name in its own text only?"""
    if len(canonical.parts) < 2 or name.is_acronym:
        return False
    if name.kind == PERSON:
        return len(name.parts) == 1
    return all(p.role == "type" or p.word in common_words() for p in name.parts)


def _says_no_more(name: Name, canonical: Name) -> bool:
    """Is it the canonical name with words, or its legal form, left out?"""
    fewer = set(name.words) < set(canonical.words)
    return fewer or (set(name.words) == set(canonical.words) and set(name.forms) < set(canonical.forms))


def contradicts(al: Alignment) -> bool:
    """Does a part of one name speak against the other?"""
    if al.left_a and al.left_b:
        return True
    told = (numeral_differs, sexes_differ, father_and_son, initial_skips, forms_differ, numbers_differ)
    return bool(al.of(Kin.VOWELS) or al.of(Kin.NEAR) or any(feature(al) for feature in told))


def identify(cluster: Cluster, kind: str) -> tuple[str, str]:
    """The kind a cluster is compared as, and the name it goes by: a country, and a capital that acts, the country's."""
    if kind == PERSON:
        return PERSON, cluster.name
    if kind == SHIP:
        return SHIP, without_ship_letters(cluster.name)
    if kind in {*BODIES, "place"}:
        own = [form for form in cluster.forms if not (is_letters(form) and " " in cluster.name)]
        land = next((c for form in own if (c := country(form))), None)  # the letters of a party may be a state's too
        # A state of the union may bear a country's name: its text says in which country the place is.
        elsewhere = land and cluster.countries and not {land.name, land.within} & set(cluster.countries)
        if land and not (kind == "place" and elsewhere):
            return "country", land.name
        if kind == "organization" and (named := country_of_capital(cluster.name)):
            return "country", named
        return ("place", _place(cluster)) if kind == "place" else (ORGANIZATION, cluster.name)
    return kind, cluster.name


def _place(cluster: Cluster) -> str:
    found = locate(", ".join((cluster.name, *cluster.countries[:1])))
    return found.place.shown if found.place and not found.relation else cluster.name


def _ambiguous(kind: str, name: str) -> bool:
    """A person named by a given name alone may be anybody."""
    if kind != PERSON:
        return False
    parsed = parse(name, kind)
    return len(parsed.parts) == 1 and parsed.parts[0].word in given_forms()


def _setting(cluster: Cluster, kind: str, name: str) -> str:
    """Bodies without a name of their own ("ministry of defence") are kept apart by country, people by year of birth."""
    if kind == PERSON:
        return " ".join(sorted({d[:4] for d in cluster.dates}))
    if kind == ORGANIZATION and is_generic(parse(name, kind)):
        return " ".join(sorted(map(fold, cluster.countries))) or f"document {cluster.doc_id}"
    return ""


def _says_sort(part: Part) -> bool:
    return bool(part.meaning) and part.meaning not in subject_words()


def is_generic(name: Name) -> bool:
    """Is it the name of an organ that every state has ("Ministry of Health", "parliament"), without saying whose?"""
    organs, common = state_organs(), common_words()
    own = [p for p in name.parts if p.meaning not in organs]
    plain = all(p.role in {"stem", "type"} and (_says_sort(p) or {p.word, p.meaning} & common) for p in own)
    return plain and any(p.meaning in organs for p in name.parts) and not any(p.meaning in cause_words() for p in own)
