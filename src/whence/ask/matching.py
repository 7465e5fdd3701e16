"""Which claims say what a question asks: roles laid beside arguments, and how firmly each fits."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from whence.annotate.numbers import value as number_in
from whence.ask.asked import Frame, Hole, Phrase, Question, answers, words
from whence.ask.statements import Reader
from whence.model import Claim, Filled, Span, Statement
from whence.reconcile.facts import FIRM
from whence.reconcile.tenures import same_post
from whence.store import CaseView
from whence.text.fold import fold
from whence.vocab import predicates

SAID, DESCRIBED, BESIDE = 3, 2, 1
"""How a claim holds what is asked about: as an argument; in the words of one; beside it, in the same sentences."""
_NEAR = 300  # characters: a sentence before the claim's own and one after it
_FIGURES = ("count", "killed", "injured", "number", "seats", "share")


@dataclass(frozen=True, slots=True)
class Found:
    """What one claim puts into a hole. `key` tells two answers apart; `fit` is SAID, DESCRIBED or BESIDE."""

    hole: Hole
    key: str
    text: str
    entity: str | None
    statement: Statement
    claim: Claim
    fit: int
    why: str = ""

    @property
    def firm(self) -> bool:
        """Whether the claim itself is put firmly, not under suspicion or report."""
        return self.claim.certainty in FIRM


class Matcher:
    """Lays the frames of one question beside the claims of a case."""

    def __init__(self, view: CaseView, reader: Reader, question: Question) -> None:
        self.view, self.reader, self.question = view, reader, question
        self._places: dict[str, dict[str, list[Span]]] = {}
        self._names: dict[str, tuple[str, ...]] = {}

    @cached_property
    def bodies(self) -> Mapping[str, tuple[str, str]]:
        """Of each claim the body and addressee of the tenure that it was joined to."""
        return {claim: (t.body, t.to) for t in self.view.tenures() for claim in t.claims}

    def found(self, frame: Frame) -> Iterator[Found]:
        """Everything that claims put into the holes of a frame, also claims of near predicates."""
        for asked, loose in self._ways(frame):
            for claim in self.view.claims(predicate=asked.predicate):
                if self._passes(claim):
                    (statement,) = self.reader.statements([claim])
                    for turned in self._turned(asked):
                        yield from self._match(turned, statement, claim, loose)

    def _turned(self, frame: Frame) -> Iterator[Frame]:
        """The frame, and with its two sides in each other's place where they may be."""
        yield frame
        roles = answers()["either_way"].get(frame.predicate)
        if roles:
            other = dict(zip(roles, reversed(roles), strict=True))
            given = tuple((other.get(role, role), phrase) for role, phrase in frame.given)
            holes = tuple(replace(h, role=other.get(h.role, h.role)) for h in frame.holes)
            yield replace(frame, given=given, holes=holes)

    def _ways(self, frame: Frame) -> Iterator[tuple[Frame, bool]]:
        yield frame, False
        for way in answers()["ways"].get(frame.predicate, ()):
            if "asked_post" in way and not _leads(frame.post):
                continue
            roles: Mapping[str, str] = way["roles"]
            if any(h.role and h.role not in roles for h in frame.holes):
                continue
            given = tuple((roles.get(role, ""), phrase) for role, phrase in frame.given)
            holes = tuple(replace(h, role=roles.get(h.role, "")) for h in frame.holes)
            post = frame.post if "post" in roles else "*head" if "post" in way else ""
            yield Frame(way["claim"], given, holes, post, frame.begins, frame.means, frame.ends), bool(way.get("loose"))

    # Which claims may answer at all

    def _passes(self, claim: Claim) -> bool:
        heard = self.question.whether or self.question.each  # each side is asked for, also one that is set aside
        if claim.certainty in words("unreal") or (claim.polarity == "denied" and not heard):
            return False
        return self._published(claim) and self._told(claim)

    def _published(self, claim: Claim) -> bool:
        from whence.ask.dates import parse_day, was_known

        by = parse_day(self.question.known_by)
        return by is None or was_known(self.reader.about(claim.evidence.doc_id), by)

    def _told(self, claim: Claim) -> bool:
        """Whether the claim comes through those whose word is asked for; a teller without a name lets all pass."""
        for teller in self.question.tellers:
            ids = frozenset(i for n in teller.names for i in n.entities)
            if not teller.names:
                continue
            voices = {e for place, e in self.view.roles_of(claim.id).items() if place.startswith("attribution.")}
            publisher = fold(self.reader.about(claim.evidence.doc_id).publisher)
            known = {fold(teller.words), *(fold(self.reader.name(i)) for i in ids)}
            said = " ".join(fold(v) for v in self.reader.voices(claim))
            by_name = any(name and (name in publisher or name in said) for name in known)
            if not (voices & ids or by_name or (publisher and any(publisher in name for name in known))):
                return False
        return True

    # One frame beside one claim

    def _match(self, frame: Frame, statement: Statement, claim: Claim, loose: bool) -> Iterator[Found]:
        fit, whys = DESCRIBED if loose else SAID, ["the claim says something near"] if loose else []
        for role, phrase in frame.given:
            how, why = self._fits(role, phrase, statement)
            if not how:
                return
            fit, whys = min(fit, how), whys + [why] * bool(why)
        how, why = self._post_fits(frame, statement)
        # Of a claim that leaves out both the post and the body nothing is left that the question names.
        if not how or (fit == BESIDE and (how == BESIDE or frame.post == "*head")):
            return
        fit, whys = min(fit, how), whys + [why] * bool(why)
        for role, word in frame.means:
            arg = statement.get(role)
            if arg is None or word not in arg.words:
                fit, whys = min(fit, DESCRIBED), [*whys, f"the claim does not say {word}"]
        shared = frame.given or frame.post or (self.question.on and statement.start)
        if not any(phrase.names for _, phrase in frame.given) and (fit < SAID or not shared):
            return  # a claim that shares nothing with the question but its verb is no answer
        if statement.polarity == "denied" and not self.question.whether:
            fit, whys = min(fit, DESCRIBED), [*whys, "denied"]
        for hole in frame.holes or (Hole("whether"),):
            for key, text, entity, sure in self._fillings(hole, statement, claim, frame):
                fitting = fit if sure else min(fit, DESCRIBED)
                yield Found(hole, key, text, entity, statement, claim, fitting, "; ".join(dict.fromkeys(whys)))

    def _fits(self, role: str, phrase: Phrase, s: Statement) -> tuple[int, str]:
        """How the claim holds a phrase of the question in `role`; 0 where it does not."""
        args = [a for a in s.args if a.role == role]
        args += self._joined(role, s)
        if phrase.names and not all(n.entities for n in phrase.names):
            return 0, ""  # a name that the case does not know
        if phrase.whole and not role and any(self._named_in(a.words, phrase.entities) for a in s.args):
            return SAID, ""
        if phrase.whole:
            return self._name_fits(args, phrase, s)
        return self._words_fit(args, phrase, s)

    def _joined(self, role: str, s: Statement) -> list[Filled]:
        """The body or addressee that a post took over from the tenure which it was joined to."""
        if role not in ("of", "to") or any(a.role == role for a in s.args) or s.claim not in self.bodies:
            return []
        key = self.bodies[s.claim][role == "to"]
        return [Filled(role, key, self.reader.name(key))] if key and self.reader.is_entity(key) else []

    def _name_fits(self, args: list[Filled], phrase: Phrase, s: Statement) -> tuple[int, str]:
        ids = phrase.entities
        if any(a.entity in ids for a in args):
            return SAID, ""
        if any(self._named_in(a.words, ids) and not a.entity for a in args):
            return DESCRIBED, f"{phrase.words} stands in the words of the claim only"
        if args or not self._beside(ids, s):
            return 0, ""
        return BESIDE, f"{phrase.words} stands beside the claim, not in it"

    def _words_fit(self, args: list[Filled], phrase: Phrase, s: Statement) -> tuple[int, str]:
        """A described thing: its noun in the argument, its names there or in the sentences around."""
        generic = words("person") | words("organization") | words("tellers")
        own = [a for a in args if phrase.head and _has_word(a.words, fold(phrase.head))]
        if not phrase.names:
            if own or phrase.head in generic:
                return (SAID if own else DESCRIBED), ""
            return (0, "") if args else (BESIDE, f"{phrase.words} is not in the claim")
        if own and all(any(self._named_in(a.words, n.entities) for a in own) for n in phrase.names):
            return SAID, ""
        if own and all(self._beside(n.entities, s) or self._named_in(own[0].words, n.entities) for n in phrase.names):
            return DESCRIBED, f"{phrase.words} is described in part"
        if any(a.entity in n.entities for a in args for n in phrase.names) and len(phrase.names) == 1:
            return DESCRIBED, f"the claim is about {phrase.names[0].words}"
        if not args and all(self._beside(n.entities, s) for n in phrase.names):
            return BESIDE, f"{phrase.words} stands beside the claim, not in it"
        return 0, ""

    def _named_in(self, said: str, ids: frozenset[str]) -> bool:
        folded = f" {fold(said)} "
        return any(f" {form} " in folded for i in ids for form in self._forms(i))

    def _forms(self, entity: str) -> tuple[str, ...]:
        """The folded names of an entity, bare and as an owner: fold makes one word of a name and its 's."""
        if entity not in self._names:
            names = [n for n, _ in self.view.entity(entity).names] or [self.reader.name(entity)]
            folded = dict.fromkeys(fold(name) for name in names)
            self._names[entity] = tuple(form for name in folded for form in (name, f"{name}s"))
        return self._names[entity]

    def _beside(self, ids: frozenset[str], s: Statement) -> bool:
        """Whether an entity is mentioned in the claim's sentence or right beside it."""
        low, high = s.evidence.start - _NEAR, s.evidence.end + _NEAR
        return any(
            low <= span.start and span.end <= high for i in ids for span in self._mentions(i).get(s.evidence.doc_id, ())
        )

    def _mentions(self, entity: str) -> dict[str, list[Span]]:
        if entity not in self._places:
            table: dict[str, list[Span]] = defaultdict(list)
            for span in self.view.mentions_of(entity):
                table[span.doc_id].append(span)
            self._places[entity] = table
        return self._places[entity]

    def _post_fits(self, frame: Frame, s: Statement) -> tuple[int, str]:
        if not frame.post:
            return SAID, ""
        if frame.predicate == "family_of":
            return (SAID, "") if _kin_fits(frame, s) else (0, "")
        post = s.get("post")
        if frame.post == "*head":
            return (SAID, "") if post and _leads(post.words) else (0, "")
        if post is None:
            return (SAID, "") if frame.predicate == "commands" else (BESIDE, f"the claim does not say {frame.post}")
        return _same_office(frame.post, post.words)

    # What a claim puts into a hole

    def _fillings(
        self, hole: Hole, s: Statement, claim: Claim, frame: Frame
    ) -> Iterator[tuple[str, str, str | None, bool]]:
        """(key, text, entity, whether it is plainly so)."""
        if hole.kind == "whether":
            yield ("no", "no", None, True) if s.polarity == "denied" else ("yes", "yes", None, True)
        elif hole.kind == "when" or not hole.role:
            yield from _times(s, frame)
        elif hole.kind == "count":
            yield from _numbers(s, hole)
        elif hole.kind == "post":
            yield from self._posts(s)
        else:
            yield from self._things(hole, s, frame)

    def _posts(self, s: Statement) -> Iterator[tuple[str, str, str | None, bool]]:
        post, of, to = s.get("post"), s.get("of"), s.get("to")
        if post:
            text = post.words + (f" of {of.words}" if of else "") + (f" to {to.words}" if to else "")
            yield fold(text), text, None, True

    def _things(self, hole: Hole, s: Statement, frame: Frame) -> Iterator[tuple[str, str, str | None, bool]]:
        taken = {i for _, phrase in frame.given for i in phrase.entities}
        for arg in (a for a in s.args if a.role == hole.role):
            if arg.entity in taken or fold(arg.words) in words("nobody"):
                continue
            if arg.entity:
                kind = self.view.entity(arg.entity).type
                wanted = _types(hole)
                if not wanted or kind in wanted:
                    yield arg.entity, self.reader.name(arg.entity), arg.entity, True
            elif hole.kind != "where" or any(c.isupper() for c in arg.words):
                text = " ".join(arg.words.split())
                yield fold(text), text, None, hole.kind == "what" and not _types(hole)


