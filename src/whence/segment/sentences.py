"""Sentences: every region cut at its paragraphs, each by nupunkt, and a learned second opinion on missed ends."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from whence.model import SHEET, Document, Maker, Region, Sentence
from whence.reader import ends
from whence.segment.blocks import cut_blocks
from whence.text.sheets import Sheet, sheets_between
from whence.vocab import load_words

MAKER = Maker("segment.sentences", "2", "nupunkt")
SHEETS = Maker("segment.sheets", "1", "labels")
_BREAK = re.compile(r"[\s\x1c-\x1f]")
_LONE = re.compile(r"^[\"'”’»)\].,;:!?…\s]+$")
# "... in Arusha. [17] Placed under ...": a note's number belongs to what it stands behind.
_CLOSERS = re.compile(r"^(?:[”’»)\]]+[.,;:!?…]*|(?:\[\d{1,3}\])+)(?=\s|$)")
_LONGEST = 20_000
_AHEAD = 40


@cache
def _abbreviations() -> re.Pattern[str]:
    names = sorted(
        {a for group in load_words("abbreviations.yaml").values() for a in group}, key=lambda a: (-len(a), a)
    )
    return re.compile(rf"(?:^|[\s(\[“\"‘'/-])(?:{'|'.join(re.escape(a) for a in names)})$")


@cache
def _cutter() -> Any:
    import nupunkt

    return nupunkt.load_default_model()


def find_sentences(doc: Document, regions: Iterable[Region]) -> tuple[Sentence, ...]:
    """Cut every region into sentences; none crosses a region, all words lie in one."""
    blocks = cut_blocks(doc)
    starts = [b.start for b in blocks]
    found: list[Sentence] = []
    for region in regions:
        inside = [s for s in sheets_between(doc.text, region.span.start, region.span.end) if _within(s, region)]
        found.extend(Sentence(doc.span(s.start, s.end), SHEET, SHEETS) for s in inside)
        at = max(bisect_left(starts, region.span.start + 1) - 1, 0)
        while at < len(blocks) and blocks[at].start < region.span.end:
            start, end = max(blocks[at].start, region.span.start), min(blocks[at].end, region.span.end)
            here = [s for s in sheets_between(doc.text, start, end) if _within(s, region)]
            for low, high in _outside(here, start, end):
                found.extend(Sentence(doc.span(a, b), region.kind, MAKER) for a, b in cut(doc.text, low, high))
            at += 1
    return tuple(sorted(found))


def _within(sheet: Sheet, region: Region) -> bool:
    return region.span.start <= sheet.start and sheet.end <= region.span.end


def _outside(sheets: Iterable[Sheet], start: int, end: int) -> Iterator[tuple[int, int]]:
    """What of a range lies in no sheet."""
    for sheet in sheets:
        if start < sheet.start:
            yield start, sheet.start
        start = max(start, sheet.end)
    if start < end:
        yield start, end


def cut(text: str, start: int, end: int, *, second: bool = True) -> list[tuple[int, int]]:
    """The sentences of one paragraph as offsets, without white space around them; with or without second opinion."""
    spans: list[tuple[int, int]] = []
    for low in range(start, end, _LONGEST):
        spans.extend(_cut_short(text, low, min(low + _LONGEST, end), second))
    return spans


def _cut_short(text: str, start: int, end: int, second: bool) -> list[tuple[int, int]]:
    # White space of one character each: hard-wrapped lines join and offsets stay.
    flat = _BREAK.sub(" ", text[start:end])
    rough = [(s, e) for _, (s, e) in _cutter().tokenize_with_spans(flat)] or [(0, len(flat))]
    joined: list[tuple[int, int]] = []
    for low, high in rough:
        low, high = _trim(flat, low, high)
        if low >= high:
            continue
        if joined and _belongs(flat, joined[-1], (low, high)):
            joined[-1] = (joined[-1][0], high)
        else:
            joined.append((low, high))
    found = _attach(flat, joined)
    return [(start + low, start + high) for low, high in (_second(flat, found) if second else found)]


def _second(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences, parted once more where the reader is sure, or the words are, that the rules missed an end."""
    found: list[tuple[int, int]] = []
    for low, high in spans:
        for at in ends.places(text, low, high):
            missed = _may_end(text, low, at) and ends.chance(text, at) > ends.SURE
            if missed or _opens_alike(text[low:at], text[at:high]):
                found.append((low, at))
                low = _trim(text, at, high)[0]
        found.append((low, high))
    return found


def _may_end(text: str, low: int, at: int) -> bool:
    """Whether a missed end can be here: after more than a number ("II."), and not amid "Prof. Ek", "no. 2" or marks."""
    before, rest = text[max(low, at - _AHEAD) : at], text[at : at + _AHEAD].lstrip()
    if before.endswith(("”", '"', "’", "'")) and rest[:1].islower():  # “Stop!” the guard shouted.
        return False
    if " " not in before or rest[:1].isdigit() or _CLOSERS.match(rest) or _LONE.match(rest):
        return False
    return not _abbreviations().search(before)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _belongs(text: str, last: tuple[int, int], new: tuple[int, int]) -> bool:
    """Whether the cut between the two was wrong: an abbreviation, a number, a small letter, a lone mark."""
    before, after = text[max(last[0], last[1] - 40) : last[1]], text[new[0] : new[1]]
    if _LONE.match(after):
        return True
    if after[:1].islower() and not before.endswith(("!", "?", "”", '"')):
        return True
    if not before.endswith("."):
        return False
    return bool(_abbreviations().search(before)) and not _starts_fresh(before, after)


def _starts_fresh(before: str, after: str) -> bool:
    """After an abbreviation that may end a sentence, whether a new one plainly begins."""
    opener = re.match(r"[“\"‘'(\[]*(\w+)", after)
    word = opener.group(1) if opener else ""
    return _may_close(before) and word in load_words("sentence_starts.yaml")["words"]


def _opens_alike(before: str, after: str) -> bool:
    """Whether both begin with one name of two words: "Osh Mills Ltd sued Lind Ltd. Osh Mills lost"."""
    name, other = before.split()[:2], after.split()[:2]
    alike = name == other and len(name) == 2 and all(word[:1].isupper() and word.isalpha() for word in name)
    return alike and _may_close(before)


def _may_close(before: str) -> bool:
    """Whether an abbreviation that may end a sentence stands last: "Ltd."."""
    return before.rsplit(None, 1)[-1].strip("“\"‘'(") in load_words("abbreviations.yaml")["may_end"]


def _attach(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Closing marks that were cut off go back to the sentence they close."""
    found: list[tuple[int, int]] = []
    for low, high in spans:
        closing = _CLOSERS.match(text[low:high]) if found else None
        if closing and found:
            found[-1] = (found[-1][0], low + closing.end())
            low, high = _trim(text, low + closing.end(), high)
        if low < high:
            found.append((low, high))
    return found
