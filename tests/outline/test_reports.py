"""Whole fictional reports, a style each: the outline and front matter that must be found."""

from __future__ import annotations

from pathlib import Path

import pytest

REPORTS = Path(__file__).parent / "reports"
NAMES = sorted(path.stem for path in REPORTS.glob("*.txt"))
TO_FULL_WIDTH = str.maketrans(",:;()?!", "，：；（）？！")
TO_HALF_WIDTH = str.maketrans("，：；（）？！", ",:;()?!")
FIGURES_TO_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
TO_PLAIN = str.maketrans("，：；（）？！０１２３４５６７８９", ",:;()?!0123456789", "\u3000 ")
FRONT = ("title", "unit", "year", "addressee", "signed", "date")


def found_headings(outline):
    return [
        (section.level, section.title.translate(TO_PLAIN), section.recovered)
        for section, _ in outline.walk()
    ]


def found_front(outline):
    front = outline.front
    values = {name: getattr(front, name) for name in FRONT[:-1]}
    found = {name: str(located.value) for name, located in values.items() if located}
    if front.date_text:
        found["date"] = front.date_text
    return {name: value.translate(TO_PLAIN) for name, value in found.items()}


def expected(case):
    headings = [(level, title.translate(TO_PLAIN), lost) for level, title, lost in case.headings]
    return headings, {name: value.translate(TO_PLAIN) for name, value in case.front.items()}


@pytest.mark.parametrize("name", NAMES)
def test_report_has_the_outline_and_front_matter_a_person_sees(name, cases, outline_of):
    case = cases(name)
    outline = outline_of(*case.lines)
    headings, front = expected(case)
    assert found_headings(outline) == headings
    assert found_front(outline) == front


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "table",
    [TO_FULL_WIDTH, TO_HALF_WIDTH, FIGURES_TO_FULL_WIDTH],
    ids=["full-width marks", "half-width marks", "full-width figures"],
)
def test_width_of_marks_and_figures_changes_nothing(name, table, cases, outline_of):
    case = cases(name)
    lines = [line if line.startswith("[h") else line.translate(table) for line in case.lines]
    outline = outline_of(*lines)
    headings, front = expected(case)
    assert found_headings(outline) == headings
    assert found_front(outline) == front


@pytest.mark.parametrize("name", NAMES)
def test_blank_lines_and_indents_change_nothing(name, cases, outline_of):
    case = cases(name)
    outline = outline_of(*case.lines, between="\n\n", indent="\u3000\u3000")
    headings, front = expected(case)
    assert found_headings(outline) == headings
    assert found_front(outline) == front


@pytest.mark.parametrize("name", NAMES)
def test_spans_nest_and_do_not_overlap(name, cases, outline_of):
    outline = outline_of(*cases(name).lines)
    end = outline.opening.end if outline.opening else 0
    for section in outline.sections:
        assert section.span.start >= end
        end = section.span.end
    for later in (outline.closing, outline.tail):
        if later:
            assert later.start >= end
            end = later.end
    for section, above in outline.walk():
        assert section.span.start == section.heading.start < section.heading.end
        assert section.heading.end <= section.span.end
        if above:
            assert above[-1].span.start < section.span.start
            assert section.span.end <= above[-1].span.end
