"""Mends of clauses that tell of a noun: of which one."""

from dataclasses import replace

from whence.annotate.mends.draft import NOUNS, Draft
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.relations import PASSIVE, SUBJECTS
from whence.reader import Token
from whence.vocab import word_set

WHOLE = frozenset({"all", "both", "each"})
NO_PERSON = frozenset({"work", "place", "event", "facility", "law"})


def named_before_who(draft: Draft, i: int) -> Token | None:
    """The name right before "who" where a tree hung the clause on a noun not above it: "in Osh of Duda, who led"."""
    token = draft.tokens[i]
    who = draft.last("who", i, after=1) if token.deprel == "acl:relcl" else 0
    last = who - 2 if who and draft.words[who - 1] == "," else who - 1
    if who < 2 or draft.tokens[last].upos != "PROPN":
        return None
    head = draft.tokens[last].head if draft.tokens[last].deprel == "flat" else last
    apposed = last < who - 1 and head > 0 and draft.words[head - 1] == "," and draft.tokens[head].deprel == "appos"
    if apposed and token.head in draft.above(head) and token.head < head - 1 and not _plural(draft, i):
        return replace(token, head=head)  # "the husband of Ana Mor, Ivo, who died"
    noun = draft.words[token.head]
    if draft.tokens[head].upos != "PROPN" or noun_type(noun, noun) not in NO_PERSON:
        return None  # "the widow of Ivo Duda, who left": she may have left
    apart = token.head not in (head, last, *draft.above(head)) and i not in draft.above(head)
    return replace(token, head=head) if apart else None


def _plural(draft: Draft, i: int) -> bool:
    """Whether a clause tells of several: its verb or its auxiliary is a present plural."""
    return draft.tokens[i].xpos == "VBP" or any(t.head == i and t.xpos == "VBP" for t in draft.tokens)


def that_behind_its_subject(draft: Draft, i: int) -> Token | None:
    """A "that" behind a subject opens what explains it, not its verb's clause: "a motion, that Duda pay, was lost"."""
    token, tokens, verb = draft.tokens[i], draft.tokens, draft.tokens[i].head
    if token.deprel != "mark" or draft.words[i] != "that" or verb < i:
        return None
    subject = next((k for k in range(i) if tokens[k].head == verb and tokens[k].deprel in SUBJECTS | PASSIVE), -1)
    clauses = (k for k in range(i + 1, verb) if tokens[k].head == subject and tokens[k].deprel.startswith("acl"))
    own = next(clauses, -1)
    return replace(token, head=own) if subject >= 0 and own > 0 else None


def whose_subject(draft: Draft, i: int) -> Token | None:
    """The noun owned by "whose" is the subject of the relative clause: "Duda, whose wife runs the yard"."""
    token = draft.tokens[i]
    if token.deprel != "nsubj" or token.head >= i:
        return None
    owned = any(draft.words[k] == "whose" and draft.tokens[k].head == i for k in range(max(0, i - 4), i))
    later = range(i + 1, len(draft.tokens)) if owned else ()
    clauses = (k for k in later if draft.tokens[k].deprel == "acl:relcl" and draft.tokens[k].head == token.head)
    verb = next(clauses, -1)
    return replace(token, head=verb) if verb >= 0 else None


def in_which(draft: Draft, i: int) -> Token | None:
    """A clause with "in which" tells of the noun before it: "the job in which she followed Duda"."""
    token = draft.tokens[i]
    if token.deprel not in ("advcl", "advcl:relcl") or token.upos != "VERB":
        return None
    which = draft.last("which", i, after=1)
    noun = which - 2 if which and draft.words[which - 1] == "in" else -1
    if noun < 0 or draft.tokens[noun].upos != "NOUN" or i in draft.above(noun):
        return None
    return replace(token, head=noun, deprel="acl:relcl")


def done_to_the_nearest(draft: Draft, i: int) -> Token | None:
    """A participle tells of the "a" noun right before it: "the widow of a clerk killed in Osh": the clerk was."""
    token = draft.tokens[i]
    if token.deprel != "acl" or token.xpos != "VBN" or i <= 3:
        return None
    noun = draft.tokens[i - 1]
    owned = draft.words[i - 2] in ("a", "an") and draft.words[i - 3] == "of"
    beside = noun.upos == "NOUN" and noun.head == token.head and noun.deprel == "nmod"
    return replace(token, head=i - 1) if owned and beside else None


def is_in_town(draft: Draft, i: int) -> Token | None:
    """What is based somewhere is the maker, not its goods: "a maker of engines based in Osh"."""
    token, goods = draft.tokens[i], draft.tokens[i].head
    sited = token.deprel == "acl" and token.xpos == "VBN" and draft.words[i] in word_set("grammar.yaml", "sited")
    if not sited or not 0 < goods < i or draft.tokens[goods].deprel != "nmod" or draft.tokens[goods].xpos != "NNS":
        return None
    maker, case = draft.tokens[goods].head, draft.case(goods)
    if draft.words[case] != "of" or not 0 <= maker < case or draft.tokens[maker].xpos != "NN":
        return None
    lemma = draft.tokens[goods].lemma.lower()
    return replace(token, head=maker) if noun_type(lemma, lemma) not in ("organization", "facility") else None


