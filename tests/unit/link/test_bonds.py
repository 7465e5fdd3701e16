"""Whom pronouns stand for, on readings made by hand."""

from whence.link.bonds import Bearers
from whence.model import Span
from whence.reader import Bond, RawMention, Reading


def place(text: str, words: str, nth: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)


def bearers(text: str, phrases: list[tuple[str, int, str]], bonds: list[tuple[int, int, float]]) -> Bearers:
    """Bearers of a text whose named phrases are a group each; bonds go by the numbers of the phrases."""
    places = [place(text, words, nth) for words, nth, _ in phrases]
    forms = [form for _, _, form in phrases]
    named = [p for p, form in zip(places, forms, strict=True) if form == "named"]
    reading = Reading(
        (),
        (),
        tuple(RawMention(*p, "person", form, 1.0) for p, form in zip(places, forms, strict=True)),
        (),
        tuple(Bond(*places[one], *places[two], score) for one, two, score in bonds),
    )
    points = {Span("", *p): i for i, p in enumerate(named)}
    return Bearers(text, reading, points, ["person"] * len(named), {})


def test_a_pronoun_before_its_name_and_those_tied_to_it_are_of_the_name_tied_to_it() -> None:
    text = "Her mill burned down. She sold the land. Amina Yusuf left Rosa Paz."
    phrases = [("Her", 0, "pronoun"), ("She", 0, "pronoun"), ("Amina Yusuf", 0, "named"), ("Rosa Paz", 0, "named")]
    found = bearers(text, phrases, [(1, 0, 0.9), (2, 1, 0.8), (3, 1, 0.05)])

    for word in ("Her", "She"):
        best = found.best(Span("", *place(text, word)))
        assert best is not None
        assert best[0] == 0
        assert best[1] > 0.6


def test_a_noun_before_a_name_passes_on_whom_the_name_names() -> None:
    text = "Karim Saleh married his wife, Dorothy, and she died."
    phrases = [("Karim Saleh", 0, "named"), ("wife", 0, "nominal"), ("Dorothy", 0, "named"), ("she", 0, "pronoun")]
    best = bearers(text, phrases, [(2, 1, 0.9), (3, 1, 0.95)]).best(Span("", *place(text, "she")))

    assert best is not None
    assert best[0] == 1
    assert best[1] > 0.6


def test_a_bearer_without_a_name_of_the_other_gender_is_not_passed_on() -> None:
    text = "His mill burned down. She sold it. Amina Yusuf left."
    phrases = [("His", 0, "pronoun"), ("She", 0, "pronoun"), ("Amina Yusuf", 0, "named")]
    found = bearers(text, phrases, [(1, 0, 0.9), (2, 0, 0.8)])

    assert found.best(Span("", *place(text, "She"))) is None


def test_a_pronoun_whose_bearer_no_name_is_tied_to_has_none() -> None:
    text = "Her mill burned down. She sold the land. Amina Yusuf left."
    phrases = [("Her", 0, "pronoun"), ("She", 0, "pronoun"), ("Amina Yusuf", 0, "named")]
    found = bearers(text, phrases, [(1, 0, 0.9)])

    assert found.best(Span("", *place(text, "She"))) is None


def test_a_name_is_a_surer_antecedent_than_a_pronoun() -> None:
    text = "Mara Diallo said she met Rosa Khan, and her boat sank."
    phrases = [("Mara Diallo", 0, "named"), ("she", 0, "pronoun"), ("Rosa Khan", 0, "named"), ("her", 0, "pronoun")]
    found = bearers(text, phrases, [(1, 0, 0.9), (3, 1, 0.5), (3, 2, 0.4)])
    best = found.best(Span("", *place(text, "her")))

    assert best is not None
    assert best[0] == 1
