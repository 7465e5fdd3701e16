"""Mends of what is told, asked and held: on whose telling it hangs."""

from dataclasses import replace

from whence.annotate.mends.draft import FINITE, NOUNS, Draft
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.relations import PASSIVE, SUBJECTS
from whence.reader import Token
from whence.vocab import word_set


def asks_from_behind(draft: Draft, i: int) -> Token | None:
    """Whoever is behind "by" asks, and is not in what is asked: "was asked to mediate by the mayor"."""
    token, below = draft.tokens[i], draft.tokens[i].head
    if not token.deprel.startswith("obl") or token.upos not in NOUNS or not 0 <= below < i:
        return None
    inner, case = draft.tokens[below], draft.case(i)
    if draft.words[case] != "by" or inner.deprel != "xcomp" or inner.xpos != "VB" or not 0 <= inner.head < below:
        return None
    asked = any(t.head == inner.head and t.deprel == "aux:pass" for t in draft.tokens[:below])
    somebody = noun_type(token.lemma, draft.words[i]) in ("person", "organization") or token.upos == "PROPN"
    return replace(token, head=inner.head, deprel="obl:agent") if asked and somebody else None


def of_whom_accused(draft: Draft, i: int) -> Token | None:
    """What somebody is accused of hangs on the verb: "accused the mayor, Ivo Duda, of ordering the raid"."""
    token = draft.tokens[i]
    if token.deprel != "acl" or token.xpos != "VBG" or not 0 <= token.head < i or not draft.last("of", i):
        return None
    noun = token.head
    while draft.tokens[noun].deprel in ("appos", "flat") and draft.tokens[noun].head >= 0:
        noun = draft.tokens[noun].head
    verb = draft.tokens[noun].head
    if verb < 0 or draft.tokens[noun].deprel not in ("obj", "nsubj:pass"):
        return None
    accuses = draft.verb(verb) in word_set("grammar.yaml", "accusing")
    return replace(token, head=verb, deprel="advcl") if accuses else None


def told_before_and(draft: Draft, i: int) -> Token | None:
    """A time hangs on the predicate before it, not behind "and": "was dean until 2010 and has led it since"."""
    token, above = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "obl" or i >= above:
        return None
    joined = any(draft.words[k] in ("and", "but") and draft.tokens[k].head == above for k in range(i + 1, above))
    copular = {t.head for t in draft.tokens[:i] if t.deprel == "cop"} if joined else set()
    before = range(i - 1, -1, -1) if joined else ()
    told = next((k for k in before if draft.tokens[k].upos == "VERB" or k in copular), -1)
    return replace(token, head=told) if told >= 0 and i not in draft.above(told) else None


def tells_again(draft: Draft, i: int) -> Token | None:
    """A second verb of telling is of who tells, not of what is told: "said the pier was shut, and called it old"."""
    token, above = draft.tokens[i], draft.tokens[i].head
    if (
        token.deprel != "conj"
        or token.xpos not in ("VBD", "VBZ", "VBN")
        or not _tells(draft, i)
        or _tells(draft, above)
    ):
        return None
    told = next((k for k in (above, *draft.above(above)) if draft.tokens[k].deprel != "conj"), above)
    tells = draft.tokens[told].head
    if draft.tokens[told].deprel != "ccomp" or not tells < told or not _tells(draft, tells):
        return None
    own = {t.deprel for t in draft.tokens if t.head == i}
    joint = draft.last("and", i)
    bare = joint and not own & {"nsubj", "nsubj:pass", "csubj", "aux", "aux:pass", "mark"}
    further = draft.words[i] == "added" and draft.word(i + 1) == "that"
    apart = draft.words[joint - 1] == "," or draft.words[i] == draft.words[tells]
    apart = apart or further or _is_past_after_will(draft, i, told)
    form = draft.tokens[tells].xpos
    same = form in ("VBD", "VBZ") and token.xpos in ((form, "VBN") if form == "VBD" else (form,))
    return replace(token, head=tells) if bare and same and (apart or _is_mute(draft, told)) else None


def _is_past_after_will(draft: Draft, i: int, told: int) -> bool:
    """Whether a past cannot go on with what is to come: "said the crew would be held and added that it was small"."""
    ahead = any(t.head == told and t.xpos == "MD" for t in draft.tokens)
    below = any(t.head == i and t.deprel in ("ccomp", "obj") for t in draft.tokens)
    return ahead and (draft.tokens[i].xpos == "VBD" or below)


