"""Voices that no verb of saying with a clause below it gives, and those that stand beside one.

"As Ada Mensah writes", accusations and denials, "her claim that", "in the words of", "sources told Dock Radio" behind
a comma, whoever is quoted or cited by a speaker, and the second of two speakers.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from whence.annotate.counted_by import figure_voice
from whence.annotate.lemmas import verb_lemma
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.modality.words import opener
from whence.annotate.syntax import Parse
from whence.annotate.voices.according import GOES_ON
from whence.annotate.voices.cues import SPOKEN, done, speech_verbs
from whence.annotate.voices.quotes import quotes_in
from whence.annotate.voices.sources import medium_of, source_of
from whence.model import Document, Maker, Mention, Sentence, Span, Voice
from whence.vocab import load_words

NOBODY = re.compile(r"^(?:by|in|on|at|with|through) |\band$|;", re.IGNORECASE)
VERSION = "1"
FINITE = frozenset({"VBD", "VBZ", "VBP"})
NAMING = frozenset({"NOUN", "PROPN", "PRON"})
BLAMING = frozenset({"accuse", "blame", "suspect"})
PICTURING = frozenset({"describe", "portray", "label", "characterise", "characterize", "brand", "denounce"})
CITING = frozenset({"quote", "cite"})
MAKING = frozenset({"make", "issue", "repeat", "renew", "voice", "release", "publish", "give", "reiterate"})
PRAISING = frozenset({"praise", "condemn", "criticise", "criticize", "describe", "call", "urge"})
IN_WORDS = frozenset({"in", "by", "on", "from", "with"})
# No name of a speaker holds these: "not the eight that the guards said".
UNNAMED = frozenset({"who", "which", "that", "what", "where", "when", "not", "than", "as", "whom"})
BREAK = re.compile(r",|\s[–—]\s|\s--\s|;")
CLOSED = re.compile(
    r"(?:\s+[^\s,;:.]+){0,9}?(?:,\s+(?:citing|quoting|adding|referring)\b[^;:]{2,120})?[.”\"’']*\s*$", re.IGNORECASE
)
AS = re.compile(r"\s*as\s+")
PICTURED = re.compile(r"\s(?:[^\s,;:.]+\s){1,8}?as\s")
WHOM = re.compile(r"\s(?:[^\s,;:.]+\s){1,8}")
# "Sold it, told the clerk Duda to leave" is no telling: verbs of which a hearer is the object are none of these.
TURNED = frozenset("say claim allege argue report write announce declare insist admit reveal".split())
TELLER = re.compile(r"\s(?:(?:the|a|an|its|his|her)\s)?(?:[a-z][\w’'-]*\s){0,5}?(?:[a-z][\w’'-]*,\s)?")
NAMED_BEHIND = re.compile(r",\s(?:[A-Z][\w.]*\s){0,3}")
ENDS = re.compile(r"(?:,\s[^,;]{2,60})?[.”\"’']*\s*$")
ASIDE = re.compile(
    r"(?:\s+(?:reporters|journalists|investigators|police|me|us|the\s+\w+|[A-Z]\w+(?:\s+[A-Z]\w+)?))?,\s"
)
PLACED_THAT = re.compile(r"(?:of|in|on|at|through|via|by|with|to|from|during|after)\s[^;:\"“”]{1,60}?\bthat\s+(?=\w)")
TELLS = re.compile(
    r",?\s+(?:(?:has|had|have|later|also)\s+)?(?:said|says?|wrote|writes?|reported|reports?|told|tells?|added)\b"
)
VOWED = ("pledg", "vow", "promis", "threat")  # "promise to talk with the parties that won"
ANSWERED = re.compile(
    r",? (?:but|and|though|although) (?:this|that|it|he|she|they|there)"
    r" (?:(?:did|does|do|was|were|is|are|has|have|had)(?: not|n['’]t)|never (?:did|was|has|were))[.”\"’']*$"
)
# What a teller leaves untold is the writer's to say: "said the yard had closed, but they gave no reason".
UNTOLD = re.compile(
    r",? (?:but|and|though|although)(?: (?:he|she|they|it))?"
    r" (?:(?:gave|offered|provided|named|cited) no\b|(?:refused|declined) to (?:say|name|give|comment|elaborate"
    r"|identify|explain|reveal|disclose|specify|discuss|confirm|answer)\b|(?:did not|didn['’]t|would not|wouldn['’]t)"
    r" (?:elaborate|specify|comment|say|identify|disclose|reveal|give (?:any |further |more )?(?:details?|reasons?))\b"
    r"|neither (?:named|gave|said|confirmed|denied|identified|explained)\b)[^;]*$"
)
AS_WHEN = re.compile(
    r", (?:on|in|at|after|before|when|while|hours|days|weeks|months|years|(?:a|an|one|two|three|four|five|six|\w+)"
    r" (?:hours?|days?|weeks?|months?|years?) (?:after|before|earlier|later))\b.*$",
    re.DOTALL,
)
CLOSING = re.compile(r"[.,!?]?([”\")])")
PARTED = re.compile(r";\s+(?!(?:and |or |but )?(?:that|because|if|whether|when)\b)")
LIGHT = re.compile(r"^(?:\s*(?:but|and|however|meanwhile|though)\s+)|(?:\s+(?:has|have|had|also|later|then|both))+\s*$")
AND_OTHER = re.compile(r"(?:,?\s+(?:of|from|for|at)\s+[^,;:]{2,60}?)?,?\s+(?:and|as well as)\s+(?:[\w.’'-]+\s+){0,4}")


@cache
def speech_nouns() -> Mapping[str, str]:
    """Noun that tells to the certainty that it lends."""
    lists = load_words("speech_nouns.yaml").items()
    return {noun: kind for kind, nouns in lists if kind != "framing" for noun in nouns}


@cache
def framing() -> frozenset[str]:
    """Nouns by which a preposition gives a voice: "in the view of"."""
    return frozenset(load_words("speech_nouns.yaml")["framing"])


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
        here = [w for v in here for w in _quoted_as(doc, parse, v)]
        here = [_told_within(doc, parse, v, here) for v in here]
        others = list(_others(doc, sentence, parse, mentions))
        by_as = {v.cue.start for v in others if v.maker.rule == "as"}
        here = [v for v in here if not (v.maker.rule == "reader" and v.cue.start in by_as)]
        taken = {v.cue.start for v in here}
        here = [_whole_teller(doc, v, others) for v in here]
        here += [v for v in others if v.cue.start not in taken]
        here += [w for v in here for w in _cited(doc, parse, v)]
        here += [w for v in here for w in _together(doc, parse, mentions, v)]
        here += [
            v for v in _turned_round(doc, sentence, parse, mentions) if v.cue.start not in {h.cue.start for h in here}
        ]
        found.extend(_closed(doc, _told(doc, v, mentions)) for v in here)
    return tuple(sorted(set(found), key=order))


def _gives_figure(doc: Document, parse: Parse, voice: Voice) -> bool:
    """Whether a voice tells a figure and no more, whatever the reader hears behind it: "said 4, residents spoke"."""
    at = parse.at(voice.cue.start, voice.cue.end)
    return bool(at) and figure_voice(doc, parse, at[0]) is not None


def _turned_round(doc: Document, sentence: Sentence, parse: Parse, mentions: Sequence[Mention]) -> Iterator[Voice]:
    """Whoever stands behind the verb at the end: "The yard was sold, claimed the clerk Ivo Duda"."""
    for i, token in enumerate(parse.tokens):
        comma = doc.text.rfind(",", sentence.span.start, token.start)
        if parse.lemmas[i] not in TURNED or token.xpos not in FINITE or doc.text[comma + 1 : token.start].strip():
            continue
        names = [m for m in mentions if m.form == "name" and m.type in ("person", "organization")]
        named = next((m for m in names if TELLER.fullmatch(doc.text, token.end, m.span.start)), None)
        if named is None or not ENDS.fullmatch(doc.text, named.span.end, sentence.span.end):
            continue
        named = next((m for m in names if m.type == "person" and _is_head_of(doc, named, m)), named)
        if any(parse.tokens[k].upos in ("VERB", "CCONJ", "NUM") for k in parse.at(token.end, named.span.start)):
            continue  # "sold it, claimed two prizes and left Osh"
        told = parse.at(sentence.span.start, comma)
        if comma > sentence.span.start and any(parse.tokens[k].xpos in (*FINITE, "MD") for k in told):
            content = doc.span(sentence.span.start, comma)
            yield Voice(doc.span(token.start, token.end), content, "indirect", _maker("turned round"), named.span)


def _is_head_of(doc: Document, body: Mention, person: Mention) -> bool:
    """Whether who is named behind a body speaks, not the body: "said its clerk at Salt House, Sister Ana Mor"."""
    return body.type == "organization" and bool(NAMED_BEHIND.fullmatch(doc.text, body.span.end, person.span.start))


def _of_whom(doc: Document, voice: Voice) -> Voice:
    """Of "described Duda as the owner of the yard" all behind the verb is told, Duda too."""
    between = doc.text[voice.cue.end : voice.content.start]
    opened = AS.match(doc.quote(voice.content)) if voice.manner == "indirect" else None
    if doc.text.startswith(" by ", voice.cue.end):  # "was described by the court as a fraud"
        start = voice.content.start + (opened.end() if opened is not None else 0)
        return replace(voice, content=replace(voice.content, start=start))
    whom = opened is not None and WHOM.fullmatch(between) is not None
    seen = PICTURED.match(doc.text, voice.cue.end) if _pictures(doc, voice) else None
    whom = whom or (seen is not None and voice.cue.end < voice.content.start <= seen.end())
    return replace(voice, content=replace(voice.content, start=voice.cue.end + 1)) if whom else voice


def _pictures(doc: Document, voice: Voice) -> bool:
    """Whether somebody tells what another is like: "portrayed Duda as"."""
    word = doc.quote(voice.cue).lower()
    return voice.manner == "indirect" and verb_lemma(word, word) in PICTURING


def _told(doc: Document, voice: Voice, mentions: Sequence[Mention]) -> Voice:
    """The voice with what is told as its words bound it."""
    return _unanswered(doc, _of_whom(doc, _to_semicolon(doc, _whole_words(doc, voice, mentions))))


def _closed(doc: Document, voice: Voice) -> Voice:
    """The voice with the mark or bracket that closes what is told: "the club was “unlucky”"."""
    told, mark = doc.quote(voice.content), CLOSING.match(doc.text, voice.content.end)
    opened = {
        "”": told.count("“") > told.count("”"),
        '"': told.count('"') % 2 == 1,
        ")": told.count("(") > told.count(")"),
    }
    closes = mark is not None and voice.manner == "indirect" and opened[mark[1]]
    return replace(voice, content=replace(voice.content, end=mark.end())) if mark is not None and closes else voice


def _unanswered(doc: Document, voice: Voice) -> Voice:
    """Of "some say that he owns it, but he does not" what some say, without the writer's answer."""
    told = doc.quote(voice.content)
    answer = (ANSWERED.search(told) or UNTOLD.search(told)) if voice.manner == "indirect" else None
    if answer is None and voice.manner == "indirect" and doc.text[: voice.content.start].endswith(" as "):
        answer = AS_WHEN.search(told)
    return replace(voice, content=replace(voice.content, end=voice.content.start + answer.start())) if answer else voice


