from __future__ import annotations

import base64
import io
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import Mm, Pt

from reviewer.export.paper.letter import letter_paper
from reviewer.export.paper.model import Align, Block, Paragraph, Picture, Placing

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)
MARGINS = {"left_margin": Mm(28), "right_margin": Mm(26), "top_margin": Mm(37)}
POINT = 12_700


def blocks_of(change: Callable[[Document], object]) -> tuple[Block, ...]:
    document, content = docx.Document(), io.BytesIO()
    section = document.sections[0]
    section.page_width, section.page_height, section.bottom_margin = Mm(210), Mm(297), Mm(35)
    for name, length in MARGINS.items():
        setattr(section, name, length)
    change(document)
    document.save(content)
    return letter_paper(content.getvalue(), "信").blocks


def float_it(document: Document, across: str, down: str) -> None:
    """Add a paragraph with a picture that floats at the positions `across` and `down`, as XML."""
    paragraph = document.add_paragraph()
    run = paragraph.add_run("云岭县司法局")
    run.add_picture(io.BytesIO(PNG), Pt(100), Pt(100))
    inline = run._r.xpath(".//wp:inline")[0]
    names = " ".join(f'xmlns:{p}="{inline.nsmap[p]}"' for p in ("wp", "a", "pic", "r"))
    anchor = parse_xml(f"<wp:anchor {names}>{across}{down}</wp:anchor>")
    anchor.extend(list(inline))
    inline.getparent().replace(inline, anchor)


def at(axis: str, origin: str, points: float) -> str:
    return (
        f'<wp:position{axis} relativeFrom="{origin}"><wp:posOffset>{int(points * POINT)}'
        f"</wp:posOffset></wp:position{axis}>"
    )


def aligned(axis: str, where: str) -> str:
    return (
        f'<wp:position{axis} relativeFrom="margin"><wp:align>{where}</wp:align></wp:position{axis}>'
    )


def test_a_picture_in_a_paragraph_of_its_own_is_a_row() -> None:
    def change(document: Document) -> None:
        document.add_picture(io.BytesIO(PNG), Pt(120), Pt(60))
        document.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER

    (picture,) = blocks_of(change)
    assert picture == Picture(PNG, 120.0, 60.0, Align.CENTRE)


def test_a_picture_amid_text_stands_before_it() -> None:
    def change(document: Document) -> None:
        run = document.add_paragraph("云岭县").add_run("司法局")
        run.add_picture(io.BytesIO(PNG), Pt(120), Pt(60))

    picture, paragraph = blocks_of(change)
    assert isinstance(picture, Picture)
    assert isinstance(paragraph, Paragraph)
    assert "".join(run.text for run in paragraph.runs) == "云岭县司法局"


@pytest.mark.parametrize(
    ("across", "down", "place", "left", "top"),
    [
        (at("H", "column", 300), at("V", "paragraph", -20), Placing.BY_TEXT, 300, -20),
        (at("H", "margin", 10), at("V", "margin", 20), Placing.ON_PAGE, 10, 20),
        (at("H", "page", 100), at("V", "page", 200), Placing.ON_PAGE, 100 - 79.37, 200 - 104.88),
        (aligned("H", "center"), aligned("V", "top"), Placing.ON_PAGE, (442.2 - 100) / 2, 0),
        (aligned("H", "right"), aligned("V", "bottom"), Placing.ON_PAGE, 342.2, 637.8 - 100),
    ],
)
def test_a_floating_picture_keeps_its_place(
    across: str, down: str, place: Placing, left: float, top: float
) -> None:
    picture, paragraph = blocks_of(lambda document: float_it(document, across, down))
    assert isinstance(picture, Picture)
    assert (picture.place, picture.width, picture.height) == (place, 100.0, 100.0)
    assert (picture.left, picture.top) == (
        pytest.approx(left, abs=0.1),
        pytest.approx(top, abs=0.1),
    )
    assert isinstance(paragraph, Paragraph)


def test_a_drawing_without_a_picture_is_passed_over() -> None:
    def change(document: Document) -> None:
        run = document.add_paragraph().add_run("正文")
        run.add_picture(io.BytesIO(PNG), Pt(10), Pt(10))
        blip = run._r.xpath(".//a:blip")[0]
        blip.getparent().remove(blip)

    (paragraph,) = blocks_of(change)
    assert isinstance(paragraph, Paragraph)
