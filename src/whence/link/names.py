"""Names of one document that belong together: same words, surname after full name, acronym, stated alias."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from whence.model import Document, Mention
from whence.text.fold import fold
from whence.text.gazetteer import country_of_demonym, is_country, is_place
from whence.text.names import ORGANIZATION, parse
from whence.text.names.called import calls, is_behind_aside, says_what_of
from whence.text.names.organization import spells
from whence.text.names.words import (
    body_words,
    common_words,
    grand_words,
    is_foreign,
    is_given,
    is_honorific,
    link_words,
    plain,
    second_name_nouns,
    small,
    state_organs,
    titles,
)

ARTICLES = re.compile(r"^(?:the|al|el|ul|abu|bin|ibn|de|van|von)[\s-]+", re.IGNORECASE)
ALIAS = re.compile(
    r"^\W*(?:(?:who|which|that) )?(?:is |was |are |were |has been )?"
    r"(?:also |otherwise |better |more |commonly |widely |previously |formerly |now |then |still |often "
    r"|sometimes |\w+ly )*"
    r"(?:known as )*"
    r"(?:known|called(?! by\b(?! (?:its|their|his|her|the)\b))"
    r"|nicknamed|dubbed|referred to|abbreviated|a\.?k\.?a\.?|alias|née|nom de guerre|renamed|rebranded"
    r"|styled|calls? (?:it|him|them|her)sel(?:f|ves)|calling (?:it|them)sel(?:f|ves)|means|meaning|shortened"
    r"|translate[sd]?(?! by\b)(?: into \w+)?|hence the (?:name|acronym)"
    r"|(?:has |had )?chang(?:ed|es|ing) (?:its|their|his|her) name(?= to\b)"
    r"|the (?:new|old|former|earlier) name(?= of\b))"
    r"\W*(?:\w+ly |better |more |abroad |at home |as |the |by |of |to |its |their |under |in |for |short "
    r"|(?:to|among) (?:\w+ ){1,3}as |(?:\w+ )?(?:initials|acronym|abbreviation|name)s?,? ?|[A-Z]\w+ as )*\W*$"
)


@cache
def _whose() -> re.Pattern[str]:
    """What gives the one named right before a second name: "Rosa Paz, a silent woman whose nom de guerre was"."""
    return re.compile(
        r"(?:,(?! (?:and|but)\b)(?:(?! (?:of|with|by|to|from|for|than|and)\b)[^,.;:]){1,40}){0,2},? whose "
        r"(?:real |full |birth |given |own |true |war |worldly |secular |legal |maiden |original )?"
        rf"(?:name|{second_name_nouns()}) (?:is|was|being) [\"“‘']?$"
    )


ALLEGED = re.compile(r"\b(?:allegedly|supposedly|purportedly|reputedly|reportedly)\b")
PERSONAL = re.compile(r"\b(?:alias|nom de guerre|nicknamed)\b")  # what bodies have not
WHO = re.compile(r"^,? (?:\d\d, )?who(?:m|se)?\b")  # opens a clause about a person, not about the body named last
GLOSS = re.compile(r"^,? (?:which )?mean(?:s|ing)\b(?! [\"“‘'])")
FORMER = re.compile(
    r"^(?: himself| herself| itself)?,? \(?(?:formerly|previously|originally|literally|now|born(?: as)?|i\.e\.|that is)"
    r",? (?:the )?[\"“‘']?$"
    r"|^,? ?[-–—(]? ?(?:his |her )?(?:real|true|birth|full|legal|worldly|maiden) name:? (?:is |was )?[\"“‘']?$"
)
OWNER = re.compile(r"[’']s ")
EARLIER = re.compile(r",? \((?:formerly|previously|originally|now|then)\b")
# "The man known as Abu Nidal was identified as Sabri"; not "Duda was identified as an agent".
IDENTIFIED = re.compile(
    r"[\"”’']? (?:was|has been|had been) (?:\w+ly |later )?identified (?:by [^,.;]{2,40} )?as [\"“‘']?"
)
INTRODUCES = re.compile(
    r"\b(?:known(?: only)?(?: (?:to|by) [^,.;]{2,30})? as|called|calling h\w+self|nicknamed) [\"“‘']?$"
)
BORN = re.compile(r"(?: (?:in|on|to|into|at)\b[^.;:]{1,80})?, (?:the (?:[a-z-]+ ){1,4})?")
# "the lower house of the National Assembly (the House of Deputies)": the bracket names the house.
PART_OF = re.compile(
    r"\b(?:house|chamber|wing|arm|branch|unit|subsidiary|affiliate|division|offshoot|part|organ|section|body|committee"
    r"|bureau|department|office|faction|successor|predecessor|parent)(?: \w+)? (?:of|to) (?:the )?$"
)
BRACKET = re.compile(
    r"^\s*[(\[](?:the |or |also |formerly |in short |abbreviated |hereinafter |hereafter "
    r"|(?:in |by |from )?(?:its |their |the )?[A-Z][a-z]+ (?:initials|acronym|abbreviation),? )?[\"“‘']?$",
    re.IGNORECASE,
)
OR = re.compile(r"\)?,? or (?:the )?[\"“‘']?")
TRANSLATED = re.compile(
    r"(?:\s*\(|, (?:or )?)(?:in (?:its )?[A-Z][a-z]+[:,]?|[A-Z][a-z]+ for|[A-Z][a-z]+:) (?:the )?[\"“‘']?"
)
GLOSSED = re.compile(r"[”\"’']?(?: in (?:[A-Z][a-z]+|its own language))?\)")  # (“Sons of the Lake” in Kirundi)
DESCRIBES = re.compile(r",(?: \d\d,)? (?:[\w’'-]+ ){1,6}?(?:of|at|in|for|with) (?:the )?")
AGED = re.compile(r"^, \d{1,2}(?=,)")  # "Rosa Paz, 47, alias Leopardo"
INITIALS = re.compile(r" (?:after|from|by|in) (?:its|the|their) (?:[A-Z]\w+ )?(?:initials|acronym|abbreviation)\b")
LANGUAGE = re.compile(r" in (?:[A-Z][a-z]+|its own language|translation)\b")
QUOTES = frozenset("\"”’'")
_BEHIND = frozenset({"jr", "sr", "junior", "senior", "ii", "iii", "iv"})
WORLDLY = re.compile(r" \((?:born |in the world |secular name:? )?")
NICKNAMED = re.compile(r",? (?:\()?[\"“‘']")


def key(name: str) -> str:
    """The name as it is compared inside one text: case, marks, dashes, apostrophes, "the" and "alias" apart."""
    return re.sub(r"\s+", " ", fold(name).replace(".", "")).removeprefix("the ").removeprefix("alias ").strip()


def surname(name: str) -> str:
    """The last word of a person's name, its article and "Jr." apart."""
    words = key(name).split()
    while len(words) > 2 and words[-1] in _BEHIND:
        words.pop()
    return words[-1] if words else ""


