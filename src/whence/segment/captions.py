"""Captions: the words under a picture, known by their credit, their tense and their date."""

import re
from functools import cache, lru_cache

from whence.segment.blocks import Block
from whence.segment.cues import words
from whence.segment.dates import find_date
from whence.segment.shapes import sentences_in

_CREDIT = re.compile(
    r"[(\[]([^()\[\]]{2,90})[)\]]\s*\.?$|((?:\b[A-Z][\w.]*\s)?(?:PHOTOS?|Photos?|REUTERS|AFP|AP|EPA|GETTY)\s?/\s?[A-Z][^/]{2,40})$|(?:\||/|©|–|—|\s-)\s*([^|/©]{2,60})$"
)
_LABEL = re.compile(
    r"(?i)^\W{0,2}(?:(?:file )?(?:photo|photograph|picture|image|caption|illustration|infographic"
    r"|screenshot|screengrab|foto(?:ğraf)?"
    r"|légende|imagen|crédit photo|photo credit|image credit|credit|pictured|video|figure \d+|fig\. ?\d+"
    r"|map(?: \d+)?|chart \d+)"
    r"(?:\s+(?:by|courtesy(?: of)?|credit|caption|source|de|par|via))?\s*[:|–—]|(?:photo|photograph|picture"
    r"|image|illustration|screenshot)s?\s+"
    r"(?:by|courtesy|via|taken|shows|from)\b|file\s*[-–—]\s|file photo\b|(?:a |an |this "
    r"|in this )(?:\w+ ){0,3}(?:file |handout |undated |still )*"
    r"(?:photo|photograph|picture|image|still|frame grab|screengrab)\b)"
)
_CREDITED = re.compile(
    r"(?i)(?:[.!?)]|\w)\s+(?:photo(?:graph)?|image|picture|foto|credit|illustration)s?(?: (?:by|credit"
    r"|courtesy))?\s*[:/]"
    r"\s*[^.]{2,60}\.?$|[.!?\w]\s+(?:Photo|Photograph|Picture|Image|Illustration)s? by [^.]{2,40}$|\b(?:photo"
    r"|image|picture|illustration) by \w.{2,40} (?:on|via|for|from) \w+$"
)
# "(AP Photo/Ada Quay) The mayor opens the yard."; "(AFP) - The mayor said" begins an article.
_OPENED = re.compile(r"(?i)[(\[][^()\[\]]{0,40}\b(?:photo|photograph|image|picture)\b[^()\[\]]{0,60}[)\]]\s+(?=\w)")
_PHOTO = re.compile(
    r"(?i)\bph\.\s|\b(?:photo|photograph|image|picture|illustration|graphic|screengrab|getty|handout|file|courtesy|credit|archive)\b"
)
_POINTING = re.compile(
    r"(?i)\((?:left|right|centre|center|l|r|c|pictured|above|file)\)|\bin (?:a|an|this|the) (?:\w+ )?(?:picture"
    r"|photo|photograph|image|handout|still|screengrab)\b|\b(?:pictured|seen here|file photo"
    r"|left to right|from left|undated)\b"
)
_PRESENT = re.compile(
    r"(?i)\b(?:speaks|speak|attends|attend|stands?|walks?|shakes?|meets?|meet|inspects?|addresses|address|waves?|looks?|gestures?"
    r"|holds?|hold|carry|carries|gathers?|sits?|leaves?|arrives?|watch(?:es)?|takes?|delivers?|greets?|shows?|lies?|lie|pass(?:es)?"
    r"|rides?|patrol|patrols|protest|chant|march|marches|wait|waits|unload|unloads|moored|seen|pictured|pose|poses|board|boards"
    r"|burns?|rises?|returning|speaking|attending|standing|walking|leaving|arriving|meeting|addressing|holding|visiting|inspecting"
    r"|shaking|waiting|sailing|being|gathering|carrying|watching|looking|sitting|moving|working|posing)\b"
)
_REPORT = re.compile(r"(?i)\b(?:said|told|added|according to|announced|reported|has been|have been|will|had)\b")


def is_caption(block: Block, *, top: bool, beside_body: bool = True) -> bool:
    """Whether the block is the caption of a picture. `top`: above the first paragraph, where captions are common."""
    if block.words > 75 or block.words < 2 or not any(c.isalpha() for c in block.text):
        return False
    return caption_score(block, top=top) >= (3 if top else 4)


@lru_cache(maxsize=2048)
def caption_score(block: Block, *, top: bool = False) -> int:
    """How much speaks for a caption: the credit, the label, the present tense, a date, the length."""
    text, score = block.text, 0
    credit = _CREDIT.search(text[-110:])
    if credit:
        inner = next(g for g in credit.groups() if g).strip()
        bracketed = credit.group(3) is None
        if _is_credit(inner):
            score += 2 if bracketed or _PHOTO.search(inner) else 1
        if _PHOTO.search(inner) and len(inner.split()) <= 10:
            score += 2 if _is_credit(inner) else 1
        elif top and bracketed and re.search(r"[.!?]\s*[(\[][^()\[\]]{2,60}[)\]]\.?$", text):
            score += 1
    if _OPENED.match(text) or _LABEL.match(text) or _CREDITED.search(text[-90:]):
        score += 4
    if _POINTING.search(text):
        score += 2
    if score == 0:
        return 0
    score += 1 if _PRESENT.search(text[:200]) else 0
    score += 1 if find_date(text) else 0
    score += 1 if top else 0
    score += 1 if sentences_in(text) <= 2 and block.words <= 40 else 0
    score -= 3 if _REPORT.search(text) and not _LABEL.match(text) else 0
    score -= 2 if sentences_in(text) > 3 else 0
    return score


@cache
def _places() -> re.Pattern[str]:
    names = sorted(words("caption_places") | words("agencies"), key=lambda w: (-len(w), w))
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(re.escape(w) for w in names)})(?!\w)")


def _is_credit(inner: str) -> bool:
    if not inner or len(inner.split()) > 12:
        return False
    return bool(_places().search(inner)) or (bool(re.search(r"\w/\w", inner)) and not re.search(r"\d/\d", inner))