def order(voice: Voice) -> tuple[Span, Span, str, Maker, Span]:
    """The order of voices: by cue, what is told, and who tells it."""
    return voice.cue, voice.content, voice.manner, voice.maker, voice.source or voice.cue


def _maker(rule: str) -> Maker:
    return Maker("annotate.tellings", VERSION, rule)


def _others(doc: Document, sentence: Sentence, parse: Parse, mentions: Sequence[Mention]) -> Iterator[Voice]:
    quotes = quotes_in(doc.text, sentence.span.start, sentence.span.end)
    for i, token in enumerate(parse.tokens):
        if any(q.start <= token.start < q.end for q in quotes):
            continue
        if token.upos in ("VERB", "AUX"):
            yield from _by_as(doc, sentence, parse, i, mentions)
            yield from _blaming(doc, parse, i)
            yield from _behind_comma(doc, sentence, parse, i, mentions)
            yield from _aside(doc, sentence, parse, i)
            if given := figure_voice(doc, parse, i):
                yield given
        elif token.upos == "NOUN":
            yield from _by_noun(doc, parse, i)
            yield from _in_words(doc, parse, i)


def _by_as(doc: Document, sentence: Sentence, parse: Parse, i: int, mentions: Sequence[Mention]) -> Iterator[Voice]:
    """ "As Ada Mensah of the institute writes in her book, the port closed": all but the clause with "as" is told."""
    marks = [k for k in parse.kids(i, "mark", "advmod") if parse.lemmas[k] == "as" and k < i]
    told = parse.lemmas[i] in speech_verbs() or (parse.lemmas[i] == "put" and _puts_it(parse, i))
    if not marks or not told or parse.tokens[i].xpos == "VBG" or done(parse, i):
        return
    source = source_of(parse, i)
    first, last = parse.tokens[marks[0]].start, parse.tokens[i].end
    stop = BREAK.search(doc.text, last, sentence.span.end)
    end = stop.start() if stop else sentence.span.end
    objects = [k for k in parse.kids(i, "obj", "ccomp") if i < k and parse.tokens[k].start < end]
    if parse.lemmas[i] != "put" and any(not parse.kids(k, "case") for k in objects):
        return
    if source is None or not parse.tokens[source].start < end:
        return
    opens = not doc.text[sentence.span.start : first].strip(" “\"'’‘(")
    if (stop is None and opens) or (not opens and doc.text[:first].rstrip()[-1:] not in ",–—-("):
        return
    speaker = doc.span(*parse.phrase(source))
    medium = medium_of(doc, sentence, parse, i, mentions, (end, sentence.span.end))
    for content in _stretches(doc, (sentence.span.start, first), (end, sentence.span.end)):
        yield Voice(doc.span(parse.tokens[i].start, last), content, "indirect", _maker("as"), speaker, medium)


