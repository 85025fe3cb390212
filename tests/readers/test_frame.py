import pytest

from reviewer.readers.frame import Main, load_frame

TITLE = "柳河镇关于2025年法治政府建设情况的报告"
BODY = [
    "2025年,柳河镇坚持依法行政,各项工作取得新进展。",
    "一、主要工作及成效",
    "(一)加强组织领导。全年召开专题会议六次。",
    "二、存在的不足",
    "个别干部法治意识有待提高。",
]
SIGNATURE = ["柳河镇人民政府", "2026年1月18日"]


def framed(lines: list[str], main: Main | None = None, title: str = "") -> list[str]:
    return [lines[index] for index in sorted(load_frame().find(lines, main, title))]


def test_report_without_a_frame_has_no_frame_line():
    assert framed([TITLE, "县委、县政府：", *BODY, *SIGNATURE]) == []


def test_lines_around_a_copied_page_are_frame():
    head = ["青岭县柳河镇人民政府", "您当前的位置:首页 >政务公开 >法治政府建设年度报告"]
    tail = ["扫一扫在手机打开当前页", "微信", "微博", "政务新媒体", "县级部门", "其他网站"]
    lines = [*head, TITLE, "日期:2026-01-26", *BODY, *tail]
    assert framed(lines) == [*head, "日期:2026-01-26", *tail]


@pytest.mark.parametrize(
    "line",
    [
        "当前位置：首页>>信息公开",
        "首页 > 政务公开 > 法定主动公开内容",
        "网站 » 公开 » 年报",
        "索引号：11500123/2026-00012",
        "索引号\t11500123/2026-00012\t发布机构\t柳河镇",
        "[ 发布时间 ]: 2026-01-20",
        "发布时间：2026-01-20 来源：柳河镇 字体：【大 中 小】 浏览次数：12",
        "2026-01-20 10:22 来源：柳河镇",
        "2026-01-20 10:22:05",
        "登录 | 注册",
        "首页 政务公开 政务服务 互动交流",
        "字体：大 中 小",
        "无障碍阅读",
        "分享到：",
        "标题：柳河镇关于2025年法治政府建设情况的报告",
        "| 索引号 | 11500123/2026-00012 | 发文字号 | |",
        "| 生成日期 | 2026-01-20 09:03:18 | 是否有效 |",
        "| 标题: | 柳河镇关于2025年法治政府建设情况的报告 | ||",
        "发文日期: | 2026-01-20 | 发布机构: | 柳河镇人民政府 |",
        "| [ 成文日期 ] | 2026-01-20 | [ 发布日期 ] | 2026-01-21 |",
        "|---|:---:|---|",
        "---|---|",
        "[ 索引号 ] 11500123/2026-00012 [ 发文字号 ]",
        "【发布机构】柳河镇人民政府",
        "• 主题分类: 政务公开",
        "- 发 布 机 构：柳河镇",
        "• 体       裁: 报告",
        "-",
        "发布日期2026-01-20",
        "青岭县人民政府 发布时间: 2026-01-20 09:36",
        "语音播报 暂停",
        "进入播报模式",
    ],
)
def test_line_above_the_title_is_frame(line):
    assert framed([line, TITLE, *BODY]) == [line]


def test_values_on_lines_of_their_own_belong_to_their_keys():
    head = ["索引号：", "11500123/2026-00012", "标题", TITLE, "发布机构", "柳河镇"]
    assert framed([*head, TITLE, *BODY]) == head


def test_table_below_a_heading_is_no_frame():
    table = ["| 年度 | 案件数 |", "|---|---|", "| 2025 | 12 |"]
    assert framed([TITLE, *BODY, *table, "以上报告，请审阅。", *SIGNATURE]) == []


def test_empty_cell_of_a_table_takes_no_line_along():
    lines = ["| 文号: | |", "中共柳河镇委员会", "关于2025年法治政府建设情况的报告", *BODY]
    assert framed(lines) == ["| 文号: | |"]


