"""Second names that a sentence gives somebody, by the constructions of `second_names_told.yaml`: who, and what name."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from whence.model import Mention
from whence.text.days import WEEKDAY
from whence.text.fold import fold
from whence.text.gazetteer import is_country, is_place
from whence.text.names.called import is_behind_aside, is_of_another
from whence.text.names.words import is_foreign, second_name_nouns
from whence.vocab import read_yaml

# In the sentence that patterns read each name is a run of one sign: what begins it, and what goes on.
SIGNS = {"person": "\ue000\ue001", "organization": "\ue002\ue003", "role": "\ue006\ue007"}
OTHER = "\ue004\ue005"
STRANGE = "\ue008\ue009"  # two words or more taken for a place that no gazetteer knows: anybody's name, it may be
OTHERS = frozenset({"place", "facility", "law", "event", "work", "vehicle"})
EVERY, PEOPLE = "\ue000-\ue009", "\ue000\ue001"
TITLE = "(?:\ue006\ue007* )?"
WORD = (
    f"(?!(?:{WEEKDAY}|I|It|He|She|This|That|They|We|You|There|What|Who|An?|His|Her|Its"
    f"|The|But|And)\\b)(?:[A-ZÀ-Þ\ue000\ue002\ue004\ue008][\\w’'{EVERY}-]*)"
)
RUN = f"{WORD}(?: (?:(?:of|the|de|la|del|bin|al) )?{WORD}| \\d+\\b)*"
ARTICLE = "(?:(?:the|The|el|la|los|las|le|les|o|os|il|der|die|das) )?"
AKA = "a[./]?k[./]?a\\.? "
BETWEEN = f"(?:, (?:and |or |alias |{AKA})?| and | or |; (?:and |{AKA})?|/| \\(a\\) | {AKA})"
QUOTED = f"[“\"‘'](?:[Tt]he )?(?:<{TITLE}{RUN}|\ue006\ue007*>)[,.]?[”\"’'](?!\\w)"
PLAIN = f"{ARTICLE}{TITLE}<{RUN}>"
PERSONAL = f"{TITLE}<(?:\ue000\ue001*(?: \ue000\ue001*)*|\ue008\ue009*)>"
DENIED = re.compile(
    r"\b(?:not|never|n[’']t|den(?:y|ies|ied|ying)|refus\w+|wrongly|mistakenly|falsely|incorrectly|confus\w+|mistak\w+|unlike|if|whether)\b",
    re.IGNORECASE,
)
DOUBTED = re.compile(
    r"\b(?:claim\w*|alleg\w*|(?<!the )(?<!a )suspect\w*|believ\w+|rumou?r\w*|thought|think\w*|suppos\w+|reported\w*"
    r"|said to|(?-i:may)|might|could|perhaps|possibly|probably|likely|apparently|presum\w+|seem\w*|unconfirmed|accus\w+"
    r"|insist\w*)\b",
    re.IGNORECASE,
)
QUOTES = frozenset("“\"‘'")
# Before a list of second names: more than one follows.
MANY = re.compile(r"\b(?:names|aliases|noms de|pseudonyms|nicknames|kunyas|monikers|handles|various\w*|both)\b[^@]*$")
# Behind a name of a list: it has a second name, an age or an account of its own, and is another's.
NEXT_BEARER = re.compile(
    r",? \(?(?:alias|a[./]?k[./]?a|nicknamed|(?:also |better )?known|dubbed|who\b|\d\d\b|nom de guerre)"
)
# What gives somebody the name right behind it.
INTRODUCES = (
    r"\b(?i:calls?|called|calling|known(?: [^.;:]{1,40}?)? as|name(?: of)?|named|nicknamed|dubbed|alias|signed"
    r"|code-?named|identity|pseudonym|handle|nom de guerre|sign(?:s|ed) (?:himself|herself)(?: as)?"
    r"|(?:goes|went|going) by|real)\b"
    r"[^.;:\n]{0,25}?,? (?:the )?[“\"‘']?(?:[A-Z]\w+ )?"
)
IN_TONGUE = re.compile(r",? in ([A-Z][a-z]+)\)")
LIKENED = re.compile(r"(?:New|Next|Second|Young|Modern|Other|Real) [A-Z]")
BEFORE = 60  # characters before a construction in which a word may deny it, or put it in doubt
CUES = re.compile(
    r"name|alias|[afn][./]?k[./]?a|\(a\)|known|call|nick|dub|styl|christen|born|bapti|pseudonym|kunya|sign|moniker|sobriquet"
    r"|handle|nom de|noms de|goes by|went by|go by|answer|same|one and|unmask|reveal"
    r"|spel|translit|transcri|render|romani|identi|turned out|proved|\blife\b|reality|in truth|becom|became|former"
    r"|previous|original|\b(?:is|was|been) |expos|none other|appear"
    r"|list|regist|record|enter|figure|know|knew|remember|address|refer|speak|spoke|writ|wrote|passport|paper|document"
    r"|file|book|trading|operating|business as|believ|suspect|think|alleg|\bor\b|took|adopt|assum|cod|vulgo|dit"
    r"|introduc|present|establish|confirm|discover|it was as|travel|wr(?:ites|ote) as|live[sd] as|fought|fights"
    r"|\b(?:party|school|radio|prison|camp|ring|army|movement|jungle|forest|underworld|street|field|village|barracks"
    r"|guerrilla|maquis|monastery|convent|gang|underground|online)"
    r"|found|establ|set up|creat|built|open|launch|charter|incorporat|sail|flew|marri|wedding|initials|acronym"
    r"|perform|compet|wrestl|boxe[ds]|tour|blog|tweet|post(?:s|ed)|rap(?:s|ped)|s[ai]ngs?\b"
    r"|paint|sold|dissol|return|came back|fight|contest|campaign|today|\bex\b|religion|in the world|dropp|shed|veil"
    r"|certificat|permit|licen[cs]e|\bcard\b|\bdeed|stone\b|visa\b|(?-i:\bas [A-ZÀ-Þ“‘\"])"
    r"|\b(?:whose|to|among|for) |[“\"‘(]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Second:
    """A second name: offsets of its bearer, a name or a pronoun, and of the name; the word that puts it in doubt."""

    bearer: tuple[int, int]
    name: tuple[int, int]
    pronoun: bool
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One construction; `same`: it equates two names; `tongues`: one in English with one that is not.

    It needs words of its own, and reads nothing where the sentence has the words of `unless`. `introduced`: the text
    has told before that somebody is called so. `pronouns`: those that may stand for the bearer; none is any.
    """

    pattern: re.Pattern[str]
    needs: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    pronouns: frozenset[str]
    same: bool
    tongues: bool
    introduced: bool


