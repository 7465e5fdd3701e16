"""The mentions of one document, from the words, the word lists and the learned reader."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from whence.annotate.mentions import typing
from whence.annotate.mentions.amounts import find_laws, find_numbers
from whence.annotate.mentions.common import find_bodies, find_pronouns
from whence.annotate.mentions.lexicon import heads, is_country, nation, nominals, roles
from whence.annotate.mentions.lines import Line, Piece, finite_verbs, found_by, known_words, line_of, tags_of
from whence.annotate.mentions.pieces import nation_mention, read_line
from whence.annotate.mentions.read import names_read
from whence.annotate.mentions.roles import titles_of
from whence.annotate.mentions.words import Word, split_words
from whence.model import Document, Mention, Sentence, TimeExpression
from whence.reader import Reading
from whence.text.days import MONTH
from whence.text.gazetteer import country, find_regions
from whence.text.names.organization import is_acronym_of
from whence.text.names.words import is_given, plain
from whence.vocab import load_words

CREDITED = re.compile(r"\s*(?:[:/)\]]|by\s)")
UNITS = frozenset(
    "battalion brigade regiment division corps squadron army company platoon fleet wing legion bureau front".split()
)
UNIT_NUMBER = re.compile(r"(?:^|\s)(\d{1,3}(?:st|nd|rd|th)?) $")
DATED = re.compile(rf"(?:^|\s)(\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?) $")
CAUSES = frozenset("movement alliance coalition front brigade brigades organization organisation".split())
QUOTE = re.compile(r",? [\"“‘']")


def find_mentions(
    doc: Document, sentences: Sequence[Sentence], times: Sequence[TimeExpression], reading: Reading
) -> tuple[Mention, ...]:
    """Every mention of `doc`, sorted by place; names never overlap each other."""
    tags = tags_of(reading)
    split = [tuple(split_words(doc.text, s.span.start, s.span.end)) for s in sentences]
    titles = titles_of(frozenset(word.lower for words in split for word in words))
    finite = finite_verbs(reading)
    lines = [line_of(words, s.kind, tags, titles, finite) for words, s in zip(split, sentences, strict=True)]
    known = known_words(lines)
    pieces: list[Piece] = []
    mentions: list[Mention] = []
    names = names_read(reading)
    for line in lines:
        named, others = read_line(doc, line, known, reading, names)
        pieces.extend(named)
        mentions.extend(others)
    pieces = sorted(_made_whole(lines, pieces), key=lambda piece: piece.words[0].start)
    pieces = [p for p in pieces if not _is_label(doc, p)]
    kinds = _settle(doc, pieces)
    mentions.extend(_names(doc, pieces, kinds))
    mentions.extend(find_bodies(doc, lines))
    mentions.extend(find_numbers(doc, sentences, times))
    mentions.extend(find_laws(doc, sentences))
    mentions.extend(find_pronouns(doc, reading))
    return tuple(sorted(set(_drop_overlaps(_with_regions(doc, sentences, mentions), times))))


def _with_regions(doc: Document, sentences: Sequence[Sentence], mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions, with abbreviated regions behind towns as places: "Biloxi, Miss." names a town and a state."""
    found = [place for s in sentences for place in find_regions(doc.text, s.span.start, s.span.end)]
    for mention in mentions:
        region = next(((a, b) for a, b in found if mention.span.start < b and a < mention.span.end), None)
        if region is None:
            yield mention
        elif mention.form == "name" and mention.span.start < region[0]:
            town = doc.span(mention.span.start, doc.text.rindex(",", 0, region[0]))
            yield replace(mention, span=town, type="place", value="")
    for start, end in found:
        yield Mention(doc.span(start, end), "place", "name", found_by("region"))


def _is_label(doc: Document, piece: Piece) -> bool:
    """Whether a piece is the word before a credit, "Photo" of "Photo: Reuters" and "AP Photo/Ada Quay", and no name."""
    first, last = piece.words[0], piece.words[-1]
    words = doc.text[first.start : last.end].lower()
    return words in load_words("credits.yaml")["labels"] and bool(CREDITED.match(doc.text, last.end))


