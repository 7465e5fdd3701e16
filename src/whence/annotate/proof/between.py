"""Words between a name and a trigger that make it doubtful whether the name holds the role."""

import re

from whence.annotate.proof.fault import cues, trigger_verb
from whence.annotate.proof.ground import Ground
from whence.annotate.syntax import Parse
from whence.model import Argument, Claim
from whence.vocab import predicate

APPOSED = re.compile(r", (?:the|an?|his|her|its|their)\b[^,;.]*")
AND_KIN = re.compile(r",? and (?:his|her|its|their)\b")
WHOSE = re.compile(r",? whose\b")
RELATIVE = re.compile(r",? (?:who|which|that|whose)\b")
NEXT_CLAUSE = re.compile(
    r", (?:while|whereas|although|though|when)\b|,? and (?:he|she|it|they|we|I) (?:to|by|for|with|from|of|in|at)\b"
)
ASIDE = re.compile(r"[,;:()\u2013\u2014]")
AGENTS = frozenset({"person", "organization", "place", "facility"})
WHO = frozenset({"person", "organization"})
BY = re.compile(r"\bby\b")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Conjunctions that open a content clause: "in Lima, she said that ..." names the place of what is said.
CONTENT = frozenset({"that", "whether", "to"})


def another_begins(ground: Ground, claim: Claim, arg: Argument) -> bool:
    """Whether a new subject begins between a name and the trigger: "A replaced him, and B, who hid, was arrested"."""
    if claim.trigger is None or arg.span is None or arg.span > claim.trigger or arg.type not in AGENTS:
        return False
    between = ground.doc.span(arg.span.end, max(arg.span.end, claim.trigger.start))
    mine = {a.span for a in claim.arguments}
    for mention in ground.mentions(between):
        begins = ground.doc.text[arg.span.end : mention.span.start].endswith(", and ")
        known = mention.form == "name" and mention.type == arg.type and mention.span not in mine
        if begins and known:
            return True
        # "succeeding B, who was born": the relative clause is of the name before it.
        if known and RELATIVE.match(ground.doc.text, mention.span.end, claim.trigger.start):
            return True
    return False


def owning(ground: Ground, parse: Parse, arg: Argument) -> bool:
    """Whether the whole phrase owns something: "the Duke of Osh's brother" is not the duke."""
    head = parse.head_of(arg.span.start, arg.span.end) if arg.span else None
    if head is None:
        return False
    end = parse.phrase(head)[1]
    return ground.doc.text[end : end + 2] in ("'s", "’s") or ground.doc.text[end - 2 : end] in ("'s", "’s")


def of_his(ground: Ground, claim: Claim, arg: Argument, parse: Parse) -> bool:
    """Whether a clause with "whose" parts a subject from the trigger: of "A, whose mother is B's sister" A is none."""
    if arg.span is None or claim.trigger is None or not arg.span < claim.trigger or claim.trigger.overlaps(arg.span):
        return False
    if arg.role != predicate(claim.predicate).subject.name or not WHOSE.match(ground.doc.text, arg.span.end):
        return False
    return any(parse.tokens[k].upos in ("VERB", "AUX") for k in parse.at(arg.span.end, claim.trigger.start))


def far_apposition(parse: Parse, claim: Claim, arg: Argument) -> bool:
    """Whether a tree hangs an apposition over a verb of another clause: "Ada left him, a member of the club said"."""
    if arg.span is None or claim.trigger is None:
        return False
    ends = [parse.head_of(s.start, s.end) for s in (arg.span, claim.trigger)]
    first, last = min(e if e is not None else -1 for e in ends), max(e if e is not None else -1 for e in ends)
    if first < 0 or parse.tokens[last].deprel != "appos" or parse.tokens[last].head != first:
        return False
    inside = set(parse.subtree(first))
    return any(parse.tokens[k].upos in ("VERB", "AUX") and k not in inside for k in range(first, last))


def in_next_clause(ground: Ground, claim: Claim, arg: Argument) -> bool:
    """Whether "while" or "when" parts an argument from the trigger, or two names of one title from each other."""
    if arg.span is None or claim.trigger is None or arg.type not in AGENTS:
        return False
    within = claim.trigger.overlaps(arg.span)
    first = claim.trigger.start if within else claim.trigger.end
    return NEXT_CLAUSE.search(ground.doc.text, first, max(first, arg.span.start)) is not None


