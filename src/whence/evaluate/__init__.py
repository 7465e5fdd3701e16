"""Quality: a case against the labels of a corpus."""

from whence.evaluate.claims import ClaimScore, ClaimScorer
from whence.evaluate.conflicts import ConflictScore, score_conflicts
from whence.evaluate.entities import EntityScore, score_entities
from whence.evaluate.gold import Gold, load_gold
from whence.evaluate.meta import MetaScore, score_meta
from whence.evaluate.questions import QuestionScore, score_questions

__all__ = [
    "ClaimScore",
    "ClaimScorer",
    "ConflictScore",
    "EntityScore",
    "Gold",
    "MetaScore",
    "QuestionScore",
    "load_gold",
    "score_conflicts",
    "score_entities",
    "score_meta",
    "score_questions",
]
