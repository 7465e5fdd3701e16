"""Claims: matches of the grammar with their arguments, time, certainty, polarity and voices."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from whence.annotate.ages import find_ages
from whence.annotate.arguments.lookup import Lookup
from whence.annotate.arrivals import arrived
from whence.annotate.bearers import with_first_bearers
from whence.annotate.claims.alike import distinct, identity
from whence.annotate.claims.attribution import attributed
from whence.annotate.claims.from_rows import by_sequence, careers, items_of, of_several
from whence.annotate.claims.from_trees import by_tree
from whence.annotate.claims.kinds import BARE_COUNTS
from whence.annotate.claims.posts import is_prize
from whence.annotate.claims.sayings import find_sayings, told_once
from whence.annotate.claims.scene import SPEAKING, Scene, made_by
from whence.annotate.claims.worth import is_headline, they_are_others
from whence.annotate.counted_by import bare_figures, bare_tolls
from whence.annotate.departures import FOLLOWED, departed
from whence.annotate.disowned import disowned
from whence.annotate.epithets import find_epithets, find_plain_names, find_second_names
from whence.annotate.extents import in_whole
from whence.annotate.gapped import gapped, has_own_share
from whence.annotate.kept import kept
from whence.annotate.lives import find_lives
from whence.annotate.misread import is_misread
from whence.annotate.misread.mending import mended
from whence.annotate.modality.conditions import asks
from whence.annotate.one_day import on_its_day
from whence.annotate.seats import seated
from whence.annotate.sheets import find_sheet_claims
from whence.annotate.sums import bare_sums
from whence.model import SHEET, Argument, Claim, Document, Span

COUNTED = frozenset({"count", "killed", "injured", "number", "seats", "share"})
TAKING = frozenset({"captures", "designates"})  # how many there were is worth a claim beside what befell them
FOLLOWING = frozenset({"holds_role.replace_as", FOLLOWED})  # two hold the post, one after the other


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
            found.extend(find_sheet_claims(scene.doc, sentence, clock, made_by))
        if sentence.kind not in SPEAKING:
            continue
        items = items_of(scene, sentence, parse)
        here = [
            *by_sequence(scene, lookup, clock, sentence, parse, items),
            *of_several(scene, sentence, parse, items),
        ]
        if parse is not None:
            here = [arrived(clock, sentence, parse, departed(clock, sentence, parse, c)) for c in here]
            titled = _titled_posts(here)
            kin = [c for c in here if c.predicate == "family_of"]
            read = by_tree(scene, lookup, clock, sentence, parse)
            told = [c for c in read if not (_taken(c, titled, lookup) or _only_kin(c, kin))]
            rows = list(careers(scene, clock, sentence, items, [*here, *_firsts(told)]))
            own = {_post_of(c) for c in rows}
            own |= {_post_of(c) for c in here if c.maker.rule == "post.shared"}
            told = [c for c in told if c.predicate != "holds_role" or _post_of(c) not in own]
            here += [arrived(clock, sentence, parse, departed(clock, sentence, parse, c)) for c in told]
            here += [*rows, *find_epithets(lookup, sentence, parse, made_by("alias.quoted"))]
            here += find_ages(lookup, sentence, parse, made_by("counts.age"))
            here += find_plain_names(lookup, sentence, parse, made_by("alias.plain"))
            near = lookup.covering(sentence.span.start, sentence.span.end)
            here = [c for c in here if not has_own_share(scene.doc, c, near)]
            here += [*gapped(scene.doc, sentence, near, here), *bare_sums(scene.doc, sentence, parse, near, here)]
        here = kept(clock, sentence, here)
        here = with_first_bearers([*here, *find_second_names(lookup, sentence, made_by("alias.told"))])
        found.extend(_outside_names(here))
        dated = clock.within(sentence.span.start, sentence.span.end)
        found.extend(find_lives(scene.doc, sentence, scene.mentions, dated, made_by("lives.bracket")))
        found.extend(told_once(find_sayings(scene, lookup, clock, sentence, parse)))
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
    return other is not None and identity(other, lookup) != identity(roles["holder"], lookup)


def _only_kin(claim: Claim, named: Sequence[Claim]) -> bool:
    """Whether a tree has "widow" for somebody else than a sequence: "Ada Mensah, Ivo Duda's widow"."""
    person = claim.argument("person")
    kin = [a.span for c in named for a in c.arguments if a.role == "kin"]
    if claim.predicate != "family_of" or person is None:
        return False
    told = claim.argument("kin")
    another = told is not None and told.span in kin and all(c.argument("person") != person for c in named)
    return another or any(person.span == span for span in kin)


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
