"""Claims that the learned reader proposes, under the constraints of the grammar; and the vote of both."""

import itertools
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from whence.annotate.arguments import Candidate, Lookup, accepts, acts, argument, as_thing, candidate, stands_beside
from whence.annotate.claims import as_asked, as_said
from whence.annotate.claims.alike import distinct
from whence.annotate.claims.attributed import attributed
from whence.annotate.claims.by_tree import PROPOSING, leads_in_numbers
from whence.annotate.claims.fillers import kinship
from whence.annotate.claims.kinds import NUMERIC
from whence.annotate.claims.numbered import with_number
from whence.annotate.claims.sayings import CALLING
from whence.annotate.claims.scene import Scene
from whence.annotate.claims.timed import tenure
from whence.annotate.claims.worth import is_anybody, is_headline, same_bearer, they_are_others
from whence.annotate.mentions.find import QUANTITY
from whence.annotate.mentions.lexicon import nation, noun_type
from whence.annotate.mentions.roles import is_byname
from whence.annotate.mentions.words import split_words
from whence.annotate.modality import CLEARING, NEGATIONS, SPOKEN_DENIALS, modality
from whence.annotate.numbers import NUMBERED
from whence.annotate.patterns import patterns
from whence.annotate.relations import RELATIVE
from whence.annotate.ruled_out import is_ruled_out
from whence.annotate.sequences import sequence_patterns
from whence.annotate.syntax import Parse
from whence.annotate.validity import APART_FROM, Clock
from whence.model import Argument, Claim, Document, Maker, Mention, Proposal, Sentence, Span, ValidTime
from whence.reader import Filler, Frame, Hint, taught
from whence.text.gazetteer import is_country, is_place
from whence.text.names.words import titles
from whence.vocab import Predicate, load_words, predicates, read_yaml, word_set

VERSION = "1"
STAGE = "annotate.learned"
MAKER = Maker(STAGE, VERSION, "trace")
# On the development part of the teaching corpus .29 of the grammar's claims are wrong by it; of those with at least
# this probability of their predicate at some word of their sentence .16 are, and .02 of the right ones are lost.
TRACE = 0.1
SURE = 0.5
MAYBE = 0.25  # of a predicate that says much the same, at the word itself: "was led by"
# Below these a claim of the reader alone is not taken, whatever its predicate's floor: of 22 on real news and
# development documents, 17 were wrong.
LEAST = 0.18
LEAST_DEED = 0.3
# On 70 texts of real news 20 of 50 claims of the reader alone were wrong below this, of 131 above it 16. Where nothing
# stands between the word and what it is said of ("the museum's board"), 10 of 14 were right below it too.
UNSURE = 0.4
# Of 39 claims below it on development documents of the teaching corpus whose word alone is as sure as this 31 were
# right, of 105 others 45.
SURE_WORD = 0.8
BESIDE = 2
NOT_SURE = "the reader alone reads it, and is not sure"
SEEKING = frozenset("hunt seek pursue chase search".split())
TALKS = frozenset("talk talks negotiation dinner lunch interview meal table".split())
NOT_DEADLY = frozenset("shoot shot fire hit attack wound injure hurt beat strike".split())
DEATHS = frozenset({"death", "die", "dead"})
SPEAKING = frozenset("say tell announce report add confirm state claim".split())
MUCH_THE_SAME = (
    frozenset({"commands", "directs", "controls", "operates", "owns"}),
    frozenset({"commands", "member_of", "directs", "holds_role"}),
    frozenset({"kills", "attacks", "injures", "bombs"}),
    frozenset({"charges", "arrests", "designates", "issues", "legislates"}),
    frozenset({"orders", "directs", "asks"}),
    frozenset({"appoints", "elects", "succeeds", "holds_role"}),
    frozenset({"meets", "visits", "speaks_at"}),
    frozenset({"supports", "allied_with"}),
)
NO_TRACE = "the reader sees nothing of the kind in the sentence"
# Of the words that a rule takes for a speaker where the reader surely hears another name and nothing in them, all were
# wrong by reading (14 on development documents); in other predicates half were right.
SEEN = 0.7
HELD = 0.55
ANOTHER_SPEAKS = "the reader hears another speaker"
MOST = 8  # claims that one word may give
OPTIONAL = 0.7  # probability of an argument that a claim can do without
# What is said of one alone ("two guards were hurt"), at this probability of verb and bearer together.
OF_ONE = frozenset(
    """
    died injures kills arrests designates charges abducts born denies dissolved formed appoints elects bombs captures
    """.split()
)
ALONE = 0.5
CALLED = 0.65  # "called the allegations baseless" denies, "called the allegations serious" does not
# Without a name or a number, from this probability of verb and arguments on: "Parliament annulled the decree". Of 17 on
# development documents 16 were right. Whose wife is whose says nothing where both might be anybody.
NAMELESS = 0.6
ONE_WAY = frozenset({"kills", "attacks", "injures", "bombs", "arrests", "abducts", "supports", "appoints", "commands"})
NAMING = frozenset({"appos", "flat", "compound", "nmod:desc"})
OWN_SUBJECT = frozenset({"subject", "passive subject", "shared subject", "shared passive subject"})
CLAUSES = frozenset({"acl", "advcl", "ccomp", "parataxis"})
STRIVEN = frozenset({"for", "over"})
WHOLES = frozenset({"consist", "comprise", "compose"})
SUCCEEDING = frozenset({"person", "organization"})
NEVER_NAMELESS = frozenset({"family_of", "alias_of"})
# Words that no list has as a title or a kind of thing are one where the reader is as sure as this of their role: "its
# resident engineer", "a band of sixty men". Of 19 claims that came by them 17 were right.
A_TITLE = 0.6
OF_THE_KIND = 0.7
KINDS = ("person", "organization", "facility", "place", "event", "work", "law", "text", "weapon")
FORMER = re.compile(r"\b(?:former|ex|late|then|once|previous|one-?time)[\s-]+$", re.IGNORECASE)
OURS = re.compile(r"\b(?:my|our|your)\b", re.IGNORECASE)  # of a speaker whom nothing names
WHOSE_KIN = re.compile(r"\b(?:his|her|their|my|our|whose)\b[^.;:]*$")
THINGS = frozenset({"vehicle", "weapon", "money"})
LEAVING = frozenset({"leave", "quit", "exit", "depart", "flee", "vacate", "evacuate"})
HALF = re.compile(r"\s?-\s?(?!in-law|to\b)")
OWNER = re.compile(r"\b[\w-]+(?:['’]s|s['’])\s(?:[a-z]+\s)?$")
GOING_TO = re.compile(r"\b(?:join|joins|joined|joining|found|form|establish|start|launch)\s+(?:the\s+)?$")
OPENING = re.compile(r"(?:for|of)\s+")
LISTING = frozenset({"list", "put", "add", "place", "include"})
SANCTIONED = frozenset(
    "sanction sanctions sanctioned blacklist terror terrorist terrorism proscribe ban embargo debar freeze entity "
    "designate designation wanted watchlist treasury council resolution order".split()
)
BEATING = frozenset("beat defeat lose oust unseat topple trounce thrash".split())
LISTED = frozenset({"victim", "target", "appointee", "elected"})  # what befalls A in "A and B" befalls both
DEEDS = frozenset({"kills", "injures", "attacks", "abducts", "captures", "bombs", "arrests"})
WON = frozenset("victory win triumph title championship playoff playoffs final defeat medal".split())
BETWEEN_TWO = frozenset({"supports", "opposes", "meets", "allied_with"})
HARMED = frozenset("killing murder assassination death kidnapping abduction arrest execution".split())
SHOTS = frozenset({"shot", "round", "volley", "burst", "bullet"})
CAUSING = frozenset({"prompt", "cause", "lead", "inspire", "motivate", "enable", "help"})
AWARD = re.compile(
    r"\s[^.;:,]{0,60}?\b"
    r"(?:of the (?:year|month|week|season|match|game|tournament|series|decade|century)|most valuable)\b",
    re.IGNORECASE,
)
JOINED_TO = re.compile(r"\s+and\s+(?:at least |about |some )?")  # "Duda and seven guards were hurt"
VISITING = frozenset({"visits", "meets", "speaks_at"})
DOERS = frozenset("killer murderer assassin attacker kidnapper abductor gunman bomber shooter rapist".split())
NOTHING_TO_DO = re.compile(r"\b(?:nothing|not \w+) to do with\b[^.;]*$", re.IGNORECASE)
LOCAL = DEEDS | {"died"}  # what happens where its own clause says
FORCE = DEEDS - {"arrests"}
DONE_TO = DEEDS | frozenset(
    """
    succeeds appoints elects commands controls directs advises orders charges accuses designates owns operates supports
    opposes invades
    """.split()
)
NAYS = NEGATIONS | SPOKEN_DENIALS | CLEARING  # without one of them nothing in a sentence is denied
# The content of these is no mention: the words below the verb.
TELLS = frozenset({"denies", "asks", "orders", "accuses"})
# Words for having a say over a body, the plainest first.
SAY = ("commands", "directs", "operates", "controls")
NOT_HERE = frozenset({"attributes", "says"})  # voices make them
# Roles that the reader fills where the grammar leaves them open. On development documents 30 of 36 were what is marked,
# and 3 of the other 6 true; of those who do or found something half were another.
LEFT_OPEN = {
    "holds_role": ("of", "to"),
    "elects": ("post", "of"),
    "loses_seats": ("body",),
    "wins_seats": ("body",),
    "arrests": ("authority",),
    "designates": ("legal_basis",),
    "born": ("place",),
}
# Of two names side by side a frame gives a title to the wrong one now and then: where it is sure, and no pattern reads
# the title.
TITLES = {"holds_role": "post", "holds_rank": "rank"}
SURE_OF_TITLE = 0.65
SURE_OF_NAME = 0.8  # of two names for one bearer, since all that is said of either is then said of both


