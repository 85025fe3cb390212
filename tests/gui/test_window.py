"""The window as a whole: opening, dropping, messages, text and tree in step, decisions."""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QTextCharFormat,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reviewer.checklist import Verdict
from reviewer.gui.app import Program, tell_of_slips
from reviewer.gui.opening import reports_in
from reviewer.settings import Settings
from reviewer.support.errors import ExportError


def open_paths(program: Program, qtbot: QtBot, *paths: str) -> None:
    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths(paths)


def sources(program: Program) -> list[str]:
    return [review.report.source for review in program.desk.reviews]


def drop(program: Program, *paths: Path | str) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, *how)
    QApplication.sendEvent(program.window, entering)
    assert entering.isAccepted()
    dropping = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, *how)
    QApplication.sendEvent(program.window, dropping)


def test_an_empty_desk_says_what_to_do(program: Program) -> None:
    assert program.window.start_page.isVisible()
    assert not program.window.text.isVisible()


def test_the_first_of_several_files_is_shown(program: Program, qtbot: QtBot) -> None:
    open_paths(program, qtbot, "白鹭镇.txt", "柏溪乡.docx")

    assert sources(program) == ["白鹭镇.txt", "柏溪乡.docx"]
    assert program.desk.row == 0
    assert program.window.text.isVisible()


def test_a_file_that_is_open_is_taken_to_hand_and_not_read_again(
    busy_program: Program, qtbot: QtBot, pipeline: object
) -> None:
    open_paths(busy_program, qtbot, "柏溪乡.docx")

    assert busy_program.desk.row == 1
    assert pipeline.opened == []


