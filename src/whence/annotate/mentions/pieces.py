"""Names of one line, with the votes for what they name."""

import itertools
import re
from collections.abc import Mapping, Sequence

from whence.annotate.mentions import typing
from whence.annotate.mentions.common import role_mentions
from whence.annotate.mentions.cuts import cut_run
from whence.annotate.mentions.lexicon import head_type, heads, is_country, nation, nominals, roles
from whence.annotate.mentions.lines import Line, Piece, between_verbs, found_by
from whence.annotate.mentions.names import Run, find_runs
from whence.annotate.mentions.read import ALONE, Names, as_read
from whence.annotate.mentions.words import Word
from whence.model import Document, Mention
from whence.reader import RawMention, Reading
from whence.text.fold import fold
from whence.text.gazetteer import country, country_of_demonym, is_region
from whence.text.names.called import epithet_cue
from whence.text.names.sorts import sorts_of_words
from whence.text.names.words import body_words, gendered, state_organs

# "Osh Pumps plc (founded 1950) is a Danish maker of pumps"
IS_A = re.compile(
    r"(?: (?:plc|ltd|inc|llc)\b\.?)?(?: \([^()]{1,80}\))? (?:is|was) (?:an?|the) ((?:[\w’'-]+ ){0,6}[\w’'-]+)",
    re.IGNORECASE,
)
MAKES = re.compile(r", an? (?:[\w’'-]+ ){0,4}(?:maker|manufacturer) of [a-z]+s\b")  # "Osh Pumps, a maker of pumps,"
ENDS_KIND = frozenset(
    "of in at on by for from to with that which who whose where and or near under based set founded formed made".split()
)
PREFIXES = frozenset({"pro", "anti", "non", "ex", "post", "pre"})
LISTS = re.compile(
    r"\b([a-z]+s|people)\b,? (?:such as|including(?: and not limited to| but not limited to)?|like|namely)\s"
)
BORN = frozenset({"born", "baptised", "baptized", "née"})  # with a name of two words: "was born Ana Mor"
_QUOTES = frozenset("\"“‘'")
LISTING = frozenset({"and", "or", "the", "a", "an", "of", "for", "in", "as", "well", "&", "–", "-"})


def read_line(
    doc: Document, line: Line, known: Mapping[str, int], reading: Reading, names: Names
) -> tuple[list[Piece], list[Mention]]:
    """The names of a line, and what else its runs of capitals hold."""
    pieces, others = [], []
    role_at = {k for role in line.roles for k in range(role.first, role.last)}
    taken: set[int] = set()
    runs = [r for run in find_runs(line.words, line.proper, known, line.heading) for r in between_verbs(line, run)]
    parts = [part for run in runs for part in cut_run(line, run, role_at, known, reading)]
    for part in as_read(line.words, parts, role_at, names):
        piece, extra = _piece(doc, line, part, reading)
        others.extend(extra)
        if piece:
            pieces.append(piece)
            taken.update(range(part.first, part.last))
    others.extend(role_mentions(doc, line, taken))
    return pieces, others


