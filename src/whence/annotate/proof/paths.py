"""P2: what makes a path doubtful although a pattern fits: two dates that compete, a clause between, a possessive."""

import re
from collections.abc import Iterator

from whence.annotate.numbers import NUMBERED
from whence.annotate.proof.ground import Ground
from whence.annotate.proof.licence import Fault, cues, trigger_verb
from whence.annotate.syntax import Parse
from whence.model import SHEET, Argument, Claim, Span, TimeExpression
from whence.vocab import predicate

APPOSED = re.compile(r", (?:the|an?|his|her|its|their)\b[^,;.]*")
IF_ANY = re.compile(r",? [\"“‘']?if (?:any|such|there)\b")
SUPPORT_OF = re.compile(r"(?:support|backing|help|assistance|aid|sponsorship) of (?:the )?", re.IGNORECASE)
OF_SOMEBODY = re.compile(r"\b(?:of|for|to|with|from) (?:the )?(?:[A-Z][\w.]* )?$")
PART_OF = re.compile(r"\bof (?:its|the|their|his|her|our) $")
AND_KIN = re.compile(r",? and (?:his|her|its|their)\b")
WHOSE = re.compile(r",? whose\b")
RELATIVE = re.compile(r",? (?:who|which|that|whose)\b")
APART = re.compile(r";|:\s|, (?:who|which|whose|where)\b")
NEXT_CLAUSE = re.compile(
    r", (?:while|whereas|although|though|when)\b|,? and (?:he|she|it|they|we|I) (?:to|by|for|with|from|of|in|at)\b"
)
ASIDE = re.compile(r"[,;:()\u2013\u2014]")
PLACED = re.compile(r"\b(?:at|in|near|from) [A-Z][\w’'-]+ $")  # "engineer at Puerto Norte": no man is called Norte
COUNTS = frozenset({"count", "killed", "injured", "number"})
SOME_DAY = re.compile(r"\b(?:an?|one|some|every|any) (?:\w+ )?$")
ENTRY = re.compile(r"(?:, [\d:]{4,5})?\s*[:\u2013\u2014]")
BRACKETED = re.compile(r"\s*\(\s*(?:the\s+|alias\s+|a\.?k\.?a\.?\s+)?[\"“‘']?")
AGENTS = frozenset({"person", "organization", "place", "facility"})
WHO = frozenset({"person", "organization"})
BY = re.compile(r"\bby\b")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Conjunctions that open a content clause: "in Lima, she said that ..." names the place of what is said.
CONTENT = frozenset({"that", "whether", "to"})


def doubts(ground: Ground, claim: Claim, frame: Claim) -> Iterator[Fault]:
    """Every reason to doubt the path of `frame`; each is a way in which a wrong tree once passed for a right one."""
    here = ground.sentence(claim.evidence)
    if here is not None and here[0].kind == SHEET:
        return  # labels part the fields, whatever signs stand between
    parse = here[1] if here else None
    for i, arg in enumerate(claim.arguments):
        reason = _argument(ground, claim, arg, parse)
        if reason:
            yield Fault("P2", f"args.{i}", reason)
    reason = _date(ground, claim, parse)
    if reason:
        yield Fault("P2", "valid", reason)
    if parse is not None and _told_of_another(ground, claim, parse):
        yield Fault("P2", "args.0", "whose kin is meant, the clause before leaves open")
    verb = _verb_in_title(frame, parse)
    if verb:
        yield Fault("P2", "trigger", f"{verb!r} stands between name and post")


def _beside_its_alias(ground: Ground, claim: Claim, arg: Argument) -> bool:
    """Whether nothing but a bracket stands between a bearer and its other name: "the Salt League of Osh (SLO)"."""
    alias = claim.argument("alias")
    if claim.predicate != "alias_of" or arg.role != "bearer" or arg.span is None or alias is None or alias.span is None:
        return False
    between = ground.doc.text[arg.span.end : alias.span.start] if arg.span < alias.span else ""
    return bool(BRACKETED.fullmatch(between))


