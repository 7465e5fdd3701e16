"""Profiles into groups: the surest joins first, and never two that must stay apart."""

from collections.abc import Iterable

from whence.resolve.evidence import clash
from whence.resolve.profiles import Profile
from whence.text.names import PERSON

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
        people = [p.parsed[0] for p in every if p.kind == PERSON and p.parsed]
        self._families = frozenset(n.parts[-1].word for n in people if len(n.parts) > 1)

    def root(self, profile: Profile) -> str:
        """The group a profile is in now."""
        return self._of[profile.key]

    def group(self, profile: Profile) -> list[Profile]:
        """The profiles that are together with this one now."""
        return self._members[self.root(profile)]

    def is_family(self, word: str) -> bool:
        """Whether a person of the case has this last name."""
        return word in self._families

    def members(self) -> list[list[Profile]]:
        """All groups, in a fixed order."""
        return [sorted(group, key=lambda p: p.key) for _, group in sorted(self._members.items())]

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
        return None if decided else self._contradiction(left[:_ENOUGH], right[:_ENOUGH])

    def _contradiction(self, left: list[Profile], right: list[Profile]) -> str | None:
        if blended := next((p for p in (*left, *right) if p.key in self._blended), None):
            return f"{blended.name!r} may be a blend of two people."
        if any(_has_alias(p) or p.key in self._decided for p in (*left, *right)):
            return None
        for p in left:
            for q in right:
                if _clash(p, q) and not (_abbreviated(p) or _abbreviated(q)):
                    return f"The names {p.name!r} and {q.name!r}, already in the two groups, contradict each other."
        return None


def _clash(p: Profile, q: Profile) -> bool:
    """Do two profiles contradict each other by every name they have?"""
    pairs = [(x, y) for x in p.parsed[:4] for y in q.parsed[:4]]
    return bool(pairs) and all(clash(x, y) for x, y in pairs)


def _abbreviated(profile: Profile) -> bool:
    """Is every word of it an acronym? Then its letters contradict nothing."""
    return bool(profile.full) and all(p.role == "acronym" for n in profile.parsed for p in n.parts)


def _has_alias(profile: Profile) -> bool:
    """Does a text state a second, quite different name for it?"""
    return any(clash(profile.parsed[0], other) for other in profile.parsed[1:])
