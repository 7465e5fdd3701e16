"""Other words than a verb of saying that give a voice."""

import re
from collections.abc import Iterator, Sequence

from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.modality.words import opener
from whence.annotate.syntax import Parse
from whence.annotate.tellings.shared import (
    AS,
    NAMING,
    PICTURING,
    framing,
    is_unknown,
    speech_nouns,
    stretches_of,
    told_by,
)
from whence.annotate.voices.according import GOES_ON
from whence.annotate.voices.cues import SPOKEN, done, speech_verbs
from whence.annotate.voices.sources import medium_of, source_of
from whence.model import Document, Mention, Sentence, Voice

NOBODY = re.compile(r"^(?:by|in|on|at|with|through) |\band$|;", re.IGNORECASE)
FINITE = frozenset({"VBD", "VBZ", "VBP"})
BLAMING = frozenset({"accuse", "blame", "suspect"})
MAKING = frozenset({"make", "issue", "repeat", "renew", "voice", "release", "publish", "give", "reiterate"})
PRAISING = frozenset({"praise", "condemn", "criticise", "criticize", "describe", "call", "urge"})
IN_WORDS = frozenset({"in", "by", "on", "from", "with"})
# No name of a speaker holds these: "not the eight that the guards said".
UNNAMED = frozenset({"who", "which", "that", "what", "where", "when", "not", "than", "as", "whom"})
BREAK = re.compile(r",|\s[–—]\s|\s--\s|;")
CLOSED = re.compile(
    r"(?:\s+[^\s,;:.]+){0,9}?(?:,\s+(?:citing|quoting|adding|referring)\b[^;:]{2,120})?[.”\"’']*\s*$", re.IGNORECASE
)
# "Sold it, told the clerk Duda to leave" is no telling: verbs of which a hearer is the object are none of these.
TURNED = frozenset("say claim allege argue report write announce declare insist admit reveal".split())
TELLER = re.compile(r"\s(?:(?:the|a|an|its|his|her)\s)?(?:[a-z][\w’'-]*\s){0,5}?(?:[a-z][\w’'-]*,\s)?")
NAMED_BEHIND = re.compile(r",\s(?:[A-Z][\w.]*\s){0,3}")
ENDS = re.compile(r"(?:,\s[^,;]{2,60})?[.”\"’']*\s*$")
ASIDE = re.compile(
    r"(?:\s+(?:reporters|journalists|investigators|police|me|us|the\s+\w+|[A-Z]\w+(?:\s+[A-Z]\w+)?))?,\s"
)
LIGHT = re.compile(r"^(?:\s*(?:but|and|however|meanwhile|though)\s+)|(?:\s+(?:has|have|had|also|later|then|both))+\s*$")


def turned_round(doc: Document, sentence: Sentence, parse: Parse, mentions: Sequence[Mention]) -> Iterator[Voice]:
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
            yield Voice(doc.span(token.start, token.end), content, "indirect", told_by("turned round"), named.span)


def _is_head_of(doc: Document, body: Mention, person: Mention) -> bool:
    """Whether who is named behind a body speaks, not the body: "said its clerk at Salt House, Sister Ana Mor"."""
    return body.type == "organization" and bool(NAMED_BEHIND.fullmatch(doc.text, body.span.end, person.span.start))


def by_as(doc: Document, sentence: Sentence, parse: Parse, i: int, mentions: Sequence[Mention]) -> Iterator[Voice]:
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
    for content in stretches_of(doc, (sentence.span.start, first), (end, sentence.span.end)):
        yield Voice(doc.span(parse.tokens[i].start, last), content, "indirect", told_by("as"), speaker, medium)


def _puts_it(parse: Parse, i: int) -> bool:
    return i + 1 < len(parse.tokens) and parse.lemmas[i + 1] == "it"


def told_by_blaming(doc: Document, parse: Parse, i: int) -> Iterator[Voice]:
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
    if source is None or not below or is_unknown(parse, source):
        return
    if lemma in PICTURING and any(parse.word(k).lower().endswith(("self", "selves")) for k in parse.kids(i, "obj")):
        return
    start, end = parse.clause(below[0])
    start = max(start, parse.tokens[i].end)
    start += len(as_[0]) if (as_ := AS.match(doc.text, start, end)) else 0
    speaker = doc.span(*parse.phrase(source))
    content = next(stretches_of(doc, (start, end)), None)
    if content is None or speaker.overlaps(content):
        return
    cue = doc.span(parse.tokens[i].start, parse.tokens[i].end)
    yield Voice(cue, content, "indirect", told_by("blame"), speaker)


