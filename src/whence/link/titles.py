"""Posts beside the names of people, and posts that stand alone for one of them."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from whence.model import Document, Mention, Span

DEPUTIES = frozenset({"deputy", "vice", "assistant", "associate", "junior", "under"})
# They say nothing of which post it is.
PASSING = frozenset(
    "former ex new acting interim outgoing incoming late then current longtime senior top veteran chief".split()
)
# "Ana Mor was elected on Monday the third president"
TOOK_POST = re.compile(
    r" (?:(?:was|is|has been|had been) (?:re-?)?(?:elected|named|appointed|chosen|sworn in as|made)|became)"
    r"(?: (?:on|in) [A-Z]\w+)?(?: (?:the|its|their|as))*(?: (?:new|acting|interim|first|second|third|next))? ",
)
OF_BODY = re.compile(r" (?:of|at|for) (?:the )?")
# "The mayor's father" is kin of the man; "the mayor's office" may be anybody's.
OWN_KIN = re.compile(
    r"[’']s (?:(?:late|elder|younger|eldest|youngest|estranged|former|ex-?) ?)*(?:half-)?(?:son|daughter"
    r"|father|mother|brother|sister|nephew|niece|uncle|aunt|cousin|wife|husband|widow|widower|grandson|granddaughter|lawyer|driver|deputy|aide)\b"
)


def _is_one_post(one: str, two: str) -> bool:
    """Whether two posts may be one: the minister is the interior minister; the foreign or the deputy one is not."""
    (*first, post), (*second, other) = (value.lower().split() for value in (one, two))
    mine, theirs = ({w.replace("defence", "defense") for w in words if w not in PASSING} for words in (first, second))
    if post != other or mine & DEPUTIES != theirs & DEPUTIES:
        return False
    return not mine or not theirs or not mine.isdisjoint(theirs)


def titles_beside(doc: Document, mentions: Sequence[Mention], points: Mapping[Span, int]) -> dict[int, set[str]]:
    """Posts that stand right before or, after a comma, behind the names of each group."""
    found: dict[int, set[str]] = defaultdict(set)
    ordered = [m for m in mentions if m.form == "name"]
    for one, two in itertools.pairwise(ordered):
        between = doc.text[one.span.end : two.span.start]
        if one.type == "role" and two.span in points and two.type == "person" and between.strip(" .,") == "":
            found[points[two.span]].add(one.value)
        near = between.strip(" ,").removeprefix("the").removeprefix("an").removeprefix("a").strip()
        if two.type == "role" and one.span in points and one.type == "person" and "," in between and len(near) < 12:
            found[points[one.span]].add(two.value)
        if two.type == "role" and one.span in points and one.type == "person" and TOOK_POST.fullmatch(between):
            found[points[one.span]].add(two.value)
    for role, body, who in zip(ordered, ordered[1:], ordered[2:], strict=False):
        named = role.type == "role" and body.type in ("organization", "place") and who.type == "person"
        of_body = OF_BODY.fullmatch(doc.text, role.span.end, body.span.start)
        if named and who.span in points and of_body and doc.text[body.span.end : who.span.start] == ", ":
            found[points[who.span]].add(role.value)  # "the mayor of Osk, Ana Mor"
    return found


def bare_roles(
    doc: Document, mentions: Sequence[Mention], points: Mapping[Span, int], titles: Mapping[int, set[str]]
) -> Iterator[tuple[Mention, int]]:
    """A bare "the ambassador" points at the one person of the text who was called that before."""
    ordered = [m for m in mentions if m.form == "name"]
    for i, mention in enumerate(ordered):
        if mention.type != "role" or mention.maker.rule != "post":
            continue
        if doc.quote(mention.span).endswith("s") and not doc.quote(mention.span).endswith("ss"):
            continue  # "the commanders" are not one of them
        before = doc.text[max(0, mention.span.start - 24) : mention.span.start].lower()
        following = doc.text[mention.span.end : mention.span.end + 12]
        named = (
            i + 1 < len(ordered)
            and ordered[i + 1].type == "person"
            and ordered[i + 1].span.start - mention.span.end < 3
        )
        if (
            named
            or following.startswith((" of", " to ", " for", " at ", "-"))
            or (following.startswith(("’s", "'s")) and not OWN_KIN.match(doc.text, mention.span.end))
            or not before.rstrip().endswith(("the", "an", "n", "the new"))
        ):
            continue
        if not before.rstrip().endswith(("the", "the new")) and not (
            i and ordered[i - 1].type == "nationality" and "the " in before
        ):
            continue
        earlier = {points[m.span] for m in ordered[:i] if m.span in points}
        fits = [
            g for g, held in titles.items() if g in earlier and any(_is_one_post(mention.value, post) for post in held)
        ]
        if len(fits) == 1:
            yield mention, fits[0]
