"""Second names as mentions: what a text says somebody is called is a name, there and wherever the text has it again."""

import re
from collections.abc import Collection, Iterator, Sequence

from whence.model import Document, Maker, Mention, Sentence, Span
from whence.text.gazetteer import country_of_demonym, is_country, is_place
from whence.text.names.second import second_names

VERSION = "1"
MAKER = Maker("annotate.mentions.second", VERSION, "told")
INSIDE = re.compile(r"\w[\w.]* [\"“‘'](?P<nick>[A-ZÀ-Þ][\w’'-]*(?: [\w’'-]+)+)[\"”’'] \w")
BEARERS = frozenset({"person", "organization", "facility", "vehicle"})


def with_second_names(doc: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """`mentions`, with the second names that the text gives people and bodies, of their bearers' type."""
    told = dict(_told(doc, sentences, mentions))
    found = [Mention(span, kind, "name", MAKER) for span, kind in told.items()]
    again = {" ".join(doc.quote(span).split()): kind for span, kind in told.items()}
    again |= dict.fromkeys(_inside_names(doc, mentions), "person")
    again = {words: kind for words, kind in again.items() if not (is_place(words) or is_country(words))}
    roles = {m.span.start: m.span.end for m in mentions if m.type == "role"}
    posts = {doc.quote(span) for span in told if roles.get(span.start, 0) >= span.end}
    found += [m for m in _again(doc, sentences, again, posts) if not any(m.span.overlaps(f.span) for f in found)]
    names = [m for m in mentions if m.form == "name"]
    for own in found:
        over = [m for m in names if m.span.overlaps(own.span)]
        if any(
            not own.span.contains(m.span) and doc.quote(m.span).rstrip(".") != doc.quote(own.span) for m in over
        ) or _stands(own, over):
            continue
        mentions = [m for m in mentions if not (own.span.contains(m.span) or m in over)]
        mentions.append(own)
    return tuple(sorted(mentions))


def _told(doc: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Iterator[tuple[Span, str]]:
    """The span of each second name with the type of its bearer."""
    types = {m.span: m.type for m in mentions if m.form == "name"}
    for sentence in sentences:
        for second in second_names(doc.text, sentence.span.start, sentence.span.end, mentions):
            kind = "person" if second.pronoun else types.get(doc.span(*second.bearer), "")
            if kind in BEARERS and not country_of_demonym(doc.quote(doc.span(*second.name))):
                yield doc.span(*second.name), kind


def _stands_alone(doc: Document, start: int, end: int) -> bool:
    """Is it "the Professor", and neither "Professor Duda" nor "the Professor of Law"?"""
    before, after = doc.text[max(0, start - 4) : start], doc.text[end : end + 4]
    return before.lower() == "the " and not re.match(r" (?:[A-ZÀ-Þ]|of\b)", after)


def _inside_names(doc: Document, mentions: Sequence[Mention]) -> Iterator[str]:
    """The nicknames of two words or more that stand in quotation marks inside people's names: Ivo "El Zorro" Duda."""
    for m in mentions:
        if m.type == "person" and m.form == "name" and (found := INSIDE.search(doc.quote(m.span))):
            yield " ".join(found["nick"].split())


def _stands(own: Mention, over: Sequence[Mention]) -> bool:
    """Is there a mention of the type already that ends where the name does: "Ruiz" of "Commander Ruiz"?"""
    return any(m.type == own.type and m.span.end == own.span.end for m in over)


def _again(
    doc: Document, sentences: Sequence[Sentence], names: dict[str, str], posts: Collection[str]
) -> Iterator[Mention]:
    """Every other place where the text has one of the names, word for word; of `posts` those that stand alone."""
    if not names:
        return
    longest = sorted(names, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(name) for name in longest)})(?![\w-])")
    for sentence in sentences:
        for match in pattern.finditer(doc.text, sentence.span.start, sentence.span.end):
            if match[0] in posts and not _stands_alone(doc, *match.span()):
                continue
            opens = not doc.text[sentence.span.start : match.start()].strip("“\"‘' ")
            if " " in match[0] or not opens or len(match[0]) > 3:
                yield Mention(doc.span(*match.span()), names[match[0]], "name", MAKER)
