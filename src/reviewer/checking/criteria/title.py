"""Title: organ in full, year, subject, kind of document.

kind: title
organ: [人民政府, 委员会]
subject: [法治政府建设]
document: [报告]
not: [工作总结]      # words a title must not have
doubled: [年度]      # words it must not have twice
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.checking.case import Case
from reviewer.checking.judgement import Judgement, missing, present, weak
from reviewer.checking.language import words_of
from reviewer.checking.parts import OPENING
from reviewer.checking.year_names import years_in
from reviewer.checklist.source import Node
from reviewer.support.folding import fold


@dataclass(frozen=True, slots=True)
class Title:
    """Present when complete, weak when something is lacking or doubled, missing without title."""

    home: str
    organ: tuple[str, ...]
    subject: tuple[str, ...]
    document: tuple[str, ...]
    unwanted: tuple[str, ...]
    doubled: tuple[str, ...]

    @classmethod
    def read(cls, node: Node) -> Title:
        """Compile the criterion. Raises ChecklistError."""
        keys = ("organ", "subject", "document", "not", "doubled")
        criterion = cls(OPENING, *(words_of(node, key) for key in keys))
        node.finish()
        return criterion

    def judge(self, case: Case) -> Judgement:
        """Look at the title line, or at the title in the web frame."""
        title = case.outline.front.title
        if title is None:
            return missing("no-title")
        faults = list(self._faults(fold(title.value).replace(" ", "")))
        if faults:
            return weak(faults[0], [title.span])
        return present("title", [title.span])

    def _faults(self, title: str) -> Iterator[str]:
        if not any(word in title for word in self.organ):
            yield "title-organ"
        if not years_in(title):
            yield "title-year"
        if not any(word in title for word in self.subject):
            yield "title-subject"
        if not any(word in title for word in self.document):
            yield "title-document"
        if any(word in title for word in self.unwanted):
            yield "title-wording"
        if any(title.count(word) > 1 for word in self.doubled):
            yield "title-doubled"