def _puts_it(parse: Parse, i: int) -> bool:
    return i + 1 < len(parse.tokens) and parse.lemmas[i + 1] == "it"


def _stretches(doc: Document, *ranges: tuple[int, int]) -> Iterator[Span]:
    for start, end in ranges:
        while start < end and not (doc.text[start].isalnum() or doc.text[start] in "“\"‘'$"):
            start += 1
        while start < end and doc.text[end - 1] in " ,;:–—-.\n":
            end -= 1
        if len(doc.text[start:end].split()) >= 2:
            yield doc.span(start, end)


def _blaming(doc: Document, parse: Parse, i: int) -> Iterator[Voice]:
    """An accusation, a denial, "described by the court as": what it is of is told by whoever makes it."""
    lemma = parse.lemmas[i]
    if lemma in BLAMING:
        below = [k for k in parse.kids(i, "advcl", "obl") if k > i and opener(parse, k) in ("of", "for")]
        below = below or [k for k in range(i + 1, len(parse.tokens)) if parse.blaming(k) == i or _resumed(parse, i, k)]
    elif lemma == "deny":
        below = [k for k in parse.kids(i, "xcomp", "obj", "advcl", "ccomp") if k > i]
    elif lemma in PICTURING:
        below = [k for k in parse.kids(i, "advcl", "obl", "xcomp") if k > i and opener(parse, k) == "as"]
    else:
        return
    source = source_of(parse, i)
    if source is None or not below or _unknown(parse, source):
        return
    if lemma in PICTURING and any(parse.word(k).lower().endswith(("self", "selves")) for k in parse.kids(i, "obj")):
        return
    start, end = parse.clause(below[0])
    start = max(start, parse.tokens[i].end)
    start += len(as_[0]) if (as_ := AS.match(doc.text, start, end)) else 0
    speaker = doc.span(*parse.phrase(source))
    content = next(_stretches(doc, (start, end)), None)
    if content is None or speaker.overlaps(content):
        return
    cue = doc.span(parse.tokens[i].start, parse.tokens[i].end)
    yield Voice(cue, content, "indirect", _maker("blame"), speaker)


