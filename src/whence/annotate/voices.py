"""Voices: who says what through whom, from verbs of saying, "according to", quotation marks and what joins them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.modality import UNSETTLED, is_unsaid
from whence.annotate.syntax import Parse
from whence.model import Document, Maker, Mention, Sentence, Span, Voice
from whence.vocab import load_words, word_set

VERSION = "1"
OF = re.compile(r"\s+of\s+(?:[Tt]he\s+)?")
# "The head of the club, esteemed Ivo Duda, told us": a name between commas, a word of praise before it.
NAMED_NEXT = re.compile(
    r",\s+(?:the\s+)?(?:(?!(?:and|or|by|with|of|to|for|from|like|as|than|in|at|on|not|nor|but|\w+ing)\s)[a-z]+\s+)?"
)
NEXT_OPENS = re.compile(r"\"\w")
ENDED = re.compile(r"[.!?](?=\s)")
BEFORE_CUE = re.compile(r"(?:\s*\([^()]{1,30}\))?,?(?:\s+(?:has|had|have|also|later|then|again|recently|first))*\s+")
MEDIUM_CUES = re.compile(
    r"\b(?:told|speaking to|speaks to|spoke to|in an interview (?:with|to|on)|interviewed by|carried by|quoted by"
    r"|in (?:a|an) [\w ]{0,20}?statement (?:carried|published|quoted) by|published by"
    r"|in an? [\w ]{0,12}?(?:article|column|op-ed|post) (?:for|in|on)|in (?:his|her|their|the) book"
    r"|on (?:his|her|its) (?:twitter|facebook|telegram) (?:account|page|channel))\s+"
    r"(?:the )?(?:(?:[\w-]+ ){0,3}(?:daily|weekly|newspaper|broadcaster|agency|channel|station|website|outlet) )?$",
    re.IGNORECASE,
)
OTHERS = ("ask", "read")  # "the letter read: “We wait.”" goes on with nobody
HEARD_BY = frozenset({"to", "with", "from", "at"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
SPEAKERS = frozenset({"person", "organization", "work"})
NOT_SOURCES = frozenset(
    """
    it there this that which what result results figure figures evidence picture map study tide act
    some many others few most several all word sign
    """.split()
)


# "Reports carried during the day say that": a time says nothing.
TIMELY = re.compile(
    r"^(?:the|that|this|last|next|a|an)?\s?(?:day|night|morning|afternoon|evening|week|weekend|month|year|hour|time)s?$",
    re.IGNORECASE,
)
NO_VOICE = frozenset(
    """
    plan schedule need age size rank law custom tradition taste season ability merit weight height importance order
    principle rule type number date time it them this that preference circumstance requirement will rite mission
    commitment spirit formula arrangement timetable theory
    """.split()
)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks, the marks left out."""

    start: int
    end: int


@cache
def speech_verbs() -> Mapping[str, str]:
    """Verb of saying to the certainty that it lends."""
    return {verb: kind for kind, verbs in load_words("speech_cues.yaml").items() for verb in verbs}


def find_quotes(text: str, start: int, end: int) -> Iterator[Quote]:
    """Quotations between two offsets; one that never closes ends with its paragraph."""
    text = _one_mark_each(text)
    pattern = re.compile(
        r"“([^“”]{2,2000}?)(?:”|“|(?=\n)|$)|«([^«»]{2,2000}?)»|„([^„“”]{2,2000}?)[“”]"
        r"|(?:(?<![\w.,;:!?…])\"|\"(?=[\w“‘'(\[]))([^\"\n]{2,2000}?)(?:(?<=\s)(?=\"\w)|\"|(?=\n\s*\"))"
        r"|``([^`\n]{2,2000}?)''"
    )
    for m in pattern.finditer(text, start, end):
        group = next(k for k in range(1, 6) if m.group(k) is not None)
        yield Quote(m.start(group), _before_next(text, m.start(group), m.end(group)))
    single = re.compile(r"(?<![\w'])[‘'](?![\s'])([^‘’'\n]{12,1200}?(?:[’'](?=\w)[^‘’'\n]*?)*)[’'](?!\w)")
    for m in single.finditer(text, start, end):
        if m.group(1).count('"') % 2 == 0:
            yield Quote(m.start(1), m.end(1))


def _one_mark_each(text: str) -> str:
    """The text, as long as it is, with a double mark where a typist set two single ones: “We wait,’’ she said."""
    text = re.sub(r"(?<![\w‘’'])[‘’']{2}(?=[\w\[])", " “", text)
    return re.sub(r"(?<=[\w.,!?…\])])[’']{2}(?![\w’'])", "” ", text) if "``" not in text else text


def _before_next(text: str, start: int, end: int) -> int:
    """The end of a quotation, which ends with its first sentence where the next one opens before it has closed."""
    unclosed = NEXT_OPENS.match(text, end) and text[end - 1 : end].isspace()
    ended = ENDED.search(text, start, end) if unclosed else None
    return ended.end() if ended else end


@lru_cache(maxsize=8)
def _all_quotes(text: str) -> tuple[Quote, ...]:
    return tuple(find_quotes(text, 0, len(text)))


