"""Numbers of an event: how many were killed, hurt, fired, won, with best, low and high where the text gives them.

Bounds follow the Uppsala Conflict Data Program: "at least 12" is a low and no best, "up to 15" a high and no best,
"between 10 and 12" a low and a high, "some 40" a best that its words mark as an estimate.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from whence.annotate.grammar import Match
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.syntax import Parse
from whence.model import Argument, Claim, Document, Mention, Span
from whence.vocab import read_yaml

NUMERIC = frozenset({"quantity", "money"})
NUMBERED = frozenset({"count", "killed", "injured", "number", "seats", "share"})
COUNTED = ("victim", "target", "captured", "protester", "weapon", "counted")
SIGN = re.compile(r"(?:[A-Z]{1,2})?[$€£¥₦₹₱₺₪₴₩]")
NEXT = re.compile(r"[ \u00a0-]((?:[A-Z][a-z]+ )?[^\W\d_]+)")
OF = re.compile(r"\s+of\s+(?:thousands\s+of\s+)?(?:the\s+)?(?:[\w-]+\s+)?")
JOINED = re.compile(r"\s?[-–‑]\s?[^\W\d_]")
HYPHENED = re.compile(r"[-–‑][\w-]+\s+")
MANY = frozenset({"thousands", "millions", "billions", "trillions"})  # "3.2 millions of dollars"
UNIT = re.compile(r"\d.*\s([a-z]+)$")  # "41 million dollars"; a sum that opens with a sign has no such word
DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+")
STRIKES = frozenset("attack raid bombing explosion blast ambush assault shooting massacre shelling strike".split())
NO_TOLL = frozenset({"rockets", "shots", "attacks", "raids", "seats"})
REACH = 40  # characters on either side in which words belong to a number


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as the text puts it: its place with its other end, its bounds, its unit.

    `unit` is a currency (ISO 4217 where the word tells it), ``%``, or the counted noun. `words` is the number with the
    words that bound it, `denied` one that the text sets aside ("21, not eight").
    """

    start: int
    end: int
    best: float | None
    low: float | None
    high: float | None
    unit: str
    words: str
    denied: bool = False


@cache
def _words() -> Mapping[str, Any]:
    return dict(read_yaml("numbers.yaml"))


@cache
def _values() -> Mapping[str, float]:
    words = _words()
    small = {word: float(number) for number, word in enumerate(words["units"])}
    return small | {word: 10.0 * number for number, word in enumerate(words["tens"], 2)}


@cache
def _before(kind: str) -> re.Pattern[str]:
    phrases = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(_words()[kind], key=len, reverse=True))
    return re.compile(rf"(?<!\w)({phrases})(?:\s+(?:the|a|an))?\s*$", re.IGNORECASE)


@cache
def _after(kind: str) -> re.Pattern[str]:
    words = "|".join(re.escape(p) for p in _words()[kind] if p[0].isalpha())
    signs = "".join(re.escape(p) for p in _words()[kind] if not p[0].isalpha())  # "15+", and no "15 + 15"
    return re.compile(rf"\s?({words}){f'|[{signs}]' if signs else ''}(?!\w)", re.IGNORECASE)


@cache
def _changes() -> re.Pattern[str]:
    """What was so many and is so many now, right before the first of the two numbers."""
    return re.compile(rf"\b(?:{'|'.join(_words()['changing'])})\b[^.;,]*\b(?:from|by)\s+(?:\w+\s+)?$", re.IGNORECASE)


@cache
def _units() -> Mapping[str, str]:
    found = {word: code for code, words in _words()["currencies"].items() for word in words}
    return found | dict.fromkeys(_words()["shares"], "%")


