"""What a careful reader notes: a ledger of figures, shortcomings in pairs, signs of copying."""

from reviewer.checking.observations.values import (
    Cause,
    Entry,
    Ledger,
    Measure,
    Observations,
    Pair,
    Pairs,
    Remark,
)

__all__ = [
    "Cause",
    "Entry",
    "Ledger",
    "Measure",
    "Observations",
    "Pair",
    "Pairs",
    "Remark",
]
