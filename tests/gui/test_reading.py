"""Text, marks, margin and section tree in step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QTextCharFormat,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.gui.app import Program
from reviewer.gui.views.report_text import sentence_around


def test_clicking_a_section_scrolls_the_text_to_it(busy_program: Program) -> None:
    window = busy_program.window
    window.resize(window.width(), window.minimumSizeHint().height())
    tree, model = window.section_tree, window.section_tree.model()
    index = model.index(2, 0)
    tree.scrollTo(index)
    QTest.mouseClick(
        tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(index).center()
    )

    start = busy_program.desk.current.report.text.index("二、存在")
    assert busy_program.desk.place == start
    assert window.text.textCursor().block().text().startswith("二、存在")
    assert tree.currentIndex() == index


def test_the_tree_follows_the_cursor_in_the_text(busy_program: Program) -> None:
    window = busy_program.window
    cursor = window.text.document().find("综合行政执法队")
    window.text.setTextCursor(cursor)

    assert window.section_tree.currentIndex().data() == "（二）规范执法"


def test_the_tree_follows_the_scrolling_of_the_text(busy_program: Program, qtbot: QtBot) -> None:
    window = busy_program.window
    busy_program.preferences.set_zoom(3.0)
    window.commands.view.zoom_changed.emit(3.0)
    qtbot.waitUntil(lambda: window.text.verticalScrollBar().maximum() > 0)
    bar = window.text.verticalScrollBar()
    bar.setValue(bar.maximum())
    last = window.section_tree.currentIndex().data()
    bar.setValue(0)

    assert last != "标题与开头"
    assert window.section_tree.currentIndex().data() == "标题与开头"


def test_marks_differ_by_line_and_not_by_color_alone(busy_program: Program, qtbot: QtBot) -> None:
    text = busy_program.window.text
    qtbot.waitUntil(lambda: bool(text.extraSelections()))
    lines = {s.cursor.selectedText(): s.format.underlineStyle() for s in text.extraSelections()}

    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    solid = QTextCharFormat.UnderlineStyle.SingleUnderline
    assert lines["综合行政执法队严格执法，规范程序"] is wave
    assert lines["镇党委中心组学法6次"] is solid


def test_the_selected_elements_evidence_stands_out(busy_program: Program, qtbot: QtBot) -> None:
    text, theme = busy_program.window.text, busy_program.window._theme
    busy_program.desk.select_element("A14")

    def chosen() -> list[str]:
        return [
            s.cursor.selectedText()
            for s in text.extraSelections()
            if s.format.background().color() == theme.color("selected_tint")
        ]

    qtbot.waitUntil(lambda: chosen() == ["全年排查矛盾纠纷83件，化解81件"])


def test_a_click_on_marked_words_selects_their_element(busy_program: Program) -> None:
    text = busy_program.window.text
    rect = text.cursorRect(text.document().find("宣传手段"))
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=rect.center() - QPoint(9, 0))

    assert busy_program.desk.element_id == "B02"


def test_a_double_click_takes_a_sentence_for_the_element_at_hand(busy_program: Program) -> None:
    text, desk = busy_program.window.text, busy_program.desk
    desk.select_element("A08", jump=False)
    rect = text.cursorRect(text.document().find("宣传手段"))
    place = rect.center() - QPoint(9, 0)
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    taken = text.textCursor().selectedText()

    assert desk.element_id == "A08"
    assert "宣传手段" in taken
    assert taken in desk.current.report.text
    assert taken.endswith("。")


@pytest.mark.parametrize(
    ("position", "sentence"),
    [(0, "开会3次。"), (3, "开会3次。"), (7, "印发《𠮷》；化解率99.5%！"), (25, "完"), (99, "完")],
)
def test_a_sentence_goes_from_stop_to_stop_without_blanks(position: int, sentence: str) -> None:
    text = "　　开会3次。印发《𠮷》；化解率99.5%！ 完"
    start, end = sentence_around(text, position)

    assert text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le") == sentence
    assert sentence_around("", 0) == (0, 0)


def test_a_click_in_the_margin_walks_through_the_elements_missing_there(
    busy_program: Program,
) -> None:
    gutter, text = busy_program.window.gutter, busy_program.window.text
    place = QPoint(gutter.width() // 2, text.gap_top(text.gaps[0]) + 3)
    seen = []
    for _ in range(3):
        QTest.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=place)
        seen.append(busy_program.desk.element_id)

    assert seen == ["A08", "A19", "A08"]


def test_control_and_wheel_zoom_the_text(busy_program: Program) -> None:
    text = busy_program.window.text
    before = text.document().defaultFont().pointSizeF()
    event = QWheelEvent(
        QPointF(9, 9),
        text.mapToGlobal(QPointF(9, 9)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(text.viewport(), event)

    assert text.document().defaultFont().pointSizeF() > before


def test_choosing_a_finding_shows_its_reasons_and_evidence(busy_program: Program) -> None:
    window = busy_program.window
    busy_program.desk.select_element("A12")
    page = window.element.text.toPlainText()

    assert "A12" in window.element.name.text()
    assert "没有写明件数" in page
    assert "综合行政执法队严格执法，规范程序" in page
    assert "云岫县年度报告评查办法" in page


def test_a_link_in_the_finding_jumps_to_the_evidence(busy_program: Program) -> None:
    desk, window = busy_program.desk, busy_program.window
    desk.select_element("A14")
    desk.read_at(0)
    window.element.text.anchorClicked.emit(QUrl("0"))

    assert desk.place == desk.current.findings["A14"].evidence[0].span.start
