"""The mentions of one document, from the words, the word lists and the learned reader."""

import itertools
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from whence.annotate.mentions import typing
from whence.annotate.mentions.lexicon import head_type, heads, is_country, nation, nominals, roles
from whence.annotate.mentions.names import OFFICES, Run, find_runs
from whence.annotate.mentions.read import ALONE, Names, as_read, names_read
from whence.annotate.mentions.roles import RoleWords, Titles, find_roles, titles_of, with_honorifics
from whence.annotate.mentions.words import Word, split_words
from whence.model import Document, Maker, Mention, Sentence, TimeExpression
from whence.reader import RawMention, Reading, Token
from whence.text.days import MONTH
from whence.text.fold import fold
from whence.text.gazetteer import country, country_of_demonym, find_regions, is_place, is_region
from whence.text.names.called import epithet_cue
from whence.text.names.organization import is_acronym_of
from whence.text.names.sorts import sorts_of_words
from whence.text.names.words import body_words, gendered, is_given, legal_forms, plain, state_organs
from whence.text.names.words import titles as known_titles
from whence.vocab import load_words, read_yaml

VERSION = "1"
FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
HEADINGS = frozenset({"headline", "subheading"})
PRONOUNS = frozenset(
    """
    he she him her his hers himself herself they them their theirs themselves it its itself who whom whose which
    we us our i me my
    """.split()
)
CREDITED = re.compile(r"\s*(?:[:/)\]]|by\s)")
LAW = re.compile(
    r"\b(?:(?:Executive |Presidential |Supreme |Emergency |Security Council |UN |Council )?"
    r"(?:Order|Resolution|Decree|Regulation|Directive|Law|Act|Proclamation|Ordinance)"
    r"(?: (?:No\.?|Number) ?)? ?\d[\w/.-]*\w|\bE\.O\. ?\d+)"
)
NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    "nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen|dozens|hundreds|"
    "thousands|scores|half|third|quarter|thirds|quarters|twice|once"
)
SCALE = r"(?:thousand|million|billion|trillion|lakh|crore|bn|mn|m|k)\b"
SCALES = r"(?:thousand|million|billion|trillion)s(?: of)?\b"  # "3.2 millions of dollars"
SUM = r"\d(?:[\d,.]*\d)?"
GAP = r"\s{0,12}"  # lines that are filled to the margin, and tables, hold more than one blank


def _money() -> re.Pattern[str]:
    """Sums as they are written: "US$40", "41 million pesos", "KSh200,000", "2.5 million USD", "R310m"."""
    words = {word for listed in read_yaml("numbers.yaml")["currencies"].values() for word in listed}
    longest = sorted((w for w in words if w.replace(" ", "").isalpha() and f"{w}s" not in words), key=len, reverse=True)
    codes = "|".join(w for w in longest if w[0].isupper())
    coins = "|".join(w for w in longest if w.islower())
    letters = "|".join(read_yaml("numbers.yaml")["sum_letters"])
    return re.compile(
        rf"(?:US|NZ|HK|A|C|S|R)?[$€£¥₦₹₱₺₪₴₩]\s?{SUM}(?:{GAP}{SCALE})?|"
        rf"\b(?:{codes})\.?\s?{SUM}(?:\s?{SCALE})?|"
        rf"\b(?:{letters})\.?\s?(?:{SUM}\s?{SCALE}|\d{{1,3}}(?:,\d{{3}})+)|"
        rf"\b{SUM}\s(?:(?:{SCALE}|{SCALES}) )?(?:(?:US|[A-Z][a-z]+) )?(?:{coins}|{codes})\b"
    )


