"""When a post was laid down is its end, not its beginning."""

from pathlib import Path

import pytest

from whence.ask import answer
from whence.pipeline import ingest
from whence.store import CaseView, CaseWriter

TEXT = """Mira Halloran was chairwoman of the Harbour Board from 2009 to 2013. She is a lawyer.

Mira Halloran resigned as chairwoman of the Harbour Board in May 2013.
"""


@pytest.mark.slow
def test_a_question_about_resigning_is_answered_with_the_end(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text(TEXT, "utf-8")
    with CaseWriter(tmp_path / "case") as case:
        ingest([tmp_path / "docs"], case)
    reply = answer(CaseView(tmp_path / "case"), "When did Mira Halloran resign as chairwoman of the Harbour Board?")

    assert [item.text for item in reply.answer or ()] == ["2013-05"]
