"""From a token that fills a role to an argument: a name, a pronoun with its antecedent, or described words."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.relations import RELATIVE
from whence.annotate.syntax import Parse
from whence.model import Argument, Chain, Document, Mention, Span
from whence.vocab import labels_of

STATE_NOUNS = frozenset(
    """
    government regime state authority administration republic leadership establishment parliament army
    """.split()
)
TAIL_NOUNS = frozenset(
    """
    militia group movement party company firm bloc alliance faction cartel gang newspaper agency channel union
    network force organisation organization brigade team outlet broadcaster rebel
    """.split()
)
PLACE_NOUNS = frozenset(
    """
    city town village hamlet port district province region county island suburb neighbourhood neighborhood settlement
    municipality commune prefecture department republic kingdom emirate state site township locality parish
    """.split()
)
MODIFIES = re.compile(
    r"(?:(?:,| and| or) [\w-]+){0,3} (?:troops|forces|soldiers|citizens|officials|interests|diplomats|personnel|targets"
    r"|companies|firms|media)\b"
)
PLACED = re.compile(r"\s+of\s+(?:the\s+)?")
MEN_OF = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?(?:(?:company|firm|group|agency)\s+)?")
MEN = frozenset(
    """
    instructor agent officer fighter troop soldier guard gunman inspector investigator operative trooper commando
    militant guerrilla marine detective insurgent mercenary contractor official personnel
    """.split()
)
ASKED_WHOSE = re.compile(r"\b(?:ask\w*|wonder\w*|know\w*|knew|clear|about|see|saw|is|was)\s+$")
OF_GUARDS = frozenset("presidential national republican coast royal home civil border".split())
BETWEEN = re.compile(r"\s*(?:and\s+|(?:of|to|at|for|in)\s+(?:the\s+)?)?")
COMMA = re.compile(r"\s*,\s*(?:the\s+)?")
APPOSED = re.compile(
    r"\s*\)?(?:,(?!\s*(?:and|or|but)\b)\s*(?:(?:the|a|an|who (?:is|was) (?:the|a))\s)?|\s(?:the|a|an)\s)[^,;.()]{0,40}"
)
OPENED = re.compile(r"\s+[\"“«‘']?\s?")
JOINED = re.compile(r"\s(?:and|or)\s[^,;:()–—]{0,60}$")
AUTHORITIES = frozenset({"court", "agency", "ministry", "parliament", "army"})
SET_APART = re.compile(r"[.;)]|,\s(?!and\b|or\b)[a-z]")
SEATED = re.compile(r" (?:in|at) (?:the )?")
BOUNDED = re.compile(r"no (?:more|fewer|less|later|longer)\b", re.IGNORECASE)
ARTICLES = tuple("that the ,which the ,the ,a single ,a ,an ,its ,his ,her ,their ,no ".split(","))
EVERY = frozenset({"each", "both", "all"})
TITLES = frozenset({"style", "rank", "post"})
BODIES = frozenset({"organization", "facility"})
JOINED_NAME = frozenset({"appos", "flat", "compound", "nmod", "dep"})
NAMED = frozenset({"person", "organization", "place", "facility", "law", "event", "work", "vehicle"})
TOLD = frozenset({"person", "organization", "place", "event", "work"})
AGENTS = frozenset({"person", "organization"})
OF_A_POST = frozenset({"organization", "place", "person"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """What stands at a place of the tree: its span, its type, whether it is a name, and the antecedent of a pronoun."""

    span: Span
    type: str
    named: bool
    antecedent: Span | None = None
    value: str | None = None
    country: bool = False
    inferred: bool = False


class Described(Protocol):
    """A noun phrase whose type the reader told."""

    @property
    def start(self) -> int:
        """Where the phrase begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def type(self) -> str:
        """The kind of thing that it describes."""