def test_dropped_files_and_folders_are_opened(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "全县" / "第一批"
    folder.mkdir(parents=True)
    for name in ("甲镇.docx", "乙乡.TXT", "~$甲镇.docx", "图.png"):
        (folder / name).touch()
    with qtbot.waitSignal(program.tasks.idle):
        drop(program, tmp_path / "全县", "白鹭镇.txt")

    assert [Path(source).name for source in sources(program)] == [
        "乙乡.TXT",
        "甲镇.docx",
        "白鹭镇.txt",
    ]


def test_a_lone_file_is_opened_whatever_its_suffix() -> None:
    assert reports_in("report.unknown") == ["report.unknown"]


def test_a_broken_file_is_told_and_the_others_go_on(
    program: Program, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    open_paths(program, qtbot, "broken.docx", "白鹭镇.txt")

    assert sources(program) == ["白鹭镇.txt"]
    (text,) = program.window.message_area.texts()
    assert "broken.docx" in text
    assert program.window.message_area.isVisible()


def test_a_slip_of_the_program_is_told_too(
    program: Program, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    open_paths(program, qtbot, "slip.docx")

    (text,) = program.window.message_area.texts()
    assert "slip.docx" in text
    assert "ZeroDivisionError" in text


def test_the_notices_of_a_report_are_shown_while_it_is_at_hand(
    program: Program, qtbot: QtBot
) -> None:
    sentences = {**program.messages.sentences.sentences, "test-notice": "跳过了 {count} 处。"}
    program.messages.sentences = type(program.messages.sentences)("zh", sentences)
    open_paths(program, qtbot, "noticed.docx", "白鹭镇.txt")
    shown = program.window.message_area.texts()
    program.desk.show(1)

    assert shown == ["跳过了 2 处。"]
    assert program.window.message_area.texts() == []


def test_a_message_can_be_put_away(program: Program) -> None:
    program.messages.info("完成。")
    close = program.window.message_area.findChild(object, "dismiss")
    close.click()

    assert program.window.message_area.texts() == []
    assert not program.window.message_area.isVisible()


def test_cancel_keeps_what_was_read_and_drops_the_rest(
    program: Program, qtbot: QtBot, pipeline: object
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def wait() -> None:
        if pipeline.opened:
            begun.set()
            go_on.wait(5)

    pipeline.before_open = wait
    program.opener.open_paths(["白鹭镇.txt", "柏溪乡.docx", "云溪镇.docx"])
    qtbot.waitUntil(lambda: begun.is_set() and len(program.desk.reviews) == 1)
    indicator = program.window.indicator
    assert indicator.isVisible()
    assert "柏溪乡.docx" in indicator.label.text()
    indicator.cancel.click()
    go_on.set()
    program.tasks.shut_down()
    QApplication.processEvents()

    assert sources(program) == ["白鹭镇.txt"]
    assert not indicator.isVisible()


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
    window.commands.zoom_changed.emit(3.0)
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


def test_points_typed_in_are_given(busy_program: Program) -> None:
    busy_program.desk.select_element("A12")
    busy_program.window.element.score.setValue(3.5)

    decision = busy_program.desk.current.decision("A12")
    assert (decision.points, decision.confirmed) == (3.5, True)


def test_points_typed_in_are_given_before_return_accepts(
    busy_program: Program, qtbot: QtBot
) -> None:
    window, desk = busy_program.window, busy_program.desk
    qtbot.waitActive(window)
    desk.select_element("A12")
    window.element.score.setFocus()
    window.element.score.selectAll()
    QTest.keyClicks(window.element.score, "3.5")
    QTest.keyClick(window.element.score, Qt.Key.Key_Return)

    assert desk.current.decision("A12").points == 3.5
    assert desk.element_id == "A14"


@pytest.mark.parametrize("field", ["score", "comment"])
def test_undo_by_key_takes_the_decision_back_from_within_a_field(
    busy_program: Program, qtbot: QtBot, field: str
) -> None:
    window, desk = busy_program.window, busy_program.desk
    qtbot.waitActive(window)
    desk.select_element("A12")
    desk.decide(verdict=Verdict.MISSING)
    getattr(window.element, field).setFocus()
    QTest.keyClick(
        getattr(window.element, field), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    )

    assert not desk.current.decision("A12").overrules


def test_undo_by_key_in_a_comment_takes_typed_words_back_first(
    busy_program: Program, qtbot: QtBot
) -> None:
    window, desk = busy_program.window, busy_program.desk
    qtbot.waitActive(window)
    desk.select_element("A12")
    desk.decide(verdict=Verdict.MISSING)
    comment = window.element.comment
    comment.setFocus()
    QTest.keyClicks(comment, "a")
    QTest.keyClick(comment, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert comment.toPlainText() == ""
    assert desk.current.decision("A12").overrules


def test_a_drop_anywhere_in_the_window_reaches_it(busy_program: Program) -> None:
    busy_program.desk.select_element("A12")
    inner = busy_program.window.findChildren(QWidget)

    assert [widget for widget in inner if widget.acceptDrops()] == []


def test_an_error_nobody_caught_becomes_a_message(
    program: Program, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    tell_of_slips(program.messages)
    sys.excepthook(ValueError, ValueError("made for a test"), None)

    assert "ValueError: made for a test" in program.window.message_area.texts()[0]
    assert "uncaught error" in caplog.text


def test_an_undetermined_element_has_no_points_until_they_are_given(
    busy_program: Program,
) -> None:
    busy_program.desk.select_element("C02")

    assert busy_program.window.element.score.text() == "–"


def test_a_new_verdict_takes_points_set_before_back(busy_program: Program) -> None:
    window, desk = busy_program.window, busy_program.desk
    desk.select_element("A12")
    window.element.score.setValue(3.5)
    window.actions_by_id["decide_missing"].trigger()

    assert window.element.score.value() == 0.0
    assert desk.current.decision("A12").verdict is Verdict.MISSING


def test_a_comment_is_kept_when_the_next_element_is_chosen(busy_program: Program) -> None:
    desk, window = busy_program.desk, busy_program.window
    desk.select_element("A12")
    window.element.comment.setPlainText("请补充案件数。")
    desk.select_element("A14")

    assert desk.current.decision("A12").comment == "请补充案件数。"
    assert window.element.comment.toPlainText() == ""


def test_a_comment_is_kept_when_another_report_is_chosen(busy_program: Program) -> None:
    desk, window = busy_program.desk, busy_program.window
    desk.select_element("A12")
    window.element.comment.setPlainText("请补充案件数。")
    desk.show(1)

    assert desk.reviews[0].decision("A12").comment == "请补充案件数。"


def test_a_comment_is_kept_when_the_window_closes(busy_program: Program) -> None:
    busy_program.desk.select_element("A12")
    busy_program.window.element.comment.setPlainText("请补充案件数。")
    busy_program.window.close()

    assert busy_program.desk.current.decision("A12").comment == "请补充案件数。"


def test_words_just_typed_survive_a_verdict_given_by_key(busy_program: Program) -> None:
    window, desk = busy_program.window, busy_program.desk
    desk.select_element("A12")
    window.element.comment.setPlainText("请补充案件数。")
    window.actions_by_id["decide_missing"].trigger()

    decision = desk.current.decision("A12")
    assert (decision.comment, decision.verdict) == ("请补充案件数。", Verdict.MISSING)
    assert window.element.comment.toPlainText() == "请补充案件数。"


def test_undoing_a_comment_shows_the_older_words(busy_program: Program) -> None:
    window, desk = busy_program.window, busy_program.desk
    desk.select_element("A12")
    window.element.comment.setPlainText("请补充案件数。")
    window.element.keep_comment()
    window.actions_by_id["undo"].trigger()

    assert window.element.comment.toPlainText() == ""


def test_the_comment_hands_the_focus_on_when_another_element_is_shown(
    busy_program: Program, qtbot: QtBot
) -> None:
    window, desk = busy_program.window, busy_program.desk
    qtbot.waitActive(window)
    desk.select_element("A12")
    window.actions_by_id["comment"].trigger()
    QTest.keyClick(window.element.comment, Qt.Key.Key_F8)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)

    assert desk.current.decision("A19").confirmed


def test_escape_leaves_the_comment(busy_program: Program, qtbot: QtBot) -> None:
    window = busy_program.window
    qtbot.waitActive(window)
    busy_program.desk.select_element("A12")
    window.actions_by_id["comment"].trigger()
    QTest.keyClick(window.element.comment, Qt.Key.Key_Escape)

    assert not window.element.comment.hasFocus()


def test_walking_keeps_to_what_the_filter_shows(busy_program: Program) -> None:
    window, desk = busy_program.window, busy_program.desk
    window.actions_by_id["filter_missing"].trigger()
    seen = []
    for _ in range(4):
        window.actions_by_id["next_flagged"].trigger()
        seen.append(desk.element_id)

    assert seen == ["A08", "A19", "C01", "A08"]


def test_an_exported_workbook_can_be_opened_from_the_message(
    busy_program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    busy_program.window.commands.questions.workbook = lambda suggested: "out/scores.xlsx"
    with qtbot.waitSignal(busy_program.tasks.idle):
        busy_program.window.actions_by_id["export"].trigger()
    busy_program.window.message_area.findChild(QPushButton).click()

    assert [url.toLocalFile() for url in opened] == ["out/scores.xlsx"]
    assert busy_program.window.message_area.texts() == []


def test_totals_follow_every_decision(busy_program: Program) -> None:
    window = busy_program.window
    before = window.scores.total.text()
    busy_program.desk.select_element("A12")
    window.actions_by_id["decide_present"].trigger()

    assert (before, window.scores.total.text()) == (
        "合计 19 / 31 分（61.3%）　一般",
        "合计 21 / 31 分（67.7%）　一般",
    )
    assert window.scores.parts.text() == "A 12/17   B 9/11   C 0/3"
    assert window.scores.undecided.text() == "未裁定 10 项"


def test_accepting_under_the_undecided_filter_goes_on_down_the_list(
    busy_program: Program,
) -> None:
    window, desk = busy_program.window, busy_program.desk
    window.actions_by_id["filter_undecided"].trigger()
    desk.select_element("A08")
    for _ in range(2):
        window.actions_by_id["accept"].trigger()

    assert desk.element_id == "A14"
    current = window.findings.view.currentIndex()
    assert current.data().startswith("A14")


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

    busy_program.window.commands.questions.workbook = answer
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
    window.commands.questions.workbook = lambda suggested: "scores.xlsx"
    with qtbot.waitSignal(busy_program.tasks.idle):
        window.actions_by_id["export"].trigger()
        desk.current.decide("A12", verdict=Verdict.PRESENT)

    exported = writer.written[0][0][0]
    assert exported.verdict("A12") is Verdict.WEAK


def test_recent_files_are_offered_newest_first(program: Program, qtbot: QtBot) -> None:
    open_paths(program, qtbot, "白鹭镇.txt")
    open_paths(program, qtbot, "柏溪乡.docx")
    program.window.recent_menu.aboutToShow.emit()
    names = [Path(action.text()).name for action in program.window.recent_menu.actions()]

    assert names == ["柏溪乡.docx", "白鹭镇.txt"]


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
