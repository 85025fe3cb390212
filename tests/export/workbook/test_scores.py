from __future__ import annotations

from collections.abc import Callable

import pytest
from openpyxl import Workbook

from reviewer.export.workbook import book
from reviewer.review import Review

MakeReview = Callable[..., Review]


@pytest.fixture
def whole(
    make_review: MakeReview, written: Callable[..., Workbook], monkeypatch: pytest.MonkeyPatch
) -> Workbook:
    monkeypatch.setattr(book, "MOST_SHEETS", 0)
    return written(make_review())


def test_a_row_holds_the_given_scores_and_their_sums(whole: Workbook) -> None:
    values = [cell.value for cell in whole["得分表"][5]]
    assert values[:8] == [
        *("青溪镇", 2, 1.5, 0, None, "=SUM($B$5:$E$5)"),
        *('=SUMIF($B$5:$E$5,"<>",$B$3:$E$3)', "=IF($G$5=0,0,$F$5/$G$5)"),
    ]


def test_the_summary_adds_up_groups_from_it(whole: Workbook) -> None:
    sheet = whole["汇总"]
    assert [sheet["F5"].value, sheet["G5"].value] == [
        *("=SUM('得分表'!$B$5:$C$5)", "=SUM('得分表'!$D$5:$E$5)")
    ]
