"""What is meant or wished, and whether it came about."""

from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.modality.denials import is_negated
from whence.annotate.modality.words import is_marked, lemma_of, range_of
from whence.annotate.syntax import Parse
from whence.vocab import word_set

FIXED = frozenset({"schedule", "plan", "expect", "postpone", "cancel", "slate"})
# "Hired in May to replace Duda" has replaced her, "was appointed to serve as judge" served; "named her to succeed him":
# she has not yet.
HIRING = frozenset({"hire", "appoint", "elect", "install", "promote", "recruit"})
COMING_AFTER = frozenset({"replace", "succeed", "serve"})
# "Went on to become", "was promoted to become", "left to become": it came about.
RISING = frozenset("go promote elevate raise rise climb grow return leave quit retire live".split())
# "Beat Vale to become champion", "won 12 races to become the first to": by winning it is done.
WINNING = frozenset(
    """
    beat defeat win score outpoll overcome edge upset trounce thrash oust unseat topple surpass overtake poll
    outscore knock top dethrone pip eclipse
    """.split()
)
# "Rose 60 cents to close at 66": it closed there.
MOVING = frozenset("rise fall climb drop gain slip jump plunge add lose shed advance decline tumble edge soar".split())
ENDING = frozenset("close end finish settle stand reach trade hit".split())
TAKING_UP = frozenset("head lead run chair manage join edit".split())  # "left in May to head the yard"
MERGING = frozenset("merge unite combine amalgamate split demerge join".split())  # "merged to form the league"
CLAUSES_OF_THAT = frozenset("ccomp acl csubj conj parataxis advcl root".split())


def was_done_before(parse: Parse, verb: int) -> bool:
    """Whether it stands in "to have ordered" or "of having ordered"."""
    before = any(parse.lemmas[k] == "have" for k in parse.kids(verb, "aux"))
    return before and (
        parse.is_infinitive(verb) or any(parse.word(k).lower() == "having" for k in parse.kids(verb, "aux"))
    )


def is_headed(parse: Parse, i: int) -> bool:
    """Whether a headline tells with a bare "to" what is to come: "Duda to lead inquiry", "Ministry to buy ferries"."""
    top = parse.first_conjunct(i)
    if not parse.is_infinitive(top) or parse.kids(top, "aux", "cop") or parse.tokens[top].xpos != "VB":
        return False
    if parse.base(top) == "root":
        doer = parse.kids(top, "nsubj", "iobj")
    else:
        doer = [parse.tokens[top].head] if parse.base(top) == "acl" and parse.tokens[top].head < top else []
        doer = [k for k in doer if parse.base(k) == "root" and not parse.kids(k, "cop", "det", "nmod:poss")]
    return any(_acts(parse, k) and parse.tokens[k].end < parse.tokens[top].start for k in doer)


def _acts(parse: Parse, i: int) -> bool:
    """Whether a word names or describes somebody."""
    kind = noun_type(parse.lemmas[i], parse.word(i).lower())
    return parse.tokens[i].upos == "PROPN" or kind in ("person", "organization")


def is_wished(parse: Parse, i: int) -> bool:
    """Whether the verb stands in "for the port to close": what is to be done, not what is done."""
    marks = {parse.lemmas[k] for k in parse.kids(i, "mark")}
    subjects = [k for k in parse.children[i] if parse.base(k) == "nsubj"]
    return "to" in marks and ("for" in marks or any(parse.preposition(k) == "for" for k in subjects))


def is_ahead(parse: Parse, verb: int) -> bool:
    """Whether what is scheduled, or "will be held" and "is to be held", is yet to come."""
    ahead = any(parse.lemmas[k] in ("will", "shall") for k in parse.kids(verb, "aux")) or to_be(parse, verb)
    lemma = lemma_of(parse, verb)
    return lemma in FIXED or (lemma in ("hold", "stage") and (bool(ahead) or to_come(parse, verb)))


def to_come(parse: Parse, i: int) -> bool:
    """Whether a noun is said to wait for it: "elections to be held in May", of which none has been held."""
    first = parse.first_conjunct(i)
    marks = {parse.lemmas[k] for k in parse.kids(first, "mark")}
    return parse.base(first) in ("acl", "root") and "to" in marks and bool(parse.kids(first, "aux:pass"))


def came_otherwise(parse: Parse, verb: int) -> bool:
    """Whether a "but" tells what came of it: "was nominated, but the post went to Duda"."""
    return any(parse.lemmas[c] == "but" for k in parse.kids(verb, "conj") for c in parse.kids(k, "cc"))


def is_bidden(parse: Parse, i: int) -> bool:
    """Whether an order or a wish puts it: "directed that he be arrested"."""
    clause = parse.first_conjunct(i)
    helpers = [*parse.kids(i, "aux", "aux:pass", "cop")]
    told = parse.base(clause) in CLAUSES_OF_THAT and any(parse.lemmas[m] == "that" for m in parse.kids(clause, "mark"))
    token = parse.tokens[i]
    bare = token.deprel == "acl:relcl" and token.xpos in ("VB", "VBP") and parse.word(i).lower() == parse.lemmas[i]
    marked = any(parse.lemmas[m] != "that" for m in parse.kids(i, "mark"))
    if bare and not helpers and not marked and not parse.kids(i, "nsubj", "advmod", "obj"):
        return parse.tokens[token.head].xpos in ("NN", "NNP")  # "that the director, Duda, answer to the board"
    if told and not helpers and parse.tokens[i].upos == "VERB":  # "her motion that he answer to the board"
        form, lemma = parse.word(i).lower(), parse.lemmas[i]
        return form == lemma and any(parse.tokens[k].xpos in ("NN", "NNP") for k in parse.kids(i, "nsubj"))
    return told and len(helpers) == 1 and parse.word(helpers[0]).lower() == "be"


