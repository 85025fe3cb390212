"""The colours of verdicts and heads, which workbook and paper share; rrggbb."""

from __future__ import annotations

from reviewer.checklist import Verdict

HEAD_FILL = "dce6f1"
SUM_FILL = "f2f2f2"
# Fill and text; present needs no colour.
VERDICTS = {
    Verdict.WEAK: ("ffe699", "7f4f00"),
    Verdict.MISSING: ("f8cbad", "9c0006"),
    Verdict.UNDETERMINED: ("d9d9d9", "404040"),
}
