"""The desk: what is open, at hand, selected."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.gui.conftest import make_review

from reviewer.checklist import Verdict
from reviewer.gui.app import Program
from reviewer.gui.desk import Desk
from reviewer.review import Review


@pytest.fixture
def desk(qtbot: QtBot, review: Review) -> Desk:
    made = Desk(by="周晓")
    made.add(review)
    return made


def test_the_first_report_laid_down_is_at_hand(desk: Desk, review: Review) -> None:
    assert desk.current is review


def test_walking_forwards_visits_every_weak_or_missing_element_and_begins_anew(desk: Desk) -> None:
    seen = []
    for _ in range(6):
        desk.walk(Review.is_flagged, 1)
        seen.append(desk.element_id)

    assert seen == ["A08", "A12", "A19", "B02", "C01", "A08"]


def test_walking_backwards_begins_at_the_last(desk: Desk) -> None:
    desk.walk(Review.is_flagged, -1)

    assert desk.element_id == "C01"


def test_walking_finds_nothing_where_all_is_settled(desk: Desk, review: Review) -> None:
    for element in review.checklist.elements:
        review.decide(element.id, confirmed=True)

    assert not desk.walk(Review.is_undecided, 1)


def test_selecting_an_element_jumps_to_its_evidence(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.jump_requested) as jumped:
        desk.select_element("A14")

    assert jumped.args[0].of(desk.current.report.text) == "全年排查矛盾纠纷83件，化解81件"


def test_selecting_a_missing_element_jumps_to_where_it_was_expected(
    qtbot: QtBot, desk: Desk
) -> None:
    with qtbot.waitSignal(desk.jump_requested) as jumped:
        desk.select_element("C01")

    assert jumped.args[0] == desk.current.findings["C01"].expected


def test_a_decision_says_who_and_when(desk: Desk, review: Review) -> None:
    desk.select_element("A12")
    desk.decide(verdict=Verdict.PRESENT)

    assert review.decision("A12").by == "周晓"
    assert review.decision("A12").at is not None


def test_a_report_replaced_by_the_file_of_another_leaves_that_one_in_its_row(
    busy_program: Program,
) -> None:
    desk = busy_program.desk
    first, second = desk.reviews
    wrong = make_review(second.source).within(first.history, first.key)
    assert desk.add(wrong) == 0
    desk.close(0)
    assert desk.add(make_review(second.source).within(first.history, first.key)) == 1
    assert [review.key for review in desk.reviews] == [second.key, first.key]


def test_closing_a_report_takes_the_next_to_hand(busy_program: Program) -> None:
    desk = busy_program.desk
    desk.close(0)

    assert [r.report.source for r in desk.reviews] == ["柏溪乡.docx"]
    assert desk.current is desk.reviews[0]


def test_closing_a_report_before_the_one_at_hand_keeps_that_one(busy_program: Program) -> None:
    desk = busy_program.desk
    desk.show(1)
    kept = desk.current
    desk.close(0)

    assert desk.current is kept


def test_closing_the_last_report_clears_the_desk(desk: Desk) -> None:
    desk.select_element("A12")
    desk.close(0)

    assert (desk.current, desk.row, desk.element_id, desk.element) == (None, -1, "", None)


def test_the_same_file_laid_down_again_takes_the_old_ones_place(
    busy_program: Program, review: Review
) -> None:
    row = busy_program.desk.add(review)

    assert row == 0
    assert busy_program.desk.reviews[0] is review
    assert len(busy_program.desk.reviews) == 2
