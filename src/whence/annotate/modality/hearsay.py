"""What is only said, held or charged: the words that lend a clause or a deed less than certainty."""

import itertools

from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.modality.denials import denies_all, is_negated, is_spared
from whence.annotate.modality.words import (
    CLAUSES,
    CLEARING,
    CONVICTING,
    WANTING,
    adjectives_with_to,
    hedging_adjectives,
    hedging_nouns,
    hedging_verbs,
    holding_verbs,
    is_marked,
    is_verbal,
    lemma_of,
    opener,
)
from whence.annotate.syntax import Parse
from whence.annotate.untrue import is_called_untrue

PENDING = frozenset({"threat", "plan", "plot", "possibility", "prospect", "chance", "risk", "danger", "hope"})
BEING = frozenset({"be", "exist", "emerge", "appear"})
TELLS_TOO = frozenset({"tell", "warn", "agree", "advise", "decide", "call", "instruct", "need"})
TELLING = frozenset({"say", "claim", "tell", "suggest", "argue", "maintain", "allege", "understand", "rumour", "rumor"})
SUPPOSED = frozenset({"report", "presume"})
DESCRIBING = frozenset("describe portray depict characterise characterize label brand present identify".split())
ANYBODY = frozenset({"some", "many", "others", "people", "few", "several", "one", "anyone", "everybody", "everyone"})
GIVING = frozenset({"give", "list", "record", "register", "show"})
PAPERS = frozenset(
    "paper deed register file filing record document contract certificate ledger extract invoice page report".split()
)
CONCEDING = ("although", "though", "because", "while", "when", "since", "as", "after", "before")


def is_content(parse: Parse, noun: int, clause: int) -> bool:
    """Whether a clause that a tree takes for a relative one says what a noun tells: "evidence that he paid them"."""
    marked = any(parse.lemmas[k] == "that" for k in parse.kids(clause, "mark"))
    return marked and parse.lemmas[noun] in hedging_nouns() and bool(parse.kids(clause, "nsubj", "nsubj:pass"))


def takes_part(parse: Parse, i: int) -> bool:
    """Whether the trigger is a noun for a person beside a verb: "stopped his cousin" denies no kinship."""
    role = parse.base(i) in ("nsubj", "obj", "iobj", "obl") and parse.preposition(i) != "as"
    return role and parse.tokens[i].upos == "NOUN" and noun_type(parse.lemmas[i], parse.word(i).lower()) == "person"


def lends_hedge(parse: Parse, verb: int, kind: str | None) -> bool:
    """Whether a verb hedges by itself; one of reporting does not when it is said who reports."""
    tellers = {parse.lemmas[f.token] for f in parse.subjects(verb)} if kind == "reported" else set()
    return bool(kind) and kind != "denied" and not (tellers and not tellers & ANYBODY)


def lent_by_predicate(parse: Parse, above: int, below: int, relation: str) -> str:
    """The certainty that a noun or adjective lends to the clause below it, "denied" where it denies it, "" if none."""
    kind = parse.tokens[above].upos
    if kind == "NOUN" and relation == "acl" and opener(parse, below) in ("that", "to", "of", "whether"):
        return "denied" if is_called_untrue(parse, above) else _by_noun(parse, above)
    if kind == "VERB" and relation == "xcomp" and (parse.is_passive(above) or parse.is_participle(above)):
        told = hedging_adjectives(False).get(parse.word(above).lower(), "")
        return told if told == "intended" else ""  # "is set to replace her"
    if kind == "ADJ" and relation == "advcl" and is_marked(parse, below, *CONCEDING):
        return ""  # "although she was born in Osh, it was uncertain who she was"
    if kind == "ADJ" and relation in (*CLAUSES, "xcomp", "advcl"):
        told = hedging_adjectives(is_negated(parse, above)).get(parse.lemmas[above], "")
        told = told or (adjectives_with_to().get(parse.lemmas[above], "") if opener(parse, below) == "to" else "")
        meant = told == "alleged" and not parse.kids(below, "aux")  # "supposed to meet", "supposed to have met"
        return "intended" if meant else told
    return ""