MONEY = _money()
DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?(?:\s?(?:%|percent|per cent))?(?:\s(?:hundred|thousand|million|billion))?"
# "Osh Pumps plc (founded 1950) is a Danish maker of pumps"
IS_A = re.compile(
    r"(?: (?:plc|ltd|inc|llc)\b\.?)?(?: \([^()]{1,80}\))? (?:is|was) (?:an?|the) ((?:[\w’'-]+ ){0,6}[\w’'-]+)",
    re.IGNORECASE,
)
MAKES = re.compile(r", an? (?:[\w’'-]+ ){0,4}(?:maker|manufacturer) of [a-z]+s\b")  # "Osh Pumps, a maker of pumps,"
ENDS_KIND = frozenset(
    "of in at on by for from to with that which who whose where and or near under based set founded formed made".split()
)
MODEL = re.compile(r"\b[A-Z][A-Za-z]{0,3}[-‑–]\s?$")  # "an AK-47 rifle", "an RPG-7"
AND_SOME = r"(?:(?<=hundred)|(?<=thousand)|(?<=million))\sand\s"  # "three hundred and fifty"
# "half a million", "a quarter of a million", "one and a half million"
PART_OF_A = (
    rf"(?:half an?|(?:a )?quarter of an?) (?:dozen|hundred|thousand|million|billion)"
    rf"|(?:\d+|{NUMBER_WORDS}) and a half(?: (?:thousand|million|billion))?"
)
QUANTITY = re.compile(
    rf"\b(?:{PART_OF_A}|{DIGITS}|(?:{NUMBER_WORDS})(?:(?:[ -]|{AND_SOME})(?:{NUMBER_WORDS}))*)(?=\W|$)",
    re.IGNORECASE,
)


PREFIXES = frozenset({"pro", "anti", "non", "ex", "post", "pre"})
LISTS = re.compile(
    r"\b([a-z]+s|people)\b,? (?:such as|including(?: and not limited to| but not limited to)?|like|namely)\s"
)
UNITS = frozenset(
    "battalion brigade regiment division corps squadron army company platoon fleet wing legion bureau front".split()
)
PARTS = frozenset({"quarters", "thirds"})  # without the number of them
CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
AT = re.compile(r"[^.;]*\bat (?:about |around |approximately |some )?$")
VALUED = re.compile(
    r"\b(?:put|puts|putting|estimat\w+|plac\w+|sets?|setting|stands?|stood|valu\w+|sold|sells?|selling|pric\w+|trad\w+"
    r"|clos\w+|open\w+|reckon\w+|fixed|remain\w+|peak\w+|settled|quoted|capped)\b"
)
REACH = 60
UNIT_NUMBER = re.compile(r"(?:^|\s)(\d{1,3}(?:st|nd|rd|th)?) $")
DATED = re.compile(rf"(?:^|\s)(\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?) $")
CAUSES = frozenset("movement alliance coalition front brigade brigades organization organisation".split())
QUOTE = re.compile(r",? [\"“‘']")
BORN = frozenset({"born", "baptised", "baptized", "née"})  # with a name of two words: "was born Ana Mor"
_QUOTES = frozenset("\"“‘'")
LISTING = frozenset({"and", "or", "the", "a", "an", "of", "for", "in", "as", "well", "&", "–", "-"})


@dataclass(frozen=True, slots=True)
class _Piece:
    """A name found in the text, its words, and its votes."""

    words: tuple[Word, ...]
    votes: Counter[str]

    @property
    def text(self) -> str:
        """The name, without the letters before a ship's."""
        ship = len(self.words) > 1 and self.words[0].lower in heads()["ship_letters"]
        return " ".join(w.text for w in self.words[ship:])


@dataclass(frozen=True, slots=True)
class _Line:
    """One sentence prepared: its words, which are proper nouns, its roles, whether it is set like a heading."""

    words: tuple[Word, ...]
    proper: tuple[bool, ...]
    roles: tuple[RoleWords, ...]
    heading: bool
    verbs: tuple[bool, ...]


