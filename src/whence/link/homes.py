"""To whom of those whom a text has named so far a name belongs: the same words, a surname, letters, a common noun."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from whence.link.bodies import is_common
from whence.link.names import ARTICLES, first_surname, initials, is_short_for, key, surname
from whence.link.short.beside import has_left, is_presented
from whence.link.short.people import honour_before, is_titled, patronymic_title
from whence.model import Document, Mention
from whence.text.gazetteer import region_in_full
from whence.text.names import PERSON, parse
from whence.text.names.words import is_given, rival_words, small, without_ship_letters
from whence.text.sheets import IN_SHEETS

NEAR_BODY = 300  # characters in which "the Commission" may be the one that acted
# A bracket with a year behind a full name and its letters of honour.
LIFE = re.compile(r"(?:, [A-Z]{2,5}){0,3},? ?\((?:[^()]{0,80}\b)?(?:born|b\.|1[0-9]\d\d|20\d\d)\b[^()]{0,80}\)")
AND = re.compile(r",? (?:and|with) (?:the )?")
NEE = r",? \(?n[ée]e? "
BIRTH = re.compile(f"{NEE}$")
HYPHENED = re.compile(r"[\w’']+[-‐‑][\w’']+")


@dataclass(slots=True, eq=False)
class Group:
    """Names that were found to be one, as they are being collected.

    `keys` are the names as they are compared. A `namesake` is one of two bearers of a name, and takes no more names.
    """

    members: list[Mention]
    type: str
    keys: set[str]
    namesake: bool = False


class Known:
    """The groups collected so far, found by the words of their names: a report may name thousands."""

    def __init__(self, acting: Container[int] = ()) -> None:
        self.acting = acting  # offsets of words that do something
        self.people: list[Group] = []
        self.bodies: list[Group] = []
        self.hero: Group | None = None  # whose life the text tells
        self._groups: list[Group] = []
        self._by_key: dict[tuple[str, str], set[int]] = defaultdict(set)
        self._by_word: dict[str, set[int]] = defaultdict(set)
        self._numbers: dict[Group, int] = {}

    def add(self, group: Group) -> None:
        """Take in a group; a namesake is left out."""
        if group.namesake:
            return
        self._numbers[group] = len(self._groups)
        self._groups.append(group)
        {"person": self.people, "organization": self.bodies}.get(group.type, []).append(group)
        self.learn(group, group.keys)

    def learn(self, group: Group, keys: Iterable[str]) -> None:
        """Add names to those by which a group is found."""
        number = self._numbers[group]
        for name in keys:
            self._by_key[group.type, name].add(number)
            for word in {*name.split(), *key(name).split()}:
                self._by_word[word].add(number)

    def latest(self, kind: str, name: str) -> Group | None:
        """The last of the groups of a type that has just this name."""
        number = max(self._by_key.get((kind, name), ()), default=None)
        return self._groups[number] if number is not None else None

    def having(self, kind: str, *words: str) -> list[Group]:
        """The groups of a type with any of these words in their names, in the order in which they were named."""
        numbers = sorted({n for word in words for n in self._by_word.get(word, ())})
        return [self._groups[n] for n in numbers if self._groups[n].type == kind]


def tells_life(doc: Document, mention: Mention) -> bool:
    """Whether a text opens with a name and the years of its bearer: "Ana Mor (born 1950 in Osh) is a lawyer"."""
    return mention.type == "person" and LIFE.match(doc.text, mention.span.end) is not None


def find_home(doc: Document, mention: Mention, known: Known) -> Group | None:
    """The group that a name belongs to: the same words first, then surname or acronym; the latest wins."""
    own = key_of(doc, mention)
    if (same := known.latest(kind_of(mention), own)) is not None:
        return same
    text = doc.quote(mention.span)
    if mention.type == "person":
        return _by_double(doc, text, own, known) or _person_home(doc, mention, own, known)
    if mention.type != "organization":
        return None
    if is_common(text):
        # "the Group" of a release after "Delta Shipping Group": a common noun with a capital is no name of its own.
        fits = [g for g in known.having("organization", own) if any(own in k.split() and " " in k for k in g.keys)]
        fits = [g for g in fits if not _broke_away(g)] or fits
        fits = [g for g in fits if not has_left(doc, [mention], g.members)]
        return _spoken_of(doc, fits, mention, known)
    if _is_speakers(doc, mention) and (who := _by_surname(own, known.having("person", own), known.hero)):
        return who
    letters = text.replace(".", "")
    if letters.isupper() and 2 <= len(letters) <= 8:
        if called := [g for g in known.people if any(_goes_by(doc, m, letters) for m in g.members)]:
            return called[0] if len(called) == 1 else None
        full = spelled_out(doc, letters, known.bodies)
        return full[-1] if len(full) == 1 else None
    return None


def _is_speakers(doc: Document, mention: Mention) -> bool:
    """Does a name in capitals open a line as that of who speaks: "DUDA: I did not know"?"""
    opens = doc.text[max(0, mention.span.start - 1) : mention.span.start] in ("", "\n")
    return opens and doc.quote(mention.span).isupper() and doc.text[mention.span.end : mention.span.end + 1] == ":"


def _goes_by(doc: Document, mention: Mention, letters: str) -> bool:
    """Are letters a nickname inside a name ("PJ" of Ivo "PJ" Duda), or the initials before it ("P.J. Duda")?"""
    name = doc.quote(mention.span)
    if " " in name and key(name.split()[0]) == letters.lower() and mention.type == "person":
        return True
    return any(q in name for q in '"“«(') and letters in parse(name, PERSON).nicknames


def _spoken_of(doc: Document, groups: Sequence[Group], mention: Mention, known: Known) -> Group | None:
    """Of several bodies that a common noun may mean the one that acted last nearby, else the one named last."""
    last = max(groups, key=lambda g: g.members[-1].span, default=None)
    if len(groups) < 2:
        return last
    near = [(m.span, g) for g in groups for m in g.members if mention.span.start - m.span.end < NEAR_BODY]
    acted = [(s, g) for s, g in near if any(at in known.acting for at in range(s.start, s.end))]
    if any(one is not two and AND.fullmatch(doc.text, a.end, b.start) for a, one in near for b, two in near):
        return None  # "Delta Bank and Osh Bank merged. Bank chairman Ivo Duda"
    return max(acted, key=lambda pair: pair[0])[1] if acted else last


def kind_of(mention: Mention) -> str:
    """The type of a name's group: a nationality points at its country."""
    return "place" if mention.type == "nationality" else mention.type


