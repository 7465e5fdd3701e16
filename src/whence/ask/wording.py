"""Facts in words: a template for each predicate, and after it how sure and by whom."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from whence.model import Filled
from whence.text.gazetteer import is_beside
from whence.vocab import Predicate, load_words, predicates, read_yaml

_PART = re.compile(r"\[([^\[\]]*)\]")
_ROLE = re.compile(r"\{(\w+)\}")
_TWICE = re.compile(r"\b(of|with|for|by|on|against|in|to) \1 ")
_KIN = "{person} is {kin} of {relative}"
_FIGURE = "[{whose}: ]{number}[, {event}][, {place}]"
_SO_MANY = "[{whose}: ]{number} {counted}[, {event}][, {place}]"
_IN_DENIAL = "{speaker} says in denial: {content}"
_NOT = re.compile(r"\b(?:no|not|never|none|nothing|nobody|neither|nor)\b|n[’']t\b", re.IGNORECASE)
_IN = re.compile(r"\bin \{(\w+)\}")
_SUBJECT = re.compile(r"\{(\w+)\} ([a-z]+s)\b")
_MANY = re.compile(
    r"(?:(?:at least|about|some|around|up to|more than|over|nearly|almost|between|the|these|those|other|all|both) )*"
    r"(?:\d[\d,.]*(?<!\b1)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty\S*|(?:a )?(?:dozens?|hundreds?|thousands?)"
    r"|several|many|some|few|both|all|most)\b",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:[a-z ]+ )?\d[\d,.]*")
_COUNTED = frozenset({"victim", "target"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "one", "him", "her", "them", "i", "we"})
_PLURALS = frozenset({"people", "police", "men", "women", "children", "troops", "others", "persons"})


@cache
def templates() -> Mapping[str, str]:
    """The template of each predicate."""
    ours = {str(name): str(template) for name, template in read_yaml("wording.en.yaml").items()}
    return {p.name: p.wording or _plain_wording(p) for p in predicates().values()} | ours


@cache
def _acts() -> Mapping[str, tuple[tuple[re.Pattern[str], str], ...]]:
    """Of each predicate that covers several acts: the words of each act, and its template."""
    return {
        str(name): tuple(
            (re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, act['words']))})"), act["say"]) for act in acts
        )
        for name, acts in read_yaml("wording_by_word.en.yaml").items()
    }


def act(predicate: str, triggers: Sequence[str]) -> str:
    """The template of the one act that all `triggers` tell; '' where they tell several, or what the predicate says."""
    for words, template in _acts().get(predicate, ()) if triggers else ():
        if all(words.search(trigger) for trigger in triggers):
            return template
    return ""


def _plain_wording(predicate: Predicate) -> str:
    """A template for a predicate of a pack that brings none: its roles in order."""
    first, *others = predicate.roles
    return f"{{{first}}} {predicate.name.replace('_', ' ')}" + "".join(f"[ {{{role}}}]" for role in others)


def in_words(predicate: str, args: Iterable[Filled], polarity: str = "affirmed", triggers: Sequence[str] = ()) -> str:
    """One fact as a short English line; a denied one begins with *Denied:*. `triggers` are the words that tell it."""
    filled: dict[str, list[str]] = {}
    args = list(args)
    for arg in args:
        words = _closed(" ".join(f"{arg.at} {arg.words}".split()))
        if words and arg.by_context:
            words += " (by context)"
        if words and words not in filled.setdefault(arg.role, []):
            filled[arg.role].append(words)
    for unit in {arg.unit for arg in args if arg.role == "number" and len(filled.get("number", ())) == 1}:
        filled["number"] = [_with_unit(words, unit, filled) for words in filled["number"]]
    _drop_repeated_count(filled)
    if "seats" in filled:
        filled["seats"] = [f"{words} seats" if _BARE.fullmatch(words) else words for words in filled["seats"]]
    if filled.get("of") and filled["of"] == filled.get("authority"):
        del filled["of"]  # "appointed head of the yard by the yard"
    template = (
        act(predicate, triggers)
        or _kinship(predicate, filled)
        or _figure(predicate, filled)
        or _by_filling(predicate, filled)
        or templates().get(predicate)
        or _unknown(predicate, filled)
    )
    if predicate == "denies" and _NOT.search(" ".join(filled.get("content", ()))):
        template = _IN_DENIAL  # "said that it had no part in it": to deny that would be to have one
    text = _SUBJECT.sub(lambda match: _agreeing(match, filled), template, count=1)
    while _PART.search(text):
        text = _PART.sub(lambda match: match[1] if all(map(filled.get, _ROLE.findall(match[1]))) else "", text)
    text = _IN.sub(lambda match: _where(match[1], filled.get(match[1], [""])), text)
    said = _ROLE.sub(lambda match: _list(filled.get(match[1]) or ["someone"]), text)
    said = _TWICE.sub(r"\1 ", said)
    return ("Denied: " if polarity == "denied" else "") + said


def _kinship(predicate: str, filled: Mapping[str, Sequence[str]]) -> str:
    """The template that says who is whose daughter; '' of "brothers", who are each other's, or where no word tells."""
    kin = filled.get("kin", ()) if predicate == "family_of" else ()
    return _KIN if len(kin) == 1 and not is_many(kin) else ""


