"""Where claims cannot all be right: start dates, figures, holders of one post, and denials."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from whence.model import Conflict, Side, Statement, Tenure, digest
from whence.reconcile.dates import agree, days
from whence.reconcile.tenures import HOLDING, same_post
from whence.text.gazetteer import country_of
from whence.vocab import load_words, predicate

# What happens once: predicate -> the roles that say which one it was.
_ONCE = {"formed": ("body",), "dissolved": ("body",), "born": ("person",), "died": ("person",), "kills": ("victim",)}
_FIGURES = ("count", "killed", "injured", "number", "seats")
_HAPPENED = frozenset({"asserted", "almost_certain", "likely", "reported", "claimed", "argued", "alleged", "believed"})


def find_conflicts(statements: Sequence[Statement], tenures: Sequence[Tenure]) -> Iterator[Conflict]:
    """Yield every conflict, each once, in a fixed order."""
    found: dict[str, Conflict] = {}
    for finder in (_starts, _once, _figures, _corrections, _denials, _disclaimers):
        for conflict in finder(statements):
            found.setdefault(conflict.id, conflict)
    for conflict in _holders(statements, tenures):
        found.setdefault(conflict.id, conflict)
    yield from sorted(found.values(), key=lambda c: (c.kind, c.about, c.id))


def _starts(statements: Iterable[Statement]) -> Iterator[Conflict]:
    """Two dates for the day on which one person took up one post; or a day in it before it is said to have begun."""
    groups: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for s in statements:
        if s.predicate not in ("holds_role", "appoints") or s.polarity != "affirmed" or s.certainty not in _HAPPENED:
            continue
        holder, post = s.get(HOLDING[s.predicate][0]), s.get("post")
        if holder and holder.entity and post and days(s.start):
            groups[holder.entity, same_post(post.key)].append(s)
    for group in groups.values():
        for same_body in _compatible(group):
            holder = same_body[0].get(HOLDING[same_body[0].predicate][0])
            post = same_body[0].get("post")
            about = f"when {holder.words if holder else ''} became {post.words if post else ''}"
            begun = [s for s in same_body if _begins(s)]
            yield from _dates(about, begun)
            early = [s for s in same_body if not _begins(s) and begun and all(_before(s, b) for b in begun)]
            if early:
                yield _conflict("date", about, [(f"in office {early[0].start}", early), (str(begun[0].start), begun)])


def _begins(s: Statement) -> bool:
    return s.starts or s.predicate == "appoints"


def _before(one: Statement, other: Statement) -> bool:
    a, b = days(one.start), days(other.start)
    return a is not None and b is not None and a[1] < b[0] and not one.ends


def _compatible(group: Sequence[Statement]) -> list[list[Statement]]:
    """Claims of one holder and post, apart where they name different bodies; one without goes with the first."""
    out: list[list[Statement]] = []
    for s in sorted(group, key=lambda s: (-len(s.args), s.evidence, s.claim)):
        home = next((g for g in out if all(_same(s, g[0], role) for role in ("of", "to"))), None)
        if home is None:
            out.append([s])
        else:
            home.append(s)
    return out


def _same(one: Statement, other: Statement, role: str) -> bool:
    a, b = one.get(role), other.get(role)
    if a is None or b is None or a.key == b.key:
        return True
    lands = country_of(a.words), country_of(b.words)
    return lands[0] is not None and lands[0] == lands[1]


def _once(statements: Iterable[Statement]) -> Iterator[Conflict]:
    """Two dates for what happens once: a birth, a death, a founding."""
    groups: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for s in statements:
        if s.predicate not in _ONCE or s.polarity != "affirmed" or s.certainty not in _HAPPENED or not days(s.start):
            continue
        who = [s.get(role) for role in _ONCE[s.predicate]]
        if all(w and w.entity for w in who):
            kind = "died" if s.predicate == "kills" else s.predicate
            groups[(kind, *(w.key for w in who if w))].append(s)
    for (kind, *_), group in groups.items():
        first = group[0].get(_ONCE[group[0].predicate][0])
        yield from _dates(f"when {first.words if first else ''} {_PAST.get(kind, kind)}", group)


_PAST = {"formed": "was formed", "dissolved": "was dissolved", "born": "was born", "died": "died"}


def _dates(about: str, group: Sequence[Statement]) -> Iterator[Conflict]:
    """The group as a conflict of dates when it falls into sides that share no day."""
    sides: list[list[Statement]] = []
    for s in sorted(group, key=lambda s: (_length(s.start), s.evidence, s.claim)):
        homes = [side for side in sides if all(agree(o.start, s.start) for o in side)]
        if not homes:
            sides.append([s])
        elif len(homes) == 1:  # a year beside two of its months supports both and is on no side
            homes[0].append(s)
    if len(sides) > 1:
        ordered = sorted(sides, key=lambda side: (days(side[0].start) or (0, 0), side[0].claim))
        yield _conflict("date", about, [(str(side[0].start), side) for side in ordered])


def _length(edtf: str | None) -> int:
    range_ = days(edtf)
    return range_[1] - range_[0] if range_ else 0


def _figures(statements: Sequence[Statement]) -> Iterator[Conflict]:
    """Two figures for one quantity of one event."""
    groups: dict[tuple[str, ...], list[tuple[Statement, float, float]]] = defaultdict(list)
    for s in statements:
        for arg in s.args:
            low, high = _bounds(arg.best, arg.low, arg.high)
            if arg.role in _FIGURES and low is not None and high is not None:
                for key in _events(s, arg.role):
                    groups[key].append((s, low, high))
    for (_, role, *_), group in groups.items():
        for one, other in combinations(group, 2):
            if (one[1] > other[2] or other[1] > one[2]) and agree(one[0].start, other[0].start):
                sides = [(_figure(f), [f[0]]) for f in sorted((one, other), key=lambda f: (f[0].evidence, f[1]))]
                yield _conflict("count", _about_figure(one[0], role), sides)


def _events(s: Statement, role: str) -> Iterator[tuple[str, ...]]:
    """The keys under which a figure is comparable: what is counted, of which event, or in which sentence."""
    counted, event = s.get("counted"), s.get("event")
    if s.predicate == "counts":
        if counted and event:
            yield "counts", role, counted.key, event.key
        return
    who = [s.get(r) for r in ("target", "victim", "place", "body", "election") if s.get(r)]
    named = [w.key for w in who if w and w.entity]
    if named and (s.start is not None or s.predicate in ("wins_seats", "loses_seats")):
        yield s.predicate, role, *named


def _corrections(statements: Iterable[Statement]) -> Iterator[Conflict]:
    """Two figures in one sentence, one of them someone's word or denied: the sentence sets one against the other."""
    groups: dict[tuple[object, str], list[tuple[Statement, float, float]]] = defaultdict(list)
    for s in statements:
        for arg in s.args:
            low, high = _bounds(arg.best, arg.low, arg.high)
            if arg.role in _FIGURES and low is not None and high is not None:
                groups[s.evidence, s.predicate].append((s, low, high))
    for (_, name), group in groups.items():
        for one, other in combinations(group, 2):
            apart = one[1] > other[2] or other[1] > one[2]
            stances = {(f[0].own_voice, f[0].polarity) for f in (one, other)}
            if name == "counts" and apart and len(stances) == 2 and one[0].claim != other[0].claim:
                yield _conflict("count", _about_figure(one[0], "number"), [(_figure(f), [f[0]]) for f in (one, other)])


