"""Chains of many documents → scored pairs → entities, with reasons, alarms and a queue for a person."""

from whence.resolve.lists import ListEntry, read_list
from whence.resolve.run import JOIN, REVIEW, Resolution, resolve
from whence.resolve.screen import Candidate, Index, screen

__all__ = ["JOIN", "REVIEW", "Candidate", "Index", "ListEntry", "Resolution", "read_list", "resolve", "screen"]
