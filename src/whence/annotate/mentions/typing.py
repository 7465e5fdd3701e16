"""What kind of thing a name names: by its own words, by the words around it, by the reader, by the whole document."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from whence.annotate.mentions.lexicon import JOINERS, PARTICLES, head_type, heads, is_country, nation
from whence.annotate.mentions.words import Word, is_address
from whence.text.gazetteer import is_place, is_region
from whence.text.names.scripts import is_pinyin
from whence.text.names.sorts import sorts_of_words
from whence.text.names.words import body_words, is_given, is_sort, legal_forms, plain, small, type_words

# Heads that are family names as often.
SURNAMES = frozenset("park hall hill lake bridge street forest field banks wells church".split())
AT_PLACES = frozenset({"in", "from", "to", "near", "of", "at", "into", "outside"})
OUTLETS = frozenset("magazine newspaper daily weekly tabloid broadcaster website".split())  # "the daily El Faro"
# "Ana van Dam", "Ivo von der Aue", "Hadi bin Zulen": what opens a family name, and what may go on.
OPENS_FAMILY = frozenset({"van", "von", "bin", "ibn"})
IN_FAMILY = OPENS_FAMILY | {"der", "den", "de", "dem"}
TITLED = 4  # a single word with more votes for a person than this stands behind a title
TO_PLACES = frozenset("in at near from to of across outside around towards for through off on and or ,".split())
CERTAIN = 6  # a vote that only another certain vote can balance


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a name: a person's title right before it, the word before, the word after."""

    titled: bool = False
    before: str = ""
    after: str = ""
    reader: str = ""
    score: float = 0.0
    of_role: bool = False
    listed: str = ""
    ship: bool = False
    epithet: bool = False  # behind words that give a person a second name
    is_a: str = ""  # what kind of thing "is a" behind it says that it is
    within: bool = False  # before "in" and a country or region: "Osh in Kyrgyzstan"


def votes(words: Sequence[Word], context: Context) -> Counter[str]:
    """Weighted votes for the type of the name made of `words`."""
    text = " ".join(w.text for w in words)
    tally: Counter[str] = Counter()
    if is_country(text):
        tally["place"] += CERTAIN + 2
        return tally
    if context.ship:
        tally["vehicle"] += CERTAIN + 2
    if _company(words):
        tally["organization"] += CERTAIN
    by_head = _by_head(words, context.reader)
    if len(words) > 1 and words[-1].text == "State" and is_region(text):
        tally["place"] += CERTAIN  # "Kaduna State"; the word alone heads no place ("a rogue state")
    elif by_head:
        tally[by_head] += (3 if words[-1].lower in SURNAMES else 4) if len(words) > 1 else 1
    if context.titled and by_head not in ("organization", "facility"):
        tally["person"] += 5
    if context.reader in ("person", "organization", "place", "facility", "event", "law", "work"):
        tally[context.reader] += 3 if context.score >= 0.6 else 2
    if len(words) == 2 and words[0].lower in small("family_first") and is_pinyin(words[1].lower):
        tally["person"] += 3
    year = (
        re.fullmatch(r"(?:19|20)\d\d", words[-1].text) and context.reader == "organization"
    )  # an alliance of that year
    if len(words) > 1 and words[-1].text.isdigit() and not by_head and not context.titled and not year:
        tally["work"] += 4  # "Harbour Pilot 6" is a program or a film
    if context.epithet and by_head != "organization" and not is_place(text):
        tally["person"] += 5
    if _has_particle(words) and not (by_head or is_place(text)):
        tally["person"] += 3
    if len(words) > 1 and words[0].text in ("Abu", "Abou", "Umm", "Oum", "Abdul", "Abdel") and not by_head:
        tally["person"] += 3
    if not context.titled and any(w.text == "&" for w in words[1:-1]):
        tally["organization"] += 5  # "Mor & Duda" is a firm
    if _acronym(words):
        tally["organization"] += 3
    tally.update(_by_context(words, context))
    if len(words) == 1 and is_place(text) and not context.titled and text.lower() not in sorts_of_words():
        tally["place"] += 2
    return tally


