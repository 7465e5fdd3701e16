"""Of which body a post is, where no word beside it says so: "the general secretary, Ada Mensah, resigned".

A body stands for the seat when the document gives it to that post or to that holder elsewhere, or when it is the
body of that sort that the document speaks of most. What is inferred is marked so, and shows the name it rests on.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from whence.annotate.arguments.lookup import Lookup
from whence.annotate.mentions.lexicon import noun_type
from whence.model import Argument, Chain, Claim, Span
from whence.text.names.sorts import heads, sorts_of_name, sorts_of_word, sorts_of_words
from whence.vocab import labels_of, load_words, word_set

DISMISSED = "member_of.dismissed"  # "Delta Freight sacked its chairman, Ada Mensah"
BODY_ROLES = ("of", "to")
HOUSES = frozenset({"hospital", "school", "museum", "church"})
FEWEST = 2  # mentions of a body that a document speaks of
AHEAD = 1.5  # times as many as of the next
NEAR = 400  # characters before the post in which its body is named
OPENED = frozenset({"a", "an", "one", "another"})  # "a broker" is nobody's post in particular
STATES = frozenset({"president", "vice-president", "vice president", "leader", "deputy leader", "commander"})
"""Posts that states and ranks have too: "President Ada Mensah" is of no firm; "the president, Ada Mensah," may be."""
DEFINITE = re.compile(
    r"\b(?:the|as)\s+(?:(?:former|ex|new|then|current|outgoing|acting|interim)[\s-]+)*$", re.IGNORECASE
)
OPENING = re.compile(r"\b(?:an?|one|another) (?:[\w-]+ )?$", re.IGNORECASE)
# What may stand before a noun that nothing narrows.
ALONE = re.compile(
    r"(?:^|[.!?:;,“\"—–-]\s?|\n|\b(?:the|an?|said|says|and|but|by|with|told|to|that|as|when|while)\s)$", re.I
)
SPEAKS = ("spokesman", "spokeswoman", "spokesperson", "official")
# Nouns for the body before a post of it: "Union leader Ada Mensah". An opposition is none that is named.
LEADS = frozenset(
    """
    company firm club party union bank airline ministry university college school hospital museum church diocese
    federation association league charity newspaper paper orchestra court
    """.split()
)
UNNAMED = frozenset({"opposition", "coalition", "government", "faction"})  # an opposition leader is of no one party
UNSAID = frozenset({"acting", "interim", "ad", "then", "new", "current", "the"})
LESSER = frozenset(
    "assistant associate senior junior local regional group global joint first longtime founding".split()
)
WHERE = re.compile(
    r",? (?:where|at which|for which) (?:he|she|[A-Z][\w’'-]+) (?:is|was|has been|had been|became|served as|worked as"
    r"|is now|was once) (?:also |then |later )?(?:the |an? )?(?:(?:former|acting|interim|deputy) )?$"
)
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())
OWNED = re.compile(r"(?:\b(?:whose|his|her|its|their|our|my|your)|[’'](?:s|\b))\s+(?:\w+\s+)?$", re.IGNORECASE)
OF_PART = re.compile(r"\b(?:branch|section|chapter|lodge|ward|district|depot|shop|works)\s+$", re.IGNORECASE)
BRACKETED = re.compile(r"\([^,]*,\s[A-Z]")
SAID_OF = re.compile(r"\s+(?:of|for|at)\s")
OF_BOARD = re.compile(r"\s+(?:of|to) the (?:executive |supervisory |management )?board(?: of directors)?$")


class Seats:
    """The bodies of one document by the posts and the holders that it gives them."""

    def __init__(self, lookup: Lookup, chains: Sequence[Chain], claims: Sequence[Claim]) -> None:
        self.lookup, self.chains = lookup, chains
        self.by_post: dict[str, set[str]] = defaultdict(set)
        self.by_holder: dict[str, set[str]] = defaultdict(set)
        self.by_both: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.bodies = {c.id: c for c in chains if c.type == "organization" or self._is_house(c)}
        self.size = Counter({id: len(c.mentions) for id, c in self.bodies.items()})
        self.by_appointment: dict[tuple[Span, str], set[str]] = defaultdict(set)
        for claim in claims:
            body = self._body(claim)
            holder, post = self._holder(claim), self.post(claim)
            if body is not None and holder and post and not self._is_party_of_office(post, body):
                self.by_post[post].add(body)
                self.by_holder[holder].add(body)
                self.by_both[holder, post].add(body)
            self._appointed(claim)

    def _is_party_of_office(self, post: str, body: str) -> bool:
        """Whether a body is the party of who holds an office of state: "the mayor, Ada Mensah of the Greens"."""
        return post.split()[-1] in word_set("misread.yaml", "offices") and "party" in self.sorts[body]

    def _is_house(self, chain: Chain) -> bool:
        """Whether a building has a sort of body in its name: a hospital, a school."""
        return chain.type == "facility" and bool(sorts_of_name(chain.name.lower().split()) & HOUSES)

    def _appointed(self, claim: Claim) -> None:
        """Take whoever names somebody to a post, or sacks him, for its body: "Delta named Ada Mensah chairman"."""
        dismissed = claim.maker.rule == DISMISSED
        roles = ("member", "group") if dismissed else ("appointee", "authority")
        who, by = map(claim.argument, roles)
        if (claim.predicate != "appoints" and not dismissed) or who is None or by is None:
            return
        body, holder = self._chained(by), self._chained(who)
        if holder and body in self.bodies:
            self.by_appointment[claim.evidence, holder].add(body)

    def _chained(self, arg: Argument) -> str:
        spans = [s for s in (arg.antecedent, arg.span) if s is not None]
        return next((self.lookup.chain_of[s].id for s in spans if s in self.lookup.chain_of), "")

    def post(self, claim: Claim) -> str:
        """The words for a claim's post, without those for how it is held."""
        post = claim.argument("post")
        if post is None or post.span is None:
            return ""
        words = [w for w in OF_BOARD.sub("", self.lookup.doc.quote(post.span).lower()).split() if w not in UNSAID]
        if words and words[0] in ORDINALS and " ".join(words[1:]) in labels_of("seats.yaml"):
            words = words[1:]  # "the third president" is a president; a first secretary is no secretary
        return " ".join(words)

    def seat(self, post: str) -> frozenset[str]:
        """The sorts of bodies that have a post; "union president" says it itself, a local manager is a manager."""
        known = labels_of("seats.yaml").get(post)
        lead, _, rest = post.partition(" ")
        if lead in UNNAMED:
            return frozenset()
        if known is None and rest in labels_of("seats.yaml"):
            known = self.seat(rest) if lead in LESSER else sorts_of_words().get(lead)
        return known or frozenset()

    def _holder(self, claim: Claim) -> str:
        holder = claim.argument("holder")
        return self._chained(holder) if holder else ""

    def _body(self, claim: Claim) -> str | None:
        for role in BODY_ROLES:
            arg = claim.argument(role)
            if arg is None:
                continue
            spans = [s for s in (arg.antecedent, arg.span) if s is not None]
            return next((c.id for s in spans if (c := self.lookup.chain_of.get(s)) and c.id in self.bodies), None)
        return None

    def body_of(self, claim: Claim) -> Span | None:
        """The name of the body whose post a claim gives; None where it says so itself or nothing tells."""
        post = claim.argument("post")
        if claim.predicate != "holds_role" or post is None or post.span is None:
            return None
        if claim.region == "byline" or any(claim.argument(role) is not None for role in BODY_ROLES):
            return None  # whoever signs need not be of the body that the text speaks of
        if OWNED.search(self.lookup.doc.text, max(0, post.span.start - 40), post.span.start):
            return None  # "whose chairman", "the chamber's secretary": the owner says of which body
        if OF_PART.search(self.lookup.doc.text, max(0, post.span.start - 16), post.span.start):
            return None  # "branch chairman": the branch is no part of whatever body is near
        if SAID_OF.match(self.lookup.doc.text, post.span.end):
            return None  # "the leader of the rising": the words behind it say of what
        name, holder = self.post(claim), self._holder(claim)
        if BRACKETED.match(self.lookup.doc.text, post.span.start - 1, post.span.end + 4):
            return None  # "Ada Mensah (treasurer, Salt Division)": the words behind the comma say of what
        if lead := self._lead(post.span, name):
            return self._led(lead, post.span)
        sorts = self.seat(name)
        if not sorts and any(noun_type(w, w) == "organization" for w in name.split()[:-1]):
            return None  # a trade union lawyer is of a union that nothing names
        if (beside := self._where(post.span)) is not None:
            return beside
        mine = self.by_both.get((holder, name), set())
        named = {b for b in self.by_appointment.get((claim.evidence, holder), set()) if self.sorts[b] & sorts}
        if len(named) == 1:
            return self._name(next(iter(named)), post.span)
        if not mine and (not sorts or self._opened(post.span) or self._others(claim, sorts)):
            return None
        bare = name in STATES and not DEFINITE.search(
            self.lookup.doc.text, max(0, post.span.start - 40), post.span.start
        )
        posts, held = self.by_post.get(name, set()), self.by_holder.get(holder, set())
        # "President Duda" is of no firm that has a president.
        posts = posts & held if bare and name != "commander" else posts
        for known in (mine, set() if bare else self._here(claim), posts, held):
            fits = known if known is mine else {b for b in known if self.sorts[b] & sorts}
            if fits:
                return self._name(next(iter(fits)), post.span) if len(fits) == 1 else None
        return None if bare else self._spoken_of(sorts, post.span)

    def _lead(self, post: Span, name: str) -> str:
        """The common noun that tells whose post it is: "Party leader Ada Mensah", "a company spokesman"."""
        before = self.lookup.doc.text[max(0, post.start - 24) : post.start]
        lead, _, rest = name.partition(" ")
        beside = before.endswith(" ") and bool(before.split()) and before.split()[-1].lower() in LEADS
        if not rest or lead not in LEADS:
            lead, rest = (before.split()[-1].lower(), name) if beside else ("", "")
        at = self.lookup.doc.text.lower().rfind(lead, 0, post.start + len(lead))
        if not lead or not ALONE.search(self.lookup.doc.text, max(0, at - 8), at):
            return ""  # "Supporters' association chairwoman"
        spoken = rest.endswith(SPEAKS)
        new = OPENING.search(self.lookup.doc.text, max(0, post.start - 24), post.start) is not None
        return lead if spoken or (self.seat(rest) and not new) else ""

    def _led(self, lead: str, post: Span) -> Span | None:
        """The one body that the text calls by a noun, else the one of that sort of which it speaks."""
        before = {id: [s for s in chain.mentions if s.start < post.start] for id, chain in self.bodies.items()}
        called = [id for id, spans in before.items() if any(self._is_called(s, lead) for s in spans)]
        if called:
            return self._name(called[0], post) if len(called) == 1 else None
        if lead in load_words("body_narrow.yaml"):
            return None
        return self._spoken_of(sorts_of_words()[lead], post)

    def _is_called(self, span: Span, noun: str) -> bool:
        """Whether a name or a common noun ends in a noun, or a name has it before "of"."""
        words = self.lookup.doc.quote(span).lower().split()
        return noun in (heads(words) if span in self.lookup.named else words[-1:])

    def _opened(self, post: Span) -> bool:
        before = self.lookup.doc.text[max(0, post.start - 40) : post.start].lower().split()
        return any(w in OPENED for w in before[-2:])

    def _others(self, claim: Claim, sorts: frozenset[str]) -> bool:
        """Whether the sentence names two bodies that may have the post, or one of a sort that nothing tells."""
        around = self.lookup.covering(claim.evidence.start, claim.evidence.end)
        here = {c.id for m in around if (c := self.lookup.chain_of.get(m.span)) and c.id in self.bodies}
        known = {body: self.sorts[body] for body in here}
        return any(not k for k in known.values()) or sum(bool(k & sorts) for k in known.values()) > 1

    def _here(self, claim: Claim) -> set[str]:
        """The bodies that the sentence names."""
        around = self.lookup.covering(claim.evidence.start, claim.evidence.end)
        named = (m.span for m in around if m.form == "name" and claim.evidence.contains(m.span))
        return {c.id for span in named if (c := self.lookup.chain_of.get(span)) and c.id in self.bodies}

    @cached_property
    def sorts(self) -> Mapping[str, frozenset[str]]:
        """The sorts of each body, by the words of all that stands for it."""
        return {id: frozenset(k for s in chain.mentions for k in self._told(s)) for id, chain in self.bodies.items()}

    def _told(self, span: Span) -> frozenset[str]:
        """The sorts that a name or a common noun tells."""
        words = self.lookup.doc.quote(span).lower().split()
        return sorts_of_name(words) if span in self.lookup.named else sorts_of_word(words[-1])

    def _where(self, post: Span) -> Span | None:
        """The body named right before "where he was"."""
        text = self.lookup.doc.text
        for m in self.lookup.covering(max(0, post.start - 80), post.start):
            if m.span in self.lookup.named and WHERE.fullmatch(text, m.span.end, post.start):
                chain = self.lookup.chain_of.get(m.span)
                return m.span if chain is not None and chain.id in self.bodies else None
        return None

    def _spoken_of(self, sorts: frozenset[str], post: Span) -> Span | None:
        fits = [(n, id) for id, n in self.size.most_common() if self.sorts[id] & sorts]
        near = [id for _, id in fits if self._last(id, post) is not None]
        if len(fits) > 1 and near == [fits[0][1]] and fits[0][0] > fits[1][0]:
            return self._name(near[0], post)  # of several the only one that stands before the reader's eyes
        if not fits or (len(fits) > 1 and (fits[0][0] < FEWEST or fits[0][0] < AHEAD * fits[1][0])):
            return None
        before = any(s.start < post.start for s in self.bodies[fits[0][1]].mentions)
        return self._name(fits[0][1], post) if fits[0][1] in near or (len(fits) == 1 and before) else None

    def _last(self, body: str, post: Span) -> Span | None:
        """What last stood for a body near before a post."""
        before = [s for s in self.bodies[body].mentions if s.start < post.start and post.start - s.end <= NEAR]
        return max(before, default=None)

    def _name(self, body: str, post: Span) -> Span | None:
        """The fullest name of a body before the post, else after it."""
        names = [s for s in self.bodies[body].mentions if s in self.lookup.named]
        before = [s for s in names if s.start < post.start] or names
        return max(before, key=lambda s: (len(s), -s.start), default=None)


def seats(lookup: Lookup, chains: Sequence[Chain], claims: Sequence[Claim]) -> dict[Span, Span]:
    """The name of its body for every post that no word beside it gives to one."""
    stated = [claim.as_stated() for claim in claims]
    known = Seats(lookup, chains, stated)
    posts = ((claim.argument("post"), known.body_of(claim)) for claim in stated)
    return {post.span: body for post, body in posts if post is not None and post.span is not None and body is not None}


def seated(
    lookup: Lookup, chains: Sequence[Chain], claims: Sequence[Claim], beside: Sequence[Claim] = ()
) -> list[Claim]:
    """The claims, with the body of each post that none of their own words names; what is `beside` them tells too."""
    stated = [claim.as_stated() for claim in claims]
    known = Seats(lookup, chains, [*(claim.as_stated() for claim in beside), *stated])
    return [_with_body(claim, known.body_of(claim)) for claim in stated]


def _with_body(claim: Claim, body: Span | None) -> Claim:
    post = claim.argument("post")
    if body is None or post is None:
        return claim
    of = Argument("of", post.span, None, "organization", body, inferred=True)
    return replace(claim, arguments=(*claim.arguments, of))
