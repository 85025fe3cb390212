from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from tests.export.paper.papers import lines_of

from reviewer.export.paper.letter import letter_paper
from reviewer.export.paper.model import Align, Cell, PageBreak, Paper, Run, Table
from reviewer.export.slip.letter import slip_bytes
from reviewer.review import Review

Change = Callable[[docx.document.Document], object]


@pytest.fixture
def paper_of() -> Callable[[Change], Paper]:
    """A function that returns a Word file made by `change` as paper."""

    def make(change: Change) -> Paper:
        document, content = docx.Document(), io.BytesIO()
        change(document)
        document.save(content)
        return letter_paper(content.getvalue(), "信")

    return make


def test_the_slip_on_paper_says_what_the_slip_says(make_review: Callable[..., Review]) -> None:
    content = slip_bytes(make_review(), office="云岫县司法局")
    in_word = [p.text for p in docx.Document(io.BytesIO(content)).paragraphs]
    paper = letter_paper(content, "反馈")
    assert lines_of(paper) == in_word
    title, body = paper.blocks[0], paper.blocks[4]
    assert title.align is Align.CENTRE
    assert title.runs[0].font == "方正小标宋简体"
    assert (title.runs[0].size, title.line) == (22.0, 34.0)
    assert (body.runs[0].font, body.indent, body.line) == ("仿宋", 32.0, 28.0)
    assert paper.footer == "— {page} —"


def test_looks_of_runs_and_paragraphs_are_kept(paper_of: Callable[[Change], Paper]) -> None:
    def change(document: docx.document.Document) -> None:
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.left_indent = Pt(20)
        paragraph.paragraph_format.right_indent = Pt(64)
        paragraph.paragraph_format.space_before = Pt(6)
        paragraph.paragraph_format.keep_with_next = True
        run = paragraph.add_run("红\t头")
        run.bold, run.font.size, run.font.color.rgb = True, Pt(26), RGBColor(255, 0, 0)
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "黑体")

    (paragraph,) = paper_of(change).blocks
    assert paragraph.runs == (Run("红　头", 26.0, True, "黑体", "#ff0000"),)
    assert paragraph.align is Align.RIGHT
    assert paragraph.keep
    assert (paragraph.left, paragraph.right, paragraph.before) == (20.0, 64.0, 6.0)


def test_looks_come_from_the_style_where_nothing_else_says_them(
    paper_of: Callable[[Change], Paper],
) -> None:
    def change(document: docx.document.Document) -> None:
        style = document.styles["Heading 1"]
        style.font.size, style.font.bold = Pt(18), True
        style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        document.add_paragraph("标题", style="Heading 1")

    (paragraph,) = paper_of(change).blocks
    assert (paragraph.runs[0].size, paragraph.runs[0].bold) == (18.0, True)
    assert paragraph.align is Align.CENTRE
    assert paragraph.keep


def test_tables_keep_their_merged_cells(paper_of: Callable[[Change], Paper]) -> None:
    def change(document: docx.document.Document) -> None:
        table = document.add_table(2, 2)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "评查反馈"
        table.cell(1, 0).text, table.cell(1, 1).text = "单位", "柳坪乡"

    table = next(block for block in paper_of(change).blocks if isinstance(block, Table))
    assert table.rows == ((Cell("评查反馈", span=2),), (Cell("单位"), Cell("柳坪乡")))


def test_a_break_begins_a_page(paper_of: Callable[[Change], Paper]) -> None:
    def change(document: docx.document.Document) -> None:
        document.add_paragraph("一")
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    assert any(isinstance(block, PageBreak) for block in paper_of(change).blocks)


def test_margins_are_the_template_s_with_the_footer_inside_the_lower_one(
    paper_of: Callable[[Change], Paper],
) -> None:
    def change(document: docx.document.Document) -> None:
        section = document.sections[0]
        section.left_margin, section.top_margin, section.right_margin = Mm(28), Mm(37), Mm(26)
        section.bottom_margin, section.footer_distance = Mm(35), Mm(25)

    paper = paper_of(change)
    assert [round(margin) for margin in paper.margins] == [28, 37, 26, 25]
    assert round(paper.footer_room) == 10
