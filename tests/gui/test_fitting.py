"""The first size of windows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.gui.app import Program
from reviewer.gui.fitting import resize_to_fit


def test_a_window_is_as_large_as_it_likes_where_the_screen_has_room(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    resize_to_fit(window, 300, 200)

    assert (window.width(), window.height()) == (300, 200)


def test_a_window_keeps_within_a_small_screen_with_its_title_bar(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    resize_to_fit(window, 9000, 9000)
    screen = window.screen().availableSize()

    assert window.width() < screen.width()
    assert window.height() + window.fontMetrics().height() < screen.height()


def test_the_window_first_fills_a_small_screen_and_shows_several_reports(
    busy_program: Program, qtbot: QtBot
) -> None:
    window = busy_program.window
    window.docks.restore("")
    window.docks.raise_panel("reports")
    view = window.report_list

    assert window.isMaximized()
    assert window.height() <= window.screen().availableSize().height()
    qtbot.waitUntil(lambda: view.viewport().height() >= 4 * view.sizeHintForRow(0))
