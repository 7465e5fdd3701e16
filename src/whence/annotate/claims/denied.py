"""What is denied by other words than deny, and whom it concerns."""

import re
from collections.abc import Sequence
from dataclasses import replace

from whence.annotate.arguments.lookup import Lookup
from whence.annotate.claims.alike import identity
from whence.annotate.claims.worth import ONESELF, same_bearer
from whence.annotate.refused import misdeeds, refuses
from whence.annotate.syntax import Parse
from whence.model import Argument, Mention, Sentence, Voice

# What is not there is no deed: "said there was no need for alarm" denies nothing.
NO_DEED = frozenset(
    """
    need doubt reason question way time choice alternative hurry point hope room sense use chance plan information
    comment idea news word objection ground business right power authority intention jurisdiction mandate complaint
    quarrel ambition obligation figure detail data statistic estimate answer explanation guarantee rush excuse secret
    surprise solution precedent winner response reply reaction progress change
    """.split()
)
LAWYERS = re.compile(r"\b(?:lawyer|attorney|solicitor|counsel|barrister|advocate)s?$", re.IGNORECASE)
IN_PAPER = re.compile(
    r"\bin (?:an?|his|her|its|their) (?:statement|letter|interview|message|post|tweet|video|release)\b"
)
ACTS_DENIED = frozenset(
    """
    have be play know own receive take do leave pay meet order kill attack support give fund finance train arm accept
    offer sell buy control command direct employ hire use send sign promise touch visit ask plan belong steal forge
    bribe threaten hit beat borrow lend hide destroy delete cheat commit authorise authorize approve demand
    solicit possess
    """.split()
)
DENIED = frozenset(
    "link connection tie involvement role part relation relationship contact stake interest share".split()
)
OF_SPEAKER = frozenset("we i there none neither nobody client".split())  # in his own words
UNTRUE = re.compile(
    r"(?:it|this|that|all (?:of )?(?:this|that))(?: is|['’]s| was)"
    r"(?: (?:all|simply|just|completely|totally|absolutely))?"
    r" (?:(?:a|an) )?(?:lies?|untrue|false|nonsense|not true|slander|fabrication|invention|fairy tale)\b",
    re.IGNORECASE,
)
NO_DENIALS = frozenset("argue complain warn note lament regret fear believe".split())  # "argue that there is no hope"
MISHAPS = frozenset(
    """
    spill damage casualty injury death victim survivor accident fire leak loss delay change sign indication rain snow
    evidence proof effect difference improvement increase decline progress
    """.split()
)


def concerned(lookup: Lookup, sentence: Sentence, arguments: Sequence[Argument]) -> tuple[Argument, ...]:
    """The people and bodies named in what is denied: "denied any link with Meridian Freight" concerns the firm."""
    content = next((a.span for a in arguments if a.role == "content"), None)
    if content is None or not sentence.span.contains(content):
        return ()
    paper = IN_PAPER.search(lookup.doc.text, content.start, content.end)
    end = paper.start() if paper else content.end
    inside = [m for m in lookup.covering(content.start, end) if content.start <= m.span.start and m.span.end <= end]
    found = [a for m in inside if (a := _concerning(lookup, m)) is not None]
    others = [b for b in arguments if b.role != "content"]
    found = [a for a in found if not any(same_bearer(a, b, lookup) for b in others)]
    once = {identity(a, lookup): a for a in reversed(found)}
    return tuple(a for a in found if once[identity(a, lookup)] is a)[:3]


def client_of(lookup: Lookup, voice: Voice) -> tuple[Argument, ...]:
    """For whom a lawyer denies: "Duda's lawyers said that their client had taken no money"."""
    source = voice.source
    if source is None or not LAWYERS.search(lookup.doc.quote(source)):
        return ()
    inside = [m for m in lookup.covering(source.start, source.end) if m.span.end < source.end]
    return tuple(a for m in inside if (a := _concerning(lookup, m)) is not None)[:1]


def _concerning(lookup: Lookup, m: Mention) -> Argument | None:
    """A person or body that is named, or that a common noun or pronoun stands for: "denied owning the group"."""
    if m.form == "name":
        return Argument("concerning", m.span, None, m.type) if m.type in ("person", "organization") else None
    chain, name = lookup.chain_of.get(m.span), lookup.name_of(m)
    if chain is None or name is None or m.type == "role" or chain.type not in ("person", "organization"):
        return None
    if m.form == "pronoun" and lookup.doc.quote(m.span).lower() not in ("him", "them"):
        return None  # who denies is himself the "he" of what is denied
    return Argument("concerning", m.span, None, chain.type, name, True)


