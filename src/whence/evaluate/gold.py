"""Gold labels: loaded, checked, and asked where a sentence stands. The format is described in docs/evaluation.md."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from whence.errors import BadGold

ARTICLE = re.compile(r"^(?:the|a|an) ")
SENTENCE_START = re.compile(r"[.!?]”? [A-Z“]")
Row = Mapping[str, Any]


def fold(value: object) -> str:
    """Text as labels are compared: case, accents, apostrophes, dashes, punctuation and a first article apart."""
    text = unicodedata.normalize("NFKD", str(value)).casefold().replace("\xa0", " ")
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub(r"[‘’'`´–—-]+", " ", text)
    return ARTICLE.sub("", re.sub(r"\s+", " ", re.sub(r"[^\w ]", " ", text)).strip())


def squash(text: str) -> tuple[str, list[int]]:
    """`text` with runs of white space made one blank, and for each of its characters the offset in `text`."""
    kept = [(c, i) for i, c in enumerate(text) if not c.isspace() or (i and not text[i - 1].isspace())]
    return "".join(" " if c.isspace() else c for c, _ in kept), [i for _, i in kept]


def window(text: str, words: str) -> tuple[int, int] | None:
    """Offsets of the sentence or sentences of `text` that hold `words`; None where they do not stand."""
    folded, back = squash(text)
    wanted = re.sub(r"\s+", " ", words).strip()
    first = folded.find(wanted)
    if first < 0:
        return None
    last = first + len(words)
    while first > 0 and not SENTENCE_START.match(folded[first - 1 : first + 3]) and text[back[first - 1]] != "\n":
        first -= 1
    while last < len(folded) - 1 and folded[last] not in ".!?" and text[back[last]] != "\n":
        last += 1
    return back[first], back[min(last, len(back) - 1)] + 1


@dataclass(frozen=True)
class Gold:
    """The labels of one corpus and the texts they stand on."""

    folder: Path
    texts: Mapping[str, str]
    entities: Mapping[str, Row]
    claims: Sequence[Row]
    conflicts: Sequence[Row]
    questions: Sequence[Row]
    meta: Mapping[Any, Row]
    unanswered: Sequence[Row] = ()
    read: Mapping[str, str] = field(default_factory=dict)

    def read_as(self, texts: Mapping[str, str]) -> "Gold":
        """The same labels beside the texts that a case read: of a page or a PDF its offsets are other ones."""
        return replace(self, read={name: text for name, text in texts.items() if name in self.texts})

    def place(self, document: str, words: str) -> tuple[int, int] | None:
        """Offsets of the sentence with `words` in what was read, an empty range where it lacks them."""
        labelled = window(self.texts[document], words)
        if labelled is None or document not in self.read:
            return labelled
        return window(self.read[document], words) or (0, 0)

    @cached_property
    def names(self) -> dict[str, set[str]]:
        """Every folded form of every gold entity."""
        return {
            k: {fold(n) for n in [k.lstrip("?"), *((v or {}).get("names") or [])]} for k, v in self.entities.items()
        }

    def document(self, key: object) -> str:
        """The file name of document `key`: its number in sorted order, or how its name begins."""
        order = sorted(self.texts)
        if isinstance(key, int):
            return order[key]
        found = next((name for name in order if name.startswith(str(key))), None)
        if found is None:
            raise BadGold(f"{self.folder}: no document begins with {key!r}. Check d in the gold files.")
        return found

    def names_of(self, name: str, document: str) -> set[str]:
        """Folded forms of gold entity `name` in one document; a plain word stands for itself."""
        local = ((self.entities.get(name) or {}).get("names_in") or {}).get(Path(document).stem, [])
        return (self.names.get(name) or {fold(name)}) | {fold(n) for n in local}


def load_gold(corpus: Path) -> Gold:
    """The gold of the corpus folder (``docs/`` and ``gold/``); raises `BadGold` with the file and what is wrong.

    Documents that are no plain text have the text a good reader gives in ``gold/texts/NAME.txt``.
    """
    gold, docs = corpus / "gold", corpus / "docs"
    if not gold.is_dir() or not docs.is_dir():
        raise BadGold(f"{corpus} holds no docs/ and gold/. Name a folder in the format of docs/evaluation.md.")
    files = sorted(
        p for p in docs.iterdir() if p.is_file() and not p.name.endswith(".meta.yaml") and p.name != "meta.csv"
    )
    texts = {p.name: _text(p, gold / "texts") for p in files}
    return Gold(
        folder=corpus,
        texts={k: v for k, v in texts.items() if v is not None},
        entities=_yaml(gold / "entities.yaml", dict),
        claims=_yaml(gold / "claims.yaml", list),
        conflicts=_yaml(gold / "conflicts.yaml", list),
        questions=_yaml(gold / "questions.yaml", list),
        meta=_yaml(gold / "meta.yaml", dict),
        unanswered=_yaml(gold / "unanswered.yaml", list),
    )


def _text(file: Path, texts: Path) -> str | None:
    other = next((p for p in (texts / f"{file.stem}.txt", texts / f"{file.name}.txt") if p.is_file()), None)
    if other is not None:
        return other.read_text("utf-8")
    return file.read_text("utf-8") if file.suffix == ".txt" else None


def _yaml(file: Path, kind: type) -> Any:
    if not file.is_file():
        return kind()
    try:
        raw = yaml.load(file.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except yaml.YAMLError as error:
        raise BadGold(f"{file}: {str(error).splitlines()[0]}. Mend the file and run again.") from error
    if raw is None:
        return kind()
    if not isinstance(raw, kind):
        raise BadGold(f"{file} holds a {type(raw).__name__} where a {kind.__name__} belongs. See docs/evaluation.md.")
    return raw
