"""The Qt models over the desk keep the rules of models and show what the reviews say."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reviewer.checklist import Verdict
from reviewer.gui.app import Program
from reviewer.gui.desk import Desk
from reviewer.gui.indexing import TextIndex
from reviewer.gui.judging import Judging
from reviewer.gui.messages import MessageCenter
from reviewer.gui.models.findings import (
    VERDICT,
    ElementFilter,
    FindingsFilter,
    FindingsModel,
)
from reviewer.gui.models.report_list import ReportFilter, ReportListModel
from reviewer.gui.models.section_tree import SectionTreeModel
from reviewer.gui.noting import NoteTaker
from reviewer.gui.preferences import Preferences
from reviewer.gui.tasks import Tasks
from reviewer.gui.theme import load_theme
from reviewer.review import Review
from reviewer.settings import Settings
from reviewer.support.messages import load_messages

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def desk(busy_program: Program) -> Desk:
    return busy_program.desk


@pytest.fixture
def notes(busy_program: Program) -> NoteTaker:
    return busy_program.notes


def rows(model: QAbstractItemModel, parent: QModelIndex | None = None) -> list[Any]:
    """Return the texts of a model: a tuple for a row, followed by a list where it has children."""
    parent = parent or QModelIndex()
    found: list[Any] = []
    for row in range(model.rowCount(parent)):
        indexes = [model.index(row, column, parent) for column in range(model.columnCount(parent))]
        found.append(tuple(model.data(index) for index in indexes))
        below = rows(model, indexes[0])
        if below:
            found.append(below)
    return found


def report_list(desk: Desk) -> ReportListModel:
    preferences = Preferences(Settings(), lambda settings: None, lambda error: None)
    messages = MessageCenter(load_messages("en"))
    index = TextIndex(desk, Judging(desk, Tasks(), messages), messages)
    return ReportListModel(desk, load_theme("light"), preferences, index)


def work_through(desk: Desk, review: Review) -> None:
    """Do everything that makes a model tell of changes."""
    desk.select_element("A12")
    desk.decide(verdict=Verdict.MISSING, confirmed=True)
    desk.current.undo()
    desk.show(1)
    desk.add(review)
    desk.close(0)
    desk.close(0)


def test_the_report_list_keeps_the_rules_of_models(desk: Desk, review: Review) -> None:
    model = report_list(desk)
    shown = ReportFilter(model)
    testers = [QAbstractItemModelTester(m, FATAL) for m in (model, shown)]
    for words in ("柏溪", "没有的词", ""):
        shown.look_for(words)
    work_through(desk, review)

    assert len(testers) == 2
    assert shown.rowCount() == model.rowCount() == 0


def test_the_section_tree_keeps_the_rules_of_models(
    desk: Desk, notes: NoteTaker, review: Review
) -> None:
    model = SectionTreeModel(desk, notes)
    tester = QAbstractItemModelTester(model, FATAL)
    work_through(desk, review)

    assert tester.model() is model
    assert model.rowCount() == 0


def test_the_findings_and_their_filter_keep_the_rules_of_models(desk: Desk, review: Review) -> None:
    model = FindingsModel(desk, load_theme("light"))
    shown = FindingsFilter(model)
    testers = [QAbstractItemModelTester(m, FATAL) for m in (model, shown)]
    for wanted in ElementFilter:
        shown.set_filter(wanted)
        desk.select_element("A12")
        desk.decide(verdict=Verdict.MISSING)
        desk.decide(verdict=None)
    work_through(desk, review)

    assert len(testers) == 2
    assert shown.rowCount() == 0


def test_a_report_shows_unit_year_scores_and_counts(desk: Desk) -> None:
    assert rows(report_list(desk))[0] == (
        "白鹭镇",
        "",
        "2025",
        "未开始",
        "19",
        "61.3%",
        "2",
        "3",
        "",
    )


def test_a_decision_changes_the_report_list_at_once(qtbot: QtBot, desk: Desk) -> None:
    model = report_list(desk)
    desk.select_element("A12")
    with qtbot.waitSignal(model.dataChanged):
        desk.decide(verdict=Verdict.PRESENT)

    assert rows(model)[0] == ("白鹭镇", "", "2025", "评查中", "21", "67.7%", "1", "3", "")


def test_sections_tell_what_is_weak_or_missing_in_them(desk: Desk, notes: NoteTaker) -> None:
    assert rows(SectionTreeModel(desk, notes)) == [
        ("标题与开头", ""),
        ("一、主要举措和成效", "弱1 缺2"),
        [("（一）学法用法", ""), ("（二）规范执法", "弱1"), ("（三）化解纠纷", "")],
        ("二、存在的不足和原因", "弱1"),
        ("三、下一年度主要安排", "缺1"),
        ("落款与日期", ""),
    ]


def test_an_overruled_verdict_leaves_the_section_tree(
    desk: Desk, notes: NoteTaker, qtbot: QtBot
) -> None:
    model = SectionTreeModel(desk, notes)
    desk.select_element("C01")
    with qtbot.waitSignal(model.dataChanged):
        desk.decide(verdict=Verdict.PRESENT)

    assert ("三、下一年度主要安排", "") in rows(model)


def test_many_decisions_at_once_are_told_once(desk: Desk, qtbot: QtBot) -> None:
    model = FindingsModel(desk, load_theme("light"))
    told: list[bool] = []
    model.told.connect(lambda: told.append(True))
    review = desk.current
    elements = review.checklist.elements
    with qtbot.waitSignal(model.told):
        desk.do(*(review.deciding(element.id, confirmed=True) for element in elements))

    assert len(told) == 1


def test_the_end_of_a_section_where_something_is_missing_belongs_to_it(
    desk: Desk, notes: NoteTaker
) -> None:
    model = SectionTreeModel(desk, notes)
    first = desk.current.outline.sections[0]

    assert desk.current.report.text[first.span.end] == "\n"
    place = model.index_at(first.span.end)
    while place.parent().isValid():
        place = place.parent()
    assert model.node(place).span == first.span


def test_the_deepest_section_around_a_place_is_found(desk: Desk, notes: NoteTaker) -> None:
    model = SectionTreeModel(desk, notes)
    place = desk.current.report.text.index("综合行政执法队")

    assert model.data(model.index_at(place)) == "（二）规范执法"


def test_findings_stand_in_groups_with_subtotals(desk: Desk) -> None:
    found = rows(FindingsModel(desk, load_theme("light")))

    assert found[0] == ("A 主要举措和成效", None, "10/17")
    assert found[1][2] == ("A08 重大行政决策程序", "缺", "0/3")
    assert found[-1][-1] == ("C02 党委书记履职事实", "无法判定", "–/3")


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (ElementFilter.WEAK, ["A12", "B02"]),
        (ElementFilter.MISSING, ["A08", "A19", "C01"]),
        (ElementFilter.UNDECIDED, ["A02", "A08", "A12", "A14", "A19", "B01", "B02", "B03"]),
    ],
)
def test_a_filter_shows_just_its_elements(
    desk: Desk, wanted: ElementFilter, ids: list[str]
) -> None:
    for settled in ("A01", "C01", "C02"):
        if wanted is ElementFilter.UNDECIDED:
            desk.current.decide(settled, confirmed=True)
    shown = FindingsFilter(FindingsModel(desk, load_theme("light")))
    shown.set_filter(wanted)
    names = [row[0][:3] for part in rows(shown) if isinstance(part, list) for row in part]

    assert names == ids
    assert shown.count(wanted) == len(ids)


def test_settled_elements_wear_another_sign_and_say_so(desk: Desk) -> None:
    model = FindingsModel(desk, load_theme("light"))
    index = model.index_of("A12")
    before = model.data(index, Qt.ItemDataRole.DecorationRole).cacheKey()
    desk.current.decide("A12", confirmed=True)

    assert model.data(index, Qt.ItemDataRole.DecorationRole).cacheKey() != before
    assert "已裁定" in model.data(index, Qt.ItemDataRole.AccessibleTextRole)


def test_a_star_marks_what_a_person_gave_another_verdict_or_other_points(desk: Desk) -> None:
    model = FindingsModel(desk, load_theme("light"))
    machine = desk.current.found("A12")
    element = next(one for one in desk.current.checklist.elements if one.id == "A12")

    def starred(**decided: Any) -> bool:
        desk.current.decide("A12", **decided)
        index = model.index_of("A12")
        return "*" in str(model.data(index.siblingAtColumn(VERDICT)))

    assert not starred(verdict=machine)
    assert starred(verdict=Verdict.MISSING)
    assert not starred(verdict=None)
    assert not starred(points=machine.share * element.points)
    assert starred(points=0.0)
