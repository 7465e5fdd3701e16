"""Which language a text is in. What is too short to tell is taken as English."""

import re
from functools import cache
from typing import Any

WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 3000
# Function words that no other language shares as a set; measured on news text they are a third of all English words.
ENGLISH = frozenset(
    "the of and to that was for is with by as from at had has have which were are their his its been they who not but "
    "after would this said will it he be an or also about more than when during where into over".split()
)
# Languages of the press; the model's small and extinct ones only attract lists of names.
CANDIDATES = tuple(
    "am ar az be bg bn bs ca cs da de el en es et eu fa fi fr gl ha he hi hr hu hy id it ja ka kk km ko ku ky lt lv mk "
    "mn ms my ne nl no pl ps pt ro ru si sk sl so sq sr sv sw ta te th tr uk ur uz vi zh".split()
)
SURE = 0.8


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language of `text`, ``en`` where it is too short or too mixed to tell."""
    sample = _sample(text)
    if reads_as_english(sample):
        return "en"
    words = WORD.findall(sample)
    if len(words) < 15 and sum(map(len, words)) < 80:
        return "en"
    code, confidence = _identifier().classify(sample)
    return str(code) if confidence >= SURE else "en"


def reads_as_english(text: str) -> bool:
    """Whether at least one word in seven is an English function word."""
    words = WORD.findall(_sample(text).lower())
    return bool(words) and sum(w in ENGLISH for w in words) >= 0.15 * len(words)


def _sample(text: str) -> str:
    """The start, the middle and the end of a long text."""
    if len(text) <= 3 * SAMPLE:
        return text
    middle = len(text) // 2
    return "\n".join((text[:SAMPLE], text[middle : middle + SAMPLE], text[-SAMPLE:]))


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(CANDIDATES)
    return identifier
