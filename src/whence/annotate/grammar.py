"""Patterns put to a tree: which trigger stands where, and what fills its roles."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from whence.annotate.mentions.amounts import MONEY
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.patterns import Pattern, by_trigger, expanded
from whence.annotate.syntax import Filler, Parse
from whence.vocab import read_yaml, word_set

SCALES = frozenset({"million", "billion", "trillion"})
ANY = "*"  # among the triggers: any common noun of a sentence that holds a number
KIND_OF = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj", "SYM": "noun"}
# Words that carry no content of their own: the noun below them is the one that counts ("a number of villagers").
LOOSE_ROLES = frozenset(
    "place legal_basis weapon offence means attacker killer bomber abductor invader captor legislature".split()
)
NESTING = frozenset({"in", "at", "near", "under", "pursuant to", "by"})
EMPTY_NOUNS = frozenset(
    """
    number group lot couple series range variety majority handful dozen hundred thousand score some many most all
    both several few each any rest remainder bulk total
    """.split()
)
# Slots that tell who somebody is; of "one of the directors" they are those of "one".
OF_WHOM = frozenset({"subject", "governor-appos", "governor-subject", "inverse", "fronted", "appos"})
SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
# What goes from an account comes from whoever has it.
# Who does these to himself is told of by patterns of their own.
ON_OTHERS = frozenset({"kills", "attacks", "injures", "supports", "denies", "praises"})
PREFIXES = frozenset({"co", "re", "pre", "ex", "over", "out", "un", "self", "jointly"})
DOUBTING = frozenset({"deny", "doubt", "dispute", "reject", "pretend"})
AWAY = frozenset({"leave", "holiday", "vacation", "business", "visit", "trip", "tour", "mission"})
RAIDS = frozenset({"raid", "search", "storm"})
# What firms are called whose names stand right behind.
TRADES = frozenset(
    """
    builder maker lender retailer insurer shipper developer publisher supplier manufacturer producer brewer refiner
    contractor distributor exporter importer carmaker shipbuilder drugmaker chipmaker steelmaker planemaker arms-maker
    carrier miner grower shipyard
    """.split()
)
ACCOUNTS = frozenset({"account", "coffer", "treasury"})


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that fits a trigger token, and the tokens that fill its roles."""

    pattern: Pattern
    trigger: int
    roles: Mapping[str, tuple[Filler, ...]]


def find_matches(parse: Parse) -> Iterator[Match]:
    """Yield every match of every pattern in one sentence, in order of the trigger."""
    table = by_trigger()
    counting = any(token.upos == "NUM" for token in parse.tokens)
    for i, token in enumerate(parse.tokens):
        kind = KIND_OF.get(token.upos)
        for key in _keys(parse, i, kind, counting):
            for pattern in table.get(key, ()):
                match = _match(parse, i, pattern)
                if match is not None:
                    yield match


def _keys(parse: Parse, i: int, kind: str | None, counting: bool) -> Iterator[tuple[str, str]]:
    lemma = parse.lemmas[i]
    if kind is None:
        return
    yield kind, lemma
    if counting and (parse.tokens[i].upos == "NOUN" or _of_people(parse, i)):
        yield kind, ANY
    # Taggers call participles adjectives now and then ("allied with", "headed by").
    if kind == "verb":
        yield "adj", parse.word(i).lower()
    elif kind == "adj" and parse.word(i).lower() != lemma:
        yield "verb", lemma
        yield "adj", parse.word(i).lower()


def keys_of(parse: Parse, i: int) -> list[tuple[str, str]]:
    """Under which kinds and lemmas patterns wait for a token."""
    return list(_keys(parse, i, KIND_OF.get(parse.tokens[i].upos), False))


def _of_people(parse: Parse, i: int) -> bool:
    """Whether a number in figures or small letters counts a people: "80,000 Danes", not "Three Sisters"."""
    return parse.tokens[i].xpos == "NNPS" and any(not parse.word(k)[:1].isupper() for k in parse.kids(i, "nummod"))


