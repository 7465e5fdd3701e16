"""Who held which post of which body, from when to when."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from whence.model import Filled, Statement, Tenure, digest
from whence.reconcile.dates import days, finer
from whence.reconcile.facts import FIRM
from whence.text.gazetteer import country as country_named
from whence.text.gazetteer import country_of_capital
from whence.vocab import load_words

# predicate -> the roles of holder, post, body and where to
HOLDING = {
    "holds_role": ("holder", "post", "of", "to"),
    "appoints": ("appointee", "post", "of", "to"),
    "elects": ("elected", "post", "of", ""),
    "commands": ("commander", "", "commanded", ""),
    "served_at": ("person", "post", "at", ""),
}
_EVENTS = frozenset({"appoints", "elects"})
_PORTFOLIO = re.compile(r"((?:deputy |acting |prime )?(?:minister|secretary)) (?:of|for) (?:the )?(\w+)")


def find_tenures(statements: Iterable[Statement]) -> Iterator[Tenure]:
    """Yield a tenure for each holder, post and body that claims put together; denied and hedged ones are left out.

    A date that a person gave outranks those that were read. A claim that leaves out the body joins the one tenure of
    that holder and post that has it, if there is but one.
    """
    statements = list(statements)
    lands = _lands(statements)
    groups: dict[tuple[str, str, str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.predicate in HOLDING and statement.polarity == "affirmed" and statement.certainty in FIRM:
            holder, post, body, to = _parts(statement)
            if holder and holder.entity and (post or body):
                groups[holder.entity, same_post(post), body, lands.get(to, to)].append(statement)
    for key, group in sorted(_join(groups).items()):
        yield _tenure(key, group)


def _lands(statements: Iterable[Statement]) -> dict[str, str]:
    """Capitals to which somebody is sent, and the country of the case that they stand for: an envoy to Tokyo."""
    sent = [to for s in statements if (to := s.get("to")) and to.entity]
    countries = {country.name: a.entity for a in sent if (country := country_named(a.words)) and a.entity}
    stands = ((a.entity, country_of_capital(a.words)) for a in sent)
    return {capital: countries[land] for capital, land in stands if capital and land in countries}


@cache
def _same_posts() -> dict[str, str]:
    return {word: label for label, words in load_words("same_posts.yaml").items() for word in words}


def same_post(post: str) -> str:
    """What two names of one post have in common: a chief, a head and a commander of one body are one post.

    So are a minister of mines and a mines minister.
    """
    turned = _PORTFOLIO.fullmatch(post)
    return _same_posts().get(post, f"{turned[2]} {turned[1]}" if turned else post)


def _parts(statement: Statement) -> tuple[Filled | None, str, str, str]:
    holder, post, body, to = HOLDING[statement.predicate]
    words = {"commands": "leader"}.get(statement.predicate, "")
    filled = statement.get(post) if post else None
    return (
        statement.get(holder),
        " ".join(filled.words.casefold().split()) if filled else words,
        _name(statement.get(body)),
        _name(statement.get(to)) if to else "",
    )


def _name(filled: Filled | None) -> str:
    return (filled.entity or filled.words) if filled else ""


def _join(groups: dict[tuple[str, str, str, str], list[Statement]]) -> dict[tuple[str, str, str, str], list[Statement]]:
    out: dict[tuple[str, str, str, str], list[Statement]] = defaultdict(list)
    for key, group in groups.items():
        fuller = [k for k in groups if k != key and _fills(key, k)]
        fullest = [k for k in fuller if not any(k != other and _fills(k, other) for other in fuller)]
        out[fullest[0] if len(fullest) == 1 else key].extend(group)
    return out


def _fills(bare: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `full` says what `bare` says, and a body or an addressee more."""
    return bare[:2] == full[:2] and all(not b or b == f for b, f in zip(bare[2:], full[2:], strict=True))


def _tenure(key: tuple[str, str, str, str], group: Sequence[Statement]) -> Tenure:
    holder, _, body, to = key
    # Whoever leads a body is its leader only where no text has a word for the post.
    named = [s for s in group if s.predicate != "commands"] or group
    words = Counter(_parts(s)[1] for s in sorted(named, key=lambda s: (s.evidence, s.claim)))
    post = words.most_common(1)[0][0]
    group = sorted(group, key=lambda s: (s.evidence, s.claim))
    started = [s for s in group if s.person and days(s.start)] or group
    ended = [s for s in group if s.person and days(s.end)] or group
    first = _edge(((s.start, s.starts or s.predicate in _EVENTS) for s in _in_office(started)), last=False)
    last = _edge(((s.end, s.ends) for s in ended if s.predicate not in _EVENTS), last=True)
    claims = tuple(dict.fromkeys(s.claim for s in group))
    return Tenure(digest("tenure", *key, *claims), holder, post, body, to, first[0], last[0], first[1], last[1], claims)


def _in_office(group: Sequence[Statement]) -> Sequence[Statement]:
    """The claims without those of an election, where another says from when the post was held."""
    polls = {s.evidence for s in group if s.predicate == "elects"}
    held = [s for s in group if s.evidence not in polls]
    return held if any(s.starts and days(s.start) for s in held) else group


def _edge(dates: Iterable[tuple[str | None, bool]], *, last: bool) -> tuple[str | None, bool]:
    """The stated start (or end) where one is stated, else the first (or last) date known."""
    known = [(date, stated, range_) for date, stated in dates if (range_ := days(date))]
    if not known:
        return None, False
    pool = [k for k in known if k[1]] or known
    best = max(pool, key=lambda k: k[2][1]) if last else min(pool, key=lambda k: k[2][0])
    for date, stated, range_ in pool:
        if finer(best[0], date) == date:
            best = (date, stated, range_)
    return best[0], best[1]