class Lookup:
    """Mentions and chains of one document, asked by place; `described` are noun phrases with the reader's type."""

    def __init__(
        self,
        doc: Document,
        mentions: Sequence[Mention],
        chains: Sequence[Chain],
        described: Sequence[Described] = (),
    ) -> None:
        self.told = {d.end: (d.start, d.type) for d in sorted(described, key=lambda d: d.start) if d.type in TOLD}
        self.doc = doc
        self.mentions = sorted(mentions, key=lambda m: (m.span, m.type))
        self.starts = [m.span.start for m in self.mentions]
        self.chain_of = {span: chain for chain in chains for span in chain.mentions}
        self.names_by_type = {(m.span, m.type) for m in self.mentions if m.form == "name"}
        self.named = {m.span for m in self.mentions if m.form == "name" and m.type in NAMED}

    def covering(self, start: int, end: int) -> list[Mention]:
        """Mentions that share a character with the range, in order."""
        found = []
        for k in range(bisect_right(self.starts, end) - 1, -1, -1):
            m = self.mentions[k]
            if m.span.start < end and start < m.span.end:
                found.append(m)
            if start - m.span.start > 200:
                break
        return found[::-1]

    def holds_name(self, span: Span) -> bool:
        """Whether a name stands inside `span`."""
        inside = self.covering(span.start, span.end)
        return any(m.form == "name" and m.type in NAMED and span.contains(m.span) for m in inside)

    def announced(self, role: Mention) -> Mention | None:
        """The person whose name follows a title, other titles and "of the Guild" between them."""
        at = role.span.end
        styled = False
        for m in self.mentions[bisect_right(self.starts, role.span.start) :]:
            body = m.form == "nominal" and m.type == "organization"
            if m.span.start < at or (m.form != "name" and not body):
                continue
            if m.type == "role" and m.maker.rule in TITLES and COMMA.fullmatch(self.doc.text, at, m.span.start):
                at, styled = m.span.end, True  # "the president of the Guild, Mr Ada Mensah"
                continue
            if styled:
                return m if m.type == "person" and not self.doc.text[at : m.span.start].strip(" .") else None
            if m.type == "nationality" and COMMA.fullmatch(self.doc.text, at, m.span.start):
                # "the chief of the Guild, the Swiss Ada Mensah,"
                beside = self.covering(m.span.end + 1, m.span.end + 2)
                return next((n for n in beside if n.type == "person" and n.form == "name"), None)
            if m.type == "person" and COMMA.fullmatch(self.doc.text, at, m.span.start):
                return m if self.doc.text[m.span.end : m.span.end + 1] in (",", ".", ";", ")") else None
            if not BETWEEN.fullmatch(self.doc.text, at, m.span.start):
                return None
            apart = self.doc.text[at : m.span.start].strip()
            if m.type == "person":
                return None if apart else m  # "an adviser to Ada Mensah" is not she
            if m.type == "role" and apart not in ("", "and"):
                return None  # "a spokesman for President Ada Mensah"
            if m.type not in ("role", "organization", "place", "nationality"):
                return None
            if m.type != "role" and not self.doc.text[at : m.span.start].strip():
                return None
            at = m.span.end
        return None

    def apposed(self, role: Mention) -> Mention | None:
        """The person before a comma whose post `role` gives ("Ada Mensah, the new chief of the Guild")."""
        before = [m for m in self.mentions[: bisect_right(self.starts, role.span.start)] if m.form == "name"]
        for m in reversed(before[-4:]):
            if m.type == "person":
                return m if APPOSED.fullmatch(self.doc.text, m.span.end, role.span.start) else None
        return None

    def name_of(self, mention: Mention) -> Span | None:
        """The fullest name in the chain of `mention`, for a pronoun or a bare title."""
        chain = self.chain_of.get(mention.span)
        if chain is None:
            return None
        if mention.form == "pronoun" and mention.type == "person" and chain.type in BODIES:
            return None  # "she" is no firm
        if mention.form == "pronoun" and chain.type == "person" and self.doc.quote(mention.span).lower() == "which":
            return None
        names = [s for s in chain.mentions if (s, chain.type) in self.names_by_type and s != mention.span]
        before = [s for s in names if s.start <= mention.span.start] or names
        return max(before, key=lambda s: (len(s), -s.start), default=None)


