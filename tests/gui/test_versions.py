"""Newer versions of a report and two reports side by side."""

from __future__ import annotations

import gc
import operator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox
from pytestqt.qtbot import QtBot

from reviewer.compare.differences import DifferenceKind
from reviewer.compare.rows import Row, version_rows
from reviewer.gui.app import Program
from reviewer.gui.dialogs.side_by_side import SideBySide
from reviewer.gui.theme import load_theme
from reviewer.readers import text_report
from reviewer.report import Anchor, Span
from reviewer.review import Event, Kind, Review, Slot
from reviewer.support.errors import StoreError


def newer_version(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pipeline read a version in which a figure and a passage changed."""
    pipeline = program.opener._load_pipeline()
    first = pipeline.open

    def opened(path: str, encoding: str | None = None) -> Review:
        made = first("白鹭镇.txt")
        text = made.report.text.replace("排查矛盾纠纷83件", "排查矛盾纠纷85件")
        text = text.replace("一是执法力量不足，宣传手段单一，", "一是其他事情完全不一样了，")
        changed = replace(made.report, source=path, text=text, digest="newer")
        return Review(changed, made.outline, made.findings.values(), made.checklist)

    monkeypatch.setattr(pipeline, "open", opened)


def compared(program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> SideBySide:
    newer_version(program, monkeypatch)
    program.window.questions.newer = lambda older: "白鹭镇（修改稿）.txt"
    program.window.actions_by_id["replace_report"].trigger()
    qtbot.waitUntil(lambda: program.window.findChild(SideBySide) is not None)
    return program.window.findChild(SideBySide)


def decide_on_evidence(program: Program) -> None:
    text = program.desk.current.report.text
    start = text.index("宣传手段单一")
    program.desk.select_element("B02")
    program.desk.decide(evidence=(Anchor.of(text, Span(start, start + 6)),), comment="照旧。")


def test_a_newer_version_is_shown_beside_the_old_one_with_what_finds_no_place(
    busy_program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide_on_evidence(busy_program)
    dialog = compared(busy_program, qtbot, monkeypatch)

    assert "85件" in dialog.right.toPlainText()
    assert "83件" in dialog.left.toPlainText()
    assert [dialog.lost.item(i).text() for i in range(dialog.lost.count())] == ["B02 宣传手段单一"]
    dialog.next_change()
    assert "85件" in dialog.right.textCursor().block().text()
    dialog.reject()
    assert "83件" in busy_program.desk.current.report.text


def test_a_newer_version_takes_the_place_and_decisions_stay(
    busy_program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide_on_evidence(busy_program)
    dialog = compared(busy_program, qtbot, monkeypatch)
    role = QDialogButtonBox.ButtonRole.AcceptRole
    next(b for b in dialog.buttons.buttons() if dialog.buttons.buttonRole(b) is role).click()
    desk = busy_program.desk

    assert len(desk.reviews) == 2
    assert "85件" in desk.current.report.text
    assert desk.current.decision("B02").comment == "照旧。"
    assert desk.element_id == "B02"
    said = "".join(busy_program.window.message_area.texts())
    assert "白鹭镇（修改稿）.txt" in said
    assert "撤销" in said
    ruling = desk.current.rulings[Slot(Kind.VERSION)]
    assert (ruling.by, ruling.at is None) == ("周晓", False)
    desk.undo()
    qtbot.waitUntil(lambda: desk.current is not None)
    assert "83件" in desk.current.report.text
    assert "白鹭镇（修改稿）.txt" not in "".join(busy_program.window.message_area.texts())


def test_each_button_beside_a_newer_version_has_its_own_key(
    busy_program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = compared(busy_program, qtbot, monkeypatch)
    buttons = dialog.findChildren(QAbstractButton)
    keys = [keys for button in buttons if (keys := button.shortcut().toString())]

    assert len(keys) == 3
    assert len(set(keys)) == 3


def test_no_newer_version_is_offered_of_a_report_taken_off_the_list_meanwhile(
    busy_program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer_version(busy_program, monkeypatch)
    busy_program.window.questions.newer = lambda older: "白鹭镇（修改稿）.txt"
    busy_program.window.actions_by_id["replace_report"].trigger()
    busy_program.window.commands.file.close_report()
    qtbot.waitUntil(lambda: not busy_program.busy)
    assert busy_program.window.findChild(SideBySide) is None


@pytest.fixture
def read_otherwise(program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Program:
    """A report that was decided on and taken off the list, and then is read otherwise."""
    open_first(program, qtbot)
    decide_on_evidence(program)
    program.window.commands.file.close_report()
    pipeline = program.opener._load_pipeline()
    first = pipeline.open

    def opened(path: str, encoding: str | None = None) -> Review:
        made = first(path)
        text = made.report.text.replace("一是执法力量不足，宣传手段单一，", "一是执法力量不足，")
        changed = replace(made.report, text=text)
        return Review(changed, made.outline, made.findings.values(), made.checklist)

    monkeypatch.setattr(pipeline, "open", opened)
    return program


def open_first(program: Program, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths(["白鹭镇.txt"])
    qtbot.waitUntil(lambda: program.desk.current is not None)


def kept_text(program: Program) -> str:
    """Return the text the project goes by."""
    return program.keeper.project.report(program.desk.reviews[0].key).text


def test_a_file_that_is_read_otherwise_when_it_comes_back_shows_the_text_that_is_kept(
    read_otherwise: Program, qtbot: QtBot
) -> None:
    program, desk = read_otherwise, read_otherwise.desk
    open_first(program, qtbot)
    assert "宣传手段单一" not in desk.current.report.text
    assert kept_text(program) == desk.current.report.text
    assert desk.current.decision("B02").comment == "照旧。"
    assert len(desk.current.lost) == 1
    assert any("白鹭镇.txt" in text for text in program.window.message_area.texts())

    desk.undo()
    qtbot.waitUntil(lambda: desk.current is not None)
    assert "宣传手段单一" in desk.current.report.text
    assert kept_text(program) == desk.current.report.text
    assert desk.current.lost == ()
    assert not any("白鹭镇.txt" in text for text in program.window.message_area.texts())


def test_a_file_that_is_read_otherwise_shows_the_text_kept_where_one_may_only_look(
    read_otherwise: Program, qtbot: QtBot
) -> None:
    program, desk = read_otherwise, read_otherwise.desk
    program.keeper.project.read_only = True
    open_first(program, qtbot)
    assert "宣传手段单一" in desk.current.report.text
    assert kept_text(program) == desk.current.report.text
    assert any("白鹭镇.txt" in text for text in program.window.message_area.texts())


@pytest.mark.parametrize("again", ["首稿.txt", "修改稿.txt"])
def test_an_earlier_version_that_is_opened_again_is_said_to_be_one(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, again: str
) -> None:
    pipeline = program.opener._load_pipeline()
    first = pipeline.open

    def opened(path: str, encoding: str | None = None) -> Review:
        made = first("白鹭镇.txt")
        text = made.report.text.replace("排查矛盾纠纷83件", f"排查矛盾纠纷{len(path)}件")
        changed = replace(made.report, source=path, text=text, digest=path)
        return Review(changed, made.outline, made.findings.values(), made.checklist)

    monkeypatch.setattr(pipeline, "open", opened)
    desk = program.desk
    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths(["首稿.txt"])
    for newer in ("修改稿.txt", "最后定稿.txt"):
        program.window.questions.newer = lambda older, newer=newer: newer
        program.window.actions_by_id["replace_report"].trigger()
        qtbot.waitUntil(lambda: program.window.findChild(SideBySide) is not None)
        dialog = program.window.findChild(SideBySide)
        dialog.accept()
        dialog.setParent(None)
    text = desk.current.report.text
    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths([again])
    qtbot.waitUntil(lambda: desk.current is not None)
    told = [message.text for message in program.messages.about("")]

    assert len(desk.reviews) == len(program.keeper.project.entries) == 1
    assert desk.current.report.text == text
    assert any(f"{again}是" in one and "旧版本" in one and "最后定稿.txt" in one for one in told)
    desk.undo()
    qtbot.waitUntil(lambda: desk.current is not None)
    assert not any("旧版本" in text for text in program.window.message_area.texts())


def test_undo_of_another_encoding_takes_the_choice_for_the_file_back_too(
    busy_program: Program, qtbot: QtBot
) -> None:
    desk, keeper = busy_program.desk, busy_program.keeper
    digest = desk.current.report.digest
    with qtbot.waitSignal(busy_program.tasks.idle):
        busy_program.window.commands.file.reopen_as("big5")
    assert (desk.current.report.encoding, keeper.encodings()[digest]) == ("big5", "big5")
    desk.undo()
    qtbot.waitUntil(lambda: desk.current is not None)
    assert desk.current.report.encoding == "gb18030"
    assert keeper.encodings()[digest] == "gb18030"
    desk.redo()
    qtbot.waitUntil(lambda: desk.current is not None)
    assert desk.current.report.encoding == "big5"
    assert keeper.encodings()[digest] == "big5"


def test_undo_of_another_encoding_shows_the_old_text_while_the_file_is_busy(
    busy_program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, project = busy_program.desk, busy_program.keeper.project
    with qtbot.waitSignal(busy_program.tasks.idle):
        busy_program.window.commands.file.reopen_as("big5")

    def busy(event: Event) -> None:
        raise StoreError("project-busy", path=project.path)

    with monkeypatch.context() as patch:
        patch.setattr(project, "_write", busy)
        desk.undo()
    qtbot.waitUntil(lambda: desk.current is not None)
    assert desk.current.report.encoding == "gb18030"
    busy_program.opener.keep_briefs()  # of the old text, while the new one counts on disk
    assert {entry.brief for entry in project.entries} == {"{}"}
    project.retry()
    desk.redo()
    qtbot.waitUntil(lambda: desk.current is not None)
    assert desk.current.report.encoding == "big5"


def test_both_sides_scroll_together_unless_told_otherwise(qtbot: QtBot) -> None:
    rows = [Row(DifferenceKind.SAME, f"第{n}段" * 40, f"第{n}段") for n in range(200)]
    dialog = SideBySide(("左", "右"), rows, load_theme("light"))
    qtbot.addWidget(dialog)
    dialog.show()
    bar = dialog.left.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    left, right = (v.firstVisibleBlock().blockNumber() for v in (dialog.left, dialog.right))
    dialog.together.setChecked(False)
    bar.setValue(0)

    assert left == right > 20
    assert dialog.right.firstVisibleBlock().blockNumber() == right


def test_a_small_change_is_marked_in_a_tinted_paragraph(qtbot: QtBot) -> None:
    part = (Span(2, 4),)
    rows = [
        Row(DifferenceKind.SAME, "甲", "甲"),
        Row(DifferenceKind.CHANGED, "排查83件", "排查85件", part, part),
    ]
    theme = load_theme("light")
    dialog = SideBySide(("左", "右"), rows, theme)
    qtbot.addWidget(dialog)
    marks = [
        (mark.cursor.selectedText(), mark.format.background().color())
        for mark in dialog.left.extraSelections()
    ]

    assert marks == [("排查83件", theme.color("slate_tint")), ("83", theme.color("weak_tint"))]


def test_texts_side_by_side_have_the_pitch_of_the_report(qtbot: QtBot) -> None:
    dialog = SideBySide(
        ("左", "右"), [Row(DifferenceKind.SAME, "段" * 200, "段")], load_theme("light")
    )
    qtbot.addWidget(dialog)
    dialog.show()
    layout = dialog.left.document().firstBlock().layout()
    em = dialog.left.fontMetrics().horizontalAdvance("段")

    assert layout.lineAt(1).y() - layout.lineAt(0).y() > 1.7 * em


def test_texts_side_by_side_are_there_as_long_as_their_dialog(qtbot: QtBot) -> None:
    rows = version_rows(text_report("甲", "甲.txt"), text_report("乙", "乙.txt"))
    dialog = SideBySide(("旧", "新"), rows, load_theme("light"))
    qtbot.addWidget(dialog)
    gone: list[str] = []
    for side in (dialog.left, dialog.right):
        side.document().destroyed.connect(lambda: gone.append("a text"))
    dialog.show()
    gc.collect()
    assert gone == []


def test_two_reports_of_the_list_are_shown_side_by_side(busy_program: Program) -> None:
    busy_program.window.actions_by_id["side_by_side"].trigger()
    dialog = busy_program.window.findChild(SideBySide)
    shown = (dialog.left.toPlainText(), dialog.right.toPlainText())
    offers_differences = dialog.next.isVisible()
    dialog.close()

    assert "白鹭镇2025" in shown[0]
    assert "柏溪乡2025" in shown[1]
    assert not offers_differences


@pytest.mark.parametrize("changed", [{}, {"format": "docx", "digest": "another file"}])
def test_the_same_text_under_another_name_is_told_and_listed_once(
    busy_program: Program,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    changed: dict[str, str],
) -> None:
    pipeline = busy_program.opener._load_pipeline()
    first = pipeline.open

    def opened(path: str, encoding: str | None = None) -> Review:
        made = first("白鹭镇.txt")
        same = replace(made.report, source=path, **changed)
        return Review(same, made.outline, made.findings.values(), made.checklist)

    monkeypatch.setattr(pipeline, "open", opened)
    listed = list(busy_program.desk.reviews)
    busy_program.opener.open_paths(["副本.txt"])
    qtbot.waitUntil(lambda: any("正文相同" in m.text for m in busy_program.messages.about("")))

    assert len(busy_program.desk.reviews) == 2
    if changed:  # what is known of the report stays: it need not be judged anew
        assert all(map(operator.is_, busy_program.desk.reviews, listed))