def quotes_in(text: str, start: int, end: int) -> list[Quote]:
    """The parts of a text's quotations that lie between two offsets: one may have begun a sentence before."""
    found = [Quote(max(q.start, start), min(q.end, end)) for q in _all_quotes(text) if q.start < end and start < q.end]
    return [q for q in found if q.end - q.start >= 2]


def find_voices(
    doc: Document, sentences: Sequence[Sentence], parses: Sequence[Parse | None], mentions: Sequence[Mention]
) -> tuple[Voice, ...]:
    """Every voice of `doc`, sorted by cue. A quotation without a cue of its own goes on with the last speaker."""
    found: list[Voice] = []
    last: Voice | None = None
    running = _all_quotes(doc.text)
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
                    Voice(last.cue, doc.span(q.start, q.end), "direct", _maker("continued"), last.source, last.medium)
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
            here.append(Voice(last.cue, content, "direct", _maker("continued"), last.source, last.medium))
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
                return [replace(voice, content=content, maker=_maker("continued"))]
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
    return [Voice(cue, content, "direct", _maker("continued"), doc.span(*parse.phrase(source)))]


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
    yield Voice(cue, doc.span(first.start, quotes[-1].end), "direct", _maker("colon"), near[-1].span)


def _follows(doc: Document, voice: Voice, sentence: Sentence) -> bool:
    """Whether the sentence stands within reach of the last voice: the same or the next paragraph."""
    between = doc.text[voice.content.end : sentence.span.start]
    return len(between) < 400 and len(re.findall(r"\n\s*\n", between)) <= 1


def _maker(rule: str) -> Maker:
    return Maker("annotate.voices", VERSION, rule)


def _in_sentence(doc: Document, sentence: Sentence, parse: Parse, mentions: Sequence[Mention]) -> Iterator[Voice]:
    for i, token in enumerate(parse.tokens):
        if token.upos in ("VERB", "AUX") and parse.lemmas[i] in speech_verbs() and not _does(parse, i):
            voice = _by_verb(doc, sentence, parse, i, mentions) or _by_quote(doc, sentence, parse, i, mentions)
            if voice:
                yield voice
                yield from _resumed(doc, sentence, parse, i, voice)
        elif token.upos == "VERB" and parse.lemmas[i] in ("speak", "talk"):
            voice = _speaking_of(doc, sentence, parse, i, mentions)
            if voice:
                yield voice
        elif parse.base(i) in ("obl", "nmod", "advcl", "advmod", "parataxis") and _according(parse, i):
            voice = _according_to(doc, sentence, parse, i)
            if voice:
                yield voice


def _resumed(doc: Document, sentence: Sentence, parse: Parse, i: int, voice: Voice) -> Iterator[Voice]:
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
            maker = _maker("resumed") if before else voice.maker
            yield replace(voice, content=doc.span(q.start, q.end), maker=maker)
        return


def _speaking_of(doc: Document, sentence: Sentence, parse: Parse, i: int, mentions: Sequence[Mention]) -> Voice | None:
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
    speaker = _whole(doc.span(*parse.phrase(source)), mentions)
    return Voice(cue, doc.span(said.start, said.end), "direct", _maker("verb"), speaker)


def _does(parse: Parse, i: int) -> bool:
    """Whether one of them tells nothing here: with a particle, or "continued to advance"."""
    return done(parse, i) or (parse.lemmas[i] == "continue" and bool(parse.kids(i, "xcomp")))


def done(parse: Parse, i: int) -> bool:
    """Whether a particle makes another verb of one of saying: "carried out", "find out", "called off"."""
    with_particle = any(parse.lemmas[k] in ("out", "off", "up", "down", "on") for k in parse.kids(i, "compound:prt"))
    return with_particle and parse.lemmas[i] in (
        "carry",
        "find",
        "call",
        "hold",
        "learn",
        "tell",
        "show",
        "hear",
        "think",
    )


def _according(parse: Parse, i: int) -> bool:
    return parse.preposition(i) in ("according to", "accord to") or any(
        k < i and parse.word(k).lower() == "according" for k in parse.kids(i, "case", "advmod", "fixed")
    )


def _according_to(doc: Document, sentence: Sentence, parse: Parse, i: int) -> Voice | None:
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
            doc.span(*_trim(doc.text, first, cue)),
            "according",
            _maker("according to"),
            doc.span(start, end),
        )
    if behind and doc.text[:cue].rstrip().endswith(",") and len(doc.text[first:cue].split()) > 1:
        # "The mill is owned, according to the register, by Duda": both halves are told; of "which, according to", one.
        whole = whole if GOES_ON.match(doc.text, rest, stop) else (first, stop)
        whole = (rest, stop) if LED.search(doc.text, first, cue) else whole
    content = _trim(doc.text, *whole)
    if made := MADE_BY.match(doc.text, *content):
        content = (made.end(), content[1])
    source, medium = _brought(doc, parse, i, doc.span(start, end))
    return Voice(doc.span(cue, start), doc.span(*content), "according", _maker("according to"), source, medium)


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


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",;:–—-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—-."):
        end -= 1
    return start, end


