"""Mends of what a verb does to whom: subjects, objects and what is given."""

from dataclasses import replace

from whence.annotate.mends.draft import NOUNS, Draft
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.relations import PASSIVE, SUBJECTS
from whence.reader import Token
from whence.vocab import word_set

BEHIND_DEATH = ("obl", "obj", "parataxis", "dep", "appos", "obl:unmarked", "nmod", "conj")


def founded(draft: Draft, i: int) -> Token | None:
    """What is founded, drawn as if it were said of the founder: "broke away and formed the Salt Party"."""
    token = draft.tokens[i]
    said = token.deprel == "xcomp" and token.upos in NOUNS and 0 <= token.head < i and draft.case(i) == i
    if not said or draft.words[token.head] not in word_set("grammar.yaml", "founding"):
        return None
    others = {t.deprel for t in draft.tokens if t.head == token.head}
    return replace(token, deprel="obj") if not others & {"obj", "aux:pass", "nsubj:pass"} else None


def given_over(draft: Draft, i: int) -> Token | None:
    """What stands bare right behind a verb and its particle is the object: "handed over the keys to Duda"."""
    token, verb = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "obl" or token.upos != "NOUN" or not 0 <= verb < i - 2 or draft.case(i) != i:
        return None
    first = next((k for k in range(verb + 1, i) if draft.tokens[k].head == i), i)
    particle = draft.tokens[first - 1]
    beside = particle.deprel == "compound:prt" and particle.head == verb == first - 2
    timed = any(draft.words[i] in word_set("dates.yaml", key) for key in ("unit", "units", "daypart", "season"))
    told = draft.tokens[first].upos in ("DET", "PRON", "NUM") and not timed
    alone = not any(t.head == verb and t.deprel in ("obj", "nsubj:pass") for t in draft.tokens)
    return replace(token, deprel="obj") if beside and told and alone else None


def got_from(draft: Draft, i: int) -> Token | None:
    """What stands bare behind "from" and a giver is the object: "received from the League four payments"."""
    token, verb = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "obl" or token.upos != "NOUN" or not 0 <= verb < i - 2 or draft.case(i) != i:
        return None
    if draft.words[verb] not in word_set("grammar.yaml", "getting") or draft.word(verb + 1) != "from":
        return None
    comma = next((k for k in range(verb, i) if draft.words[k] == ","), 0)
    if comma:  # "received from the League four payments, together nine dollars"
        noun = comma - 1
        summed = draft.word(comma + 1) == "together" and draft.tokens[noun].upos == "NOUN"
        return replace(token, head=noun, deprel="nmod") if summed else None
    timed = any(draft.words[i] in word_set("dates.yaml", key) for key in ("unit", "units", "daypart", "season"))
    alone = not any(t.head == verb and t.deprel in ("obj", "nsubj:pass") for t in draft.tokens)
    return replace(token, deprel="obj") if alone and not timed else None


def done_to_death(draft: Draft, i: int) -> Token | None:
    """Who stands right behind "to death" is killed: "gunmen shot to death a watchman"."""
    token = draft.tokens[i]
    if token.upos not in NOUNS or token.deprel not in BEHIND_DEATH or draft.case(i) != i:
        return None
    first = next((k for k in range(max(0, i - 8), i) if draft.tokens[k].head == i), i)
    if first < 3 or draft.words[first - 2 : first] != ["to", "death"]:
        return None
    verb = draft.tokens[first - 1].head
    if not 0 <= verb < first - 2 or draft.tokens[verb].upos != "VERB":
        return None
    alone = not any(t.head == verb and t.deprel in ("obj", "nsubj:pass") for t in draft.tokens)
    return replace(token, head=verb, deprel="obj") if alone else None


def next_in_tally(draft: Draft, i: int) -> Token | None:
    """A name behind what another won goes on with the row, and was not won: "Delta won 41 seats, the Salt Party 25"."""
    token, verb = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "obj" or token.upos != "PROPN" or not 0 <= verb < i or draft.case(i) != i:
        return None
    objects = (k for k in range(verb + 1, i) if draft.tokens[k].head == verb and draft.tokens[k].deprel == "obj")
    won = next(objects, 0)
    counted = won and any(t.head == won and t.deprel == "nummod" for t in draft.tokens[verb:won])
    apart = counted and draft.word(won + 1) == ","
    return replace(token, deprel="conj") if apart else None


def suffers(draft: Draft, i: int) -> Token | None:
    """What stands bare right before "was" with a passive is its subject: "Ivo Duda was banned"."""
    token, tokens = draft.tokens[i], draft.tokens
    if token.deprel not in ("obl:agent", "obj") or draft.case(i) != i:
        return None
    end = i + 1
    while end < len(tokens) and tokens[end].head == i and tokens[end].deprel in ("flat", "compound"):
        end += 1
    while end < len(tokens) and tokens[end].deprel == "aux" and tokens[end].head > end:
        end += 1
    if end == len(tokens) or tokens[end].deprel != "aux:pass" or tokens[end].head < end:
        return None
    verb = tokens[end].head
    # "A judge probing the firm was murdered": who was has been said.
    told = any(t.head == verb and t.deprel in SUBJECTS | PASSIVE for t in tokens[:i])
    return None if told or i in draft.above(verb) else replace(token, head=verb, deprel="nsubj:pass")