def _resumed(parse: Parse, i: int, k: int) -> bool:
    """Whether `k` is what somebody is accused of, behind an insertion: "accused the clerk, who owns it, of paying"."""
    resumes = [parse.word(n) for n in (k - 2, k - 1)] == [",", "of"] and parse.tokens[k].xpos == "VBG"
    between = range(i + 1, k - 2)
    outside = next((n for n in between if parse.word(n) == ","), k)
    return resumes and not any(parse.tokens[n].upos == "VERB" for n in between if n < outside)


def _unknown(parse: Parse, source: int) -> bool:
    return parse.lemmas[source] in ("nobody", "none", "who", "which", "that")


def _behind_comma(
    doc: Document, sentence: Sentence, parse: Parse, i: int, mentions: Sequence[Mention]
) -> Iterator[Voice]:
    """Who tells the whole sentence, named at its end: "..., sources close to the inquiry told Dock Radio."."""
    verb = parse.tokens[i]
    if parse.lemmas[i] not in SPOKEN or verb.xpos not in FINITE:
        return
    if not CLOSED.match(doc.text, verb.end, sentence.span.end) or _states_a_number(parse, i):
        return
    comma = doc.text.rfind(", ", sentence.span.start, verb.start)
    between = parse.at(comma + 1, verb.start) if comma > 0 else []
    kinds = {parse.tokens[k].upos for k in between}
    if not kinds & NAMING or kinds & {"VERB", "SCONJ"} or any(parse.tokens[k].xpos in FINITE for k in between):
        return
    if UNNAMED & {parse.lemmas[k] for k in between} or parse.tokens[between[0]].upos in ("CCONJ", "ADV", "PART"):
        return
    before = parse.at(sentence.span.start, comma)
    if not any(parse.tokens[k].xpos in FINITE for k in before) or any(_depends(parse, k, i) for k in before):
        return
    if parse.lemmas[i] in PRAISING and parse.kids(i, "obj", "ccomp"):
        return  # "and as such, we praise them"
    while parse.tokens[between[-1]].upos == "ADV":
        between = between[:-1]  # "the clerk recently said"
    words = doc.text[comma + 1 : parse.tokens[between[-1]].end]
    trimmed = LIGHT.sub("", words)
    start = comma + 1 + words.index(trimmed.strip()[:1]) if trimmed.strip() else comma + 1
    source = doc.span(start, start + len(trimmed.strip()))
    if not trimmed.strip()[:1].isalpha() or NOBODY.search(trimmed.strip()):
        return  # "$1,400 a month", ", by telephone and asked"
    if doc.quote(source).strip() != trimmed.strip():
        return
    cue = doc.span(verb.start, verb.end)
    for content in _stretches(doc, (sentence.span.start, comma)):
        medium = medium_of(doc, sentence, parse, i, mentions, (content.start, content.end))
        yield Voice(cue, content, "indirect", _maker("behind comma"), source, medium)


