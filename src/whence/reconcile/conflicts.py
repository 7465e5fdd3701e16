"""Where claims cannot all be right: start dates, figures, holders of one post, and denials."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain, combinations

from whence.model import Conflict, Span, Statement, Tenure
from whence.reconcile.accounts import find_accounts
from whence.reconcile.blame import answers, deaths, deeds_denied, disowned, kind_of, laid_to, nobody, undone, words_of
from whence.reconcile.causes import causes
from whence.reconcile.counted import ages, counted
from whence.reconcile.culprits import culprits
from whence.reconcile.dates import agree, days
from whence.reconcile.doers import doers
from whence.reconcile.events import HAPPENED, KINDS, find_events
from whence.reconcile.figures import is_sum, is_vote, of_one_time, prices, shares, tolls, votes
from whence.reconcile.gainsaid import gainsaid
from whence.reconcile.given import given
from whence.reconcile.happenings import days_apart, places_apart
from whence.reconcile.negated import negated
from whence.reconcile.sides import by_date, conflict
from whence.reconcile.standings import standings
from whence.reconcile.tenures import HOLDING, same_post
from whence.reconcile.whereabouts import whereabouts
from whence.text.gazetteer import country_of
from whence.vocab import load_words

# What happens once: predicate -> the roles that say which one it was.
_ONCE: dict[str, tuple[str, ...]] = {
    "formed": ("body",),
    "dissolved": ("body",),
    "born": ("person",),
    "died": ("person",),
    "kills": ("victim",),
}
_ONCE |= {"owns": ("owner", "owned"), "abducts": ("victim",)}
# What befalls somebody, and the role of whom it befell.
_BEFALLS = {
    "charges": "target",
    "arrests": "target",
    "designates": "target",
    "kills": "victim",
    "injures": "victim",
    "abducts": "victim",
}
# Whose a thing is: who has it, and what.
_HAVING = {"owns": ("owner", "owned"), "operates": ("operator", "operated"), "controls": ("controller", "controlled")}
# What two do with each other: who is named first is no matter.
_MUTUAL = {
    "meets": ("participant", "counterpart"),
    "agrees_with": ("party", "partner"),
    "allied_with": ("ally", "partner"),
}
_WEEKS = 60  # days within which somebody is not kidnapped twice
_ASKED_SO = ("status", "responsibility")
_FIGURES = ("count", "killed", "injured", "number", "seats")


def find_conflicts(statements: Sequence[Statement], tenures: Sequence[Tenure]) -> Iterator[Conflict]:
    """Yield every conflict, each once, in a fixed order."""
    found: dict[str, Conflict] = {}
    events = find_events(statements)
    for each in chain(
        *(
            find(statements)
            for find in (_starts, _once, _figures, _corrections, _denials, _together, _things, _befallen)
        ),
        *(find(statements) for find in (votes, prices, shares, ages)),
        *(find(statements) for find in (answers, disowned, undone, deeds_denied, nobody, deaths, laid_to)),
        tolls(events),
        days_apart(events),
        places_apart(events),
        _holders(statements, tenures),
    ):
        found.setdefault(each.id, each)
    places = {s.claim: s.evidence for s in statements}
    opposed = {pair for each in found.values() for pair in _opposed(each, places)}
    accounts = find_accounts(statements)
    beside = [partial(find, statements) for find in (gainsaid, culprits, given, counted)]
    told = [partial(find, statements, accounts) for find in (standings, doers, negated, whereabouts, causes)]
    for look in (*beside, *told):
        for each in list(look(opposed)):
            found.setdefault(each.id, each)
            opposed.update(_opposed(each, places))
    yield from sorted(_distinct(found.values(), statements), key=lambda c: (c.kind, c.about, c.id))


def _distinct(conflicts: Collection[Conflict], statements: Iterable[Statement]) -> Iterator[Conflict]:
    """The conflicts without those whose sentences stand against each other in another one of their kind."""
    places = {s.claim: s.evidence for s in statements}
    sides = {c.id: [{places[claim] for claim in side.claims} for side in c.sides] for c in conflicts}
    kept: list[Conflict] = []
    for each in sorted(conflicts, key=lambda c: (-sum(map(len, sides[c.id])), -len(c.sides), c.about, c.id)):
        alike = (k for k in kept if k.kind == each.kind and (each.kind in _ASKED_SO or _same_sides(k, each)))
        if not any(_within(sides[each.id], sides[k.id]) for k in alike):
            kept.append(each)
    yield from kept


def _same_sides(one: Conflict, other: Conflict) -> bool:
    """Whether two conflicts set the same figures against each other."""
    return one.kind == "count" and {s.value for s in one.sides} == {s.value for s in other.sides}


def _within(sides: Sequence[set[Span]], others: Sequence[set[Span]]) -> bool:
    return all(any(side <= other for other in others) for side in sides)


def _opposed(conflict: Conflict, places: Mapping[str, Span]) -> Iterator[frozenset[Span]]:
    """The sentences that stand against each other in a conflict."""
    for one, other in combinations(conflict.sides, 2):
        yield from (frozenset((places[a], places[b])) for a in one.claims for b in other.claims)


def _starts(statements: Iterable[Statement]) -> Iterator[Conflict]:
    """Two dates for the day on which one person took up one post; or a day in it before it is said to have begun."""
    groups: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    statements = list(statements)
    polls = {(s.evidence, who.entity) for s in statements if s.predicate == "elects" and (who := s.get("elected"))}
    for s in statements:
        if s.predicate not in ("holds_role", "appoints") or s.polarity != "affirmed" or s.certainty not in HAPPENED:
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
            voted = [s for s in begun if (s.evidence, holder.entity if holder else "") in polls]
            # Who is elected in May and takes office in June became it once.
            begun = [s for s in begun if s not in voted]
            yield from _dates(about, begun)
            yield from _dates(about, voted)
            early = [s for s in same_body if not _begins(s) and begun and all(_before(s, b) for b in begun)]
            if early:
                yield conflict("date", about, [(f"in office {early[0].start}", early), (str(begun[0].start), begun)])


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
        if s.predicate not in _ONCE or s.polarity != "affirmed" or s.certainty not in HAPPENED or not days(s.start):
            continue
        if s.predicate == "owns" and (not s.starts or s.get("share")):
            continue  # who holds a share may buy another one later
        who = [s.get(role) for role in _ONCE[s.predicate]]
        if all(w and w.entity for w in who):
            kind = "died" if s.predicate == "kills" else s.predicate
            groups[(kind, *(w.key for w in who if w))].append(s)
    for (kind, *_), group in groups.items():
        told = [d for s in group if (d := days(s.start))]
        if kind == "abducts" and max(d[0] for d in told) - min(d[1] for d in told) > _WEEKS:
            continue
        first, *rest = (w.words if (w := group[0].get(role)) else "" for role in _ONCE[group[0].predicate])
        yield from _dates(" ".join(("when", first, _PAST.get(kind, kind), *rest)), group)


_PAST = {
    "formed": "was formed",
    "dissolved": "was dissolved",
    "born": "was born",
    "died": "died",
    "abducts": "was kidnapped",
    "owns": "became the owner of",
}


def _dates(about: str, group: Sequence[Statement]) -> Iterator[Conflict]:
    """The group as a conflict of dates when it falls into sides that share no day."""
    sides = by_date(group)
    if len(sides) > 1:
        yield conflict("date", about, [(str(side[0].start), side) for side in sides])


def _figures(statements: Sequence[Statement]) -> Iterator[Conflict]:
    """Two figures for one quantity of one event."""
    groups: dict[tuple[str, ...], list[tuple[Statement, float, float]]] = defaultdict(list)
    for s in (s for s in statements if s.predicate not in KINDS and not is_vote(s)):
        for arg in s.args:
            low, high = _bounds(arg.best, arg.low, arg.high)
            if arg.role in _FIGURES and low is not None and high is not None:
                for key in _events(s, arg.role):
                    groups[key].append((s, low, high))
    for (_, role, *_), group in groups.items():
        for one, other in combinations(group, 2):
            if (one[1] > other[2] or other[1] > one[2]) and of_one_time(one[0], other[0]):
                sides = [(_figure(f), [f[0]]) for f in sorted((one, other), key=lambda f: (f[0].evidence, f[1]))]
                yield conflict("count", _about_figure(one[0], role), sides)


def _events(s: Statement, role: str) -> Iterator[tuple[str, ...]]:
    """The keys under which a figure is comparable: what is counted, of which event, or in which sentence."""
    counted, event = s.get("counted"), s.get("event") or s.get("whose")
    if s.predicate == "counts":
        if counted and event and not is_sum(s):
            yield "counts", role, counted.key, event.key
        return
    who = [s.get(r) for r in ("party", "target", "victim", "place", "body", "election") if s.get(r)]
    named = [w.key for w in who if w and w.entity]
    seats = s.predicate in ("wins_seats", "loses_seats") and (s.get("election") or s.scene.published)
    if named and (s.start is not None or seats):
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
            if name == "counts" and apart and len(stances) == 2 and _of_one_thing(one[0], other[0]):
                yield conflict("count", _about_figure(one[0], "number"), [(_figure(f), [f[0]]) for f in (one, other)])


def _of_one_thing(one: Statement, other: Statement) -> bool:
    """Whether two figures of one sentence are of one thing: it names one, or says that one of them is not so."""
    a, b = one.get("counted"), other.get("counted")
    denied = "denied" in (one.polarity, other.polarity)
    return one.claim != other.claim and (denied or bool(a and b and a.key == b.key))


def _bounds(best: float | None, low: float | None, high: float | None) -> tuple[float | None, float | None]:
    return (low if low is not None else best), (high if high is not None else best)


def _figure(figure: tuple[Statement, float, float]) -> str:
    _, low, high = figure
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def _about_figure(s: Statement, role: str) -> str:
    what = s.get("counted")
    roles = ("event", "whose", "party", "target", "victim", "place", "body")
    of = next((a for a in map(s.get, roles) if a), None)
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
            about = f"whether {words_of(first)}"
            yield conflict(kind_of(str(name)), about, [(p, side) for p, side in sorted(sides.items())])


def _befallen(statements: Sequence[Statement]) -> Iterator[Conflict]:
    """What befell somebody, and did not by then: "charged with fraud", "has not been charged with any crime"."""
    groups: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for s in statements:
        whom = s.get(_BEFALLS[s.predicate]) if s.predicate in _BEFALLS else None
        if whom and whom.entity and s.certainty in HAPPENED and not s.get("count"):
            groups[s.predicate, whom.entity].append(s)
    for (name, _), group in groups.items():
        no = [s for s in group if s.polarity == "denied" and not _of_some_doer(s)]
        yes = [s for s in group if s.polarity == "affirmed" and any(_was_by_then(s, n) for n in no)]
        if no and yes:
            yield conflict(kind_of(name), f"whether {words_of(yes[0])}", [("affirmed", yes), ("denied", no)])


def _of_some_doer(s: Statement) -> bool:
    """Whether a denial names who did not do it: another may have."""
    return any(a.entity and a.role not in (_BEFALLS[s.predicate], "place") for a in s.args)


def _was_by_then(yes: Statement, no: Statement) -> bool:
    """Whether something is told of the weeks before it was denied; of another offence or place nothing is denied."""
    when, said = days(yes.start or yes.scene.published), days(no.start or no.scene.published)
    if when is None or said is None or not when[0] <= said[1] or said[0] - when[1] > _WEEKS:
        return False
    offences = yes.get("offence"), no.get("offence")
    whole = offences[1] is None or offences[1].words.casefold().startswith("any ")
    one = whole or (offences[0] is not None and offences[0].key == (offences[1].key if offences[1] else ""))
    places = yes.get("place"), no.get("place")
    return one and (places[1] is None or (places[0] is not None and places[0].key == places[1].key))


def _things(statements: Sequence[Statement]) -> Iterator[Conflict]:
    """What somebody owns by its noun and not by name: "the ferry was Vale's", "Vale never owned the Tern"."""
    quotes: dict[str, set[str]] = defaultdict(set)
    for s in statements:
        quotes[s.evidence.doc_id].add(s.scene.quote)
    owned = [s for s in statements if s.predicate in _HAVING and s.certainty in HAPPENED]
    for no in (s for s in owned if s.polarity == "denied"):
        yes = [s for s in owned if s.polarity == "affirmed" and _by_noun(s, no, quotes[s.evidence.doc_id])]
        if yes:
            yield conflict(kind_of(no.predicate), f"whether {words_of(no)}", [("affirmed", yes), ("denied", [no])])


def _by_noun(yes: Statement, no: Statement, quotes: Collection[str]) -> bool:
    """Whether a claim has by a noun, right before its name in the document, what another one denies."""
    who, thing = (_HAVING[yes.predicate][k] for k in (0, 1))
    a, b = yes.get(who), no.get(_HAVING[no.predicate][0])
    noun, name = yes.get(thing), no.get(_HAVING[no.predicate][1])
    if not (a and b and noun and name and a.entity and a.key == b.key) or noun.entity or not name.entity:
        return False
    named = re.compile(rf"\b{re.escape(noun.words.split()[-1])}\b,? {re.escape(name.words)}\b", re.IGNORECASE)
    return yes.predicate == no.predicate and of_one_time(yes, no) and any(named.search(q) for q in quotes)


def _together(statements: Sequence[Statement]) -> Iterator[Conflict]:
    """What two did with each other, affirmed and denied, whichever is named first: "no meeting between A and B"."""
    groups: dict[tuple[str, frozenset[str]], list[Statement]] = defaultdict(list)
    for s in statements:
        pair = frozenset(a.entity for role in _MUTUAL.get(s.predicate, ()) if (a := s.get(role)) and a.entity)
        if len(pair) > 1 and s.certainty in HAPPENED:
            groups[s.predicate, pair].append(s)
    for (name, _), group in groups.items():
        no = [s for s in group if s.polarity == "denied"]
        yes = [s for s in group if s.polarity == "affirmed" and any(_of_one_meeting(s, n) for n in no)]
        if no and yes:
            yield conflict(kind_of(name), f"whether {words_of(yes[0])}", [("affirmed", yes), ("denied", no)])


def _of_one_meeting(one: Statement, other: Statement) -> bool:
    """Whether two claims can be of one occasion: of one time, and of one place where both name one."""
    a, b = one.get("place"), other.get("place")
    return of_one_time(one, other) and (a is None or b is None or a.key == b.key)


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
            yield conflict("role", f"who became {one.post} in {one.first}", _sides(one, other, by_claim))
        return
    if not all(t.starts and t.ends for t in (one, other)):
        return
    a, b = (days(one.first), days(one.last)), (days(other.first), days(other.last))
    if not (a[0] and a[1] and b[0] and b[1]):
        return
    if max(a[0][1], b[0][1]) < min(a[1][0], b[1][0]):
        yield conflict("role", f"who was {one.post} from {other.first} to {one.last}", _sides(one, other, by_claim))


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