@cache
def floors() -> Mapping[str, float]:
    """The least probability at which a predicate's claim is taken; chosen on development documents."""
    return {str(k): float(v) for k, v in read_yaml("learned.yaml").items()}


def find_learned(scene: Scene) -> tuple[Claim, ...]:
    """Every claim of the reader's frames whose probability reaches its floor, in order of evidence."""
    lookup, clock, frames = scene.lookup, scene.clock, scene.learned
    found: list[Claim] = []
    at = 0
    for sentence, parse in zip(scene.sentences, scene.parses, strict=True):
        while at < len(frames) and frames[at].start < sentence.span.start:
            at += 1
        here: list[Claim] = []
        while at < len(frames) and frames[at].end <= sentence.span.end:
            if parse is not None and frames[at].predicate not in NOT_HERE:
                here.extend(_claims(lookup, clock, sentence, parse, frames[at]))
            at += 1
        found.extend(distinct(here, lookup))
    found = [c for c in found if not (is_headline(c, scene.doc) or they_are_others(scene, c))]
    return tuple(attributed(scene, lookup, as_asked(scene.doc, claim)) for claim in as_said(scene, found))


def doubted(scene: Scene, grammar: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Proposal, ...]]:
    """The grammar's claims, and as proposals those that the reader doubts.

    Patterns of many senses are marked `traced` and need a trace of the reader; what an idiom says ("froze the assets
    of") needs no second reader. What is said has the speaker whom the reader hears, where it is sure of a name.
    """
    said = [f for f in scene.learned if f.predicate == "says" and f.score >= SEEN]
    loose = _traced()
    kept: list[Claim] = []
    left: list[Proposal] = []
    for claim in grammar:
        here = scene.hints_in(claim.evidence)
        nobody = claim.polarity == "denied" and any(a.span is None and a.value == "anyone" for a in claim.arguments)
        plain = nobody or _are_dead(scene.doc, claim)
        if claim.maker.rule in loose and not plain and not any(_trace(claim, h) for h in here):
            left.append(Proposal(claim.evidence, claim, "P2", (NO_TRACE,), MAKER))
        elif claim.predicate == "says" and any(_said_by_another(scene, claim, frame) for frame in said):
            left.append(Proposal(claim.evidence, claim, "P2", (ANOTHER_SPEAKS,), MAKER))
        else:
            kept.append(claim)
    return tuple(kept), tuple(left)


def _are_dead(doc: Document, claim: Claim) -> bool:
    """Whether so and so many people are said to have died in as many words: "two people died"."""
    person = claim.argument("person")
    if claim.maker.rule != "died.verb" or claim.trigger is None or person is None or person.span is None:
        return False
    counted = QUANTITY.match(doc.quote(person.span)) is not None
    return counted and person.type == "person" and doc.quote(claim.trigger).lower() in ("died", "die")


def unsure(scene: Scene, grammar: Sequence[Claim], learned: Sequence[Claim]) -> tuple[Proposal, ...]:
    """As proposals the claims of the reader alone that it is not sure of."""
    weak = [c for c in learned if _is_weak(scene, c) and not agreeing(c, grammar, scene.lookup)]
    return tuple(Proposal(c.evidence, c, "P2", (NOT_SURE,), MAKER) for c in weak)


def _is_weak(scene: Scene, claim: Claim) -> bool:
    return claim.confidence < UNSURE and not (_well_tied(claim) or _has_sure_word(scene, claim))


def _has_sure_word(scene: Scene, claim: Claim) -> bool:
    """Whether the reader is sure of what the word itself says: only whom it is said of is in doubt."""
    at = claim.trigger.start if claim.trigger is not None else -1
    frames = scene.learned
    first = bisect_left(frames, at, key=lambda f: f.start)
    here = itertools.takewhile(lambda f: f.start == at, itertools.islice(frames, first, None))
    return any(f.predicate == claim.predicate and f.score >= SURE_WORD for f in here)


def _well_tied(claim: Claim) -> bool:
    """Whether a number stands in a claim, or every argument touches the word that says it."""
    if any(a.role in NUMBERED for a in claim.arguments):
        return True
    at, spans = claim.trigger, [a.span for a in claim.arguments if a.span is not None]
    return at is not None and all(max(s.start - at.end, at.start - s.end) <= BESIDE for s in spans)


def _said_by_another(scene: Scene, claim: Claim, frame: Frame) -> bool:
    """Whether a frame at the claim's verb surely has a name as speaker, and what the claim has in no role."""
    trigger, mine = claim.trigger, claim.argument("speaker")
    if trigger is None or frame.end <= trigger.start or trigger.end <= frame.start:
        return False
    parse = scene.parse_at(trigger.start)
    if parse is None or mine is None or mine.span is None or _seen(mine, "speaker", frame):
        return False
    for filler in frame.fillers:
        if filler.role == "speaker" and filler.score >= HELD:
            other = _argument(scene.lookup, parse, predicates()["says"], filler)
            if other and _has_name(other, scene.lookup) and not _one_or_joined(mine, other, scene.lookup, parse):
                return True
    return False


def _seen(argument: Argument, role: str, frame: Frame) -> bool:
    """Whether the reader finds it possible that what an argument names holds the role."""
    spans = [s for s in (argument.span, argument.antecedent) if s is not None]
    return any(
        f.role == role and any(f.start < s.end and s.start < f.end for s in spans)
        for f in (*frame.fillers, *frame.behind)
    )


def _one_or_joined(one: Argument, two: Argument, lookup: Lookup, parse: Parse) -> bool:
    """Whether two arguments are one bearer, or stand in one list."""
    if same_bearer(one, two, lookup):
        return True
    assert one.span is not None and two.span is not None
    if one.span.overlaps(two.span):
        return True
    mine, other = (parse.head_of(s.start, s.end) for s in (one.span, two.span))
    if mine is None or other is None or parse.first_conjunct(mine) == parse.first_conjunct(other):
        return True
    return parse.lemmas[other] in RELATIVE and _meant(parse, other) == mine


@cache
def _traced() -> frozenset[str]:
    """Names of the patterns that need a trace of the reader; the predicates of a pack it was not taught."""
    known = taught()
    trees = {p.name for p in patterns() if p.options.get("traced") and p.predicate.name in known}
    return frozenset(trees | {p.name for p in sequence_patterns() if p.traced and p.predicate.name in known})


