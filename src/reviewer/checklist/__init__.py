"""The checklist as data: elements, points, grades and criteria, read from YAML."""

from reviewer.checklist.model import Checklist, Element, Example, Grade, Group
from reviewer.checklist.verdict import Verdict

__all__ = ["Checklist", "Element", "Example", "Grade", "Group", "Verdict"]
