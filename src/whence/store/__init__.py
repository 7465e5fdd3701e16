"""The case file: one SQLite file with what was given, read and judged, and what is derived from it."""

from whence.store.view import CaseView
from whence.store.writer import CaseWriter

__all__ = ["CaseView", "CaseWriter"]
