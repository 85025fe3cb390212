"""Going from element to element, and on to the next report."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.checklist import Verdict
from reviewer.gui.app import Program
from reviewer.gui.models.report_list import UNIT
from reviewer.review import Review


def trigger(program: Program, action_id: str) -> None:
    program.window.actions_by_id[action_id].trigger()


def here(program: Program) -> tuple[str, str]:
    """Return the report at hand and the selected element."""
    return program.desk.current.source, program.desk.element_id


def said(program: Program) -> list[str]:
    return program.window.message_area.texts()


def settle(review: Review) -> None:
    """Leave nothing undecided, weak or missing in a report."""
    for element in review.checklist.elements:
        review.decide(element.id, verdict=Verdict.PRESENT, confirmed=True)


@pytest.fixture
def settled(busy_program: Program) -> Program:
    """The first of two reports has nothing left to look at."""
    settle(busy_program.desk.reviews[0])
    return busy_program


@pytest.mark.parametrize(
    ("action_id", "words", "element_id"),
    [
        ("next_flagged", "白鹭镇：所列要素中没有弱项、缺项。", "A08"),
        ("previous_flagged", "白鹭镇：所列要素中没有弱项、缺项。", "C01"),
        ("next_weak", "白鹭镇：所列要素中没有弱项。", "A12"),
        ("next_missing", "白鹭镇：所列要素中没有缺项。", "A08"),
        ("next_undecided", "白鹭镇：所列要素已全部裁定。", "A01"),
        ("accept", "白鹭镇：所列要素已全部裁定。", "A01"),
    ],
)
def test_the_end_of_a_report_is_said_and_the_same_once_more_leads_to_the_next(
    settled: Program, action_id: str, words: str, element_id: str
) -> None:
    settled.desk.select_element("A14")
    trigger(settled, action_id)
    first, at_first = said(settled), here(settled)
    trigger(settled, action_id)

    assert first == [f"{words}再做一次即转到柏溪乡。"]
    assert at_first == ("白鹭镇.txt", "A14")
    assert here(settled) == ("柏溪乡.docx", element_id)
    assert said(settled) == []


def test_a_button_leads_to_the_next_report_too(settled: Program) -> None:
    trigger(settled, "next_flagged")
    buttons = settled.window.message_area.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "转到柏溪乡").click()

    assert here(settled) == ("柏溪乡.docx", "A08")


def test_where_no_other_report_has_any_the_end_alone_is_said(settled: Program) -> None:
    settle(settled.desk.reviews[1])
    for _ in range(2):
        trigger(settled, "next_flagged")

    assert said(settled) == ["白鹭镇：所列要素中没有弱项、缺项。"]
    assert here(settled) == ("白鹭镇.txt", "")


def test_who_turned_to_another_element_is_told_again_first(settled: Program) -> None:
    trigger(settled, "next_flagged")
    settled.desk.select_element("B01")
    left = said(settled)
    trigger(settled, "next_flagged")

    assert left == []
    assert here(settled) == ("白鹭镇.txt", "B01")
    assert len(said(settled)) == 1


def test_the_next_report_is_the_next_one_in_the_list(settled: Program, qtbot: QtBot) -> None:
    with qtbot.waitSignal(settled.tasks.idle):
        settled.opener.open_paths(["安宁乡.txt"])
    settled.desk.show(0)
    settled.window.report_list.sortByColumn(UNIT, Qt.SortOrder.DescendingOrder)
    for _ in range(2):
        trigger(settled, "next_flagged")
    downwards = here(settled)
    settled.desk.show(0)
    for _ in range(2):
        trigger(settled, "previous_flagged")

    assert downwards == ("柏溪乡.docx", "A08")
    assert here(settled) == ("安宁乡.txt", "C01")


def test_an_element_the_list_does_not_show_is_not_gone_to(settled: Program) -> None:
    trigger(settled, "filter_weak")
    for _ in range(2):
        trigger(settled, "next_flagged")

    assert here(settled) == ("柏溪乡.docx", "A12")


def test_what_was_said_goes_with_its_window(settled: Program) -> None:
    trigger(settled, "next_flagged")
    settled.set_theme("dark")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = said(settled)
    trigger(settled, "next_flagged")
    buttons = settled.window.message_area.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "转到柏溪乡").click()

    assert left == []
    assert here(settled) == ("柏溪乡.docx", "A08")
