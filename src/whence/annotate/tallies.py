"""Results in a row, told with one verb or none: "Delta won 12 seats, the Salt Party nine and the Tide four"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from whence.annotate.numbers import NUMERIC, numbered
from whence.model import Argument, Claim, Document, Maker, Mention, Sentence, Span
from whence.vocab import load_words

VERSION = "1"
# Who has a number and the role of the number, by what the row tells.
ROWS = {"wins_seats": ("party", "seats"), "loses_seats": ("party", "seats"), "counts": ("whose", "number")}
BEARERS = frozenset({"person", "organization"})
NAMED = BEARERS | {"place"}
OF = re.compile(r"\s+of\s+(?:the\s+)?")
ENDS = re.compile(r"\s*(?:$|[,;.)(]|and\b|while\b|with\b|of\b|per cent\b|percent\b|%|votes?\b|in\b)")
OPENS = re.compile(r"(?:^(?:[-–—•*·]\s)?|[,;:(]|\b(?:and|while|with|but|against|to))\s*(?:the\s+)?$", re.IGNORECASE)
NUMBERED = re.compile(r"(?<=[a-z])\s+(\d[\d,]*)$")
FOR = re.compile(r"\s+(?:seats\s+|votes\s+)?for\s+(?:the\s+)?")
VOTES = re.compile(r"\s*(?:per cent\b|percent\b|%|votes?\b)", re.IGNORECASE)
DOWN_TO = re.compile(r"\bto\s+(?:just\s+|only\s+|about\s+|some\s+)?$|\bleft\s+with\s+(?:just\s+|only\s+)?$")
LOST = re.compile(r"\b(?:los[et]|lost|losing|losses|gain|gains|change|vacant|unfilled)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """One of a row with its number."""

    name: Mention
    number: Mention


@cache
def _pattern(key: str) -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in load_words("tallies.yaml")[key])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@cache
def _between() -> re.Pattern[str]:
    """What may stand between a name and its number, where no verb does."""
    light = "|".join(re.escape(w) for w in load_words("tallies.yaml")["light"])
    return re.compile(rf"\s*(?:\([^()]{{1,12}}\)\s*)?[:–—-]?\s*(?:(?:{light})\s+)*", re.IGNORECASE)


def tallied(
    doc: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], claims: Sequence[Claim]
) -> list[Claim]:
    """The claims with a row read to its end, and each number of a row with the one right before it."""
    if not any(c.predicate in ROWS for c in claims) and not _pattern("seats").search(doc.text):
        return list(claims)
    kept = list(claims)
    heading: Sentence | None = None
    found = [(sentence, list(_pairs(doc, sentence, mentions))) for sentence in sentences]
    rows = {n for n, (sentence, pairs) in enumerate(found) if _is_row(doc, sentence, pairs)}
    for n, (sentence, pairs) in enumerate(found):
        listed = n in rows
        plain = listed and bool({n - 1, n + 1} & rows) and _heads(doc, sentence)  # "Reed Party: 17 seats"
        if listed and (heading is not None or plain):
            kept.extend(_told(doc, sentence, pair, mentions) for pair in pairs if not _known(kept, pair))
            heading = heading or sentence
            continue
        heading = sentence if _heads(doc, sentence) else (heading if listed else None)
        here = [c for c in kept if c.evidence == sentence.span and c.predicate in ROWS]
        if not pairs or not (here or _is_list(doc, sentence, pairs)):
            continue
        kept = [c for c in kept if c not in here or not _of_another(c, pairs)]
        models = [c for c in here if c in kept and c.polarity == "affirmed"]
        kept.extend(_rest(doc, sentence, pairs, models, mentions))
    return [_turned(doc, c) for c in dict.fromkeys(kept) if not _twice(doc, c, kept)]


def _pairs(doc: Document, sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Pair]:
    """Each name of a sentence and the number that is right behind it, or before it with "for"."""
    inside = [part for m in mentions if sentence.span.contains(m.span) for part in _parted(doc, m)]
    names = [m for m in inside if m.form == "name" and m.type in BEARERS]
    for number in (m for m in inside if m.type in NUMERIC):
        behind = [m for m in names if FOR.fullmatch(doc.text, number.span.end, m.span.start)]
        if behind and OPENS.search(doc.text[sentence.span.start : number.span.start]):
            yield Pair(behind[0], number)  # "against 22 for the Salt Party"
            continue
        before = [m for m in inside if m.form == "name" and m.type in NAMED and m.span.end <= number.span.start]
        if not before:
            continue
        last = max(before, key=lambda m: m.span.end)
        name = _body_of(doc, last, before)
        opened = name.type in BEARERS and OPENS.search(doc.text[sentence.span.start : name.span.start])
        if opened and _between().fullmatch(doc.text, last.span.end, number.span.start):
            after = _pattern("seats").match(doc.text, number.span.end + 1)
            if after or ENDS.match(doc.text, number.span.end, sentence.span.end):
                yield Pair(name, number)


def _body_of(doc: Document, last: Mention, names: Sequence[Mention]) -> Mention:
    """The body whose name goes on with "of" up to another: "the Salt Party of Ada Mensah 22"; else that name itself."""
    bodies = (m for m in names if m.type == "organization" and OF.fullmatch(doc.text, m.span.end, last.span.start))
    return next(bodies, last)


def _parted(doc: Document, mention: Mention) -> Sequence[Mention]:
    """A body and the number that was taken for the end of its name: "Salt Party 22"."""
    ends = NUMBERED.search(doc.quote(mention.span)) if mention.type in BEARERS and mention.form == "name" else None
    if ends is None:
        return (mention,)
    name = replace(mention, span=doc.span(mention.span.start, mention.span.start + ends.start()))
    number = doc.span(mention.span.start + ends.start(1), mention.span.end)
    return name, replace(mention, span=number, type="quantity", form="nominal")


def _is_list(doc: Document, sentence: Sentence, pairs: Sequence[Pair]) -> bool:
    """Whether a sentence without a claim is a row of seats: "Final result: Delta 41 seats, Salt Party 22"."""
    words = doc.quote(sentence.span)
    return len(pairs) > 1 and bool(_pattern("seats").search(words)) and not LOST.search(words)


def _heads(doc: Document, sentence: Sentence) -> bool:
    """Whether a short line tells that what follows are seats."""
    words = doc.quote(sentence.span)
    return len(words) < 90 and bool(_pattern("seats").search(words)) and not LOST.search(words)


def _is_row(doc: Document, sentence: Sentence, pairs: Sequence[Pair]) -> bool:
    """Whether a line holds one name and its number and nothing else: "Delta Party: 17 (+2)"."""
    if len(pairs) != 1:
        return False
    start, end = pairs[0].name.span.start, pairs[0].number.span.end
    rest = doc.text[sentence.span.start : start] + doc.text[end : sentence.span.end]
    return not re.sub(r"\([^()]*\)|\bthe\b|\bseats?\b|[\W\d_]", "", rest, flags=re.IGNORECASE)


def _known(claims: Sequence[Claim], pair: Pair) -> bool:
    return any(_has(c, pair) for c in claims if c.predicate in ROWS)


def _has(claim: Claim, pair: Pair) -> bool:
    one, number = (claim.argument(role) for role in ROWS[claim.predicate])
    same = one is not None and one.span is not None and one.span.overlaps(pair.name.span)
    return same and number is not None and number.span is not None and number.span.overlaps(pair.number.span)


def _of_another(claim: Claim, pairs: Sequence[Pair]) -> bool:
    """Whether a row gives the claim's number to another than the claim does."""
    one, number = (claim.argument(role) for role in ROWS[claim.predicate])
    if one is None or number is None or one.span is None or number.span is None:
        return False
    own = [p for p in pairs if number.span.overlaps(p.number.span)]
    mine = [p for p in pairs if one.span.overlaps(p.name.span)]
    given = bool(own) and not any(one.span.overlaps(p.name.span) for p in own)
    other = bool(mine) and not any(number.span.overlaps(p.number.span) for p in mine)
    return given or (other and claim.predicate != "counts")


