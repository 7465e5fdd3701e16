"""A body's name without its beginning: "the Ports Authority" of a text that speaks of Kilindi."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from whence.resolve.evidence import Evidence, Fit
from whence.resolve.joining import Groups
from whence.resolve.profiles import Profile, is_generic
from whence.text.fold import fold
from whence.text.gazetteer import country, country_of_demonym
from whence.text.names import ORGANIZATION, Name, Part
from whence.text.names.align import align, lacks_a_creed
from whence.text.names.words import common_words, grand_words, local_words, part_words, single_sorts

COMPANY = 2  # bodies and people that must be named beside both
Found = tuple[Evidence, str, str]


def join_tails(groups: Groups, evidence: Sequence[Evidence]) -> list[Found]:
    """Join a name that says only the sort of body to the one longer name of the case that ends with it.

    What it leaves out in front must stand in each of its texts as a name ("Kilindi"), or be a word like "National".
    """
    ends: dict[str, list[tuple[Profile, Evidence]]] = defaultdict(list)
    for e in evidence:
        if e.fit is Fit.BRANCH and e.left.kind == ORGANIZATION:
            for short, long in ((e.left, e.right), (e.right, e.left)):
                if _lead(short.parsed[0], long.parsed[0]):
                    ends[short.key].append((long, e))
    out: list[Found] = []
    for key in sorted(ends):
        told = [(long, e) for long, e in ends[key] if not e.against and _told(groups, _other(e, long), long)]
        roots = {groups.root(long) for long, _ in told}
        if len(roots) != 1:
            continue
        long, e = told[0]
        short = _other(e, long)
        if groups.root(short) in roots:
            continue
        why = groups.join(short, long)
        lead = " ".join(str(p) for p in _lead(short.parsed[0], long.parsed[0]))
        out.append((e, "unsure" if why else "same", why or f"It leaves out {lead!r}, and the case has no other such."))
    return out


def join_creeds(groups: Groups, evidence: Sequence[Evidence]) -> list[Found]:
    """Join a name that leaves out only what a body stands for ("Kilindi Front") to the one such of the case.

    No text has both, and both are named beside the same two others.
    """
    fits: dict[str, list[tuple[Profile, Evidence]]] = defaultdict(list)
    for e in evidence:
        if e.fit is Fit.BRANCH and e.left.kind == ORGANIZATION and e.names and lacks_a_creed(align(*e.names)):
            short, long = (e.left, e.right) if len(e.names[0].parts) < len(e.names[1].parts) else (e.right, e.left)
            fits[short.key].append((long, e))
    out: list[Found] = []
    for key in sorted(fits):
        roots = {groups.root(long) for long, _ in fits[key]}
        long, e = fits[key][0]
        short = _other(e, long)
        beside = groups.company(short, long)
        if len(roots) != 1 or groups.root(short) in roots or e.against or len(beside) < COMPANY:
            continue
        if groups.texts(short) & groups.texts(long):
            continue
        why = groups.join(short, long)
        told = f"The case has no other such, and {' and '.join(beside[:COMPANY])} are named beside both."
        out.append((e, "unsure" if why else "same", why or told))
    return out


def join_letters(groups: Groups, found: Sequence[Profile]) -> list[Found]:
    """Join two letters alone ("UC") to the one body to which a text of the case gives them, in the company of others.

    Two letters may be anybody's: three bodies or people must be named beside both.
    """
    called: dict[str, list[Profile]] = defaultdict(list)
    for p in (p for p in found if p.kind == ORGANIZATION and " " in p.name):
        for letters in {form for c in p.clusters for form in c.forms if _are_two_letters(form)}:
            called[letters].append(p)
    out: list[Found] = []
    for short in (p for p in found if p.kind == ORGANIZATION and _are_two_letters(p.name)):
        roots = {groups.root(p) for p in called.get(short.name, ())}
        if len(roots) != 1 or groups.root(short) in roots:
            continue
        long = called[short.name][0]
        beside = groups.company(short, long)
        if len(beside) > COMPANY:
            why = groups.join(short, long)
            told = f"A text gives {long.name!r} these letters, and beside both are {', '.join(beside[: COMPANY + 1])}."
            out.append((Evidence(short, long, Fit.SHORT, 0.9, None, (told,)), "unsure" if why else "same", why or ""))
    return out


def join_beginnings(groups: Groups, evidence: Sequence[Evidence]) -> list[Found]:
    """Join the beginning of a body's name ("Delta" of Delta Harvest Works) where its texts have that one's letters.

    So it is with a name that leaves out the country. No text has both spelled out, and the case has one that begins so.
    """
    out: list[Found] = []
    for short, long, e in only_longer(groups, evidence, ORGANIZATION, _begins):
        lettered = {c.doc_id for p in groups.group(long) for c in p.clusters if c.name.isupper() and len(c.name) > 2}
        spelled = {c.doc_id for p in groups.group(long) for c in p.clusters if " " in c.name}
        if short.docs <= lettered - spelled:
            why = groups.join(short, long)
            said = f"The case has no other that begins so, and its texts have the letters of {long.name!r}."
            out.append((e, "unsure" if why else "same", why or said))
    return out


def _begins(short: Name, long: Name) -> bool:
    """Does the longer name go on where the other ends: with its country, or, behind a word of its own, with more?"""
    size = len(short.parts)
    more = long.parts[size:]
    if not more or long.words[:size] != short.words or {w for p in more for w in (p.word, p.meaning)} & part_words():
        return False
    if all(p.role == "place" and country(str(p)) for p in more):
        return size > 1
    return size == 1 and short.parts[0].role == "stem" and not short.parts[0].meaning and len(short.words[0]) > 3


def _are_two_letters(name: str) -> bool:
    return len(name) == 2 and name.isalpha() and name.isupper() and not country(name)


def join_seats(groups: Groups, evidence: Sequence[Evidence]) -> list[Found]:
    """Join "Samaria House of Tumbes" to the Samaria House of texts that speak of Tumbes, if the case has one such.

    Not where there are chapters: a party, a union or a brotherhood has one in each town.
    """
    out: list[Found] = []
    for short, long, e in only_longer(groups, [e for e in evidence if e.fit is Fit.BRANCH], ORGANIZATION, _has_seat):
        seat = fold(long.parsed[0].parts[-1].shown)
        near = [doc for doc in short.docs if all(groups.names_word(doc, word) for word in seat.split())]
        if 2 * len(near) > len(short.docs):
            why = groups.join(short, long)
            said = f"{long.name!r} says where it is, and most texts that have {short.name!r} speak of that place."
            out.append((e, "unsure" if why else "same", why or said))
    return out


def _has_seat(short: Name, long: Name) -> bool:
    """Is one the other and "of" a town, the two of a sort that has no chapters?"""
    if len(short.parts) < 2 or len(long.parts) != len(short.parts) + 1 or long.words[:-1] != short.words:
        return False
    last = long.parts[-1]
    town = last.role in {"place", "stem"} and not last.meaning.isalpha() and not country(last.shown)
    of = re.search(rf"\bof {re.escape(last.shown)}$", long.text) is not None
    sorts = [p for p in short.parts if p.role == "type"]
    own = any(p.role == "stem" and not p.meaning for p in short.parts)
    return town and of and own and not is_generic(short) and all({p.meaning, p.word} & local_words() for p in sorts)


def only_longer(
    groups: Groups, evidence: Sequence[Evidence], kind: str, goes_on: Callable[[Name, Name], bool]
) -> Iterator[tuple[Profile, Profile, Evidence]]:
    """Each short name with the one bearer of the case whose longer name `goes_on` from it, and their evidence.

    Groups may be joined between two of them: who is one already is not told again.
    """
    fits: dict[str, list[tuple[Profile, Evidence]]] = defaultdict(list)
    for e in evidence:
        if e.left.kind == kind and not e.against:
            short, long = sorted((e.left, e.right), key=lambda p: (len(p.parsed[0].parts), p.key))
            if goes_on(short.parsed[0], long.parsed[0]):
                fits[short.key].append((long, e))
    for key in sorted(fits):
        long, e = fits[key][0]
        short = _other(e, long)
        if len({groups.root(p) for p, _ in fits[key]}) == 1 and groups.root(short) != groups.root(long):
            yield short, long, e


def _other(e: Evidence, one: Profile) -> Profile:
    return e.left if e.right is one else e.right


def _lead(short: Name, long: Name) -> tuple[Part, ...]:
    """The parts in front that `short`, a name of two common words or more, leaves out; empty when it is no such."""
    size = len(short.parts)
    common = common_words()
    plain = size > 1 and all(p.role == "type" or p.meaning or p.word in common for p in short.parts)
    single = size > 1 and short.parts[-1].meaning in single_sorts()
    if not (plain or single) or size >= len(long.parts) or any(p.role == "place" for p in short.parts):
        return ()
    tail = long.parts[-size:]
    same = all(
        p.word == q.word or (p.meaning and p.meaning == q.meaning) for p, q in zip(short.parts, tail, strict=True)
    )
    lead = long.parts[:-size]
    own = single or all(
        p.word in grand_words() or p.role == "place" or not (p.meaning or p.word in common) for p in lead
    )
    return lead if same and own else ()


def _told(groups: Groups, short: Profile, long: Profile) -> bool:
    lead = _lead(short.parsed[0], long.parsed[0])
    if all(p.word in grand_words() for p in lead):
        # Two countries have a Democratic Party, and one of them a National one.
        return bool(groups.texts(short) & groups.texts(long) or groups.company(short, long))
    if all((p.role == "place" and country(str(p))) or country_of_demonym(str(p)) for p in lead) and not is_generic(
        short.parsed[0]
    ):
        return True  # "the Integrity Commission" of a case that knows one, the Kenyan
    together = groups.texts(long)
    words = [w for p in lead for w in fold(p.shown or p.word).split()]
    return all(doc in together or any(groups.names_word(doc, w) for w in words) for doc in short.docs)