def candidate(lookup: Lookup, parse: Parse, token: int) -> Candidate | None:
    """What stands at `token`: the name whose head it is, a resolved title or pronoun, or the noun phrase."""
    t = parse.tokens[token]
    found = lookup.covering(t.start, t.end)
    for mention in found:
        if mention.form == "pronoun":
            if mention.value == "whose" and is_asked(lookup.doc.text, mention.span.start):
                return None
            noun = _relative_of(parse, token)
            if noun is not None and (noun == token - 1 or _of_subject(lookup, parse, noun, mention)):
                return candidate(lookup, parse, noun)
            if parse.lemmas[token] in RELATIVE and not _here(lookup, parse, mention):
                # "who" and "which" mean somebody of their own sentence
                return owner(lookup, parse, token) or _who_before(lookup, parse, token)
            return _pronoun(lookup, mention) or owner(lookup, parse, token) or _which_before(lookup, parse, token)
    names = [m for m in found if m.form == "name" and m.type not in ("role", "quantity", "nationality", "money")]
    if names:
        named = _named(lookup, names[0])
        return None if named.country and MODIFIES.match(lookup.doc.text, named.span.end) else named
    body = next((m for m in found if m.form == "nominal" and m.type == "organization"), None)
    if body is not None and lookup.name_of(body) is not None and not _seated_elsewhere(lookup, parse, token, body):
        return Candidate(body.span, "organization", True, lookup.name_of(body), None, False, True)
    if any(m.type == "role" for m in found):
        titled = _titled(lookup, parse, token, next(m for m in found if m.type == "role"))
        if titled is not None:
            return titled
    nationality = next((m for m in found if m.type == "nationality"), None)
    if nationality is not None and parse.base(token) == "appos" and parse.kids(token, "det"):
        return candidate(lookup, parse, parse.tokens[token].head)  # "Vale, the Kenyan, who left"
    if nationality is not None and parse.base(token) in ("amod", "compound"):
        return Candidate(nationality.span, "organization", True, None, nationality.value or None, True)
    return _described(lookup, parse, token)


def as_thing(lookup: Lookup, parse: Parse, token: int, types: frozenset[str]) -> Candidate | None:
    """What stands at `token` for a role of these types: "the port of Lobos" is Lobos, but what is run is the port.

    A port, a mill or a hospital that has a director is a body.
    """
    item = candidate(lookup, parse, token)
    if item is not None and item.type == "facility" and not item.named and types == OF_A_POST:
        return replace(item, type="organization")
    if item is None or not item.named or accepts(types, item) or parse.lemmas[token] not in PLACE_NOUNS:
        return item
    kind = noun_type(parse.lemmas[token], parse.word(token).lower())
    start, end = parse.phrase(token)
    if kind not in types or not start <= item.span.start < end:
        return item
    return Candidate(lookup.doc.span(_without_article(parse.text, start, end), end), kind, False)


def _named(lookup: Lookup, mention: Mention) -> Candidate:
    country = mention.type == "place" and bool(mention.value)
    return Candidate(mention.span, mention.type, True, None, mention.value or None, country)


def _here(lookup: Lookup, parse: Parse, pronoun: Mention) -> bool:
    """Whether a phrase of the pronoun's chain stands before it in its sentence."""
    chain = lookup.chain_of.get(pronoun.span)
    return chain is not None and any(parse.start <= s.start < pronoun.span.start for s in chain.mentions)


def _pronoun(lookup: Lookup, mention: Mention) -> Candidate | None:
    name = lookup.name_of(mention)
    if name is None:
        return None
    return Candidate(mention.span, lookup.chain_of[mention.span].type, True, name, None, False, True)


