"""Numbers of an event: how many were killed, hurt, fired, won, with best, low and high where the text gives them."""

import re
from collections.abc import Iterator, Sequence

from whence.annotate.grammar import Match
from whence.annotate.syntax import Parse
from whence.model import Argument, Document, Mention

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
WORDS = {word: number for number, word in enumerate(UNITS.split())}
WORDS |= {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12}
ONCE = {"once": 1, "twice": 2, "half": 0.5}
LOW = re.compile(r"(?:at least|more than|over|no fewer than|no less than|upwards of|a minimum of)\s*$", re.IGNORECASE)
HIGH = re.compile(r"(?:at most|up to|no more than|fewer than|less than|under|as many as)\s*$", re.IGNORECASE)


def value(words: str) -> float | None:
    """The number that `words` write: "1,200", "twenty-one", "three hundred", "2.5 million"; None for "dozens"."""
    total, current, seen = 0.0, 0.0, False
    for part in re.findall(r"\d[\d,]*(?:\.\d+)?|[a-z]+", words.lower()):
        if part[0].isdigit():
            current, seen = float(part.replace(",", "")), True
        elif part in WORDS:
            current, seen = current + WORDS[part], True
        elif part in ONCE:
            current, seen = ONCE[part], True
        elif part in SCALES:
            current, seen = (current or 1) * SCALES[part], True
            if SCALES[part] >= 1000:
                total, current = total + current, 0.0
    return total + current if seen else None


def numbered(role: str, doc: Document, mention: Mention) -> Argument:
    """The argument of a number mention with best, low or high set by the words before it."""
    number = value(doc.quote(mention.span))
    before = doc.text[max(0, mention.span.start - 20) : mention.span.start]
    low = number if LOW.search(before) else None
    high = number if HIGH.search(before) else None
    best = number if low is None and high is None else None
    return Argument(role, mention.span, None, "quantity", None, False, best, low, high)


def counts(
    doc: Document, parse: Parse, match: Match, mentions: Sequence[Mention], arguments: Sequence[Argument]
) -> Iterator[Argument]:
    """The number that stands with the victim, target or seats of a match, where the predicate has a role for it."""
    roles = match.pattern.predicate.roles
    if "count" not in roles or any(a.role == "count" for a in arguments):
        return
    yield from _toll(doc, parse, match, mentions)
    for role in ("victim", "target", "captured", "protester"):
        for filler in match.roles.get(role, ()):
            for k in parse.kids(filler.token, "nummod", "nsubj"):
                token = parse.tokens[k]
                for mention in mentions:
                    if mention.type == "quantity" and mention.span.start <= token.start < mention.span.end:
                        yield numbered("count", doc, mention)
                        return


TOLL = frozenset({"leave", "kill", "claim", "injure", "wound", "hurt"})


def _toll(doc: Document, parse: Parse, match: Match, mentions: Sequence[Mention]) -> Iterator[Argument]:
    """The dead of "The attack left 12 dead": the number below the verb whose subject the attack is."""
    verb = parse.tokens[match.trigger].head
    if verb < 0 or parse.lemmas[verb] not in TOLL or parse.base(match.trigger) != "nsubj":
        return
    for mention in mentions:
        if mention.type != "quantity" or not parse.tokens[verb].end <= mention.span.start < parse.end:
            continue
        after = doc.text[mention.span.end : mention.span.end + 40].lower()
        words = re.findall(r"[a-z]+", after)[:3]
        if any(w in ("dead", "killed", "deaths", "lives") for w in words) or parse.lemmas[verb] in ("kill", "claim"):
            yield numbered("killed", doc, mention)
            return
