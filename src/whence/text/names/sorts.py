"""What sort of body a name or a common noun tells: a firm, a party, a paper."""

import itertools
from collections.abc import Iterator, Mapping, Sequence

from whence.text.names.words import body_words, business_words, link_words
from whence.vocab import labels_of


def sorts_of_words() -> Mapping[str, frozenset[str]]:
    """Common noun or word of a name to the sorts of bodies that it tells ("firm", "Ltd": company)."""
    return labels_of("body_classes.yaml")


def sorts_of_word(word: str) -> frozenset[str]:
    """The sorts that a word of a name tells, in English or in another language."""
    told = sorts_of_words().get(word) or sorts_of_words().get(body_words().get(word, ""), frozenset())
    return told or frozenset({"company"} if word in business_words() else ())


# Words that join two of a name's words and make neither its head: "Cargo and Port Workers Union" is a union.
JOINING = frozenset({"and", "&", "et", "y", "e", "und", "dan", "wa"})


def heads(name: Sequence[str]) -> Iterator[str]:
    """The words that may head a body's name, the likeliest first: the one before "of", else the last."""
    before = [word for word, link in itertools.pairwise(name) if link in link_words() - JOINING]
    yield from (*before[:1], *name[-1:])


def sorts_of_name(name: Sequence[str]) -> frozenset[str]:
    """The sorts that a body's name tells by the word that heads it; where that tells none, by any of its words."""
    if "news" in name and "agency" in name:
        return frozenset({"outlet"})
    told = next((s for word in heads(name) if (s := sorts_of_word(word))), frozenset[str]())
    return told or frozenset(sort for word in name for sort in sorts_of_word(word))