def _told_of_another(ground: Ground, claim: Claim, parse: Parse) -> bool:
    """Whether kin stands behind a clause about somebody else: "the clerk who replaced Duda, his own godson"."""
    person = claim.argument("person")
    if claim.predicate != "family_of" or person is None or person.span is None or claim.trigger is None:
        return False
    head = parse.head_of(person.span.start, person.span.end)
    behind = person.span.end < claim.trigger.start
    return (
        behind
        and head is not None
        and any(
            parse.tokens[k].deprel == "acl:relcl" and parse.base(head) in ("obj", "obl") for k in parse.path_up(head)
        )
    )


def _nearer_number(parse: Parse, claim: Claim, arg: Argument) -> bool:
    """Whether the trigger has a number of its own beside another clause's: "nine men left, and two were killed"."""
    verb = trigger_verb(parse, claim)
    if verb is None or arg.span is None:
        return False
    own = [k for k in parse.kids(verb, "nsubj", "obj") if parse.tokens[k].upos == "NUM"]
    return any(not arg.span.start <= parse.tokens[k].start < arg.span.end for k in own)


def _argument(ground: Ground, claim: Claim, arg: Argument, parse: Parse | None) -> str:
    if arg.span is None or not claim.evidence.contains(arg.span):
        return ""
    words, after = ground.doc.quote(arg.span), ground.doc.text[arg.span.end : arg.span.end + 2]
    acts = parse is not None and _is_verb(parse, claim)
    placed = PLACED.search(ground.doc.text, max(0, arg.span.start - 40), arg.span.start)
    if arg.type == "person" and " " not in words and placed is not None:
        return f"{words!r} is the end of a longer name"
    if parse is not None and arg.role in COUNTS and _nearer_number(parse, claim, arg):
        return "another number stands with the trigger"
    if acts and after in ("'s", "’s"):
        return f"what {words!r} owns is meant, not {words!r}"
    if acts and parse is not None and _adjective(parse, arg):
        return f"{words!r} is said of another noun"
    if claim.trigger is not None and arg.type in AGENTS and ";" in _between(ground, claim, arg):
        return f"a semicolon parts {words!r} from the trigger"
    if IF_ANY.match(ground.doc.text, arg.span.end):
        return f"{words!r} is there only if there is any"
    if acts and parse is not None and _owning(ground, parse, arg):
        return f"what {words!r} owns is meant, not {words!r}"
    if arg.role in ("group", "whole") and after in ("'s", "’s") and claim.trigger and claim.trigger.end <= arg.span.end:
        return f"what {words!r} owns is meant, not {words!r}"
    reason = _misplaced(ground, claim, arg, parse)
    if reason:
        return reason
    if parse is not None and _far_apposition(parse, claim, arg):
        return f"a verb stands between {words!r} and what it is said to be"
    if _in_next_clause(ground, claim, arg) or (parse is not None and _before_conjunction(parse, claim, arg)):
        return f"{words!r} stands in a clause of its own"
    if parse is not None and _subject_behind(ground, claim, arg, parse):
        return f"{words!r} is the subject of the verb behind it"
    if parse is not None and _over_its_verb(parse, claim, arg):
        return f"a verb stands between {words!r} and the clause that is said of it"
    if not _beside_its_alias(ground, claim, arg) and (
        _described(ground, claim, arg)
        or (parse is not None and any(_explains(parse, other, arg) for other in claim.arguments))
    ):
        return f"{words!r} is the one who is described"
    if acts and parse is not None and _nearer_subject(parse, claim, arg):
        return f"another subject stands between {words!r} and the verb"
    if acts and parse is not None and _beside_the_list(parse, arg):
        return f"a preposition parts {words!r} from the list that it is read in"
    if parse is not None and _done_by(ground, claim, arg, parse):
        return f"{words!r} stands with those who did it"
    if parse is not None and _before_next_verb(ground, claim, arg, parse):
        return f"{words!r} is the object of the verb before"
    if parse is not None and _behind_another_verb(ground, claim, arg, parse):
        return f"another verb stands nearer to {words!r}"
    if parse is not None and _of_his(ground, claim, arg, parse):
        return f"it is said of what is {words!r}'s"
    if _another(ground, claim, arg):
        return f"another name stands between {words!r} and the trigger"
    if claim.trigger is not None and claim.trigger < arg.span and arg.role == "supported":
        between = ground.doc.text[claim.trigger.start : arg.span.start]
        if SUPPORT_OF.match(between):
            return f"{words!r} may be who gives support or who gets it"
    if f"{claim.predicate}.{arg.role}" in cues()["single"] and parse is not None and _plural(parse, arg):
        return f"{words!r} is more than one {arg.role}"
    if arg.role == "of" and _owned(ground, claim, arg):
        return f"the post is somebody else's, not of {words!r}"
    return ""