def _by_verb(doc: Document, sentence: Sentence, parse: Parse, i: int, mentions: Sequence[Mention]) -> Voice | None:
    quotes = list(quotes_in(doc.text, sentence.span.start, sentence.span.end))
    if any(q.start <= parse.tokens[i].start < q.end for q in quotes) and not parse.kids(i, "ccomp"):
        return None
    source = source_of(parse, i)
    if source is not None and any(q.start <= parse.tokens[source].start < q.end for q in quotes):
        # "Okafor smiled and said: “Duarte and I agree.”": whoever is quoted is not named in the quotation.
        source = source_of(parse, parse.tokens[i].head) if parse.base(i) == "conj" else None
    content, manner = _content(doc, sentence, parse, i)
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
    span = _undated(doc, _whole(doc.span(*parse.phrase(source)), mentions)) if source is not None else None
    beside = parse.tokens[i].xpos != "VBG"  # "shot at the Lobos Church, claiming that": the church claims nothing
    beside = beside and not _turned(doc, cue, mentions)
    span = _before_who(doc, parse, i, mentions, span) or (_beside(doc, sentence, cue, mentions) if beside else None)
    span = None if span is not None and TIMELY.search(doc.quote(span)) else span
    if span is None and not parse.is_passive(i):
        return None
    if span is not None and (span.overlaps(doc.span(*content)) and manner != "direct"):
        return None
    medium = medium_of(doc, sentence, parse, i, mentions, content)
    return Voice(cue, doc.span(*content), manner, _maker("verb"), span, medium)


def _turned(doc: Document, cue: Span, mentions: Sequence[Mention]) -> bool:
    """Whether whoever speaks stands behind the verb: "the sale of Delta Freight, declared the clerk Ivo Duda"."""
    if not doc.text[: cue.start].endswith(", "):
        return False
    at = cue.end + (5 if doc.text.startswith(" the ", cue.end) else 1)
    return any(m.span.start == at and m.type in ("role", "person") for m in mentions)


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


def _before_who(doc: Document, parse: Parse, i: int, mentions: Sequence[Mention], source: Span | None) -> Span | None:
    """Of "a plan of President Vale, who said" Vale, whom a tree may pass over for the plan."""
    who = [k for k in parse.kids(i, "nsubj") if parse.lemmas[k] == "who"]
    if source is None or not who:
        return source
    at = parse.tokens[who[0]].start
    people = [m.span for m in mentions if m.type == "person" and m.form == "name" and at - 3 <= m.span.end < at]
    return people[-1] if people and doc.text[people[-1].end : at] == ", " else source


def _names_thing(text: str, parse: Parse, i: int, quote: Quote) -> bool:
    """Whether a word or two in quotation marks are part of what is told: "reported the return of “Night Squads”"."""
    words = parse.at(quote.start, quote.end)
    short = sum(parse.tokens[k].upos != "PUNCT" for k in words) < 4
    finite = any(parse.tokens[k].upos in ("VERB", "AUX") for k in words)
    gap = text[parse.tokens[i].end : quote.start - 1]
    declared = parse.lemmas[i] not in CALLING or (parse.lemmas[i] in DECLARING and ARTICLE.fullmatch(gap) is not None)
    return short and not finite and declared and bool(WITHIN.search(gap) or ARTICLE.fullmatch(gap))


def _called(text: str, quote: Quote, cue: int, quotes: Sequence[Quote]) -> bool:
    """Whether a word or two are quoted in another clause: "who called them “Bandits,” said that it “is no time”"."""
    short = len(text[quote.start : quote.end].split()) < 4 and bool(BY_NAME.search(text, 0, quote.start - 1))
    return short and quote.end < cue and any(q.start > cue for q in quotes)


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


def _whole(source: Span, mentions: Sequence[Mention]) -> Span:
    """A source with all of the names at its ends: a tree may part "the National Council" from "of Anglers"."""
    over = [m.span for m in mentions if m.form == "name" and source.start <= m.span.start < source.end < m.span.end]
    into = [m.span for m in mentions if m.form == "name" and m.span.start < source.start < m.span.end <= source.end]
    start, end = (min(s.start for s in into) if into else source.start), max((s.end for s in over), default=source.end)
    return replace(source, start=start, end=end)


def _undated(doc: Document, source: Span) -> Span:
    """A source without the day of its telling: "a clerk of the Board today said"."""
    day = TODAY.search(doc.quote(source))
    return replace(source, end=source.start + day.start()) if day else source


