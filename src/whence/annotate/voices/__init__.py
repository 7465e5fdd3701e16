"""Voices: who says what through whom, from verbs of saying, "according to", quotation marks and what joins them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.annotate.syntax import Parse
from whence.annotate.voices.according import according_to, is_according
from whence.annotate.voices.cues import FINITE, SPOKEN, speech_verbs, tells_nothing, voice_by
from whence.annotate.voices.quotes import Quote, all_quotes, quotes_in
from whence.annotate.voices.sources import source_of
from whence.annotate.voices.verbs import by_quote, by_verb, resumed, speaking_of
from whence.model import Document, Mention, Sentence, Voice

# "The head of the club, esteemed Ivo Duda, told us": a name between commas, a word of praise before it.
NAMED_NEXT = re.compile(
    r",\s+(?:the\s+)?(?:(?!(?:and|or|by|with|of|to|for|from|like|as|than|in|at|on|not|nor|but|\w+ing)\s)[a-z]+\s+)?"
)
OTHERS = ("ask", "read")  # "the letter read: “We wait.”" goes on with nobody
REACHING = frozenset({"reach", "join", "contact", "interview", "phone", "telephone", "meet", "question", "visit"})
HEARER = re.compile(r"\b(?:to|for|with|against|about|of)\s+(?:\w+\s+){0,3}$")
COLON = re.compile(r":\s*[“\"«„‘']?$")
# "Ada Mensah's reply: “No.”"
OWN_WORDS = re.compile(
    r"['’]s (?:\w+ )?(?:reply|answer|response|verdict|comment|message|explanation|conclusion|advice|motto)"
)


def find_voices(
    doc: Document, sentences: Sequence[Sentence], parses: Sequence[Parse | None], mentions: Sequence[Mention]
) -> tuple[Voice, ...]:
    """Every voice of `doc`, sorted by cue. A quotation without a cue of its own goes on with the last speaker."""
    found: list[Voice] = []
    last: Voice | None = None
    running = all_quotes(doc.text)
    ordered = sorted(mentions, key=lambda m: m.span)
    own = [
        list(_in_sentence(doc, sentence, parse, mentions)) if parse else []
        for sentence, parse in zip(sentences, parses, strict=True)
    ]
    for n, (sentence, parse) in enumerate(zip(sentences, parses, strict=True)):
        here = own[n] or _told_at_the_end(doc, n, sentences, own, running)
        here = here or _told_behind(doc, n, sentences, parses, own, running)
        quotes = list(quotes_in(doc.text, sentence.span.start, sentence.span.end))
        spoken = [
            q for q in quotes if not any(v.content.start <= q.start + 1 and q.end - 1 <= v.content.end for v in here)
        ]
        whole = [
            q
            for q in spoken
            if q.end - q.start > 0.8 * len(sentence.span) and not (parse and _says_before(parse, q.start))
        ]
        if not here and whole and last is not None and last.source is not None and _follows(doc, last, sentence):
            for q in whole:
                here.append(
                    Voice(last.cue, doc.span(q.start, q.end), "direct", voice_by("continued"), last.source, last.medium)
                )
        if not here and spoken and parse is not None and not _says_before(parse, spoken[0].start):
            here.extend(_by_colon(doc, sentence, spoken, mentions, parse))
        open_quote = next((q for q in running if q.start < sentence.span.start < q.end), None)
        if (
            not here
            and open_quote
            and last is not None
            and last.source is not None
            and last.content.start >= open_quote.start - 2
        ):
            content = doc.span(sentence.span.start, min(open_quote.end, sentence.span.end))
            here.append(Voice(last.cue, content, "direct", voice_by("continued"), last.source, last.medium))
        here = [_with_name(doc, voice, _around(voice, ordered)) for voice in here]
        found.extend(here)
        if here:
            last = here[-1]
            continue
        another = parse is not None and bool(spoken) and _asks_or_reads(parse, spoken[0].start)
        if another or (not quotes and "\n" in doc.text[sentence.span.start - 2 : sentence.span.start]):
            last = None
    return tuple(sorted(set(found), key=lambda v: (v.cue, v.content, v.manner, v.maker, v.source or v.cue)))


def _around(voice: Voice, ordered: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions in a voice's source and right behind it."""
    if voice.source is None:
        return ()
    start, end = voice.source.start, voice.source.end + 40
    first, last = (bisect_left(ordered, at, key=lambda m: m.span.start) for at in (start, end))
    return ordered[first:last]


def _with_name(doc: Document, voice: Voice, mentions: Sequence[Mention]) -> Voice:
    """The voice with the name in apposition to its source: "The head of the club, esteemed Ivo Duda, told us"."""
    source = voice.source
    if source is None or any(m.form == "name" and m.type == "person" and source.contains(m.span) for m in mentions):
        return voice
    titled = any(m.type == "role" and m.span.start - source.start < 5 and source.contains(m.span) for m in mentions)
    for m in mentions if titled else ():
        if m.form == "name" and m.type == "person" and NAMED_NEXT.fullmatch(doc.text, source.end, m.span.start):
            closed = doc.text[m.span.end : m.span.end + 1] == ","
            return replace(voice, source=doc.span(source.start, m.span.end)) if closed else voice
    return voice


