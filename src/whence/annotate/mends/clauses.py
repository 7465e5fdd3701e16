"""Mends of whole trees: verbs, their clauses and what stands for them."""

from dataclasses import replace

from whence.annotate.lemmas import is_waited, verb_lemma
from whence.annotate.mends.draft import FINITE, NOUNS, Draft
from whence.annotate.relations import GERUND, PASSIVE, RELATIVE, SUBJECTS
from whence.vocab import word_set

# What a reader takes a verb for, and what only a verb has below it.
MISREAD = frozenset({"NOUN", "PROPN", "PART", "ADJ", "X", "DET"})
CLAUSE_BELOW = frozenset({"nsubj", "nsubj:pass", "ccomp", "xcomp", "advcl", "aux:pass"})


def turn_predicates(draft: Draft) -> None:
    """The noun after "is" is the predicate where a tree hung it on its subject: "Duda is head of a yard"."""
    for i, token in enumerate(tuple(draft.tokens)):
        above = token.head
        if token.deprel != "appos" or not 0 <= above < i or draft.tokens[above].upos not in NOUNS:
            continue
        below = [k for k in draft.children[i] if draft.tokens[k].upos != "PUNCT"]
        cop = next((k for k in below if draft.tokens[k].deprel == "cop"), -1)
        subjects = [draft.words[k] for k in below if draft.tokens[k].deprel in SUBJECTS]
        if cop > above and RELATIVE.intersection(subjects):
            draft.become(i, deprel="acl:relcl")  # "Duda, who was head of a yard,"
            continue
        bare = cop > above and not subjects and cop == min(below)
        if bare and (draft.tokens[above].deprel == "root" or _beside(draft, above, cop)):
            draft.put_above(i, above)


def _beside(draft: Draft, head: int, other: int) -> bool:
    """Whether only what belongs to the name `head` stands between it and a later token, and no comma."""
    return all(t.head == head and t.upos != "PUNCT" for t in draft.tokens[head + 1 : other])


def open_with_that(draft: Draft) -> None:
    """A clause with "that" and a subject is told, no infinitive and no object: "directed that Duda be held"."""
    for i, token in enumerate(tuple(draft.tokens)):
        if token.deprel not in ("xcomp", "obj"):
            continue
        marks = [k for k in draft.children[i] if draft.tokens[k].deprel == "mark"]
        if marks and draft.words[marks[-1]] == "that" and (SUBJECTS | PASSIVE) & draft.relations(i):
            draft.become(i, deprel="ccomp")


def join_past(draft: Draft) -> None:
    """A bare past right behind a verb and a comma is the next of a row: "the ministry founded, armed groups"."""
    for i, token in enumerate(tuple(draft.tokens)):
        below = draft.relations(i)
        past = token.xpos == "VBD" or (token.xpos == "VBN" and "obj" in below and not below & {"aux", "aux:pass"})
        beside = i > 1 and token.head == i - 2 and draft.words[i - 1] == "," and past
        if token.deprel == "ccomp" and beside and not (SUBJECTS | PASSIVE | {"mark"}) & below:
            draft.become(i, deprel="conj")
            draft.tokens[i] = replace(draft.tokens[i], xpos="VBD")


def read_left(draft: Draft) -> None:
    """Who is left dead is the object of the verb, however many they are: "the war left over 6,000 dead in Osh"."""
    hurt = word_set("grammar.yaml", "left")
    for verb, token in enumerate(tuple(draft.tokens)):
        if token.upos != "VERB" or draft.words[verb] not in ("left", "leave", "leaves", "leaving"):
            continue
        end = next((k for k in range(verb + 1, min(verb + 9, len(draft.words))) if draft.words[k] in hurt), 0)
        row = range(verb + 1, end)
        many = [k for k in row if draft.tokens[k].upos == "NUM" or draft.words[k] in word_set("grammar.yaml", "many")]
        if not many or any(draft.tokens[k].upos in ("VERB", "AUX", "PUNCT") for k in row):
            continue
        nouns = [k for k in row if k > many[-1] and draft.tokens[k].upos in NOUNS]
        who = nouns[-1] if nouns else many[-1]
        draft.hang(end, verb, "xcomp")
        draft.hang(who, verb, "obj")
        if nouns and draft.tokens[many[-1]].head not in (who, *many):
            draft.hang(many[-1], who, "nummod")
        for k in tuple(draft.children[end]):
            if k > end and draft.tokens[k].deprel == "obl":
                draft.hang(k, verb, "obl")


def read_tolls(draft: Draft) -> None:
    """A number right before "wounded" is who was: "two men were killed and 30 wounded"."""
    hurt = word_set("grammar.yaml", "hurt")
    for i, token in enumerate(tuple(draft.tokens)):
        if token.deprel != "conj" or draft.words[i] not in hurt or draft.tokens[token.head].xpos != "VBN":
            continue
        if i - 1 in draft.children[i] and draft.tokens[i - 1].upos == "NUM":
            draft.become(i - 1, deprel="nsubj:pass")
            draft.tokens[i] = replace(token, upos="VERB", xpos="VBN")


