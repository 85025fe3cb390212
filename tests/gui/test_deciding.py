"""Verdicts, points, comments, undo and the keys for them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.checklist import Verdict
from reviewer.gui.app import Program
from reviewer.report import Anchor, Span


def test_points_typed_in_are_given(busy_program: Program) -> None:
    busy_program.desk.select_element("A12")
    busy_program.window.element.decision.score.setValue(3.5)

    decision = busy_program.desk.current.decision("A12")
    assert (decision.points, decision.confirmed) == (3.5, True)


def test_points_typed_in_are_given_before_return_accepts(
    busy_program: Program, qtbot: QtBot
) -> None:
    window, desk = busy_program.window, busy_program.desk
    qtbot.waitActive(window)
    desk.select_element("A12")
    window.element.decision.score.setFocus()
    window.element.decision.score.selectAll()
    QTest.keyClicks(window.element.decision.score, "3.5")
    QTest.keyClick(window.element.decision.score, Qt.Key.Key_Return)

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
    fields = {"score": window.element.decision.score, "comment": window.element.comment}
    fields[field].setFocus()
    QTest.keyClick(fields[field], Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert not desk.current.decision("A12").overrules


def explained(program: Program) -> str:
    """Return what the panel says of the element, blanks and lines alike."""
    return " ".join(program.window.element.text.toPlainText().split())


def test_the_person_s_reason_stands_before_that_of_the_machine(busy_program: Program) -> None:
    desk = busy_program.desk
    desk.select_element("A12")
    before = explained(busy_program)
    desk.decide(verdict=Verdict.PRESENT)
    without = explained(busy_program)
    desk.decide(comment="处罚决定书编号可查。")

    assert before.startswith("理由 没有写明件数")
    assert without.startswith("理由 没有写明，可用批注说明（F2） 程序原判 弱 没有写明件数")
    assert explained(busy_program).startswith("理由 处罚决定书编号可查。 程序原判 弱 没有写明件数")


def test_the_reason_why_a_finding_was_set_aside_stands_first(busy_program: Program) -> None:
    busy_program.desk.select_element("A08")
    busy_program.desk.decide(ignored="已在附件中报告。")

    assert explained(busy_program).startswith("理由 已在附件中报告。 程序原判 缺 没有写明件数")


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


def test_an_undetermined_element_has_no_points_until_they_are_given(
    busy_program: Program,
) -> None:
    busy_program.desk.select_element("C02")

    assert busy_program.window.element.decision.score.text() == "–"


def test_a_new_verdict_takes_points_set_before_back(busy_program: Program) -> None:
    window, desk = busy_program.window, busy_program.desk
    desk.select_element("A12")
    window.element.decision.score.setValue(3.5)
    window.actions_by_id["decide_missing"].trigger()

    assert window.element.decision.score.value() == 0.0
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


def test_of_thousands_of_passages_the_first_are_quoted_and_more_on_request(
    busy_program: Program,
) -> None:
    desk, page = busy_program.desk, busy_program.window.element.text
    text = desk.current.report.text
    anchors = tuple(Anchor.of(text, Span(at, at + 2)) for at in range(40))
    desk.select_element("A02")
    desk.decide(evidence=anchors)
    first = page.toPlainText().count("“")
    page.anchorClicked.emit(QUrl("more"))

    assert 0 < first < 40
    assert page.toPlainText().count("“") == 40


def test_undo_takes_back_what_is_still_being_typed_and_nothing_else(busy_program: Program) -> None:
    desk = busy_program.desk
    desk.select_element("A12")
    desk.decide(verdict=Verdict.PRESENT)
    busy_program.window.element.comment.setPlainText("请补充办案数量。")
    desk.undo()
    decision = desk.current.decision("A12")
    assert (decision.verdict, decision.comment) == (Verdict.PRESENT, "")
    assert busy_program.window.element.comment.toPlainText() == ""
    desk.redo()
    assert desk.current.decision("A12").comment == "请补充办案数量。"


@pytest.mark.parametrize("action", ["undo", "decide_missing"])
def test_what_was_accepted_is_announced_no_longer_than_one_undo_takes_it_back(
    busy_program: Program, action: str
) -> None:
    window = busy_program.window
    busy_program.desk.select_element("A12")
    window.actions_by_id["accept_shown"].trigger()
    assert "撤销一次" in window.statusBar().currentMessage()
    window.actions_by_id[action].trigger()
    assert window.statusBar().currentMessage() == ""


def test_undo_in_a_report_that_was_taken_off_the_list_is_told(busy_program: Program) -> None:
    desk = busy_program.desk
    desk.select_element("A12")
    desk.decide(verdict=Verdict.PRESENT)
    key = desk.current.key
    desk.close(desk.row)
    busy_program.window.actions_by_id["undo"].trigger()
    assert not busy_program.keeper.history.rulings(key)
    assert busy_program.window.statusBar().currentMessage().startswith("已撤销")
    busy_program.window.actions_by_id["redo"].trigger()
    assert busy_program.keeper.history.rulings(key)
    assert busy_program.window.statusBar().currentMessage().startswith("已重做")
