"""A claim's confidence comes from what the reader sees of it, and decides nothing."""

from dataclasses import replace

from tests.support import read_body

from whence.annotate import confidence
from whence.model import Claim, Layers, Maker


def of(layers: Layers, predicate: str) -> Claim:
    return next(c for c in layers.claims if c.predicate == predicate)


def test_a_plain_sentence_is_surer_than_a_crowded_one() -> None:
    _, plain = read_body("Ada Mensah died on 3 May 2011 in Lobos.")
    _, crowded = read_body(
        "People who knew her well from the old days of the market, when the mill by the river still gave work to half "
        "the valley, said that Ada Mensah, whose brother's firm had sold pumps and seed until the flood, died on 3 May "
        "2011 in Lobos."
    )

    assert of(plain, "died").confidence > of(crowded, "died").confidence


def test_confidence_is_a_probability_and_not_one_for_all() -> None:
    _, layers = read_body(
        "Ivo Duda, the mayor of Lobos, was arrested by police on Monday. He had said that 14 people were killed in Osh."
    )
    found = {c.confidence for c in layers.claims}

    assert len(found) > 2
    assert all(0 < c < 1 for c in found)


def test_every_sign_has_a_weight() -> None:
    assert set(confidence.weights().signs) == set(confidence.SIGNS)


def test_an_offset_moves_the_chance_of_its_rule_only() -> None:
    _, layers = read_body("Ada Mensah died on 3 May 2011 in Lobos.")
    claim = of(layers, "died")
    signs = dict.fromkeys(confidence.SIGNS, 0.0)
    even = confidence.Weights(0.0, dict.fromkeys(confidence.SIGNS, 0.0), {}, {confidence.rule_of(claim): 1.0})
    other = replace(claim, maker=Maker("annotate.claims", "1", "another.rule"))

    assert even.chance(claim, signs) > 0.7
    assert even.chance(other, signs) == 0.5
