"""Names exchanged while training: alike in a window, of the same outline and gender, and nothing else touched."""

import random

from training.data import Mark, Sentence, Text
from training.rename import Names


def _sentence(words: str, *marks: Mark) -> Sentence:
    s = Sentence(words.split(), [True] * len(words.split()))
    s.marks = list(marks)
    s.spans = {(m.first, m.last, "name.person") for m in marks if m.form == "named"}
    return s


def _named(first: int, last: int, chain: str) -> Mark:
    return Mark(first, last, "person", "named", chain)


def _texts() -> tuple[Text, Text]:
    one = Text(
        "one",
        [
            _sentence("Greta Olm left Basel", _named(0, 1, "1")),
            _sentence("Olm said she was tired", _named(0, 0, "1"), Mark(2, 2, "person", "pronoun", "1")),
        ],
    )
    other = Text(
        "other",
        [
            _sentence("Ines Dahl met Bruno Keks", _named(0, 1, "1"), _named(3, 4, "2")),
            _sentence("She paid him", Mark(0, 0, "person", "pronoun", "1"), Mark(2, 2, "person", "pronoun", "2")),
        ],
    )
    return one, other


def test_a_name_is_exchanged_alike_in_the_whole_window() -> None:
    one, other = _texts()
    names = Names([one, other])
    seen = {tuple(map(" ".join, names.renamed(one.sentences, random.Random(n)))) for n in range(20)}
    assert seen == {
        ("Greta Olm left Basel", "Olm said she was tired"),
        ("Ines Dahl left Basel", "Dahl said she was tired"),
    }


def test_the_words_of_the_sentence_itself_stay() -> None:
    one, other = _texts()
    Names([other]).renamed(one.sentences, random.Random(1))
    assert one.sentences[0].forms == ["Greta", "Olm", "left", "Basel"]