def _misplaced(ground: Ground, claim: Claim, arg: Argument, parse: Parse | None) -> str:
    """Why a name may not be the one that holds the role: a part of it, or beside whoever does."""
    if arg.span is None:
        return ""
    words, text = ground.doc.quote(arg.span), ground.doc.text
    if parse is not None and arg.span in ground.lookup.named and _cut_short(parse, arg.span):
        return f"{words!r} is a part of a longer name"
    if arg.role == "speaker" and _complement(ground, claim, arg):
        return f"{words!r} is said of whoever speaks"
    before = max(claim.evidence.start, arg.span.start - 24)
    if arg.role in NUMBERED and PART_OF.search(text, before, arg.span.start):
        return f"{words!r} is the whole of which a part is meant"
    if arg.role == "holder" and _after_and(ground, claim, arg):
        return f"{words!r} may be another than the one who holds the post"
    return ""


def _another(ground: Ground, claim: Claim, arg: Argument) -> bool:
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


def _cut_short(parse: Parse, span: Span) -> bool:
    """Whether the tree joins the name to a part of a name outside of it: "Ana" of "Ana Duarte"."""
    inside = parse.at(span.start, span.end)
    if not inside:
        return False
    for k in (inside[0] - 1, inside[-1] + 1):
        if not 0 <= k < len(parse.tokens) or parse.tokens[k].upos != "PROPN":
            continue
        if (parse.base(k) == "flat" and parse.tokens[k].head in inside) or (
            k > inside[-1] and any(parse.base(n) == "flat" and parse.tokens[n].head == k for n in inside)
        ):
            return True
    return False


def _owning(ground: Ground, parse: Parse, arg: Argument) -> bool:
    """Whether the whole phrase owns something: "the Duke of Osh's brother" is not the duke."""
    head = parse.head_of(arg.span.start, arg.span.end) if arg.span else None
    if head is None:
        return False
    end = parse.phrase(head)[1]
    return ground.doc.text[end : end + 2] in ("'s", "’s") or ground.doc.text[end - 2 : end] in ("'s", "’s")


def _complement(ground: Ground, claim: Claim, arg: Argument) -> bool:
    """Whether the name only says whose speaker it is: "the lawyer of Ada Mensah denied"."""
    if arg.span is None or claim.trigger is None or claim.trigger < arg.span or arg.antecedent is not None:
        return False
    before = ground.doc.text[max(claim.evidence.start, arg.span.start - 40) : arg.span.start]
    return bool(OF_SOMEBODY.search(before)) and arg.span in ground.lookup.named


def _of_his(ground: Ground, claim: Claim, arg: Argument, parse: Parse) -> bool:
    """Whether a clause with "whose" parts a subject from the trigger: of "A, whose mother is B's sister" A is none."""
    if arg.span is None or claim.trigger is None or not arg.span < claim.trigger or claim.trigger.overlaps(arg.span):
        return False
    if arg.role != predicate(claim.predicate).subject.name or not WHOSE.match(ground.doc.text, arg.span.end):
        return False
    return any(parse.tokens[k].upos in ("VERB", "AUX") for k in parse.at(arg.span.end, claim.trigger.start))


def _far_apposition(parse: Parse, claim: Claim, arg: Argument) -> bool:
    """Whether a tree hangs an apposition over a verb of another clause: "Ada left him, a member of the club said"."""
    if arg.span is None or claim.trigger is None:
        return False
    ends = [parse.head_of(s.start, s.end) for s in (arg.span, claim.trigger)]
    first, last = min(e if e is not None else -1 for e in ends), max(e if e is not None else -1 for e in ends)
    if first < 0 or parse.tokens[last].deprel != "appos" or parse.tokens[last].head != first:
        return False
    inside = set(parse.subtree(first))
    return any(parse.tokens[k].upos in ("VERB", "AUX") and k not in inside for k in range(first, last))