def _bounds(best: float | None, low: float | None, high: float | None) -> tuple[float | None, float | None]:
    return (low if low is not None else best), (high if high is not None else best)


def _figure(figure: tuple[Statement, float, float]) -> str:
    _, low, high = figure
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def _about_figure(s: Statement, role: str) -> str:
    what = s.get("counted")
    of = s.get("event") or s.get("target") or s.get("victim") or s.get("place") or s.get("body")
    return f"{what.words if what else role} ({of.words if of else s.predicate})"


def _denials(statements: Sequence[Statement]) -> Iterator[Conflict]:
    """The same thing affirmed and denied."""
    groups: dict[tuple[object, ...], dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for s in statements:
        named = tuple(sorted((a.role, a.key) for a in s.args if a.entity))
        if len(named) > 1 and s.certainty not in ("intended", "hypothetical"):
            groups[s.predicate, named][s.polarity].append(s)
    for (name, _), sides in groups.items():
        if len(sides) > 1:
            first = min((s for side in sides.values() for s in side), key=lambda s: (s.evidence, s.claim))
            kind = "responsibility" if predicate(str(name)).group == "force" else "status"
            yield _conflict(kind, _words(first), [(p, side) for p, side in sorted(sides.items())])


def _disclaimers(statements: Sequence[Statement]) -> Iterator[Conflict]:
    """Someone denies a hand in what the text tells close by: the deed as told, and the denial."""
    deeds = [s for s in statements if s.predicate in _DEEDS and s.polarity == "affirmed" and s.certainty in _HAPPENED]
    for s in statements:
        content, speaker = s.get("content"), s.get("speaker")
        if s.predicate != "denies" or not content or not speaker or not _disclaims(content.words):
            continue
        near = [d for d in deeds if d.evidence.doc_id == s.evidence.doc_id and _distance(d, s) <= _CLOSE]
        if near:
            # A denial answers what was told before it, and the attack rather than its victims.
            deed = min(
                near, key=lambda d: (d.evidence > s.evidence, d.predicate not in _ATTACKS, _distance(d, s), d.claim)
            )
            yield _conflict("responsibility", _deed(deed), [("told", [deed]), (f"denied by {speaker.words}", [s])])


_DEEDS = frozenset({"attacks", "bombs", "kills", "injures", "abducts", "captures", "orders"})
_ATTACKS = frozenset({"attacks", "bombs"})
_CLOSE = 800  # characters: the paragraph of a denial and the one before it


def _disclaims(words: str) -> bool:
    said = f" {' '.join(words.casefold().split())} "
    return any(f" {word} " in said for word in load_words("disclaimers.yaml")["disclaims"])


def _distance(one: Statement, other: Statement) -> int:
    return max(one.evidence.start - other.evidence.end, other.evidence.start - one.evidence.end, 0)


def _likely_meant(deed: Statement, denial: Statement) -> tuple[bool, bool, int]:
    """The order of deeds that a denial may mean: those told before it, the attack before its victims, the nearest."""
    return deed.evidence > denial.evidence, deed.predicate not in _ATTACKS, _distance(deed, denial)


def _deed(s: Statement) -> str:
    """What is asked of a deed: *who attacks the port*."""
    whom = next((a.words for role in ("target", "victim", "captured", "place") if (a := s.get(role))), "")
    return f"who {s.predicate} {whom}".strip()


def _words(s: Statement) -> str:
    order = list(predicate(s.predicate).roles)
    words = [a.words for a in sorted(s.args, key=lambda a: order.index(a.role) if a.role in order else len(order))]
    return " ".join([*words[:1], s.predicate.replace("_", " "), *words[1:]])


def _holders(statements: Iterable[Statement], tenures: Sequence[Tenure]) -> Iterator[Conflict]:
    """Two people in one post at one time, where neither is said to have followed the other."""
    by_claim = {s.claim: s for s in statements}
    followed = {_pair(s, "successor", "predecessor") for s in by_claim.values() if s.predicate == "succeeds"}
    posts: dict[tuple[str, str, str], list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        if tenure.post and tenure.body:
            posts[same_post(tenure.post), tenure.body, tenure.to].append(tenure)
    for group in posts.values():
        for one, other in combinations(sorted(group, key=lambda t: (t.first or "", t.id)), 2):
            unnamed = any(_holder(t, by_claim).lower() in load_words("parties.yaml")["parties"] for t in (one, other))
            if one.holder != other.holder and frozenset((one.holder, other.holder)) not in followed and not unnamed:
                yield from _overlap(one, other, by_claim)


def _pair(s: Statement, *roles: str) -> frozenset[str]:
    return frozenset(a.key for role in roles if (a := s.get(role)))


def _overlap(one: Tenure, other: Tenure, by_claim: Mapping[str, Statement]) -> Iterator[Conflict]:
    """A conflict only where both spells have stated ends, and share more than the day of handing over.

    Of a post that only one can hold, two that are said to have begun it at one time and not to have left it will do.
    """
    if all(t.starts and not t.ends and days(t.first) for t in (one, other)) and _for_one(one.post):
        if agree(one.first, other.first):
            yield _conflict("role", f"who became {one.post} in {one.first}", _sides(one, other, by_claim))
        return
    if not all(t.starts and t.ends for t in (one, other)):
        return
    a, b = (days(one.first), days(one.last)), (days(other.first), days(other.last))
    if not (a[0] and a[1] and b[0] and b[1]):
        return
    if max(a[0][1], b[0][1]) < min(a[1][0], b[1][0]):
        yield _conflict("role", f"who was {one.post} from {other.first} to {one.last}", _sides(one, other, by_claim))


def _sides(one: Tenure, other: Tenure, by_claim: Mapping[str, Statement]) -> list[tuple[str, list[Statement]]]:
    return [(_holder(t, by_claim), [by_claim[c] for c in t.claims if c in by_claim]) for t in (one, other)]


@cache
def _single() -> frozenset[str]:
    words = load_words("one_holder.yaml")
    return frozenset(same_post(post) for post in (*words["posts"], *words["chairs"]))


def _for_one(post: str) -> bool:
    """Whether one person holds the post of a body at a time; of deputies and directors there are several."""
    return same_post(post) in _single()


def _holder(tenure: Tenure, by_claim: Mapping[str, Statement]) -> str:
    for claim in tenure.claims:
        for arg in by_claim[claim].args if claim in by_claim else ():
            if arg.entity == tenure.holder:
                return arg.words
    return tenure.holder


def _conflict(kind: str, about: str, sides: Iterable[tuple[str, Sequence[Statement]]]) -> Conflict:
    groups = list(sides)
    signed = [i for i, (_, group) in enumerate(groups) if any(s.person for s in group)]
    chosen = signed[0] if len(signed) == 1 else None
    made = tuple(
        Side(
            value,
            tuple(dict.fromkeys(s.claim for s in group)),
            tuple(dict.fromkeys(s.evidence.doc_id for s in group)),
            chosen=i == chosen,
        )
        for i, (value, group) in enumerate(groups)
    )
    own = digest("conflict", kind, *((s.value, *sorted(s.claims)) for s in made))
    return Conflict(own, kind, about, made, "open" if chosen is None else "decided")
