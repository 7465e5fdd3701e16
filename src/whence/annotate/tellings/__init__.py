"""Voices that no verb of saying with a clause below it gives, and those that stand beside one.

"As Ada Mensah writes", accusations and denials, "her claim that", "in the words of", "sources told Dock Radio" behind
a comma, whoever is quoted or cited by a speaker, and the second of two speakers.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from whence.annotate.counted_by import figure_voice
from whence.annotate.syntax import Parse
from whence.annotate.tellings.bounds import bounded, told_within, whole_teller, with_mark
from whence.annotate.tellings.shared import order
from whence.annotate.tellings.together import quoted_as, who_is_cited, who_tell_together
from whence.annotate.tellings.ways import (
    behind_comma,
    by_as,
    by_noun,
    in_words,
    told_aside,
    told_by_blaming,
    turned_round,
)
from whence.annotate.voices.quotes import quotes_in
from whence.model import Document, Mention, Sentence, Voice


def also_told(
    doc: Document,
    sentences: Sequence[Sentence],
    parses: Sequence[Parse | None],
    mentions: Sequence[Mention],
    voices: Sequence[Voice],
) -> tuple[Voice, ...]:
    """The voices, which come by cue, with all that stand beside them or that other words give, sorted by `order`."""
    found: list[Voice] = []
    cues = [v.cue.start for v in voices]
    for sentence, parse in zip(sentences, parses, strict=True):
        first, last = bisect_left(cues, sentence.span.start), bisect_left(cues, sentence.span.end)
        here = [v for v in voices[first:last] if sentence.span.contains(v.cue)]
        if parse is None:
            found.extend(here)
            continue
        here = [v for v in here if not (v.maker.rule == "reader" and _gives_figure(doc, parse, v))]
        here = [w for v in here for w in quoted_as(doc, parse, v)]
        here = [told_within(doc, parse, v, here) for v in here]
        others = list(_others(doc, sentence, parse, mentions))
        by_as = {v.cue.start for v in others if v.maker.rule == "as"}
        here = [v for v in here if not (v.maker.rule == "reader" and v.cue.start in by_as)]
        taken = {v.cue.start for v in here}
        here = [whole_teller(doc, v, others) for v in here]
        here += [v for v in others if v.cue.start not in taken]
        here += [w for v in here for w in who_is_cited(doc, parse, v)]
        here += [w for v in here for w in who_tell_together(doc, parse, mentions, v)]
        here += [
            v for v in turned_round(doc, sentence, parse, mentions) if v.cue.start not in {h.cue.start for h in here}
        ]
        found.extend(with_mark(doc, bounded(doc, v, mentions)) for v in here)
    return tuple(sorted(set(found), key=order))


def _gives_figure(doc: Document, parse: Parse, voice: Voice) -> bool:
    """Whether a voice tells a figure and no more, whatever the reader hears behind it: "said 4, residents spoke"."""
    at = parse.at(voice.cue.start, voice.cue.end)
    return bool(at) and figure_voice(doc, parse, at[0]) is not None


def _others(doc: Document, sentence: Sentence, parse: Parse, mentions: Sequence[Mention]) -> Iterator[Voice]:
    quotes = quotes_in(doc.text, sentence.span.start, sentence.span.end)
    for i, token in enumerate(parse.tokens):
        if any(q.start <= token.start < q.end for q in quotes):
            continue
        if token.upos in ("VERB", "AUX"):
            yield from by_as(doc, sentence, parse, i, mentions)
            yield from told_by_blaming(doc, parse, i)
            yield from behind_comma(doc, sentence, parse, i, mentions)
            yield from told_aside(doc, sentence, parse, i)
            if given := figure_voice(doc, parse, i):
                yield given
        elif token.upos == "NOUN":
            yield from by_noun(doc, parse, i)
            yield from in_words(doc, parse, i)
