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
    is_remark_key,
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
    "is_remark_key",
]
