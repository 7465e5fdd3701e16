"""Who speaks, to whom and where: the name behind a source."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.annotate.arguments import argument
from whence.annotate.arguments.candidates import candidate
from whence.annotate.arguments.lookup import Lookup
from whence.annotate.claims.kinds import CLAIMING
from whence.annotate.claims.scene import Scene
from whence.annotate.claims.worth import same_bearer
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.syntax import Parse
from whence.model import Argument, Document, Mention, Sentence, Span, Voice

BEHIND = re.compile(
    r",\s+(?:(?!(?:by|to|with|of|for|from|and|or|like|as|than|about|on|at|in|who|whose|which|not|nor|but|\w+ing)\s)"
    r"[a-z][\w-]*\s+){0,2}(?:(?:Mr|Mrs|Ms|Dr|Sir)\.?\s+)?"
)
# How sure the reader must be of whom something is told to, and where; of what it adds 33 of 45 are what is marked too.
HEARD = {"addressee": 0.5, "medium": 0.7}
# A phrase broken off at its preposition, or a paper that somebody else wrote, is nobody who speaks.
UNSPOKEN = re.compile(
    r"(?:\b(?:of|in|for|to|from|at|and)|^an? (?:statement|message|letter|tweet|post))$|^(?:by|in|on|at|with|through) ",
    re.IGNORECASE,
)
# Which of its kind a speaker is, before the word of telling.
NOBODY_KNOWN = frozenset({"you", "one", "anyone", "someone", "somebody", "everybody", "everyone", "nobody", "no one"})
WHICH = re.compile(
    r"(\s+(?:such as|like|including|on|at|in|from|within|near|close to|behind)\s[^,;:“”\"]{2,80}?)"
    r"(?:\s+(?:has|have|had|also|later|then|now|reportedly|did))*\s+"
)
THOSE = re.compile(r"(\s+\w[^,;:“”\"]{2,60}?)(?:\s+(?:has|have|had|also|later|then))*\s+")


def speaker_of(scene: Scene, lookup: Lookup, voice: Voice) -> Argument | None:
    """Who speaks; of several who speak together the last."""
    return next(reversed(speakers_of(scene, lookup, voice)), None)


def told_to(
    scene: Scene, sentence: Sentence, voice: Voice, parse: Parse | None, known: Sequence[Argument]
) -> Iterator[Argument]:
    """To whom or in which medium it is said, where the reader hears them beside the verb, in its sentence."""
    if parse is None or not sentence.span.contains(voice.cue):
        return
    frames = (f for f in scene.learned if f.predicate == "says" and voice.cue.start <= f.start < voice.cue.end)
    taken = [a.span for a in known if a.span is not None and a.role != "content"]
    for filler in (f for frame in frames for f in frame.fillers):
        span = scene.doc.span(filler.start, filler.end)
        if filler.score < HEARD.get(filler.role, 1.0) or voice.content.overlaps(span):
            continue
        if any(t.overlaps(span) for t in taken) or any(a.role == filler.role for a in known):
            continue
        made = _heard_as(scene.lookup, parse, filler.role, span)
        if made is not None and not any(same_bearer(a, made, scene.lookup) for a in known if a.role == "speaker"):
            taken.append(span)
            yield made


def _heard_as(lookup: Lookup, parse: Parse, role: str, span: Span) -> Argument | None:
    """What stands at a span as medium or as addressee, a person or a body."""
    head = parse.head_of(span.start, span.end)
    item = candidate(lookup, parse, head) if head is not None else None
    if role == "medium":
        held = item.span if item is not None and item.named and item.span.overlaps(span) else span
        return medium_at(lookup, held)
    if item is None or not item.span.overlaps(span) or item.type not in CLAIMING:
        return None
    return argument("addressee", item, frozenset({"person", "organization"}))


def medium_at(lookup: Lookup, span: Span) -> Argument:
    """The outlet or the work in which it is said: a letter is no body."""
    last = lookup.doc.quote(span).split()[-1].lower()
    work = (span, "work") in lookup.names_by_type or (span not in lookup.named and noun_type(last, last) == "work")
    return Argument("medium", span, None, "work" if work else "organization")


def speakers_of(scene: Scene, lookup: Lookup, voice: Voice) -> list[Argument]:
    """Everybody who speaks: "Duarte and Krall said" are two."""
    one = one_speaker(scene, lookup, voice)
    parse = scene.parse_at(one.span.start) if one is not None and one.span is not None else None
    if one is None or one.span is None or parse is None:
        return [one] if one is not None else []
    own = _joint(parse, one.span)
    if one.span not in lookup.named or own is None:
        return [one]
    others = [
        Argument("speaker", m.span, m.value or None, m.type if m.type != "place" else "organization")
        for m in lookup.covering(parse.start, parse.end)
        if m.form == "name" and (m.type in ("person", "organization") or (m.type == "place" and m.value))
        if (joint := _joint(parse, m.span)) is not None and joint[0] != own[0] and joint[1] == own[1]
    ]
    others = [other for other in others if not same_bearer(one, other, lookup)]
    return [*others, one]


def _joint(parse: Parse, span: Span) -> tuple[int, int] | None:
    """The noun that a name heads or explains, and the first of the coordination in which it stands."""
    token = parse.head_of(span.start, span.end)
    while token is not None and parse.base(token) in ("flat", "compound", "appos", "nmod:desc"):
        if parse.base(token) == "compound" or parse.preposition(token):
            return None  # "the Delta spokesman and Ana Duarte": Delta is no speaker
        token = parse.tokens[token].head
    return (token, parse.first_conjunct(token)) if token is not None else None


def _may_speak(parse: Parse | None, span: Span) -> bool:
    """Whether a name in a source phrase is its own, not one that only describes it.

    In "a commission under the deputy Ana Duarte said", "an aide to Ana Duarte said", "the judge, hearing Ana Duarte,
    said" and "a clerk who knew Ana Duarte said" she is silent.
    """
    token = parse.head_of(span.start, span.end) if parse is not None else None
    behind_comma = False
    while parse is not None and token is not None and parse.tokens[token].head >= 0:
        relation, head = parse.base(token), parse.tokens[token].head
        if relation in ("acl", "advcl") or any(parse.preposition(k) for k in parse.kids(token, "nmod:desc")):
            return False
        if relation in ("compound", "amod") and token < head and parse.tokens[head].upos == "NOUN":
            return False  # "the Duarte lawyers said", "a Duarte memo said"
        if relation == "nmod" and parse.preposition(token) and not behind_comma:
            return parse.preposition(token) == "of" and head > token
        if relation == "obl" and parse.preposition(token) in ("to", "with", "near"):
            return False  # "sources close to Ana Duarte said", "an aide to Ana Duarte said"
        if relation not in ("flat", "compound", "appos", "conj", "nmod", "dep"):
            return relation == "nsubj" or parse.base(head) != "acl"
        gap = parse.text[parse.tokens[head].end : parse.tokens[token].start]
        behind_comma |= relation == "appos" and "," in gap
        behind_comma |= relation in ("appos", "flat", "compound") and parse.tokens[head].upos == "PROPN"
        token = head
    return True


def _of_its_men(parse: Parse | None, body: Span, source: Span) -> bool:
    """Whether a body is only explained behind the people who speak: "experts of the firm, Salt Lines, said"."""
    head = parse.head_of(source.start, source.end) if parse is not None else None
    own = parse.head_of(body.start, body.end) if parse is not None else None
    if parse is None or head is None or own is None or noun_type(parse.lemmas[head], parse.word(head)) != "person":
        return False
    above = parse.tokens[own].head
    return parse.base(own) == "appos" and above != head and bool(parse.preposition(above)) and above > head


def _several(parse: Parse | None, source: Span) -> bool:
    """Whether a bare plural speaks: "prosecutors", "two clerks"."""
    head = parse.head_of(source.start, source.end) if parse is not None else None
    return parse is not None and head is not None and parse.tokens[head].xpos == "NNS" and not parse.kids(head, "appos")


def one_speaker(scene: Scene, lookup: Lookup, voice: Voice) -> Argument | None:
    """The name in the source phrase, the antecedent of its pronoun or title, or the phrase itself."""
    source = voice.source
    if source is None:
        return None
    parse = scene.parse_at(source.start)
    beside = [m for m in lookup.covering(voice.cue.start - 2, voice.cue.start) if m.form == "name"]
    own = [m for m in lookup.covering(source.start, source.end) if m.form == "name" and m.type == "person"]
    beside = [] if any(source.contains(m.span) for m in own) else beside
    if (
        beside
        and beside[-1].type == "person"
        and voice.manner != "according"
        and voice.cue.start > source.start
        and _may_speak(parse, beside[-1].span)
    ):
        return Argument("speaker", beside[-1].span, None, "person")
    inside = [
        m
        for m in lookup.covering(source.start, source.end)
        if source.start <= m.span.start and m.span.end <= source.end
    ]
    inside = [m for m in inside if not _owning(scene.doc, m, source)]
    people = [m for m in inside if m.form == "name" and m.type == "person"]
    several = _several(parse, source)  # "Duda, prosecutors say, ran the yard": Duda says nothing
    titled = [lookup.announced(m) or lookup.apposed(m) for m in inside if m.type == "role" and not several]
    titled = [m for m in titled if m is not None and not _owning(scene.doc, m, source)]  # "Mr Duda's lawyers"
    people = [m for m in people or titled if m is not None and _may_speak(parse, m.span)]
    bodies = [
        m
        for m in inside
        if ((m.form == "name" and m.type in ("organization", "facility")) or (m.type == "place" and m.value))
        and _may_speak(parse, m.span)
        and not _of_its_men(parse, m.span, source)
    ]
    behind = None if people or several or voice.manner == "according" else _named_behind(lookup, parse, source)
    behind = behind or (None if people or several else _named_next(lookup, parse, source))
    if people or behind:
        return Argument("speaker", behind.span if behind else people[-1].span, None, "person")
    post = next((m for m in inside if m.type == "role"), None)
    for m in inside:
        if post is not None and post.span < m.span:
            break  # "the secretary of the club" is not the club
        if (m.form != "name" or m.type == "role") and not _behind_noun(parse, m.span, source):
            name = lookup.name_of(m)
            if name is not None:
                kind = "organization" if m.form == "nominal" else "person"
                return Argument("speaker", m.span, None, kind, name, True)
    if any(m.form == "pronoun" for m in inside) and len(source) < 6:
        return None
    if scene.doc.quote(source).lower() in NOBODY_KNOWN:
        return None
    if bodies and bodies[-1].span.end >= source.end - 2 and not (post is not None and post.span < bodies[-1].span):
        m = bodies[-1]
        return Argument("speaker", m.span, m.value or None, "organization")
    if scene.doc.quote(source).lower().startswith(("whose ", "which ", "whatever ")):
        return None
    told = voice.maker.rule == "cited" or voice.manner == "according"  # "according to a statement"
    if not told and UNSPOKEN.search(scene.doc.quote(source)):
        return None
    return Argument("speaker", _with_place(scene.doc, parse, voice, source), None, "text")


def _with_place(doc: Document, parse: Parse | None, voice: Voice, source: Span) -> Span:
    """Nameless speakers with what says which they are: "clerks at the yard", "papers such as the Tide"."""
    which = THOSE if doc.quote(source).lower() == "those" else WHICH
    more = which.fullmatch(doc.text, source.end, voice.cue.start) if source.end < voice.cue.start else None
    head = parse.head_of(source.start, source.end) if parse is not None else None
    if more is not None and which is THOSE:
        return replace(source, end=more.end(1))
    if parse is None or more is None or head is None or parse.tokens[head].xpos not in ("NN", "NNS"):
        return source
    words = parse.at(more.start(1), more.end(1))
    below = set(parse.subtree(head)) - {k for c in parse.kids(head, "acl", "advcl") for k in parse.subtree(c)}
    plain = all(k in below and parse.tokens[k].upos not in ("VERB", "AUX") for k in words)
    return replace(source, end=more.end(1)) if plain else source


def _behind_noun(parse: Parse | None, span: Span, source: Span) -> bool:
    """Whether words only say whose or of what kind a speaker is: "friends of hers", "a member of the club"."""
    token = parse.head_of(span.start, span.end) if parse is not None else None
    if parse is None or token is None or not parse.preposition(token):
        return False
    above = parse.tokens[token].head
    return parse.base(token) == "nmod" and above >= 0 and source.start <= parse.tokens[above].start < source.end


def _named_next(lookup: Lookup, parse: Parse | None, source: Span) -> Mention | None:
    """The person named right behind a noun for one, whom a tree hangs elsewhere: "according to her agent Ana Mor"."""
    head = parse.head_of(source.start, source.end) if parse is not None else None
    if parse is None or head is None or parse.tokens[head].end != source.end or parse.tokens[head].xpos != "NN":
        return None
    people = (m for m in lookup.covering(source.end + 1, source.end + 2) if m.type == "person" and m.form == "name")
    named = next((m for m in people if m.span.start == source.end + 1 and lookup.doc.text[source.end] == " "), None)
    if named is None or lookup.doc.text[named.span.end : named.span.end + 2] in ("'s", "’s"):
        return None
    kind = noun_type(parse.lemmas[head], parse.word(head).lower())
    titled = any(m.type == "role" for m in lookup.covering(source.end - 1, source.end))
    return named if kind == "person" or titled else None


def _named_behind(lookup: Lookup, parse: Parse | None, source: Span) -> Mention | None:
    """The person whose name stands between commas right behind a common noun for one: "The cook, Ada Mensah, said"."""
    head = parse.head_of(source.start, source.end) if parse is not None else None
    if parse is None or head is None or parse.tokens[head].xpos != "NN":
        return None
    if noun_type(parse.lemmas[head], parse.word(head).lower()) in ("place", "event", "work", "law"):
        return None
    for m in lookup.covering(source.end, source.end + 40):
        if m.type == "person" and m.form == "name" and BEHIND.fullmatch(lookup.doc.text, source.end, m.span.start):
            return m if lookup.doc.text[m.span.end : m.span.end + 1] in (",", " ") else None
    return None


def _owning(doc: Document, mention: Mention, source: Span) -> bool:
    """Whether a mention only says whose speaker it is: "his wife", "Ortega's office"."""
    if mention.span.end >= source.end:
        return False
    after = doc.text[mention.span.end : mention.span.end + 2]
    return mention.maker.rule == "possessive" or after in ("'s", "’s", "s'", "s’", "' ", "’ ")
