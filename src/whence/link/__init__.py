"""Which mentions of one document point at one thing."""

from whence.link.chains import find_chains
from whence.link.spoken import adding, first_persons, going_on

__all__ = ["adding", "find_chains", "first_persons", "going_on"]
