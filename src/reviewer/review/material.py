"""A report and what the machine makes of it alone: at hand, or fetched when first asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from reviewer.outline import NO_CORRECTIONS
from reviewer.report import Report
from reviewer.review.assessment import Assess, Assessment, LayOpen


class Material(Protocol):
    """What a review is made from.

    `assess` judges the report as corrected, `lay_open` lays it open for what goes beyond the
    verdicts; a review made by hand may lack both.
    """

    @property
    def assess(self) -> Assess | None:
        """Judges the report as corrected."""

    @property
    def lay_open(self) -> LayOpen | None:
        """Lays the report open for what goes beyond the verdicts."""

    @property
    def source(self) -> str:
        """The file the report was read from."""

    @property
    def report(self) -> Report:
        """The text with its blocks."""

    @property
    def unaided(self) -> Assessment:
        """What the machine makes of the report without any correction."""


@dataclass(frozen=True, slots=True)
class AtHand:
    """A report that was read and judged already."""

    report: Report
    unaided: Assessment
    assess: Assess | None = None
    lay_open: LayOpen | None = None

    @property
    def source(self) -> str:
        """The file the report was read from."""
        return self.report.source


class Stored:
    """A report of a project, read and judged by whoever asks first, in whichever thread.

    Who asks for the text waits for no judging.
    """

    def __init__(
        self,
        source: str,
        read: Callable[[], Report],
        assess: Assess,
        lay_open: LayOpen | None = None,
    ) -> None:
        self.source = source
        self.assess = assess
        self.lay_open = lay_open
        self._read = read
        self._reading = threading.Lock()
        self._judging = threading.Lock()
        self._report: Report | None = None
        self._unaided: Assessment | None = None

    @property
    def report(self) -> Report:
        """The text with its blocks. Raises StoreError for a project that is damaged or gone."""
        with self._reading:
            if self._report is None:
                self._report = self._read()
            return self._report

    @property
    def unaided(self) -> Assessment:
        """What the machine makes of the report without any correction."""
        with self._judging:
            if self._unaided is None:
                self._unaided = self.assess(self.report, NO_CORRECTIONS)
            return self._unaided
