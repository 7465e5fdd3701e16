"""Speakers beside a speaker: those who say it together, and whoever is cited."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.annotate.syntax import Parse
from whence.annotate.tellings.shared import NAMING, told_by
from whence.model import Document, Mention, Span, Voice

CITING = frozenset({"quote", "cite"})
AND_OTHER = re.compile(r"(?:,?\s+(?:of|from|for|at)\s+[^,;:]{2,60}?)?,?\s+(?:and|as well as)\s+(?:[\w.’'-]+\s+){0,4}")


def quoted_as(doc: Document, parse: Parse, voice: Voice) -> Iterator[Voice]:
    """ "Dock Radio quoted the guard as saying that": the guard says it, and Dock Radio that he says so."""
    cue = next(iter(parse.at(voice.cue.start, voice.cue.end)), None)
    above = parse.tokens[cue].head if cue is not None else -1
    if cue is None or above < 0 or parse.lemmas[above] not in CITING or parse.base(cue) != "advcl":
        yield voice
        return
    said = [f.token for f in parse.objects(above)]
    told = [f.token for f in parse.subjects(above)]
    yield replace(voice, source=doc.span(*parse.phrase(said[0]))) if said else voice
    if told and said:
        quoting = doc.span(parse.tokens[above].start, parse.tokens[above].end)
        source = doc.span(*parse.phrase(told[0]))
        yield replace(voice, cue=quoting, source=source, medium=None, maker=told_by("quoting"))


def who_is_cited(doc: Document, parse: Parse, voice: Voice) -> Iterator[Voice]:
    """Whoever is cited beside a voice says what it tells: "Dock Radio said, quoting the guard, that"."""
    if voice.maker.rule in ("cited", "quoting"):
        return
    for i, token in enumerate(parse.tokens):
        if token.xpos != "VBG" or parse.lemmas[i] not in CITING:
            continue
        if voice.content.start <= token.start < voice.content.end:
            continue
        named = [k for k in parse.kids(i, "obj", "nsubj") if k > i] or _phrase_after(parse, i)
        if not named:
            continue
        source = doc.span(*parse.phrase(named[0]))
        if voice.source is not None and source.overlaps(voice.source):
            continue
        yield replace(voice, cue=doc.span(token.start, token.end), source=source, medium=None, maker=told_by("cited"))
        return


def _phrase_after(parse: Parse, i: int) -> list[int]:
    """The last noun between a participle and the next comma, where the tree gives it no object."""
    found = []
    for k in range(i + 1, len(parse.tokens)):
        if parse.tokens[k].upos in ("PUNCT", "VERB", "AUX"):
            break
        found.append(k)
    return [k for k in found if parse.tokens[k].upos in ("NOUN", "PROPN")][-1:]


def who_tell_together(doc: Document, parse: Parse, mentions: Sequence[Mention], voice: Voice) -> Iterator[Voice]:
    """The other speakers of what two or more say together."""
    if voice.source is None:
        return
    head = parse.head_of(voice.source.start, voice.source.end)
    if head is None or (voice.maker.rule == "cited" and not any(parse.kids(k, "cc") for k in parse.conjuncts(head))):
        return
    others = [
        parse.phrase(_beside(parse, k))
        for k in parse.conjuncts(head)[1:]
        if parse.tokens[k].upos in NAMING and not _is_title(parse, mentions, k)
    ]
    spans = [doc.span(*o) for o in others if _joined(parse, voice.source, o)]
    if not spans:
        spans = _listed_after(doc, parse, mentions, voice)
    for span in spans:
        if not span.overlaps(voice.content) and not span.overlaps(voice.source):
            yield replace(voice, source=span, maker=told_by("together"))


def _is_title(parse: Parse, mentions: Sequence[Mention], noun: int) -> bool:
    """Whether a noun is one more post of the speaker: "Ada Mensah, head of the League and chairman of the Board"."""
    t = parse.tokens[noun]
    role = any(m.type == "role" and m.span.start <= t.start and t.end <= m.span.end for m in mentions)
    return role and t.xpos in ("NN", "NNP") and not parse.kids(noun, "det", "nmod:poss", "flat", "appos")


def _joined(parse: Parse, source: Span, other: tuple[int, int]) -> bool:
    """Whether "and" or a comma, and no "but" or "or", stands between two speakers."""
    between = parse.text[source.end : other[0]].lower()
    return source.end <= other[0] and not re.search(r"\b(?:but|or|nor|not)\b|;", between)


def _beside(parse: Parse, noun: int) -> int:
    """The name beside a common noun: "his deputy, Ada Mensah"."""
    if parse.tokens[noun].upos == "PROPN":
        return noun
    return next((k for k in parse.kids(noun, "appos") if parse.tokens[k].upos == "PROPN"), noun)


def _listed_after(doc: Document, parse: Parse, mentions: Sequence[Mention], voice: Voice) -> list[Span]:
    """A second person whom the tree hangs elsewhere: "said Ada Mensah of the League and Ivo Duda of the Board"."""
    if voice.source is None or voice.source.start < voice.cue.start:
        return []
    people = [m.span for m in mentions if m.form == "name" and m.type == "person" and m.span.start < parse.end]
    mine = [s for s in people if voice.source.contains(s)]
    after = [s for s in people if s.start >= voice.source.end]
    if not mine or not after or not AND_OTHER.fullmatch(doc.text, mine[-1].end, after[0].start):
        return []
    return after[:1]
