"""Accusations told as what an accuser says: "prosecutors say that Vale took bribes", "the audit found that ..."."""

from collections.abc import Iterator

from whence.annotate.arguments import argument
from whence.annotate.arguments.candidates import as_thing
from whence.annotate.arguments.lookup import Lookup
from whence.annotate.grammar.slots import fill
from whence.annotate.modality import modality
from whence.annotate.syntax import Parse
from whence.model import Argument, Span, Voice
from whence.vocab import word_set

LIST = "accusing.yaml"
PARTIES = frozenset({"person", "organization"})
# What is told in passing, of somebody else: "the clerk whom Vale bribed".
ASIDE = frozenset({"acl:relcl", "acl", "advcl", "xcomp"})
OPEN = frozenset({"intended", "hypothetical"})


def accused(lookup: Lookup, parse: Parse, voice: Voice) -> Iterator[Argument]:
    """Whoever an accuser says to have done a wrong, by name."""
    if voice.source is None:
        return
    anybody = not _is_accuser(parse, voice.source)
    for verb in parse.at(voice.content.start, voice.content.end):
        if parse.tokens[verb].upos != "VERB" or parse.tokens[verb].deprel in ASIDE:
            continue
        if not (_is_fraud(parse, verb) if anybody else _is_wrong(lookup, parse, verb)):
            continue
        mood = modality(parse, verb)
        if mood.polarity == "denied" or mood.certainty in OPEN:
            continue
        for filler in fill(parse, verb, "subject"):
            item = as_thing(lookup, parse, filler.token, PARTIES)
            if item is not None and item.named and item.type in PARTIES and voice.content.contains(item.span):
                yield argument("accused", item, PARTIES)


def _is_fraud(parse: Parse, verb: int) -> bool:
    """Whether a verb is a wrong whoever tells it: "stole the ledger", not "stole the show"."""
    objects = {parse.lemmas[f.token] for f in parse.objects(verb)}
    return parse.lemmas[verb] in word_set(LIST, "frauds") and not objects & word_set(LIST, "harmless")


def _is_accuser(parse: Parse, source: Span) -> bool:
    """Whether a speaker is by trade or nature one who accuses: a prosecutor, an indictment, an audit."""
    head = parse.head_of(source.start, source.end)
    return head is not None and parse.lemmas[head] in word_set(LIST, "accusers")


def _is_wrong(lookup: Lookup, parse: Parse, verb: int) -> bool:
    """Whether a verb, or what it takes, is a wrong: "forged the minutes", "took bribes", "took 3 million euros"."""
    if parse.lemmas[verb] in word_set(LIST, "deeds"):
        return True
    if parse.lemmas[verb] not in word_set(LIST, "handles") or parse.is_passive(verb):
        return False
    objects = [f.token for f in parse.objects(verb)]
    near = (m for k in objects for m in lookup.covering(parse.tokens[k].start, parse.tokens[k].end))
    return any(parse.lemmas[k] in word_set(LIST, "objects") for k in objects) or any(m.type == "money" for m in near)
