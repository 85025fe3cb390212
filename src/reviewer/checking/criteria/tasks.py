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
from reviewer.checking.segments import ClauseSet, numbers_in
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
        marked = case.clauses_of(self.marks)
        tasks: list[Span] = []
        for item in items:
            tasks += self._tasks_in(case, item.span, marked)[: self.per_item]
        if len(tasks) >= self.least:
            return present("tasks", tasks[:4], count=len(tasks))
        return weak("one-task", tasks) if tasks else missing("no-task")

    def _tasks_in(self, case: Case, item: Span, marked: ClauseSet) -> list[Span]:
        """Return the marked clauses of an item, past those that have their mark in another sense.

        The clause that only reaches into the item is not its own.
        """
        numbers = numbers_in(marked & case.segments.set_in(item))
        clauses = map(case.segments.clause, numbers)
        own = ((clause, case.part_text(clause)) for clause in clauses if clause.start in item)
        return [clause for clause, text in own if not any(e in text for e in self.exceptions)]
