"""P0 and P1: is the quote there, and does it license every name, number, date, negation and hedge of the claim?

The words are looked at by themselves, next to what the tree says: where tree and words disagree, nothing is licensed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from whence.annotate import numbers
from whence.annotate.claims.attribution import distance, in_passing, reports
from whence.annotate.claims.from_rows import mood_at
from whence.annotate.claims.scene import SPEAKING
from whence.annotate.mentions.lexicon import roles as role_lists
from whence.annotate.misread import is_expected
from whence.annotate.modality import modality
from whence.annotate.modality.denials import NEGATIONS
from whence.annotate.modality.words import CLEARING, SPOKEN_DENIALS, adverbs
from whence.annotate.patterns import patterns
from whence.annotate.proof.ground import Ground
from whence.annotate.syntax import Parse
from whence.model import SHEET, Argument, Claim, Span, TimeExpression
from whence.vocab import read_yaml

WORD = re.compile(r"\w")
BOUNDED = re.compile(r"no (?:more|fewer|less|later|longer than)\b", re.IGNORECASE)
NOR_DENIED = re.compile(
    r"\b(?:nor|not|never|neither)\s+(?:\w+\s+)?den(?:y|ies|ied|ying)\b|n[’']t deny\b", re.IGNORECASE
)
NONE_OF = re.compile(
    r"\b(no|neither|nor|(?:rather than|instead of)(?: (?:to|by|for|with|from|against))?)\s+(?:an?\s+|the\s+)?$"
    r"|\b(not)\s+(?:to|by|for|with|from|against)\s+(?:(?:an?|the|his|her|its|their|my|our)\s+)?$",
    re.IGNORECASE,
)
ROW_BEHIND = re.compile(r"(?::|,| are| were| includ(?:e|ed))?\s+[^\W\d_a-z]")
ONE_OF = re.compile(r"\bone of (?:[\w’']+\s){0,3}$", re.IGNORECASE)
# "The brother of Salt and Reed's owner, Ada Mensah": of Salt, or of the owner?
OWNS_TOO = re.compile(r"\s+and\s+[A-Z][\w-]*['’]s?\s")
NO_KIN = re.compile(r"\bno (?:\w+ )?$", re.IGNORECASE)
OF = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?")
NOR_KIN = re.compile(r"\b(?:neither|nor) (?:\w+[’']s |his |her |their )?(?:\w+ )?$", re.IGNORECASE)
NOBODY = re.compile(r"\b(?:nobody|none|no[- ]one)\b", re.IGNORECASE)
ANYONE = "anyone"
NO_ONE = frozenset({"nobody", "none"})
UNPROVEN = re.compile(
    r"\b(?:fail(?:ed|s|ing)?|unable|never managed)\s+to\s+(?:prove|show|establish|demonstrate|substantiate)\s+that\b"
    r"[^;.]*$",
    re.IGNORECASE,
)
DENYING = re.compile(r"den(?:y|ies|ied|ying)", re.IGNORECASE)
LIGHT = frozenset({"AUX", "ADV", "PART"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})


@dataclass(frozen=True, slots=True)
class Fault:
    """What is not licensed: the step that it misses, which part of the claim, and why, in words."""

    step: str
    part: str
    reason: str


@cache
def cues() -> dict[str, frozenset[str]]:
    """The words that P1 looks for by themselves."""
    return {name: frozenset(words) for name, words in read_yaml("proof.yaml").items()}


def faults(ground: Ground, claim: Claim) -> Iterator[Fault]:
    """Everything in which a claim says more, less or other than its quote. P0 first; without it P1 is not asked."""
    absent = list(_absent(ground, claim))
    yield from absent
    if absent:
        return
    for i, arg in enumerate(claim.arguments):
        yield from _name(ground, claim, i, arg)
        yield from _number(ground, claim, i, arg)
    yield from _date(ground, claim)
    yield from _mood(ground, claim)
    yield from _voices(ground, claim)
    yield from _prevented(ground, claim)
    yield from _elsewhere(ground, claim)
    if is_expected(ground.doc, claim):
        yield Fault("P1", "certainty", "the post is only expected or wished for somebody")


def _elsewhere(ground: Ground, claim: Claim) -> Iterator[Fault]:
    """What belongs to another: the club of the next in a row. Nor is who is told something a chief of who tells it."""
    for i, arg in enumerate(claim.arguments):
        other = _whose_it_is(ground, claim, arg)
        if other:
            yield Fault("P1", f"args.{i}", f"it stands with {other!r}")
    kin = [claim.argument(role) for role in ("person", "relative")] if claim.predicate == "family_of" else []
    chains = [ground.lookup.chain_of.get(a.antecedent or a.span) for a in kin if a is not None and a.span is not None]
    if len(chains) > 1 and chains[0] is not None and chains[0] is chains[1]:
        yield Fault("P1", "args.1", "nobody is kin of himself")
    for i, arg in enumerate(claim.arguments):
        if arg not in kin or arg.span is None or not OWNS_TOO.match(ground.doc.text, arg.span.end):
            continue
        if OF.search(ground.doc.text, max(0, arg.span.start - 8), arg.span.start):
            yield Fault("P1", f"args.{i}", "whose kin it is stands behind 'and'")
    voices = (v for v in ground.scene.voices if claim.trigger is not None and v.cue == claim.trigger)
    if claim.predicate == "reports_to" and any(v.source is not None for v in voices):
        yield Fault("P1", "predicate", "something is reported there, and nobody's superior is told")


def _whose_it_is(ground: Ground, claim: Claim, arg: Argument) -> str:
    """The name right before a body that no part of the claim means: "Moe of the Guild and Cho of the Board"."""
    others = [a.span for a in claim.arguments if a.type == "person" and a.span is not None]
    if arg.span is None or arg.role not in ("of", "group") or not others:
        return ""
    before = ground.lookup.covering(arg.span.start - 12, arg.span.start)
    people = [m.span for m in before if m.type == "person" and m.form == "name"]
    beside = [span for span in people if OF.fullmatch(ground.doc.text, span.end, arg.span.start)]
    mine = any(span.overlaps(other) for span in beside for other in others)
    return ground.doc.quote(beside[-1]) if beside and not mine else ""


def _prevented(ground: Ground, claim: Claim) -> Iterator[Fault]:
    """Whoever foils an attempt, or keeps somebody from a deed, did not do it: "guards foiled a bid to kidnap him"."""
    here = ground.sentence(claim.evidence)
    parse = here[1] if here else None
    verb = trigger_verb(parse, claim) if parse is not None else None
    if parse is None or verb is None:
        return
    for above in parse.path_up(verb):
        if parse.base(above) in ("ccomp", "conj", "root") and parse.lemmas[above] not in cues()["preventing"]:
            return
        if parse.lemmas[above] in cues()["preventing"] and parse.kids(above, "obj"):
            doers = {parse.tokens[f.token].start for f in parse.subjects(above)}
            for i, arg in enumerate(claim.arguments):
                if arg.span is not None and any(arg.span.start <= start < arg.span.end for start in doers):
                    yield Fault("P1", f"args.{i}", f"{ground.doc.quote(arg.span)!r} keeps it from happening")


def _absent(ground: Ground, claim: Claim) -> Iterator[Fault]:
    here = ground.sentence(claim.evidence)
    length = len(ground.doc.text)
    spans = [claim.evidence, claim.trigger, claim.certainty_cue, claim.valid.span]
    spans += [s for a in claim.arguments for s in (a.span, a.antecedent)]
    spans += [s for link in claim.attribution for s in (link.span, link.antecedent)]
    if any(s is not None and (s.end > length or s.doc_id != ground.doc.id or not len(s)) for s in spans):
        yield Fault("P0", "quote", "an offset lies outside the document")
    elif here is None:
        yield Fault("P0", "quote", "the quote is no sentence of the document")
    elif here[0].kind not in SPEAKING and here[0].kind != SHEET:
        yield Fault("P0", "quote", f"a {here[0].kind} makes no claims")
    elif claim.trigger is not None and not here[0].span.contains(claim.trigger) and not _runs_on(ground, claim):
        yield Fault("P0", "quote", "the trigger stands outside the quote")


def _runs_on(ground: Ground, claim: Claim) -> bool:
    """Whether the claim says who speaks in a quotation that began in a sentence before."""
    voices = (v for v in ground.scene.voices if v.cue == claim.trigger)
    return claim.predicate == "says" and any(v.content.overlaps(claim.evidence) for v in voices)


def _name(ground: Ground, claim: Claim, i: int, arg: Argument) -> Iterator[Fault]:
    part, text = f"args.{i}", ground.doc.text
    if arg.span is None:
        fixed = arg.value in _fixed(claim, arg.role)
        if (arg.value == ANYONE and claim.polarity != "denied") or not (fixed or _is_anyone(ground, claim, arg)):
            yield Fault("P1", part, f"nothing in the quote says {arg.value!r}")
        return
    words = ground.doc.quote(arg.span)
    if not claim.evidence.contains(arg.span) and not _continued(ground, claim, arg):
        yield Fault("P1", part, f"{words!r} stands outside the quote")
    if any(_cuts(text, at) for at in (arg.span.start, arg.span.end)):
        yield Fault("P1", part, f"{words!r} is part of a word")
    if arg.value is not None and arg.role not in numbers.NUMBERED and not _worded(ground, arg):
        yield Fault("P1", part, f"{words!r} does not say {arg.value!r}")
    if arg.antecedent is not None and not _linked(ground, arg):
        yield Fault("P1", part, f"{words!r} is not linked to {ground.doc.quote(arg.antecedent)!r}")
    if arg.antecedent is None and (
        words.lower() in cues()["personal"] or (arg.role != "alias" and _bare_title(ground, arg))
    ):
        yield Fault("P1", part, f"{words!r} points at nobody that is shown")


def _is_anyone(ground: Ground, claim: Claim, arg: Argument) -> bool:
    """Whether a denied claim is of anyone at all, because the quote tells it of nobody."""
    words = ground.doc.quote(claim.evidence)
    return arg.value == ANYONE and NOBODY.search(words) is not None


def _continued(ground: Ground, claim: Claim, arg: Argument) -> bool:
    """Whether it is the speaker of a quotation that runs on over sentences, or what he says there."""
    voices = ground.scene.voices
    if arg.role == "content":
        return any(v.content == arg.span and v.content.overlaps(claim.evidence) for v in voices)
    mine = [v for v in voices if v.content.overlaps(claim.evidence) and v.source is not None]
    return any(place.overlaps(arg.span) for v in mine for place in (v.source, v.medium) if place and arg.span)


def _cuts(text: str, at: int) -> bool:
    """Whether a word runs over the offset; a possessive or a hyphen ends one."""
    return 0 < at < len(text) and bool(WORD.match(text[at - 1]) and WORD.match(text[at]))


def _fixed(claim: Claim, role: str) -> frozenset[str]:
    """The values that a pattern of this predicate gives by itself; the claim's own pattern where one is named."""
    mine = [p for p in patterns() if p.predicate.name == claim.predicate]
    named = [p for p in mine if p.name == claim.maker.rule]
    return frozenset(str(p.options["fixed"][role]) for p in named or mine if role in p.options.get("fixed", {}))


