"""The list of reports: status, notes, sorting, filter, search over all texts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.gui.app import Program
from reviewer.gui.models.report_list import HITS, MISSING, SCORE, STATUS, UNIT, WARNINGS
from reviewer.report import Notice
from reviewer.review import Review, Status


def units(program: Program) -> list[str]:
    shown = program.window.reports.shown
    return [shown.index(row, UNIT).data() for row in range(shown.rowCount())]


def cell(program: Program, row: int, column: int) -> str:
    return program.window.reports.shown.index(row, column).data()


def test_the_status_follows_what_is_decided(busy_program: Program) -> None:
    first = cell(busy_program, 0, STATUS)
    busy_program.desk.select_element("A12")
    busy_program.desk.decide(confirmed=True)
    second = cell(busy_program, 0, STATUS)
    busy_program.window.actions_by_id["status_sent_back"].trigger()

    assert (first, second, cell(busy_program, 0, STATUS)) == ("未开始", "评查中", "已退回")


def test_a_click_on_a_header_sorts_and_the_next_report_follows_that_order(
    busy_program: Program,
) -> None:
    desk, view = busy_program.desk, busy_program.window.report_list
    desk.show(1)
    desk.select_element("A08")
    desk.decide(points=3.0)
    view.sortByColumn(SCORE, Qt.SortOrder.DescendingOrder)
    by_score = units(busy_program)
    view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    assert by_score == ["柏溪乡", "白鹭镇"]
    assert units(busy_program) == ["白鹭镇", "柏溪乡"]


def test_the_keys_to_the_next_report_select_that_one_alone(busy_program: Program) -> None:
    window = busy_program.window
    busy_program.desk.show(0)
    QTest.keyClick(window.text, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)

    assert busy_program.desk.row == 1
    assert window.report_list.chosen() == [1]


@pytest.mark.parametrize(
    ("words", "found"),
    [("柏溪", ["柏溪乡"]), (".TXT", ["白鹭镇"]), ("法治讲堂", ["白鹭镇", "柏溪乡"]), ("没有", [])],
)
def test_a_search_looks_at_names_files_and_texts(
    busy_program: Program, qtbot: QtBot, words: str, found: list[str]
) -> None:
    busy_program.window.reports.words.setText(words)
    qtbot.waitUntil(lambda: units(busy_program) == found)

    assert busy_program.window.reports.view.isVisible() is bool(found)


def test_a_search_tells_at_how_many_places_of_each_report_the_words_stand(
    busy_program: Program, qtbot: QtBot
) -> None:
    panel, view = busy_program.window.reports, busy_program.window.report_list
    before = view.isColumnHidden(HITS)
    panel.words.setText("柏溪乡")  # the other report names it nowhere
    qtbot.waitUntil(lambda: units(busy_program) == ["柏溪乡"])
    text = busy_program.desk.reviews[1].report.text
    qtbot.waitUntil(lambda: not view.isColumnHidden(HITS))

    assert before
    assert cell(busy_program, 0, HITS) == str(text.count("柏溪乡"))
    panel.words.setText(".txt")
    qtbot.waitUntil(lambda: units(busy_program) == ["白鹭镇"])
    assert cell(busy_program, 0, HITS) == "0"  # found by its name alone


def test_reports_are_sorted_by_hits_as_long_as_words_are_looked_for(
    busy_program: Program, qtbot: QtBot
) -> None:
    panel, view = busy_program.window.reports, busy_program.window.report_list
    review = busy_program.desk.reviews[1]
    more = replace(review.report, text=review.report.text + "法治讲堂")
    busy_program.desk.add(Review(more, review.outline, review.findings.values(), review.checklist))
    panel.words.setText("法治讲堂")
    qtbot.waitUntil(lambda: not view.isColumnHidden(HITS))
    view.sortByColumn(HITS, Qt.SortOrder.DescendingOrder)
    by_hits = units(busy_program)
    panel.words.clear()
    qtbot.waitUntil(lambda: view.isColumnHidden(HITS))

    assert by_hits == ["柏溪乡", "白鹭镇"]
    assert units(busy_program) == ["白鹭镇", "柏溪乡"]


def test_words_searched_in_all_reports_are_marked_in_the_text(
    busy_program: Program, qtbot: QtBot
) -> None:
    window = busy_program.window
    window.reports.words.setText("法治讲堂")
    qtbot.waitUntil(lambda: len(window.text.hits) == 1)
    busy_program.desk.show(1)
    still = len(window.text.hits)
    QTest.keyClick(window.reports.words, Qt.Key.Key_Escape)

    assert still == 1
    qtbot.waitUntil(lambda: not window.text.hits)


def test_return_in_the_search_goes_to_a_place_and_accepts_no_element(
    busy_program: Program,
) -> None:
    window, desk = busy_program.window, busy_program.desk
    busy_program.desk.select_element("A01")
    window.activateWindow()
    window.reports.words.setFocus()
    window.reports.words.setText("法治讲堂")
    QTest.keyClick(window.reports.words, Qt.Key.Key_Return)
    review = desk.current

    assert review is not None
    assert not review.rulings
    assert desk.element_id == "A01"
    assert desk.place == review.report.text.index("法治讲堂")


def test_the_report_at_hand_is_in_sight_again_when_a_search_ends(
    program: Program, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths([f"第{number}乡.txt" for number in range(30)])
    panel = program.window.reports
    program.window.docks.raise_panel("reports")
    panel.words.setText("第2")
    qtbot.waitUntil(lambda: len(units(program)) == 11)
    program.desk.show(27)
    QTest.keyClick(panel.words, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(units(program)) == 30)
    area = panel.view.visualRect(panel.view.currentIndex())

    assert program.desk.row == 27
    assert panel.view.viewport().rect().contains(area)


def test_a_filter_shows_reports_of_one_status(busy_program: Program) -> None:
    panel = busy_program.window.reports
    busy_program.window.actions_by_id["status_done"].trigger()
    panel.status.setCurrentIndex(panel.status.findData(Status.DONE))
    done = units(busy_program)
    panel.status.setCurrentIndex(0)

    assert done == ["白鹭镇"]
    assert len(units(busy_program)) == 2


def test_notes_count_what_wants_a_look(busy_program: Program, review: Review) -> None:
    noticed = replace(
        review.report, source="云溪镇.txt", notices=(Notice("test-notice", {"count": 2}),)
    )
    busy_program.preferences.change(due="2026-01-10")
    busy_program.desk.add(
        Review(noticed, review.outline, review.findings.values(), review.checklist)
    )
    tip = busy_program.window.reports.shown.index(2, WARNINGS).data(Qt.ItemDataRole.ToolTipRole)

    assert cell(busy_program, 2, WARNINGS) == "2"
    assert "读取提示 1 条" in tip
    assert "2026-01-20 晚于" in tip


def test_an_element_left_out_is_neither_weak_nor_missing(busy_program: Program) -> None:
    before = int(cell(busy_program, 0, MISSING))
    busy_program.desk.select_element("A08")
    busy_program.window.actions_by_id["not_applicable"].trigger()

    assert int(cell(busy_program, 0, MISSING)) == before - 1
    assert all("A08" not in gap.element_ids for gap in busy_program.window.text.gaps)


def test_reports_taken_off_the_list_come_back_with_their_decisions(
    busy_program: Program, qtbot: QtBot
) -> None:
    desk = busy_program.desk
    desk.select_element("A12")
    desk.decide(confirmed=True)
    busy_program.window.report_list.selectAll()
    busy_program.window.actions_by_id["close_report"].trigger()
    empty = not desk.reviews and not busy_program.keeper.project.entries
    with qtbot.waitSignal(busy_program.tasks.idle):
        busy_program.opener.open_paths(["白鹭镇.txt"])
    qtbot.waitUntil(lambda: bool(desk.reviews))

    assert empty
    assert desk.current.decision("A12").confirmed
