"""Makers: what the words of a match mean. A maker returns None for a look-alike; then a shorter match is tried."""

from whence.text.dates.make import calendar, clocks, joins, lengths, relative
from whence.text.dates.make.found import MAKERS, Found, neighbours

__all__ = ["MAKERS", "Found", "calendar", "clocks", "joins", "lengths", "neighbours", "relative"]
