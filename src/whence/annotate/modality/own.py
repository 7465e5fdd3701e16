"""What a verb says of itself: its auxiliaries and adverbs, and what it takes for granted."""

from whence.annotate.modality.plans import to_be
from whence.annotate.modality.words import adverb_pattern, adverbs, hedging_verbs, modals, range_of
from whence.annotate.syntax import Parse


def presupposed(parse: Parse, i: int) -> bool:
    """Whether it is taken for granted by whoever tells of it: "those 12 boats", "the mill that burned"."""
    if parse.tokens[i].deprel == "acl:relcl":
        past = [k for k in (i, *parse.kids(i, "aux", "aux:pass", "cop")) if parse.tokens[k].xpos == "VBD"]
        modal = any(parse.tokens[k].xpos == "MD" for k in parse.kids(i, "aux"))
        return bool(past) and not modal and _is_definite(parse, parse.tokens[i].head)
    counted = any(parse.tokens[k].upos == "NUM" for k in parse.kids(i, "nummod"))
    return counted and parse.tokens[i].upos == "NOUN" and _is_definite(parse, i)


def _is_definite(parse: Parse, noun: int) -> bool:
    """Whether a noun points at what is known, and is not what somebody is asked to be."""
    pointed = any(parse.lemmas[k] in ("the", "this", "that", "these", "those") for k in parse.kids(noun, "det"))
    return (pointed or bool(parse.kids(noun, "nmod:poss"))) and not parse.kids(noun, "cop")


def own_hedges(parse: Parse, i: int, adverbial: bool = True) -> list[tuple[str, tuple[int, int] | None]]:
    """What the auxiliaries and adverbs of a word lend it, each with its place."""
    found: list[tuple[str, tuple[int, int] | None]] = []
    for k in parse.kids(i, "aux"):
        kind = modals().get(parse.lemmas[k]) or modals().get(parse.word(k).lower())
        if kind:
            found.append((kind, range_of(parse, k)))
    if due := to_be(parse, i):
        found.append(("intended", due))
    beside = [k for k in parse.kids(i, "ccomp", "parataxis") if k > i and _thrown_in(parse, k)]
    found.extend((hedging_verbs()[parse.lemmas[k]], range_of(parse, k)) for k in beside)
    if adverbial:
        for k in parse.kids(i, "advmod", "amod", "obl", "parataxis", "compound"):
            # A quotation may open before the hedge.
            start = parse.tokens[min(n for n in parse.subtree(k) if n == k or parse.tokens[n].upos != "PUNCT")].start
            m = adverb_pattern().match(parse.text, start, parse.tokens[k].end)
            if m and (m.end() > parse.tokens[k].start or _agent(parse, i, k)):  # not "apparently at night"
                found.append((adverbs()[m.group().lower()], (m.start(), m.end())))
    return found


def _agent(parse: Parse, i: int, k: int) -> bool:
    return parse.preposition(k) == "by" and parse.is_passive(i)


def _thrown_in(parse: Parse, k: int) -> bool:
    """Whether it is like "he reported, we all believe, to nobody": a hedge between commas."""
    if hedging_verbs().get(parse.lemmas[k]) not in ("believed", "suspected", "alleged"):
        return False
    subjects = parse.kids(k, "nsubj")
    if not subjects or parse.tokens[subjects[0]].upos != "PRON" or parse.kids(k, "mark", "obj", "ccomp", "xcomp"):
        return False
    before = parse.text[: parse.tokens[subjects[0]].start].rstrip()
    return before.endswith(",") and parse.text[parse.tokens[k].end : parse.tokens[k].end + 1] == ","