def _trace(claim: Claim, hint: Hint) -> bool:
    """Whether a word of the claim's sentence may say its predicate, or its own trigger surely says much the same."""
    if hint.predicate == claim.predicate:
        return hint.score >= TRACE
    trigger = claim.trigger
    at = trigger is not None and hint.start < trigger.end and trigger.start < hint.end
    return at and hint.score >= MAYBE and any({hint.predicate, claim.predicate} <= group for group in MUCH_THE_SAME)


def vote(scene: Scene, grammar: Sequence[Claim], learned: Sequence[Claim]) -> tuple[Claim, ...]:
    """Both makers' claims; what both found stands once, as the grammar reads it, and names the other as well.

    Of what the reader alone found only that of which it is sure.
    """
    lookup = scene.lookup
    seconded: dict[int, Maker] = {}
    filled: dict[int, tuple[Argument, ...]] = {}
    added = []
    for claim in learned:
        if same := agreeing(claim, grammar, lookup):
            seconded |= dict.fromkeys(same, claim.maker)
            filled |= {n: tuple(_left_open(grammar[n], claim, lookup)) for n in same if n not in filled}
        elif not _is_weak(scene, claim) and not any(
            _contradicts(claim, g, lookup)
            or _harsher(claim, g, lookup)
            or _turned(claim, g, lookup)
            or _titled(claim, g)
            or _of_law(claim, g)
            for g in grammar
        ):
            added.append(claim)
    kept = [
        replace(g, seconded=seconded.get(n), arguments=(*g.arguments, *filled.get(n, ())))
        for n, g in enumerate(grammar)
    ]
    every = sorted([*kept, *added], key=lambda c: (c.evidence, c.trigger or c.evidence, c.predicate, c.id))
    beside: dict[Span, list[Claim]] = defaultdict(list)
    for c in every:
        beside[c.evidence].append(c)
    return tuple(c for c in every if not any(_says_more(other, c, lookup) for other in beside[c.evidence]))


def _left_open(claim: Claim, learned: Claim, lookup: Lookup) -> Iterator[Argument]:
    """The arguments of a learned claim for what the grammar's reading of it leaves open: whose director somebody is."""
    taken = list(claim.arguments)
    post = claim.argument("post")
    if post is not None and post.span and _says_whose(lookup.doc, post.span):
        return
    for a in learned.arguments:
        apart = a.span is not None and not any(a.span.overlaps(t.span) for t in taken if t.span)
        if a.span is not None and GOING_TO.search(lookup.doc.text, max(0, a.span.start - 24), a.span.start):
            continue  # "the director, Ivo Duda, left to join Delta Freight"
        if a.role == "of" and post is not None and post.span and a.span and _has_owner(lookup.doc, post.span, a.span):
            continue
        if a.role not in LEFT_OPEN.get(claim.predicate, ()) or claim.argument(a.role) is not None or not apart:
            continue
        if a.type != "person" and not any(same_bearer(a, t, lookup) for t in taken):
            taken.append(a)
            yield a


def _has_owner(doc: Document, post: Span, body: Span) -> bool:
    """Whether somebody or something else owns a post: of "Delta's chief was the film's producer" the film does."""
    owner = OWNER.search(doc.text, max(0, post.start - 60), post.start)
    return owner is not None and not (body.start < owner.end() and owner.start() < body.end)


def _says_whose(doc: Document, post: Span) -> bool:
    """Whether a word of a post says whose it is ("town clerk"), or it is one that somebody held elsewhere before."""
    words = doc.quote(post).lower().split()
    former = FORMER.search(doc.text, max(0, post.start - 16), post.start)
    return former is not None or any(noun_type(w, w) in ("organization", "place") for w in words[:-1])


def agreeing(claim: Claim, grammar: Sequence[Claim], lookup: Lookup) -> list[int]:
    """The numbers of the grammar's claims that say what a learned claim says."""
    return [n for n, g in enumerate(grammar) if g.predicate == claim.predicate and _alike(g, claim, lookup)]


def _of_one_word(one: Claim, two: Claim) -> bool:
    """Whether one word of one sentence triggers both claims."""
    if one.evidence != two.evidence or one.trigger is None or two.trigger is None:
        return False
    return one.trigger.overlaps(two.trigger)


def _contradicts(claim: Claim, other: Claim, lookup: Lookup) -> bool:
    """Whether the grammar reads the same verb with the same object and somebody else who does it."""
    if claim.predicate != other.predicate or not _of_one_word(claim, other):
        return False
    lead = list(predicates()[claim.predicate].roles)[:2]
    mine, theirs = [claim.argument(role) for role in lead], [other.argument(role) for role in lead]
    if any(a is None for a in (*mine, *theirs)):
        return False
    doer, done = theirs[0], theirs[1]
    assert doer is not None and done is not None and mine[1] is not None
    named = doer.antecedent is not None or doer.span in lookup.named
    return named and same_bearer(mine[1], done, lookup)


def _harsher(claim: Claim, other: Claim, lookup: Lookup) -> bool:
    """Whether the reader alone makes a death of what the grammar reads as an attack: "was shot by the guards"."""
    if (claim.predicate, other.predicate) not in (("kills", "attacks"), ("kills", "injures")) or not _of_one_word(
        claim, other
    ):
        return False
    mine, theirs = claim.argument("victim"), other.argument("target") or other.argument("victim")
    return mine is not None and theirs is not None and same_bearer(mine, theirs, lookup)


def _turned(claim: Claim, other: Claim, lookup: Lookup) -> bool:
    """Whether the reader has it the other way round, or has as victim alone whom the grammar has as killer."""
    if claim.predicate != other.predicate or claim.predicate not in ONE_WAY or claim.evidence != other.evidence:
        return False
    doer, done = list(predicates()[claim.predicate].roles)[:2]
    mine, theirs = claim.argument(done), other.argument(doer)
    if mine is None or theirs is None or not same_bearer(mine, theirs, lookup):
        return False
    one, two = claim.argument(doer), other.argument(done)
    return one is None or (two is not None and same_bearer(one, two, lookup))


def _of_law(claim: Claim, other: Claim) -> bool:
    """Whether the grammar reads a law where the reader sees an agreement: "signed the bill into law"."""
    return claim.predicate == "agrees_with" and other.predicate == "legislates" and _of_one_word(claim, other)


def _titled(claim: Claim, other: Claim) -> bool:
    """Whether the grammar reads the same title, of whomever."""
    role = TITLES.get(claim.predicate, "")
    mine, theirs = claim.argument(role), other.argument(role)
    if mine is None or theirs is None or mine.span is None or theirs.span is None:
        return False
    return claim.predicate == other.predicate and mine.span.overlaps(theirs.span)


def _says_more(one: Claim, two: Claim, lookup: Lookup) -> bool:
    """Whether `one` says of the same verb and the same pair what `two` says with a weaker word ("run by")."""
    ranks = [SAY.index(c.predicate) if c.predicate in SAY else -1 for c in (one, two)]
    if min(ranks) < 0 or ranks[0] >= ranks[1] or not _of_one_word(one, two):
        return False
    return all(same_bearer(a, b, lookup) for a, b in zip(one.arguments[:2], two.arguments[:2], strict=False))


def _alike(one: Claim, two: Claim, lookup: Lookup) -> bool:
    """Whether two claims of a predicate stand in one sentence and share a leading argument."""
    if one.evidence != two.evidence:
        return False
    for role in leading(one.predicate):
        a, b = one.argument(role), two.argument(role)
        if a is None or b is None or not same_bearer(a, b, lookup):
            return False
    return True


def leading(predicate: str) -> list[str]:
    """The roles that make a claim the same claim: those that its predicate requires, else the first two."""
    roles = predicates()[predicate].roles
    return [r for r in roles if roles[r].required] or list(roles)[:2]


def _comes_from(parse: Parse, token: int, filled: Mapping[str, Sequence[tuple[Argument, float]]]) -> bool:
    """Whether the place of a visit is the one that somebody comes from, or leaves."""
    spans = [a.span for a, _ in filled.get("visited", ()) if a.span is not None]
    heads = [k for s in spans if (k := parse.head_of(s.start, s.end)) is not None]
    left = {f.token for f in parse.objects(token)} if parse.lemmas[token] in LEAVING else set()
    return any(parse.preposition(k) == "from" or k in left for k in heads)


