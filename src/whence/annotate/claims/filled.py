"""The arguments of a match of a pattern, each of a type that its role admits."""

import re
from collections.abc import Sequence
from dataclasses import replace

from whence.annotate.arguments import argument
from whence.annotate.arguments.bodies import of_body, their_body
from whence.annotate.arguments.candidates import accepts, acts, as_thing, candidate
from whence.annotate.arguments.lookup import Lookup
from whence.annotate.arguments.nobody import is_nobody, none_of
from whence.annotate.claims.fillers import (
    before_who,
    is_its_body,
    named_one,
    of_attack_between,
    offence_at,
    suspected_at,
    town_of,
)
from whence.annotate.claims.kinds import CLAIMING, GREAT, NUMERIC
from whence.annotate.claims.numbered import is_hyphened, is_large, is_toll, with_number
from whence.annotate.claims.posts import beyond, portfolio, role_at
from whence.annotate.grammar import Match
from whence.annotate.syntax import Parse
from whence.annotate.validity import Clock
from whence.model import Argument, Document, Span
from whence.vocab import word_set

ITSELF = "self: self"  # the path of a filler that is the trigger itself
# What no country is: what is formed, where and by whom, what ends and by whom, and what somebody belongs to.
NO_COUNTRY = frozenset(
    [(told, role) for told in ("formed", "dissolved") for role in ("body", "founder", "place", "by")]
    + [("member_of", "group")]
)
THINGS = frozenset({"role", "quantity", "law", "event", "weapon", "vehicle", "work", "money"})
WORDS = frozenset({"text"})
ACTING = frozenset(
    "supports attacks kills arrests captures abducts bombs injures invades clashes_with controls charges".split()
)
BEFALLEN = frozenset({"victim", "target", "captured"})
MEASURED = re.compile(
    r"\d+-[a-z]+$|(?:second|minute|hour|day|week|month|year|metre|meter|mile|kilometre)s?$", re.IGNORECASE
)
# Of these an offence needs the rest of its phrase: "his role in the fire".
VAGUE_OFFENCE = frozenset("role part involvement participation failure attempt connection complicity count".split())
BODY_PARTS = frozenset("back head chest leg arm neck stomach abdomen shoulder foot face hand thigh heart".split())
EXPLAINED = re.compile(r",\s+(?:(?:the|a|an)\s+)?")
LISTED_ON = re.compile(r",?\s+and\s")  # "Ana Mor, a guard and a cook" are three


