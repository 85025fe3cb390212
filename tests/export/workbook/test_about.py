from __future__ import annotations

from collections.abc import Callable

from openpyxl import Workbook

from reviewer import __version__
from reviewer.review import Review


def test_it_names_checklist_program_and_grades(
    make_review: Callable[..., Review], written: Callable[..., Workbook]
) -> None:
    sheet = written(make_review())["说明"]
    facts = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=3)}
    assert facts["要素清单"] == "虚构清单 (made 1)"
    assert facts["程序版本"] == f"reviewer {__version__}"
    assert facts["等次标准"].splitlines()[0] == "优秀：得分率 90% 及以上"
    assert facts["各部分"].splitlines()[0] == "A 主要举措和成效：2 项，5 分"
