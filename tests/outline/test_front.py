"""Unit, year and dates, from every wording of titles and signatures."""

from __future__ import annotations

import datetime

import pytest

from reviewer.outline.dates import publication_date, read_date
from reviewer.outline.lexicon import load_lexicon
from reviewer.outline.lines import read_lines
from reviewer.outline.own_name import unit_in_body
from reviewer.outline.unit import unit_in
from reviewer.outline.year import year_by_date, year_in
from reviewer.report import Block, Located, Report, Span
from reviewer.support.folding import fold

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("松坪镇关于2024年法治政府建设情况的报告", "松坪镇"),
        ("澜州市汀南区松坪镇人民政府2024年法治政府建设年度报告", "松坪镇"),
        ("云岚县柳林乡人民政府关于2023年度法治政府建设情况的报告", "柳林乡"),
        ("汀南区人民政府金桂街道办事处关于2023年度法治政府建设情况的报告", "金桂街道"),
        ("汀南区金桂街办2023年依法行政工作总结", "金桂街道"),
        ("中共松坪镇委员会松坪镇人民政府关于2023年法治政府建设情况的报告", "松坪镇"),
        ("中共云岚县松坪镇委员会云岚县松坪镇人民政府关于2023年法治政府建设情况的报告", "松坪镇"),
        ("2024年度金桂街道法治政府建设工作情况报告", "金桂街道"),
        ("二〇二四年松坪镇法治政府建设报告", "松坪镇"),
        ("关于松坪镇2024年法治政府建设情况的报告", "松坪镇"),
        ("红旗镇2024年法治政府建设报告", "红旗镇"),
        ("中共红旗镇委员会红旗镇人民政府关于2023年法治政府建设情况的报告", "红旗镇"),
        ("旧县镇人民政府关于2023年法治政府建设情况的报告", "旧县镇"),
        ("云岚县旧县镇人民政府关于2023年法治政府建设情况的报告", "旧县镇"),
        ("云岚县城关镇2023年法治政府建设情况报告", "城关镇"),
        ("古镇镇2023年法治政府建设情况报告", "古镇镇"),
        ("镇头镇2023年法治政府建设情况报告", "镇头镇"),
        ("水乡街道2023年法治政府建设情况报告", "水乡街道"),
        ("南区街道2023年法治政府建设情况报告", "南区街道"),
        ("澜州市市中区新江湾城街道2023年法治政府建设情况报告", "新江湾城街道"),
        ("云岭省沱沱自治州云岚市中坪乡人民政府2023年法治政府建设情况报告", "中坪乡"),
        ("青州自治区北山盟右翼前旗满族屯满族乡2024年法治政府建设情况报告", "满族屯满族乡"),
        ("云岭省云岚苗族自治县桐岭漯瑶族乡2024年法治政府建设报告", "桐岭漯瑶族乡"),
        ("云岚县石湖民族乡2024年法治政府建设报告", "石湖民族乡"),
        ("白音苏木2024年法治政府建设报告", "白音苏木"),
        ("茶镇2024年法治政府建设报告", "茶镇"),
        ("云峰山经济技术开发区杏花街道2024年法治政府建设报告", "杏花街道"),
        ("２０２４年度金桂街道法治政府建设工作情况报告", "金桂街道"),
        ("汀南区金桂街2024年法治政府建设报告", "金桂街"),
        ("汀南区金桂街办事处2024年法治政府建设报告", "金桂街"),
        ("大街街道2024年法治政府建设报告", "大街街道"),
        ("老街镇2024年法治政府建设报告", "老街镇"),
        ("印发松坪镇2024年法治政府工作情况的报告", "松坪镇"),
        ("关于报送松坪镇2024年法治政府建设情况的报告", "松坪镇"),
    ],
)
def test_unit_is_the_short_name_in_the_title(title, unit):
    found = unit_in(title, 0, LEXICON)
    assert found is not None
    assert found.value == unit


@pytest.mark.parametrize(
    "title", ["2024年法治政府建设情况报告", "云岚县2024年法治政府建设报告", "法治政府建设年度报告"]
)
def test_title_without_township_names_no_unit(title):
    assert unit_in(title, 0, LEXICON) is None


