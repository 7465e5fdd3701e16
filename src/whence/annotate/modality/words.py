"""Words that make a thing less sure, and what they lend."""

import re
from collections.abc import Mapping
from functools import cache

from whence.annotate.lemmas import verb_lemma
from whence.annotate.syntax import Parse
from whence.vocab import load_words

CONVICTING = frozenset("convict sentence jail imprison fine prosecute indict try arraign condemn".split())
SPOKEN_DENIALS = frozenset({"deny", "reject", "disprove", "refute", "dispute", "contest"})
CLEARING = frozenset({"clear", "acquit", "exonerate", "absolve"})
# Whoever does not say these does not know whether the clause below is so; the others take it for granted.
UNSETTLED = frozenset(
    """
    say tell claim allege argue assert report suggest believe think suppose state announce declare confirm prove show
    indicate verify establish determine maintain imply mean convince find rule conclude testify contend insist accept
    admit hint
    """.split()
)
CLAUSES = frozenset({"ccomp", "csubj"})
WANTING = frozenset(
    "order demand plan want seek propose threaten prepare urge request attempt recommend plot advocate oppose".split()
)


@cache
def adverbs() -> Mapping[str, str]:
    """Hedging adverb or phrase to its certainty."""
    return {phrase: kind for kind, phrases in load_words("hedges.yaml").items() for phrase in phrases}


@cache
def adverb_pattern() -> re.Pattern[str]:
    """One expression for all of them, the longest first."""
    phrases = sorted(adverbs(), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(p) for p in phrases) + r")(?!\w)", re.IGNORECASE)


@cache
def hedging_verbs() -> Mapping[str, str]:
    """Verb to the certainty that it lends to what it governs."""
    lists = load_words("hedging_verbs.yaml")
    return {verb: kind for kind, verbs in lists.items() if kind != "held" for verb in verbs}


@cache
def holding_verbs() -> frozenset[str]:
    """Verbs of holding somebody for a deed."""
    return frozenset(load_words("hedging_verbs.yaml")["held"])


@cache
def hedging_nouns() -> Mapping[str, str]:
    """Noun to the certainty that it lends to what it tells."""
    return {noun: kind for kind, nouns in load_words("hedging_nouns.yaml").items() for noun in nouns}


@cache
def hedging_adjectives(denied: bool) -> Mapping[str, str]:
    """Adjective to what it says of the clause below it, when it is said or when it is denied."""
    lists = load_words("hedging_adjectives.yaml").items()
    kinds = [(k, words) for k, words in lists if not k.startswith("to_")]
    return {w: k.removeprefix("not_") for k, words in kinds if k.startswith("not_") == denied for w in words}


@cache
def adjectives_with_to() -> Mapping[str, str]:
    """Adjectives that say something of the clause below them where it begins with "to"."""
    lists = load_words("hedging_adjectives.yaml").items()
    return {w: k.removeprefix("to_") for k, words in lists if k.startswith("to_") for w in words}


@cache
def modals() -> Mapping[str, str]:
    """Modal verb to the certainty that it lends."""
    return {verb: kind for kind, verbs in load_words("modals.yaml").items() for verb in verbs}


def lemma_of(parse: Parse, k: int) -> str:
    """The lemma of a verb, also where the reader takes its participle for an adjective ("is suspected of")."""
    return parse.lemmas[k] if parse.tokens[k].upos == "VERB" else verb_lemma(parse.word(k).lower(), parse.lemmas[k])


def is_verbal(parse: Parse, k: int) -> bool:
    """Whether a word is a verb, or a participle read as something else."""
    return parse.tokens[k].upos in ("VERB", "AUX") or (
        parse.tokens[k].upos in ("ADJ", "PART", "X", "NOUN") and lemma_of(parse, k) != parse.lemmas[k]
    )


def opener(parse: Parse, clause: int) -> str:
    """The word that opens a clause: its mark, or the "that" before it which the tree hangs elsewhere."""
    own = [parse.lemmas[m] for m in parse.kids(clause, "mark", "case") if m < clause]
    first = min(parse.subtree(clause))
    opens = [parse.lemmas[k] for k in (first, first - 1) if 0 <= k < clause]
    return own[0] if own else ("that" if "that" in opens else "")


def is_marked(parse: Parse, clause: int, *marks: str) -> bool:
    """Whether one of these marks opens a clause."""
    return any(parse.lemmas[m] in marks for m in parse.kids(clause, "mark", "case"))


def range_of(parse: Parse, k: int) -> tuple[int, int]:
    """Where a token stands."""
    return parse.tokens[k].start, parse.tokens[k].end
