"""Years: is this year's work dated with this year?

kind: years
work: [共, 全年, …]          # words that make a sentence one about the year's work
comparisons: [比, 同期, …]   # words that make another year no fault
stretches: [以来, 年底]        # behind a year they make it a stretch, not the year
periods:                     # plans with a fixed period: any other years are wrong
  法治政府建设实施纲要: [2021-2025, 2015-2020]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reviewer.checking.case import Case
from reviewer.checking.judgement import Judgement, present, undetermined, weak
from reviewer.checking.language import words_of
from reviewer.checking.parts import LEADERS, RESULTS
from reviewer.checklist.source import Node
from reviewer.report import Span

_OPENING_YEAR = re.compile(r"(20\d\d) ?年度?")
_PERIOD = re.compile(r"\(?(20\d\d) ?年?[-—~至－]{1,2}(20\d\d) ?年?\)?|\((20\d{6})年?\)")
_REACH = 12  # code points behind a plan's name in which its period stands


@dataclass(frozen=True, slots=True)
class Years:
    """Present when all years fit, weak when one does not; never missing."""

    home: str
    work: tuple[str, ...]
    comparisons: tuple[str, ...]
    stretches: tuple[str, ...]
    periods: Mapping[str, tuple[str, ...]]

    @classmethod
    def read(cls, node: Node) -> Years:
        """Compile the criterion. Raises ChecklistError."""
        periods = node.require("periods")
        criterion = cls(
            home=RESULTS,
            work=words_of(node, "work"),
            comparisons=words_of(node, "comparisons"),
            stretches=words_of(node, "stretches"),
            periods={name: words_of(periods, name) for name in periods.mapping()},
        )
        node.finish()
        return criterion

    def judge(self, case: Case) -> Judgement:
        """Look at headings and sentences of the results, and at periods of plans everywhere."""
        year = case.outline.front.year
        if year is None:
            return undetermined("no-report-year")
        faults = [*self._foreign_years(case, year.value), *self._wrong_periods(case)]
        return weak("wrong-years", sorted(faults)[:3]) if faults else present("years-fit")

    def _foreign_years(self, case: Case, year: int) -> Iterator[Span]:
        for stretch in case.stretches(RESULTS, LEADERS):
            if stretch.heading:
                named = {int(y) for y in re.findall(r"(20\d\d) ?年", stretch.heading.title)}
                if named and year not in named:
                    yield stretch.heading.heading
            for sentence in case.segments.sentences_in(stretch.span):
                if self._is_foreign(case, sentence, year):
                    yield sentence

    def _is_foreign(self, case: Case, sentence: Span, year: int) -> bool:
        """Tell whether a sentence reports work and is dated with another year at its head."""
        text = case.part_text(sentence).lstrip()
        match = _OPENING_YEAR.match(text)
        if match is None or int(match[1]) == year or text.startswith(self.stretches, match.end()):
            return False
        if int(match[1]) == year + 1 and text[match.end() : match.end() + 1].isdigit():
            return False  # a day between the end of the year and the signature
        if str(year) in text or any(word in text for word in self.comparisons):
            return False
        return bool(case.figures_in(sentence)) and any(word in text for word in self.work)

    def _wrong_periods(self, case: Case) -> Iterator[Span]:
        for name, allowed in self.periods.items():
            for match in re.finditer(re.escape(name), case.folded):
                found = _PERIOD.search(case.folded, match.end(), match.end() + _REACH)
                if found and _period(found) not in allowed:
                    yield Span(match.start(), found.end())


def _period(match: re.Match[str]) -> str:
    """Return a period as "2021-2025"; one whose dash was lost stays as it is and fits nothing."""
    return f"{match[1]}-{match[2]}" if match[1] else match[3]
