"""Who did it, and who denies it: an accusation, a deed as told or a claim, and beside it somebody's denial."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from whence.model import Conflict, Filled, Statement
from whence.reconcile.dates import days
from whence.reconcile.events import HAPPENED, done
from whence.reconcile.kindred import plain_words
from whence.reconcile.sides import conflict
from whence.vocab import load_words, predicate

_DEEDS = frozenset({"attacks", "bombs", "kills", "injures", "abducts", "captures", "orders"})
_ATTACKS = frozenset({"attacks", "bombs"})
_LEADING = {
    "holds_role": ("holder", "of"),
    "commands": ("commander", "commanded"),
    "directs": ("director", "directed"),
}
_CLAUSE = 40  # characters in which "no" and what did not happen stand in one clause
_SOON = 3  # days in which documents tell of one thing, in whatever order
_SEASON = 60  # days within which somebody answers what is said of him
_CLOSE = 800  # characters: the paragraph of a denial and the one before it


def answers(statements: Sequence[Statement]) -> Iterator[Conflict]:
    """Somebody is accused, and denies it; or denies a hand in a deed that the text tells close by."""
    by_document: dict[str, list[Statement]] = defaultdict(list)
    for s in statements:
        by_document[s.evidence.doc_id].append(s)
    leads = leaders(statements)
    charges = [s for s in statements if s.predicate == "accuses" and s.polarity == "affirmed"]
    for said in by_document.values():
        for denial in (s for s in said if s.predicate == "denies" and s.get("speaker")):
            answered = [s for s in charges if _before(s, denial) or _told_elsewhere(s, denial)]
            yield from _accused(denial, answered, leads) or _disclaimed(denial, said)


def leaders(statements: Iterable[Statement]) -> dict[str, set[str]]:
    """For whom each speaks: the bodies that somebody leads, or in which the case knows a post of theirs."""
    leads: dict[str, set[str]] = defaultdict(set)
    for s in statements:
        roles = _LEADING.get(s.predicate)
        holder, body = (s.get(roles[0]), s.get(roles[1])) if roles and s.polarity == "affirmed" else (None, None)
        if holder and body and holder.entity:
            leads[holder.entity].add(body.key)
    return leads


def _accused(denial: Statement, said: Iterable[Statement], leads: dict[str, set[str]]) -> list[Conflict]:
    """Those of the accusations told before a denial that are of its speaker, or of whom the speaker leads."""
    speaker = denial.get("speaker")
    if speaker is None or not _answers_all(denial):
        return []
    for_whom = {speaker.key} | (leads[speaker.entity] if speaker.entity else set())
    charges = [s for s in said if _accused_in(s) & for_whom or _is_meant(speaker, s)]
    if not charges:
        return []
    first = charges[0].get("accused")
    accuser, content = charges[0].get("accuser"), charges[0].get("content")
    whom = first.words if first else speaker.words
    about = f"whether {whom} is to blame{f': {charge(content.words)}' if content else ''}"
    by = f"accused by {accuser.words}" if accuser else "accused"
    return [conflict("responsibility", about, [(by, charges), (f"denied by {speaker.words}", [denial])])]


def _is_meant(speaker: Filled, charge: Statement) -> bool:
    """Whether who denies without a name is called by the noun for whom the charge is of: "the miners' union"."""
    nouns = {a.words.casefold().split()[-1] for a in charge.args if a.role == "accused" and not a.entity}
    return not speaker.entity and speaker.words.casefold().split()[-1:] == list(nouns)


def _answers_all(denial: Statement) -> bool:
    """Whether a denial answers what was said before it: it says nothing of its own, or disclaims the deed."""
    content = denial.get("content")
    if content is None or disclaims(content.words):
        return True
    return set(content.words.casefold().split()) <= set(load_words("gainsaid.yaml")["bare"])


def _accused_in(s: Statement) -> set[str]:
    return {a.key for a in s.args if a.role == "accused"}


def charge(words: str) -> str:
    """What somebody is accused of: *planning to close the plant*."""
    return " ".join(w for i, w in enumerate(words.split()) if i or w not in ("of", "for", "that"))


def _before(one: Statement, other: Statement) -> bool:
    here = one.evidence.doc_id == other.evidence.doc_id
    return here and one.evidence.start <= other.evidence.start and is_close(one, other)


def _told_elsewhere(charge: Statement, denial: Statement) -> bool:
    """Whether another document, some weeks before at most, has an accusation that names what a denial is of."""
    speaker, told, said = denial.get("speaker"), days(charge.scene.published), days(denial.scene.published)
    if charge.evidence.doc_id == denial.evidence.doc_id or told is None or said is None or speaker is None:
        return False
    of_what = denial.scene.here - _accused_in(charge) - {speaker.key, charge.voice, denial.voice}
    return bool(of_what & charge.scene.near) and told[0] <= said[1] + _SOON and said[0] - told[1] <= _SEASON


def _disclaimed(denial: Statement, said: Iterable[Statement]) -> Iterator[Conflict]:
    """Someone denies a hand in what the text tells close by: the deed as told, and the denial."""
    content, speaker = denial.get("content"), denial.get("speaker")
    if not content or not speaker or not disclaims(content.words):
        return
    near = [s for s in said if _is_deed(s) and is_close(s, denial)]
    if near:
        deed = min(near, key=lambda s: (*_likely_meant(s, denial), s.claim))
        yield conflict("responsibility", _asked(deed), [("told", [deed]), (f"denied by {speaker.words}", [denial])])


def disclaims(words: str) -> bool:
    """Whether somebody says only that a deed was not his: "any involvement"."""
    said = f" {' '.join(words.casefold().split())} "
    return any(f" {word} " in said for word in load_words("disclaimers.yaml")["disclaims"])


def is_close(one: Statement, other: Statement) -> bool:
    """Whether two claims stand in one paragraph or in two that follow each other."""
    return distance(one, other) <= _CLOSE


def distance(one: Statement, other: Statement) -> int:
    """How many characters lie between the sentences of two claims of one document."""
    return max(one.evidence.start - other.evidence.end, other.evidence.start - one.evidence.end, 0)


def _likely_meant(deed: Statement, denial: Statement) -> tuple[bool, bool, int]:
    """The order of deeds that a denial may mean: those told before it, the attack before its victims, the nearest."""
    return deed.evidence > denial.evidence, deed.predicate not in _ATTACKS, distance(deed, denial)


def _asked(s: Statement) -> str:
    """What is asked of a deed: *who attacked the port*."""
    whom = next((a.words for role in ("target", "victim", "captured", "place") if (a := s.get(role))), "")
    did = done(s.predicate) if s.predicate in load_words("done.yaml") else s.predicate
    return f"who {did} {whom}".strip()


def nobody(statements: Sequence[Statement]) -> Iterator[Conflict]:
    """Somebody says that it happened to nobody, close to where the text tells that it did: "no arrest was made"."""
    told = [s for s in statements if s.predicate in load_words("nobody.yaml") and s.polarity == "affirmed"]
    for s in statements:
        content = s.get("content")
        if s.predicate != "says" or not content:
            continue
        for name in sorted(_says_nobody(content.words)):
            done_ = [d for d in told if d.predicate == name and _near(d, s) and d.certainty in HAPPENED]
            if done_:
                speaker = s.get("speaker")
                sides = [(_struck(done_[0]), done_), (f"nobody, says {lowered(speaker)}", [s])]
                yield conflict("status", f"whether anybody was {done(name)}", sides)


def lowered(speaker: Filled | None) -> str:
    """Words that may have begun a sentence, inside one: "a prosecutor"."""
    words = speaker.words if speaker else "somebody"
    return words if speaker and speaker.entity else words[:1].lower() + words[1:]


def _struck(s: Statement) -> str:
    struck = next((a for role in ("target", "victim", "captured") if (a := s.get(role))), None)
    return lowered(struck) if struck else "told"


def _near(one: Statement, other: Statement) -> bool:
    here = one.evidence.doc_id == other.evidence.doc_id and one.evidence != other.evidence
    return here and is_close(one, other)


def _says_nobody(words: str) -> set[str]:
    """What a content says of nobody, as predicates."""
    said = " ".join(words.casefold().split())
    return {name for name, pattern in _nobodies().items() if pattern.search(said)}


@cache
def _nobodies() -> dict[str, re.Pattern[str]]:
    def pattern(words: Iterable[str]) -> re.Pattern[str]:
        of = "|".join(re.escape(word) for word in words)
        return re.compile(rf"\b(?:no|nobody|none|no-one)\b[^,;.:]{{0,{_CLAUSE}}}\b(?:{of})\b")

    return {name: pattern(words) for name, words in load_words("nobody.yaml").items()}


def deaths(statements: Sequence[Statement]) -> Iterator[Conflict]:
    """A death told as somebody's own doing or an accident; told elsewhere as a killing, or laid to others close by."""
    own: dict[str, list[Statement]] = defaultdict(list)
    for s in statements:
        who = s.get("person") if s.predicate == "died" and s.polarity == "affirmed" and _worded(s, "own") else None
        if who and who.entity:
            own[who.entity].append(s)
    for entity, told in own.items():
        killings = [s for s in statements if _kills(s, entity)]
        charged = (s for s in statements if s.predicate == "accuses" and _worded(s, "foul"))
        charges = [s for s in charged if any(_near(s, death) for death in told)]
        who = told[0].get("person")
        if who and (killings or charges):
            sides = [("by own hand or accident", told), ("by others", [*killings, *charges])]
            yield conflict("responsibility", f"how {who.words} died", sides)


