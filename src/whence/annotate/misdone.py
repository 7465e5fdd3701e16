"""Deeds given to the wrong one by a tree or the reader, or that were not done: killings, arrests, fights.

Each rule is of grammar: whoever is attacked kills nobody by it, a casualty need not be dead, and what somebody is
thanked for he did himself.
"""

from dataclasses import replace

from whence.annotate.arguments.around import head_at
from whence.annotate.arguments.lookup import Lookup
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.numbers import toll_at
from whence.annotate.syntax import Parse
from whence.model import Argument, Claim, Span
from whence.vocab import predicate, word_set

DOERS = ("killer", "injurer")
STRUCK = ("victim", "target", "person")
TOLLS = {"killed": "injured", "injured": "killed"}


def _words(key: str) -> frozenset[str]:
    return word_set("misdone.yaml", key)


def is_misdone(lookup: Lookup, parse: Parse, i: int, claim: Claim) -> bool:
    """Whether the words at trigger `i` do not bear out who did what to whom."""
    if claim.predicate in ("kills", "injures") and (
        _by_the_struck(parse, i, claim) or _are_casualties(parse, claim) or _is_half(claim)
    ):
        return True
    if claim.predicate in ("kills", "attacks", "bombs") and _by_the_foiler(parse, i, claim):
        return True
    if claim.predicate == "died" and any(parse.lemmas[k] in _words("figurative") for k in parse.kids(i, "amod")):
        return True
    if claim.predicate == "injures" and _is_harmed(lookup, parse, i, claim):
        return True
    if claim.predicate == "charges" and _is_duty(parse, i, claim):
        return True
    if claim.predicate == "elects" and _is_in_entry(parse, i, claim):
        return True
    if claim.predicate == "supports" and parse.tokens[i].upos == "VERB" and parse.on_oneself(i):
        return True
    if claim.predicate in ("opposes", "attacks") and _is_happening(parse, claim):
        return True
    if claim.predicate == "clashes_with" and _is_one(lookup, claim):
        return True
    if claim.predicate == "attacks" and _lies_on_road(parse, i, claim):
        return True
    if claim.predicate == "invades" and _travels(parse, i, claim):
        return True
    return _by_the_blamer(parse, i, claim)


def _span(claim: Claim, *roles: str) -> Span | None:
    return next((a.span for a in claim.arguments if a.role in roles and a.span is not None), None)