def _match(parse: Parse, i: int, pattern: Pattern) -> Match | None:
    if not _fits(parse, i, pattern):
        return None
    roles: dict[str, tuple[Filler, ...]] = {}
    for role, slots in pattern.roles.items():
        for slot in slots:
            fillers = tuple(f for f in fill(parse, i, slot) if f.token != i or slot == "self")
            if slot in ("from", "to"):  # "was sent from May to June from Delta to the League"
                fillers = tuple(f for f in fillers if not _is_month(parse, f.token))
            if slot == "appos" and parse.tokens[i].xpos in ("NN", "NNP"):
                fillers = fillers[:1]  # "his son, A, and B": one son
            if slot == "governor-appos" and parse.tokens[i].xpos == "NN":
                fillers = _nearest(fillers, i)  # "A, B and C, a judge": one judge
            if fillers:
                roles[role] = (*roles.get(role, ()), *fillers)
                if role != "place":  # "in May near Lobos": what stands with "in" need not be the place
                    break
    for role in pattern.roles:
        if role in LOOSE_ROLES and (role not in roles or role == "place") and pattern.predicate.name != "formed":
            found = _nested(parse, pattern.roles[role], {k: v for k, v in roles.items() if k != role})
            if found:
                roles[role] = (*roles.get(role, ()), *found)
    if pattern.options.get("mutual"):
        _pair(pattern, roles)
    return Match(pattern, i, roles) if _complete(parse, i, pattern, roles) else None


def _is_month(parse: Parse, i: int) -> bool:
    """Whether a token is a month by its full name, or a day of it."""
    months = word_set("dates.yaml", "month") | {"march", "may", "august"}
    own = parse.word(i).lower() in months and parse.tokens[i].upos == "PROPN" and not parse.kids(i, "flat")
    return own or any(parse.word(k).lower() in months for k in parse.kids(i, "nmod:unmarked"))


def _nearest(fillers: tuple[Filler, ...], i: int) -> tuple[Filler, ...]:
    """The last of a coordination before token `i`, or all where none stands before it."""
    before = [f for f in fillers if f.token < i]
    return tuple(before[-1:]) or fillers


def _pair(pattern: Pattern, roles: dict[str, tuple[Filler, ...]]) -> None:
    """What several do together they do with each other: "Rahmani and Park met"."""
    one, other = list(pattern.roles)[:2]
    if other not in roles and len(roles.get(one, ())) == 2:
        roles[one], roles[other] = roles[one][:1], roles[one][1:]


def _nested(parse: Parse, slots: Sequence[str], roles: Mapping[str, tuple[Filler, ...]]) -> tuple[Filler, ...]:
    """A phrase that the parser hung on another role's noun: "the killing of A in B", "charged A with C"."""
    for slot in slots:
        for fillers in roles.values():
            for filler in fillers:
                found = (
                    [u for f in parse.oblique(filler.token, slot) for u in _unfold(parse, f)] if slot in NESTING else []
                )
                if found:
                    return tuple(found)
    return ()


def _fits(parse: Parse, i: int, pattern: Pattern) -> bool:
    options = pattern.options
    if pattern.kind == "verb" and (_describes(parse, i) or _hyphened(parse, i)):
        return False
    if parse.lemmas[i] in pattern.words("not_noun"):
        return False
    if options.get("lower") and i and not parse.word(i).islower():
        return False  # "The Killers of Osh" is a title
    kinds = {noun_type(parse.lemmas[i], parse.word(i).lower())} if {"kinds", "not_kinds"} & options.keys() else set()
    if kinds & pattern.words("not_kinds") or ("kinds" in options and not kinds & pattern.words("kinds")):
        return False
    if "with" in options and parse.preposition(i) not in str(options["with"]).split("|"):
        return False
    particle = options.get("particle", {}).get(parse.lemmas[i])
    particles = {parse.lemmas[k] for k in parse.kids(i, "compound:prt", "advmod")}
    if particle is not None and particles.isdisjoint(particle.split("|")):
        return False
    if particle is None and particles & pattern.words("particle_absent"):
        return False
    stranded = options.get("needs_stranded")
    if stranded and not any(parse.lemmas[k] == stranded and not parse.children[k] for k in parse.children[i]):
        return False
    if "needs_form" in options and parse.word(i).lower() not in pattern.words("needs_form"):
        return False
    if "governor" in options:
        above = next(parse.path_up(i), None)
        governors = pattern.words("governor")
        # "Who has been in custody": the noun is the root; "the party is the government" is no "in government with".
        is_it = "be" in governors and bool(parse.kids(i, "cop") and parse.preposition(i))
        if not is_it and (above is None or parse.lemmas[above] not in governors):
            return False
    if "beside" in options:  # a word that is the governor or stands below it as well
        above = next(parse.path_up(i), None)
        near = () if above is None else (above, *parse.children[above])
        if not any(parse.lemmas[k] in pattern.words("beside") for k in near):
            return False
    if marks_other_sense(parse, i, pattern):
        return False
    if any(_filled(parse, i, str(slot)) for slot in options.get("empty", ())):
        return False
    if options.get("reflexive") and not parse.on_oneself(i):
        return False
    if pattern.predicate.name in ON_OTHERS and pattern.kind == "verb" and parse.on_oneself(i):
        return False
    if "<posts>" in options.get("noun", ()) and _of_another(parse, i):
        return False
    return pattern.words("needs_kid") <= {parse.lemmas[k] for k in parse.children[i]}