def _in_next_clause(ground: Ground, claim: Claim, arg: Argument) -> bool:
    """Whether "while" or "when" parts an argument from the trigger, or two names of one title from each other."""
    if arg.span is None or claim.trigger is None or arg.type not in AGENTS:
        return False
    within = claim.trigger.overlaps(arg.span)
    first = claim.trigger.start if within else claim.trigger.end
    return NEXT_CLAUSE.search(ground.doc.text, first, max(first, arg.span.start)) is not None


def _before_conjunction(parse: Parse, claim: Claim, arg: Argument) -> bool:
    """Whether the trigger's clause opens behind its subject: "A died, while B, known as C, denies it"."""
    verb = trigger_verb(parse, claim)
    if verb is None or arg.span is None or arg.type not in WHO or not _finite(parse, verb):
        return False
    marks = [k for k in parse.kids(verb, "mark") if parse.tokens[k].upos == "SCONJ" and parse.lemmas[k] not in CONTENT]
    return any(arg.span.end <= parse.tokens[k].start < parse.tokens[verb].start for k in marks)


def _subject_behind(ground: Ground, claim: Claim, arg: Argument, parse: Parse) -> bool:
    """Whether a comma parts a name from the trigger and a verb follows it: "Ada has died, her son B announced"."""
    verb = trigger_verb(parse, claim)
    if verb is None or not _finite(parse, verb):
        return False  # "Born in Osh, she taught there"
    if claim.trigger is None or arg.span is None or arg.type not in WHO or not claim.trigger < arg.span:
        return False
    if claim.trigger.overlaps(arg.span) or "," not in _between(ground, claim, arg):
        return False
    inside = parse.at(arg.span.start, arg.span.end)
    after = inside[-1] + 1 if inside else len(parse.tokens)
    while after < len(parse.tokens) and parse.tokens[after].upos == "ADV":
        after += 1
    if after >= len(parse.tokens):
        return False
    return parse.tokens[after].upos in ("VERB", "AUX") and parse.tokens[after].xpos in FINITE


def _over_its_verb(parse: Parse, claim: Claim, arg: Argument) -> bool:
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


def _described(ground: Ground, claim: Claim, arg: Argument) -> bool:
    """Whether the kinsman without a name is the very one named before him: "Ada Mensah, the founder's niece"."""
    other = claim.argument("person")
    if claim.predicate != "family_of" or arg.role != "relative" or other is None or not (other.span and arg.span):
        return False
    name = any(m.form == "name" and m.span.overlaps(arg.span) for m in ground.lookup.mentions)
    return name and APPOSED.fullmatch(ground.doc.text, arg.span.end, max(arg.span.end, other.span.start)) is not None


def _explains(parse: Parse, one: Argument, two: Argument) -> bool:
    """Whether one stands in apposition to the other: "Ada Mensah, the founder's *niece*" is no niece of hers."""
    if one is two or one.type != two.type or one.span is None or two.span is None:
        return False
    below, above = (parse.head_of(a.span.start, a.span.end) for a in (one, two) if a.span)
    if below is None or above is None:
        return False
    top = parse.first_conjunct(below)
    return parse.base(top) == "appos" and parse.tokens[top].head == above


def _nearer_subject(parse: Parse, claim: Claim, arg: Argument) -> bool:
    """Whether the verb over the trigger has its own subject: "a man whom the heirs failed to *elect*"."""
    verb = trigger_verb(parse, claim)
    while verb is not None and parse.tokens[verb].deprel == "xcomp":
        verb = parse.tokens[verb].head
        if any(arg.span and parse.tokens[k].start >= arg.span.end and k < verb for k in parse.kids(verb, "nsubj")):
            return True
    return False


def _beside_the_list(parse: Parse, arg: Argument) -> bool:
    """Whether a name is joined to one without its preposition: "B, asked by C and by the governor, A" asks not A."""
    head = parse.head_of(arg.span.start, arg.span.end) if arg.span else None
    if head is None or arg.type not in WHO:
        return False
    if parse.base(head) == "appos" and parse.base(parse.tokens[head].head) == "conj":
        head = parse.tokens[head].head
    first = parse.first_conjunct(head)
    return first != head and parse.preposition(head) not in ("", parse.preposition(first))


