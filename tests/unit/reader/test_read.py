import itertools
import random
import re
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.reader import RawMention, Reading, read
from whence.reader.engine import _place
from whence.reader.words import words

STORY = """General Ana Silva met the president of Peru in Lima on 3 May 2019. She said that the Andean Front had bombed
the port. "We don't know who paid for it," the envoy’s aide told the Daily Herald. The army denied it."""


def sentences(text: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(r"\S[^.]*\.?", text)]


def names(text: str, reading: Reading) -> set[tuple[str, str]]:
    return {(text[m.start : m.end], m.type) for m in reading.mentions if m.form == "name"}


def is_whole(text: str, ranges: list[tuple[int, int]], reading: Reading) -> bool:
    read_words = [(t.start, t.end) for tree in reading.trees for t in tree.tokens]
    return read_words == [place for a, b in ranges for place in words(text, a, b)]


def test_importing_the_package_loads_no_model() -> None:
    code = "import sys, whence, whence.reader; print([m for m in ('numpy', 'onnxruntime') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_a_plain_sentence_has_its_tree() -> None:
    text = "The army bombed the port."
    (tree,) = read(text, [(0, len(text))]).trees

    assert [text[t.start : t.end] for t in tree.tokens] == ["The", "army", "bombed", "the", "port", "."]
    assert [t.upos for t in tree.tokens] == ["DET", "NOUN", "VERB", "DET", "NOUN", "PUNCT"]
    assert [t.lemma for t in tree.tokens] == ["the", "army", "bomb", "the", "port", "."]
    assert [t.head for t in tree.tokens] == [1, 2, -1, 4, 2, 2]
    assert [t.deprel for t in tree.tokens] == ["det", "nsubj", "root", "det", "obj", "punct"]


def test_names_nominals_and_pronouns_are_found() -> None:
    reading = read(STORY, sentences(STORY))
    forms = {(STORY[m.start : m.end], m.type): m.form for m in reading.mentions}

    assert {("Ana Silva", "person"), ("Lima", "place")} <= names(STORY, reading)
    assert forms["The army", "organization"] == "nominal"
    assert forms["She", "person"] == "pronoun"


def test_a_clitic_is_a_word_of_its_own() -> None:
    reading = read(STORY, sentences(STORY))
    lemmas = {STORY[t.start : t.end]: t.lemma for tree in reading.trees for t in tree.tokens}

    assert lemmas["do"] == "do" and lemmas["n't"] == "not"
    assert "’s" in lemmas and "envoy" in lemmas


def test_every_word_inside_the_ranges_is_read_and_none_outside() -> None:
    ranges = sentences(STORY)[1:3]

    assert is_whole(STORY, ranges, read(STORY, ranges))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "\x00", "🙂", "\ud800", ".", "a", "…" * 300])
def test_next_to_nothing_can_be_read(text: str) -> None:
    assert is_whole(text, [(0, len(text))], read(text, [(0, len(text))]))


def test_no_sentences_give_no_layers() -> None:
    assert read(STORY, []) == Reading((), ())


def test_a_range_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="outside the text"):
        read("ab", [(0, 3)])


@pytest.mark.slow
def test_a_sentence_of_ten_thousand_characters_is_read_to_its_end() -> None:
    rng = random.Random(1)
    vocabulary = STORY.replace(".", "").split()
    text = " ".join(rng.choice(vocabulary) for _ in range(2_000))[:10_000] + " and Ana Silva left Lima."
    began = time.perf_counter()
    reading = read(text, [(0, len(text))])

    assert is_whole(text, [(0, len(text))], reading)
    (tree,) = reading.trees
    assert [t.head for t in tree.tokens].count(-1) == 1
    assert ("Lima", "place") in {(text[m.start : m.end], m.type) for m in reading.mentions if m.start > len(text) - 10}
    assert time.perf_counter() - began < 60


def test_the_same_text_is_read_the_same_alone_again_and_after_others() -> None:
    other = "Storm closes three ports. " * 30
    alone = read(STORY, sentences(STORY))
    read(other, sentences(other))

    assert read(STORY, sentences(STORY)) == alone


@pytest.mark.slow
def test_a_fresh_process_reads_the_same() -> None:
    code = f"from whence.reader import read; print(hash(str(read({STORY!r}, {sentences(STORY)!r}))))"
    answers = set()
    for threads in ("1", "2"):
        env = {"PYTHONHASHSEED": "0", "PYTHONPATH": ":".join(sys.path), "WHENCE_READER_THREADS": threads}
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)
        answers.add(done.stdout)

    assert len(answers) == 1


ODD = "aA.,'’\"-— \n\t\x00\u200b\u200f\u0301ßİ🙂👩\u200dالب日本1"


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=120) | st.text(alphabet=ODD, max_size=200), st.randoms(use_true_random=False))
def test_any_text_cut_anywhere_is_read_in_full(text: str, rng: random.Random) -> None:
    cuts = sorted({0, len(text), *(rng.randint(0, len(text)) for _ in range(3))})
    ranges = list(itertools.pairwise(cuts))
    reading = read(text, ranges)

    assert is_whole(text, ranges, reading)
    for tree in reading.trees:
        assert [t.head for t in tree.tokens].count(-1) == 1
        assert [t.deprel == "root" for t in tree.tokens] == [t.head == -1 for t in tree.tokens]
    for m in reading.mentions:
        assert any(a <= m.start < m.end <= b for a, b in ranges)
        assert 0 <= m.score <= 1


def test_one_span_read_twice_stands_in_one_order() -> None:
    """A set holds the mentions on the way, and the order of a set is another in every process."""
    two = [RawMention(0, 4, "person", "nominal", score) for score in (0.4, 0.9)]

    assert [m.score for m in sorted(two, key=_place)] == [0.9, 0.4]


def test_mentions_come_in_order_and_never_twice() -> None:
    found = read(STORY, sentences(STORY)).mentions

    assert len(set(found)) == len(found)
    assert list(found) == sorted(found, key=lambda m: (m.start, -m.end, m.type, m.form))