def _by_quote(doc: Document, sentence: Sentence, parse: Parse, i: int, mentions: Sequence[Mention]) -> Voice | None:
    """A verb of saying beside a quotation, read from the words where the tree joins them wrongly."""
    verb = parse.tokens[i]
    quotes = list(quotes_in(doc.text, sentence.span.start, sentence.span.end))
    spoken = [q for q in quotes if len(doc.text[q.start : q.end].split()) > 3]
    if parse.lemmas[i] not in SPOKEN or any(q.start <= verb.start < q.end for q in quotes):
        return None
    before = [q for q in spoken if q.end <= verb.start]
    after = [q for q in spoken if q.start >= verb.end]
    here = [m for m in mentions if sentence.span.contains(m.span) and not _quoted(m.span, quotes)]
    source = None
    if before:
        between = doc.text[before[-1].end : verb.start]
        if INVERTED.fullmatch(between):
            source = _named_after(doc, here, verb.end)
        elif len(between) < 140 and not STOPS.search(between):
            source = _likeliest([m for m in here if before[-1].end <= m.span.start and m.span.end <= verb.start])
    elif after and TO_QUOTE.fullmatch(doc.text, verb.end, after[0].start):
        source = _likeliest([m for m in here if m.span.end <= verb.start and verb.start - m.span.end < 4])
    told = (before or after)[0] if before or after else None
    if (
        source is None
        or told is None
        or _is_title(doc.text, told.start, told.end)
        or _is_bidding(doc.text, parse, i, told)
        or any(_is_called(doc.text, parse, k, i, (told.start, told.end)) for k in parse.kids(i, "nsubj"))
    ):
        return None
    if before and after and JOINS.search(doc.text, verb.end, after[0].start):
        after = []  # "..., said Duda, who added that she had “seen nothing”": another telling
    content = (before or after)[0].start, (after or before)[-1].end
    cue = doc.span(verb.start, verb.end)
    medium = medium_of(doc, sentence, parse, i, here, content)
    return Voice(cue, doc.span(*content), "direct", _maker("quote"), source.span, medium)


TODAY = re.compile(
    r"\s(?:today|yesterday|tonight|earlier today|(?:this|yesterday|last) (?:morning|afternoon|evening|night|week|month)"
    r"|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$"
)
AT = re.compile(
    r"\b(?:in|at|near|from|into|against|between|outside|inside|off|around)\s(?:the\s)?(?:[A-Z][\w’'-]*\s)*$"
)
INVERTED = re.compile(r"[\"”’',.?!\s]*(?:(?:has|had|have|also|later|then)\s+)?")
STOPS = re.compile(r"[.;:“]|\b(?:that|which|because|when|and he|and she)\b")
TO_QUOTE = re.compile(r"(?:\s+(?:that|to|on|in|at|of|the|a|his|her|its|[\w-]+)){0,7}[,:]?\s*[“\"«„‘']?")
TITLE = re.compile(
    r"\s+(?:(?:the|a|an|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|its|his|her|their)\s+)?[^.;:“\"”,]{0,60}?(?:,\s+)?[^.;:“\"”,]{0,20}?"
)


# "replied someone to a clerk about Mensah": whoever speaks stands before it.
ELSE = re.compile(
    r"\b(?:to|about|from|after|with|when|as|by|before|while|someone|somebody|one|another|others)\b", re.IGNORECASE
)


def _quoted(span: Span, quotes: Sequence[Quote]) -> bool:
    return any(q.start <= span.start < q.end for q in quotes)


def _named_after(doc: Document, mentions: Sequence[Mention], start: int) -> Mention | None:
    """Who stands behind an inverted verb: "said the mayor of Lima, Ada Mensah", "declared Mensah"."""
    following = [m for m in mentions if m.span.start >= start and m.span.start - start < 100]
    first = following[0] if following else None
    if first is None or not TITLE.fullmatch(doc.text, start, first.span.start):
        return None
    if ELSE.search(doc.text, start, first.span.start):
        return None
    person = next((m for m in following if m.type == "person" and m.form == "name"), None)
    gap = doc.text[start : person.span.start] if person is not None else ""
    if (
        person is not None
        and TITLE.fullmatch(gap)
        and not ELSE.search(gap)
        and not re.search(r"\b(?:who|whose|which|that)\b", gap)
    ):
        return person
    known = first.type in ("person", "organization", "role") and first.maker.rule != "possessive"
    return first if known else None


def _likeliest(mentions: Sequence[Mention]) -> Mention | None:
    """Of the mentions between a quotation and its verb the last person, else the last body, title or pronoun."""
    people = [m for m in mentions if m.type == "person" and m.form == "name"]
    others = [m for m in mentions if m.type in ("person", "organization", "role") and m.maker.rule != "possessive"]
    found = people or others
    return found[-1] if found else None


def _beside(doc: Document, sentence: Sentence, cue: Span, mentions: Sequence[Mention]) -> Span | None:
    """The name that stands right before the cue, where the tree gives the verb no subject."""
    for m in reversed([m for m in mentions if m.form == "name" and sentence.span.contains(m.span) and m.span < cue]):
        if m.type in ("person", "organization") and BEFORE_CUE.fullmatch(doc.text, m.span.end, cue.start):
            if AT.search(doc.text, max(sentence.span.start, m.span.start - 40), m.span.start):
                return None  # "the council stationed in Santa Ana reports": Ana says nothing
            owner = next(
                (p for p in mentions if p.type == "person" and OF.fullmatch(doc.text, p.span.end, m.span.start)), None
            )
            return owner.span if owner else m.span
        if cue.start - m.span.end > 60:
            break
    return None