def marks_other_sense(parse: Parse, i: int, pattern: Pattern) -> bool:
    """Whether what stands above or below a word shows that it does not say what the pattern reads."""
    above = next(parse.path_up(i), None)
    if above is not None and parse.lemmas[above] in pattern.words("not_governor"):
        return True
    return not pattern.words("unless_kid").isdisjoint(parse.lemmas[k] for k in parse.children[i])


def _filled(parse: Parse, i: int, slot: str) -> bool:
    """Whether anything fills a slot.

    An object with a preposition of its own is none ("fired on strikers"); what is said of an object may be an adjective
    ("called the strike illegal").
    """
    if slot == "xcomp" and any(parse.tokens[k].upos == "ADJ" for k in parse.kids(i, "xcomp")):
        return True
    return any(slot != "object" or not parse.preposition(f.token) for f in fill(parse, i, slot))


def _hyphened(parse: Parse, i: int) -> bool:
    """Whether a hyphen makes another verb of it: to "strong-arm" a board gives it no arms; "co-founded" founds."""
    before = parse.text[parse.start : parse.tokens[i].start].split()
    first = before[-1] if before and not parse.text[parse.tokens[i].start - 1].isspace() else ""
    return first.endswith("-") and first.rstrip("-").lower() not in PREFIXES


def _of_another(parse: Parse, i: int) -> bool:
    """Whether a title is another's: "through a spokesman, Duda said", "a spokeswoman for the minister, Vale"."""
    opened = any(parse.lemmas[k] == "a" for k in parse.kids(i, "det"))
    if parse.preposition(i) in ("through", "via") and opened:
        return True
    above = parse.tokens[i].head
    return parse.preposition(i) == "for" and above >= 0 and parse.lemmas[above] in SPOKESMEN


def _describes(parse: Parse, i: int) -> bool:
    """Whether a participle stands between article or owner and noun: "its paid agents" tells of nobody who pays."""
    token = parse.tokens[i]
    if token.xpos not in ("VBN", "VBD") or not 0 < i < len(parse.tokens) - 1:
        return False
    before, after = parse.tokens[i - 1], parse.tokens[i + 1]
    owned = before.xpos in ("DT", "PRP$") and before.upos in ("DET", "PRON")
    return owned and after.upos == "NOUN" and after.head == i


def _complete(parse: Parse, i: int, pattern: Pattern, roles: Mapping[str, tuple[Filler, ...]]) -> bool:
    needs = {r.name for r in pattern.predicate.roles.values() if r.required} | set(pattern.options.get("needs", ()))
    fixed = set(pattern.options.get("fixed", ()))
    if needs - roles.keys() - fixed:
        return False
    any_of = pattern.options.get("needs_any")
    if any_of and not set(any_of) & roles.keys():
        return False
    heads = {parse.lemmas[f.token] for f in fill(parse, i, "object")}
    banned = pattern.words("not_object")
    if heads & banned or ("*" in banned and heads):
        return False
    wanted = pattern.words("object_nouns")
    if wanted and not _wanted_object(parse, i, wanted, heads):
        return False
    subjects = {parse.lemmas[f.token] for f in fill(parse, i, "subject")}
    if subjects & pattern.words("not_subject"):
        return False
    if "subject_nouns" in pattern.options and not subjects & pattern.words("subject_nouns"):
        return False
    if _marked(parse, i, pattern.words("not_marks")):
        return False
    if pattern.options.get("infinitive") and not any(_to(parse, f.token) for f in parse.slot(i, "clause")):
        return False
    counted = pattern.words("numbers_of")
    if counted and not _number_of(parse, i, counted):
        return False
    for preposition, nouns in pattern.options.get("needs_below", {}).items():
        if not any(parse.lemmas[f.token] in nouns for f in fill(parse, i, preposition)):
            return False
    for preposition, nouns in pattern.options.get("unless_below", {}).items():
        if {parse.lemmas[f.token] for f in fill(parse, i, preposition)} & expanded(nouns):
            return False
    words = pattern.words("needs_words")
    return not words or any(parse.lemmas[k] in words or parse.word(k).lower() in words for k in parse.subtree(i))