def _states_a_number(parse: Parse, i: int) -> bool:
    """Whether somebody tells a figure of his own: "Officials put the dead at 12, the union says 30"."""
    return i + 1 < len(parse.tokens) and parse.tokens[i + 1].upos == "NUM"


def _depends(parse: Parse, k: int, verb: int) -> bool:
    """Whether a clause says when or why somebody answers: "While the price falls, people respond more slowly"."""
    opened = parse.base(k) == "advcl" and parse.tokens[k].head == verb
    return opened and any(parse.tokens[m].upos == "SCONJ" and parse.lemmas[m] != "as" for m in parse.kids(k, "mark"))


def _aside(doc: Document, sentence: Sentence, parse: Parse, i: int) -> Iterator[Voice]:
    """Who tells what the telling stands amid: "The road, a guard told reporters, was closed"."""
    verb = parse.tokens[i]
    comma = doc.text.rfind(", ", sentence.span.start, verb.start)
    told = ASIDE.match(doc.text, verb.end, sentence.span.end)
    between = parse.at(comma + 1, verb.start) if comma > 0 else []
    if parse.lemmas[i] not in SPOKEN or verb.xpos not in FINITE or told is None or not between:
        return
    kinds = {parse.tokens[k].upos for k in between}
    if not kinds & NAMING or kinds & {"VERB", "SCONJ", "CCONJ"} or UNNAMED & {parse.lemmas[k] for k in between}:
        return
    if parse.lemmas[between[0]] in ("whose", "whatever", "so", "it"):
        return
    stop = doc.text.find(";", told.end(), sentence.span.end)
    last = stop if stop > 0 else sentence.span.end
    before, after = doc.text[sentence.span.start : comma], doc.text[told.end() : last]
    if len(before.split()) < 1 or len(after.split()) < 3 or parse.tokens[between[0]].upos in ("ADV", "PART", "ADP"):
        return
    if "“" in before or '"' in before or after[:1] in '“"‘':
        return
    source = doc.span(parse.tokens[between[0]].start, parse.tokens[between[-1]].end)
    cue = doc.span(verb.start, verb.end)
    opens = max(doc.text.rfind(";", sentence.span.start, comma) + 1, sentence.span.start)
    both = not GOES_ON.match(doc.text, told.end(), last)
    for content in _stretches(doc, (opens if both else told.end(), last)):
        yield Voice(cue, content, "indirect", _maker("aside"), source)