def value(words: str) -> float | None:
    """The number that `words` write: "1,200", "twenty-one", "three hundred", "2.5 million"; None for "dozens"."""
    scales, parts, plain = _words()["scales"], _words()["parts"], _values()
    total, current, seen = 0.0, 0.0, False
    for part in DIGITS.findall(words.lower()):
        if part[0].isdigit():
            current, seen = float(part.replace(",", "")), True
        elif part in plain:
            current, seen = current + plain[part], True
        elif part in scales or (seen and part in MANY):
            scale = scales[part.removesuffix("s")]
            current, seen = (current or 1.0) * scale, True
            if scale >= 1000:
                total, current = total + current, 0.0
        elif seen and part in ("a", "an"):
            continue  # "half a million"
        elif seen and part == "half" and "and a half" in words.lower():
            current += parts[part]  # "two and a half million"
        elif part in parts:
            current, seen = float(parts[part]), True
        elif part.rstrip("s") in parts and seen:
            current *= parts[part.rstrip("s")]  # "two-thirds"
    return total + current if seen else None


def quantity_at(text: str, start: int, end: int, others: Iterable[tuple[int, int]] = ()) -> Quantity:
    """The quantity whose number stands at `start`-`end`; `others` are the places of the other numbers in its text."""
    number, vague = value(text[start:end]), _vague(text, start, end)
    if vague is not None:
        return Quantity(start, vague[1], None, vague[0], None, _unit(text, start, vague[1]), text[start : vague[1]])
    near = sorted(others)
    for low, high in _ranges(text, (start, end), near):
        first, last = value(text[slice(*low)]), value(text[slice(*high)])
        if first is None or last is None:
            continue
        last_words = text[slice(*high)].lower().split()
        scaled = (
            last_words[-1] in _words()["scales"] and text[slice(*low)].split()[-1].lower() not in _words()["scales"]
        )
        if first < last and scaled and value(last_words[0]) and first < 1000:
            first *= last / (value(" ".join(last_words[:-1])) or last)  # "1.2 to 1.5 million"
        if first < last:
            words = f"{text[slice(*low)]} to {text[slice(*high)]}"
            return Quantity(low[0], high[1], None, first, last, _unit(text, low[0], high[1]), words)
    return _single(text, start, end, number)


def _single(text: str, start: int, end: int, number: float | None) -> Quantity:
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    unit, words = _unit(text, start, end), text[start:end]
    found = {kind: _before(kind).search(before) for kind in ("high", "low", "about", "denied")}
    if found["about"] is not None and _concerning(before, found["about"]):
        found["about"] = None
    bound = max((m for k, m in found.items() if m and k != "denied"), key=lambda m: len(m[0]), default=None)
    kind = next((k for k in ("high", "low", "about") if bound is not None and found[k] is bound), "")
    if not kind:
        kind = next((k for k in ("low", "high", "about") if _after(f"{k}_after").match(after)), "")
    if bound is not None:
        words = f"{' '.join(bound[1].lower().split())} {words}"
    low, high = (number if kind == "low" else None), (number if kind == "high" else None)
    best = None if kind in ("low", "high") else number
    return Quantity(start, end, best, low, high, unit, words, found["denied"] is not None)


def _concerning(before: str, about: re.Match[str]) -> bool:
    """Whether "about" is what somebody thinks or speaks of: "worried about 39 guards"."""
    words = re.findall(r"[\w’'-]+", before[: about.start(1)].lower())
    return about[1].lower() == "about" and bool(words) and words[-1] in _words()["concerned"]


def _vague(text: str, start: int, end: int) -> tuple[float, int] | None:
    """The least that "dozens" or "hundreds of thousands" can mean, and where the words end."""
    vague = _words()["vague"]
    word = text[start:end].lower()
    if word not in vague:
        return None
    more = re.compile(r"\s+of\s+(thousands|millions|hundreds)\b", re.IGNORECASE).match(text, end)
    if more is None:
        return float(vague[word]), end
    return vague[word] * vague[more[1].lower()] / 2, more.end()