@cache
def constructions() -> tuple[Told, ...]:
    """Every construction of the list, compiled."""
    told: Mapping[str, Any] = read_yaml("second_names_told.yaml")
    return tuple(
        Told(
            re.compile(_filled(entry["say"], told["pieces"])),
            re.compile(entry["needs"]) if "needs" in entry else None,
            re.compile(entry["unless"]) if "unless" in entry else None,
            frozenset(entry.get("pronoun", ())),
            bool(entry.get("same")),
            bool(entry.get("tongues")),
            bool(entry.get("introduced")),
        )
        for entry in told["told"]
    )


def _filled(say: str, pieces: Mapping[str, str]) -> str:
    nouns = second_name_nouns()
    person = f"{TITLE}(?P<who>\ue000\ue001*+)"
    body = "(?:[Tt]he )?(?P<body>\ue002\ue003*+)"
    thing = "(?:[Tt]he )?(?P<body>[\ue002\ue004][\ue003\ue005]*+)"
    one = _any(None)
    known = {
        "nouns": f"(?:{nouns})",
        "name": f"(?:name|{nouns})",
        "P": person,
        "O": body,
        "S": thing,
        "A": f"(?:{person}|{body})",
        "he": r"(?<!\w)(?P<he>[Hh]e|[Ss]he|[Hh]im|[Hh]er|[Hh]is)(?!\w)",
        "Bs": f"(?P<list>{one}(?:{BETWEEN}{one})*)",
        "O2": "(?:[Tt]he )?(?P<alias>\ue002\ue003*+)",
        "Bq": _slot(QUOTED, "quoted"),
        "Bt": f"(?:{_any('')}|the (?P<post>\ue006\ue007*+)(?! of\\b| for (?!his|her|their)|[’']s| [A-ZÀ-Þ]))",
        "RUN": RUN,
        **{f"B{n}": _any(n) for n in ("", "2")},
        **{f"Bn{n}": f"(?:{_slot(QUOTED, 'quoted' + n)}|{_slot(PERSONAL, 'alias' + n)})" for n in ("", "2")},
    }
    for _ in range(3):  # a piece may hold a piece
        for word, piece in {**pieces, **known}.items():
            say = say.replace("{" + word + "}", piece)
    return say.replace("@", EVERY).replace("%", PEOPLE)


def _slot(form: str, name: str = "") -> str:
    return form.replace(">", ")").replace("<", f"(?P<{name}>" if name else "(?:")


