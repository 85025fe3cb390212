"""Years that do not fit: another year's work told as this year's, a plan with wrong years.

years:
  work: [共, 全年, …]          # words that make a sentence one about the year's work
  comparisons: [比, 同期, …]   # words that make another year no fault
  stretches: [以来, 年底]        # behind a year they make it a stretch, not the year
  before: [今年以来]            # what may stand before the year of a clause
  periods:                     # plans with a fixed period: any other years are wrong
    法治政府建设实施纲要: [2021-2025, 2015-2020]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reviewer.checking.alternatives import any_of
from reviewer.checking.case import Case
from reviewer.checking.language import words_of
from reviewer.checking.observations.values import Remark
from reviewer.checking.parts import LEADERS, OPENING, RESULTS
from reviewer.checklist.source import Node
from reviewer.report import Span

YEAR = "year"

_OPENING_YEAR = re.compile(r"(20\d\d) ?年度?")
_NAMED_YEAR = re.compile(r"(20\d\d) ?年")
_PERIOD = re.compile(r"\(? ?(20\d\d) ?年? ?[-—~至－]{1,2} ?(20\d\d) ?年?\)?|\( ?(20\d{6}) ?年?\)")
_REACH = 12  # code points behind a plan's name in which its period stands


@dataclass(frozen=True, slots=True)
class YearFinder:
    """Finds years that belong to another report."""

    work: tuple[str, ...]
    comparisons: tuple[str, ...]
    stretches: tuple[str, ...]
    before: re.Pattern[str]
    periods: Mapping[str, tuple[str, ...]]

    @classmethod
    def read(cls, node: Node) -> YearFinder:
        """Compile the words. Raises ChecklistError."""
        periods = node.require("periods")
        finder = cls(
            work=words_of(node, "work"),
            comparisons=words_of(node, "comparisons"),
            stretches=words_of(node, "stretches"),
            before=any_of(words_of(node, "before")),
            periods={name: words_of(periods, name) for name in periods.mapping()},
        )
        node.finish()
        return finder

    def find(self, case: Case) -> Iterator[Remark]:
        """Yield them: in headings and sentences of the results, and of plans everywhere.

        Without a report year only the plans' periods can be wrong.
        """
        year = case.outline.front.year
        if year is not None:
            yield from self._opening_years(case, year.value)
            yield from self._foreign_years(case, year.value)
        for span, period in self._wrong_periods(case):
            yield Remark(YEAR, "wrong-period", (span,), {"found": period})

    def _foreign_years(self, case: Case, year: int) -> Iterator[Remark]:
        for stretch in case.stretches(RESULTS, LEADERS):
            if stretch.heading:
                named = {int(y) for y in _NAMED_YEAR.findall(stretch.heading.title)}
                if named and year not in named:
                    yield _foreign(stretch.heading.heading, min(named), year)
            for sentence in case.segments.sentences_in(stretch.span):
                found = self._foreign_year(case, sentence, year)
                if found:
                    yield _foreign(sentence, found, year)

    def _foreign_year(self, case: Case, sentence: Span, year: int) -> int | None:
        """Return the other year with which a sentence that reports work opens.

        The year counts for its clause; one that is a clause of its own for the whole sentence.
        """
        text = case.part_text(sentence).lstrip()
        before = self.before.match(text)
        text = text[before.end() :].lstrip(", ") if before else text
        match = _OPENING_YEAR.match(text)
        if match is None or int(match[1]) == year or text.startswith(self.stretches, match.end()):
            return None
        if int(match[1]) == year + 1 and text[match.end() : match.end() + 1].isdigit():
            return None  # a day between the end of the year and the signature
        if str(year) in text or any(word in text for word in self.comparisons):
            return None
        place = Span(sentence.end - len(text), sentence.end)
        if not text.startswith(",", match.end()):
            place = case.segments.clause(case.segments.clause_at(place.start))
        works = any(word in case.part_text(place) for word in self.work)
        return int(match[1]) if works and case.figures_in(place) else None

    def _opening_years(self, case: Case, year: int) -> Iterator[Remark]:
        """Yield the first sentence of the opening where it is about another year's work."""
        for stretch in case.stretches(OPENING):
            text = case.part_text(stretch.span)
            match = _OPENING_YEAR.match(text.lstrip())
            if match and int(match[1]) < year and str(year) not in text:
                end = stretch.span.start + len(text) - len(text.lstrip()) + match.end()
                if not case.folded.startswith(self.stretches, end):
                    yield _foreign(Span(end - len(match[0]), end), int(match[1]), year)

    def _wrong_periods(self, case: Case) -> Iterator[tuple[Span, str]]:
        for name, allowed in self.periods.items():
            for match in re.finditer(re.escape(name), case.folded):
                found = _PERIOD.search(case.folded, match.end(), match.end() + _REACH)
                if found and _period(found) not in allowed:
                    yield Span(match.start(), found.end()), _period(found)


def _foreign(span: Span, found: int, year: int) -> Remark:
    return Remark(YEAR, "other-year", (span,), {"found": found, "year": year})


def _period(match: re.Match[str]) -> str:
    """Return a period as "2021-2025"; one whose dash was lost stays as it is and fits nothing."""
    return f"{match[1]}-{match[2]}" if match[1] else match[3]
