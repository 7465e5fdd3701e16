"""What stands between two names where the one calls the other something: no alias, though it reads like one."""

import re
from functools import cache

from whence.text.names.words import second_name_nouns

# The verb of a sentence; the participle would stand behind a comma, "is" or "who".
_CALLS = re.compile(
    r"^[\"”’]?(?:,? (?:who|which|that))?"
    r" (?:has |had |have |also |later |then |once |now |still |often |sometimes |repeatedly |\w+ly )*"
    r"(?:called|calls|dubbed|styled|renamed|rebranded|referred to|translated|abbreviated|shortened|labelled|branded)\b"
)
# Words by which a text says that somebody or something has another name.
_TELLS = re.compile(
    r"\b(?:alias(?:es)?|a\.?k\.?a|known|names?|named|renam\w+|rebrand\w+|nicknam\w+|call(?:s|ed|ing)?|call ?sign|dubbed"
    r"|styled|noms? de guerre|pseudonym\w*|kunya|identit\w+|identified|born|née|né|or|under|formerly|previously|goes by"
    r"|went by|acronym|initials|abbreviat\w+|short for|stands for|translat\w+|mean(?:s|ing)|literally|maiden|real)\b"
    r"|[\"“«‘(]",
    re.IGNORECASE,
)


def tells_alias(sentence: str) -> bool:
    """Whether a sentence has a word, a quotation mark or a bracket that gives a bearer another name."""
    return bool(_TELLS.search(sentence))


def calls(between: str) -> bool:
    """Whether the words between two names say that the first calls the second something ("Paz called Lobo a liar")."""
    return bool(_CALLS.match(between)) and "itself" not in between and "self " not in between


_CALLED = re.compile(r"\b(?:called|calls|dubbed|labelled|branded) $")
_SOMETHING = re.compile(r" [\"“‘']?(?:an?|the) ")


def says_what_of(between: str, after: str) -> bool:
    """Whether somebody only says what another is: "Its head, Paz, called Lobo a liar", `after` behind the second."""
    return bool(_CALLED.search(between) and _SOMETHING.match(after))


_OPENS = r"(?: (?:of|was|is|being))?[,:]? (?:the )?[\"“‘']?(?:the )?$"


@cache
def _personal() -> re.Pattern[str]:
    """What gives a person, and no firm, a second name right behind it."""
    return re.compile(
        r"(?:\b(?:work|liv|travel|operat|writ|wrote|serv|fight|fought|appear|perform|enter|stay|hid|known)\w*\b[^.;“\"]{0,40}"
        r" under the (?:assumed |false |\w+ )?name|"
        r"\b(?:go|goes|going|went)(?: \w+)? by(?: the (?:name|nickname|alias|handle)(?: of)?)?|"
        r"\bwhom? (?:[\w’'-]+ ){1,5}?(?:calls?|called|nicknamed|dubbed)(?: simply| only)?|"
        r"(?<=\bcalls (?:him|her))|(?<=\bcall (?:him|her))|(?<=\bcalled (?:him|her))|(?<=\bdubbed (?:him|her))|"
        rf"\b(?:himself|herself)(?: (?:simply )?as)?|\bnicknamed(?: (?:him|her))?|\b(?:{second_name_nouns()})"
        r"|\b(?:man|woman|source|informant|spy|agent|suspect|fugitive|gangster|trafficker|hacker|fighter|militant|commander)"
        r" (?:better |only |widely |simply )?known(?: (?:to|by|among) (?:[\w’'-]+ ){1,4}?)?(?: only| simply)?(?: as)?)"
        + _OPENS,
        re.IGNORECASE,
    )