def to_be(parse: Parse, i: int) -> tuple[int, int] | None:
    """Where "is to" stands before the verb: "is to meet", "was to be sold"."""
    helpers = parse.kids(i, "aux", "aux:pass", "cop")
    for mark in parse.kids(i, "mark"):
        if parse.lemmas[mark] == "to" and any(k < mark and parse.lemmas[k] == "be" for k in helpers):
            return range_of(parse, mark)
    return None


def comes_about(parse: Parse, verb: int) -> bool:
    """Whether a verb says of a deed that it was done: "took place", "was achieved"."""
    place = parse.lemmas[verb] == "take" and any(parse.lemmas[k] == "place" for k in parse.kids(verb, "obj"))
    return place or parse.lemmas[verb] in word_set("refused.yaml", "comes_about")


def is_purpose(parse: Parse, i: int) -> bool:
    """Whether it is like "travelled to Lima to buy the yard": what is meant to come is not said to have come."""
    return parse.tokens[i].xpos != "VBG" and parse.is_infinitive(i)  # "pleaded guilty to killing"


def was_used(parse: Parse, verb: int) -> bool:
    """Whether what a thing was used for is done: "used trucks to attack the mill", not "will be used to attack"."""
    ahead = any(parse.tokens[k].xpos == "MD" for k in parse.kids(verb, "aux"))
    told = parse.tokens[verb].xpos == "VBG" and is_marked(parse, verb, "of", "for")  # "accused of using trucks to"
    return parse.lemmas[verb] == "use" and (parse.tokens[verb].xpos in ("VBD", "VBN") or told) and not ahead


def became(parse: Parse, above: int, below: int) -> bool:
    """Whether what somebody rose to be came about: "went on to become director", not "will go on to become"."""
    ahead = any(parse.tokens[k].xpos == "MD" for k in parse.kids(above, "aux"))
    leaving = {parse.word(k).lower() for k in parse.kids(above, "aux")} & {"is", "are", "'s", "’s"}
    ahead = ahead or (parse.tokens[above].xpos == "VBG" and bool(leaving))  # "is leaving to become director"
    rose = parse.lemmas[above] in RISING | WINNING and parse.lemmas[below] in ("become", "be")
    took = parse.lemmas[above] in ("leave", "quit") and parse.lemmas[below] in TAKING_UP
    ended = parse.lemmas[above] in MOVING and parse.lemmas[below] in ENDING
    merged = parse.lemmas[above] in MERGING and parse.lemmas[below] in ("form", "create", "become", "establish")
    return (rose or took or merged or ended) and not ahead and parse.tokens[above].xpos in ("VBD", "VBN", "VBG")


def was_hired(parse: Parse, above: int, below: int) -> bool:
    """Whether somebody took another's place by being given it: "was hired to replace Duda", not "will be hired"."""
    ahead = any(parse.tokens[k].xpos == "MD" for k in parse.kids(above, "aux")) or parse.is_infinitive(above)
    given = parse.lemmas[above] in HIRING and parse.tokens[above].xpos in ("VBD", "VBN")
    return given and parse.lemmas[below] in COMING_AFTER and not ahead


def did_enough(parse: Parse, above: int) -> bool:
    """Whether it was done so well that it had its effect: "ran fast enough to win", not "is fast enough to win"."""
    adverbs = [k for k in (above, *parse.kids(above, "advmod")) if parse.tokens[k].upos == "ADV"]
    enough = any(parse.lemmas[n] == "enough" for k in adverbs for n in (k, *parse.kids(k, "advmod")))
    verb = above if parse.tokens[above].upos == "VERB" else parse.tokens[above].head
    while verb >= 0 and parse.tokens[verb].upos == "ADV":
        verb = parse.tokens[verb].head
    modal = any(parse.tokens[k].xpos == "MD" for k in parse.kids(verb, "aux")) if verb >= 0 else True
    done = verb >= 0 and parse.tokens[verb].upos == "VERB" and parse.tokens[verb].xpos in ("VBD", "VBN")
    return enough and done and not modal and not is_negated(parse, verb)


def showed(parse: Parse, above: int, below: int) -> bool:
    """Whether people gathered to protest, and so did: "drove into Osh to protest", not "will drive"."""
    ahead = any(parse.tokens[k].xpos == "MD" for k in parse.kids(above, "aux"))
    return parse.lemmas[below] in ("protest", "demonstrate") and not ahead and parse.tokens[above].xpos == "VBD"


def is_weighed(parse: Parse, verb: int, noun: int, relation: str) -> bool:
    """Whether a deed is only thought about: "was considering sanctions against the bank", "a raid is being mulled".

    Not "considered the raid a mistake", which there was.
    """
    kind = noun_type(parse.lemmas[noun], parse.word(noun).lower())
    deed = parse.tokens[noun].upos == "NOUN" and kind not in ("person", "organization", "place")
    if not deed or parse.lemmas[verb] not in word_set("grammar.yaml", "weighing"):
        return False
    undergone = relation == "obj" or (relation == "nsubj" and parse.is_passive(verb))
    known = any(
        parse.word(k).lower() not in ("a", "an", "any", "new", "more") for k in parse.kids(noun, "det", "nmod:poss")
    )
    return undergone and not known
