"""Mends of small words: prepositions, adverbs and numbers."""

from dataclasses import replace

from whence.annotate.mends.draft import Draft
from whence.reader import Token
from whence.vocab import word_set

HALF = ["and", "a", "half"]


def introduces(draft: Draft, i: int) -> Token | None:
    """A preposition belongs to the noun right behind it, not beside it: "steps in for Duda"."""
    token = draft.tokens[i]
    if token.deprel != "obl" or token.upos != "ADP" or i + 1 == len(draft.tokens):
        return None
    noun = draft.tokens[i + 1]
    bare = noun.deprel == "obl" and noun.head == token.head and draft.case(i + 1) == i + 1
    return replace(token, head=i + 1, deprel="case") if bare else None


def opens_the_name(draft: Draft, i: int) -> Token | None:
    """A preposition hangs on the head of the name behind it, not on its last word or on the noun before: "of Osh"."""
    token = draft.tokens[i]
    if token.deprel != "case" or token.upos != "ADP" or token.head < 0:
        return None
    above = draft.tokens[token.head]
    if token.head > i and above.deprel in ("flat", "compound") and above.head > i:
        return replace(token, head=above.head)
    if token.head != i - 1 or above.upos != "NOUN":
        return None
    behind = range(i + 1, min(i + 6, len(draft.tokens)))
    noun = next((k for k in behind if draft.tokens[k].head == i - 1 and draft.tokens[k].deprel == "nmod"), -1)
    return replace(token, head=noun) if noun > 0 and draft.case(noun) == noun else None


def doubts_the_next(draft: Draft, i: int) -> Token | None:
    """An adverb between a comma and a preposition is of what follows: "sold it, apparently by mistake"."""
    token, tokens = draft.tokens[i], draft.tokens
    if token.deprel != "advmod" or not 0 <= token.head < i - 1 or draft.words[i - 1] != "," or i + 1 == len(tokens):
        return None
    noun = tokens[i + 1].head if tokens[i + 1].deprel == "case" else -1
    own = noun > i and tokens[noun].deprel == "obl" and tokens[noun].head == token.head
    return replace(token, head=noun) if own else None


def pulled_out(draft: Draft, i: int) -> Token | None:
    """The word "out" goes with the verb before it where somebody leaves a body: "pulled out of the front"."""
    token = draft.tokens[i]
    out = draft.words[i] == "out" and token.deprel == "case" and draft.word(i + 1) == "of" and i > 0
    if not out or token.head <= i or draft.tokens[token.head].head != i - 1:
        return None
    leaves = draft.verb(i - 1) in word_set("grammar.yaml", "leaving")
    return replace(token, head=i - 1, deprel="compound:prt") if leaves else None


def counts_the_next(draft: Draft, i: int) -> Token | None:
    """A number counts the noun right behind it: "wrote two months ago that he holds 74 shares" has no 74 months."""
    token = draft.tokens[i]
    far = token.deprel == "nummod" and token.head < i - 1
    far = far and draft.tokens[token.head].upos != "SYM"  # "a $6 billion dock"
    return replace(token, head=i + 1) if far and _is_before_noun(draft, i) else None


def between_two(draft: Draft, i: int) -> Token | None:
    """The second number counts what both bound: "between 10 and 12 men"."""
    token = draft.tokens[i]
    bound = _is_before_noun(draft, i) and draft.words[i - 1] == "and" and draft.words[i - 3] == "between"
    bound = bound and draft.tokens[i - 2].upos == "NUM"
    return replace(token, head=i + 1, deprel="nummod") if bound else None


def _is_before_noun(draft: Draft, i: int) -> bool:
    """Whether a token is a number, not among the first words, with a noun right behind it."""
    number = draft.tokens[i].upos == "NUM" and 2 < i < len(draft.tokens) - 1
    return number and draft.tokens[i + 1].upos == "NOUN"


def stranded(draft: Draft, i: int) -> Token | None:
    """A preposition right before "by" is the verb's and opens no noun: "the feast was paid for by the guild"."""
    token, tokens = draft.tokens[i], draft.tokens
    if token.deprel != "case" or token.head <= i or i == 0 or draft.word(i + 1) != "by":
        return None
    by, verb = tokens[i + 1], tokens[i - 1]
    done = by.deprel == "case" and by.head == token.head and verb.upos == "VERB" and verb.xpos == "VBN"
    return replace(token, head=i - 1, deprel="obl") if done and tokens[token.head].head == i - 1 else None


def stranded_by_question(draft: Draft, i: int) -> Token | None:
    """A preposition at a question's end opens the noun that is asked for: "which board does the club belong to?"."""
    token, tokens = draft.tokens[i], draft.tokens
    if token.upos != "ADP" or token.deprel == "case" or draft.word(i + 1) != "?" or not 0 <= token.head < i:
        return None
    asked = (k for k in range(1, i) if tokens[k].head == token.head and tokens[k].upos in ("NOUN", "PROPN"))
    noun = next((k for k in asked if draft.words[k - 1] in ("which", "what", "whose") and tokens[k - 1].head == k), -1)
    return replace(token, head=noun, deprel="case") if noun > 0 else None


def being_behind(draft: Draft, i: int) -> Token | None:
    """What somebody is behind says what he is, and its preposition does not: "denied being behind the murder"."""
    token, tokens = draft.tokens[i], draft.tokens
    place = tokens[token.head] if token.head > i else token
    if token.deprel != "cop" or place.deprel != "case" or place.upos != "ADP" or place.head <= token.head:
        return None
    return replace(token, head=place.head)


def and_a_half(draft: Draft, i: int) -> Token | None:
    """A number with a half is one, and counts the noun behind it: "two and a half thousand dockers"."""
    token, words = draft.tokens[i], draft.words
    if (
        token.upos == "NUM"
        and list(words[i + 1 : i + 4]) == HALF
        and draft.word(i + 4) in word_set("grammar.yaml", "scales")
    ):
        return replace(token, head=i + 4, deprel="compound")
    counts = token.upos == "NUM" and i > 3 and list(words[i - 3 : i]) == HALF and token.deprel != "nummod"
    noun = i + 1 < len(draft.tokens) and draft.tokens[i + 1].upos == "NOUN"
    return replace(token, head=i + 1, deprel="nummod") if counts and noun else None


def not_the_other(draft: Draft, i: int) -> Token | None:
    """What stands behind "and not" and an aside is denied, and no verb before: "it cost 4, and not, as they say, 7"."""
    token, tokens, words = draft.tokens[i], draft.tokens, draft.words
    if words[i] != "not" or not 0 <= token.head < i or draft.word(i + 1) != "," or words[i - 1] not in ("and", "but"):
        return None
    close = next((k for k in range(i + 2, len(tokens)) if words[k] == ","), len(tokens))
    other = next((k for k in range(close + 1, len(tokens)) if tokens[k].upos in ("NUM", "NOUN", "PROPN")), -1)
    return replace(token, head=other) if other > 0 and tokens[token.head].upos == "VERB" else None


def some_number(draft: Draft, i: int) -> Token | None:
    """Before a number "some" tells how exact it is: "some 300 men" are not some of them."""
    token = draft.tokens[i]
    counts = token.deprel == "det" and draft.words[i] == "some" and draft.word(i + 1)[:1].isdigit()
    number = draft.tokens[i + 1] if counts else token
    return replace(token, head=i + 1, deprel="advmod") if counts and number.head == token.head else None
