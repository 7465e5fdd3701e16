"""Reports, claims and accusations that somebody calls untrue: "dismissed as false the claim that he had paid"."""

from whence.annotate.syntax import Parse
from whence.vocab import word_set

_DEGREES = frozenset(
    {"a", "an", "as", "pure", "sheer", "complete", "utter", "total", "absolute", "malicious", "simply"}
)


def is_called_untrue(parse: Parse, noun: int) -> bool:
    """Whether somebody says of what a noun tells that it is untrue."""
    if parse.lemmas[noun] not in word_set("misread.yaml", "rumouring") | word_set("misread.yaml", "charging"):
        return False
    above, relation = parse.governor(noun), parse.base(noun)
    if above < 0 or parse.is_not(above):
        return False
    if relation == "obj":
        dismissed = parse.lemmas[above] in word_set("disowned.yaml", "dismissing")
        called = parse.lemmas[above] in word_set("disowned.yaml", "calling")
        return dismissed or (called and any(_judges(parse, above, noun, k) for k in range(above, len(parse.tokens))))
    if relation not in ("nsubj", "nsubj:pass"):
        return False
    if parse.tokens[above].upos == "VERB" and above < noun:  # "said reports that he paid were false"
        said = [k for k in parse.kids(above, "ccomp") if k > noun and not parse.kids(k, "nsubj")]
        above = said[0] if said else above
    return _is_untrue(parse, above) and bool(parse.kids(above, "cop")) and not parse.is_not(above)


def _is_untrue(parse: Parse, k: int) -> bool:
    words = word_set("misread.yaml", "untrue") | word_set("refused.yaml", "untrue")
    return parse.lemmas[k] in words or parse.word(k).lower() in words


def _judges(parse: Parse, verb: int, noun: int, k: int) -> bool:
    """Whether a word says what a report is called: "as false" right behind the verb, or "a lie" at the end."""
    if not _is_untrue(parse, k):
        return False
    if parse.tokens[k].head == verb or k < noun:
        return True
    ends = all(parse.tokens[n].upos == "PUNCT" for n in range(k + 1, len(parse.tokens)))
    return ends and parse.word(k - 1).lower().strip("“\"‘'") in _DEGREES | {""}
