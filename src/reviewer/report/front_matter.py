"""What a report says of itself: title, unit, year, addressee, signature, dates."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Generic, TypeVar

from reviewer.report.span import Span

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Located(Generic[Value]):
    """A value and the place in the text it was read from."""

    value: Value
    span: Span


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Every field is None where the report does not say it.

    `title` may have stood on several lines; they are joined without a blank. `unit` is the short
    name (云台镇). `signed` holds the signing bodies joined by one blank. `signature_date` stands
    under the signature, `web_date` in the frame of a web page, where `writing_date` is what it
    calls the day the report was written; a date without day has day 1 and
    `signature_date_has_day` false.
    """

    title: Located[str] | None = None
    unit: Located[str] | None = None
    year: Located[int] | None = None
    addressee: Located[str] | None = None
    signed: Located[str] | None = None
    signature_date: Located[datetime.date] | None = None
    signature_date_has_day: bool = True
    web_date: Located[datetime.date] | None = None
    writing_date: Located[datetime.date] | None = None

    @property
    def date(self) -> datetime.date | None:
        """The date of signature, else of publication."""
        dated = self.signature_date or self.web_date
        return dated.value if dated else None

    @property
    def date_text(self) -> str | None:
        """The date as a person writes it: 2026-01-20, or 2026-01 where the day is not said."""
        if self.date is None:
            return None
        day_said = self.signature_date is None or self.signature_date_has_day
        return self.date.isoformat() if day_said else f"{self.date:%Y-%m}"
