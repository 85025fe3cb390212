"""The four things that can be said of an element."""

from __future__ import annotations

from enum import Enum


class Verdict(Enum):
    """How well a report covers an element."""

    PRESENT = "present"
    WEAK = "weak"
    MISSING = "missing"
    UNDETERMINED = "undetermined"

    @property
    def share(self) -> float:
        """The part of the element's points it earns; an undetermined one counts nowhere."""
        return {"present": 1.0, "weak": 0.5}.get(self.value, 0.0)