def _is_purchase(parse: Parse, token: int) -> bool:
    """Whether an order is for things, so many or so much of them, and nobody is told to do anything."""
    orders = [k for k in (token, *(f.token for f in parse.objects(token))) if parse.lemmas[k] == "order"]
    wanted = [f.token for k in (*orders, token) for f in parse.oblique(k, "for")] if orders else []
    return any(parse.kids(k, "nummod") or noun_type(parse.lemmas[k], parse.word(k).lower()) in THINGS for k in wanted)


def _is_trigger(parse: Parse, token: int, found: Sequence[tuple[Argument, float]]) -> bool:
    """Whether the best argument of a role is the very word that tells of it."""
    best = max(found, key=lambda f: f[1], default=None)
    span = best[0].span if best is not None and best[0].antecedent is None else None
    return span is not None and token in parse.at(span.start, span.end)


def _before(found: Sequence[tuple[Argument, float]], frame: Frame) -> bool:
    """Whether the best of some arguments stands before the word that tells of it."""
    best = max(found, key=lambda f: f[1], default=None)
    return best is not None and best[0].span is not None and best[0].span.start < frame.start


def _is_put_in_place(parse: Parse, token: int) -> bool:
    """Whether a third puts one in another's place ("replaced Duda with Mora"), or one player comes for another."""
    if parse.lemmas[token] != "replace":
        return False
    played = any(parse.lemmas[k] in load_words("endings.yaml")["in_play"] for k in parse.children[token])
    return played or bool(parse.slot(token, "with"))


def _claims(lookup: Lookup, clock: Clock, sentence: Sentence, parse: Parse, frame: Frame) -> Iterator[Claim]:
    predicate = predicates()[frame.predicate]
    token = next(iter(parse.at(frame.start, frame.end)), None)
    if token is None:
        return
    filled = _within_reach(parse, token, predicate.name, _filled(lookup, parse, predicate, frame))
    filled = _of_subject(lookup, parse, token, predicate, filled)
    if predicate.name in LOCAL and "place" in filled:
        near = [(a, score) for a, score in filled.pop("place") if _same_clause(parse, token, a)]
        filled |= {"place": near} if near else {}
    if not {r.name for r in predicate.roles.values() if r.required} - {"content"} <= filled.keys():
        return
    if predicate.name == "kills" and parse.lemmas[token] == "lose":
        filled.pop("killer", None)  # "the militia lost nine men": whoever loses them has not killed them
    if predicate.name == "family_of" and HALF.match(lookup.doc.text, frame.end):
        return  # "half" of "half-sister"
    if predicate.name in TITLES and _declined(parse, token):
        return
    if predicate.name == "designates" and _lists_anything(lookup, parse, token, filled):
        return
    if _of_compound(lookup, parse, token, filled):
        return
    if _is_peaceful(parse, token, predicate.name):
        return
    if predicate.name == "succeeds" and _is_put_in_place(parse, token):
        return
    if predicate.name == "member_of" and parse.lemmas[token] in WHOLES and _before(filled.get("member", ()), frame):
        return  # "the league consists of clubs": the clubs are its members
    if predicate.name == "visits" and _before_post(lookup, parse, token):
        return  # "was visiting professor at"
    if predicate.name == "visits" and _comes_from(parse, token, filled):
        return  # "flew in from Lima", "left Lima for Osh"
    if predicate.name == "orders" and _is_purchase(parse, token):
        return  # "placed an order for ten lamps"
    if predicate.name == "arrests" and "authority" not in filled and parse.tokens[token].upos == "VERB":
        doers = [] if parse.is_passive(token) or parse.is_participle(token) else parse.subjects(token)
        if doers:
            return  # "the convict fled after handcuffing a guard": whoever does it has no authority
    if predicate.name in ("born", "died") and parse.tokens[token].upos == "NUM":
        return  # years in brackets are lives by rules of their own
    if predicate.name == "owns" and _is_trigger(parse, token, filled.get("owner", ())):
        return  # "gives as its owner one Ivo Duda"
    if predicate.name == "attacks" and parse.lemmas[token] == "fire" and _dismissed(parse, token):
        return  # "fired the coach"
    if predicate.name in VISITING and _owned_by_another(parse, token, filled.get(next(iter(predicate.roles)), ())):
        return  # "Duda described the board's trip to Osh": Duda did not go
    if predicate.name == "family_of" and _from_house(lookup, parse, token):
        return  # "a brother from the convent's choir"
    if predicate.name == "supports" and parse.lemmas[token] in ("include", "comprise"):
        return
    if predicate.name in ("attacks", "bombs") and any(parse.lemmas[k] in verbally() for k in parse.children[token]):
        return  # "harshly attacked the judge"
    if predicate.name == "asks" and parse.lemmas[token] in CAUSING:
        return  # "her death prompted the town to come together"
    if predicate.name in ("appoints", "elects", "holds_role") and AWARD.search(parse.text, parse.tokens[token].end):
        return  # "was named player of the year"
    if predicate.name == "elects" and _is_beaten(parse, token, filled.get("elected", ())):
        return  # "the mayor beat Duda": nobody elected Duda
    if predicate.name in DEEDS and _is_doer(parse, token):
        return  # of "the killer Luis Vale" Vale is no victim
    if predicate.name == "accuses" and _accused_of_it(parse, token):
        return  # "the women he is accused of killing" accuse nobody and are not accused
    if predicate.name in ("kills", "attacks", "injures", "member_of") and parse.on_oneself(token):
        return  # "hanged himself", "admitted herself to the centre"
    if predicate.name in ("kills", "injures") and _is_either(parse, token):
        return  # of "were killed or hurt" neither is said of all
    if predicate.name == "controls" and parse.tokens[token].upos == "NOUN" and parse.preposition(token) in STRIVEN:
        return  # "fought for control of the bank"
    if predicate.name in DEEDS and NOTHING_TO_DO.search(parse.text, parse.start, parse.tokens[token].start):
        return  # "the League had nothing to do with the killing of Duda"
    if predicate.name in SAY and leads_in_numbers(parse, token):
        return
    if predicate.name in SAY and any(parse.lemmas[k] in WON for k in parse.kids(token, "obl")):
        return  # "led the club to a victory"
    if predicate.name in BETWEEN_TWO and _of_other_word(parse, token, predicate, filled):
        return
    if predicate.name == "kills" and parse.lemmas[token] in DEATHS and not filled.get("killer"):
        return  # a death is nobody's deed until somebody does it
    if predicate.name == "accuses" and parse.lemmas[token] == "allege" and parse.kids(token, "obj"):
        return  # "paid the clerk, alleged the judge, Ivo Duda": he alleges it
    if predicate.name == "denies" and any(parse.lemmas[k] in refused() for k in parse.children[token]):
        return  # "denied them access"
    if predicate.name in ("attacks", "bombs") and {parse.lemmas[f.token] for f in parse.subjects(token)} & disasters():
        return  # "the tremor struck the town"
    if predicate.name in ("attacks", "injures") and any(parse.lemmas[k] == "death" for k in parse.kids(token, "obl")):
        return  # "stabbed to death"
    if predicate.name == "formed" and parse.oblique(token, "into"):
        return  # "incorporated the guard into the army": the guard was there before
    if parse.lemmas[token] == "train" and parse.oblique(token, "with") and not parse.objects(token):
        return  # who trains with somebody trains himself
    told = _demanded(lookup, parse, token, filled) if predicate.name == "asks" else None
    if told is None and predicate.name in TELLS and "content" not in filled:
        told = _told(lookup, parse, token, predicate.name, [a for found in filled.values() for a, _ in found])
    if len(filled) < 2 and told is None and (predicate.name not in OF_ONE or _unmet(parse, token)):
        return  # one argument alone says too little to be trusted
    lead = [role for role in predicate.roles if role in filled][:2]
    rest = [max(filled[role], key=lambda f: f[1]) for role in predicate.roles if role in filled and role not in lead]
    rest = [(a, score) for a, score in rest if score >= OPTIONAL or a.role not in ("place", "count")]
    mood = modality(parse, token)
    certainty, polarity = mood.certainty, mood.polarity
    if certainty == "asserted" and frame.certainty != "asserted" and frame.certainty_score > 0.5:
        certainty = "asserted" if frame.certainty == "intended" and _happened(parse, token) else frame.certainty
    if frame.denied and not NAYS.isdisjoint(parse.lemmas):
        polarity = "denied"
    for chosen in itertools.islice(itertools.product(*(filled[role] for role in lead)), MOST):
        pair = [(a, score) for a, score in _apart(lookup, parse, chosen) if not _of_other_victim(a, chosen, lookup)]
        chance = frame.score
        for _, score in pair:
            chance *= score
        arguments = (*(a for a, _ in pair), *_others(predicate, pair, rest, lookup), *([told] if told else []))
        if "kin" in predicate.roles and "kin" not in filled and parse.tokens[token].upos == "NOUN":
            arguments += (kinship(lookup.doc, parse, token),)
        called = predicate.name == "denies" and parse.lemmas[token] in CALLING
        least = max(_floor(predicate, len(arguments) == 1), CALLED if called else 0.0)
        if chance < least or not _worth(predicate, arguments, len(pair), lookup, chance >= NAMELESS):
            continue
        if stands_beside(parse, arguments):
            continue
        claim = Claim(
            predicate=predicate.name,
            arguments=arguments,
            evidence=sentence.span,
            region=sentence.kind,
            maker=Maker(STAGE, VERSION, "frame"),
            trigger=lookup.doc.span(frame.start, frame.end),
            valid=_held(clock, sentence, parse, token, predicate),
            polarity=polarity,
            certainty=certainty,
            certainty_cue=lookup.doc.span(*mood.cue) if mood.cue else None,
            confidence=round(chance, 3),
        )
        if is_ruled_out(parse, token, claim):
            continue
        claim = _attack(claim) if claim.predicate == "kills" and _not_deadly(parse, token) else claim
        yield claim
        posted = claim.predicate in ("appoints", "elects") and claim.argument("post")
        if posted and parse.lemmas[token] not in PROPOSING:
            yield tenure(claim)


