"""Mends of whole trees: nouns, names and sums."""

from dataclasses import replace

from whence.annotate.mends.draft import NOUNS, Draft
from whence.annotate.mentions.lexicon import heads
from whence.annotate.relations import SUBJECTS


def read_nouns(draft: Draft) -> None:
    """A noun with a preposition right before it is no verb, nor "been" its passive: "have been on strike"."""
    for i, token in enumerate(tuple(draft.tokens)):
        opened = i > 0 and draft.tokens[i - 1].head == i and draft.tokens[i - 1].deprel == "case"
        if token.upos != "VERB" or token.xpos not in ("NN", "NNS") or not opened:
            continue
        draft.tokens[i] = replace(token, upos="NOUN")
        for k in draft.children[i]:
            if draft.tokens[k].deprel == "aux:pass":
                draft.become(k, deprel="cop")


def name_price(draft: Draft) -> None:
    """The word "worth" opens the sum behind it as a preposition does: "63 bets worth $1.8 million"."""
    for i, token in enumerate(tuple(draft.tokens[:-1])):
        money = draft.words[i] == "worth" and draft.tokens[i + 1].upos in ("SYM", "NUM")
        if not money or token.head < 0 or {"cop", *SUBJECTS} & draft.relations(i):
            continue
        whole = i + 1
        while draft.tokens[whole].deprel in ("nummod", "compound") and draft.tokens[whole].head > i:
            whole = draft.tokens[whole].head
        above = token.head if token.head != whole else draft.tokens[whole].head
        noun = draft.tokens[above].upos in NOUNS
        if draft.tokens[whole].head == i:
            draft.hang(whole, above, "nmod" if noun else "obl")
        for k in tuple(draft.children[i]):
            draft.hang(k, above, draft.tokens[k].deprel)
        draft.hang(i, whole, "case")


def bear_names(draft: Draft) -> None:
    """A ship's name stands for it, not the noun before: "the ferry Sea Petrel was held"."""
    for i, token in enumerate(tuple(draft.tokens)):
        noun = token.head
        first = min((k for k in draft.children[i] if draft.tokens[k].deprel in ("compound", "flat")), default=i)
        beside = (
            token.deprel == "appos"
            and token.upos == "PROPN"
            and noun == min(first, i) - 1
            and draft.words[noun] in heads()["ship_nouns"]
        )
        if not beside or draft.tokens[noun].upos != "NOUN":
            continue
        draft.head_instead(i, noun)


def own_kin(draft: Draft) -> None:
    """Before "'s" stands an owner, and what "and" joins is the noun behind: "the clerk Duda and Ana Mor's aunt"."""
    for i, token in enumerate(tuple(draft.tokens)):
        case = next((k for k in draft.children[i] if k > i and draft.words[k] in ("'s", "’s", "'", "’")), 0)
        if token.deprel != "conj" or token.upos != "PROPN" or not 0 <= token.head < i or not case:
            continue
        noun = next((k for k in range(case + 1, len(draft.tokens)) if draft.tokens[k].upos not in ("ADJ", "NUM")), i)
        owned = noun > i and draft.tokens[noun].upos == "NOUN" and draft.tokens[noun].head in (i, token.head)
        if not owned or draft.tokens[noun].deprel not in ("conj", "appos", "nmod", "dep"):
            continue
        for k in [c for c in draft.children[i] if draft.tokens[c].deprel == "cc"]:
            draft.hang(k, noun, "cc")
        first = draft.tokens[token.head]
        draft.hang(noun, first.head if first.deprel == "appos" and first.head >= 0 else token.head, "conj")
        draft.hang(i, noun, "nmod:poss")


def join_nouns(draft: Draft) -> None:
    """Of two nouns side by side the last is the head, where a tree makes a clause of it: "is a member state of"."""
    for i, token in enumerate(tuple(draft.tokens)):
        first = i - 1
        if first < 0 or token.upos != "NOUN" or draft.tokens[first].upos != "NOUN":
            continue
        place = draft.tokens[first]
        below = token.head == first and token.deprel in ("acl", "advcl", "xcomp", "nmod")
        if not below and not (token.deprel == "xcomp" == place.deprel and token.head == place.head):
            continue
        draft.head_instead(i, first)


def join_explained(draft: Draft) -> None:
    """What "and" joins to a name does not explain it: "Ada Mensah and the chairman"."""
    draft.tokens = [
        replace(token, deprel="conj") if _is_joined(draft, i) else token for i, token in enumerate(draft.tokens)
    ]


def _is_joined(draft: Draft, i: int) -> bool:
    """Whether "and" or "or", with no comma before it, joins an apposition to what it hangs on."""
    token = draft.tokens[i]
    joins = (
        [k for k in draft.children[i] if k < i and draft.tokens[k].deprel == "cc"] if token.deprel == "appos" else []
    )
    if not joins or token.head > i or draft.words[joins[0]] not in ("and", "or"):
        return False
    # "Ada Mensah, the owner and director of the yard": what "and" joins are two posts.
    both = any(token.head < k < i and draft.tokens[k].deprel == "appos" for k in draft.children[token.head])
    return not both and (joins[0] == 0 or not draft.words[joins[0] - 1].endswith(","))
