"""Who did it, where several are named: by accusers, by voices, or by one who says that it was nobody's deed."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import combinations

from whence.model import Conflict, Span, Statement
from whence.reconcile.blame import charge, distance, is_close, lowered
from whence.reconcile.dates import agree
from whence.reconcile.events import HAPPENED, done
from whence.reconcile.gainsaid import clipped
from whence.reconcile.kindred import plain_words
from whence.reconcile.sides import conflict
from whence.vocab import load_words

_NEXT = 200  # characters: the sentence before or behind
_DEEDS = {"attacks": ("attacker", "target"), "bombs": ("bomber", "target"), "kills": ("killer", "victim")}
_DEEDS |= {"abducts": ("abductor", "victim"), "injures": ("injurer", "victim"), "arrests": ("authority", "target")}
_WITHIN = ("member_of", "part_of", "commands", "directs", "alias_of", "holds_role", "owns", "controls", "succeeds")


def culprits(statements: Sequence[Statement], opposed: Collection[frozenset[Span]] = ()) -> Iterator[Conflict]:
    """Several who are said to have done one thing, but for sentences that are `opposed` already."""
    kin = related(statements)
    for one, other in (*_accusations(statements), *_agents(statements), *_causes(statements)):
        who = _who(one), _who(other)
        if frozenset((one.evidence, other.evidence)) not in opposed and frozenset(who) not in kin:
            sides = [(_side(s), [s]) for s in (one, other)]
            yield conflict("responsibility", _asked(one, other), sides)


def related(statements: Sequence[Statement]) -> set[frozenset[str]]:
    """Pairs of which one is part, head or another name of the other."""
    return {frozenset((a.key, b.key)) for s in statements if s.predicate in _WITHIN for a, b in combinations(s.args, 2)}


def _accusations(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Two accusers who blame others for one thing: whose words are alike, or one right behind the other."""
    charges = [s for s in statements if s.predicate == "accuses" and s.get("accuser") and s.get("accused")]
    for one, other in combinations(sorted(charges, key=lambda s: (s.evidence, s.claim)), 2):
        affirmed = one.polarity == other.polarity == "affirmed"
        if (
            affirmed
            and not _whom(one) & _whom(other)
            and _accuser(one) != _accuser(other)
            and _of_one_charge(one, other)
        ):
            yield one, other


def _whom(s: Statement) -> set[str]:
    return {a.key for a in s.args if a.role == "accused"}


def _accuser(s: Statement) -> str:
    accuser = s.get("accuser")
    return accuser.key if accuser else ""


def _of_one_charge(one: Statement, other: Statement) -> bool:
    """Whether two accusations are of one thing."""
    mine, theirs = (plain_words(content.words if (content := s.get("content")) else "") for s in (one, other))
    if one.evidence.doc_id != other.evidence.doc_id:
        near = one.scene.near & other.scene.near
        return len(mine & theirs) > 1 and bool(near) and agree(one.start, other.start)
    answers = _accuser(other) in _whom(one) and not (mine and theirs)
    return is_close(one, other) and (bool(mine & theirs) or answers)


def _agents(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Two who are said to have done the same to one who is named."""
    deaths: dict[str, list[Statement]] = defaultdict(list)
    for s in statements:
        killer, victim = s.get("killer"), s.get("victim")
        if (
            s.predicate == "kills"
            and s.polarity == "affirmed"
            and killer
            and victim
            and killer.entity
            and victim.entity
        ):
            deaths[victim.entity].append(s)
    for group in deaths.values():
        for one, other in combinations(sorted(group, key=lambda s: (s.evidence, s.claim)), 2):
            apart = one.evidence.doc_id != other.evidence.doc_id or one.voice != other.voice
            if apart and _who(one) != _who(other) and _who(one) not in other.scene.here:
                yield one, other


def _who(s: Statement) -> str:
    role = _DEEDS.get(s.predicate, ("accused", ""))[0]
    agent = s.get(role)
    return agent.key if agent else ""


def _causes(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Somebody says that it was an accident or a quarrel, and another voice, beside it, that somebody did it."""
    deeds: dict[str, list[Statement]] = defaultdict(list)
    for s in statements:
        told = s.predicate in _DEEDS and s.polarity == "affirmed" and s.certainty in HAPPENED and s.voice != ""
        if told and s.get(_DEEDS[s.predicate][0]):
            deeds[s.evidence.doc_id].append(s)
    for s in statements:
        content = s.get("content")
        if s.predicate == "says" and content and _it_was().match(content.words):
            yield from ((s, deed) for deed in deeds[s.evidence.doc_id] if deed.voice != s.voice and _beside(s, deed))


def _beside(one: Statement, other: Statement) -> bool:
    return one.evidence != other.evidence and distance(one, other) <= _NEXT


@cache
def _it_was() -> re.Pattern[str]:
    causes = "|".join(re.escape(word) for word in load_words("deaths.yaml")["causes"])
    return re.compile(rf"(?:it|this|that) (?:was|had been|is|has been) (?:\w+ ){{1,3}}(?:{causes})\b", re.IGNORECASE)


def _side(s: Statement) -> str:
    content, agent = s.get("content"), s.get(_DEEDS.get(s.predicate, ("accused", ""))[0])
    if s.predicate == "says" and content:
        return f"{clipped(content.words)}, says {lowered(s.get('speaker'))}"
    by = f", says {lowered(accuser)}" if (accuser := s.get("accuser")) else ""
    return f"{agent.words if agent else ''}{by}"


def _asked(one: Statement, other: Statement) -> str:
    """What is asked, in the words of whoever names a cause, of the deed, or of the accusation."""
    said = next((s for s in (one, other) if s.predicate == "says"), None)
    content = next((c for s in (said, one, other) if s and (c := s.get("content"))), None)
    if said is not None and content:
        return f"whether {clipped(content.words)}"
    if one.predicate in _DEEDS:
        struck = one.get(_DEEDS[one.predicate][1])
        return f"who {done(one.predicate)} {struck.words if struck else ''}"
    return f"who is to blame{f': {charge(clipped(content.words))}' if content else ''}"
