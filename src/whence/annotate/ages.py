"""How old somebody is: "Ada Vale, 52,", "the 52-year-old clerk", "she was 52", "a boy aged nine"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.annotate.arguments import argument
from whence.annotate.arguments.candidates import accepts, as_thing
from whence.annotate.arguments.lookup import Lookup
from whence.annotate.modality import modality
from whence.annotate.numbers import numbered, value
from whence.annotate.syntax import Parse
from whence.model import Argument, Claim, Maker, Mention, Sentence, Span
from whence.vocab import predicate

OLDEST = 112
YEARS = "years old"
YEAR_OLD = re.compile(r"[-‑–\s]years?[-‑–\s]olds?\b")
BEHIND_NAME = re.compile(r"(?:,\s|\s?\((?:aged\s)?)$")
CLOSED = re.compile(r"[,.;)]|\s?[–—]")
AGED = re.compile(r"\b(?:aged?|at the age of)\s$", re.IGNORECASE)
SAID = re.compile(r"(?:\syears\s(?:old|of\sage))?(?:[.,;)]|\s(?:and|when|but|at|now|then|years)\b|$)")
# "Three men aged 24, 31 and 52": each has an age of his own.
IN_ROW = re.compile(r"(?:,\s\d{1,3})*,?\s(?:and|or|to)\s\d{1,3}\b(?!\s[a-z])")
HE = frozenset({"he", "she"})
MANY = frozenset({"population", "number", "toll", "total", "crew", "staff", "membership"})  # "the population was 76"


def find_ages(lookup: Lookup, sentence: Sentence, parse: Parse, maker: Maker) -> Iterator[Claim]:
    """Yield the age of a person, as a count, for each number of a sentence that gives one."""
    for mention in lookup.covering(sentence.span.start, sentence.span.end):
        words = lookup.doc.quote(mention.span)
        if mention.type != "quantity" or not sentence.span.contains(mention.span) or not _is_age(words):
            continue
        if IN_ROW.match(lookup.doc.text, mention.span.end):
            continue
        person = _of_name(lookup, mention.span) or _of_tree(lookup, parse, mention)
        if person is None:
            continue
        number = numbered("number", lookup.doc, mention, (), YEARS)
        token = parse.at(mention.span.start, mention.span.end)[0]
        mood = modality(parse, token)
        yield Claim(
            predicate="counts",
            arguments=(person, replace(number, value=f"{number.value} {YEARS}")),
            evidence=sentence.span,
            region=sentence.kind,
            maker=maker,
            trigger=mention.span,
            polarity=mood.polarity,
            certainty=mood.certainty,
            certainty_cue=lookup.doc.span(*mood.cue) if mood.cue else None,
            confidence=0.9,
        )


def _is_age(words: str) -> bool:
    number = value(words)
    return number is not None and number.is_integer() and 1 <= number <= OLDEST and words[-1].isalnum()


def _of_name(lookup: Lookup, number: Span) -> Argument | None:
    """The person right behind whose name the number stands between commas or in brackets."""
    text = lookup.doc.text
    opened = BEHIND_NAME.search(text, max(0, number.start - 8), number.start)
    if opened is None or CLOSED.match(text, number.end) is None:
        return None
    if ("(" in opened[0]) != text.startswith(")", number.end):
        return None
    named = [m for m in lookup.covering(opened.start() - 1, opened.start()) if m.span.end == opened.start()]
    return next((Argument("counted", m.span, None, "person") for m in named if _is_person(lookup, m)), None)


def _is_person(lookup: Lookup, mention: Mention) -> bool:
    return mention.type == "person" and mention.span in lookup.named


def _of_tree(lookup: Lookup, parse: Parse, mention: Mention) -> Argument | None:
    """Who is "52 years old", "aged 52" or "52"."""
    text, start, end = lookup.doc.text, mention.span.start, mention.span.end
    token = parse.at(start, end)[-1]
    if old := YEAR_OLD.match(text, end):
        inside = parse.at(end, old.end())
        for name in lookup.covering(old.end() + 1, old.end() + 2):
            if _is_person(lookup, name) and name.span.start == old.end() + 1:
                return Argument("counted", name.span, None, "person")
        heads = [k for k in inside if parse.lemmas[k] == "old" and parse.base(k) == "amod"]
        if heads:
            return _bearer(lookup, parse, parse.tokens[heads[0]].head)
        return _subject(lookup, parse, inside)
    if AGED.search(text, max(0, start - 16), start):
        aged = token if parse.lemmas[token] == "aged" else parse.tokens[token].head
        above = parse.tokens[aged].head if aged >= 0 else -1
        if parse.lemmas[aged] == "age":
            return _person(lookup, parse, [f.token for f in parse.subjects(above)] if above >= 0 else [])
        return _bearer(lookup, parse, above) if above >= 0 and parse.base(aged) in ("amod", "acl") else None
    if parse.kids(token, "cop") and SAID.match(text, end):
        subjects = parse.kids(token, "nsubj")
        one = [k for k in subjects if parse.tokens[k].upos != "PRON" or parse.lemmas[k] in HE]
        return _person(lookup, parse, [k for k in one if parse.lemmas[k] not in MANY])
    return None


def _subject(lookup: Lookup, parse: Parse, inside: Sequence[int]) -> Argument | None:
    """Who is said to be so many years old."""
    heads = [k for k in inside if parse.kids(k, "cop")]
    return _person(lookup, parse, [s for k in heads for s in parse.kids(k, "nsubj")])


def _bearer(lookup: Lookup, parse: Parse, noun: int) -> Argument | None:
    """A noun, or the name beside it: of "the 52-year-old clerk, Ada Vale," she is 52."""
    named = [k for k in parse.kids(noun, "appos", "flat") if parse.tokens[k].upos == "PROPN"]
    if parse.base(noun) in ("appos", "nmod:desc", "compound") and parse.tokens[parse.tokens[noun].head].upos == "PROPN":
        named.append(parse.tokens[noun].head)
    return _person(lookup, parse, [*named, noun])


def _person(lookup: Lookup, parse: Parse, tokens: Sequence[int]) -> Argument | None:
    types = frozenset({"person"})
    for token in tokens:
        item = as_thing(lookup, parse, token, types)
        if item is None or not accepts(types, item):
            continue
        if not item.named:
            start, end = parse.core(token)
            last = max((m.end() for m in YEAR_OLD.finditer(lookup.doc.text, start, end)), default=0)
            start = last + 1 if last else start
            item = replace(item, span=lookup.doc.span(start, end))
        return argument("counted", item, predicate("counts").roles["counted"].types)
    return None
