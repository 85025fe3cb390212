"""Tasks: do the plan's tasks say who, by when, how many?

kind: tasks
least: 2           # tasks that must say it
per_item: 2        # tasks counted of one numbered item at the most
marks: ["{n}", 月底前, …]
not: [赶场日, …]
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.checking.case import Case
from reviewer.checking.items import measures
from reviewer.checking.judgement import Judgement, missing, present, weak
from reviewer.checking.language import words_of
from reviewer.checking.notation import Pattern, read_patterns
from reviewer.checking.parts import PLAN
from reviewer.checking.segments import numbers_in
from reviewer.checklist.source import Node
from reviewer.report import Span


@dataclass(frozen=True, slots=True)
class Tasks:
    """Present with enough checkable tasks, weak with one, missing without."""

    home: str
    least: int
    per_item: int
    marks: tuple[Pattern, ...]
    exceptions: tuple[str, ...]

    @classmethod
    def read(cls, node: Node) -> Tasks:
        """Compile the criterion. Raises ChecklistError."""
        criterion = cls(
            PLAN,
            int(node.require("least").number()),
            int(node.require("per_item").number()),
            read_patterns(node, "marks"),
            words_of(node, "not"),
        )
        node.finish()
        return criterion

    @property
    def sought(self) -> tuple[Pattern, ...]:
        """What is looked for."""
        return self.marks

    @property
    def looked_in(self) -> tuple[str, ...]:
        """The parts in which it counts."""
        return (self.home,)

    def judge(self, case: Case) -> Judgement:
        """Count the clauses of each measure that say who, when or how many."""
        items = measures(case)
        if not items:
            return missing("no-plan")
        marked = self._marked_clauses(case)
        tasks: list[Span] = []
        for item in items:
            inside = [clause for clause in marked if clause.start in item.span]
            tasks += inside[: self.per_item]
        if len(tasks) >= self.least:
            return present("tasks", tasks[:4], count=len(tasks))
        return weak("one-task", tasks) if tasks else missing("no-task")

    def _marked_clauses(self, case: Case) -> list[Span]:
        """Return the clauses that have a mark, past those that have it in another sense."""
        numbers = case.clauses_of(self.marks)
        clauses = [case.segments.clause(number) for number in numbers_in(numbers)]
        return [c for c in clauses if not any(e in case.part_text(c) for e in self.exceptions)]
