"""Whether a pattern fits its trigger, and whether all that it asks for stands there."""

from collections.abc import Mapping

from whence.annotate.grammar.slots import fill
from whence.annotate.grammar.ways import is_money
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.patterns import Pattern, expanded
from whence.annotate.syntax import Filler, Parse

SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
# Who does these to himself is told of by patterns of their own.
ON_OTHERS = frozenset({"kills", "attacks", "injures", "supports", "denies", "praises"})
PREFIXES = frozenset({"co", "re", "pre", "ex", "over", "out", "un", "self", "jointly"})


def fits(parse: Parse, i: int, pattern: Pattern) -> bool:
    """Whether the trigger of a pattern stands as the pattern asks."""
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


def is_complete(parse: Parse, i: int, pattern: Pattern, roles: Mapping[str, tuple[Filler, ...]]) -> bool:
    """Whether all that a pattern asks for stands around its trigger, and nothing that it rules out."""
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
    return "<money>" in wanted and any(is_money(parse, f.token) for f in fill(parse, i, "object"))


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


def _clause_object(parse: Parse, i: int, wanted: frozenset[str]) -> bool:
    """Small clauses: "saw its seats reduced" has the noun as subject of the clause below."""
    return any(
        parse.lemmas[s] in wanted
        for c in parse.kids(i, "ccomp", "xcomp")
        for s in parse.children[c]
        if parse.base(s) == "nsubj"
    )
