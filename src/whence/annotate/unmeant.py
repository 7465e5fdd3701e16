"""Words that look like a deed and tell of none, or of one by somebody else or to somebody else.

"Was struck by the beauty of the bay", "police are investigating the raid", "the death of Duda's wife": nobody is hit,
the police raid nobody, and Duda lives.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from whence.annotate.arguments.around import head_at
from whence.annotate.arguments.lookup import Lookup
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.syntax import Parse
from whence.model import Argument, Claim, Span
from whence.vocab import word_set

BLOWS = frozenset({"attacks", "injures", "kills", "bombs"})
JUDGED = frozenset({"accuses", "condemns", "praises"})
STRUCK = ("victim", "person", "target", "elected", "appointee")
DOERS = ("attacker", "killer", "injurer", "bomber", "abductor", "captor")
DEEDS = BLOWS | {"abducts", "captures"}
OF_A_BODY = re.compile(
    r"(?:\s(?:[A-Z][\w’'-]*|and|&|of)){0,3}\s(?:Commission|Board|Committee|Council|Tribunal|Authority|Court|Office|Observatory)\b"
)
OPENING, CLOSING = re.compile(r"(?:[\"“]|``)\s?$"), re.compile(r"\s?(?:[\"”]|'')")
NOT_ONE = re.compile(r"not (?:a single|one)\s", re.IGNORECASE)


def _words(key: str) -> frozenset[str]:
    return word_set("unmeant.yaml", key)


def is_unmeant(lookup: Lookup, parse: Parse, i: int, claim: Claim) -> bool:
    """Whether the words at trigger `i` tell of no such deed, or not of whom the claim names."""
    name = claim.predicate
    if name in BLOWS and (_is_moved(parse, i) or _is_written(parse, i)):
        return True
    if name in ("attacks", "bombs") and _is_only_where(parse, i, claim):
        return True
    if name in JUDGED and _is_only_judged(parse, i):
        return True
    if name == "family_of":
        return _is_title_of_kin(lookup, parse, claim)
    if name == "clashes_with":
        return _is_against_ill(parse, claim)
    if name == "based_in":
        return _is_of_outpost(parse, i, claim)
    if name == "directs":
        work = head_at(parse, _span(claim, "directed"))
        led = parse.lemmas[work] if work is not None else ""
        return led in _words("musicians") or (parse.lemmas[i] == "direct" and led in _words("works"))
    if name == "holds_election":
        election = _span(claim, "election")
        return election is not None and OF_A_BODY.match(parse.text, election.end) is not None
    return _befell_kin(parse, i, claim)


def is_byname(lookup: Lookup, claim: Claim) -> bool:
    """Whether quotation marks set a title and a first name apart as a byname: of "Ivo Duda, “King Ivo”," no king."""
    post, holder = _span(claim, "post"), _span(claim, "holder")
    if claim.predicate != "holds_role" or post is None or holder is None or post.end + 1 != holder.start:
        return False
    text = lookup.doc.text
    named = " " not in lookup.doc.quote(holder)
    return named and bool(OPENING.search(text, 0, post.start)) and CLOSING.match(text, holder.end) is not None


def as_meant(lookup: Lookup, parse: Parse, i: int, claim: Claim) -> Claim:
    """The claim without a doer, a weapon or a body that is not its own."""
    if claim.predicate in DEEDS:
        own = (a for a in claim.arguments if not (_looks_back(parse, i, a) or _is_of_other_deed(parse, i, a)))
        claim = replace(claim, arguments=tuple(own))
    if claim.predicate == "holds_role":
        own = (a for a in claim.arguments if not _is_party(parse, claim, a))
        return replace(claim, arguments=tuple(own))
    if claim.predicate == "holds_rank":
        own = (a for a in claim.arguments if not _is_of_post(parse, claim, a))
        return replace(claim, arguments=tuple(own))
    return _befell_nobody(lookup, claim)


def _span(claim: Claim, *roles: str) -> Span | None:
    return next((a.span for a in claim.arguments if a.role in roles and a.span is not None), None)


def _is_moved(parse: Parse, i: int) -> bool:
    """Whether somebody is only impressed: "was struck by the beauty of the bay"."""
    by = (f.token for p in ("by", "at", "with") for f in parse.oblique(i, p))
    struck = parse.lemmas[i] in ("strike", "hit") and parse.is_passive(i)
    return struck and any(parse.lemmas[k] in _words("impressions") for k in by)


def _is_written(parse: Parse, i: int) -> bool:
    """Whether somebody is attacked in writing: "published a letter attacking the minister"."""
    if parse.tokens[i].xpos != "VBG" or parse.lemmas[i] != "attack" or parse.base(i) not in ("acl", "advcl", "xcomp"):
        return False
    above = parse.tokens[i].head
    return any(parse.lemmas[k] in _words("writings") for k in (above, *parse.kids(above, "obj", "nsubj:pass")))


def _is_only_where(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether the target is where something else was struck: "the police are investigating an attack in Osh"."""
    target = claim.argument("target")
    head = head_at(parse, target.span) if target is not None and target.type == "place" else None
    if head is None or claim.maker.stage != "annotate.learned" or parse.tokens[i].upos != "NOUN":
        return False
    return parse.preposition(head) in ("in", "near") and parse.tokens[head].head == i


def _is_only_judged(parse: Parse, i: int) -> bool:
    """Whether it is only said what it would be to do so: "it is absurd to blame the crew"."""
    above = parse.tokens[i].head
    clause = above >= 0 and parse.base(i) in ("csubj", "advcl", "xcomp", "ccomp") and parse.is_infinitive(i)
    if not clause or parse.lemmas[above] not in _words("judging") or not parse.kids(above, "cop"):
        return False
    return any(parse.lemmas[k] == "it" for k in parse.kids(above, "expl", "nsubj"))