def _by_head(words: Sequence[Word], read: str) -> str | None:
    found = head_type(words[-1].text, read) if len(words) > 1 else None  # "Kitwe City" is a town, or its club
    if len(words) > 3 and words[1].lower == "of" and head_type(words[0].text) in ("event", "law"):
        return head_type(words[0].text)  # "War of the Third League"
    if found in ("law", "event") and read != found and _is_body_of(words):
        return "organization"
    if found in ("place", "facility") and _is_body_for(words):
        return "organization"
    if found:
        return found
    for word, after in pairwise(words):
        if word.lower in heads()["joins_of"]:
            kind = head_type(word.text) or "organization"
            if kind not in ("place", "facility") or after.lower in JOINERS:
                return kind  # "Gulf of Sirte"; "Gulf Traders" is none
    if len(words) > 1 and words[0].lower in heads()["event_leads"] and head_type(words[-1].text) is None:
        return "event"
    if len(words) > 1 and (is_sort(words[0].text) or _foreign_sort(words[0].text)):
        return "organization"
    if words[-1].text.isdigit() and len(words) > 1:
        return head_type(words[-2].text)
    return head_type(words[-1].text)


def _is_body_of(words: Sequence[Word]) -> bool:
    """Is it "Party of National Accord": a sort of body, and what it is of or for?"""
    first, after = words[0].lower, words[1].lower
    return after in JOINERS and first in heads()["joins_of"] and head_type(first) == "organization"


def _is_body_for(words: Sequence[Word]) -> bool:
    """Is it "Front for the Defence of the Coast": a sort of body, and what it is for or of?"""
    sorts = heads()["joins_of"]
    pairs = (w.lower for w, after in pairwise(words) if after.lower in JOINERS and w.lower in sorts)
    return any(head_type(w) == "organization" for w in pairs)


def _has_particle(words: Sequence[Word]) -> bool:
    """Is it "Ana van Dam": a particle of family names between two words, the first of which is for no body?"""
    inside = [w.text for w in words[1:-1]]
    opened = bool(inside) and inside[0] in OPENS_FAMILY and all(w in IN_FAMILY for w in inside)
    return opened and not (is_sort(words[0].text) or _foreign_sort(words[0].text))


def _foreign_sort(word: str) -> bool:
    """Is it a word for a sort of body in another language, though like the English one: *agence*, *instituto*?"""
    return body_words().get(plain(word), "") in type_words() - {plain(word)} and head_type(word) is None


def _company(words: Sequence[Word]) -> bool:
    """Whether a legal form ends the name: "SARL", "Pte", "GmbH", ".com"; a short word like "Sa" only in capitals."""
    last = words[-1]
    if is_address(last.text):
        return True
    if len(words) > 1 and words[0].shouted and plain(words[0].text) in legal_forms():
        return True
    form = len(words) > 1 and last.capital and plain(last.text) in legal_forms()
    return form and (last.shouted or len(last.text) > 2)


def _is_called(words: Sequence[Word]) -> bool:
    """Whether two words are a first and a last name, and no place that is known or says what it is."""
    if len(words) != 2 or not is_given(plain(words[0].text)) or head_type(words[1].text) is not None:
        return False
    return not is_place(" ".join(w.text for w in words)) and not is_place(words[1].text)


def _acronym(words: Sequence[Word]) -> bool:
    letters = words[0].text.replace(".", "").replace("-", "")
    wing = words[0].text.partition("-")[0]  # "FLEC-hi", "ADF-NALU"
    return len(words) == 1 and (
        (2 <= len(letters) <= 8 and letters.isupper()) or (2 < len(wing) < 9 and wing.isupper())
    )


