"""What the reviewer said about one element."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from reviewer.checklist import Verdict


@dataclass(frozen=True, slots=True)
class Decision:
    """The reviewer's word on an element beside the machine's, which is kept in the finding.

    `verdict` and `points` are None where the machine's stand. `confirmed` says that the reviewer
    has looked and settled the element. `by` and `at` say who and when.
    """

    verdict: Verdict | None = None
    points: float | None = None
    comment: str = ""
    confirmed: bool = False
    by: str = ""
    at: datetime.datetime | None = None

    @property
    def overrules(self) -> bool:
        """Whether the reviewer set a verdict or points of their own."""
        return self.verdict is not None or self.points is not None


UNDECIDED = Decision()