def _piece(doc: Document, line: Line, part: Run, reading: Reading) -> tuple[Piece | None, list[Mention]]:
    words = list(line.words[part.first : part.last])
    first = part.first
    extra: list[Mention] = []
    alone = len(words) == 2 and not is_country(" ".join(w.text for w in words)) and not words[1].lower.endswith("s")
    if (
        (len(words) > 3 or alone)
        and nation(" ".join(w.text for w in words[:2]))
        and (alone or head_type(words[-1].text) is None)
    ):
        # "the South African Ada Mensah", "the North Korean army"
        span = doc.span(words[0].start, words[1].end)
        extra.append(
            Mention(span, "nationality", "name", found_by("demonym"), nation(" ".join(w.text for w in words[:2])) or "")
        )
        words, first = words[2:], first + 2
    while words and nation(words[0].text) and (len(words) > 1 or not is_country(words[0].text)):
        if len(words) > 1 and is_country(" ".join(w.text for w in words)):
            break  # "the British Virgin Islands"
        if len(words) > 1 and _keeps_nation(words) and not _reads_as_person(reading, words):
            break
        if len(words) > 1 and _is_given_name(words) and _reads_as(reading, words, "person"):
            break  # "Christian Okafor"
        if len(words) > 2 and not country_of_demonym(words[0].text) and _reads_as(reading, words, "organization"):
            break  # "Nordic Timber Partners"
        extra.append(nation_mention(doc, words.pop(0)))
        first += 1
    while (
        words
        and words[0].lower in roles()["outside"]
        and not (_begins_name(reading, words) or _is_first_word(line, first, words))
    ):
        words.pop(0)
        first += 1
    if _is_explained(words) and not _is_first_word(line, first, words):
        words.pop(0)
        first += 1
    while words and (
        not words[0].text[0].isalnum() or (words[0].lower in ("the", "and", "of", "for") and len(words) > 1)
    ):
        words.pop(0)
        first += 1
    if not words or (len(words) == 1 and len(words[0].text) == 1):
        return None, extra
    if len(words) == 1 and words[0].lower in PREFIXES and doc.text[words[0].end : words[0].end + 1] == "-":
        return None, extra  # "Pro-Duarte candidate"
    if len(words) > 4 and all(w.shouted for w in words) and head_type(words[-1].text) is None:
        return None, extra  # a headline that runs into its text: "DOCKERS END STRIKE IN LOBOS The dockers"
    context = _context(doc, line, first, part.last, words, reading)
    return Piece(tuple(words), typing.votes(words, context)), extra


def _is_explained(words: Sequence[Word]) -> bool:
    """Whether the first word says what sort of firm bears the name: "Carmaker Delta", not "Airline Pilots Guild"."""
    explains = len(words) > 1 and words[0].lower in heads()["explaining"]
    return explains and "confederation" not in sorts_of_words().get(words[-1].lower, ())


def _begins_name(reading: Reading, words: Sequence[Word]) -> bool:
    """Whether the reader takes the first word for part of the name: "New Harbour", not "New Governor"."""
    if len(words) < 2 or not words[0].capital:
        return False
    read = (m for m in (*reading.mentions, *reading.phrases) if m.form in ("name", "named"))
    return any(m.start == words[0].start and m.end >= words[1].end for m in read)


def _is_first_word(line: Line, first: int, words: Sequence[Word]) -> bool:
    """Whether a word like "New" has its capital from a name inside a sentence ("the New Reform Congress")."""
    before = line.words[first - 1].text if first else ""
    return words[0].capital and before.isalpha() and before.islower() and not line.heading and len(words) > 1


def _keeps_nation(words: Sequence[Word]) -> bool:
    """A nationality stays in the name of a body: "Kenyan Red Cross", "Lebanese Forces", "British Airways"."""
    rest = words[1:]
    if rest[0].lower in roles()["posts"]:
        return False
    kind = head_type(rest[-1].text)
    inside = next((w.lower for w in rest[:-1] if w.lower in heads()["joins_of"]), "")
    if inside and any(w.lower in ("of", "for") for w in rest):
        # "the Kurdish Congress of Europe", "the European Court of Accounts"; but Kenya's "Ministry of Mines".
        land = country(words[0].text) or country_of_demonym(words[0].text)
        if body_words().get(inside, inside) not in state_organs() or not land:
            return True
    if kind == "law" and len(rest) > 1:
        return True  # "the Philippine Organic Act"
    return (len(rest) == 1 and rest[0].text[0].isalpha() and not nation(rest[0].text)) or kind in (
        "organization",
        "event",
    )


def _is_given_name(words: Sequence[Word]) -> bool:
    """Whether a word for a faith or people is as well what parents call a child, and no body's name follows."""
    faith = not country_of_demonym(words[0].text) and words[0].lower in gendered()
    return faith and fold(words[-1].text) not in body_words()


def _reads_as_person(reading: Reading, words: Sequence[Word]) -> bool:
    """Whether the reader takes "Kenyan Otieno" for a person, so that the nationality is none of the name."""
    raw = _overlapping(reading, words[0].start, words[-1].end) if len(words) == 2 else None
    return raw is not None and raw.type == "person"


def _reads_as(reading: Reading, words: Sequence[Word], kind: str) -> bool:
    """Whether the reader takes all the words for one name of that kind."""
    place = (words[0].start, words[-1].end)
    return any(m.type == kind and (m.start, m.end) == place for m in (*reading.mentions, *reading.phrases))


