from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from reviewer.export.form.filling import fill_form, read_form
from reviewer.review import Review

pytestmark = pytest.mark.office


def test_a_filled_form_opens_and_its_sums_hold_all_rows(
    reviews: list[Review], recalculated: Callable[[Path], Workbook], tmp_path: Path
) -> None:
    made = Workbook()
    sheet = made.active
    sheet.title = "汇总"
    sheet.append(["单位", "得分", "A"])
    sheet.append(["{{报告.单位}}", "{{报告.得分}}", "{{报告.A.得分}}"])
    sheet.append(["合计", "=SUM(B2:B2)", "=SUM(C2:C2)"])
    made.create_sheet("引用")["A1"] = "=汇总!B3"
    made.save(tmp_path / "表.xlsx")
    form = read_form(tmp_path / "表.xlsx", reviews[0].checklist)
    assert form is not None
    filled = tmp_path / "已填.xlsx"
    filled.write_bytes(fill_form(form, reviews))
    whole = recalculated(filled)
    total = sum(review.scores().given for review in reviews)
    group = sum(review.scores().groups[0].given for review in reviews)
    last = [cell.value for cell in whole["汇总"][len(reviews) + 2]]
    assert last == ["合计", pytest.approx(total), pytest.approx(group)]
    assert whole["引用"]["A1"].value == pytest.approx(total)
