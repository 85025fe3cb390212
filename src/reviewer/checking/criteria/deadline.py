"""Deadline: was the report sent, or made public, in time?

kind: deadline
date: signature | web     # what is judged
month: 3
day: 1                    # of the year after the report year
early_month: 12
early_day: 16             # a report that speaks of the whole year must not be older
whole_year: [全年]
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from reviewer.checking.case import Case
from reviewer.checking.judgement import Judgement, present, undetermined, weak
from reviewer.checking.language import words_of
from reviewer.checking.parts import OPENING, TAIL
from reviewer.checklist.source import Node
from reviewer.report import FrontMatter, Located


@dataclass(frozen=True, slots=True)
class Deadline:
    """Present up to the deadline, weak after it, undetermined where no date tells."""

    home: str
    by_signature: bool
    month: int
    day: int
    early: tuple[int, int] | None
    whole_year: tuple[str, ...]

    @classmethod
    def read(cls, node: Node) -> Deadline:
        """Compile the criterion. Raises ChecklistError."""
        by_signature = node.require("date").choice(("signature", "web")) == "signature"
        early_month, early_day = node.get("early_month"), node.get("early_day")
        early = (
            (int(early_month.number()), int(early_day.number()))
            if early_month and early_day
            else None
        )
        criterion = cls(
            home=TAIL if by_signature else OPENING,
            by_signature=by_signature,
            month=int(node.require("month").number()),
            day=int(node.require("day").number()),
            early=early,
            whole_year=words_of(node, "whole_year"),
        )
        node.finish()
        return criterion

    def judge(self, case: Case) -> Judgement:
        """Compare the date with the deadline of the year after the report year."""
        front = case.outline.front
        written = front.signature_date or front.writing_date
        dated = (written if self.by_signature else None) or front.web_date
        if dated is None or front.year is None:
            return undetermined("no-date")
        last = self._last_day(front, front.year.value + 1, dated)
        spans, shown = [dated.span], _shown(front, dated)
        if dated.value > last:
            if self.by_signature and dated is not written:
                return undetermined("published-late", spans, date=shown, deadline=last)
            return weak("late", spans, date=shown, deadline=last)
        if self._too_early(case, front.year.value, dated.value):
            return weak("early", spans, date=shown)
        return present("in-time", spans, date=shown, deadline=last)

    def _last_day(
        self, front: FrontMatter, year: int, dated: Located[datetime.date]
    ) -> datetime.date:
        """Return the deadline; a date without day is judged by its month."""
        if dated is front.signature_date and not front.signature_date_has_day:
            return datetime.date(year, self.month, 1)
        return datetime.date(year, self.month, self.day)

    def _too_early(self, case: Case, year: int, date: datetime.date) -> bool:
        if self.early is None or date >= datetime.date(year, *self.early):
            return False
        return any(word in case.folded for word in self.whole_year)


def _shown(front: FrontMatter, dated: Located[datetime.date]) -> str:
    """Return a date as the report has it: 2026-01 where the day is not said."""
    without_day = dated is front.signature_date and not front.signature_date_has_day
    return f"{dated.value:%Y-%m}" if without_day else dated.value.isoformat()