def right_before_who(draft: Draft, i: int) -> Token | None:
    """A clause with "who" tells of the noun before it, not of the sentence: "helpers of the gunman who killed"."""
    token = draft.tokens[i]
    who = draft.last("who", i) if token.deprel == "advcl:relcl" and token.upos == "VERB" else 0
    if not who or draft.tokens[who - 1].upos not in NOUNS:
        return None
    return replace(token, head=who - 1, deprel="acl:relcl")


def last_of_a_row(draft: Draft, i: int) -> Token | None:
    """A clause with "who" tells of the one right before it, the last of a row: "Duda and a clerk who died"."""
    token, tokens = draft.tokens[i], draft.tokens
    who = draft.last("who", i) if token.deprel == "acl:relcl" else 0
    one = who - 1
    if not who or token.head >= one or tokens[one].xpos != "NN" or tokens[one].upos != "NOUN":
        return None
    joined = any(t.head == one and t.deprel == "cc" for t in tokens[:one])
    person = noun_type(tokens[one].lemma, draft.words[one]) == "person"
    return replace(token, head=one) if joined and person else None


def done_to_counted(draft: Draft, i: int) -> Token | None:
    """A participle between a number and its noun tells of the noun: "the return of 90 banned drivers"."""
    token, noun = draft.tokens[i], i + 1
    if token.xpos not in ("VBN", "VBD") or token.deprel == "amod" or not 0 < i < len(draft.tokens) - 1:
        return None
    number, counted = draft.tokens[i - 1], draft.tokens[noun]
    inside = number.deprel == "nummod" and number.head == noun and counted.upos == "NOUN" and counted.head != i
    alone = not any(t.head == i and t.upos != "PUNCT" for t in draft.tokens)
    return replace(token, head=noun, deprel="amod") if inside and alone and token.head >= 0 else None


def of_one_of_which(draft: Draft, i: int) -> Token | None:
    """A clause behind "one of which" tells of the one, not of them all: "two mills, one of which is shut"."""
    token = draft.tokens[i]
    if token.deprel != "acl:relcl" or token.head < 0:
        return None
    opens = (k for k in range(token.head + 2, i - 2) if draft.words[k + 1] == "of")
    one = next((k for k in opens if draft.words[k + 2] in ("which", "whom") and draft.tokens[k + 2].head == k), -1)
    apart = one > token.head and draft.words[one - 1] == "," and draft.words[one] not in WHOLE
    beside = apart and draft.tokens[one].deprel == "appos" and i not in draft.above(one)
    return replace(token, head=one) if beside else None


def behind_but(draft: Draft, i: int) -> Token | None:
    """A clause with "who" tells of the name behind "but": "not the mayor but the clerk Ana Mor who was shot"."""
    token, tokens = draft.tokens[i], draft.tokens
    if token.deprel != "acl:relcl" or not 0 <= token.head < i:
        return None
    who = next((k for k in range(token.head + 2, i) if draft.words[k] == "who" and tokens[k].head == i), 0)
    other = next((k for k in range(token.head + 1, who) if _joined_by_but(draft, k, token.head)), who)
    if other >= who - 1 or tokens[who - 1].upos != "PROPN":
        return None
    name = tokens[who - 1]
    return replace(token, head=name.head if name.deprel == "flat" else who - 1)


def _joined_by_but(draft: Draft, i: int, head: int) -> bool:
    """Whether "but" joins a token to the earlier `head`."""
    own = draft.tokens[i].deprel == "conj" and draft.tokens[i].head == head
    return own and any(draft.words[k] == "but" and draft.tokens[k].head == i for k in range(head + 1, i))


def as_amended(draft: Draft, i: int) -> Token | None:
    """What hangs on "as amended" belongs to what is above it: "under the Act, as amended, for having sold it"."""
    token, above = draft.tokens[i], draft.tokens[i].head
    if token.upos != "VERB" or above <= 0 or draft.words[above] != "amended" or draft.words[above - 1] != "as":
        return None
    return replace(token, head=draft.tokens[above].head)


def in_one_aside(draft: Draft, i: int) -> Token | None:
    """What "and" joins inside an aside: "the League, born in Osh, and counting nine clubs since two came, left"."""
    token = draft.tokens[i]
    joined = token.xpos == "VBG" and token.deprel == "conj" and token.head > i and draft.word(i - 1) == "and"
    if not joined:
        return None
    before = [k for k in range(i) if draft.tokens[k].deprel == "acl" and draft.tokens[k].xpos in ("VBN", "VBG")]
    opened = [k for k in before if k and draft.words[k - 1] == ","]
    return replace(token, head=opened[-1]) if opened else None
