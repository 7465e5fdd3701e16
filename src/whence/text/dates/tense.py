"""Whether the words around an expression speak of what has been or of what is to come."""

import re

from whence.text.dates.make import neighbours

_CLAUSE = 170
_WORD = re.compile(r"'ll|[A-Za-z]+")
_STOP = re.compile(r"[.!?;\n]\s|\n")
_OPENS = re.compile(r"\b(?:On|In|At|By|Since|Until|During|After|Before)\s*(?:the\s*)?\Z")
_NO_VERB = frozenset("the a an his her its their our my this that these those be".split())


def direction(text: str, start: int, end: int) -> str:
    """``past``, ``future`` or an empty string: the verb nearest before the span decides, then the nearest after."""
    left = text[max(0, start - _CLAUSE) : start]
    if _OPENS.search(left):  # the date opens a sentence, even where the one before it has no full stop
        left = ""
    pieces = _STOP.split(left)
    words = _WORD.findall(pieces[-1])
    if words and words[-1] in ("on", "at", "for", "in") and words[-2:-1] in (["is"], ["are"]):
        return "future"
    if words and words[-1] in ("is", "are") and text[max(0, start - 2) : start].endswith(" "):
        return "future"
    for index in range(len(words) - 1, -1, -1):
        found = _speaks(words, index)
        if found:
            return found
    right = _STOP.split(text[end : end + _CLAUSE])[0]
    words = _WORD.findall(right)
    return next((found for index in range(len(words)) if (found := _speaks(words, index))), "")


def _speaks(words: list[str], index: int) -> str:
    word = words[index].lower()
    if word in ("set", "due", "booked", "slated") and index + 1 < len(words) and words[index + 1] == "for":
        return "future"
    if word in ("plans", "plan", "hopes", "aims") and index and words[index - 1].endswith("ed"):
        return "past"
    if word in neighbours("future_cues"):
        return "" if word == "may" and words[index][0].isupper() else "future"
    if word == "to" and index + 1 < len(words):
        after = words[index + 1]
        if after == "be":
            return "future"
        verb = after.islower() and after not in _NO_VERB and not after.endswith(("ing", "ed", "s"))
        return (
            "future"
            if verb
            and index
            and words[index - 1].lower()
            in ("is", "are", "be", "plans", "agreed", "decided", "due", "set", "wants", "hopes")
            else ""
        )
    if word in neighbours("past_cues"):
        return "" if index and words[index - 1].lower() in ("be", "to") else "past"
    if word.endswith("ed") and len(word) > 4 and word not in neighbours("not_past"):
        return "" if index and words[index - 1].lower() in ("be", "being") else "past"
    return ""