def _has_word(said: str, word: str) -> bool:
    """Whether a word stands in `said`, also with an ending of the plural or of the possessor."""
    return any(w == word or (len(word) > 2 and w in (f"{word}s", f"{word}es")) for w in re.findall(r"\w+", fold(said)))


def _types(hole: Hole) -> frozenset[str]:
    """The types of entity that may fill a hole; empty for any."""
    if hole.kind == "who":
        return frozenset(
            {"person", "organization", "nationality"} | ({"place"} if hole.role not in _OFFICES else set())
        )
    for label in ("organization", "place", "person"):
        if hole.noun and hole.noun in words(label):
            return frozenset({label, "facility"} if label == "place" else {label})
    return frozenset()


_OFFICES = frozenset({"holder", "appointee", "person", "relative", "victim"})


def _times(s: Statement, frame: Frame) -> Iterator[tuple[str, str, str | None, bool]]:
    lasts = predicates()[s.predicate].lasts
    begun = s.starts or not lasts
    if frame.ends and lasts:  # "when did she resign as chairwoman": not when she became it
        if s.end and s.ends:
            yield s.end, s.end, None, not s.inferred
        return
    if s.start and (begun or frame.begins or lasts):
        end = "" if lasts or not s.end or s.end == s.start else f"/{s.end}"
        yield s.start + end, s.start + end, None, begun and not s.inferred