def source_of(parse: Parse, i: int) -> int | None:
    """The token of who speaks by verb `i`, None where nobody can be meant."""
    if parse.tokens[i].xpos == "VBG" and parse.base(i) == "acl" and parse.preposition(parse.tokens[i].head) in HEARD_BY:
        return None  # "a call to the radio station, reporting that": the station says nothing
    for filler in reversed(parse.subjects(i)):
        k = _not_cited(parse, i, filler.token)
        kind = noun_type(parse.lemmas[k], parse.word(k).lower())
        speaks = kind in SPEAKERS or (not kind and parse.lemmas[i] in PLAIN and "subject" in filler.path)
        people = parse.word(k).lower() == "those" and bool(parse.kids(k, "nmod", "obl", "acl", "advcl"))
        known = people or parse.lemmas[k] not in NOT_SOURCES
        if known and (speaks or parse.tokens[k].upos in ("PROPN", "PRON")):
            return _named_beside(parse, k, i)
    return None


def _not_cited(parse: Parse, verb: int, subject: int) -> int:
    """Of "Dock Radio, quoting the guard, said" Dock Radio, which a tree may pass over for the guard."""
    cited = [k for k in range(subject) if parse.tokens[k].xpos == "VBG" and parse.lemmas[k] in ("quote", "cite")]
    comma = cited and "," not in parse.text[parse.tokens[cited[-1]].end : parse.tokens[subject].start]
    others = [k for k in parse.children[verb] if parse.base(k) == "nsubj" and comma and k < cited[-1]]
    return others[-1] if others else subject


def _named_beside(parse: Parse, noun: int, verb: int) -> int:
    """The name in apposition to a common noun: of "the confessor, Ada Mensah, said" Ada Mensah."""
    if parse.tokens[noun].upos == "PROPN":
        return noun
    if noun_type(parse.lemmas[noun], parse.word(noun).lower()) == "work":  # "a report by the institute says"
        makers = [k for k in parse.kids(noun, "nmod", "obl") if _makes(parse, k)]
        if makers and parse.tokens[makers[0]].upos == "PROPN":
            return makers[0]
    # "Experts of the water company, Salt Lines, said": the experts do.
    owners = parse.kids(noun, "nmod") if parse.tokens[noun].xpos != "NNS" else ()
    beside = [k for n in (noun, *owners) for k in parse.kids(n, "appos")]
    names = [k for k in beside if any(parse.tokens[n].upos == "PROPN" for n in (k, *parse.kids(k, "flat")))]
    outside = [k for k in names if (noun < k < verb or verb < noun < k) and not parse.preposition(k)]
    return outside[0] if outside else noun


def _makes(parse: Parse, k: int) -> bool:
    """Whether a report is by somebody, or from the body that made it; one "from northern Osh" is of a place."""
    if parse.preposition(k) == "from":
        return any(parse.lemmas[d] == "the" for d in parse.kids(k, "det"))
    return parse.preposition(k) == "by"


def _told(parse: Parse, i: int) -> tuple[int, int] | None:
    """The clauses that say what is told: those behind the verb, else one that stands whole before its subject."""
    clauses = parse.kids(i, "ccomp") or _hung_on_medium(parse, i)
    behind = [k for k in clauses if k > i and parse.tokens[min(parse.subtree(k))].upos not in ("CCONJ", "PUNCT")]
    if behind:
        if not any(parse.base(k) in ("nsubj", "csubj") for k in parse.children[behind[0]]):
            behind = behind[:1]  # "A denies having met B, C denies having met D"
        start, end = _opens(parse, behind[0]), max(parse.clause(k)[1] for k in behind)
        that = THAT.match(parse.text, start, end) or SAID_THAT.match(parse.text, parse.tokens[i].end, start)
        return that.end() if that else start, _run_on(parse, end)
    subjects = [k for k in parse.children[i] if parse.base(k) == "nsubj"]
    subject = max((k for k in subjects if k < i), default=i)
    before = [k for k in clauses if max(parse.subtree(k)) < subject or (i <= subject and k < i)]
    if not before:
        return None
    start, end = parse.clause(before[0])
    # Of "the editor was shot, police said" a tree may give "the editor" to the verb of saying.
    start = min([start, *(parse.clause(k)[0] for k in subjects if k < before[0] and k != subject)])
    return None if ASKED.search(parse.text, start, end) else (start, end)


def _opens(parse: Parse, clause: int) -> int:
    """Where a clause begins: behind its own "that", whatever the tree hangs before ("by letter, that it sank")."""
    marks = [k for k in parse.kids(clause, "mark") if parse.lemmas[k] == "that" and k < clause]
    after = marks[0] + 1 if marks else clause
    return parse.tokens[after].start if marks else parse.clause(clause)[0]


