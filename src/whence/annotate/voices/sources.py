"""Who tells: the source of a verb of saying, and the medium through which it tells."""

import re
from collections.abc import Sequence
from dataclasses import replace

from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.syntax import Parse
from whence.annotate.voices.cues import SPEAKERS, speech_verbs
from whence.model import Document, Mention, Sentence, Span
from whence.text.days import WEEKDAY

OF = re.compile(r"\s+of\s+(?:[Tt]he\s+)?")
BEFORE_CUE = re.compile(r"(?:\s*\([^()]{1,30}\))?,?(?:\s+(?:has|had|have|also|later|then|again|recently|first))*\s+")
MEDIUM_CUES = re.compile(
    r"\b(?:told|speaking to|speaks to|spoke to|in an interview (?:with|to|on)|interviewed by|carried by|quoted by"
    r"|in (?:a|an) [\w ]{0,20}?statement (?:carried|published|quoted) by|published by"
    r"|in an? [\w ]{0,12}?(?:article|column|op-ed|post) (?:for|in|on)|in (?:his|her|their|the) book"
    r"|on (?:his|her|its) (?:twitter|facebook|telegram) (?:account|page|channel))\s+"
    r"(?:the )?(?:(?:[\w’'-]+ ){0,3}(?:daily|weekly|newspaper|broadcaster|agency|channel|station|website|outlet) "
    r"(?:the )?)?$",
    re.IGNORECASE,
)
HEARD_BY = frozenset({"to", "with", "from", "at"})
NOT_SOURCES = frozenset(
    """
    it there this that which what result results figure figures evidence picture map study tide act
    some many others few most several all word sign
    """.split()
)
TODAY = re.compile(
    r"\s(?:today|yesterday|tonight|earlier today|(?:this|yesterday|last) (?:morning|afternoon|evening|night|week|month)"
    rf"|on {WEEKDAY})$"
)
AT = re.compile(
    r"\b(?:in|at|near|from|into|against|between|outside|inside|off|around)\s(?:the\s)?(?:[A-Z][\w’'-]*\s)*$"
)
TITLE = re.compile(
    r"\s+(?:(?:the|a|an|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|its|his|her|their)\s+)?[^.;:“\"”,]{0,60}?(?:,\s+)?[^.;:“\"”,]{0,20}?"
)
# "replied someone to a clerk about Mensah": whoever speaks stands before it.
ELSE = re.compile(
    r"\b(?:to|about|from|after|with|when|as|by|before|while|someone|somebody|one|another|others)\b", re.IGNORECASE
)
POSSESSED = re.compile(r"['’]s\b")
# Whoever does this is a person or a body, whatever the noun ("monitors said").
PLAIN = frozenset("say tell add announce declare explain insist claim allege deny confirm reply warn state".split())


def is_turned(doc: Document, cue: Span, mentions: Sequence[Mention]) -> bool:
    """Whether whoever speaks stands behind the verb: "the sale of Delta Freight, declared the clerk Ivo Duda"."""
    if not doc.text[: cue.start].endswith(", "):
        return False
    at = cue.end + (5 if doc.text.startswith(" the ", cue.end) else 1)
    return any(m.span.start == at and m.type in ("role", "person") for m in mentions)


def before_who(doc: Document, parse: Parse, i: int, mentions: Sequence[Mention], source: Span | None) -> Span | None:
    """Of "a plan of President Vale, who said" Vale, whom a tree may pass over for the plan."""
    who = [k for k in parse.kids(i, "nsubj") if parse.lemmas[k] == "who"]
    if source is None or not who:
        return source
    at = parse.tokens[who[0]].start
    people = [m.span for m in mentions if m.type == "person" and m.form == "name" and at - 3 <= m.span.end < at]
    return people[-1] if people and doc.text[people[-1].end : at] == ", " else source


def whole_source(source: Span, mentions: Sequence[Mention]) -> Span:
    """A source with all of the names at its ends: a tree may part "the National Council" from "of Anglers"."""
    over = [m.span for m in mentions if m.form == "name" and source.start <= m.span.start < source.end < m.span.end]
    into = [m.span for m in mentions if m.form == "name" and m.span.start < source.start < m.span.end <= source.end]
    start, end = (min(s.start for s in into) if into else source.start), max((s.end for s in over), default=source.end)
    return replace(source, start=start, end=end)


def without_day(doc: Document, source: Span) -> Span:
    """A source without the day of its telling: "a clerk of the Board today said"."""
    day = TODAY.search(doc.quote(source))
    return replace(source, end=source.start + day.start()) if day else source


def named_after(doc: Document, mentions: Sequence[Mention], start: int) -> Mention | None:
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


def likeliest(mentions: Sequence[Mention]) -> Mention | None:
    """Of the mentions between a quotation and its verb the last person, else the last body, title or pronoun."""
    people = [m for m in mentions if m.type == "person" and m.form == "name"]
    others = [m for m in mentions if m.type in ("person", "organization", "role") and m.maker.rule != "possessive"]
    found = people or others
    return found[-1] if found else None


def named_before_cue(doc: Document, sentence: Sentence, cue: Span, mentions: Sequence[Mention]) -> Span | None:
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
