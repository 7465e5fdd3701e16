"""Nouns to JSON and back: a table of their fields, defaults left out, spans as [start, end] of one document."""

import dataclasses
import json
import types
from collections.abc import Callable, Hashable, Mapping
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from whence.model import Maker, Span

T = TypeVar("T")
_NOTHING = object()


def to_json(value: object) -> str:
    """`value` as one line of JSON, keys in their own order, no spaces, all scripts readable."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def pack(noun: Any) -> Any:
    """The plain form of a noun: a table of its fields. The document's id is left to the row it is stored in."""
    if isinstance(noun, Span):
        return [noun.start, noun.end]
    if isinstance(noun, Maker):
        return str(noun)
    if isinstance(noun, tuple):
        return [pack(item) for item in noun]
    if isinstance(noun, Mapping):
        return dict(noun)
    if not dataclasses.is_dataclass(noun):
        return noun
    out = {}
    for name, default in _defaults(cast(Hashable, type(noun))).items():
        value = getattr(noun, name)
        if name != "doc_id" and value != default:
            out[name] = pack(value)
    return out


def unpack(kind: type[T], plain: Any, doc_id: str) -> T:
    """The noun of `kind` that was packed as `plain`, its spans in the document `doc_id`."""
    result: T = _reader(cast(Hashable, kind))(plain, doc_id)
    return result


@cache
def _defaults(kind: Any) -> dict[str, Any]:
    return {f.name: _NOTHING if f.default is dataclasses.MISSING else f.default for f in dataclasses.fields(kind)}


@cache
def _reader(kind: Any) -> Callable[[Any, str], Any]:
    if kind is Span:
        return lambda plain, doc_id: Span(doc_id, plain[0], plain[1])
    if kind is Maker:
        return lambda plain, doc_id: _maker(plain)
    if get_origin(kind) in (Union, types.UnionType):
        inner = _reader(next(k for k in get_args(kind) if k is not type(None)))
        return lambda plain, doc_id: None if plain is None else inner(plain, doc_id)
    if get_origin(kind) is tuple:
        return _tuple_reader(get_args(kind))
    if dataclasses.is_dataclass(kind):
        return _noun_reader(kind)
    return lambda plain, doc_id: plain


def _tuple_reader(kinds: tuple[Any, ...]) -> Callable[[Any, str], Any]:
    if kinds[-1] is Ellipsis:
        inner = _reader(kinds[0])
        return lambda plain, doc_id: tuple(inner(item, doc_id) for item in plain)
    readers = [_reader(kind) for kind in kinds]
    return lambda plain, doc_id: tuple(read(item, doc_id) for read, item in zip(readers, plain, strict=True))


def _noun_reader(kind: Any) -> Callable[[Any, str], Any]:
    readers = {name: _reader(hint) for name, hint in get_type_hints(kind).items() if name in _defaults(kind)}
    has_doc = "doc_id" in readers

    def read(plain: Any, doc_id: str) -> Any:
        fields = {name: readers[name](value, doc_id) for name, value in plain.items()}
        return kind(doc_id=doc_id, **fields) if has_doc else kind(**fields)

    return read


@cache
def _maker(text: str) -> Maker:
    return Maker.parse(text)
