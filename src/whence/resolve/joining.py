"""Profiles into groups: the surest joins first, and never two that must stay apart."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from whence.resolve.evidence import clash, is_styled
from whence.resolve.profiles import Profile
from whence.text.fold import fold
from whence.text.names import ORGANIZATION, PERSON, Name
from whence.text.names.align import align
from whence.text.names.features import numerals_contradict
from whence.text.names.spelling import skeleton
from whence.text.names.words import given_forms, plain, titles

ADDRESS = frozenset({"courtesy", "learned", "honorific", "religious", "also_names"})  # what many are called
_ENOUGH = 12  # members of a group that a newcomer is checked against; more say nothing new


class Groups:
    """A growing partition of profiles that respects what must stay apart."""

    def __init__(self, found: Iterable[Profile], apart: set[tuple[str, str]], blended: set[str]) -> None:
        every = list(found)
        self._of = {p.key: p.key for p in every}
        self._members = {p.key: [p] for p in every}
        self._apart = {frozenset(pair) for pair in apart}
        self._blended = blended
        self._decided: set[str] = set()
        self._named: dict[str, set[str]] | None = None
        people = [p.parsed[0] for p in every if p.kind == PERSON and p.parsed]
        self._families = frozenset(n.parts[-1].word for n in people if len(n.parts) > 1)
        # Of two words the first may be a surname, where the given name is left out ("Paz Lobo").
        ends = {n.words[-2:] for n in people if len(n.parts) > 2}
        full = [p for p in every if p.kind == PERSON and p.parsed and len(p.parsed[0].parts) > 1]
        self._givens = {(doc, p.parsed[0].words[0]) for p in full if p.parsed[0].words not in ends for doc in p.docs}
        self._words: dict[str, set[str]] = defaultdict(set)
        for p in every:
            for c in p.clusters:
                self._words[c.doc_id].update(word for form in c.forms for word in fold(form).split())

    def root(self, profile: Profile) -> str:
        """The group a profile is in now."""
        return self._of[profile.key]

    def group(self, profile: Profile) -> list[Profile]:
        """The profiles that are together with this one now."""
        return self._members[self.root(profile)]

    def is_family(self, word: str) -> bool:
        """Whether a person of the case has this last name."""
        return word in self._families

    def is_given(self, doc: str, word: str) -> bool:
        """Whether a person whom the document names in full has this first name."""
        return (doc, word) in self._givens

    def names_word(self, doc: str, word: str) -> bool:
        """Whether any name of a document holds this word."""
        return word in self._words[doc]

    def members(self) -> list[list[Profile]]:
        """All groups, in a fixed order."""
        return [sorted(group, key=lambda p: p.key) for _, group in sorted(self._members.items())]

    def texts(self, profile: Profile) -> frozenset[str]:
        """The documents that name somebody of the profile's group."""
        return frozenset().union(*(p.docs for p in self.group(profile)))

    def company(self, a: Profile, b: Profile) -> list[str]:
        """People and bodies, countries aside, that stand in a text of either group, by name."""
        both = (self.circle(a) & self.circle(b)) - {self.root(a), self.root(b)}
        return sorted(min(p.name for p in self._members[r]) for r in both)

    def circle(self, profile: Profile) -> set[str]:
        """The groups of the other people and bodies, countries aside, that stand in a text of the profile's group."""
        if self._named is None:
            self._named = defaultdict(set)
            for root, members in self._members.items():
                if members[0].kind in (PERSON, ORGANIZATION):
                    for doc in set().union(*(p.docs for p in members)):
                        self._named[doc].add(root)
        return {self._of[r] for d in self.texts(profile) for r in self._named[d]} - {self.root(profile)}

    def offices(self, profile: Profile) -> frozenset[str]:
        """Titles and posts that the texts give one profile, without forms of address."""
        return _offices(profile)

    def goes_by(self, root: str, name: str) -> bool:
        """Whether a text that names a member of the group in full goes on with this shorter name."""
        return any(fold(name) in map(fold, c.forms) for p in self._members[root] for c in p.clusters)

    def offices_of(self, root: str) -> frozenset[str]:
        """Titles and posts of a group."""
        return frozenset().union(*(self.offices(p) for p in self._members[root]))

    def share_a_text(self, a: Profile, b: Profile) -> bool:
        """Whether one document names somebody of both groups."""
        left, right = (set().union(*(p.docs for p in self._members[self.root(x)])) for x in (a, b))
        return bool(left & right)

    def join(self, a: Profile, b: Profile, *, decided: bool = False) -> str | None:
        """Put two profiles in one group; the reason why not, when it may not be. A person's decision is `decided`."""
        one, other = self.root(a), self.root(b)
        if one == other:
            return None
        if why := self._forbidden(self._members[one], self._members[other], decided=decided):
            return why
        self._decided |= {a.key, b.key} if decided else set()
        keep, gone = sorted((one, other))
        for profile in self._members[gone]:
            self._of[profile.key] = keep
        self._members[keep] += self._members.pop(gone)
        return None

    def _forbidden(self, left: list[Profile], right: list[Profile], *, decided: bool) -> str | None:
        for p in left:
            for q in right:
                if frozenset((p.key, q.key)) in self._apart:
                    return f"A judgement keeps {p.name!r} and {q.name!r} apart."
                if not decided and _are_kin(p, q):
                    return f"A text calls {p.name!r} and {q.name!r} kin."
                if not decided and p.full and q.full and numerals_contradict(align(p.full, q.full)):
                    return f"{p.name!r} and {q.name!r} are two of one family."
        return None if decided else self._contradiction(left[:_ENOUGH], right[:_ENOUGH])

    def blend(self, *profiles: Profile) -> str | None:
        """The reason not to join groups of which one holds a form that may mix two people; None without such a form."""
        members = (p for profile in profiles for p in self.group(profile))
        blended = next((p for p in members if p.key in self._blended), None)
        return f"{blended.name!r} may be a blend of two people." if blended else None

    def _contradiction(self, left: list[Profile], right: list[Profile]) -> str | None:
        if why := self.blend(*left, *right):
            return why
        if any(p.key in self._decided for p in (*left, *right)):
            return None
        aliased = any(_has_alias(p) for p in (*left, *right))
        for p in left:
            for q in right:
                if aliased and not _are_within(p, q):
                    continue
                if _side_by_side(p, q):
                    return f"A text has both {p.name!r} and {q.name!r} and does not say that they are one."
                if aliased:
                    continue
                if _clash(p, q) and not (is_abbreviated(p) or is_abbreviated(q) or _both_within(p, q, (*left, *right))):
                    return f"The names {p.name!r} and {q.name!r}, already in the two groups, contradict each other."
        return None