def is_asked(text: str, start: int) -> bool:
    """Whether the "whose" at an offset asks and stands for nobody: "asked whose envoy he was"."""
    return ASKED_WHOSE.search(text, max(0, start - 16), start) is not None


def owner(lookup: Lookup, parse: Parse, token: int) -> Candidate | None:
    """What "whose" and "of which" stand for: the noun on which the relative clause hangs, else that before a comma."""
    word = parse.word(token).lower()
    if word != "whose" and not (word in ("which", "whom") and parse.preposition(token) in ("of", "at")):
        return None
    above = parse.tokens[token].head
    every = word != "whose" and above == token - 2 and parse.lemmas[above] in EVERY
    if (
        word != "whose"
        and above >= 0
        and not every
        and (parse.tokens[above].upos in ("NUM", "DET", "ADJ") or parse.lemmas[above] == "one")
    ):
        return None  # "ten men, two of whom fell"
    noun = _relative_of(parse, token)
    first = above if every else token  # "Delta Freight and Salt Lines, both of which"
    if noun is None:
        noun = _noun_before(parse, first, token)
    found = candidate(lookup, parse, noun) if noun is not None else None
    if found is None or noun is None or not found.span.start < parse.tokens[noun].end:
        return found
    if found.span.end <= parse.tokens[token].start:
        return found
    return replace(found, span=lookup.doc.span(found.span.start, parse.tokens[noun].end))


def _noun_before(parse: Parse, first: int, token: int) -> int | None:
    """The noun before a relative clause whose tree passes over it: "the bank of Lima, whose director", the bank."""
    noun = first - 2 if first > 1 and parse.word(first - 1) == "," else first - 1
    if noun < 0 or parse.tokens[noun].upos not in ("NOUN", "PROPN"):
        return None
    while parse.base(noun) in ("nmod", "compound", "flat") and 0 <= parse.tokens[noun].head < token:
        noun = parse.tokens[noun].head
    return noun


def _who_before(lookup: Lookup, parse: Parse, token: int) -> Candidate | None:
    """Whoever stands before the comma before "who" or "which", where no tree and no chain tells who is meant."""
    word = parse.word(token).lower()
    if word not in ("who", "which") or token < 2 or parse.word(token - 1) != ",":
        return None
    noun = _noun_before(parse, token, token)
    found = candidate(lookup, parse, noun) if noun is not None else None
    if found is None or ((found.type == "person") != (word == "who") and found.type != "organization"):
        return None
    return found


def _which_before(lookup: Lookup, parse: Parse, token: int) -> Candidate | None:
    return _who_before(lookup, parse, token) if parse.word(token).lower() == "which" else None


def _relative_of(parse: Parse, token: int) -> int | None:
    """The noun on which the relative clause of "who" or "whose" hangs."""
    if parse.lemmas[token] not in RELATIVE:
        return None
    hung = (i for i in parse.path_up(token) if parse.tokens[i].deprel == "acl:relcl" and parse.tokens[i].head < token)
    return next((parse.tokens[i].head for i in hung), None)


def _titled(lookup: Lookup, parse: Parse, token: int, role: Mention) -> Candidate | None:
    """Of "Guild chief X" the tree may take the title for the head; the person that it announces is meant."""
    if parse.tokens[token].xpos == "NNS" or parse.kids(token, "nummod"):
        return None  # "agents of the Guild" are nobody by name
    announced = lookup.announced(role)
    if announced is not None:
        return _named(lookup, announced)
    for k in parse.kids(token, "flat", "appos", "compound", "nmod", "dep"):
        if k < token or (parse.base(k) == "appos" and not _close(parse, token, k)):
            continue
        for m in lookup.covering(parse.tokens[k].start, parse.tokens[k].end):
            if m.type == "person" and m.form == "name" and parse.preposition(k) == "":
                return _named(lookup, m)
    apposed = parse.base(token) not in ("obj", "iobj") and parse.preposition(token) in ("", "as")
    owner = lookup.apposed(role) if apposed else None  # "Ada Mensah, the widow of a minister", is no minister
    if owner is not None:
        return _named(lookup, owner)
    name = lookup.name_of(role)
    if name is not None and not _of_subject(lookup, parse, token, role):
        return Candidate(role.span, "person", True, name, None, False, True)
    return None


