"""Voices by a verb of saying, and by a quotation beside one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.annotate.modality.denials import is_unsaid
from whence.annotate.modality.words import UNSETTLED
from whence.annotate.syntax import Parse
from whence.annotate.voices.contents import content_of, is_bidding
from whence.annotate.voices.cues import FINITE, SPOKEN, voice_by
from whence.annotate.voices.quotes import is_quoted, quotes_in
from whence.annotate.voices.sources import (
    before_who,
    is_turned,
    likeliest,
    medium_of,
    named_after,
    named_before_cue,
    source_of,
    whole_source,
    without_day,
)
from whence.model import Document, Mention, Sentence, Voice
from whence.text.days import WEEKDAY

# "Reports carried during the day say that": a time says nothing.
TIMELY = re.compile(
    r"^(?:the|that|this|last|next|a|an)?\s?(?:day|night|morning|afternoon|evening|week|weekend|month|year|hour|time)s?$",
    re.IGNORECASE,
)
INVERTED = re.compile(r"[\"”’',.?!\s]*(?:(?:has|had|have|also|later|then)\s+)?")
STOPS = re.compile(r"[.;:“]|\b(?:that|which|because|when|and he|and she)\b")
TO_QUOTE = re.compile(r"(?:\s+(?:that|to|on|in|at|of|the|a|his|her|its|[\w-]+)){0,7}[,:]?\s*[“\"«„‘']?")
OPENING = re.compile(r"\s*[“\"«„‘']")
BEFORE_DAY = re.compile(r"\s(?:(?:on|last|early|late|earlier) )?")
ON_DAY = re.compile(
    rf"(?:(?:on|last|early|late|earlier) )?(?:{WEEKDAY}|today|yesterday)"
    r"(?: (?:morning|afternoon|evening|night))?,? (?:that )?"
    r"(?!(?:is|was|will|would|has|had|morning|night|marks?|may|might|can|could|should|must|and|or|of)\b)(?=\w)"
)
JOINS = re.compile(r"\b(?:who|which|that|whom|adding|added)\b")
RESUMED = re.compile(r"[^.;:\"“”]{0,90}[,:]\s*[“\"«„‘']")
AND_THAT_TOO = re.compile(r"[”\"’'»,.]*,?\s+(?:and|but)\s+that\s+[“\"«„‘']")
HEARING = frozenset({"assure", "tell", "inform", "remind", "warn"})
TITLED = re.compile(r"\b(?:called|titled|entitled|named)\W{1,4}$")
SPOKE_OF = re.compile(r"(?: \w+)? of (?:\w+ ){0,3}[“\"«„‘']")


def resumed(doc: Document, sentence: Sentence, parse: Parse, i: int, voice: Voice) -> Iterator[Voice]:
    """The rest of a quotation that its telling parts, as in "“We lost,” Duda said, “and they won”"."""
    if voice.manner != "direct" or voice.source is None:
        return
    before = voice.content.end <= voice.cue.start
    start = max(voice.cue.end, voice.source.end) if before else voice.content.end
    for q in quotes_in(doc.text, start, sentence.span.end):
        between = doc.text[start : q.start]
        if not (RESUMED if before else AND_THAT_TOO).fullmatch(between):
            return
        tellers = [k for k in parse.at(start, q.start) if parse.tokens[k].upos in ("VERB", "AUX") and k != i]
        if len(doc.text[q.start : q.end].split()) > 1 and not tellers:
            maker = voice_by("resumed") if before else voice.maker
            yield replace(voice, content=doc.span(q.start, q.end), maker=maker)
        return


def speaking_of(doc: Document, sentence: Sentence, parse: Parse, i: int, mentions: Sequence[Mention]) -> Voice | None:
    """Whoever speaks of something in quoted words: "Duda spoke of “a black day for the docks”"."""
    source = source_of(parse, i)
    quotes = quotes_in(doc.text, parse.tokens[i].end, sentence.span.end)
    said = next((q for q in quotes if len(doc.text[q.start : q.end].split()) > 2), None)
    if source is None or said is None or source > i:
        return None
    between = doc.text[parse.tokens[i].end : said.start]
    if not SPOKE_OF.fullmatch(between) or parse.is_infinitive(i):
        return None
    cue = doc.span(parse.tokens[i].start, parse.tokens[i].end)
    speaker = whole_source(doc.span(*parse.phrase(source)), mentions)
    return Voice(cue, doc.span(said.start, said.end), "direct", voice_by("verb"), speaker)


def by_verb(doc: Document, sentence: Sentence, parse: Parse, i: int, mentions: Sequence[Mention]) -> Voice | None:
    """The voice of a verb of saying with what stands around it in the tree; None where it tells nothing."""
    quotes = list(quotes_in(doc.text, sentence.span.start, sentence.span.end))
    if any(q.start <= parse.tokens[i].start < q.end for q in quotes) and not parse.kids(i, "ccomp"):
        return None
    source = source_of(parse, i)
    if source is not None and any(q.start <= parse.tokens[source].start < q.end for q in quotes):
        # "Okafor smiled and said: “Duarte and I agree.”": whoever is quoted is not named in the quotation.
        source = source_of(parse, parse.tokens[i].head) if parse.base(i) == "conj" else None
    content, manner = content_of(doc, sentence, parse, i)
    if content is None or len(doc.text[slice(*content)].split()) < 2:
        return None
    if parse.lemmas[i] in HEARING and parse.tokens[i].xpos == "VBN" and not parse.kids(i, "aux"):
        return None  # "can rest assured that": who is assured says nothing
    if manner == "direct" and (_is_title(doc.text, *content) or _is_called(doc.text, parse, source, i, content)):
        return None
    if parse.lemmas[i] in UNSETTLED and is_unsaid(parse, i):
        return None  # "did not say that"
    content = behind_day(doc.text, *_within_relative(parse, i, content), parse.tokens[i].end, manner)
    cue = doc.span(parse.tokens[i].start, parse.tokens[i].end)
    span = without_day(doc, whole_source(doc.span(*parse.phrase(source)), mentions)) if source is not None else None
    beside = parse.tokens[i].xpos != "VBG"  # "shot at the Lobos Church, claiming that": the church claims nothing
    beside = beside and not is_turned(doc, cue, mentions)
    span = before_who(doc, parse, i, mentions, span) or (
        named_before_cue(doc, sentence, cue, mentions) if beside else None
    )
    span = None if span is not None and TIMELY.search(doc.quote(span)) else span
    if span is None and not parse.is_passive(i):
        return None
    if span is not None and (span.overlaps(doc.span(*content)) and manner != "direct"):
        return None
    medium = medium_of(doc, sentence, parse, i, mentions, content)
    return Voice(cue, doc.span(*content), manner, voice_by("verb"), span, medium)


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether quoted words are the title of a work, as in: a book called “Tides”."""
    words = [w for w in re.findall(r"[^\W\d_]+", text[start:end]) if len(w) > 3]
    titled = len(words) > 1 and all(w[0].isupper() for w in words) and text[end - 1] not in ".,!?…"
    return bool(TITLED.search(text, max(0, start - 16), start)) or titled