def _by_noun(doc: Document, parse: Parse, i: int) -> Iterator[Voice]:
    """ "Her claim that the port closed", "the claim by Ada Mensah that": a noun with a clause and with its teller."""
    if parse.lemmas[i] not in speech_nouns():
        return
    clauses = [k for k in parse.kids(i, "acl", "ccomp") if k > i and opener(parse, k) == "that"]
    # "a version that sold well": who tells of it says nothing there.
    clauses = [k for k in clauses if any(parse.lemmas[m] == "that" for m in parse.kids(k, "mark"))]
    source = _teller(parse, i, ("by", "of", "from"))
    if source is None and clauses:
        above = parse.tokens[i].head
        makes = above >= 0 and parse.base(i) == "obj" and parse.lemmas[above] in MAKING
        source = source_of(parse, above) if makes else None
    if source is None or not clauses:
        return
    cue = doc.span(parse.tokens[i].start, parse.tokens[i].end)
    for content in _stretches(doc, parse.clause(clauses[0])):
        yield Voice(cue, content, "indirect", _maker("noun"), doc.span(*parse.phrase(source)))


def _teller(parse: Parse, noun: int, prepositions: Sequence[str]) -> int | None:
    own = parse.kids(noun, "nmod:poss")
    own = own or [k for k in parse.kids(noun, "nmod", "obl") if parse.preposition(k) in prepositions]
    return own[0] if own and parse.tokens[own[0]].upos in NAMING else None


def _in_words(doc: Document, parse: Parse, i: int) -> Iterator[Voice]:
    """ "In the words of Ada Mensah", "by the morgue's own count": the clause around it is told."""
    if parse.word(i).lower() not in framing() or parse.preposition(i) not in IN_WORDS or parse.tokens[i].head < 0:
        return
    source = _teller(parse, i, ("of",))
    if parse.lemmas[i] == "account" and parse.preposition(i) == "from":
        return  # money goes "from the yard's account"
    if source is None or _unknown(parse, source) or not _speaks(parse, source):
        return
    members = [k for k in parse.subtree(i) if parse.tokens[k].upos != "PUNCT"]
    around = parse.subtree(parse.tokens[i].head)
    start, end = parse.tokens[members[0]].start, parse.tokens[members[-1]].end
    first, last = parse.tokens[around[0]].start, parse.tokens[around[-1]].end
    comma = doc.text[end : end + 1] == "," or doc.text[start - 2 : start - 1] == ","
    if not comma or last - end + start - first < 12:
        return
    cue = doc.span(parse.tokens[i].start, parse.tokens[i].end)
    for content in _stretches(doc, (first, start), (end, last)):
        yield Voice(cue, content, "indirect", _maker("in words"), doc.span(*parse.phrase(source)))


