"""Nouns as plain JSON."""

import dataclasses
import json
from collections.abc import Mapping
from typing import Any


def plain(noun: Any) -> Any:
    """Tables, lists, words and numbers only: what `json` can write. Every field is there, defaults too."""
    if dataclasses.is_dataclass(noun) and not isinstance(noun, type):
        return {field.name: plain(getattr(noun, field.name)) for field in dataclasses.fields(noun)}
    if isinstance(noun, Mapping):
        return {str(key): plain(value) for key, value in noun.items()}
    if isinstance(noun, tuple | list | set | frozenset):
        return [plain(item) for item in noun]
    return noun


def to_json(noun: Any, *, indent: int | None = None) -> str:
    """`noun` as JSON, all scripts readable; lone surrogates escaped, for they have no UTF-8 form."""
    text = json.dumps(plain(noun), ensure_ascii=False, indent=indent)
    if any("\ud800" <= c <= "\udfff" for c in text):
        return json.dumps(plain(noun), indent=indent)
    return text
