"""Agencies that a picture's credit names: what its caption says comes through them.

"The mayor opens the yard. (AFP)", "Photo: Reuters", "(Photo by Ada Quay/Getty Images)", "(AP Photo/Ada Quay) The mayor
opens the yard." A credit has no speaker: it tells whence the picture and its words come, and the page still says them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from whence.model import CREDIT, Document, Maker, Region, Span, Voice
from whence.vocab import load_words

VERSION = "1"
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]")
_TAIL = re.compile(r"(?:[.!?)”\"]|\s[|–—-]|[|©])\s*(?P<credit>[^.!?|©\n]{2,70})\.?\s*$")
_ALONE = 60  # characters of a region that may be a credit and nothing else
_SHORT = 4  # letters up to which an agency's name is written in capitals, or it is another word


@cache
def _agencies() -> frozenset[str]:
    own, read = load_words("credits.yaml"), load_words("regions.words.yaml")
    return frozenset(own["agencies"]) | frozenset(read["agencies"])


_JOINTS = re.compile(r"(?i)[/:|©,;()\[\]]|(?<!\w)(?:via|by|for|from|courtesy of)(?!\w)")


@cache
def _labels() -> re.Pattern[str]:
    labels = sorted(load_words("credits.yaml")["labels"], key=lambda w: (-len(w), w))
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(re.escape(w) for w in labels)})(?!\w)")


def find_credits(doc: Document, regions: Sequence[Region]) -> tuple[Voice, ...]:
    """A voice for each caption of which the credit names an agency: no source, the agency is its medium.

    A credit in a caption of its own speaks for the caption before it, else for the one behind it.
    """
    captions = [r for r in regions if r.kind == "caption"]
    named = [_named(doc, region.span) for region in captions]
    found = []
    for n, (region, credit) in enumerate(zip(captions, named, strict=True)):
        if credit is None:
            continue
        agency, cue, alone = credit
        near = [captions[k].span for k in (n - 1, n + 1) if alone and 0 <= k < len(captions) and named[k] is None]
        content = next((span for span in near if _near(doc, region.span, span)), region.span)
        found.append(Voice(cue, content, CREDIT, Maker("annotate.agencies", VERSION, CREDIT), None, agency))
    return tuple(found)


def _near(doc: Document, one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    return not doc.text[first.end : second.start].strip()


def _named(doc: Document, region: Span) -> tuple[Span, Span, bool] | None:
    """The agency of a caption, the words that name it, and whether the caption holds nothing else."""
    text = doc.text[region.start : region.end]
    places = [(m.start(1), m.end(1)) for m in _BRACKETS.finditer(text)]
    tail = _TAIL.search(text)
    places += [tail.span("credit")] if tail else []
    whole = len(text) <= _ALONE and bool(_labels().match(text) or "/" in text)
    places += [(0, len(text.rstrip(" .\n")))] if whole else []
    for start, end in places:
        agency = next(_parts(text, start, end), None)
        if agency is not None:
            alone = whole and not _rest(text, start, end)
            cue = doc.span(region.start + start, region.start + end)
            return doc.span(region.start + agency[0], region.start + agency[1]), cue, alone
    return None


def _rest(text: str, start: int, end: int) -> str:
    return (text[:start] + text[end:]).strip(" ()[].\n")


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a credit that are an agency's name, each as a whole: a photographer called Petra is none."""
    for first, last in _split(_JOINTS, text, start, end):
        for place in [(first, last), *_split(_labels(), text, first, last)]:  # "Getty Images", then "AFP Photo"
            words = text[slice(*place)]
            name = words.strip(" .–—-\n")
            if name.casefold() in _agencies() and name[0].isupper() and (len(name) > _SHORT or name.isupper()):
                at = place[0] + words.index(name)
                yield at, at + len(name)
                break


def _split(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for cut in pattern.finditer(text, start, end):
        yield start, cut.start()
        start = cut.end()
    yield start, end
