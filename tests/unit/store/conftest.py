"""A small case of two documents, built by hand."""

from pathlib import Path

import pytest

from whence.model import (
    Anchor,
    Argument,
    Chain,
    Claim,
    DocField,
    Document,
    Hedge,
    Layers,
    Link,
    Maker,
    Mention,
    Region,
    Sentence,
    TimeExpression,
    ValidTime,
    Voice,
    digest,
)

MAKER = Maker("test", "1", "hand")


def layers_of(doc: Document) -> Layers:
    """One reading of every layer over a sentence such as ``Ana Duarte runs the Harbour Board.``"""
    end = doc.text.index(".") + 1
    name, whole = doc.span(0, 10), doc.span(0, end)
    body = doc.span(doc.text.index("Harbour"), end - 1)
    return Layers(
        doc.id,
        regions=(Region(whole, "body", MAKER),),
        sentences=(Sentence(whole, "body", MAKER),),
        fields=(DocField("title", "Harbour", "text", MAKER, name), DocField("publisher", "Post", "given", MAKER)),
        times=(TimeExpression(name, "date", None, "none", "none", False, MAKER),),
        mentions=(Mention(name, "person", "name", MAKER), Mention(body, "organization", "name", MAKER)),
        chains=(
            Chain(digest(doc.id, "a"), doc.id, "person", "Ana Duarte", (name,), MAKER),
            Chain(digest(doc.id, "b"), doc.id, "organization", "Harbour Board", (body,), MAKER),
        ),
        voices=(Voice(name, body, "according", MAKER, source=name),),
        hedges=(Hedge(name, "reported", whole, MAKER),),
        claims=(
            Claim(
                "commands",
                (Argument("commander", name), Argument("commanded", body, type="organization")),
                whole,
                "body",
                MAKER,
                valid=ValidTime(start="2017", edtf="2017/.."),
                attribution=(Link(name, "according to", "according"),),
            ),
        ),
    )


@pytest.fixture
def doc() -> Document:
    return Document.of(
        "Ana Duarte runs the Harbour Board. Köln lies on the Rhine.",
        source="a.txt",
        meta={"author": "X"},
        anchors=(Anchor(0, 1), Anchor(20, 2, 7)),
        lines=((0, "headline"),),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.whence"