def _done_by(ground: Ground, claim: Claim, arg: Argument, parse: Parse) -> bool:
    """Whether whom a deed is done to stands behind its "by": "B, asked by C and by the governor, A" asks not A."""
    verb = trigger_verb(parse, claim)
    if verb is None or parse.tokens[verb].xpos != "VBN" or arg.role != list(predicate(claim.predicate).roles)[1]:
        return False
    if arg.span is None or claim.trigger is None or not claim.trigger.end <= arg.span.start:
        return False
    return arg.type in WHO and BY.search(_between(ground, claim, arg)) is not None


def _before_next_verb(ground: Ground, claim: Claim, arg: Argument, parse: Parse) -> bool:
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


def _behind_another_verb(ground: Ground, claim: Claim, arg: Argument, parse: Parse) -> bool:
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


def _after_and(ground: Ground, claim: Claim, arg: Argument) -> bool:
    """Whether "and his daughter" stands between a post and the name behind it."""
    post = claim.argument("post")
    if post is None or post.span is None or arg.span is None or arg.span < post.span:
        return False
    return bool(AND_KIN.search(ground.doc.text, post.span.end, arg.span.start))


def _is_verb(parse: Parse, claim: Claim) -> bool:
    return trigger_verb(parse, claim) is not None and not _holds_arguments(claim)


def _holds_arguments(claim: Claim) -> bool:
    return any(a.span and claim.trigger and claim.trigger.contains(a.span) for a in claim.arguments)


def _adjective(parse: Parse, arg: Argument) -> bool:
    head = parse.head_of(arg.span.start, arg.span.end) if arg.span else None
    return head is not None and parse.base(head) in ("amod", "compound") and arg.type in AGENTS


def _between(ground: Ground, claim: Claim, arg: Argument) -> str:
    if claim.trigger is None or arg.span is None:
        return ""
    first, second = sorted((claim.trigger, arg.span))
    return ground.doc.text[first.end : second.start]


def _plural(parse: Parse, arg: Argument) -> bool:
    head = parse.head_of(arg.span.start, arg.span.end) if arg.span else None
    return head is not None and parse.tokens[head].upos == "NOUN" and parse.word(head).lower() != parse.lemmas[head]


def _owned(ground: Ground, claim: Claim, arg: Argument) -> bool:
    """Whether "their", "his" or "the Board's" stands before the post of which something else is called the body."""
    post = claim.argument("post")
    if post is None or post.span is None or arg.span is None or arg.span < post.span:
        return False
    before = ground.doc.text[max(0, post.span.start - 12) : post.span.start].lower().split()
    return bool(before) and (before[-1] in cues()["possessive"] or before[-1].endswith(("'s", "’s")))


def _date(ground: Ground, claim: Claim, parse: Parse | None) -> str:
    """A date is sure when it hangs on the trigger's own clause and no other date of the sentence hangs nearer."""
    if claim.valid.inferred and claim.valid.span is None:
        return ""
    mine = {p.strip("~?") for v in (claim.valid.edtf, claim.valid.start, claim.valid.end) if v for p in v.split("/")}
    mine -= {"", ".."}
    if not mine or claim.trigger is None:
        return ""
    here = ground.times(claim.evidence)
    own = [t for t in here if mine & {p.strip("~?") for p in (t.edtf or "").split("/")}]
    others = [t for t in here if t not in own]
    if not own:
        return ""
    if any(t.inferred for t in own) and not all(t.inferred for t in others):
        return "the year is taken from the document though the sentence names another"
    if any(t.inferred and t.anchor == "text" for t in own):
        return "the year is taken from another sentence"
    if any(t.anchor == "document" and t.edtf == ground.scene.published for t in own):
        return "the day of the document itself may be a week off"
    reason = _far(ground, claim, own)
    if reason:
        return reason
    rivals = [t for t in others if _near(claim, t) <= max(_near(claim, o) for o in own) + 30]
    if rivals:
        return f"{ground.doc.quote(rivals[0].span)!r} competes for the date"
    if parse is not None and all(_in_name(parse, claim, t) for t in own):
        return f"{ground.doc.quote(own[0].span)!r} is part of what a name says"
    if parse is not None and all(_other_clause(parse, claim, t) for t in own):
        return f"{ground.doc.quote(own[0].span)!r} stands in a clause of its own"
    return ""


