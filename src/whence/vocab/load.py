"""Vocabulary files: found, parsed once, checked."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from whence.errors import BadVocabulary

DATA = files("whence.vocab") / "data"
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
    try:
        return yaml.load(file.read_text("utf-8"), Loader=_Strict)  # noqa: S506 (a SafeLoader's child)
    except yaml.YAMLError as error:
        raise BadVocabulary(file.name, "the whole file", str(error).replace("\n", " ")) from error


@cache
def read_yaml(name: str) -> Any:
    """The content of the vocabulary file `name`, such as ``certainty.yaml``, parsed once."""
    return parse_yaml(DATA / name)


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
