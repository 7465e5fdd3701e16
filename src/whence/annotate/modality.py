"""How sure, and whether at all: negation, denial, hedges, plans and conditions over a trigger in its tree."""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from whence.annotate.lemmas import verb_lemma
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.syntax import Parse
from whence.annotate.untrue import is_called_untrue
from whence.vocab import load_words, word_set

# A question's mark, or the end of a sentence before it.
_STOP = re.compile(r"[?!](?=[\s”\"’')]|$)|\.(?=\s+[A-Z“\"])")
# What opens a sentence that asks, whatever it quotes.
ASKING = re.compile(
    r"[\"“‘'«\s]*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|shall|may|might|must"
    r"|who|whom|whose|what|which|when|where|why|how)\b",
    re.IGNORECASE,
)
QUOTE_MARK = re.compile("[“”«»\"]|``|''")
CLOSING = frozenset({"”", "»", "''"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "nobody", "none"})
NOBODY = frozenset({"nobody", "none", "nothing"})
EXCEPTING = frozenset({"but", "except", "other", "besides", "save", "apart"})  # "nobody but Duda came": Duda did
BOUNDING = frozenset({"more", "fewer", "less", "later", "longer"})
CLAIMING_IT = frozenset({"claim", "accept", "take", "admit", "assume", "bear", "acknowledge"})
CONVICTING = frozenset("convict sentence jail imprison fine prosecute indict try arraign condemn".split())
OCCASIONS = frozenset("time way point stage moment occasion account mean circumstance".split())  # "at no time"
KEEPING = frozenset({"ban", "suspend", "exclude", "keep", "discourage"})  # only with "from": "banned from running it"
SPOKEN_DENIALS = frozenset({"deny", "reject", "disprove", "refute", "dispute", "contest"})
DISPUTING = frozenset({"dispute", "contest"})  # only with a clause: who disputes an election does not deny it
FEIGNING = frozenset({"lie", "pretend", "feign"})  # "pretended that she had met him": she had not
REFUSING = frozenset({"refuse", "decline", "fail"})  # "refused to confirm that he came"
CLEARING = frozenset({"clear", "acquit", "exonerate", "absolve"})
# Whoever does not say these does not know whether the clause below is so; the others take it for granted.
UNSETTLED = frozenset(
    """
    say tell claim allege argue assert report suggest believe think suppose state announce declare confirm prove show
    indicate verify establish determine maintain imply mean convince find rule conclude testify contend insist accept
    admit hint
    """.split()
)
RAISING = frozenset({"think", "believe", "suppose", "expect"})  # "do not think that he came": he did not, they think
CLAUSES = frozenset({"ccomp", "csubj"})
PENDING = frozenset({"threat", "plan", "plot", "possibility", "prospect", "chance", "risk", "danger", "hope"})
# What these are about has happened.
OF_WHAT_WAS = frozenset(
    """
    protest condemn denounce deplore avenge investigate probe mourn commemorate mark regret lament criticise criticize
    survive witness recall remember solve punish prosecute explain forget forgive foresee detect notice
    """.split()
)
KEEPING_OR_LOSING = frozenset({"lose", "relinquish", "cede", "surrender", "forfeit", "retain", "maintain"})
FIXED = frozenset({"schedule", "plan", "expect", "postpone", "cancel", "slate"})
BEING = frozenset({"be", "exist", "emerge", "appear"})
BARE_IF = frozenset({"have", "should", "be", "do"})  # "Had he come, ...", "Should he come, ..."
PRESENT = frozenset({"VBZ", "VBP"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided", "providing", "supposing", "assuming"})
HANGING_ON = CONDITIONS - {"whether", "lest"}  # "if she resigns, Duda will lead it"
ONLY = frozenset({"only", "just", "merely", "simply", "least"})
UNABLE = frozenset({"unable", "unwilling", "reluctant"})
WRONG = frozenset({"wrong", "false", "untrue", "mistake", "lie", "mistaken", "incorrect", "absurd", "nonsense"})
WRONGLY = frozenset({"wrongly", "falsely", "mistakenly", "erroneously", "incorrectly", "inaccurately"})
CLAUSAL = frozenset({"xcomp", "ccomp", "advcl", "acl", "csubj", "obl", "nmod", "obj", "conj"})
KINDS_OF = frozenset({"form", "kind", "type", "sort", "act"})
WANTING = frozenset(
    "order demand plan want seek propose threaten prepare urge request attempt recommend plot advocate oppose".split()
)
TELLS_TOO = frozenset({"tell", "warn", "agree", "advise", "decide", "call", "instruct", "need"})
TELLING = frozenset({"say", "claim", "tell", "suggest", "argue", "maintain", "allege", "understand", "rumour", "rumor"})
SUPPOSED = frozenset({"report", "presume"})
DESCRIBING = frozenset("describe portray depict characterise characterize label brand present identify".split())
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
    lists = load_words("hedging_verbs.yaml")
    return {verb: kind for kind, verbs in lists.items() if kind != "held" for verb in verbs}


@cache
def _held() -> frozenset[str]:
    return frozenset(load_words("hedging_verbs.yaml")["held"])


@cache
def _nouns() -> Mapping[str, str]:
    return {noun: kind for kind, nouns in load_words("hedging_nouns.yaml").items() for noun in nouns}


@cache
def _adjectives(denied: bool) -> Mapping[str, str]:
    """Adjective to what it says of the clause below it, when it is said or when it is denied."""
    lists = load_words("hedging_adjectives.yaml").items()
    kinds = [(k, words) for k, words in lists if not k.startswith("to_")]
    return {w: k.removeprefix("not_") for k, words in kinds if k.startswith("not_") == denied for w in words}


@cache
def _adjectives_to() -> Mapping[str, str]:
    """Adjectives that say something of the clause below them where it begins with "to"."""
    lists = load_words("hedging_adjectives.yaml").items()
    return {w: k.removeprefix("to_") for k, words in lists if k.startswith("to_") for w in words}


@cache
def _modals() -> Mapping[str, str]:
    return {verb: kind for kind, verbs in load_words("modals.yaml").items() for verb in verbs}


# "Hired in May to replace Duda" has replaced her, "was appointed to serve as judge" served; "named her to succeed him":
# she has not yet.
HIRING = frozenset({"hire", "appoint", "elect", "install", "promote", "recruit"})
COMING_AFTER = frozenset({"replace", "succeed", "serve"})
# "Went on to become", "was promoted to become", "left to become": it came about.
RISING = frozenset("go promote elevate raise rise climb grow return leave quit retire live".split())
# "Beat Vale to become champion", "won 12 races to become the first to": by winning it is done.
WINNING = frozenset(
    """
    beat defeat win score outpoll overcome edge upset trounce thrash oust unseat topple surpass overtake poll
    outscore knock top dethrone pip eclipse
    """.split()
)
# "Rose 60 cents to close at 66": it closed there.
MOVING = frozenset("rise fall climb drop gain slip jump plunge add lose shed advance decline tumble edge soar".split())
ENDING = frozenset("close end finish settle stand reach trade hit".split())
CONTENDING = frozenset({"contender", "favourite", "favorite", "frontrunner", "candidate"})
TAKING_UP = frozenset("head lead run chair manage join edit".split())  # "left in May to head the yard"
MERGING = frozenset("merge unite combine amalgamate split demerge join".split())  # "merged to form the league"
GIVING = frozenset({"give", "list", "record", "register", "show"})
PAPERS = frozenset(
    "paper deed register file filing record document contract certificate ledger extract invoice page report".split()
)
CONCEDING = ("although", "though", "because", "while", "when", "since", "as", "after", "before")
CLAUSES_OF_THAT = frozenset("ccomp acl csubj conj parataxis advcl root".split())
NAMING = frozenset({"name", "appoint", "nominate", "choose", "pick", "elect", "select", "tap", "designate"})


def modality(parse: Parse, i: int) -> Modality:
    """The modality of trigger `i`: its own auxiliaries and adverbs, then what governs it, up to the sentence."""
    if disowner(parse, i) is not None:
        return Modality("asserted", "denied")
    found: list[tuple[str, tuple[int, int] | None]] = []
    negations = 1 if _negated(parse, i) else 0
    denied = False
    found.extend(_own(parse, i))
    if any(_said_to_be(parse, i, k) for k in parse.kids(i, "obl", "xcomp", "advcl")):
        found.append(("reported", _range(parse, i)))
    if _takes_part(parse, i):
        return _weakest(found, "denied" if negations else "affirmed")
    below = i
    for above in parse.path_up(i):
        relation = parse.base(below)
        if _marked(parse, below, "whether") and _negated(parse, above):
            found.append(("hypothetical", _range(parse, above)))
            break  # "whether he will order it, nobody knows": nobody denies it
        if relation == "nsubj" and below == i and _comes_about(parse, above) and _negated(parse, above):
            denied = True  # "the raid never took place"
            break
        if relation == "nsubj" and below == i and parse.is_passive(above) and _is_ahead(parse, above):
            found.append(("intended", _range(parse, above)))  # "talks are scheduled to start"
            break
        if relation in ("obl", "nmod") and parse.tokens[below].upos in ("NOUN", "PROPN"):
            told = _of_deed(parse, above, below)
            if not told and parse.lemmas[above] in KINDS_OF and parse.preposition(below) == "of":
                below = above
                continue  # "any form of attack on the port"
            told = told or _said_to_be(parse, above, below)
            if told:
                denied = denied or told == "denied"
                found.extend([(told, _range(parse, above))] if told != "denied" else ())
            break
        if relation not in CLAUSAL or parse.tokens[below].deprel in ("appos", "nmod:poss"):
            break
        if parse.tokens[below].deprel == "acl:relcl" and not _is_content(parse, above, below):
            break
        lemma = _lemma(parse, above)
        if relation == "obj" and lemma in OF_WHAT_WAS:
            break  # "will meet to protest the raid": it was raided
        if relation == "obj" and lemma in KEEPING_OR_LOSING:
            break  # "will lose control of the yard": she has it
        kind = _verbs().get(lemma)
        verbal = _verbal(parse, above) and relation != "conj"
        told = _predicated(parse, above, below, relation)
        kept = relation == "advcl" and lemma in KEEPING and _marked(parse, below, "from")
        if verbal and (kept or (kind == "denied" and _denies(parse, above, below, relation))):
            denied = not _negated(parse, above)
            found = [f for f in found if relation != "obj" or f[1] != _range(parse, below)]
        elif told == "denied":
            denied = True
        elif told:
            found.append((told, _range(parse, above)))
        elif verbal and relation in CLAUSES and lemma in UNSETTLED and _is_wrong_to_tell(parse, above):
            denied = True
        elif verbal and relation in CLAUSES and is_unsaid(parse, above) and lemma in UNSETTLED:
            found.append(("believed" if lemma in RAISING else "hypothetical", _range(parse, above)))
            negations += lemma in RAISING
        elif verbal and relation == "obj" and lemma == "order" and _was_done_before(parse, above):
            pass  # "is rumoured to have ordered the murder": it is rumoured, and no plan
        elif verbal and _lends(parse, above, kind) and _governs(parse, above, below, relation):
            unblamed = kind in ("accused", "suspected") and _is_spared(parse, above)
            found.append(("hypothetical" if unblamed else kind or "", _range(parse, above)))
        elif verbal and lemma in CONVICTING and relation == "advcl" and _negated(parse, above):
            found.append(("hypothetical", _range(parse, above)))
        elif verbal and lemma in _held() and relation == "advcl" and _marked(parse, below, "for", "over"):
            found.append(("suspected", _range(parse, above)))
        elif relation in ("ccomp", "csubj", "xcomp") and _hearsay(parse, above, relation):
            found.append(("reported", _range(parse, above)))
        elif relation == "acl" and lemma in ("responsibility", "credit") and _is_claimed(parse, above):
            found.append(("claimed", _range(parse, above)))  # "claimed responsibility for killing Vale"
        elif lemma == "insist" and _marked(parse, below, "on") and parse.tokens[above].xpos in PRESENT:
            found.append(("intended", _range(parse, above)))  # "insists on holding the vote"
        if relation in ("xcomp", "ccomp", "advcl") and _ruled_out(parse, above):
            found.append(("hypothetical", _range(parse, above)))
        if relation == "conj" or relation in ("xcomp", "acl"):
            found.extend(_own(parse, above, adverbial=relation == "xcomp"))
            negations += 1 if relation == "xcomp" and not told and _negated(parse, above) else 0
        elif relation in ("obl", "nmod", "obj", "csubj") and verbal:
            found.extend(_own(parse, above, adverbial=False))
        aim = relation == "advcl" and parse.tokens[below].upos == "VERB" and _purpose(parse, below)
        hired = _was_hired(parse, above, below)
        done = hired or _was_used(parse, above) or _became(parse, above, below) or _showed(parse, above, below)
        done = done or _did_enough(parse, above)
        if aim and not done:
            found.append(("intended", None))
        if not hired and relation in ("xcomp", "advcl", "acl") and lemma in NAMING and parse.is_infinitive(below):
            found.append(("intended", None))
        if relation == "acl" and lemma in CONTENDING and parse.is_infinitive(below):
            found.append(("intended", _range(parse, above)))  # "a contender to become director"
        if relation == "advcl" and _conditional(parse, below):
            found.append(("hypothetical", _range(parse, below)))
        if relation == "ccomp" and _denied_report(parse, above):
            denied = True
        if relation in CLAUSES and any(parse.lemmas[k] in WRONGLY for k in parse.kids(above, "advmod")):
            denied = True
        # "wants to end it by signing a truce": what is to come by it is to come as well.
        means = relation == "advcl" and any(parse.lemmas[m] == "by" for m in parse.kids(below, "mark"))
        gerund = aim and parse.tokens[above].xpos == "VBG" and _was_used(parse, above)
        if relation in ("ccomp", "advcl") and not denied and not means and not gerund:
            break
        below = above
    if parse.lemmas[i] in ("nominate", "propose") and _came_otherwise(parse, i):
        found.append(("intended", _range(parse, i)))
    if _conditional(parse, i):
        found.append(("hypothetical", _range(parse, i)))
    if (condition := _on_condition(parse, i)) is not None:
        found.append(("hypothetical", _range(parse, condition)))
    if parse.tokens[i].deprel == "acl:relcl" and parse.kids(i, "nsubj") and _any_of(parse, parse.tokens[i].head):
        found.append(("hypothetical", None))  # "any bank that closes the fund": none has
    if parse.tokens[i].upos == "VERB" and _is_either(parse, i):
        found.append(("hypothetical", None))
    if _asked(parse, i):
        found.append(("hypothetical", None))
    if _bidden(parse, i) or _wished(parse, i) or _to_come(parse, i) or _headed(parse, i):
        found.append(("intended", None))
    return _weakest(found, "denied" if denied or negations % 2 else "affirmed")


def _is_either(parse: Parse, verb: int) -> bool:
    """Whether a verb tells one of two things: "either the mayor resigns or the council dismisses her"."""
    first = parse.first_conjunct(verb)
    heads = (first, *parse.kids(first, "nsubj", "nsubj:pass"))
    opened = [
        k for head in heads for k in parse.kids(head, "cc:preconj", "cc", "advmod") if parse.lemmas[k] == "either"
    ]
    return bool(opened) and opened[0] < first


def _was_done_before(parse: Parse, verb: int) -> bool:
    """Whether it stands in "to have ordered" or "of having ordered"."""
    before = any(parse.lemmas[k] == "have" for k in parse.kids(verb, "aux"))
    return before and (
        parse.is_infinitive(verb) or any(parse.word(k).lower() == "having" for k in parse.kids(verb, "aux"))
    )


def _is_content(parse: Parse, noun: int, clause: int) -> bool:
    """Whether a clause that a tree takes for a relative one says what a noun tells: "evidence that he paid them"."""
    marked = any(parse.lemmas[k] == "that" for k in parse.kids(clause, "mark"))
    return marked and parse.lemmas[noun] in _nouns() and bool(parse.kids(clause, "nsubj", "nsubj:pass"))


def _takes_part(parse: Parse, i: int) -> bool:
    """Whether the trigger is a noun for a person beside a verb: "stopped his cousin" denies no kinship."""
    role = parse.base(i) in ("nsubj", "obj", "iobj", "obl") and parse.preposition(i) != "as"
    return role and parse.tokens[i].upos == "NOUN" and noun_type(parse.lemmas[i], parse.word(i).lower()) == "person"


def _weakest(found: Sequence[tuple[str, tuple[int, int] | None]], polarity: str) -> Modality:
    if not found:
        return Modality("asserted", polarity)
    kind, cue = min(found, key=lambda f: STRENGTH.index(f[0]) if f[0] in STRENGTH else len(STRENGTH))
    return Modality(kind, polarity, cue)


def _lemma(parse: Parse, k: int) -> str:
    """The lemma of a verb, also where the reader takes its participle for an adjective ("is suspected of")."""
    return parse.lemmas[k] if parse.tokens[k].upos == "VERB" else verb_lemma(parse.word(k).lower(), parse.lemmas[k])


def _verbal(parse: Parse, k: int) -> bool:
    return parse.tokens[k].upos in ("VERB", "AUX") or (
        parse.tokens[k].upos in ("ADJ", "PART", "X", "NOUN") and _lemma(parse, k) != parse.lemmas[k]
    )


def _lends(parse: Parse, verb: int, kind: str | None) -> bool:
    """Whether a verb hedges by itself; one of reporting does not when it is said who reports."""
    tellers = {parse.lemmas[f.token] for f in parse.subjects(verb)} if kind == "reported" else set()
    return bool(kind) and kind != "denied" and not (tellers and not tellers & ANYBODY)


def is_unsaid(parse: Parse, verb: int) -> bool:
    """Whether a verb is denied or refused, by itself or by "nobody" as its subject."""
    nobody = any(parse.lemmas[f.token] in ("nobody", "none") for f in parse.subjects(verb))
    short = any(k and parse.lemmas[k] == "of" and parse.lemmas[k - 1] == "short" for k in parse.kids(verb, "mark"))
    return nobody or short or _negated(parse, verb) or _is_refused(parse, verb)  # "stopped short of saying"


def _is_refused(parse: Parse, verb: int) -> bool:
    """Whether somebody will not or cannot say it: "refused to confirm that he left", "was unable to say"."""
    above = parse.tokens[verb].head
    refused = above >= 0 and parse.base(verb) in ("xcomp", "ccomp") and parse.lemmas[above] in REFUSING | UNABLE
    return refused and not _negated(parse, above)


def _is_wrong_to_tell(parse: Parse, verb: int) -> bool:
    """Whether it is called wrong to say so: "it would be wrong to claim that he left", "a lie to say that"."""
    above = parse.tokens[verb].head
    called = above >= 0 and parse.base(verb) in ("csubj", "xcomp", "ccomp", "acl", "advcl")
    called = called and parse.lemmas[above] in WRONG and bool(parse.kids(above, "cop"))
    return called and parse.is_infinitive(verb) and not _negated(parse, above)


def opener(parse: Parse, clause: int) -> str:
    """The word that opens a clause: its mark, or the "that" before it which the tree hangs elsewhere."""
    own = [parse.lemmas[m] for m in parse.kids(clause, "mark", "case") if m < clause]
    first = min(parse.subtree(clause))
    opens = [parse.lemmas[k] for k in (first, first - 1) if 0 <= k < clause]
    return own[0] if own else ("that" if "that" in opens else "")


def _marked(parse: Parse, clause: int, *marks: str) -> bool:
    return any(parse.lemmas[m] in marks for m in parse.kids(clause, "mark", "case"))


def _predicated(parse: Parse, above: int, below: int, relation: str) -> str:
    """The certainty that a noun or adjective lends to the clause below it, "denied" where it denies it, "" if none."""
    kind = parse.tokens[above].upos
    if kind == "NOUN" and relation == "acl" and opener(parse, below) in ("that", "to", "of", "whether"):
        return "denied" if is_called_untrue(parse, above) else _by_noun(parse, above)
    if kind == "VERB" and relation == "xcomp" and (parse.is_passive(above) or parse.is_participle(above)):
        told = _adjectives(False).get(parse.word(above).lower(), "")
        return told if told == "intended" else ""  # "is set to replace her"
    if kind == "ADJ" and relation == "advcl" and _marked(parse, below, *CONCEDING):
        return ""  # "although she was born in Osh, it was uncertain who she was"
    if kind == "ADJ" and relation in (*CLAUSES, "xcomp", "advcl"):
        told = _adjectives(_negated(parse, above)).get(parse.lemmas[above], "")
        told = told or (_adjectives_to().get(parse.lemmas[above], "") if opener(parse, below) == "to" else "")
        meant = told == "alleged" and not parse.kids(below, "aux")  # "supposed to meet", "supposed to have met"
        return "intended" if meant else told
    return ""


def _of_deed(parse: Parse, above: int, below: int) -> str:
    """The certainty of a deed that a noun tells: "charged with the murder of", "rumours of the arrest of"."""
    lemma, preposition = _lemma(parse, above), parse.preposition(below)
    if parse.tokens[above].upos == "NOUN" and preposition in ("of", "for"):
        told = _by_noun(parse, above)
        return told if preposition == "for" or told not in ("intended", "hypothetical") or lemma in PENDING else ""
    if preposition == "from" and _verbs().get(lemma) == "denied":
        return "hypothetical"  # "will abstain from attacks on the port"
    if preposition == "for" and lemma == "responsible":
        holders = itertools.islice(parse.path_up(above), 2)
        return "accused" if any(parse.lemmas[k] == "hold" for k in holders) else ""
    if preposition == "for" and lemma in ("call", "appeal", "ask", "plead"):
        return "intended"
    if preposition in ("of", "with", "for", "over", "in", "in connection with") and _verbal(parse, above):
        if lemma in CLEARING and preposition == "of":
            return "denied"
        blamed = parse.is_passive(above) or parse.is_participle(above) or parse.kids(above, "obj")
        kind = "suspected" if lemma in _held() and preposition not in ("of", "with") else _verbs().get(lemma, "")
        if lemma in CONVICTING and _is_spared(parse, above):
            return "hypothetical"  # "was never convicted of the murder"
        by_nobody = any(denies_all(parse, k) for k in parse.kids(above, "nsubj:pass", "obj"))
        if by_nobody or not blamed or kind not in ("accused", "suspected"):
            return ""
        return "hypothetical" if _is_spared(parse, above) else kind  # "was not charged with the murder"
    return ""


def _is_spared(parse: Parse, verb: int) -> bool:
    """Whether somebody in particular was not convicted: "nobody was convicted of the murder" does not take it back."""
    nobody = any(denies_all(parse, k) for k in parse.kids(verb, "nsubj:pass", "obj"))
    return _negated(parse, verb) and not nobody


def _said_to_be(parse: Parse, verb: int, noun: int) -> str:
    """That it is reported: "is described as its owner", which nobody in particular says; "a deed gives X as owner".

    A paper's word is no more than that.
    """
    if _lemma(parse, verb) in GIVING and parse.preposition(noun) == "as" and not parse.is_passive(verb):
        givers = [parse.lemmas[f.token] for f in parse.subjects(verb)]
        return "reported" if all(g in PAPERS for g in givers) else ""
    nobody = parse.is_passive(verb) and not parse.kids(verb, "obl:agent")
    described = _lemma(parse, verb) in DESCRIBING and parse.preposition(noun) == "as"
    return "reported" if nobody and described else ""


def _by_noun(parse: Parse, noun: int) -> str:
    told = _nouns().get(parse.lemmas[noun], "")
    verb = parse.tokens[noun].head
    without = any(parse.lemmas[k] in ("no", "little") for k in parse.kids(noun, "det", "amod"))
    there = parse.base(noun) == "obj" or (parse.base(noun) == "nsubj" and verb >= 0 and parse.lemmas[verb] in BEING)
    without = without or (verb >= 0 and there and _negated(parse, verb))
    if told == "denied":
        return "" if without else "denied"
    if without:
        return "denied" if told == "unproven" else "hypothetical" if told else ""
    return "" if told == "unproven" else told


def _headed(parse: Parse, i: int) -> bool:
    """Whether a headline tells with a bare "to" what is to come: "Duda to lead inquiry", "Ministry to buy ferries"."""
    top = parse.first_conjunct(i)
    if not parse.is_infinitive(top) or parse.kids(top, "aux", "cop") or parse.tokens[top].xpos != "VB":
        return False
    if parse.base(top) == "root":
        doer = parse.kids(top, "nsubj", "iobj")
    else:
        doer = [parse.tokens[top].head] if parse.base(top) == "acl" and parse.tokens[top].head < top else []
        doer = [k for k in doer if parse.base(k) == "root" and not parse.kids(k, "cop", "det", "nmod:poss")]
    return any(_acts(parse, k) and parse.tokens[k].end < parse.tokens[top].start for k in doer)


def _acts(parse: Parse, i: int) -> bool:
    """Whether a word names or describes somebody."""
    kind = noun_type(parse.lemmas[i], parse.word(i).lower())
    return parse.tokens[i].upos == "PROPN" or kind in ("person", "organization")


def _wished(parse: Parse, i: int) -> bool:
    """Whether the verb stands in "for the port to close": what is to be done, not what is done."""
    marks = {parse.lemmas[k] for k in parse.kids(i, "mark")}
    subjects = [k for k in parse.children[i] if parse.base(k) == "nsubj"]
    return "to" in marks and ("for" in marks or any(parse.preposition(k) == "for" for k in subjects))


def _is_ahead(parse: Parse, verb: int) -> bool:
    """Whether what is scheduled, or "will be held" and "is to be held", is yet to come."""
    ahead = any(parse.lemmas[k] in ("will", "shall") for k in parse.kids(verb, "aux")) or _to_be(parse, verb)
    lemma = _lemma(parse, verb)
    return lemma in FIXED or (lemma in ("hold", "stage") and (bool(ahead) or _to_come(parse, verb)))


def _to_come(parse: Parse, i: int) -> bool:
    """Whether a noun is said to wait for it: "elections to be held in May", of which none has been held."""
    first = parse.first_conjunct(i)
    marks = {parse.lemmas[k] for k in parse.kids(first, "mark")}
    return parse.base(first) in ("acl", "root") and "to" in marks and bool(parse.kids(first, "aux:pass"))


def _denies(parse: Parse, above: int, below: int, relation: str) -> bool:
    """Whether a verb of denial holds the clause; "denied the charge, saying he paid" does not deny that he paid."""
    if _lemma(parse, above) in DISPUTING and relation != "ccomp":
        return False
    if relation in ("xcomp", "obj"):
        return True
    if _lemma(parse, above) in FEIGNING:
        return relation == "ccomp"
    if relation == "advcl" and _marked(parse, below, "from"):
        return True  # "barred from entering"
    if relation == "advcl" and _marked(parse, below, "of"):
        return _lemma(parse, above) in CLEARING
    if _lemma(parse, above) not in SPOKEN_DENIALS:
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


def _hearsay(parse: Parse, above: int, relation: str) -> bool:
    """Whether nobody in particular says it: "some say that he ran the firm", "he is said to have run it"."""
    lemma = _lemma(parse, above)
    tellers = {parse.lemmas[k] for k in parse.kids(above, "nsubj")}
    nobody = parse.is_passive(above) and not parse.subjects(above) and (lemma != "tell" or relation == "ccomp")
    if relation == "xcomp" and lemma in SUPPOSED:
        return parse.is_passive(above)  # "was reported killed by two papers", whoever they are
    return lemma in TELLING and (nobody or (relation == "ccomp" and bool(tellers & ANYBODY)))


def _ruled_out(parse: Parse, above: int) -> bool:
    return parse.lemmas[above] == "rule" and any(
        parse.lemmas[k] == "out" for k in parse.kids(above, "compound:prt", "advmod")
    )


def _asked(parse: Parse, i: int) -> bool:
    return asks(parse.text, parse.start, parse.tokens[i].end, parse.end)


def asks(text: str, start: int, at: int, end: int) -> bool:
    """Whether the words around `at` end as a question of the sentence at `start`: "Is it run by the League? No."."""
    outside = in_brackets(text, start, at) or quotes_question(text, start, at, end)
    return not outside and in_question(text, at, end)


def quotes_question(text: str, start: int, at: int, end: int) -> bool:
    """Whether the question behind `at` is quoted there, by a sentence that asks nothing: "asked: “Who pays?”"."""
    stop = _STOP.search(text, at, end)
    if stop is None or stop.group() != "?" or ASKING.match(text, start):
        return False
    opened = _opener(text, at, stop.start())
    return opened >= 0 and _opener(text, start, at) < 0 and text[:opened].rstrip()[-1:] not in ("?", "!", ".")


def _opener(text: str, start: int, end: int) -> int:
    """Where a quotation opens between two offsets that does not close before the second; -1 where none does."""
    marks = list(QUOTE_MARK.finditer(text, start, end))
    if not marks or marks[-1].group() in CLOSING:
        return -1
    straight = [m for m in marks if m.group() == '"']
    return marks[-1].start() if marks[-1].group() != '"' or len(straight) % 2 else -1


def in_brackets(text: str, start: int, at: int) -> bool:
    """Whether an editor's bracket that begins a sentence at `start` and asks nothing stands around `at`."""
    opened = text.find("[", start, at)
    before = text[start:opened].strip() if opened >= 0 else "no bracket"
    closed = text.find("]", at) if not before and "]" not in text[opened:at] else -1
    return closed >= 0 and "?" not in text[opened:closed] and "\n" not in text[opened:closed]


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


def in_question(text: str, at: int, end: int) -> bool:
    """Whether the words from `at` on, up to `end` at most, end as a question."""
    stop = _STOP.search(text, at, end)
    return stop is not None and stop.group() == "?"


def _came_otherwise(parse: Parse, verb: int) -> bool:
    """Whether a "but" tells what came of it: "was nominated, but the post went to Duda"."""
    return any(parse.lemmas[c] == "but" for k in parse.kids(verb, "conj") for c in parse.kids(k, "cc"))


def _bidden(parse: Parse, i: int) -> bool:
    """Whether an order or a wish puts it: "directed that he be arrested"."""
    clause = parse.first_conjunct(i)
    helpers = [*parse.kids(i, "aux", "aux:pass", "cop")]
    told = parse.base(clause) in CLAUSES_OF_THAT and any(parse.lemmas[m] == "that" for m in parse.kids(clause, "mark"))
    token = parse.tokens[i]
    bare = token.deprel == "acl:relcl" and token.xpos in ("VB", "VBP") and parse.word(i).lower() == parse.lemmas[i]
    marked = any(parse.lemmas[m] != "that" for m in parse.kids(i, "mark"))
    if bare and not helpers and not marked and not parse.kids(i, "nsubj", "advmod", "obj"):
        return parse.tokens[token.head].xpos in ("NN", "NNP")  # "that the director, Duda, answer to the board"
    if told and not helpers and parse.tokens[i].upos == "VERB":  # "her motion that he answer to the board"
        form, lemma = parse.word(i).lower(), parse.lemmas[i]
        return form == lemma and any(parse.tokens[k].xpos in ("NN", "NNP") for k in parse.kids(i, "nsubj"))
    return told and len(helpers) == 1 and parse.word(helpers[0]).lower() == "be"


def _governs(parse: Parse, above: int, below: int, relation: str) -> bool:
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


def _own(parse: Parse, i: int, adverbial: bool = True) -> list[tuple[str, tuple[int, int] | None]]:
    found: list[tuple[str, tuple[int, int] | None]] = []
    for k in parse.kids(i, "aux"):
        kind = _modals().get(parse.lemmas[k]) or _modals().get(parse.word(k).lower())
        if kind:
            found.append((kind, _range(parse, k)))
    if due := _to_be(parse, i):
        found.append(("intended", due))
    beside = [k for k in parse.kids(i, "ccomp", "parataxis") if k > i and _thrown_in(parse, k)]
    found.extend((_verbs()[parse.lemmas[k]], _range(parse, k)) for k in beside)
    if adverbial:
        for k in parse.kids(i, "advmod", "amod", "obl", "parataxis", "compound"):
            # A quotation may open before the hedge.
            start = parse.tokens[min(n for n in parse.subtree(k) if n == k or parse.tokens[n].upos != "PUNCT")].start
            m = adverb_pattern().match(parse.text, start, parse.tokens[k].end)
            if m and (m.end() > parse.tokens[k].start or _agent(parse, i, k)):  # not "apparently at night"
                found.append((adverbs()[m.group().lower()], (m.start(), m.end())))
    return found


def _to_be(parse: Parse, i: int) -> tuple[int, int] | None:
    """Where "is to" stands before the verb: "is to meet", "was to be sold"."""
    helpers = parse.kids(i, "aux", "aux:pass", "cop")
    for mark in parse.kids(i, "mark"):
        if parse.lemmas[mark] == "to" and any(k < mark and parse.lemmas[k] == "be" for k in helpers):
            return _range(parse, mark)
    return None


def _agent(parse: Parse, i: int, k: int) -> bool:
    return parse.preposition(k) == "by" and parse.is_passive(i)


def _thrown_in(parse: Parse, k: int) -> bool:
    """Whether it is like "he reported, we all believe, to nobody": a hedge between commas."""
    if _verbs().get(parse.lemmas[k]) not in ("believed", "suspected", "alleged"):
        return False
    subjects = parse.kids(k, "nsubj")
    if not subjects or parse.tokens[subjects[0]].upos != "PRON" or parse.kids(k, "mark", "obj", "ccomp", "xcomp"):
        return False
    before = parse.text[: parse.tokens[subjects[0]].start].rstrip()
    return before.endswith(",") and parse.text[parse.tokens[k].end : parse.tokens[k].end + 1] == ","


def disowner(parse: Parse, i: int) -> int | None:
    """The verb by which somebody says that a deed, told by the noun `i`, was not his; None where nobody does.

    "Duda denied any part in the killing", "had no hand in the raid", "denied being behind the attack".
    """
    token = parse.tokens[i]
    if token.upos != "NOUN" or parse.lemmas[i] in word_set("disowned.yaml", "befalls"):
        return None
    behind = parse.preposition(i) == "behind" and bool(parse.kids(i, "cop"))
    share = i if behind else _share(parse, i)
    if share is None or _is_claimed(parse, share):
        return None
    below = share
    for k in (share, *parse.path_up(share)):
        if k != share and parse.base(below) not in ("obj", "xcomp", "ccomp", "obl", "advcl", "acl"):
            return None
        if parse.lemmas[k] in SPOKEN_DENIALS - DISPUTING and k != share:
            return None if _negated(parse, k) else k
        if _negated(parse, k) or (k != share and any(parse.lemmas[n] == "nothing" for n in parse.kids(k, "obj"))):
            return k if parse.tokens[k].upos in ("VERB", "ADJ") or behind else parse.governor(k)
        below = k
    return None


def _is_claimed(parse: Parse, share: int) -> bool:
    """Whether only nobody says that it was his: "no group has claimed responsibility for the raid"."""
    verb = parse.governor(share)
    return verb >= 0 and parse.base(share) == "obj" and parse.lemmas[verb] in CLAIMING_IT


_INTO = ("in", "for", "of", "to", "with", "")


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


def _negated(parse: Parse, i: int) -> bool:
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


def _comes_about(parse: Parse, verb: int) -> bool:
    """Whether a verb says of a deed that it was done: "took place", "was achieved"."""
    place = parse.lemmas[verb] == "take" and any(parse.lemmas[k] == "place" for k in parse.kids(verb, "obj"))
    return place or parse.lemmas[verb] in word_set("refused.yaml", "comes_about")


def _never_so(parse: Parse, i: int) -> bool:
    """Whether it is told of no time and in no way: "at no time did Duda command it"."""
    told = (k for k in parse.kids(i, "obl") if k < i and parse.preposition(k))
    return any(parse.lemmas[k] in OCCASIONS and denies_all(parse, k) for k in told)


def _preferred(parse: Parse, k: int) -> bool:
    """Whether what follows did not happen for the sake of something else: "resigned rather than report to him"."""
    after = parse.word(k + 1).lower() if k + 1 < len(parse.tokens) else ""
    return (parse.word(k).lower(), after) in (("rather", "than"), ("instead", "of"))


def _purpose(parse: Parse, i: int) -> bool:
    """Whether it is like "travelled to Lima to buy the yard": what is meant to come is not said to have come."""
    return parse.tokens[i].xpos != "VBG" and parse.is_infinitive(i)  # "pleaded guilty to killing"


def _was_used(parse: Parse, verb: int) -> bool:
    """Whether what a thing was used for is done: "used trucks to attack the mill", not "will be used to attack"."""
    ahead = any(parse.tokens[k].xpos == "MD" for k in parse.kids(verb, "aux"))
    told = parse.tokens[verb].xpos == "VBG" and _marked(parse, verb, "of", "for")  # "accused of using trucks to"
    return parse.lemmas[verb] == "use" and (parse.tokens[verb].xpos in ("VBD", "VBN") or told) and not ahead


def _became(parse: Parse, above: int, below: int) -> bool:
    """Whether what somebody rose to be came about: "went on to become director", not "will go on to become"."""
    ahead = any(parse.tokens[k].xpos == "MD" for k in parse.kids(above, "aux"))
    leaving = {parse.word(k).lower() for k in parse.kids(above, "aux")} & {"is", "are", "'s", "’s"}
    ahead = ahead or (parse.tokens[above].xpos == "VBG" and bool(leaving))  # "is leaving to become director"
    rose = parse.lemmas[above] in RISING | WINNING and parse.lemmas[below] in ("become", "be")
    took = parse.lemmas[above] in ("leave", "quit") and parse.lemmas[below] in TAKING_UP
    ended = parse.lemmas[above] in MOVING and parse.lemmas[below] in ENDING
    merged = parse.lemmas[above] in MERGING and parse.lemmas[below] in ("form", "create", "become", "establish")
    return (rose or took or merged or ended) and not ahead and parse.tokens[above].xpos in ("VBD", "VBN", "VBG")


def _was_hired(parse: Parse, above: int, below: int) -> bool:
    """Whether somebody took another's place by being given it: "was hired to replace Duda", not "will be hired"."""
    ahead = any(parse.tokens[k].xpos == "MD" for k in parse.kids(above, "aux")) or parse.is_infinitive(above)
    given = parse.lemmas[above] in HIRING and parse.tokens[above].xpos in ("VBD", "VBN")
    return given and parse.lemmas[below] in COMING_AFTER and not ahead


def _did_enough(parse: Parse, above: int) -> bool:
    """Whether it was done so well that it had its effect: "ran fast enough to win", not "is fast enough to win"."""
    adverbs = [k for k in (above, *parse.kids(above, "advmod")) if parse.tokens[k].upos == "ADV"]
    enough = any(parse.lemmas[n] == "enough" for k in adverbs for n in (k, *parse.kids(k, "advmod")))
    verb = above if parse.tokens[above].upos == "VERB" else parse.tokens[above].head
    while verb >= 0 and parse.tokens[verb].upos == "ADV":
        verb = parse.tokens[verb].head
    modal = any(parse.tokens[k].xpos == "MD" for k in parse.kids(verb, "aux")) if verb >= 0 else True
    done = verb >= 0 and parse.tokens[verb].upos == "VERB" and parse.tokens[verb].xpos in ("VBD", "VBN")
    return enough and done and not modal and not _negated(parse, verb)


def _showed(parse: Parse, above: int, below: int) -> bool:
    """Whether people gathered to protest, and so did: "drove into Osh to protest", not "will drive"."""
    ahead = any(parse.tokens[k].xpos == "MD" for k in parse.kids(above, "aux"))
    return parse.lemmas[below] in ("protest", "demonstrate") and not ahead and parse.tokens[above].xpos == "VBD"


def _any_of(parse: Parse, noun: int) -> bool:
    return any(parse.lemmas[k] == "any" for k in parse.kids(noun, "det"))


def _conditional(parse: Parse, i: int) -> bool:
    if any(parse.lemmas[m] in CONDITIONS for m in parse.kids(i, "mark", "advmod")):
        return True
    subjects = [k for k in parse.children[i] if parse.base(k) == "nsubj"]
    ahead = [k for k in parse.kids(i, "aux", "aux:pass", "cop") if subjects and k < min(subjects)]
    bare = parse.base(i) == "advcl" and not parse.kids(i, "mark") and any(parse.lemmas[k] in BARE_IF for k in ahead)
    return bare and not any(k < ahead[0] for k in parse.kids(i, "advmod"))


def _on_condition(parse: Parse, i: int) -> int | None:
    """The "if" on which what is to come hangs: "if she resigns, Duda will lead it"; "even if" changes nothing."""
    if not any(parse.tokens[k].xpos == "MD" for k in parse.kids(i, "aux")):
        return None
    marks = [m for k in parse.kids(i, "advcl") for m in parse.kids(k, "mark") if parse.lemmas[m] in HANGING_ON]
    return next((m for m in marks if not m or parse.lemmas[m - 1] not in ("even", "as")), None)


def _range(parse: Parse, k: int) -> tuple[int, int]:
    return parse.tokens[k].start, parse.tokens[k].end