def _far(ground: Ground, claim: Claim, own: list[TimeExpression]) -> str:
    """What parts a date from a claim although the tree may join them."""
    text, words = ground.doc.text, ground.doc.quote(own[0].span)
    at = claim.trigger
    if at is not None and all(at < t.span and APART.search(text, at.end, t.span.start) for t in own):
        return f"{words!r} stands in a clause of its own"
    if all(t.inferred for t in own):
        if all(SOME_DAY.search(text, max(claim.evidence.start, t.span.start - 16), t.span.start) for t in own):
            return f"{words!r} may be any such day"
        if claim.certainty == "intended" and (claim.valid.start or claim.valid.edtf or "9") < (_day(ground) or "0"):
            return f"{words!r} lies before the document that plans it"
        if all(t.span.start < claim.evidence.start + 3 and ENTRY.match(text, t.span.end) for t in own):
            return f"{words!r} opens an entry of a list, whose year stands elsewhere"
    return ""


def _day(ground: Ground) -> str:
    return (ground.scene.published or "").strip("~?").split("/")[0]


def _near(claim: Claim, time: TimeExpression) -> int:
    """How many characters lie between a date and what of the claim stands nearest, its arguments counted in."""
    spans = [claim.trigger, *(a.span for a in claim.arguments)]
    gaps = (max(s.start - time.span.end, time.span.start - s.end, 0) for s in spans if s is not None)
    return min(gaps, default=0)


def _in_name(parse: Parse, claim: Claim, time: TimeExpression) -> bool:
    """Whether a date is a modifier of an argument: "the 1967 Act" was not passed in 1967 by that alone."""
    head = parse.head_of(time.span.start, time.span.end)
    if head is None or claim.trigger is None or parse.tokens[head].head < 0:
        return False
    noun = parse.tokens[parse.tokens[head].head]
    if claim.trigger.start <= noun.start < claim.trigger.end or parse.kids(head, "case"):
        return False
    return time.span.start < noun.start and any(
        a.span and a.span.start <= noun.start < a.span.end for a in claim.arguments
    )


def _other_clause(parse: Parse, claim: Claim, time: TimeExpression) -> bool:
    """Whether the date hangs on a verb beside the trigger's: "was born in 1961 and joined at seventeen"."""
    if claim.trigger is None:
        return False
    head, trigger = (parse.head_of(s.start, s.end) for s in (time.span, claim.trigger))
    if head is None or trigger is None:
        return False
    mine, his = _verb_over(parse, trigger), _verb_over(parse, head)
    if mine == his or his is None or mine is None:
        return False
    first = parse.tokens[his].start < time.span.start
    if first and claim.trigger.end <= parse.tokens[his].start and his not in set(parse.path_up(mine)):
        return True  # "although he denied it, she told the court on Friday"
    return parse.base(mine) == "conj" and his in set(parse.path_up(mine)) and first


def _verb_over(parse: Parse, i: int) -> int | None:
    for k in (i, *parse.path_up(i)):
        if parse.tokens[k].upos == "VERB" or parse.kids(k, "cop"):
            return k
    return None


def _verb_in_title(frame: Claim, parse: Parse | None) -> str:
    """A verb that is none of those that give titles, inside the stretch of a title: the name is of another clause."""
    inside = [a.span for a in frame.arguments if a.span and frame.trigger and frame.trigger.contains(a.span)]
    if parse is None or frame.trigger is None or len(inside) < 2:
        return ""
    for k in parse.at(frame.trigger.start, frame.trigger.end):
        token = parse.tokens[k]
        covered = any(s.start <= token.start < s.end for s in inside)
        if token.upos == "VERB" and not covered and parse.lemmas[k] not in cues()["titling"]:
            return parse.word(k)
    return ""