def find_mentions(
    doc: Document, sentences: Sequence[Sentence], times: Sequence[TimeExpression], reading: Reading
) -> tuple[Mention, ...]:
    """Every mention of `doc`, sorted by place; names never overlap each other."""
    tags = _tags(reading)
    split = [tuple(split_words(doc.text, s.span.start, s.span.end)) for s in sentences]
    titles = titles_of(frozenset(word.lower for words in split for word in words))
    finite = _finite(reading)
    lines = [_line(words, s.kind, tags, titles, finite) for words, s in zip(split, sentences, strict=True)]
    known = _known_words(lines)
    pieces: list[_Piece] = []
    mentions: list[Mention] = []
    names = names_read(reading)
    for line in lines:
        named, others = _read_line(doc, line, known, reading, names)
        pieces.extend(named)
        mentions.extend(others)
    pieces = sorted(_made_whole(lines, pieces), key=lambda piece: piece.words[0].start)
    pieces = [p for p in pieces if not _is_label(doc, p)]
    kinds = _settle(doc, pieces)
    mentions.extend(_names(doc, pieces, kinds))
    mentions.extend(_bodies(doc, lines))
    mentions.extend(_numbers(doc, sentences, times))
    mentions.extend(_laws(doc, sentences))
    mentions.extend(_pronouns(doc, reading))
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
        yield Mention(doc.span(start, end), "place", "name", _maker("region"))


def _is_label(doc: Document, piece: _Piece) -> bool:
    """Whether a piece is the word before a credit, "Photo" of "Photo: Reuters" and "AP Photo/Ada Quay", and no name."""
    first, last = piece.words[0], piece.words[-1]
    words = doc.text[first.start : last.end].lower()
    return words in load_words("credits.yaml")["labels"] and bool(CREDITED.match(doc.text, last.end))


def _made_whole(lines: Sequence[_Line], pieces: Sequence[_Piece]) -> Iterator[_Piece]:
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
                    yield _Piece(tuple(run), Counter())
                break
    yield from (piece for i, piece in enumerate(pieces) if i not in gone)


def _close(run: Sequence[Word]) -> bool:
    return all(two.start - one.end <= 1 for one, two in itertools.pairwise(run))


def _maker(rule: str) -> Maker:
    return Maker("annotate.mentions", VERSION, rule)


def _line(words: tuple[Word, ...], kind: str, tags: Mapping[int, str], titles: Titles, finite: Container[int]) -> _Line:
    proper = tuple(any(tags.get(offset) == "PROPN" for offset in (w.start, w.end - 1)) for w in words)
    long_words = [w for w in words if len(w.text) > 3 and w.text[0].isalpha()]
    capitals = sum(w.capital for w in long_words)
    titled = len(long_words) > 2 and capitals / len(long_words) > 0.8
    verbs = _verbs(words, tags, finite) if titled else _before_clause(words, tags, finite)
    return _Line(
        words, proper, with_honorifics(words, tuple(find_roles(words)), titles), titled and kind in HEADINGS, verbs
    )


def _finite(reading: Reading) -> frozenset[int]:
    """Where the finite verbs begin."""
    return frozenset(t.start for tree in reading.trees for t in tree.tokens if t.xpos in FINITE)


def _verbs(words: Sequence[Word], tags: Mapping[int, str], finite: Container[int]) -> tuple[bool, ...]:
    """Which words of a line that is set like a headline are verbs: "Ada Mensah Is Leaving Osk Bank"."""
    found: list[bool] = []
    for i, word in enumerate(words):
        tag = tags.get(word.start)
        behind = tag == "VERB" and i > 0 and words[i - 1].capital  # "Ivo Duda Attending Party"
        goes_on = bool(found) and found[-1] and tag in ("VERB", "AUX", "ADP", "ADV", "PART")
        found.append(word.start in finite or behind or goes_on)
    return tuple(found)


def _before_clause(words: Sequence[Word], tags: Mapping[int, str], finite: Container[int]) -> tuple[bool, ...]:
    """Which words with a capital are verbs all the same, for a clause follows: "Mensah States that it shut".

    Or for they open the sentence: "Beating Ada Mensah, she won".
    """
    after = (*(w.text for w in words[1:]), "")
    opens = (w for w in words[:2] if w.text[0].isalpha())
    opening = next(opens, None)
    return tuple(
        w.capital
        and (
            (w.start in finite and nxt in ("that", "if", "he", "she", "they"))
            or (w is opening and w.lower.endswith("ing") and tags.get(w.start) == "VERB")
        )
        for w, nxt in zip(words, after, strict=True)
    )