def _made_whole(lines: Sequence[Line], pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, where those that are fragments of a name which the text has whole elsewhere are put together."""
    whole = Counter(tuple(w.text for w in p.words) for p in pieces if len(p.words) > 1)
    begins: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(whole, key=lambda name: (-len(name), name)):
        begins.setdefault(name[0], []).append(name)
    at = {word.start: i for i, piece in enumerate(pieces) for word in piece.words}
    gone: set[int] = set()
    for words in (line.words for line in lines):
        for k, word in enumerate(words):
            for name in begins.get(word.text, ()):
                run = words[k : k + len(name)]
                if tuple(w.text for w in run) != name or not _close(run):
                    continue
                held = {at[w.start] for w in run if w.start in at}
                starts = {w.start for w in run}
                inside = all(w.start in starts for i in held for w in pieces[i].words)
                if (
                    held
                    and inside
                    and not held & gone
                    and sum(len(pieces[i].words) for i in held) < len(run) + (len(held) > 1)
                ):
                    gone |= held
                    yield Piece(tuple(run), Counter())
                break
    yield from (piece for i, piece in enumerate(pieces) if i not in gone)


def _close(run: Sequence[Word]) -> bool:
    return all(two.start - one.end <= 1 for one, two in itertools.pairwise(run))


def _settle(doc: Document, pieces: Sequence[Piece]) -> Mapping[str, str]:
    kinds = typing.settle([(p.text, p.votes) for p in pieces])
    acronyms = {}
    for one, two in itertools.pairwise(pieces):
        between = doc.text[one.words[-1].end : two.words[0].start]
        quoted = QUOTE.fullmatch(between) and doc.text[two.words[-1].end : two.words[-1].end + 1] in "\"”’'"
        if quoted and len(two.words) < 3 and kinds[one.text] == "person" and len(one.words) > 1:
            kinds = {**kinds, two.text: "person"}  # a nickname behind a name
        if between.strip() == "(" and doc.text[two.words[-1].end : two.words[-1].end + 1] == ")":
            if kinds[one.text] != "person" or kinds[two.text] != "organization":
                acronyms[two.text] = one.text  # but "Duda (Salt Institute)" has a body behind a person
            if kinds[one.text] == "person" and is_acronym_of(two.text, one.text):
                kinds = {**kinds, one.text: "organization"}  # nobody's initials stand in a bracket behind his name
    return kinds | typing.spread(kinds, acronyms, kinds)


def _names(doc: Document, pieces: Sequence[Piece], kinds: Mapping[str, str]) -> Iterator[Mention]:
    texts = {p.text for p in pieces}
    for piece in pieces:
        words = piece.words
        kind = kinds[piece.text]
        rest = " ".join(w.text for w in words[1:])
        if nation(words[0].text) and rest in texts and (len(words) > 2 or kinds[rest] == "person"):
            yield nation_mention(doc, words[0])
            words, kind = words[1:], kinds[rest]
        words = _bare(words) if kind == "person" else words
        start, end = words[0].start, words[-1].end
        tail = re.compile(r" ([a-z]+)\b").match(doc.text, end)
        if (
            kind in ("organization", "person", "place")
            and len(words) == 1
            and tail
            and not is_country(words[0].text)
            and tail.group(1) in heads()["tails"]
            and words[0].lower.endswith(("ist", "an"))
        ):
            end, kind = tail.end(), "organization"
        numbered = UNIT_NUMBER.search(doc.text, max(0, start - 8), start) if words[-1].lower in UNITS else None
        numbered = numbered or (DATED.search(doc.text, max(0, start - 20), start) if _is_cause(words) else None)
        if numbered and kind == "organization":
            start = numbered.start(1)  # "61 Mechanised Battalion", "the 9 May Movement"
        found = country(doc.text[start:end])
        value = found.name if found and kind == "place" else ""
        yield Mention(doc.span(start, end), kind, "name", found_by("capitals"), value)


def _bare(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """A name without a word for its bearer before it, or letters of honour behind: "Rapper Ivo Duda", "Ada Mor DBE"."""
    while len(words) > 2 and (words[0].lower.rpartition("-")[2] in roles()["described"] or _are_people(words)):
        words = words[1:]
    if len(words) > 2 and words[0].lower == "professor":
        words = words[1:]  # "Emeritus Professor Ivo Duda"
    letters = [w.text for w in itertools.takewhile(lambda w: w.shouted and len(w.text) < 4, reversed(words))]
    bare = words[: len(words) - len(letters)]
    honoured = len(letters) > 1 or len("".join(letters)) > 2  # "Kim Jong UN"
    return bare if honoured and len(bare) > 1 and not any(w.shouted for w in bare) else words


def _are_people(words: Sequence[Word]) -> bool:
    """Whether what several are stands before what one of them is called: "Miners Luis Pardo and Ivo Duda"."""
    one = words[0].lower.removesuffix("s")
    return one != words[0].lower and nominals().get(one) == "person" and is_given(plain(words[1].text))


def _is_cause(words: Sequence[Word]) -> bool:
    """Whether it is one word for a movement, which may be named after a day."""
    return len(words) == 1 and words[0].lower in CAUSES


def _drop_overlaps(mentions: Iterable[Mention], times: Sequence[TimeExpression]) -> Iterator[Mention]:
    """Laws win over names and numbers, dates over numbers and names of months; longer wins over shorter otherwise."""
    order = {"law": 0, "money": 1}
    ranked = sorted(mentions, key=lambda m: (order.get(m.type, 2), m.type == "quantity", m.span.start))
    kept: list[Mention] = []
    spans = [(t.span.start, t.span.end) for t in times if t.kind in ("date", "range", "time")]
    by_start: dict[int, list[tuple[int, int]]] = {}
    for m in ranked:
        if m.form == "pronoun":
            kept.append(m)
            continue
        if m.type in ("quantity",) and any(s < m.span.end and m.span.start < e for s, e in spans):
            continue
        if (
            m.type != "law"
            and any(s <= m.span.start and m.span.end <= e for s, e in spans)
            and m.type not in ("role", "nationality")
        ):
            continue
        near = [s for bucket in range(m.span.start // 256 - 1, m.span.end // 256 + 1) for s in by_start.get(bucket, ())]
        if m.type != "role" and any(s < m.span.end and m.span.start < e for s, e in near):
            continue
        by_start.setdefault(m.span.start // 256, []).append((m.span.start, m.span.end))
        kept.append(m)
    yield from kept
