"""What somebody says is not so, in other words than deny: "That is a lie", "this never happened"."""

from whence.annotate.syntax import Parse
from whence.model import Voice
from whence.vocab import word_set

CLAUSES = ("csubj", "xcomp", "acl", "advcl")


def _words(key: str) -> frozenset[str]:
    return word_set("refused.yaml", key)


def misdeeds() -> frozenset[str]:
    """Deeds that nobody speaks of not having done unless somebody says so."""
    return _words("misdeeds")


def refuses(parse: Parse, voice: Voice) -> bool:
    """Whether what is told says of a report, or of what is talked of, that it is untrue."""
    return any(_untrue(parse, k) or _not_so(parse, k) or _nothing_to_do(parse, k) for k in _tops(parse, voice))


def _tops(parse: Parse, voice: Voice) -> list[int]:
    """The predicates of what is told that no other word of it governs, and what "and" joins to them."""
    inside = set(parse.at(voice.content.start, voice.content.end))
    return [k for k in sorted(inside) if parse.tokens[k].head not in inside and parse.tokens[k].upos != "PUNCT"]


def _subjects(parse: Parse, i: int) -> set[str]:
    return {parse.lemmas[k] for k in parse.children[i] if parse.base(k) in ("nsubj", "expl")}


def _untrue(parse: Parse, i: int) -> bool:
    """ "That is a lie"; "it is absurd to close the yard" calls nothing untrue."""
    called = parse.lemmas[i] in _words("untrue") and bool(parse.kids(i, "cop")) and not parse.is_not(i)
    told = bool(_subjects(parse, i) & _words("told")) and not parse.kids(i, "expl", *CLAUSES)
    return called and told and not parse.kids(i, "aux")


def _not_so(parse: Parse, i: int) -> bool:
    """ "It is not true that we met", "this never happened"."""
    if not parse.is_not(i) or (parse.kids(i, "aux") and _ahead(parse, i)):
        return False
    so = parse.lemmas[i] in _words("so") and bool(parse.kids(i, "cop"))
    return (so or parse.lemmas[i] in _words("happens")) and bool(_subjects(parse, i) & _words("told"))


def _ahead(parse: Parse, i: int) -> bool:
    return any(
        parse.lemmas[k] in ("will", "would", "should", "may", "can", "could", "must") for k in parse.kids(i, "aux")
    )


def _nothing_to_do(parse: Parse, i: int) -> bool:
    """ "We had nothing to do with it"."""
    nothing = [k for k in parse.kids(i, "obj") if parse.lemmas[k] == "nothing"]
    return parse.lemmas[i] == "have" and any(
        parse.lemmas[d] == "do" for k in (i, *nothing) for d in parse.kids(k, "acl", "xcomp", "advcl") if nothing
    )
