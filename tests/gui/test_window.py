"""The window as a whole: start, export, settings, focus."""

from __future__ import annotations

import logging
import os
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
)
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.checklist import Verdict
from reviewer.gui.app import Program
from reviewer.gui.models.findings import POINTS, VERDICT
from reviewer.gui.models.report_list import PERCENT, SCORE, STATUS, UNIT, WEAK, YEAR
from reviewer.gui.models.section_tree import PROBLEMS
from reviewer.gui.starting import close_on_interrupt
from reviewer.gui.views.section_tree import SectionTreeView
from reviewer.settings import Settings
from reviewer.support.errors import ExportError


def test_an_empty_desk_says_what_to_do(program: Program) -> None:
    assert program.window.start_page.isVisible()
    assert not program.window.text.isVisible()


def test_an_exported_workbook_can_be_opened_from_the_message(
    busy_program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    busy_program.window.questions.workbook = lambda suggested: "out/scores.xlsx"
    with qtbot.waitSignal(busy_program.tasks.idle):
        busy_program.window.actions_by_id["export"].trigger()
    busy_program.window.message_area.findChild(QPushButton).click()

    assert [url.toLocalFile() for url in opened] == ["out/scores.xlsx"]
    assert busy_program.window.message_area.texts() == []


def test_a_locked_target_is_told_and_another_name_offered(
    busy_program: Program,
    qtbot: QtBot,
    writer: object,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.CRITICAL)
    target = tmp_path / "评分表.xlsx"
    target.touch()
    asked: list[str] = []

    def answer(suggested: str) -> str:
        asked.append(suggested)
        return str(target) if len(asked) == 1 else suggested

    busy_program.window.questions.workbook = answer
    other = tmp_path / "评分表 (2).xlsx"
    writer.error = ExportError("export-locked", path=target, suggestion=other)
    with qtbot.waitSignal(busy_program.tasks.idle):
        busy_program.window.actions_by_id["export"].trigger()
    writer.error = None
    (button,) = busy_program.window.message_area.findChildren(QPushButton)
    with qtbot.waitSignal(busy_program.tasks.idle):
        button.click()

    assert asked[1] == str(other)
    assert writer.written[0][1] == other
    assert "评分表 (2).xlsx" in busy_program.window.message_area.texts()[-1]


def test_what_is_exported_is_what_was_decided_at_that_moment(
    busy_program: Program, qtbot: QtBot, writer: object
) -> None:
    window, desk = busy_program.window, busy_program.desk
    window.questions.workbook = lambda suggested: "scores.xlsx"
    with qtbot.waitSignal(busy_program.tasks.idle):
        window.actions_by_id["export"].trigger()
        desk.current.decide("A12", verdict=Verdict.PRESENT)

    exported = writer.written[0][0][0]
    assert exported.verdict("A12") is Verdict.WEAK


def test_settings_are_written_when_the_program_ends(
    program: Program, saved: list[Settings]
) -> None:
    program.window.actions_by_id["zoom_in"].trigger()
    program.window.close()
    program.shut_down()

    assert saved[-1].zoom == pytest.approx(1.1)
    assert saved[-1].layout


def test_every_place_the_focus_can_go_has_a_name(busy_program: Program) -> None:
    busy_program.desk.select_element("A12")
    widget = start = busy_program.window.focusWidget() or busy_program.window.text
    nameless = []
    while True:
        widget = widget.nextInFocusChain()
        if widget is start:
            break
        stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if stops and widget.isVisible() and not _name(widget):
            nameless.append(widget)

    assert nameless == []


def _name(widget: object) -> str:
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (text() if callable(text) else "")


def test_the_window_fits_a_small_screen_at_150_percent(busy_program: Program) -> None:
    busy_program.desk.select_element("A12")
    window = busy_program.window
    em = window.fontMetrics().height()
    least = window.minimumSizeHint()

    # 1366 by 768 pixels at 150 %, less a task bar and a title bar.
    assert least.width() <= 47 * em
    assert least.height() <= 24 * em


def test_the_buttons_of_an_element_are_never_cut_off(busy_program: Program) -> None:
    busy_program.desk.select_element("A12")
    window = busy_program.window
    window.resize(window.minimumSizeHint())
    panel = window.element

    assert panel.width() >= panel.minimumSizeHint().width()


def test_a_filter_shows_its_list_from_the_top(busy_program: Program, qtbot: QtBot) -> None:
    window = busy_program.window
    window.resize(window.minimumSizeHint())
    busy_program.desk.select_element("C02")
    bar = window.findings.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    window.actions_by_id["filter_missing"].trigger()

    assert bar.maximum() > 0
    assert bar.value() == 0


def test_the_elements_of_another_report_are_shown_from_the_first(
    busy_program: Program, qtbot: QtBot
) -> None:
    window = busy_program.window
    window.resize(window.minimumSizeHint())
    busy_program.desk.select_element("C02")
    bar = window.findings.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    busy_program.desk.show(1)

    assert bar.value() == 0


def test_without_a_report_no_key_is_recommended_that_does_nothing(
    program: Program, qtbot: QtBot
) -> None:
    hint = program.window.element.currentWidget()
    before = hint.text()
    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths(["白鹭镇.txt"])

    assert "F8" not in before
    assert "F8" in hint.text()


def test_no_verdict_and_no_points_are_cut_further_down_the_list(busy_program: Program) -> None:
    findings = busy_program.window.findings
    view, shown = findings.view, findings.shown
    findings.resize(view.fontMetrics().height() * 24, view.fontMetrics().height() * 6)
    busy_program.desk.show(1)
    QApplication.processEvents()
    groups = [shown.index(row, 0) for row in range(shown.rowCount())]
    rows = [shown.index(row, 0, group) for group in groups for row in range(shown.rowCount(group))]

    for column in (VERDICT, POINTS):
        cells = [row.siblingAtColumn(column) for row in (*groups, *rows)]
        widest = max(view.sizeHintForIndex(cell).width() for cell in cells)
        assert view.columnWidth(column) >= widest
    assert view.visualRect(rows[-1]).top() > view.viewport().height()


if os.name == "posix":  # on Windows os.kill ends the tests themselves

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
    def test_an_interrupt_closes_the_window(
        program: Program, qapp: QApplication, qtbot: QtBot, number: signal.Signals
    ) -> None:
        before = [(n, signal.getsignal(n)) for n in (signal.SIGINT, signal.SIGTERM)]
        close_on_interrupt(qapp)
        try:
            os.kill(os.getpid(), number)
            qtbot.waitUntil(lambda: not program.window.isVisible())
        finally:
            signal.set_wakeup_fd(-1)
            for known, handler in before:
                signal.signal(known, handler)


def test_names_of_units_stay_readable_in_a_narrow_list(busy_program: Program) -> None:
    view = busy_program.window.report_list
    em = view.fontMetrics().height()
    view.setParent(None)
    view.resize(em * 9, em * 8)
    view.show()
    QApplication.processEvents()

    assert view.columnWidth(0) >= view.sizeHintForColumn(0)
    view.resize(em * 40, em * 8)
    QApplication.processEvents()
    shown = (UNIT, YEAR, STATUS, SCORE, PERCENT, WEAK)
    assert not any(view.isColumnHidden(column) for column in shown)
    view.deleteLater()


def test_a_narrow_section_tree_keeps_its_names(busy_program: Program) -> None:
    tree = SectionTreeView(busy_program.desk, busy_program.notes)
    em = tree.fontMetrics().height()
    hidden = []
    for width in (20, 6, 20):
        tree.resize(em * width, em * 20)
        tree.grab()  # lays it out
        hidden.append(tree.isColumnHidden(PROBLEMS))

    assert hidden == [False, True, False]
