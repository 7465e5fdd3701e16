"""What a line looks like: a name, a title, a finished paragraph, a cut-off one."""

import re
from itertools import pairwise

from whence.segment.blocks import Block
from whence.segment.cues import words

_WORD = re.compile(r"[^\W_][\w’'.-]*")
_SEPARATOR = re.compile(r"\s*(?:,|;|\band\b|&|\bet\b|\by\b|\bve\b|\bund\b|\bwith\b)\s*")
_TRUNCATED = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])[\"'”’\]»]*$")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s|$)")
_SMALL = frozenset(
    "a an the of in on at to for from by with and or but as is are was be not no its it vs via after over into amid "
    "against de la le les du des del el y en et al-".split()
)


_RESULT = re.compile(
    r"(?:[-–—•*·]\s)?[^\W\d_a-z][^:\d]{1,60}:\s\d[\d.,\s]*"
    r"(?:seats?|votes?|mandates?|deputies|delegates|councillors?|per\s?cent|%)(?:\s*\([^()]{1,30}\))?[.;,]?"
)


def is_result(text: str) -> bool:
    """Whether a line says what one of several got: ``Reed Party: 17 seats (-3)``."""
    return _RESULT.fullmatch(text) is not None


def is_capital(word: str) -> bool:
    """Whether the word's first letter is a capital one (or of a script without case)."""
    first = next((c for c in word if c.isalpha()), "")
    return bool(first) and not first.islower()


def is_name(text: str, *, most: int = 5) -> bool:
    """Whether `text` could be the name of one person or outlet: up to `most` words, capitals, no sentence marks."""
    parts = text.split()
    if not 1 <= len(parts) <= most or len(text) > 60 or re.search(r"[!?:;/@#\"“”()\[\]|]|\d", text):
        return False
    if parts[0].casefold().strip(".,") in words("not_names") or not is_capital(parts[0]):
        return False
    loose = [p for p in parts[1:] if not is_capital(p) and p.casefold() not in words("person_particles")]
    return len(loose) == 0 and not text.endswith((",", "-"))


def are_names(text: str) -> bool:
    """Whether `text` could be one or several names: ``Ada Holm and Jon Vik``."""
    parts = [p for p in _SEPARATOR.split(text.strip()) if p]
    return 1 <= len(parts) <= 6 and all(is_name(p) for p in parts)


def is_outlet(text: str) -> bool:
    """Whether `text` reads like an outlet, desk or body rather than a person."""
    folded = text.casefold().strip(" .")
    if folded in words("anonymous") or folded in words("agencies"):
        return True
    parts = [p.strip(".,’'") for p in re.split(r"[\s/-]+", folded)]
    return bool(words("outlet_words").intersection(parts)) or ("." in folded.strip(".") and " " not in folded)


def names_body(text: str) -> bool:
    """Whether the words are the kind of name that outlets and offices bear, by its last word or its first."""
    parts = [p.strip(".,’'").casefold() for p in text.split()]
    if not parts or parts[0] in (words("not_names") | words("act_words")) - {"the"}:
        return False
    heads = [parts[-1], *(a for a, b in pairwise(parts) if b in {"of", "for", "de", "du", "des"})]
    heads += [b for a, b in pairwise(reversed(parts)) if a == parts[-1] and re.fullmatch(r"[ivx]+", a)]
    known = words("outlet_words") | words("office_words") | words("paper_words")
    return any(h in known for h in heads) or parts[0] in words("outlet_openings")


def is_prose(block: Block) -> bool:
    """Whether the block is a paragraph of running text."""
    if block.words < 20 and block.text.endswith("?") and sentences_in(block.text) == 1:
        return False
    if block.words >= 30 and _SENTENCE.search(block.text):
        return True
    return (block.words >= 9 and block.ends and not block.text.isupper()) or (
        block.words >= 25 and title_case(block.text) < 0.5
    )


def is_truncated(block: Block) -> bool:
    """Whether the paragraph was cut off, as in a list of excerpts."""
    return bool(_TRUNCATED.search(block.text)) or (block.words >= 30 and not re.search(r"[\W]$", block.text))


def is_title(block: Block, *, most: int = 30) -> bool:
    """Whether the block could be a headline or a subheading: short, not a finished sentence, not a list item."""
    text = block.text
    if not 1 <= block.words <= most or len(text) > 220 or not any(c.isalpha() for c in text):
        return False
    if block.words > 8 and block.ends and not re.search(r"[?!…\"”’]$|\.\.\.$|\b[A-Z]\.$", text):
        return False
    if re.search(r"[.,;:][\"'”’»)]*$", text) and not re.search(r"(?:\b[A-Z]\.){1,}$|\.\.\.$", text):
        return False
    return is_capital(text) or text[:1].isdigit() or text[:1] in "‘“\"'«¿¡"


def title_case(text: str) -> float:
    """The share of the longer words that begin with a capital letter."""
    parts = [w for w in _WORD.findall(text) if w.casefold() not in _SMALL]
    return sum(is_capital(w) for w in parts) / len(parts) if parts else 0.0


def sentences_in(text: str) -> int:
    """About how many sentences `text` has."""
    return max(1, len(_SENTENCE.findall(text)))


def key(text: str) -> str:
    """`text` for comparison: letters and digits only, any case."""
    return " ".join(re.findall(r"\w+", text.casefold()))
