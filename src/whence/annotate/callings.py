"""A calling beside a name is no post: of "drummer Ivo Duda" and "Ada Vale, a novelist," nobody holds one."""

from functools import cache

from whence.annotate.claims.scene import Scene
from whence.annotate.mentions.lexicon import roles
from whence.model import Claim, Span
from whence.reader import taught

# On 396 marked real texts, of posts that stand beside a name without a body, 5 of 87 were marked where the reader has
# less than .1 at their own words, and 4 of 18 up to .2.
SEEN = 0.15
NO_POST = "the reader takes it for a calling, and no body is named"
SIDE_BY_SIDE = frozenset({"post.before_name", "post.shared", "post.two", "post.comma.own", "holds_role.noun"})
GIVING = frozenset({"holds_role", "holds_rank", "appoints", "elects", "succeeds", "commands", "directs"})


@cache
def callings() -> frozenset[str]:
    """What people do for a living, wherever they do it; not the clergy, whose callings are given."""
    return frozenset((*roles()["occupations"], *roles()["crafts"])) - frozenset(roles()["clergy"])


def is_bare_calling(scene: Scene, claim: Claim) -> bool:
    """Whether a calling stands beside a name, nothing says of which body it is, and the reader sees no post in it."""
    post = claim.argument("post")
    if claim.predicate not in taught() or claim.maker.rule not in SIDE_BY_SIDE or claim.trigger is None:
        return False
    if post is None or post.span is None or any(a.role in ("of", "to") for a in claim.arguments):
        return False
    words = scene.doc.quote(post.span).lower().split()
    if not {words[-1], words[-1].removesuffix("s"), " ".join(words)} & callings():
        return False
    return not (_is_predicate(scene, post.span) or _is_seen(scene, claim, (claim.trigger, post.span)))


def _is_predicate(scene: Scene, post: Span) -> bool:
    """Whether somebody is said to be it: "Ivo Duda was a drummer"."""
    parse = scene.parse_at(post.start)
    head = parse.head_of(post.start, post.end) if parse is not None else None
    return parse is not None and head is not None and bool(parse.kids(parse.first_conjunct(head), "cop"))


def _is_seen(scene: Scene, claim: Claim, spans: tuple[Span, ...]) -> bool:
    """Whether the reader finds it possible that words of these spans give a post."""
    return any(
        hint.predicate in GIVING
        and hint.score >= SEEN
        and any(hint.start < s.end and s.start < hint.end for s in spans)
        for hint in scene.hints_in(claim.evidence)
    )