def _filled(
    lookup: Lookup, parse: Parse, predicate: Predicate, frame: Frame
) -> dict[str, list[tuple[Argument, float]]]:
    """The arguments of each role with their probabilities."""
    filled: dict[str, list[tuple[Argument, float]]] = {}
    for filler in frame.fillers:
        made = _argument(lookup, parse, predicate, filler)
        if made is not None:
            filled.setdefault(filler.role, []).append((made, filler.score))
    for role in LISTED & filled.keys():
        filled[role] += _beside(lookup, parse, predicate, filled[role])
    return filled


def _dismissed(parse: Parse, verb: int) -> bool:
    """Whether who is fired loses a post: "fired" has people, and not shots, as its object."""
    lost = [f.token for f in parse.objects(verb) if not parse.preposition(f.token)]
    kinds = {noun_type(parse.lemmas[k], parse.word(k).lower()) for k in lost}
    return bool(lost) and "weapon" not in kinds and not any(parse.lemmas[k] in SHOTS for k in lost)


def _is_beaten(parse: Parse, token: int, found: Sequence[tuple[Argument, float]]) -> bool:
    """Whether who is said to be elected is the one who lost."""
    if parse.lemmas[token] not in BEATING or not found:
        return False
    winners = {f.token for f in parse.subjects(token)} if not parse.is_passive(token) else set()
    return not any(a.span and winners & set(parse.at(a.span.start, a.span.end)) for a, _ in found)


def _owned_by_another(parse: Parse, token: int, found: Sequence[tuple[Argument, float]]) -> bool:
    """Whether the noun of a deed has an owner, and who is to have done it is another."""
    owners = parse.kids(token, "nmod:poss") if parse.tokens[token].upos == "NOUN" else []
    spans = [parse.phrase(k) for k in owners]
    inside = any(a.span and start < a.span.end and a.span.start < end for a, _ in found for start, end in spans)
    return bool(owners) and bool(found) and not inside


def _from_house(lookup: Lookup, parse: Parse, token: int) -> bool:
    """Whether a brother or sister is of a house and no kin."""
    if parse.lemmas[token] not in ("brother", "sister", "father", "mother"):
        return False
    return any(parse.preposition(k) in ("from", "at", "in") for k in parse.kids(token, "nmod")) and not parse.kids(
        token, "nmod:poss"
    )


def _is_doer(parse: Parse, token: int) -> bool:
    """Whether the trigger is a noun for whoever does it, right before a name: "the killer Luis Vale"."""
    behind = token + 1 < len(parse.tokens) and parse.tokens[token + 1].upos == "PROPN"
    return behind and parse.word(token).lower() in DOERS


def _of_other_word(
    parse: Parse, token: int, predicate: Predicate, filled: Mapping[str, Sequence[tuple[Argument, float]]]
) -> bool:
    """Whether the second of two parties belongs to another word of the sentence.

    "Opposed to letting the crew go" is not against the crew, "the League's support of the killing of Duda" not for
    Duda, and who received telegrams from an agency did not meet it.
    """
    second = list(predicate.roles)[1]
    for a, _ in filled.get(second, ()):
        head = parse.head_of(a.span.start, a.span.end) if a.span is not None else None
        above = parse.governor(head) if head is not None else -1
        if head is None or above in (-1, token):
            continue
        if predicate.name == "opposes" and parse.base(head) == "obj" and parse.tokens[above].upos == "VERB":
            return True
        if parse.tokens[above].upos == "NOUN" and parse.lemmas[above] in HARMED:
            return True
        if predicate.name == "meets" and parse.lemmas[token] == "receive" and parse.preposition(head) == "from":
            return True
    return False


def _same_clause(parse: Parse, token: int, place: Argument) -> bool:
    """Whether a place stands in the clause of a deed: of "held before his release, was found in Osh" he was not."""
    head = parse.head_of(place.span.start, place.span.end) if place.span is not None else None
    if head is None or token in (head, *parse.path_up(head)):
        return True
    above = set(parse.path_up(head))
    below = token
    for k in parse.path_up(token):
        if parse.base(below) in ("advcl", "acl", "ccomp", "parataxis"):
            return False
        if k in above:
            return True
        below = k
    return True


def _not_deadly(parse: Parse, token: int) -> bool:
    """Whether nobody need have died of it: "was shot by the guards", not "was shot dead"."""
    deadly = {parse.lemmas[k] for k in parse.subtree(token)} & {"dead", "death", "kill", "fatally"}
    return parse.lemmas[token] in NOT_DEADLY and not deadly


def _attack(claim: Claim) -> Claim:
    """The attack that a killing is as far as its words go."""
    names = {"killer": "attacker", "victim": "target"}
    arguments = tuple(replace(a, role=names.get(a.role, a.role)) for a in claim.arguments if a.role != "count")
    return replace(claim, predicate="attacks", arguments=arguments)


def _of_another(parse: Parse, token: int, argument: Argument) -> bool:
    """Whether somebody is subject of a verb that "and" joins to the trigger: "he was killed and two were hurt"."""
    span = argument.span
    head = parse.head_of(span.start, span.end) if span is not None else None
    verb = parse.tokens[head].head if head is not None else -1
    if head is None or verb in (-1, token) or parse.base(head) not in ("nsubj", "obj"):
        return False
    if parse.base(head) == "obj" and not parse.kids(token, "obj"):
        return False  # "seized and burned the mill"
    return parse.tokens[token].upos == "VERB" and parse.first_conjunct(verb) == parse.first_conjunct(token)


def _held(clock: Clock, sentence: Sentence, parse: Parse, token: int, predicate: Predicate) -> ValidTime:
    """When it held; of "Supreme Leader" the noun tells, though the trigger is its first word."""
    if not _is_word(parse, token):
        return ValidTime()
    while predicate.name in TITLES and parse.base(token) in ("amod", "compound") and parse.tokens[token].head > token:
        token = parse.tokens[token].head
    return clock.of_token(sentence, parse, token, predicate.lasts)


def _is_peaceful(parse: Parse, token: int, predicate: str) -> bool:
    """Whether nobody is attacked who is only sought, and nobody protests who sits down to talk."""
    if predicate == "attacks":
        return parse.lemmas[token] in SEEKING
    talks = {parse.lemmas[f.token] for way in ("for", "to", "at") for f in parse.oblique(token, way)}
    return predicate == "protests" and parse.lemmas[token] == "sit" and bool(talks & TALKS)


