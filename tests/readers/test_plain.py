import pytest

TEXT = "柳河镇关于2025年法治政府建设情况的报告\n\n县委、县政府：\n\u3000\u3000一、主要举措和成效\n"
TRADITIONAL = "關於本年度依法行政工作之報告\n一、主要措施及成效\n召開專題會議六次，辦理陳情案件。\n"


def test_every_line_that_is_not_blank_becomes_a_paragraph(read_bytes):
    report = read_bytes(TEXT.encode())
    assert report.text == (
        "柳河镇关于2025年法治政府建设情况的报告\n县委、县政府：\n一、主要举措和成效"
    )
    assert (report.format, report.encoding, report.notices) == ("txt", "utf-8", ())


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_is_the_same_in_every_encoding(read_bytes, encoding):
    assert read_bytes(TEXT.encode(encoding)).text == read_bytes(TEXT.encode()).text


def test_guessed_encoding_is_said(read_bytes):
    report = read_bytes(TRADITIONAL.encode("big5"))
    assert report.encoding == "big5"
    (notice,) = report.notices
    assert (notice.code, notice.details) == ("encoding-guessed", {"encoding": "big5"})


def test_reopening_with_another_encoding_is_obeyed(read_bytes):
    report = read_bytes(TEXT.encode("gb18030"), "big5")
    assert report.encoding == "big5"
    assert "柳河镇" not in report.text
    assert read_bytes(TEXT.encode("gb18030"), "GBK").text == read_bytes(TEXT.encode()).text


def test_damaged_characters_are_counted(read_bytes):
    data = TEXT.encode("gb18030")
    report = read_bytes(data[:20] + b"\xff" + data[20:])
    assert "characters-damaged" in [notice.code for notice in report.notices]


def test_lines_of_a_copied_page_are_marked(read_bytes):
    lines = [
        "青岭县柳河镇人民政府",
        "首页 > 政务公开 > 年度报告",
        *TEXT.split(),
        "工作有序推进。",
        "微信",
    ]
    report = read_bytes("\n".join(lines).encode())
    marked = [block.span.of(report.text) for block in report.blocks if block.frame]
    assert marked == [lines[0], "首页 > 政务公开 > 年度报告", "微信"]


def test_marks_of_markdown_are_no_text(read_bytes):
    report = read_bytes("# 报告\n## 一、成效\n**（一）学法。**五次。\n".encode())
    assert report.text == "报告\n一、成效\n（一）学法。五次。"


def test_stars_without_markdown_stay(read_bytes):
    assert read_bytes("**镇**年报告\n#1 会议室\n".encode()).text == "**镇**年报告\n#1 会议室"
