"""Figures that somebody gives: "the police put the crowd at 400", "the organizers spoke of 3,000"."""

import re
from collections.abc import Collection, Iterator, Sequence

from whence.annotate.modality import Modality, modality
from whence.annotate.numbers import NUMERIC, numbered
from whence.annotate.syntax import Parse
from whence.annotate.validity import Clock
from whence.annotate.voices.sources import source_of
from whence.model import Argument, Claim, Document, Maker, Mention, Sentence, Span, Voice

VERSION = "1"
FIGURE = Maker("annotate.counted_by", VERSION, "figure")
GIVING = {"put": "at", "place": "at", "estimate": "at", "speak": "of", "talk": "of", "count": "", "tally": ""}
STATING = frozenset(
    "say claim report estimate give admit acknowledge concede confirm register record".split()
)  # with a number alone: "the union said 900"
DIED = Maker("annotate.claims", VERSION, "counts.died")
DYING = frozenset({"die", "perish", "drown"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
ENDS = re.compile(
    r"(?: (?P<struck>dead|deaths|wounded|injured|victims|arrests))?\s*"
    r"(?:[.;,)”\"]|(?:and|but|while|after|when|before|since)\b|$|(?<=[a-z]{4} )(?:in|at|on|near)\b)"
)
BESIDE = re.compile(r"(?: (?:dead|deaths|wounded|injured))?\s*[,;]?\s*(?:(?:and|but|while|whereas)\s+)?(?:the\s+)?")
DIGITS = re.compile(r"\b\d[\d,.]*(?: (?:thousand|million|billion))?$")
BOUNDS = frozenset(
    "at least most about around some only just nearly almost over under more fewer less than exactly between".split()
)
REACH = 12  # words between "put" and its "at"
NEAR = 300  # characters before a bare figure in which what it counts is told


def figure_voice(doc: Document, parse: Parse, i: int) -> Voice | None:
    """Whoever gives a figure by the verb `i`: the voice of the figure, and of what it counts."""
    lemma, token = parse.lemmas[i], parse.tokens[i]
    perfect = token.xpos == "VBN" and any(parse.lemmas[k] == "have" for k in parse.kids(i, "aux"))
    if lemma not in (GIVING.keys() | STATING) or not (token.xpos in FINITE or perfect):
        return None
    number = _figure(parse, i)
    source = source_of(parse, i) if number is not None else None
    if number is None or source is None or source > i:
        return None
    cue = doc.span(token.start, token.end)
    content = doc.span(token.start, parse.tokens[number].end)
    return Voice(cue, content, "indirect", FIGURE, doc.span(*parse.phrase(source)))


def _figure(parse: Parse, i: int) -> int | None:
    """The number that a verb gives, or the noun that it counts: by the order of words, which trees get wrong here."""
    preposition = GIVING.get(parse.lemmas[i])
    first = i + 1
    if preposition:
        behind = range(i + 1, min(i + 1 + REACH, len(parse.tokens)))
        stop = next((k for k in behind if parse.tokens[k].upos in ("VERB", "AUX", "PUNCT", "SCONJ")), behind.stop)
        first = next((k + 1 for k in behind if k < stop and parse.lemmas[k] == preposition), -1)
        if first < 0:
            return None
    bounds = (k for k in range(first, len(parse.tokens)) if parse.word(k).lower() not in BOUNDS)
    number = next(bounds, None)
    if number is None or parse.tokens[number].upos != "NUM":
        return None
    noun = parse.tokens[number].head
    if noun == number + 1 and parse.tokens[noun].upos == "NUM":
        number, noun = noun, parse.tokens[noun].head  # "2 million"
    if noun > number and parse.base(number) == "nsubj" and parse.tokens[noun].upos == "VERB":
        return None  # "says 19 died"
    counted = number < noun <= number + 3 and parse.base(number) == "nummod"
    if counted and parse.lemmas[i] in STATING:
        return None
    return noun if counted else number


def bare_figures(
    doc: Document,
    sentences: Sequence[Sentence],
    voices: Sequence[Voice],
    mentions: Sequence[Mention],
    claims: Sequence[Claim],
) -> Iterator[Claim]:
    """A count for each figure that somebody gives without a noun; a figure right before tells what it is of."""
    numbers = [m for m in mentions if m.type in NUMERIC]
    given = {a.span for c in claims for a in c.arguments if a.role in ("number", "count")}
    figures = [v for v in voices if v.maker.rule == FIGURE.rule]
    for voice in figures:
        number = _number(doc, voice.content, numbers)
        sentence = next((s for s in sentences if s.span.contains(voice.content)), None)
        if number is None or sentence is None or number.span in given:
            continue
        if not (_counts_before(claims, voice) or any(_answers(doc, other, voice) for other in figures)):
            continue
        ends = ENDS.match(doc.text, number.span.end)
        if ends:
            counted = doc.span(*ends.span("struck")) if ends["struck"] else number.span
            yield _claim(sentence, voice, counted, numbered("number", doc, number, numbers))


def bare_tolls(
    doc: Document,
    sentences: Sequence[Sentence],
    parses: Sequence[Parse | None],
    mentions: Sequence[Mention],
    clock: Clock,
    voices: Sequence[Voice],
    claims: Sequence[Claim],
) -> Iterator[Claim]:
    """A count where a number without a noun died: "the union says 19 died"; "31 were hurt; six died" are of those."""
    numbers = {m.span.start: m for m in mentions if m.type in NUMERIC}
    given = {a.span for c in claims for a in c.arguments if a.role in ("number", "count") and a.span is not None}
    for sentence, parse in zip(sentences, parses, strict=True):
        for i, k in _dying(parse) if parse is not None else ():
            number = numbers.get(parse.tokens[k].start) if parse is not None else None
            if (
                parse is None
                or number is None
                or number.span in given
                or _of_those(sentence, number.span, given, voices)
            ):
                continue
            told = numbered("number", doc, number, mentions)
            if (told.best or told.low or told.high or 0) > 1:
                trigger = doc.span(parse.tokens[i].start, parse.tokens[i].end)
                arguments = (Argument("counted", number.span, None, "text"), told)
                valid = clock.of_token(sentence, parse, i, False)
                yield Claim("counts", arguments, sentence.span, sentence.kind, DIED, trigger, valid, confidence=0.8)


def _dying(parse: Parse) -> Iterator[tuple[int, int]]:
    """Each verb of dying that is plainly told, with a number that is its subject."""
    for i, verb in enumerate(parse.tokens):
        if parse.lemmas[i] in DYING and verb.upos == "VERB" and modality(parse, i) == Modality():
            bare = (k for k in parse.kids(i, "nsubj") if parse.tokens[k].upos == "NUM")
            yield from ((i, k) for k in bare if not parse.kids(k, "nmod", "det"))


def _of_those(sentence: Sentence, number: Span, given: Collection[Span], voices: Sequence[Voice]) -> bool:
    """Whether a number is of those whom the same voice counted before it in the sentence."""
    before = [n.start for n in given if sentence.span.start <= n.start < number.start]
    return bool(before) and not any(max(before) < v.cue.start < number.start for v in voices)


def _number(doc: Document, words: Span, numbers: Sequence[Mention]) -> Mention | None:
    """The last number of some words; digits at their end are one where nothing else took them for a mention."""
    inside = [m for m in numbers if words.contains(m.span)]
    last = DIGITS.search(doc.quote(words))
    if inside or last is None:
        return inside[-1] if inside else None
    return Mention(doc.span(words.start + last.start(), words.end), "quantity", "nominal", FIGURE)


def _counts_before(claims: Sequence[Claim], voice: Voice) -> bool:
    """Whether a figure stands right before a voice, by which a reader knows what is counted."""
    numbers = (a.span for c in claims for a in c.arguments if a.role in ("number", "count") and a.span)
    return any(0 <= voice.cue.start - span.end <= NEAR for span in numbers)


def _answers(doc: Document, one: Voice, other: Voice) -> bool:
    """Whether two figures stand side by side, each another's: "the ministry said 4, residents spoke of 11"."""
    first, second = sorted((one, other), key=lambda v: v.cue)
    between = doc.text[first.content.end : (second.source or second.cue).start]
    return one != other and first.content.end <= second.cue.start and BESIDE.fullmatch(between) is not None


def _claim(sentence: Sentence, voice: Voice, counted: Span, number: Argument) -> Claim:
    return Claim(
        predicate="counts",
        arguments=(Argument("counted", counted, None, "text"), number),
        evidence=sentence.span,
        region=sentence.kind,
        maker=Maker("annotate.claims", VERSION, "counts.given"),
        trigger=voice.cue,
        confidence=0.8,
    )