def lent_to_deed(parse: Parse, above: int, below: int) -> str:
    """The certainty of a deed that a noun tells: "charged with the murder of", "rumours of the arrest of"."""
    lemma, preposition = lemma_of(parse, above), parse.preposition(below)
    if parse.tokens[above].upos == "NOUN" and preposition in ("of", "for"):
        told = _by_noun(parse, above)
        return told if preposition == "for" or told not in ("intended", "hypothetical") or lemma in PENDING else ""
    if preposition == "from" and hedging_verbs().get(lemma) == "denied":
        return "hypothetical"  # "will abstain from attacks on the port"
    if preposition == "for" and lemma == "responsible":
        holders = itertools.islice(parse.path_up(above), 2)
        return "accused" if any(parse.lemmas[k] == "hold" for k in holders) else ""
    if preposition == "for" and lemma in ("call", "appeal", "ask", "plead"):
        return "intended"
    if preposition in ("of", "with", "for", "over", "in", "in connection with") and is_verbal(parse, above):
        if lemma in CLEARING and preposition == "of":
            return "denied"
        blamed = parse.is_passive(above) or parse.is_participle(above) or parse.kids(above, "obj")
        kind = (
            "suspected"
            if lemma in holding_verbs() and preposition not in ("of", "with")
            else hedging_verbs().get(lemma, "")
        )
        if lemma in CONVICTING and is_spared(parse, above):
            return "hypothetical"  # "was never convicted of the murder"
        by_nobody = any(denies_all(parse, k) for k in parse.kids(above, "nsubj:pass", "obj"))
        if by_nobody or not blamed or kind not in ("accused", "suspected"):
            return ""
        return "hypothetical" if is_spared(parse, above) else kind  # "was not charged with the murder"
    return ""


def said_to_be(parse: Parse, verb: int, noun: int) -> str:
    """That it is reported: "is described as its owner", which nobody in particular says; "a deed gives X as owner".

    A paper's word is no more than that.
    """
    if lemma_of(parse, verb) in GIVING and parse.preposition(noun) == "as" and not parse.is_passive(verb):
        givers = [parse.lemmas[f.token] for f in parse.subjects(verb)]
        return "reported" if all(g in PAPERS for g in givers) else ""
    nobody = parse.is_passive(verb) and not parse.kids(verb, "obl:agent")
    described = lemma_of(parse, verb) in DESCRIBING and parse.preposition(noun) == "as"
    return "reported" if nobody and described else ""


def _by_noun(parse: Parse, noun: int) -> str:
    told = hedging_nouns().get(parse.lemmas[noun], "")
    verb = parse.tokens[noun].head
    without = any(parse.lemmas[k] in ("no", "little") for k in parse.kids(noun, "det", "amod"))
    there = parse.base(noun) == "obj" or (parse.base(noun) == "nsubj" and verb >= 0 and parse.lemmas[verb] in BEING)
    without = without or (verb >= 0 and there and is_negated(parse, verb))
    if told == "denied":
        return "" if without else "denied"
    if without:
        return "denied" if told == "unproven" else "hypothetical" if told else ""
    return "" if told == "unproven" else told


def is_hearsay(parse: Parse, above: int, relation: str) -> bool:
    """Whether nobody in particular says it: "some say that he ran the firm", "he is said to have run it"."""
    lemma = lemma_of(parse, above)
    tellers = {parse.lemmas[k] for k in parse.kids(above, "nsubj")}
    nobody = parse.is_passive(above) and not parse.subjects(above) and (lemma != "tell" or relation == "ccomp")
    if relation == "xcomp" and lemma in SUPPOSED:
        return parse.is_passive(above)  # "was reported killed by two papers", whoever they are
    return lemma in TELLING and (nobody or (relation == "ccomp" and bool(tellers & ANYBODY)))


def governs_clause(parse: Parse, above: int, below: int, relation: str) -> bool:
    """Whether what a verb or an adjective lends goes to the clause below it."""
    if parse.tokens[above].upos == "ADJ" and parse.kids(above, "cop"):
        return False  # "it is telling that they left"
    if relation == "ccomp" and parse.lemmas[above] in TELLS_TOO:
        # "told reporters that", "agreed that": what is told in a clause of its own is not what is wanted.
        finite = any(
            parse.tokens[k].xpos in ("VBD", "VBZ", "VBP") for k in (below, *parse.kids(below, "aux", "aux:pass"))
        )
        return not finite and not any(parse.base(k) in ("nsubj", "csubj") for k in parse.children[below])
    if relation in ("xcomp", "ccomp") or (relation == "csubj" and above < below):
        # "asked who had burned the mill": it was burned.
        return not any(parse.lemmas[k] in ("who", "whom") for k in parse.kids(below, "nsubj", "obj"))
    if relation == "obj":  # "ordered his arrest"
        return parse.tokens[below].upos == "NOUN" and parse.lemmas[above] in WANTING
    # "is suspected of playing", "accused of bribing", "charged with killing"
    if parse.kids(below, "nsubj", "nsubj:pass"):
        return False  # "told the Tide so, with the Herald reporting that it burned"
    return (relation in ("advcl", "obl") and parse.preposition(below) in ("of", "") and parse.is_passive(above)) or (
        relation == "advcl" and any(parse.lemmas[m] in ("of", "for", "with") for m in parse.kids(below, "mark"))
    )