def _rest(
    doc: Document, sentence: Sentence, pairs: Sequence[Pair], models: Sequence[Claim], mentions: Sequence[Mention]
) -> Iterator[Claim]:
    """A claim for each pair behind the last that is told in full, like it; all where a list tells none."""
    for pair in pairs:
        if any(_has(c, pair) for c in models):
            continue
        before = [c for c in models if (at := _number(c)) and at < pair.number.span and _fits(doc, c, pair)]
        if before:
            yield _like(
                doc, max(before, key=lambda c: (_number(c) or c.evidence, c.predicate != "counts")), pair, mentions
            )
        elif _is_list(doc, sentence, pairs):
            yield _told(doc, sentence, pair, mentions)


def _fits(doc: Document, model: Claim, pair: Pair) -> bool:
    """Whether a number may be of what the model counts: votes and shares are no seats."""
    other = VOTES.match(doc.text, pair.number.span.end) or "%" in doc.quote(pair.number.span)
    share = "cent" in doc.quote(pair.number.span)
    return model.predicate == "counts" or not (other or share)


def _number(claim: Claim) -> Span | None:
    one, number = (claim.argument(role) for role in ROWS[claim.predicate])
    return number.span if one is not None and number is not None else None


def _like(doc: Document, model: Claim, pair: Pair, mentions: Sequence[Mention]) -> Claim:
    who, what = ROWS[model.predicate]
    number = numbered(what, doc, pair.number, [m for m in mentions if m.type in NUMERIC])
    new = {who: Argument(who, pair.name.span, None, pair.name.type), what: number}
    arguments = tuple(new.get(a.role, a) for a in model.arguments)
    return replace(model, arguments=arguments, maker=Maker("annotate.claims", VERSION, f"{model.predicate}.row"))


def _told(doc: Document, sentence: Sentence, pair: Pair, mentions: Sequence[Mention]) -> Claim:
    number = numbered("seats", doc, pair.number, [m for m in mentions if m.type in NUMERIC])
    return Claim(
        predicate="wins_seats",
        arguments=(Argument("party", pair.name.span, None, pair.name.type), number),
        evidence=sentence.span,
        region=sentence.kind,
        maker=Maker("annotate.claims", VERSION, "wins_seats.row"),
        trigger=pair.number.span,
        confidence=0.8,
    )


def _turned(doc: Document, claim: Claim) -> Claim:
    """Whoever falls to 21 seats has won 21 and not lost them."""
    seats = claim.argument("seats") if claim.predicate == "loses_seats" else None
    left = seats is not None and seats.span is not None and seats.best is not None
    if not left or seats is None or seats.span is None:
        return claim
    return (
        replace(claim, predicate="wins_seats")
        if DOWN_TO.search(doc.text[max(0, seats.span.start - 20) : seats.span.start])
        else claim
    )


def _twice(doc: Document, claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether another claim says what this one says once it is turned."""
    turned = _turned(doc, claim)
    return turned is not claim and any(
        c.predicate == "wins_seats" and c.argument("seats") == claim.argument("seats") for c in claims
    )