def next_disowned(parse: Parse, voice: Voice) -> int | None:
    """The clause behind "and that" by which something is denied: "said that he was busy and that he had no share"."""
    cue = parse.at(voice.cue.start, voice.cue.end)
    for told in parse.kids(cue[0], "ccomp") if cue and voice.manner != "direct" else ():
        for k in parse.conjuncts(told)[1:]:
            that = any(parse.lemmas[m] == "that" for m in parse.kids(k, "mark"))
            that = that and voice.content.start <= parse.tokens[k].start < voice.content.end
            of_link = any(parse.lemmas[o] in DENIED for o in parse.kids(k, "obj"))
            if that and of_link and disowns(parse, voice, [k]):
                return k
    return None


def what_is_denied(parse: Parse, voice: Voice, content: Argument) -> Argument:
    """What is denied of all that is told: the clause that denies where it is not the first."""
    clause = None if disowns(parse, voice) or refuses(parse, voice) else next_disowned(parse, voice)
    if clause is None:
        return content
    start = next((parse.tokens[k].end + 1 for k in parse.kids(clause, "mark") if parse.lemmas[k] == "that"), None)
    if start is None or not voice.content.start < start < voice.content.end:
        return content
    return replace(content, span=replace(voice.content, start=start))


def disowns(parse: Parse, voice: Voice, roots: Sequence[int] | None = None) -> bool:
    """Whether what is said is "he took no money", "there are no such men": a denial by another word than deny."""
    cue = parse.at(voice.cue.start, voice.cue.end)
    if voice.manner == "direct" and UNTRUE.match(parse.text, voice.content.start):
        return True
    if voice.manner == "direct":
        inside = parse.at(voice.content.start, voice.content.end)
        roots = [k for k in inside if parse.tokens[k].upos in ("VERB", "AUX") and parse.tokens[k].head not in inside]
    for root in roots or (parse.kids(cue[0], "ccomp") if cue else ()):
        subjects = [k for k in parse.children[root] if parse.base(k) in ("nsubj", "expl")]
        oneself = OF_SPEAKER if voice.manner == "direct" else ONESELF
        own = any(parse.lemmas[k] in oneself for s in subjects for k in (s, *parse.kids(s, "cc", "cc:preconj", "det")))
        lemma = "be" if parse.kids(root, "cop") else parse.lemmas[root]
        argued = bool(cue) and parse.lemmas[cue[0]] in NO_DENIALS
        if lemma == "be" and (argued or not any(parse.lemmas[k] in ("there", "none") for k in subjects)):
            continue  # "I am not the former president" denies no deed
        # "Delta had no connection with the firm", whoever says so.
        own = own and not (lemma == "ask" and parse.is_passive(root))  # "we were not asked": a complaint
        own |= lemma == "have" and any(parse.lemmas[k] in DENIED for k in parse.kids(root, "obj"))
        about = parse.kids(root, "obj", "obl") if lemma == "know" else ()
        if lemma in ("be", "know") and any(parse.lemmas[k] in MISHAPS for k in (root, *subjects, *about)):
            continue  # "there was no oil spill", "we know of no oil spill" is news, "there are no such men" a denial
        if lemma == "know" and (parse.kids(root, "ccomp") or not about):
            continue  # "I do not know what it is for" denies nothing
        ahead = {parse.lemmas[k] for k in parse.kids(root, "aux")} & {"will", "would", "can", "could", "should", "may"}
        wrong = lemma in misdeeds()  # "the army never shelled a hospital", whoever says so
        if (
            ((own and lemma in ACTS_DENIED) or wrong)
            and not ahead
            and (parse.is_not(root) or _none(parse, root, subjects))
        ):
            return True
    return False


def _none(parse: Parse, root: int, subjects: Sequence[int]) -> bool:
    """Whether "no", "none" or "neither" stands in the subject or object of a clause."""
    nouns = [k for k in (*subjects, *parse.kids(root, "obj"), root) if parse.lemmas[k] not in NO_DEED]
    if any(parse.lemmas[k] == "nothing" for k in parse.kids(root, "obj")):
        return True  # "did nothing wrong"
    return any(parse.lemmas[k] == "none" for k in subjects) or any(
        parse.lemmas[d] in ("no", "neither") for k in nouns for d in parse.kids(k, "det", "cc")
    )