# What gives anybody one: "known to the police as", "dubbed by the press".
_ANYBODY = re.compile(
    r"\b(?:known|nicknamed|dubbed|referred to|code-?named|christened|called)"
    r"(?: (?:to|by|among|in|at|throughout) (?:[\w’'-]+ ){1,5}?(?=as\b))?(?: (?:only |simply |widely )?as)?" + _OPENS
)
# What gives a person a name that stands in no quotation marks; "called" alone may as well ring somebody up.
_PLAIN = re.compile(
    r"(?:\b(?:also|otherwise|better|commonly|widely|popularly|locally|universally|affectionately|simply|formerly"
    r"|previously|sometimes|once) known(?: (?:to|by|among|in) (?:[\w’'-]+ ){1,4}?)?(?: simply)? as"
    r"|\bknown (?:to|by|among) (?:[\w’'-]+ ){1,4}?(?:simply )?as"
    r"|\b(?:go|goes|going|went)(?: also)? by(?: the (?:name|nickname|alias)(?: of)?)?"
    r"|\bwhom? (?:[\w’'-]+ ){1,4}?(?:calls?|nicknamed|dubbed)"
    r"|\bnicknamed|(?<!is the )(?<!was the )\bnoms? de guerre:?(?: (?:is|was|of))?,?|\balias"
    r"|\b(?:calling|calls|called|styles|styling) (?:himself|herself)"
    r"|(?<=\bcalls (?:him|her))|(?<=\bcall (?:him|her))"
    r"|\bwhose (?:real|stage|full|birth) name (?:is|was)|\bunder the (?:pen|stage|assumed) name(?: of)?"
    r"|\b[Bb]orn) (?:the )?$"
)
_DOUBTED = re.compile(r"\b(?:not|never|wrongly|mistakenly|falsely|incorrectly|so)\b[\s\w]{0,24}$", re.IGNORECASE)


def plain_cue(before: str) -> int | None:
    """Where the words begin that give a person the name right behind them, which no quotation marks hold."""
    found = _PLAIN.search(before)
    return found.start() if found is not None and not _DOUBTED.search(before[: found.start()]) else None


def epithet_cue(before: str) -> tuple[int, bool] | None:
    """Where the words begin that give a bearer the name right behind them, and whether only people are called so.

    `before` is the sentence up to the name: 'better known as "'. None where nothing says so, or it is denied.
    """
    for cue, personal in ((_personal(), True), (_ANYBODY, False)):
        found = cue.search(before)
        if found is not None:
            return None if _DOUBTED.search(before[: found.start()]) else (found.start(), personal)
    return None


# "Ivo Duda, the brother of Jan Duda, who goes by Owl": it may be either.
_OF_ANOTHER = re.compile(r"[^.;:\"“”], (?:[^,.;:]{1,40} )?(?:of|to|for) (?:the )?$")


def is_of_another(before: str) -> bool:
    """Whether the words before a name tell that it says whose somebody is: "the brother of", "an aide to"."""
    return bool(_OF_ANOTHER.search(before))


# "Ivo Duda, son of the late Jan Duda, is known as Owl": the son is.
_BEHIND_ASIDE = re.compile(r", (?:is|was|are|were|has been|had been|became|remains?|remained)\b")
_ASIDE = re.compile(r"\b(?:of|to|for|by|with|from|under|against|like|than|and) [^,.;:]{0,30}$")


def is_behind_aside(before: str, between: str) -> bool:
    """Whether a verb behind a name and a comma tells of another, of whom the name was only an aside.

    `before` is what stands before the name, `between` what stands behind it.
    """
    return bool(_BEHIND_ASIDE.match(between) and _ASIDE.search(before))


_SOMEBODY = re.compile(
    r"(?<![,(] )\b(?:an?|another|some|one|the) (?:[\w-]+ )?(?:man|woman|person|fighter|commander|agent|source|officer"
    r"|boy|girl|stranger|trafficker|dealer|suspect|witness|informant|spy|member|leader|figure|individual) "
    r"(?:using|with|under|going|known|called|named|nicknamed|who|whom|by)\b"
)


def is_about_somebody(between: str) -> bool:
    """Whether the words between a name and another give the other to somebody unnamed: "led by a man using the"."""
    return bool(_SOMEBODY.search(between))