def _between_verbs(line: _Line, run: Run) -> Iterator[Run]:
    """The names on both sides of a verb with a capital: "Ada Mensah Tells Ivo Duda" are two."""
    start = run.first
    for k in range(run.first, run.last):
        if line.verbs[k]:
            if k > start:
                yield Run(start, k)
            start = k + 1
    if start < run.last:
        yield Run(start, run.last)


def _tags(reading: Reading) -> dict[int, str]:
    """The tag of each token, at its first and at its last character."""
    tags = {}
    for tree in reading.trees:
        for token in tree.tokens:
            tags[token.start] = tags[token.end - 1] = token.upos
    return tags


def _known_words(lines: Iterable[_Line]) -> dict[str, int]:
    """Words that running text writes with a capital in the middle of a sentence, and never in lower case."""
    up: Counter[str] = Counter()
    low: Counter[str] = Counter()
    for line in lines:
        if line.heading:
            continue
        for i, word in enumerate(line.words):
            if i and line.words[i - 1].text[0].isalnum() and word.text[0].isalpha():
                (up if word.capital else low)[word.lower] += 1
    return {w: n for w, n in up.items() if n > low[w]}


def _read_line(
    doc: Document, line: _Line, known: Mapping[str, int], reading: Reading, names: Names
) -> tuple[list[_Piece], list[Mention]]:
    pieces, others = [], []
    role_at = {k for role in line.roles for k in range(role.first, role.last)}
    taken: set[int] = set()
    runs = [r for run in find_runs(line.words, line.proper, known, line.heading) for r in _between_verbs(line, run)]
    parts = [part for run in runs for part in _cut(line, run, role_at, known, reading)]
    for part in as_read(line.words, parts, role_at, names):
        piece, extra = _piece(doc, line, part, reading)
        others.extend(extra)
        if piece:
            pieces.append(piece)
            taken.update(range(part.first, part.last))
    others.extend(_role_mentions(doc, line, taken))
    return pieces, others


def _neighbours(words: Sequence[Word], run: Run, known: Mapping[str, int], reading: Reading) -> int:
    """Where one name ends and the next begins without a comma between: "in Lima Ortega said", "the UN Ortega met"."""
    if run.last - run.first < 2:
        return 0
    first, last = words[run.first], words[run.last - 1]
    if _prefixed(words, run.first) and (is_country(first.text) or is_place(first.text)):
        return run.first + 1
    ends_body = head_type(last.text) is not None
    if (
        last.possessive
        and is_country(last.text)
        and not nation(words[run.last - 2].text)
        and known.get(words[run.last - 2].lower, 0) > 1
    ):
        return run.last - 1
    if ends_body:
        return 0
    if (
        first.shouted
        and 2 <= len(first.text) <= 6
        and plain(first.text) not in legal_forms()
        and head_type(first.text) != "organization"
        and first.lower not in heads()["ship_letters"]
        and words[run.first + 1].capital
        and not words[run.first + 1].shouted
        and not _are_initials(words, run, reading)
    ):
        return run.first + 1
    rest_known = all(known.get(w.lower, 0) > 1 for w in words[run.first + 1 : run.last])
    placed = run.first > 0 and words[run.first - 1].lower in ("in", "to", "from", "near", "at", "outside")
    whole = (first.start, last.end)
    placed = placed and not any(m.type == "person" and (m.start, m.end) == whole for m in reading.mentions)
    return (
        run.first + 1
        if placed and rest_known and is_place(first.text) and first.lower in known and run.last - run.first == 2
        else 0
    )


def _are_initials(words: Sequence[Word], run: Run, reading: Reading) -> bool:
    """Whether letters are of the person whose last name is behind: "G.A. Lindqvist", not "U.S. Marines"."""
    first, last = words[run.first], words[run.last - 1]
    bare = re.fullmatch(r"[A-Z]{2}", first.text) and not is_country(first.text)
    if not (bare or re.fullmatch(r"(?:[^\W\d_]\.){2,}", first.text)) or not 1 < run.last - run.first < 5:
        return False
    titled = run.first > 0 and known_titles().get(plain(words[run.first - 1].text)) in ("courtesy", "learned")
    return titled or any(m.type == "person" and (m.start, m.end) == (first.start, last.end) for m in reading.mentions)


