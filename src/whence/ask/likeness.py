"""Whether the post or the kin word of a claim is the one that a question asks for."""

import re
from functools import cache

from whence.annotate.patterns import by_trigger
from whence.ask.asked import BESIDE, DESCRIBED, SAID, Frame, answers, words
from whence.model import Claim, Statement
from whence.reconcile.tenures import same_post
from whence.text.fold import fold
from whence.vocab import load_words, predicate


def post_fits(frame: Frame, s: Statement, before: str = "") -> tuple[int, str]:
    """How the post or kin word of a claim answers to that of a frame; 0 where it is another.

    `before` is the text before the post: "director" of a claim may be the music director there.
    """
    if not frame.post:
        return SAID, ""
    if frame.predicate == "family_of":
        return (SAID, "") if _kin_fits(frame, s) else (0, "")
    post = s.get("post")
    if frame.post == "*head":
        return (SAID, "") if post and leads(post.words) else (0, "")
    if post is None:
        return (SAID, "") if frame.predicate == "commands" else (BESIDE, f"the claim does not say {frame.post}")
    how, why = same_office(frame.post, post.words)
    if how < SAID and fold(frame.post).endswith(f" {fold(post.words)}"):
        whole = f" {fold(before)} {fold(post.words)}"
        how, why = (SAID, "") if whole.endswith(f" {fold(frame.post)}") else (how, why)
    office, _, body = frame.post.rpartition(" of ")
    of = s.get("of")
    if office and of and how < DESCRIBED and set(fold(body).split()) <= set(fold(of.words).split()):
        # "Director of the museum": of the one museum that the case has him direct.
        how, why = same_office(office, post.words)
        return min(how, DESCRIBED), why or f"{body} is taken for {of.words}"
    return how, why


@cache
def _endings() -> frozenset[str]:
    """The patterns that read somebody's leaving a post."""
    return frozenset(p.name for group in by_trigger().values() for p in group if p.options.get("ends"))


def ended(claim: Claim) -> bool:
    """Whether a claim says that what it holds came to an end, with a date or without."""
    return predicate(claim.predicate).lasts and (claim.valid.ends or claim.maker.rule in _endings())


def act_of(predicate_name: str, said: str) -> str:
    """Which of the acts of a predicate that covers several some words name; '' where they name none."""
    acts: dict[str, list[str]] = answers()["acts"].get(predicate_name, {})
    found = (act for act, stems in acts.items() if re.search(rf"(?i)\b(?:{'|'.join(stems)})", said))
    return next(found, "")


def verb_forms(lemma: str) -> tuple[str, ...]:
    """The forms in which a verb stands in a text: "sell, sells, selling, sold"."""
    stem = lemma.removesuffix("e")
    return (lemma, f"{lemma}s", f"{stem}ed", f"{stem}ing", *load_words("irregular_verbs.yaml").get(lemma, ()))


def leads(post: str) -> bool:
    """Whether a post is that of one who leads."""
    said = " ".join(w for w in fold(post).split() if w not in words("acting"))
    return same_post(said) in ("head", "executive", "government") or said in words("heads")


def _kin_fits(frame: Frame, s: Statement) -> bool:
    """The kin word: "father of X" is met by "X's father Y"."""
    kin = s.get("kin")
    return kin is not None and frame.post in re.findall(r"[\w-]+", fold(kin.words))


def same_office(asked: str, said: str) -> tuple[int, str]:
    """How the post of a claim answers to the one asked for."""
    a, b = _office(asked), _office(said)
    if a[1] != b[1]:
        return 0, ""
    hands = words("acting")
    acting = bool(a[2] & hands), bool(b[2] & hands)
    why = "" if acting[0] == acting[1] else "one is acting, the other is not said to be"
    if same_post(a[0]) == same_post(b[0]):
        return (DESCRIBED if why else SAID), why
    one, other = set(a[0].split()), set(b[0].split())
    if not one or not other:
        return 0, ""  # "the deputy" says not whose
    if one < other and a[0].split()[-1] == b[0].split()[-1]:
        return DESCRIBED, f"the claim says {said}"
    if other < one and asked.startswith(b[0]):
        return BESIDE, f"the claim says {said} only"
    return 0, ""


def _office(post: str) -> tuple[str, frozenset[str], frozenset[str]]:
    """A post without the words that say whose deputy or in whose place: (plain, deputy words, acting words)."""
    parts = fold(post).split()
    away = words("acting") | words("deputies")
    plain = " ".join(p for p in parts if p not in away)
    gone = words("gone")
    return plain, frozenset(p for p in parts if p in words("deputies") - gone), frozenset(parts) & words("acting")
