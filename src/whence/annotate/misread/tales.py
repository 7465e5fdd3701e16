"""Sentences that state nothing: tales, examples, what is bidden or called wrong."""

import re
from functools import cache

from whence.annotate.arguments.lookup import Lookup
from whence.annotate.misread.words import words_for
from whence.annotate.syntax import Parse
from whence.model import Claim

CLAUSE = re.compile(r"[^;:.,]*$")
IN_A_WORK = re.compile(
    r"(?:In|Throughout) (?:the|a|an|his|her|its|their|this) (?:\w+ )?(?P<work>\w+),\s", re.IGNORECASE
)
SUPPOSE = re.compile(
    r"(?:(?:For example|For instance|Now|So|But|Just),? )?(?:(?:Let us|Let's|Let’s) (?:suppose|imagine|assume)"
    r"|Suppos(?:e|ing)|(?:Imagine|Assume)(?= that\b| you\b| an? \w+))\b",
    re.IGNORECASE,
)


def is_wrongly_told(lookup: Lookup, claim: Claim) -> bool:
    """Whether the words before a claim say that it is wrong: "mistakenly described Duda as the owner"."""
    at = claim.trigger or claim.evidence
    before = CLAUSE.search(lookup.doc.text[claim.evidence.start : at.start])
    return before is not None and not words_for("wrongly").isdisjoint(before[0].lower().split())


def is_fiction(parse: Parse) -> bool:
    """Whether a sentence tells what happens in a novel or a film."""
    opened = IN_A_WORK.match(parse.text, parse.start)
    if opened is not None:
        return opened["work"].lower() in words_for("fiction")
    told = any(t.head < 0 and t.xpos in ("VBZ", "VBP") for t in parse.tokens)
    if told and _in_fiction().match(parse.text, parse.start):
        return True
    roots = [k for k, t in enumerate(parse.tokens) if t.head < 0 and parse.lemmas[k] in words_for("depicting")]
    subjects = [f.token for k in roots for f in parse.subjects(k)]
    return any(parse.lemmas[k] in words_for("fiction") for k in subjects)


def is_supposed(text: str, parse: Parse) -> bool:
    """Whether a sentence, or the first one of its paragraph, sets an example: "Suppose that Ada owns a yard"."""
    paragraph = text.rfind("\n", 0, parse.start) + 1
    if SUPPOSE.match(text, paragraph):
        return True
    first = next((k for k, t in enumerate(parse.tokens) if t.upos != "PUNCT"), 0)
    return (
        parse.lemmas[first] in words_for("supposing") and is_bidden(parse, first) and bool(parse.kids(first, "ccomp"))
    )


def is_bidden(parse: Parse, i: int) -> bool:
    """Whether a verb bids the reader do something: "take the ferry and visit the yard"."""
    first = parse.first_conjunct(i)
    token = parse.tokens[first]
    bare = all(
        parse.tokens[k].xpos == "VB" and not parse.kids(k, "nsubj", "nsubj:pass", "mark", "aux:pass")
        for k in (i, first)
    )
    auxiliary = [k for n in (i, first) for k in parse.kids(n, "aux") if parse.lemmas[k] != "do"]
    return bare and not auxiliary and (token.head < 0 or parse.base(first) == "parataxis")


def is_of_tale(parse: Parse, i: int) -> bool:
    """Whether it happens to somebody of a tale: "a fable about a king who killed his brother"."""
    for k in (i, *parse.path_up(i)):
        above = parse.tokens[k].head
        told = above >= 0 and parse.lemmas[above] in words_for("tales") and parse.preposition(k) in ("about", "of")
        if told and parse.tokens[k].upos == "NOUN":
            return True
    return False


@cache
def _in_fiction() -> re.Pattern[str]:
    """How a sentence opens that tells of a work: "In Ada Mensah's new novel “Tides”,", "In the last scene,"."""
    works = "|".join(sorted(words_for("fiction") - {"play"}))
    works += "|(?:season|episode|finale) of (?:the|his|her|its) (?:series|show|drama|saga)"
    return re.compile(
        rf"In (?:[^.;:,\"“]{{1,60}} )?(?:{works})(?:,| (?:(?:called|titled|by) )?[\"“‘A-Z][^.;:,]{{1,60}},)[”\"]?\s"
    )
