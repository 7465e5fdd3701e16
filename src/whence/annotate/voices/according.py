"""Voices by "according to"."""

import re

from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.syntax import Parse
from whence.annotate.voices.contents import trimmed
from whence.annotate.voices.cues import NO_VOICE, SPEAKERS, voice_by
from whence.model import Document, Sentence, Span, Voice
from whence.vocab import word_set

LED = re.compile(r"\b(?:that|which|who|whom|where|and|but|or|then|there)\s*,\s*$")
JOINT = re.compile(r"\b(?:and|but)\s*$")  # "it rained and according to Duda the mill burned": he tells the second
MADE_BY = re.compile(r"(?:by|from)\s(?:the|an?)\s[^,;:]{2,80},\s")  # "according to estimates by the board (TB), oil"
DAY_BEHIND = re.compile(r",? (?:in|on|last|this|yesterday|today|earlier)\b(?: [\w’']+){0,3}[.!]?\s*")
GOES_ON = re.compile(r",?\s*(?:and|but|or|while|though|although|who|which|where|when|after|before|as)\b")
CARRYING = frozenset("carry publish broadcast air quote post print run release".split())
PAUSE = re.compile(r",|\s(?:--|–|—)\s")
ISSUING = frozenset(
    "issue make sign write file give supply provide release send compile submit prepare disclose leak".split()
)


def is_according(parse: Parse, i: int) -> bool:
    """Whether "according to" opens a noun."""
    return parse.preposition(i) in ("according to", "accord to") or any(
        k < i and parse.word(k).lower() == "according" for k in parse.kids(i, "case", "advmod", "fixed")
    )


def according_to(doc: Document, sentence: Sentence, parse: Parse, i: int) -> Voice | None:
    """The voice of whom "according to" names; None where it names nobody who tells."""
    start, end = parse.phrase(i)
    last = max(parse.tokens[k].end for k in parse.subtree(i) if parse.tokens[k].upos != "PUNCT")
    issued = [k for k in parse.children[i] if parse.tokens[k].deprel == "acl" and 0 <= parse.tokens[k].start - end < 2]
    behind = bool(issued) or PAUSE.match(doc.text, last) is not None
    if any(parse.lemmas[k] == "your" or parse.word(k).lower() == "your" for k in parse.kids(i, "nmod:poss")):
        return None  # "according to your theory": who is spoken to has not said it here
    one = parse.lemmas[i] == "one" and bool(parse.kids(i, "nmod"))  # "one of the two guards"
    if not (one or parse.tokens[i].upos in ("PROPN", "NOUN", "PRON")) or parse.lemmas[i] in NO_VOICE:
        return None
    if _depends(parse, i):
        return None
    cue = min((parse.tokens[k].start for k in parse.kids(i, "case")), default=start)
    rest = last if behind else end
    beside = last >= sentence.span.end - 2 and doc.text[end : end + 2] == ", "  # what follows says who is cited
    first = max(doc.text.rfind(";", sentence.span.start, cue) + 1, sentence.span.start)
    stop = doc.text.find(";", rest, sentence.span.end)
    stop = stop if stop >= 0 else sentence.span.end
    closes = last >= sentence.span.end - 2  # "according to a report in the Tide, citing the guard."
    ahead = ((beside or closes) and cue - first > 12) or cue - first > stop - rest
    ahead = ahead and JOINT.search(doc.text, first, cue) is None
    whole = (first, cue) if ahead else (rest, stop)
    if cue - first > 12 and DAY_BEHIND.fullmatch(doc.text, rest, stop):
        return Voice(  # "The pier was sold, according to Kovac, the mayor, in May": what follows is little
            doc.span(cue, start),
            doc.span(*trimmed(doc.text, first, cue)),
            "according",
            voice_by("according to"),
            doc.span(start, end),
        )
    if behind and doc.text[:cue].rstrip().endswith(",") and len(doc.text[first:cue].split()) > 1:
        # "The mill is owned, according to the register, by Duda": both halves are told; of "which, according to", one.
        whole = whole if GOES_ON.match(doc.text, rest, stop) else (first, stop)
        whole = (rest, stop) if LED.search(doc.text, first, cue) else whole
    content = trimmed(doc.text, *whole)
    if made := MADE_BY.match(doc.text, *content):
        content = (made.end(), content[1])
    source, medium = _brought(doc, parse, i, doc.span(start, end))
    return Voice(doc.span(cue, start), doc.span(*content), "according", voice_by("according to"), source, medium)


def _depends(parse: Parse, i: int) -> bool:
    """Whether "according to" tells by what things differ, and of no source: "fees vary according to the season"."""
    above = parse.tokens[i].head
    near = above >= 0 and parse.lemmas[above] in word_set("grammar.yaml", "depending") and above < i
    speaks = parse.tokens[i].upos != "NOUN" or noun_type(parse.lemmas[i], parse.word(i).lower()) in SPEAKERS
    parted = near and "," in parse.text[parse.tokens[above].end : parse.tokens[i].start]
    return near and not speaks and not parted


def _brought(doc: Document, parse: Parse, noun: int, source: Span) -> tuple[Span, Span | None]:
    """Who tells by a text, and who brings it: "a statement issued by the Board", "a letter carried by Dock Radio"."""
    for k in parse.kids(noun, "acl"):
        agents = [n for n in parse.kids(k, "obl") if parse.preposition(n) == "by"]
        if agents and parse.lemmas[k] in CARRYING:
            named = parse.kids(agents[0], "appos") or agents
            return source, doc.span(*parse.phrase(named[0]))
        if agents and parse.lemmas[k] in ISSUING:
            return doc.span(*parse.phrase(agents[0])), None
    return source, None
