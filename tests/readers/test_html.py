import pytest

from reviewer.report import BlockKind

TITLE = "柳河镇2025年法治政府建设情况报告"
PROSE = "柳河镇坚持依法行政，全年召开专题会议六次，研究解决法治建设方面的突出问题十二个。"


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def lines(report) -> list[str]:
    return report.text.split("\n")


def framed(report) -> list[str]:
    return [block.span.of(report.text) for block in report.blocks if block.frame]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>甲</p><p>乙</p>", ["甲", "乙"]),
        ("<div>甲<br>乙<br/>丙</div>", ["甲", "乙", "丙"]),
        ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
        ("<p>甲<b>乙</b><span>丙</span><a href='#'>丁</a></p>", ["甲乙丙丁"]),
        ("<p>甲<st1:chsdate>2025年</st1:chsdate><o:p>乙</o:p></p>", ["甲2025年乙"]),
        ("<ul><li>甲</li><li>乙</li></ul>", ["甲", "乙"]),
        ("<p>  甲\n  乙  </p>", ["甲乙"]),
        ("<p>in\n two</p>", ["in two"]),
        ("<p>甲&nbsp;乙&#12288;丙&amp;丁</p>", ["甲\xa0乙\u3000丙&丁"]),
        ("<pre>甲\n乙</pre>", ["甲", "乙"]),
        ("<p>甲</p><p>&nbsp;</p><p> </p><p>乙</p>", ["甲", "乙"]),
        ("<p>甲<p>乙", ["甲", "乙"]),
        ("甲<p>乙</p>丙", ["甲", "乙", "丙"]),
    ],
)
def test_blocks_and_breaks_part_lines(read_bytes, body, expected):
    assert lines(read_bytes(page(body).encode())) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var 密;</script>",
        "<style>密</style>",
        "<noscript>密</noscript>",
        "<select><option>密</option></select>",
        "<!-- 密 -->",
        '<p style="DISPLAY: none">密</p>',
        '<div style="visibility:hidden"><p>密</p></div>',
        "<div hidden><p>密</p></div>",
        "<iframe>密</iframe>",
        "<textarea>密</textarea>",
    ],
)
def test_what_a_page_does_not_show_is_left_out(read_bytes, hidden):
    assert lines(read_bytes(page(f"<p>甲</p>{hidden}乙").encode())) == ["甲", "乙"]


@pytest.mark.parametrize(
    ("encoding", "head", "name"),
    [
        ("gb18030", '<meta charset="gb2312">', "gb18030"),
        ("gb18030", '<meta http-equiv="Content-Type" content="text/html; charset=GBK">', "gb18030"),
        ("gb18030", "", "gb18030"),
        ("utf-8", "<meta charset=utf-8>", "utf-8"),
        ("utf-8", '<meta charset="gb2312">', "utf-8"),
        ("gb18030", '<meta charset="utf-8">', "gb18030"),
        ("utf-8", '<meta charset="no-such">', "utf-8"),
        ("utf-8-sig", '<meta charset="gb2312">', "utf-8"),
        ("utf-16", "", "utf-16-le"),
    ],
)
def test_encoding_is_declared_or_proved(read_bytes, encoding, head, name):
    report = read_bytes(page(f"<p>{PROSE}</p>", head).encode(encoding))
    assert (report.text, report.encoding, report.notices) == (PROSE, name, ())


def test_encoding_the_user_chose_overrules_the_page(read_bytes):
    data = page(f"<p>{PROSE}</p>", '<meta charset="utf-8">').encode()
    assert read_bytes(data, "gb18030").encoding == "gb18030"


def test_rows_of_a_table_become_lines(read_bytes):
    table = "<table><tr><th>项目</th><th>件数</th></tr><tr><td>调解</td><td>32</td></tr></table>"
    report = read_bytes(page(f"<p>甲</p>{table}").encode())
    assert lines(report) == ["甲", "项目\t件数", "调解\t32"]
    assert report.blocks[1].kind is BlockKind.TABLE_ROW


def test_table_around_a_whole_article_gives_paragraphs(read_bytes):
    inner = f"<h1>{TITLE}</h1><p>{PROSE}</p><p>一、成效</p><p>{PROSE}</p>"
    layout = (
        f"<table><tr><td>侧栏</td><td><table><tr><td>{inner}</td></tr></table></td></tr></table>"
    )
    report = read_bytes(page(layout).encode())
    assert lines(report) == ["侧栏", TITLE, PROSE, "一、成效", PROSE]
    assert {block.kind for block in report.blocks} == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize("around", ["<table>{}</table>", "<div>{}</div>", "{}"])
