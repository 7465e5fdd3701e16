"""Mentions: names, roles, nationalities, laws, numbers and pronouns of one document."""

from whence.annotate.mentions.find import find_mentions

__all__ = ["find_mentions"]
