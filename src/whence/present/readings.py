"""The readings of one document as rows, for debugging and scoring."""

from collections.abc import Iterator, Sequence
from typing import Any

from whence.model import Document, Layers, Span
from whence.present.plain import plain


def as_rows(doc: Document, layers: Layers, names: Sequence[str]) -> dict[str, Any]:
    """The layers called `names`; a span becomes start, end and the words that stand there."""
    rows = {name: [_row(noun, doc) for noun in getattr(layers, name)] for name in names}
    return {"document": doc.id, "source": doc.source, "language": doc.language, **rows}


def as_lines(doc: Document, layers: Layers, names: Sequence[str]) -> Iterator[str]:
    """The layers as text: offsets, what the reading says, the words, the maker."""
    yield doc.source
    for name in names:
        yield f"{name}:"
        for row in as_rows(doc, layers, [name])[name]:
            span = row.get("span") or row.get("cue") or row.get("evidence") or {}
            rest = {k: v for k, v in row.items() if k not in ("span", "maker") and v not in (None, "", [])}
            said = ", ".join(f"{k}={_short(v)}" for k, v in rest.items())
            words = " ".join(str(span.get("text", "")).split())
            place = f"{span['start']}-{span['end']}" if span else "-"
            yield f"  {place} “{words}” {said} {row.get('maker', '')}".rstrip()


def json_rows(doc: Document, layers: Layers, names: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Each reading of the layers called `names` as one flat row: layer, start, end, text, the rest of it, source.

    Of a voice the place is its cue, of a claim its evidence; a chain has no place of its own, a field may have none.
    """
    for name in names:
        for noun in getattr(layers, name):
            row = _row(noun, doc)
            place = row.pop(next((key for key in _PLACES if key in row), ""), None) or _NOWHERE
            yield {"layer": name, **place, **row, "source": doc.source}


_PLACES = ("span", "evidence", "cue")
_NOWHERE = {"start": None, "end": None, "text": None}


def _row(noun: Any, doc: Document) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for name in noun.__dataclass_fields__:
        row[name] = _value(getattr(noun, name), doc)
    if hasattr(noun, "id"):
        row["id"] = noun.id
    row.pop("doc_id", None)
    return row


def _value(value: Any, doc: Document) -> Any:
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end, "text": doc.quote(value)}
    if isinstance(value, tuple):
        return [_value(item, doc) for item in value]
    if hasattr(value, "rule"):
        return str(value)
    if hasattr(value, "__dataclass_fields__"):
        return _row(value, doc)
    return plain(value)


def _short(value: Any) -> str:
    if isinstance(value, dict) and "text" in value:
        return repr(value["text"])
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {_short(v)}" for k, v in value.items() if v not in (None, "", [])) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_short, value)) + "]"
    return str(value)
