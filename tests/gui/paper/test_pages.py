"""What stands on which page of a PDF."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from reviewer.export.paper.model import (
    Align,
    Block,
    Cell,
    Line,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Placing,
    Run,
    Table,
)
from reviewer.gui.paper.pdf import pdf_bytes

Pages = Callable[..., list[str]]


def paragraph(text: str, **looks: object) -> Paragraph:
    return Paragraph((Run(text, 12.0),), **looks)


def table(rows: int, text: str = "内容", *, head: str = "表头") -> Table:
    made = tuple((Cell(f"第{n}行"), Cell(text)) for n in range(rows))
    return Table((1.0, 3.0), ((Cell(head, span=2),),), made)


def test_the_head_of_a_table_stands_on_every_page(pages: Pages) -> None:
    made = pages(table(100))
    assert len(made) > 2
    assert all(page.count("表头") == 1 for page in made)
    assert sum(page.count("内容") for page in made) == 100


def test_a_row_stays_on_one_page(pages: Pages) -> None:
    made = pages(table(12, "始" + "字" * 300 + "终"))
    assert len(made) > 1
    for page in made:
        assert page.count("始") == page.count("终") == page.count("行")


def test_a_row_that_no_page_can_hold_goes_on_over_several(pages: Pages) -> None:
    made = pages(table(1, "字" * 9000))
    assert len(made) > 2
    assert sum(page.count("字") for page in made) == 9000


def test_a_title_stays_with_the_table_below(pages: Pages) -> None:
    filling = [paragraph("占") for _ in range(200)]
    for count in range(30, 60):
        made = pages(*filling[:count], paragraph("标题", keep=True), table(3))
        (page,) = (page for page in made if "标题" in page)
        assert "第0行" in page


def test_headings_that_no_page_can_hold_together_fill_pages_like_any_other_text(
    pages: Pages,
) -> None:
    kept, plain = (pages(*[paragraph("题", keep=k) for _ in range(200)]) for k in (True, False))
    assert sum(page.count("题") for page in kept) == 200
    assert len(kept) <= len(plain) + 1


def test_marked_text_comes_through_with_its_label(pages: Pages) -> None:
    for line in Line:
        runs = (Run("村民会议", 12.0, line=line, fill="#fff2cc"), Run("A12", 11.0, raised=True))
        assert pages(Paragraph(runs)) == ["村民会议A12"]


def test_a_page_break_begins_a_page(pages: Pages) -> None:
    assert pages(paragraph("一"), PageBreak(), paragraph("二")) == [
        "一",
        "二",
    ]


def test_every_page_has_its_number_and_all_but_the_first_the_header(pages: Pages) -> None:
    breaks = (paragraph("一"), PageBreak(), paragraph("二"))
    first, second = pages(*breaks, header="页眉", footer="第 {page} 页，共 {pages} 页")
    assert "第1页，共2页" in first
    assert "页眉" not in first
    assert "第2页，共2页" in second
    assert "页眉" in second


def test_characters_that_have_the_shape_of_a_radical_can_be_found(pages: Pages) -> None:
    words = "一页人民见长门风青户行"
    assert pages(paragraph(words)) == [words]


def test_ids_of_elements_can_be_found(pages: Pages) -> None:
    assert pages(table(2, "A01"))[0].count("A01") == 2
    assert pages(paragraph("1.5 / 3 分，A12")) == ["1.5/3分，A12"]


def test_text_of_several_fonts_with_line_breaks_comes_through(pages: Pages) -> None:
    (page,) = pages(Paragraph((Run("村村", 12.0), Run("九\n十", 12.0, bold=True)), Align.RIGHT))
    assert page == "村村九十"


def test_nothing_at_all_is_one_empty_page(pages: Pages) -> None:
    assert pages() == [""]


def picture(**looks: object) -> Picture:
    image, data = QImage(40, 20, QImage.Format.Format_RGB32), QBuffer()
    image.fill(QColor("#cc0000"))
    data.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(data, "PNG")
    return Picture(bytes(data.data().data()), **{"width": 100.0, "height": 50.0, **looks})


def red_box(*blocks: Block) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of what is red on the first page, in points from edges."""
    with pypdfium2.PdfDocument(pdf_bytes(Paper("题", blocks, margins=(0, 0, 0, 0)))) as made:
        shown = made[0].render()
        pixels, step = bytes(shown.buffer), shown.n_channels  # blue, green, red
    red = [
        (x, y)
        for y in range(shown.height)
        for x in range(shown.width)
        if pixels[(at := y * shown.stride + x * step) + 2] > pixels[at] + 100
    ]
    across, down = zip(*red, strict=True)
    return min(across), min(down), max(across) + 1, max(down) + 1


@pytest.mark.parametrize(
    ("looks", "box"),
    [
        ({}, (0, 0, 100, 50)),
        ({"align": Align.RIGHT}, (495, 0, 595, 50)),
        ({"width": 1190.0, "height": 100.0}, (0, 0, 595, 50)),
        ({"place": Placing.BY_TEXT, "left": 200.0, "top": 30.0}, (200, 30, 300, 80)),
        ({"place": Placing.ON_PAGE, "left": 10.0, "top": 300.0}, (10, 300, 110, 350)),
    ],
)
def test_a_picture_stands_where_it_is_told_to(
    qapp: QApplication, looks: dict[str, object], box: tuple[int, ...]
) -> None:
    assert red_box(picture(**looks)) == pytest.approx(box, abs=2)


def test_a_floating_picture_is_on_the_page_of_its_text(qapp: QApplication) -> None:
    floating = picture(place=Placing.BY_TEXT, left=200.0, top=30.0)
    assert red_box(paragraph("上", line=100.0), floating, paragraph("下")) == pytest.approx(
        (200, 130, 300, 180), abs=2
    )


def test_a_picture_that_cannot_be_read_is_left_out(pages: Pages) -> None:
    assert pages(Picture(b"EMF", 100.0, 50.0), paragraph("正文")) == ["正文"]
