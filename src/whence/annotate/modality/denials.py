"""Negation and denial: what was not done, or by nobody, or is said not to be so."""

import itertools
import re

from whence.annotate.modality.words import CLEARING, SPOKEN_DENIALS, WANTING, is_marked, lemma_of
from whence.annotate.syntax import Parse
from whence.vocab import word_set

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "nobody", "none"})
NOBODY = frozenset({"nobody", "none", "nothing"})
EXCEPTING = frozenset({"but", "except", "other", "besides", "save", "apart"})  # "nobody but Duda came": Duda did
BOUNDING = frozenset({"more", "fewer", "less", "later", "longer"})
CLAIMING_IT = frozenset({"claim", "accept", "take", "admit", "assume", "bear", "acknowledge"})
OCCASIONS = frozenset("time way point stage moment occasion account mean circumstance".split())  # "at no time"
DISPUTING = frozenset({"dispute", "contest"})  # only with a clause: who disputes an election does not deny it
FEIGNING = frozenset({"lie", "pretend", "feign"})  # "pretended that she had met him": she had not
REFUSING = frozenset({"refuse", "decline", "fail"})  # "refused to confirm that he came"
ONLY = frozenset({"only", "just", "merely", "simply", "least"})
UNABLE = frozenset({"unable", "unwilling", "reluctant"})
WRONG = frozenset({"wrong", "false", "untrue", "mistake", "lie", "mistaken", "incorrect", "absurd", "nonsense"})
_INTO = ("in", "for", "of", "to", "with", "")


def is_unsaid(parse: Parse, verb: int) -> bool:
    """Whether a verb is denied or refused, by itself or by "nobody" as its subject."""
    nobody = any(parse.lemmas[f.token] in ("nobody", "none") for f in parse.subjects(verb))
    short = any(k and parse.lemmas[k] == "of" and parse.lemmas[k - 1] == "short" for k in parse.kids(verb, "mark"))
    return nobody or short or is_negated(parse, verb) or _is_refused(parse, verb)  # "stopped short of saying"


def _is_refused(parse: Parse, verb: int) -> bool:
    """Whether somebody will not or cannot say it: "refused to confirm that he left", "was unable to say"."""
    above = parse.tokens[verb].head
    refused = above >= 0 and parse.base(verb) in ("xcomp", "ccomp") and parse.lemmas[above] in REFUSING | UNABLE
    return refused and not is_negated(parse, above)


def is_wrong_to_tell(parse: Parse, verb: int) -> bool:
    """Whether it is called wrong to say so: "it would be wrong to claim that he left", "a lie to say that"."""
    above = parse.tokens[verb].head
    called = above >= 0 and parse.base(verb) in ("csubj", "xcomp", "ccomp", "acl", "advcl")
    called = called and parse.lemmas[above] in WRONG and bool(parse.kids(above, "cop"))
    return called and parse.is_infinitive(verb) and not is_negated(parse, above)


def is_spared(parse: Parse, verb: int) -> bool:
    """Whether somebody in particular was not convicted: "nobody was convicted of the murder" does not take it back."""
    nobody = any(denies_all(parse, k) for k in parse.kids(verb, "nsubj:pass", "obj"))
    return is_negated(parse, verb) and not nobody


def denies_clause(parse: Parse, above: int, below: int, relation: str) -> bool:
    """Whether a verb of denial holds the clause; "denied the charge, saying he paid" does not deny that he paid."""
    if lemma_of(parse, above) in DISPUTING and relation != "ccomp":
        return False
    if relation in ("xcomp", "obj"):
        return True
    if lemma_of(parse, above) in FEIGNING:
        return relation == "ccomp"
    if relation == "advcl" and is_marked(parse, below, "from"):
        return True  # "barred from entering"
    if relation == "advcl" and is_marked(parse, below, "of"):
        return lemma_of(parse, above) in CLEARING
    if lemma_of(parse, above) not in SPOKEN_DENIALS:
        return False
    first = min(k for k in parse.subtree(below) if parse.tokens[k].upos != "PUNCT")
    between = parse.text[parse.tokens[above].end : parse.tokens[first].start]
    marked = any(parse.lemmas[m] == "that" for m in parse.kids(below, "mark"))
    return relation not in ("ccomp", "advcl") or marked or not re.search(r"[,;]", between)


def denied_report(parse: Parse, above: int) -> bool:
    """Whether "reports" that somebody denies was taken for a verb: "denied reports that rebels took it"."""
    over = parse.tokens[above].head
    denies = over >= 0 and parse.lemmas[over] in SPOKEN_DENIALS and not parse.kids(above, "nsubj")
    return denies and parse.word(above).lower() in ("reports", "claims", "allegations", "rumours", "rumors")


def ruled_out(parse: Parse, above: int) -> bool:
    """Whether a verb rules out what it governs."""
    return parse.lemmas[above] == "rule" and any(
        parse.lemmas[k] == "out" for k in parse.kids(above, "compound:prt", "advmod")
    )