def _offices(profile: Profile) -> frozenset[str]:
    told = profile.told("titles") | {post.partition(" of ")[0] for post in profile.told("posts")}
    return frozenset(word for word in told if titles().get(plain(word)) not in ADDRESS)


def _clash(p: Profile, q: Profile) -> bool:
    """Do two profiles contradict each other by every name they have? Letters that two bodies share say nothing."""
    pairs = [(x, y) for x in _spelled(p)[:4] for y in _spelled(q)[:4]]
    return bool(pairs) and all(clash(x, y) for x, y in pairs)


def _side_by_side(p: Profile, q: Profile) -> bool:
    """Does a text have both names of people, of which one has a word more? Were they one, it would have said so.

    What was not read as a person's cannot tell, nor a short given name or one behind an initial: no text joins these.
    """
    if p.kind != PERSON or not p.full or not q.full or not p.docs & q.docs:
        return False
    (short, profile), (long, _) = sorted(((x.full.words, x) for x in (p, q) if x.full), key=lambda x: len(x[0]))
    if "".join(short) == "".join(long):
        return False  # "Mir Lohi" and "Mirlohi"
    if is_styled(short, long) or not 1 < len(short) < len(long) or not any(c.type == PERSON for c in profile.clusters):
        return False
    if long[: len(short)] == short and (_father_follows(p, q, len(short)) or _offices(p) & _offices(q)):
        return False  # "Minister Sami Nader" and "Minister Sami Nader bin Hadi Amir"
    # "Scott Lind" and "F. Scott Lind", "Anna Lind" and "A. S. Lind"
    initial = len(long[0]) == 1 and (short[0] == long[1] or (len(long[1]) == 1 and short[0][0] == long[0]))
    forms = given_forms()
    called = short[0] != long[0] and not forms.get(short[0], frozenset()).isdisjoint(forms.get(long[0], ()))
    return not (initial or called) or short[-1] != long[-1]


def _are_within(p: Profile, q: Profile) -> bool:
    """Has one of two full names all words of the other?"""
    one, other = (set(x.full.words) if x.full else set() for x in (p, q))
    return bool(one and other) and (one <= other or other <= one)


def _are_kin(p: Profile, q: Profile) -> bool:
    """Does a text that names both call the one a relative of the other?"""
    if p.kind != PERSON or not p.docs & q.docs:
        return False
    told = {(c.doc_id, name) for c in p.clusters for name in c.kin}
    return any((c.doc_id, c.name) in told for c in q.clusters)


def _father_follows(p: Profile, q: Profile, place: int) -> bool:
    """Is the word of one of the names at `place` its bearer's father's, marked as such?"""
    return any(n.sons and n.sons[0] == place for x in (p, q) for n in x.parsed[:1])


def _both_within(p: Profile, q: Profile, group: Sequence[Profile]) -> bool:
    """Are two names both parts of a longer one of the group ("Rosa Paz", "Paz Lobo": Rosa Paz Lobo)?"""
    if p.kind not in (PERSON, ORGANIZATION) or not p.parsed or not q.parsed:
        return False
    mine, theirs = ({skeleton(w) for w in x.parsed[0].words} for x in (p, q))
    return any(mine | theirs <= _bones(r.parsed[0].words) for r in group if r.parsed)


def _bones(words: Sequence[str]) -> set[str]:
    """The keys of the words of a name, and of every two neighbours written as one."""
    return {skeleton(w) for w in (*words, *(a + b for a, b in pairwise(words)))}


def _spelled(profile: Profile) -> Sequence[Name]:
    """The names of a profile without mere acronyms, unless it has no others."""
    return [n for n in profile.parsed if not n.is_acronym] or profile.parsed


def is_abbreviated(profile: Profile) -> bool:
    """Is every word of it an acronym? Then its letters contradict nothing."""
    return bool(profile.full) and all(n.is_acronym for n in profile.parsed)


def _has_alias(profile: Profile) -> bool:
    """Does a text state a second, quite different name for it?"""
    return any(clash(profile.parsed[0], other) for other in profile.parsed[1:])