def _of_subject(lookup: Lookup, parse: Parse, token: int, meant: Mention) -> bool:
    """Whether somebody in the object would be the subject: nobody "dismissed the adviser who left" who is himself."""
    verb = parse.governor(token)
    if parse.base(token) not in ("obj", "iobj") or verb < 0:
        return False
    chain = lookup.chain_of.get(meant.span)
    doers = [m for k in _doers(parse, verb) for m in lookup.covering(parse.tokens[k].start, parse.tokens[k].end)]
    return chain is not None and any(lookup.chain_of.get(m.span) is chain for m in doers)


def _doers(parse: Parse, verb: int) -> list[int]:
    """Subjects of a verb, or of the first of a row of verbs, with what stands in apposition to them."""
    found = parse.kids(verb, "nsubj") or parse.kids(parse.first_conjunct(verb), "nsubj")
    return [*found, *(k for s in found for k in parse.kids(s, "appos", "flat"))]


def _close(parse: Parse, one: int, two: int) -> bool:
    return parse.tokens[two].start - parse.tokens[one].end < 80


def _described(lookup: Lookup, parse: Parse, token: int) -> Candidate | None:
    t = parse.tokens[token]
    if t.upos not in ("NOUN", "PROPN", "NUM", "ADJ", "PRON", "VERB", "SYM"):
        return None
    start, end = parse.phrase(token)
    inner = [m for m in lookup.covering(start, end) if m.form == "name" and start <= m.span.start and m.span.end <= end]
    lemma = parse.lemmas[token]
    before = [m for m in inner if m.span.end <= t.start and t.start - m.span.end <= 1]
    if lemma in TAIL_NOUNS and before and before[-1].type == "organization" and not _is_one_of(parse, token):
        return _named(lookup, before[-1])
    if lemma in TAIL_NOUNS and before and before[-1].type in ("law", "work", "event"):
        return replace(_named(lookup, before[-1]), type="organization")  # "the Rule of Law bloc"
    if lemma in PLACE_NOUNS:
        behind = [m for m in inner if m.span.start > t.end and m.type in ("place", "organization", "facility")]
        if behind and PLACED.fullmatch(parse.text, t.end, behind[0].span.start):
            return _named(lookup, behind[0])  # "the port city of Lobos" is Lobos
    if lemma in STATE_NOUNS:
        state = next((m for m in inner if m.value and m.type in ("nationality", "place")), None)
        if state is not None and lemma in (
            "government",
            "regime",
            "state",
            "authority",
            "administration",
            "leadership",
        ):
            return Candidate(state.span, "organization", True, None, state.value, True, True)
    subject = _told_of(lookup, parse, token)
    if subject is not None:
        return subject
    beside = _beside(lookup, parse, token) if t.upos in ("NOUN", "ADJ") else None
    beside = beside or _apposed_name(lookup, parse, token)
    if beside is not None:
        return _named(lookup, beside)
    start = _without_article(parse.text, _whole_number(lookup, start), end)
    kind = noun_type(lemma, parse.word(token).lower())
    if lemma == "element" and t.xpos == "NNS" and any(m.type == "organization" for m in inner):
        kind = "person"  # "two elements of the Third Brigade"
    if lemma == "guard" and any(parse.lemmas[k] in OF_GUARDS for k in parse.kids(token, "amod", "compound")):
        kind = "organization"  # "the coast guard" is no man
    if not kind and any(m.type == "role" for m in lookup.covering(t.start, t.end)):
        kind = "person"
    kind = kind or lookup.told.get(t.end, (0, ""))[1]
    first, whole = lookup.told.get(end, (0, ""))
    kind = kind or (whole if first <= t.start else "")  # "the dismissal of a chief" is no person
    if kind == "organization" and end == t.end:
        sorts = labels_of("body_classes.yaml").get(lemma, frozenset())
        start = _behind_owner(parse, token, start) if sorts & (AUTHORITIES | {"confederation"}) else start
        end = _seat_end(lookup, end) if sorts & AUTHORITIES else end
    return Candidate(lookup.doc.span(start, end), kind, False)


