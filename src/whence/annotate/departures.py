"""Posts that end where they are named: "the mayor of Osh, Ana Mor, resigned on Friday"."""

from collections.abc import Iterator
from dataclasses import replace

from whence.annotate.modality import Modality, modality
from whence.annotate.syntax import Parse
from whence.annotate.validity import Clock, until
from whence.model import Argument, Claim, Sentence, Span, ValidTime
from whence.vocab import load_words

LIST = "endings.yaml"
FOLLOWED = "holds_role.followed"


def departed(clock: Clock, sentence: Sentence, parse: Parse, claim: Claim) -> Claim:
    """The claim of a post with its end, where its holder leaves it in the same sentence.

    The end is the time of the leaving; where the sentence has none, the document's own date, inferred.
    """
    holder = claim.argument("holder")
    followed = claim.maker.rule == FOLLOWED  # ends when the next begins, unless the sentence tells of the leaving
    stated = not followed and (claim.valid.span is not None or claim.valid.ends)
    if claim.predicate != "holds_role" or holder is None or holder.span is None or stated:
        return claim
    if (claim.certainty, claim.polarity) != ("asserted", "affirmed"):
        return claim
    for verb in _leavings(parse, holder.span, claim.argument("post")):
        if verb not in parse.at(*_span(claim)):
            left = clock.of_token(sentence, parse, verb, False)
            valid = None if followed and not (left.end or left.start) else _until(clock, left)
            return replace(claim, valid=valid) if valid is not None else claim
    return claim


def _span(claim: Claim) -> tuple[int, int]:
    """Where the words of a claim stand."""
    at = claim.trigger or claim.evidence
    return at.start, at.end


def _until(clock: Clock, time: ValidTime) -> ValidTime | None:
    """Valid until a time, or until the document's date; None where neither is known."""
    if time.end or time.start:
        return until(time)
    day = clock.day
    return ValidTime(None, day, f"../{day}", True) if day else None


def _leavings(parse: Parse, holder: Span, post: Argument | None) -> Iterator[int]:
    """Verbs that say of the holder that he or she leaves, as a fact and without another post than this."""
    bearer = bearers(parse, holder)
    head = parse.head_of(holder.start, holder.end)
    owned = parse.tokens[head].head if head is not None and parse.tokens[head].deprel == "nmod:poss" else -1
    for verb, token in enumerate(parse.tokens):
        leaver = _leaver(parse, verb) if token.upos == "VERB" else []
        left = owned >= 0 and any(f.token == owned for f in parse.objects(verb))  # "quit his job as coach"
        if not leaver or not (left or bearer.intersection(leaver)):
            continue
        if modality(parse, verb) == Modality() and not _another_post(parse, verb, post):
            yield verb


def bearers(parse: Parse, holder: Span) -> set[int]:
    """The tokens of a name and the nouns that it explains: of "the mayor, Ana Mor, resigned" the mayor as well."""
    bearer = set(parse.at(holder.start, holder.end))
    head = parse.head_of(holder.start, holder.end)
    while head is not None and parse.base(head) in ("appos", "flat", "compound"):
        head = parse.tokens[head].head
        bearer.add(head)
    return bearer


def _leaver(parse: Parse, verb: int) -> list[int]:
    """Who leaves a post by what the verb says, as token indices."""
    words = load_words(LIST)
    lemma = parse.lemmas[verb]
    if lemma in words["removes"]:
        return [f.token for f in parse.objects(verb)]
    phrases = {f"{lemma} {parse.lemmas[k]}" for k in parse.kids(verb, "compound", "advmod")}
    left = {parse.lemmas[f.token] for f in parse.objects(verb)}
    leaves = lemma in words["leaves"] and not left
    leaves = leaves or bool(phrases.intersection(words["leaves_with"]))
    leaves = leaves or (lemma in words["leaves_post"] and bool(left.intersection(words["posts"])))
    return [f.token for f in parse.subjects(verb)] if leaves else []


def _another_post(parse: Parse, verb: int, post: Argument | None) -> bool:
    """Whether the verb names what is left, and that is not the post: "resigned as chairman", "left the board"."""
    own = set(load_words(LIST)["posts"])
    this = set(parse.at(post.span.start, post.span.end)) if post is not None and post.span is not None else set()
    if parse.kids(verb, "xcomp"):
        return True
    named = (f.token for preposition in ("as", "from") for f in parse.oblique(verb, preposition))
    return any(parse.lemmas[k] not in own and k not in this for k in named)