def _numbers(s: Statement, hole: Hole) -> Iterator[tuple[str, str, str | None, bool]]:
    for arg in (a for a in s.args if a.role == hole.role):
        if arg.low is not None or arg.high is not None:
            edges = f"at least {arg.low:g}" if arg.low is not None else f"at most {arg.high:g}"
            yield edges, edges, None, True
            continue
        number = arg.best if arg.best is not None else number_in(arg.words)
        plain = number is not None and number == int(number) and abs(number) < 10**6
        text = f"{number:g}" if plain else " ".join(arg.words.split())
        yield text, text, None, number is not None


def _leads(post: str) -> bool:
    said = " ".join(w for w in fold(post).split() if w not in words("acting"))
    return same_post(said) in ("head", "executive", "government") or said in words("heads")


def _kin_fits(frame: Frame, s: Statement) -> bool:
    """The kin word: "father of X" is met by "X's father Y"; by "son" only with the two in each other's place."""
    kin = s.get("kin")
    return kin is not None and frame.post in re.findall(r"[\w-]+", fold(kin.words))


def _same_office(asked: str, said: str) -> tuple[int, str]:
    """How the post of a claim answers to the one asked for."""
    a, b = _office(asked), _office(said)
    if a[1] != b[1]:
        return 0, ""
    hands = words("acting")
    acting = bool(a[2] & hands), bool(b[2] & hands)
    why = "" if acting[0] == acting[1] else "one is acting, the other is not said to be"
    if same_post(a[0]) == same_post(b[0]):
        return (DESCRIBED if why else SAID), why
    one, other = set(a[0].split()), set(b[0].split())
    if one < other and a[0].split()[-1] == b[0].split()[-1]:
        return DESCRIBED, f"the claim says {said}"
    if other < one and asked.startswith(b[0]):
        return BESIDE, f"the claim says {said} only"
    return 0, ""


def _office(post: str) -> tuple[str, frozenset[str], frozenset[str]]:
    """A post without the words that say whose deputy or in whose place: (plain, deputy words, acting words)."""
    parts = fold(post).split()
    away = words("acting") | words("deputies")
    plain = " ".join(p for p in parts if p not in away)
    gone = words("gone")
    return plain, frozenset(p for p in parts if p in words("deputies") - gone), frozenset(parts) & words("acting")
