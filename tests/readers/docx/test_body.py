import pytest
from tests.readers.docx_builder import (
    docx,
    level,
    numbering,
    paragraph,
    run,
    table,
    unzipped,
    zipped,
)

from reviewer.readers import read_report
from reviewer.report import BlockKind

BOX = "<w:txbxContent>{}</w:txbxContent>"
SHAPE = "<w:drawing><wps:wsp><wps:txbx>{}</wps:txbx></wps:wsp></w:drawing>"
PICTURE = '<w:r><w:drawing><a:blip r:embed="r9"/></w:drawing></w:r>'


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def codes(report) -> list[str]:
    return [notice.code for notice in report.notices]


@pytest.mark.parametrize(
    "content",
    [
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('甲')}</w:sdtContent></w:sdt>",
        f"<w:smartTag>{run('甲')}</w:smartTag>",
        f"<w:customXml>{run('甲')}</w:customXml>",
        f"<w:hyperlink>{run('甲')}</w:hyperlink>",
        f'<w:fldSimple w:instr="DATE">{run("甲")}</w:fldSimple>',
        f"<w:ins>{run('甲')}</w:ins>",
        f"<w:moveTo>{run('甲')}</w:moveTo>",
        f"<w:sdt><w:sdtContent><w:smartTag>{run('甲')}</w:smartTag></w:sdtContent></w:sdt>",
        f"{field('begin')}{code('PAGE')}{field('separate')}{run('甲')}{field('end')}",
        "<w:r><w:ruby><w:rt><w:r><w:t>jiǎ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲</w:t></w:r>"
        "</w:rubyBase></w:ruby></w:r>",
        "<m:oMath><m:r><m:t>甲</m:t></m:r></m:oMath>",
        f"<mc:AlternateContent><mc:Choice>{run('甲')}</mc:Choice><mc:Fallback>{run('乙')}"
        "</mc:Fallback></mc:AlternateContent>",
    ],
)  # fmt: skip
def test_text_in_containers_is_read(read, content):
    assert read(paragraph(run("前") + content + run("后"))).text == "前甲后"


@pytest.mark.parametrize(
    "content",
    [
        "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>",
        f"<w:moveFrom>{run('删')}</w:moveFrom>",
    ],
)
def test_deletions_are_left_out_and_said(read, content):
    report = read(paragraph(run("前") + content + run("后")))
    assert report.text == "前后"
    assert codes(report) == ["tracked-changes"]


def test_insertions_are_said(read):
    assert codes(read(paragraph(f"<w:ins>{run('甲')}</w:ins>"))) == ["tracked-changes"]


def test_paragraph_whose_mark_was_deleted_runs_on(read):
    joined = paragraph("前半，", properties="<w:rPr><w:del/></w:rPr>")
    assert read(joined + paragraph("后半。")).text == "前半，后半。"


def test_deleted_mark_at_the_end_loses_no_text(read):
    assert (
        read(paragraph("甲") + paragraph("乙", properties="<w:rPr><w:del/></w:rPr>")).text
        == "甲\n乙"
    )


def test_codes_of_nested_fields_are_left_out(read):
    inner = field("begin") + code("PAGE") + field("separate") + run("9") + field("end")
    outer = field("begin") + code("IF ") + inner + field("separate") + run("甲") + field("end")
    assert read(paragraph(run("前") + outer + run("后"))).text == "前甲后"


def test_circled_number_written_as_a_field_is_shown(read):
    circled = field("begin") + code(r"eq \o\ac(○,") + run("3") + code(")") + field("end")
    assert read(paragraph(circled + run("办结"))).text == "③办结"


def test_number_that_word_counts_in_a_field_is_said_to_be_lost(read):
    report = read(paragraph(field("begin") + code("AUTONUM") + field("end") + run("甲")))
    assert report.text == "甲"
    assert [notice.code for notice in report.notices] == ["numbers-lost"]


def test_field_without_result_shows_nothing(read):
    assert read(paragraph(run("甲") + field("begin") + code("XE") + field("end"))).text == "甲"


@pytest.mark.parametrize("mark", ["<w:br/>", "<w:cr/>", '<w:br w:type="page"/>'])
def test_break_parts_lines(read, mark):
    report = read(paragraph(run("甲") + f"<w:r>{mark}</w:r>" + run("乙")))
    assert report.text == "甲\n乙"
    assert len(report.blocks) == 2


