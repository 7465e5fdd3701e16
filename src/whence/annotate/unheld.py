"""What somebody only stands for or plays: "ran for the Senate", "appeared as Nurse Kelly in the film".

Lives in encyclopedias and obituaries are full of both, and a reader of single words takes them for seats and names.
"""

from collections.abc import Iterator

from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.syntax import Parse
from whence.model import Claim
from whence.vocab import word_set

SEATS = frozenset({"member_of", "holds_role", "elects", "appoints", "served_at"})
LIVED = SEATS | frozenset(
    """
    holds_rank family_of alias_of kills injures attacks born died formed owns commands succeeds arrests abducts
    """.split()
)
NOMINAL = frozenset({"NOUN", "PROPN"})


def _words(key: str) -> frozenset[str]:
    return word_set("unheld.yaml", key)


def is_sought(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether a post or a seat is only stood for: "ran for the Senate", "was considered for minister of works"."""
    if claim.predicate == "opposes":
        return parse.lemmas[i] in _words("contesting") and any(
            parse.lemmas[f.token] in _words("elections") for f in parse.objects(i)
        )
    if claim.predicate not in SEATS:
        return False
    if claim.predicate == "member_of" and (_is_hopeful(parse, claim) or _is_beside_colleagues(parse, i, claim)):
        return True
    if parse.lemmas[i] in _words("considering"):
        return any(parse.preposition(k) == "for" for k in parse.children[i])
    return parse.lemmas[i] in _words("standing") and _is_for(parse, i, claim)


def _group(parse: Parse, claim: Claim) -> int | None:
    group = claim.argument("group")
    return parse.head_of(group.span.start, group.span.end) if group is not None and group.span is not None else None


def _is_beside_colleagues(parse: Parse, verb: int, claim: Claim) -> bool:
    """Whether somebody only worked with those of a body: "had worked with the Harbour Trio"."""
    head = _group(parse, claim)
    with_them = head is not None and parse.preposition(parse.first_conjunct(head)) == "with"
    return with_them and parse.lemmas[verb] in _words("working")


def _is_hopeful(parse: Parse, claim: Claim) -> bool:
    """Whether what stands before a body is what one is who wants to belong to it: "a candidate for the council"."""
    head = _group(parse, claim)
    if head is None or parse.preposition(head) not in ("for", "to"):
        return False
    return parse.tokens[head].head >= 0 and parse.lemmas[parse.tokens[head].head] in _words("hopefuls")


def _is_for(parse: Parse, verb: int, claim: Claim) -> bool:
    """Whether what a claim names beside its first argument is what a verb without object is for."""
    if parse.kids(verb, "obj"):
        return False
    sought = {k for f in parse.oblique(verb, "for") for k in parse.subtree(f.token)}
    spans = [a.span for a in claim.arguments[1:] if a.span is not None]
    return any(sought.intersection(parse.at(s.start, s.end)) for s in spans)


def is_of_object(parse: Parse, claim: Claim) -> bool:
    """Whether a post is that of whom somebody does something to: "Duda thanked the treasurer of the club"."""
    post, holder = claim.argument("post"), claim.argument("holder")
    if claim.predicate != "holds_role" or post is None or holder is None or post.span is None or holder.span is None:
        return False
    head, doer = (parse.head_of(s.start, s.end) for s in (post.span, holder.span))
    verb = parse.tokens[head].head if head is not None and parse.base(head) == "obj" else -1
    if head is None or verb < 0 or parse.tokens[verb].upos != "VERB" or parse.is_passive(verb):
        return False
    someone = noun_type(parse.lemmas[head], parse.word(head).lower()) == "person"
    acts = doer is not None and any(f.token == doer for f in parse.subjects(verb))
    return acts and someone and verb < head and parse.lemmas[verb] not in _words("becoming")


def is_played(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether a claim is of somebody who is played, or of nobody in a novel: "starred as Queen Elinor"."""
    if claim.predicate not in LIVED:
        return False
    spans = [a.span for a in claim.arguments if a.span is not None and parse.start <= a.span.start < parse.end]
    heads = [parse.head_of(s.start, s.end) for s in spans]
    tokens = {i, *(k for k in heads if k is not None)}
    return any(tokens.intersection(parse.subtree(k)) for k in _parts(parse)) or any(
        i in parse.subtree(k) for k in _tales(parse)
    )


def _parts(parse: Parse) -> Iterator[int]:
    """The heads of the parts that a sentence says somebody plays."""
    on_stage = not _words("stage").isdisjoint(parse.lemmas)
    for k, token in enumerate(parse.tokens):
        if token.upos not in NOMINAL or token.head < 0:
            continue
        verb = next((v for v in parse.path_up(k) if parse.tokens[v].upos == "VERB"), -1)
        if verb < 0 or verb > k:
            continue
        if parse.preposition(k) == "as" and _is_acted(parse, verb, on_stage or _is_somebody(parse, k)):
            yield k
        played = parse.lemmas[verb] in _words("playing") and parse.base(k) == "obj" and token.head == verb
        if played and (on_stage or (_is_named(parse, k) and parse.lemmas[verb] in _words("portraying"))):
            yield k


def _is_acted(parse: Parse, verb: int, told: bool) -> bool:
    """Whether "as" behind a verb opens a part: always behind "star", behind "appear" only where more tells of it."""
    lemma = parse.lemmas[verb]
    return lemma in _words("starring") or (told and lemma in _words("appearing"))


def _is_somebody(parse: Parse, k: int) -> bool:
    """Whether a token is a name and no office: "appeared as Chairman of the board" is no part."""
    return parse.tokens[k].upos == "PROPN" and noun_type(parse.lemmas[k], parse.word(k).lower()) == ""


def _is_named(parse: Parse, noun: int) -> bool:
    return any(parse.tokens[k].upos == "PROPN" for k in (noun, *parse.kids(noun, "appos", "flat")))


def _tales(parse: Parse) -> Iterator[int]:
    """The heads of what happens in a work: of "a novel about a judge who", "a play in which a judge"."""
    for k, lemma in enumerate(parse.lemmas):
        if lemma not in _words("tales"):
            continue
        for below in parse.kids(k, "nmod"):
            if parse.preposition(below) in ("about", "on", "of") and parse.tokens[below].upos == "NOUN":
                yield from (c for c in parse.kids(below, "acl") if not _is_named(parse, below))
        for clause in parse.kids(k, "acl"):
            inner = parse.children[clause]
            if any(parse.lemmas[w] == "where" or _in_which(parse, w) for w in inner):
                yield clause


def _in_which(parse: Parse, token: int) -> bool:
    return parse.lemmas[token] == "which" and parse.preposition(token) in ("in", "of")