def _told_at_the_end(
    doc: Document, n: int, sentences: Sequence[Sentence], own: Sequence[Sequence[Voice]], running: Sequence[Quote]
) -> list[Voice]:
    """Who tells a sentence of a quotation that goes on and ends with its telling: "“We wait. Why not?” he said"."""
    here = sentences[n].span
    quote = next((q for q in running if q.start < here.end and q.end > here.end and here.start <= q.start + 2), None)
    quote = quote or next((q for q in running if q.start < here.start and q.end > here.end), None)
    if quote is None or len(here) * 0.8 > min(quote.end, here.end) - max(quote.start, here.start):
        return []
    for later in own[n + 1 :]:
        for voice in later:
            if voice.cue.start > quote.end + 40 or voice.source is None:
                return []
            if voice.manner == "direct" and voice.cue.start >= quote.end and voice.content.start < quote.end:
                content = doc.span(max(quote.start, here.start), min(quote.end, here.end))
                return [replace(voice, content=content, maker=voice_by("continued"))]
    return []


def _told_behind(
    doc: Document,
    n: int,
    sentences: Sequence[Sentence],
    parses: Sequence[Parse | None],
    own: Sequence[Sequence[Voice]],
    running: Sequence[Quote],
) -> list[Voice]:
    """Who tells a quotation by a sentence right behind its mark: "“Why not?” Duda said, and laughed."."""
    here = sentences[n].span
    quote = next((q for q in running if q.start < here.end - 1 and q.end > here.start), None)
    if quote is None or len(here) * 0.8 > min(quote.end, here.end) - max(quote.start, here.start):
        return []
    k = next((k for k in range(n + 1, len(sentences)) if 0 < sentences[k].span.start - quote.end < 4), None)
    parse = parses[k] if k is not None and not own[k] else None
    if k is None or parse is None or "\n" in doc.text[quote.end : sentences[k].span.start]:
        return []
    roots = [i for i, t in enumerate(parse.tokens[:7]) if t.head < 0 and t.xpos in FINITE and parse.lemmas[i] in SPOKEN]
    source = source_of(parse, roots[0]) if roots else None
    if source is None or source > roots[0] or parse.kids(roots[0], "ccomp", "obj"):
        return []
    cue = doc.span(parse.tokens[roots[0]].start, parse.tokens[roots[0]].end)
    content = doc.span(max(quote.start, here.start), min(quote.end, here.end))
    return [Voice(cue, content, "direct", voice_by("continued"), doc.span(*parse.phrase(source)))]


def _asks_or_reads(parse: Parse, start: int) -> bool:
    """Whether what is quoted behind the offset is of another text: "It read: “We wait.”"."""
    return any(t.start < start and t.upos == "VERB" and parse.lemmas[k] in OTHERS for k, t in enumerate(parse.tokens))


def _says_before(parse: Parse, start: int) -> bool:
    """Whether a verb of saying stands before the offset: then whoever it names before a colon may be the hearer."""
    cues = [k for k, t in enumerate(parse.tokens) if t.start < start and parse.lemmas[k] in (*speech_verbs(), *OTHERS)]
    return any(parse.tokens[k].upos in ("VERB", "AUX") for k in cues)


def _by_colon(
    doc: Document, sentence: Sentence, quotes: Sequence[Quote], mentions: Sequence[Mention], parse: Parse
) -> Iterator[Voice]:
    """Whoever is named before a colon that a quotation follows: "Our reporter reached Ada Mensah: “We protect.”"."""
    first = quotes[0]
    before = COLON.search(doc.text, sentence.span.start, first.start)
    if before is None or len(doc.text[first.start : first.end].split()) < 3:
        return
    people = [m for m in mentions if m.type == "person" and m.form == "name" and sentence.span.contains(m.span)]
    near = [m for m in people if m.span.end <= before.start() and before.start() - m.span.end < 100]
    owns = bool(near) and doc.text[near[-1].span.end : near[-1].span.end + 2] in ("'s", "’s")
    if not near or (owns and not OWN_WORDS.fullmatch(doc.text, near[-1].span.end, before.start())):
        return
    head = parse.head_of(near[-1].span.start, near[-1].span.end)
    if HEARER.search(doc.text, sentence.span.start, near[-1].span.start) or head is None:
        return
    heard = parse.tokens[head].head >= 0 and parse.base(head) in ("obj", "iobj", "obl")
    if heard and parse.lemmas[parse.tokens[head].head] not in REACHING:
        return
    within = parse.at(first.start, quotes[-1].end)
    if not any(parse.tokens[k].upos in ("VERB", "AUX") for k in within) and doc.text[first.end - 1] not in ".!?…":
        return  # a headline with a title in it
    cue = doc.span(before.start(), before.start() + 1)
    yield Voice(cue, doc.span(first.start, quotes[-1].end), "direct", voice_by("colon"), near[-1].span)


def _follows(doc: Document, voice: Voice, sentence: Sentence) -> bool:
    """Whether the sentence stands within reach of the last voice: the same or the next paragraph."""
    between = doc.text[voice.content.end : sentence.span.start]
    return len(between) < 400 and len(re.findall(r"\n\s*\n", between)) <= 1


def _in_sentence(doc: Document, sentence: Sentence, parse: Parse, mentions: Sequence[Mention]) -> Iterator[Voice]:
    for i, token in enumerate(parse.tokens):
        if token.upos in ("VERB", "AUX") and parse.lemmas[i] in speech_verbs() and not tells_nothing(parse, i):
            voice = by_verb(doc, sentence, parse, i, mentions) or by_quote(doc, sentence, parse, i, mentions)
            if voice:
                yield voice
                yield from resumed(doc, sentence, parse, i, voice)
        elif token.upos == "VERB" and parse.lemmas[i] in ("speak", "talk"):
            voice = speaking_of(doc, sentence, parse, i, mentions)
            if voice:
                yield voice
        elif parse.base(i) in ("obl", "nmod", "advcl", "advmod", "parataxis") and is_according(parse, i):
            voice = according_to(doc, sentence, parse, i)
            if voice:
                yield voice
