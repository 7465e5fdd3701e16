"""Conditions, alternatives and questions."""

import re

from whence.annotate.syntax import Parse

# A question's mark, or the end of a sentence before it.
_STOP = re.compile(r"[?!](?=[\s”\"’')]|$)|\.(?=\s+[A-Z“\"])")
# What opens a sentence that asks, whatever it quotes.
ASKING = re.compile(
    r"[\"“‘'«\s]*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|shall|may|might|must"
    r"|who|whom|whose|what|which|when|where|why|how)\b",
    re.IGNORECASE,
)
QUOTE_MARK = re.compile("[“”«»\"]|``|''")
CLOSING = frozenset({"”", "»", "''"})
BARE_IF = frozenset({"have", "should", "be", "do"})  # "Had he come, ...", "Should he come, ..."
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided", "providing", "supposing", "assuming"})
HANGING_ON = CONDITIONS - {"whether", "lest"}  # "if she resigns, Duda will lead it"


def is_either(parse: Parse, verb: int) -> bool:
    """Whether a verb tells one of two things: "either the mayor resigns or the council dismisses her"."""
    first = parse.first_conjunct(verb)
    heads = (first, *parse.kids(first, "nsubj", "nsubj:pass"))
    opened = [
        k for head in heads for k in parse.kids(head, "cc:preconj", "cc", "advmod") if parse.lemmas[k] == "either"
    ]
    return bool(opened) and opened[0] < first


def is_in_question(parse: Parse, i: int) -> bool:
    """Whether a word stands in a question."""
    return asks(parse.text, parse.start, parse.tokens[i].end, parse.end)


def asks(text: str, start: int, at: int, end: int) -> bool:
    """Whether the words around `at` end as a question of the sentence at `start`: "Is it run by the League? No."."""
    outside = in_brackets(text, start, at) or quotes_question(text, start, at, end)
    return not outside and in_question(text, at, end)


def quotes_question(text: str, start: int, at: int, end: int) -> bool:
    """Whether the question behind `at` is quoted there, by a sentence that asks nothing: "asked: “Who pays?”"."""
    stop = _STOP.search(text, at, end)
    if stop is None or stop.group() != "?" or ASKING.match(text, start):
        return False
    opened = _opener(text, at, stop.start())
    return opened >= 0 and _opener(text, start, at) < 0 and text[:opened].rstrip()[-1:] not in ("?", "!", ".")


def _opener(text: str, start: int, end: int) -> int:
    """Where a quotation opens between two offsets that does not close before the second; -1 where none does."""
    marks = list(QUOTE_MARK.finditer(text, start, end))
    if not marks or marks[-1].group() in CLOSING:
        return -1
    straight = [m for m in marks if m.group() == '"']
    return marks[-1].start() if marks[-1].group() != '"' or len(straight) % 2 else -1


def in_brackets(text: str, start: int, at: int) -> bool:
    """Whether an editor's bracket that begins a sentence at `start` and asks nothing stands around `at`."""
    opened = text.find("[", start, at)
    before = text[start:opened].strip() if opened >= 0 else "no bracket"
    closed = text.find("]", at) if not before and "]" not in text[opened:at] else -1
    return closed >= 0 and "?" not in text[opened:closed] and "\n" not in text[opened:closed]


def in_question(text: str, at: int, end: int) -> bool:
    """Whether the words from `at` on, up to `end` at most, end as a question."""
    stop = _STOP.search(text, at, end)
    return stop is not None and stop.group() == "?"


def any_of(parse: Parse, noun: int) -> bool:
    """Whether "any" stands before a noun."""
    return any(parse.lemmas[k] == "any" for k in parse.kids(noun, "det"))


def is_conditional(parse: Parse, i: int) -> bool:
    """Whether a clause is a condition: "if he came", "had he come"."""
    if any(parse.lemmas[m] in CONDITIONS for m in parse.kids(i, "mark", "advmod")):
        return True
    subjects = [k for k in parse.children[i] if parse.base(k) == "nsubj"]
    ahead = [k for k in parse.kids(i, "aux", "aux:pass", "cop") if subjects and k < min(subjects)]
    bare = parse.base(i) == "advcl" and not parse.kids(i, "mark") and any(parse.lemmas[k] in BARE_IF for k in ahead)
    return bare and not any(k < ahead[0] for k in parse.kids(i, "advmod"))


def on_condition(parse: Parse, i: int) -> int | None:
    """The "if" on which what is to come hangs: "if she resigns, Duda will lead it"; "even if" changes nothing."""
    if not any(parse.tokens[k].xpos == "MD" for k in parse.kids(i, "aux")):
        return None
    marks = [m for k in parse.kids(i, "advcl") for m in parse.kids(k, "mark") if parse.lemmas[m] in HANGING_ON]
    return next((m for m in marks if not m or parse.lemmas[m - 1] not in ("even", "as")), None)
