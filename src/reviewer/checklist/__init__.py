"""The checklist as data: elements, points, grades and criteria, read from YAML."""

from reviewer.checklist.lacking import with_all_lacking
from reviewer.checklist.loading import load_checklist, read_checklist
from reviewer.checklist.model import WHOLE_REPORT, Checklist, Element, Example, Grade, Group
from reviewer.checklist.verdict import Verdict

__all__ = [
    "WHOLE_REPORT",
    "Checklist",
    "Element",
    "Example",
    "Grade",
    "Group",
    "Verdict",
    "load_checklist",
    "read_checklist",
    "with_all_lacking",
]