def _by_the_struck(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether whoever is attacked is said to kill: "attacked the guard, which held the town, killing two"."""
    doer = head_at(parse, _span(claim, *DOERS))
    if doer is not None and parse.lemmas[doer] in ("which", "who", "that"):
        verb = parse.tokens[doer].head
        doer = parse.tokens[verb].head if verb >= 0 and parse.tokens[verb].deprel == "acl:relcl" else None
    if doer is None or not 0 <= doer < i or parse.base(doer) != "obj":
        return False
    between = {parse.lemmas[k] for k in range(doer, i) if parse.tokens[k].upos == "VERB"}
    return parse.lemmas[parse.tokens[doer].head] in _words("striking") and between.isdisjoint(_words("striking_back"))


def _are_casualties(parse: Parse, claim: Claim) -> bool:
    """Whether the dead and the wounded are counted together: "five casualties"."""
    struck = head_at(parse, _span(claim, "victim"))
    return struck is not None and parse.lemmas[struck] in _words("dead_or_hurt")


def _by_the_foiler(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether whoever prevents a deed is said to do it: "the plot, foiled by the guard, to blow up the pier"."""
    doer = head_at(parse, next((a.span for a in claim.arguments if a.role in (*DOERS, "attacker", "bomber")), None))
    above = parse.tokens[i].head
    foiled = doer is not None and above >= 0 and parse.lemmas[above] in _words("foiling") and parse.is_infinitive(i)
    return foiled and parse.base(i) in ("xcomp", "advcl", "acl") and parse.tokens[doer or 0].head == above


def _is_harmed(lookup: Lookup, parse: Parse, i: int, claim: Claim) -> bool:
    """Whether a body comes to harm without a wound, or is taken for who was hurt: "the raids hurt the Salt League"."""
    victim = claim.argument("victim")
    head = head_at(parse, victim.span) if victim is not None else None
    named = victim is not None and victim.type == "organization" and victim.span in lookup.named
    if named and head is not None and parse.base(head) not in ("compound", "nmod:desc", "amod"):
        return True
    return parse.lemmas[i] in ("hurt", "harm") and victim is not None and victim.type == "organization"


def _is_half(claim: Claim) -> bool:
    """Whether one end of a range stands for those it counts: "three" of "wounding three or four"."""
    count, victim = claim.argument("count"), _span(claim, "victim")
    if count is None or count.span is None or victim is None or count.low is None or count.high is None:
        return False
    return count.span.contains(victim) and victim.end < count.span.end


def _is_duty(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether somebody has a task: "the department charged with the investigation"."""
    told = head_at(parse, _span(claim, "offence"))
    tasks = [told] if told is not None else [f.token for f in parse.oblique(i, "with")]
    return parse.lemmas[i] == "charge" and any(parse.lemmas[k] in _words("duties") for k in tasks)


def _is_one(lookup: Lookup, claim: Claim) -> bool:
    """Whether both sides stand in one phrase: of "Salt Front guerrillas" none fights the other."""
    one, two = _span(claim, "side"), _span(claim, "other")
    if one is None or two is None:
        return False
    first, last = sorted((one, two))
    return one.overlaps(two) or lookup.doc.text[first.end : last.start].isspace()


def _is_in_entry(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether a bracket about whoever stands before it names the elected: "Ana Mor (Labour, Osk, elected 1949)"."""
    elected = _span(claim, "elected")
    opened = next((k for k in range(i, -1, -1) if parse.word(k) in "()"), -1)
    if elected is None or opened < 1 or parse.word(opened) != "(" or elected.start < parse.tokens[opened].end:
        return False
    listed = all(parse.tokens[k].upos not in ("VERB", "AUX", "PRON") for k in range(opened, i))
    return listed and parse.tokens[opened - 1].upos == "PROPN" and not parse.kids(i, "nsubj", "aux", "aux:pass")


def _is_happening(parse: Parse, claim: Claim) -> bool:
    """Whether what came over people is taken for somebody: "the war that toppled them", "a fever attacked him"."""
    doer = head_at(parse, _span(claim, "opponent", "attacker"))
    if doer is not None and parse.lemmas[doer] in ("which", "that"):
        doer = parse.tokens[parse.tokens[doer].head].head
    return doer is not None and doer >= 0 and parse.lemmas[doer].lower() in _words("happenings")


def _lies_on_road(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether the place of an ambush is taken for its target: "an ambush on the Osh highway"."""
    target = head_at(parse, _span(claim, "target"))
    road = target is not None and parse.lemmas[target].lower() in _words("roads")
    return road and parse.lemmas[i] == "ambush" and parse.tokens[i].upos == "NOUN"


def _travels(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether somebody without arms enters a country: "four citizens of Osh who entered Corvina"."""
    who = head_at(parse, _span(claim, "invader"))
    return who is not None and parse.lemmas[i] in ("enter", "cross") and parse.lemmas[who] in _words("unarmed")


def _by_the_blamer(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether whoever thanks or blames is said to have done it: "Vale thanked Duda for meeting the miners"."""
    first = next(iter(predicate(claim.predicate).roles))
    doer, head = head_at(parse, _span(claim, first)), parse.tokens[i].head
    if doer is None or head < 0 or parse.tokens[i].deprel != "advcl" or parse.tokens[i].xpos != "VBG":
        return False
    own = parse.subjects(i)
    blames = {f.token for f in parse.subjects(head)}
    return bool(own) and doer in blames and all(f.path == "controlled" and f.token not in blames for f in own)


def as_done(lookup: Lookup, parse: Parse, i: int, claim: Claim) -> Claim:
    """The claim with a toll of its own kind and a victim that is whoever was struck, as sure as it was owned up to."""
    if claim.certainty == "asserted" and _owned_up(parse, i, claim):
        claim = replace(claim, certainty="claimed")
    if _by_nobody(parse, i, claim):
        kept = tuple(a for a in claim.arguments if a.role not in DOERS)
        claim = replace(claim, arguments=kept, certainty="asserted", polarity="affirmed", certainty_cue=None)
    if claim.predicate in ("attacks", "bombs"):
        claim = _in_its_place(lookup, parse, i, claim)
    if claim.predicate == "elects":
        claim = _of_electors(parse, i, claim)
    arguments = tuple(_of_toll(lookup, claim, _in_range(claim, a)) for a in claim.arguments)
    if claim.predicate in ("kills", "injures", "abducts"):
        arguments = tuple(_people(parse, lookup, a) for a in arguments)
    return replace(claim, arguments=arguments) if arguments != claim.arguments else claim


def _owned_up(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether the doer only says so: "claimed responsibility for the bomb attack"."""
    first = next(iter(predicate(claim.predicate).roles))
    doer = head_at(parse, _span(claim, first))
    owned = (k for k in parse.path_up(i) if parse.lemmas[k] in _words("answering"))
    verbs = [parse.tokens[k].head for k in owned]
    verbs = [k for k in verbs if k >= 0 and parse.lemmas[k] in _words("owning_up")]
    return doer is not None and any(f.token == doer for k in verbs for f in parse.subjects(k))


def _by_nobody(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether nobody owns up to what was done: "no group has claimed responsibility for the killing"."""
    doer = head_at(parse, _span(claim, *DOERS))
    nobody = doer is not None and any(parse.lemmas[k] == "no" for k in parse.kids(doer, "det"))
    return nobody and any(parse.lemmas[k] in _words("answering") for k in (i, *parse.path_up(i), *parse.kids(i, "obj")))


def _in_its_place(lookup: Lookup, parse: Parse, i: int, claim: Claim) -> Claim:
    """The claim with what is attacked as its target, and where that stands as its place: "posts in Osh"."""
    target = claim.argument("target")
    head = head_at(parse, target.span) if target is not None else None
    if target is None or target.span is None or head is None or target.type not in ("place", "facility", "person"):
        return claim
    first = parse.tokens[head].head if parse.base(head) == "conj" else head
    struck = parse.tokens[first].head
    within = struck in parse.kids(i, "obj") and parse.preposition(first) in ("in", "at", "near", "outside")
    if not within or parse.base(first) != "nmod" or parse.tokens[struck].upos != "NOUN" or target.type == "person":
        return claim
    own = [k for k in parse.subtree(struck) if k <= struck and parse.tokens[k].upos not in ("DET", "PUNCT")]
    span = lookup.doc.span(parse.tokens[min(own)].start, parse.tokens[struck].end)
    kind = noun_type(parse.lemmas[struck], parse.word(struck).lower())
    kind = kind if kind in ("person", "organization", "facility", "vehicle") else "facility"
    others = tuple(a for a in claim.arguments if a.role not in ("target", "place"))
    place = replace(target, role="place")
    return replace(claim, arguments=(*others, Argument("target", span, None, kind), place))


def _of_electors(parse: Parse, i: int, claim: Claim) -> Claim:
    """The claim without whose man is elected: of "the League's Ana Mor was elected" the League is no electorate.

    Nor are those who were: of "the clerks elected were Ana Mor and Ivo Duda" the clerks elected nobody.
    """
    elected = head_at(parse, _span(claim, "elected"))
    were = parse.tokens[i].head if parse.tokens[i].deprel == "acl" and parse.tokens[i].xpos == "VBN" else -1
    own = {elected, parse.first_conjunct(elected) if elected is not None else None}

    def is_own(a: Argument) -> bool:
        head = head_at(parse, a.span) if a.role in ("of", "electorate") else None
        if head is None or a.antecedent is not None:
            return False
        base, by = parse.base(head), parse.preposition(head) == "by"
        if a.role == "electorate" and (head == were or (base in ("compound", "nmod:poss") and not by)):
            return True
        return elected is not None and parse.tokens[head].head in own and base in ("compound", "nmod", "nmod:poss")

    return replace(claim, arguments=tuple(a for a in claim.arguments if not is_own(a)))


def _in_range(claim: Claim, a: Argument) -> Argument:
    """All that a range counts: "three or four" wounded, not four."""
    count = claim.argument("count")
    ranged = count is not None and count.low is not None and count.high is not None and count.span is not None
    if a.role == "victim" and ranged and a.span is not None and count is not None and count.span is not None:
        return replace(a, span=count.span) if count.span.contains(a.span) else a
    return a


def _of_toll(lookup: Lookup, claim: Claim, a: Argument) -> Argument:
    """The hurt as the hurt: in "shot at the clinics, wounding five" nobody is killed."""
    kind = toll_at(lookup.doc.text, a.span) if a.role in TOLLS and a.span is not None else ""
    other = TOLLS.get(a.role, "")
    return replace(a, role=other) if kind == other and kind and claim.argument(other) is None else a


def _people(parse: Parse, lookup: Lookup, a: Argument) -> Argument:
    """Whoever was struck, not the body they are of: of "two Salt Front guards were killed" the guards."""
    head = head_at(parse, a.span) if a.role in STRUCK and a.type == "organization" else None
    if head is None or a.span is None or parse.base(head) not in ("compound", "nmod:desc", "amod"):
        return a
    noun = parse.tokens[head].head
    plural = parse.tokens[noun].xpos == "NNS" and noun_type(parse.lemmas[noun], parse.word(noun).lower()) == "person"
    if not plural or parse.tokens[noun].start - a.span.end != 1:
        return a
    first = min([a.span.start, *(parse.tokens[k].start for k in parse.kids(noun, "nummod"))])
    return replace(a, span=lookup.doc.span(first, parse.tokens[noun].end), type="person", antecedent=None, value=None)