def _prefixed(words: Sequence[Word], first: int) -> bool:
    """Whether a name hangs on a prefix: "the pro-Lima Dockers' Union" holds two names."""
    glued = first > 1 and words[first - 1].text == "-" and words[first - 1].end == words[first].start
    return glued and words[first - 2].lower in ("pro", "anti")


def _person_behind(words: Sequence[Word], run: Run, reading: Reading) -> int:
    """Where the reader sees a person begin behind the name of a body ("the Rowing Club Ada Mensah joined")."""
    for k in range(run.first + 1, run.last):
        if head_type(words[k - 1].text) == "organization" and words[k - 1].capital:
            start, end = words[k].start, words[run.last - 1].end
            if any(
                m.type == "person" and m.form == "name" and (m.start, m.end) == (start, end) for m in reading.mentions
            ):
                return k
    return 0


def _holder_behind(line: _Line, run: Run, known: Mapping[str, int]) -> int:
    """Where the holder of a post begins behind its place: "the governor of Osh Anatole Duda"; 0 where nobody does."""
    words = line.words
    of_post = words[run.first - 1].lower == "of" and any(r.last == run.first - 1 for r in line.roles)
    if not run.first or not of_post or head_type(words[run.last - 1].text) is not None:
        return 0
    for k in range(min(run.last - 2, run.first + 3), run.first, -1):
        rest = [plain(w.text) for w in words[k : run.last]]
        bearer = is_given(rest[0]) or all(known.get(w.lower, 0) > 1 for w in words[k : run.last])
        if bearer and is_place(" ".join(w.text for w in words[run.first : k])):
            return k
    return 0


def _cut(line: _Line, run: Run, role_at: set[int], known: Mapping[str, int], reading: Reading) -> Iterator[Run]:
    """Cut a run of capitals at the roles inside it: "Kenyan President Wanjiru Otieno" is three things."""
    words = line.words
    last_kind = head_type(words[run.last - 1].text)
    inside = [r for r in line.roles if r.first < run.last and run.first < r.last and not _of_body(words, run, r)]
    apart = (
        _neighbours(words, run, known, reading)
        or _person_behind(words, run, reading)
        or _holder_behind(line, run, known)
    )
    if apart:
        yield from _cut(line, Run(run.first, apart), role_at, known, reading)
        yield from _cut(line, Run(apart, run.last), role_at, known, reading)
        return
    if _is_office(words, run) or (
        last_kind in ("organization", "facility", "law", "event")
        and run.last - 1 not in role_at
        and not _two_names(words, run, inside)
        and not _post_of(words, run, inside, reading)
    ):
        seat = _seat(words, run, inside)
        if seat > run.first and all(known.get(w.lower, 0) > 1 for w in words[run.first : inside[0].first]):
            yield from (Run(run.first, end) for end in [inside[0].first] if end > run.first)
        yield Run(seat, run.last)
        return
    start = run.first
    for role in inside:
        if role.first > start:
            yield Run(start, role.first)
        start = max(start, role.last)
        if _post_of(words, run, inside, reading):
            break
    if start < run.last:
        yield Run(start, run.last)


def _post_of(words: Sequence[Word], run: Run, inside: Sequence[RoleWords], reading: Reading) -> bool:
    """Whether a post with a capital has its body behind it: "Deputy Director of the Harbour Board"."""
    post = inside[0] if inside else None
    if post is None or post.first != run.first or post.kind != "post" or words[post.last - 1].lower.endswith("s"):
        return False
    whole = words[run.first].start, words[run.last - 1].end
    named = any(
        (m.start, m.end) == whole and m.form in ("name", "named") for m in (*reading.mentions, *reading.phrases)
    )
    return post.last < run.last and words[post.last].lower in ("of", "for") and not named


