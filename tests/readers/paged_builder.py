"""Sets reports on pages as GB/T 9704 has it and saves them as PDF or OFD."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.0, 842.0
LEFT, TOP = 79.0, 120.0
PITCH = 28.0
ROWS = 22
EM = 16.0
COLUMNS = 28
FONT = "STSong-Light"
MILLIMETRE = 72 / 25.4
CLOSING = "，。、；：！？）》”%"


@dataclass
class Text:
    """A row of text; `y` is the baseline in points from the top."""

    x: float
    y: float
    text: str
    size: float = EM
    font: str = "仿宋"


@dataclass
class Sheet:
    """A page: texts, lines (x, y, x, y) and boxes of pictures."""

    texts: list[Text] = field(default_factory=list)
    lines: list[tuple[float, float, float, float]] = field(default_factory=list)
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)


def width(text: str, size: float = EM) -> float:
    return sum(0.5 if char < "\u0250" else 1.0 for char in text) * size


def wrap(text: str, first: float, rest: float, size: float = EM) -> list[str]:
    """Break a paragraph into rows of these widths; a closing mark never begins a row."""
    rows = [""]
    room = first
    for place, char in enumerate(text):
        following = text[place + 1 : place + 2]
        needed = width(char + (following if following in CLOSING else ""), size)
        latin = char < "\u0250" and rows[-1][-1:] < "\u0250" and rows[-1]
        if width(rows[-1], size) + needed > room and char not in CLOSING and not latin:
            rows.append("")
            room = rest
        rows[-1] += char
    return rows


@dataclass
class Paragraph:
    """`place` is "body", "centre", "right" or "left"."""

    text: str
    place: str = "body"
    size: float = EM
    font: str = "仿宋"


def set_pages(paragraphs: Sequence[Paragraph], *, numbers: bool = True) -> list[Sheet]:
    """Lay paragraphs out on pages of 22 rows with page numbers."""
    measure = COLUMNS * EM
    sheets = [Sheet()]
    row = 0
    for paragraph in paragraphs:
        indent = 2 * EM if paragraph.place == "body" else 0.0
        rows = wrap(paragraph.text, measure - indent, measure, paragraph.size)
        for number, text in enumerate(rows):
            if row == ROWS:
                sheets.append(Sheet())
                row = 0
            free = measure - width(text, paragraph.size)
            shift = {"centre": free / 2, "right": free}.get(paragraph.place, 0.0)
            x = LEFT + shift + (indent if number == 0 else 0.0)
            y = TOP + row * PITCH
            sheets[-1].texts.append(Text(x, y, text, paragraph.size, paragraph.font))
            row += 1
    if numbers:
        for number, sheet in enumerate(sheets, 1):
            sheet.texts.append(Text(WIDTH / 2 - 20, HEIGHT - 60, f"— {number} —", 14))
    return sheets


def pdf(sheets: Sequence[Sheet], **canvas: object) -> bytes:
    """Save as PDF, in a font that is named and not embedded."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    target = io.BytesIO()
    made = Canvas(target, pagesize=(WIDTH, HEIGHT), invariant=1, **canvas)
    for sheet in sheets:
        for text in sheet.texts:
            made.setFont(FONT, text.size)
            x = text.x
            # Glyph by glyph, as word processors do, so that every font has the builder's widths.
            for char in text.text:
                made.drawString(x, HEIGHT - text.y, char)
                x += width(char, text.size)
        for x, y, other_x, other_y in sheet.lines:
            made.line(x, HEIGHT - y, other_x, HEIGHT - other_y)
        for x, y, wide, high in sheet.pictures:
            made.drawImage(_picture(), x, HEIGHT - y - high, wide, high)
        made.showPage()
    made.save()
    return target.getvalue()


def ofd(sheets: Sequence[Sheet], **members: bytes) -> bytes:
    """Save as OFD with the names and units of GB/T 33190."""
    fonts = sorted({text.font for sheet in sheets for text in sheet.texts})
    numbers = {font: str(index + 10) for index, font in enumerate(fonts)}
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    pages = "".join(
        f'<ofd:Page ID="{index + 100}" BaseLoc="Pages/Page_{index}/Content.xml"/>'
        for index in range(len(sheets))
    )
    found = {
        "OFD.xml": f'<ofd:OFD {space} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {space}><ofd:CommonData><ofd:MaxUnitID>999"
        "</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
        "</ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>"
        f"<ofd:Pages>{pages}</ofd:Pages></ofd:Document>",
        "Doc_0/PublicRes.xml": f'<ofd:Res {space} BaseLoc="Res"><ofd:Fonts>'
        + "".join(f'<ofd:Font ID="{key}" FontName="{font}"/>' for font, key in numbers.items())
        + "</ofd:Fonts></ofd:Res>",
    }
    for index, sheet in enumerate(sheets):
        content = "".join(_ofd_text(text, numbers) for text in sheet.texts)
        content += "".join(map(_ofd_line, sheet.lines))
        content += "".join(
            f'<ofd:ImageObject ID="9" ResourceID="8" Boundary="{_mm(*box)}"/>'
            for box in sheet.pictures
        )
        found[f"Doc_0/Pages/Page_{index}/Content.xml"] = (
            f'<ofd:Page {space}><ofd:Content><ofd:Layer Type="Body">{content}</ofd:Layer>'
            "</ofd:Content></ofd:Page>"
        )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in found.items():
            archive.writestr(zipfile.ZipInfo(name), head + text)
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return target.getvalue()


def _ofd_text(text: Text, fonts: dict[str, str]) -> str:
    steps = [width(char, text.size) / MILLIMETRE for char in text.text]
    size = text.size / MILLIMETRE
    box = _mm(text.x, text.y - text.size, width(text.text, text.size), 1.2 * text.size)
    delta = " ".join(f"{step:.3f}" for step in steps[:-1])
    if steps[:-1] and len(set(steps[:-1])) == 1:
        delta = f"g {len(steps) - 1} {steps[0]:.3f}"
    return (
        f'<ofd:TextObject ID="7" Boundary="{box}" Font="{fonts[text.font]}" Size="{size:.3f}">'
        f'<ofd:TextCode X="0" Y="{size:.3f}" DeltaX="{delta}">{escape(text.text)}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def _ofd_line(line: tuple[float, float, float, float]) -> str:
    x, y, other_x, other_y = line
    return (
        f'<ofd:PathObject ID="6" Boundary="{_mm(x, y, other_x - x + 1, other_y - y + 1)}">'
        f"<ofd:AbbreviatedData>M 0 0 L {_mm(other_x - x, other_y - y)}</ofd:AbbreviatedData>"
        "</ofd:PathObject>"
    )


def _mm(*points: float) -> str:
    return " ".join(f"{value / MILLIMETRE:.3f}" for value in points)


def _picture() -> object:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    return ImageReader(Image.new("RGB", (60, 80), (200, 210, 220)))