def for_one_to_act(draft: Draft, i: int) -> Token | None:
    """The one between "for" and "to" is who acts: "a call for the League to pay"."""
    token, words = draft.tokens[i], draft.words
    last = i
    while last + 1 < len(words) and draft.tokens[last + 1].head == i and draft.tokens[last + 1].deprel == "flat":
        last += 1
    if token.deprel not in ("nmod", "obl") or token.upos not in (*NOUNS, "PRON") or draft.word(last + 1) != "to":
        return None
    verb = draft.tokens[last + 1].head
    mark = next((k for k in range(i - 1, max(0, i - 6) - 1, -1) if words[k] == "for"), None)
    if verb <= last + 1 or mark is None or draft.tokens[mark].head != verb or draft.tokens[mark].deprel != "mark":
        return None
    return replace(token, head=verb, deprel="nsubj")


def done_by_others(draft: Draft, i: int) -> Token | None:
    """Who stands with "by" behind a deed did that, not the verb above: "denied a part in the murder of Mor by men"."""
    token, tokens, case = draft.tokens[i], draft.tokens, draft.case(i)
    verb = token.head
    if not token.deprel.startswith("obl") or draft.words[case] != "by" or not 0 <= verb < case or case == i:
        return None
    below = {t.deprel for t in tokens if t.head == verb}
    active = tokens[verb].upos == "VERB" and "obj" in below and not below & {"aux:pass", "nsubj:pass"}
    somebody = token.upos == "NOUN" and noun_type(token.lemma.lower(), draft.words[i]) in ("person", "organization")
    if not active or not somebody:
        return None
    whom = next((k for k in (case - 1, *draft.above(case - 1)) if tokens[k].deprel == "nmod"), -1)
    deed = tokens[whom].head if whom > verb and draft.words[draft.case(whom)] == "of" else -1
    told = verb < deed < whom and noun_type(tokens[deed].lemma.lower(), draft.words[deed]) == "event"
    return replace(token, head=deed, deprel="nmod") if told else None


def without_its_verb(draft: Draft, i: int) -> Token | None:
    """A name with a number and no verb joins the verb before: "held for murder and Ivo Duda to 12 years"."""
    token, tokens = draft.tokens[i], draft.tokens
    last = i + 1
    while last < len(tokens) and tokens[last].deprel == "flat" and tokens[last].head == i:
        last += 1
    noun = token.head
    joined = token.deprel == "conj" and token.upos == "PROPN" and 0 <= noun < i and tokens[noun].upos == "NOUN"
    counted = last + 1 < len(tokens) and draft.words[last] in ("to", "for") and tokens[last + 1].upos == "NUM"
    if not joined or not counted:
        return None
    verb = next((k for k in draft.above(noun) if tokens[k].upos == "VERB"), -1)
    number = tokens[last + 1].head if tokens[last + 1].deprel == "nummod" else last + 1
    return replace(token, head=verb) if 0 <= verb < noun and tokens[number].head in (verb, i) else None


def of_the_last_named(draft: Draft, i: int) -> Token | None:
    """A bare number at the end of a row is of the name before it: "Delta won 61 seats and the Tide of Ivo Duda 25"."""
    token, tokens = draft.tokens[i], draft.tokens
    verb = token.head
    bare = token.upos == "NUM" and token.deprel in ("obj", "obl", "obl:unmarked") and 0 <= verb < i - 2
    if not bare or draft.case(i) != i or draft.word(i + 1) not in ("", ".", ",", ";", "and"):
        return None
    told = any(tokens[k].head == verb and tokens[k].deprel == "obj" for k in range(verb + 1, i))
    names = (k for k in draft.above(i - 1) if verb < k < i and tokens[k].upos == "PROPN")
    name = next((k for k in names if tokens[k].head == verb and tokens[k].deprel in ("conj", "parataxis")), -1)
    return replace(token, head=name, deprel="nmod:unmarked") if told and name > verb else None


def refused_as(draft: Draft, i: int) -> Token | None:
    """What stands bare behind "as" and its word is the object: "dismissed as false the claim that he had paid"."""
    token, verb = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "parataxis" or token.upos not in NOUNS or not 0 <= verb < i or draft.word(verb + 1) != "as":
        return None
    between = draft.tokens[verb + 1 : i]
    bare = draft.case(i) == i and not any(t.upos in ("PUNCT", "VERB", "AUX") for t in between)
    alone = not any(t.head == verb and t.deprel in ("obj", "aux:pass") for t in draft.tokens)
    return replace(token, deprel="obj") if bare and alone else None


