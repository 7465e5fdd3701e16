"""Lemmas as edits of the written word, so that a class head can learn them."""

from collections.abc import Container

_PLAIN = str.maketrans(dict.fromkeys("’‘ʼ´`′", "'"))


def script(word: str, lemma: str) -> str:
    """The edit that turns a word into its lemma: case rule, characters to cut from the end, ending to add."""
    word = word.translate(_PLAIN)
    rule, base = ("l", word.lower()) if lemma == lemma.lower() else ("k", word)
    common = 0
    while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
        common += 1
    if common == 0 and base:
        return f"w\t0\t{lemma}"
    return f"{rule}\t{len(base) - common}\t{lemma[common:]}"


def lemma(word: str, edit: str) -> str:
    """Apply an edit made by `script` to another word; the word itself where the edit does not fit."""
    word = word.translate(_PLAIN)
    rule, cut, ending = edit.split("\t")
    if rule == "w":
        return ending
    base = word.lower() if rule == "l" else word
    if int(cut) >= len(base):
        return base
    return base[: len(base) - int(cut)] + ending


def mended(base: str, word: str, known: Container[str]) -> str:
    """A lower-case lemma that is no known word, as the known word it was cut from: "prais" of "praised" is "praise"."""
    if base in known or not base.isalpha() or not base.islower() or base == word.lower():
        return base
    doubled = base[:-1] if base[-2:-1] == base[-1] else ""
    nearby = [base + "e", doubled, base[:-2] + "y" if base.endswith("ie") else "", word.lower()]
    return next((b for b in nearby if len(b) > 2 and b in known), base)


def verb_base(base: str, known: Container[str]) -> str:
    """The verb of a past form that no edit was found for: "bombed" is "bomb", "fired" is "fire"."""
    if not base.endswith("ed") or base.endswith("eed") or len(base) < 5:
        return base
    doubled = base[:-3] if base[-4:-3] == base[-3:-2] else ""
    return next((b for b in (base[:-1], base[:-2], doubled) if len(b) > 2 and b in known), base)