def _wanted_object(parse: Parse, i: int, wanted: frozenset[str], heads: set[str]) -> bool:
    if (heads or {parse.lemmas[i]}) & wanted or _clause_object(parse, i, wanted):
        return True
    return "<money>" in wanted and any(_is_money(parse, f.token) for f in fill(parse, i, "object"))


def _marked(parse: Parse, i: int, marks: frozenset[str]) -> bool:
    """Whether the clause below opens with one of the words ("asked whether" asks for nothing)."""
    clauses = parse.slot(i, "clause") if marks else []
    return any(parse.lemmas[m] in marks for f in clauses for m in parse.kids(f.token, "mark", "advmod", "obj"))


def _number_of(parse: Parse, i: int, counted: frozenset[str]) -> bool:
    """Whether the object is a bare number and the sentence says of what: "won 14 of the 33 seats", "gained 12"."""
    numbers = [k for k in parse.kids(i, "obj") if parse.tokens[k].upos == "NUM"]
    return bool(numbers) and any(lemma in counted for lemma in parse.lemmas)


def _to(parse: Parse, i: int) -> bool:
    """Whether a clause is an infinitive; not "her reason was to leave", which "was" makes whole."""
    whole = any(parse.tokens[k].xpos in ("VBD", "VBZ", "VBP") for k in parse.kids(i, "cop"))
    return not whole and any(parse.lemmas[m] == "to" for m in parse.kids(i, "mark", "aux"))


def _is_money(parse: Parse, i: int) -> bool:
    """Whether a noun is money: "cash", "two million euros", "$300"."""
    if noun_type(parse.lemmas[i], parse.word(i).lower()) == "money":
        return True
    start, end = parse.phrase(i)
    return bool(MONEY.search(parse.text, start, end))


def _clause_object(parse: Parse, i: int, wanted: frozenset[str]) -> bool:
    """Small clauses: "saw its seats reduced" has the noun as subject of the clause below."""
    return any(
        parse.lemmas[s] in wanted
        for c in parse.kids(i, "ccomp", "xcomp")
        for s in parse.children[c]
        if parse.base(s) == "nsubj"
    )


def fill(parse: Parse, i: int, slot: str) -> list[Filler]:
    """Everything that fills `slot` of trigger `i`, coordination and lists unfolded."""
    if slot == "self":
        return [Filler(i, "self: self")]
    if slot == "number-above":
        return [Filler(k, slot) for k in _number_above(parse, i)]
    steps = slot.split(">")
    current = [Filler(i, "self")]
    for step in steps:
        current = [Filler(f.token, f"{slot}: {f.path}") for c in current for f in _step(parse, c.token, step)]
    if steps[-1] == "appos" and parse.tokens[i].xpos == "NN":
        return current  # "his son Marek, and Jana Horak": one son, whom the apposition names
    return list(dict.fromkeys(u for f in current for u in _unfold(parse, f) if not _joined_behind(f, u, i)))


def _number_above(parse: Parse, i: int) -> list[int]:
    """The number of which a noun says of what it is a part: "twelve of the men", "of the 120 men, 48 voted"."""
    above = parse.tokens[i].head
    if above < 0 or parse.tokens[above].upos == "NUM":
        return [above] if above >= 0 else []
    bare = [k for k in parse.kids(above, "nsubj", "obj") if parse.tokens[k].upos == "NUM" and k != i]
    return [k for k in bare if parse.base(i) in ("nsubj", "obl") and not parse.kids(k, "nmod")][:1]


def _joined_behind(one: Filler, other: Filler, i: int) -> bool:
    """Whether "and" joins a noun only behind its relative clause: "Vale, who works for the bank, and her driver"."""
    return "relative" in one.path and one.token < i < other.token


def _step(parse: Parse, i: int, step: str) -> list[Filler]:
    one = parse.one_of(i) if step in OF_WHOM else i
    return (_one_step(parse, one, step) if one != i else []) or _one_step(parse, i, step)


