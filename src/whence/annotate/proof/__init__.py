"""The ladder of proof: how far a claim is borne out by its own sentence. docs/design/proof.md has the reasons.

P0  the quote is in the document at that offset
P1  every name, number, date, negation and hedge is licensed by the quote or by an antecedent that is shown
P2  the arguments hold their roles on a path that a pattern names
P3  the score falls when trigger, polarity or arguments are tampered with
P4  said as a plain sentence and read again, it gives the same frame (`whence.proving`, which needs the reader)
"""

from whence.annotate.proof.fault import Fault
from whence.annotate.proof.ground import Ground
from whence.annotate.proof.ladder import Proof, prove, sift
from whence.annotate.proof.licence import faults
from whence.annotate.proof.tampering import Corrupted, corrupted

__all__ = ["Corrupted", "Fault", "Ground", "Proof", "corrupted", "faults", "prove", "sift"]