def _worded(ground: Ground, arg: Argument) -> bool:
    if arg.span is None or arg.value is None:
        return False
    value, words = _folded(arg.value), _folded(ground.doc.quote(arg.span))
    if value == words or f" {value} " in f" {words} ":
        return True
    if arg.role == "post" and words in _plurals(value):
        text, (start, end) = ground.doc.text, (arg.span.start, arg.span.end)
        if ONE_OF.search(text, max(0, start - 40), start) or ROW_BEHIND.match(text, end):
            return True  # "one of the directors", "the directors Ada Mensah and Ivo Duda"
    return any(_folded(m.value) == value for m in ground.lookup.covering(arg.span.start, arg.span.end) if m.value)


def _plurals(post: str) -> tuple[str, ...]:
    return f"{post}s", f"{post}es", f"{post[:-1]}ies", f"{post[:-3]}men"


def _folded(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


def _bare_title(ground: Ground, arg: Argument) -> bool:
    """Whether a title taken for a name stands there: "signed by the Minister" names no body called Minister."""
    if arg.span is None or arg.type not in ("person", "organization") or arg.span not in ground.lookup.named:
        return False
    return ground.doc.quote(arg.span).lower() in all_titles()


@cache
def all_titles() -> frozenset[str]:
    """Every word for a post, rank or style."""
    return frozenset(word for kind in ("ranks", "styles", "posts", "occupations") for word in role_lists()[kind])


def _linked(ground: Ground, arg: Argument) -> bool:
    if arg.span is None or arg.antecedent is None or arg.antecedent not in ground.lookup.named:
        return False
    if ground.doc.quote(arg.span).lower() in cues()["relative"] and _relative(ground, arg.span, arg.antecedent):
        return True
    if arg.inferred and ground.seats.get(arg.span) == arg.antecedent:
        return True
    chain = ground.lookup.chain_of.get(arg.antecedent)
    mine = [arg.span, *(m.span for m in ground.mentions(arg.span))]
    return chain is not None and any(ground.lookup.chain_of.get(span) is chain for span in mine)


def _relative(ground: Ground, pronoun: Span, antecedent: Span) -> bool:
    """Whether the tree hangs the clause of a relative pronoun on the noun that is shown, or on one of its chain."""
    here = ground.sentence(pronoun)
    if here is None or here[1] is None:
        return False
    parse = here[1]
    token = parse.head_of(pronoun.start, pronoun.end)
    clause = next((k for k in parse.path_up(token) if parse.tokens[k].deprel == "acl:relcl"), None) if token else None
    if clause is None:
        return False
    noun = parse.tokens[parse.tokens[clause].head]
    if antecedent.start <= noun.start < antecedent.end:
        return True
    chain = ground.lookup.chain_of.get(antecedent)
    near = ground.lookup.covering(noun.start, noun.end)
    return chain is not None and any(ground.lookup.chain_of.get(m.span) is chain for m in near)


def _number(ground: Ground, claim: Claim, i: int, arg: Argument) -> Iterator[Fault]:
    given = (arg.best, arg.low, arg.high)
    if arg.span is None or (given == (None, None, None) and arg.role not in numbers.NUMBERED):
        return
    inside = [m for m in ground.mentions(arg.span) if m.type in numbers.NUMERIC]
    if not inside:
        if given != (None, None, None):
            yield Fault("P1", f"args.{i}", f"{ground.doc.quote(arg.span)!r} is no number")
        return
    found = numbers.quantity_of(ground.doc, inside[0], ground.lookup.mentions)
    if given != (found.best, found.low, found.high):
        yield Fault("P1", f"args.{i}", f"the quote says {found.words!r}")
    if found.denied and claim.polarity != "denied":
        yield Fault("P1", f"args.{i}", f"the quote sets {ground.doc.quote(arg.span)!r} aside")


def _date(ground: Ground, claim: Claim) -> Iterator[Fault]:
    valid = claim.valid
    said = {part for value in (valid.start, valid.end, valid.edtf) if value for part in (value, *value.split("/"))}
    said -= {"", ".."}
    if not said:
        return
    if valid.inferred and valid.span is None and said <= _parts(ground.scene.published or ""):
        return
    here = ground.times(claim.evidence)
    if valid.span is not None:
        inside = [t for t in here if valid.span.contains(t.span)]
        if len(inside) > 1 and _spelled(claim, inside[0], inside[-1]):
            return
        here = [t for t in here if t.span == valid.span]
    plain = {part.strip("~?") for part in said}
    if not any({p.strip("~?") for p in said} <= {p.strip("~?") for p in _parts(t.edtf or "")} for t in here):
        yield Fault("P1", "valid", f"nothing in the quote says {' or '.join(sorted(plain))}")


def _spelled(claim: Claim, first: TimeExpression, last: TimeExpression) -> bool:
    """Whether a spell begins with one date and ends with another: "from 2010 until her arrest in May 2018"."""
    start, end, whole = claim.valid.start, claim.valid.end, claim.valid.edtf
    said = {start} <= _parts(first.edtf or "") and {end} <= _parts(last.edtf or "")
    return bool(start and end) and whole == f"{start}/{end}" and said


def _parts(edtf: str) -> set[str]:
    parts = edtf.split("/")  # what ended "last week" has ended by its last day
    return {edtf, edtf.strip("~?"), f"{edtf}/..", f"../{edtf}", f"../{parts[-1]}", *parts}


BUT_NOT = re.compile(r"\bbut not (?:the |an? |its |his |her |their |of |for )?$")


def _mood(ground: Ground, claim: Claim) -> Iterator[Fault]:
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


def trigger_verb(parse: Parse, claim: Claim) -> int | None:
    """The token of a claim's trigger where that is a verb."""
    head = parse.head_of(claim.trigger.start, claim.trigger.end) if claim.trigger else None
    return head if head is not None and parse.tokens[head].upos == "VERB" else None


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


def _voices(ground: Ground, claim: Claim) -> Iterator[Fault]:
    """Everybody in the chain says it in the text, and nobody who says it is left out of the chain."""
    at = claim.trigger or claim.evidence
    around = [v for v in ground.voices(at) if v.content.contains(at) or v.cue == claim.trigger]
    places = [place for v in around for place in (v.source, v.medium) if place is not None]
    places += [link.span for f in ground.frames(claim) for link in f.attribution if link.span is not None]
    beside = [v.cue for v in around]
    for i, link in enumerate(claim.attribution):
        near = link.span is not None and any(
            link.span.overlaps(p) or abs(link.span.end - p.start) < 3 or abs(p.end - link.span.start) < 3
            for p in [*places, *beside]
        )
        if not near:
            words = ground.doc.quote(link.span) if link.span else link.cue
            yield Fault("P1", f"attribution.{i}", f"{words!r} does not say it here")
    told = not claim.own_voice or claim.predicate == "says"
    named = [v for v in around if v.source is not None and v.cue != claim.trigger and _speaks(ground, v.source)]
    if named and not told:
        yield Fault("P1", "attribution", f"that {ground.doc.quote(named[0].source or at)!r} says it is dropped")


def _speaks(ground: Ground, source: Span) -> bool:
    """Whether a name is known for the source: a pronoun that points at nobody cannot be put in a chain."""
    return len(source) >= 6 or any(m.form == "name" for m in ground.mentions(source))