def _one_step(parse: Parse, i: int, step: str) -> list[Filler]:
    if step == "passive":
        return [f for f in parse.objects(i) if "passive" in f.path]
    if step == "advclause":
        return [Filler(k, "advclause") for k in parse.kids(i, "advcl") if k > i]
    if step == "xcomp":
        # UD hangs "appointed him treasurer" as xcomp or as obj beside iobj; parsers waver.
        return [Filler(k, "xcomp") for k in parse.kids(i, "xcomp") if parse.tokens[k].upos in ("NOUN", "PROPN")]
    if step == "governor-subject":
        return _governor_subject(parse, i)
    if step == "governor-appos":
        top = parse.first_conjunct(i)
        ok = parse.base(top) in ("appos", "parataxis") and parse.tokens[top].head >= 0 and not parse.preposition(top)
        ok = ok and not parse.kids(top, "cop")  # a clause of its own: ", whose mother is the judge's sister"
        return [Filler(parse.tokens[top].head, "apposition")] if ok else []
    if step == "governor-compound":
        ok = parse.base(i) in ("compound", "flat", "nmod:desc") and parse.tokens[i].head >= 0
        ok = ok and "," not in parse.text[parse.tokens[i].end : parse.tokens[parse.tokens[i].head].start]
        named = [Filler(k, "name") for k in parse.kids(i, "flat", "compound") if k > i]
        return [Filler(parse.tokens[i].head, "compound")] if ok else named
    if step == "inverse":
        # "Its founder was X": the noun is the subject and the name the predicate.
        top = parse.first_conjunct(i)
        head = parse.tokens[top].head
        below = parse.base(top) == "nsubj" or parse.preposition(top) in ("among", "amongst")
        ok = below and head >= 0 and bool(parse.kids(head, "cop")) and parse.tokens[head].upos != "ADJ"
        ok = ok and not parse.is_not(head)
        return [Filler(head, "inverse")] if ok else []
    if step == "is-number":  # "the population was 9,100": the number alone
        return [f for f in _one_step(parse, i, "inverse") if parse.tokens[f.token].upos == "NUM"]
    if step == "fronted":
        return _fronted(parse, i)
    if step == "subject-behind":  # "As director of the yard, she signed"
        above = parse.governor(i)
        on_name = above > i and parse.base(i) == "nmod" and parse.tokens[above].upos == "PROPN"
        found = parse.subjects(above) if above > i and parse.base(i) == "obl" else [Filler(above, "subject")] * on_name
        return [
            f for f in found if f.token > i and "," in parse.text[parse.tokens[i].end : parse.tokens[f.token].start]
        ]
    if step == "before":  # "bets worth $1.8 million": the noun right before the word or its preposition
        first = min([i, *parse.kids(i, "case")])
        return [Filler(first - 1, step)] if first and parse.tokens[first - 1].upos == "NOUN" else []
    if step == "of-number":
        # Of "the arrest of two of them" the two are no arrests.
        return [f for f in parse.oblique(i, "of") if _is_number(parse, f.token) and not _is_part(parse, f.token)]
    if step == "where":  # "Delta Freight, where she was treasurer"
        led = parse.tokens[i].deprel == "acl:relcl" and any(parse.lemmas[k] == "where" for k in parse.kids(i, "advmod"))
        return [Filler(_named_before_where(parse, i), "where")] if led else []
    if step == "raided":  # "were arrested when police raided the yard": whoever raids arrests
        return _raids(parse, i)
    if step == "is-in":  # "was in Lobos on Monday", "was on leave in Lobos"
        return _whereabouts(parse, i)
    if step == "under-governor":
        above = parse.governor(i)
        return parse.subjects(above) if above >= 0 and parse.preposition(i) == "under" else []
    if step == "governor" and parse.governor(i) >= 0:
        return [Filler(parse.governor(i), "governor")]
    if step == "subject" and (parse.tokens[i].upos in ("NOUN", "PROPN", "ADJ") or parse.lemmas[i] == "one"):
        own = [parse.stands_for(Filler(k, "subject"), i) for k in parse.kids(i, "nsubj")]
        return own or _shared_subject(parse, i)
    return parse.slot(i, step)


@cache
def measures() -> frozenset[str]:
    """Nouns that measure what another noun names."""
    return frozenset(read_yaml("numbers.yaml")["measures"])