def _kills(s: Statement, entity: str) -> bool:
    killed = s.predicate == "kills" and s.polarity == "affirmed" and s.certainty in HAPPENED and not _worded(s, "own")
    return killed and any(a.entity == entity for a in s.args if a.role == "victim")


def _worded(s: Statement, kind: str) -> bool:
    return bool(s.scene.words.intersection(load_words("deaths.yaml")[kind]))


def laid_to(statements: Sequence[Statement]) -> Iterator[Conflict]:
    """Somebody says that it was another who did it, and that other, close behind, says something else of it."""
    said = [s for s in statements if s.predicate == "says" and s.get("speaker") and s.get("content")]
    by_document: dict[str, list[Statement]] = defaultdict(list)
    for s in said:
        by_document[s.evidence.doc_id].append(s)
    for s in said:
        found = _IT_WAS.search(s.args[1].words if len(s.args) > 1 else "")
        replies = [t for t in by_document[s.evidence.doc_id] if found and _replies(t, s, found["who"])]
        if found and replies:
            whom, by = replies[0].get("speaker"), s.get("speaker")
            mine = f"{whom.words if whom else ''}, says {by.words if by else ''}"
            other = f"otherwise, says {whom.words if whom else ''}"
            yield conflict("responsibility", f"who {found['did']}", [(mine, [s]), (other, replies)])


