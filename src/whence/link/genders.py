"""Whether a name tells a woman or a man: by its given name, its ending, and the word right before it."""

import re
from collections.abc import Sequence
from functools import cache

from whence.model import Document, Mention
from whence.text.fold import fold
from whence.vocab import load_words

VOWELS = "aeiouy"
GOES_ON = re.compile(r"(?:[’']s)? (?!and\b|or\b|who\b|in\b|of\b|from\b|at\b|on\b|with\b)[a-z]")  # a verb behind a name
SIGNS = {"women": "f", "men": "m"}


@cache
def given_names() -> dict[str, str]:
    """Folded given names that mostly one of the two bears, with "f" or "m"."""
    return {
        fold(w): sign
        for kind, sign in SIGNS.items()
        for line in load_words("names_gender.yaml")[kind]
        for w in line.split()
    }


@cache
def _endings(kind: str) -> dict[str, tuple[str, ...]]:
    """Endings of names that tell a woman ("f") or a man ("m"); `kind` is given or surname."""
    words = load_words("names_gender.yaml")
    return {sign: words.get(f"{kind}_{of}", ()) for of, sign in SIGNS.items()}


@cache
def words_before() -> dict[str, str]:
    """Titles and words for kin that tell a woman or a man when they stand right before a name, with "f" or "m"."""
    words = load_words("names_gender.yaml")
    return {w: sign for kind, sign in SIGNS.items() for w in words[f"before_{kind}"]}


def gender(doc: Document, names: Sequence[Mention]) -> str:
    """Whether the names of one person tell a woman ("f") or a man ("m"); empty where they do not."""
    return next((told for m in names if (told := _told_before(doc, m))), "") or _by_name(doc, names)


def likely_gender(doc: Document, names: Sequence[Mention]) -> str:
    """The same of a single word, which may be a surname ("Allen")."""
    return next((g for m in names if (g := given_names().get(fold(doc.quote(m.span))))), "")


def by_ending(doc: Document, names: Sequence[Mention]) -> str:
    """The gender of most names that end as the given name of a person named in full does."""
    whole = [words for m in names if len(words := fold(doc.quote(m.span)).split()) > 1]
    given = max(whole, key=len, default=[""])[0]
    return "f" if given.endswith(_endings("given")["f"]) else "m" if len(given) > 2 and given[-1] not in VOWELS else ""


def _told_before(doc: Document, mention: Mention) -> str:
    """The gender that the word right before a name tells ("Mrs", "his aunt", "his aunt, Ana,").

    Of "to see his aunt, Duda left" no aunt is Duda.
    """
    before = doc.text[max(0, mention.span.start - 16) : mention.span.start].lower().split()
    if not before or (before[-1].endswith(",") and GOES_ON.match(doc.text, mention.span.end)):
        return ""
    return words_before().get(before[-1].strip(".,"), "")


def _by_name(doc: Document, names: Sequence[Mention]) -> str:
    """The gender that the longest form of a name tells: by its given name, else by the ending of its surname."""
    whole = [words for m in names if len(words := fold(doc.quote(m.span)).split()) > 1]
    longest = max(whole, key=len, default=[])
    if not longest:
        return ""
    told = given_names().get(" ".join(longest[:2])) or given_names().get(longest[0])
    return told or next((sign for sign, ends in _endings("surname").items() if longest[-1].endswith(ends)), "")