@pytest.mark.parametrize(
    ("mark", "shown"),
    [
        ("<w:tab/>", "甲\t乙"),
        ("<w:noBreakHyphen/>", "甲-乙"),
        ("<w:softHyphen/>", "甲乙"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "甲✓乙"),
        ('<w:sym w:font="Symbol" w:char="F0B3"/>', "甲≥乙"),
        ('<w:sym w:font="Times" w:char="2014"/>', "甲—乙"),
        ("<w:lastRenderedPageBreak/>", "甲乙"),
        ("<w:footnoteReference/>", "甲乙"),
    ],
)
def test_special_characters(read, mark, shown):
    assert read(paragraph(run("甲") + f"<w:r>{mark}</w:r>" + run("乙"))).text == shown


@pytest.mark.parametrize("char", ["F0AB", "", "ZZ", "110000"])
def test_symbol_without_text_form_is_left_out_and_said(read, char):
    report = read(paragraph(run("甲") + f'<w:r><w:sym w:char="{char}"/></w:r>'))
    assert report.text == "甲"
    assert codes(report) == ["symbols-skipped"]


def test_blanks_count_only_where_the_file_says_so(read):
    bare = "<w:r><w:t> 甲\n</w:t></w:r><w:r><w:t>乙 丙</w:t></w:r>"
    assert read(paragraph(bare)).text == "甲乙 丙"


def test_hidden_text_is_left_out_and_said(read):
    report = read(
        paragraph(run("甲") + run("密", "<w:vanish/>") + run("乙", '<w:vanish w:val="0"/>'))
    )
    assert report.text == "甲乙"
    assert codes(report) == ["hidden-text"]


def test_text_box_is_read_once_after_its_paragraph(read):
    inside = BOX.format(paragraph("框内"))
    shape = (
        f"<w:r><mc:AlternateContent><mc:Choice>{SHAPE.format(inside)}</mc:Choice><mc:Fallback>"
        f"<w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    report = read(paragraph(run("甲") + shape + run("乙")) + paragraph("丙"))
    assert report.text == "甲乙\n框内\n丙"
    assert report.blocks[1].kind is BlockKind.TEXT_BOX


def test_text_box_inside_a_text_box_is_read(read):
    inner = BOX.format(paragraph("内"))
    outer = BOX.format(paragraph(run("外") + f"<w:r>{SHAPE.format(inner)}</w:r>"))
    assert read(paragraph(f"<w:r>{SHAPE.format(outer)}</w:r>")).text == "外\n内"


def test_field_around_a_text_box_does_not_swallow_it(read):
    shape = f"<w:r>{SHAPE.format(BOX.format(paragraph('框内')))}</w:r>"
    body = paragraph(field("begin") + shape + field("end") + run("甲"))
    assert read(body).text == "甲\n框内"


def test_rows_become_lines_with_tabs_between_cells(read):
    report = read(paragraph("表") + table(("项目", "件数"), ("调解", "32")))
    assert report.text == "表\n项目\t件数\n调解\t32"
    assert [block.kind for block in report.blocks[1:]] == [BlockKind.TABLE_ROW] * 2


def test_paragraphs_and_tabs_of_a_cell_stay_in_their_cell(read):
    cell = paragraph("甲") + paragraph(run("乙") + "<w:r><w:tab/></w:r>" + run("丙"))
    assert read(table((cell, "丁"))).text == "甲 乙 丙\t丁"


def test_table_of_one_column_is_page_layout(read):
    report = read(table((paragraph("第一段。") + paragraph("第二段。"),), ("第三段。",)))
    assert report.text == "第一段。\n第二段。\n第三段。"
    assert {block.kind for block in report.blocks} == {BlockKind.PARAGRAPH}


def test_row_with_a_whole_article_in_a_cell_is_page_layout(read):
    article = "".join(paragraph(f"第{n}段。" + "全镇依法行政工作扎实推进。" * 4) for n in "一二三")
    report = read(table(("侧栏", article)))
    assert [block.kind for block in report.blocks] == [BlockKind.PARAGRAPH] * 4


def test_nested_table_is_read_row_by_row(read):
    inner = table(("甲", "乙"), ("丙", "丁"))
    assert read(table(("左", inner + paragraph("")))).text == "左\n甲\t乙\n丙\t丁"


def test_merged_and_deleted_cells_show_nothing(read):
    def cell(properties: str, text: str) -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    row = cell('<w:vMerge w:val="restart"/>', "甲") + cell("", "乙") + cell("<w:cellDel/>", "删")
    below = cell("<w:vMerge/>", "续") + cell("", "丙")
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('', '删')}{cell('', '删')}</w:tr>"
    report = read(f"<w:tbl><w:tr>{row}</w:tr><w:tr>{below}</w:tr>{gone}</w:tbl>")
    assert report.text == "甲\t乙\n丙"


