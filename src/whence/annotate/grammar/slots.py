"""What fills a slot of a trigger, coordination and lists unfolded."""

from collections.abc import Iterator

from whence.annotate.grammar.ways import (
    fronted,
    is_number,
    is_part,
    named_before_where,
    raid_of,
    shared_subject,
    whereabouts,
)
from whence.annotate.syntax import Filler, Parse

EMPTY_NOUNS = frozenset(
    """
    number group lot couple series range variety majority handful dozen hundred thousand score some many most all
    both several few each any rest remainder bulk total
    """.split()
)
# Slots that tell who somebody is; of "one of the directors" they are those of "one".
OF_WHOM = frozenset({"subject", "governor-appos", "governor-subject", "inverse", "fronted", "appos"})
# What firms are called whose names stand right behind.
TRADES = frozenset(
    """
    builder maker lender retailer insurer shipper developer publisher supplier manufacturer producer brewer refiner
    contractor distributor exporter importer carmaker shipbuilder drugmaker chipmaker steelmaker planemaker arms-maker
    carrier miner grower shipyard
    """.split()
)
# What goes from an account comes from whoever has it.
ACCOUNTS = frozenset({"account", "coffer", "treasury"})


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
    return list(dict.fromkeys(u for f in current for u in unfolded(parse, f) if not _joined_behind(f, u, i)))


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
        return fronted(parse, i)
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
        return [f for f in parse.oblique(i, "of") if is_number(parse, f.token) and not is_part(parse, f.token)]
    if step == "where":  # "Delta Freight, where she was treasurer"
        led = parse.tokens[i].deprel == "acl:relcl" and any(parse.lemmas[k] == "where" for k in parse.kids(i, "advmod"))
        return [Filler(named_before_where(parse, i), "where")] if led else []
    if step == "raided":  # "were arrested when police raided the yard": whoever raids arrests
        return raid_of(parse, i)
    if step == "is-in":  # "was in Lobos on Monday", "was on leave in Lobos"
        return whereabouts(parse, i)
    if step == "under-governor":
        above = parse.governor(i)
        return parse.subjects(above) if above >= 0 and parse.preposition(i) == "under" else []
    if step == "governor" and parse.governor(i) >= 0:
        return [Filler(parse.governor(i), "governor")]
    if step == "subject" and (parse.tokens[i].upos in ("NOUN", "PROPN", "ADJ") or parse.lemmas[i] == "one"):
        own = [parse.stands_for(Filler(k, "subject"), i) for k in parse.kids(i, "nsubj")]
        return own or shared_subject(parse, i)
    return parse.slot(i, step)


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


def unfolded(parse: Parse, filler: Filler) -> Iterator[Filler]:
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
