"""How long a case takes against a list: ``python tools/bench_screen.py [ENTITIES] [ENTRIES]``.

Entries are made of syllables by a fixed draw (no list is needed): people with two or three names, bodies with a word
for their sort, an alias each; 1,000 entities and 10,000 entries if not said otherwise. Half of the entities are listed
under another spelling. Printed: seconds (processor time) to index and to screen, candidates, and how many of the listed
entities have their entry first.
"""

import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))
from whence.model import Entity, ListEntry
from whence.resolve import Index, screen

SYLLABLES = "ka ro mi tel dan vu sha ben lo ri gor ne pa zul the mar qu sil jo ham der an bri co fe wa".split()
SORTS = "Trading Company|Holdings|Front|Brigade|Shipping Lines|Foundation|Bank|Brothers".split("|")
SOUNDS = (("k", "c"), ("sh", "ch"), ("qu", "kw"), ("ou", "u"), ("j", "dj"), ("ri", "ry"))


def word(draw: random.Random) -> str:
    return "".join(draw.choice(SYLLABLES) for _ in range(draw.randint(2, 4))).capitalize()


def entry(number: int, draw: random.Random) -> ListEntry:
    if number % 2:
        first, *rest = (word(draw) for _ in range(draw.randint(2, 3)))
        name, alias = f"{rest[-1].upper()}, {' '.join([first, *rest[:-1]])}", f"{word(draw)} {rest[-1]}"
        return ListEntry(f"l{number}", "made", "person", name, (alias,), programmes=("P",))
    name = f"{word(draw)} {word(draw)} {draw.choice(SORTS)}"
    return ListEntry(f"l{number}", "made", "organization", name, (f"{word(draw)} {draw.choice(SORTS)}",))


def entity(number: int, entries: list[ListEntry], draw: random.Random) -> tuple[Entity, str | None]:
    """An entity of the case, and the entry that it is."""
    own = draw.choice(entries) if number % 2 else entry(number, draw)
    last, comma, first = own.name.partition(", ")
    name = f"{first} {last.capitalize()}" if comma else last
    old, new = draw.choice(SOUNDS)
    name = name.replace(old, new)
    return Entity(f"e{number}", own.kind, name, ((name, 1),)), own.id if number % 2 else None


def main() -> None:
    wanted, size = (int(x) for x in (*sys.argv[1:], *("1000", "10000")[len(sys.argv) - 1 :]))
    draw = random.Random(7)
    entries = [entry(i, draw) for i in range(size)]
    asked = [entity(i, entries, draw) for i in range(wanted)]
    begun = time.process_time()
    index = Index(entries)
    indexed = time.process_time()
    found = list(screen((e for e, _ in asked), index))
    spent = time.process_time() - indexed
    first = {c.entity: c.entry.id for c in reversed(found)}
    listed = [(e.id, own) for e, own in asked if own]
    right = sum(first.get(e) == own for e, own in listed)
    print(
        f"screen: {size:,} entries indexed in {indexed - begun:.1f} s, {wanted:,} entities screened in {spent:.1f} s, "
        f"{len(found)} candidates, {right} of {len(listed)} listed entities have their entry first"
    )


if __name__ == "__main__":
    main()
