"""What a wrong tree hangs amiss is hung anew, whatever reader drew it."""

from whence.annotate.syntax import Parse
from whence.reader import Token, Tree

NOT_THE_MAYOR = [
    ("It", "PRON", "PRP", 4, "nsubj"),
    ("was", "AUX", "VBD", 4, "cop"),
    ("not", "PART", "RB", 4, "advmod"),
    ("the", "DET", "DT", 4, "det"),
    ("mayor", "NOUN", "NN", -1, "root"),
    ("but", "CCONJ", "CC", 7, "cc"),
    ("his", "PRON", "PRP$", 7, "nmod:poss"),
    ("clerk", "NOUN", "NN", 4, "conj"),
    ("Ana", "PROPN", "NNP", 7, "appos"),
    ("Mor", "PROPN", "NNP", 8, "flat"),
    ("who", "PRON", "WP", 12, "nsubj:pass"),
    ("was", "AUX", "VBD", 12, "aux:pass"),
    ("shot", "VERB", "VBN", 4, "acl:relcl"),
]


def test_a_relative_clause_behind_but_is_the_second_ones() -> None:
    text = " ".join(word for word, *_ in NOT_THE_MAYOR)
    tokens, at = [], 0
    for word, upos, xpos, head, deprel in NOT_THE_MAYOR:
        tokens.append(Token(at, at + len(word), word, upos, deprel, head, xpos))
        at += len(word) + 1
    parse = Parse(Tree(0, len(text), tuple(tokens)), text)
    assert parse.word(parse.tokens[12].head) == "Ana"