def _tells(draft: Draft, i: int) -> bool:
    """Whether a word is a verb that only somebody who tells, writes or judges does."""
    if draft.tokens[i].upos not in ("VERB", "NOUN", "ADJ", "AUX"):
        return False
    return draft.verb(i) in word_set("grammar.yaml", "telling")


def _is_mute(draft: Draft, verb: int) -> bool:
    """Whether what a verb tells is told of a thing, which says nothing: "the dam was drying the marsh"."""
    subjects = [k for k, t in enumerate(draft.tokens) if t.head == verb and t.deprel in ("nsubj", "nsubj:pass")]
    things = [k for k in subjects if draft.tokens[k].upos == "NOUN" or draft.words[k] in ("it", "this", "that")]
    return len(things) == 1 == len(subjects) and not any(_may_tell(draft, k) for k in things)


def _may_tell(draft: Draft, i: int) -> bool:
    return noun_type(draft.tokens[i].lemma.lower(), draft.words[i]) in ("person", "organization", "work")


def with_another_telling(draft: Draft, i: int) -> Token | None:
    """What another tells beside stands beside the telling: "said it was shut, with the Tide reporting a fire"."""
    token, above = draft.tokens[i], draft.tokens[i].head
    if token.xpos != "VBG" or token.deprel not in ("advcl", "acl", "conj") or not _tells(draft, i):
        return None
    doers = [k for k, t in enumerate(draft.tokens[:i]) if t.head == i and t.deprel == "nsubj"]
    opened = bool(doers) and any(
        draft.words[k] == "with" and draft.words[k - 1] == "," for k in range(above + 1, doers[-1])
    )
    told = next((k for k in (above, *draft.above(above)) if draft.tokens[k].deprel == "ccomp"), -1)
    tells = draft.tokens[told].head if told >= 0 else -1
    return replace(token, head=tells, deprel="advcl") if opened and 0 <= tells < told and _tells(draft, tells) else None


def behind_quote(draft: Draft, i: int) -> Token | None:
    """A verb behind a closed quotation is not in it: "warned that the clans “will shoot,” and called a vote"."""
    token, above = draft.tokens[i], draft.tokens[i].head
    joint = draft.last("and", i) if token.deprel == "conj" and token.xpos in FINITE else 0
    if joint < 1 or draft.words[joint - 1] not in ("”", '"', "''") or not above < joint:
        return None
    tells = draft.tokens[above].head
    told = draft.tokens[above].deprel == "ccomp" and 0 <= tells < above and draft.tokens[tells].xpos in FINITE
    own = any(t.head == i and t.deprel in SUBJECTS | PASSIVE for t in draft.tokens)
    return replace(token, head=tells) if told and not own else None


def asked_by(draft: Draft, i: int) -> Token | None:
    """What stands behind "and by" is next to what the "by" before has: "Lind, asked by Duda and by the mayor, left"."""
    token, case = draft.tokens[i], draft.case(i)
    if (
        token.deprel not in (*SUBJECTS, "obl")
        or draft.words[case] != "by"
        or case == 0
        or draft.words[case - 1] != "and"
    ):
        return None
    by = next((k for k in range(case - 2, -1, -1) if draft.words[k] == "by" and draft.tokens[k].deprel == "case"), -1)
    other = draft.tokens[by].head if by >= 0 else i
    beside = by < other < case and other not in (token.head, i) and i not in draft.above(other)
    return replace(token, head=other, deprel="conj") if beside and token.head > i else None


def told_first(draft: Draft, i: int) -> Token | None:
    """An -ing clause hangs on the clause told before it, not beside it: "He won, beating Vale, says the wire"."""
    token = draft.tokens[i]
    if token.deprel != "ccomp" or token.xpos != "VBG" or i > token.head:
        return None
    before = (k for k in range(i) if draft.tokens[k].head == token.head and draft.tokens[k].deprel == "ccomp")
    first = next(before, -1)
    return replace(token, head=first, deprel="advcl") if first >= 0 else None


def tells_between(draft: Draft, i: int) -> Token | None:
    """Whoever stands bare before "told" tells what stands around it: "The pier, a clerk of the yard told us, leaks"."""
    token, tokens = draft.tokens[i], draft.tokens
    subject = token.head
    if token.deprel != "appos" or token.upos not in NOUNS or not 0 <= subject < i:
        return None
    told = tokens[subject].head if tokens[subject].deprel in SUBJECTS | PASSIVE else -1
    verb = tokens[told].head if told > i and tokens[told].deprel == "ccomp" else -1
    bare = i < verb < told and not any(t.upos in ("PUNCT", "VERB") for t in tokens[i:verb])
    named = any(t.head == verb and t.deprel in SUBJECTS | PASSIVE for t in tokens) if bare else True
    return replace(token, head=verb, deprel="nsubj") if not named else None


