"""Claims by a tree: what a match of a pattern states, and when it states nothing."""

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from whence.annotate import numbers
from whence.annotate.arguments import fixed_arguments, stands_beside
from whence.annotate.arguments.lookup import Lookup
from whence.annotate.claims.denied import concerned
from whence.annotate.claims.filled import arguments_of
from whence.annotate.claims.fillers import kinship
from whence.annotate.claims.kinds import ASIDE, BARE_COUNTS, HARM
from whence.annotate.claims.numbered import of_another_thing, own_number
from whence.annotate.claims.posts import held_alone, is_described
from whence.annotate.claims.scene import Scene, made_by
from whence.annotate.claims.timed import tenure, time_of
from whence.annotate.claims.worth import is_somebody, is_worth, may_be_anybody
from whence.annotate.departures import FOLLOWED
from whence.annotate.grammar import Match, find_matches
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.modality import Modality, modality
from whence.annotate.modality.denials import is_done_by_nobody
from whence.annotate.modality.own import presupposed
from whence.annotate.syntax import Parse
from whence.annotate.validity import Clock, until
from whence.model import Argument, Claim, Document, Sentence, ValidTime

PLANNED = frozenset(
    {"member_of", "owns", "part_of", "based_in", "born", "died", "family_of", "reports_to", "served_at"}
)
MOST = 24  # combinations that one sentence of lists may give
SUMS = {"counts.sum": True, "counts.sum_before": False}  # whether the sum may not stand before a noun of its own
BEFORE_ITS_NOUN = frozenset({"compound", "nummod", "amod"})
LEAVING = frozenset(f"holds_role.{how}" for how in ("resign", "forced_out", "remove", "resignation", "replaced_as"))
LEAVING |= {"member_of.leave", "member_of.expel", "member_of.seat_left"}
PROPOSING = frozenset({"nominate", "propose"})  # whoever is nominated does not hold the post yet
AGAIN = re.compile(
    r"\bre(?:\s?[-\u2010\u2011–]\s?)?election as (?:an? |the |its |his |her |their )?(?:\w+ )?$", re.IGNORECASE
)
FOR_NOW = re.compile(r"(?:(?:acting|interim|caretaker|temporary|provisional|new|first|permanent)\s+)+", re.IGNORECASE)
CAUSING = frozenset("lead cause hasten contribute precipitate speed accelerate".split())


def _is_where(parse: Parse, noun: int) -> bool:
    """Whether somebody is where a post is, and does not hold it: "was at the dentist", "is with the mayor"."""
    return bool(parse.kids(noun, "cop")) and parse.preposition(noun) in ("at", "with", "by", "near", "behind", "from")


