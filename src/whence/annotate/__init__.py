"""Readings of one document: mentions, times, voices, hedges, claims. Import what you need from the modules."""
