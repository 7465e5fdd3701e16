"""docs/limits.md belongs to the labels that are here, and quotes sentences that stand in them."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import write_limits  # noqa: E402

PAGE = (ROOT / "docs" / "limits.md").read_text("utf-8")


def test_the_page_was_written_from_the_labels_that_are_here() -> None:
    assert f"Labels: `{write_limits.digest()}`." in PAGE, "run: python tools/write_limits.py"


def test_every_case_has_its_hardest_sentences_and_what_is_wrong() -> None:
    parts = re.split(r"(?m)^## ", PAGE)[1:]

    assert [p.split("\n")[0] for p in parts] == [f"{name} ({part})" for part, name in write_limits.cases()]
    for part in parts:
        sentences = re.findall(r"(?m)^\d+\. \*.+\* \((\S+)\)$", part)
        assert len(sentences) == write_limits.MOST
        assert len(re.findall(r"(?m)^   - .+: .+$", part)) >= len(sentences)


def test_every_quoted_sentence_stands_in_its_case() -> None:
    from whence.evaluate import load_gold

    for part in re.split(r"(?m)^## ", PAGE)[1:]:
        texts = load_gold(ROOT / "tests" / "golden" / part.split(" ")[0]).texts
        folded = {name: " ".join(text.split()) for name, text in texts.items()}
        for quote, name in re.findall(r"(?m)^\d+\. \*(.+)\* \((\S+)\)$", part):
            assert quote in folded[name]