def test_unit_is_the_name_the_body_gives_itself_most_often():
    text = (
        "2024年，松坪镇持续推进依法行政，各乡镇经验得到推广。我镇与柏溪乡共建。松坪镇党委很重视。"
    )
    found = unit_in_body(fold(text), [Span(0, len(text))], LEXICON)
    assert found is not None
    assert (found.value, found.span.of(text)) == ("松坪镇", "松坪镇")


def test_body_that_names_no_unit_gives_none():
    text = "我镇认真落实各乡镇工作要求，全镇上下共同努力，城镇面貌一新。"
    assert unit_in_body(text, [Span(0, len(text))], LEXICON) is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("2024年，松城镇坚持问题导向。松城镇地处山区。", "松城镇"),
        ("2024年，古村街道深入推进依法行政。", "古村街道"),
        ("现将小溪街道办事处2024年工作报告如下：", "小溪街道"),
        ("现将松坪镇2024年度工作情况报告如下。", "松坪镇"),
        ("制定《松坪镇普法要点》，印发《松坪镇应急预案》。", "松坪镇"),
        ("结合松坪镇的工作特点开展宣讲。落实《松坪镇2024年工作要点》。", "松坪镇"),
        ("由松坪镇司法所办理，把普法纳入了松坪镇发展规划。", "松坪镇"),
        ("汀南区松坪镇始终把普法放在首位。汀南区松坪镇认真落实。", "松坪镇"),
        ("2024年，金桂街坚持依法行政，金桂街党工委带头学法。", "金桂街"),
        ("白音苏木坚持依法行政。", "白音苏木"),
        ("永和镇坚持依法行政，永和镇党委带头学法。", "永和镇"),
        ("为松坪街道高质量发展提供保障。", "松坪街道"),
        ("在县委、县政府和平湖镇党委的正确领导下扎实工作。", "平湖镇"),
        ("司法所紧紧依靠平湖镇党委完成任务，列席会议12次。", "平湖镇"),
        ("按照平湖镇党委年初的部署，各站所抓好落实。", "平湖镇"),
        ("围绕平湖镇法治建设目标开展工作。", "平湖镇"),
        ("成立了以平湖镇党委书记为组长的领导小组。", "平湖镇"),
        ("平湖镇综合行政执法队全年立案12件。", "平湖镇"),
    ],
)
def test_body_names_the_unit_whatever_its_characters_mean_elsewhere(text, unit):
    found = unit_in_body(fold(text), [Span(0, len(text))], LEXICON)
    assert found is not None
    assert found.value == unit


@pytest.mark.parametrize(
    "text",
    [
        "组织镇村干部开展培训12期。组织镇村干部旁听庭审2次。",
        "调整成立了由乡人民政府乡长任组长的领导小组，调整成立了由乡长负责的专班。",
        "将普法纳入镇域发展规划，抓住街道党工委这个核心，统筹推进街道法治建设。",
        "送法下乡12场，改造步行街，建设美丽乡村，打造特色小镇。",
        "2024年全镇共办件120件，2025年度街道党工委继续努力。",
        "在县委和镇党委的领导下，按照乡政府部署，依靠街道党工委，以镇党委书记为组长。",
        "与白塔乡政府共建联调机制，邀请平湖镇党委介绍经验，配合红岩镇政府处置纠纷。",
        "2025年以来街道深入推进依法行政，一年来街道党工委带头学法。",
    ],
)
def test_verbs_before_a_kind_are_no_name(text):
    assert unit_in_body(fold(text), [Span(0, len(text))], LEXICON) is None


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("松坪镇2024年法治政府建设报告", 2024),
        ("松坪镇2024 年度法治政府建设报告", 2024),
        ("松坪镇２０２４年度法治政府建设报告", 2024),
        ("松坪镇法治政府建设年度报告（2024年度）", 2024),
        ("松坪镇二〇二四年度法治政府建设报告", 2024),
        ("松坪镇二○二三年法治政府建设报告", 2023),
        ("松坪镇二零二二年法治政府建设报告", 2022),
        ("松坪镇2023年工作总结及2024年工作安排的报告", 2023),
        ("松坪镇2022年—2023年法治政府建设报告", 2023),
        ("松坪镇法治政府建设报告", None),
        ("根据《云岚县法治纲要（2023—2027年）》，2024年松坪镇开展了工作", 2024),
        ("根据《云岚县2023年工作要点》开展了工作", None),
    ],
)
def test_year_is_the_one_the_title_reports_on(title, year):
    found = year_in(fold(title), Span(0, len(title)), LEXICON)
    assert (found.value if found else None) == year