def _ranges(
    text: str, here: tuple[int, int], near: Sequence[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The two ends of a range in which the number at `here` is one."""
    joints = "|".join(re.escape(j) for j in _words()["range"])
    joint = re.compile(rf"\s*(?:{joints})\s*", re.IGNORECASE)
    for other in near:
        low, high = sorted((here, other))
        if low[1] >= high[0] or high[0] - low[1] > 6 or not joint.fullmatch(text, low[1], high[0]):
            continue
        units = _unit(text, *low), _unit(text, *high)
        if units[0] != units[1] and (all(units) or units[0] == "%"):
            continue  # "fell 7 percent to 212 crowns"
        if _changes().search(text, max(0, low[0] - REACH), low[0]):
            continue  # "rose from 12 to 30"
        between = text[low[1] : high[0]].strip().lower()
        opened = re.search(r"\b(between|from)\s+$", text[max(0, low[0] - 12) : low[0]], re.IGNORECASE)
        if between != "and" or (opened and opened[1].lower() == "between"):
            yield low, high


def _unit(text: str, start: int, end: int) -> str:
    sign = SIGN.match(text, start) or SIGN.search(text[max(0, start - 3) : start])
    if sign:
        return _units().get(sign[0].strip(), _units().get(sign[0].strip()[-1], ""))
    for word in sorted(_units(), key=len, reverse=True):
        if re.search(rf"(?:^|\W|\d){re.escape(word)}$", text[start:end], re.IGNORECASE):
            return _units()[word]
    after = re.compile(r"\s?(?:of\s+)?([%\w]+(?: \w+)?)").match(text, end)
    if after:
        for words in (after[1], after[1].split()[0]):
            if words.lower() in _units():
                return _units()[words.lower()]
    return ""


def quantity_of(doc: Document, mention: Mention, mentions: Iterable[Mention]) -> Quantity:
    """The quantity of a number mention, the other numbers of its document looked at for ranges."""
    here = mention.span
    others = [
        (m.span.start, m.span.end)
        for m in mentions
        if m.type in NUMERIC and m.span != here and abs(m.span.start - here.start) < REACH
    ]
    return quantity_at(doc.text, here.start, here.end, others)


def numbered(role: str, doc: Document, mention: Mention, mentions: Iterable[Mention] = (), unit: str = "") -> Argument:
    """The argument of a number mention with best, low or high as the words around it bound it."""
    found = quantity_of(doc, mention, mentions)
    return Argument(
        role=role,
        span=doc.span(found.start, found.end),
        value=" ".join(found.words.split()),
        type=mention.type,
        best=found.best,
        low=found.low,
        high=found.high,
        unit=found.unit or unit,
    )


def may_be_several(parse: Parse, noun: int) -> bool:
    """Whether a noun may stand for more than one: "boats", "people", "MPs"; of "the AK-47 rifle" nothing is 47."""
    word = parse.word(noun)
    if word.lower().endswith("s") or word.lower() != parse.lemmas[noun].lower() or (len(word) > 1 and word.isupper()):
        return True
    if word.lower() in _words()["uninflected"]:
        return True
    # A number makes the parser take "800 army and police members" for several armies.
    return parse.tokens[noun].xpos not in ("NN", "NNP") and not noun_type(word.lower(), word.lower())


def counts(
    doc: Document, parse: Parse, match: Match, mentions: Sequence[Mention], arguments: Sequence[Argument]
) -> Iterator[Argument]:
    """The number that stands with the victim, target or seats of a match, where the predicate has a role for it."""
    roles, here = match.pattern.predicate.roles, _numbers_in(mentions, parse.start, parse.end)
    given = {a.role for a in arguments}
    for role, mention in _toll(doc, parse, match, here):
        if role in roles and role not in given:
            given.add(role)
            yield numbered(role, doc, mention, here)
    if "count" not in roles or "count" in given:
        return
    for role in COUNTED:
        for filler in match.roles.get(role, ()):
            start = parse.tokens[filler.token].start
            if not any(a.role == role and a.span and a.span.start <= start < a.span.end for a in arguments):
                continue
            # "and 30 were injured"; "two" are often two of those before
            bare = (m for m in here if m.span.start <= start < m.span.end and (value(doc.quote(m.span)) or 0) > 2)
            itself = next(bare, None)
            number = itself or _beside(doc.text, parse, filler.token, here, match.trigger)
            if number is not None:
                noun = _counted(parse, filler.token) if itself is None else _understood(parse, filler.token)
                yield numbered("count", doc, number, here, parse.word(noun).lower() if noun is not None else "")
                return


def _understood(parse: Parse, number: int) -> int | None:
    """What a bare number counts: of "two clerks were killed and five were hurt" the five are clerks; None if unsaid."""
    if parse.tokens[number].upos != "NUM":
        return number
    verb = parse.tokens[number].head
    while verb >= 0 and parse.base(verb) == "conj":
        verb = parse.tokens[verb].head
        nouns = [k for k in parse.kids(verb, "nsubj", "obj") if parse.kids(k, "nummod") and k < number]
        if nouns and parse.tokens[nouns[-1]].xpos in ("NNS", "NNPS"):
            return nouns[-1]
    return None


def _counted(parse: Parse, noun: int) -> int:
    """What is counted by "hundreds of thousands of dockers": the last noun."""
    while parse.word(noun).lower() in _words()["vague"]:
        below = [k for k in parse.kids(noun, "nmod") if parse.preposition(k) == "of"]
        if not below:
            break
        noun = below[0]
    return noun


def _beside(text: str, parse: Parse, noun: int, here: Sequence[Mention], trigger: int) -> Mention | None:
    """The number that counts a noun: "nine boats", "dozens of boats"."""
    kids = {parse.tokens[k].start for k in parse.kids(noun, "nummod", "nsubj")}
    own = [m for m in here if any(m.span.start <= start < m.span.end for start in kids)]
    own = [m for m in own if not JOINED.match(text, m.span.end)]  # "a 5-minute attack" is one attack
    if parse.tokens[noun].upos == "PROPN":
        own = [m for m in own if m.span.start < parse.tokens[noun].start]  # "Ada Mensah, 32," is not 32
    over = [m for m in here if OF.fullmatch(text, m.span.end, parse.tokens[noun].start)]
    if parse.tokens[trigger].deprel in ("acl", "acl:relcl") and parse.tokens[trigger].head == noun:
        over = []  # "one of the men arrested in May has left": the men were arrested
    return next(iter([*own, *over]), None)


def _numbers_in(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    return [m for m in mentions if m.type in NUMERIC and start <= m.span.start and m.span.end <= end]


def _toll(doc: Document, parse: Parse, match: Match, here: Sequence[Mention]) -> Iterator[tuple[str, Mention]]:
    """The dead and the hurt of an attack: "left 12 dead", "killing 12 and wounding 30", "12 were killed, 30 injured".

    Only where the sentence tells of one attack, so that no toll goes to the wrong one.
    """
    roles = match.pattern.predicate.roles
    if "killed" not in roles or match.pattern.predicate.name not in ("attacks", "bombs"):
        return
    for mention in here:
        kind = toll_at(doc.text, mention.span)
        if parse.base(match.trigger) == "conj" and mention.span.end <= parse.tokens[match.trigger].start:
            continue  # "killed 12 people and burned the mill": nobody died of the fire
        between = (k for k in range(match.trigger + 1, len(parse.tokens)) if parse.tokens[k].start < mention.span.start)
        if any(parse.lemmas[k] in STRIKES and parse.tokens[k].upos == "NOUN" for k in between):
            continue  # "the raid on Osh was the second, after an ambush near Lobos that killed 12"
        if kind and mention.type == "quantity" and not quantity_of(doc, mention, here).denied:
            yield kind, mention


@cache
def _toll_words(kind: str) -> frozenset[str]:
    return frozenset(_words()[kind])


def toll_at(text: str, span: Span) -> str:
    """Whether the number at `span` counts the killed or the injured, by the words beside it; "" where it does not."""
    after = re.findall(r"[a-z]+|[^\sa-z]", text[span.end : span.end + REACH].lower())[:6]
    for word in after:
        if word in _toll_words("killed"):
            return "killed"
        if word in _toll_words("injured"):
            return "injured"
        if word not in _toll_words("people"):
            break
    before = text[max(0, span.start - REACH) : span.start].lower()
    for kind in ("low", "high", "about"):
        before = _before(kind).sub("", before)
    verb = re.search(r"([a-z]+)\s*$", before)
    if verb is None or before[: verb.start()].endswith(" to "):  # "the threat to kill 10"
        return ""
    if verb[1] in _toll_words("killing") and not NO_TOLL & set(after[:1]):
        return "killed"
    return "injured" if verb[1] in _toll_words("injuring") else ""


def without_number(doc: Document, counted: Argument, number: Argument) -> Argument:
    """What is counted, its number left out: "rockets" of "21 rockets", "dollars" of a sum of them."""
    if counted.span is None or number.span is None:
        return counted
    if number.type == "money" and number.span.contains(counted.span):
        return replace(counted, span=_of_sum(doc, number.span, number.span))
    if not counted.span.contains(number.span):
        return _without_other(doc, counted)
    rest = doc.text[number.span.end : counted.span.end]
    if joined := HYPHENED.match(rest):
        rest = rest[joined.end() :]  # "140-megawatt dam"
    if not rest.strip() and number.type == "money":
        return replace(counted, span=_of_sum(doc, counted.span, number.span))
    start = counted.span.end - len(rest.lstrip())
    return replace(counted, span=doc.span(start, counted.span.end)) if rest.strip() else counted


def _without_other(doc: Document, counted: Argument) -> Argument:
    """What is counted without the number of all of them: "churches" of "28 of its 73 churches"."""
    assert counted.span is not None
    words, scales = doc.quote(counted.span).split(" "), _words()["scales"]
    opens = (n for n, w in enumerate(words) if w not in scales and not (w[:1].isdigit() and value(w) is not None))
    first = next(opens, 0)
    rest = " ".join(words[first:])  # "voters" of "1.8 of the 2.2 million voters"
    return replace(counted, span=doc.span(counted.span.end - len(rest), counted.span.end)) if first else counted


def _of_sum(doc: Document, counted: Span, number: Span) -> Span:
    """What a sum at the end of a phrase is of: "nine payments, together 3 million dollars", else its currency."""
    noun, comma, _ = doc.text[counted.start : number.start].partition(",")
    unit = UNIT.match(doc.quote(number))
    if comma:
        return doc.span(counted.start, counted.start + len(noun))
    opens = unit is not None and (_low_or_high(doc, counted.start, number.start) or counted.start == number.start)
    return doc.span(number.start + unit.start(1), number.end) if unit and opens else counted


def _low_or_high(doc: Document, start: int, end: int) -> bool:
    """Whether all that stands there bounds the number behind it: "at least 3 million dollars"."""
    words = doc.text[start:end]
    return any(
        (m := _before(kind).search(words)) and not words[: m.start()].strip() for kind in ("high", "low", "about")
    )


def corrections(doc: Document, claim: Claim, mentions: Sequence[Mention]) -> Iterator[Claim]:
    """What the text sets aside beside a number: "21 rockets, not eight" denies the same claim with eight."""
    for i, arg in enumerate(claim.arguments):
        if arg.role not in NUMBERED or arg.span is None or claim.polarity != "affirmed":
            continue
        here = _numbers_in(mentions, claim.evidence.start, claim.evidence.end)
        for mention in here:
            between = doc.text[arg.span.end : mention.span.start] if mention.span.start > arg.span.end else None
            if (
                between is None
                or len(between) > REACH
                or any(m.span.start > arg.span.end for m in _up_to(here, mention))
            ):
                continue
            if quantity_of(doc, mention, here).denied:
                other = numbered(arg.role, doc, mention, here, arg.unit)
                arguments = (*claim.arguments[:i], other, *claim.arguments[i + 1 :])
                yield replace(claim, arguments=arguments, polarity="denied")


def _up_to(here: Sequence[Mention], mention: Mention) -> Iterator[Mention]:
    return (m for m in here if m.span.start < mention.span.start)