def _is_one_of(parse: Parse, token: int) -> bool:
    """Whether a noun brings in one that is not known: "a Harbour Board team" is not the Harbour Board."""
    return any(parse.word(k).lower() in ("a", "an", "another") for k in parse.kids(token, "det"))


def _whole_number(lookup: Lookup, start: int) -> int:
    """Where a phrase begins that a tree breaks in its number: "two and a half thousand people"."""
    numbers = (m.span.start for m in lookup.covering(start, start + 1) if m.type == "quantity")
    return min([start, *numbers])


def _behind_owner(parse: Parse, token: int, start: int) -> int:
    """Where a described body begins behind the common noun that owns it: "the bank's ethics panel" is a panel."""
    own, described = parse.kids(token, "nmod:poss"), parse.core(token)[0]
    common = bool(own) and parse.tokens[own[0]].upos == "NOUN" and parse.tokens[own[0]].start >= start
    common = common and parse.lemmas[own[0]] not in STATE_NOUNS
    return described if common and start < described < parse.tokens[token].start else start


def _seated_elsewhere(lookup: Lookup, parse: Parse, token: int, body: Mention) -> bool:
    """Whether a noun for an authority says which it is by its seat: "the court in Lima" is no court named before."""
    sorts, end = labels_of("body_classes.yaml").get(parse.lemmas[token], frozenset()), body.span.end
    seat = _seat_end(lookup, end) if sorts & AUTHORITIES else end
    name = lookup.name_of(body)
    return seat > end and name is not None and lookup.doc.text[end:seat].split()[-1] not in lookup.doc.quote(name)


def _seat_end(lookup: Lookup, end: int) -> int:
    """Where a noun for an authority ends with the place that tells which: "a court in Lima"."""
    at = SEATED.match(lookup.doc.text, end)
    places = lookup.covering(at.end(), at.end() + 1) if at else []
    seat = next((m for m in places if at and m.span.start == at.end() and m.type == "place" and not m.value), None)
    return seat.span.end if seat is not None else end


def _told_of(lookup: Lookup, parse: Parse, token: int) -> Candidate | None:
    """Whom a predicate noun describes: of "Delta is a firm based in Lima" the firm is Delta."""
    top = parse.first_conjunct(token)
    above = parse.tokens[top].head
    if (
        parse.tokens[top].xpos == "NNS"
        and above >= 0
        and parse.lemmas[above] == "one"
        and parse.preposition(top) == "of"
    ):
        top = above  # "is one of the papers owned by Delta"
    subjects = parse.kids(top, "nsubj")
    if parse.tokens[token].upos != "NOUN" or not subjects or subjects[0] > token:
        return None
    if not parse.kids(top, "cop") or parse.kids(top, "aux", "case"):
        return None
    if any(parse.lemmas[k] in ("not", "n't", "never", "no") for k in parse.kids(top, "advmod", "det")):
        return None
    found = candidate(lookup, parse, subjects[0])
    kind = noun_type(parse.lemmas[token], parse.word(token).lower())
    if found is None or not found.named:
        return None
    return found if kind in ("", found.type) or {kind, found.type} <= BODIES else None