def _is_called(text: str, parse: Parse, source: int | None, i: int, content: tuple[int, int]) -> bool:
    """Whether what is quoted between a subject and its verb is its name: "The ballad “Far from Osh” tells of her"."""
    if source is None or not parse.tokens[source].start < content[0] <= content[1] <= parse.tokens[i].start:
        return False
    end = parse.tokens[source].end
    return OPENING.fullmatch(text, min(end, content[0]), content[0]) is not None


def _within_relative(parse: Parse, i: int, content: tuple[int, int]) -> tuple[int, int]:
    """What is told in "the Board, which said that it was broke, dismissed her" ends where the relative clause does."""
    opened = parse.tokens[i].deprel == "acl:relcl" and parse.text[: parse.clause(i)[0]].rstrip().endswith(",")
    if not opened or not any(parse.tokens[k].start < parse.tokens[i].start for k in parse.kids(i, "nsubj")):
        return content
    for comma in re.finditer(",", parse.text[content[0] : content[1]]):
        after = [k for k in parse.at(content[0] + comma.end(), content[1]) if parse.tokens[k].upos != "ADV"]
        finite = after and parse.tokens[after[0]].xpos in FINITE | {"VBN"}
        if finite and parse.tokens[after[0]].upos in ("VERB", "AUX"):
            return content[0], content[0] + comma.start()
    return content


def behind_day(text: str, start: int, end: int, cue: int, manner: str) -> tuple[int, int]:
    """What is told without the day of the telling, of "said Friday they had left"; "said today was dry" has none."""
    day = ON_DAY.match(text, start, end) if manner == "indirect" and BEFORE_DAY.fullmatch(text, cue, start) else None
    start = day.end() if day else start
    while manner == "indirect" and start < end and text[start] in ",; ":
        start += 1  # "that, over the years, the mill had paid"
    return start, end


def by_quote(doc: Document, sentence: Sentence, parse: Parse, i: int, mentions: Sequence[Mention]) -> Voice | None:
    """A verb of saying beside a quotation, read from the words where the tree joins them wrongly."""
    verb = parse.tokens[i]
    quotes = list(quotes_in(doc.text, sentence.span.start, sentence.span.end))
    spoken = [q for q in quotes if len(doc.text[q.start : q.end].split()) > 3]
    if parse.lemmas[i] not in SPOKEN or any(q.start <= verb.start < q.end for q in quotes):
        return None
    before = [q for q in spoken if q.end <= verb.start]
    after = [q for q in spoken if q.start >= verb.end]
    here = [m for m in mentions if sentence.span.contains(m.span) and not is_quoted(m.span, quotes)]
    source = None
    if before:
        between = doc.text[before[-1].end : verb.start]
        if INVERTED.fullmatch(between):
            source = named_after(doc, here, verb.end)
        elif len(between) < 140 and not STOPS.search(between):
            source = likeliest([m for m in here if before[-1].end <= m.span.start and m.span.end <= verb.start])
    elif after and TO_QUOTE.fullmatch(doc.text, verb.end, after[0].start):
        source = likeliest([m for m in here if m.span.end <= verb.start and verb.start - m.span.end < 4])
    told = (before or after)[0] if before or after else None
    if (
        source is None
        or told is None
        or _is_title(doc.text, told.start, told.end)
        or is_bidding(doc.text, parse, i, told)
        or any(_is_called(doc.text, parse, k, i, (told.start, told.end)) for k in parse.kids(i, "nsubj"))
    ):
        return None
    if before and after and JOINS.search(doc.text, verb.end, after[0].start):
        after = []  # "..., said Duda, who added that she had “seen nothing”": another telling
    content = (before or after)[0].start, (after or before)[-1].end
    cue = doc.span(verb.start, verb.end)
    medium = medium_of(doc, sentence, parse, i, here, content)
    return Voice(cue, doc.span(*content), "direct", voice_by("quote"), source.span, medium)