def before_conjunction(parse: Parse, claim: Claim, arg: Argument) -> bool:
    """Whether the trigger's clause opens behind its subject: "A died, while B, known as C, denies it"."""
    verb = trigger_verb(parse, claim)
    if verb is None or arg.span is None or arg.type not in WHO or not _finite(parse, verb):
        return False
    marks = [k for k in parse.kids(verb, "mark") if parse.tokens[k].upos == "SCONJ" and parse.lemmas[k] not in CONTENT]
    return any(arg.span.end <= parse.tokens[k].start < parse.tokens[verb].start for k in marks)


def subject_behind(ground: Ground, claim: Claim, arg: Argument, parse: Parse) -> bool:
    """Whether a comma parts a name from the trigger and a verb follows it: "Ada has died, her son B announced"."""
    verb = trigger_verb(parse, claim)
    if verb is None or not _finite(parse, verb):
        return False  # "Born in Osh, she taught there"
    if claim.trigger is None or arg.span is None or arg.type not in WHO or not claim.trigger < arg.span:
        return False
    if claim.trigger.overlaps(arg.span) or "," not in words_between(ground, claim, arg):
        return False
    inside = parse.at(arg.span.start, arg.span.end)
    after = inside[-1] + 1 if inside else len(parse.tokens)
    while after < len(parse.tokens) and parse.tokens[after].upos == "ADV":
        after += 1
    if after >= len(parse.tokens):
        return False
    return parse.tokens[after].upos in ("VERB", "AUX") and parse.tokens[after].xpos in FINITE


def over_its_verb(parse: Parse, claim: Claim, arg: Argument) -> bool:
    """Whether a tree hangs a relative clause on a name over the name's own verb: "Ada told him that B had shot"."""
    verb = trigger_verb(parse, claim)
    head = parse.head_of(arg.span.start, arg.span.end) if arg.span else None
    if verb is None or head is None or parse.tokens[verb].deprel != "acl:relcl":
        return False
    noun = parse.tokens[verb].head
    if not noun <= head < verb or (head != noun and parse.tokens[head].head != noun):
        return False
    own = set(parse.subtree(noun))
    return any(parse.tokens[k].upos == "VERB" and k not in own for k in range(head, verb))


def is_described(ground: Ground, claim: Claim, arg: Argument) -> bool:
    """Whether the kinsman without a name is the very one named before him: "Ada Mensah, the founder's niece"."""
    other = claim.argument("person")
    if claim.predicate != "family_of" or arg.role != "relative" or other is None or not (other.span and arg.span):
        return False
    name = any(m.form == "name" and m.span.overlaps(arg.span) for m in ground.lookup.mentions)
    return name and APPOSED.fullmatch(ground.doc.text, arg.span.end, max(arg.span.end, other.span.start)) is not None


def explains(parse: Parse, one: Argument, two: Argument) -> bool:
    """Whether one stands in apposition to the other: "Ada Mensah, the founder's *niece*" is no niece of hers."""
    if one is two or one.type != two.type or one.span is None or two.span is None:
        return False
    below, above = (parse.head_of(a.span.start, a.span.end) for a in (one, two) if a.span)
    if below is None or above is None:
        return False
    top = parse.first_conjunct(below)
    return parse.base(top) == "appos" and parse.tokens[top].head == above


def nearer_subject(parse: Parse, claim: Claim, arg: Argument) -> bool:
    """Whether the verb over the trigger has its own subject: "a man whom the heirs failed to *elect*"."""
    verb = trigger_verb(parse, claim)
    while verb is not None and parse.tokens[verb].deprel == "xcomp":
        verb = parse.tokens[verb].head
        if any(arg.span and parse.tokens[k].start >= arg.span.end and k < verb for k in parse.kids(verb, "nsubj")):
            return True
    return False


