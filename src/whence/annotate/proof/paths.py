"""P2: what makes a path doubtful although a pattern fits: two dates that compete, a clause between, a possessive."""

import re
from collections.abc import Iterator

from whence.annotate.numbers import NUMBERED
from whence.annotate.proof.between import (
    AGENTS,
    after_and,
    another_begins,
    before_conjunction,
    before_next_verb,
    behind_another_verb,
    beside_the_list,
    done_by,
    explains,
    far_apposition,
    in_next_clause,
    is_described,
    nearer_subject,
    of_his,
    over_its_verb,
    owning,
    subject_behind,
    words_between,
)
from whence.annotate.proof.dated import date_doubts
from whence.annotate.proof.fault import Fault, cues, trigger_verb
from whence.annotate.proof.ground import Ground
from whence.annotate.syntax import Parse
from whence.model import SHEET, Argument, Claim, Span

IF_ANY = re.compile(r",? [\"“‘']?if (?:any|such|there)\b")
SUPPORT_OF = re.compile(r"(?:support|backing|help|assistance|aid|sponsorship) of (?:the )?", re.IGNORECASE)
OF_SOMEBODY = re.compile(r"\b(?:of|for|to|with|from) (?:the )?(?:[A-Z][\w.]* )?$")
PART_OF = re.compile(r"\bof (?:its|the|their|his|her|our) $")
PLACED = re.compile(r"\b(?:at|in|near|from) [A-Z][\w’'-]+ $")  # "engineer at Puerto Norte": no man is called Norte
COUNTS = frozenset({"count", "killed", "injured", "number"})
BRACKETED = re.compile(r"\s*\(\s*(?:the\s+|alias\s+|a\.?k\.?a\.?\s+)?[\"“‘']?")


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
    reason = date_doubts(ground, claim, parse)
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
    if claim.trigger is not None and arg.type in AGENTS and ";" in words_between(ground, claim, arg):
        return f"a semicolon parts {words!r} from the trigger"
    if IF_ANY.match(ground.doc.text, arg.span.end):
        return f"{words!r} is there only if there is any"
    if acts and parse is not None and owning(ground, parse, arg):
        return f"what {words!r} owns is meant, not {words!r}"
    if arg.role in ("group", "whole") and after in ("'s", "’s") and claim.trigger and claim.trigger.end <= arg.span.end:
        return f"what {words!r} owns is meant, not {words!r}"
    reason = _misplaced(ground, claim, arg, parse)
    if reason:
        return reason
    if parse is not None and far_apposition(parse, claim, arg):
        return f"a verb stands between {words!r} and what it is said to be"
    if in_next_clause(ground, claim, arg) or (parse is not None and before_conjunction(parse, claim, arg)):
        return f"{words!r} stands in a clause of its own"
    if parse is not None and subject_behind(ground, claim, arg, parse):
        return f"{words!r} is the subject of the verb behind it"
    if parse is not None and over_its_verb(parse, claim, arg):
        return f"a verb stands between {words!r} and the clause that is said of it"
    if not _beside_its_alias(ground, claim, arg) and (
        is_described(ground, claim, arg)
        or (parse is not None and any(explains(parse, other, arg) for other in claim.arguments))
    ):
        return f"{words!r} is the one who is described"
    if acts and parse is not None and nearer_subject(parse, claim, arg):
        return f"another subject stands between {words!r} and the verb"
    if acts and parse is not None and beside_the_list(parse, arg):
        return f"a preposition parts {words!r} from the list that it is read in"
    if parse is not None and done_by(ground, claim, arg, parse):
        return f"{words!r} stands with those who did it"
    if parse is not None and before_next_verb(ground, claim, arg, parse):
        return f"{words!r} is the object of the verb before"
    if parse is not None and behind_another_verb(ground, claim, arg, parse):
        return f"another verb stands nearer to {words!r}"
    if parse is not None and of_his(ground, claim, arg, parse):
        return f"it is said of what is {words!r}'s"
    if another_begins(ground, claim, arg):
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
    if arg.role == "holder" and after_and(ground, claim, arg):
        return f"{words!r} may be another than the one who holds the post"
    return ""


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


def _complement(ground: Ground, claim: Claim, arg: Argument) -> bool:
    """Whether the name only says whose speaker it is: "the lawyer of Ada Mensah denied"."""
    if arg.span is None or claim.trigger is None or claim.trigger < arg.span or arg.antecedent is not None:
        return False
    before = ground.doc.text[max(claim.evidence.start, arg.span.start - 40) : arg.span.start]
    return bool(OF_SOMEBODY.search(before)) and arg.span in ground.lookup.named


def _is_verb(parse: Parse, claim: Claim) -> bool:
    return trigger_verb(parse, claim) is not None and not _holds_arguments(claim)


def _holds_arguments(claim: Claim) -> bool:
    return any(a.span and claim.trigger and claim.trigger.contains(a.span) for a in claim.arguments)


def _adjective(parse: Parse, arg: Argument) -> bool:
    head = parse.head_of(arg.span.start, arg.span.end) if arg.span else None
    return head is not None and parse.base(head) in ("amod", "compound") and arg.type in AGENTS


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
