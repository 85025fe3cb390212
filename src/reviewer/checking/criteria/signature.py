"""Signature: organ and full date in Arabic figures at the end (GB/T 9704).

kind: signature
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.checking.case import Case
from reviewer.checking.judgement import Judgement, missing, present, weak
from reviewer.checking.parts import TAIL
from reviewer.checklist.source import Node
from reviewer.report import FrontMatter

_ARABIC = re.compile(r"20\d\d ?年 ?\d{1,2} ?月 ?\d{1,2} ?日")


@dataclass(frozen=True, slots=True)
class Signature:
    """Present with organ and full date, weak when one lacks or is malformed, missing without."""

    home: str

    @classmethod
    def read(cls, node: Node) -> Signature:
        """Compile the criterion; it has no options. Raises ChecklistError."""
        node.finish()
        return cls(TAIL)

    def judge(self, case: Case) -> Judgement:
        """Look at signing bodies and date of signature; a web date is none."""
        front = case.outline.front
        spans = [found.span for found in (front.signed, front.signature_date) if found]
        if not spans:
            return missing("no-signature")
        faults = list(_faults(case, front))
        return weak(faults[0], spans) if faults else present("signature", spans)


def _faults(case: Case, front: FrontMatter) -> Iterator[str]:
    if front.signed is None:
        yield "no-signing-organ"
    if front.signature_date is None:
        yield "no-signature-date"
    elif not front.signature_date_has_day:
        yield "date-without-day"
    elif not _ARABIC.search(case.part_text(front.signature_date.span)):
        yield "date-form"
