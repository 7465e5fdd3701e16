"""A place with and without the word for its sort: "Kitwe City", "the Province of Lobos"."""

import re
from collections import defaultdict
from collections.abc import Sequence

from whence.resolve.evidence import Evidence, Fit
from whence.resolve.joining import Groups
from whence.resolve.profiles import Profile
from whence.text.fold import fold
from whence.text.gazetteer import is_country, is_region, places

_TOWN, _LAND = r"(?:city|town|village|municipality)", r"(?:province|district|region|county|department|governorate)"
_SORTED = {
    "town": re.compile(rf"{_TOWN} of (?P<before>.+)|(?P<behind>.+) {_TOWN}"),
    "land": re.compile(rf"{_LAND} of (?P<before>.+)|(?P<behind>.+) {_LAND}"),
}
Found = tuple[Evidence, str, str]


def join_places(groups: Groups, found: Sequence[Profile]) -> list[Found]:
    """Join a place that says its sort to the place of the case that has the same name and says none.

    Not where the case knows a town and a land of that name, nor where the world does (Mexico City, Quebec City).
    """
    by_name: dict[str, list[Profile]] = defaultdict(list)
    for p in found:
        if p.kind == "place":
            by_name[fold(p.clusters[0].name)].append(p)
    out: list[Found] = []
    sorted_names = [(name, *told) for name in sorted(by_name) if (told := _sort(name))]
    sorts: dict[str, set[str]] = defaultdict(set)
    for _, sort, bare in sorted_names:
        sorts[bare].add(sort)
    for name, sort, bare in sorted_names:
        if len(by_name[name]) == len(by_name.get(bare, ())) == len(sorts[bare]) == 1 and not _has_namesake(bare, sort):
            said = f"{by_name[name][0].name!r} says what sort of place it is, and the case has no other of the name."
            e = Evidence(by_name[name][0], by_name[bare][0], Fit.SHORT, 0.9, None, (said,))
            if groups.root(e.left) != groups.root(e.right):
                why = groups.join(e.left, e.right)
                out.append((e, "unsure" if why else "same", why or ""))
    return out


def _sort(name: str) -> tuple[str, str] | None:
    """Whether a folded name says that it is a town or a land, and the name without the word for it."""
    for sort, pattern in _SORTED.items():
        if told := pattern.fullmatch(name):
            return sort, told["before"] or told["behind"]
    return None


def _has_namesake(name: str, sort: str) -> bool:
    """Is there a land of a town's name, or a town of a land's name?"""
    shown = name.title()
    if sort == "town":
        return is_country(shown) or is_region(shown)
    return any(p.kind == "city" for p in places(shown))
