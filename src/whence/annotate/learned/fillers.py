"""Arguments at the fillers of a frame."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from whence.annotate.arguments import argument
from whence.annotate.arguments.candidates import accepts, acts, as_thing, candidate
from whence.annotate.arguments.lookup import Candidate, Lookup
from whence.annotate.claims.kinds import NUMERIC
from whence.annotate.claims.numbered import with_number
from whence.annotate.claims.worth import same_bearer
from whence.annotate.learned.made import TITLES
from whence.annotate.mentions.roles import is_byname
from whence.annotate.mentions.words import split_words
from whence.annotate.patterns import patterns
from whence.annotate.relations import RELATIVE
from whence.annotate.syntax import Parse
from whence.model import Argument
from whence.reader import Filler, Frame
from whence.text.names.words import titles
from whence.vocab import Predicate, word_set

NAMING = frozenset({"appos", "flat", "compound", "nmod:desc"})
# Words that no list has as a title or a kind of thing are one where the reader is as sure as this of their role: "its
# resident engineer", "a band of sixty men". Of 19 claims that came by them 17 were right.
A_TITLE = 0.6
OF_THE_KIND = 0.7
# Men are taken for a body and a body for men; a town or an inquiry is neither, whatever the reader has it do.
SURE_KINDS = frozenset({"place", "event", "law", "work", "time", "quantity", "money"})
KINDS = ("person", "organization", "facility", "place", "event", "work", "law", "text", "weapon")
WHOSE_KIN = re.compile(r"\b(?:his|her|their|my|our|whose)\b[^.;:]*$")
LISTED = frozenset({"victim", "target", "appointee", "elected"})  # what befalls A in "A and B" befalls both
JOINED_TO = re.compile(r"\s+and\s+(?:at least |about |some )?")  # "Duda and seven guards were hurt"


def arguments_by_role(
    lookup: Lookup, parse: Parse, predicate: Predicate, frame: Frame
) -> dict[str, list[tuple[Argument, float]]]:
    """The arguments of each role with their probabilities."""
    filled: dict[str, list[tuple[Argument, float]]] = {}
    for filler in frame.fillers:
        made = argument_at(lookup, parse, predicate, filler)
        if made is not None:
            filled.setdefault(filler.role, []).append((made, filler.score))
    for role in LISTED & filled.keys():
        filled[role] += _beside(lookup, parse, predicate, filled[role])
    return filled


def beside_leading(
    predicate: Predicate,
    chosen: Sequence[tuple[Argument, float]],
    rest: Sequence[tuple[Argument, float]],
    lookup: Lookup,
) -> Iterator[Argument]:
    """The arguments beside the leading ones; nobody is president of himself, and no word fills two roles."""
    for a, _ in rest:
        if any(a.span == b.span for b, _ in chosen):
            continue
        if a.role == "count" and any(b.role == "victim" and b.span in lookup.named for b, _ in chosen):
            continue  # of "Duda and seven guards were hurt" Duda is not seven
        if predicate.name not in TITLES or not any(same_bearer(a, b, lookup) for b, _ in chosen):
            yield a


def of_other_victim(count: Argument, chosen: Sequence[tuple[Argument, float]], lookup: Lookup) -> bool:
    """Whether a number is not of the victim: he is one, and it neither stands with him nor is joined to him."""
    victim = next((b.span for b, _ in chosen if b.role == "victim"), None)
    if count.role != "count" or victim is None or count.span is None:
        return False
    if victim in lookup.named:
        return not JOINED_TO.fullmatch(lookup.doc.text, victim.end, count.span.start)
    before = lookup.doc.text[max(0, victim.start - 3) : victim.start].lower().split()[-1:]
    return before in (["a"], ["an"]) and not victim.contains(count.span)


def argument_at(lookup: Lookup, parse: Parse, predicate: Predicate, filler: Filler) -> Argument | None:
    """The argument at the head of a filler's phrase, when the role admits its type."""
    role = predicate.roles.get(filler.role)
    inside = parse.at(filler.start, filler.end)
    if role is None or not inside:
        return None
    head = next((i for i in inside if parse.tokens[i].head not in inside), inside[-1])
    if role.types <= NUMERIC:
        return next(iter(with_number(lookup, parse, role.name, head)), None)
    span = lookup.doc.span(filler.start, filler.end)
    if "role" in role.types and role.types <= {"role", "text"}:
        return _post(lookup, role.name, filler)
    if role.types == {"text"}:
        return Argument(role.name, span, None, "text")
    if parse.tokens[head].upos == "ADJ" and parse.base(head) == "amod":
        return None
    item = as_thing(lookup, parse, head, role.types)
    if parse.lemmas[head] in RELATIVE and parse.tokens[head].upos == "PRON":
        noun = meant(parse, head)
        if noun is not None and (item is None or _is_untold(parse, head, item)):
            item = candidate(lookup, parse, noun)
            span = item.span if item is not None else span
        elif item is not None and item.antecedent is None and noun is not None:
            span = item.span  # "a plan of which the board learned"
        elif item is not None and item.antecedent and noun is not None and not _chained(lookup, parse, item, noun):
            return None
    if item is None or not (item.span.overlaps(span) or _names(parse, head, item)):
        return None
    kind = next((k for k in KINDS if k in role.types), "")
    if not item.type and not item.named and filler.score >= OF_THE_KIND and parse.tokens[head].upos == "NOUN":
        item = replace(item, type=kind)
    if acts(role.types, item) and not accepts(role.types, item):
        return replace(argument(role.name, item, role.types), type="organization")
    if accepts(role.types, item):
        return argument(role.name, item, role.types)
    sure = filler.score >= OF_THE_KIND and parse.tokens[head].upos in ("NOUN", "PROPN") and item.type not in SURE_KINDS
    return argument(role.name, replace(item, type=kind), role.types) if sure and kind else None


