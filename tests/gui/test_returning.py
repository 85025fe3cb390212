"""A project that is opened again shows what was at hand when it was left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from reviewer.gui.app import Program
from reviewer.gui.spots import Spot, spot_in, with_spot
from reviewer.project import Project
from reviewer.settings import Settings


@pytest.fixture
def opened(program: Program, qtbot: QtBot) -> Program:
    """The program with three reports in a window that shows a few of their lines."""
    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths([f"{unit}.txt" for unit in ("白鹭镇", "柏溪乡", "青溪镇")])
    program.window.resize(program.window.width(), program.window.minimumSizeHint().height())
    for _ in range(6):
        program.window.actions_by_id["zoom_in"].trigger()
    return program


def leave_and_return(program: Program, qtbot: QtBot) -> None:
    path = program.keeper.project.path
    program.projects._clear()
    program.keeper.project.close()
    program.projects._use(Project.open(path))
    qtbot.waitUntil(lambda: program.desk.current is not None and not program.busy)


def topmost(program: Program) -> int:
    text = program.window.text
    return text.positions.from_qt(text.cursorForPosition(QPoint(0, 1)).position())


def read_in_the_middle(program: Program, qtbot: QtBot) -> None:
    program.desk.show(1)
    program.desk.select_element("B02")
    bar = program.window.text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    qtbot.waitUntil(lambda: program.desk.top > 0)


def test_report_element_and_place_are_at_hand_again(opened: Program, qtbot: QtBot) -> None:
    desk = opened.desk
    read_in_the_middle(opened, qtbot)
    before = desk.current.source, desk.element_id, topmost(opened)
    zoom = opened.preferences.settings.zoom

    leave_and_return(opened, qtbot)
    assert (desk.current.source, desk.element_id, topmost(opened)) == before
    assert opened.preferences.settings.zoom == zoom


def test_a_change_of_colours_leaves_the_place_in_the_text(opened: Program, qtbot: QtBot) -> None:
    desk = opened.desk
    read_in_the_middle(opened, qtbot)
    before = desk.row, desk.element_id, desk.top
    opened.set_theme("dark")
    with qtbot.waitSignal(opened.window.text.drawn):
        opened.window.resize(opened.window.width(), opened.window.minimumSizeHint().height())

    assert (desk.row, desk.element_id, topmost(opened)) == before


def test_the_end_of_the_program_is_a_leaving_too(opened: Program, saved: list[Settings]) -> None:
    opened.desk.show(2)
    opened.desk.select_element("A12")
    opened.projects.note_spot()
    opened.preferences.write()
    path = str(opened.keeper.project.path)
    spot = spot_in(saved[-1].left_at, path)
    assert (spot.key, spot.element) == (opened.desk.reviews[2].key, "A12")


def test_what_is_not_in_the_project_any_more_leaves_the_first_report_at_hand(
    opened: Program, qtbot: QtBot
) -> None:
    opened.desk.show(2)
    key = opened.desk.reviews[2].key
    opened.projects.note_spot()
    opened.keeper.remove([key])
    opened.desk.close(2)
    kept = opened.preferences.settings.left_at
    leave_and_return(opened, qtbot)
    opened.preferences.change(left_at=kept)
    leave_and_return(opened, qtbot)
    assert opened.desk.row in (0, 1)


def test_a_project_left_while_a_report_is_being_judged_returns_to_where_one_wanted_to_be(
    opened: Program, qtbot: QtBot
) -> None:
    leave_and_return(opened, qtbot)
    opened.desk.show(2)
    opened.desk.select_element("A12")
    assert opened.desk.waiting
    leave_and_return(opened, qtbot)
    assert (opened.desk.row, opened.desk.element_id) == (2, "A12")


def test_spots_are_kept_by_project_and_not_for_ever() -> None:
    kept: tuple[str, ...] = ()
    for number in range(20):
        kept = with_spot(kept, f"/甲/{number}.review", Spot("ab12", "A01", number))
    kept = with_spot(kept, "/甲/19.review", Spot("cd34"))
    assert len(kept) == 12
    assert spot_in(kept, "/甲/18.review") == Spot("ab12", "A01", 18)
    assert spot_in(kept, "/甲/19.review") == Spot("cd34", "", 0)
    assert spot_in(kept, "/甲/0.review") is None
    assert spot_in(("damaged", "a\tb\tc\t/甲"), "/甲") is None


def test_the_examples_have_a_project_of_their_own(
    opened: Program, qtbot: QtBot, tmp_path: Path, saved: list
) -> None:
    own = opened.keeper.project.path
    opened.projects._data = tmp_path
    opened.window.actions_by_id["open_examples"].trigger()
    qtbot.waitUntil(lambda: len(opened.desk.reviews) == 2 and not opened.busy)
    assert opened.projects.trying
    assert "示例" in opened.window.windowTitle()
    assert any("示例" in text for text in opened.window.message_area.texts())
    opened.desk.select_element("A12")
    opened.desk.decide(confirmed=True)
    opened.projects.back_up()
    settings = opened.preferences.settings
    assert settings.project == ""
    assert not any("example" in path for path in (*settings.recent, *settings.recent_projects))

    opened.preferences.change(project=str(own))
    opened.window.commands.file.open_paths(["云溪镇.docx"])
    qtbot.waitUntil(lambda: not opened.busy)
    assert opened.keeper.project.path == own
    assert len(opened.desk.reviews) == 4


def test_the_examples_begin_anew_each_time(opened: Program, qtbot: QtBot, tmp_path: Path) -> None:
    opened.projects._data = tmp_path
    opened.projects.open_examples()
    qtbot.waitUntil(lambda: len(opened.desk.reviews) == 2 and not opened.busy)
    opened.desk.select_element("A12")
    opened.desk.decide(confirmed=True)
    opened.projects.leave_examples()
    assert not opened.projects.trying
    opened.projects.open_examples()
    qtbot.waitUntil(lambda: len(opened.desk.reviews) == 2 and not opened.busy)
    assert not opened.desk.reviews[0].rulings
    opened.projects.open_examples()
    assert len(opened.desk.reviews) == 2
