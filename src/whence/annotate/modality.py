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
WANTING = frozenset(
    "order demand plan want seek propose threaten prepare urge request attempt recommend plot advocate oppose".split()
)
TELLS_TOO = frozenset({"tell", "warn", "agree", "advise", "decide", "call", "instruct", "need"})
TELLING = frozenset({"say", "claim", "tell", "suggest", "argue", "maintain", "allege"})
ANYBODY = frozenset({"some", "many", "others", "people", "few", "several", "one", "anyone", "everybody", "everyone"})
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
            if parse.preposition(below) == "for" and parse.lemmas[above] in ("call", "appeal", "ask", "plead"):
                found.append(("intended", _range(parse, above)))
            break
        if relation not in CLAUSAL or parse.tokens[below].deprel in ("acl:relcl", "appos", "nmod:poss"):
            break
        kind = _verbs().get(parse.lemmas[above])
        verbal = parse.tokens[above].upos in ("VERB", "AUX") and relation != "conj"
        if verbal and kind == "denied" and _denies(parse, above, below, relation):
            denied = True
        elif verbal and kind and kind != "denied" and _governs(parse, above, below, relation):
            found.append((kind, _range(parse, above)))
        elif relation == "ccomp" and _hearsay(parse, above):
            found.append(("reported", _range(parse, above)))
        if relation in ("xcomp", "ccomp", "advcl") and _ruled_out(parse, above):
            found.append(("hypothetical", _range(parse, above)))
        if relation == "conj" or relation in ("xcomp", "acl"):
            found.extend(_own(parse, above, adverbial=relation == "xcomp"))
            negations += 1 if relation == "xcomp" and _negated(parse, above) else 0
        elif relation in ("obl", "nmod", "obj", "csubj") and verbal:
            found.extend(_own(parse, above, adverbial=False))
        if relation == "advcl" and parse.tokens[below].upos == "VERB" and _purpose(parse, below):
            found.append(("intended", None))
        if relation == "advcl" and _conditional(parse, below):
            found.append(("hypothetical", _range(parse, below)))
        if relation == "ccomp" and _denied_report(parse, above):
            denied = True
        if relation in ("ccomp", "advcl") and not denied:
            break
        below = above
    if _conditional(parse, i):
        found.append(("hypothetical", _range(parse, i)))
    if _asked(parse, i):
        found.append(("hypothetical", None))
    if _bidden(parse, i) or _wished(parse, i):
        found.append(("intended", None))
    polarity = "denied" if denied or negations % 2 else "affirmed"
    if not found:
        return Modality("asserted", polarity)
    kind, cue = min(found, key=lambda f: STRENGTH.index(f[0]) if f[0] in STRENGTH else len(STRENGTH))
    return Modality(kind, polarity, cue)


def _wished(parse: Parse, i: int) -> bool:
    """Whether the verb stands in "for the port to close": what is to be done, not what is done."""
    marks = {parse.lemmas[k] for k in parse.kids(i, "mark")}
    subjects = [k for k in parse.children[i] if parse.base(k) == "nsubj"]
    return "to" in marks and ("for" in marks or any(parse.preposition(k) == "for" for k in subjects))


def _denies(parse: Parse, above: int, below: int, relation: str) -> bool:
    """Whether a verb of denial holds the clause; "denied the charge, saying he paid" does not deny that he paid."""
    if relation in ("xcomp", "obj"):
        return True
    if parse.lemmas[above] not in SPOKEN_DENIALS:
        return False
    first = min(k for k in parse.subtree(below) if parse.tokens[k].upos != "PUNCT")
    between = parse.text[parse.tokens[above].end : parse.tokens[first].start]
    marked = any(parse.lemmas[m] == "that" for m in parse.kids(below, "mark"))
    return relation not in ("ccomp", "advcl") or marked or not re.search(r"[,;]", between)


def _denied_report(parse: Parse, above: int) -> bool:
    """Whether "reports" that somebody denies was taken for a verb: "denied reports that rebels took it"."""
    over = parse.tokens[above].head
    denies = over >= 0 and parse.lemmas[over] in SPOKEN_DENIALS and not parse.kids(above, "nsubj")
    return denies and parse.word(above).lower() in ("reports", "claims", "allegations", "rumours", "rumors")


def _hearsay(parse: Parse, above: int) -> bool:
    """Whether nobody in particular says it: "some say that he ran the firm"."""
    tellers = {parse.lemmas[k] for k in parse.kids(above, "nsubj")}
    return parse.lemmas[above] in TELLING and bool(tellers & ANYBODY)


def _ruled_out(parse: Parse, above: int) -> bool:
    return parse.lemmas[above] == "rule" and any(
        parse.lemmas[k] == "out" for k in parse.kids(above, "compound:prt", "advmod")
    )


def _asked(parse: Parse, i: int) -> bool:
    """Whether the words around the trigger end as a question: "Is it run by the League? No." is one."""
    end = re.compile(r"[?!](?=[\s”\"’')]|$)|\.(?=\s+[A-Z“\"])").search(parse.text, parse.tokens[i].end, parse.end)
    return end is not None and end.group() == "?"


def _bidden(parse: Parse, i: int) -> bool:
    """Whether an order or a wish puts it: "directed that he be arrested"."""
    clause = parse.first_conjunct(i)
    helpers = [*parse.kids(i, "aux", "aux:pass", "cop")]
    told = parse.base(clause) == "ccomp" and any(parse.lemmas[m] == "that" for m in parse.kids(clause, "mark"))
    return told and len(helpers) == 1 and parse.word(helpers[0]).lower() == "be"


def _governs(parse: Parse, above: int, below: int, relation: str) -> bool:
    if relation == "ccomp" and parse.lemmas[above] in TELLS_TOO:
        # "told reporters that", "agreed that": what is told in a clause of its own is not what is wanted.
        return not any(parse.base(k) in ("nsubj", "csubj") for k in parse.children[below])
    if relation in ("xcomp", "ccomp"):
        return True
    if relation == "obj":  # "ordered his arrest"
        return parse.tokens[below].upos == "NOUN" and parse.lemmas[above] in WANTING
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
    beside = [k for k in parse.kids(i, "ccomp", "parataxis") if k > i and _thrown_in(parse, k)]
    found.extend((_verbs()[parse.lemmas[k]], _range(parse, k)) for k in beside)
    if adverbial:
        for k in parse.kids(i, "advmod", "amod", "obl", "parataxis", "compound"):
            # A quotation may open before the hedge.
            start = parse.tokens[min(n for n in parse.subtree(k) if n == k or parse.tokens[n].upos != "PUNCT")].start
            m = adverb_pattern().match(parse.text, start, parse.tokens[k].end)
            if m:
                found.append((adverbs()[m.group().lower()], (m.start(), m.end())))
    return found


def _thrown_in(parse: Parse, k: int) -> bool:
    """Whether it is like "he reported, we all believe, to nobody": a hedge between commas."""
    if _verbs().get(parse.lemmas[k]) not in ("believed", "suspected", "alleged"):
        return False
    subjects = parse.kids(k, "nsubj")
    if not subjects or parse.tokens[subjects[0]].upos != "PRON" or parse.kids(k, "mark", "obj", "ccomp", "xcomp"):
        return False
    before = parse.text[: parse.tokens[subjects[0]].start].rstrip()
    return before.endswith(",") and parse.text[parse.tokens[k].end : parse.tokens[k].end + 1] == ","


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
