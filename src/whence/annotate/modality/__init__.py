"""How sure, and whether at all: negation, denial, hedges, plans and conditions over a trigger in its tree."""

from collections.abc import Sequence
from dataclasses import dataclass

from whence.annotate.modality.conditions import any_of, is_conditional, is_either, is_in_question, on_condition
from whence.annotate.modality.denials import (
    denied_report,
    denies_clause,
    disowner,
    is_claimed,
    is_negated,
    is_spared,
    is_unsaid,
    is_wrong_to_tell,
    ruled_out,
)
from whence.annotate.modality.hearsay import (
    governs_clause,
    is_content,
    is_hearsay,
    lends_hedge,
    lent_by_predicate,
    lent_to_deed,
    said_to_be,
    takes_part,
)
from whence.annotate.modality.own import own_hedges
from whence.annotate.modality.plans import (
    became,
    came_otherwise,
    comes_about,
    did_enough,
    is_ahead,
    is_bidden,
    is_headed,
    is_purpose,
    is_weighed,
    is_wished,
    showed,
    to_come,
    was_done_before,
    was_hired,
    was_used,
)
from whence.annotate.modality.words import (
    CLAUSES,
    CONVICTING,
    UNSETTLED,
    hedging_verbs,
    holding_verbs,
    is_marked,
    is_verbal,
    lemma_of,
    range_of,
)
from whence.annotate.syntax import Parse

KEEPING = frozenset({"ban", "suspend", "exclude", "keep", "discourage"})  # only with "from": "banned from running it"
RAISING = frozenset({"think", "believe", "suppose", "expect"})  # "do not think that he came": he did not, they think
# What these are about has happened.
OF_WHAT_WAS = frozenset(
    """
    protest condemn denounce deplore avenge investigate probe mourn commemorate mark regret lament criticise criticize
    survive witness recall remember solve punish prosecute explain forget forgive foresee detect notice
    """.split()
)
KEEPING_OR_LOSING = frozenset({"lose", "relinquish", "cede", "surrender", "forfeit", "retain", "maintain"})
PRESENT = frozenset({"VBZ", "VBP"})
WRONGLY = frozenset({"wrongly", "falsely", "mistakenly", "erroneously", "incorrectly", "inaccurately"})
CLAUSAL = frozenset({"xcomp", "ccomp", "advcl", "acl", "csubj", "obl", "nmod", "obj", "conj"})
KINDS_OF = frozenset({"form", "kind", "type", "sort", "act"})
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
CONTENDING = frozenset({"contender", "favourite", "favorite", "frontrunner", "candidate"})
NAMING = frozenset({"name", "appoint", "nominate", "choose", "pick", "elect", "select", "tap", "designate"})


@dataclass(frozen=True, slots=True)
class Modality:
    """The certainty and polarity of a claim, with the token range of the words that carry the certainty."""

    certainty: str = "asserted"
    polarity: str = "affirmed"
    cue: tuple[int, int] | None = None


