"""Phrases, frames and bonds of the shipped model, and the small arithmetic after the network."""

import itertools
import math

import numpy as np
import pytest

from whence.reader import heads, read
from whence.vocab import predicates

TEXT = (
    "Police in Accra arrested the smuggler Yaw Boateng on Monday. He denied the charge, said the ministry. "
    "Adjoa Mensah was appointed director of Volta Freight in 2019."
)
CUTS = [0, TEXT.index(" He") + 1, TEXT.index(" Adjoa") + 1, len(TEXT)]
SENTENCES = list(itertools.pairwise(CUTS))


@pytest.fixture(scope="module")
def reading():
    return read(TEXT, SENTENCES)


def quote(thing) -> str:
    return TEXT[thing.start : thing.end]


def test_error_function():
    x = np.linspace(-4, 4, 801, dtype=np.float32)
    assert np.abs(heads._erf(x) - [math.erf(v) for v in x]).max() < 1e-5


@pytest.mark.parametrize(
    ("trigger", "first", "last", "place"),
    [(5, 5, 5, 0), (5, 4, 6, 0), (5, 6, 7, 6), (5, 7, 7, 7), (5, 2, 4, 0), (5, 1, 2, 2), (5, 40, 41, 11)],
)
def test_places(trigger, first, last, place):
    assert heads.place_class(trigger, first, last) == place


def test_names_are_phrases(reading):
    found = {(quote(p), p.type) for p in reading.phrases}
    assert {("Yaw Boateng", "person"), ("Accra", "place"), ("Adjoa Mensah", "person")} <= found


def test_frames_name_their_fillers(reading):
    arrest = next(f for f in reading.frames if f.predicate == "arrests")
    assert quote(arrest) == "arrested"
    assert "Yaw Boateng" in {quote(x) for x in arrest.fillers}


def test_frames_stay_in_the_vocabulary_and_in_their_sentence(reading):
    for f in reading.frames:
        assert f.predicate == "attributes" or f.predicate in predicates()
        a, b = next((a, b) for a, b in SENTENCES if a <= f.start < b)
        assert all(a <= x.start and x.end <= b for x in f.fillers)
        if f.predicate != "attributes":
            assert {x.role for x in f.fillers} <= set(predicates()[f.predicate].roles)


def test_pronoun_is_bound_to_a_person_before_it(reading):
    he = TEXT.index("He denied")
    bonds = [b for b in reading.bonds if b.start == he]
    likeliest = max(bonds, key=lambda b: b.score)
    assert "Yaw Boateng" in TEXT[likeliest.antecedent_start : likeliest.antecedent_end]


def test_antecedents_share_one_probability(reading):
    starts = {(b.start, b.end) for b in reading.bonds}
    assert starts
    for place in starts:
        assert sum(b.score for b in reading.bonds if (b.start, b.end) == place) <= 1.001


def test_scores_are_probabilities(reading):
    scores = [p.score for p in reading.phrases] + [b.score for b in reading.bonds]
    scores += [x.score for f in reading.frames for x in f.fillers]
    assert scores and all(0 <= s <= 1 for s in scores)


def test_other_documents_change_nothing(reading):
    read("The harbour closed. Ships wait.", [(0, 19), (20, 31)])
    assert read(TEXT, SENTENCES) == reading