def in_full(doc: Document, mention: Mention) -> str:
    """The words of a name; of a region that is shortened ("Calif.") its whole name, of "DUDA, Ivo" Ivo Duda."""
    words = doc.quote(mention.span)
    if mention.maker.rule in IN_SHEETS:
        return mention.value or words
    return (region_in_full(words) if mention.maker.rule == "region" else "") or words


def key_of(doc: Document, mention: Mention) -> str:
    """A name as it is compared inside one text: of a nationality its country, of a ship without its letters."""
    country = mention.value and kind_of(mention) == "place"
    name = mention.value if country else in_full(doc, mention)
    return key(without_ship_letters(name) if mention.type == "vehicle" else name)


def spelled_out(doc: Document, letters: str, groups: Iterable[Group]) -> list[Group]:
    """Bodies whose names have these first letters; where none has, those whose words begin so."""
    named = [(g, doc.quote(m.span)) for g in groups if g.type == "organization" for m in g.members]
    exact = [g for g, name in named if " " in name and letters in initials(name)]
    loose = [] if exact else [g for g, name in named if " " in name and is_short_for(letters, name)]
    return list(dict.fromkeys(exact or loose))


def _broke_away(group: Group) -> bool:
    """Is it called after an older body ("New Harbour League"), which its common noun alone would mean?"""
    return any(k.split()[0] in rival_words() for k in group.keys)


def _person_home(doc: Document, mention: Mention, own: str, known: Known) -> Group | None:
    """The one person of the text whom a surname, a given name with a title, or a part of a name means."""
    if " " in own:
        # "Salma al-Idris" after "Salma Idris" and the reverse: the same words but for articles and middle initials.
        words = own.split()
        fits = [g for g in known.having("person", *_bare(words)[:1]) if any(_within(words, k.split()) for k in g.keys)]
        if is_presented(doc, mention, aged=False):  # "Ana Lobo, a clerk", beside Ana Paz-Lobo
            fits = [g for g in fits if not all(_ends_in_half(doc, m, words[-1]) for m in g.members)]
        return fits[-1] if len(fits) == 1 else _partly_named(doc, mention, own, known)
    people = known.having("person", own)
    if patronymic_title(doc, mention):
        # "Datuk Azhari", "U Thein": the given name of the one meant, never the father's name of another.
        bearers = [g for g in people if any(k.split()[0] == own for k in g.keys)]
        if honour_before(doc, mention):
            bearers = [g for g in bearers if any(is_titled(doc, m) for m in g.members)]
        return bearers[0] if len(bearers) == 1 else None
    people = [g for g in people if not _was_born(doc, g, own)]
    whole = [g for g in people if not all(_ends_in_half(doc, m, own) for m in g.members)]
    return _by_surname(own, whole or people, known.hero)


