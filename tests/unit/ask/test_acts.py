"""An answer is of the act, the thing and the person that are asked for; what is none of these is not answered."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from whence.ask import Reply, answer
from whence.ask.likeness import act_of, verb_forms
from whence.pipeline import ingest
from whence.store import CaseView, CaseWriter

TEXT = """Tern Mills was founded in 2011 by Ana Duarte, who was mayor of Lund from 2004 to 2010.

Prosecutors charged Ana Duarte with fraud in March 2018. On 5 June 2019 the court convicted Ana Duarte of fraud.
Bo Lindqvist was acquitted.

Tern Mills sold the quarry for 9 million euros in 2012. Some 300 workers protested in front of the town hall.

About 80 people attended a vigil in 2019.

Ana Duarte was born on 4 May 1960 in Lund. Carla Mott is her sister.
"""


@pytest.mark.parametrize(
    ("predicate", "said", "act"),
    [
        ("charges", "was convicted", "convicted"),
        ("charges", "sentenced", "convicted"),
        ("charges", "indicted", "charged"),
        ("charges", "sent to court", ""),
        ("designates", "banned", "banned"),
        ("designates", "bank", ""),
        ("owns", "bought", ""),
    ],
)
def test_a_word_names_one_act_of_its_predicate(predicate: str, said: str, act: str) -> None:
    assert act_of(predicate, said) == act


def test_a_verb_stands_in_texts_in_all_its_forms() -> None:
    assert set(verb_forms("sell")) >= {"sell", "sells", "sold", "selling"}
    assert set(verb_forms("raise")) >= {"raises", "raised", "raising"}


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseView]:
    folder = tmp_path_factory.mktemp("mills")
    (folder / "docs").mkdir()
    (folder / "docs" / "a.txt").write_text(TEXT, "utf-8")
    with CaseWriter(folder / "case") as case:
        ingest([folder / "docs"], case)
    with CaseView(Path(folder / "case")) as opened:
        yield opened


def texts(reply: Reply) -> list[str]:
    return [item.text for item in reply.answer or ()]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("When was Ana Duarte convicted?", ["2019-06-05"]),
        ("When was Ana Duarte charged?", ["2018-03"]),
        ("When was Ana Duarte born?", ["1960-05-04"]),
        ("How long was Ana Duarte mayor of Lund?", ["2004 to 2010"]),
        ("When did Ana Duarte leave office?", ["2010"]),
        ("How many people attended the vigil?", ["80"]),
        ("What happened on 5 June 2019?", ["Ana Duarte is convicted by court of fraud (2019-06-05)"]),
        ("Was Bo Lindqvist convicted of fraud?", []),
        ("How long was Ana Duarte sentenced to?", []),
        ("How much tax did Tern Mills pay?", []),
        ("How much was the quarry sold for?", ["9 million euros"]),
        ("How many workers protested in front of the town hall?", ["300"]),
    ],
)
def test_what_is_asked_is_answered_and_nothing_near_it(view: CaseView, question: str, wanted: list[str]) -> None:
    assert texts(answer(view, question)) == wanted


@pytest.mark.slow
def test_a_silent_answer_names_the_next_step(view: CaseView) -> None:
    assert "whence search 'harbour'" in answer(view, "How much was the harbour sold for?").remarks[-1]
    assert "not understood" in answer(view, "Why was Ana Duarte mayor?").remarks[0]
