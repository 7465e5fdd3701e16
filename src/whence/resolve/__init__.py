"""Chains of many documents → scored pairs → entities, with reasons, alarms and a queue for a person."""

from whence.model import Candidate, ListEntry
from whence.resolve.decisions import WITHDRAWN, Finder, about, settled, subject_of
from whence.resolve.lists import read_list
from whence.resolve.run import JOIN, REVIEW, Resolution, resolve
from whence.resolve.screen import Index, screen

__all__ = [
    "JOIN",
    "REVIEW",
    "WITHDRAWN",
    "Candidate",
    "Finder",
    "Index",
    "ListEntry",
    "Resolution",
    "about",
    "read_list",
    "resolve",
    "screen",
    "settled",
    "subject_of",
]
