"""Visits and meetings that are none: a seat taken in a parliament, a new home, a season with a club, a telephone call.

Encyclopedias tell of moves and careers, newspapers of interviews and calls, in the words of journeys and talks.
"""

from whence.annotate.arguments.around import head_at
from whence.annotate.syntax import Parse
from whence.model import Claim
from whence.vocab import word_set

PLACES = ("in", "at", "during", "outside", "inside", "near", "over", "aboard")


def _words(key: str) -> frozenset[str]:
    return word_set("moves.yaml", key)


def is_no_journey(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether the words at trigger `i` tell neither of a visit nor of a meeting."""
    if parse.tokens[i].upos != "VERB":
        return False
    if claim.predicate == "visits":
        return _is_admitted(parse, i, claim) or _is_hired(parse, i) or _settles(parse, i)
    if claim.predicate != "meets":
        return False
    if _is_match(parse, i, claim):
        return True
    talked = parse.lemmas[i] in _words("speaking")
    return parse.lemmas[i] in _words("summoning") or (talked and not _face_to_face(parse, i))


def _is_admitted(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether somebody becomes a member of a house or a pupil of a school: "entered the Senate in 1993"."""
    visited = claim.argument("visited")
    head = head_at(parse, visited.span if visited is not None else None)
    house = head is not None and parse.word(head)[:1].isupper() and parse.lemmas[head].lower() in _words("houses")
    return house and parse.lemmas[i] == "enter" and not any(parse.oblique(i, p) for p in ("through", "by", "via"))


def _is_hired(parse: Parse, i: int) -> bool:
    """Whether somebody comes to play or work: "returned to Osk for the 2009 season", "came to Osk on loan"."""
    return any(parse.lemmas[f.token] in _words("stints") for p in ("for", "on") for f in parse.oblique(i, p))


def _settles(parse: Parse, i: int) -> bool:
    """Whether somebody comes to stay: "came to Osk as a refugee", "went to Osk and settled there"."""
    if any(parse.lemmas[f.token] in _words("newcomers") for f in parse.oblique(i, "as")):
        return True
    next_ = (k for k in parse.kids(i, "conj", "xcomp", "advcl") if k > i and not parse.kids(k, "nsubj", "nsubj:pass"))
    return any(parse.lemmas[k] in _words("settling") for k in next_)


def _is_match(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether two sides play: "Osk Rovers meet Lima Town in the cup final", "met in the 1998 World Cup"."""
    sides = (claim.argument("participant"), claim.argument("counterpart"))
    if any(side is None or side.type == "person" for side in sides):
        return False
    where = {parse.lemmas[f.token].lower() for p in ("in", "at", "during", "for") for f in parse.oblique(i, p)}
    return bool(where & _words("matches"))


def _face_to_face(parse: Parse, i: int) -> bool:
    """Whether those who speak are said to be in one place: "spoke with Duda at the summit", "in person"."""
    below = {parse.lemmas[k] for k in parse.subtree(i)}
    if below & _words("from_afar"):
        return False
    where = any(parse.oblique(i, p) for p in PLACES)
    return where or bool(below & _words("together"))
