from __future__ import annotations

import datetime

import pytest

from reviewer.gui.app import Program
from reviewer.gui.dialogs.front_matter import FrontMatterDialog
from reviewer.outline import FieldValue, FrontField


def opened(program: Program) -> FrontMatterDialog:
    program.window.actions_by_id["front_matter"].trigger()
    return program.window.findChild(FrontMatterDialog)


def rulings(program: Program) -> list[object]:
    return [ruling.said for ruling in program.desk.current.rulings.values()]


@pytest.mark.parametrize("words", ["2026-02-03", "2026/2/3", "2026.2.3", "２０２６年２月３日"])
def test_the_date_of_a_report_is_taken_however_it_is_written(
    busy_program: Program, words: str
) -> None:
    dialog = opened(busy_program)
    dialog.fields[FrontField.DATE].setText(words)
    dialog.accept()
    assert rulings(busy_program) == [FieldValue(FrontField.DATE, datetime.date(2026, 2, 3))]


def test_the_date_that_counts_already_changes_nothing_in_other_figures(
    busy_program: Program,
) -> None:
    dialog = opened(busy_program)
    before = dialog.fields[FrontField.DATE].text()
    dialog.fields[FrontField.DATE].setText(before.replace("-", "/"))
    dialog.accept()
    assert before.startswith("2026-")
    assert rulings(busy_program) == []


@pytest.mark.parametrize("words", ["2026-02-30", "2026年13月1日", "年初"])
def test_a_day_that_there_is_not_is_refused_with_the_ways_to_write_one(
    busy_program: Program, words: str
) -> None:
    dialog = opened(busy_program)
    dialog.fields[FrontField.DATE].setText(words)
    dialog.accept()
    assert dialog.isVisible()
    assert "没有这一天" in dialog.problem.text()
    assert "2026年1月20日" in dialog.problem.text()
    assert rulings(busy_program) == []
