"""PDF and OFD: what stands at places on pages becomes paragraphs again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.readers.paged_builder import (
    COLUMNS,
    EM,
    HEIGHT,
    LEFT,
    PITCH,
    TOP,
    WIDTH,
    Paragraph,
    Sheet,
    Text,
    ofd,
    pdf,
    set_pages,
    width,
)

from reviewer.report import BlockKind, Report
from reviewer.support.errors import UnreadableReport

Read = Callable[..., Report]
Save = Callable[..., bytes]
SENTENCE = "全镇开展行政执法检查126次，立案办理8件，均依法作出处理并按时公示结果，接受群众监督。"
both = pytest.mark.parametrize("save", [pdf, ofd])


def paragraphs(count: int) -> list[Paragraph]:
    found = [
        Paragraph("松溪镇2025年法治政府建设情况的报告", "centre", 22, "方正小标宋简体"),
        Paragraph("县人民政府：", "left"),
    ]
    for number in range(1, count + 1):
        figure = "一二三四五六七八九"[number % 9]
        found.append(Paragraph(f"（{figure}）规范执法的做法", font="楷体"))
        found.append(Paragraph(f"{number}日起，" + SENTENCE * (number % 4 + 1)))
    found.append(Paragraph("松溪镇人民政府", "right"))
    found.append(Paragraph("2026年1月12日", "right"))
    return found


def lines(report: Report) -> list[str]:
    return report.text.splitlines()


@both
def test_rows_become_the_paragraphs_they_were(read_bytes: Read, save: Save) -> None:
    written = paragraphs(12)
    sheets = set_pages(written)
    assert len(sheets) > 2
    report = read_bytes(save(sheets))
    assert lines(report) == [paragraph.text for paragraph in written]
    assert report.format == save.__name__


@both
def test_layout_tells_size_and_centring(read_bytes: Read, save: Save) -> None:
    title, addressee, *_ = read_bytes(save(set_pages(paragraphs(9)))).blocks
    assert (title.layout.size, title.layout.centered) == (22.0, True)
    assert (addressee.layout.size, addressee.layout.centered) == (16.0, False)


def test_ofd_names_the_fonts_of_headings(read_bytes: Read) -> None:
    fonts = [block.layout.font for block in read_bytes(ofd(set_pages(paragraphs(2)))).blocks]
    assert fonts[0] == "方正小标宋简体"
    assert fonts[2:4] == ["楷体", "仿宋"]


@both
@pytest.mark.parametrize("shape", ["— {} —", "-{}-", "{}", "第{}页", "第{}页 共3页", "{}/3"])
def test_page_numbers_of_every_shape_are_left_out(read_bytes: Read, save: Save, shape: str) -> None:
    sheets = set_pages(paragraphs(12), numbers=False)
    for number, sheet in enumerate(sheets, 1):
        sheet.texts.append(Text(WIDTH / 2, HEIGHT - 60, shape.format(number), 12))
    assert lines(read_bytes(save(sheets))) == [paragraph.text for paragraph in paragraphs(12)]


@both
def test_running_heads_are_left_out_and_said(read_bytes: Read, save: Save) -> None:
    sheets = set_pages(paragraphs(12))
    for sheet in sheets:
        sheet.texts.append(Text(LEFT, 60, "松溪镇党政办公室文稿", 10))
    report = read_bytes(save(sheets))
    assert "文稿" not in report.text
    assert "header-footer-skipped" in {notice.code for notice in report.notices}


@both
def test_a_small_running_head_of_a_single_page_is_left_out_and_said(
    read_bytes: Read, save: Save
) -> None:
    (sheet,) = set_pages(paragraphs(1))
    sheet.texts.append(Text(LEFT, 45, "松溪镇党政办公室文稿", 9))
    report = read_bytes(save([sheet]))
    assert "文稿" not in report.text
    assert "header-footer-skipped" in {notice.code for notice in report.notices}


@both
def test_few_short_rows_of_one_length_are_not_taken_for_the_margin(
    read_bytes: Read, save: Save
) -> None:
    said = ["一、主要做法", SENTENCE, "二、存在问题", "执法力量不足，持证的人员只有五人。"]
    places = ("left", "body", "left", "body")
    sheets = set_pages([Paragraph(text, place) for text, place in zip(said, places, strict=True)])
    for text in sheets[0].texts:
        # An indent narrower than the two characters that tell of a paragraph.
        text.x -= EM if text.x == LEFT + 2 * EM else 0
    assert lines(read_bytes(save(sheets))) == said


@both
def test_pages_that_say_the_same_and_nothing_else_are_text(read_bytes: Read, save: Save) -> None:
    sheets = [Sheet([Text(LEFT, 60, f"附件{number}")]) for number in range(1, 4)]
    assert "".join(lines(read_bytes(save(sheets)))) == "附件1附件2附件3"


@both
def test_a_figure_in_the_body_is_no_page_number(read_bytes: Read, save: Save) -> None:
    sheet = Sheet([Text(LEFT, 400, "12"), Text(LEFT, 430, "项任务")])
    assert read_bytes(save([sheet])).text.startswith("12")


@both
def test_short_rows_alone_on_a_page_stay_lines(read_bytes: Read, save: Save) -> None:
    names = [f"第{place}项规范性文件目录" for place in "一二三四五六七八九十"]
    last = Sheet([Text(LEFT + 2 * EM, TOP + row * PITCH, name) for row, name in enumerate(names)])
    report = read_bytes(save([*set_pages(paragraphs(12)), last]))
    assert lines(report)[-len(names) :] == names


@both
def test_two_columns_are_read_one_after_the_other(read_bytes: Read, save: Save) -> None:
    left = "左栏先写综合执法改革的进展情况以及成效和经验"
    right = "右栏再写矛盾纠纷化解机制的运行情况和存在困难"
    sheet = Sheet([Text(LEFT, TOP - 40, "松溪镇法治政府建设简报第十二期总第四十六期专刊全文如下")])
    for row in range(8):
        start, end = row * 2, row * 2 + 14
        sheet.texts.append(Text(LEFT, TOP + row * 20, (left * 2)[start:end], 14))
        sheet.texts.append(Text(LEFT + 14 * 14 + 30, TOP + row * 20, (right * 2)[start:end], 14))
    text = read_bytes(save([sheet])).text
    assert text.rindex("左栏先写"[2:]) < text.index(right[:10])


def centred(row: str, y: float, size: float) -> Text:
    return Text((WIDTH - width(row, size)) / 2, y, row, size)


@both
def test_a_title_that_fills_its_first_row_is_one_line(read_bytes: Read, save: Save) -> None:
    sheets = set_pages(paragraphs(6)[1:])
    parts = ("松溪镇人民政府关于2025年度法治政府建设工", "作情况的报告")
    for row, part in enumerate(parts):
        sheets[0].texts.append(centred(part, 60 + 30 * row, 22))
    assert lines(read_bytes(save(sheets)))[0] == "".join(parts)


@both
def test_a_title_on_two_lines_of_its_own_stays_two(read_bytes: Read, save: Save) -> None:
    sheets = set_pages(paragraphs(6)[1:])
    for row, part in enumerate(("松溪镇人民政府", "关于2025年度法治政府建设情况的报告")):
        sheets[0].texts.append(centred(part, 60 + 30 * row, 22))
    assert lines(read_bytes(save(sheets)))[:2] == [
        "松溪镇人民政府",
        "关于2025年度法治政府建设情况的报告",
    ]


@both
def test_a_blank_between_two_names_is_seen_though_nobody_painted_it(
    read_bytes: Read, save: Save
) -> None:
    first, second = "中共松溪镇委员会", "松溪镇人民政府"
    sheet = Sheet([Text(LEFT, TOP, first), Text(LEFT + width(first) + 0.3 * EM, TOP, second)])
    assert read_bytes(save([sheet])).text == f"{first} {second}"


@both
def test_a_signature_that_fills_the_row_runs_on_into_the_next(read_bytes: Read, save: Save) -> None:
    sheets = set_pages(paragraphs(2)[:-2])
    right, last = LEFT + COLUMNS * EM, sheets[-1].texts[-2].y
    names = ("中共青岭区松溪街道工作委员会、青岭区人民政府松溪街道办", "事处", "2026年1月12日")
    for row, part in enumerate(names, 1):
        sheets[-1].texts.append(Text(right - width(part), last + row * PITCH, part))
    assert lines(read_bytes(save(sheets)))[-2:] == [names[0] + names[1], names[2]]


@both
def test_paragraphs_parted_by_a_gap_alone_are_told_apart(read_bytes: Read, save: Save) -> None:
    full = "全镇开展行政执法检查一百二十六次立案办理八件均依法公示"
    sheet = Sheet()
    y = TOP
    for number in range(6):
        for row in range(1 + number % 2):
            sheet.texts.append(Text(LEFT, y, full[:COLUMNS] if row else full[1:] + "。"))
            y += 20
        y += 14
    assert len(lines(read_bytes(save([sheet])))) == 6


@both
def test_a_quotation_mark_keeps_the_words_beside_it_in_a_row(read_bytes: Read, save: Save) -> None:
    rows = ("充分发挥社会治理服务中心作用，全面落", "实“1+6+N”联动机制，整合司法等力量。")
    body = "全镇开展行政执法检查一百二十六次，立案八件"
    sheet = Sheet([Text(LEFT, TOP, rows[0]), Text(LEFT, TOP + PITCH, rows[1])])
    sheet.texts += [Text(LEFT, TOP + row * PITCH, body) for row in range(2, 12)]
    assert lines(read_bytes(save([sheet])))[0].startswith("".join(rows))


@both
def test_the_last_page_of_a_text_in_columns_is_read_in_columns(
    read_bytes: Read, save: Save
) -> None:
    measure, size = 14, 14
    right = LEFT + measure * size + 30
    body = "全镇开展行政执法检查一百二十六"[:measure]
    full = Sheet()
    for row in range(8):
        full.texts.append(Text(LEFT, TOP + row * 20, body, size))
        full.texts.append(Text(right, TOP + row * 20, body, size))
    last = Sheet([Text(LEFT, TOP, "左栏收尾并说明情况如下文所述的", size)])
    last.texts.append(Text(LEFT, TOP + 20, "结尾。", size))
    name, date = "松溪镇人民政府", "2026年1月12日"
    for row, part in enumerate((name, date)):
        end = right + measure * size
        last.texts.append(Text(end - width(part, size), TOP + 3 + row * 20, part, size))
    assert lines(read_bytes(save([full, last])))[-3:] == [
        body * 16 + "左栏收尾并说明情况如下文所述的结尾。",
        name,
        date,
    ]


@both
def test_ruled_table_becomes_rows_with_cells(read_bytes: Read, save: Save) -> None:
    sheet = Sheet([Text(LEFT, TOP, "附表如下：")])
    xs, ys = [LEFT, LEFT + 120, LEFT + 220, LEFT + 420], [200.0, 230.0, 300.0, 330.0]
    sheet.lines += [(xs[0], y, xs[-1], y) for y in ys]
    sheet.lines += [(x, ys[0], x, ys[-1]) for x in xs]
    cells = [
        ["事项", "数量", "说明"],
        ["行政处罚", "8", "均已公示，其中两件"],
        ["调解纠纷", "61", ""],
    ]
    for row, texts in enumerate(cells):
        for column, text in enumerate(texts):
            sheet.texts.append(Text(xs[column] + 5, ys[row] + 20, text))
    sheet.texts.append(Text(xs[2] + 5, ys[1] + 45, "为简易程序"))
    sheet.texts.append(Text(LEFT, 380, "特此说明。"))
    report = read_bytes(save([sheet]))
    assert lines(report) == [
        "附表如下：",
        "事项\t数量\t说明",
        "行政处罚\t8\t均已公示，其中两件为简易程序",
        "调解纠纷\t61",
        "特此说明。",
    ]
    kinds = [block.kind for block in report.blocks]
    assert kinds.count(BlockKind.TABLE_ROW) == 3


@both
def test_merged_cells_are_one(read_bytes: Read, save: Save) -> None:
    xs, ys = [LEFT, LEFT + 120, LEFT + 240], [200.0, 230.0, 260.0, 290.0]
    sheet = Sheet()
    sheet.lines += [(xs[0], y, xs[-1], y) for y in (ys[0], ys[1], ys[3])]
    sheet.lines += [(xs[1], ys[2], xs[2], ys[2])]
    sheet.lines += [(x, ys[0], x, ys[-1]) for x in (xs[0], xs[2])] + [(xs[1], ys[1], xs[1], ys[3])]
    for x, y, text in ((200, 220, "执法情况"), (xs[0], 265, "检查"), (xs[1], 250, "春季9次"),
                       (xs[1], 280, "秋季8次")):  # fmt: skip
        sheet.texts.append(Text(x + 5, y, text))
    assert lines(read_bytes(save([sheet]))) == ["执法情况", "检查\t春季9次", "秋季8次"]


@both
def test_rows_in_columns_without_lines_are_a_table(read_bytes: Read, save: Save) -> None:
    sheet = Sheet()
    for row, (name, count) in enumerate([("事项", "数量"), ("处罚", "8"), ("调解", "61")]):
        sheet.texts.append(Text(LEFT, TOP + row * PITCH, name))
        sheet.texts.append(Text(LEFT + 12 * EM, TOP + row * PITCH, count))
    assert lines(read_bytes(save([sheet]))) == ["事项\t数量", "处罚\t8", "调解\t61"]


@both
def test_scan_is_told_from_an_empty_file(read_bytes: Read, save: Save) -> None:
    for sheet, code in (
        (Sheet(pictures=[(0, 0, WIDTH, HEIGHT)]), "scanned"),
        (Sheet(), "empty"),
    ):
        with pytest.raises(UnreadableReport) as caught:
            read_bytes(save([sheet]))
        assert caught.value.code == code


@both
def test_pages_that_are_pictures_are_named(read_bytes: Read, save: Save) -> None:
    sheets = [*set_pages(paragraphs(3)), Sheet(pictures=[(0, 0, WIDTH, HEIGHT)])]
    report = read_bytes(save(sheets))
    said = {notice.code: notice.details for notice in report.notices}
    assert said["pages-scanned"] == {"pages": str(len(sheets))}
