"""What is derived from documents, readings and judgements: it can be thrown away and comes back the same."""

from dataclasses import dataclass

from whence.model.claims import Claim
from whence.model.documents import Document
from whence.model.readings import DocField
from whence.model.spans import Span


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body, place or thing of the case: chains of mentions that were judged to be the same.

    `names` holds every surface form with the number of times it stands in the case, most frequent first.
    """

    id: str
    type: str
    name: str
    names: tuple[tuple[str, int], ...] = ()
    chains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities (by id) or two names that were compared, what came out, and why in words.

    `verdict`: same, different or unsure. `score` runs from 0 to 1. `names` are the names compared, `by` the person
    who decided, where one did.
    """

    left: str
    right: str
    verdict: str
    score: float
    reasons: tuple[str, ...] = ()
    names: tuple[str, str] = ("", "")
    by: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What waits for a person. `kind`: same (are the two one?) or blend (whose name is it: of neither, of which?).

    `entities`, `names` and `subjects` (how a judgement names them) go side by side: the two that may be one, or the
    mixed form and its two readings. `places` are mentions of each, as document, start and end. `weight` is how many
    mentions and claims the answer may move, times its score.
    """

    id: str
    kind: str
    score: float
    weight: float
    entities: tuple[str, ...]
    names: tuple[str, ...]
    subjects: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    places: tuple[tuple[tuple[str, int, int], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """One argument of a claim after resolution: an entity where there is one, else words in plain form.

    `at` holds the words that leave a place vague: "near", "20 km north of". `unit` is that of a number.
    `by_context`: no word of the sentence says it, the rest of the document does.
    """

    role: str
    entity: str | None
    words: str
    best: float | None = None
    low: float | None = None
    high: float | None = None
    at: str = ""
    by_context: bool = False
    unit: str = ""

    @property
    def key(self) -> str:
        """What two arguments must share to be the same: the entity, else the folded words."""
        return self.entity or " ".join(self.words.casefold().split())


@dataclass(frozen=True, slots=True)
class Scene:
    """What stands around a claim in its document; by it two tellings of one happening are known for one.

    `published` is the document's date, '' where it is not known or only inferred. `words` are the plain words of the
    sentence, `small` those of them that are written small and so are in no name, `dates` what it says of the calendar,
    and `earlier` what the sentences before it say, nearest first. `quote` is the sentence itself, and `named` says from
    where to where in it which entity is meant, by whatever word.
    `here`, `near` and `told` are the entities named in the sentence, in it and the few before it, and in the whole
    document; `places` and `people` say which of them are what. A country is in none: too much happens there.
    """

    published: str = ""
    words: frozenset[str] = frozenset()
    dates: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    here: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    quote: str = ""
    named: tuple[tuple[int, int, str], ...] = ()


NOWHERE = Scene()


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim as reconciliation sees it: resolved arguments, times, and whether the document itself vouches for it.

    `origin` is who published it: two documents of one publisher are one origin; '' is no source but a person's word.
    `voice` is who says it inside the text, by entity or words; '' where the document says it itself.
    `person`: a named person entered, accepted or corrected it; it outranks what only a machine read.
    """

    claim: str
    predicate: str
    args: tuple[Filled, ...]
    evidence: Span
    start: str | None = None
    end: str | None = None
    starts: bool = False
    ends: bool = False
    inferred: bool = False
    polarity: str = "affirmed"
    certainty: str = "asserted"
    own_voice: bool = True
    origin: str = ""
    person: bool = False
    scene: Scene = NOWHERE
    voice: str = ""

    def get(self, role: str) -> Filled | None:
        """The first argument in `role`, or None."""
        return next((a for a in self.args if a.role == role), None)


@dataclass(frozen=True, slots=True)
class Fact:
    """Claims that say the same: predicate, arguments and polarity. A fact is its claims.

    `status`: corroborated (two or more publishers vouch in their own voice), single-source, analyst (a person of the
    case vouches, without a source), attributed (only said by someone in the text), hedged (only under suspicion or
    report) or disputed (denied elsewhere).
    `certainty` is the firmest that a claim of it has; `start`/`end` are the narrowest EDTF values stated.
    """

    id: str
    predicate: str
    polarity: str
    args: tuple[Filled, ...]
    start: str | None
    end: str | None
    status: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    certainty: str = "asserted"


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held which post of which body, from when to when.

    `first` and `last` are the first and last dates known, in EDTF; `starts`/`ends` say whether these are
    the start and the end themselves. After the Security Force Monitor's model.
    """

    id: str
    holder: str
    post: str
    body: str
    to: str
    first: str | None
    last: str | None
    starts: bool
    ends: bool
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict: the value it holds, and the claims and documents that hold it.

    `chosen`: it is the only side that a person has taken, by a claim entered, accepted or corrected.
    """

    value: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims that cannot all be right. `kind`: date, count, role, place, identity, responsibility or status.

    `status`: open, or decided where a person's claim is on one side only.
    """

    id: str
    kind: str
    about: str
    sides: tuple[Side, ...]
    status: str = "open"


@dataclass(frozen=True, slots=True)
class Signed:
    """What a person's judgement makes of a claim. `claim` is what stands now, None where it was rejected.

    `replaces` is the id of the machine's claim, '' for a claim of the person's own. `person` is who decided,
    `judgements` the ids of the decisions that made it, in order.
    """

    claim: Claim | None
    replaces: str
    verdict: str
    person: str
    judgements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """The text of a claim that a person entered whose sentence stands in no document of the case."""

    document: Document
    fields: tuple[DocField, ...]


@dataclass(frozen=True, slots=True)
class Derived:
    """All that is derived from one state of a case.

    `links` tie a mention's span, `roles` a claim's argument to an entity: (claim, place, role, entity).
    A place is ``args.0`` for the first argument and ``attribution.0`` for the first voice. `doubles` are documents
    that share most of their text, with how much. `judged` says whom a judgement means now: (judgement, subject or
    object, entity). `signed` are claims that a person entered or decided about. `told` is what the texts tell of an
    entity: (entity, titles, posts, countries or dates, words).
    """

    entities: tuple[Entity, ...] = ()
    links: tuple[tuple[Span, str], ...] = ()
    roles: tuple[tuple[str, str, str, str], ...] = ()
    pairs: tuple[Pair, ...] = ()
    facts: tuple[Fact, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    doubles: tuple[tuple[str, str, float], ...] = ()
    doubts: tuple[Doubt, ...] = ()
    judged: tuple[tuple[str, str, str], ...] = ()
    signed: tuple[Signed, ...] = ()
    notes: tuple[Note, ...] = ()
    told: tuple[tuple[str, str, str], ...] = ()