def _is_word(parse: Parse, token: int) -> bool:
    """Whether a word of its own says it; what "'s", "of" and "(" join has no time of its sentence."""
    return parse.tokens[token].upos in ("VERB", "AUX", "NOUN", "PROPN", "ADJ")


def _unmet(parse: Parse, token: int) -> bool:
    """Whether it is asked for only, or the list is not known: "a warrant for the arrest of", "is on the bill"."""
    if parse.tokens[token].upos == "NOUN":
        return parse.preposition(token) == "for"
    return parse.lemmas[token] in LISTING and any(parse.oblique(token, p) for p in ("on", "in", "to"))


def _declined(parse: Parse, token: int) -> bool:
    """Whether a title is only what somebody would not have: "declined a commission as judge"."""
    above = [k for k in itertools.islice(parse.path_up(token), 3) if parse.tokens[k].upos == "VERB"]
    below = parse.base(token) in ("obl", "nmod", "obj", "compound")
    return below and bool(above) and parse.lemmas[above[0]] in ("decline", "refuse", "reject")


def _happened(parse: Parse, token: int) -> bool:
    """Whether the verb is told as done: "has visited", "visited" as a main verb or with a subject of its own."""
    if parse.tokens[token].xpos == "VBN":
        return any(
            parse.lemmas[k] == "have" and parse.tokens[k].xpos in ("VBZ", "VBP") for k in parse.kids(token, "aux")
        )
    return parse.tokens[token].xpos == "VBD" and not parse.kids(token, "aux") and not parse.kids(token, "mark")


def _within_reach(
    parse: Parse, token: int, predicate: str, filled: dict[str, list[tuple[Argument, float]]]
) -> dict[str, list[tuple[Argument, float]]]:
    """`filled` without those who cannot do it where they stand.

    "After the raid on Osh, Duda slept" and "he counted the kidnapped men" name no doer, and support "for" somebody is
    not theirs.
    """
    doer, done = list(predicates()[predicate].roles)[:2]
    if predicate in ("appoints", "elects") and doer in filled:
        # "has been appointed as ambassador": nobody appoints by being what one becomes.
        filled = {**filled, doer: [(a, p) for a, p in filled[doer] if not _becomes(parse, a)]}
        filled = {role: found for role, found in filled.items() if found}
    if predicate in DEEDS and done in filled:
        filled = {**filled, done: [(a, p) for a, p in filled[done] if not _of_another(parse, token, a)]}
        filled = {role: found for role, found in filled.items() if found}
    if predicate in DEEDS and doer in filled and (near := _relative_noun(parse, token)) is not None:
        keep = [(a, p) for a, p in filled[doer] if any(_stands_at(parse, k, a) for k in near)]
        filled = {role: found for role, found in {**filled, doer: keep}.items() if found}
    if doer not in filled or parse.tokens[token].upos == "AUX":
        return filled
    if predicate in DEEDS and parse.is_passive(token):
        filled = {**filled, doer: [(a, p) for a, p in filled[doer] if not _only_tells(parse, token, a)]}
        if not filled[doer]:
            return {role: found for role, found in filled.items() if found}
    if predicate in DONE_TO and parse.kids(token, "aux:pass"):
        # "Vale and Duda were replaced": neither replaced the other.
        suffer = {k for top in parse.kids(token, "nsubj:pass", "nsubj") for k in parse.subtree(top)}
        keep = [(a, p) for a, p in filled[doer] if not any(_stands_at(parse, k, a) for k in suffer)]
        if len(keep) < len(filled[doer]):
            return {**{r: f for r, f in filled.items() if r != doer}, **({doer: keep} if keep else {})}
    noun, modifier = parse.tokens[token].upos == "NOUN", parse.base(token) == "amod"
    apart = (noun and parse.preposition(token) in APART_FROM) or modifier
    below = parse.subtree(parse.tokens[token].head if modifier else token)
    if predicate in DEEDS and apart:
        keep = [(a, p) for a, p in filled[doer] if any(_stands_at(parse, k, a) for k in below)]
    elif predicate == "supports" and noun:
        theirs = [k for k in parse.kids(token, "nmod") if parse.preposition(k) == "for"]
        keep = [(a, p) for a, p in filled[doer] if not any(_stands_at(parse, k, a) for k in theirs)]
    else:
        return filled
    return {**{r: f for r, f in filled.items() if r != doer}, **({doer: keep} if keep else {})}


def _of_subject(
    lookup: Lookup, parse: Parse, token: int, predicate: Predicate, filled: dict[str, list[tuple[Argument, float]]]
) -> dict[str, list[tuple[Argument, float]]]:
    """`filled` with a verb's own subject for somebody who stands in a clause about it.

    Of "a dozen, led by Vale, sat down" a dozen sit down.
    """
    done = list(predicate.roles)[1] if len(predicate.roles) > 1 else ""
    passive = parse.is_passive(token)
    role = done if passive else next(iter(predicate.roles))
    if parse.tokens[token].upos != "VERB" or role not in filled or (passive and predicate.name not in DONE_TO):
        return filled
    above = [f.token for f in (parse.objects(token) if passive else parse.subjects(token)) if f.path in OWN_SUBJECT]
    found: list[tuple[Argument, float]] = []
    for a, score in filled[role]:
        subject = next((k for k in above if _describes(parse, a, k)), None)
        if subject is None:
            found.append((a, score))
            continue
        item = candidate(lookup, parse, subject)
        if item is not None and accepts(predicate.roles[role].types, item):
            found.append((argument(role, item, predicate.roles[role].types), score))
    return {r: f for r, f in ({**filled, role: found}).items() if f}


def _describes(parse: Parse, argument: Argument, subject: int) -> bool:
    """Whether somebody stands below a subject, in a clause of its own."""
    head = parse.head_of(argument.span.start, argument.span.end) if argument.span is not None else None
    if head is None or head == subject or argument.antecedent is not None:
        return False
    below = [head, *itertools.takewhile(lambda k: k != subject, parse.path_up(head))]
    return parse.tokens[below[-1]].head == subject and any(parse.base(k) in CLAUSES for k in below)


def _is_either(parse: Parse, token: int) -> bool:
    """Whether "or" joins a deed to another: "were killed or wounded"."""
    row = parse.conjuncts(parse.first_conjunct(token))
    return any(parse.lemmas[c] == "or" for k in row for c in parse.kids(k, "cc"))


def _before_post(lookup: Lookup, parse: Parse, token: int) -> bool:
    """Whether a participle stands right before a post that it describes."""
    if parse.tokens[token].xpos != "VBG" or token + 1 >= len(parse.tokens):
        return False
    after = parse.tokens[token + 1].start
    return any(m.type == "role" and m.span.start <= after < m.span.end for m in _at(lookup, parse, token + 1))


def _relative_noun(parse: Parse, token: int) -> list[int] | None:
    """What may do the deed of a relative clause: of "held him over the blast, which killed two" the blast."""
    top = parse.first_conjunct(token)
    clause = parse.tokens[top]
    if clause.deprel != "acl:relcl" or clause.upos != "VERB" or parse.is_passive(token):
        return None
    who = [k for k in parse.kids(top, "nsubj") if parse.lemmas[k] in RELATIVE]
    if not who or (token != top and parse.kids(token, "nsubj")):
        return None
    above = list(itertools.takewhile(lambda k: parse.tokens[k].upos != "VERB", parse.path_up(top)))
    return [*who, *above, *parse.subtree(clause.head)]


def _becomes(parse: Parse, argument: Argument) -> bool:
    """Whether words stand behind "as"."""
    head = parse.head_of(argument.span.start, argument.span.end) if argument.span is not None else None
    return head is not None and parse.preposition(head) == "as"


def _only_tells(parse: Parse, token: int, argument: Argument) -> bool:
    """Whether somebody only says what was done: "nine men have been arrested, police said"."""
    span = argument.span
    head = parse.head_of(span.start, span.end) if span is not None else None
    verb = parse.tokens[head].head if head is not None else -1
    return verb not in (-1, token) and parse.base(head or 0) == "nsubj" and parse.lemmas[verb] in SPEAKING