@pytest.mark.parametrize(
    ("date", "year"), [((2025, 1, 20), 2024), ((2025, 4, 11), 2024), ((2024, 12, 12), 2024)]
)
def test_date_tells_the_year_where_nothing_else_does(date, year):
    found = year_by_date(Located(datetime.date(*date), Span(0, 1)))
    assert found is not None
    assert found.value == year


@pytest.mark.parametrize(
    ("written", "date", "has_day"),
    [
        ("2024年1月15日", (2024, 1, 15), True),
        ("2024 年 1 月 15 日", (2024, 1, 15), True),
        ("２０２４年１月１５日", (2024, 1, 15), True),
        ("二〇二四年一月十五日", (2024, 1, 15), True),
        ("二○二四年十二月三十一日", (2024, 12, 31), True),
        ("2024.1.15", (2024, 1, 15), True),
        ("2024-01-15", (2024, 1, 15), True),
        ("2024/1/15", (2024, 1, 15), True),
        ("2024年1月", (2024, 1, 1), False),
        ("2024年元月8日", (2024, 1, 8), True),
    ],
)
def test_date_is_read_in_every_spelling(written, date, has_day):
    match = LEXICON.date.fullmatch(fold(written))
    assert match is not None
    found = read_date(match)
    assert found is not None
    assert (found.value, found.has_day) == (datetime.date(*date), has_day)


@pytest.mark.parametrize("written", ["2024年2月30日", "2024年13月1日"])
def test_day_that_does_not_exist_is_no_date(written):
    match = LEXICON.date.search(written)
    assert match is None or read_date(match) is None


def published(*lines, year=2024):
    text = "\n".join(lines)
    blocks, start = [], 0
    for line in lines:
        blocks.append(Block(start, start + len(line), frame=True))
        start += len(line) + 1
    report = Report("made.html", "html", "utf-8", text, tuple(blocks))
    found = publication_date(read_lines(report, fold(text), LEXICON), year, LEXICON)
    return found.value.isoformat() if found else None


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["日期：2025-01-26"], "2025-01-26"),
        (["发布时间：2025-01-26 10:20 来源：松坪镇"], "2025-01-26"),
        (["[ 成文日期 ] 2025-01-20 [ 发布日期 ] 2025-01-26"], "2025-01-26"),
        (["- 成文时间：2025年01月20日"], "2025-01-20"),
        (["发布日期", "2025-01-26"], "2025-01-26"),
        (["2025-01-26 来源：松坪镇 浏览次数：12"], "2025-01-26"),
        (["• 2025-01-26"], "2025-01-26"),
        (["• 2019-01-26"], None),
        (["云岚县人民政府 2025年3月3日星期一"], None),
        (["今天是：2025年3月3日 星期一"], None),
        (["今天是：2025年3月3日", "信息来源: 松坪镇 发布时间 2025-01-26"], "2025-01-26"),
        (["更新时间：2025-05-01", "日期：2025-01-26"], "2025-01-26"),
        (["| 发文日期: | 2025-01-26 | 发布机构: | |"], "2025-01-26"),
        (["| 生成日期 | 2025-01-26 09:03:18 | 是否有效 |"], "2025-01-26"),
        (["| [ 成文日期 ] | 2025-01-20 | [ 发布日期 ] | 2025-01-26 |"], "2025-01-26"),
        (["索引号\t113/2025-1\t发布日期\t2025-01-26"], "2025-01-26"),
    ],
)
def test_date_of_publication_is_the_labelled_one(lines, date):
    assert published(*lines) == date