def _speaks(parse: Parse, source: int) -> bool:
    """Whether a noun can have words of its own: "in view of this situation" has none."""
    kind = noun_type(parse.lemmas[source], parse.word(source).lower())
    return parse.tokens[source].upos in ("PROPN", "PRON") or kind in ("person", "organization")


def _whole_words(doc: Document, voice: Voice, mentions: Sequence[Mention]) -> Voice:
    """What is told without the place of the telling before its "that", and without half the name of who tells it."""
    told = voice.content
    if voice.manner != "indirect" or told.contains(voice.cue):
        return voice
    opened = doc.text[: told.start].rstrip().lower().endswith(("that", ":"))
    opened |= doc.text.startswith("to ", told.start) and doc.quote(voice.cue).lower().startswith(VOWED)
    that = PLACED_THAT.match(doc.text, told.start, told.end) if voice.cue < told and not opened else None
    start = that.end() if that else told.start
    cut = [m.span.start for m in mentions if m.form == "name" and m.span.start < told.end < m.span.end]
    end = told.end
    if cut and min(cut) > start:
        whole = max(m.span.end for m in mentions if m.span.start == min(cut))
        end = len(doc.text[: min(cut)].rstrip(" ,")) if TELLS.match(doc.text, whole) else whole
    return replace(voice, content=replace(told, start=start, end=end)) if end - start > 4 else voice


def _to_semicolon(doc: Document, voice: Voice) -> Voice:
    """What is told in words of the teller's own is parted by a semicolon, if no "that" takes it up again."""
    told = voice.content
    stops = list(PARTED.finditer(doc.text, told.start, told.end)) if voice.manner == "indirect" else []
    if not stops or told.contains(voice.cue):
        return voice
    before = voice.cue < told
    content = replace(told, end=stops[0].start()) if before else replace(told, start=stops[-1].end())
    return replace(voice, content=content) if len(doc.quote(content).split()) > 1 else voice


def _told_within(doc: Document, parse: Parse, voice: Voice, others: Sequence[Voice]) -> Voice:
    """Of "she said that he had rung and told her that" he tells, whom a tree may pass over for her who says it all."""
    for around in others:
        if around.source != voice.source or around.manner != "indirect" or not around.content.contains(voice.cue):
            continue
        head = parse.head_of(around.content.start, around.content.end)
        subjects = [k for k in parse.kids(head, "nsubj") if k < head] if head is not None else []
        if subjects and voice.source is not None and not around.content.contains(voice.source):
            return replace(voice, source=doc.span(*parse.phrase(subjects[-1])))
    return voice


def _whole_teller(doc: Document, voice: Voice, others: Sequence[Voice]) -> Voice:
    """The voice with all words for a teller without a name: "The road, a guard of the yard told her, was shut"."""
    own = voice.source
    if own is None or not doc.quote(own)[0].islower():
        return voice
    bounded = (v.source for v in others if v.cue == voice.cue and v.maker.rule == "aside" and v.source is not None)
    whole = next((span for span in bounded if span.contains(own)), own)
    return replace(voice, source=whole)


def _quoted_as(doc: Document, parse: Parse, voice: Voice) -> Iterator[Voice]:
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
        yield replace(voice, cue=quoting, source=source, medium=None, maker=_maker("quoting"))


def _cited(doc: Document, parse: Parse, voice: Voice) -> Iterator[Voice]:
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
        yield replace(voice, cue=doc.span(token.start, token.end), source=source, medium=None, maker=_maker("cited"))
        return


def _phrase_after(parse: Parse, i: int) -> list[int]:
    """The last noun between a participle and the next comma, where the tree gives it no object."""
    found = []
    for k in range(i + 1, len(parse.tokens)):
        if parse.tokens[k].upos in ("PUNCT", "VERB", "AUX"):
            break
        found.append(k)
    return [k for k in found if parse.tokens[k].upos in ("NOUN", "PROPN")][-1:]


def _together(doc: Document, parse: Parse, mentions: Sequence[Mention], voice: Voice) -> Iterator[Voice]:
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
            yield replace(voice, source=span, maker=_maker("together"))


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