def _stands_at(parse: Parse, k: int, argument: Argument) -> bool:
    return argument.span is not None and argument.span.start <= parse.tokens[k].start < argument.span.end


def _of_compound(
    lookup: Lookup, parse: Parse, token: int, filled: Mapping[str, Sequence[tuple[Argument, float]]]
) -> bool:
    """Whether "backed" of "Oslo-backed crews" is taken for what somebody else does, or for what befalls another."""
    start = parse.tokens[token].start
    if lookup.doc.text[max(0, start - 1) : start] not in ("-", "\u2011", "\u2013"):
        return False
    spans = [a.span for found in filled.values() for a, _ in found if a.span]
    noun = parse.tokens[token].head
    modified = noun > token and any(s.start <= parse.tokens[noun].start < s.end for s in spans)
    return not (modified and any(s.end == start - 1 for s in spans))


def _at(lookup: Lookup, parse: Parse, token: int) -> list[Mention]:
    return lookup.covering(parse.tokens[token].start, parse.tokens[token].end)


def _lists_anything(
    lookup: Lookup, parse: Parse, token: int, filled: Mapping[str, Sequence[tuple[Argument, float]]]
) -> bool:
    """Whether somebody but a state puts something on a list that nothing calls one of sanctions: "lists four firms"."""
    titled = any(m.type == "role" for k in parse.oblique(token, "as") for m in _at(lookup, parse, k.token))
    if titled and SANCTIONED.isdisjoint(parse.lemmas):
        return True  # "the register lists him as secretary"
    listing = filled.get("authority", ())
    by_state = bool(listing) and all(a.type == "place" for a, _ in listing)
    return parse.lemmas[token] in LISTING and not by_state and SANCTIONED.isdisjoint(parse.lemmas)


def _others(
    predicate: Predicate,
    chosen: Sequence[tuple[Argument, float]],
    rest: Sequence[tuple[Argument, float]],
    lookup: Lookup,
) -> Iterator[Argument]:
    """The arguments beside the leading ones; nobody is president of himself, and no word fills two roles."""
    for a, _ in rest:
        if any(a.span == b.span for b, _ in chosen):
            continue
        if a.role == "count" and any(b.role == "victim" and b.span in lookup.named for b, _ in chosen):
            continue  # of "Duda and seven guards were hurt" Duda is not seven
        if predicate.name not in TITLES or not any(same_bearer(a, b, lookup) for b, _ in chosen):
            yield a


def _of_other_victim(count: Argument, chosen: Sequence[tuple[Argument, float]], lookup: Lookup) -> bool:
    """Whether a number is not of the victim: he is one, and it neither stands with him nor is joined to him."""
    victim = next((b.span for b, _ in chosen if b.role == "victim"), None)
    if count.role != "count" or victim is None or count.span is None:
        return False
    if victim in lookup.named:
        return not JOINED_TO.fullmatch(lookup.doc.text, victim.end, count.span.start)
    before = lookup.doc.text[max(0, victim.start - 3) : victim.start].lower().split()[-1:]
    return before in (["a"], ["an"]) and not victim.contains(count.span)


def _floor(predicate: Predicate, alone: bool) -> float:
    """The least probability of verb and leading arguments together."""
    least = max(
        floors().get(predicate.name, floors()["any"]), LEAST_DEED if predicate.name in FORCE - {"bombs"} else LEAST
    )
    if predicate.name in TITLES:
        return max(least, SURE_OF_TITLE)
    if predicate.name == "alias_of":
        return max(least, SURE_OF_NAME)
    return max(least, ALONE) if alone else least


def _tongue(arguments: tuple[Argument, ...], lookup: Lookup) -> bool:
    """Whether an argument is a people or a language: "also known as Karim (Arabic: ...)"."""
    return any(nation(lookup.doc.quote(a.span)) is not None for a in arguments if a.span)


def _argument(lookup: Lookup, parse: Parse, predicate: Predicate, filler: Filler) -> Argument | None:
    """The argument at the head of a filler's phrase, when the role admits its type."""
    role = predicate.roles.get(filler.role)
    inside = parse.at(filler.start, filler.end)
    if role is None or not inside:
        return None
    head = next((i for i in inside if parse.tokens[i].head not in inside), inside[-1])
    if role.types <= NUMERIC:
        return next(iter(with_number(lookup, parse, role.name, head)), None)
    span = lookup.doc.span(filler.start, filler.end)
    if "role" in role.types and role.types <= {"role", "text"}:
        return _post(lookup, role.name, filler)
    if role.types == {"text"}:
        return Argument(role.name, span, None, "text")
    if parse.tokens[head].upos == "ADJ" and parse.base(head) == "amod":
        return None
    item = as_thing(lookup, parse, head, role.types)
    if parse.lemmas[head] in RELATIVE and parse.tokens[head].upos == "PRON":
        noun = _meant(parse, head)
        if noun is not None and (item is None or _is_untold(parse, head, item)):
            item = candidate(lookup, parse, noun)
            span = item.span if item is not None else span
        elif item is not None and item.antecedent is None and noun is not None:
            span = item.span  # "a plan of which the board learned"
        elif item is not None and item.antecedent and noun is not None and not _chained(lookup, parse, item, noun):
            return None
    if item is None or not (item.span.overlaps(span) or _names(parse, head, item)):
        return None
    if not item.type and not item.named and filler.score >= OF_THE_KIND and parse.tokens[head].upos == "NOUN":
        item = replace(item, type=next((k for k in KINDS if k in role.types), ""))
    if acts(role.types, item) and not accepts(role.types, item):
        return replace(argument(role.name, item, role.types), type="organization")
    return argument(role.name, item, role.types) if accepts(role.types, item) else None


def _is_untold(parse: Parse, pronoun: int, item: Candidate) -> bool:
    """Whether all that is known of a relative pronoun is the word itself."""
    return item.antecedent is None and not item.type and item.span.start == parse.tokens[pronoun].start


def _names(parse: Parse, noun: int, item: Candidate) -> bool:
    """Whether a name stands beside a noun and is that of its bearer: "her cousin Ada", "Ada, wife of the mayor"."""
    name = parse.head_of(item.span.start, item.span.end)
    if name is None or not item.named or item.antecedent is not None:
        return False
    pairs = ((name, noun), (noun, name))
    return any(parse.tokens[a].head == b and parse.tokens[a].deprel in NAMING for a, b in pairs)


def _meant(parse: Parse, pronoun: int) -> int | None:
    """What a relative pronoun stands for by the tree: the noun on which its clause hangs."""
    clause = next((i for i in parse.path_up(pronoun) if parse.tokens[i].deprel == "acl:relcl"), None)
    return parse.tokens[clause].head if clause is not None and parse.tokens[clause].head < pronoun else None


def _chained(lookup: Lookup, parse: Parse, pronoun: Candidate, noun: int) -> bool:
    """Whether a phrase of the pronoun's chain is the noun of the tree, or explains it or is explained by it."""
    chain = lookup.chain_of.get(pronoun.span)
    near = [k for k in parse.subtree(noun) if parse.tokens[k].end <= pronoun.span.start]
    for above in parse.path_up(noun):
        if parse.tokens[above].upos not in ("NOUN", "PROPN"):
            break
        near.append(above)
    spans = [m.span for k in near for m in lookup.covering(parse.tokens[k].start, parse.tokens[k].end)]
    return chain is not None and any(lookup.chain_of.get(span) is chain for span in spans)


def _demanded(
    lookup: Lookup, parse: Parse, token: int, filled: dict[str, list[tuple[Argument, float]]]
) -> Argument | None:
    """What is asked for by "demanded that Duda be dismissed", where Duda is asked nothing."""
    asked = next((a.span for a, _ in filled.get("asked", ()) if a.span), None)
    before = lookup.doc.text[parse.tokens[token].end : asked.start] if asked is not None else ""
    if asked is None or not before.rstrip().endswith(" that"):
        return None
    filled.pop("asked")
    filled.pop("content", None)
    end = max(parse.tokens[k].end for k in parse.subtree(token) if parse.tokens[k].upos != "PUNCT")
    return Argument("content", lookup.doc.span(asked.start, end), None, "text") if end > asked.end else None