def arguments_of(lookup: Lookup, clock: Clock, parse: Parse, match: Match) -> dict[str, list[Argument]] | None:
    """Arguments of every role that its type admits; None when a required role stays empty."""
    filled: dict[str, list[Argument]] = {}
    for role, fillers in match.roles.items():
        types = match.pattern.types(role, match.pattern.object_role)
        found: list[Argument] = []
        if role in ("of", "to") and filled.get("post"):
            fillers = beyond(lookup, parse, match, role, filled["post"][0])
        slot = ""
        for filler in (replace(f, token=none_of(parse, f.token)) for f in fillers):
            if role == "place" and found and filler.path.partition(":")[0] != slot:
                break  # a place was found in an earlier slot
            slot = filler.path.partition(":")[0]
            if not match.pattern.admits(role, parse.lemmas[filler.token]):
                continue
            if clock.is_time(parse.tokens[filler.token].start):
                continue
            if match.pattern.predicate.name == "family_of" and parse.tokens[filler.token].upos == "NUM":
                continue  # "a mother of 12"
            if parse.base(filler.token) == "conj" and _behind_verb(parse, filler.token):
                continue
            own = parse.base(filler.token) == "conj" and parse.kids(filler.token, "nummod")
            if role == "counted" and filler.token != match.trigger and own:
                continue  # "14 kilos of salt and 200 litres of oil": the litres have a number of their own
            if is_nobody(parse, filler.token):
                found.extend([Argument(role, None, "anyone", "person")] if role in BEFALLEN else [])
                continue  # "nobody was hurt" denies that anyone was
            if role == "place" and parse.lemmas[filler.token] in BODY_PARTS:
                continue  # "was shot in the back"
            if role == "weapon" and MEASURED.match(parse.word(filler.token)):
                continue  # "a 5-minute attack"
            if types <= NUMERIC:
                found.extend(with_number(lookup, parse, role, filler.token, types))
                continue
            if _clausal(match, role, filler.path):
                if parse.tokens[filler.token].upos == "PRON" and not parse.children[filler.token]:
                    continue  # "denied it"
                bare = parse.tokens[filler.token].xpos == "VBN" and not parse.kids(filler.token, "mark", "case")
                if bare and match.pattern.predicate.name == "accuses" and filler.path.endswith("advclause"):
                    continue  # "accused the chief -- linked to the raid -- of it"
                start, end = parse.clause(filler.token)
                start += len("no ") if parse.text[start:end].lower().startswith("no ") else 0
                if "with-ing" in filler.path:
                    if parse.tokens[filler.token].xpos != "VBG":
                        continue
                    start, end = offence_at(parse, filler.token, start, end)
                if not any(a.span and a.span.start <= start and end <= a.span.end for a in found):
                    found.append(Argument(role, lookup.doc.span(start, end), None, "text"))
                continue  # of "to close the mill and to pay them" the whole, once
            if filler.path == ITSELF and types == WORDS:
                start, end = parse.core(filler.token)
                at = parse.tokens[filler.token].start
                great = GREAT.search(lookup.doc.text, max(0, at - 24), at) if role == "kin" else None
                found.append(Argument(role, lookup.doc.span(great.start() if great else start, end), None, "text"))
                continue
            item = as_thing(lookup, parse, filler.token, types)
            if item is not None and not item.named and filler.path == ITSELF and item.type != "role":
                item = replace(item, span=lookup.doc.span(*parse.core(filler.token)))
            if item is not None and role == "post" and item.type != "role":
                several = len(filled.get(match.pattern.predicate.subject.name, ())) > 1
                item = role_at(lookup, parse, filler.token, several=several)
            if item is None:
                continue
            if role == "place" and not item.named:
                item = town_of(lookup, parse, filler.token) or item
            if role == "of" and "compound" in filler.path and not is_its_body(lookup, item):
                continue
            if not item.named and "inverse" in filler.path and match.pattern.name == "family_of.noun":
                here = candidate(lookup, parse, match.trigger)  # "his father was rector of the college": the father is
                item = replace(here, span=lookup.doc.span(*parse.core(match.trigger))) if here is not None else item
            if not item.named:
                item = named_one(lookup, parse, filler.token, types) or item
            if "relative" in filler.path and item.named and item.type in ("organization", "facility"):
                item = before_who(lookup, parse, match.trigger) or item
            if role == "victim" and lookup.doc.quote(item.span).endswith(" dead"):
                item = replace(item, span=replace(item.span, end=item.span.end - len(" dead")))  # "left nine dead"
            if role == "victim" and not item.named and is_toll(parse, filler.token):
                item = replace(item, type="person")  # "left 2,000 dead", "and 30 wounded"
            if (
                not item.named
                and role == match.pattern.predicate.subject.name
                and match.pattern.predicate.name in ACTING
            ):
                item = their_body(lookup, parse, filler.token) or item
            if role == "offence" and parse.lemmas[filler.token] in VAGUE_OFFENCE:
                item = replace(item, span=replace(item.span, end=parse.phrase(filler.token)[1]))
            if role == "offence" and (deed := suspected_at(parse, filler.token)) is not None:
                item = replace(item, span=lookup.doc.span(*deed), type="text")
            if role == "supported" and not item.named:
                item = of_body(lookup, parse, filler.token) or item
            if role in ("killer", "injurer") and of_attack_between(parse, match.trigger, filler.token):
                continue
            if item.country and (match.pattern.predicate.name, role) in NO_COUNTRY:
                continue
            if item.country and match.pattern.name == "part_of.within":
                continue  # "a company in Malta" is no part of the state
            if role == "place" and match.pattern.predicate.name == "formed" and not item.named:
                continue
            if accepts(types, item):
                found.append(argument(role, item, types))
            elif acts(types, item):
                found.append(replace(argument(role, item, types), type="organization"))
            elif "text" in types or (
                types & THINGS
                and not types & CLAIMING
                and not item.named
                and (not item.type or item.type in types)
                and role != match.pattern.predicate.subject.name
            ):
                found.append(replace(argument(role, item, types), type=item.type or "text"))
            elif role == match.pattern.predicate.subject.name and filler.path.startswith("subject"):
                return None  # slogans attack nobody: a subject of another kind makes it another claim
        found = [a for a in dict.fromkeys(found) if not _explains(lookup, a, found)]
        if found:
            # "by 31 votes to 28": the first number is that of the noun.
            if types <= NUMERIC and match.pattern.predicate.name == "counts":
                found = found[:1]
                if "least" in match.pattern.options and not is_large(lookup.doc, parse, match, found[0]):
                    return None
                if match.pattern.options.get("joined") and not is_hyphened(lookup.doc, parse, match.trigger, found[0]):
                    return None
            filled[role] = found
    if "post" in filled and "of" in filled:
        portfolio(lookup, parse, match, filled)
    _shorten(parse, lookup.doc, match, filled)
    needed = {r.name for r in match.pattern.predicate.roles.values() if r.required}
    needed |= set(match.pattern.options.get("needs", ()))
    needed -= set(match.pattern.options.get("fixed", ()))
    any_of = match.pattern.options.get("needs_any")
    if any_of and not set(any_of) & filled.keys():
        return None
    return filled if needed <= filled.keys() else None