def _is_number(parse: Parse, i: int) -> bool:
    """Whether a number with its unit stands there, and nothing that it counts: "31,000", "$46 million", "80 tonnes"."""
    if parse.tokens[i].upos in ("NUM", "SYM"):
        return True
    somebody = noun_type(parse.lemmas[i], parse.word(i).lower()) in ("person", "organization")
    scaled = not somebody and any(
        parse.lemmas[m] in SCALES for k in parse.kids(i, "nummod") for m in (k, *parse.kids(k, "compound"))
    )
    return bool(parse.kids(i, "nummod")) and (scaled or parse.lemmas[i] in measures() or _is_money(parse, i))


def _is_part(parse: Parse, i: int) -> bool:
    """Whether a bare number is so many of some: "two of them"."""
    return parse.tokens[i].upos == "NUM" and bool(parse.oblique(i, "of"))


def _shared_subject(parse: Parse, i: int) -> list[Filler]:
    """Who is the second of what "and" joins behind "is": "Vale is an engineer and former director of the yard"."""
    top = parse.first_conjunct(i)
    named = parse.tokens[top].upos == "PROPN" and not parse.kids(top, "det")  # "the winners are Vale and the mayor"
    if top == i or parse.preposition(i) or parse.kids(i, "cop") or named or not parse.kids(top, "cop"):
        return []
    if parse.is_not(top):
        return []
    own = [c for c in parse.conjuncts(top) if top < c < i and parse.kids(c, "nsubj")]
    if own:
        top = own[-1]  # "her father is a judge and her mother a clerk and treasurer": the mother
    return [parse.stands_for(Filler(k, "subject, shared"), top) for k in parse.kids(top, "nsubj")]


def _fronted(parse: Parse, i: int) -> list[Filler]:
    """Who is described by a noun that stands apart: "The son of Duda, he left", "was born in Osh, the son of Duda"."""
    first, below = parse.phrase(i)[0], parse.subtree(i)
    comma = next((k for k in range(i + 1, len(parse.tokens) - 1) if parse.word(k) == ","), 0)
    opens = all(parse.tokens[k].upos in ("DET", "ADJ", "NUM", "PUNCT") for k in range(i))
    if comma and opens and parse.lemmas[comma + 1] in ("he", "she") and parse.tokens[comma + 1].xpos == "PRP":
        return [Filler(comma + 1, "fronted")]  # "The daughter of the mayor, she was born in Osh"
    if parse.base(i) == "xcomp":
        return [f for f in parse.subjects(parse.tokens[i].head) if f.token != i]  # "happened to be the daughter of"
    if parse.base(i) not in ("dislocated", "parataxis", "nsubj", "dep"):
        return []
    for above in itertools.islice(parse.path_up(i), 3):
        for k in parse.kids(above, "nsubj"):
            after = k > i and k not in below and "," in parse.text[parse.tokens[i].end : parse.tokens[k].start]
            behind = k < i and parse.text[:first].rstrip().endswith(",") and parse.base(i) != "nsubj"
            if after or behind:
                return [Filler(k, "fronted")]
    return []


def _named_before_where(parse: Parse, i: int) -> int:
    """The name right before "where", or what the clause hangs on: "the wells of Lobos, where nine died"."""
    where = next(k for k in parse.kids(i, "advmod") if parse.lemmas[k] == "where")
    last = where - 2 if where and parse.word(where - 1) == "," else where - 1
    head = parse.tokens[i].head
    if last <= head or parse.tokens[last].upos != "PROPN":
        return head
    while parse.base(last) in ("flat", "compound") and head < parse.tokens[last].head:
        last = parse.tokens[last].head
    return last


def _whereabouts(parse: Parse, i: int) -> list[Filler]:
    """The place that "is" says somebody is in."""
    place = parse.tokens[i].head
    above = next(parse.path_up(place), None) if place >= 0 else None
    unsure = any(parse.lemmas[k] in ("if", "whether", "unless") for k in parse.kids(place, "mark", "advmod"))
    unsure = unsure or (above is not None and parse.lemmas[above] in DOUBTING)
    if parse.base(i) != "cop" or place < i or unsure or parse.is_not(place):
        return []
    if parse.preposition(place) == "in":
        return [Filler(place, "is-in")]
    if parse.preposition(place) == "on" and parse.lemmas[place] in AWAY:
        return [Filler(f.token, "is-in") for f in parse.oblique(place, "in")]
    return []


