"""Figures, pairs and oddities beside the verdicts, and the parts in the margin."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QModelIndex, Qt, QUrl
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reviewer.checking import Evidence
from reviewer.checking.observations.values import (
    Cause,
    Entry,
    Ledger,
    Measure,
    Observations,
    Pair,
    Pairs,
    Remark,
)
from reviewer.checking.parts import PartSpan
from reviewer.checklist import Verdict
from reviewer.gui.app import Program
from reviewer.gui.dialogs.words import WordsDialog
from reviewer.gui.models.notes import Note
from reviewer.report import Span
from reviewer.review import Review

WORDS = ("83件", "81件", "执法力量不足", "编制偏紧", "办好法治讲堂", "9个村")


def noted(review: Review) -> Review:
    """Return the review with a study made by hand."""
    text = review.report.text
    counted, settled, lack, cause, plan, villages = (
        Span(text.index(words), text.index(words) + len(words)) for words in WORDS
    )
    entries = (
        Entry(counted, 83.0, "件", "", "矛盾纠纷", "排查", None, "results", ("（三）化解纠纷",)),
        Entry(settled, 81.0, "件", "", "矛盾纠纷", "化解", None, "results", ("（三）化解纠纷",)),
    )
    conflict = Remark("figure", "rate-over-100", (counted, settled), {"found": "105%"})
    pairs = (Pair(lack, (Cause(cause, True),), Measure(plan, plan), ()), Pair(plan, (), None, ()))
    seen = Observations(
        Ledger(entries, (conflict,)),
        Pairs((), pairs, (), ()),
        (Remark("placeholder", "placeholder", (villages,), {"found": "9个村"}),),
    )
    edge = text.index("二、存在")
    told = next(one for one in review.outline.sections if one.heading.start == edge)
    spans = (PartSpan("shortcomings", told.span, told, told=True),)
    at = lambda place: frozenset({"results" if place < edge else "plan"})  # noqa: E731
    parts = SimpleNamespace(at=at, spans=spans)
    facts = {"A19": tuple(Evidence(at, at.of(text), ()) for at in (villages, counted))}
    study = SimpleNamespace(
        observations=seen, parts=parts, unclaimed=lambda findings: facts if findings else {}
    )
    return Review(
        review.report,
        review.outline,
        review.findings.values(),
        review.checklist,
        lay_open=lambda report, outline: study,
    )


@pytest.fixture
def noted_program(program: Program, qtbot: QtBot, review: Review) -> Program:
    program.desk.add(noted(review))
    qtbot.waitUntil(lambda: program.notes.notes is not None)
    return program


def column(program: Program, name: str, number: int) -> list[str]:
    model = getattr(program.window.notes, name)
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_the_ledger_has_contradictions_first_and_every_figure(noted_program: Program) -> None:
    contradiction, *figures = column(noted_program, "ledger", 0)
    assert "105%" in contradiction
    assert figures == ["83件", "81件"]
    assert column(noted_program, "ledger", 1)[1:] == ["排查矛盾纠纷", "化解矛盾纠纷"]


def test_a_contradiction_has_the_whole_width_of_the_ledger(noted_program: Program) -> None:
    noted_program.window.docks.by_name["notes"].raise_()
    view = noted_program.window.notes.widget(0).view
    spanned = [view.isFirstColumnSpanned(row, QModelIndex()) for row in range(3)]

    assert spanned == [True, False, False]
    assert view.columnWidth(0) < view.viewport().width() // 3


def test_shortcomings_stand_beside_their_cause_and_measure(noted_program: Program) -> None:
    assert column(noted_program, "pairs", 0) == ["执法力量不足", "办好法治讲堂"]
    assert column(noted_program, "pairs", 1) == ["编制偏紧", "–"]
    assert [noted_program.window.notes.pairs.note(row).flagged for row in (0, 1)] == [False, True]


def test_oddities_are_told_in_sentences(noted_program: Program) -> None:
    (sentence,) = column(noted_program, "signs", 0)

    assert "9个村" in sentence


def test_clicks_on_a_note_show_one_place_after_another(noted_program: Program) -> None:
    window = noted_program.window
    window.docks.by_name["notes"].raise_()
    view = window.notes.widget(0).view
    index = window.notes.ledger.index(0, 0)
    text, seen = noted_program.desk.current.report.text, []
    for _ in range(3):
        place = view.visualRect(index).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        seen.append(text[noted_program.desk.place :][:3])

    assert seen == ["83件", "81件", "83件"]


def test_keys_in_the_notes_show_their_places(noted_program: Program) -> None:
    window = noted_program.window
    window.docks.by_name["notes"].raise_()
    view = window.notes.widget(0).view
    view.setFocus()
    view.setCurrentIndex(window.notes.ledger.index(1, 0))
    QTest.keyClick(view, Qt.Key.Key_Down)

    assert noted_program.desk.current.report.text[noted_program.desk.place :][:3] == "81件"


def test_a_report_without_notes_says_so(busy_program: Program) -> None:
    notes = busy_program.window.notes

    assert [notes.widget(i).currentIndex() for i in range(3)] == [1, 1, 1]
    assert "没有数字" in notes.widget(0).currentWidget().text()


def test_notes_go_with_their_report(noted_program: Program, qtbot: QtBot, review: Review) -> None:
    noted_program.desk.show(noted_program.desk.add(review_of_other(review)))

    assert column(noted_program, "ledger", 0) == []


def review_of_other(review: Review) -> Review:

    report = replace(review.report, source="云溪镇.txt")
    return Review(report, review.outline, review.findings.values(), review.checklist)


def test_a_stripe_in_the_margin_has_the_colour_and_the_name_of_the_part(
    noted_program: Program,
) -> None:
    window = noted_program.window
    gutter, text = window.gutter, window.text
    place = noted_program.desk.current.report.text.index("（二）规范执法")
    y = text.cursorRect(text.cursor_at(place)).center().y()
    image = gutter.grab().toImage()
    color = image.pixelColor(image.width() - 2, int(y * image.devicePixelRatio()))

    assert color == window._theme.color("part_results")
    assert gutter._part_name(y) == "成效"


def test_a_section_says_its_part_where_its_heading_does_not(noted_program: Program) -> None:
    tree = noted_program.window.section_tree.model()
    titles = [tree.index(row, 0).data() for row in range(tree.rowCount())]

    assert "二、存在的不足和原因（不足）" in titles
    assert "一、主要举措和成效" in titles


def test_a_window_made_anew_says_the_part_of_a_section(noted_program: Program) -> None:
    noted_program.set_theme("dark")
    tree = noted_program.window.section_tree.model()
    titles = [tree.index(row, 0).data() for row in range(tree.rowCount())]
    assert "二、存在的不足和原因（不足）" in titles


def test_the_notes_keep_the_rules_of_models(noted_program: Program) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    notes = noted_program.window.notes
    testers = [QAbstractItemModelTester(m, mode) for m in (notes.ledger, notes.pairs, notes.signs)]
    noted_program.desk.close(0)

    assert len(testers) == 3
    assert notes.ledger.rowCount() == 0


def test_a_contradiction_is_set_aside_with_a_reason_and_undone(noted_program: Program) -> None:
    window, review = noted_program.window, noted_program.desk.current
    window.docks.by_name["notes"].raise_()
    window.notes.widget(0).view.setCurrentIndex(window.notes.ledger.index(0, 0))
    window.actions_by_id["ignore_note"].trigger()
    dialog = window.findChild(WordsDialog)
    dialog.field.setPlainText("一件跨年办结。")
    dialog.accept()
    note = window.notes.ledger.note(0)

    assert not note.flagged
    assert "一件跨年办结。" in note.cells[0]
    assert review.decision(note.key).ignored == "一件跨年办结。"

    window.actions_by_id["undo"].trigger()
    assert window.notes.ledger.note(0).flagged
    assert review.decision(note.key).ignored == ""


def test_an_oddity_set_aside_says_why(noted_program: Program) -> None:
    window, desk = noted_program.window, noted_program.desk
    desk.decide_on(desk.current, window.notes.signs.note(0).key, ignored="村名如此。")

    assert not window.notes.signs.note(0).flagged
    assert "村名如此。" in column(noted_program, "signs", 0)[0]


def test_figures_themselves_cannot_be_set_aside(noted_program: Program) -> None:
    window = noted_program.window
    window.notes.widget(0).view.setCurrentIndex(window.notes.ledger.index(1, 0))
    window.actions_by_id["ignore_note"].trigger()

    assert window.findChild(WordsDialog) is None


def test_many_notes_are_given_to_the_view_page_by_page(
    noted_program: Program, qtmodeltester: ModelTester
) -> None:
    model = noted_program.window.notes.pairs
    made: list[int] = []

    def make(number: int) -> Note:
        made.append(number)
        return Note((str(number), "", ""), ())

    model.show_notes(range(1000), make)
    first = model.rowCount()
    model.fetchMore()

    assert 0 < first < model.rowCount() < 1000
    assert len(made) < 1000
    while model.canFetchMore():
        model.fetchMore()
    assert model.index(999, 0).data() == "999"
    qtmodeltester.check(model)


def test_facts_no_element_uses_stand_beside_the_missing_one(noted_program: Program) -> None:
    page = noted_program.window.element.text
    noted_program.desk.select_element("A19")
    assert "9个村" in page.toPlainText()

    page.anchorClicked.emit(QUrl("fact-1"))
    text = noted_program.desk.current.report.text
    assert text[noted_program.desk.place :].startswith("83件")

    noted_program.desk.select_element("A08")
    assert "9个村" not in page.toPlainText()


def test_the_key_takes_the_likeliest_fact_as_evidence(noted_program: Program) -> None:
    desk = noted_program.desk
    desk.select_element("A19")
    noted_program.window.actions_by_id["take_fact"].trigger()

    assert desk.current.verdict("A19") is Verdict.PRESENT
    assert [evidence.quote for evidence in desk.current.evidence("A19")] == ["9个村"]
    assert desk.current.decision("A19").confirmed
    assert "按 Y" not in noted_program.window.element.text.toPlainText()

    noted_program.window.actions_by_id["undo"].trigger()
    assert desk.current.verdict("A19") is Verdict.MISSING
    assert "9个村" in noted_program.window.element.text.toPlainText()


def test_the_link_takes_the_fact_it_stands_at(noted_program: Program) -> None:
    noted_program.desk.select_element("A19")
    noted_program.window.element.text.anchorClicked.emit(QUrl("take-1"))

    review = noted_program.desk.current
    assert [evidence.quote for evidence in review.evidence("A19")] == ["83件"]


def test_where_no_fact_is_near_the_key_says_so(noted_program: Program) -> None:
    noted_program.desk.select_element("A08")
    noted_program.window.actions_by_id["take_fact"].trigger()

    assert noted_program.desk.current.verdict("A08") is Verdict.MISSING
    assert "没有与这项要素相近" in noted_program.window.statusBar().currentMessage()


def test_facts_found_late_are_shown_with_the_element_at_hand(
    program: Program, qtbot: QtBot, review: Review
) -> None:
    program.desk.add(noted(review))
    program.desk.select_element("A19")
    page = program.window.element.text
    qtbot.waitUntil(lambda: "9个村" in page.toPlainText())
