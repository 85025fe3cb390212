"""From a file to a review in one call: read, outline, judge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from reviewer.checking import Judge, Study
from reviewer.checklist import Checklist, load_checklist, with_all_lacking
from reviewer.outline import (
    NO_CORRECTIONS,
    Corrections,
    Lexicon,
    Outline,
    build_outline,
    load_lexicon,
)
from reviewer.readers import read_report
from reviewer.report import Report
from reviewer.review.assessment import Assessment
from reviewer.review.brief import Brief
from reviewer.review.edition import edition_of
from reviewer.review.history import History
from reviewer.review.material import Stored
from reviewer.review.review import Review
from reviewer.support.errors import ChecklistError

DEFAULT_CHECKLIST = "township-annual"


class ReadsReports(Protocol):
    """Turns a file into a report; raises UnreadableReport."""

    def __call__(self, path: str, *, encoding: str | None = None) -> Report:
        """Read the file at `path`; `encoding` overrules what is found."""


@dataclass(frozen=True)
class Pipeline:
    """Everything loaded once that opening a report needs; safe to use from worker threads.

    `read` is `read_report`, or what reads in a process of its own. `edition` changes with what is
    judged by. Judge and lexicon take longer to make than the checklist to load, and who only lists
    reports needs neither: they are made when they are first asked for.
    """

    checklist: Checklist
    read: ReadsReports = read_report
    edition: str = ""

    @cached_property
    def judge(self) -> Judge:
        """The checklist made ready to judge. Raises ChecklistError for a criterion in error."""
        try:
            return Judge(self.checklist)
        except ChecklistError as error:
            raise with_all_lacking(error, self.checklist) from error

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of outlines."""
        return load_lexicon()

    def make_ready(self) -> None:
        """Make what is made on first use at once. Raises ChecklistError."""
        _ = self.judge, self.lexicon

    def open(self, path: str, encoding: str | None = None) -> Review:
        """Read and judge the file at `path`. Raises UnreadableReport."""
        return self.review(self.read(path, encoding=encoding))

    def assess(self, report: Report, corrections: Corrections = NO_CORRECTIONS) -> Assessment:
        """Outline and judge a report as a person corrected it."""
        outline = build_outline(report, self.lexicon, corrections)
        findings = self.judge.judge(report, outline, corrections.set_aside)
        return Assessment(outline, {finding.id: finding for finding in findings}, corrections)

    def study(self, report: Report, outline: Outline) -> Study:
        """Lay a report open for what goes beyond the verdicts."""
        return self.judge.study(report, outline)

    def review(self, report: Report, *, key: str = "", history: History | None = None) -> Review:
        """Outline and judge a report that has been read; its rulings are those in `history`."""
        made = self.assess(report)
        return Review(
            report,
            made.outline,
            made.findings.values(),
            self.checklist,
            key=key,
            history=history,
            assess=self.assess,
            lay_open=self.study,
        )

    def listed(
        self,
        source: str,
        read: Callable[[], Report],
        kept: Brief | None,
        *,
        key: str,
        history: History,
        on_stale: Callable[[Review], None] | None = None,
    ) -> Review:
        """Return a review of a report that is read and judged only when that is needed.

        `kept` is what was known of it on an earlier day, by the same edition.
        """
        material = Stored(source, read, self.assess, self.study)
        return Review.of(
            material, self.checklist, kept=kept, key=key, history=history, on_stale=on_stale
        )


def load_pipeline(checklist: str = DEFAULT_CHECKLIST, read: ReadsReports = read_report) -> Pipeline:
    """Load a checklist by id or path and the outline's words. Raises ChecklistError."""
    made = load_to_list(checklist, read)
    made.make_ready()
    return made


def load_to_list(checklist: str = DEFAULT_CHECKLIST, read: ReadsReports = read_report) -> Pipeline:
    """Load a checklist alone, enough to list reports; the rest follows when one is judged.

    Raises ChecklistError, for criteria later.
    """
    loaded = load_checklist(checklist)
    return Pipeline(loaded, read, edition_of(loaded))
