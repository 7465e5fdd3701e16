"""How far what is told reaches, and who tells it in full."""

import re
from collections.abc import Sequence
from dataclasses import replace

from whence.annotate.lemmas import verb_lemma
from whence.annotate.syntax import Parse
from whence.annotate.tellings.shared import AS, PICTURING
from whence.model import Document, Mention, Voice

PICTURED = re.compile(r"\s(?:[^\s,;:.]+\s){1,8}?as\s")
WHOM = re.compile(r"\s(?:[^\s,;:.]+\s){1,8}")
PLACED_THAT = re.compile(r"(?:of|in|on|at|through|via|by|with|to|from|during|after)\s[^;:\"“”]{1,60}?\bthat\s+(?=\w)")
TELLS = re.compile(
    r",?\s+(?:(?:has|had|have|later|also)\s+)?(?:said|says?|wrote|writes?|reported|reports?|told|tells?|added)\b"
)
VOWED = ("pledg", "vow", "promis", "threat")  # "promise to talk with the parties that won"
ANSWERED = re.compile(
    r",? (?:but|and|though|although) (?:this|that|it|he|she|they|there)"
    r" (?:(?:did|does|do|was|were|is|are|has|have|had)(?: not|n['’]t)|never (?:did|was|has|were))[.”\"’']*$"
)
# What a teller leaves untold is the writer's to say: "said the yard had closed, but they gave no reason".
UNTOLD = re.compile(
    r",? (?:but|and|though|although)(?: (?:he|she|they|it))?"
    r" (?:(?:gave|offered|provided|named|cited) no\b|(?:refused|declined) to (?:say|name|give|comment|elaborate"
    r"|identify|explain|reveal|disclose|specify|discuss|confirm|answer)\b|(?:did not|didn['’]t|would not|wouldn['’]t)"
    r" (?:elaborate|specify|comment|say|identify|disclose|reveal|give (?:any |further |more )?(?:details?|reasons?))\b"
    r"|neither (?:named|gave|said|confirmed|denied|identified|explained)\b)[^;]*$"
)
AS_WHEN = re.compile(
    r", (?:on|in|at|after|before|when|while|hours|days|weeks|months|years|(?:a|an|one|two|three|four|five|six|\w+)"
    r" (?:hours?|days?|weeks?|months?|years?) (?:after|before|earlier|later))\b.*$",
    re.DOTALL,
)
CLOSING = re.compile(r"[.,!?]?([”\")])")
PARTED = re.compile(r";\s+(?!(?:and |or |but )?(?:that|because|if|whether|when)\b)")


def _of_whom(doc: Document, voice: Voice) -> Voice:
    """Of "described Duda as the owner of the yard" all behind the verb is told, Duda too."""
    between = doc.text[voice.cue.end : voice.content.start]
    opened = AS.match(doc.quote(voice.content)) if voice.manner == "indirect" else None
    if doc.text.startswith(" by ", voice.cue.end):  # "was described by the court as a fraud"
        start = voice.content.start + (opened.end() if opened is not None else 0)
        return replace(voice, content=replace(voice.content, start=start))
    whom = opened is not None and WHOM.fullmatch(between) is not None
    seen = PICTURED.match(doc.text, voice.cue.end) if _pictures(doc, voice) else None
    whom = whom or (seen is not None and voice.cue.end < voice.content.start <= seen.end())
    return replace(voice, content=replace(voice.content, start=voice.cue.end + 1)) if whom else voice


def _pictures(doc: Document, voice: Voice) -> bool:
    """Whether somebody tells what another is like: "portrayed Duda as"."""
    word = doc.quote(voice.cue).lower()
    return voice.manner == "indirect" and verb_lemma(word, word) in PICTURING


def bounded(doc: Document, voice: Voice, mentions: Sequence[Mention]) -> Voice:
    """The voice with what is told as its words bound it."""
    return _unanswered(doc, _of_whom(doc, _to_semicolon(doc, _whole_words(doc, voice, mentions))))


