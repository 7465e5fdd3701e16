"""How sure, and whether at all: negation, denial, hedges, plans and conditions over a trigger in its tree."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from whence.annotate.syntax import Parse
from whence.vocab import load_words

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "nobody", "none"})
SPOKEN_DENIALS = frozenset({"deny", "reject", "disprove", "refute"})
CLAUSAL = frozenset({"xcomp", "ccomp", "advcl", "acl", "csubj", "obl", "nmod", "obj", "conj"})
# The weakest wins when several stand over one trigger.
STRENGTH = (
    "hypothetical",
    "intended",
    "accused",
    "alleged",
    "suspected",
    "believed",
    "claimed",
    "argued",
    "reported",
    "remote",
    "unlikely",
    "roughly_even",
    "likely",
    "almost_certain",
    "opinion",
)


@dataclass(frozen=True, slots=True)
class Modality:
    """The certainty and polarity of a claim, with the token range of the words that carry the certainty."""

    certainty: str = "asserted"
    polarity: str = "affirmed"
    cue: tuple[int, int] | None = None


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
def _verbs() -> Mapping[str, str]:
    return {verb: kind for kind, verbs in load_words("hedging_verbs.yaml").items() for verb in verbs}


@cache
def _modals() -> Mapping[str, str]:
    return {verb: kind for kind, verbs in load_words("modals.yaml").items() for verb in verbs}


def modality(parse: Parse, i: int) -> Modality:
    """The modality of trigger `i`: its own auxiliaries and adverbs, then what governs it, up to the sentence."""
    found: list[tuple[str, tuple[int, int] | None]] = []
    negations = 1 if _negated(parse, i) else 0
    denied = False
    found.extend(_own(parse, i))
    below = i
    for above in parse.path_up(i):
        relation = parse.base(below)
        if relation in ("obl", "nmod") and parse.tokens[below].upos in ("NOUN", "PROPN"):
            break
        if relation not in CLAUSAL or parse.tokens[below].deprel in ("acl:relcl", "appos", "nmod:poss"):
            break
        kind = _verbs().get(parse.lemmas[above])
        verbal = parse.tokens[above].upos in ("VERB", "AUX") and relation != "conj"
        if verbal and kind == "denied" and (relation in ("xcomp", "obj") or parse.lemmas[above] in SPOKEN_DENIALS):
            denied = True
        elif verbal and kind and _governs(parse, above, below, relation):
            found.append((kind, _range(parse, above)))
        if relation == "conj" or relation in ("xcomp", "acl"):
            found.extend(_own(parse, above, adverbial=relation == "xcomp"))
            negations += 1 if relation == "xcomp" and _negated(parse, above) else 0
        elif relation in ("obl", "nmod", "obj", "csubj") and verbal:
            found.extend(_own(parse, above, adverbial=False))
        if relation == "advcl" and parse.tokens[below].upos == "VERB" and _purpose(parse, below):
            found.append(("intended", None))
        if relation == "advcl" and _conditional(parse, below):
            found.append(("hypothetical", _range(parse, below)))
        if relation in ("ccomp", "advcl") and not denied:
            break
        below = above
    if _conditional(parse, i):
        found.append(("hypothetical", _range(parse, i)))
    if parse.text[parse.start : parse.end].rstrip(' ”"’)').endswith("?"):
        found.append(("hypothetical", None))
    polarity = "denied" if denied or negations % 2 else "affirmed"
    if not found:
        return Modality("asserted", polarity)
    kind, cue = min(found, key=lambda f: STRENGTH.index(f[0]) if f[0] in STRENGTH else len(STRENGTH))
    return Modality(kind, polarity, cue)


def _governs(parse: Parse, above: int, below: int, relation: str) -> bool:
    if relation in ("xcomp", "ccomp"):
        return True
    # "is suspected of playing", "accused of bribing"
    return (relation in ("advcl", "obl") and parse.preposition(below) in ("of", "") and parse.is_passive(above)) or (
        relation == "advcl" and any(parse.lemmas[m] in ("of", "for") for m in parse.kids(below, "mark"))
    )


def _own(parse: Parse, i: int, adverbial: bool = True) -> list[tuple[str, tuple[int, int] | None]]:
    found: list[tuple[str, tuple[int, int] | None]] = []
    for k in parse.kids(i, "aux"):
        kind = _modals().get(parse.lemmas[k]) or _modals().get(parse.word(k).lower())
        if kind:
            found.append((kind, _range(parse, k)))
    if adverbial:
        for k in parse.kids(i, "advmod", "amod", "obl", "parataxis", "compound"):
            # A quotation may open before the hedge.
            start = parse.tokens[min(n for n in parse.subtree(k) if n == k or parse.tokens[n].upos != "PUNCT")].start
            m = adverb_pattern().match(parse.text, start, parse.tokens[k].end)
            if m:
                found.append((adverbs()[m.group().lower()], (m.start(), m.end())))
    return found


def _negated(parse: Parse, i: int) -> bool:
    if any(parse.word(k).lower() in NEGATIONS for k in parse.kids(i, "advmod", "det", "cc:preconj", "mark")):
        return True
    if any(parse.lemmas[k] == "without" for k in parse.kids(i, "case", "mark")):
        return True
    # "No one was hurt": the determiner of the subject denies the whole.
    return any(
        parse.word(d).lower() in ("no", "neither") for f in parse.subjects(i)[:1] for d in parse.kids(f.token, "det")
    )


def _purpose(parse: Parse, i: int) -> bool:
    """Whether it is like "travelled to Lima to buy the yard": what is meant to come is not said to have come."""
    return any(parse.lemmas[m] == "to" for m in parse.kids(i, "mark"))


def _conditional(parse: Parse, i: int) -> bool:
    return any(parse.lemmas[m] in ("if", "unless", "whether") for m in parse.kids(i, "mark"))


def _range(parse: Parse, k: int) -> tuple[int, int]:
    return parse.tokens[k].start, parse.tokens[k].end
