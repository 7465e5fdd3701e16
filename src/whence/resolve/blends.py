"""A form that takes its parts from two known people must raise an alarm, and joins nobody."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from whence.model import Alarm
from whence.resolve.profiles import Profile
from whence.text.names import PERSON, Name, Part
from whence.text.names.spelling import Kin, kin, skeleton
from whence.text.names.words import given_forms

MANY = 300  # bearers of one family name that are looked at; a name of more is so common that a mix says nothing
_COMMON = frozenset({"mr", "mr.", "mrs", "ms", "dr", "sir"})
_Known = tuple[Profile, Name]
_AGREE = frozenset({Kin.SAME, Kin.VARIANT})
_CONFUSED = frozenset({Kin.VOWELS, Kin.VOWEL_SLIP, Kin.SLIP, Kin.SLIPS, Kin.NEAR})


def blends(found: Sequence[Profile]) -> Iterator[Alarm]:
    """Every form of a person's name whose family name is one known person's and whose given name is another's.

    Either the two family names are easy to confuse, or the form has a post that the first of the two holds. Each is
    known by a full name of their own, in as many texts as the form at least.
    """
    people = [p for p in found if p.kind == PERSON]
    families: dict[str, list[_Known]] = defaultdict(list)
    givens: dict[str, list[_Known]] = defaultdict(list)
    for person in people:
        for name in person.parsed[:1]:
            if len(name.parts) > 1:
                families[skeleton(_family(name).word)].append((person, name))
                givens[skeleton(_given(name).word)].append((person, name))
    blocks = {bone: _Block(near[:MANY]) for bone, near in families.items()}
    for person in people:
        for form in _forms(person):
            near = blocks.get(skeleton(_family(form).word)) or _Block([])
            alarms = list(_blend(person, form, near))
            if not alarms and _heads(person) and len(person.docs) == 1:
                alarms = list(_by_post(person, form, near.known, givens[skeleton(_given(form).word)][:MANY]))
            yield from alarms


class _Block:
    """Known people whose family names have the same consonants, by family name."""

    def __init__(self, known: list[_Known]) -> None:
        self.known = known
        self._words: dict[str, list[_Known]] = defaultdict(list)
        for person, name in known:
            self._words[_family(name).word].append((person, name))
        self._alike: dict[str, tuple[list[_Known], list[_Known]]] = {}

    def alike(self, word: str) -> tuple[list[_Known], list[_Known]]:
        """Those whose family name agrees with `word`, and those whose is easily confused with it."""
        if word not in self._alike:
            kinds = {w: kin(w, word) for w in self._words}
            agree, confused = ([w for w, k in kinds.items() if k in wanted] for wanted in (_AGREE, _CONFUSED))
            self._alike[word] = (
                [x for w in agree for x in self._words[w]],
                [x for w in confused for x in self._words[w]],
            )
        return self._alike[word]


def _forms(person: Profile) -> list[Name]:
    return [n for n in (*person.parsed[:1], *person.odd) if len(n.parts) > 1]


def _family(name: Name) -> Part:
    return name.parts[-1]


def _given(name: Name) -> Part:
    return name.parts[0]


def _by_post(person: Profile, form: Name, near: Sequence[_Known], alike: list[_Known]) -> Iterator[Alarm]:
    """A form with the post and, but for a slip, the family name of one known person, and the given name of another."""
    for one, his in sorted(near, key=_attested):
        shared = _heads(person) & _heads(one)
        kindred = kin(_family(his).word, _family(form).word) in _AGREE | {Kin.VOWEL_SLIP, Kin.SLIP, Kin.OCR}
        if one is person or not shared or not kindred or _same_given(his, form) or len(one.docs) < 2:
            continue
        for other, hers in sorted(alike, key=_attested):
            if other is person or other is one or not _same_given(hers, form) or len(other.docs) < 2:
                continue
            if not _agree(_family(hers), _family(his)):
                yield _alarm(person, form, one, other)
                return


def _blend(person: Profile, form: Name, near: _Block) -> Iterator[Alarm]:
    """The pair of known people that `form` mixes, the best attested first; at most one alarm a form."""
    agreeing, confused = near.alike(_family(form).word)
    by_given = [x for x in confused if _may_be(x, person, form) and _same_given(x[1], form)]
    if not by_given:
        return
    by_family = []
    for known in agreeing:
        if _may_be(known, person, form):
            if not _same_given(known[1], form):
                by_family.append(known)
            elif len(known[0].docs) > 1:
                return  # it is the name, in another spelling, of somebody known
    for one, his in sorted(by_family, key=_attested):
        for other, hers in sorted(by_given, key=_attested):
            if one is not other and not _agree(_family(his), _family(hers)):
                yield _alarm(person, form, one, other)
                return


def _may_be(known: _Known, person: Profile, form: Name) -> bool:
    """Is it another name than the form itself, in as many texts at least?"""
    p, n = known
    return not (p is person and n == form) and len(p.docs) >= len(person.docs)


def _attested(known: tuple[Profile, Name]) -> tuple[int, str]:
    return -len(known[0].docs), known[0].key


def _agree(a: Part, b: Part) -> bool:
    return kin(a.word, b.word) in _AGREE


def _confused(a: Part, b: Part) -> bool:
    return kin(a.word, b.word) in _CONFUSED


def _same_given(a: Name, b: Name) -> bool:
    one, other = _given(a).word, _given(b).word
    shared = given_forms().get(one, frozenset()) & given_forms().get(other, frozenset())
    return kin(one, other) in _AGREE or bool(shared)


def _offices(person: Profile) -> frozenset[str]:
    return person.told("titles") | person.told("posts")


def _heads(person: Profile) -> frozenset[str]:
    """Titles and posts without their bodies."""
    return frozenset(office.partition(" of ")[0] for office in _offices(person) - _COMMON)


def _alarm(person: Profile, form: Name, one: Profile, other: Profile) -> Alarm:
    near = other.full is not None and _confused(_family(other.full), _family(form))
    reasons = [
        f"The last name {str(_family(form))!r} is that of {one.name!r}.",
        f"The first name {str(_given(form))!r} is that of {other.name!r}"
        + (", whose last name is easily confused with it." if near else "."),
    ]
    reasons += [
        f"It is given the title or post {min(shared)!r}, as {known.name!r} is."
        for known in (one, other)
        if (shared := _heads(person) & _heads(known))
    ]
    holder = next((c for c in person.clusters if form.text in c.forms), person.clusters[0])
    return Alarm("blend", holder.id, form.text, one.name, other.name, tuple(reasons))
