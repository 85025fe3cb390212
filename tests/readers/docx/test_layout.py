import pytest
from tests.readers.docx_builder import level, numbering, paragraph, run

SONG = '<w:rFonts w:eastAsia="宋体"/>'
HEI = '<w:rFonts w:eastAsia="黑体"/>'
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/></w:rPr>'
    "</w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>'
    f'<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr>{HEI}<w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="s"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr>'
    '</w:style><w:style w:type="table" w:styleId="t"><w:name w:val="Grid"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="m"><w:name w:val="My heading"/><w:basedOn w:val="1"/>'
    '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
)


def layout(read, body: str, **parts: str):
    (block,) = read(body, **parts).blocks
    return block.layout


def test_style_gives_level_font_size_and_place(read):
    found = layout(read, paragraph("标题", style="1"), styles=STYLES)
    assert (found.style, found.outline_level, found.bold) == ("heading 1", 1, True)
    assert (found.font, found.size, found.centered) == ("黑体", 16.0, True)


def test_paragraph_without_style_looks_like_the_default(read):
    found = layout(read, paragraph("正文"), styles=STYLES)
    assert (found.style, found.outline_level, found.bold) == ("Normal", None, False)
    assert (found.font, found.size, found.centered, found.lead) == ("仿宋", 16.0, False, 0)


def test_derived_style_keeps_what_it_does_not_change(read):
    found = layout(read, paragraph("标题", style="m"), styles=STYLES)
    assert (found.outline_level, found.bold, found.font) == (3, True, "黑体")


@pytest.mark.parametrize(("value", "outline_level"), [("0", 1), ("8", 9), ("9", None)])
def test_outline_level_of_the_paragraph_overrules_its_style(read, value, outline_level):
    body = paragraph("标题", style="1", properties=f'<w:outlineLvl w:val="{value}"/>')
    assert layout(read, body, styles=STYLES).outline_level == outline_level


def test_paragraph_overrules_the_place_of_its_style(read):
    body = paragraph("标题", style="1", properties='<w:jc w:val="left"/>')
    assert not layout(read, body, styles=STYLES).centered


@pytest.mark.parametrize("properties", ["<w:b/>", '<w:rStyle w:val="s"/>', '<w:b w:val="1"/>'])
def test_bold_through_and_through(read, properties):
    found = layout(read, paragraph(run("加强领导", properties)), styles=STYLES)
    assert found.bold
    assert found.lead == 0


def test_run_may_switch_bold_off(read):
    body = paragraph(run("标题", '<w:b w:val="0"/>'), style="1")
    assert not layout(read, body, styles=STYLES).bold


def test_bold_beginning_is_the_lead(read):
    body = paragraph(run("加强领导。", "<w:b/>") + run("镇党委定期研究。"))
    found = layout(read, body)
    assert not found.bold
    assert found.lead == len("加强领导。")


def test_beginning_in_another_font_is_the_lead(read):
    body = paragraph(run("加强", HEI) + run("领导。", HEI) + run("镇党委定期研究部署工作。", SONG))
    found = layout(read, body)
    assert (found.lead, found.font) == (len("加强领导。"), "宋体")


def test_lead_covers_the_automatic_number(read):
    body = paragraph(run("加强领导。", "<w:b/>") + run("镇党委定期研究。"), number=(1, 0))
    lists = numbering({0: level(0, "chineseCounting", "（%1）")}, {1: 0})
    assert layout(read, body, numbering=lists).lead == len("（一）加强领导。")


@pytest.mark.parametrize(
    "content",
    [
        run("镇党委") + run("定期研究", "<w:b/>") + run("部署工作。"),
        run("镇党委", SONG) + run("定期", HEI) + run("研究部署各项法治工作。", SONG),
        run("镇党委定期研究。") + run("加强领导。", "<w:b/>"),
        run("　　", "<w:b/>") + run("镇党委定期研究。"),
    ],
)
def test_paragraph_that_begins_like_its_rest_has_no_lead(read, content):
    assert layout(read, paragraph(content)).lead == 0
