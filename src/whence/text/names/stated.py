"""Other names that a name itself states: "Maria Gomez née Duarte", "Arrayan SA, formerly Minas Arrayan"."""

import re

from whence.text.names.nouns import PERSON

_BORN = r"n[ée]e?|born"
_CALLED = (
    r"a\.?\s?k\.?\s?a\.?|alias|also known as|otherwise known as|better known as|formerly(?: known as)?"
    r"|previously(?: known as)?|now(?: known as)?|d/?b/?a/?|doing business as|trading as|t/a|real name"
)
_STATED = re.compile(rf"[\s,(\[]+(?i:(?P<born>{_BORN})|{_CALLED}):?\s+(?P<name>[^\W\d_a-z][^()\[\]]*)[)\]]?\s*$")


def readings(text: str, kind: str = PERSON) -> tuple[str, ...]:
    """The names that `text` holds, its main one first; a maiden name alone takes the given names with it."""
    found = _STATED.search(text)
    if not found or not found.start() or (found["born"] and kind != PERSON):
        return (text,)
    main, other = text[: found.start()].strip(), found["name"].strip(" ,")
    if found["born"] and " " not in other and " " in main:
        other = f"{main.split()[0]} {other}"
    return main, other