def test_empty_field_does_not_take_the_title_along():
    assert framed(["浏览次数：", TITLE, *BODY]) == ["浏览次数："]


def test_empty_field_does_not_take_the_addressee_along():
    assert framed([TITLE, "来源：", "县委、县政府：", *BODY]) == ["来源："]


@pytest.mark.parametrize(
    "above", [[], ["索引号：0001"], ["首页 > 公开 > 年报", "日期：2026-01-02"]]
)
def test_title_of_several_lines_stays_whole(above):
    title = ["中共柳河镇委员会", "柳河镇人民政府", "关于2025年法治政府建设情况的报告"]
    assert framed([*above, *title, *BODY, *SIGNATURE]) == above


def test_site_name_without_navigation_below_it_is_left_alone():
    assert framed(["柳河镇人民政府", TITLE, *BODY]) == []


def test_second_copy_of_the_title_counts_as_frame():
    lines = [TITLE, "索引号：0001", "发布日期：2026-01-20", TITLE, *BODY]
    assert framed(lines) == lines[:3]


def test_without_a_title_the_metadata_is_frame_all_the_same():
    head = ["柳河镇", "索引号：0001", f"信息名称：{TITLE}"]
    assert framed([*head, *BODY]) == head


@pytest.mark.parametrize(
    "tail",
    [
        ["上一篇：没有了", "下一篇：关于节日值班的通知"],
        ["【打印】【关闭】", "主办：青岭县人民政府办公室", "某ICP备2020号"],
        ["责任编辑：李某"],
        ["附件下载", "报告.docx"],
        ["版权所有 青岭县人民政府 地址：青岭县中心路1号 建议使用1024×768分辨率浏览本站。"],
        ["(此件公开发布)", "打印本页", "关闭窗口"],
    ],
)  # fmt: skip
def test_footer_reaches_to_the_end_and_spares_the_signature(tail):
    assert framed([TITLE, *BODY, *SIGNATURE, *tail]) == tail


def test_signature_below_a_footer_line_is_not_frame():
    lines = [TITLE, *BODY, "打印本页", *SIGNATURE, "关闭窗口"]
    assert framed(lines) == ["打印本页", "关闭窗口"]


@pytest.mark.parametrize(
    "date", ["2026年1月18日", "二〇二六年一月十八日", "2026-01-18", "2026年1月"]
)
def test_date_of_signature_is_not_frame(date):
    assert framed([TITLE, *BODY, "柳河镇人民政府", date]) == []


def test_body_line_is_frame_on_exact_wording_only():
    body = [
        *BODY,
        "【打印】",
        "微信、微博等新媒体发布普法信息30条。",
        "扫一扫，就能办事。",
        BODY[0],
    ]
    assert framed([TITLE, *body]) == ["【打印】"]


@pytest.mark.parametrize(
    "line",
    [
        "时间：全年。",
        "联系我们的工作实际，抓好整改。",
        "上一年度问题已整改。",
        "来源于群众的建议12件。",
    ],
)
def test_sentence_that_begins_like_a_frame_line_is_not_frame(line):
    assert framed([TITLE, *BODY, line, *BODY]) == []


def test_lines_outside_the_main_text_of_a_page_are_frame():
    menu, side, foot = ["县情", "政务"], ["通知公告"], ["某某网站"]
    lines = [*menu, TITLE, *side, *BODY, *SIGNATURE, *foot]
    main = Main(4, 4 + len(BODY) + len(SIGNATURE))
    assert framed(lines, main) == [*menu, *side, *foot]


def test_title_that_the_head_of_the_page_names_is_preferred():
    lines = ["首页 > 公开 > 年报", TITLE, "法治政府建设年度报告", *BODY]
    assert framed(lines, Main(3, len(lines)), f"{TITLE}-青岭县") == [lines[0], lines[2]]


def test_signature_outside_the_main_text_is_not_frame():
    lines = [TITLE, *BODY, *SIGNATURE, "某某网站"]
    assert framed(lines, Main(0, 1 + len(BODY))) == ["某某网站"]
