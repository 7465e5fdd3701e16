"""A chain that has one known person's name and another known person's post at one time: whose is it?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from whence.model import Alarm, Cluster, Held
from whence.resolve.evidence import clash
from whence.resolve.posts import elsewhere, is_exclusive, surely_together
from whence.resolve.profiles import Profile
from whence.text.edtf import bounds
from whence.text.fold import fold
from whence.text.names import PERSON

KNOWN = 2  # texts that name a person make them known; a slip stands in one
_Chain = tuple[Profile, Cluster]


def misfits(found: Sequence[Profile]) -> Iterator[Alarm]:
    """Every chain of one text that bears a known person's name, and holds what is told only of another known person.

    That is a post of which there is one, of the same body and on the same day; the same since a day before, where the
    bearer of the name is known in another such post; or a post and a year of birth.
    """
    named = _by_name(found)
    holders: dict[str, list[_Chain]] = defaultdict(list)
    for person in found:
        if person.kind == PERSON and person.full:
            for chain in person.clusters:
                for office in _offices(chain):
                    holders[office].append((person, chain))
    told: set[str] = set()
    for office in sorted(holders):
        for alarm in _of_one_office(office, holders[office], named):
            if alarm.cluster not in told:
                told.add(alarm.cluster)
                yield alarm


def _by_name(found: Iterable[Profile]) -> dict[str, list[Profile]]:
    """People named in full, by their whole name and by their last."""
    out: dict[str, list[Profile]] = defaultdict(list)
    for person in found:
        if person.kind == PERSON and person.full and len(person.full.parts) > 1:
            for key in {_words(person), person.full.words[-1]}:
                out[key].append(person)
    return out


def _words(person: Profile) -> str:
    return " ".join(person.full.words) if person.full else ""


def _offices(chain: Cluster) -> set[str]:
    """The posts of a named body: "mayor of accra"."""
    held = {_office(h) for h in chain.held if h.of and is_exclusive(h.post)}
    return held | {fold(post) for post in chain.posts if " of " in post}


def _office(held: Held) -> str:
    return f"{fold(held.post)} of {fold(held.of)}"


def _of_one_office(office: str, holders: Sequence[_Chain], named: dict[str, list[Profile]]) -> Iterator[Alarm]:
    by_name: dict[str, list[_Chain]] = defaultdict(list)
    for person, chain in holders:
        by_name[_words(person)].append((person, chain))
    for words in sorted(by_name):
        person, chain = by_name[words][0]
        bearers = [p for p in named.get(words, ()) if _texts([p]) - {chain.doc_id}]
        if len(by_name[words]) > 1 or len(_texts(bearers) - {chain.doc_id}) < KNOWN:
            continue
        for other in sorted(by_name.keys() - {words}):
            holder = by_name[other][0][0]
            theirs = [c for _, c in by_name[other] if c.doc_id != chain.doc_id]
            if len({c.doc_id for c in theirs}) < KNOWN or not all(_strangers(p, holder) for p in (person, *bearers)):
                continue
            why = next(filter(None, (_fits(office, chain, c) for c in theirs)), "")
            if not why and _has_another(bearers, office):
                why = next(filter(None, (_fits_since(office, chain, c) for c in theirs)), "")
            if not why:
                continue
            reasons = (f"The name is that of {bearers[0].name!r}.", f"{why} {holder.name!r}.")
            yield Alarm("post", chain.id, chain.name, bearers[0].name, holder.name, reasons)


def _texts(people: Iterable[Profile]) -> set[str]:
    return {doc for p in people for doc in p.docs}


def _strangers(one: Profile, other: Profile) -> bool:
    return one.full is not None and other.full is not None and clash(one.full, other.full)


def _fits(office: str, one: Cluster, other: Cluster) -> str:
    """How the office of two chains shows that one person is meant; empty when it does not."""
    pairs = ((h, g) for h in one.held for g in other.held if _office(h) == _office(g) == office)
    if any(is_exclusive(h.post) and surely_together(h, g) for h, g in pairs):
        return f"At that time the {office} was"
    years = {d[:4] for d in one.dates if d[:4].isdigit()} & {d[:4] for d in other.dates if d[:4].isdigit()}
    if years and all(office in map(fold, c.posts) for c in (one, other)):
        return f"The post, {office}, and the year of birth, {min(years)}, are those of"
    return ""


def _has_another(bearers: Iterable[Profile], office: str) -> bool:
    """Are they told to hold another post of which there is one, and not this one by another name of the body?"""
    post, _, body = office.partition(" of ")
    held = [h for p in bearers for h in p.held if h.of and is_exclusive(h.post) and _office(h) != office]
    return bool(held) and all(fold(h.post) != post or elsewhere(h.of, body) for h in held)


def _fits_since(office: str, one: Cluster, other: Cluster) -> str:
    """As `_fits`, where the other began before and no text says when it ended."""
    for mine in one.held:
        for theirs in other.held:
            day, began, ended = _first(mine.start), _first(theirs.start), bounds(theirs.end)[1] if theirs.end else None
            same = _office(mine) == _office(theirs) == office and is_exclusive(mine.post)
            if same and day is not None and began is not None and began < day and (ended is None or ended >= day):
                return f"Since {theirs.start} the {office} was"
    return ""


def _first(edtf: str) -> int | None:
    return bounds(edtf)[0] if edtf else None