def test_cell_without_a_row_is_read(read_bytes, around):
    assert "甲" in read_bytes(page(around.format("<td>甲</td>")).encode()).text


def test_headings_bold_and_place_reach_the_layout(read_bytes):
    body = (
        f'<h2 align="center">{TITLE}</h2><p><strong>加强领导。</strong>定期研究部署。</p>'
        '<p style="font-family: 黑体; font-size: 16px; text-align:center">一、成效</p>'
        "<center><p>二、不足</p></center>"
    )
    title, run_in, heading, centred = (
        block.layout for block in read_bytes(page(body).encode()).blocks
    )
    assert (title.outline_level, title.centered, title.bold) == (2, True, True)
    assert (run_in.lead, run_in.bold, run_in.centered) == (5, False, False)
    assert (heading.font, heading.size, heading.centered) == ("黑体", 12.0, True)
    assert centred.centered


def test_frame_around_the_main_text_is_marked_not_deleted(read_bytes):
    body = (
        "<div><ul><li>首页</li><li>县情</li></ul></div>"
        "<div>当前位置：<a>首页</a> &gt; <a>政务公开</a></div>"
        f"<div><h1>{TITLE}</h1><p>发布时间：2026-01-20 来源：柳河镇</p>"
        f"<div id=zoom><p>县委、县政府：</p><p>{PROSE}</p><p>一、成效</p><p>{PROSE}</p>"
        "<p>柳河镇人民政府</p><p>2026年1月18日</p></div></div>"
        "<div><p>扫一扫在手机打开当前页</p><p>某某网站</p></div>"
    )
    report = read_bytes(page(body).encode())
    assert framed(report) == [
        "首页",
        "县情",
        "当前位置：首页 > 政务公开",
        "发布时间：2026-01-20 来源：柳河镇",
        "扫一扫在手机打开当前页",
        "某某网站",
    ]
    assert TITLE in lines(report)


def test_title_and_date_of_the_head_come_first_where_the_body_lacks_them(read_bytes):
    head = f'<title>{TITLE}_青岭县</title><meta name="ArticleTitle" content="{TITLE}">'
    head += '<meta name="PubDate" content="2026-01-20 10:22">'
    report = read_bytes(page(f"<p>{PROSE}</p>", head).encode())
    assert framed(report) == [TITLE, "2026-01-20 10:22"]
    assert lines(report)[2] == PROSE


def test_title_of_the_head_is_not_repeated(read_bytes):
    report = read_bytes(page(f"<h1>{TITLE}</h1><p>{PROSE}</p>", f"<title>{TITLE}</title>").encode())
    assert lines(report) == [TITLE, PROSE]
    assert framed(report) == []


def test_pictures_are_counted(read_bytes):
    (notice,) = read_bytes(page("<p>甲<img src=a><img src=b></p>").encode()).notices
    assert (notice.code, notice.details) == ("pictures-skipped", {"count": 2})


def test_tags_that_are_never_closed_lose_no_text(read_bytes):
    body = "".join(f"<div><font><span>第{n}段" for n in range(300))
    assert len(lines(read_bytes(page(body).encode()))) == 300


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ol><li>甲</li><li>乙</li></ol>", ["1.甲", "2.乙"]),
        ("<ol start=3><li>甲<li value=7>乙<li>丙</ol>", ["3.甲", "7.乙", "8.丙"]),
        ("<ol type=a><li><p>甲</p><p>乙</p></li></ol>", ["a.甲", "乙"]),
        ('<ol style="list-style-type: cjk-ideographic"><li> 甲</li></ol>', ["一、甲"]),
        ("<ol style='list-style:none'><li>甲</li></ol>", ["甲"]),
        ("<ol><li>甲<ul><li>乙</li></ul></li><li>丙</li></ol>", ["1.甲", "乙", "2.丙"]),
        ("<ol><li></li><li>甲</li></ol>乙", ["2.甲", "乙"]),
        ("<ol start=99999999999><li>甲</ol><li>乙</li>", ["1.甲", "乙"]),
    ],
)
def test_items_of_an_ordered_list_show_their_numbers(read_bytes, body, expected):
    assert lines(read_bytes(page(body).encode())) == expected


def test_number_of_a_list_item_is_told_from_typed_ones(read_bytes):
    (block,) = read_bytes(page("<ol><li>甲</li></ol>").encode()).blocks
    assert block.number == "1."
