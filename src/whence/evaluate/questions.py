"""Questions against gold: right, wrong though sure, silent; and those that a case must not answer."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from whence.evaluate.gold import Gold, fold

MOST_BEYOND = 3  # answers more than gold has


@dataclass(slots=True)
class QuestionScore:
    """How many questions were answered right, wrong and sure, not at all; one line for each.

    `unanswerable` are those that the case does not answer, `kept_silent` how many of them got no sure answer.
    """

    asked: int = 0
    right: int = 0
    wrong: int = 0
    silent: int = 0
    unanswerable: int = 0
    kept_silent: int = 0
    lines: list[str] = field(default_factory=list)


def score_questions(gold: Gold, ask: Callable[[str], dict[str, Any]]) -> QuestionScore:
    """The score of `ask`, a function from a question to the reply that ``whence ask --json`` prints."""
    score = QuestionScore()
    for question in gold.questions:
        score.asked += 1
        reply = ask(question["ask"])
        answers = reply.get("answer") or []
        wanted = question["answer"] if isinstance(question["answer"], list) else [question["answer"]]
        text = " | ".join(fold(f"{a.get('text', '')} {a.get('edtf') or ''} {a.get('said_by') or ''}") for a in answers)
        ok = bool(answers) and len(answers) <= len(wanted) + MOST_BEYOND and len(text) < 400 + 200 * len(wanted)
        ok = ok and all(any(form in text for form in _forms(gold, w)) for w in wanted)
        sourced = any(a.get("claims") for a in answers)
        bad = bool(answers) and reply.get("sure", True) and not (ok and sourced)
        score.right += ok and sourced
        score.wrong += bad
        score.silent += not answers
        verdict = "right" if ok and sourced else "WRONG" if bad else "unsure" if answers else "silent"
        score.lines.append(f"{verdict} | {question['ask']} | {text[:160]}")
    for question in gold.unanswered:
        reply = ask(question["ask"])
        silent = not reply.get("answer") or not reply.get("sure", True)
        score.unanswerable += 1
        score.kept_silent += silent
        score.lines.append(f"{'no answer' if silent else 'WRONG'} | {question['ask']} | the case does not say")
    return score


def _forms(gold: Gold, wanted: Any) -> set[str]:
    if isinstance(wanted, list):
        return {fold(w) for w in wanted}
    return {fold(n) for n in [wanted, *((gold.entities.get(wanted) or {}).get("names") or [])]}