def _hung_on_medium(parse: Parse, i: int) -> list[int]:
    """A clause with "that" which the tree hangs on the medium: "said in a report that the yard had burned"."""
    if parse.lemmas[i] in ANSWERING:
        return []  # "answered the claim that the yard had burned": another's words
    nouns = [k for k in parse.kids(i, "obl", "obj", "iobj", "nmod") if k > i]
    nouns += [below for k in nouns for below in parse.kids(k, "nmod")]
    found = [c for k in nouns for c in parse.children[k] if parse.base(c) in ("acl", "ccomp", "advcl")]
    return [c for c in found if any(parse.lemmas[m] == "that" for m in parse.kids(c, "mark"))]


def _run_on(parse: Parse, end: int) -> int:
    """The end of what is told when a second "and that" clause follows, wherever the tree hangs it."""
    joint = AND_THAT.match(parse.text, end, parse.end)
    if joint is None:
        return end
    that = next(iter(parse.at(joint.start(1), joint.end(1))), None)
    above = parse.tokens[that].head if that is not None else -1
    if above < 0 or parse.tokens[above].start < end:
        return end
    last = parse.clause(above)[1]
    return _run_on(parse, last) if last > end else end


def _content(doc: Document, sentence: Sentence, parse: Parse, i: int) -> tuple[tuple[int, int] | None, str]:
    """What is said: the quotation, the clause below the verb, or the clause that the verb interrupts."""
    verb = parse.tokens[i]
    quotes = [
        q for q in quotes_in(doc.text, sentence.span.start, sentence.span.end) if not q.start <= verb.start < q.end
    ]
    told = _told(parse, i)
    if told:
        start, end = told
        inside = [q for q in quotes if start - 2 <= q.start and q.end <= end + 2]
        if any(q.start > verb.start for q in inside):
            inside = [q for q in inside if q.start > verb.start or not NOT_PART.match(doc.text, q.end - 1)]
        if inside and sum(q.end - q.start for q in inside) > 0.8 * (end - start):
            if UNQUOTED.search(doc.text, start, inside[0].start) and start > verb.start:
                return (start, end), "indirect"  # "said that if he “wants to go, he may”": the condition is told too
            return (inside[0].start, max(q.end for q in inside)), "direct"
        return (start, end), "indirect"
    long_quotes = [q for q in quotes if q.end - q.start > 12 or doc.text[q.end - 1] in ".,!?"]
    told_here = [q for q in long_quotes if q.start > verb.start or NOT_PART.match(doc.text, q.end - 1) is None]
    long_quotes = told_here if any(q.start > verb.start for q in told_here) else long_quotes
    if parse.tokens[i].deprel == "acl:relcl" and len(long_quotes) > 1:
        # of "who called them “Bandits,” said “We wait”" not the second
        long_quotes = [q for q in long_quotes if q.start < max(parse.tokens[k].end for k in parse.subtree(i))]
    long_quotes = [q for q in long_quotes if not _called(doc.text, q, verb.start, long_quotes)]
    if parse.base(i) in ("ccomp", "acl") and parse.kids(i, "obj"):
        first = min(parse.tokens[k].start for k in parse.subtree(i))  # "a rumour that the guards announced a council"
        long_quotes = [q for q in long_quotes if q.start >= first]
    if long_quotes and long_quotes[0].start > verb.end and _names_thing(doc.text, parse, i, long_quotes[0]):
        long_quotes = long_quotes[1:]
    if long_quotes and parse.lemmas[i] in SPOKEN and not _only_words(doc.text, sentence, parse, i, long_quotes):
        long_quotes = [*_of_one_telling(parse, i, sorted(long_quotes, key=lambda q: q.start))]
        if not long_quotes or _is_bidding(doc.text, parse, i, long_quotes[0]):
            return None, ""
        if parse.lemmas[i] in CALLING:  # "called him “a friend” before showing “poor” photographs"
            long_quotes = [*_joined(doc.text, long_quotes)]
        first, last = min(q.start for q in long_quotes), max(q.end for q in long_quotes)
        opened = SAID_THAT.match(doc.text, verb.end, first)
        if opened is None and (told_from := _opened_before(doc.text, parse, i, first, last)) is not None:
            return (told_from, last), "indirect"
        if opened is None and verb.end < first and (goes_on := _goes_on(doc.text, parse, first, last)) is not None:
            return (first, goes_on), "indirect"
        return ((opened.end(), last), "indirect") if opened else ((first, last), "direct")
    above = parse.tokens[i].head
    if parse.base(i) == "parataxis" and above >= 0:
        members = set(parse.subtree(i))
        start, end = sentence.span.start, sentence.span.end
        if verb.start > parse.tokens[above].start:
            end = min(parse.tokens[k].start for k in members)
            if doc.text[start:end].rstrip()[-1:].isalnum():
                return None, ""  # a line that runs into the next: "On the quay Many fishermen complained"
        else:
            start = max(parse.tokens[k].end for k in members)
        content = _trim(doc.text, start, end)
        return (content, "indirect") if content[1] - content[0] > 8 else (None, "")
    if (
        parse.tokens[i].deprel == "advcl"
        and any(parse.lemmas[k] == "as" for k in parse.kids(i, "mark", "advmod"))
        and above >= 0
    ):
        members = set(parse.subtree(i))
        end_of_clause = max(parse.tokens[k].end for k in members)
        if verb.start < parse.tokens[above].start:
            content = _trim(doc.text, end_of_clause, sentence.span.end)
            return (content, "indirect") if content[1] - content[0] > 8 else (None, "")
    if parse.lemmas[i] in ("vow", "threaten", "promise", "pledge"):
        below = parse.kids(i, "xcomp")
        return (parse.clause(below[0]), "indirect") if below else (None, "")
    return None, ""


