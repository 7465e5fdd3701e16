"""What stands at a place of the tree: a name, whom a pronoun or a title means, or a noun phrase."""

import re
from dataclasses import replace

from whence.annotate.arguments.around import (
    AUTHORITIES,
    STATE_NOUNS,
    apposed_name,
    behind_owner,
    is_asked,
    is_close,
    is_in_its_sentence,
    is_one_of,
    name_beside,
    noun_before,
    of_subject,
    relative_of,
    seat_end,
    seated_elsewhere,
    whole_number,
    without_article,
)
from whence.annotate.arguments.lookup import AGENTS, BODIES, NAMED, Candidate, Lookup
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.relations import RELATIVE
from whence.annotate.syntax import Parse
from whence.model import Mention
from whence.vocab import labels_of

TAIL_NOUNS = frozenset(
    """
    militia group movement party company firm bloc alliance faction cartel gang newspaper agency channel union
    network force organisation organization brigade team outlet broadcaster rebel
    """.split()
)
PLACE_NOUNS = frozenset(
    """
    city town village hamlet port district province region county island suburb neighbourhood neighborhood settlement
    municipality commune prefecture department republic kingdom emirate state site township locality parish
    """.split()
)
MODIFIES = re.compile(
    r"(?:(?:,| and| or) [\w-]+){0,3} (?:troops|forces|soldiers|citizens|officials|interests|diplomats|personnel|targets"
    r"|companies|firms|media)\b"
)
PLACED = re.compile(r"\s+of\s+(?:the\s+)?")
OF_GUARDS = frozenset("presidential national republican coast royal home civil border".split())
EVERY = frozenset({"each", "both", "all"})
OF_A_POST = frozenset({"organization", "place", "person"})


def candidate(lookup: Lookup, parse: Parse, token: int) -> Candidate | None:
    """What stands at `token`: the name whose head it is, a resolved title or pronoun, or the noun phrase."""
    t = parse.tokens[token]
    found = lookup.covering(t.start, t.end)
    for mention in found:
        if mention.form == "pronoun":
            if mention.value == "whose" and is_asked(lookup.doc.text, mention.span.start):
                return None
            noun = relative_of(parse, token)
            if noun is not None and (noun == token - 1 or of_subject(lookup, parse, noun, mention)):
                return candidate(lookup, parse, noun)
            if parse.lemmas[token] in RELATIVE and not is_in_its_sentence(lookup, parse, mention):
                # "who" and "which" mean somebody of their own sentence
                return owner(lookup, parse, token) or _who_before(lookup, parse, token)
            return _pronoun(lookup, mention) or owner(lookup, parse, token) or _which_before(lookup, parse, token)
    names = [m for m in found if m.form == "name" and m.type not in ("role", "quantity", "nationality", "money")]
    if names:
        named = as_named(lookup, names[0])
        return None if named.country and MODIFIES.match(lookup.doc.text, named.span.end) else named
    body = next((m for m in found if m.form == "nominal" and m.type == "organization"), None)
    if body is not None and lookup.name_of(body) is not None and not seated_elsewhere(lookup, parse, token, body):
        return Candidate(body.span, "organization", True, lookup.name_of(body), None, False, True)
    if any(m.type == "role" for m in found):
        titled = _titled(lookup, parse, token, next(m for m in found if m.type == "role"))
        if titled is not None:
            return titled
    nationality = next((m for m in found if m.type == "nationality"), None)
    if nationality is not None and parse.base(token) == "appos" and parse.kids(token, "det"):
        return candidate(lookup, parse, parse.tokens[token].head)  # "Vale, the Kenyan, who left"
    if nationality is not None and parse.base(token) in ("amod", "compound"):
        return Candidate(nationality.span, "organization", True, None, nationality.value or None, True)
    return _described(lookup, parse, token)


def as_thing(lookup: Lookup, parse: Parse, token: int, types: frozenset[str]) -> Candidate | None:
    """What stands at `token` for a role of these types: "the port of Lobos" is Lobos, but what is run is the port.

    A port, a mill or a hospital that has a director is a body.
    """
    item = candidate(lookup, parse, token)
    if item is not None and item.type == "facility" and not item.named and types == OF_A_POST:
        return replace(item, type="organization")
    if item is None or not item.named or accepts(types, item) or parse.lemmas[token] not in PLACE_NOUNS:
        return item
    kind = noun_type(parse.lemmas[token], parse.word(token).lower())
    start, end = parse.phrase(token)
    if kind not in types or not start <= item.span.start < end:
        return item
    return Candidate(lookup.doc.span(without_article(parse.text, start, end), end), kind, False)


