"""Posts that somebody holds on the document's own day: only where the sentence shows the bearer alive and at work.

A title before a name says nothing of time: "the works of the composer Duda" are read long after him. The day of the
document, which a title in the present has for its time, stays where its bearer acts, speaks or is dealt with now.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.annotate.arguments.lookup import Lookup
from whence.annotate.claims.scene import Scene
from whence.annotate.mentions.lexicon import roles as role_lists
from whence.annotate.syntax import Parse
from whence.model import Argument, Claim, ValidTime
from whence.vocab import word_set

DYING = {"died": "person", "kills": "victim"}
HAPPENED_NOT = frozenset({"intended", "hypothetical"})
TITLES = frozenset({"appos", "flat", "compound", "nmod:desc"})
DOING = frozenset({"nsubj", "csubj", "nsubj:pass", "obl:agent"})
APART = frozenset({"root", "parataxis", "list", "dep", "vocative", "dislocated", "orphan"})
DEALING = frozenset({"to", "with", "from", "for", "against"})
NAMING = frozenset({"name", "rename", "call"})
PRESENT = frozenset({"VBZ", "VBP", "MD"})


def _words(key: str) -> frozenset[str]:
    return word_set("bygone.yaml", key)


def of_today(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """The claims; a post or rank that has the document's day has it only where its bearer is seen to live then."""
    lookup = scene.lookup
    dead = set(_bearers_of(lookup, claims, DYING))
    alive = set(_bearers_of(lookup, claims, {"says": "speaker", "denies": "speaker"}))
    return [_dated(scene, c, dead, alive) if _is_of_today(c) else c for c in claims]


def _is_of_today(claim: Claim) -> bool:
    """Whether a post or rank is dated by nothing but the document's day."""
    time = claim.valid
    return claim.argument("holder") is not None and time.inferred and time.span is None and not time.ends


def _bearers_of(lookup: Lookup, claims: Sequence[Claim], roles: dict[str, str]) -> Iterator[object]:
    """Everybody who has a role in a claim of what has happened."""
    for claim in claims:
        a = claim.argument(roles.get(claim.predicate, ""))
        if a is not None and claim.polarity == "affirmed" and claim.certainty not in HAPPENED_NOT:
            yield _identity(lookup, a)


def _identity(lookup: Lookup, a: Argument) -> object:
    chains = (lookup.chain_of.get(s) for s in (a.antecedent, a.span) if s is not None)
    return next((c.id for c in chains if c is not None), a.span)


def _dated(scene: Scene, claim: Claim, dead: set[object], alive: set[object]) -> Claim:
    holder = claim.argument("holder")
    at = claim.trigger or claim.evidence
    parse = scene.parse_at(at.start)
    who = _identity(scene.lookup, holder) if holder is not None else None
    if who in dead or (parse is not None and not _is_seen(scene, parse, claim, who in alive)):
        return replace(claim, valid=ValidTime())
    return claim


def _is_seen(scene: Scene, parse: Parse, claim: Claim, speaks: bool) -> bool:
    """Whether the sentence shows the holder of a post at work or dealt with; `speaks`: elsewhere he is heard."""
    holder = claim.argument("holder")
    if holder is None or holder.span is None or not parse.at(holder.span.start, holder.span.end):
        return True
    top = _top(parse, claim)
    above = list(parse.path_up(top))
    relation = parse.tokens[top].deprel
    if relation in APART or not above:
        return True
    if relation in DOING:
        return not _is_of_the_dead(parse, above[0], relation)
    if _words("deaths").intersection(parse.lemmas[k] for k in above):
        return False
    nouns = _nouns(parse, above)
    if any(_is_left_behind(parse, low, noun) for low, noun in zip((top, *nouns), nouns, strict=False)):
        return False
    verb = next((k for k in above if k not in nouns), -1)
    below = parse.tokens[nouns[-1]].deprel if nouns else relation
    if (
        below not in DOING
        and verb >= 0
        and (parse.lemmas[verb] in _words("told_of_the_dead") or _is_served(parse, top, verb))
    ):
        return False
    post = claim.argument("post")
    trade = post is not None and post.span is not None and scene.doc.quote(post.span).lower() in _trades()
    return speaks or not (trade or (_is_of_an_age(parse) and not any(_is_present(parse, k) for k in above)))


def _top(parse: Parse, claim: Claim) -> int:
    """The token by which the holder of a post hangs in the sentence: of "the mayor, Ana Mor, said" the mayor."""
    holder = claim.argument("holder")
    assert holder is not None and holder.span is not None
    head = parse.head_of(holder.span.start, holder.span.end) or 0
    while parse.tokens[head].deprel in TITLES or parse.base(head) in TITLES:
        head = parse.tokens[head].head
    return parse.first_conjunct(head)


def _nouns(parse: Parse, above: Sequence[int]) -> list[int]:
    """The words above the holder up to the verb: of "read the letters of Duda's aides" the aides and the letters."""
    verb = next((n for n, k in enumerate(above) if parse.tokens[k].upos == "VERB"), len(above))
    return list(above[:verb])


def _is_of_the_dead(parse: Parse, verb: int, relation: str) -> bool:
    """Whether what somebody does or suffers is told of the dead: "was shot dead", "lies buried", "founded by"."""
    lemma = parse.lemmas[verb]
    if relation == "obl:agent":
        return lemma in _words("told_of_the_dead")
    if any(parse.lemmas[k] in _words("buried") for k in parse.kids(verb, "conj")):
        return True  # "won the battle and is buried in the abbey"
    if parse.is_passive(verb):
        return lemma in _words("deaths") | _words("lived")
    return lemma in _words("lived") and parse.tokens[verb].xpos == "VBD"


def _is_left_behind(parse: Parse, low: int, noun: int) -> bool:
    """Whether a noun is what the dead leave: "the letters of Duda"; "a letter to Duda" is not."""
    return parse.lemmas[noun] in _words("left_behind") and parse.preposition(low) not in DEALING


def _is_served(parse: Parse, top: int, verb: int) -> bool:
    """Whether something was done under or beside somebody: "had served under General Duda", "named after him"."""
    if parse.lemmas[verb] in NAMING and parse.preposition(top) in ("after", "for", "in"):
        return True
    return parse.preposition(top) in ("under", "with", "beside") and parse.lemmas[verb] in _words("serving")


def _is_present(parse: Parse, verb: int) -> bool:
    return any(parse.tokens[k].xpos in PRESENT for k in (verb, *parse.kids(verb, "aux", "cop")))


def _is_of_an_age(parse: Parse) -> bool:
    """Whether a sentence speaks of another age: "during the civil war"."""
    return not _words("ages").isdisjoint(parse.lemmas)


def _trades() -> frozenset[str]:
    return role_lists()["occupations"]
