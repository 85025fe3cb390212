"""Going from element to element."""

from __future__ import annotations

from reviewer.gui.app import Program


def test_where_no_such_element_is_left_the_user_is_told(busy_program: Program) -> None:
    review = busy_program.desk.current
    for element in review.checklist.elements:
        review.decide(element.id, confirmed=True)
    busy_program.window.actions_by_id["next_undecided"].trigger()
    said = [message.text for message in busy_program.messages.about(review.report.source)]
    assert said[-1] == "列出的要素中没有这样的要素。"