def _beside(lookup: Lookup, parse: Parse, token: int) -> Mention | None:
    """The name right after a common noun: "the caterer Ivo Duda", "the cook, Ivo Duda, ...", "the firm Delta"."""
    at = parse.tokens[token].end
    body = _body_beside(lookup, parse, token)
    if body is not None:
        return body
    named = next((m for m in lookup.covering(at, at + 4) if m.type == "person" and m.form == "name"), None)
    kind = noun_type(parse.lemmas[token], parse.word(token).lower())
    if named is None or named.span.start < at or kind != "person":
        return None
    gap = parse.text[at : named.span.start]
    if gap == " ":
        return named
    below = parse.at(named.span.start, named.span.end)
    return named if gap == ", " and any(parse.tokens[k].head == token for k in below) else None


def _body_beside(lookup: Lookup, parse: Parse, token: int) -> Mention | None:
    """The body whose name follows the noun for its kind and hangs on it: "the British company Delta Freight"."""
    at = parse.tokens[token].end
    named = next((m for m in lookup.covering(at, at + 4) if m.form == "name" and m.span.start >= at), None)
    if named is None or named.type not in BODIES:
        return None
    if noun_type(parse.lemmas[token], parse.word(token).lower()) not in BODIES:
        return None
    owned = bool(parse.kids(token, "nmod:poss")) and parse.tokens[token].xpos == "NN"
    if owned and parse.text[at : named.span.start] == ", " and SET_APART.match(parse.text, named.span.end):
        return named  # "its local branch, Delta Freight, registered in Lima"
    if not OPENED.fullmatch(parse.text, at, named.span.start):
        return None
    below = parse.at(named.span.start, named.span.end)
    above = (token, parse.tokens[token].head)  # parsers hang it on the post as well: "director at the firm Delta"
    hangs = any(parse.tokens[k].head in above and parse.base(k) in JOINED_NAME for k in below)
    return named if hangs or parse.tokens[token].head in below else None


def their_body(lookup: Lookup, parse: Parse, token: int) -> Candidate | None:
    """The body whose men a common noun names: "Guild guards", "its agents"; what they do, the body does."""
    if parse.lemmas[token] not in MEN or (parse.tokens[token].xpos != "NNS" and parse.lemmas[token] != "personnel"):
        return None
    for k in parse.kids(token, "nmod:poss"):
        own = candidate(lookup, parse, k) if parse.word(k).lower() in ("its", "their") else None
        if own is not None and own.named and own.type == "organization":
            return own
    start, end = parse.phrase(token)
    t = parse.tokens[token]
    for m in lookup.covering(start, end):
        if m.form != "name" or m.type != "organization" or not start <= m.span.start:
            continue
        before = m.span.end <= t.start and t.start - m.span.end <= 1
        if before or MEN_OF.fullmatch(parse.text, t.end, m.span.start):
            return _named(lookup, m)
    return None


def of_body(lookup: Lookup, parse: Parse, token: int) -> Candidate | None:
    """The body to which men belong who are trained, armed or paid: "400 members of the coast guard"."""
    if parse.lemmas[token] not in MEN | {"member", "recruit"} or parse.tokens[token].xpos != "NNS":
        return None
    for k in parse.kids(token, "nmod"):
        found = candidate(lookup, parse, k) if parse.preposition(k) in ("of", "from") else None
        if found is not None and found.type == "organization":
            return found
    return None


