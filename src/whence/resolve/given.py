"""A given name with a title, where people have no surnames: "Captain Yonas" is the one Yonas of the case."""

from collections import defaultdict
from collections.abc import Sequence

from whence.resolve.evidence import Evidence, Fit
from whence.resolve.joining import ADDRESS, Groups
from whence.resolve.profiles import Profile
from whence.resolve.tails import only_longer
from whence.text.names import PERSON, Name, parse
from whence.text.names.words import given_forms, plain, small, titles

COMPANY = 2  # people and bodies named beside both where no title is shared
_POLITE = ADDRESS - {"also_names"}  # a major is called so beside a full name
Found = tuple[Evidence, str, str]


def join_given(groups: Groups, evidence: Sequence[Evidence]) -> list[Found]:
    """Join a single word that a text gives a title to the one person of the case whose name begins with it.

    Not a given name that thousands bear, nor a word that is anybody's last name. The two share the title or post, or,
    where the title is a form of address, the company of two others.
    """
    begins: dict[str, list[tuple[Profile, Profile, Evidence]]] = defaultdict(list)
    for e in evidence:
        if e.left.kind == PERSON and e.fit in {Fit.GIVEN, Fit.SURNAME} and not e.against:
            short, long = sorted((e.left, e.right), key=lambda p: (len(p.parsed[0].parts), p.key))
            if len(short.parsed[0].parts) == 1 < len(long.parsed[0].parts):
                begins[short.key].append((short, long, e))
    out: list[Found] = []
    for key in sorted(begins):
        roots = {groups.root(long) for _, long, _ in begins[key]}
        short, long, e = begins[key][0]
        word = short.parsed[0].words[0]
        first = all(x.parsed[0].words[0] == word and f.fit is Fit.GIVEN for _, x, f in begins[key])
        rare = _is_rare(groups, word) or (_is_knighted(short) and not groups.is_family(word))
        if len(roots) != 1 or groups.root(short) in roots or not first or not rare:
            continue
        if told := _told(groups, short, long):
            why = groups.join(short, long)
            out.append((e, "unsure" if why else "same", why or told))
    return out


def join_beginnings_of_syllables(groups: Groups, evidence: Sequence[Evidence]) -> list[Found]:
    """Join the beginning of a Burmese name ("Major Zaw Lin") to the one person of the case whose name begins so.

    The two share the title or post: without one, a syllable less makes another name.
    """
    out: list[Found] = []
    for short, long, e in only_longer(groups, [e for e in evidence if e.fit is Fit.TURNED], PERSON, _goes_on):
        shared = sorted(w for w in short.told("titles") & long.told("titles") if titles().get(plain(w)) not in _POLITE)
        if shared and not short.docs & long.docs:
            why = groups.join(short, long)
            said = f"{long.name!r} is the only one of the case whose name begins so, and is called {shared[0]!r} too."
            out.append((e, "unsure" if why else "same", why or said))
    return out


def _goes_on(short: Name, long: Name) -> bool:
    """Does a longer name begin with a whole shorter one of two words or more?"""
    size = len(short.parts)
    return 1 < size < len(long.parts) and short.words == long.words[:size]


def join_kin(groups: Groups, evidence: Sequence[Evidence]) -> list[Found]:
    """Join a given name alone, that a text calls a relative's of somebody, to the one so named of that family.

    "Fermin Ortega, whose brother Silvio": the one Silvio Ortega of the case. A namesake in the family, as a son is of
    his father, keeps it open.
    """
    fits: dict[str, list[tuple[Profile, Profile, Evidence]]] = defaultdict(list)
    for e in evidence:
        if e.left.kind == PERSON and e.fit is Fit.GIVEN and not e.against:
            short, long = sorted((e.left, e.right), key=lambda p: (len(p.parsed[0].parts), p.key))
            if len(short.parsed[0].parts) == 1 and _is_of_family(short, long):
                fits[short.key].append((short, long, e))
    out: list[Found] = []
    for key in sorted(fits):
        short, long, e = fits[key][0]
        if len({groups.root(other) for _, other, _ in fits[key]}) == 1 and groups.root(short) != groups.root(long):
            why = groups.join(short, long)
            kin = _kin(short)[0].text
            said = f"A text calls {short.name!r} kin of {kin!r}, and the case has one of that name in the family."
            out.append((e, "unsure" if why else "same", why or said))
    return out


def _kin(profile: Profile) -> list[Name]:
    return [name for c in profile.clusters for kin in c.kin if (name := parse(kin, PERSON)).parts]


def _is_of_family(short: Profile, long: Profile) -> bool:
    """Has the full name the given name, and a last name of the relatives, of whom none bears the given name too?"""
    given, words, kin = short.parsed[0].words[0], long.parsed[0].words, _kin(short)
    if words[0] != given or any(given in name.words for name in kin):
        return False
    families = {word for name in kin for word in (name.words[1:] or name.words)}
    return bool(families & set(words[1:]))


def _is_rare(groups: Groups, word: str) -> bool:
    return word not in given_forms() and not groups.is_family(word) and len(word) > 3


def _is_knighted(profile: Profile) -> bool:
    """Does a title stand before the name that goes with first names only ("Sir Terence")?"""
    return bool(profile.told("titles") & small("before_given"))


def _told(groups: Groups, short: Profile, long: Profile) -> str:
    """Why the one with this given name is meant; empty where the texts do not show it."""
    if shared := sorted(groups.offices(short) & groups.offices_of(groups.root(long))):
        return f"{short.name!r} is the only one of the case with this given name, and is called {shared[0]!r} too."
    beside = groups.company(short, long)
    if short.told("titles") and not groups.offices(short) and len(beside) >= COMPANY:
        return f"{short.name!r} is the only one of the case with this given name, named beside {beside[0]} too."
    return ""