def _any(n: str | None) -> str:
    """A name in quotation marks or of words with capitals; without a group where it is one of a list."""
    quoted, alias = ("", "") if n is None else ("quoted" + n, "alias" + n)
    return f"(?:{_slot(QUOTED, quoted)}|{_slot(PLAIN, alias)})"


@cache
def _naming() -> re.Pattern[str]:
    """What says that the word behind it is a name; whoever "performs as" something has it from no company."""
    acts = "(?:perform|record|rap|sing|blog|tweet|post|writ|box|wrestl|paint|stream|publish)(?:e?s|ing)? (?:as|under)"
    return re.compile(
        rf"\b(?:names?|kn[eo]wn?|call\w*|nicknam\w+|dubbed|born|{acts}|{second_name_nouns()})\b", re.IGNORECASE
    )


@cache
def _item() -> re.Pattern[str]:
    return re.compile(_any(""))


def second_names(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[Second]:
    """Yield the second names that a sentence, from `start` to `end` of `text`, gives those whom `mentions` name.

    `mentions` are in the order of the text.
    """
    if not CUES.search(text, start, end):
        return
    line = _signed(text[start:end], start, mentions)
    shown = text[start:end]
    seen: set[tuple[tuple[int, int], tuple[int, int]]] = set()
    for told, found in _read(line):
        bearer, pronoun = _bearer(told, found)
        if bearer is None or (told.needs and not told.needs.search(found[0])):
            continue
        if told.unless and told.unless.search(shown):
            continue
        for name in (_undotted(shown, name) for name in _names(found)):
            if (bearer, name) in seen or not _holds(told, found, shown, bearer, name):
                continue
            if told.introduced and not _is_introduced(text, start + name[0], shown[slice(*name)]):
                continue
            seen.add((bearer, name))
            where = (0, len(line)) if told.same else (max(0, found.start() - BEFORE), name[0])
            doubted = DOUBTED.search(line, *where)
            doubt = doubted[0].lower() if doubted else ""
            yield Second((bearer[0] + start, bearer[1] + start), (name[0] + start, name[1] + start), pronoun, doubt)


@lru_cache(maxsize=1_000)
def _read(line: str) -> tuple[tuple[Told, re.Match[str]], ...]:
    """Every construction of a sentence with its place; several stages ask for the same one."""
    return tuple((told, found) for told in constructions() for found in _matches(told, line))


def _matches(told: Told, line: str) -> Iterator[re.Match[str]]:
    """Every place where a sentence has a construction; behind a list the search goes on at its last name."""
    at = 0
    while (found := told.pattern.search(line, at)) is not None:
        yield found
        listed = [end for _, end in _listed(found)] if found.groupdict().get("list") else []
        at = max(at + 1, max(listed, default=found.end()))


def _is_introduced(text: str, before: int, name: str) -> bool:
    """Has a text, before a place in it, given somebody a name ("a man his neighbours call Father Owl")?"""
    return bool(re.search(INTRODUCES + re.escape(name), text[:before]))


def _holds(told: Told, found: re.Match[str], shown: str, bearer: tuple[int, int], name: tuple[int, int]) -> bool:
    """Is what a pattern read a second name: another than the first, not denied, and no one else's?"""
    line = found.string
    if (name[0] < bearer[1] and bearer[0] < name[1]) or _says_less(shown, bearer, name):
        return False
    if not (told.same or _is_name(line, found, bearer, name)):
        return False
    if LIKENED.match(shown, name[0]) and line[: name[0]].endswith("the "):
        return False  # "fans call Duda the New Paz"
    if told.tongues and not _in_two_tongues(shown, bearer, name):
        return False
    if is_behind_aside(line[: bearer[0]], line[bearer[1] : name[0]]):
        return False
    aside = re.match(r",? (?:who\b|also\b|$)", line[bearer[1] : name[0]]) is not None
    if not told.same and aside and is_of_another(line[: bearer[0]]):
        return False
    return not DENIED.search(line, max(0, found.start() - BEFORE), name[0])


def _is_strange(mention: Mention, name: str) -> bool:
    """Was a name of two words or more taken for a place's that no gazetteer knows?"""
    return mention.type == "place" and not mention.value and " " in name and not (is_place(name) or is_country(name))


def _signed(line: str, start: int, mentions: Sequence[Mention]) -> str:
    """A sentence with a sign in the place of each letter of a name; peoples and languages are words like others."""
    out = list(re.sub(r"\s", " ", line))
    edges = [bisect_left(mentions, at, key=lambda m: m.span.start) for at in (start, start + len(line))]
    for m in sorted(mentions[slice(*edges)], key=lambda m: m.type != "role"):
        first, last = m.span.start - start, m.span.end - start
        known = m.type in SIGNS or m.type in OTHERS or m.type == "nationality"
        if m.form != "name" or not known or last > len(line) or (m.type == "role" and not line[first].isupper()):
            continue
        signs = "zz" if m.type == "nationality" else SIGNS.get(m.type, OTHER)
        signs = STRANGE if _is_strange(m, line[first:last]) else signs
        out[first:last] = signs[0] + signs[1] * (last - first - 1)
    return "".join(out)


def _bearer(told: Told, found: re.Match[str]) -> tuple[tuple[int, int] | None, bool]:
    groups = found.groupdict()
    for name in ("who", "body"):
        if groups.get(name):
            return found.span(name), False
    pronoun = groups.get("he")
    if pronoun and (not told.pronouns or pronoun.lower() in told.pronouns):
        return found.span("he"), True
    return None, False


def _names(found: re.Match[str]) -> Iterator[tuple[int, int]]:
    groups = found.groupdict()
    for name in ("quoted", "alias", "post", "quoted2", "alias2"):
        if groups.get(name):
            yield found.span(name)
    if groups.get("list"):
        yield from _listed(found)


def _undotted(shown: str, name: tuple[int, int]) -> tuple[int, int]:
    """A post as a name without the full stop that may belong to its short form ("Prof.")."""
    start, end = name
    return (
        (start, end - 1) if end - start > 4 and shown[start:end].endswith(".") and shown[end:].strip() == "" else name
    )


def _listed(found: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The names of a list; behind one name those that may not be the next of whom the sentence tells.

    "Ivo Duda, alias Owl, and Jan Paz": Paz is another, and so are all behind him.
    """
    line, end = found.string, found.start("list")
    begun = line[found.start() : end]
    many = MANY.search(begun) or begun.rstrip().rfind("(") > begun.rfind(")")
    quoted = line[end] in QUOTES
    for item in _item().finditer(line, *found.span("list")):
        between, first = line[end : item.start()], item.start() == found.start("list")
        alike = quoted and line[item.start()] in QUOTES
        if NEXT_BEARER.match(line, item.end()) and not first:
            return
        one = between == " and " and " " not in item[0]
        if not (first or many or alike or one or re.search(r"/|\bor\b|\(a\)|a[./]?k[./]?a|alias", between)):
            return
        yield _bare(line, item.span())
        end = item.end()


def _bare(line: str, span: tuple[int, int]) -> tuple[int, int]:
    """A name of a list without its quotation marks, article and title."""
    words = line[span[0] : span[1]]
    head = re.match(rf"[“\"‘']?{ARTICLE}{TITLE}", words)
    tail = re.search(r"[,.]?[”\"’']?$", words)
    first = span[0] + (head.end() if head else 0)
    last = span[0] + (tail.start() if tail else len(words))
    return (first, last) if first < last else span


def _is_name(line: str, found: re.Match[str], bearer: tuple[int, int], name: tuple[int, int]) -> bool:
    """May the words be a name of this bearer: a place's or a body's only where the text says that it is a name?"""
    words = line[name[0] : name[1]]
    strange = re.fullmatch(r"\ue002\ue003*|\ue004\ue005*", words)
    body = line[bearer[0]] in "\ue002\ue004"
    quoted = line[name[0] - 1 : name[0]] in ("“", '"', "‘", "'")
    return quoted or body or not strange or bool(_naming().search(found[0]))


def _says_less(text: str, bearer: tuple[int, int], name: tuple[int, int]) -> bool:
    """Is every word of one a word of the other: a name in full and its end?"""
    mine, theirs = (set(fold(text[a:b]).split()) for a, b in (bearer, name))
    return theirs <= mine or mine <= theirs


def _in_two_tongues(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Has one of two names foreign words, the words of both apart, and the other none? A text may say so as well."""
    tongue = IN_TONGUE.match(text, other[1])
    if tongue and not (is_place(tongue[1]) or is_country(tongue[1])):
        return True
    if text[one[0] : one[1]].isupper():
        return False  # a dateline with its agency
    mine, theirs = (text[a:b].split() for a, b in (one, other))
    if min(len(mine), len(theirs)) < 2:
        return False  # a guild with its town
    foreign = [
        any(not w.isascii() or is_foreign(w) for w in words if w not in others)
        for words, others in ((mine, theirs), (theirs, mine))
    ]
    return foreign[0] != foreign[1]
