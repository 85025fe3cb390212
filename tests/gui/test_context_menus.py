"""What a click with the right button offers in the text and in the outline."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from reviewer.gui.app import Program
from reviewer.outline import HeadingLevel, SectionPart


def entries(menu: QMenu) -> list[str]:
    return [action.objectName() for action in menu.actions() if not action.isSeparator()]


def place_of(program: Program, words: str) -> QPoint:
    """Return where `words` begin in the text on the screen."""
    text = program.window.text
    start = program.desk.current.report.text.index(words)
    return text.cursorRect(text.cursor_at(start)).center()


def open_menu(program: Program, point: QPoint) -> QMenu:
    program.window.text.customContextMenuRequested.emit(point)
    return program.window.page.findChild(QMenu)


def test_the_text_offers_evidence_and_headings_for_the_place_under_the_mouse(
    busy_program: Program,
) -> None:
    busy_program.desk.select_element("A08", jump=False)
    menu = open_menu(busy_program, place_of(busy_program, "办好法治讲堂"))
    shown = menu.isVisible()
    menu.close()
    busy_program.window.actions_by_id["heading_3"].trigger()
    said = [ruling.said for ruling in busy_program.desk.current.rulings.values()]

    assert shown
    assert {"add_evidence", "heading_1", "join_line", "part_line", "find"} <= set(entries(menu))
    assert [one.level for one in said if isinstance(one, HeadingLevel)] == [3]
    assert "办好法治讲堂" in said[0].place.quote


def test_the_text_offers_the_parts_for_the_section_under_the_mouse(busy_program: Program) -> None:
    menu = open_menu(busy_program, place_of(busy_program, "办好法治讲堂"))
    menu.close()
    parts = [entries(action.menu()) for action in menu.actions() if action.menu()]
    assert parts == [["part_results", "part_shortcomings", "part_leaders", "part_plan"]]

    busy_program.window.actions_by_id["part_results"].trigger()
    said = [ruling.said for ruling in busy_program.desk.current.rulings.values()]
    assert [one.part for one in said if isinstance(one, SectionPart)] == ["results"]


def test_selected_words_stay_selected_for_the_menu(busy_program: Program) -> None:
    text = busy_program.window.text
    cursor = text.cursor_at(busy_program.desk.current.report.text.index("执法力量不足"))
    cursor.movePosition(cursor.MoveOperation.Right, cursor.MoveMode.KeepAnchor, 6)
    text.setTextCursor(cursor)
    menu = open_menu(busy_program, place_of(busy_program, "全年排查"))
    menu.close()

    assert text.textCursor().selectedText() == "执法力量不足"
    copy = next(action for action in menu.actions() if action.text().startswith("复制"))
    assert copy.isEnabled()


def test_the_outline_offers_corrections_of_the_section_under_the_mouse(
    busy_program: Program,
) -> None:
    tree = busy_program.window.section_tree
    index = tree.model().index(tree.model().rowCount() - 2, 0)
    QTest.mouseClick(
        tree.viewport(), Qt.MouseButton.RightButton, pos=tree.visualRect(index).center()
    )

    assert busy_program.desk.place == busy_program.desk.current.report.text.index("三、下一")
    names = {action.objectName() for action in tree.actions()}
    assert tree.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    assert {"heading_2", "no_heading", "part_line"} <= names
    parts = next(action.menu() for action in tree.actions() if action.menu())
    assert entries(parts) == ["part_results", "part_shortcomings", "part_leaders", "part_plan"]
