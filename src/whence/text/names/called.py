"""What stands between two names where the one calls the other something: no alias, though it reads like one."""

import re

# The verb of a sentence; the participle would stand behind a comma, "is" or "who".
_CALLS = re.compile(
    r"^[\"”’]? (?:has |had |have |also |later |then |once |now |still |often |sometimes |repeatedly |\w+ly )*"
    r"(?:called|calls|dubbed|styled|renamed|rebranded|referred to|translated|abbreviated|shortened|labelled|branded)\b"
)


def calls(between: str) -> bool:
    """Whether the words between two names say that the first calls the second something ("Paz called Lobo a liar")."""
    return bool(_CALLS.match(between)) and "itself" not in between and "self " not in between
