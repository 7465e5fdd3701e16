"""P0 and P1: is the quote there, and does it license every name, number, date, negation and hedge of the claim?

The words are looked at by themselves, next to what the tree says: where tree and words disagree, nothing is licensed.
"""

import re
from collections.abc import Iterator
from functools import cache

from whence.annotate import numbers
from whence.annotate.claims.scene import SPEAKING
from whence.annotate.mentions.lexicon import roles as role_lists
from whence.annotate.misread import is_expected
from whence.annotate.patterns import patterns
from whence.annotate.proof.fault import Fault, cues, trigger_verb
from whence.annotate.proof.ground import Ground
from whence.annotate.proof.moods import mood_faults
from whence.model import SHEET, Argument, Claim, Span, TimeExpression

WORD = re.compile(r"\w")
ROW_BEHIND = re.compile(r"(?::|,| are| were| includ(?:e|ed))?\s+[^\W\d_a-z]")
ONE_OF = re.compile(r"\bone of (?:[\w’']+\s){0,3}$", re.IGNORECASE)
# "The brother of Salt and Reed's owner, Ada Mensah": of Salt, or of the owner?
OWNS_TOO = re.compile(r"\s+and\s+[A-Z][\w-]*['’]s?\s")
OF = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?")
NOBODY = re.compile(r"\b(?:nobody|none|no[- ]one)\b", re.IGNORECASE)
ANYONE = "anyone"


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
    yield from mood_faults(ground, claim)
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
