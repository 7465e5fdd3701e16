"""Which body "the party" means that somebody joined or led: the one of which the text has told a post of that person.

"The Left's treasurer, Ivo Duda, resigned. Duda joined the party in 2009."
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from whence.link.bodies import Bodies
from whence.model import Mention, Span
from whence.reader import Reading, Tree
from whence.vocab import word_set

NEAR = 70  # characters between a body and whoever has a post of it
# "Delta's deputy chairman, Ivo Duda", "Delta chief Ivo Duda": what stands before the post, and behind it.
OWNS = re.compile(r"(?:[’']s?)? (?:[a-z-]+ ){0,2}")
HOLDS = re.compile(r",? (?:(?:Mr|Mrs|Ms|Dr|Sir|Dame)\.? )?")
# "Ivo Duda, the deputy chairman of Delta"
IS = re.compile(r",? (?:who (?:is|was) )?(?:(?:the|an?) )?(?:[a-z-]+ ){0,2}")
OF = re.compile(r" (?:of|at|for|with) (?:the )?")
PAST = re.compile(r"\b(?:former|ex|one-time|onetime|outgoing)\b")
NOT_YET = frozenset({"will", "would", "may", "might", "shall", "could", "to"})


def of_members(
    reading: Reading, mentions: Sequence[Mention], meant: Mapping[Span, int], bodies: Bodies
) -> Iterator[tuple[Mention, int]]:
    """Each common noun for a body that somebody joined or led before, with the group of that body.

    `meant` gives the group of each name and of each pronoun that means somebody.
    """
    nouns = {m.span.end: m for m in mentions if m.form == "nominal" and m.type == "organization"}
    people = {span.start: group for span, group in meant.items()}
    posts = sorted(_posts(mentions, bodies))
    for tree in reading.trees:
        for who, what in _joined(tree):
            noun, person = nouns.get(what), next((people[at] for at in who if at in people), None)
            if noun is None or person is None:
                continue
            told = {b for at, p, b in posts if p == person and at < tree.start}
            fits = {b for b in told if (fit := bodies.fit(noun.value, b)).suits or fit.unknown}
            if len(told) == len(fits) == 1:
                yield noun, fits.pop()


def _joined(tree: Tree) -> Iterator[tuple[list[int], int]]:
    """Where those begin who joined or led something, and where the noun for it ends."""
    verbs = word_set("membership.yaml", "verbs")
    for i, verb in enumerate(tree.tokens):
        if verb.lemma not in verbs or verb.upos != "VERB":
            continue
        kids = [k for k, t in enumerate(tree.tokens) if t.head == i]
        if any(tree.tokens[k].lemma in NOT_YET for k in kids):
            continue
        who = [k for k in kids if tree.tokens[k].deprel == "nsubj"]
        for k in kids:
            if who and tree.tokens[k].deprel == "obj":
                parts = [n for n, t in enumerate(tree.tokens) if n == who[0] or t.head == who[0]]
                yield [tree.tokens[n].start for n in parts if n <= who[0]], tree.tokens[k].end


def _posts(mentions: Sequence[Mention], bodies: Bodies) -> Iterator[tuple[int, int, int]]:
    """Each post of a body that a text gives to somebody beside the body's name: (where, person, body)."""
    names = sorted((m.span, m.type, i) for i, g in enumerate(bodies.groups) for m in g)
    starts = [span.start for span, _, _ in names]
    for post in (m.span for m in mentions if m.type == "role"):
        first, last = bisect_left(starts, post.start - NEAR), bisect_left(starts, post.end + NEAR)
        before = [n for n in names[first:last] if n[0].end <= post.start]
        behind = [n for n in names[first:last] if n[0].start >= post.end]
        if not before or not behind or PAST.search(bodies.doc.text, before[-1][0].end, behind[0][0].start):
            continue
        (one, kind, left), (two, other, right) = before[-1], behind[0]
        if kind != "person" and other == "person" and _fits(bodies, one, post, two, OWNS, HOLDS):
            yield post.start, right, left
        if kind == "person" and other != "person" and _fits(bodies, one, post, two, IS, OF):
            yield post.start, left, right


def _fits(bodies: Bodies, one: Span, post: Span, two: Span, before: re.Pattern[str], behind: re.Pattern[str]) -> bool:
    text = bodies.doc.text
    return bool(before.fullmatch(text, one.end, post.start) and behind.fullmatch(text, post.end, two.start))
