"""What the learned reader hears of voices: how far what is told reaches, and tellers that the rules pass over."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.annotate.lemmas import verb_lemma
from whence.annotate.tellings.shared import order
from whence.annotate.voices.cues import NO_VOICE
from whence.annotate.voices.sources import NOT_SOURCES
from whence.annotate.voices.verbs import behind_day
from whence.model import Document, Maker, Mention, Span, Voice
from whence.reader import Frame
from whence.text.days import WEEKDAY
from whence.vocab import word_set

VERSION = "1"
SURE = 0.8
"""Probability of word of speech and teller together from which the reader alone makes a voice."""
ASKED = re.compile(r"\bask(?:ed|ing)?\b[^.;:,]{0,30}\b(?:whether|if|why|who|when|how|about)\s+$", re.IGNORECASE)
ANSWERING = re.compile(r"(?:answer|respond|repl|react)", re.IGNORECASE)
READING = re.compile(r"reads?", re.IGNORECASE)
TOLD_WHEN = re.compile(
    r"this (?:when|while|as|after|before|during|in|on|at|to|yesterday|today)\b"
    # "announced changes Thursday to the Rivers Act": neither stands for what was said.
    rf"|{WEEKDAY} (?:to|of) (?:the|an?|its|his|her|their)\b",
    re.IGNORECASE,
)
ON_DOING = re.compile(r"\b(?:on|upon|after|before|while|when|by)\s(?=[a-z]+ing\b)")
ANOTHERS = re.compile(r"(?:the|a|an|this|such|all|any)\s+\w+\s+that\b")
TELLERS = frozenset({"person", "organization"})
ADDING = frozenset({"added", "adds", "adding", "add"})
FEWEST = 2  # words that are told
WORD = r"[^\s,.;:!?()\[\]\"“”«»–—]+"
OTHER = r"and|but|or|while|as|when|where|after|before|because|although|though|since|if|who|which|that|whose|so|then|yet"
OF_IT = r"(?:and|or)\s(?:in|on|at|by|with|for|from|of|to|near|against)\s(?!which|whom|whose)"
AND = re.compile(r",?[\"”’]?,?\s(?:and|but)\s(?:(?:he|she|they|it|also|then|later|further|has|have|had)\s)*$")
CLOSED = re.compile(r",?\s+(?:also\s+|has\s+|had\s+|later\s+)?")
# "Said it was shut, with the Tide reporting that it burned": another's words.
WITH = re.compile(r",\s+with\s+(?:the\s+)?$")
# "Said it was shut, but the mayor said it was open": what another says against it.
AGAINST = re.compile(r",?\s(?:(?<=,\s)but|while|whereas)\s(?:the\s|an?\s)?$")
BESIDE = re.compile(r"\s+(?:also\s+|later\s+)?\w+ing")
AND_DID = re.compile(r",?\s+(?:and|but)\s+(?:also\s+|later\s+)?([a-z]+(?:ed|es|s))\b")
# "..., with the Tide reporting that it burned": another tells it.
WITH_ANOTHER = re.compile(r",\s+with\s+[^,.;:]{2,60}?\s(?:report|say|claim|add|putt|cit|stat|suggest)ing\b")
NAMED_BEFORE = re.compile(r"\b[Tt]he\s((?:[A-Z][\w’'-]*\s){1,3})$")
# Up to the next pause or the next clause.
GOES_ON = re.compile(rf"(?:\s(?:{OF_IT}|(?!(?:{OTHER})\b)){WORD})+(?<!['’])")


def heard(
    doc: Document, voices: Sequence[Voice], frames: Sequence[Frame], mentions: Sequence[Mention]
) -> tuple[Voice, ...]:
    """The rules' voices, of indirect speech with the reach that the reader gives it, and the reader's own."""
    voices = [_by_name(doc, voice, frames, mentions) for voice in voices]
    told = {f.start: spans for f in frames if (spans := _told(doc, f))}
    found = [v for voice in voices for v in _reaching(doc, voice, told.get(voice.cue.start, ()))]
    taken = {v.cue.start for v in voices}
    for frame in frames:
        if frame.start in told and frame.start not in taken:
            found.extend(v for v in _new(doc, frame, told[frame.start], mentions) if not _quoted_so(v, voices))
    return tuple(sorted({_up_to_next(doc, v, found, mentions) for v in found}, key=order))


def _by_name(doc: Document, voice: Voice, frames: Sequence[Frame], mentions: Sequence[Mention]) -> Voice:
    """The voice of whom the reader hears right before the word, not of his place: "The Osh clerk, Duda, said"."""
    own = voice.source
    if own is None or not own < voice.cue or not any(m.type == "place" and own.contains(m.span) for m in mentions):
        return voice
    fillers = (f for frame in frames if frame.start == voice.cue.start for f in frame.fillers)
    heard_here = [f for f in fillers if f.role == "source" and f.score >= SURE and own.end < f.start < voice.cue.start]
    people = [m.span for m in mentions if m.type == "person" and m.form == "name"]
    named = next((s for s in people for f in heard_here if (s.start, s.end) == (f.start, f.end)), None)
    if named is None or not CLOSED.fullmatch(doc.text, named.end, voice.cue.start):
        return voice
    return replace(voice, source=named)


def _up_to_next(doc: Document, voice: Voice, voices: Sequence[Voice], mentions: Sequence[Mention]) -> Voice:
    """What is told up to the next telling of the same teller: "said the mill was shut and added that it had burned".

    Of "said that Vale had rung her and told her" nobody knows by the order of words that Vale did not tell it.
    """
    if voice.manner != "indirect" or voice.source is None or voice.cue.start > voice.content.start:
        return voice
    for later in sorted(voices, key=lambda v: v.cue.start):
        inside = voice.content.start < later.cue.start < voice.content.end and later.source is not None
        if not inside or later.source is None or later.content.start < later.cue.start:
            continue
        beside = WITH.search(doc.text, voice.content.start, later.source.start)
        if beside and BESIDE.fullmatch(doc.text, later.source.end, later.cue.end):
            return replace(voice, content=replace(voice.content, end=beside.start()))
        against = AGAINST.search(doc.text, voice.content.start, later.source.start)
        if against and later.source != voice.source and CLOSED.fullmatch(doc.text, later.source.end, later.cue.start):
            return replace(voice, content=replace(voice.content, end=against.start()))
        before = AND.search(doc.text, voice.content.start, later.cue.start)
        himself = before is not None and (later.source == voice.source or before.start() < later.source.start)
        between = [m for m in mentions if m.type in TELLERS and voice.content.start <= m.span.start < later.cue.start]
        himself = himself and (not between or doc.quote(later.cue) in ADDING)
        if before and himself and len(doc.text[voice.content.start : before.start()].split()) >= FEWEST:
            return replace(voice, content=replace(voice.content, end=before.start()))
    return voice


def _quoted_so(voice: Voice, voices: Sequence[Voice]) -> bool:
    """Whether a rule has the same words of the same teller: "Ada Mensah's reply: “No.”"."""
    same = (v for v in voices if v.manner == "direct" and v.source is not None and voice.source is not None)
    return any(v.content.overlaps(voice.content) and v.source == voice.source for v in same)


def _told(doc: Document, frame: Frame) -> tuple[Span, ...]:
    """What is told: one stretch from its first word to its last, or several where the telling stands between."""
    if frame.predicate != "attributes" or not frame.told:
        return ()
    first, last = frame.told[0][0], frame.told[-1][1]
    telling = [(frame.start, frame.end), *((f.start, f.end) for f in frame.fillers if f.role == "source")]
    between = any(first <= start and end <= last for start, end in telling)
    ranges = frame.told if between else ((first, last),)
    return tuple(doc.span(a, b) for a, b in ranges if len(doc.text[a:b].split()) >= FEWEST)


def _to_its_end(doc: Document, told: Span, telling: Sequence[Span]) -> Span:
    """What is told with the rest of the phrase that it breaks off in: "attacks on army" of "attacks on army posts"."""
    more = GOES_ON.match(doc.text, told.end)
    end = more.end() if more else told.end
    return told if any(told.end <= t.start < end + 2 for t in telling) else replace(told, end=end)


def _reaching(doc: Document, voice: Voice, told: Sequence[Span]) -> Iterator[Voice]:
    """The voice with all that either hears: what is cut short misleads more than a word too many."""
    telling = [voice.cue, *([voice.source] if voice.source is not None else [])]
    near = [span for span in told if span.overlaps(voice.content)]
    if voice.manner == "indirect" and near and not any(s.overlaps(t) for s in telling for t in told):
        start = min(voice.content.start, *(s.start for s in near))
        end = max(voice.content.end, *(s.end for s in near))
        beside = WITH_ANOTHER.search(doc.text, voice.content.end, end)
        end = beside.start() if beside is not None else end
        end = voice.content.end if _tells_again(doc, voice.content.end) else end
        if not any(start < t.end and t.start < end for t in telling):
            start, end = behind_day(doc.text, start, end, voice.cue.end, voice.manner)
            content = replace(voice.content, start=start, end=end)
            voice = replace(voice, content=_to_its_end(doc, content, telling))
        yield from (voice, *(replace(voice, content=span) for span in told if span not in near))
    else:
        yield voice


def _tells_again(doc: Document, end: int) -> bool:
    """Whether a second telling stands behind what is told: "said that the dam was dry and condemned the board"."""
    verb = AND_DID.match(doc.text, end)
    return verb is not None and verb_lemma(verb[1], verb[1]) in word_set("grammar.yaml", "telling")


def _with_name(doc: Document, source: Span) -> Span:
    """A teller with the name before the noun: of "the Delta news agency" not the news agency alone."""
    named = NAMED_BEFORE.search(doc.text, max(0, source.start - 60), source.start)
    return replace(source, start=named.start(1)) if named and doc.text[source.start].islower() else source


def _new(doc: Document, frame: Frame, told: Sequence[Span], mentions: Sequence[Mention]) -> Iterator[Voice]:
    cue = doc.span(frame.start, frame.end)
    sources = [f for f in frame.fillers if f.role == "source"]
    if not sources:
        return
    best = max(sources, key=lambda f: f.score)
    named = next((m.span for m in mentions if m.span.end == best.end and m.span.start <= best.start), None)
    source = named or _with_name(doc, doc.span(best.start, best.end))
    mute = doc.quote(cue).lower() == "according" and doc.quote(source).split()[-1].lower() in NO_VOICE
    if mute or frame.score * best.score < SURE or any(t.overlaps(s) for t in told for s in (cue, source)):
        return
    for span in told:
        if ASKED.search(doc.text, max(0, span.start - 60), span.start):
            continue  # "Asked whether the yard would close, she said": that is asked, and not told
        if READING.fullmatch(doc.quote(cue)) and doc.quote(source).lower() in NOT_SOURCES:
            continue  # "issued a letter. It read, “We wait.”": a paper has no mouth
        if TOLD_WHEN.match(doc.text, span.start, span.end) or ON_DOING.search(doc.text, span.start - 12, span.end):
            continue  # "stated this when she read the letter": what she stated stands elsewhere
        if ANSWERING.match(doc.quote(cue)) and ANOTHERS.match(doc.quote(span)):
            continue  # "answered the claim that the yard had burned": another's words
        manner = "direct" if doc.text[span.start - 1 : span.start] in tuple('“"«„') else "indirect"
        span = _to_its_end(doc, span, (cue, source)) if manner == "indirect" else span
        yield Voice(cue, span, manner, Maker("annotate.heard", VERSION, "reader"), source)