def _accused_of_it(parse: Parse, token: int) -> bool:
    """Whether a passive in a relative clause has a subject of its own, and another than the noun before it."""
    if parse.tokens[token].deprel != "acl:relcl" or not parse.kids(token, "aux:pass"):
        return False
    return any(parse.lemmas[k] not in RELATIVE for k in parse.kids(token, "nsubj"))


@cache
def refused() -> frozenset[str]:
    """What is denied to somebody, not what is denied to be so."""
    return next(p for p in patterns() if p.name == "denies.verb").words("unless_kid")


@cache
def disasters() -> frozenset[str]:
    """What strikes without being anybody's attack."""
    return next(p for p in patterns() if p.name == "attacks.verb").words("not_subject")


@cache
def verbally() -> frozenset[str]:
    """How one attacks with words only."""
    return next(p for p in patterns() if p.name == "attacks.verb").words("unless_kid")


@cache
def kin_words() -> frozenset[str]:
    """Nouns of kinship, which are no titles."""
    return next(p for p in patterns() if p.name == "family_of.noun").words("noun")


def _post(lookup: Lookup, role: str, filler: Filler) -> Argument | None:
    """The title that the word lists see there, or else the words themselves where the reader is sure of them."""
    here = lookup.covering(filler.start, filler.end)
    text = lookup.doc.text
    if text[filler.start : filler.end] in kin_words() and WHOSE_KIN.search(
        text, max(0, filler.start - 80), filler.start
    ):
        return None  # "his mother Olga and sister Ada Mensah"
    for mention in here:
        if mention.type == "role":
            if text[mention.span.start : mention.span.end].lower().split()[-1] in word_set("misread.yaml", "no_post"):
                return None  # "an oil heir"
            if titles().get(mention.value.rstrip(".") if mention.value else "") == "courtesy":
                return None  # "Mr Justice Duda" is a justice
            return argument(role, Candidate(mention.span, "role", False, None, mention.value), frozenset({"role"}))
    if filler.score < A_TITLE or any(m.form == "name" for m in here):
        return None
    head = text[filler.start : filler.end].lower().partition(" of ")[0].split()[-1:]
    if not word_set("misread.yaml", "no_post").isdisjoint(head):
        return None  # "champion of rural clinics", "the winner of the race"
    words = list(split_words(text, max(0, filler.start - 40), min(len(text), filler.end + 20)))
    at = next((n for n, w in enumerate(words) if w.lower == "".join(head) and w.start >= filler.start), None)
    if at is not None and is_byname(words, at, at + 1):
        return None
    return Argument(role, lookup.doc.span(filler.start, filler.end), None, "role")


def _has_name(a: Argument, lookup: Lookup) -> bool:
    return a.antecedent is not None or a.span in lookup.named


def _counted(number: Argument, arguments: Sequence[Argument]) -> bool:
    """Whether a number stands with the noun of another argument: "200 boatmen"."""
    return number.role in NUMBERED and any(
        a is not number and a.span is not None and number.span is not None and a.span.contains(number.span)
        for a in arguments
    )


def _told(lookup: Lookup, parse: Parse, token: int, name: str, taken: Sequence[Argument]) -> Argument | None:
    """The words that a verb of telling governs, of "denied having met Orlov" all after the verb."""
    below = [*parse.slot(token, "clause"), *parse.objects(token)] if name != "accuses" else parse.slot(token, "of")
    below += parse.slot(token, "for") if name == "asks" else parse.slot(token, "advclause") if name == "accuses" else []
    for head in (f.token for f in below if f.token > token):
        start = parse.tokens[head].start
        if any(a.span and a.span.start <= start < a.span.end for a in taken):
            continue  # "ordered the crew back": the crew is told
        if parse.tokens[head].upos != "PRON" or parse.children[head]:
            start, end = parse.clause(head)
            start += len(opening[0]) if (opening := OPENING.match(parse.text, start)) else 0
            return Argument("content", lookup.doc.span(start, end), None, "text")
    return None


def _beside(
    lookup: Lookup, parse: Parse, predicate: Predicate, found: Sequence[tuple[Argument, float]]
) -> list[tuple[Argument, float]]:
    """The names that stand in one list with a name that was found."""
    taken = [a.span for a, _ in found if a.span]
    more: list[tuple[Argument, float]] = []
    for a, score in found:
        head = parse.head_of(a.span.start, a.span.end) if a.span in lookup.named and a.span else None
        if head is not None and parse.base(head) == "appos":
            head = parse.tokens[head].head
        top = parse.first_conjunct(head) if head is not None else None
        for k in parse.conjuncts(top) if top is not None else ():
            item = candidate(lookup, parse, k)
            if item is None or item.span not in lookup.named or item.type != a.type:
                continue
            if not any(item.span.overlaps(t) for t in taken):
                taken.append(item.span)
                more.append((argument(a.role, item, predicate.roles[a.role].types), score))
    return more


def _apart(lookup: Lookup, parse: Parse, chosen: Sequence[tuple[Argument, float]]) -> list[tuple[Argument, float]]:
    """Of "officers of the Guard" the officers are one argument and the Guard another."""
    found = list(chosen)
    for n, (a, score) in enumerate(chosen):
        others = [b.span for b, _ in chosen if b is not a and b.span]
        if a.span is None or a.antecedent or a.span in lookup.named:
            continue
        head = parse.head_of(a.span.start, a.span.end)
        if head is None or not any(a.span.contains(s) and s != a.span for s in others):
            continue
        core = lookup.doc.span(*parse.core(head))
        if not any(core.overlaps(s) for s in others):
            found[n] = (replace(a, span=core), score)
    return found


def _is_seat(arguments: Sequence[Argument], lookup: Lookup) -> bool:
    """Whether brackets hold the town of a body, which is none of its names: "the Pilots' Guild (Oslo)"."""
    one, two = (lookup.doc.quote(a.span) if a.span else "" for a in arguments[:2])
    bracketed = any(a.span and lookup.doc.text.endswith("(", 0, a.span.start) for a in arguments)
    return bracketed and is_place(two) and not two.isupper() and not is_place(one)


def _is_at_home(arguments: Sequence[Argument], lookup: Lookup) -> bool:
    """Whether a body is only a country's: of "Kenya's Pilots' Guild" the guild is no part of the state."""
    whole = next((a.span for a in arguments if a.role == "whole" and a.span), None)
    owned = whole is not None and lookup.doc.text.startswith(("'s ", "’s "), whole.end)
    return whole is not None and owned and is_country(lookup.doc.quote(whole))


def _worth(
    predicate: Predicate, arguments: tuple[Argument, ...], leading: int, lookup: Lookup, sure: bool = False
) -> bool:
    """A claim names or counts somebody or is sure, and nobody does it to himself, though under another name he may."""
    if predicate.name == "alias_of" and (len({a.type for a in arguments}) > 1 or _tongue(arguments, lookup)):
        return False  # a man is no other name of a body, nor a language of a man
    if predicate.name == "alias_of" and _is_seat(arguments, lookup):
        return False
    if predicate.name == "part_of" and _is_at_home(arguments, lookup):
        return False
    if predicate.name == "succeeds" and len({a.type for a in arguments[:2]} & SUCCEEDING) > 1:
        return False  # nobody succeeds a club
    if len(arguments) == 1 and not _has_name(arguments[0], lookup):
        return False
    named = any(a.antecedent or (a.span and a.type != "role" and lookup.holds_name(a.span)) for a in arguments)
    sure = sure and len(arguments) > 1 and predicate.name not in NEVER_NAMELESS
    sure = sure and not any(a.span and OURS.search(lookup.doc.quote(a.span)) for a in arguments)
    if not named and not sure and not any(_counted(a, arguments) for a in arguments):
        return False
    if is_anybody(predicate.name, arguments, lookup):
        return False
    if leading < 2:
        return True
    one, two = arguments[:2]
    if two.role in NUMBERED:
        return True  # "two hundred relatives stood outside": the number stands with whom it counts
    if predicate.name == "alias_of" and one.span and two.span and not one.span.overlaps(two.span):
        return lookup.doc.quote(one.span).casefold() != lookup.doc.quote(two.span).casefold()
    return not same_bearer(one, two, lookup)
