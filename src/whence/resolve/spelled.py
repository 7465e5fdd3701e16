"""Other spellings of a whole name: a slip in one text is asked about, another outlet's habit may be joined."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from whence.resolve.evidence import Evidence, Fit
from whence.resolve.joining import Groups
from whence.resolve.profiles import Profile
from whence.text.names import PERSON, Name
from whence.text.names.align import AGREES, align
from whence.text.names.spelling import Kin, kin

COMPANY = 3  # people and bodies named beside both that make chance unlikely
LONG = 7  # letters of a last name; in a shorter one a letter makes another name
_HABITS = frozenset({Kin.SLIP, Kin.VOWEL_SLIP, Kin.SLIPS})
_SON = re.compile(r"(?:[oe]vich|[oe]vitch|[oe]vych|[oe]vna|ivna|uly|ulu|oglu|ogly|kyzy|qizi)$")

Found = tuple[Evidence, str, str]


def join_habits(groups: Groups, evidence: Sequence[Evidence]) -> list[Found]:
    """Join what is spelled one way by some outlets and another way by others, in the company of the same names.

    The rest of the name agrees, the two spellings share no text, each stands in two texts or more, and nobody else in
    the case comes near. A slip inside one text, or in one text only, stays a question.
    """
    near: dict[str, set[str]] = defaultdict(set)
    for e in evidence:
        if e.fit is Fit.SLIP and min(len(groups.texts(e.left)), len(groups.texts(e.right))) > 1:
            near[groups.root(e.left)].add(groups.root(e.right))
            near[groups.root(e.right)].add(groups.root(e.left))
    out = []
    for e in evidence:
        one, other = groups.root(e.left), groups.root(e.right)
        if one == other or not _is_habit(e) or len(near[one] | near[other]) > 2 or groups.share_a_text(e.left, e.right):
            continue
        beside = groups.company(e.left, e.right)
        if min(len(groups.texts(e.left)), len(groups.texts(e.right))) < 2 or len(beside) < COMPANY:
            continue
        why = groups.blend(e.left, e.right) or groups.join(e.left, e.right, decided=True)
        said = f"Two habits of spelling: no text has both, and both are named beside {', '.join(beside[:COMPANY])}."
        out.append((e, "unsure" if why else "same", why or said))
    return out


def _is_habit(e: Evidence) -> bool:
    """Does only the long last name differ, by a letter or two, and not the first letter?"""
    if e.fit is not Fit.SLIP or e.against or e.left.kind != PERSON or e.names != (e.left.full, e.right.full):
        return False
    one, other = e.left.parsed[0], e.right.parsed[0]
    al = align(one, other)
    last = (len(one.parts) - 1, len(other.parts) - 1)
    slips = [(i, j) for i, j, k in al.pairs if k not in AGREES]
    if al.left_a or al.left_b or len(one.parts) < 2 or slips != [last]:
        return False
    a, b = one.parts[-1].word, other.parts[-1].word
    return kin(a, b) in _HABITS and min(len(a), len(b)) >= LONG and a[0] == b[0]


def join_patronymics(groups: Groups, found: Sequence[Profile]) -> list[Found]:
    """ "Timur Askarovich" is the Timur Sadykov of the case whose family has an Askar."""
    people = [p for p in found if p.kind == PERSON and p.parsed and len(p.parsed[0].parts) == 2]
    by_given: dict[str, list[Profile]] = defaultdict(list)
    for p in people:
        by_given[p.parsed[0].parts[0].word].append(p)
    out: list[Found] = []
    for p in people:
        if father := _father(p.parsed[0]):
            out += _join_to_son(groups, p, father, by_given)
    return out


def _father(name: Name) -> str:
    """The father's name in a patronymic that stands where the family name would; empty when there is none."""
    word = name.parts[-1].word
    stem = _SON.sub("", word)
    return stem if stem != word and len(stem) > 2 else ""


def _join_to_son(groups: Groups, p: Profile, father: str, by_given: dict[str, list[Profile]]) -> Iterator[Found]:
    given = p.parsed[0].parts[0].word
    families = {q.parsed[0].parts[-1].word for q in by_given.get(father, ()) if not _father(q.parsed[0])}
    sons = [q for q in by_given[given] if q is not p and q.parsed[0].parts[-1].word in families]
    roots = {groups.root(q) for q in sons}
    if len(roots) != 1:
        return
    said = f"{p.name!r} names the father, and the case knows one of that name in the family of {sons[0].name!r}."
    e = Evidence(p, sons[0], Fit.SHORT, 0.9, None, (said,))
    why = groups.join(p, sons[0], decided=True)
    yield e, "unsure" if why else "same", why or ""
