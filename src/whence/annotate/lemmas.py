"""Lemmas of the verbs that patterns wait for, where the reader's guess is no verb of theirs ("froze", "acquitt")."""

from collections.abc import Mapping
from functools import cache

from whence.annotate.patterns import patterns
from whence.vocab import load_words

VOWELS = "aeiou"


@cache
def _waited() -> frozenset[str]:
    """Every verb that a pattern, a cue of speech or a hedge waits for."""
    lists = ("speech_cues.yaml", "hedging_verbs.yaml")
    cues = (word for name in lists for words in load_words(name).values() for word in words)
    return frozenset(cues).union(*(p.triggers for p in patterns() if p.kind == "verb"))


def is_waited(lemma: str) -> bool:
    """Whether a pattern, a cue of speech or a hedge waits for the verb."""
    return lemma in _waited()


@cache
def _irregular() -> Mapping[str, str]:
    forms = load_words("irregular_verbs.yaml")
    return {form: verb for verb, words in forms.items() for form in words}


@cache
def verb_lemma(word: str, lemma: str) -> str:
    """The verb of which `word` (lower case) is a form, if patterns wait for one and not for `lemma`; else `lemma`."""
    if lemma in _waited() and lemma != word:
        return lemma
    if word in _irregular():
        return _irregular()[word]
    return next((stem for stem in _stems(word) if stem in _waited()), lemma)


@cache
def _counted() -> frozenset[str]:
    """Every noun that a pattern waits for, itself or beside a verb, and those of people and things in the lists."""
    listed = (word for words in load_words("nominals.yaml").values() for word in words)
    beside = (p.options.get(f"{side}_nouns") or () for p in patterns() for side in ("object", "subject"))
    return frozenset(listed).union(*beside, *(p.triggers for p in patterns() if p.kind == "noun"))


@cache
def noun_lemma(word: str, lemma: str) -> str:
    """The singular of `word` (lower case), where the reader left a plural as it is: "firefighters", "kilograms"."""
    if lemma != word or not word.endswith("s") or word in _counted():
        return lemma
    endings = ((word[:-3] + "y",) if word.endswith("ies") else ()) + (word[:-1], word[:-2])
    return next((stem for stem in endings if len(stem) > 2 and stem in _counted()), lemma)


def _stems(word: str) -> list[str]:
    for ending in ("ing", "ied", "ed", "ies", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            base = word[: -len(ending)]
            if ending in ("ied", "ies"):
                return [base + "y"]
            doubled = [base[:-1]] if base[-1] == base[-2] and base[-1] not in VOWELS else []
            return [base, base + "e", *doubled]
    return []