def _goes_on(text: str, parse: Parse, first: int, last: int) -> int | None:
    """The end of a sentence whose subject alone is quoted: "adds, “The bell of the church” was later sold"."""
    behind = BARE_CLOSE.match(text, last, parse.end)
    verb = next(iter(parse.at(behind.end(), parse.end)), None) if behind else None
    inside = parse.at(first, last)
    whole = any(parse.tokens[k].xpos in (*FINITE, "MD") for k in inside)
    if verb is None or whole or parse.tokens[verb].xpos not in (*FINITE, "MD"):
        return None
    return _trim(text, first, parse.end)[1]


def _joined(text: str, quotes: Sequence[Quote]) -> Iterator[Quote]:
    """The first quotation and those that "and" joins to it: "a “gift” to rogues and a “loan”"."""
    for k, quote in enumerate(quotes):
        if k and not JOINED.search(text, quotes[k - 1].end, quote.start):
            return
        yield quote


def _opened_before(text: str, parse: Parse, i: int, quote: int, last: int) -> int | None:
    """Where what is told begins before its quoted words: "called it a “gift” and a “loan”", "his wish “to rest”"."""
    if parse.lemmas[i] in CALLING:
        if not MARK.search(text, quote, last):
            return None
        things = [k for k in parse.kids(i, "obj") if i < k and parse.tokens[k].end < quote]
        own = bool(things) and parse.word(things[0]).lower().endswith(("self", "selves"))
        return parse.phrase(things[0])[0] if things and not own else None
    before = parse.at(parse.tokens[i].end, quote)
    before = [k for k in before if parse.tokens[k].upos != "PUNCT"]
    wish = bool(before) and parse.tokens[before[-1]].upos == "NOUN" and text[quote : quote + 3].lower() == "to "
    return parse.tokens[before[0]].start if wish else None


def _is_bidding(text: str, parse: Parse, i: int, quote: Quote) -> bool:
    """Whether a quotation is what somebody else bids: "responded to the call “to serve the town”"."""
    verb = parse.tokens[i]
    return parse.lemmas[i] in ANSWERING and WHAT_TO_DO.match(text, verb.end, quote.end) is not None


def _of_one_telling(parse: Parse, i: int, quotes: Sequence[Quote]) -> Sequence[Quote]:
    """The quotations beside verb `i` up to another telling: "explained, “I am old,” and added that it “hurts”"."""
    verb = parse.tokens[i].start
    finite = [k for k, t in enumerate(parse.tokens) if t.upos == "VERB" and t.xpos in FINITE and k != i]
    tellers = [k for k in finite if parse.lemmas[k] in SPOKEN or parse.lemmas[k] in speech_verbs()]
    tellers = [k for k in tellers if not any(q.start <= parse.tokens[k].start < q.end for q in quotes)]
    own = [q for q in quotes if not any(_parts(parse, k, q, verb) for k in tellers)]
    others = [k for k in tellers if parse.tokens[k].deprel != "acl:relcl"]  # "was posted by Duda, who wrote: “No”"
    return own or [q for q in quotes if not any(_parts(parse, k, q, verb) for k in others)]


def _parts(parse: Parse, k: int, quote: Quote, verb: int) -> bool:
    """Whether verb `k` parts a quotation from `verb`; in "“We wait,” Duda, who called them fools, said" it does not."""
    at = parse.tokens[k].start
    of_text = any(parse.lemmas[n] in ("which", "that") for n in parse.kids(k, "nsubj"))  # "warned in a memo which says"
    aside = parse.tokens[k].deprel == "acl:relcl" and (of_text or quote.end <= at)
    return not aside and min(quote.end, verb) <= at < max(quote.start, verb)


def _only_words(text: str, sentence: Sentence, parse: Parse, i: int, quotes: Sequence[Quote]) -> bool:
    """Whether only a few words of what is told before its teller are quoted: "Flow of “new data” fell, said Mor"."""
    told = parse.tokens[i].start - sentence.span.start
    inside = all(sentence.span.start < q.start - 2 and q.end < parse.tokens[i].start for q in quotes)
    closed = any(text[q.end - 1] in ".,!?" for q in quotes)
    few = 2 * sum(q.end - q.start for q in quotes) < told
    return parse.base(i) == "parataxis" and inside and few and not closed