def _is_against_ill(parse: Parse, claim: Claim) -> bool:
    """Whether what is fought is no side in a fight: "bodies fighting crime"."""
    sides = (head_at(parse, _span(claim, role)) for role in ("side", "other"))
    return any(k is not None and parse.lemmas[k].lower() in _words("ills") for k in sides)


def _is_title_of_kin(lookup: Lookup, parse: Parse, claim: Claim) -> bool:
    """Whether a title behind a name and a comma is taken for one more relative: "son of Ivo II, Duke of Osh"."""
    relative = _span(claim, "relative")
    head = head_at(parse, relative)
    if head is None or relative is None or parse.base(head) not in ("conj", "appos"):
        return False
    if " " in lookup.doc.quote(relative):
        return False
    beside = parse.text[: relative.start].rstrip().endswith(",") and not parse.kids(head, "cc", "det", "nmod:poss")
    return beside and parse.word(head)[:1].isupper() and parse.text.startswith(" of ", relative.end)


def _is_of_outpost(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether only a part of a body is there: "a branch of the bank located in the old town"."""
    body = head_at(parse, _span(claim, "body"))
    if body is None or parse.lemmas[i] not in ("locate", "located", "situate", "situated"):
        return False
    above = parse.tokens[body].head
    return above >= 0 and parse.preposition(body) == "of" and parse.lemmas[above] in _words("outposts")


def _befell_kin(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether it befell who is somebody's, not himself: "the death of Duda's wife", "shot the mayor's brother"."""
    struck = claim.argument("person") if claim.predicate == "died" else claim.argument("victim")
    head = head_at(parse, struck.span) if struck is not None else None
    if head is None or claim.predicate not in ("died", "kills", "injures", "abducts"):
        return False
    noun = parse.tokens[head].head
    if noun < 0 or parse.tokens[head].deprel != "nmod:poss" or noun == i or head > noun:
        return False
    of_it = parse.preposition(noun) == "of" or parse.tokens[noun].deprel in ("obj", "nsubj:pass")
    hung = parse.tokens[noun].head == i and of_it
    return hung and noun_type(parse.lemmas[noun], parse.word(noun).lower()) == "person"


def _verbs_above(parse: Parse, i: int) -> Iterator[int]:
    return (k for k in parse.path_up(i) if parse.tokens[k].upos == "VERB")


def _looks_back(parse: Parse, i: int, a: Argument) -> bool:
    """Whether a doer only does something about the deed: "police are investigating the raid"."""
    doer = head_at(parse, a.span) if a.role in DOERS else None
    verb = next(_verbs_above(parse, i), -1)
    if doer is None or verb < 0 or parse.tokens[i].upos != "NOUN" or parse.lemmas[verb] not in _words("looking_back"):
        return False
    return not parse.is_passive(verb) and any(f.token == doer for f in parse.subjects(verb))


def _is_of_other_deed(parse: Parse, i: int, a: Argument) -> bool:
    """Whether a weapon is of a verb beside the deed, or a doer only what people died in: "killed in a crash"."""
    head = head_at(parse, a.span) if a.span is not None and a.antecedent is None else None
    if head is None:
        return False
    if a.role in DOERS:
        return parse.preposition(head) in ("in", "during") and parse.lemmas[head].lower() in _words("mishaps")
    if a.role != "weapon" or head in parse.subtree(i) or parse.tokens[i].upos != "VERB":
        return False
    verb = next((k for k in _verbs_above(parse, head)), -1)
    return verb >= 0 and verb != i and verb not in set(parse.path_up(i)) and parse.tokens[verb].head != i


def _is_party(parse: Parse, claim: Claim, a: Argument) -> bool:
    """Whether an adjective says of which party an office holder is: a "Liberal president" presides over no Liberals."""
    post = head_at(parse, _span(claim, "post"))
    head = head_at(parse, a.span) if a.role == "of" and a.antecedent is None else None
    if post is None or head is None or parse.lemmas[post].lower() not in _words("of_the_state"):
        return False
    party = parse.word(head).lower().endswith(("al", "ive", "ist", "ican", "atic"))
    return parse.tokens[head].upos == "ADJ" and parse.tokens[head].head == post and a.type == "organization" and party


def _is_of_post(parse: Parse, claim: Claim, a: Argument) -> bool:
    """Whether a body is that of a post behind the name, not of the rank: "General Duda, chief of the secret police"."""
    head = head_at(parse, a.span) if a.role == "of" and a.antecedent is None else None
    own = {head_at(parse, _span(claim, role)) for role in ("rank", "holder")}
    above = parse.tokens[head].head if head is not None else -1
    if head is None or above < 0 or parse.preposition(head) != "of":
        return False
    return above not in own and parse.tokens[above].upos == "NOUN" and parse.base(above) in ("appos", "conj")


def _befell_nobody(lookup: Lookup, claim: Claim) -> Claim:
    """The claim of whom none was struck, without "not a single": "not a single clerk was arrested"."""
    struck = next((a for a in claim.arguments if a.role in STRUCK and a.span is not None), None)
    if struck is None or struck.span is None or claim.polarity != "denied":
        return claim
    opened = NOT_ONE.match(lookup.doc.quote(struck.span))
    if opened is None:
        return claim
    one = replace(struck, span=replace(struck.span, start=struck.span.start + opened.end()))
    told = (one if a is struck else a for a in claim.arguments if a.role != "count")
    return replace(claim, arguments=tuple(told))
