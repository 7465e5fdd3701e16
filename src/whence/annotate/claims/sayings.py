"""Who says what: a claim for every voice whose source is known."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from whence.annotate.accusations import accused
from whence.annotate.arguments.lookup import Lookup
from whence.annotate.claims.denied import client_of, concerned, disowns, next_disowned, what_is_denied
from whence.annotate.claims.kinds import FINITE
from whence.annotate.claims.scene import Scene, made_by
from whence.annotate.claims.speakers import medium_at, one_speaker, speakers_of, told_to
from whence.annotate.claims.worth import same_bearer
from whence.annotate.counted_by import FIGURE
from whence.annotate.modality import Modality, modality
from whence.annotate.refused import refuses
from whence.annotate.syntax import Parse
from whence.annotate.tellings.shared import speech_nouns
from whence.annotate.validity import Clock
from whence.model import Argument, Claim, Sentence, Span, ValidTime, Voice

JOINED = re.compile(r"(?:and|but|or)\b", re.IGNORECASE)  # what follows is no speech but the next clause
FREE_WHAT = re.compile(r"\bwhat\s+(?:(?:the|its|his|her|their)\s+)?$", re.IGNORECASE)
# A clause that only says when, before the words that are quoted, is not told.
SAYS_WHEN = re.compile(r"(?:after|before|when|while|as|since|until|once|if|although|though)\b", re.IGNORECASE)
# With words of their own between quotation marks they are said.
CALLING = frozenset("call describe portray label brand characterise characterize".split())
# "Considers it almost certain that Vale signed" is said; whoever considers Vale a friend says nothing.
JUDGED = re.compile(
    r"(?:it )?(?:\w+ )?(?:certain|likely|unlikely|probable|improbable|possible|impossible|proven) that\b"
)
THOUGHT = frozenset({"believed", "suspected"})
NO_SAYS = frozenset(
    """
    show indicate describe call dub nickname quote cite learn hear decide agree
    consider expect feel deny suspect believe think
    predict forecast assess judge accuse blame portray label brand denounce characterise characterize put
    """.split()
)
# Two quotations, or one and the beginning of the next: of one alone its own words are what somebody is called.
QUOTING = re.compile('[“”"«»][^“”"«»]+[“”"«»][^“”"«»]+[“”"«»]')
PARTED = re.compile(r",\s+(?:is|was|are|were)\s+$")


def find_sayings(
    scene: Scene, lookup: Lookup, clock: Clock, sentence: Sentence, parse: Parse | None
) -> Iterator[Claim]:
    """A `says` claim for every voice whose source is known."""
    figures = {v.cue for v in scene.voices if v.maker == FIGURE}
    for voice in scene.voices:
        if (
            voice.source is None
            or voice.cue in figures
            or voice.maker.rule == "resumed"  # its beginning is what is said
            or not sentence.span.contains(voice.content)
            or (voice.manner != "direct" and not sentence.span.contains(voice.cue))
        ):
            continue
        cue = scene.doc.quote(voice.cue)
        if parse is not None:
            at = parse.at(voice.cue.start, voice.cue.end)
            quoted = voice.manner == "direct" or QUOTING.search(scene.doc.quote(voice.content))
            called = at and parse.lemmas[at[0]] in CALLING and (quoted or voice.maker.rule == "blame")
            judged = at and parse.lemmas[at[0]] == "consider" and JUDGED.match(scene.doc.quote(voice.content))
            if at and parse.lemmas[at[0]] in NO_SAYS and not (called or judged):
                continue
        if voice.maker.rule == "noun" and speech_nouns().get(cue.lower().removesuffix("s")) in THOUGHT:
            continue  # "the belief of the guards that": they think it
        speakers = speakers_of(scene, lookup, voice)
        if not speakers or JOINED.match(scene.doc.quote(voice.content)):
            continue
        told = _with_subject(parse, voice) if parse is not None and sentence.span.contains(voice.cue) else voice.content
        if told is None:
            continue
        arguments = [speakers[-1], Argument("content", told, None, "text")]
        if voice.medium is not None:
            arguments.append(medium_at(lookup, voice.medium))
        arguments.extend(told_to(scene, sentence, voice, parse, arguments))
        mood, valid = Modality(), ValidTime()
        if parse is not None:
            at = parse.at(voice.cue.start, voice.cue.end)
            if at:
                mood = modality(parse, at[-1])
                valid = clock.of_token(sentence, parse, at[-1], False)
                own = parse.kids(at[-1], "nsubj")
                first = parse.first_conjunct(at[-1])
                meant = mood.certainty == "intended" or _is_for(parse, first)
                if meant and not own and parse.is_infinitive(first):
                    continue  # "asked him to tell the police that": nobody has said it
        if mood.polarity == "denied" and voice.manner != "direct":
            continue  # "did not reveal what she was treated for" tells nothing
        if voice.maker.rule != "blame" and not _names(parse, voice) and _torn(scene, voice, parse):
            continue
        if valid.span is not None and voice.content.contains(valid.span):
            valid = ValidTime()  # the time of what is said, not of the saying
        if valid.span is None:
            valid = clock.between(voice.cue, voice.content)
        if parse is not None and (disowns(parse, voice) or refuses(parse, voice) or next_disowned(parse, voice)):
            denied = [arguments[0], what_is_denied(parse, voice, arguments[1])]
            yield Claim(
                predicate="denies",
                arguments=(*denied, *concerned(lookup, sentence, denied), *client_of(lookup, voice)),
                evidence=sentence.span,
                region=sentence.kind,
                maker=made_by("denies.said_not"),
                trigger=voice.cue,
                valid=valid,
                polarity=mood.polarity,
                certainty=mood.certainty,
                confidence=0.8,
            )
        for target in accused(lookup, parse, voice) if parse is not None and mood == Modality() else ():
            if not same_bearer(target, arguments[0], lookup):
                yield Claim(
                    predicate="accuses",
                    arguments=(replace(arguments[0], role="accuser"), target, arguments[1]),
                    evidence=sentence.span,
                    region=sentence.kind,
                    maker=made_by("accuses.told"),
                    trigger=voice.cue,
                    valid=valid,
                    confidence=0.8,
                )
        for speaker in speakers:
            yield Claim(
                predicate="says",
                arguments=(speaker, *arguments[1:]),
                evidence=sentence.span,
                region=sentence.kind,
                maker=made_by(f"says.{voice.maker.rule}"),
                trigger=voice.cue,
                valid=valid,
                polarity=mood.polarity,
                certainty=mood.certainty
                if mood.certainty != "intended" or cue.lower() not in ("vowed", "warned")
                else "asserted",
                confidence=0.85,
            )


def _with_subject(parse: Parse, voice: Voice) -> Span | None:
    """What is told with the subject that stands outside: "The yard, Duda said, is shut"; None where it has none."""
    content = voice.content
    first = next((k for k in parse.at(content.start, content.end) if parse.tokens[k].upos != "PUNCT"), None)
    head = parse.head_of(content.start, content.end)
    if first is None or head is None:
        return content
    if voice.cue.end <= content.start and (
        PARTED.search(parse.text, voice.cue.end, content.start)
        or PARTED.search(parse.text, voice.cue.end, parse.tokens[first].end + 1)
    ):
        return replace(content, start=parse.start)  # "One lesson, Duda said, is that the yard leaked"
    subjects = [s for k in (head, first) for s in parse.children[k] if parse.base(s) in ("nsubj", "csubj", "expl")]
    if parse.tokens[first].xpos not in (*FINITE, "MD") or any(parse.tokens[s].start > content.start for s in subjects):
        return content
    outside = [s for s in subjects if parse.tokens[s].end <= content.start]
    if (own := _of_relative(parse, voice)) is not None:
        return own
    if outside:
        return replace(content, start=parse.clause(outside[0])[0])
    parted = parse.text[: content.start].rstrip().endswith(",") and voice.cue.end <= content.start
    return None if parted else content


def _of_relative(parse: Parse, voice: Voice) -> Span | None:
    """What is told right behind the telling of a relative clause: "the mill that Duda said is shut was sold"."""
    cue = parse.head_of(voice.cue.start, voice.cue.end)
    if cue is None or parse.tokens[cue].deprel != "acl:relcl" or voice.cue.end + 1 != voice.content.start:
        return None
    noun = parse.tokens[cue].head
    opened = next((k for k in range(noun + 1, cue) if parse.lemmas[k] in ("that", "which", "who", "whom")), None)
    if opened is None or any(parse.tokens[k].start < parse.tokens[opened].start for k in parse.kids(cue, "nsubj")):
        return None
    above = parse.tokens[noun].head if parse.base(noun) == "nsubj" else -1
    goes_on = [k for k in (above, *parse.kids(above, "aux", "aux:pass", "cop")) if k > cue] if above > cue else []
    end = min([voice.content.end, *(parse.tokens[k].start for k in goes_on)])
    said = parse.text[voice.content.start : end].rstrip(" ,")
    return replace(voice.content, end=voice.content.start + len(said)) if said else None


def _names(parse: Parse | None, voice: Voice) -> bool:
    """Whether somebody calls a thing what quoted words say: "called the pact a “gift”" needs no verb."""
    cue = parse.at(voice.cue.start, voice.cue.end) if parse is not None else []
    if parse is None or not cue or voice.manner != "indirect":
        return False
    quoted = QUOTING.search(parse.text, voice.content.start, voice.content.end)
    return parse.lemmas[cue[0]] in CALLING and quoted is not None


def _is_for(parse: Parse, verb: int) -> bool:
    """Whether a clause says what something is for: "a stage to tell us that", but "the first to say that" says it."""
    above = parse.tokens[verb].head
    return parse.base(verb) == "acl" and above >= 0 and parse.lemmas[above] not in ("first", "last", "one", "only")


def told_once(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Without the second speaker of two whom another claim names in other words: "the clerk Ivo Duda", "Ivo Duda"."""
    found = list(claims)
    for claim in found:
        speaker = claim.arguments[0].span
        others = (c.arguments[0].span for c in found if c is not claim and c.trigger == claim.trigger)
        joint = claim.maker.rule == "says.together" and speaker is not None
        if not joint or not any(o is not None and speaker is not None and o.overlaps(speaker) for o in others):
            yield claim


