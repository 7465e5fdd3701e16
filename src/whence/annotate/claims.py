"""Claims: matches of the grammar with their arguments, time, certainty, polarity and voices."""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TypeVar

from whence.annotate import numbers
from whence.annotate.accusations import accused
from whence.annotate.ages import find_ages
from whence.annotate.arguments import (
    Candidate,
    Described,
    Lookup,
    accepts,
    acts,
    argument,
    as_thing,
    candidate,
    fixed_arguments,
    is_asked,
    is_nobody,
    none_of,
    of_body,
    owner,
    stands_beside,
    their_body,
)
from whence.annotate.arrivals import arrived
from whence.annotate.careers import next_posts
from whence.annotate.counted_by import FIGURE, bare_figures, bare_tolls
from whence.annotate.departures import FOLLOWED, departed
from whence.annotate.disowned import DEEDS, disowned
from whence.annotate.epithets import find_epithets, find_plain_names, find_second_names
from whence.annotate.extents import in_whole
from whence.annotate.gapped import gapped, has_own_share
from whence.annotate.grammar import Match, fill, find_matches
from whence.annotate.kept import kept
from whence.annotate.lives import find_lives
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.mentions.lexicon import roles as role_lists
from whence.annotate.misread import is_misread, mended
from whence.annotate.modality import (
    SPOKEN_DENIALS,
    Modality,
    adverbs,
    asks,
    in_brackets,
    is_done_by_nobody,
    modality,
    presupposed,
    quotes_question,
)
from whence.annotate.one_day import on_its_day
from whence.annotate.refused import misdeeds, refuses
from whence.annotate.seats import seated
from whence.annotate.sequences import Item, SequenceMatch, find_sequences, row
from whence.annotate.shared_posts import one_of_many, shared_posts
from whence.annotate.sheets import find_sheet_claims
from whence.annotate.sums import bare_sums
from whence.annotate.syntax import Filler, Parse
from whence.annotate.tellings import speech_nouns
from whence.annotate.validity import Clock, until, valid
from whence.annotate.voices import speech_verbs
from whence.model import (
    CREDIT,
    SHEET,
    Argument,
    Chain,
    Claim,
    Document,
    Link,
    Maker,
    Mention,
    Sentence,
    Span,
    TimeExpression,
    ValidTime,
    Voice,
)
from whence.reader import Frame, Hint, Token
from whence.text.names.organization import is_acronym_of
from whence.vocab import load_words, predicate, word_set

