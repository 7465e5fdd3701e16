"""Reading a question: what it asks for, of whom, of what time, told by whom. See docs/design/questions.md."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from whence.ask.asked import Phrase, Question, words
from whence.ask.frames import with_frames
from whence.ask.naming import Names
from whence.ask.rephrasing import rephrased
from whence.text.dates import find as find_dates
from whence.vocab import predicate


def read_question(text: str, names: Names, sources: Mapping[str, str]) -> Question:
    """Read one question. `sources` maps the file names of the case's documents to their ids."""
    text = " ".join(text.split())
    question = Question(text)
    document = _document(text, sources)
    if document:
        return replace(question, document=document, asks=_of_document(text))
    if any(word in text.casefold() for word in words("independence")) and _has(text, "tellers"):
        return replace(question, asks="independence")
    said = rephrased(text)
    question = replace(question, each=said.each, every=said.every)
    bare, question = _dated(said.text, question)
    bare, question = _told(bare, question, names)
    question = replace(question, names=names.find(bare))
    if said.asks:
        return replace(question, asks=said.asks)
    return _edged(with_frames(bare, question), said.edge)


def _edged(question: Question, edge: str) -> Question:
    """The question about the beginning or the end of what its frames say."""
    if edge == "both":  # how long: only what lasts has a length
        question = replace(question, frames=tuple(f for f in question.frames if predicate(f.predicate).lasts))
    frames = tuple(replace(f, begins=edge == "begins", ends=edge == "ends") if edge else f for f in question.frames)
    return replace(question, frames=frames)


def _has(text: str, label: str) -> bool:
    return any(w.rstrip("s") in words(label) for w in re.findall(r"[a-z]+", text.casefold()))


def _document(text: str, sources: Mapping[str, str]) -> str:
    found = [name for name in sources if re.search(rf"(?<![\w.]){re.escape(name)}(?![\w])", text)]
    return sources[max(found, key=len)] if found else ""


def _of_document(text: str) -> str:
    said = text.casefold()
    if re.search(r"\b(?:who|whom|whose)\b", said) or _has(text, "authors"):
        return "publisher" if re.search(r"\bpublish|\bissue|\brelease", said) else "author"
    return "publisher" if re.search(r"\b(?:what|which) (?:outlet|publisher|paper|newspaper)", said) else "published"


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _dated(text: str, question: Question) -> tuple[str, Question]:
    """Take the dates out of the text, each with the words before it that say what it is for."""
    bare = text
    for time in find_dates(text):
        if time.kind not in ("date", "range", "time"):
            continue
        if not time.edtf:
            question = replace(question, vague=text[time.start : time.end])
            continue
        before = text[: time.start].rstrip()
        label, cue = next(
            ((k, c) for k in ("known_by", "before", "after", "on") for c in _longest(k) if _ends(before, c)), ("on", "")
        )
        start = len(before) - len(cue) if cue else time.start
        known = re.search(rf"(?:{'|'.join(_longest('known_by'))})\s*$", before[:start].rstrip(), re.IGNORECASE)
        if label == "known_by" or known:
            question = replace(question, known_by=time.edtf)
            start = known.start() if known else start
        else:
            on, relation = _side(time.edtf, label)
            question = replace(question, on=on, relation=relation)
        end = time.end + (text[time.end : time.end + 1] == ",")
        bare = _blank(bare, start, end)
    return bare, question


def _side(edtf: str, label: str) -> tuple[str, str]:
    """The date and on which side of it: an interval that is open at an end is after or before the other."""
    first, _, last = edtf.partition("/")
    if last == "..":
        return first, "after"
    return (last, "before") if first == ".." else (edtf, label)


@cache
def _longest(label: str) -> tuple[str, ...]:
    return tuple(sorted(words(label), key=len, reverse=True))


def _ends(before: str, cue: str) -> bool:
    return re.search(rf"(?:^|\W){re.escape(cue)}$", before, re.IGNORECASE) is not None


def _told(text: str, question: Question, names: Names) -> tuple[str, Question]:
    """Take "according to X" out of the text."""
    cues = "|".join(map(re.escape, _longest("according")))
    match = re.search(rf",?\s*(?:and\s+)?\b(?:{cues})\s+([^,?]+?)\s*(?=[,?]|$)", text, re.IGNORECASE)
    if match is None:
        return text, question
    said, teller = match[1], names.find(match[1])
    bare = _blank(text, *match.span())
    last = re.findall(r"[a-z]+", said.casefold())[-1:] or [""]
    plural = last[0].removesuffix("s") in words("tellers") and last[0].endswith("s")
    if plural or re.match(r"(?:which|whom|what|each)\b", said, re.IGNORECASE):
        return bare, replace(question, each=True)
    return bare, replace(question, tellers=(Phrase(said, last[0], teller, bool(teller)),))