def turn_round(draft: Draft) -> None:
    """Behind a participle that opens a sentence, and "was", stands its subject: "Also sunk was the ferry"."""
    verb = next((i for i, t in enumerate(draft.tokens) if t.upos not in ("ADV", "PUNCT")), 0)
    if draft.tokens[verb].xpos != "VBN" or (SUBJECTS | PASSIVE | {"aux"}) & draft.relations(verb):
        return
    root = draft.tokens[verb].deprel == "root"
    row = draft.children[verb] if root else [draft.tokens[verb].head]
    who = next((k for k in row if k > verb and _follows_was(draft, k) is not None), 0)
    was = _follows_was(draft, who) if who else None
    if was is None or draft.tokens[was].head not in (verb, who) or not (root or draft.tokens[who].deprel == "root"):
        return
    if not root:
        draft.hang(verb, -1, "root")
        draft.hang(who, verb, "nsubj:pass")
    draft.become(who, deprel="nsubj:pass")
    draft.hang(was, verb, "aux:pass")


def _follows_was(draft: Draft, i: int) -> int | None:
    """The "was" right before a bare noun without a subject, and the words that belong to it."""
    if draft.tokens[i].upos not in NOUNS or {"case", *SUBJECTS} & draft.relations(i):
        return None
    first = i
    while first > 0 and draft.tokens[first - 1].head == i and draft.tokens[first - 1].upos not in ("AUX", "PUNCT"):
        first -= 1
    return first - 1 if first and draft.words[first - 1] in ("was", "were", "is", "are") else None


def join_having(draft: Draft) -> None:
    """The verb "having" is the auxiliary of the participle it opens: "for having materially assisted the firm"."""
    for i, token in enumerate(tuple(draft.tokens)):
        if draft.words[i] != "having" or token.upos != "VERB":
            continue
        after = next((k for k in range(i + 1, len(draft.tokens)) if draft.tokens[k].upos != "ADV"), i)
        verb = draft.tokens[after]
        if verb.xpos != "VBN" or verb.head not in (i, token.head) or verb.head == after:
            continue
        for k in [c for c in draft.children[i] if c != after]:
            draft.hang(k, after, draft.tokens[k].deprel)
        draft.hang(after, token.head, token.deprel if verb.head == i else verb.deprel)
        draft.hang(i, after, "aux")


def raise_finite(draft: Draft) -> None:
    """The finite verb is the root, not the -ing clause behind it: "Vale, 29, became mayor, beating Duda"."""
    for i, token in enumerate(tuple(draft.tokens)):
        opened = token.deprel == "root" and i > 0 and draft.words[i - 1] == "," and GERUND.search(draft.words[i])
        if not opened or "aux" in draft.relations(i):
            continue
        names = (k for k in draft.children[i] if k < i and draft.tokens[k].deprel == "nsubj")
        told = next(((k, verb) for k in names if (verb := _bare_past(draft, k)) is not None), None)
        if told is not None:
            name, verb = told
            draft.hang(verb, -1, "root")
            draft.hang(name, verb, "nsubj")
            draft.hang(i, verb, "advcl")


def raise_told(draft: Draft) -> None:
    """A past with its object behind "who" and a comma is what is told: "Duda, who was ill, named Mor to follow him"."""
    for i, token in enumerate(tuple(draft.tokens)):
        noun = token.head
        past = token.deprel in ("acl", "acl:relcl") and token.xpos == "VBD" and draft.words[i - 1] == ","
        if not past or noun < 0 or draft.tokens[noun].deprel != "root" or draft.tokens[noun].upos not in NOUNS:
            continue
        below = draft.relations(i)
        bare = "obj" in below and not below & (SUBJECTS | PASSIVE | {"mark", "cop", "aux"})
        if bare and RELATIVE.isdisjoint(draft.words[k] for k in draft.children[i]) and _is_told_of(draft, noun, i):
            draft.put_above(i, noun)


def _is_told_of(draft: Draft, noun: int, end: int) -> bool:
    """Whether a clause with "who" tells of a noun before a later word."""
    clauses = (k for k in draft.children[noun] if noun < k < end and draft.tokens[k].deprel == "acl:relcl")
    return any(not RELATIVE.isdisjoint(draft.words[c] for c in draft.children[k]) for k in clauses)


def _bare_past(draft: Draft, name: int) -> int | None:
    """The past form that hangs on a name as a clause and has no subject or relative pronoun of its own."""
    for verb in draft.children[name]:
        if draft.tokens[verb].deprel != "acl:relcl" or draft.tokens[verb].xpos != "VBD":
            continue
        below = draft.children[verb]
        if not draft.relations(verb) & (SUBJECTS | PASSIVE) and RELATIVE.isdisjoint(draft.words[k] for k in below):
            return verb
    return None


def read_verbs(draft: Draft) -> None:
    """A word with a clause or a subject below it is a verb, whatever it was read as: "denied" is no noun there."""
    for i, token in enumerate(draft.tokens):
        word = draft.words[i]
        if (
            token.upos not in MISREAD
            or not word.endswith(("ed", "ies"))
            or not is_waited(verb_lemma(word, token.lemma))
        ):
            continue
        below = draft.relations(i)
        if below & CLAUSE_BELOW and not below & {"cop", "det", "case", "amod", "nmod:poss"}:
            draft.tokens[i] = replace(token, upos="VERB", xpos="VBN" if below & {"aux", "aux:pass"} else "VBD")


def act_of_founding(draft: Draft) -> None:
    """Whoever forms a thing is not formed: "the Salt Party formed a government", drawn as a passive participle."""
    for i, token in enumerate(draft.tokens):
        below = draft.relations(i)
        if token.xpos == "VBN" and draft.words[i] in word_set("grammar.yaml", "founding") and "obj" in below:
            joined = token.deprel == "conj" and draft.tokens[token.head].xpos in FINITE
            if ("nsubj" in below or joined) and not below & {"aux", "aux:pass", "nsubj:pass"}:
                draft.tokens[i] = replace(token, xpos="VBD")
