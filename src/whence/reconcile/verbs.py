"""The words of an account as verbs: the plain form, whether it is denied or left open, from which side it is told."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from whence.reconcile.kindred import bare, is_common
from whence.vocab import load_words
from whence.vocab.load import read_yaml

_WORD = re.compile(r"[^\W\d_]+(?=n['’]t\b)|n['’]t\b|[^\W\d_]+|[,;:.|–—]")
NOTS = frozenset({"not", "never", "n't", "n’t"})
NONE = frozenset({"nothing", "nobody", "none"})
BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
HAVE = frozenset({"has", "have", "had", "did", "does", "do", "having"})
_DENYING = NOTS | NONE | {"no", "without", "denied", "denies", "deny"}
_BEFORE, _BEHIND, _NEAR = 5, 2, 3  # words around a verb that may deny it, or leave it open


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of a text; `plain` is the verb that it may be a form of, "" for a mark and for a name."""

    start: int
    end: int
    plain: str
    small: str

    @property
    def is_auxiliary(self) -> bool:
        """Whether it helps a verb, or stands between it and what helps it."""
        return self.small in BE | HAVE | listed("between")

    @property
    def is_common(self) -> bool:
        """Whether it says nothing of what was done."""
        return is_common(self.small) and self.plain not in _doings().values()


@lru_cache(maxsize=50_000)
def words_of(text: str) -> tuple[Word, ...]:
    """The words and marks of a text."""
    return tuple(Word(m.start(), m.end(), _plain(m[0]), m[0].casefold()) for m in _WORD.finditer(text))


def is_denied(words: Sequence[Word], i: int) -> bool:
    """Whether a verb stands behind a "not", or before a "nobody"."""
    before, behind = words[max(i - _BEFORE, 0) : i], words[i + 1 : i + 1 + _BEHIND]
    return any(w.small in _DENYING for w in before) or any(w.small in NONE | {"no"} for w in behind)


def is_open(words: Sequence[Word], i: int) -> bool:
    """Whether a verb tells of what may be: "would sign", "to sign"."""
    return any(w.small in listed("open") or w.small == "to" for w in words[max(i - _NEAR, 0) : i])


def is_noun(words: Sequence[Word], i: int) -> bool:
    """Whether a word is no verb: behind an article, or "pumping" without an "is"."""
    before = words[i - 1].small if i else ""
    return before in listed("no_verb") or (words[i].small.endswith("ing") and before not in BE)


def is_passive(words: Sequence[Word], i: int) -> bool:
    """Whether a verb is told of whom it was done to, or of who got it: "was paid", "received"."""
    be = any(w.small in BE for w in words[max(i - _NEAR, 0) : i])
    return be != (bare(_form(words[i].small)) in _getting())


@cache
def base(verb: str) -> str:
    """A verb in a plain form, one for all verbs of one doing."""
    plain = bare(_form(verb))
    return _doings().get(plain, plain)


@cache
def _plain(word: str) -> str:
    return base(word) if word[0].isalpha() and word[0].islower() else ""


def _form(word: str) -> str:
    return _irregular().get(word, word)


@cache
def _irregular() -> dict[str, str]:
    forms = {form: verb for verb, forms in read_yaml("kindred.yaml")["kin"].items() for form in forms}
    return forms | {form: verb for verb, forms in load_words("irregular_verbs.yaml").items() for form in forms}


@cache
def _doings() -> dict[str, str]:
    groups: list[dict[str, list[str]]] = read_yaml("negations.yaml")["one_doing"]
    return {bare(verb): bare(g["does"][0]) for g in groups for verb in (*g["does"], *g.get("gets", ()))}


@cache
def _getting() -> frozenset[str]:
    """The verbs by which whoever gets it tells of a doing."""
    groups: list[dict[str, list[str]]] = read_yaml("negations.yaml")["one_doing"]
    return frozenset(bare(verb) for g in groups for verb in g.get("gets", ()))


@cache
def listed(key: str) -> frozenset[str]:
    """The words of one list of ``negations.yaml``."""
    return frozenset(read_yaml("negations.yaml")[key])


@cache
def verbs(key: str) -> frozenset[str]:
    """The verbs of one list of ``negations.yaml``, in their plain form."""
    return frozenset(base(word) for word in read_yaml("negations.yaml")[key])
