"""One report under review: the machine's findings and the reviewer's decisions. No I/O."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from reviewer.checking import Finding
from reviewer.checklist import Checklist, Element, Verdict
from reviewer.outline import Outline
from reviewer.report import Report
from reviewer.review.decision import UNDECIDED, Decision
from reviewer.review.scores import GroupScore, Scores


@dataclass(frozen=True, slots=True)
class _Change:
    element_id: str
    before: Decision
    after: Decision


class Review:
    """Findings of one report with decisions, undo and scores.

    Verdicts and points asked for here are the reviewer's where there is a decision, else the
    machine's. `changed` callbacks get the id of the element that changed.
    """

    def __init__(
        self,
        report: Report,
        outline: Outline,
        findings: Iterable[Finding],
        checklist: Checklist,
        decisions: Mapping[str, Decision] | None = None,
    ) -> None:
        self.report = report
        self.outline = outline
        self.checklist = checklist
        self.findings: Mapping[str, Finding] = {finding.id: finding for finding in findings}
        self._decisions: dict[str, Decision] = dict(decisions or {})
        self._done: list[_Change] = []
        self._undone: list[_Change] = []
        self._listeners: list[Callable[[str], None]] = []

    @property
    def decisions(self) -> Mapping[str, Decision]:
        """The decisions made so far, by element id."""
        return dict(self._decisions)

    def subscribe(self, listener: Callable[[str], None]) -> None:
        """Call `listener` with the element id after every change."""
        self._listeners.append(listener)

    def decision(self, element_id: str) -> Decision:
        """Return the decision on an element; UNDECIDED where there is none."""
        return self._decisions.get(element_id, UNDECIDED)

    def verdict(self, element_id: str) -> Verdict:
        """Return the verdict that counts."""
        return self.decision(element_id).verdict or self.findings[element_id].verdict

    def points(self, element: Element) -> float | None:
        """Return the points that count, or None for an undetermined element without points."""
        decision = self.decision(element.id)
        if decision.points is not None:
            return decision.points
        verdict = self.verdict(element.id)
        return None if verdict is Verdict.UNDETERMINED else verdict.share * element.points

    def decide(
        self,
        element_id: str,
        *,
        by: str = "",
        at: datetime.datetime | None = None,
        **values: object,
    ) -> None:
        """Change fields of an element's decision (`verdict`, `points`, `comment`, `confirmed`)."""
        before = self.decision(element_id)
        after = replace(before, **values, by=by, at=at)  # type: ignore[arg-type]
        if replace(after, by=before.by, at=before.at) == before:
            return
        self._undone.clear()
        self._done.append(_Change(element_id, before, after))
        self._set(element_id, after)

    @property
    def can_undo(self) -> bool:
        """Whether there is a decision to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a decision to make again."""
        return bool(self._undone)

    def undo(self) -> str | None:
        """Take back the last change and return its element id, None where there is none."""
        return self._move(self._done, self._undone, lambda change: change.before)

    def redo(self) -> str | None:
        """Make the last undone change again and return its element id, None where none is."""
        return self._move(self._undone, self._done, lambda change: change.after)

    def scores(self) -> Scores:
        """Add everything up."""
        groups = tuple(self._group_score(group.id, group.name) for group in self.checklist.groups)
        given = sum(group.given for group in groups)
        possible = sum(group.possible for group in groups)
        verdicts = [self.verdict(element.id) for element in self.checklist.elements]
        undecided = sum(not self.decision(e.id).confirmed for e in self.checklist.elements)
        return Scores(
            groups=groups,
            given=given,
            possible=possible,
            grade=self.checklist.grade(100.0 * given / possible if possible else 0.0),
            weak=verdicts.count(Verdict.WEAK),
            missing=verdicts.count(Verdict.MISSING),
            undetermined=verdicts.count(Verdict.UNDETERMINED),
            undecided=undecided,
        )

    def _group_score(self, group_id: str, name: str) -> GroupScore:
        elements = [e for e in self.checklist.elements if e.group == group_id]
        scored = [(e, points) for e in elements if (points := self.points(e)) is not None]
        verdicts = [self.verdict(e.id) for e in elements]
        return GroupScore(
            id=group_id,
            name=name,
            given=sum(points for _, points in scored),
            possible=sum(e.points for e, _ in scored),
            weak=verdicts.count(Verdict.WEAK),
            missing=verdicts.count(Verdict.MISSING),
        )

    def _move(
        self,
        source: list[_Change],
        target: list[_Change],
        state: Callable[[_Change], Decision],
    ) -> str | None:
        if not source:
            return None
        change = source.pop()
        target.append(change)
        self._set(change.element_id, state(change))
        return change.element_id

    def _set(self, element_id: str, decision: Decision) -> None:
        self._decisions[element_id] = decision
        for listener in self._listeners:
            listener(element_id)