def first_surname(name: str) -> str:
    """The first of two surnames of a person ("Lobo" of Rosa Lobo Paz); empty where the word may be a given name."""
    words = [w for w in key(name).split() if w not in small("particle")]
    return words[-2] if len(words) > 2 and not is_given(words[-2]) and len(words[-2]) > 3 else ""


@lru_cache(maxsize=50_000)
def initials(name: str) -> frozenset[str]:
    """The acronyms that a body's name can have: with and without its small words."""
    words = [w for w in re.split(r"[\s()-]+", name) if w]
    full = "".join(w[0] for w in words if w[0].isalnum())
    short = "".join(w[0] for w in words if fold(w) not in link_words() and w[0].isalnum())
    return frozenset({full.upper(), short.upper(), *(w.upper() for w in parse(name, ORGANIZATION).initials)})


def is_short_for(letters: str, name: str) -> bool:
    """Whether a long acronym can be made of a body's name: of its first letters, or of the beginnings of its words."""
    if letters.upper() in initials(name):
        return True
    words = [w for w in fold(name).split() if w not in link_words() and w[0].isalnum()]
    return len(letters) > 3 and len(words) > 2 and spells(fold(letters), words)


def is_of_the_whole(letters: str, name: str) -> bool:
    """Are letters of the body behind "of", of which the one named is a part: "the Board of Delta College (DC)"?"""
    _, of, whole = name.partition(" of ")
    whole = whole.removeprefix("the ")
    return bool(of) and letters.upper() not in initials(name) and letters.upper() in initials(whole)


