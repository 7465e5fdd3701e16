"""What stands between two names where the one calls the other something: no alias, though it reads like one."""

import re

# The verb of a sentence; the participle would stand behind a comma, "is" or "who".
_CALLS = re.compile(
    r"^[\"”’]? (?:has |had |have |also |later |then |once |now |still |often |sometimes |repeatedly |\w+ly )*"
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
