"""The text of a report: set as it comes into sight, searched, marked, seen as a whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.checking import Evidence
from reviewer.gui.app import Program
from reviewer.gui.searching import FoldedText
from reviewer.report import Span
from reviewer.review import Assessment, Review

LINES = 2500


def long_review(review: Review) -> Review:
    """Return a review of a report of half a million characters."""
    line = "本年度依法处置事项若干件，" * 15
    text = review.report.text + "\n" + "\n".join(f"{n}{line}" for n in range(LINES))
    report = replace(review.report, source="长报告.txt", text=text)
    return Review(report, review.outline, review.findings.values(), review.checklist)


def lines_set(program: Program) -> int:
    block = program.window.text.document().begin()
    count = 0
    while block.isValid():
        count += block.layout().lineCount() > 0
        block = block.next()
    return count


def test_only_what_comes_into_sight_is_set(busy_program: Program, review: Review) -> None:
    desk, text = busy_program.desk, busy_program.window.text
    desk.show(desk.add(long_review(review)))
    busy_program.window.commands.view.zoom_in()
    end = len(desk.current.report.text)
    desk.jump_to(Span(end - 9, end))

    assert text.document().lineCount() > LINES
    assert lines_set(busy_program) < LINES / 10


def test_lines_not_yet_set_are_counted_as_they_will_be(
    busy_program: Program, review: Review
) -> None:
    desk, text = busy_program.desk, busy_program.window.text
    desk.show(desk.add(long_review(review)))
    counted = text.document().lineCount()
    block = text.document().begin()
    while block.isValid():
        text.blockBoundingRect(block)
        block = block.next()

    assert counted == pytest.approx(text.document().lineCount(), rel=0.06)


@pytest.mark.parametrize("share", [0.2, 0.6, 0.99])
def test_a_jump_shows_the_place_and_zooming_keeps_it(
    busy_program: Program, review: Review, share: float
) -> None:
    desk, text = busy_program.desk, busy_program.window.text
    desk.show(desk.add(long_review(review)))
    place = int(len(desk.current.report.text) * share)
    desk.jump_to(Span(place, place + 5))
    height = text.viewport().height()
    before = text.cursorRect(text.cursor_at(place)).top()
    top = text.firstVisibleBlock().blockNumber()
    busy_program.window.commands.view.zoom_in()

    assert 0 <= before < height
    assert abs(text.firstVisibleBlock().blockNumber() - top) <= 1


def test_the_title_is_centered_and_paragraphs_are_indented(busy_program: Program) -> None:
    text = busy_program.window.text
    title = text.document().findBlockByNumber(1).layout().lineAt(0)
    body = text.document().findBlockByNumber(3).layout().lineAt(0)
    middle = title.position().x() + title.naturalTextWidth() / 2
    em = text.fontMetrics().horizontalAdvance("一")

    assert middle == pytest.approx(text.viewport().width() / 2, abs=em)
    assert body.position().x() >= 2.5 * em
    assert title.height() > body.height()


def heading_looks(program: Program) -> list[tuple[int, float, float]]:
    """Return weight, height and indent (characters) of the headings in text order."""
    text = program.window.text
    em = text.fontMetrics().horizontalAdvance("一")
    left = text.document().documentLayout()._column()[0]
    looks = []
    for section, _ in program.desk.current.outline.walk():
        block = text.cursor_at(section.heading.start).block()
        text.blockBoundingRect(block)  # sets its lines
        line = block.layout().lineAt(0)
        (part, *_) = block.layout().formats()
        indent = (line.position().x() - left) / em
        looks.append((part.format.fontWeight(), line.height(), round(indent, 2)))
    return looks


def with_levels(review: Review, *levels: int) -> Assessment:
    """Return the assessment of a review whose headings of the first level have other ones."""
    sections = tuple(
        section._replace(level=level, children=())
        for section, level in zip(review.outline.sections, levels, strict=True)
    )
    return Assessment(replace(review.outline, sections=sections), review.findings)


def test_the_levels_of_headings_are_told_apart_and_each_is_bold(busy_program: Program) -> None:
    looks = heading_looks(busy_program)
    first, second = looks[0], looks[1]

    assert all(weight == 700 for weight, _, _ in looks)
    assert first[1] > second[1]
    assert (first[2], second[2]) == (0.0, 1.0)


def test_a_heading_set_to_another_level_looks_so_at_once(busy_program: Program) -> None:
    review = busy_program.desk.current
    review.accept(with_levels(review, 2, 3, 4))
    (second, third, fourth) = heading_looks(busy_program)

    assert [second[2], third[2], fourth[2]] == [1.0, 2.0, 3.0]
    review.accept(with_levels(review, 1, 3, 4))
    assert heading_looks(busy_program)[0][1] > second[1]


def test_a_line_below_another_tells_overlapping_elements_apart(
    busy_program: Program, qtbot: QtBot
) -> None:
    desk, text = busy_program.desk, busy_program.window.text
    review = desk.current
    finding = review.findings["B03"]
    weak = review.findings["B02"].evidence[0]
    both = finding._replace(evidence=(Evidence(weak.span, weak.quote, weak.section),))
    findings = {**review.findings, "B03": both}
    desk.add(Review(review.report, review.outline, findings.values(), review.checklist))
    segment = next(s for s in text.segments if len(s.element_ids) > 1)
    rect = text.cursorRect(text.cursor_at(segment.span.start + 3))
    image = text.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    column = [
        image.pixelColor(int(rect.left() * ratio), int(y * ratio))
        for y in range(rect.bottom() - 2, rect.bottom() + 5)
    ]

    assert any(color.green() - color.red() > 40 for color in column)
    assert "B02" in text._tip(rect.center())
    assert "B03" in text._tip(rect.center())


def test_a_click_in_the_overview_goes_there(busy_program: Program, review: Review) -> None:
    desk, page = busy_program.desk, busy_program.window.page
    desk.show(desk.add(long_review(review)))
    ruler = page.ruler
    middle = QPoint(ruler.width() // 2, ruler.height() // 2)
    QTest.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=middle)
    bar = page.text.verticalScrollBar()

    assert bar.value() == pytest.approx(bar.maximum() / 2, rel=0.05)


def test_words_are_found_however_they_are_spelt() -> None:
    text = FoldedText("ＡＢＣ公司与abc公司，第１条")
    assert text.count("Abc ") == len(text.find("Abc")) == 2
    assert text.count(" ") == text.count("甲") == 0

    assert text.find("Abc公司") == [Span(0, 5), Span(6, 11)]
    assert text.find("第1条") == [Span(12, 15)]
    assert text.find("  ") == []


def test_return_in_the_search_goes_on_and_escape_ends_it(
    busy_program: Program, qtbot: QtBot
) -> None:
    window = busy_program.window
    window.actions_by_id["find"].trigger()
    bar = window.page.find_bar
    bar.words.setText("2")
    QTest.keyClick(bar.words, Qt.Key.Key_Return)
    first = busy_program.desk.place
    QTest.keyClick(bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)

    assert first == busy_program.desk.current.report.text.index("2")
    assert busy_program.desk.place > first
    assert not bar.isVisible()
    assert window.text.hits == []
    assert all(not review.decisions for review in busy_program.desk.reviews)


def test_the_search_says_how_many_there_are(busy_program: Program) -> None:
    window = busy_program.window
    window.actions_by_id["find"].trigger()
    bar = window.page.find_bar
    bar.words.setText("法治")
    several = bar.count.text()
    bar.words.setText("没有的词")

    assert several == "共 2 处"
    assert bar.count.text() == "没有找到"


def test_selected_words_are_what_is_looked_for(busy_program: Program) -> None:
    window = busy_program.window
    window.text.setTextCursor(window.text.document().find("矛盾纠纷"))
    window.actions_by_id["find"].trigger()

    assert window.page.find_bar.words.text() == "矛盾纠纷"
