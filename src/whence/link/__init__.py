"""Which mentions of one document point at one thing."""

from whence.link.chains import find_chains

__all__ = ["find_chains"]