def disowner(parse: Parse, i: int) -> int | None:
    """The verb by which somebody says that a deed, told by the noun `i`, was not his; None where nobody does.

    "Duda denied any part in the killing", "had no hand in the raid", "denied being behind the attack".
    """
    token = parse.tokens[i]
    if token.upos != "NOUN" or parse.lemmas[i] in word_set("disowned.yaml", "befalls"):
        return None
    behind = parse.preposition(i) == "behind" and bool(parse.kids(i, "cop"))
    share = i if behind else _share(parse, i)
    if share is None or is_claimed(parse, share):
        return None
    below = share
    for k in (share, *parse.path_up(share)):
        if k != share and parse.base(below) not in ("obj", "xcomp", "ccomp", "obl", "advcl", "acl"):
            return None
        if parse.lemmas[k] in SPOKEN_DENIALS - DISPUTING and k != share:
            return None if is_negated(parse, k) else k
        if is_negated(parse, k) or (k != share and any(parse.lemmas[n] == "nothing" for n in parse.kids(k, "obj"))):
            return k if parse.tokens[k].upos in ("VERB", "ADJ") or behind else parse.governor(k)
        below = k
    return None


def is_claimed(parse: Parse, share: int) -> bool:
    """Whether only nobody says that it was his: "no group has claimed responsibility for the raid"."""
    verb = parse.governor(share)
    return verb >= 0 and parse.base(share) == "obj" and parse.lemmas[verb] in CLAIMING_IT


def _share(parse: Parse, i: int) -> int | None:
    """The word for a share in the deed `i`: *involvement* in "any involvement in the killing"."""
    below = i
    for k in itertools.islice(parse.path_up(i), 3):
        if parse.base(below) not in ("nmod", "obl", "obj") or parse.preposition(below) not in _INTO:
            return None
        if parse.lemmas[k] in word_set("disowned.yaml", "hands"):
            return k
        if parse.lemmas[k] == "do":  # "anything to do with the killing"
            thing = parse.tokens[k].head
            return thing if thing >= 0 and parse.lemmas[thing] in ("nothing", "anything") else None
        if parse.tokens[k].upos == "VERB" and (held := [n for n in parse.kids(k, "obj") if n < i]):
            return held[0] if parse.lemmas[held[0]] in word_set("disowned.yaml", "hands") else None
        below = k
    return None


def is_negated(parse: Parse, i: int) -> bool:
    """Whether a word is denied by what stands with it: "did not come", "nobody came", "no raid"."""
    kids = [*parse.kids(i, "advmod", "det", "cc:preconj", "mark"), *(k for k in parse.kids(i, "cc") if k < i)]
    own = [k for k in kids if parse.word(k).lower() in NEGATIONS]
    if any(k + 1 >= len(parse.tokens) or parse.lemmas[k + 1] not in ONLY for k in own):  # "not only"
        return True
    if any(parse.lemmas[k] == "without" for k in parse.kids(i, "case", "mark")):
        return True
    if any(
        parse.word(k).lower() == "longer" and parse.word(k - 1).lower() == "no" for k in parse.kids(i, "advmod") if k
    ):
        return True
    if any(_preferred(parse, k) for k in parse.kids(i, "cc", "mark", "case") if k < i):
        return True
    return _never_so(parse, i) or any(denies_all(parse, k) for k in _taking_part(parse, i))


def _taking_part(parse: Parse, i: int) -> list[int]:
    """Of whom or what a verb tells: its subjects, in the passive too, and its object."""
    doers = [f.token for f in parse.subjects(i)[:1]]
    done = () if parse.lemmas[i] in WANTING else parse.kids(i, "obj")  # whoever orders no arrests gives an order
    done = [k for k in done if parse.word(k - 1) != ","]  # "three were hurt, none by shells"
    # Behind the verb nobody is its second subject: "whether she will pay it, nobody knows".
    subjects = [k for k in parse.kids(i, "nsubj:pass", "nsubj") if k < i or not doers]
    return [*doers, *subjects, *done]


def denies_all(parse: Parse, k: int) -> bool:
    """Whether a word denies what is told of it: "nobody", "no civilians", "none of the men"; not "nobody but Duda"."""
    nobody = parse.lemmas[k] in NOBODY and parse.tokens[k].upos in ("PRON", "DET", "NOUN")
    dets = [d for d in parse.kids(k, "det", "cc:preconj", "cc") if parse.word(d).lower() in ("no", "neither")]
    no = any(parse.word(d + 1).lower() not in BOUNDING for d in dets)  # "no more than five"
    return (nobody or no or _not_one(parse, k)) and not any(parse.lemmas[n] in EXCEPTING for n in parse.subtree(k))


def _not_one(parse: Parse, k: int) -> bool:
    """Whether "not a single" or "not one" opens a noun: "not a single clerk was held"."""
    nots = [n for n in parse.kids(k, "advmod") if n < k and parse.lemmas[n] == "not"]
    behind = [parse.lemmas[m] for n in nots for m in range(n + 1, k)]
    return behind[:2] == ["a", "single"] or behind[:1] == ["one"]


def is_done_by_nobody(parse: Parse, i: int) -> bool:
    """Whether nobody does what a verb tells."""
    return any(denies_all(parse, f.token) for f in parse.subjects(i)[:1])


def _never_so(parse: Parse, i: int) -> bool:
    """Whether it is told of no time and in no way: "at no time did Duda command it"."""
    told = (k for k in parse.kids(i, "obl") if k < i and parse.preposition(k))
    return any(parse.lemmas[k] in OCCASIONS and denies_all(parse, k) for k in told)


def _preferred(parse: Parse, k: int) -> bool:
    """Whether what follows did not happen for the sake of something else: "resigned rather than report to him"."""
    after = parse.word(k + 1).lower() if k + 1 < len(parse.tokens) else ""
    return (parse.word(k).lower(), after) in (("rather", "than"), ("instead", "of"))
