from collections.abc import Sequence

from whence.reader import Token
from whence.reader.mentions import Candidate, mentions


def sentence(*rows: tuple[str, str, str, int]) -> tuple[list[Token], list[str]]:
    tokens, at = [], 0
    for form, upos, deprel, head in rows:
        tokens.append(Token(at, at + len(form), form.lower(), upos, deprel, head))
        at += len(form) + 1
    return tokens, [form for form, *_ in rows]


ENVOY = sentence(
    ("The", "DET", "det", 1),
    ("General", "PROPN", "nmod:desc", 2),
    ("Ana", "PROPN", "nsubj", 4),
    ("Silva", "PROPN", "flat", 2),
    ("saw", "VERB", "root", -1),
    ("Peru", "PROPN", "nmod:poss", 7),
    ("'s", "PART", "case", 5),
    ("envoy", "NOUN", "obj", 4),
    ("herself", "PRON", "nsubj", 4),
)


def kept(*candidates: Candidate) -> list[tuple[str, str, str]]:
    tokens, forms = ENVOY
    return sorted(
        (" ".join(forms[c.first : c.last + 1]), c.type, form) for c, form in mentions(candidates, tokens, forms)
    )


def test_the_form_follows_the_head_of_the_phrase() -> None:
    found = kept(Candidate(5, 7, "np.person", 0.9), Candidate(8, 8, "np.person", 0.9), Candidate(5, 6, "np.place", 0.9))

    assert found == [
        ("Peru", "np.place", "name"),
        ("Peru 's envoy", "np.person", "nominal"),
        ("herself", "np.person", "pronoun"),
    ]


def test_a_named_phrase_leaves_out_article_and_title() -> None:
    assert kept(Candidate(0, 3, "np.person", 0.9)) == [("Ana Silva", "np.person", "name")]


def test_a_named_phrase_gives_way_to_a_name() -> None:
    name, phrase = Candidate(2, 3, "name.person", 0.8), Candidate(0, 3, "np.person", 0.9)

    assert kept(name, phrase) == [("Ana Silva", "name.person", "name")]


def test_of_two_that_cross_or_are_the_same_the_better_stays() -> None:
    assert kept(Candidate(2, 3, "name.person", 0.8), Candidate(2, 3, "name.organization", 0.7)) == [
        ("Ana Silva", "name.person", "name")
    ]
    assert kept(Candidate(1, 2, "name.person", 0.6), Candidate(2, 3, "name.person", 0.7)) == [
        ("Ana Silva", "name.person", "name")
    ]


def test_a_title_and_the_name_after_it_are_two_mentions() -> None:
    assert kept(Candidate(1, 1, "name.role", 0.9), Candidate(2, 3, "name.person", 0.9)) == [
        ("Ana Silva", "name.person", "name"),
        ("General", "name.role", "nominal"),
    ]


def test_the_order_of_candidates_does_not_matter() -> None:
    several: Sequence[Candidate] = [
        Candidate(0, 3, "np.person", 0.5),
        Candidate(2, 3, "name.person", 0.5),
        Candidate(2, 3, "name.organization", 0.5),
        Candidate(5, 7, "np.person", 0.5),
        Candidate(5, 6, "np.place", 0.5),
    ]

    assert kept(*several) == kept(*reversed(several))
