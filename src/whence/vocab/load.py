"""Vocabulary files: found, parsed once, checked; what the packs in force add is added here."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

import yaml

from whence.errors import BadVocabulary

if TYPE_CHECKING:
    from whence.vocab.packs import Pack

DATA = files("whence.vocab") / "data"
IN_FORCE: list["Pack"] = []
"""The packs in force in this process; `whence.vocab.packs.use` puts them here."""
# Files of a pack that add to the lists of another file: vocabulary file -> (file of the pack, its list -> our list).
_ADDS = {
    "roles.yaml": ("titles.yaml", {"posts": "posts", "ranks": "ranks", "styles": "styles"}),
    "names_titles.yaml": ("titles.yaml", {"posts": "office", "ranks": "rank", "styles": "honorific"}),
}
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Strict(_Loader):  # type: ignore[misc, valid-type]
    """A YAML loader for which a key that stands twice is an error, not a silent overwrite."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key.value!r} stands twice", key.start_mark
                )
            seen.add(key.value)
        return dict(super().construct_mapping(node, deep))


def parse_yaml(file: Traversable) -> Any:
    """The content of one YAML file; raises `BadVocabulary` when it does not parse."""
    return parse_text(file.name, file.read_text("utf-8"))


def parse_text(name: str, text: str) -> Any:
    """The content of one YAML text; raises `BadVocabulary` when it does not parse."""
    try:
        return yaml.load(text, Loader=_Strict)  # noqa: S506 (a SafeLoader's child)
    except yaml.YAMLError as error:
        told = re.sub(r'\s*in "<[\w ]+>",', " at", str(error)).replace("\n", " ")
        raise BadVocabulary(name, "the whole file", told) from error


@cache
def read_yaml(name: str) -> Any:
    """The content of the vocabulary file `name`, such as ``certainty.yaml``, with what the packs in force add to it."""
    content = parse_yaml(DATA / name)
    for pack in IN_FORCE if "/" not in name else ():
        if (more := pack.content(name)) is not None:
            content = _joined(content, more, f"{pack.name}/{name}")
        if name in _ADDS and (lists := pack.content(_ADDS[name][0])):
            more = {_ADDS[name][1][key]: words for key, words in lists.items()}
            content = _joined(content, more, f"{pack.name}/{_ADDS[name][0]}")
    return content


def _joined(content: Any, more: Any, file: str, key: str = "the whole file") -> Any:
    """A vocabulary file with what a pack adds: new entries, and new words in lists that are there."""
    if isinstance(content, list) and isinstance(more, list):
        return [*content, *(item for item in more if item not in content)]
    if not isinstance(content, dict) or not isinstance(more, dict):
        raise BadVocabulary(file, key, f"is a {type(more).__name__}, not a {type(content).__name__}")
    out = dict(content)
    for name, value in more.items():
        if name in out and not isinstance(out[name], (list, dict)):
            raise BadVocabulary(file, str(name), "is there already; a pack adds, and changes nothing")
        out[name] = _joined(out[name], value, file, str(name)) if name in out else value
    return out


def folder_files(folder: str) -> Iterator[tuple[str, Any]]:
    """Every file of a folder of the vocabulary, then those of the packs in force: (name, content)."""
    ours = sorted((f for f in (DATA / folder).iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name)
    yield from ((file.name, parse_yaml(file)) for file in ours)
    for pack in IN_FORCE:
        yield from ((f"{pack.name}/{path}", pack.content(path)) for path in pack.inside(folder))


@cache
def load_words(name: str) -> dict[str, tuple[str, ...]]:
    """A word list ``{label: [phrase, ...]}`` from the vocabulary file `name`, checked to be just that."""
    raw = read_yaml(name)
    if not isinstance(raw, dict):
        raise BadVocabulary(name, "the whole file", "is not a table of label: [phrases]")
    for label, phrases in raw.items():
        if not isinstance(phrases, list) or not all(isinstance(p, str) and p.strip() for p in phrases):
            raise BadVocabulary(name, str(label), "is not a list of phrases (quote words like no and on)")
    return {label: tuple(phrases) for label, phrases in raw.items()}


@cache
def word_set(name: str, label: str) -> frozenset[str]:
    """The phrases of one label of the word list `name`, for asking whether a word is among them."""
    return frozenset(load_words(name)[label])


@cache
def labels_of(name: str) -> Mapping[str, frozenset[str]]:
    """Each phrase of the word list `name` with every label that it stands under."""
    found: dict[str, set[str]] = {}
    for label, phrases in load_words(name).items():
        for phrase in phrases:
            found.setdefault(phrase, set()).add(label)
    return {phrase: frozenset(labels) for phrase, labels in found.items()}