def _behind_verb(parse: Parse, token: int) -> bool:
    """Whether a tree joins to a noun what a verb has for itself: "the death of one and injured 15 people"."""
    first = min(k for k in (token, *parse.kids(token, "nummod", "det", "amod", "compound")))
    before = parse.tokens[first - 1] if first > 0 else None
    return before is not None and before.upos == "VERB" and before.xpos in ("VBG", "VBD", "VBN", "VBZ")


def _explains(lookup: Lookup, a: Argument, others: Sequence[Argument]) -> bool:
    """Whether a phrase only says who the name before its comma is: "killed Ana Mor, daughter of a judge"."""
    if a.span is None or a.span in lookup.named or a.antecedent is not None or a.type != "person":
        return False
    text = lookup.doc.text
    before = [b.span for b in others if b.span in lookup.named and b.span is not None and b.span.end < a.span.start]
    return any(EXPLAINED.fullmatch(text, b.end, a.span.start) for b in before) and not LISTED_ON.match(text, a.span.end)


def _shorten(parse: Parse, doc: Document, match: Match, filled: dict[str, list[Argument]]) -> None:
    """Of "Delta League fighters" the fighters are one argument and the league another: the trigger keeps its noun.

    What stands between the other and the noun is the noun's: of "12 heavy metals" heavy metals are counted.
    """
    token = parse.tokens[match.trigger]
    head = doc.span(token.start, token.end)
    for role, fillers in match.roles.items():
        others = [a.span for other, found in filled.items() if other != role for a in found if a.span]
        if role in filled and any(f.path == ITSELF for f in fillers):
            filled[role] = [
                replace(a, span=_behind(parse, doc, head, [s for s in others if s.overlaps(a.span)]))
                if a.span and a.span.contains(head) and any(s.overlaps(a.span) and not s.overlaps(head) for s in others)
                else a
                for a in filled[role]
            ]


def _behind(parse: Parse, doc: Document, head: Span, others: Sequence[Span]) -> Span:
    """A noun with the words that stand between it and what was taken before it, and say of what kind it is."""
    taken = max((s.end for s in others if s.end <= head.start), default=head.start)
    glued = doc.text[taken : taken + 1] != " "
    inside = [] if glued else parse.at(taken, head.end)
    while len(inside) > 1 and parse.lemmas[inside[0]] in word_set("grammar.yaml", "quantifying"):
        inside = inside[1:]
    kinds = all(parse.tokens[k].upos in ("NOUN", "PROPN", "ADJ", "VERB") for k in inside)
    return doc.span(parse.tokens[inside[0]].start, head.end) if inside and kinds else head


def _clausal(match: Match, role: str, path: str) -> bool:
    beyond = "clause>" in path.partition(":")[0]  # "vowed to attack the yard": the yard
    return ("clause" in path and not beyond) or (
        role == "content" and match.pattern.predicate.roles[role].types <= {"text", "event", "law"}
    )