def by_tree(scene: Scene, lookup: Lookup, clock: Clock, sentence: Sentence, parse: Parse) -> Iterator[Claim]:
    """Every claim that a pattern of trees reads in a sentence."""
    for match in find_matches(parse):
        filled = arguments_of(lookup, clock, parse, match)
        if filled is None:
            continue
        if match.pattern.name == "holds_role.noun" and (
            _of_subject(parse, match.trigger) or _is_where(parse, match.trigger)
        ):
            continue
        if match.pattern.name in SUMS and SUMS[match.pattern.name] == (parse.base(match.trigger) in BEFORE_ITS_NOUN):
            continue  # "a $5 banknote"
        if match.pattern.name == "member_of.plural" and parse.one_of(match.trigger) != match.trigger:
            continue
        if is_described(lookup, parse, match) or _is_post(lookup, parse, match):
            continue
        if match.pattern.predicate.name in HARM and _either(parse, match.trigger):
            continue
        if match.pattern.predicate.name == "commands" and leads_in_numbers(parse, match.trigger):
            continue
        mood = modality(parse, match.trigger)
        if match.pattern.predicate.name == "counts" and is_done_by_nobody(parse, match.trigger):
            continue  # "nobody paid 40 pounds": there is no such sum
        if mood.polarity == "denied" and match.pattern.options.get("certainty") == "claimed":
            continue  # "no group has claimed the raid": there was one
        bare = match.pattern.name in BARE_COUNTS
        above = parse.governor(match.trigger)
        told = bare and above >= 0 and parse.tokens[above].upos == "VERB" and not presupposed(parse, match.trigger)
        if (told or "governor" in match.pattern.options) and mood == Modality() and above >= 0:
            mood = modality(parse, above)  # "never held a stake", "may hire 300 clerks"
        if bare and mood.polarity == "denied":
            continue  # "denies all twelve charges": there are twelve
        dead = match.pattern.predicate.name == "died" and match.pattern.kind == "noun"
        if _slipped(parse, match) or (
            dead and (mood.certainty in ("accused", "suspected") or is_effect(parse, match.trigger))
        ):
            mood = Modality()  # who is accused in the death of Duda is not accused that he is dead
        stays = match.pattern.name in LEAVING and mood != Modality()
        if stays or _is_up_again(parse, match):
            mood = Modality()  # whoever will not resign as mayor, is to, or will not seek re-election, is the mayor
        if mood.certainty == "intended" and match.pattern.predicate.name in PLANNED:
            continue
        token = parse.tokens[match.trigger]
        trigger = scene.doc.span(token.start, token.end)
        for arguments in combined(match, filled):
            if stays and match.pattern.name == "holds_role.replaced_as":
                trigger = next((a.span for a in arguments if a.role == "post" and a.span), trigger)  # "as chairman"
            if match.pattern.predicate.name == "counts":
                if of_another_thing(scene.doc, match, *arguments[:2]):
                    continue
                arguments = (numbers.without_number(scene.doc, arguments[0], arguments[1]), *arguments[1:])
                if parse.lemmas[match.trigger] in ("launch", "fire"):  # who does it is no event
                    arguments = tuple(a for a in arguments if a.role != "event" or not is_somebody(a))
            if match.pattern.name == FOLLOWED:
                arguments = tuple(_in_full(scene.doc, a) for a in arguments)
            if match.pattern.predicate.name == "asks" and "content" in filled:  # "urged both sides to lay down arms"
                arguments = tuple(a for a in arguments if a.role != "asked" or not may_be_anybody(a, lookup))
            extra = tuple(numbers.counts(scene.doc, parse, match, scene.mentions, arguments))
            if match.pattern.predicate.name == "denies":
                plain = (mood.certainty, mood.polarity) == ("asserted", "affirmed")
                if len(arguments) == 1 and not plain and "polarity" not in match.pattern.options:
                    continue  # "would neither confirm nor deny it"
                extra += concerned(lookup, sentence, arguments)
            if "kin" in match.pattern.roles and "kin" not in {a.role for a in arguments}:
                extra += (kinship(scene.doc, parse, match.trigger),)
            borne = match.pattern.kind == "verb" or _borne(parse, match.trigger)
            if not is_worth(match, arguments + extra, lookup, borne=borne) or stands_beside(parse, arguments):
                continue
            if match.pattern.predicate.name == "family_of":
                arguments = _own_kin(scene.doc, parse, match, arguments)
            valid = time_of(clock, sentence, parse, match, arguments)
            if match.pattern.options.get("ends") and valid.edtf:
                valid = ValidTime() if stays else until(valid)
            if match.pattern.options.get("needs_time") and valid.edtf is None:
                continue
            claim = Claim(
                predicate=match.pattern.predicate.name,
                arguments=arguments + extra + fixed_arguments(match.pattern.options.get("fixed", {})),
                evidence=sentence.span,
                region=sentence.kind,
                maker=made_by(match.pattern.name),
                trigger=trigger,
                valid=valid,
                polarity=match.pattern.options.get("polarity", mood.polarity),
                certainty=match.pattern.options.get("certainty", mood.certainty),
                certainty_cue=scene.doc.span(*mood.cue) if mood.cue else None,
                confidence=0.8,
            )
            yield claim
            yield from numbers.corrections(scene.doc, claim, scene.mentions)
            posted = claim.predicate in ("appoints", "elects") and any(a.role == "post" for a in claim.arguments)
            if posted and parse.lemmas[match.trigger] not in PROPOSING:
                yield tenure(claim)


def _is_up_again(parse: Parse, match: Match) -> bool:
    """Whether a post is one for which its holder may stand again: "will not seek re-election as mayor"."""
    before = parse.text[parse.start : parse.tokens[match.trigger].start]
    return match.pattern.predicate.name == "holds_role" and AGAIN.search(before) is not None


def is_effect(parse: Parse, noun: int) -> bool:
    """Whether only the cause of a death is told: of "many believe that it led to his death" he is dead."""
    owned = bool(parse.kids(noun, "nmod:poss")) or any(parse.preposition(k) == "of" for k in parse.kids(noun, "nmod"))
    above = parse.tokens[noun].head
    done = above >= 0 and parse.tokens[above].xpos in ("VBD", "VBN") and parse.lemmas[above] in CAUSING
    return owned and done and parse.base(noun) in ("obj", "obl") and parse.tokens[noun].upos == "NOUN"