def as_named(lookup: Lookup, mention: Mention) -> Candidate:
    """A mention as a candidate by its name."""
    country = mention.type == "place" and bool(mention.value)
    return Candidate(mention.span, mention.type, True, None, mention.value or None, country)


def _pronoun(lookup: Lookup, mention: Mention) -> Candidate | None:
    name = lookup.name_of(mention)
    if name is None:
        return None
    return Candidate(mention.span, lookup.chain_of[mention.span].type, True, name, None, False, True)


def owner(lookup: Lookup, parse: Parse, token: int) -> Candidate | None:
    """What "whose" and "of which" stand for: the noun on which the relative clause hangs, else that before a comma."""
    word = parse.word(token).lower()
    if word != "whose" and not (word in ("which", "whom") and parse.preposition(token) in ("of", "at")):
        return None
    above = parse.tokens[token].head
    every = word != "whose" and above == token - 2 and parse.lemmas[above] in EVERY
    if (
        word != "whose"
        and above >= 0
        and not every
        and (parse.tokens[above].upos in ("NUM", "DET", "ADJ") or parse.lemmas[above] == "one")
    ):
        return None  # "ten men, two of whom fell"
    noun = relative_of(parse, token)
    first = above if every else token  # "Delta Freight and Salt Lines, both of which"
    if noun is None:
        noun = noun_before(parse, first, token)
    found = candidate(lookup, parse, noun) if noun is not None else None
    if found is None or noun is None or not found.span.start < parse.tokens[noun].end:
        return found
    if found.span.end <= parse.tokens[token].start:
        return found
    return replace(found, span=lookup.doc.span(found.span.start, parse.tokens[noun].end))


def _who_before(lookup: Lookup, parse: Parse, token: int) -> Candidate | None:
    """Whoever stands before the comma before "who" or "which", where no tree and no chain tells who is meant."""
    word = parse.word(token).lower()
    if word not in ("who", "which") or token < 2 or parse.word(token - 1) != ",":
        return None
    noun = noun_before(parse, token, token)
    found = candidate(lookup, parse, noun) if noun is not None else None
    if found is None or ((found.type == "person") != (word == "who") and found.type != "organization"):
        return None
    return found


def _which_before(lookup: Lookup, parse: Parse, token: int) -> Candidate | None:
    return _who_before(lookup, parse, token) if parse.word(token).lower() == "which" else None


def _titled(lookup: Lookup, parse: Parse, token: int, role: Mention) -> Candidate | None:
    """Of "Guild chief X" the tree may take the title for the head; the person that it announces is meant."""
    if parse.tokens[token].xpos == "NNS" or parse.kids(token, "nummod"):
        return None  # "agents of the Guild" are nobody by name
    announced = lookup.announced(role)
    if announced is not None:
        return as_named(lookup, announced)
    for k in parse.kids(token, "flat", "appos", "compound", "nmod", "dep"):
        if k < token or (parse.base(k) == "appos" and not is_close(parse, token, k)):
            continue
        for m in lookup.covering(parse.tokens[k].start, parse.tokens[k].end):
            if m.type == "person" and m.form == "name" and parse.preposition(k) == "":
                return as_named(lookup, m)
    apposed = parse.base(token) not in ("obj", "iobj") and parse.preposition(token) in ("", "as")
    owner = lookup.apposed(role) if apposed else None  # "Ada Mensah, the widow of a minister", is no minister
    if owner is not None:
        return as_named(lookup, owner)
    name = lookup.name_of(role)
    if name is not None and not of_subject(lookup, parse, token, role):
        return Candidate(role.span, "person", True, name, None, False, True)
    return None


