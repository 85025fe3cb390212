"""What a review is of: the report and the machine's word on it, at once or when asked for."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping

from reviewer.checking import Finding, Study
from reviewer.checklist import Checklist, Verdict
from reviewer.outline import NO_CORRECTIONS, Corrections, Outline
from reviewer.report import Report
from reviewer.review.assessment import Assessment
from reviewer.review.brief import Brief, digest_of_corrections
from reviewer.review.material import Material


class Subject(ABC):
    """A report that follows the reviewer's corrections, judged at the latest when it is asked for.

    Whatever is asked is answered; `ready` tells whether without waiting. Until then `kept` tells
    what was known of it on an earlier day.
    """

    def __init__(self, material: Material, checklist: Checklist, kept: Brief | None) -> None:
        self.material = material
        self.checklist = checklist
        self._kept = kept
        self._brief: Brief | None = None
        self._assessment: Assessment | None = None
        self._study: Study | None = None

    @property
    @abstractmethod
    def corrections(self) -> Corrections:
        """The reviewer's corrections of outline and front matter."""

    @abstractmethod
    def in_short(self) -> Brief:
        """Return the machine's word in short, of a report that is judged."""

    @property
    def source(self) -> str:
        """The file the report was read from."""
        return self.material.source

    @property
    def report(self) -> Report:
        """The text with its blocks."""
        return self.material.report

    @property
    def ready(self) -> bool:
        """Whether the report is judged, so that nobody has to wait."""
        return self._assessment is not None

    @property
    def unaided(self) -> Assessment:
        """What the machine makes of the report alone."""
        return self.material.unaided

    @property
    def assessment(self) -> Assessment:
        """What the machine makes of the report as it was corrected."""
        if self._assessment is None:
            self._assessment = self.judged(self.corrections)
        return self._assessment

    @property
    def outline(self) -> Outline:
        """The outline with the reviewer's corrections."""
        return self.assessment.outline

    @property
    def findings(self) -> Mapping[str, Finding]:
        """The machine's findings on the corrected outline, by element id."""
        return self.assessment.findings

    @property
    def study(self) -> Study | None:
        """Ledger, pairs, signs of copying and near sentences; None for a review made by hand."""
        if self._study is None and self.material.lay_open is not None:
            self._study = self.material.lay_open(self.report, self.outline)
        return self._study

    @property
    def brief(self) -> Brief | None:
        """The machine's word in short; None where only judging the report will tell it."""
        if self._brief is None and self.ready:
            self._brief = self.in_short()
        elif self._brief is None and self._kept is not None:
            holds = self._kept.corrections == digest_of_corrections(self.corrections)
            self._brief = self._kept if holds else None
        return self._brief

    def found(self, element_id: str) -> Verdict:
        """Return the machine's verdict on an element of the corrected report."""
        brief = None if self.ready else self.brief
        return brief.verdicts[element_id] if brief else self.findings[element_id].verdict

    def judged(self, corrections: Corrections) -> Assessment:
        """Return what the machine makes of the report as corrected; any thread may ask."""
        unaided, assess = self.unaided, self.material.assess
        corrected = assess is not None and corrections != NO_CORRECTIONS
        return assess(self.report, corrections) if assess and corrected else unaided

    def _take(self, assessment: Assessment) -> None:
        self._assessment = assessment
        self._brief = None
        self._study = None