def _was_born(doc: Document, group: Group, own: str) -> bool:
    """Is a word somebody's surname of birth and no other ("Ana Mor (née Lind)")? Nobody is called by it alone."""
    born = any(key_of(doc, m) == own and BIRTH.search(doc.text[: m.span.start][-9:]) for m in group.members)
    return born and not any(" " in (k := key_of(doc, m)) and surname(k) == own for m in group.members)


def _by_surname(own: str, people: Sequence[Group], hero: Group | None = None) -> Group | None:
    """A surname alone belongs to the person named in full before; two people of one surname keep it open.

    Unless a text tells the life of one: there the kin have their first names with them.
    """
    fits = [g for g in people if any(surname(k) == own for k in g.keys)]
    if hero is not None and hero in fits:
        return hero
    if fits and any(" " in k and k.split()[0] == own for g in people for k in g.keys if g not in fits):
        return None  # the given name of another: where fathers' names stand last, it is he who is called so
    fits = fits or [g for g in people if any(first_surname(k) == own for k in g.keys)]
    return fits[-1] if len(fits) == 1 else None


def _by_double(doc: Document, text: str, own: str, known: Known) -> Group | None:
    """The one person named in full before whose last name is this, of two words with a hyphen ("Paz-Lobo")."""
    if not HYPHENED.fullmatch(text):
        return None
    fits = [g for g in known.people if any(_ends_with(doc, m, own) for m in g.members)]
    return fits[0] if len(fits) == 1 else None


def _ends_in_half(doc: Document, mention: Mention, own: str) -> bool:
    """Is a word only half of the last name, which has a hyphen ("Lobo" of Rosa Paz-Lobo)?"""
    last = doc.quote(mention.span).split()[-1]
    return HYPHENED.fullmatch(last) is not None and key(last).split()[-1] == own and not ARTICLES.match(last)


def _ends_with(doc: Document, mention: Mention, own: str) -> bool:
    words = doc.quote(mention.span).split()
    return len(words) > 1 and key(words[-1]) == own


def _partly_named(doc: Document, mention: Mention, own: str, known: Known) -> Group | None:
    """Two words or more that end a longer name, or begin it: surnames alone ("Paz Lobo"), a name without surnames.

    A text that presents somebody, or gives a title, may mean the father or a namesake of the one named in full.
    """
    words = own.split()
    if is_presented(doc, mention, aged=False):
        return None
    people = known.having("person", words[0], words[-1])
    full = [(g, k.split()) for g in people for k in g.keys if len(k.split()) > len(words)]
    # Names of short syllables ("Min Tun", "Zaw Min Tun") share their ends by chance.
    own_words = words[1:] if words[0] in small("before_surname") else words
    by_chance = is_given(own_words[0]) or min(map(len, own_words)) < 4 or max(map(len, own_words)) < 5
    ends = [] if by_chance else [g for g, long in full if long[-len(words) :] == words]
    titled = is_titled(doc, mention) and not patronymic_title(doc, mention)
    begins = [] if titled else [g for g, long in full if long[: len(words)] == words]
    halves = [] if titled else [g for g, long in full if _has_first_surname(words, long)]
    fits = list(dict.fromkeys([*ends, *begins, *halves]))
    return fits[0] if len(fits) == 1 else None


def _has_first_surname(words: Sequence[str], long: Sequence[str]) -> bool:
    """Are two words the first name and the first of two surnames of a longer name ("Luis Paz": Luis Ivo Paz Lobo)?"""
    return len(words) == 2 and len(long) == 4 and words[0] == long[0] and words[1] == first_surname(" ".join(long))


def _within(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two names have the same words but for articles and initials between the first and the last.

    A whole word more makes another name: of "Juan Gil Paz" and "Juan Paz" in one text the one is often the other's kin.
    """
    a, b = _bare(one), _bare(two)
    return len(a) > 1 and len(b) > 1 and _spelled_middles(a) == _spelled_middles(b) and _initials_agree(a, b)


def _spelled_middles(words: Sequence[str]) -> list[str]:
    """The first and the last word of a name and those between that are spelled out."""
    return [words[0], *(w for w in words[1:-1] if len(w) > 1), words[-1]]


def _initials_agree(one: Sequence[str], two: Sequence[str]) -> bool:
    """Has one name all middle initials of the other?"""
    a, b = ({w for w in words[1:-1] if len(w) == 1} for words in (one, two))
    return a <= b or b <= a


def _bare(words: Sequence[str]) -> list[str]:
    """The words of a name without articles; the last is never one: "Thanh Van" is not "Van Thanh"."""
    return [w for w in words[:-1] if w not in small("left_out")] + [*words[-1:]]