def with_mark(doc: Document, voice: Voice) -> Voice:
    """The voice with the mark or bracket that closes what is told: "the club was “unlucky”"."""
    told, mark = doc.quote(voice.content), CLOSING.match(doc.text, voice.content.end)
    opened = {
        "”": told.count("“") > told.count("”"),
        '"': told.count('"') % 2 == 1,
        ")": told.count("(") > told.count(")"),
    }
    closes = mark is not None and voice.manner == "indirect" and opened[mark[1]]
    return replace(voice, content=replace(voice.content, end=mark.end())) if mark is not None and closes else voice


def _unanswered(doc: Document, voice: Voice) -> Voice:
    """Of "some say that he owns it, but he does not" what some say, without the writer's answer."""
    told = doc.quote(voice.content)
    answer = (ANSWERED.search(told) or UNTOLD.search(told)) if voice.manner == "indirect" else None
    if answer is None and voice.manner == "indirect" and doc.text[: voice.content.start].endswith(" as "):
        answer = AS_WHEN.search(told)
    return replace(voice, content=replace(voice.content, end=voice.content.start + answer.start())) if answer else voice


def _whole_words(doc: Document, voice: Voice, mentions: Sequence[Mention]) -> Voice:
    """What is told without the place of the telling before its "that", and without half the name of who tells it."""
    told = voice.content
    if voice.manner != "indirect" or told.contains(voice.cue):
        return voice
    opened = doc.text[: told.start].rstrip().lower().endswith(("that", ":"))
    opened |= doc.text.startswith("to ", told.start) and doc.quote(voice.cue).lower().startswith(VOWED)
    that = PLACED_THAT.match(doc.text, told.start, told.end) if voice.cue < told and not opened else None
    start = that.end() if that else told.start
    cut = [m.span.start for m in mentions if m.form == "name" and m.span.start < told.end < m.span.end]
    end = told.end
    if cut and min(cut) > start:
        whole = max(m.span.end for m in mentions if m.span.start == min(cut))
        end = len(doc.text[: min(cut)].rstrip(" ,")) if TELLS.match(doc.text, whole) else whole
    return replace(voice, content=replace(told, start=start, end=end)) if end - start > 4 else voice


def _to_semicolon(doc: Document, voice: Voice) -> Voice:
    """What is told in words of the teller's own is parted by a semicolon, if no "that" takes it up again."""
    told = voice.content
    stops = list(PARTED.finditer(doc.text, told.start, told.end)) if voice.manner == "indirect" else []
    if not stops or told.contains(voice.cue):
        return voice
    before = voice.cue < told
    content = replace(told, end=stops[0].start()) if before else replace(told, start=stops[-1].end())
    return replace(voice, content=content) if len(doc.quote(content).split()) > 1 else voice


def told_within(doc: Document, parse: Parse, voice: Voice, others: Sequence[Voice]) -> Voice:
    """Of "she said that he had rung and told her that" he tells, whom a tree may pass over for her who says it all."""
    for around in others:
        if around.source != voice.source or around.manner != "indirect" or not around.content.contains(voice.cue):
            continue
        head = parse.head_of(around.content.start, around.content.end)
        subjects = [k for k in parse.kids(head, "nsubj") if k < head] if head is not None else []
        if subjects and voice.source is not None and not around.content.contains(voice.source):
            return replace(voice, source=doc.span(*parse.phrase(subjects[-1])))
    return voice


def whole_teller(doc: Document, voice: Voice, others: Sequence[Voice]) -> Voice:
    """The voice with all words for a teller without a name: "The road, a guard of the yard told her, was shut"."""
    own = voice.source
    if own is None or not doc.quote(own)[0].islower():
        return voice
    bounded = (v.source for v in others if v.cue == voice.cue and v.maker.rule == "aside" and v.source is not None)
    whole = next((span for span in bounded if span.contains(own)), own)
    return replace(voice, source=whole)