def aliases(doc: Document, names: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs of neighbouring names that the text itself says are one: a bracket, "also known as", "or"."""
    numbered = [(i, name) for i, name in enumerate(names) if name.type != "nationality"]
    for (i, one), (k, two) in itertools.pairwise(numbered):
        between = AGED.sub("", _without_title(doc.text[one.span.end : two.span.start]))
        if len(between) > 60 or "\n" in between:
            continue
        kinds = {_as_body(doc, m) for m in (one, two)}
        stated = _says_alias(doc, one, two, between) and not _goes_on(doc, two) and kinds <= {"person", "organization"}
        stated = stated and not (len(kinds) > 1 and EARLIER.match(between))  # "Ivo Duda (formerly Delta Bank)"
        stated = stated and not is_behind_aside(doc.text[max(0, one.span.start - 60) : one.span.start], between)
        stated = stated and not OWNER.match(doc.text, two.span.end)  # "Ivo Duda, now Ana Mor's lawyer"
        if stated and one.type == "organization" and WHO.search(between):
            bearer = _described(doc, numbered, one)
            if bearer is not None:
                yield bearer, k
            continue
        stated = stated and not (one.type == "organization" and PERSONAL.search(between))
        stated = stated and not (GLOSS.search(between) and _is_plain(doc, one))
        body = "organization" in kinds <= {"person", "organization"}
        listed = body and ((OR.fullmatch(between) and _listed(doc, one, two)) or TRANSLATED.fullmatch(between))
        listed = listed or (OR.fullmatch(between) is not None and _spells_out(doc, one, two))
        nick = one.type == "person" and NICKNAMED.fullmatch(between) and doc.text[two.span.end :][:1] in QUOTES
        beside = kinds == {"organization"} and _are_letters_beside(doc, one, two, between)
        nick = nick or _is_second_in_bracket(doc, one, two) or _is_worldly_name(doc, one, two)
        if stated or listed or nick or beside or (BRACKET.search(between) and _bracketed(doc, one, two)):
            yield i, k
    yield from _born(doc, numbered)


def _is_second_in_bracket(doc: Document, one: Mention, two: Mention) -> bool:
    """Is it another whole name with the same given name, titled in a bracket: "Umar Said (Sheikh Umar al-Dari)"?"""
    opened, _, title = doc.text[one.span.end : two.span.start].strip().partition("(")
    if not one.type == two.type == "person" or opened or plain(title) not in titles():
        return False
    if doc.text[two.span.end : two.span.end + 1] != ")":
        return False
    mine, theirs = (key(doc.quote(m.span)).split() for m in (one, two))
    return len(mine) > 1 < len(theirs) and mine[0] == theirs[0]


def _is_worldly_name(doc: Document, one: Mention, two: Mention) -> bool:
    """Does a bracket give the name in the world of one with a religious name: "Mother Marie-Ange (Jeanne Delorme)"?"""
    between = doc.text[one.span.end : two.span.start]
    if not one.type == two.type == "person" or not WORLDLY.fullmatch(between):
        return False
    words = [*doc.text[max(0, one.span.start - 20) : one.span.start].split()[-1:], *doc.quote(one.span).split()]
    titled = [plain(w) == "mother" or titles().get(plain(w)) == "religious" for w in words]
    return titled[:-1].count(True) == len(words) - 1 > 0 and doc.text[two.span.end : two.span.end + 1] == ")"


def _as_body(doc: Document, name: Mention) -> str:
    """The type of a name; what is taken for a place that the gazetteer does not know may as well be a body's."""
    unknown = name.type == "place" and not name.value and not is_place(doc.quote(name.span))
    return "organization" if unknown else name.type


def _born(doc: Document, names: Sequence[tuple[int, Mention]]) -> Iterator[tuple[int, int]]:
    """Pairs of names of which a sentence gives the first as that of birth: "Born Ana Lima in 1950, Ana Duarte"."""
    for (i, one), (k, two) in itertools.pairwise(n for n in names if n[1].type == "person"):
        opened = re.search(r"(?:^|[.!?”\"]\s|\n)Born (?:as )?$", doc.text[max(0, one.span.start - 12) : one.span.start])
        if opened and BORN.fullmatch(doc.text[one.span.end : two.span.start].replace("\n", " ")):
            yield i, k


def _are_letters_beside(doc: Document, one: Mention, two: Mention, between: str) -> bool:
    """Are they a body's name and, set off by commas, letters that need not be English: "the Miners' Union, the UM,"?

    Not in a list; and of the letters one at least begins a word of the name.
    """
    name, letters = doc.quote(one.span), doc.quote(two.span)
    after = doc.text[two.span.end : two.span.end + 12]
    ends = re.match(r"[.;]|, (?!(?:and|or|the|as|with|[A-Z])\b)|$", after)
    if between == ", " and _in_bracket(doc, one):
        ends, between = re.match(r"\)", after), ", the "  # "Ada Mensah (Union of Evangelical Women, UFE)"
    beside = between in (", the ", ", or the ") and letters.isalpha() and letters.isupper() and 1 < len(letters) < 8
    if not (beside and ends and " " in name) or name.isupper() or is_country(letters):
        return False
    return bool(set(letters.lower()) & {w[0] for w in fold(name).split() if w not in link_words()})


def _described(doc: Document, names: Sequence[tuple[int, Mention]], body: Mention) -> int | None:
    """Whom "who" means behind a body's name: the person whom the sentence describes with it ("Duda, head of Wisla")."""
    before = [(i, m) for i, m in names if m.type == "person" and m.span.end <= body.span.start]
    if not before or not DESCRIBES.fullmatch(doc.text, before[-1][1].span.end, body.span.start):
        return None
    return before[-1][0]


def _is_plain(doc: Document, name: Mention) -> bool:
    """Is it an English name, of which nothing has to be translated ("owned by Delta Lines, meaning Duda")?"""
    words = [fold(w) for w in doc.quote(name.span).split()]
    return len(words) > 1 and any(map(_is_plain_word, words))


def _without_title(between: str) -> str:
    """What stands between two names, without the title before the second ("known as “Comandante")."""
    head, _, last = between.rstrip().rpartition(" ")
    word = last.strip("\"“‘'")
    titled = word[:1].isupper() and (titles().get(plain(word)) is not None or is_honorific(word.lower()))
    return f"{head} {last.removesuffix(word)}" if titled else between


def _says_alias(doc: Document, one: Mention, two: Mention, between: str) -> bool:
    """Does what stands behind a name say that the next is another of its bearer? "Paz called Lobo a liar" does not."""
    if ALIAS.search(between):
        after = doc.text[two.span.end : two.span.end + 8]
        return not calls(between) and not says_what_of(between, after) and not ALLEGED.search(between)
    stated = FORMER.search(between) or _whose().fullmatch(between) or _is_identified(doc, one, between)
    return bool(stated) or _is_alias(doc, one, between)


def _is_identified(doc: Document, one: Mention, between: str) -> bool:
    """Does a text tell who is behind an assumed name ("known as Abu Nidal was identified as")?"""
    before = doc.text[max(0, one.span.start - 60) : one.span.start].replace("\n", " ")
    return bool(IDENTIFIED.fullmatch(between) and INTRODUCES.search(before))


def _is_alias(doc: Document, one: Mention, between: str) -> bool:
    """Does "alias Leopardo is Rosa Paz" tell whose the alias is?"""
    head = doc.text[max(0, one.span.start - 8) : one.span.start].lower() + doc.quote(one.span).lower()
    named = re.search(r"\balias [\"“‘']?" + re.escape(doc.quote(one.span).lower().removeprefix("alias ")), head)
    return bool(named and re.fullmatch(r"[\"”’']? (?:is|was) (?:really |in fact |in reality )?", between))


def _goes_on(doc: Document, name: Mention) -> bool:
    """Whether a list goes on behind a name ("the union, meaning the Front and the Party")."""
    return re.match(r",? (?:and|or) (?:the )?[A-Z]", doc.text[name.span.end : name.span.end + 12]) is not None


def _listed(doc: Document, one: Mention, two: Mention) -> bool:
    """Names of one body: both in a bracket, one behind the letters in it ("(HW), or Harbour Watch,"), or letters."""
    letters = doc.quote(two.span).replace(".", "")
    told = INITIALS.match(doc.text, two.span.end) is not None
    ends = told or doc.text[two.span.end : two.span.end + 1] in (",", ".", ")", ";", "")
    if _in_bracket(doc, one) or (letters.isupper() and 1 < len(letters) < 9 and ends):
        return True
    before = doc.text[max(0, one.span.start - 8) : one.span.start].lower().rstrip().removesuffix("the").rstrip()
    first = doc.quote(one.span).replace(".", "")
    tongue = LANGUAGE.match(doc.text, two.span.end)
    after = doc.text[tongue.end() if tongue else two.span.end :][:1]
    aside = doc.text[one.span.end] == after == ","
    if aside and tongue and one.type == two.type:
        return True  # "Golden Horn Timber, or Jinjiao Muye in Chinese, has"
    if aside and first.isupper() and 1 < len(first) < 9 and " " in doc.quote(two.span) and before[-1:] != ",":
        return one.type == two.type  # "The HWB, or Harbour Watch Board, has"
    return aside and one.type == two.type and before[-1:] != "," and _in_two_tongues(doc, one, two)


def _in_two_tongues(doc: Document, one: Mention, two: Mention) -> bool:
    """Has one of two names words that are no English, and the other none?"""
    foreign = [any(not w.isascii() or is_foreign(w) for w in doc.quote(m.span).split()) for m in (one, two)]
    return foreign[0] != foreign[1]


def _spells_out(doc: Document, one: Mention, two: Mention) -> bool:
    """Are they three letters or more and the name of which they are the first ones, whatever it was taken for?"""
    letters, name = doc.quote(one.span).replace(".", ""), doc.quote(two.span)
    long = len(letters) > 2 and letters.isupper() and letters in initials(name)
    return long and doc.text[two.span.end : two.span.end + 1] in (",", ".", ")", ";", "")


def _in_bracket(doc: Document, name: Mention) -> bool:
    """Whether a bracket was opened right before the name: "(HW, or Harbour Watch)" lists names of one body."""
    return doc.text[: name.span.start].rstrip()[-1:] in ("(", "[")


def _bracketed(doc: Document, one: Mention, two: Mention) -> bool:
    """A bracket gives another name of a body; a person's bracket gives a party or a country, which is no name."""
    name, inside = doc.quote(one.span), doc.quote(two.span)
    closing = doc.text[two.span.end : two.span.end + 1]
    if is_country(inside) != is_country(name) and not is_short_for(re.sub(r"[^\w]", "", inside), name):
        return False  # "Delta Electric (Japan)" tells whose it is, "OSH, Kyrgyzstan (LW)" who reports
    glossed = doc.text[one.span.end : two.span.start].endswith("[") and inside.isupper()
    if (one.type == "person" and not glossed) or closing not in ("", ")", "]", ",", "”", '"', "’", "'", " "):
        return False
    letters = re.sub(r"[^\w]", "", inside)
    if glossed and closing == "]" and two.type == "organization":
        return True
    if letters.isupper() and len(letters) > 1:
        if is_of_the_whole(letters, name):
            return False
        return is_short_for(letters, name) or letters[:1] == name[:1].upper() or two.type == one.type
    gloss = GLOSSED.match(doc.text, two.span.end)
    if gloss and " in " in gloss.group():
        return one.type == "organization"
    ended = closing in (")", "]", ",") or gloss is not None
    part = PART_OF.search(doc.text[max(0, one.span.start - 40) : one.span.start])
    again = _in_two_tongues(doc, one, two) or (not part and _gives_second(doc, one, two))
    return one.type == two.type == "organization" and ended and again


def _gives_second(doc: Document, one: Mention, two: Mention) -> bool:
    """Do the words of a bracket, which are no letters, give another name of the body before it?

    They are said to, spell out its letters, have some of its words, or stand in another language. Other words tell of
    its faction ("PLN (Renewal)"), its town or its leader.
    """
    name, inside = doc.quote(one.span), doc.quote(two.span)
    mine, theirs = (key(n).split() for n in (name, inside))
    if doc.text[one.span.end : two.span.start].strip(" ([\"“‘'").lower() not in ("", "the"):
        return True  # "(also Harbour Watch)"
    if name.replace(".", "").isupper() and " " not in name:
        return spells_letters(name.replace(".", ""), inside)
    if _shares_words(mine, theirs) or re.match(r",? or (?:the )?[A-Z]", doc.text[two.span.end : two.span.end + 12]):
        return True
    if _is_english(inside):
        return len(theirs) > 1 and not _is_english(name)
    abbreviated = re.match(r", ([A-Z]{2,8})\)", doc.text[two.span.end : two.span.end + 12])
    held = any(w.islower() for w in inside.split()) or (abbreviated and is_short_for(abbreviated[1], inside))
    return _is_english(name) and (bool(held) or bool(ARTICLES.match(inside)) or _is_organ(name))


def _is_organ(name: str) -> bool:
    """Is it the name of an organ with its country, which has no factions ("Polish Parliament (Sejm)")?"""
    words = name.split()
    for size in range(len(words) - 1, 0, -1):
        for at in range(len(words) - size + 1):
            land = " ".join(words[at : at + size]).removesuffix("’s").removesuffix("'s")
            if is_country(land) or country_of_demonym(land):
                rest = [w for w in map(fold, words[:at] + words[at + size :]) if w not in link_words()]
                organs = [w for w in rest if body_words().get(w) in state_organs()]
                return bool(organs) and all(w in organs or w in grand_words() for w in rest)
    return False


def _shares_words(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Has one of two names a word of its own that the other has, only words of it, or in its end the same sort?"""
    shared = set(theirs) & set(mine) - link_words()
    if len(mine) < 2 or not shared:
        return False
    own = set(theirs) <= set(mine) or not all(map(_is_plain_word, shared))
    return own or (len(mine) == len(theirs) and mine[-1] == theirs[-1])


def spells_letters(letters: str, name: str) -> bool:
    """Are the letters short for a name, or two thirds of them, as in another language, first letters of its words?"""
    firsts = Counter(w[0] for w in key(name).split() if w not in link_words())
    shared = (firsts & Counter(letters.lower())).total()
    return is_short_for(letters, name) or (firsts.total() > 2 and 3 * shared >= 2 * len(letters))


def _is_english(name: str) -> bool:
    """Does a word of a body's name, or one that holds it together, show that it is English?"""
    words = key(name).split()
    return not {"of", "the", "for", "and"}.isdisjoint(words) or any(map(_is_plain_word, words))


def _is_plain_word(word: str) -> bool:
    return word in common_words() or body_words().get(word.rstrip("s")) == word.rstrip("s")