def _torn(scene: Scene, voice: Voice, parse: Parse | None) -> bool:
    """Whether what is told is a scrap of what the same word tells besides: a few words without a verb or a part."""
    mine = voice.content
    same = [v for v in scene.voices if v.cue == voice.cue and v.content != mine and v.source == voice.source]
    others = [v.content for v in same if v.maker.rule != "resumed"]
    if any(other.contains(mine) for other in others):
        return True
    nearer = [v for v in scene.voices if v.source and voice.cue.end <= v.cue.start and v.cue.end <= mine.start]
    nearer = [v for v in nearer if v.manner == "direct" and v.content.overlaps(mine)]
    if voice.manner == "direct" and any(_spoken_by_another(scene, voice, v) for v in nearer):
        return True  # of "was called by the board, where he said “...”" the board says nothing
    if (
        voice.source is not None
        and voice.manner != "direct"
        and FREE_WHAT.search(scene.doc.text, max(0, voice.source.start - 16), voice.source.start)
    ):
        return True  # "what the board said it would do"
    ahead = [v for v in scene.voices if v.cue.end <= mine.start and mine.end <= voice.cue.start]
    if voice.manner == "direct" and any(v.content.start < mine.start < v.content.end and v.source for v in ahead):
        return True  # of "warned that they “will shoot,” and announced a curfew" the quotation is the warning's
    quoted = scene.doc.text[voice.cue.end : voice.cue.end + 1] == ":"
    quoted |= any(v.cue == voice.cue and v.content.start > voice.cue.start for v in scene.voices)
    when = SAYS_WHEN.match(scene.doc.quote(mine)) and "," not in scene.doc.quote(mine)
    if quoted and when and voice.manner == "indirect" and mine.end <= voice.cue.start:
        return True
    if voice.manner == "indirect" and len(scene.doc.quote(mine).split()) < 3:
        return True
    inside = parse.at(mine.start, mine.end) if parse is not None else []
    said = voice.manner == "direct" and voice.maker.rule != "reader"
    whole = not inside or any(parse is not None and parse.tokens[k].upos in ("VERB", "AUX") for k in inside)
    return not whole and (bool(others) or not said)


def _spoken_by_another(scene: Scene, voice: Voice, nearer: Voice) -> bool:
    """Whether the telling that stands nearer to a quotation has another speaker."""
    one, two = (one_speaker(scene, scene.lookup, v) for v in (voice, nearer))
    return one is None or two is None or not same_bearer(one, two, scene.lookup)
