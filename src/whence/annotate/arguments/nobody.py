"""Words that stand for no person at all."""

from whence.annotate.syntax import Parse


def is_nobody(parse: Parse, token: int) -> bool:
    """Whether a word stands for no person at all: "nobody", "no one", "none"."""
    one = parse.lemmas[token] == "one" and any(parse.lemmas[k] == "no" for k in parse.kids(token, "det"))
    return (one or parse.lemmas[token] in ("nobody", "none")) and none_of(parse, token) == token


def none_of(parse: Parse, token: int) -> int:
    """The noun of which there was none: the crew of "none of the crew", the Guild of "nobody from the Guild"."""
    lemma = parse.lemmas[token]
    one = lemma == "one" and any(parse.lemmas[k] in ("no", "not") for k in parse.children[token])
    if not one and lemma not in ("none", "neither", "nobody"):
        return token
    whose = ("of",) if lemma in ("none", "neither") else ("of", "from")
    return next((k for k in parse.kids(token, "nmod") if parse.preposition(k) in whose), token)
