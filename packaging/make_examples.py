"""Make the bundled reports of resources/examples from the marked texts in packaging/examples.

Marks at the start of a line: `=` title, `@` addressee, `#`, `##`, `###` headings of levels 1 to 3
(level 3 runs on into its text), `>` signature and date; no mark: body text. The .docx carries its
numbers as Word's automatic numbering, the .txt as characters.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

SOURCES = Path(__file__).resolve().parent / "examples"
TARGETS = Path(__file__).resolve().parents[1] / "resources" / "examples"
GOOD = "青溪镇2025年法治政府建设年度报告.docx"
POOR = "柳坪乡2025年法治政府建设工作总结.txt"
MADE = datetime.datetime(2026, 1, 20, 9, 0)
LEVELS = {"#": 1, "##": 2, "###": 3}
TITLE_FONT = "方正小标宋简体"
FONTS = {0: "仿宋", 1: "黑体", 2: "楷体", 3: "仿宋"}
DIGITS = "〇一二三四五六七八九"

# Level 1 hangs on the style Heading 1, levels 2 and 3 on the paragraphs, as Word users mix them.
NUMBERING = f"""
<w:abstractNum {nsdecls("w")} w:abstractNumId="90">
  <w:multiLevelType w:val="multilevel"/>
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
    <w:pStyle w:val="Heading1"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
    <w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
    <w:suff w:val="nothing"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum>"""
NUM = f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its mark ("" for body text) and its text without number."""

    mark: str
    text: str

    @property
    def level(self) -> int:
        """The heading level, 0 for everything else."""
        return LEVELS.get(self.mark, 0)


def parse(source: str) -> list[Line]:
    """Split a marked text into its paragraphs."""
    found = [re.match(r"(?:(#+|[=@>]) )?(.+)", line) for line in source.splitlines()]
    return [Line(match[1] or "", match[2]) for match in found if match]


def counting(number: int) -> str:
    """Write 1 to 99 in Chinese figures."""
    tens, ones = divmod(number, 10)
    ten = ("" if tens == 1 else DIGITS[tens]) + "十" if tens else ""
    return ten + (DIGITS[ones] if ones else "")


def numbered(lines: list[Line]) -> list[str]:
    """Return the paragraphs with their numbers as characters."""
    counters = [0, 0, 0]
    shown = []
    for line in lines:
        if line.level:
            counters[line.level - 1] += 1
            counters[line.level :] = [0] * (3 - line.level)
        first, second, third = counters
        number = ("", f"{counting(first)}、", f"（{counting(second)}）", f"{third}.")[line.level]
        shown.append(number + line.text)
    return shown


def plain_text(lines: list[Line]) -> str:
    """Return the report as a text file's content, numbers and all."""
    return "\n".join(numbered(lines)) + "\n"


def add_numbering(document: Any) -> None:
    """Define the list and tie Heading 1 to its first level."""
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(NUMBERING))
    root.append(parse_xml(NUM))
    number(document.styles["Heading 1"].element.get_or_add_pPr(), 0)


def number(properties: Any, level: int) -> None:
    """Put the list's `level` (from 0) into the properties of a paragraph or style."""
    list_mark = properties.get_or_add_numPr()
    list_mark.get_or_add_ilvl().val = level
    list_mark.get_or_add_numId().val = 90


def set_font(owner: Any, name: str, points: float) -> None:
    """Set size, colour and font of a run or style, the East Asian font too."""
    owner.font.size = Pt(points)
    owner.font.bold = False
    owner.font.color.rgb = RGBColor(0, 0, 0)
    owner.font.name = name
    owner.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)


def set_page(document: Any) -> None:
    """Set the page and fonts of an official document; numbers take the styles' fonts."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    set_font(document.styles["Normal"], FONTS[0], 16)
    set_font(document.styles["Heading 1"], FONTS[1], 16)
    language = OxmlElement("w:lang")
    language.set(qn("w:eastAsia"), "zh-CN")
    document.styles["Normal"].element.get_or_add_rPr().append(language)


def add_paragraph(document: Any, line: Line) -> None:
    """Add one paragraph in the layout of an official document."""
    paragraph = document.add_paragraph(style="Heading 1" if line.level == 1 else "Normal")
    if line.level > 1:
        number(paragraph.paragraph_format.element.get_or_add_pPr(), line.level - 1)
    layout = paragraph.paragraph_format
    layout.line_spacing = Pt(28)
    layout.keep_with_next = line.level in (1, 2)
    layout.space_before = layout.space_after = Pt(0)
    if line.mark == "=":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif line.mark == ">":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    elif line.mark != "@":
        layout.first_line_indent = Pt(32)
    run = paragraph.add_run(line.text)
    font, size = (TITLE_FONT, 22) if line.mark == "=" else (FONTS[line.level], 16)
    set_font(run, font, size)


def word_document(lines: list[Line]) -> bytes:
    """Return the report as a .docx with automatic numbering; the same bytes every time."""
    document = Document()
    document.core_properties.author = ""
    document.core_properties.created = document.core_properties.modified = MADE
    set_page(document)
    add_numbering(document)
    for line in lines:
        add_paragraph(document, line)
    packed = io.BytesIO()
    document.save(packed)
    return with_fixed_dates(packed.getvalue())


def with_fixed_dates(packed: bytes) -> bytes:
    """Return the zip with every member's date set to MADE."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as source, zipfile.ZipFile(target, "w") as copy:
        for member in source.infolist():
            fixed = zipfile.ZipInfo(member.filename, MADE.timetuple()[:6])
            fixed.compress_type = zipfile.ZIP_DEFLATED
            copy.writestr(fixed, source.read(member))
    return target.getvalue()


def source(name: str) -> list[Line]:
    """Return the paragraphs of packaging/examples/`name`.txt."""
    return parse((SOURCES / f"{name}.txt").read_text(encoding="utf-8"))


def main() -> None:
    """Write both reports."""
    TARGETS.mkdir(parents=True, exist_ok=True)
    (TARGETS / GOOD).write_bytes(word_document(source("good")))
    (TARGETS / POOR).write_bytes(plain_text(source("poor")).replace("\n", "\r\n").encode("gb18030"))


if __name__ == "__main__":
    main()
