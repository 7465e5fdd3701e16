"""Names in a question: which words of it mean which entities of the case."""

import re
from collections import defaultdict
from dataclasses import dataclass

from whence.store import CaseView
from whence.text.fold import fold
from whence.text.gazetteer import country, country_of_demonym
from whence.text.names import ORGANIZATION, PERSON, compare

_WORD = re.compile(r"[^\W_]+(?:[-–’'.&][^\W_]+)*\.?")
_OWNING = re.compile(r"[’'`]s$")
_LONGEST = 9  # words of a name
_LIKE = 0.9  # the score at which two spellings of a name are taken for one
_JOINS = frozenset("of the for and al el de da do von van bin ibn on in".split())
_ASKING = frozenset(
    """
    who whom whose what which when where why how is are was were did does do has have had as the a an under by with for
    at from to into against before after between since until during according can could will would should
    """.split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a question, the entities it may mean and their types; none where the case does not know it."""

    words: str
    start: int
    end: int
    entities: frozenset[str]
    types: frozenset[str] = frozenset()


class Names:
    """The names of a case, to be found in questions."""

    def __init__(self, view: CaseView) -> None:
        self._types = {entity.id: entity.type for entity in view.entities()}
        self._folded: dict[str, set[str]] = defaultdict(set)
        for name, ids in view.names().items():
            self._folded[fold(name).removeprefix("the ").rstrip(".")].update(ids)

    def find(self, text: str) -> tuple[Name, ...]:
        """The names in `text` in order, the longest that are known first; other capitalised words as unknown names."""
        words = [(m.start(), m.start() + len(_OWNING.sub("", m[0]).rstrip("."))) for m in _WORD.finditer(text)]
        found: list[Name] = []
        i = 0
        while i < len(words):
            name = self._known(text, words, i) or self._unknown(text, words, i)
            if name is None:
                i += 1
                continue
            found.append(name)
            i = next((k for k in range(i, len(words)) if words[k][0] >= name.end), len(words))
        return tuple(found)

    def look_up(self, words: str) -> frozenset[str]:
        """The entities that `words` name: spelt so, else holding all the words, else spelt much alike."""
        wanted = fold(words).removeprefix("the ").rstrip(".")
        if wanted in self._folded:
            return frozenset(self._folded[wanted])
        parts = set(wanted.split())
        within = [ids for name, ids in self._folded.items() if parts <= set(name.split())]
        if not within and len(parts) > 1:
            within = [ids for name, ids in self._folded.items() if " " in name and set(name.split()) < parts]
        return frozenset(i for ids in within or self._alike(wanted) for i in ids)

    def _alike(self, wanted: str) -> list[set[str]]:
        kinds = {"person": PERSON, "organization": ORGANIZATION}
        out = []
        for name, ids in self._folded.items():
            kind = next((kinds[t] for i in sorted(ids) if (t := self._types.get(i, "")) in kinds), None)
            if kind and wanted[:1] == name[:1] and compare(wanted, name, kind=kind).score >= _LIKE:
                out.append(ids)
        return out

    def _known(self, text: str, words: list[tuple[int, int]], i: int) -> Name | None:
        if fold(text[words[i][0] : words[i][1]]) in _ASKING:
            return None
        for j in range(min(i + _LONGEST, len(words)), i, -1):
            start, end = words[i][0], words[j - 1][1]
            written = text[start:end]
            if written != written.lower() and (ids := self._folded.get(fold(written))):
                return self._name(written, start, end, frozenset(ids))
        return None

    def _unknown(self, text: str, words: list[tuple[int, int]], i: int) -> Name | None:
        """A run of capitalised words, looked up as a spelling that the case may have otherwise."""
        first = text[words[i][0] : words[i][1]]
        if not first[:1].isupper() or fold(first) in _ASKING or fold(first) in _JOINS:
            return None
        land = country_of_demonym(first)
        if land:
            return self._name(first, *words[i], self._land(land))
        j = i
        for k in range(i + 1, len(words)):
            word, gap = text[words[k][0] : words[k][1]], text[words[k - 1][1] : words[k][0]]
            if gap.strip() or not (word[:1].isupper() or word in _JOINS):
                break
            if word[:1].isupper():
                if fold(word) in self._folded and word not in _JOINS:
                    break
                j = k
        start, end = words[i][0], words[j][1]
        return self._name(text[start:end], start, end, self.look_up(text[start:end]))

    def _name(self, written: str, start: int, end: int, ids: frozenset[str]) -> Name:
        return Name(written, start, end, ids, frozenset(self._types[i] for i in ids if i in self._types))

    def _land(self, land: str) -> frozenset[str]:
        """The entities of a country, by any of its names."""
        found = self._folded.get(fold(land), set())
        return frozenset(found or {i for n, ids in self._folded.items() if _names(n, land) for i in ids})


def _names(folded: str, land: str) -> bool:
    found = country(folded.title())
    return found is not None and found.name == land