def test_rows_and_cells_in_content_controls_are_read(read):
    cell = f"<w:sdt><w:sdtContent><w:tc>{paragraph('乙')}</w:tc></w:sdtContent></w:sdt>"
    row = f"<w:tr><w:tc>{paragraph('甲')}</w:tc>{cell}</w:tr>"
    body = f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>"
    assert read(body).text == "甲\t乙"


@pytest.mark.parametrize("wrapper", ["sdtContent", "customXml", "ins", "moveTo"])
def test_blocks_in_containers_are_read(read, wrapper):
    body = f"<w:sdt><w:{wrapper}>{paragraph('甲')}{table(('乙', '丙'))}</w:{wrapper}></w:sdt>"
    assert read(body).text == "甲\n乙\t丙"


def test_notes_come_last(read):
    notes = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="1">{paragraph("脚注。")}</w:footnote>'
    )
    report = read(
        paragraph("正文。"),
        footnotes=notes,
        endnotes=f'<w:endnote w:id="1">{paragraph("尾注。")}</w:endnote>',
    )
    assert report.text == "正文。\n脚注。\n尾注。"
    assert [block.kind for block in report.blocks[1:]] == [BlockKind.NOTE] * 2


@pytest.mark.parametrize(
    ("content", "notice"),
    [
        (PICTURE, "pictures-skipped"),
        ("<w:r><w:pict><v:imagedata/></w:pict></w:r>", "pictures-skipped"),
        ("<w:r><w:commentReference/></w:r>", "comments-skipped"),
    ],
)
def test_what_has_no_text_is_said(read, content, notice):
    assert codes(read(paragraph(run("甲") + content))) == [notice]


def test_pictures_are_counted(read):
    (notice,) = read(paragraph(run("甲") + PICTURE * 3)).notices
    assert notice.details == {"count": 3}


@pytest.mark.parametrize(("text", "said"), [("第1页 内部资料", True), ("- 1 -", False)])
def test_text_in_page_margins_is_left_out_and_said(read, text, said):
    report = read(paragraph("甲"), header1=paragraph(text))
    assert report.text == "甲"
    assert codes(report) == (["header-footer-skipped"] if said else [])


def test_table_of_contents_is_marked_as_frame(read):
    first = paragraph(
        field("begin") + code(' TOC \\o "1-3" ') + field("separate") + run("一、成效\t1")
    )
    body = first + paragraph("二、不足\t2") + paragraph(field("end")) + paragraph("一、成效")
    report = read(body)
    assert [block.frame for block in report.blocks] == [True, True, False]
    assert codes(report) == ["contents-list"]


def test_frame_of_a_web_page_pasted_into_word_is_marked(read):
    lines = ["青岭县柳河镇人民政府", "首页 > 政务公开 > 年报", "柳河镇2025年法治政府建设情况报告"]
    body = "".join(map(paragraph, [*lines, "工作有序推进。", "扫一扫在手机打开当前页", "微信"]))
    marked = [block.frame for block in read(body).blocks]
    assert marked == [True, True, False, False, True, True]


def test_number_stands_before_the_first_line_with_text_only(read):
    content = "<w:r><w:br/></w:r>" + run(" 甲") + "<w:r><w:br/></w:r>" + run("乙")
    lists = numbering({0: level(0, "decimal", "%1.")}, {1: 0})
    report = read(paragraph(content, number=(1, 0)), numbering=lists)
    assert report.text == "1.甲\n乙"
    assert [block.number for block in report.blocks] == ["1.", None]


def test_main_part_is_found_by_its_relationship(tmp_path):
    files = unzipped(docx(paragraph("甲"), numbering=""))
    files["word/document2.xml"] = files.pop("word/document.xml")
    files["word/_rels/document2.xml.rels"] = files.pop("word/_rels/document.xml.rels")
    for name in ("_rels/.rels", "[Content_Types].xml"):
        files[name] = files[name].replace(b"word/document.xml", b"word/document2.xml")
    path = tmp_path / "a.docx"
    path.write_bytes(zipped(files))
    assert read_report(str(path)).text == "甲"


def test_strict_documents_are_read(tmp_path):
    files = unzipped(docx(paragraph("甲")))
    files["word/document.xml"] = files["word/document.xml"].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    path = tmp_path / "a.docx"
    path.write_bytes(zipped(files))
    assert read_report(str(path)).text == "甲"
