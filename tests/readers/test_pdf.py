"""What only PDF has: passwords, text nobody sees, turned pages, glyphs without codes."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from tests.readers.paged_builder import (
    FONT,
    HEIGHT,
    LEFT,
    TOP,
    WIDTH,
    Paragraph,
    Sheet,
    Text,
    pdf,
    set_pages,
)

from reviewer.report import Report
from reviewer.support.errors import UnreadableReport

Read = Callable[..., Report]
TEXT = "白石乡2025年法治政府建设情况的报告"
SHEETS = set_pages([Paragraph(TEXT, "centre", 22), Paragraph("全年调解纠纷61件。")])


def drawn(draw: Callable[[Canvas], None]) -> bytes:
    pdf([])  # registers the font
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(WIDTH, HEIGHT), invariant=1)
    canvas.setFont(FONT, 16)
    draw(canvas)
    canvas.save()
    return target.getvalue()


def codes(report: Report) -> set[str]:
    return {notice.code for notice in report.notices}


def test_password_to_open_is_asked_for(read_bytes: Read) -> None:
    with pytest.raises(UnreadableReport) as caught:
        read_bytes(pdf(SHEETS, encrypt=StandardEncryption("secret", "owner")))
    assert caught.value.code == "encrypted"


def test_password_against_changes_does_not_hinder_reading(read_bytes: Read) -> None:
    locked = StandardEncryption("", "owner", canPrint=0, canModify=0, canCopy=0)
    assert TEXT in read_bytes(pdf(SHEETS, encrypt=locked)).text


def test_invisible_text_among_visible_is_left_out(read_bytes: Read) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(LEFT, HEIGHT - TOP, TEXT)
        hidden = canvas.beginText(LEFT, HEIGHT - TOP - 40)
        hidden.setFont(FONT, 16)
        hidden.setTextRenderMode(3)
        hidden.textLine("看不见的文字")
        canvas.drawText(hidden)

    report = read_bytes(drawn(draw))
    assert report.text == TEXT
    assert codes(report) == {"hidden-text"}


def test_text_behind_a_scan_is_read_and_said(read_bytes: Read) -> None:
    def draw(canvas: Canvas) -> None:
        hidden = canvas.beginText(LEFT, HEIGHT - TOP)
        hidden.setFont(FONT, 16)
        hidden.setTextRenderMode(3)
        hidden.textLine(TEXT)
        canvas.drawText(hidden)

    report = read_bytes(drawn(draw))
    assert report.text == TEXT
    assert codes(report) == {"text-recognised"}


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_page_on_its_side_is_read(read_bytes: Read, turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(WIDTH / 2, HEIGHT / 2)
        canvas.rotate(turn)
        canvas.drawString(-180, 20, TEXT)
        canvas.drawString(-180, -20, "全年调解纠纷61件。")

    assert read_bytes(drawn(draw)).text == TEXT + "全年调解纠纷61件。"


def test_radicals_are_read_as_the_characters_they_look_like(read_bytes: Read) -> None:
    report = read_bytes(drawn(lambda canvas: canvas.drawString(72, 700, "⼀⻚⽂件")), "pdf")
    assert report.text == "一页文件"


def test_watermark_across_the_page_is_left_out(read_bytes: Read) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(LEFT, HEIGHT - TOP, TEXT)
        canvas.rotate(45)
        canvas.drawString(300, 0, "内部资料")

    report = read_bytes(drawn(draw))
    assert report.text == TEXT
    assert codes(report) == {"turned-text-skipped"}


def test_text_beside_the_page_is_left_out(read_bytes: Read) -> None:
    sheet = Sheet([Text(LEFT, TOP, TEXT), Text(WIDTH + 40, TOP, "页面之外")])
    assert read_bytes(pdf([sheet])).text == TEXT


def test_glyphs_painted_twice_to_look_bold_count_once(read_bytes: Read) -> None:
    sheet = Sheet([Text(LEFT, TOP, TEXT), Text(LEFT + 0.4, TOP, TEXT)])
    assert read_bytes(pdf([sheet])).text == TEXT


def test_filled_fields_of_a_form_are_read_at_their_place(read_bytes: Read) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(LEFT, HEIGHT - TOP, TEXT)
        canvas.acroForm.textfield(x=LEFT, y=HEIGHT - TOP - 60, value="2026-01-18", borderWidth=0)
        canvas.setFont(FONT, 16)
        canvas.drawString(LEFT, HEIGHT - TOP - 120, "全年调解纠纷61件。")

    assert read_bytes(drawn(draw)).text == f"{TEXT}\n2026-01-18\n全年调解纠纷61件。"


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9])
def test_half_a_file_is_refused_or_read_to_the_end(read_bytes: Read, part: float) -> None:
    data = pdf(SHEETS)
    with pytest.raises(UnreadableReport) as caught:
        read_bytes(data[: int(len(data) * part)])
    assert caught.value.code in ("unreadable", "empty")
