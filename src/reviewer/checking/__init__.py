"""From a report and its outline to a verdict on every element of the checklist."""

from reviewer.checking.engine import Judge
from reviewer.checking.finding import Evidence, Finding, Reason

__all__ = ["Evidence", "Finding", "Judge", "Reason"]
