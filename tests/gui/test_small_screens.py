"""Nothing is clipped on the screens that county offices have."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from reviewer.checking import Evidence
from reviewer.checklist import Verdict
from reviewer.gui.app import Program
from reviewer.gui.arranging import Room, room_of
from reviewer.gui.main_window import MainWindow
from reviewer.gui.views.text_layout import least_room
from reviewer.report import Span
from reviewer.support.messages import Language

# Pixels of the screen, scaling, rows of the element list that must be in sight.
SCREENS = (
    (1366, 768, 1.0, 7),
    (1366, 768, 1.25, 8),
    (1366, 768, 1.5, 7),
    (1366, 768, 2.0, 4),
    (1920, 1080, 1.0, 12),
    (1920, 1080, 1.5, 7),
)
TASK_BAR, TITLE_BAR = 40, 30  # of Windows, not scaled


@pytest.fixture(params=SCREENS, ids=lambda screen: "{}x{} at {:.0%}".format(*screen))
def screen(request: pytest.FixtureRequest) -> tuple[int, int, float, int]:
    return request.param


@pytest.fixture(params=["zh", "en"])
def window(
    busy_program: Program, screen: tuple[int, int, float, int], request: pytest.FixtureRequest
) -> Iterator[MainWindow]:
    """The window as large as it can be on a screen, with an element selected."""
    busy_program.set_language(request.param)
    width, height, scale, _ = screen
    window = busy_program.window
    grow(window, QSize(int(width / scale), int(height / scale) - TASK_BAR - TITLE_BAR))
    busy_program.desk.select_element("A12")
    QApplication.processEvents()
    return window


def grow(window: MainWindow, size: QSize) -> None:
    for _ in range(3):  # what one arrangement does not allow, the next may
        window.resize(size)
        QApplication.processEvents()


def test_everything_has_its_room(window: MainWindow, screen: tuple[int, int, float, int]) -> None:
    width, height, scale, rows = screen
    elements = window.findings.view

    assert window.width() <= width / scale
    assert window.height() <= height / scale - TASK_BAR - TITLE_BAR
    assert window.text.viewport().width() >= least_room(window.text.font())
    assert elements.viewport().height() >= rows * elements.sizeHintForRow(0)
    assert [name_of(button) for button in buttons(window) if not is_whole(button)] == []
    (decisions,) = (
        row for row in (window.element.decision, window.strip.decision) if in_sight(row.score)
    )
    assert in_sight(decisions.accept)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_first_unused_fact_is_in_sight_beside_a_missing_element(
    busy_program: Program, language: Language
) -> None:
    busy_program.set_language(language)
    window, review = busy_program.window, busy_program.desk.current
    grow(window, QSize(1366, 768 - TASK_BAR - TITLE_BAR))
    quote = "平台由综治中心专人盯着，每天早上9点把前一天的情况发给各村，月底算总账。"
    fact = Evidence(Span(0, 4), quote, ("六、解“人少地宽看不住”",))
    parts = SimpleNamespace(at=lambda at: frozenset())
    busy_program.notes.notes = SimpleNamespace(unclaimed={"A19": (fact,)}, parts=parts)
    busy_program.desk.select_element("A19")
    QApplication.processEvents()
    page = window.element.text
    fact_begins = page.document().find("综治中心")

    assert review.verdict("A19") is Verdict.MISSING
    assert page.viewport().rect().contains(page.cursorRect(fact_begins))


def test_a_list_with_nothing_to_show_says_so(busy_program: Program) -> None:
    window, desk = busy_program.window, busy_program.desk
    for element_id in ("A08", "A19", "C01"):
        desk.select_element(element_id)
        desk.decide(verdict=Verdict.PRESENT)
    window.actions_by_id["filter_missing"].trigger()
    said = window.findings.nothing.isVisible(), window.findings.nothing.text()
    window.actions_by_id["filter_all"].trigger()

    assert said == (True, "本报告没有缺项。")
    assert window.findings.view.isVisible()


@pytest.mark.parametrize("ems", [QSize(80, 40), QSize(58, 30), QSize(40, 20)])
def test_the_tab_key_goes_round_what_is_in_sight(busy_program: Program, ems: QSize) -> None:
    window = busy_program.window
    grow(window, ems * window.fontMetrics().height())
    busy_program.desk.select_element("A12")
    QApplication.processEvents()
    window.text.setFocus()
    been: list[QWidget] = []
    while window.focusWidget() not in been:
        been.append(window.focusWidget())
        QTest.keyClick(been[-1], Qt.Key.Key_Tab)

    assert [name_of(widget) for widget in been if not in_sight(widget)] == []
    assert window.findings.view in been
    assert len(been) > 10


def test_a_comment_can_be_written_from_behind_another_panel(busy_program: Program) -> None:
    window = busy_program.window
    grow(window, QSize(40, 20) * window.fontMetrics().height())
    busy_program.desk.select_element("A12")
    window.actions_by_id["comment"].trigger()
    QApplication.processEvents()

    assert in_sight(window.element.comment)
    assert window.element.comment.hasFocus()


def test_selecting_the_first_element_moves_no_panel(busy_program: Program) -> None:
    window, desk = busy_program.window, busy_program.desk
    grow(window, QSize(75, 38) * window.fontMetrics().height())
    desk.select_element("")
    before = places(window)
    desk.select_element("A02")
    QApplication.processEvents()

    assert places(window) == before


def test_a_window_made_smaller_takes_other_places_and_finds_its_own_again(
    busy_program: Program,
) -> None:
    window, em = busy_program.window, busy_program.window.fontMetrics().height()
    docks = window.docks
    grow(window, QSize(em * 80, em * 40))
    docks.by_name["reports"].close()
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, docks.by_name["element"])
    grow(window, QSize(em * 58, em * 30))
    between = docks.room, docks.by_name["reports"].isHidden()
    grow(window, QSize(em * 80, em * 40))

    assert between == (Room.MEDIUM, False)
    assert docks.room is Room.WIDE
    assert docks.by_name["reports"].isHidden()
    left = Qt.DockWidgetArea.LeftDockWidgetArea
    assert window.dockWidgetArea(docks.by_name["element"]) == left


def test_places_for_every_size_are_remembered(busy_program: Program) -> None:
    window, em = busy_program.window, busy_program.window.fontMetrics().height()
    for size in (QSize(em * 80, em * 40), QSize(em * 40, em * 20)):
        grow(window, size)
        window.docks.by_name["sections"].close()
    grow(window, QSize(em * 58, em * 30))
    busy_program.set_language("en")
    hidden = []
    for size in (QSize(em * 80, em * 40), QSize(em * 58, em * 30), QSize(em * 40, em * 20)):
        grow(busy_program.window, size)
        hidden.append(busy_program.window.docks.by_name["sections"].isHidden())

    assert hidden == [True, False, True]


@pytest.mark.parametrize("layout", ["rubbish", "rubbish rubbish", "a b:c wide:d", "a wide:"])
def test_a_layout_that_says_nothing_leaves_the_panels_as_at_first(
    busy_program: Program, layout: str
) -> None:
    docks = busy_program.window.docks
    docks.restore(layout)

    assert not any(dock.isHidden() for dock in docks.by_name.values())


def test_tabs_are_where_panels_stand_behind_one_another_and_nowhere_else(
    program: Program,
) -> None:
    window, em = program.window, program.window.fontMetrics().height()
    shown = []
    for size in (QSize(40, 20), QSize(80, 40), QSize(58, 30), QSize(40, 20)):
        grow(window, size * em)
        window.docks.arrange()
        QApplication.processEvents()
        bars = [bar for bar in window.findChildren(QTabBar) if bar.parent() is window]
        shown.append([bar.count() for bar in bars if bar.isVisible()])

    assert shown == [[5], [2], [4], [5]]
    whole = Qt.TextElideMode.ElideNone
    bars = window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert {bar.elideMode() for bar in bars if bar.isVisible()} == {whole}


def test_reading_hides_the_decisions_of_a_small_window_too(
    busy_program: Program, qtbot: QtBot
) -> None:
    window, em = busy_program.window, busy_program.window.fontMetrics().height()
    grow(window, QSize(em * 40, em * 20))
    shown = []
    for _ in range(2):
        window.actions_by_id["reading_mode"].trigger()
        shown.append(window.strip.isVisible())

    assert shown == [False, True]


def test_room_is_told_by_width_and_height() -> None:
    sizes = (QSize(66, 32), QSize(65, 32), QSize(66, 31), QSize(54, 22), QSize(53, 40))

    assert [room_of(size * 20, 20).value[0] for size in sizes] == ["w", "m", "m", "m", "s"]


def buttons(window: QWidget) -> list[QAbstractButton]:
    """Return the buttons in sight that are the program's own."""
    found = [b for b in window.findChildren(QAbstractButton) if b.isVisible()]
    return [b for b in found if not isinstance(b.parentWidget(), QTabBar) and not is_behind(b)]


def is_behind(widget: QWidget) -> bool:
    """Tell whether a panel behind another one holds `widget`; Qt puts it off the window."""
    around = widget
    while around is not None and not isinstance(around, QDockWidget):
        around = around.parentWidget()
    return around is not None and not around.window().rect().intersects(around.geometry())


def is_whole(button: QAbstractButton) -> bool:
    needed = button.sizeHint()
    return (
        button.width() >= needed.width() and button.height() >= needed.height() and in_sight(button)
    )


def in_sight(widget: QWidget) -> bool:
    """Tell whether no edge of anything around `widget` cuts it off."""
    around = widget.parentWidget()
    while around is not None and around.isVisible():
        area = QRect(widget.mapTo(around, widget.rect().topLeft()), widget.size())
        if not around.rect().contains(area):
            return False
        if around.isWindow():
            return widget.isVisible()
        around = around.parentWidget()
    return False


def places(window: MainWindow) -> dict[str, QRect]:
    return {dock.objectName(): dock.geometry() for dock in window.findChildren(QDockWidget)}


def name_of(widget: QWidget) -> str:
    return widget.accessibleName() or widget.objectName() or getattr(widget, "text", str)()