VERSION = "1"
SPEAKING = frozenset({"headline", "byline", "dateline", "subheading", "body", "caption", "quote"})
# What no country is: what is formed, where and by whom, what ends and by whom, and what somebody belongs to.
NO_COUNTRY = frozenset(
    [(told, role) for told in ("formed", "dissolved") for role in ("body", "founder", "place", "by")]
    + [("member_of", "group")]
)
PLANNED = frozenset(
    {"member_of", "owns", "part_of", "based_in", "born", "died", "family_of", "reports_to", "served_at"}
)
MOST = 24  # combinations that one sentence of lists may give
THINGS = frozenset({"role", "quantity", "law", "event", "weapon", "vehicle", "work", "money"})
WORDS = frozenset({"text"})
NUMERIC = frozenset({"quantity", "money"})
CLAIMING = frozenset({"person", "organization", "place", "facility"})
OF_WHOLE = re.compile(r"\s+of\s+(?:its|the|their|his|her|our)\s+")
STYLED = re.compile(
    r"\b(alleged|suspected|supposed|so-called|purported|reputed|self-styled|self-proclaimed|would-be)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
ACTING = frozenset(
    "supports attacks kills arrests captures abducts bombs injures invades clashes_with controls charges".split()
)
BEFORE_NOUN = re.compile(r"\s(?:[\w’' -]|(?<=\d),(?=\d)){0,40}")  # "300 of its 1,900 clerks"
# What counts says least about its number, the least last: "killed 94 people" needs no second claim of 94.
BARE_COUNTS = {
    f"counts.{name}": tier
    for tier, names in enumerate(
        (
            "group crowd of_many measure joined joined_as worth_sum sum_before percent votes",
            "sum",
            "many few few_people",
        ),
        1,
    )
    for name in names.split()
}
HYPHENS = frozenset("-‑–")
IN_SQUARE = re.compile(r"\[[^\[\]]*\]\s*")
LARGE = 100
SUMS = {"counts.sum": True, "counts.sum_before": False}  # whether the sum may not stand before a noun of its own
BEFORE_ITS_NOUN = frozenset({"compound", "nummod", "amod"})
BEFALLEN = frozenset({"victim", "target", "captured"})
TAKING = frozenset({"captures", "designates"})  # how many there were is worth a claim beside what befell them
CAPTIVE = frozenset({"hostage", "captive", "prisoner"})
COUNTED = frozenset({"count", "killed", "injured", "number", "seats", "share"})
PORTFOLIO = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?")
YEARS_OF_POST = re.compile(r"\s*\(?(?:(?:from|between|since|until|till|in|during)\s+)?")
NEXT_NOUN = re.compile(r" ([a-z]+)\b")
GLUED = re.compile(r"[a-z]+-")  # of "half-brother"
CHANGES = frozenset({"counts.change", "counts.change_from"})
OF_NUMBER = re.compile(r"\s+(?:[a-z]+\s+)??(?:in|at|by|on|during)\s+(?:the\s+)?")
TO_OR_FROM = re.compile(r"\b(?:to|from)\b")
GREAT = re.compile(r"\b(?:(?:great|grand|step|half|foster)-)+$", re.IGNORECASE)
FINITE = frozenset({"VBD", "VBZ", "VBP"})
CAPITAL_BEFORE = re.compile(r"\b[A-ZÀ-Ý][\w’'-]* [A-ZÀ-Ý]{2}[\w’'-]* $|\b[A-ZÀ-Ý]{2} [A-ZÀ-Ý][\w’'-]* $")
CAPITAL_AFTER = re.compile(r" [A-ZÀ-Ý]\w")
CLAUSES = frozenset({"advcl", "acl", "ccomp", "root", "parataxis"})
FOLLOWING = frozenset({"holds_role.replace_as", FOLLOWED})  # two hold the post, one after the other
# Between two that anybody might be, these say nothing that is worth a line.
PLAIN_NAMED = frozenset(
    """
    supports allied_with opposes part_of member_of owns operates commands controls directs advises reports_to meets
    visits based_in formed dissolved speaks_at praises agrees_with asks appoints orders
    """.split()
)
QUANTIFIERS = frozenset("some many several other various different all most these those such both any".split())
# What is not there is no deed: "said there was no need for alarm" denies nothing.
NO_DEED = frozenset(
    """
    need doubt reason question way time choice alternative hurry point hope room sense use chance plan information
    comment idea news word objection ground business right power authority intention jurisdiction mandate complaint
    quarrel ambition obligation figure detail data statistic estimate answer explanation guarantee rush excuse secret
    surprise solution precedent winner response reply reaction progress change
    """.split()
)
MEASURED = re.compile(
    r"\d+-[a-z]+$|(?:second|minute|hour|day|week|month|year|metre|meter|mile|kilometre)s?$", re.IGNORECASE
)
SCORE = re.compile(r"\d+\s*[–-]\s*\d+")  # "lost 1–2": a match, no seats
OFFENCE = re.compile(r"(?:with|of|for)\s+")
THEM = frozenset({"they", "them", "their"})
OF_THE_YEAR = re.compile(r"\s+of the (?:year|month|week|day|match|season|tournament|series|decade|century)\b")
AS_BETWEEN = re.compile(r"\s+as\b.*", re.DOTALL)
CAME_AFTER = re.compile(r"\b(?:from|(?:replac|succeed|follow)(?:e?[sd]|ed|ing)?)\s+(?:[\w.]+\s+){0,2}$")
HIM = frozenset({"he", "she", "they"})
STRIKING = frozenset(
    """
    attack bomb fire launch carry stage mount shell storm ambush raid shoot open detonate explode blow plant hurl throw
    strike hit drop conduct commit make perpetrate begin start ram crash drive set use
    """.split()
)
VAGUE = frozenset({"dozens", "scores", "hundreds", "thousands"})
# Of these an offence needs the rest of its phrase: "his role in the fire".
VAGUE_OFFENCE = frozenset("role part involvement participation failure attempt connection complicity count".split())
LEAVING = frozenset(f"holds_role.{how}" for how in ("resign", "forced_out", "remove", "resignation", "replaced_as"))
LEAVING |= {"member_of.leave", "member_of.expel", "member_of.seat_left"}
ASIDE = frozenset({"holds_role", "holds_rank", "family_of", "alias_of"})
BODY_PARTS = frozenset("back head chest leg arm neck stomach abdomen shoulder foot face hand thigh heart".split())
PROPOSING = frozenset({"nominate", "propose"})  # whoever is nominated does not hold the post yet
HARM = frozenset({"kills", "injures", "died", "attacks"})
ITSELF = "self: self"  # the path of a filler that is the trigger itself
BEHIND = re.compile(
    r",\s+(?:(?!(?:by|to|with|of|for|from|and|or|like|as|than|about|on|at|in|who|whose|which|not|nor|but|\w+ing)\s)"
    r"[a-z][\w-]*\s+){0,2}(?:(?:Mr|Mrs|Ms|Dr|Sir)\.?\s+)?"
)
LAWYERS = re.compile(r"\b(?:lawyer|attorney|solicitor|counsel|barrister|advocate)s?$", re.IGNORECASE)
# How sure the reader must be of whom something is told to, and where; of what it adds 33 of 45 are what is marked too.
HEARD = {"addressee": 0.5, "medium": 0.7}
OF_POST = re.compile(r"\s+(?:of|for|to|in|at|without)\s|\s+d['’]|-(?:in|of|to|at)-")  # what follows is a portfolio
JOINED = re.compile(r"(?:and|but|or)\b", re.IGNORECASE)  # what follows is no speech but the next clause
# A phrase broken off at its preposition, or a paper that somebody else wrote, is nobody who speaks.
UNSPOKEN = re.compile(
    r"(?:\b(?:of|in|for|to|from|at|and)|^an? (?:statement|message|letter|tweet|post))$|^(?:by|in|on|at|with|through) ",
    re.IGNORECASE,
)
AGAIN = re.compile(
    r"\bre(?:\s?[-\u2010\u2011–]\s?)?election as (?:an? |the |its |his |her |their )?(?:\w+ )?$", re.IGNORECASE
)
FOR_NOW = re.compile(r"(?:(?:acting|interim|caretaker|temporary|provisional|new|first|permanent)\s+)+", re.IGNORECASE)
OWN_AGENT = re.compile(r"\band\b.*\bby\s+(?:(?:the|a|an)\s+)?$", re.DOTALL)
FREE_WHAT = re.compile(r"\bwhat\s+(?:(?:the|its|his|her|their)\s+)?$", re.IGNORECASE)
EXPLAINED = re.compile(r",\s+(?:(?:the|a|an)\s+)?")
LISTED_ON = re.compile(r",?\s+and\s")  # "Ana Mor, a guard and a cook" are three
TOLD_OF = frozenset("Dies Died Dead Killed Arrested Convicted Charged Says Said Jailed Accused Sentenced".split())
# A clause that only says when, before the words that are quoted, is not told.
SAYS_WHEN = re.compile(r"(?:after|before|when|while|as|since|until|once|if|although|though)\b", re.IGNORECASE)
IN_PAPER = re.compile(
    r"\bin (?:an?|his|her|its|their) (?:statement|letter|interview|message|post|tweet|video|release)\b"
)
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


@dataclass(frozen=True)
class Scene:
    """Everything that the claims of one document are read from; what is asked of it by place is made once."""

    doc: Document
    sentences: Sequence[Sentence]
    parses: Sequence[Parse | None]
    mentions: Sequence[Mention]
    chains: Sequence[Chain]
    times: Sequence[TimeExpression]
    voices: Sequence[Voice]
    published: str | None
    described: Sequence[Described] = ()
    learned: Sequence[Frame] = ()
    hints: Sequence[Hint] = ()

    @cached_property
    def lookup(self) -> Lookup:
        """Mentions and chains by place."""
        return Lookup(self.doc, self.mentions, self.chains, self.described)

    @cached_property
    def clock(self) -> Clock:
        """Times by place."""
        free = [t for t in self.times if not self._in_name(t.span)]
        return Clock(self.doc, free, self.published, self.voices)

    def _in_name(self, time: Span) -> bool:
        """Whether a time is part of the name of a body: "the 19 April Movement"."""
        around = self.lookup.covering(time.start, time.end)
        bearers = ("organization", "facility", "person")  # "the 5 May League", "June Lind"
        bodies = (m.span for m in around if m.form == "name" and m.type in bearers)
        if any(span.contains(time) and span != time for span in bodies):
            return True
        # "FK Tide 1904 Lobos": a year between two capitals is part of a name.
        text, year = self.doc.text, self.doc.quote(time)
        return year.isdigit() and bool(
            CAPITAL_BEFORE.search(text, max(0, time.start - 24), time.start)
            and CAPITAL_AFTER.match(text, time.end, time.end + 4)
        )

    def frames_in(self, span: Span) -> Sequence[Frame]:
        """The reader's frames whose word stands in a span."""
        return _beginning_in(self.learned, span)

    def hints_in(self, span: Span) -> Sequence[Hint]:
        """The reader's hints whose word stands in a span."""
        return _beginning_in(self.hints, span)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def parse_at(self, offset: int) -> Parse | None:
        """The tree of the sentence at `offset`; None where there is none."""
        k = bisect_right(self._starts, offset) - 1
        return self.parses[k] if k >= 0 else None


_Read = TypeVar("_Read", Frame, Hint)


def _beginning_in(read: Sequence[_Read], span: Span) -> Sequence[_Read]:
    return read[bisect_left(read, span.start, key=_start) : bisect_left(read, span.end, key=_start)]


def _start(read: Frame | Hint) -> int:
    return read.start


def find_claims(scene: Scene, frames: Sequence[Claim] | None = None) -> tuple[Claim, ...]:
    """Every claim of a document, in order of evidence; of `frames` that read alike the fullest is the claim."""
    lookup = scene.lookup
    found: list[Claim] = []
    for _, here in itertools.groupby(find_frames(scene) if frames is None else frames, key=lambda c: c.evidence):
        found.extend(distinct(list(here), lookup))
    return tuple(sorted(found, key=lambda c: (c.evidence, c.trigger or c.evidence, c.predicate, c.id)))


def find_frames(scene: Scene) -> list[Claim]:
    """Everything that a pattern reads, by sentence, before what reads alike is made one: all that P2 may rest on."""
    lookup, clock = scene.lookup, scene.clock
    found: list[Claim] = []
    for sentence, parse in zip(scene.sentences, scene.parses, strict=True):
        if sentence.kind == SHEET:
            found.extend(find_sheet_claims(scene.doc, sentence, clock, _maker))
        if sentence.kind not in SPEAKING:
            continue
        items = _row(scene, sentence, parse)
        here = [
            *_by_sequence(scene, lookup, clock, sentence, parse, items),
            *_of_several(scene, sentence, parse, items),
        ]
        if parse is not None:
            here = [arrived(clock, sentence, parse, departed(clock, sentence, parse, c)) for c in here]
            titled = _titled_posts(here)
            kin = [c for c in here if c.predicate == "family_of"]
            read = _by_tree(scene, lookup, clock, sentence, parse)
            told = [c for c in read if not (_taken(c, titled, lookup) or _only_kin(c, kin))]
            rows = list(_careers(scene, clock, sentence, items, [*here, *_firsts(told)]))
            own = {_post_of(c) for c in rows}
            own |= {_post_of(c) for c in here if c.maker.rule == "post.shared"}
            told = [c for c in told if c.predicate != "holds_role" or _post_of(c) not in own]
            here += [arrived(clock, sentence, parse, departed(clock, sentence, parse, c)) for c in told]
            here += [*rows, *find_epithets(lookup, sentence, parse, _maker("alias.quoted"))]
            here += find_ages(lookup, sentence, parse, _maker("counts.age"))
            here += find_plain_names(lookup, sentence, parse, _maker("alias.plain"))
            near = lookup.covering(sentence.span.start, sentence.span.end)
            here = [c for c in here if not has_own_share(scene.doc, c, near)]
            here += [*gapped(scene.doc, sentence, near, here), *bare_sums(scene.doc, sentence, parse, near, here)]
        here = kept(clock, sentence, here)
        here += find_second_names(lookup, sentence, _maker("alias.told"))
        found.extend(_outside_names(here))
        dated = clock.within(sentence.span.start, sentence.span.end)
        found.extend(find_lives(scene.doc, sentence, scene.mentions, dated, _maker("lives.bracket")))
        found.extend(_told_once(_sayings(scene, lookup, clock, sentence, parse)))
    found.extend(bare_tolls(scene.doc, scene.sentences, scene.parses, scene.mentions, clock, scene.voices, found))
    found.extend(bare_figures(scene.doc, scene.sentences, scene.voices, scene.mentions, found))
    found = [c for c in found if not (is_headline(c, scene.doc) or is_prize(c, scene.doc) or they_are_others(scene, c))]
    found = on_its_day(
        scene.doc, clock, found, [(s.span.start, p) for s, p in zip(scene.sentences, scene.parses, strict=True)]
    )
    found = _with_whole_posts(list(as_said(scene, found)))
    told = [as_asked(scene.doc, claim) for claim in _said_once(found)]
    return [attributed(scene, lookup, claim) for claim in seated(lookup, scene.chains, told)]


def as_said(scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims whose words say what they do, without what they say too much."""
    for claim in claims:
        parse = scene.parse_at(claim.trigger.start) if claim.trigger is not None else None
        if parse is None:
            yield claim
        elif not is_misread(scene.lookup, parse, claim):
            said = mended(scene.lookup, parse, claim)
            yield from disowned(scene.lookup, parse, in_whole(scene.lookup, parse, said))


def _with_whole_posts(claims: list[Claim]) -> list[Claim]:
    """The claims without those whose body is part of the post: of "head of Applied Arts at the college" one is told."""
    posts = [(c.argument("holder"), c.argument("post")) for c in claims if c.predicate == "holds_role"]
    whole = {(h.span, p.span) for h, p in posts if h is not None and p is not None and p.span is not None}
    return [c for c in claims if not any(_is_inside(c, holder, post) for holder, post in whole)]


def _is_inside(claim: Claim, holder: Span | None, post: Span) -> bool:
    who, of = claim.argument("holder"), claim.argument("of")
    if claim.predicate != "holds_role" or who is None or of is None or of.span is None or who.span != holder:
        return False
    own = claim.argument("post")
    return (
        own is not None
        and own.span != post
        and own.span is not None
        and post.contains(of.span)
        and not own.span.contains(of.span)
    )


def as_asked(doc: Document, claim: Claim) -> Claim:
    """What stands in a question is stated nowhere: "Does she know that its owner, Duda, left?"."""
    at = claim.trigger
    if at is None or (claim.polarity, claim.certainty) != ("affirmed", "asserted") or claim.predicate == "says":
        return claim
    asked = asks(doc.text, claim.evidence.start, at.end, max(at.end, claim.evidence.end))
    return replace(claim, certainty="hypothetical") if asked else claim


def _outside_names(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims without the posts and ranks inside a second name: "alias Commander Tiger" commands nothing."""
    names = [a.span for c in claims if c.predicate == "alias_of" and (a := c.argument("alias")) and a.span]
    for claim in claims:
        titled = claim.predicate in ("holds_role", "holds_rank") and claim.trigger is not None
        if not (titled and claim.trigger and any(n.contains(claim.trigger) for n in names)):
            yield claim


def _said_once(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Without the bare counts of what another claim counts: "killed 94 people" needs no second claim of 94."""
    taken: dict[Span, int] = {}
    for claim in claims:
        for a in claim.arguments:
            if a.role in COUNTED and a.span and claim.predicate not in TAKING:
                tier = BARE_COUNTS.get(claim.maker.rule, 0)
                taken[a.span] = min(tier, taken.get(a.span, tier))
    for claim in claims:
        number, tier = claim.argument("number"), BARE_COUNTS.get(claim.maker.rule, 0)
        span = number.span if number is not None else None
        if not tier or span is None or not any(span.overlaps(s) and other < tier for s, other in taken.items()):
            yield claim


def _maker(rule: str) -> Maker:
    return Maker("annotate.claims", VERSION, rule)


def _titled_posts(claims: Sequence[Claim]) -> dict[Span, Argument]:
    """The holder of each post that sequences found; what stands side by side is surer than a tree."""
    posts = {}
    for claim in claims:
        roles = {a.role: a for a in claim.arguments}
        if claim.predicate == "holds_role" and roles["post"].span is not None:
            posts[roles["post"].span] = roles["holder"]
    return posts


def _taken(claim: Claim, titled: Mapping[Span, Argument], lookup: Lookup) -> bool:
    """Whether a tree gives a post to another person than a sequence did."""
    if claim.predicate != "holds_role" or claim.maker.rule in FOLLOWING:
        return False
    roles = {a.role: a for a in claim.arguments}
    post = roles["post"].span
    if post is not None and any(post != whole and whole.contains(post) for whole in titled):
        return True  # of "Deputy Secretary Vale" no "Deputy"
    other = titled.get(post) if post is not None else None
    return other is not None and _identity(other, lookup) != _identity(roles["holder"], lookup)


def _only_kin(claim: Claim, named: Sequence[Claim]) -> bool:
    """Whether a tree has "widow" for somebody else than a sequence: "Ada Mensah, Ivo Duda's widow"."""
    person = claim.argument("person")
    kin = [a.span for c in named for a in c.arguments if a.role == "kin"]
    if claim.predicate != "family_of" or person is None:
        return False
    told = claim.argument("kin")
    another = told is not None and told.span in kin and all(c.argument("person") != person for c in named)
    return another or any(person.span == span for span in kin)


def _is_where(parse: Parse, noun: int) -> bool:
    """Whether somebody is where a post is, and does not hold it: "was at the dentist", "is with the mayor"."""
    return bool(parse.kids(noun, "cop")) and parse.preposition(noun) in ("at", "with", "by", "near", "behind", "from")


def _by_tree(scene: Scene, lookup: Lookup, clock: Clock, sentence: Sentence, parse: Parse) -> Iterator[Claim]:
    for match in find_matches(parse):
        filled = _fill(lookup, clock, parse, match)
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
        if _is_described(lookup, parse, match) or _is_post(lookup, parse, match):
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
            dead and (mood.certainty in ("accused", "suspected") or _is_effect(parse, match.trigger))
        ):
            mood = Modality()  # who is accused in the death of Duda is not accused that he is dead
        stays = match.pattern.name in LEAVING and mood != Modality()
        if stays or _is_up_again(parse, match):
            mood = Modality()  # whoever will not resign as mayor, is to, or will not seek re-election, is the mayor
        if mood.certainty == "intended" and match.pattern.predicate.name in PLANNED:
            continue
        token = parse.tokens[match.trigger]
        trigger = scene.doc.span(token.start, token.end)
        for arguments in _combine(match, filled):
            if stays and match.pattern.name == "holds_role.replaced_as":
                trigger = next((a.span for a in arguments if a.role == "post" and a.span), trigger)  # "as chairman"
            if match.pattern.predicate.name == "counts":
                if _of_another_thing(scene.doc, match, *arguments[:2]):
                    continue
                arguments = (numbers.without_number(scene.doc, arguments[0], arguments[1]), *arguments[1:])
                if parse.lemmas[match.trigger] in ("launch", "fire"):  # who does it is no event
                    arguments = tuple(a for a in arguments if a.role != "event" or not _is_somebody(a))
            if match.pattern.name == FOLLOWED:
                arguments = tuple(_in_full(scene.doc, a) for a in arguments)
            if match.pattern.predicate.name == "asks" and "content" in filled:  # "urged both sides to lay down arms"
                arguments = tuple(a for a in arguments if a.role != "asked" or not _anybody(a, lookup))
            extra = tuple(numbers.counts(scene.doc, parse, match, scene.mentions, arguments))
            if match.pattern.predicate.name == "denies":
                plain = (mood.certainty, mood.polarity) == ("asserted", "affirmed")
                if len(arguments) == 1 and not plain and "polarity" not in match.pattern.options:
                    continue  # "would neither confirm nor deny it"
                extra += _concerned(lookup, sentence, arguments)
            if "kin" in match.pattern.roles and "kin" not in {a.role for a in arguments}:
                extra += (kinship(scene.doc, parse, match.trigger),)
            borne = match.pattern.kind == "verb" or _borne(parse, match.trigger)
            if not _worth(match, arguments + extra, lookup, borne=borne) or stands_beside(parse, arguments):
                continue
            if match.pattern.predicate.name == "family_of":
                arguments = _own_kin(scene.doc, parse, match, arguments)
            valid = _time(clock, sentence, parse, match, arguments)
            if match.pattern.options.get("ends") and valid.edtf:
                valid = ValidTime() if stays else until(valid)
            if match.pattern.options.get("needs_time") and valid.edtf is None:
                continue
            claim = Claim(
                predicate=match.pattern.predicate.name,
                arguments=arguments + extra + fixed_arguments(match.pattern.options.get("fixed", {})),
                evidence=sentence.span,
                region=sentence.kind,
                maker=_maker(match.pattern.name),
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


CAUSING = frozenset("lead cause hasten contribute precipitate speed accelerate".split())


def _is_effect(parse: Parse, noun: int) -> bool:
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
    return any(m.type == "role" and _held_alone(lookup.doc.quote(m.span)) for m in lookup.covering(t.start, t.end))


def kinship(doc: Document, parse: Parse, i: int) -> Argument:
    """The word of kinship at a token, without how many or whose own they are: "sons", "brother-in-law"."""
    start, end = parse.core(i)
    great = GREAT.search(doc.text, max(0, parse.tokens[i].start - 24), parse.tokens[i].start)
    if great is not None:
        return Argument("kin", doc.span(great.start(), end), None, "text")  # "great-grandson"
    first = i
    while first > 1 and GLUED.fullmatch(doc.text, parse.tokens[first - 2].start, parse.tokens[first].start):
        first -= 2  # "half-brother"
    return Argument("kin", doc.span(max(start, parse.tokens[first].start), end), None, "text")


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


def _time(
    clock: Clock, sentence: Sentence, parse: Parse, match: Match, arguments: Sequence[Argument] = ()
) -> ValidTime:
    """The time of a clause; a title in passing ("dismissed in May by the director, X") has only its own bracket."""
    lasts = match.pattern.predicate.lasts
    if match.pattern.options.get("certainty") == "claimed" and match.pattern.kind == "verb":
        return ValidTime()  # who claims a raid on Friday did not make it on Friday
    if match.pattern.predicate.name == "family_of" and match.pattern.kind == "noun":
        return ValidTime()  # who is somebody's son is so for life
    if "<posts>" in match.pattern.options.get("noun", ()) and not parse.kids(match.trigger, "cop"):
        start, end = parse.phrase(match.trigger)
        bodies = (a.span.end for a in arguments if a.role in ("of", "to") and a.span and a.span.start >= start)
        return clock.of_stretch(sentence, start, max([end, *bodies]), False, False)
    if match.pattern.name in CHANGES and len(arguments) > 1:
        return _time_of_end(clock, parse, match.trigger, sentence, arguments[1])
    own = _own_time(clock, parse, match.trigger, arguments[0]) if arguments and match.pattern.kind == "verb" else None
    if own is None:
        return clock.of_token(sentence, parse, match.trigger, lasts)
    found = valid(own, lasts)
    before = parse.text[: own.span.start].rstrip().lower()
    if found.end is None and found.start and before.endswith((" from", " since")):
        return replace(found, edtf=f"{found.start}/..", starts=True)  # from then on, and not some time then
    return found


def _time_of_end(clock: Clock, parse: Parse, verb: int, sentence: Sentence, number: Argument) -> ValidTime:
    """The time of one end of a change: of "rose from 90 in 2001 to 140 in 2011" each has its own."""
    time = clock.of_token(sentence, parse, verb, False)
    if number.span is None:
        return time
    behind = clock.within(number.span.end, min(number.span.end + 48, sentence.span.end))[:1]
    if behind and OF_NUMBER.fullmatch(parse.text, number.span.end, behind[0].span.start):
        return valid(behind[0], False)
    if time.span is None:
        return time
    first, last = sorted((time.span, number.span))
    return ValidTime() if TO_OR_FROM.search(parse.text, first.end, last.start) else time


def _own_time(clock: Clock, parse: Parse, verb: int, doer: Argument) -> TimeExpression | None:
    """The time of one of several who did it: "was led from 2010 to 2014 by Vale and from 15 May 2018 by Duda"."""
    if doer.span is None or not parse.is_passive(verb):
        return None
    agents = [c for f in parse.subjects(verb) for c in parse.conjuncts(f.token)]
    before = max((parse.tokens[k].end for k in agents if parse.tokens[k].end <= doer.span.start), default=None)
    if before is None or not OWN_AGENT.search(parse.text[before : doer.span.start]):
        return None
    times = clock.within(before, doer.span.start)
    return times[0] if len(times) == 1 else None


def tenure(claim: Claim) -> Claim:
    """Who is appointed or elected holds the post from then on."""
    names = {"appointee": "holder", "elected": "holder", "post": "post", "of": "of", "to": "to"}
    arguments = tuple(replace(a, role=names[a.role]) for a in claim.arguments if a.role in names)
    start = claim.valid.start
    valid = ValidTime(start, None, f"{start}/.." if start else None, claim.valid.inferred, start is not None)
    return replace(claim, predicate="holds_role", arguments=arguments, valid=valid)


def _fill(lookup: Lookup, clock: Clock, parse: Parse, match: Match) -> dict[str, list[Argument]] | None:
    """Arguments of every role that its type admits; None when a required role stays empty."""
    filled: dict[str, list[Argument]] = {}
    for role, fillers in match.roles.items():
        types = match.pattern.types(role, match.pattern.object_role)
        found: list[Argument] = []
        if role in ("of", "to") and filled.get("post"):
            fillers = _beyond(lookup, parse, match, role, filled["post"][0])
        slot = ""
        for filler in (replace(f, token=none_of(parse, f.token)) for f in fillers):
            if role == "place" and found and filler.path.partition(":")[0] != slot:
                break  # a place was found in an earlier slot
            slot = filler.path.partition(":")[0]
            if not match.pattern.admits(role, parse.lemmas[filler.token]):
                continue
            if clock.is_time(parse.tokens[filler.token].start):
                continue
            if match.pattern.predicate.name == "family_of" and parse.tokens[filler.token].upos == "NUM":
                continue  # "a mother of 12"
            if parse.base(filler.token) == "conj" and _behind_verb(parse, filler.token):
                continue
            own = parse.base(filler.token) == "conj" and parse.kids(filler.token, "nummod")
            if role == "counted" and filler.token != match.trigger and own:
                continue  # "14 kilos of salt and 200 litres of oil": the litres have a number of their own
            if is_nobody(parse, filler.token):
                found.extend([Argument(role, None, "anyone", "person")] if role in BEFALLEN else [])
                continue  # "nobody was hurt" denies that anyone was
            if role == "place" and parse.lemmas[filler.token] in BODY_PARTS:
                continue  # "was shot in the back"
            if role == "weapon" and MEASURED.match(parse.word(filler.token)):
                continue  # "a 5-minute attack"
            if types <= NUMERIC:
                found.extend(with_number(lookup, parse, role, filler.token, types))
                continue
            if _clausal(match, role, filler.path):
                if parse.tokens[filler.token].upos == "PRON" and not parse.children[filler.token]:
                    continue  # "denied it"
                bare = parse.tokens[filler.token].xpos == "VBN" and not parse.kids(filler.token, "mark", "case")
                if bare and match.pattern.predicate.name == "accuses" and filler.path.endswith("advclause"):
                    continue  # "accused the chief -- linked to the raid -- of it"
                start, end = parse.clause(filler.token)
                start += len("no ") if parse.text[start:end].lower().startswith("no ") else 0
                if "with-ing" in filler.path:
                    if parse.tokens[filler.token].xpos != "VBG":
                        continue
                    start, end = _offence(parse, filler.token, start, end)
                if not any(a.span and a.span.start <= start and end <= a.span.end for a in found):
                    found.append(Argument(role, lookup.doc.span(start, end), None, "text"))
                continue  # of "to close the mill and to pay them" the whole, once
            if filler.path == ITSELF and types == WORDS:
                start, end = parse.core(filler.token)
                at = parse.tokens[filler.token].start
                great = GREAT.search(lookup.doc.text, max(0, at - 24), at) if role == "kin" else None
                found.append(Argument(role, lookup.doc.span(great.start() if great else start, end), None, "text"))
                continue
            item = as_thing(lookup, parse, filler.token, types)
            if item is not None and not item.named and filler.path == ITSELF and item.type != "role":
                item = replace(item, span=lookup.doc.span(*parse.core(filler.token)))
            if item is not None and role == "post" and item.type != "role":
                several = len(filled.get(match.pattern.predicate.subject.name, ())) > 1
                item = _role_at(lookup, parse, filler.token, several=several)
            if item is None:
                continue
            if role == "place" and not item.named:
                item = _town_of(lookup, parse, filler.token) or item
            if role == "of" and "compound" in filler.path and not _is_its_body(lookup, item):
                continue
            if not item.named and "inverse" in filler.path and match.pattern.name == "family_of.noun":
                here = candidate(lookup, parse, match.trigger)  # "his father was rector of the college": the father is
                item = replace(here, span=lookup.doc.span(*parse.core(match.trigger))) if here is not None else item
            if not item.named:
                item = _named_one(lookup, parse, filler.token, types) or item
            if "relative" in filler.path and item.named and item.type in ("organization", "facility"):
                item = _before_who(lookup, parse, match.trigger) or item
            if role == "victim" and lookup.doc.quote(item.span).endswith(" dead"):
                item = replace(item, span=replace(item.span, end=item.span.end - len(" dead")))  # "left nine dead"
            if role == "victim" and not item.named and _is_toll(parse, filler.token):
                item = replace(item, type="person")  # "left 2,000 dead", "and 30 wounded"
            if (
                not item.named
                and role == match.pattern.predicate.subject.name
                and match.pattern.predicate.name in ACTING
            ):
                item = their_body(lookup, parse, filler.token) or item
            if role == "offence" and parse.lemmas[filler.token] in VAGUE_OFFENCE:
                item = replace(item, span=replace(item.span, end=parse.phrase(filler.token)[1]))
            if role == "offence" and (deed := _suspected(parse, filler.token)) is not None:
                item = replace(item, span=lookup.doc.span(*deed), type="text")
            if role == "supported" and not item.named:
                item = of_body(lookup, parse, filler.token) or item
            if role in ("killer", "injurer") and _of_attack_between(parse, match.trigger, filler.token):
                continue
            if item.country and (match.pattern.predicate.name, role) in NO_COUNTRY:
                continue
            if item.country and match.pattern.name == "part_of.within":
                continue  # "a company in Malta" is no part of the state
            if role == "place" and match.pattern.predicate.name == "formed" and not item.named:
                continue
            if accepts(types, item):
                found.append(argument(role, item, types))
            elif acts(types, item):
                found.append(replace(argument(role, item, types), type="organization"))
            elif "text" in types or (
                types & THINGS
                and not types & CLAIMING
                and not item.named
                and (not item.type or item.type in types)
                and role != match.pattern.predicate.subject.name
            ):
                found.append(replace(argument(role, item, types), type=item.type or "text"))
            elif role == match.pattern.predicate.subject.name and filler.path.startswith("subject"):
                return None  # slogans attack nobody: a subject of another kind makes it another claim
        found = [a for a in dict.fromkeys(found) if not _explains(lookup, a, found)]
        if found:
            # "by 31 votes to 28": the first number is that of the noun.
            if types <= NUMERIC and match.pattern.predicate.name == "counts":
                found = found[:1]
                if "least" in match.pattern.options and not _many(lookup.doc, parse, match, found[0]):
                    return None
                if match.pattern.options.get("joined") and not _joined(lookup.doc, parse, match.trigger, found[0]):
                    return None
            filled[role] = found
    if "post" in filled and "of" in filled:
        _portfolio(lookup, parse, match, filled)
    _shorten(parse, lookup.doc, match, filled)
    needed = {r.name for r in match.pattern.predicate.roles.values() if r.required}
    needed |= set(match.pattern.options.get("needs", ()))
    needed -= set(match.pattern.options.get("fixed", ()))
    any_of = match.pattern.options.get("needs_any")
    if any_of and not set(any_of) & filled.keys():
        return None
    return filled if needed <= filled.keys() else None


def _of_attack_between(parse: Parse, trigger: int, doer: int) -> bool:
    """Whether an attack did it, not who does something else: "called a strike over the raid on Osh, killing two"."""
    verb = parse.tokens[trigger].head
    while verb >= 0 and parse.base(trigger) == "conj" and parse.word(verb).endswith("ing"):
        trigger, verb = verb, parse.tokens[verb].head  # "causing nine deaths and injuring 30"
    if not parse.word(trigger).endswith("ing") or verb < 0 or verb > trigger:
        return False
    if parse.tokens[verb].upos == "NOUN" and parse.lemmas[verb] in numbers.STRIKES:
        return doer != verb
    if parse.lemmas[verb] in STRIKING:
        return False
    between = [
        k for k in range(verb + 1, trigger) if parse.lemmas[k] in numbers.STRIKES and parse.tokens[k].upos == "NOUN"
    ]
    return bool(between) and doer < verb and parse.lemmas[doer] not in numbers.STRIKES


def _behind_verb(parse: Parse, token: int) -> bool:
    """Whether a tree joins to a noun what a verb has for itself: "the death of one and injured 15 people"."""
    first = min(k for k in (token, *parse.kids(token, "nummod", "det", "amod", "compound")))
    before = parse.tokens[first - 1] if first > 0 else None
    return before is not None and before.upos == "VERB" and before.xpos in ("VBG", "VBD", "VBN", "VBZ")


def _explains(lookup: Lookup, a: Argument, others: Sequence[Argument]) -> bool:
    """Whether a phrase only says who the name before its comma is: "killed Ana Mor, daughter of a judge"."""
    if a.span is None or a.span in lookup.named or a.antecedent is not None or a.type != "person":
        return False
    text = lookup.doc.text
    before = [b.span for b in others if b.span in lookup.named and b.span is not None and b.span.end < a.span.start]
    return any(EXPLAINED.fullmatch(text, b.end, a.span.start) for b in before) and not LISTED_ON.match(text, a.span.end)


def _named_one(lookup: Lookup, parse: Parse, token: int, types: frozenset[str]) -> Candidate | None:
    """The name beside "one of": of "one of the militias within it, the Harvest Front, is banned" the Front is."""
    one = token if parse.lemmas[token] == "one" else parse.one_of(token)
    if parse.lemmas[one] != "one":
        return None
    for k in (one, *parse.kids(one, "nmod")):
        for named in parse.kids(k, "appos"):
            found = as_thing(lookup, parse, named, types)
            if found is not None and found.named and not parse.kids(named, "conj"):
                return found
    return None


def _town_of(lookup: Lookup, parse: Parse, token: int) -> Candidate | None:
    """The place named behind a common noun: of "a hotel in Osh" and "his home in Osh" it is Osh that a map knows."""
    for preposition in ("in", "at"):
        for filler in parse.oblique(token, preposition):
            town = as_thing(lookup, parse, filler.token, frozenset({"place"}))
            if town is not None and town.named and town.type == "place":
                return town
    return None


def _is_its_body(lookup: Lookup, item: Candidate) -> bool:
    """Whether a name before a post is of the body whose it is: "Salt League leader", not "non-League minister"."""
    return item.named and item.type == "organization" and lookup.doc.text[item.span.start - 1 : item.span.start] != "-"


def _before_who(lookup: Lookup, parse: Parse, trigger: int) -> Candidate | None:
    """The person right before "who", which a tree hung on the body: "the League of Ana Mor, who was charged"."""
    who = next((k for k in range(trigger - 1, -1, -1) if parse.lemmas[k] in ("who", "which", "that")), None)
    if who is None or parse.lemmas[who] != "who":
        return None
    at = parse.tokens[who].start
    before = (m for m in lookup.covering(at - 4, at) if m.type == "person" and m.form == "name")
    person = next((m for m in before if lookup.doc.text[m.span.end : at] in (", ", " ")), None)
    return Candidate(person.span, "person", True, None, person.value or None) if person is not None else None


def _offence(parse: Parse, token: int, start: int, end: int) -> tuple[int, int]:
    """The deed of "convicted him of selling the mill, and acquitted her": without its "of" and without what follows."""
    opened = OFFENCE.match(parse.text, start, end)
    others = [
        parse.tokens[min(parse.subtree(k))].start for k in parse.kids(token, "conj") if parse.tokens[k].xpos in FINITE
    ]
    stop = min([end, *others])
    return opened.end() if opened else start, len(parse.text[:stop].rstrip(" ,"))


def _suspected(parse: Parse, token: int) -> tuple[int, int] | None:
    """The deed of "arrested on suspicion of selling the mill", without the word of suspicion."""
    if parse.lemmas[token] != "suspicion":
        return None
    for k in parse.kids(token, "acl", "nmod"):
        start, end = parse.clause(k) if parse.base(k) == "acl" else parse.phrase(k)
        opened = OFFENCE.match(parse.text, start, end)
        return opened.end() if opened else start, end
    return None


def _is_toll(parse: Parse, token: int) -> bool:
    """Whether a bare number is of people who were struck: "and 30 wounded"; "two" are often two of those before."""
    if parse.word(token).lower() in VAGUE:
        return not any(parse.preposition(k) == "of" for k in parse.kids(token, "nmod"))
    least = 1 if parse.tokens[token].start == parse.start else 2  # "Two killed in mine": nobody was before
    return parse.tokens[token].upos == "NUM" and (numbers.value(parse.word(token)) or 0) > least


def _many(doc: Document, parse: Parse, match: Match, number: Argument) -> bool:
    """Whether a number is as large as asked, and counts its noun: "62 prisoners", not "the 15-member board"."""
    least, noun = match.pattern.options["least"], parse.tokens[match.trigger].start
    if number.span is None or (number.best or number.low or number.high or 0) < least:
        return False
    if doc.text[: number.span.start].endswith(" of a ") or numbers.value(parse.word(match.trigger)) is not None:
        return False  # "a quarter of a million people", "the fourteen of the eight"
    if parse.tokens[match.trigger].xpos == "NN" and parse.lemmas[match.trigger] in CAPTIVE:
        return False  # "taking nine hostage"
    if "of-number" in match.pattern.roles["number"]:
        return not _arranged(doc, parse, match, number)
    if match.pattern.options.get("joined"):
        return True
    if not numbers.may_be_several(parse, match.trigger):
        return False
    if "number-above" in match.pattern.roles["number"] and number.span.start > noun:
        return True  # "of the 120 men, 48 voted"
    return BEFORE_NOUN.fullmatch(doc.text, number.span.end, noun) is not None


def _arranged(doc: Document, parse: Parse, match: Match, number: Argument) -> bool:
    """Whether a number says how things stand together, or what share of another thing: "groups of three"."""
    several = parse.tokens[match.trigger].xpos in ("NNS", "NNPS")
    if number.type == "money" or number.span is None:
        return False
    share = number.unit == "%" and doc.text.startswith(" of ", number.span.end)
    few = (number.best or number.low or number.high or 0) < LARGE  # "sales of 1.6 billion" are as much
    return share or (several and few and number.unit != "%" and number.unit in ("", parse.word(match.trigger).lower()))


def _of_another_thing(doc: Document, match: Match, counted: Argument, number: Argument) -> bool:
    """Whether one object is paired with the number of another: "received 30,000 dollars and two boats"."""
    alike = match.pattern.roles["counted"] == match.pattern.roles["number"] or match.pattern.options.get("joined")
    if not alike or counted.span is None or number.span is None:
        return False
    one, two = sorted((counted.span, number.span))
    return " and " in doc.text[one.end : two.start]


def _joined(doc: Document, parse: Parse, trigger: int, number: Argument) -> bool:
    """Whether a hyphen joins a number to a word: "140-megawatt"."""
    start = parse.tokens[trigger].start
    return number.span is not None and doc.text[number.span.end : start] in HYPHENS


def _portfolio(lookup: Lookup, parse: Parse, match: Match, filled: dict[str, list[Argument]]) -> None:
    """Of "head of logistics at Delta Freight" the logistics belong to the post, and the firm is where it is held."""
    post, of = filled["post"][0], filled["of"][0]
    head = parse.head_of(of.span.start, of.span.end) if of.span is not None else None
    if head is None or post.span is None or of.span is None or _is_named(of, lookup):
        return
    types = match.pattern.types("of", match.pattern.object_role)
    named = next((a for a in _own_names(lookup, parse, head) if accepts(types, a)), None)
    if named is not None:
        filled["of"] = [argument("of", named, types)]  # "founder of the weekly paper The Osh Mirror"
        return
    titled = any(m.type == "role" for m in lookup.covering(of.span.start, of.span.end))
    told = noun_type(parse.lemmas[head], parse.word(head).lower())
    if of.type in CLAIMING - {"person"} or titled or told in ("person", "organization"):
        return  # "the secretary of the minister", "the manager of the winner"
    if PORTFOLIO.fullmatch(lookup.doc.text, post.span.end, of.span.start):
        filled["post"] = [replace(post, span=replace(post.span, end=of.span.end), value=None)]
    del filled["of"]
    for slot in match.pattern.roles["of"]:
        for filler in fill(parse, match.trigger, slot):
            item = candidate(lookup, parse, filler.token)
            whole = filled["post"][0].span
            if parse.first_conjunct(filler.token) == head and not (item is not None and item.named):
                continue  # "composer for film and television"
            apart = item is not None and whole is not None and not item.span.overlaps(whole)
            if item is not None and apart and item.type in CLAIMING and accepts(types, item):
                filled["of"] = [argument("of", item, types)]
                return


def _own_names(lookup: Lookup, parse: Parse, noun: int) -> Iterator[Candidate]:
    """The names right behind a common noun that are its own: of "the weekly paper The Osh Mirror" the Mirror."""
    for k in parse.kids(noun, "appos", "flat"):
        item = candidate(lookup, parse, k)
        if item is not None and item.named and item.antecedent is None and item.span.start > parse.tokens[noun].start:
            yield item


def _shorten(parse: Parse, doc: Document, match: Match, filled: dict[str, list[Argument]]) -> None:
    """Of "Delta League fighters" the fighters are one argument and the league another: the trigger keeps its noun.

    What stands between the other and the noun is the noun's: of "12 heavy metals" heavy metals are counted.
    """
    token = parse.tokens[match.trigger]
    head = doc.span(token.start, token.end)
    for role, fillers in match.roles.items():
        others = [a.span for other, found in filled.items() if other != role for a in found if a.span]
        if role in filled and any(f.path == ITSELF for f in fillers):
            filled[role] = [
                replace(a, span=_behind(parse, doc, head, [s for s in others if s.overlaps(a.span)]))
                if a.span and a.span.contains(head) and any(s.overlaps(a.span) and not s.overlaps(head) for s in others)
                else a
                for a in filled[role]
            ]


def _behind(parse: Parse, doc: Document, head: Span, others: Sequence[Span]) -> Span:
    """A noun with the words that stand between it and what was taken before it, and say of what kind it is."""
    taken = max((s.end for s in others if s.end <= head.start), default=head.start)
    glued = doc.text[taken : taken + 1] != " "
    inside = [] if glued else parse.at(taken, head.end)
    while len(inside) > 1 and parse.lemmas[inside[0]] in word_set("grammar.yaml", "quantifying"):
        inside = inside[1:]
    kinds = all(parse.tokens[k].upos in ("NOUN", "PROPN", "ADJ", "VERB") for k in inside)
    return doc.span(parse.tokens[inside[0]].start, head.end) if inside and kinds else head


def _beyond(lookup: Lookup, parse: Parse, match: Match, role: str, post: Argument) -> tuple[Filler, ...]:
    """Fillers of `role` that are no part of the post itself, of "minister of transport of Chad" the state.

    The first slot that holds one of the types asked counts: of "professor of sea law at the college" the college.
    """
    types = match.pattern.types(role, match.pattern.object_role)
    first: tuple[Filler, ...] = ()
    for slot in match.pattern.roles[role]:
        found = []
        for f in fill(parse, match.trigger, slot):
            t = parse.tokens[f.token]
            if f.token != match.trigger and slot.startswith("as>") and not _below(parse, f.token, post.span):
                continue  # "served as a member of the Senate, and as a minister": a minister of something else
            if f.token != match.trigger and not (post.span and post.span.overlaps(lookup.doc.span(t.start, t.end))):
                found.append(f)
        items = (as_thing(lookup, parse, f.token, types) for f in found)
        if any(item is not None and accepts(types, item) for item in items):
            return tuple(found)
        first = first or tuple(found)
    return first


def _below(parse: Parse, token: int, post: Span | None) -> bool:
    """Whether a token hangs below the words for a post, or below what these are joined to after it."""
    above = [token, *parse.path_up(token)]
    return post is None or any(post.start <= parse.tokens[k].start < post.end for k in above)


def with_number(lookup: Lookup, parse: Parse, role: str, token: int, types: frozenset[str] = NUMERIC) -> list[Argument]:
    """The number or the sum at a token or, for "31 seats", beside it; no more than one."""
    above = parse.governor(token)
    if above >= 0 and parse.tokens[above].upos == "NUM" and parse.preposition(token) == "of":
        token = above  # "14 of the 33 seats"
    start, end = parse.phrase(token) if parse.tokens[token].upos != "NUM" else parse.core(token)
    # Of "twenty-one bodies" the tree holds the one.
    numeral = parse.tokens[token].end if parse.tokens[token].upos == "NUM" else -1
    around = (m for m in lookup.covering(start, end) if m.type in types)
    found = [m for m in around if start <= m.span.start or m.span.end == numeral]
    noun = parse.governor(token) if parse.tokens[token].upos == "NUM" and parse.governor(token) >= 0 else token
    unit = parse.word(noun).lower() if parse.tokens[noun].upos == "NOUN" else ""
    whole = [k for k in parse.kids(token, "nmod") if parse.tokens[k].upos == "NOUN" and parse.preposition(k) == "of"]
    unit = unit or next((parse.word(k).lower() for k in whole), "")  # "14 of the 33 seats"
    part = [m for m in lookup.covering(start - 24, start) if m.type in NUMERIC]
    if part and OF_WHOLE.fullmatch(
        lookup.doc.text, part[-1].span.end, min((m.span.start for m in found), default=start)
    ):
        found = part[-1:]  # "nine of its 64 seats" are nine
    found = [m for m in found if not numbers.quantity_of(lookup.doc, m, lookup.mentions).denied]
    made = [numbers.numbered(role, lookup.doc, m, lookup.mentions, unit) for m in found[:1]]
    return [
        a
        for a in made
        if role != "seats" or (a.unit != "%" and not (a.span and SCORE.match(lookup.doc.text, a.span.start)))
    ]


def _role_at(lookup: Lookup, parse: Parse, token: int, *, several: bool = False) -> Candidate | None:
    """The post at a token; ranks and styles are none, nor are posts of many ("brokers") unless `several` hold them."""
    t = parse.tokens[token]
    for mention in lookup.covering(t.start, t.end):
        if mention.type != "role" or mention.maker.rule != "post" or t.upos == "VERB":
            continue
        if several or _one(parse.word(token)):
            return Candidate(mention.span, "role", False, None, mention.value)
        if parse.one_of(token) != token:  # "one of the managing directors" is a managing director
            words = lookup.doc.quote(mention.span).removesuffix(parse.word(token)) + parse.lemmas[token]
            return Candidate(mention.span, "role", False, None, words)
    return None


def _is_described(lookup: Lookup, parse: Parse, match: Match) -> bool:
    """Whether the word of a post is no post: "officer" describes, and the "chief" of a "chief officer" is its half."""
    if "<posts>" not in match.pattern.options.get("noun", ()):
        return False
    t = parse.tokens[match.trigger]
    here = [m for m in lookup.covering(t.start, t.end) if m.type == "role"]
    half = t.head >= 0 and parse.base(match.trigger) in ("compound", "amod", "flat")
    if half and any(m.span.start <= parse.tokens[t.head].start < m.span.end for m in here):
        return True
    if parse.lemmas[match.trigger] not in role_lists()["describing"]:
        return False
    return not any(_held_alone(lookup.doc.quote(m.span)) for m in here)


def _clausal(match: Match, role: str, path: str) -> bool:
    beyond = "clause>" in path.partition(":")[0]  # "vowed to attack the yard": the yard
    return ("clause" in path and not beyond) or (
        role == "content" and match.pattern.predicate.roles[role].types <= {"text", "event", "law"}
    )


def _combine(match: Match, filled: Mapping[str, list[Argument]]) -> Iterator[tuple[Argument, ...]]:
    """One claim for each pair of the two leading roles; the other roles go with every one."""
    lead = [role for role in match.pattern.roles if role in filled][:2]
    main = {a.span for role in lead for a in filled[role]}
    rest = tuple(a for role, found in filled.items() if role not in lead for a in found[:3] if a.span not in main)
    for chosen in itertools.islice(itertools.product(*(filled[role] for role in lead)), MOST):
        apart = match.pattern.predicate.name != "counts" or match.pattern.options.get("apart")
        if apart or _own_number(*chosen):
            yield (*chosen, *rest)


def _own_number(*found: Argument) -> bool:
    """Whether the number stands with what it counts."""
    counted, number = found[:2]
    return counted.span is not None and number.span is not None and counted.span.contains(number.span)


def _worth(match: Match, arguments: tuple[Argument, ...], lookup: Lookup, *, borne: bool = False) -> bool:
    """A claim names somebody, and nobody does it to himself; a title may stand for its bearer where it is `borne`."""
    named = {a.role for a in arguments if _is_named(a, lookup)}
    counted = any(a.role in ("count", "killed", "injured", "number") for a in arguments)
    counted |= any(a.role == "victim" and a.type == "person" and _is_number(a.span, lookup) for a in arguments)
    counted |= match.pattern.predicate.name == "died" and any(_is_counted(a, lookup) for a in arguments)
    if not named and not counted:
        return match.pattern.predicate.name == "denies" and _is_described_one(
            arguments[0], lookup
        )  # "a clerk denied it"
    wanted = match.pattern.words("named")
    if match.pattern.predicate.name == "died" and any(_is_counted(a, lookup) for a in arguments if a.role == "person"):
        return True  # "seven people died"
    if wanted and not any(a.role in wanted and _is_name(a, lookup) for a in arguments):
        return False
    if match.pattern.predicate.name == "counts":
        return True  # the number stands inside what it counts
    if is_anybody(match.pattern.predicate.name, arguments, lookup):
        return False
    agents = [a for a in arguments if a.role in list(match.pattern.roles)[:2]]
    if borne and any(a.role == "post" for a in agents):  # "Duarte, who was the chairman", "Duarte, the chairman"
        return not (len(agents) == 2 and _overlap(agents[0], agents[1]))
    if len(agents) == 2 and match.pattern.predicate.name == "alias_of":
        return not _overlap(agents[0], agents[1])
    return not (len(agents) == 2 and same_bearer(agents[0], agents[1], lookup))


def _is_described_one(a: Argument, lookup: Lookup) -> bool:
    """Whether an argument is a phrase for somebody, and no pronoun."""
    return a.span is not None and _is_somebody(a) and lookup.doc.quote(a.span).lower() not in ONESELF


def they_are_others(scene: Scene, claim: Claim) -> bool:
    """Whether a "they" that was taken for one name more likely means the people of whom the sentence before tells."""
    return any(_others_meant(scene, a) for a in claim.arguments if a.antecedent is not None)


def _others_meant(scene: Scene, a: Argument) -> bool:
    span, name = a.span, a.antecedent
    if span is None or name is None or scene.doc.quote(span).lower() not in THEM:
        return False
    parse = scene.parse_at(span.start)
    before = scene.parse_at(parse.start - 2) if parse is not None else None
    chain = scene.lookup.chain_of.get(span)
    if (
        parse is None
        or before is None
        or chain is None
        or any(parse.start <= s.start < span.start for s in chain.mentions)
    ):
        return False
    roots = [i for i, t in enumerate(before.tokens) if t.head < 0 and t.upos == "VERB"]
    plural = [f.token for i in roots for f in before.subjects(i) if before.tokens[f.token].xpos == "NNS"]
    people = [k for k in plural if _of_people(scene.lookup, before, k)]
    phrases = [scene.doc.span(*before.phrase(k)) for k in people]
    return any(not any(p.overlaps(s) for s in chain.mentions) for p in phrases)


def _of_people(lookup: Lookup, parse: Parse, k: int) -> bool:
    t = parse.tokens[k]
    titled = any(m.type == "role" for m in lookup.covering(t.start, t.end))
    return titled or noun_type(parse.lemmas[k], parse.word(k).lower()) == "person"


def is_headline(claim: Claim, doc: Document) -> bool:
    """Whether a headline's capitals made a verb a part of somebody's name: "Ada Mensah Dies"."""
    people = (doc.quote(a.span).split() for a in claim.arguments if a.span is not None and a.type == "person")
    return any(len(words) > 1 and not TOLD_OF.isdisjoint(words) for words in people)


def _is_counted(a: Argument, lookup: Lookup) -> bool:
    """Whether a number of several opens the phrase of an argument: "seven people"."""
    here = lookup.covering(a.span.start, a.span.start + 1) if a.span is not None else []
    return any(m.type == "quantity" and (numbers.value(lookup.doc.quote(m.span)) or 0) > 1 for m in here)


def _is_number(span: Span | None, lookup: Lookup) -> bool:
    """Whether a bare number stands at a span; "two" are often two of those before."""
    if span is None or (numbers.value(lookup.doc.quote(span)) or 3) < 3:
        return False
    return any(m.type == "quantity" and m.span.contains(span) for m in lookup.covering(span.start, span.end))


def _overlap(one: Argument, two: Argument) -> bool:
    return one.span is not None and two.span is not None and one.span.overlaps(two.span)


def _is_somebody(a: Argument) -> bool:
    return a.type in ("person", "organization")


def is_anybody(predicate: str, arguments: Sequence[Argument], lookup: Lookup) -> bool:
    """Whether a claim that is about two parties leaves one of them open."""
    return predicate in PLAIN_NAMED and any(_anybody(a, lookup) for a in arguments[:2])


def _anybody(a: Argument, lookup: Lookup) -> bool:
    """Whether an argument is a word that may be anybody: "groups", "the state", "some people"."""
    if a.span is None or a.antecedent is not None or a.value is not None or a.type not in CLAIMING:
        return False
    words = re.findall(r"[\w-]+", lookup.doc.quote(a.span).lower())
    return bool(words) and words[-1] in anybody() and all(w in QUANTIFIERS for w in words[:-1])


@cache
def anybody() -> frozenset[str]:
    """Common nouns that name nobody by themselves."""
    return frozenset(load_words("proof.yaml")["anybody"])


def _is_name(a: Argument, lookup: Lookup) -> bool:
    return a.antecedent is not None or a.span in lookup.named


def _is_named(a: Argument, lookup: Lookup) -> bool:
    if a.antecedent is not None or (a.value is not None and a.type in CLAIMING):
        return True
    return a.span is not None and a.type != "role" and lookup.holds_name(a.span)


def same_bearer(one: Argument, two: Argument, lookup: Lookup) -> bool:
    """Whether two arguments stand at one place or in one chain."""
    if one.span == two.span or (one.span and two.span and one.span.overlaps(two.span)):
        return True
    if one.span is None or two.span is None:
        return False
    a, b = lookup.chain_of.get(one.span), lookup.chain_of.get(two.span)
    return a is not None and a is b


def _by_sequence(
    scene: Scene, lookup: Lookup, clock: Clock, sentence: Sentence, parse: Parse | None, items: Sequence[Item]
) -> Iterator[Claim]:
    for match in find_sequences(items):
        yield from _sequence_claims(scene, lookup, clock, sentence, parse, match)


def _row(scene: Scene, sentence: Sentence, parse: Parse | None) -> list[Item]:
    tokens = parse.tokens if parse is not None else ()
    verbs = frozenset(t.start for t in tokens if _predicates(t))
    return row(scene.doc, sentence, scene.mentions, scene.times, verbs)


def _post_of(claim: Claim) -> Span | None:
    """Where the words for a post stand."""
    post = claim.argument("post")
    return post.span if post is not None else None


def _firsts(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Of the posts that one match of a pattern gives, the first: the others may have years of their own."""
    posts = [(c, at) for c in claims if c.predicate == "holds_role" and (at := _post_of(c))]
    for claim, at in posts:
        if not any(o.trigger == claim.trigger and o.maker == claim.maker and before < at for o, before in posts):
            yield claim


def _careers(
    scene: Scene, clock: Clock, sentence: Sentence, items: Sequence[Item], here: Sequence[Claim]
) -> Iterator[Claim]:
    """The posts that follow in a row on those of `here`, with the holder of the first."""
    posts = {c: a.span for c in here if c.predicate == "holds_role" and (a := c.argument("post")) and a.span}
    told = [c for c in posts if (c.polarity, c.certainty) == ("affirmed", "asserted")]
    if not told:
        return
    at = {item.start: i for i, item in enumerate(items) if item.kind == "ROLE"}
    held = {at[posts[c].start]: c for c in told if posts[c].start in at}
    for found in next_posts(items, frozenset(held)):
        one, post = held.get(found.first), items[found.post]
        span = _item_span(scene, post)
        holder = one.argument("holder") if one is not None else None
        if one is None or holder is None or any(span.overlaps(other) for other in posts.values()):
            continue
        if _describing(post) or not _singular(scene, post):
            continue
        roles = predicate("holds_role").roles
        arguments = [holder, _item_argument(scene, "post", post, roles["post"].types)]
        if found.of is not None:
            arguments.append(_item_argument(scene, "of", items[found.of], roles["of"].types))
        end = items[found.last].end
        times = clock.within(end, sentence.span.end)
        held[found.post] = Claim(
            predicate="holds_role",
            arguments=tuple(arguments),
            evidence=sentence.span,
            region=sentence.kind,
            maker=_maker("post.next"),
            trigger=span,
            valid=valid(times[0], True)
            if times and YEARS_OF_POST.fullmatch(scene.doc.text, end, times[0].span.start)
            else ValidTime(),
            confidence=0.8,
        )
        yield held[found.post]


def _of_several(scene: Scene, sentence: Sentence, parse: Parse | None, items: Sequence[Item]) -> Iterator[Claim]:
    """The post of each of a row: "the deckhands Ada Mensah and Ivo Duda" are a deckhand each."""
    plural = [i for i, item in enumerate(items) if item.kind == "ROLE" and not _singular(scene, item)]
    roles = predicate("holds_role").roles
    for found in shared_posts(items, plural):
        post, holder = items[found.post], items[found.holder]
        arguments = [_item_argument(scene, "holder", holder, roles["holder"].types)]
        arguments.append(
            replace(_item_argument(scene, "post", post, roles["post"].types), value=one_of_many(post.word))
        )
        if found.of is not None:
            arguments.append(_item_argument(scene, "of", items[found.of], roles["of"].types))
        mood = mood_at(parse, post.start, holder.end)
        yield Claim(
            predicate="holds_role",
            arguments=tuple(arguments),
            evidence=sentence.span,
            region=sentence.kind,
            maker=_maker("post.shared"),
            trigger=_item_span(scene, post),
            polarity=mood.polarity,
            certainty=mood.certainty,
            confidence=0.8,
        )


def _predicates(token: Token) -> bool:
    """Whether a word is the verb of a clause, and no part of a name or title."""
    if token.xpos in FINITE or (token.xpos == "VBG" and token.deprel in CLAUSES):
        return True
    return token.upos == "VERB" and token.deprel in ("root", "ccomp", "parataxis")


def _sequence_claims(
    scene: Scene, lookup: Lookup, clock: Clock, sentence: Sentence, parse: Parse | None, match: SequenceMatch
) -> Iterator[Claim]:
    predicate = match.pattern.predicate
    if any(" " not in scene.doc.text[match.roles[r].start : match.roles[r].end] for r in match.pattern.full):
        return
    if (
        _describes_next(scene.doc, match)
        or _owns_next(scene.doc, match)
        or _many_ranks(scene.doc, match)
        or _no_see(match)
        or _other_letters(scene.doc, match)
        or _followed_as(scene.doc, match)
        or (parse is not None and _is_of_another(parse, match))
    ):
        return
    bearer = match.roles.get("holder")
    words = scene.doc.text[bearer.start : bearer.end] if bearer is not None else ""
    rank = match.roles.get("rank")
    if rank is not None and bearer is not None and _titled(scene.doc.text, rank.start, bearer.end):
        return
    if words.isupper() and " " not in words and len(words) < 6 and not scene.doc.quote(sentence.span).isupper():
        return  # initials hold no post
    if any(i.kind == "WHOSE" and is_asked(scene.doc.text, i.start) for i in match.roles.values()):
        return
    arguments = []
    for role, item in match.roles.items():
        found = _item_argument(scene, role, item, predicate.roles[role].types)
        if item.mention is not None and item.mention.form != "name":
            name = lookup.name_of(item.mention)
            if name is None and item.kind == "WHOSE" and parse is not None:
                held = owner(lookup, parse, parse.at(item.start, item.end)[0])
                if held is not None and accepts(predicate.roles[role].types, held):
                    arguments.append(argument(role, held, predicate.roles[role].types))
                    continue
            if name is None and (predicate.name != "holds_role" or item.mention.form == "pronoun"):
                if predicate.roles[role].required:
                    return
                continue
            kind = lookup.chain_of[item.mention.span].type if name is not None else "organization"
            if name is not None and kind not in predicate.roles[role].types:
                if predicate.roles[role].required:
                    return
                continue
            found = replace(found, value=None, type=kind, antecedent=name, inferred=name is not None)
        arguments.append(found)
    if "post" in match.roles and match.roles["post"].word in role_lists()["occupations"] | role_lists()["sees"]:
        arguments = [a for a in arguments if a.role != "of" or not a.inferred or a.antecedent]  # "a Peruvian lawyer"
    pairs = itertools.permutations(arguments, 2)
    if any(a.antecedent and b.type == a.type and same_bearer(a, b, lookup) for a, b in pairs):
        return  # "through his secretary, Duda said": nobody is his own secretary
    if predicate.name == "holds_role":
        post = match.roles["post"]
        if _describing(post):
            body = next((a for a in arguments if a.role in ("of", "to") and a.type == "organization"), None)
            holder = next(a for a in arguments if a.role == "holder")
            named = body is not None and (body.antecedent is not None or body.span in lookup.named or body.value)
            if body is None or not named or post.word.split()[-1] == "agent":
                return
            yield _sequence_claim(
                scene,
                clock,
                sentence,
                parse,
                match,
                "member_of",
                (replace(holder, role="member"), replace(body, role="group")),
            )
            return
        if not _singular(scene, post) or (post.word == "chief" and len(arguments) == 2):
            return  # "Chief Ada Mensah" is styled so
    yield _sequence_claim(scene, clock, sentence, parse, match, predicate.name, tuple(arguments))


def _is_of_another(parse: Parse, match: SequenceMatch) -> bool:
    """Whether a post is what the one before it is: "Mor is head of the mill, Duda is its clerk".

    Of "her rival is the president, Ivo Duda, who" he is both: a tree that hangs the name on the post is believed.
    """
    post, holder = match.roles.get("post"), match.roles.get("holder")
    if post is None or holder is None or holder.start < post.end:
        return False
    held = [k for k in parse.at(post.start, post.end) if parse.kids(k, "cop")]
    bearers = {parse.tokens[k].head for k in parse.at(holder.start, holder.end) if parse.base(k) == "appos"}
    before = ((k, s) for k in held for s in parse.kids(k, "nsubj") if parse.tokens[s].start < post.start)
    return any(k not in bearers or parse.tokens[s].upos != "NOUN" for k, s in before)


def _titled(text: str, start: int, end: int) -> bool:
    """Whether a rank and a name stand as the name of a thing: "The Private Life of a Cat"."""
    return text[max(0, start - 4) : start].lower() == "the " and text[end : end + 4] == " of "


def _describes_next(doc: Document, match: SequenceMatch) -> bool:
    """Whether the name at the end only says of what sort a nameless body is: "a Houston-based LNG company"."""
    if match.pattern.name != "based.hyphen":
        return False
    after = NEXT_NOUN.match(doc.text, match.end)
    return after is not None and noun_type(after[1], after[1]) == "organization"


def _owns_next(doc: Document, match: SequenceMatch) -> bool:
    """Whether the name at the end owns what follows: "run by Duda's nephew" is not run by Duda."""
    last = max(match.roles.values(), key=lambda item: item.end)
    post = match.roles.get("post")
    beside = match.pattern.predicate.name in ("holds_role", "holds_rank") and (
        post is None or "," not in doc.text[post.end : last.start]
    )
    return (
        not beside  # "President Duda's car" is a president's; of "its treasurer, Duda's niece Ada" no Duda is treasurer
        and last.end == match.end
        and last.kind in ("PERSON", "ORG")
        and doc.text[match.end : match.end + 2].startswith(("'s", "\u2019s"))
    )


def _followed_as(doc: Document, match: SequenceMatch) -> bool:
    """Whether a post with "as" is that of whoever came after: "took over from Duda as head of the union"."""
    post, holder = match.roles.get("post"), match.roles.get("holder")
    if post is None or holder is None or not AS_BETWEEN.fullmatch(doc.text, holder.end, post.start):
        return False
    return bool(CAME_AFTER.search(doc.text, max(0, holder.start - 40), holder.start))


def _many_ranks(doc: Document, match: SequenceMatch) -> bool:
    """Whether a rank in small letters is a plural, or a verb: "who pastors Grace Chapel"."""
    rank = match.roles.get("rank")
    words = doc.text[rank.start : rank.end] if rank is not None else ""
    return words.islower() and not _one(words)


def _other_letters(doc: Document, match: SequenceMatch) -> bool:
    """Whether what stands behind a name is no short form of it, or no letters that stand for a post."""
    post = match.roles.get("post")
    if match.pattern.name == "post.letters" and post is not None:
        return not doc.text[post.start : post.end].isupper()
    if match.pattern.name not in ("alias.initials", "alias.spelled_out"):
        return False
    whole, short = (doc.text[match.roles[r].start : match.roles[r].end] for r in ("bearer", "alias"))
    return not is_acronym_of(short.upper() if len(short) > 2 and short[:1].isupper() else short, whole)


def is_prize(claim: Claim, doc: Document) -> bool:
    """Whether what somebody is named is a prize and no post: "manager of the year"."""
    post = claim.argument("post")
    if post is None or post.span is None:
        return False
    return bool(OF_THE_YEAR.match(doc.text, post.span.end) or OF_THE_YEAR.search(doc.quote(post.span)))


def _no_see(match: SequenceMatch) -> bool:
    """Whether a rank stands for a post though it is not one of the church's: "Colonel Duda of the Patrol"."""
    post = match.roles.get("post")
    if post is not None and post.kind == "STYLE" and match.pattern.name == "post.realm":
        return post.word not in ("king", "queen", "sultan", "emir")
    return post is not None and post.kind == "RANK" and post.word not in role_lists()["sees"]


def _item_span(scene: Scene, item: Item) -> Span:
    """The span of an item."""
    return scene.doc.span(item.start, item.end)


def _describing(post: Item) -> bool:
    return post.word.split()[-1] in role_lists()["describing"] and not _held_alone(post.word)


def _held_alone(words: str) -> bool:
    """Whether a describing word is a post: a chief executive officer, a safety officer, a commanding officer."""
    return bool(role_lists()["offices"].intersection(words.lower().split()[:-1]))


def _singular(scene: Scene, post: Item) -> bool:
    return _one(scene.doc.text[post.start : post.end])


def _one(words: str) -> bool:
    """Whether the words for a post name one: of "minister of mines" the minister counts."""
    head = OF_POST.split(words.lower(), maxsplit=1)[0].strip()
    return not head.endswith(("s", "men")) or head.endswith("ss")


def _item_argument(scene: Scene, role: str, item: Item, types: frozenset[str]) -> Argument:
    span = scene.doc.span(item.start, item.end)
    great = GREAT.search(scene.doc.text, max(0, item.start - 24), item.start) if role == "kin" else None
    span = scene.doc.span(great.start(), item.end) if great is not None else span
    kind = {"COUNTRY": "place", "NATION": "place", "ORG": "organization"}.get(item.kind, item.kind.lower())
    if item.kind in ("COUNTRY", "NATION") and "place" not in types:
        kind = "organization"
    if item.kind in ("ROLE", "RANK", "STYLE"):
        kind = "role"
    value = item.word or None
    return Argument(role, span, value, kind, inferred=item.kind == "NATION")


def _sequence_claim(
    scene: Scene,
    clock: Clock,
    sentence: Sentence,
    parse: Parse | None,
    match: SequenceMatch,
    name: str,
    arguments: tuple[Argument, ...],
) -> Claim:
    start, end = match.start, match.end
    mood = mood_at(parse, start, end)
    titled = name not in ("holds_role", "holds_rank") and any(
        m.type == "role" for m in scene.lookup.covering(start, end)
    )
    quoted = any(v.manner == "direct" and v.content.start <= start and end <= v.content.end for v in scene.voices)
    asked = scene.doc.quote(sentence.span).rstrip(' ”"’)\n').endswith("?")
    asked = asked and not in_brackets(scene.doc.text, sentence.span.start, end)
    asked = asked and not quotes_question(scene.doc.text, sentence.span.start, end, sentence.span.end)
    return Claim(
        predicate=name,
        arguments=arguments,
        evidence=sentence.span,
        region=sentence.kind,
        maker=_maker(match.pattern.name),
        trigger=scene.doc.span(start, end),
        # "the bloc headed by former premier X (2006-14)": the years are those of the post.
        valid=ValidTime()
        if titled
        else clock.of_stretch(
            sentence,
            start,
            end,
            _ended(scene.doc.text, sentence, start, end),
            name in ("holds_role", "holds_rank") and not quoted,
        ),
        polarity=mood.polarity,
        certainty="hypothetical" if asked else _styled(scene, match) or mood.certainty,
        confidence=0.85,
    )


def _styled(scene: Scene, match: SequenceMatch) -> str:
    """The certainty that a word before a post lends: "the so-called governor of Osh"; "" where there is none."""
    post = match.roles.get("post")
    before = scene.doc.text[max(0, post.start - 24) : post.start] if post is not None else ""
    named = STYLED.search(before)
    return adverbs().get(named[1].lower(), "alleged") if named else ""


def mood_at(parse: Parse | None, start: int, end: int) -> Modality:
    """A title holds whatever its sentence says; only "A is not the chairman" and plans for it do not."""
    if parse is None:
        return Modality()
    inside = parse.at(start, end)
    copulas = [i for i in inside if parse.kids(i, "cop") and start <= parse.tokens[parse.kids(i, "cop")[0]].start < end]
    return modality(parse, copulas[0]) if copulas else Modality()


def _ended(text: str, sentence: Sentence, start: int, end: int) -> bool:
    before = IN_SQUARE.sub("", text[max(sentence.span.start, start - 80) : start])  # "late [Farmers' League] deputy"
    words = re.findall(r"\w+", (before[-14:] + text[start:end]).lower())
    inside = re.findall(r"\w+", text[start:end].lower())[:-1]
    return bool(set(words) & role_lists()["ended"]) or "was" in inside


def _sayings(scene: Scene, lookup: Lookup, clock: Clock, sentence: Sentence, parse: Parse | None) -> Iterator[Claim]:
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
        speakers = _speakers(scene, lookup, voice)
        if not speakers or JOINED.match(scene.doc.quote(voice.content)):
            continue
        told = _with_subject(parse, voice) if parse is not None and sentence.span.contains(voice.cue) else voice.content
        if told is None:
            continue
        arguments = [speakers[-1], Argument("content", told, None, "text")]
        if voice.medium is not None:
            arguments.append(_medium(lookup, voice.medium))
        arguments.extend(_told_to(scene, sentence, voice, parse, arguments))
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
        if parse is not None and (_disowns(parse, voice) or refuses(parse, voice) or _next_disowned(parse, voice)):
            denied = [arguments[0], _denied(parse, voice, arguments[1])]
            yield Claim(
                predicate="denies",
                arguments=(*denied, *_concerned(lookup, sentence, denied), *_client(lookup, voice)),
                evidence=sentence.span,
                region=sentence.kind,
                maker=_maker("denies.said_not"),
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
                    maker=_maker("accuses.told"),
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
                maker=_maker(f"says.{voice.maker.rule}"),
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


# Two quotations, or one and the beginning of the next: of one alone its own words are what somebody is called.
QUOTING = re.compile('[“”"«»][^“”"«»]+[“”"«»][^“”"«»]+[“”"«»]')


def _names(parse: Parse | None, voice: Voice) -> bool:
    """Whether somebody calls a thing what quoted words say: "called the pact a “gift”" needs no verb."""
    cue = parse.at(voice.cue.start, voice.cue.end) if parse is not None else []
    if parse is None or not cue or voice.manner != "indirect":
        return False
    quoted = QUOTING.search(parse.text, voice.content.start, voice.content.end)
    return parse.lemmas[cue[0]] in CALLING and quoted is not None


# Which of its kind a speaker is, before the word of telling.
NOBODY_KNOWN = frozenset({"you", "one", "anyone", "someone", "somebody", "everybody", "everyone", "nobody", "no one"})
WHICH = re.compile(
    r"(\s+(?:such as|like|including|on|at|in|from|within|near|close to|behind)\s[^,;:“”\"]{2,80}?)"
    r"(?:\s+(?:has|have|had|also|later|then|now|reportedly|did))*\s+"
)
THOSE = re.compile(r"(\s+\w[^,;:“”\"]{2,60}?)(?:\s+(?:has|have|had|also|later|then))*\s+")
PARTED = re.compile(r",\s+(?:is|was|are|were)\s+$")


def _is_for(parse: Parse, verb: int) -> bool:
    """Whether a clause says what something is for: "a stage to tell us that", but "the first to say that" says it."""
    above = parse.tokens[verb].head
    return parse.base(verb) == "acl" and above >= 0 and parse.lemmas[above] not in ("first", "last", "one", "only")


def _told_once(claims: Iterable[Claim]) -> Iterator[Claim]:
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
    one, two = (_one_speaker(scene, scene.lookup, v) for v in (voice, nearer))
    return one is None or two is None or not same_bearer(one, two, scene.lookup)


def _concerned(lookup: Lookup, sentence: Sentence, arguments: Sequence[Argument]) -> tuple[Argument, ...]:
    """The people and bodies named in what is denied: "denied any link with Meridian Freight" concerns the firm."""
    content = next((a.span for a in arguments if a.role == "content"), None)
    if content is None or not sentence.span.contains(content):
        return ()
    paper = IN_PAPER.search(lookup.doc.text, content.start, content.end)
    end = paper.start() if paper else content.end
    inside = [m for m in lookup.covering(content.start, end) if content.start <= m.span.start and m.span.end <= end]
    found = [a for m in inside if (a := _concerning(lookup, m)) is not None]
    others = [b for b in arguments if b.role != "content"]
    found = [a for a in found if not any(same_bearer(a, b, lookup) for b in others)]
    once = {_identity(a, lookup): a for a in reversed(found)}
    return tuple(a for a in found if once[_identity(a, lookup)] is a)[:3]


def _client(lookup: Lookup, voice: Voice) -> tuple[Argument, ...]:
    """For whom a lawyer denies: "Duda's lawyers said that their client had taken no money"."""
    source = voice.source
    if source is None or not LAWYERS.search(lookup.doc.quote(source)):
        return ()
    inside = [m for m in lookup.covering(source.start, source.end) if m.span.end < source.end]
    return tuple(a for m in inside if (a := _concerning(lookup, m)) is not None)[:1]


def _concerning(lookup: Lookup, m: Mention) -> Argument | None:
    """A person or body that is named, or that a common noun or pronoun stands for: "denied owning the group"."""
    if m.form == "name":
        return Argument("concerning", m.span, None, m.type) if m.type in ("person", "organization") else None
    chain, name = lookup.chain_of.get(m.span), lookup.name_of(m)
    if chain is None or name is None or m.type == "role" or chain.type not in ("person", "organization"):
        return None
    if m.form == "pronoun" and lookup.doc.quote(m.span).lower() not in ("him", "them"):
        return None  # who denies is himself the "he" of what is denied
    return Argument("concerning", m.span, None, chain.type, name, True)


ACTS_DENIED = frozenset(
    """
    have be play know own receive take do leave pay meet order kill attack support give fund finance train arm accept
    offer sell buy control command direct employ hire use send sign promise touch visit ask plan belong steal forge
    bribe threaten hit beat borrow lend hide destroy delete cheat commit authorise authorize approve demand
    solicit possess
    """.split()
)


DENIED = frozenset(
    "link connection tie involvement role part relation relationship contact stake interest share".split()
)
ONESELF = frozenset("it he she they we i there none neither nobody client".split())
OF_SPEAKER = frozenset("we i there none neither nobody client".split())  # in his own words


def _next_disowned(parse: Parse, voice: Voice) -> int | None:
    """The clause behind "and that" by which something is denied: "said that he was busy and that he had no share"."""
    cue = parse.at(voice.cue.start, voice.cue.end)
    for told in parse.kids(cue[0], "ccomp") if cue and voice.manner != "direct" else ():
        for k in parse.conjuncts(told)[1:]:
            that = any(parse.lemmas[m] == "that" for m in parse.kids(k, "mark"))
            that = that and voice.content.start <= parse.tokens[k].start < voice.content.end
            of_link = any(parse.lemmas[o] in DENIED for o in parse.kids(k, "obj"))
            if that and of_link and _disowns(parse, voice, [k]):
                return k
    return None


def _denied(parse: Parse, voice: Voice, content: Argument) -> Argument:
    """What is denied of all that is told: the clause that denies where it is not the first."""
    clause = None if _disowns(parse, voice) or refuses(parse, voice) else _next_disowned(parse, voice)
    if clause is None:
        return content
    start = next((parse.tokens[k].end + 1 for k in parse.kids(clause, "mark") if parse.lemmas[k] == "that"), None)
    if start is None or not voice.content.start < start < voice.content.end:
        return content
    return replace(content, span=replace(voice.content, start=start))


def _disowns(parse: Parse, voice: Voice, roots: Sequence[int] | None = None) -> bool:
    """Whether what is said is "he took no money", "there are no such men": a denial by another word than deny."""
    cue = parse.at(voice.cue.start, voice.cue.end)
    if voice.manner == "direct" and UNTRUE.match(parse.text, voice.content.start):
        return True
    if voice.manner == "direct":
        inside = parse.at(voice.content.start, voice.content.end)
        roots = [k for k in inside if parse.tokens[k].upos in ("VERB", "AUX") and parse.tokens[k].head not in inside]
    for root in roots or (parse.kids(cue[0], "ccomp") if cue else ()):
        subjects = [k for k in parse.children[root] if parse.base(k) in ("nsubj", "expl")]
        oneself = OF_SPEAKER if voice.manner == "direct" else ONESELF
        own = any(parse.lemmas[k] in oneself for s in subjects for k in (s, *parse.kids(s, "cc", "cc:preconj", "det")))
        lemma = "be" if parse.kids(root, "cop") else parse.lemmas[root]
        argued = bool(cue) and parse.lemmas[cue[0]] in NO_DENIALS
        if lemma == "be" and (argued or not any(parse.lemmas[k] in ("there", "none") for k in subjects)):
            continue  # "I am not the former president" denies no deed
        # "Delta had no connection with the firm", whoever says so.
        own = own and not (lemma == "ask" and parse.is_passive(root))  # "we were not asked": a complaint
        own |= lemma == "have" and any(parse.lemmas[k] in DENIED for k in parse.kids(root, "obj"))
        about = parse.kids(root, "obj", "obl") if lemma == "know" else ()
        if lemma in ("be", "know") and any(parse.lemmas[k] in MISHAPS for k in (root, *subjects, *about)):
            continue  # "there was no oil spill", "we know of no oil spill" is news, "there are no such men" a denial
        if lemma == "know" and (parse.kids(root, "ccomp") or not about):
            continue  # "I do not know what it is for" denies nothing
        ahead = {parse.lemmas[k] for k in parse.kids(root, "aux")} & {"will", "would", "can", "could", "should", "may"}
        wrong = lemma in misdeeds()  # "the army never shelled a hospital", whoever says so
        if (
            ((own and lemma in ACTS_DENIED) or wrong)
            and not ahead
            and (parse.is_not(root) or _none(parse, root, subjects))
        ):
            return True
    return False


UNTRUE = re.compile(
    r"(?:it|this|that|all (?:of )?(?:this|that))(?: is|['’]s| was)"
    r"(?: (?:all|simply|just|completely|totally|absolutely))?"
    r" (?:(?:a|an) )?(?:lies?|untrue|false|nonsense|not true|slander|fabrication|invention|fairy tale)\b",
    re.IGNORECASE,
)
NO_DENIALS = frozenset("argue complain warn note lament regret fear believe".split())  # "argue that there is no hope"
MISHAPS = frozenset(
    """
    spill damage casualty injury death victim survivor accident fire leak loss delay change sign indication rain snow
    evidence proof effect difference improvement increase decline progress
    """.split()
)


def _none(parse: Parse, root: int, subjects: Sequence[int]) -> bool:
    """Whether "no", "none" or "neither" stands in the subject or object of a clause."""
    nouns = [k for k in (*subjects, *parse.kids(root, "obj"), root) if parse.lemmas[k] not in NO_DEED]
    if any(parse.lemmas[k] == "nothing" for k in parse.kids(root, "obj")):
        return True  # "did nothing wrong"
    return any(parse.lemmas[k] == "none" for k in subjects) or any(
        parse.lemmas[d] in ("no", "neither") for k in nouns for d in parse.kids(k, "det", "cc")
    )


def _speaker(scene: Scene, lookup: Lookup, voice: Voice) -> Argument | None:
    """Who speaks; of several who speak together the last."""
    return next(reversed(_speakers(scene, lookup, voice)), None)


def _told_to(
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
        return _medium(lookup, held)
    if item is None or not item.span.overlaps(span) or item.type not in CLAIMING:
        return None
    return argument("addressee", item, frozenset({"person", "organization"}))


def _medium(lookup: Lookup, span: Span) -> Argument:
    """The outlet or the work in which it is said: a letter is no body."""
    last = lookup.doc.quote(span).split()[-1].lower()
    work = (span, "work") in lookup.names_by_type or (span not in lookup.named and noun_type(last, last) == "work")
    return Argument("medium", span, None, "work" if work else "organization")


def _speakers(scene: Scene, lookup: Lookup, voice: Voice) -> list[Argument]:
    """Everybody who speaks: "Duarte and Krall said" are two."""
    one = _one_speaker(scene, lookup, voice)
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


def _one_speaker(scene: Scene, lookup: Lookup, voice: Voice) -> Argument | None:
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


TELLINGS = frozenset({"denies", "asks", "accuses", "orders", "threatens"})  # two of one sentence tell two things


def distinct(claims: Sequence[Claim], lookup: Lookup) -> Iterator[Claim]:
    """Of claims alike in predicate and leading arguments keep the one that says most."""
    best: dict[object, Claim] = {}
    for claim in claims:
        if any(_holds_all(other, claim) for other in claims):
            continue
        lead = frozenset(
            (a.role, _identity(a, lookup))
            for a in claim.arguments
            if a.role not in ("of", "to", "content", "means", "place", "kin")
            or (a.role, claim.predicate) == ("place", "based_in")
        )
        if (
            claim.predicate == "holds_role"
            and (of := claim.argument("of")) is not None
            and apart(claim, claims, lookup)
        ):
            lead |= {("of", _identity(of, lookup))}  # "minister of state at the one and minister of state at the other"
        if claim.predicate in TELLINGS and claim.trigger is not None and claim.argument("content") is not None:
            lead |= {("trigger", claim.trigger)}  # "he denies owning it, and denies knowing the driver"
        if (alias := claim.argument("alias")) is not None and alias.span is not None:
            told = frozenset(x for x in lead if x[0] != "alias")  # all names of a list are one bearer's
            lead = told | {("alias", alias.span.end)}
        key = (
            (claim.predicate, lead, claim.polarity)
            if claim.predicate != "says"
            else (claim.predicate, claim.arguments, "")
        )
        old = best.get(key)
        if old is None or _fuller(claim) > _fuller(old):
            best[key] = claim
    yield from best.values()


def apart(claim: Claim, others: Sequence[Claim], lookup: Lookup) -> bool:
    """Whether another claim gives a post of the same words, said elsewhere, at another body and to other years."""
    post, of = claim.argument("post"), claim.argument("of")
    for other in others:
        there, its = other.argument("post"), other.argument("of")
        if other.predicate != "holds_role" or not (post and of and there and its and post.span and there.span):
            continue
        if post.span.overlaps(there.span) or _identity(post, lookup) != _identity(there, lookup):
            continue
        if _identity(of, lookup) != _identity(its, lookup) and claim.valid.edtf != other.valid.edtf:
            return True
    return False


def _holds_all(one: Claim, two: Claim) -> bool:
    """Whether `one` says by the same word all that `two` says and who does it besides: "Duda's murder of Vale"."""
    if (
        one is two
        or one.predicate not in HARM | {"charges"}
        or (one.predicate, one.polarity) != (two.predicate, two.polarity)
    ):
        return False
    if one.trigger != two.trigger or len(one.arguments) <= len(two.arguments):
        return False
    mine = {(a.role, a.span) for a in one.arguments}
    return all((a.role, a.span) in mine for a in two.arguments)


def _identity(a: Argument, lookup: Lookup) -> object:
    chain = lookup.chain_of.get(a.span) if a.span else None
    if chain is not None:
        return chain.id
    return (a.value or "", lookup.doc.quote(a.span).lower() if a.span and not a.value else "")


def _fuller(claim: Claim) -> tuple[int, int, float]:
    return len(claim.arguments), int(claim.valid.edtf is not None and not claim.valid.inferred), claim.confidence


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
            speaker = told or _speaker(scene, lookup, voice)
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
    if claim.predicate == "died" and len(deed) == 1 and _is_effect(parse, deed[0]):
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