def _by_context(words: Sequence[Word], context: Context) -> Counter[str]:
    tally: Counter[str] = Counter()
    if context.after in (
        "militia",
        "group",
        "party",
        "movement",
        "brigade",
        "company",
        "cartel",
        "faction",
        "bloc",
        "newspaper",
        "magazine",
        "tabloid",
        "agency",
        "channel",
        "gang",
        "regime",
        "government",
        "fighters",
        "militants",
        "spokesman",
        "spokeswoman",
    ):
        tally["organization"] += 3
    if context.before in ("subsidiary", "affiliate", "offshoot") and len(words) > 1:
        tally["organization"] += 5
    if (context.before in heads()["explaining"] and context.before != "rival") or (
        context.reader == "organization" and sorts_of_words().get(context.before)
    ):
        tally["organization"] += 4  # "carmaker Delta", "the rights group Delta"
    if context.before == "based" and len(words) > 1 and not is_given(plain(words[0].text)):
        tally["organization"] += 2  # "the Lima-based Delta Freight"
    if context.before in OUTLETS:
        tally["organization"] += 3
    if context.after in ("province", "district", "region", "city", "town", "village", "county"):
        tally["place"] += 4
    if len(words) == 1 and context.after in ("mayor", "governor", "sheriff", "councilman", "councilwoman"):
        tally["place"] += 4  # "Lobos Mayor Ada Mensah"
    if context.after in ("who", "said", "told", "himself", "herself", "says", "added"):
        tally["person"] += 1
    if context.listed:
        tally[context.listed] += 4
    if context.is_a:
        tally[context.is_a] += 3
    if context.of_role and is_place(" ".join(w.text for w in words)):
        tally["place"] += 4  # "the mayor of Santa Cruz"
    elif context.of_role and context.reader != "person":
        tally["organization"] += 3
    if context.reader == "place" and _is_called(words) and context.before not in TO_PLACES:
        tally["person"] += 3  # "hit Ada Mensah with a club"
    if context.before in ("in", "near", "from", "across", "outside") and len(words) <= 2:
        tally["place"] += 1
    if context.within and is_place(" ".join(w.text for w in words)):
        tally["place"] += 3 if context.before in AT_PLACES else 1
    if context.before == "the" and len(words) > 1:
        tally["organization"] += 1
    if 2 <= len(words) <= 5 and all(w.capital or w.lower in PARTICLES for w in words) and context.before != "the":
        tally["person"] += 1
    return tally


def settle(each: Sequence[tuple[str, Counter[str]]]) -> dict[str, str]:
    """One type for every name of a document: the votes of all its places together; person when nothing is known."""
    total: dict[str, Counter[str]] = {}
    for name, tally in each:
        total.setdefault(name, Counter()).update(tally)
    settled = {name: _best(tally) for name, tally in total.items()}
    titled = {name for name, tally in each if " " not in name and tally["person"] > TITLED}
    settled |= _stems({name: kind for name, kind in settled.items() if name not in titled or kind != "person"})
    return settled | _surnames(settled)


def _best(tally: Counter[str]) -> str:
    if not tally:
        return "person"
    return min(tally, key=lambda kind: (-tally[kind], kind))


def _stems(settled: dict[str, str]) -> dict[str, str]:
    """What begins the name of a body of the text, or alone ends it, and ends nobody's, is short for it."""
    bodies = [name.split() for name, kind in settled.items() if kind == "organization" and " " in name]
    begins = {" ".join(body[:size]) for body in bodies for size in range(1, len(body))}
    begins |= {body[-1] for body in bodies}
    ends = {_last(name) for name, kind in settled.items() if kind == "person" and " " in name and name not in begins}
    found = {}
    for name, kind in settled.items():
        known = is_country(name) or nation(name) is not None
        if name in begins and kind == "person" and _bare(name.split()[-1]) not in ends and not known:
            found[name] = "place" if is_place(name) else "organization"
    return found


def _surnames(settled: dict[str, str]) -> dict[str, str]:
    """A single word that ends the full name of a person is that person's; so it is with its particle ("Van Dam")."""
    last_words = {_last(name): name for name, kind in settled.items() if kind == "person" and " " in name}
    found = {}
    for name, kind in settled.items():
        *before, last = name.split()
        single = all(w.lower() in PARTICLES for w in before) and not is_country(name) and nation(name) is None
        if (
            single
            and kind in ("place", "person", "organization", "work")
            and _bare(last) in last_words
            and not name.isupper()
        ):
            found[name] = "person"
    return found


def _last(name: str) -> str:
    return _bare(name.split()[-1])


def _bare(word: str) -> str:
    head, dash, tail = word.partition("-")
    return (tail if dash and head.lower() in PARTICLES else word).strip("-").lower()


def spread(names: Iterable[str], acronyms: dict[str, str], settled: dict[str, str]) -> dict[str, str]:
    """An acronym in brackets has the type of the name before it."""
    return {short: settled.get(full, "organization") for short, full in acronyms.items() if short in set(names)}
