"""Mentions without a name: posts, bodies and pronouns."""

from collections.abc import Iterator, Sequence

from whence.annotate.mentions.lexicon import nation, nominals
from whence.annotate.mentions.lines import Line, found_by
from whence.annotate.mentions.words import Word
from whence.model import Document, Mention
from whence.reader import Reading, Token

PRONOUNS = frozenset(
    """
    he she him her his hers himself herself they them their theirs themselves it its itself who whom whose which
    we us our i me my
    """.split()
)
PLURAL_BODIES = frozenset({"forces", "troops", "police", "media", "press"})
DETERMINERS = frozenset({"the", "this", "that", "its", "their", "his", "her", "our"})


def role_mentions(doc: Document, line: Line, taken: set[int]) -> Iterator[Mention]:
    """The posts of a line outside its names."""
    for role in line.roles:
        if taken & set(range(role.first, role.last)):
            continue
        start, end = line.words[role.first].start, line.words[role.last - 1].end
        if doc.text[end : end + 1] == "." and role.kind in ("rank", "style") and line.words[role.last - 1].capital:
            end += 1
        value = " ".join(doc.text[start:end].lower().split())
        yield Mention(doc.span(start, end), "role", "name", found_by(role.kind), value)


def find_bodies(doc: Document, lines: Sequence[Line]) -> Iterator[Mention]:
    """Words like "the confederation" or "its subsidiary": a body that the text may name elsewhere; linking finds it."""
    for line in lines:
        for i, word in enumerate(line.words):
            if word.text[0].isupper() or not _is_body(word.lower):
                continue
            if _determined(line.words, i) and not _goes_on(line.words, i):
                yield Mention(doc.span(word.start, word.end), "organization", "nominal", found_by("body"), word.lower)


def _is_body(noun: str) -> bool:
    return (nominals().get(noun) == "organization" and noun not in PLURAL_BODIES) or noun in ("guard", "paper")


def _determined(words: Sequence[Word], i: int) -> bool:
    """Whether a determiner stands before the noun, at most one word between: "the state-owned firm"."""
    if not i or words[i].start - words[i - 1].end != 1:
        return False
    before = words[i - 1]
    if before.lower in DETERMINERS:
        return True
    lower = before.text.replace("-", "").isalpha() and before.text.islower()
    plain = (lower or bool(nation(before.text))) and before.start - words[i - 2].end == 1
    return i > 1 and plain and words[i - 2].lower in ("the", "this") and not before.text.endswith("s")


def _goes_on(words: Sequence[Word], i: int) -> bool:
    """Whether the noun only opens a longer name or phrase ("the group Delta", "the council of elders", "army unit")."""
    if i + 1 == len(words) or words[i + 1].start - words[i].end != 1:
        return False
    after = words[i + 1]
    return after.capital or after.lower == "of" or after.lower in nominals()


def find_pronouns(doc: Document, reading: Reading) -> Iterator[Mention]:
    """Pronouns that may stand for somebody or something."""
    for tree in reading.trees:
        for token in tree.tokens:
            word = doc.text[token.start : token.end].lower()
            if token.upos in ("PRON", "DET") and word in PRONOUNS:
                yield Mention(
                    doc.span(token.start, token.end),
                    "person" if word[0] in "hs" and word not in ("she's",) else "",
                    "pronoun",
                    found_by("possessive" if _owns(word, token) else "pronoun"),
                    "whose" if word == "whose" else "",
                )


def _owns(word: str, token: Token) -> bool:
    return word in ("its", "his", "their", "whose") or (word == "her" and token.deprel == "nmod:poss")
