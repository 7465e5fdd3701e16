"""What stands side by side and yet states nothing."""

import re

from whence.annotate.claims.posts import is_one
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.mentions.lexicon import roles as role_lists
from whence.annotate.sequences import SequenceMatch
from whence.annotate.syntax import Parse
from whence.model import Document
from whence.text.names.organization import is_acronym_of

NEXT_NOUN = re.compile(r" ([a-z]+)\b")
AS_BETWEEN = re.compile(r"\s+as\b.*", re.DOTALL)
CAME_AFTER = re.compile(r"\b(?:from|(?:replac|succeed|follow)(?:e?[sd]|ed|ing)?)\s+(?:[\w.]+\s+){0,2}$")


def is_of_another(parse: Parse, match: SequenceMatch) -> bool:
    """Whether a post is what the one before it is: "Mor is head of the mill, Duda is its clerk".

    Of "her rival is the president, Ivo Duda, who" he is both: a tree that hangs the name on the post is believed.
    """
    post, holder = match.roles.get("post"), match.roles.get("holder")
    if post is None or holder is None or holder.start < post.end:
        return False
    held = [k for k in parse.at(post.start, post.end) if parse.kids(k, "cop")]
    bearers = {parse.tokens[k].head for k in parse.at(holder.start, holder.end) if parse.base(k) == "appos"}
    before = ((k, s) for k in held for s in parse.kids(k, "nsubj") if parse.tokens[s].start < post.start)
    return any(k not in bearers or parse.tokens[s].upos != "NOUN" for k, s in before)


def is_title(text: str, start: int, end: int) -> bool:
    """Whether a rank and a name stand as the name of a thing: "The Private Life of a Cat"."""
    return text[max(0, start - 4) : start].lower() == "the " and text[end : end + 4] == " of "


def describes_next(doc: Document, match: SequenceMatch) -> bool:
    """Whether the name at the end only says of what sort a nameless body is: "a Houston-based LNG company"."""
    if match.pattern.name != "based.hyphen":
        return False
    after = NEXT_NOUN.match(doc.text, match.end)
    return after is not None and noun_type(after[1], after[1]) == "organization"


def owns_next(doc: Document, match: SequenceMatch) -> bool:
    """Whether the name at the end owns what follows: "run by Duda's nephew" is not run by Duda."""
    last = max(match.roles.values(), key=lambda item: item.end)
    post = match.roles.get("post")
    beside = match.pattern.predicate.name in ("holds_role", "holds_rank") and (
        post is None or "," not in doc.text[post.end : last.start]
    )
    return (
        not beside  # "President Duda's car" is a president's; of "its treasurer, Duda's niece Ada" no Duda is treasurer
        and last.end == match.end
        and last.kind in ("PERSON", "ORG")
        and doc.text[match.end : match.end + 2].startswith(("'s", "\u2019s"))
    )


def followed_as(doc: Document, match: SequenceMatch) -> bool:
    """Whether a post with "as" is that of whoever came after: "took over from Duda as head of the union"."""
    post, holder = match.roles.get("post"), match.roles.get("holder")
    if post is None or holder is None or not AS_BETWEEN.fullmatch(doc.text, holder.end, post.start):
        return False
    return bool(CAME_AFTER.search(doc.text, max(0, holder.start - 40), holder.start))


def many_ranks(doc: Document, match: SequenceMatch) -> bool:
    """Whether a rank in small letters is a plural, or a verb: "who pastors Grace Chapel"."""
    rank = match.roles.get("rank")
    words = doc.text[rank.start : rank.end] if rank is not None else ""
    return words.islower() and not is_one(words)


def other_letters(doc: Document, match: SequenceMatch) -> bool:
    """Whether what stands behind a name is no short form of it, or no letters that stand for a post."""
    post = match.roles.get("post")
    if match.pattern.name == "post.letters" and post is not None:
        return not doc.text[post.start : post.end].isupper()
    if match.pattern.name not in ("alias.initials", "alias.spelled_out"):
        return False
    whole, short = (doc.text[match.roles[r].start : match.roles[r].end] for r in ("bearer", "alias"))
    return not is_acronym_of(short.upper() if len(short) > 2 and short[:1].isupper() else short, whole)


def no_see(match: SequenceMatch) -> bool:
    """Whether a rank stands for a post though it is not one of the church's: "Colonel Duda of the Patrol"."""
    post = match.roles.get("post")
    if post is not None and post.kind == "STYLE" and match.pattern.name == "post.realm":
        return post.word not in ("king", "queen", "sultan", "emir")
    return post is not None and post.kind == "RANK" and post.word not in role_lists()["sees"]