def _described(lookup: Lookup, parse: Parse, token: int) -> Candidate | None:
    t = parse.tokens[token]
    if t.upos not in ("NOUN", "PROPN", "NUM", "ADJ", "PRON", "VERB", "SYM"):
        return None
    start, end = parse.phrase(token)
    lemma = parse.lemmas[token]
    names = [m for m in lookup.covering(max(0, start - 2), end) if m.form == "name" and m.span.end <= end]
    # A tree may begin the phrase inside a name or behind it: "the House of Salt" before "party".
    start = min([start, *(m.span.start for m in names if _runs_into(lookup, m, lemma, start, t.start))])
    inner = [m for m in names if start <= m.span.start]
    before = [m for m in inner if m.span.end <= t.start and t.start - m.span.end <= 1]
    if lemma in TAIL_NOUNS and before and before[-1].type == "organization" and not is_one_of(parse, token):
        return as_named(lookup, before[-1])
    if lemma in TAIL_NOUNS and before and before[-1].type in ("law", "work", "event"):
        return replace(as_named(lookup, before[-1]), type="organization")  # "the Rule of Law bloc"
    if lemma in PLACE_NOUNS:
        behind = [m for m in inner if m.span.start > t.end and m.type in ("place", "organization", "facility")]
        if behind and PLACED.fullmatch(parse.text, t.end, behind[0].span.start):
            return as_named(lookup, behind[0])  # "the port city of Lobos" is Lobos
    if lemma in STATE_NOUNS:
        state = next((m for m in inner if m.value and m.type in ("nationality", "place")), None)
        if state is not None and lemma in (
            "government",
            "regime",
            "state",
            "authority",
            "administration",
            "leadership",
        ):
            return Candidate(state.span, "organization", True, None, state.value, True, True)
    subject = _told_of(lookup, parse, token)
    if subject is not None:
        return subject
    beside = name_beside(lookup, parse, token) if t.upos in ("NOUN", "ADJ") else None
    beside = beside or apposed_name(lookup, parse, token)
    if beside is not None:
        return as_named(lookup, beside)
    start = without_article(parse.text, whole_number(lookup, start), end)
    kind = noun_type(lemma, parse.word(token).lower())
    if lemma == "element" and t.xpos == "NNS" and any(m.type == "organization" for m in inner):
        kind = "person"  # "two elements of the Third Brigade"
    if lemma == "guard" and any(parse.lemmas[k] in OF_GUARDS for k in parse.kids(token, "amod", "compound")):
        kind = "organization"  # "the coast guard" is no man
    if not kind and any(m.type == "role" for m in lookup.covering(t.start, t.end)):
        kind = "person"
    kind = kind or lookup.told.get(t.end, (0, ""))[1]
    first, whole = lookup.told.get(end, (0, ""))
    kind = kind or (whole if first <= t.start else "")  # "the dismissal of a chief" is no person
    if kind == "organization" and end == t.end:
        sorts = labels_of("body_classes.yaml").get(lemma, frozenset())
        start = behind_owner(parse, token, start) if sorts & (AUTHORITIES | {"confederation"}) else start
        end = seat_end(lookup, end) if sorts & AUTHORITIES else end
    return Candidate(lookup.doc.span(start, end), kind, False)


def _runs_into(lookup: Lookup, name: Mention, lemma: str, start: int, noun: int) -> bool:
    """Whether a phrase that begins at `start` belongs to a name before its noun, of which it has a part or nothing."""
    if name.type not in NAMED or name.span.end > noun:
        return False
    behind = name.span.end + 1 == start == noun and lookup.doc.text[name.span.end] == " "
    return name.span.end > start or (behind and name.type == "organization" and lemma in TAIL_NOUNS)


def _told_of(lookup: Lookup, parse: Parse, token: int) -> Candidate | None:
    """Whom a predicate noun describes: of "Delta is a firm based in Lima" the firm is Delta."""
    top = parse.first_conjunct(token)
    above = parse.tokens[top].head
    if (
        parse.tokens[top].xpos == "NNS"
        and above >= 0
        and parse.lemmas[above] == "one"
        and parse.preposition(top) == "of"
    ):
        top = above  # "is one of the papers owned by Delta"
    subjects = parse.kids(top, "nsubj")
    if parse.tokens[token].upos != "NOUN" or not subjects or subjects[0] > token:
        return None
    if not parse.kids(top, "cop") or parse.kids(top, "aux", "case"):
        return None
    if any(parse.lemmas[k] in ("not", "n't", "never", "no") for k in parse.kids(top, "advmod", "det")):
        return None
    found = candidate(lookup, parse, subjects[0])
    kind = noun_type(parse.lemmas[token], parse.word(token).lower())
    if found is None or not found.named:
        return None
    return found if kind in ("", found.type) or {kind, found.type} <= BODIES else None


def accepts(types: frozenset[str], item: Candidate) -> bool:
    """Whether a role of these types can hold the candidate; a country is a body and a place."""
    if item.type in types:
        return True
    if item.country or (item.type == "place" and item.named):
        return bool(types & {"organization", "place"}) if item.country else "place" in types
    if item.type == "facility" and "organization" in types and item.named:
        return True
    if item.type == "organization" and "facility" in types and item.named:
        return True
    return "text" in types and not item.type


def acts(types: frozenset[str], item: Candidate) -> bool:
    """Whether a name of another kind stands where only people and bodies do: the verb knows better than the typing."""
    return item.named and types == AGENTS and item.type in ("place", "facility", "work", "law", "vehicle", "event")
