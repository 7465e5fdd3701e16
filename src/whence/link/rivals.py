"""Which of those named nearby "he", "her" or "it" means: a table of features, each with a weight.

The weights are in `vocab/data/pronoun_weights.yaml`, fitted by `training/fit_pronouns.py`.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log

from whence.link.sites import Site
from whence.vocab import read_yaml

# What tells that a common noun may mean a body without a name: a word before it ("the second company"), an owner ("his
# company"), "this", an organ that every state has, that it was left open before, what narrows it, a plural, that it
# suits no body of the text, a part of some body, and that the text has brought in another one by it ("a company").
SIGNS = (
    "nobody_modified", "nobody_owned", "nobody_this", "nobody_organ", "nobody_again", "nobody_narrowed",
    "nobody_plural", "nobody_unsuited", "nobody_part", "nobody_introduced",
)  # fmt: skip
LEAST = 0.02  # share under which the reader says nothing of a rival


@dataclass(frozen=True, slots=True)
class Fit:
    """How a common noun suits a body: the text calls it so, its name has the word, its name tells such a sort, or none.

    A body of which none holds is known to be of another sort. `narrow` tells of a noun that means few of a sort ("the
    airline", "the fund"), and that a word of the body's name tells it.
    """

    called: bool = False
    worded: bool = False
    kin: bool = False
    unknown: bool = False
    narrow: bool = False

    @property
    def suits(self) -> bool:
        """Whether anything tells that the noun may stand for the body."""
        return self.called or self.worded or self.kin


@dataclass(frozen=True, slots=True)
class Rival:
    """A person or body that a pronoun may mean: where both stand, and what is known of the two.

    `latest` is the last phrase before the pronoun that means this one, else the first name behind it. `share` is the
    reader's, `tied` its share for the names alone. `between` counts the others spoken of since. `ending` is 1 where the
    name ends as most of the pronoun's gender, -1 where as most of the other. `fronted` tells that the pronoun stands in
    front of the clause of which this one is the subject. Of a common noun, `fit` tells how it suits the body, and
    `alone` that it suits no other one, `last_fit` that none that it suits has been spoken of since, and `sole` that no
    other body has been named.
    """

    pronoun: Site
    latest: Site
    share: float
    tied: float
    between: int
    count: int
    carried: bool
    agrees: bool
    differs: bool
    ending: float
    fronted: bool
    first: bool
    is_name: bool
    opens: bool
    nameless_since: bool
    is_place: bool = False
    fit: "Fit | None" = None
    alone: bool = False
    last_fit: bool = False
    sole: bool = False

    @property
    def back(self) -> int:
        """How many sentences ago this one was spoken of."""
        return self.pronoun.sentence - self.latest.sentence

    @property
    def before(self) -> str:
        """The role of the phrase that stood before; empty where there was none."""
        return self.latest.role if self.latest.start < self.pronoun.start else ""

    @property
    def is_before(self) -> bool:
        """Whether this one was spoken of before the pronoun."""
        return self.latest.start < self.pronoun.start


Feature = Callable[[Rival], float]


def log_share(r: Rival) -> float:
    """How likely the reader finds this one, as a logarithm."""
    return log(max(r.share, LEAST))


def tied(r: Rival) -> float:
    """How likely the reader ties the word to this one's names."""
    return r.tied


def agrees(r: Rival) -> float:
    """The name tells the same gender."""
    return float(r.agrees)


def differs(r: Rival) -> float:
    """The only word of the name is a given name of the other gender, or a surname ("Allen")."""
    return float(r.differs)


def ending(r: Rival) -> float:
    """The name ends as most names of women or of men."""
    return r.ending


def carried(r: Rival) -> float:
    """The last word of this gender meant this one."""
    return float(r.carried)


def same_sentence(r: Rival) -> float:
    """Spoken of earlier in this sentence."""
    return float(r.back == 0 and r.is_before)


def sentence_before(r: Rival) -> float:
    """Last spoken of in the sentence before."""
    return float(r.back == 1)


def further_back(r: Rival) -> float:
    """Last spoken of before that."""
    return float(r.back > 1)


def explained(r: Rival) -> float:
    """The word stands in what explains this one: "the Guild, which sold its boats"."""
    return float(r.latest.head in r.pronoun.above)


def fronted(r: Rival) -> float:
    """The subject of the clause in front of which the word stands: "In his youth Duda sang"."""
    return float(r.fronted)


def leads_to_opening(r: Rival) -> float:
    """The word opens its sentence, and this one was the subject in the sentence before."""
    return float(r.opens and r.back == 1 and r.before == "subject" and not r.latest.joined)


def subject_before(r: Rival) -> float:
    """Was the subject in an earlier sentence."""
    return float(r.before == "subject" and r.back > 0 and not r.latest.joined)


def subject_here(r: Rival) -> float:
    """Is a subject in this sentence."""
    return float(r.before == "subject" and r.back == 0)


def subject_of_its_verb(r: Rival) -> float:
    """The subject of the word's own clause: "Duda sold his house"."""
    return float(r.before == "subject" and 0 <= r.pronoun.verb == r.latest.verb)


def subject_above(r: Rival) -> float:
    """The subject of a clause around the word's: "Duda said he left"."""
    return float(r.before == "subject" and r.pronoun.verb != r.latest.verb and r.latest.verb in r.pronoun.verbs)


def object_before(r: Rival) -> float:
    """Was the object in an earlier sentence."""
    return float(r.before == "object" and r.back > 0)


def object_here(r: Rival) -> float:
    """Is an object in this sentence."""
    return float(r.before == "object" and r.back == 0)


def owner_before(r: Rival) -> float:
    """Was named as the owner of something: "Duda's house"."""
    return float(r.before == "owner" and r.is_name)


def owner_pronoun_before(r: Rival) -> float:
    """Was meant by "his" or "her"."""
    return float(r.before == "owner" and not r.is_name)


def oblique_before(r: Rival) -> float:
    """Stood behind a preposition: "with Duda"."""
    return float(r.before in ("oblique", "of"))


def both_subjects(r: Rival) -> float:
    """The word and this one are subjects."""
    return float(r.pronoun.role == r.before == "subject")


def object_after_subject(r: Rival) -> float:
    """The word is a subject, this one was not."""
    return float(r.pronoun.role == "subject" and r.before in ("object", "oblique", "of"))


def subject_then_object(r: Rival) -> float:
    """The word is an object, this one a subject in its sentence."""
    return float(r.pronoun.role == "object" and r.before == "subject" and r.back == 0)


def latest_named(r: Rival) -> float:
    """Nobody else has been spoken of since."""
    return float(r.is_before and r.between == 0)


def one_between(r: Rival) -> float:
    """One other has been spoken of since."""
    return float(r.is_before and r.between == 1)


def spoken_of(r: Rival) -> float:
    """How often this one has been spoken of."""
    return log(1 + r.count)


def first(r: Rival) -> float:
    """The first person whom the text names."""
    return float(r.first)


def latest_is_name(r: Rival) -> float:
    """Last spoken of by name."""
    return float(r.is_before and r.is_name)


def nameless_since(r: Rival) -> float:
    """Somebody without a name has been a subject since; of bodies: one without a name has been spoken of."""
    return float(r.nameless_since)


def is_place(r: Rival) -> float:
    """A country, town or region."""
    return float(r.is_place)


def called(r: Rival) -> float:
    """The text calls it by this noun, or its name ends in it: "Delta, a company", "Delta Bank"."""
    return float(r.fit is not None and r.fit.called)


def worded(r: Rival) -> float:
    """The noun is a word of its name in another place: "Bank Workers Guild"."""
    return float(r.fit is not None and r.fit.worded and not r.fit.called)


def kin(r: Rival) -> float:
    """A word of its name, or by which it is called, tells the same sort: "Delta Ltd" is a firm."""
    return float(r.fit is not None and r.fit.kin and not r.fit.called)


def sort_unknown(r: Rival) -> float:
    """Nothing tells its sort."""
    return float(r.fit is not None and r.fit.unknown)


def alien(r: Rival) -> float:
    """It is known to be of another sort."""
    return float(r.fit is not None and not r.fit.suits and not r.fit.unknown)


def alone(r: Rival) -> float:
    """The noun suits no other body of the text."""
    return float(r.alone)


def last_that_suits(r: Rival) -> float:
    """The noun suits it, and no other that it suits has been spoken of since."""
    return float(r.last_fit)


def sole(r: Rival) -> float:
    """No other body has been named yet."""
    return float(r.sole)


def unknown_latest(r: Rival) -> float:
    """Nothing tells its sort, and no other body has been spoken of since."""
    return sort_unknown(r) * latest_named(r)


def unknown_subject(r: Rival) -> float:
    """Nothing tells its sort, and it was the subject in this sentence or the one before."""
    return sort_unknown(r) * float(r.before == "subject" and r.back < 2)


def many_between(r: Rival) -> float:
    """How many others have been spoken of since, as a logarithm."""
    return log(1 + r.between) if r.fit is not None else 0.0


def first_that_suits(r: Rival) -> float:
    """The first body that the text names, and the noun suits it."""
    return float(r.first and r.fit is not None and r.fit.suits)


FEATURES: tuple[Feature, ...] = (
    log_share, tied, agrees, differs, ending, carried, same_sentence, sentence_before, further_back, fronted, explained,
    leads_to_opening, subject_before, subject_here, subject_of_its_verb, subject_above, object_before, object_here,
    owner_before, owner_pronoun_before, oblique_before, both_subjects, object_after_subject, subject_then_object,
    latest_named, one_between, spoken_of, first, latest_is_name, nameless_since,
    is_place, called, worded, kin, sort_unknown, alien, alone, first_that_suits,
    last_that_suits, sole, unknown_latest, unknown_subject, many_between,
)  # fmt: skip


@cache
def weights(kind: str) -> dict[str, float]:
    """The weight of each feature for a kind of pronoun, and of nobody who is named: `nobody`, `nobody_log_share`."""
    return dict(read_yaml("pronoun_weights.yaml")[kind])


def values(rival: Rival) -> list[float]:
    """The value of each feature."""
    return [f(rival) for f in FEATURES]


def shares(kind: str, rivals: Sequence[Rival], unknown: float, signs: Collection[str] = ()) -> list[float]:
    """How likely each of them is meant; what is left is for somebody without a name.

    `unknown` is how likely the reader finds that, `signs` are of `SIGNS`.
    """
    known = weights(kind)
    table = [known.get(f.__name__, 0.0) for f in FEATURES]
    scores = [sum(w * v for w, v in zip(table, values(r), strict=True)) for r in rivals]
    nobody = known["nobody"] + known["nobody_log_share"] * log(max(unknown, LEAST))
    nobody += sum(known.get(sign, 0.0) for sign in signs)
    top = max([*scores, nobody])
    parts = [exp(s - top) for s in scores]
    return [p / (sum(parts) + exp(nobody - top)) for p in parts]
