"""Chains of many documents → scored pairs → entities, with reasons, alarms and a queue for a person."""

from whence.resolve.run import JOIN, REVIEW, Resolution, resolve

__all__ = ["JOIN", "REVIEW", "Resolution", "resolve"]
