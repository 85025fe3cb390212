"""One fictional report in every format: with the numbers typed and with Word's own."""

import html
from collections.abc import Callable

import pytest
from tests.readers.docx_builder import docx, level, numbering, paragraph

from reviewer.report import Report

TITLE = "柳河镇关于2025年法治政府建设情况的报告"
# The level of the automatic number from 0, None for a paragraph without one; number; text.
LINES = (
    (None, "", TITLE),
    (None, "", "县委、县政府："),
    (None, "", "2025年，柳河镇扎实推进依法行政，现将有关情况报告如下，请审阅指正。"),
    (0, "一、", "主要举措和成效"),
    (1, "（一）", "加强组织领导。全年召开专题会议6次，研究解决法治建设方面的突出问题12个。"),
    (2, "1.", "2025年制定学法计划，组织集中学法4次，旁听庭审2次，参训干部达到320人次。"),
    (2, "2.", "开展执法培训2期，新增持证执法人员5名，案卷评查合格率保持在百分之百。"),
    (1, "（二）", "化解矛盾纠纷。排查各类矛盾86起，成功调解83起，信访积案全部办结销号。"),
    (2, "1.", "建成村级调解室9个，聘请调解员27名，群众满意度测评位居全县前列。"),
    (0, "二、", "存在的不足"),
    (1, "（一）", "执法力量仍然薄弱，主要原因是编制紧张，专业人员招录困难。"),
    (None, "", "柳河镇人民政府"),
    (None, "", "2026年1月18日"),
)
TEXT = "\n".join(number + text for _, number, text in LINES)
LISTS = numbering(
    {
        0: level(0, "japaneseCounting", "%1、")
        + level(1, "chineseCounting", "（%2）")
        + level(2, "decimal", "%3.")
    },
    {1: 0},
)


def as_page() -> str:
    inner = "".join(f"<p>　　{html.escape(line)}</p>\n" for line in TEXT.splitlines())
    return (
        f'<html><head><meta charset="gb2312"><title>{TITLE}_青岭县</title></head><body>'
        "<ul><li>首页</li><li>政务公开</li></ul><p>当前位置：首页 > 政务公开 > 年报</p>"
        f"<div>{inner}</div><p>扫一扫在手机打开当前页</p><p>主办：青岭县人民政府</p></body></html>"
    )


def as_docx() -> bytes:
    body = (
        paragraph(text, number=None if index is None else (1, index)) for index, _, text in LINES
    )
    return docx("".join(body), numbering=LISTS)


@pytest.mark.parametrize(
    "data",
    [TEXT.encode(), TEXT.encode("gb18030"), as_page().encode("gb18030"), as_docx()],
    ids=["UTF-8", "GB18030", "web page", "docx with automatic numbers"],
)
def test_report_has_the_same_text_in_every_format(
    read_bytes: Callable[[bytes], Report], data: bytes
) -> None:
    report = read_bytes(data)
    lines = [block.span.of(report.text) for block in report.blocks if not block.frame]
    assert lines == TEXT.split("\n")


def test_automatic_numbers_are_told_from_typed_ones(
    read_bytes: Callable[[bytes], Report],
) -> None:
    numbers = [block.number for block in read_bytes(as_docx()).blocks]
    assert numbers == [number or None for _, number, _ in LINES]
    assert {block.number for block in read_bytes(TEXT.encode()).blocks} == {None}