def _of_body(words: Sequence[Word], run: Run, role: RoleWords) -> bool:
    """Whether a post is a word of a body's name: "General Directorate of Roads", "Teachers' Union of Osh"."""
    if role.last >= run.last:
        return False
    last, after = words[role.last - 1], words[role.last]
    body = after.capital and head_type(after.text) == "organization"
    members = last.lower.endswith(("s", "men", "women")) or after.lower in OFFICES
    return body and (last.lower == "general" or (last.possessive and members))


def _is_office(words: Sequence[Word], run: Run) -> bool:
    """Whether a run is the office of a post: "Office of the Attorney General"."""
    row = [w.lower for w in words[run.first : run.last]]
    return len(row) > 3 and row[0] in OFFICES and row[1:3] == ["of", "the"]


def _two_names(words: Sequence[Word], run: Run, inside: Sequence[RoleWords]) -> bool:
    """A rank at the front is cut off; "Prime Minister's Office" and "Commander Salma Idris Force" are one name."""
    if run.last - run.first == 2 and words[run.first].lower == "general" and head_type(words[run.last - 1].text):
        return False  # "General Motors", "General Assembly"
    return bool(inside) and inside[0].first == run.first and inside[0].kind == "rank" and run.last - inside[0].last <= 2


def _seat(words: Sequence[Word], run: Run, inside: Sequence[RoleWords]) -> int:
    """Where the body begins behind a post and "of": "Plant Director of the Halden Works"; else where the run begins."""
    post = inside[0] if inside else None
    if post is None or post.kind != "post" or post.first > run.first + 2 or words[post.last - 1].lower.endswith("s"):
        return run.first
    if post.last >= run.last or words[post.last].lower != "of":
        return run.first
    at = post.last + 1
    while at < run.last and words[at].lower in ("the", "of"):
        at += 1
    return at if at < run.last and words[at].capital else run.first


def _piece(doc: Document, line: _Line, part: Run, reading: Reading) -> tuple[_Piece | None, list[Mention]]:
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
            Mention(span, "nationality", "name", _maker("demonym"), nation(" ".join(w.text for w in words[:2])) or "")
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
        extra.append(_nation(doc, words.pop(0)))
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
    return _Piece(tuple(words), typing.votes(words, context)), extra


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


def _is_first_word(line: _Line, first: int, words: Sequence[Word]) -> bool:
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


def _nation(doc: Document, word: Word) -> Mention:
    # "Kenyans" are people, not the state.
    people = word.lower.endswith("s") and nation(word.text[:-1]) is not None
    value = "" if people else nation(word.text) or ""
    return Mention(doc.span(word.start, word.end), "nationality", "name", _maker("demonym"), value)


