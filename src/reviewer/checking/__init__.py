"""From a report and its outline to a verdict on every element of the checklist."""

from reviewer.checking.engine import Judge
from reviewer.checking.finding import Evidence, Finding, Reason
from reviewer.checking.firing import Firing
from reviewer.checking.observations import (
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
from reviewer.checking.study import Study

__all__ = [
    "Cause",
    "Entry",
    "Evidence",
    "Finding",
    "Firing",
    "Judge",
    "Ledger",
    "Measure",
    "Observations",
    "Pair",
    "Pairs",
    "Reason",
    "Remark",
    "Study",
    "is_remark_key",
]