def figure_told(draft: Draft, i: int) -> Token | None:
    """A number right behind a verb and before a comma is its object: "The council said 4, doctors spoke of 11"."""
    token, tokens = draft.tokens[i], draft.tokens
    told = token.deprel in {*SUBJECTS, "obl:unmarked"} and token.upos == "NUM" and i > 0 and token.head > i
    if not told or draft.word(i + 1) != "," or tokens[i - 1].xpos not in FINITE:
        return None
    another = any(t.head == token.head and t.deprel in SUBJECTS for t in tokens[i + 1 : token.head])
    return replace(token, head=i - 1, deprel="obj") if another else None


def asked_too(draft: Draft, i: int) -> Token | None:
    """A bare verb behind "and" joins the infinitive, not the verb above it: "urged him to wait and order tea"."""
    token, tokens = draft.tokens[i], draft.tokens
    above = token.head
    if token.deprel != "conj" or token.xpos != "VB" or not 0 <= above < i:
        return None
    if tokens[above].xpos not in FINITE or any(t.head == i and t.deprel in ("aux", "mark", "nsubj") for t in tokens):
        return None
    below = (k for k in range(i - 1, above, -1) if tokens[k].head == above and tokens[k].deprel == "xcomp")
    infinitive = next((k for k in below if draft.last("to", k)), None)
    return replace(token, head=infinitive) if infinitive is not None else None


def held_to_be(draft: Draft, i: int) -> Token | None:
    """What somebody is held to be stands behind him and says it of him: "they hold the league responsible for it"."""
    token, above = draft.tokens[i], draft.tokens[i].head
    told = token.deprel == "amod" and draft.words[i] in word_set("grammar.yaml", "answerable")
    if not told or not 0 <= above < i or draft.word(i + 1) not in ("for", "to", "of"):
        return None
    verb = draft.tokens[above].head
    holds = draft.tokens[above].deprel == "obj" and 0 <= verb < above
    holds = holds and draft.words[verb] in word_set("grammar.yaml", "holding")
    return replace(token, head=verb, deprel="xcomp") if holds else None


def held_to_have(draft: Draft, i: int) -> Token | None:
    """What somebody is held to do or have done is told by the verb before "to": "is rumoured to have sold the yard"."""
    token, above = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "advcl" or not 0 <= above < i or draft.word(above + 1) != "to":
        return None
    held = draft.verb(above) in word_set("grammar.yaml", "believing")
    below = {t.deprel: t for t in draft.tokens if t.head in (above, i)}
    passive = "aux:pass" in below and draft.tokens[above].xpos == "VBN"
    opened = draft.tokens[above + 1].head == i and not any(t.upos == "VERB" for t in draft.tokens[above + 1 : i])
    return replace(token, deprel="xcomp") if held and passive and opened else None


def asks_for_it(draft: Draft, i: int) -> Token | None:
    """What is asked for hangs on the asking, not on who asks: "an appeal by the board for helpers"."""
    token, asker = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "nmod" or token.upos not in NOUNS or not 0 < asker < i:
        return None
    asking = draft.tokens[asker].head
    by = draft.words[draft.case(asker)] in ("by", "from") and draft.words[draft.case(i)] == "for"
    asks = by and 0 <= asking < asker and draft.tokens[asking].lemma.lower() in word_set("grammar.yaml", "asking")
    return replace(token, head=asking) if asks else None


def according_to_whom(draft: Draft, i: int) -> Token | None:
    """ "According to" hangs on the title, not the name beside it nor what a comma parts from it.

    "It was sold, according to the clerk Ivo Duda, out of the yard": neither by Duda alone nor by the yard.
    """
    token, tokens, name = draft.tokens[i], draft.tokens, draft.tokens[i].head
    if draft.words[i] != "according" or token.deprel != "case" or name <= i:
        return None
    if tokens[name].deprel == "appos":
        title = tokens[name].head
        return replace(token, head=title) if i < title < name else None
    comma = next((k for k in range(i, name) if draft.words[k] == ","), i)
    beside = (k for k in range(i + 2, comma) if tokens[k].deprel == "obl" and tokens[k].head == tokens[name].head)
    noun = next(beside, -1)
    return replace(token, head=noun) if noun > 0 and draft.word(i + 1) == "to" else None