def _resumed(parse: Parse, i: int, k: int) -> bool:
    """Whether `k` is what somebody is accused of, behind an insertion: "accused the clerk, who owns it, of paying"."""
    resumes = [parse.word(n) for n in (k - 2, k - 1)] == [",", "of"] and parse.tokens[k].xpos == "VBG"
    between = range(i + 1, k - 2)
    outside = next((n for n in between if parse.word(n) == ","), k)
    return resumes and not any(parse.tokens[n].upos == "VERB" for n in between if n < outside)


def behind_comma(
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
    for content in stretches_of(doc, (sentence.span.start, comma)):
        medium = medium_of(doc, sentence, parse, i, mentions, (content.start, content.end))
        yield Voice(cue, content, "indirect", told_by("behind comma"), source, medium)


def _states_a_number(parse: Parse, i: int) -> bool:
    """Whether somebody tells a figure of his own: "Officials put the dead at 12, the union says 30"."""
    return i + 1 < len(parse.tokens) and parse.tokens[i + 1].upos == "NUM"


def _depends(parse: Parse, k: int, verb: int) -> bool:
    """Whether a clause says when or why somebody answers: "While the price falls, people respond more slowly"."""
    opened = parse.base(k) == "advcl" and parse.tokens[k].head == verb
    return opened and any(parse.tokens[m].upos == "SCONJ" and parse.lemmas[m] != "as" for m in parse.kids(k, "mark"))


def told_aside(doc: Document, sentence: Sentence, parse: Parse, i: int) -> Iterator[Voice]:
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
    for content in stretches_of(doc, (opens if both else told.end(), last)):
        yield Voice(cue, content, "indirect", told_by("aside"), source)


def by_noun(doc: Document, parse: Parse, i: int) -> Iterator[Voice]:
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
    for content in stretches_of(doc, parse.clause(clauses[0])):
        yield Voice(cue, content, "indirect", told_by("noun"), doc.span(*parse.phrase(source)))


def _teller(parse: Parse, noun: int, prepositions: Sequence[str]) -> int | None:
    own = parse.kids(noun, "nmod:poss")
    own = own or [k for k in parse.kids(noun, "nmod", "obl") if parse.preposition(k) in prepositions]
    return own[0] if own and parse.tokens[own[0]].upos in NAMING else None


def in_words(doc: Document, parse: Parse, i: int) -> Iterator[Voice]:
    """ "In the words of Ada Mensah", "by the morgue's own count": the clause around it is told."""
    if parse.word(i).lower() not in framing() or parse.preposition(i) not in IN_WORDS or parse.tokens[i].head < 0:
        return
    source = _teller(parse, i, ("of",))
    if parse.lemmas[i] == "account" and parse.preposition(i) == "from":
        return  # money goes "from the yard's account"
    if source is None or is_unknown(parse, source) or not _speaks(parse, source):
        return
    members = [k for k in parse.subtree(i) if parse.tokens[k].upos != "PUNCT"]
    around = parse.subtree(parse.tokens[i].head)
    start, end = parse.tokens[members[0]].start, parse.tokens[members[-1]].end
    first, last = parse.tokens[around[0]].start, parse.tokens[around[-1]].end
    comma = doc.text[end : end + 1] == "," or doc.text[start - 2 : start - 1] == ","
    if not comma or last - end + start - first < 12:
        return
    cue = doc.span(parse.tokens[i].start, parse.tokens[i].end)
    for content in stretches_of(doc, (first, start), (end, last)):
        yield Voice(cue, content, "indirect", told_by("in words"), doc.span(*parse.phrase(source)))


def _speaks(parse: Parse, source: int) -> bool:
    """Whether a noun can have words of its own: "in view of this situation" has none."""
    kind = noun_type(parse.lemmas[source], parse.word(source).lower())
    return parse.tokens[source].upos in ("PROPN", "PRON") or kind in ("person", "organization")