_IT_WAS = re.compile(
    r"\b[Ii]t (?:was|is|had been) (?P<who>[^.;:]{3,80}?),? (?:who|that) (?P<did>(?:had |has )?\w[^.;:]+)"
)


def _replies(t: Statement, s: Statement, who: str) -> bool:
    """Whether one who is named as having done it speaks next, and of a thing that both name."""
    named, speaker = t.get("speaker"), s.get("speaker")
    if named is None or speaker is None or not named.entity or named.entity == speaker.entity:
        return False
    if not (s.evidence.end <= t.evidence.start and _near(s, t) and named.words.split()[-1] in who):
        return False
    return bool((s.scene.here & t.scene.here) - {named.entity, speaker.entity})


def deeds_denied(statements: Sequence[Statement]) -> Iterator[Conflict]:
    """A deed of somebody at a place, and in another document that one's denial which names the place."""
    deeds: dict[str, list[Statement]] = defaultdict(list)
    for s in statements:
        who = s.args[0] if s.args else None
        if who and who.entity and _is_deed(s) and who.role == next(iter(predicate(s.predicate).roles)):
            deeds[who.entity].append(s)
    for denial in (s for s in statements if s.predicate == "denies"):
        speaker = denial.get("speaker")
        for deed in deeds.get(speaker.entity or "", ()) if speaker else ():
            there = {a.entity for a in deed.args[1:] if a.entity}
            if speaker and there & denial.scene.here and deed.evidence.doc_id != denial.evidence.doc_id:
                about = f"whether {speaker.words} {done(deed.predicate)} {_whom(deed)}".strip()
                yield conflict("responsibility", about, [("told", [deed]), (f"denied by {speaker.words}", [denial])])


def _is_deed(s: Statement) -> bool:
    return s.predicate in _DEEDS and s.polarity == "affirmed" and s.certainty in HAPPENED


def _whom(s: Statement) -> str:
    place = s.get("place")
    return f"{_struck(s)} at {place.words}" if place else _struck(s)