def _context(
    doc: Document, line: _Line, first: int, last: int, words: Sequence[Word], reading: Reading
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


def _listed(doc: Document, line: _Line, start: int) -> str:
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


def _settle(doc: Document, pieces: Sequence[_Piece]) -> Mapping[str, str]:
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


def _names(doc: Document, pieces: Sequence[_Piece], kinds: Mapping[str, str]) -> Iterator[Mention]:
    texts = {p.text for p in pieces}
    for piece in pieces:
        words = piece.words
        kind = kinds[piece.text]
        rest = " ".join(w.text for w in words[1:])
        if nation(words[0].text) and rest in texts and (len(words) > 2 or kinds[rest] == "person"):
            yield _nation(doc, words[0])
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
        yield Mention(doc.span(start, end), kind, "name", _maker("capitals"), value)


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


def _role_mentions(doc: Document, line: _Line, taken: set[int]) -> Iterator[Mention]:
    for role in line.roles:
        if taken & set(range(role.first, role.last)):
            continue
        start, end = line.words[role.first].start, line.words[role.last - 1].end
        if doc.text[end : end + 1] == "." and role.kind in ("rank", "style") and line.words[role.last - 1].capital:
            end += 1
        value = " ".join(doc.text[start:end].lower().split())
        yield Mention(doc.span(start, end), "role", "name", _maker(role.kind), value)


def _bodies(doc: Document, lines: Sequence[_Line]) -> Iterator[Mention]:
    """Words like "the confederation" or "its subsidiary": a body that the text may name elsewhere; linking finds it."""
    for line in lines:
        for i, word in enumerate(line.words):
            if word.text[0].isupper() or not _is_body(word.lower):
                continue
            if _determined(line.words, i) and not _goes_on(line.words, i):
                yield Mention(doc.span(word.start, word.end), "organization", "nominal", _maker("body"), word.lower)


def _is_body(noun: str) -> bool:
    return (nominals().get(noun) == "organization" and noun not in PLURAL_BODIES) or noun in ("guard", "paper")


PLURAL_BODIES = frozenset({"forces", "troops", "police", "media", "press"})
DETERMINERS = frozenset({"the", "this", "that", "its", "their", "his", "her", "our"})


def _determined(words: Sequence[Word], i: int) -> bool:
    """Whether a determiner stands before the noun, at most one word between: "the state-owned firm"."""
    if not i or words[i].start - words[i - 1].end != 1:
        return False
    before = words[i - 1]
    if before.lower in DETERMINERS:
        return True
    lower = before.text.replace("-", "").isalpha() and before.text.islower()
    plain = (lower or bool(nation(before.text))) and before.start - words[i - 2].end == 1
    return i > 1 and plain and words[i - 2].lower in ("the", "this") and not before.text.endswith("s")


def _goes_on(words: Sequence[Word], i: int) -> bool:
    """Whether the noun only opens a longer name or phrase ("the group Delta", "the council of elders", "army unit")."""
    if i + 1 == len(words) or words[i + 1].start - words[i].end != 1:
        return False
    after = words[i + 1]
    return after.capital or after.lower == "of" or after.lower in nominals()


def _numbers(doc: Document, sentences: Sequence[Sentence], times: Sequence[TimeExpression]) -> Iterator[Mention]:
    for sentence in sentences:
        a, b = sentence.span.start, sentence.span.end
        sums = [(m.start(), m.end()) for m in MONEY.finditer(doc.text, a, b)]
        for start, end in sums:
            yield Mention(doc.span(start, end), "money", "name", _maker("sum"))
        for m in QUANTITY.finditer(doc.text, a, b):
            named = MODEL.search(doc.text, max(a, m.start() - 6), m.start()) is not None
            named |= m[0].lower() in PARTS or _is_clock(doc.text, m)
            if not named and not any(s < m.end() and m.start() < e for s, e in sums):
                yield Mention(doc.span(m.start(), m.end()), "quantity", "name", _maker("number"))


def _is_clock(text: str, number: re.Match[str]) -> bool:
    """Whether four digits are a time of day: "at 1150", "until 0400"; "put the crowd at 1150" counts it."""
    if not CLOCK.fullmatch(number[0]):
        return False
    before = AT.search(text, max(0, number.start() - REACH), number.start())
    return number[0][0] == "0" or (before is not None and not VALUED.search(before[0]))


def _laws(doc: Document, sentences: Sequence[Sentence]) -> Iterator[Mention]:
    for sentence in sentences:
        for m in LAW.finditer(doc.text, sentence.span.start, sentence.span.end):
            yield Mention(doc.span(m.start(), m.end()), "law", "name", _maker("numbered law"))


def _pronouns(doc: Document, reading: Reading) -> Iterator[Mention]:
    for tree in reading.trees:
        for token in tree.tokens:
            word = doc.text[token.start : token.end].lower()
            if token.upos in ("PRON", "DET") and word in PRONOUNS:
                yield Mention(
                    doc.span(token.start, token.end),
                    "person" if word[0] in "hs" and word not in ("she's",) else "",
                    "pronoun",
                    _maker("possessive" if _owns(word, token) else "pronoun"),
                    "whose" if word == "whose" else "",
                )


def _owns(word: str, token: Token) -> bool:
    return word in ("its", "his", "their", "whose") or (word == "her" and token.deprel == "nmod:poss")


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
