"""Claims to facts: what is said twice is one fact, who held a post when, and where claims cannot all be right."""

from whence.reconcile.conflicts import find_conflicts
from whence.reconcile.facts import group_facts
from whence.reconcile.tenures import find_tenures

__all__ = ["find_conflicts", "find_tenures", "group_facts"]
