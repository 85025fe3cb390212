"""Makes resources/templates/: the return slip in the form of GB/T 9704, with its marks.

Fonts and distances are those of the standard: title 小标宋 2号 (22 pt), text 仿宋 3号 (16 pt),
levels 黑体 and 楷体, 28 pt between lines, margins 37/35/28/26 mm.
"""

from __future__ import annotations

import io
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from make_examples import MADE, with_fixed_dates

TARGET = Path(__file__).parent.parent / "resources" / "templates" / "return-slip.docx"
TEXT, TITLE, FIRST, SECOND = "仿宋", "方正小标宋简体", "黑体", "楷体"
LINE = Pt(28)

TITLE_LINES = ("关于{{ 单位 }}{{ 年度 }}年度法治政府建设", "年度报告评查情况的反馈")
OPENING = (
    "你单位报送的《{{ 报告标题 }}》已经评查，应得{{ 应得分 }}分，实得{{ 得分 }}分，"
    "得分率{{ 得分率 }}，等次为“{{ 等次 }}”。其中表述不充分的{{ 弱项数 }}项、"
    "缺少的{{ 缺项数 }}项{% if 扣分项数 %}、另有扣分的{{ 扣分项数 }}项{% endif %}。"
    "现将需要补充完善的内容反馈如下。"
)
NOTHING = "经评查，未发现需要补充完善的内容。"
ELEMENT = (
    "（{{ 问.序号 }}）{{ 问.要素 }}（{{ 问.结论 }}，{{ 问.得分 }}/{{ 问.分值 }}分"
    "{% if 问.扣分 %}，扣{{ 问.扣分 }}分{% endif %}）"
)
PROBLEM = (
    "问题：{{ 问.理由 }}{% if 问.意见 %}{{ 问.意见 }}{% endif %}"
    "{% if 问.原文 %}原文为：“{{ 问.原文 }}”。{% endif %}"
)
ADVICE = "建议：{{ 问.建议 }}{% if 问.应在位置 %}（应在：{{ 问.应在位置 }}）{% endif %}"
CLOSING = "请对照上述内容修改完善，自收到本反馈之日起10个工作日内重新报送。"


def paragraph(
    document: DocumentType, text: str, font: str = TEXT, *, indent: bool = True, size: float = 16
) -> Paragraph:
    """Add a paragraph in one font, its first line indented by two characters."""
    made = document.add_paragraph()
    run = made.add_run(text)
    run.font.name, run.font.size = font, Pt(size)
    run.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    form = made.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, LINE
    form.space_before = form.space_after = Pt(0)
    if indent:
        form.first_line_indent = Pt(2 * size)
    return made


def add_page_number(document: DocumentType) -> None:
    """Number the pages as the standard does: 4号 宋体 with a dash on each side."""
    footer = document.sections[0].footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (
        ("text", "— "),
        ("begin", ""),
        ("code", "PAGE"),
        ("end", ""),
        ("text", " —"),
    ):
        run = footer.add_run(text if kind == "text" else "")
        run.font.name, run.font.size = "宋体", Pt(14)
        if kind == "code":
            code = OxmlElement("w:instrText")
            code.text = text
            run._r.append(code)
        elif kind != "text":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def slip() -> DocumentType:
    """Return the template of the return slip."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    for line in TITLE_LINES:
        title = paragraph(document, line, TITLE, indent=False, size=22)
        title.alignment = WD_ALIGN_PARAGRAPH.CENTER
        title.paragraph_format.line_spacing = Pt(34)
    paragraph(document, "", indent=False)
    paragraph(document, "{{ 单位 }}：", indent=False)
    paragraph(document, OPENING)
    paragraph(document, "{%p if not 各部分 %}")
    paragraph(document, NOTHING)
    paragraph(document, "{%p endif %}")
    paragraph(document, "{%p for 部 in 各部分 %}")
    heading = "{{ 部.序号 }}、{{ 部.名称 }}（{{ 部.得分 }}分，应得{{ 部.应得分 }}分）"
    paragraph(document, heading, FIRST).paragraph_format.keep_with_next = True
    paragraph(document, "{%p for 问 in 部.问题 %}")
    paragraph(document, ELEMENT, SECOND).paragraph_format.keep_with_next = True
    paragraph(document, PROBLEM)
    paragraph(document, ADVICE)
    paragraph(document, "{%p endfor %}")
    paragraph(document, "{%p endfor %}")
    paragraph(document, "{%p if 各部分 %}")
    # The signature never stands on a page of its own.
    paragraph(document, CLOSING).paragraph_format.keep_with_next = True
    paragraph(document, "{%p endif %}")
    paragraph(document, "", indent=False).paragraph_format.keep_with_next = True
    for text in ("{{ 评查机关 }}", "{{ 日期 }}"):
        signed = paragraph(document, text, indent=False)
        signed.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        signed.paragraph_format.right_indent = Pt(4 * 16)
        signed.paragraph_format.keep_with_next = text == "{{ 评查机关 }}"
    add_page_number(document)
    return document


def slip_file() -> bytes:
    """Return the template as the bytes of its file, the same ones every time."""
    document = slip()
    document.core_properties.created = document.core_properties.modified = MADE
    document.core_properties.author = "reviewer"
    packed = io.BytesIO()
    document.save(packed)
    return with_fixed_dates(packed.getvalue())


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(slip_file())