def whom_given(draft: Draft, i: int) -> Token | None:
    """Of two objects side by side the first is whom it is given: "denied the tenants a loan"."""
    token, verb = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "obj" or token.upos not in NOUNS or not 0 <= verb < i:
        return None
    other = next((k for k in range(i + 1, len(draft.tokens)) if draft.tokens[k].head == verb), -1)
    second = other > i and draft.tokens[other].deprel == "obj" and draft.tokens[other].upos in NOUNS
    beside = second and not any(t.upos in ("PUNCT", "ADP", "CCONJ") for t in draft.tokens[i:other])
    somebody = token.upos == "PROPN" or noun_type(token.lemma, draft.words[i]) in ("person", "organization")
    return replace(token, deprel="iobj") if beside and somebody else None


def sum_held(draft: Draft, i: int) -> Token | None:
    """A sum behind what holds it is in it, and no means of the verb: "was given an envelope with 5,000 dollars"."""
    token, verb, case = draft.tokens[i], draft.tokens[i].head, draft.case(i)
    if token.deprel != "obl" or not 0 <= verb < case - 1 or draft.words[case] not in ("with", "for", "worth"):
        return None
    noun = draft.tokens[case - 1]
    holds = noun.deprel == "obj" and noun.head == verb and noun.lemma.lower() in word_set("grammar.yaml", "sums")
    figure = any(t.head == i and t.deprel in ("nummod", "compound") and t.upos in ("NUM", "SYM") for t in draft.tokens)
    return replace(token, head=case - 1, deprel="nmod") if holds and figure else None


def supplied_with(draft: Draft, i: int) -> Token | None:
    """What somebody is supplied with hangs on the verb, not on whoever gets it: "supplied the guild with ropes"."""
    token, whom, case = draft.tokens[i], draft.tokens[i].head, draft.case(i)
    if token.deprel != "nmod" or token.upos != "NOUN" or not 0 <= whom < case or draft.words[case] != "with":
        return None
    got, verb = draft.tokens[whom], draft.tokens[whom].head
    supplies = got.deprel in ("obj", "iobj") and 0 <= verb < whom
    supplies = supplies and draft.verb(verb) in word_set("grammar.yaml", "supplying")
    somebody = got.upos == "PROPN" or noun_type(got.lemma, draft.words[whom]) in ("person", "organization")
    return replace(token, head=verb, deprel="obl") if supplies and somebody else None


def taken_prisoner(draft: Draft, i: int) -> Token | None:
    """Who is taken prisoner is the object of the verb, no word of a name: "they took Captain Ivo Duda hostage"."""
    token, noun = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "compound" or token.upos != "PROPN" or noun < i:
        return None
    held = draft.words[noun] in word_set("grammar.yaml", "held") and draft.tokens[noun].deprel in ("xcomp", "obj")
    verb = draft.tokens[noun].head
    return replace(token, head=verb, deprel="obj") if held and 0 <= verb < i else None


def given(draft: Draft, i: int) -> Token | None:
    """What stands bare behind the one to whom it is given is the object: "the club handed Duda a two-year ban"."""
    token, verb = draft.tokens[i], draft.tokens[i].head
    if token.deprel != "obl" or token.upos != "NOUN" or not 0 <= verb < i or draft.case(i) != i:
        return None
    if draft.verb(verb) not in word_set("grammar.yaml", "giving"):
        return None
    whom = any(draft.tokens[k].head == verb and draft.tokens[k].deprel in ("obj", "iobj") for k in range(verb + 1, i))
    opened = any(draft.tokens[k].head == i and draft.tokens[k].deprel in ("det", "nummod") for k in range(verb + 1, i))
    return replace(token, deprel="obj") if whom and opened else None


def done_by(draft: Draft, i: int) -> Token | None:
    """A name with "by" behind a time is who acts, and what stands by its side is told of the verb.

    "It was led until 2014 by Duda and, after a year, from May by Ana Mor": May and Mor are none of the year's.
    """
    token, tokens, above = draft.tokens[i], draft.tokens, draft.tokens[i].head
    if token.deprel != "nmod" or not 0 <= above < i or tokens[above].deprel != "obl":
        return None
    verb, case = tokens[above].head, draft.case(i)
    passive = verb >= 0 and any(t.head == verb and t.deprel == "aux:pass" for t in tokens)
    if not passive or verb > above or tokens[above].lemma.lower() not in word_set("grammar.yaml", "lasting"):
        return None
    if draft.words[case] == "by" and token.upos == "PROPN":
        return replace(token, head=verb, deprel="obl:agent")
    apart = case < i and draft.words[case - 1] == ","
    return replace(token, head=verb, deprel="obl") if apart else None