def nation_mention(doc: Document, word: Word) -> Mention:
    """The mention of a nationality."""
    # "Kenyans" are people, not the state.
    people = word.lower.endswith("s") and nation(word.text[:-1]) is not None
    value = "" if people else nation(word.text) or ""
    return Mention(doc.span(word.start, word.end), "nationality", "name", found_by("demonym"), value)


def _context(
    doc: Document, line: Line, first: int, last: int, words: Sequence[Word], reading: Reading
) -> typing.Context:
    dotted = first and line.words[first - 1].text == "."
    titled = any(r.last == first - bool(dotted) and r.kind in ("rank", "style", "post") for r in line.roles)
    before = line.words[first - 1].lower if first else ""
    after = line.words[last].lower if last < len(line.words) else ""
    if last < len(line.words) and line.words[last - 1].possessive:
        after = "'s"
    of_role = before in ("of", "in", "at", "from") and any(r.last == first - 1 for r in line.roles)
    listed = _listed(doc, line, words[0].start)
    raw = _named(reading, words[0].start, words[-1].end)
    back = [w.lower for w in line.words[max(0, first - 3) : first]]
    ship = (
        before in heads()["ship_nouns"]
        or (before == "carrier" and len(back) > 1 and back[-2] in heads()["ship_carries"])
        or (back[:1] == ["ship"] and back[1:] == [",", "the"])
        or (len(words) > 1 and words[0].lower in heads()["ship_letters"])
    )
    kind, score = (raw.type, raw.score) if raw else ("", 0.0)
    cue = epithet_cue(doc.text[line.words[0].start : words[0].start]) if _opens_quote(doc, words) else None
    epithet = (cue is not None and cue[1]) or (before in BORN and len(words) > 1)
    honour = len(words) == 1 and words[0].shouted  # "Ada Mensah, OBE (born 1950) is"
    is_a = "" if honour else _is_a(doc, words[-1].end, line.words[-1].end)
    inside = line.words[last + 1].text if after == "in" and last + 1 < len(line.words) else ""
    within = is_country(inside) or is_region(inside)
    return typing.Context(titled, before, after, kind, score, of_role, listed, ship, epithet, is_a, within)


def _opens_quote(doc: Document, words: Sequence[Word]) -> bool:
    """Whether a name stands in quotation marks, its article perhaps too."""
    return doc.text[max(0, words[0].start - 5) : words[0].start].lower().removesuffix("the ")[-1:] in _QUOTES


def _is_a(doc: Document, at: int, end: int) -> str:
    """What a sentence says that the bearer of the name before an offset is: "is a Danish supplier of pumps"."""
    if MAKES.match(doc.text, at, end):
        return "organization"
    told = IS_A.match(doc.text, at, end)
    if told is None:
        return ""
    row = list(itertools.takewhile(lambda w: w not in ENDS_KIND, told[1].split()))
    kind = nominals().get(row[-1].lower(), "") if row else ""
    return kind if kind in ("person", "organization") else ""


def _listed(doc: Document, line: Line, start: int) -> str:
    """What a list is said to hold ("groups such as A, B and C", "leaders including D")."""
    for match in reversed(list(LISTS.finditer(doc.text, line.words[0].start, start))):
        between = doc.text[match.end() : start]
        words = between.replace(",", " ").replace("(", " ").replace(")", " ").split()
        if len(between) < 160 and all(not w[0].islower() or w in LISTING or "-" in w for w in words):
            kind = nominals().get(match.group(1).lower(), "")
            return kind if kind in ("person", "organization", "place") else ""
    return ""


def _named(reading: Reading, start: int, end: int) -> RawMention | None:
    """What the reader takes a name for: the view that sees mentions, else the other where it is sure of the bounds."""
    named = (raw for raw in reading.phrases if raw.form == "named" and raw.score >= ALONE)
    return _overlapping(reading, start, end) or next((r for r in named if (r.start, r.end) == (start, end)), None)


def _overlapping(reading: Reading, start: int, end: int) -> RawMention | None:
    """The reader's named mention that shares most with the range: at least half of both."""
    best, best_share = None, 0.5
    for raw in reading.mentions:
        if raw.start >= end or raw.end <= start or raw.form != "name":
            continue
        shared = min(raw.end, end) - max(raw.start, start)
        share = shared / max(raw.end - raw.start, end - start)
        if share >= best_share:
            best, best_share = raw, share
    return best