def _figure(predicate: str, filled: Mapping[str, Sequence[str]]) -> str:
    """The template of a number that says itself what it counts ("4 million euros") or stands before it ("40 boxes")."""
    numbers, things = filled.get("number", ()), filled.get("counted", ())
    if predicate != "counts" or len(numbers) != 1 or len(things) != 1:
        return ""
    number, thing = numbers[0].casefold(), things[0].casefold()
    if number == thing or number.endswith(f" {thing}"):
        return _FIGURE
    return _SO_MANY if _MANY.fullmatch(number) and is_many(things) and not _MANY.match(thing) else ""


@cache
def _fillings() -> Mapping[str, Sequence[Mapping[str, str]]]:
    """Of each predicate the templates that depend on how one role is filled."""
    table: Mapping[str, Sequence[Mapping[str, str]]] = read_yaml("wording_by_filling.en.yaml")
    return table


def _by_filling(predicate: str, filled: Mapping[str, Sequence[str]]) -> str:
    """The template that the words of one role ask for; '' where they ask for none."""
    for row in _fillings().get(predicate, ()):
        words = filled.get(row["role"], ())
        if len(words) == 1 and (words[0] == row.get("whole") or words[0].startswith(row.get("begins", "\0"))):
            return row["say"]
    return ""


def _unknown(predicate: str, filled: Iterable[str]) -> str:
    """A template for a predicate of a pack that is not in force: its roles as they come."""
    first, *others = [f"{{{role}}}" for role in filled] or ["{someone}"]
    return " ".join([first, predicate.replace("_", " "), *others])


def _where(role: str, places: Sequence[str]) -> str:
    """A place with its preposition: *in* Oslo, *at* the airport; "near Oslo" has its own."""
    if all(map(is_beside, places)):
        return f"{{{role}}}"
    last = places[0].split()[-1:] if len(places) == 1 else []
    at = bool(last) and last[0].casefold() in _facilities()
    return f"at {{{role}}}" if at else f"in {{{role}}}"


@cache
def _facilities() -> frozenset[str]:
    return frozenset(load_words("nominals.yaml")["facility"])


def _with_unit(number: str, unit: str, filled: Mapping[str, Sequence[str]]) -> str:
    """*12 hectares* of land: a bare number with its unit, where that is a word and nothing on the line says it."""
    if not (unit.isalpha() and unit.islower() and _MANY.fullmatch(number)):
        return number
    if any(
        unit.removesuffix("s") in words.casefold() for role in ("counted", "event") for words in filled.get(role, ())
    ):
        return number
    return f"{number} {unit}" + ("" if unit.endswith("s") else "s")


def _closed(words: str) -> str:
    """Quoted words without the comma that led on, and with the mark that opens or closes what they quote."""
    words = words.rstrip(",;")
    for opening, closing in ("“”", "«»"):
        if words.count(opening) > words.count(closing):
            words += closing
        elif words.count(closing) > words.count(opening):
            words = opening + words
    return f'{words}"' if words.count('"') % 2 else words


def _with_bound(words: str, counts: Iterable[str]) -> str:
    """*at least 24 people* for *24 people* where that is how many they are."""
    for count in counts:
        number = count.split(" ")[-1]
        if words.startswith(f"{number} "):
            return count + words.removeprefix(number)
    return words


def _drop_repeated_count(filled: dict[str, list[str]]) -> None:
    """ "Three divers" need no "(three)" behind them; "at least three" takes the place of their "three"."""
    for role in _COUNTED.intersection(filled):
        filled[role] = [_with_bound(words, filled.get("count", ())) for words in filled[role]]
    others = " ".join(w for role, words in filled.items() if role != "count" for w in words).lower()
    if all(count.lower() in others for count in filled.get("count", ())):
        filled.pop("count", None)


def _agreeing(match: re.Match[str], filled: Mapping[str, Sequence[str]]) -> str:
    """The subject and its verb: "the yard is", "three yards are"."""
    role, verb = match.groups()
    if match.start() != 0 or not is_many(filled.get(role, ())):
        return match[0]
    if verb in ("is", "was"):
        return f"{{{role}}} {'are' if verb == 'is' else 'were'}"
    stem = re.sub(r"ies$", "y", verb) if verb.endswith("ies") else re.sub(r"(?<=ss|sh|ch|.x)es$|s$", "", verb)
    return f"{{{role}}} {stem}"