def _apposed_name(lookup: Lookup, parse: Parse, token: int) -> Mention | None:
    """The name that a common noun explains: "Delta Freight, a company in Lima", "a company in Lima, Delta Freight"."""
    kind = noun_type(parse.lemmas[token], parse.word(token).lower())
    if kind not in AGENTS or parse.tokens[token].upos != "NOUN" or parse.tokens[token].xpos == "NNS":
        return None
    near = [parse.tokens[token].head] if parse.tokens[token].deprel == "appos" else []
    told = parse.kids(token, "appos")  # "her husband, the banker Ivo Duda"
    twice = [c for k in told if parse.tokens[k].upos == "NOUN" for c in parse.kids(k, "appos", "flat")]
    for k in [*near, *told, *twice]:
        below = k not in near and (parse.preposition(k) or parse.kids(k, "case", "cc"))
        if parse.tokens[k].upos != "PROPN" or below:
            continue
        t = parse.tokens[k]
        for m in lookup.covering(t.start, t.end):
            gap = parse.text[min(m.span.end, parse.tokens[token].end) : max(m.span.start, parse.tokens[token].start)]
            if m.form == "name" and m.type == kind and not m.value and ("," in gap or "(" in gap):
                return m
    return None


def _without_article(text: str, start: int, end: int) -> int:
    for article in ARTICLES:
        if text[start:end].lower().startswith(article) and not BOUNDED.match(text, start, end):
            return start + len(article)
    return start


def head_at(parse: Parse, span: Span | None) -> int | None:
    """The token that heads a span; None where there is no span, or no token in it."""
    return parse.head_of(span.start, span.end) if span is not None else None


def is_nobody(parse: Parse, token: int) -> bool:
    """Whether a word stands for no person at all: "nobody", "no one", "none"."""
    one = parse.lemmas[token] == "one" and any(parse.lemmas[k] == "no" for k in parse.kids(token, "det"))
    return (one or parse.lemmas[token] in ("nobody", "none")) and none_of(parse, token) == token


def none_of(parse: Parse, token: int) -> int:
    """The noun of which there was none: the crew of "none of the crew", the Guild of "nobody from the Guild"."""
    lemma = parse.lemmas[token]
    one = lemma == "one" and any(parse.lemmas[k] in ("no", "not") for k in parse.children[token])
    if not one and lemma not in ("none", "neither", "nobody"):
        return token
    whose = ("of",) if lemma in ("none", "neither") else ("of", "from")
    return next((k for k in parse.kids(token, "nmod") if parse.preposition(k) in whose), token)


def stands_beside(parse: Parse, arguments: Sequence[Argument]) -> bool:
    """Whether a post is that of somebody else whom "and" joins to the holder: "Ada Mensah and the chairman met"."""
    spans = {a.role: a.span for a in arguments if a.span is not None}
    holder, post = spans.get("holder"), spans.get("post")
    if holder is None or post is None or holder.end > post.start:
        return False
    if not JOINED.match(parse.text, holder.end, post.start):
        return False
    between = [t for t in parse.tokens if holder.end <= t.start < post.start]
    return not any(t.upos in ("VERB", "AUX") or parse.text[t.start : t.end].lower() == "as" for t in between)


def accepts(types: frozenset[str], item: Candidate) -> bool:
    """Whether a role of these types can hold the candidate; a country is a body and a place."""
    if item.type in types:
        return True
    if item.country or (item.type == "place" and item.named):
        return bool(types & {"organization", "place"}) if item.country else "place" in types
    if item.type == "facility" and "organization" in types and item.named:
        return True
    if item.type == "organization" and "facility" in types and item.named:
        return True
    return "text" in types and not item.type


def acts(types: frozenset[str], item: Candidate) -> bool:
    """Whether a name of another kind stands where only people and bodies do: the verb knows better than the typing."""
    return item.named and types == AGENTS and item.type in ("place", "facility", "work", "law", "vehicle", "event")


def argument(role: str, item: Candidate, types: frozenset[str]) -> Argument:
    """The argument that a candidate makes in `role`."""
    kind = item.type
    if item.country:
        kind = "organization" if (types & AGENTS and "place" not in types) or types >= AGENTS else "place"
    return Argument(role, item.span, item.value, kind, item.antecedent, item.inferred)


def fixed_arguments(fixed: Mapping[str, str]) -> tuple[Argument, ...]:
    """Arguments whose value the pattern itself gives."""
    return tuple(Argument(role, None, str(value), "text") for role, value in fixed.items())