def disowned(statements: Sequence[Statement]) -> Iterator[Conflict]:
    """Somebody denies what another sentence states of the same two: "has never owned any interest in the firm"."""
    stated: dict[tuple[str, frozenset[str]], list[Statement]] = defaultdict(list)
    for s in statements:
        named = frozenset(a.entity for a in s.args if a.entity and a.role in leading(s.predicate))
        if s.predicate in load_words("denied.yaml") and s.certainty in HAPPENED and len(named) == 2:
            stated[s.predicate, named].append(s)
    denied: dict[tuple[str, frozenset[str]], list[Statement]] = defaultdict(list)
    for s in statements:
        for key in _denied_by(s) if s.predicate == "denies" else ():
            denied[key].append(s)
    for key in sorted(stated.keys() & denied.keys(), key=lambda k: (k[0], sorted(k[1]))):
        yes = [s for s in stated[key] if s.polarity == "affirmed"]
        no = [*denied[key], *(s for s in stated[key] if s.polarity == "denied")]
        if yes:
            yield conflict(kind_of(key[0]), f"whether {words_of(yes[0])}", [("affirmed", yes), ("denied", no)])


def undone(statements: Sequence[Statement]) -> Iterator[Conflict]:
    """What somebody is said to have done in words of its own ("ordered the release"), and not to have done."""
    deeds: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for s in statements:
        named = [a for a in s.args if a.entity]
        if (
            s.predicate not in _SPOKEN
            and len(named) == 1
            and s.certainty in (*HAPPENED, "accused")
            and s.get("content")
        ):
            deeds[s.predicate, named[0].role, named[0].key].append(s)
    for (name, role, key), told in deeds.items():
        for no in (s for s in told if s.polarity == "denied"):
            yes = [s for s in told if s.polarity == "affirmed" and s.voice != no.voice and _of_one(s, no, key)]
            who, what = no.get(role), no.get("content")
            if yes and who and what:
                about = f"whether {who.words} {name.replace('_', ' ')} {what.words}"
                yield conflict(kind_of(name), about, [("affirmed", yes), ("denied", [no])])


_SPOKEN = frozenset({"says", "denies", "accuses", "asks", "threatens", "counts", "praises", "condemns"})


def _of_one(one: Statement, other: Statement, who: str) -> bool:
    """Whether two claims are of one thing: in words of one kind, and with somebody else named in both sentences."""
    mine, theirs = (plain_words(content.words if (content := s.get("content")) else "") for s in (one, other))
    named = (one.scene.here & other.scene.here) - {who, one.voice, other.voice}
    return bool(mine & theirs) and (bool(named) or _near(one, other))


def _denied_by(s: Statement) -> Iterator[tuple[str, frozenset[str]]]:
    """What a denial may deny: a predicate that its words name, of its speaker and of one who is named in it.

    Where somebody without a name denies it for another, it is of the two that the denial names.
    """
    content, speaker = s.get("content"), s.get("speaker")
    words = set(content.words.casefold().split()) if content else set()
    named = [a.entity for a in s.args if a.role == "concerning" and a.entity]
    one, others = (speaker.entity, named) if speaker and speaker.entity else (named[0] if named else None, named[1:])
    any_tie = content is not None and _ties().search(" ".join(content.words.casefold().split()))
    for name, marks in load_words("denied.yaml").items():
        if one and (words.intersection(marks) or any_tie):
            yield from ((name, frozenset((one, other))) for other in others if one != other)


@cache
def _ties() -> re.Pattern[str]:
    """How somebody denies to have anything to do with another, whatever it may be."""
    return re.compile(rf"\b(?:{'|'.join(load_words('disclaimers.yaml')['ties'])})\b")


@cache
def leading(name: str) -> frozenset[str]:
    """The roles that say of whom a predicate holds: the first two that anybody may fill."""
    return frozenset(list(predicate(name).roles)[:2])


def kind_of(name: str) -> str:
    """What is disputed where a claim is denied: who did it, or how things stand."""
    return "responsibility" if predicate(name).group in ("force", "bodies", "power", "backing") else "status"


def words_of(s: Statement) -> str:
    """A claim in plain words: *the Guild owns the ferry*."""
    first, second = (
        next((a.words for a in s.args if a.role == role), "") for role in list(predicate(s.predicate).roles)[:2]
    )
    place = s.get("place")
    where = f"in {place.words}" if place and place.words not in (first, second) else ""
    return " ".join(filter(None, (first, s.predicate.replace("_", " "), second, where)))