def beside_the_list(parse: Parse, arg: Argument) -> bool:
    """Whether a name is joined to one without its preposition: "B, asked by C and by the governor, A" asks not A."""
    head = parse.head_of(arg.span.start, arg.span.end) if arg.span else None
    if head is None or arg.type not in WHO:
        return False
    if parse.base(head) == "appos" and parse.base(parse.tokens[head].head) == "conj":
        head = parse.tokens[head].head
    first = parse.first_conjunct(head)
    return first != head and parse.preposition(head) not in ("", parse.preposition(first))


def done_by(ground: Ground, claim: Claim, arg: Argument, parse: Parse) -> bool:
    """Whether whom a deed is done to stands behind its "by": "B, asked by C and by the governor, A" asks not A."""
    verb = trigger_verb(parse, claim)
    if verb is None or parse.tokens[verb].xpos != "VBN" or arg.role != list(predicate(claim.predicate).roles)[1]:
        return False
    if arg.span is None or claim.trigger is None or not claim.trigger.end <= arg.span.start:
        return False
    return arg.type in WHO and BY.search(words_between(ground, claim, arg)) is not None


def before_next_verb(ground: Ground, claim: Claim, arg: Argument, parse: Parse) -> bool:
    """Whether a name stands right behind one finite verb and before the next: "she loathed A, praised B"."""
    verb = trigger_verb(parse, claim)
    if verb is None or arg.span is None or claim.trigger is None or arg.type not in WHO:
        return False
    if not _finite(parse, verb) or ground.doc.text[arg.span.end : claim.trigger.start].strip() != ",":
        return False
    first = next(iter(parse.at(arg.span.start, arg.span.end)), 0)
    titles = ("PROPN", "DET", "ADJ")
    before = next((k for k in range(first - 1, -1, -1) if parse.tokens[k].upos not in titles), -1)
    return before >= 0 and parse.tokens[before].upos == "VERB" and parse.tokens[before].xpos in FINITE


def _finite(parse: Parse, verb: int) -> bool:
    return any(parse.tokens[k].xpos in FINITE for k in (verb, *parse.kids(verb, "aux")))


def behind_another_verb(ground: Ground, claim: Claim, arg: Argument, parse: Parse) -> bool:
    """Whether a verb with a subject of its own parts them: "born in Osh, she taught in Lima" names one birthplace."""
    if arg.span is None or claim.trigger is None or not claim.trigger < arg.span or claim.trigger.overlaps(arg.span):
        return False
    head = parse.head_of(arg.span.start, arg.span.end)
    above = set(parse.path_up(head)) if head is not None else set()
    for k in parse.at(claim.trigger.end, arg.span.start):
        finite = parse.tokens[k].upos == "VERB" and parse.tokens[k].start >= claim.trigger.end and k not in above
        aside = finite and ASIDE.search(ground.doc.text, parse.tokens[k].end, arg.span.start)
        if finite and not aside and _new_subject(parse, claim.trigger.end, k):
            return True
    return False


def _new_subject(parse: Parse, start: int, verb: int) -> bool:
    """Whether a subject stands before the verb, behind `start`: by the tree, or right before a finite verb."""
    if any(parse.tokens[n].start >= start and n < verb for n in parse.kids(verb, "nsubj")):
        return True
    before = next((k for k in range(verb - 1, -1, -1) if parse.tokens[k].upos not in ("AUX", "ADV")), None)
    if before is None or parse.tokens[before].start < start or parse.tokens[verb].xpos not in ("VBD", "VBZ", "VBP"):
        return False
    return parse.tokens[before].upos == "PRON" and parse.lemmas[before] not in cues()["relative"]


def after_and(ground: Ground, claim: Claim, arg: Argument) -> bool:
    """Whether "and his daughter" stands between a post and the name behind it."""
    post = claim.argument("post")
    if post is None or post.span is None or arg.span is None or arg.span < post.span:
        return False
    return bool(AND_KIN.search(ground.doc.text, post.span.end, arg.span.start))


def words_between(ground: Ground, claim: Claim, arg: Argument) -> str:
    """The words between the trigger and an argument, whichever comes first."""
    if claim.trigger is None or arg.span is None:
        return ""
    first, second = sorted((claim.trigger, arg.span))
    return ground.doc.text[first.end : second.start]
