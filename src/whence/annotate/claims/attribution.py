"""Whose word a claim is: the voices around it."""

from collections.abc import Sequence
from dataclasses import replace

from whence.annotate.arguments.lookup import Lookup
from whence.annotate.claims.from_trees import is_effect
from whence.annotate.claims.kinds import ASIDE, HARM
from whence.annotate.claims.scene import Scene
from whence.annotate.claims.speakers import speaker_of
from whence.annotate.disowned import DEEDS
from whence.annotate.modality.words import SPOKEN_DENIALS
from whence.annotate.syntax import Parse
from whence.annotate.tellings.shared import speech_nouns
from whence.annotate.voices.cues import speech_verbs
from whence.model import CREDIT, Argument, Claim, Link, Voice

HIM = frozenset({"he", "she", "they"})


def attributed(scene: Scene, lookup: Lookup, claim: Claim) -> Claim:
    """The voices whose content holds the claim's trigger, innermost first; the medium closes each."""
    at = claim.trigger or claim.evidence
    own = claim.predicate == "says"
    around = [v for v in scene.voices if v.content.contains(at) or (own and v.cue == claim.trigger)]
    around.sort(key=nearness)
    links: list[Link] = []
    parse = scene.parse_at(at.start)
    weakest, aside = claim.certainty, in_passing(parse, claim)
    for n, voice in enumerate(around):
        cue = scene.doc.quote(voice.cue)
        granted = voice.source is not None and _takes_for_granted(parse, claim, voice)
        if voice.source is not None and not granted:
            told = claim.argument("speaker") if own and voice.cue == claim.trigger else None
            speaker = told or speaker_of(scene, lookup, voice)
            if speaker is None and scene.doc.quote(voice.source).lower() in HIM:
                speaker = Argument("speaker", voice.source)  # whoever that is, it is not the text that says it
            if speaker is not None and speaker.span is not None and not _in_chain(lookup, links, speaker):
                links.append(Link(speaker.span, cue, voice.manner, speaker.antecedent))
        together = n + 1 < len(around) and (around[n + 1].cue, around[n + 1].medium) == (voice.cue, voice.medium)
        if (
            voice.medium is not None
            and not together
            and not any(k.span and k.span.overlaps(voice.medium) for k in links)
        ):
            links.append(Link(voice.medium, cue, CREDIT if voice.manner == CREDIT else "medium"))
        kind = distance(cue, voice) if not granted or claim.predicate != "died" else "asserted"
        if kind != "asserted" and weakest == "asserted" and not (own and reports(voice, claim)):
            weakest = kind if not aside else weakest
    return replace(claim, attribution=tuple(links), certainty=weakest)


def _takes_for_granted(parse: Parse | None, claim: Claim, voice: Voice) -> bool:
    """Whether somebody who denies a thing speaks of a deed that he does not deny: "denied knowledge of the killing"."""
    if (
        parse is None
        or claim.trigger is None
        or claim.polarity != "affirmed"
        or claim.predicate not in (*DEEDS, "died")
    ):
        return False
    cue, deed = parse.at(voice.cue.start, voice.cue.end), parse.at(claim.trigger.start, claim.trigger.end)
    if claim.predicate == "died" and len(deed) == 1 and is_effect(parse, deed[0]):
        return distance(parse.text[voice.cue.start : voice.cue.end], voice) != "asserted"
    denies = any(parse.lemmas[k] in SPOKEN_DENIALS for k in cue)
    return denies and len(deed) == 1 and parse.tokens[deed[0]].upos == "NOUN"


def in_passing(parse: Parse | None, claim: Claim) -> bool:
    """Whether a title, kinship or other name is said beside a name, which whoever accuses somebody does not claim."""
    trigger = claim.trigger
    if parse is None or trigger is None:
        return False
    inside = parse.at(trigger.start, trigger.end)
    if claim.predicate in HARM and len(inside) == 1 and parse.tokens[inside[0]].upos == "NOUN":
        return _explaining(parse, inside[0])
    if claim.predicate not in ASIDE:
        return False
    return not any(parse.tokens[k].upos in ("VERB", "AUX") or parse.kids(k, "cop") for k in inside)


def _explaining(parse: Parse, deed: int) -> bool:
    """Whether a deed only says who somebody is: "accused them of bribing Ana Mor, a witness of the murder of Vale"."""
    before = min(parse.kids(deed, "case"), default=0) - 1
    if before >= 0 and parse.tokens[before].upos == "NOUN" and parse.base(before) == "appos":
        return True  # whatever the tree hangs "in the murder" on
    for above in parse.path_up(deed):
        if parse.tokens[above].upos == "VERB":
            return False
        if parse.base(above) == "appos":
            return True
    return False


def _in_chain(lookup: Lookup, links: Sequence[Link], speaker: Argument) -> bool:
    """Whether a chain of voices has the speaker already: "repeated her claim that" is one voice."""
    chain = lookup.chain_of.get(speaker.antecedent or speaker.span) if speaker.span else None
    held = [span for k in links for span in (k.span, k.antecedent) if span is not None and k.manner != "medium"]
    own = [span for span in (speaker.span, speaker.antecedent) if span is not None]
    return any(a.overlaps(b) for a in own for b in held) or (
        chain is not None and any(lookup.chain_of.get(span) is chain for span in held)
    )


def nearness(voice: Voice) -> tuple[int, bool, int, int]:
    """How near a voice stands to what is told: its reach, then whoever is cited, then the gap from its cue."""
    gap = max(voice.content.start - voice.cue.end, voice.cue.start - voice.content.end, 0)
    return len(voice.content), voice.maker.rule != "cited", gap, voice.source.start if voice.source else -1


def reports(voice: Voice, claim: Claim) -> bool:
    """Whether the voice is the one that a `says` claim reports: its distance is about the content, not the saying."""
    return voice.cue == claim.trigger and voice.manner != "according"


def distance(cue: str, voice: Voice) -> str:
    """The certainty that a cue of speech lends to what it carries."""
    if voice.manner in ("according", CREDIT):
        return "asserted"
    if voice.maker.rule in ("noun", "in words"):
        word = cue.lower()
        return speech_nouns().get(word) or speech_nouns().get(word.removesuffix("s"), "asserted")
    for lemma, kind in speech_verbs().items():
        if cue.lower() in (
            lemma,
            lemma + "s",
            lemma + "d",
            lemma + "ed",
            lemma.rstrip("e") + "ing",
            lemma[:-1] + "ied",
        ):
            return "asserted" if kind == "reported" and voice.source is not None else kind  # it is said who reports
    return "asserted"