OPENING = re.compile(r"\s*[“\"«„‘']")
BARE_CLOSE = re.compile(r"(?<![,.!?])[”\"»]\s+")
MARK = re.compile('[“”"«»]')
UNQUOTED = re.compile(r"\w")
NOT_PART = re.compile(r"\w[\"”’']+\s+\w")  # "Of his "pupil" he wrote, "..."": no comma ends the first
BEFORE_DAY = re.compile(r"\s(?:(?:on|last|early|late|earlier) )?")
ON_DAY = re.compile(
    r"(?:(?:on|last|early|late|earlier) )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|today|yesterday)"
    r"(?: (?:morning|afternoon|evening|night))?,? (?:that )?"
    r"(?!(?:is|was|will|would|has|had|morning|night|marks?|may|might|can|could|should|must|and|or|of)\b)(?=\w)"
)
JOINED = re.compile(r"\b(?:and|or)\s+(?:an?\s+|the\s+)?[“”\"«»]?$")
CALLING = frozenset("call describe label brand dub portray denounce term".split())
DECLARING = frozenset("declare announce".split())
ARTICLE = re.compile(r"\s(?:an?|the|its|his|her|their|this|that)\s")  # "declared a “general alert”" says no words
WITHIN = re.compile(r"\w\s+(?:of|and|or|an?|the|from|by|against|for)\s$")
BY_NAME = re.compile(r"[a-z]\w* $")
JOINS = re.compile(r"\b(?:who|which|that|whom|adding|added)\b")
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
ANSWERING = frozenset({"respond", "answer", "react", "reply"})
WHAT_TO_DO = re.compile(r"[^,:]*\w [“\"«„‘']to\s")  # "responded to the call “to serve”"
RESUMED = re.compile(r"[^.;:\"“”]{0,90}[,:]\s*[“\"«„‘']")
AND_THAT_TOO = re.compile(r"[”\"’'»,.]*,?\s+(?:and|but)\s+that\s+[“\"«„‘']")
HEARING = frozenset({"assure", "tell", "inform", "remind", "warn"})
TITLED = re.compile(r"\b(?:called|titled|entitled|named)\W{1,4}$")
REACHING = frozenset({"reach", "join", "contact", "interview", "phone", "telephone", "meet", "question", "visit"})
POSSESSED = re.compile(r"['’]s\b")
HEARER = re.compile(r"\b(?:to|for|with|against|about|of)\s+(?:\w+\s+){0,3}$")
COLON = re.compile(r":\s*[“\"«„‘']?$")
# "Ada Mensah's reply: “No.”"
OWN_WORDS = re.compile(
    r"['’]s (?:\w+ )?(?:reply|answer|response|verdict|comment|message|explanation|conclusion|advice|motto)"
)
SPOKE_OF = re.compile(r"(?: \w+)? of (?:\w+ ){0,3}[“\"«„‘']")
THAT = re.compile(r"that\s+", re.IGNORECASE)
SAID_THAT = re.compile(r"(?:\s+to\s+[^,;:.]{1,40}|\s+[^\s,;:.]+)?,?\s+that\s+(?=\w)")
ASKED = re.compile(r"[?!][”\"’']?\s")
AND_THAT = re.compile(r",?\s+(?:and|but|or)\s+(that)\b")
# Whoever does this is a person or a body, whatever the noun ("monitors said").
PLAIN = frozenset("say tell add announce declare explain insist claim allege deny confirm reply warn state".split())
SPOKEN = frozenset(
    """
    say tell add state announce declare explain note stress insist reply respond write tweet post warn proclaim
    remark comment ask conclude continue recall repeat argue claim describe call report publish quip joke shout
    advise stressed emphasise emphasize reiterate elaborate acknowledge urge reveal praise condemn criticise
    criticize observe complain go
    """.split()
)


def medium_of(
    doc: Document, sentence: Sentence, parse: Parse, i: int, mentions: Sequence[Mention], content: tuple[int, int]
) -> Span | None:
    """The outlet, work or hearer through which the verb `i` tells: "told Dock Radio", "in her book Tides"."""
    for m in mentions:
        if (
            m.form != "name"
            or m.type not in ("organization", "work", "person", "place")
            or not sentence.span.contains(m.span)
        ):
            continue
        if content[0] <= m.span.start < content[1]:
            continue
        if m.type == "place" and doc.text[m.span.end : m.span.end + 1] == " " and doc.text[m.span.end + 1].isupper():
            continue  # "told Lobos District Judge Ada Mensah"
        if m.type == "place" and POSSESSED.match(doc.text, m.span.end):
            continue  # "told Peru's daily The Herald"
        through = m.type != "person" and MEDIUM_CUES.search(doc.text[sentence.span.start : m.span.start])
        if through and _of_verb(parse, i, m.span):
            return m.span
    return None


def _of_verb(parse: Parse, i: int, medium: Span) -> bool:
    """Whether no other verb of saying stands nearer above the medium than `i`."""
    head = parse.head_of(medium.start, medium.end)
    if head is None:
        return True
    cues = (k for k in parse.path_up(head) if parse.tokens[k].upos == "VERB" and parse.lemmas[k] in speech_verbs())
    nearest = next(cues, None)
    return nearest is None or nearest == i or (i in set(parse.path_up(nearest)) and parse.base(nearest) != "ccomp")