def _raids(parse: Parse, i: int) -> list[Filler]:
    """The verb of the raid in which somebody was arrested, nobody being named who arrests."""
    if not parse.is_passive(i):
        return []
    raids = [
        k
        for k in parse.kids(i, "advcl")
        if parse.lemmas[k] in RAIDS
        and not parse.is_passive(k)
        and any(parse.lemmas[m] in ("when", "as", "after") for m in parse.kids(k, "mark", "advmod"))
    ]
    return [Filler(k, "raid") for k in raids[:1]]


def _governor_subject(parse: Parse, i: int) -> list[Filler]:
    if parse.kids(i, "nsubj"):
        return [parse.stands_for(Filler(k, "subject"), i) for k in parse.kids(i, "nsubj")]
    for above in parse.path_up(i):
        if parse.tokens[above].upos == "VERB" or parse.kids(above, "cop"):
            found = parse.subjects(above) if parse.tokens[above].upos == "VERB" else _step(parse, above, "subject")
            return found or parse.objects(above)
        if parse.base(above) == "acl":
            return [Filler(parse.tokens[above].head, "participle")]
    return []


def _named_beside(parse: Parse, noun: int) -> list[int]:
    """Those whom names right behind a noun of many tell apart: "the brothers Ada and Ivo Vale were held"."""
    named = [k for k in parse.kids(noun, "appos", "flat") if k == noun + 1 and parse.tokens[k].upos == "PROPN"]
    row = [n for k in named[:1] for n in parse.conjuncts(k)]
    return row if len(row) > 1 and parse.base(noun) != "nsubj:outer" else []


def _firms_beside(parse: Parse, noun: int) -> list[int]:
    """The firms that are named right behind their trade: "owned by the builder Delta and Salt Holdings"."""
    named = [k for k in parse.kids(noun, "appos") if parse.tokens[k].upos == "PROPN" and k > noun]
    beside = named and not parse.text[parse.tokens[noun].end : parse.phrase(named[0])[0]].strip()
    return parse.conjuncts(named[0]) if beside else []


def _behind_predicate(parse: Parse, subject: int, k: int) -> bool:
    """Whether a tree joins to a subject what stands behind its predicate: "Vale was a clerk, as well as a poet"."""
    above = parse.tokens[subject].head
    return parse.base(subject) == "nsubj" and subject < above < k and parse.tokens[above].upos in ("NOUN", "VERB")


def _unfold(parse: Parse, filler: Filler) -> Iterator[Filler]:
    """A coordination gives each member; "groups such as A and B" gives A and B; "a number of X" gives X."""
    for k in parse.conjuncts(filler.token):
        if _behind_predicate(parse, filler.token, k):
            continue
        listed = parse.listed(k)
        # "five persons, including four minors, were killed": the five; "firms including Delta and Salt": the names.
        if any(parse.word(n)[:1].isupper() for n in listed):
            yield from (Filler(n, filler.path + ", listed") for n in listed)
            if parse.kids(k, "nummod"):
                yield Filler(k, filler.path)  # "nine people, including Ana Mor and Ivo Duda"
            continue
        inner = [c for c in parse.kids(k, "nmod") if parse.preposition(c) == "of"]
        paid = parse.lemmas[k] in ACCOUNTS and filler.path.startswith(("from", "to", "object>from", "object>to"))
        held = [*inner, *parse.kids(k, "nmod:poss")] if paid else []
        if held:
            yield from (Filler(n, filler.path) for c in held[:1] for n in parse.conjuncts(c))
            continue
        if parse.tokens[k].xpos == "NNS" and (apart := _named_beside(parse, k)):
            yield from (Filler(n, filler.path) for n in apart)
            continue
        if parse.lemmas[k] in TRADES and (firms := _firms_beside(parse, k)):
            yield from (Filler(n, filler.path) for n in firms)
            continue
        empty = parse.lemmas[k] in EMPTY_NOUNS or (parse.tokens[k].upos == "NUM" and parse.lemmas[k] != "half")
        named = [a for a in parse.kids(k, "appos") if parse.tokens[a].upos == "PROPN"]
        if empty and inner and named:
            yield Filler(named[0], filler.path)  # "one of the clubs, Delta United, ..."
            continue
        if empty and inner and parse.tokens[k].upos != "PROPN":
            for n in (n for c in inner for n in parse.conjuncts(c)):
                names = [o for o in parse.listed(n) if parse.word(o)[:1].isupper()]  # "scores of men such as Ada Vale"
                yield from (Filler(o, filler.path) for o in names or (n,))
            continue
        yield Filler(k, filler.path)
