"""P1 of negation and hedges: what stands over a trigger by the tree, the pattern, the voices and the words."""

import re
from collections.abc import Iterator, Sequence

from whence.annotate.claims.attribution import distance, in_passing, reports
from whence.annotate.claims.from_rows import mood_at
from whence.annotate.modality import modality
from whence.annotate.modality.denials import NEGATIONS
from whence.annotate.modality.words import CLEARING, SPOKEN_DENIALS, adverbs
from whence.annotate.patterns import patterns
from whence.annotate.proof.fault import Fault, cues, trigger_verb
from whence.annotate.proof.ground import Ground
from whence.annotate.syntax import Parse
from whence.model import Claim, Span

BOUNDED = re.compile(r"no (?:more|fewer|less|later|longer than)\b", re.IGNORECASE)
NOR_DENIED = re.compile(
    r"\b(?:nor|not|never|neither)\s+(?:\w+\s+)?den(?:y|ies|ied|ying)\b|n[’']t deny\b", re.IGNORECASE
)
NONE_OF = re.compile(
    r"\b(no|neither|nor|(?:rather than|instead of)(?: (?:to|by|for|with|from|against))?)\s+(?:an?\s+|the\s+)?$"
    r"|\b(not)\s+(?:to|by|for|with|from|against)\s+(?:(?:an?|the|his|her|its|their|my|our)\s+)?$",
    re.IGNORECASE,
)
NO_KIN = re.compile(r"\bno (?:\w+ )?$", re.IGNORECASE)
NOR_KIN = re.compile(r"\b(?:neither|nor) (?:\w+[’']s |his |her |their )?(?:\w+ )?$", re.IGNORECASE)
NO_ONE = frozenset({"nobody", "none"})
UNPROVEN = re.compile(
    r"\b(?:fail(?:ed|s|ing)?|unable|never managed)\s+to\s+(?:prove|show|establish|demonstrate|substantiate)\s+that\b"
    r"[^;.]*$",
    re.IGNORECASE,
)
DENYING = re.compile(r"den(?:y|ies|ied|ying)", re.IGNORECASE)
LIGHT = frozenset({"AUX", "ADV", "PART"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
BUT_NOT = re.compile(r"\bbut not (?:the |an? |its |his |her |their |of |for )?$")


def mood_faults(ground: Ground, claim: Claim) -> Iterator[Fault]:
    """Negation and hedges: what the tree puts over the trigger, and the words that stand right beside it."""
    here = ground.sentence(claim.evidence)
    parse = here[1] if here else None
    licensed = moods(ground, claim, parse)
    if not any(polarity == claim.polarity for polarity, _ in licensed):
        told = "denies it" if claim.polarity == "affirmed" else "does not deny it"
        yield Fault("P1", "polarity", f"the quote {told}")
    elif not any(mood == (claim.polarity, claim.certainty) for mood in licensed):
        known = ", ".join(sorted({certainty for _, certainty in licensed}))
        yield Fault("P1", "certainty", f"the quote says {known}, not {claim.certainty}")
    if claim.polarity == "denied" and NOR_DENIED.search(ground.doc.quote(claim.evidence)):
        yield Fault("P1", "polarity", "the quote does not deny that it denies")
    if (
        claim.polarity == "denied"
        and claim.predicate == "family_of"
        and (_none_of_them(ground, claim) or _nor_kin(ground, claim))
    ):
        yield Fault("P1", "polarity", "that none of them did it denies no kinship")
    if parse is None or claim.trigger is None:
        return
    if claim.polarity == "denied" and _only_guilt(claim, parse):
        yield Fault("P1", "polarity", "that somebody did not do it does not deny the deed")
    if claim.polarity == "affirmed" and _under_denial(ground, claim, parse):
        yield Fault("P1", "polarity", "the voice denies it")
    beside = _beside(parse, claim.trigger)
    if claim.predicate == "says":
        if claim.polarity == "denied" and not any(w in NEGATIONS for w in beside):
            yield Fault("P1", "polarity", "no word at the cue denies it")
        return
    no = next((w for w in beside if w in NEGATIONS), None)
    if claim.polarity == "affirmed" and no and not _reads_not(claim):
        yield Fault("P1", "polarity", f"{no!r} stands beside the trigger")
    held = [a.span for a in claim.arguments if a.span and a.role != "content"]
    nobody = next((w for span in held if (w := _nobody(ground.doc.text, span))), _done_by_nobody(parse, claim))
    if claim.polarity == "affirmed" and any(BUT_NOT.search(ground.doc.text, s.start - 16, s.start) for s in held):
        yield Fault("P1", "polarity", "'but not' stands before what it is said of")
    if claim.polarity == "affirmed" and nobody:
        yield Fault("P1", "polarity", f"{nobody!r} is nobody")
    hedges = {w for w in beside if w in cues()["hedging"]} | {w for w in beside if w in adverbs()}
    if any(a.span and claim.trigger.contains(a.span) for a in claim.arguments):  # "the so-called governor of Osh"
        inside = ground.doc.quote(claim.trigger).lower()
        hedges |= {w for w in cues()["naming"] if f" {w} " in inside}
    if claim.certainty == "asserted" and hedges:
        yield Fault("P1", "certainty", f"the hedge {min(hedges)!r} is dropped")


def _reads_not(claim: Claim) -> bool:
    """Whether the pattern of a claim reads the "not" itself: of "pleaded not guilty" that she denies it."""
    return any("polarity" in p.options for p in patterns() if p.name == claim.maker.rule)


def _nor_kin(ground: Ground, claim: Claim) -> bool:
    """Whether "neither ... nor" denies what kin did: "neither Duda nor his wife was hurt"."""
    at = claim.trigger.start if claim.trigger is not None else 0
    return NOR_KIN.search(ground.doc.text, max(claim.evidence.start, at - 40), at) is not None


def _none_of_them(ground: Ground, claim: Claim) -> bool:
    """Whether "no" counts those who did something: "no brother of his had seen it"."""
    at = claim.trigger.start if claim.trigger is not None else 0
    return NO_KIN.search(ground.doc.text, max(0, at - 12), at) is not None


def _only_guilt(claim: Claim, parse: Parse) -> bool:
    """Whether who did it is denied and not the deed: of "was acquitted of the murder of Duda", Duda was murdered."""
    roles = {arg.role for arg in claim.arguments}
    token = parse.head_of(claim.trigger.start, claim.trigger.end) if claim.trigger is not None else None
    if token is None or parse.tokens[token].upos != "NOUN" or roles & cues()["doers"] or "victim" not in roles:
        return False
    return any(parse.lemmas[k] in CLEARING | SPOKEN_DENIALS for k in parse.path_up(token))


def _done_by_nobody(parse: Parse, claim: Claim) -> str:
    """The word for nobody that is the subject of the claim's verb, though it is none of its arguments."""
    verb = trigger_verb(parse, claim)
    if verb is None:
        return ""
    subjects = (parse.lemmas[k] for k in parse.kids(verb, "nsubj"))
    return next((w for w in subjects if w in NO_ONE), "")


def _under_denial(ground: Ground, claim: Claim, parse: Parse) -> bool:
    """Whether the claim's verb is what somebody denies, whatever the tree hangs it on: "denied that she had begged"."""
    at = claim.trigger
    if at is None or claim.predicate == "denies" or NOR_DENIED.search(ground.doc.quote(claim.evidence)):
        return False
    token = trigger_verb(parse, claim)
    if token is None:
        return False
    told = any(parse.lemmas[k] == "that" for k in parse.kids(token, "mark"))
    if parse.base(token) in ("acl", "advcl") and not told:
        return False  # what stands in passing in the clause that is denied
    if UNPROVEN.search(ground.doc.text, claim.evidence.start, at.start):
        return True
    voices = (v for v in ground.voices(at) if v.content.contains(at) and v.cue != at)
    return any(DENYING.fullmatch(ground.doc.quote(v.cue)) for v in voices)


def moods(ground: Ground, claim: Claim, parse: Parse | None) -> set[tuple[str, str]]:
    """Each polarity and certainty that the tree, the pattern and the voices give the claim's trigger."""
    framed = {(f.polarity, f.certainty) for f in ground.frames(claim)}
    if framed:
        return framed
    if claim.trigger is None or parse is None:
        return {("affirmed", "asserted")}
    token = parse.head_of(claim.trigger.start, claim.trigger.end)
    stretch = any(a.span is not None and claim.trigger.contains(a.span) for a in claim.arguments)
    if token is None or stretch:
        mood = mood_at(parse, claim.trigger.start, claim.trigger.end)
    else:
        mood = modality(parse, token)
    certainties = {mood.certainty}
    if mood.certainty == "asserted":
        certainties |= {str(c) for c in _lent(claim, parse, token)}
        spoken = set() if in_passing(parse, claim) else _spoken(ground, claim)
        certainties = spoken or certainties
    return {(mood.polarity, certainty) for certainty in certainties}


def _lent(claim: Claim, parse: Parse, token: int | None) -> Iterator[str]:
    """The certainty that the trigger itself lends, by the patterns that know it."""
    lemma = parse.lemmas[token] if token is not None else ""
    for pattern in patterns():
        if pattern.predicate.name == claim.predicate and lemma in pattern.triggers and "certainty" in pattern.options:
            yield str(pattern.options["certainty"])


def _spoken(ground: Ground, claim: Claim) -> set[str]:
    at = claim.trigger or claim.evidence
    own = claim.predicate == "says"
    around = sorted((v for v in ground.voices(at) if v.content.contains(at)), key=lambda v: len(v.content))
    kinds = [distance(ground.doc.quote(v.cue), v) for v in around if not (own and reports(v, claim))]
    return {kind for kind in kinds if kind != "asserted"}


def _beside(parse: Parse, trigger: Span) -> Sequence[str]:
    """The light words right before a trigger, and for a noun its determiner and adjectives, in lower case."""
    inside = parse.at(trigger.start, trigger.end)
    if not inside:
        return ()
    nominal = parse.tokens[inside[-1]].upos in NOMINAL
    found: list[str] = []
    for k in range(inside[0] - 1, -1, -1):
        light = parse.tokens[k].upos in LIGHT or (nominal and parse.tokens[k].upos in ("DET", "ADJ"))
        if not light:
            break
        found.append(parse.word(k).lower())
        if found[-1] == "to" and k and parse.word(k - 1).lower() in cues()["duty"]:
            found.append("likely")
    if "only" in found or "just" in found:  # "not only attacked"
        found = [w for w in found if w not in ("not", "n't")]
    if len(inside) > 1:  # a title stands in a stretch of its own
        found += [parse.word(k).lower() for k in inside if parse.tokens[k].upos in ("ADJ", "ADV", "PART", "VERB")]
    return found


def _nobody(text: str, span: Span) -> str:
    """The word that makes an argument nobody: its first, or the "no", "neither" or "not to" before it."""
    before = NONE_OF.search(text, max(0, span.start - 28), span.start)
    if before is not None:
        return (before[1] or before[2]).lower()
    words = text[span.start : span.end]
    first = words.split()[0].lower() if words.split() else ""
    return first if first in cues()["nobody"] and not BOUNDED.match(words) else ""