def _is_untold(parse: Parse, pronoun: int, item: Candidate) -> bool:
    """Whether all that is known of a relative pronoun is the word itself."""
    return item.antecedent is None and not item.type and item.span.start == parse.tokens[pronoun].start


def _names(parse: Parse, noun: int, item: Candidate) -> bool:
    """Whether a name stands beside a noun and is that of its bearer: "her cousin Ada", "Ada, wife of the mayor"."""
    name = parse.head_of(item.span.start, item.span.end)
    if name is None or not item.named or item.antecedent is not None:
        return False
    pairs = ((name, noun), (noun, name))
    return any(parse.tokens[a].head == b and parse.tokens[a].deprel in NAMING for a, b in pairs)


def meant(parse: Parse, pronoun: int) -> int | None:
    """What a relative pronoun stands for by the tree: the noun on which its clause hangs."""
    clause = next((i for i in parse.path_up(pronoun) if parse.tokens[i].deprel == "acl:relcl"), None)
    return parse.tokens[clause].head if clause is not None and parse.tokens[clause].head < pronoun else None


def _chained(lookup: Lookup, parse: Parse, pronoun: Candidate, noun: int) -> bool:
    """Whether a phrase of the pronoun's chain is the noun of the tree, or explains it or is explained by it."""
    chain = lookup.chain_of.get(pronoun.span)
    near = [k for k in parse.subtree(noun) if parse.tokens[k].end <= pronoun.span.start]
    for above in parse.path_up(noun):
        if parse.tokens[above].upos not in ("NOUN", "PROPN"):
            break
        near.append(above)
    spans = [m.span for k in near for m in lookup.covering(parse.tokens[k].start, parse.tokens[k].end)]
    return chain is not None and any(lookup.chain_of.get(span) is chain for span in spans)


@cache
def kin_words() -> frozenset[str]:
    """Nouns of kinship, which are no titles."""
    return next(p for p in patterns() if p.name == "family_of.noun").words("noun")


def _post(lookup: Lookup, role: str, filler: Filler) -> Argument | None:
    """The title that the word lists see there, or else the words themselves where the reader is sure of them."""
    here = lookup.covering(filler.start, filler.end)
    text = lookup.doc.text
    if text[filler.start : filler.end] in kin_words() and WHOSE_KIN.search(
        text, max(0, filler.start - 80), filler.start
    ):
        return None  # "his mother Olga and sister Ada Mensah"
    for mention in here:
        if mention.type == "role":
            if text[mention.span.start : mention.span.end].lower().split()[-1] in word_set("misread.yaml", "no_post"):
                return None  # "an oil heir"
            if titles().get(mention.value.rstrip(".") if mention.value else "") == "courtesy":
                return None  # "Mr Justice Duda" is a justice
            return argument(role, Candidate(mention.span, "role", False, None, mention.value), frozenset({"role"}))
    if filler.score < A_TITLE or any(m.form == "name" for m in here):
        return None
    head = text[filler.start : filler.end].lower().partition(" of ")[0].split()[-1:]
    if not word_set("misread.yaml", "no_post").isdisjoint(head):
        return None  # "champion of rural clinics", "the winner of the race"
    words = list(split_words(text, max(0, filler.start - 40), min(len(text), filler.end + 20)))
    at = next((n for n, w in enumerate(words) if w.lower == "".join(head) and w.start >= filler.start), None)
    if at is not None and is_byname(words, at, at + 1):
        return None
    return Argument(role, lookup.doc.span(filler.start, filler.end), None, "role")


def has_name(a: Argument, lookup: Lookup) -> bool:
    """Whether an argument is a name, or stands for one."""
    return a.antecedent is not None or a.span in lookup.named


def _beside(
    lookup: Lookup, parse: Parse, predicate: Predicate, found: Sequence[tuple[Argument, float]]
) -> list[tuple[Argument, float]]:
    """The names that stand in one list with a name that was found."""
    taken = [a.span for a, _ in found if a.span]
    more: list[tuple[Argument, float]] = []
    for a, score in found:
        head = parse.head_of(a.span.start, a.span.end) if a.span in lookup.named and a.span else None
        if head is not None and parse.base(head) == "appos":
            head = parse.tokens[head].head
        top = parse.first_conjunct(head) if head is not None else None
        for k in parse.conjuncts(top) if top is not None else ():
            item = candidate(lookup, parse, k)
            if item is None or item.span not in lookup.named or item.type != a.type:
                continue
            if not any(item.span.overlaps(t) for t in taken):
                taken.append(item.span)
                more.append((argument(a.role, item, predicate.roles[a.role].types), score))
    return more


def told_apart(lookup: Lookup, parse: Parse, chosen: Sequence[tuple[Argument, float]]) -> list[tuple[Argument, float]]:
    """Of "officers of the Guard" the officers are one argument and the Guard another."""
    found = list(chosen)
    for n, (a, score) in enumerate(chosen):
        others = [b.span for b, _ in chosen if b is not a and b.span]
        if a.span is None or a.antecedent or a.span in lookup.named:
            continue
        head = parse.head_of(a.span.start, a.span.end)
        if head is None or not any(a.span.contains(s) and s != a.span for s in others):
            continue
        core = lookup.doc.span(*parse.core(head))
        if not any(core.overlaps(s) for s in others):
            found[n] = (replace(a, span=core), score)
    return found