def is_many(words: Sequence[str]) -> bool:
    """Whether a subject takes a verb in the plural: several, a number of things, a common noun in the plural."""
    if len(words) != 1:
        return len(words) > 1
    if _MANY.match(words[0]):
        return True
    head = re.split(r" (?:of|in|from|at|on|with|who|that|to|for)\b|,", words[0])[0].split()[-1:]
    noun = head[0] if head else ""
    return noun in _PLURALS or noun.endswith("men") or (noun.islower() and bool(re.search(r"[^sui]s$", noun)))


def _list(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def certainty_in_words(certainty: str) -> str:
    """*suspected*, *almost certain*; nothing for what is plainly asserted."""
    return "" if certainty == "asserted" else certainty.replace("_", " ")


def chain_in_words(voices: Sequence[str]) -> str:
    """*according to Ana, through Bo, through The Post*: the innermost speaker first."""
    return f"according to {', through '.join(map(voice_in_words, voices))}" if voices else ""


def voice_in_words(voice: str) -> str:
    """*someone ("he")* for a pronoun of which nobody knows whom it means."""
    return f'someone ("{voice.lower()}")' if voice.lower() in _PRONOUNS else voice


PARTS_OF_YEAR = {
    21: "spring", 22: "summer", 23: "autumn", 24: "winter", 33: "first quarter of", 34: "second quarter of",
    35: "third quarter of", 36: "last quarter of", 37: "early", 38: "mid", 39: "late", 40: "first half of",
    41: "second half of",
}  # fmt: skip


def counted(number: int, noun: str) -> str:
    """A number with its noun: *1 document*, *2 documents*, *2 entries*."""
    many = f"{noun[:-1]}ies" if noun.endswith("ry") else f"{noun}s"
    return f"{number} {noun if number == 1 else many}"


def dated_in_words(published: str, *, inferred: bool = False) -> str:
    """The date of a document as it is read: *2014-05*, *2018 or later (inferred)* where only its first day is known."""
    first, _, last = published.partition("/")
    if not published:
        return "undated"
    if last == "..":
        said = f"{day_in_words(first)} or later"
    elif first == "..":
        said = f"{day_in_words(last)} or earlier"
    else:
        said = f"{day_in_words(first)} to {day_in_words(last)}" if last else day_in_words(first)
    return f"{said} (inferred)" if inferred else said


def day_in_words(edtf: str) -> str:
    """A date as it is read: EDTF's codes for parts of a year and for decades in words, all else as it is."""
    part = re.fullmatch(r"(\d{4})-(\d\d)([~?%]?)", edtf)
    day, _, hour = edtf.partition("T")
    if hour:
        return f"{day} {hour[:5]}"
    if part and int(part[2]) in PARTS_OF_YEAR:
        return f"{PARTS_OF_YEAR[int(part[2])]} {part[1]}{part[3]}"
    decade = re.fullmatch(r"(\d{3})X([~?%]?)", edtf)
    return f"{decade[1]}0s{decade[2]}" if decade else edtf


def span_in_words(edtf: str) -> str:
    """A date or a spell as it is read: *2014-05*, *since 2017-03*, *by 2019-06-01*, *1998 to 2010-07*."""
    first, _, last = edtf.partition("/")
    if not last:
        return day_in_words(first)
    if first in ("", ".."):
        return f"by {day_in_words(last)}"
    return f"since {day_in_words(first)}" if last == ".." else f"{day_in_words(first)} to {day_in_words(last)}"


def event_in_words(first: str | None, last: str | None) -> str:
    """When an event was: its day, or the days between which it lies: "last week" is no spell that it took."""
    if first and last and first != last:
        return f"between {day_in_words(first)} and {day_in_words(last)}"
    return day_in_words(first or last or "")


def time_in_words(start: str | None, end: str | None, *, starts: bool = False, ends: bool = False) -> str:
    """A spell: *since 2017-03*, *2006 to 2014*, *until 2019*; a date within it that is not its edge is *known*."""
    start, end = start and day_in_words(start), end and day_in_words(end)
    if start and end and starts and ends:
        return f"{start} to {end}" if start != end else start
    if start and end and not starts and not ends:
        return f"known {start} to {end}" if start != end else f"known {start}"
    first = start and (f"since {start}" if starts else f"known {start}")
    last = end and (f"until {end}" if ends else f"known {end}")
    return ", ".join(filter(None, [first, last]))
