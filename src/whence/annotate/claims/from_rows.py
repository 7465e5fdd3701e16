"""Claims by what stands side by side: posts, ranks, kin and second names."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.annotate.arguments import argument
from whence.annotate.arguments.around import is_asked
from whence.annotate.arguments.candidates import accepts, owner
from whence.annotate.arguments.lookup import Lookup
from whence.annotate.careers import next_posts
from whence.annotate.claims.kinds import FINITE, GREAT
from whence.annotate.claims.posts import held_alone, is_one
from whence.annotate.claims.scene import Scene, made_by
from whence.annotate.claims.side_by_side import (
    describes_next,
    followed_as,
    is_of_another,
    is_title,
    many_ranks,
    no_see,
    other_letters,
    owns_next,
)
from whence.annotate.claims.worth import same_bearer
from whence.annotate.mentions.lexicon import roles as role_lists
from whence.annotate.modality import Modality, modality
from whence.annotate.modality.conditions import in_brackets, quotes_question
from whence.annotate.modality.words import adverbs
from whence.annotate.sequences import Item, SequenceMatch, find_sequences, row
from whence.annotate.shared_posts import one_of_many, shared_posts
from whence.annotate.syntax import Parse
from whence.annotate.validity import Clock, valid
from whence.model import Argument, Claim, Sentence, Span, ValidTime
from whence.reader import Token
from whence.vocab import predicate

STYLED = re.compile(
    r"\b(alleged|suspected|supposed|so-called|purported|reputed|self-styled|self-proclaimed|would-be)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
IN_SQUARE = re.compile(r"\[[^\[\]]*\]\s*")
YEARS_OF_POST = re.compile(r"\s*\(?(?:(?:from|between|since|until|till|in|during)\s+)?")
CLAUSES = frozenset({"advcl", "acl", "ccomp", "root", "parataxis"})


def by_sequence(
    scene: Scene, lookup: Lookup, clock: Clock, sentence: Sentence, parse: Parse | None, items: Sequence[Item]
) -> Iterator[Claim]:
    """Every claim that a pattern of what stands side by side reads in a sentence."""
    for match in find_sequences(items):
        yield from _sequence_claims(scene, lookup, clock, sentence, parse, match)


def items_of(scene: Scene, sentence: Sentence, parse: Parse | None) -> list[Item]:
    """What stands in a row in a sentence: names, posts, years and the words between."""
    tokens = parse.tokens if parse is not None else ()
    verbs = frozenset(t.start for t in tokens if _predicates(t))
    return row(scene.doc, sentence, scene.mentions, scene.times, verbs)


def careers(
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
        if _describing(post) or not is_singular(scene, post):
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
            maker=made_by("post.next"),
            trigger=span,
            valid=valid(times[0], True)
            if times and YEARS_OF_POST.fullmatch(scene.doc.text, end, times[0].span.start)
            else ValidTime(),
            confidence=0.8,
        )
        yield held[found.post]


def of_several(scene: Scene, sentence: Sentence, parse: Parse | None, items: Sequence[Item]) -> Iterator[Claim]:
    """The post of each of a row: "the deckhands Ada Mensah and Ivo Duda" are a deckhand each."""
    plural = [i for i, item in enumerate(items) if item.kind == "ROLE" and not is_singular(scene, item)]
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
            maker=made_by("post.shared"),
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
        describes_next(scene.doc, match)
        or owns_next(scene.doc, match)
        or many_ranks(scene.doc, match)
        or no_see(match)
        or other_letters(scene.doc, match)
        or followed_as(scene.doc, match)
        or (parse is not None and is_of_another(parse, match))
    ):
        return
    bearer = match.roles.get("holder")
    words = scene.doc.text[bearer.start : bearer.end] if bearer is not None else ""
    rank = match.roles.get("rank")
    if rank is not None and bearer is not None and is_title(scene.doc.text, rank.start, bearer.end):
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
        if not is_singular(scene, post) or (post.word == "chief" and len(arguments) == 2):
            return  # "Chief Ada Mensah" is styled so
    yield _sequence_claim(scene, clock, sentence, parse, match, predicate.name, tuple(arguments))


def _item_span(scene: Scene, item: Item) -> Span:
    """The span of an item."""
    return scene.doc.span(item.start, item.end)


def _describing(post: Item) -> bool:
    return post.word.split()[-1] in role_lists()["describing"] and not held_alone(post.word)


def is_singular(scene: Scene, post: Item) -> bool:
    """Whether a post is one person's."""
    return is_one(scene.doc.text[post.start : post.end])


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
        maker=made_by(match.pattern.name),
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