def modality(parse: Parse, i: int) -> Modality:
    """The modality of trigger `i`: its own auxiliaries and adverbs, then what governs it, up to the sentence."""
    if disowner(parse, i) is not None:
        return Modality("asserted", "denied")
    found: list[tuple[str, tuple[int, int] | None]] = []
    negations = 1 if is_negated(parse, i) else 0
    denied = False
    found.extend(own_hedges(parse, i))
    if any(said_to_be(parse, i, k) for k in parse.kids(i, "obl", "xcomp", "advcl")):
        found.append(("reported", range_of(parse, i)))
    if takes_part(parse, i):
        return _weakest(found, "denied" if negations else "affirmed")
    below = i
    for above in parse.path_up(i):
        relation = parse.base(below)
        if is_marked(parse, below, "whether") and is_negated(parse, above):
            found.append(("hypothetical", range_of(parse, above)))
            break  # "whether he will order it, nobody knows": nobody denies it
        if below == i and is_weighed(parse, above, below, relation):
            found.append(("intended", range_of(parse, above)))
            break
        if relation == "nsubj" and below == i and comes_about(parse, above) and is_negated(parse, above):
            denied = True  # "the raid never took place"
            break
        if relation == "nsubj" and below == i and parse.is_passive(above) and is_ahead(parse, above):
            found.append(("intended", range_of(parse, above)))  # "talks are scheduled to start"
            break
        if relation in ("obl", "nmod") and parse.tokens[below].upos in ("NOUN", "PROPN"):
            told = lent_to_deed(parse, above, below)
            if not told and parse.lemmas[above] in KINDS_OF and parse.preposition(below) == "of":
                below = above
                continue  # "any form of attack on the port"
            told = told or said_to_be(parse, above, below)
            if told:
                denied = denied or told == "denied"
                found.extend([(told, range_of(parse, above))] if told != "denied" else ())
            break
        if relation not in CLAUSAL or parse.tokens[below].deprel in ("appos", "nmod:poss"):
            break
        if parse.tokens[below].deprel == "acl:relcl" and not is_content(parse, above, below):
            break
        lemma = lemma_of(parse, above)
        if relation == "obj" and lemma in OF_WHAT_WAS:
            break  # "will meet to protest the raid": it was raided
        if relation == "obj" and lemma in KEEPING_OR_LOSING:
            break  # "will lose control of the yard": she has it
        kind = hedging_verbs().get(lemma)
        verbal = is_verbal(parse, above) and relation != "conj"
        told = lent_by_predicate(parse, above, below, relation)
        kept = relation == "advcl" and lemma in KEEPING and is_marked(parse, below, "from")
        if verbal and (kept or (kind == "denied" and denies_clause(parse, above, below, relation))):
            denied = not is_negated(parse, above)
            found = [f for f in found if relation != "obj" or f[1] != range_of(parse, below)]
        elif told == "denied":
            denied = True
        elif told:
            found.append((told, range_of(parse, above)))
        elif verbal and relation in CLAUSES and lemma in UNSETTLED and is_wrong_to_tell(parse, above):
            denied = True
        elif verbal and relation in CLAUSES and is_unsaid(parse, above) and lemma in UNSETTLED:
            found.append(("believed" if lemma in RAISING else "hypothetical", range_of(parse, above)))
            negations += lemma in RAISING
        elif verbal and relation == "obj" and lemma == "order" and was_done_before(parse, above):
            pass  # "is rumoured to have ordered the murder": it is rumoured, and no plan
        elif verbal and lends_hedge(parse, above, kind) and governs_clause(parse, above, below, relation):
            unblamed = kind in ("accused", "suspected") and is_spared(parse, above)
            found.append(("hypothetical" if unblamed else kind or "", range_of(parse, above)))
        elif verbal and lemma in CONVICTING and relation == "advcl" and is_negated(parse, above):
            found.append(("hypothetical", range_of(parse, above)))
        elif verbal and lemma in holding_verbs() and relation == "advcl" and is_marked(parse, below, "for", "over"):
            found.append(("suspected", range_of(parse, above)))
        elif relation in ("ccomp", "csubj", "xcomp") and is_hearsay(parse, above, relation):
            found.append(("reported", range_of(parse, above)))
        elif relation == "acl" and lemma in ("responsibility", "credit") and is_claimed(parse, above):
            found.append(("claimed", range_of(parse, above)))  # "claimed responsibility for killing Vale"
        elif lemma == "insist" and is_marked(parse, below, "on") and parse.tokens[above].xpos in PRESENT:
            found.append(("intended", range_of(parse, above)))  # "insists on holding the vote"
        if relation in ("xcomp", "ccomp", "advcl") and ruled_out(parse, above):
            found.append(("hypothetical", range_of(parse, above)))
        if relation == "conj" or relation in ("xcomp", "acl"):
            found.extend(own_hedges(parse, above, adverbial=relation == "xcomp"))
            negations += 1 if relation == "xcomp" and not told and is_negated(parse, above) else 0
        elif relation in ("obl", "nmod", "obj", "csubj") and verbal:
            found.extend(own_hedges(parse, above, adverbial=False))
        aim = relation == "advcl" and parse.tokens[below].upos == "VERB" and is_purpose(parse, below)
        hired = was_hired(parse, above, below)
        done = hired or was_used(parse, above) or became(parse, above, below) or showed(parse, above, below)
        done = done or did_enough(parse, above)
        if aim and not done:
            found.append(("intended", None))
        if not hired and relation in ("xcomp", "advcl", "acl") and lemma in NAMING and parse.is_infinitive(below):
            found.append(("intended", None))
        if relation == "acl" and lemma in CONTENDING and parse.is_infinitive(below):
            found.append(("intended", range_of(parse, above)))  # "a contender to become director"
        if relation == "advcl" and is_conditional(parse, below):
            found.append(("hypothetical", range_of(parse, below)))
        if relation == "ccomp" and denied_report(parse, above):
            denied = True
        if relation in CLAUSES and any(parse.lemmas[k] in WRONGLY for k in parse.kids(above, "advmod")):
            denied = True
        # "wants to end it by signing a truce": what is to come by it is to come as well.
        means = relation == "advcl" and any(parse.lemmas[m] == "by" for m in parse.kids(below, "mark"))
        gerund = aim and parse.tokens[above].xpos == "VBG" and was_used(parse, above)
        if relation in ("ccomp", "advcl") and not denied and not means and not gerund:
            break
        below = above
    if parse.lemmas[i] in ("nominate", "propose") and came_otherwise(parse, i):
        found.append(("intended", range_of(parse, i)))
    if is_conditional(parse, i):
        found.append(("hypothetical", range_of(parse, i)))
    if (condition := on_condition(parse, i)) is not None:
        found.append(("hypothetical", range_of(parse, condition)))
    if parse.tokens[i].deprel == "acl:relcl" and parse.kids(i, "nsubj") and any_of(parse, parse.tokens[i].head):
        found.append(("hypothetical", None))  # "any bank that closes the fund": none has
    if parse.tokens[i].upos == "VERB" and is_either(parse, i):
        found.append(("hypothetical", None))
    if is_in_question(parse, i):
        found.append(("hypothetical", None))
    if is_bidden(parse, i) or is_wished(parse, i) or to_come(parse, i) or is_headed(parse, i):
        found.append(("intended", None))
    return _weakest(found, "denied" if denied or negations % 2 else "affirmed")


def _weakest(found: Sequence[tuple[str, tuple[int, int] | None]], polarity: str) -> Modality:
    if not found:
        return Modality("asserted", polarity)
    kind, cue = min(found, key=lambda f: STRENGTH.index(f[0]) if f[0] in STRENGTH else len(STRENGTH))
    return Modality(kind, polarity, cue)