def _in_full(doc: Document, a: Argument) -> Argument:
    """A post as the one before had it: of "was named interim coach, replacing Duda" Duda was the coach."""
    opened = FOR_NOW.match(doc.quote(a.span)) if a.role == "post" and a.span is not None else None
    if opened is None or a.span is None:
        return a
    return replace(a, span=replace(a.span, start=a.span.start + opened.end()), value=None)


def _slipped(parse: Parse, match: Match) -> bool:
    """Whether a tree takes a title for the clause that it stands in: "denied that its chief, Duda, had met them"."""
    i = match.trigger
    noun = parse.tokens[i].upos in ("NOUN", "PROPN") and parse.base(i) == "ccomp" and not parse.kids(i, "cop")
    return noun and match.pattern.predicate.name in ASIDE


def _of_subject(parse: Parse, i: int) -> bool:
    """Whether a verb gives a post to its subject: "served as the minister, Duda and I met" is not Duda's."""
    verb = parse.tokens[i].head
    if parse.preposition(i) != "as" or verb < 0 or parse.tokens[verb].upos != "VERB" or verb > i:
        return False
    return any(f.token < verb for f in parse.subjects(verb))


def _borne(parse: Parse, i: int) -> bool:
    """Whether a title is said to be somebody's; of "Duda, the chairman and the clerk left" it may be another's."""
    if parse.kids(i, "cop") or parse.base(i) != "appos":
        return bool(parse.kids(i, "cop"))
    others = (*parse.kids(i, "conj"), *parse.kids(parse.tokens[i].head, "conj", "appos"))
    return not any(k > i and parse.kids(k, "det") for k in others)


def _is_post(lookup: Lookup, parse: Parse, match: Match) -> bool:
    """Whether a word that elsewhere describes members is a post here: "chief executive officer of the firm"."""
    if match.pattern.name != "member_of.noun":
        return False
    t = parse.tokens[match.trigger]
    return any(m.type == "role" and held_alone(lookup.doc.quote(m.span)) for m in lookup.covering(t.start, t.end))


def _own_kin(doc: Document, parse: Parse, match: Match, arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """The arguments with the word of kinship that the person has: of "his mother and sister" the second is a sister."""
    person = next((a.span for a in arguments if a.role == "person"), None)
    head = parse.head_of(person.start, person.end) if person is not None else None
    if head is None or head == match.trigger or parse.lemmas[head] not in match.pattern.words("noun"):
        return arguments
    return tuple(kinship(doc, parse, head) if a.role == "kin" else a for a in arguments)


def leads_in_numbers(parse: Parse, verb: int) -> bool:
    """Whether somebody is only the best of a body: "led the Owls with 67 runs"; whoever leads 300 men leads."""
    if parse.lemmas[verb] != "lead":
        return False
    counted = [k for k in parse.kids(verb, "obl") if parse.preposition(k) == "with" and parse.kids(k, "nummod")]
    return any(noun_type(parse.lemmas[k], parse.word(k).lower()) != "person" for k in counted)


def _either(parse: Parse, i: int) -> bool:
    """Whether a verb stands beside another after "or": of "killed or wounded" neither is told of all."""
    joined = parse.conjuncts(parse.first_conjunct(i)) if parse.tokens[i].upos == "VERB" else []
    verbs = [k for k in joined if parse.tokens[k].upos == "VERB"]
    return i in verbs and any(parse.lemmas[c] == "or" for k in verbs for c in parse.kids(k, "cc"))


def combined(match: Match, filled: Mapping[str, list[Argument]]) -> Iterator[tuple[Argument, ...]]:
    """One claim for each pair of the two leading roles; the other roles go with every one."""
    lead = [role for role in match.pattern.roles if role in filled][:2]
    main = {a.span for role in lead for a in filled[role]}
    rest = tuple(a for role, found in filled.items() if role not in lead for a in found[:3] if a.span not in main)
    for chosen in itertools.islice(itertools.product(*(filled[role] for role in lead)), MOST):
        apart = match.pattern.predicate.name != "counts" or match.pattern.options.get("apart")
        if apart or own_number(*chosen):
            yield (*chosen, *rest)
