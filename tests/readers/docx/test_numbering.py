import pytest
from tests.readers.docx_builder import level, numbering, paragraph, table

USUAL = (
    level(0, "chineseCounting", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "(%4)")
)
HEADING_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="Own"/><w:basedOn w:val="2"/>'
    "</w:style>"
)
LINKED = numbering(
    {
        0: level(0, "chineseCounting", "%1、", more='<w:pStyle w:val="1"/>')
        + level(1, "chineseCounting", "（%2）", more='<w:pStyle w:val="2"/>')
    },
    {1: 0},
)


def restarted(index: int, value: int) -> str:
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{value}"/></w:lvlOverride>'


def numbers(report) -> list[str | None]:
    return [block.number for block in report.blocks]


def paragraphs(*places: tuple[int, int]) -> str:
    return "".join(paragraph("甲", number=place) for place in places)


def test_levels_count_below_one_another(read):
    body = paragraphs((1, 0), (1, 1), (1, 1), (1, 2), (1, 3), (1, 1), (1, 2), (1, 0), (1, 1))
    report = read(body, numbering=numbering({0: USUAL}, {1: 0}))
    assert numbers(report) == [
        "一、",
        "（一）",
        "（二）",
        "1.",
        "(1)",
        "（三）",
        "1.",
        "二、",
        "（一）",
    ]


def test_number_is_the_beginning_of_the_text(read):
    report = read(paragraphs((1, 0)), numbering=numbering({0: USUAL}, {1: 0}))
    assert report.text == "一、甲"


def test_lists_of_one_definition_share_its_counters(read):
    report = read(paragraphs((1, 0), (2, 0), (1, 0)), numbering=numbering({0: USUAL}, {1: 0, 2: 0}))
    assert numbers(report) == ["一、", "二、", "三、"]


def test_lists_of_different_definitions_count_on_their_own(read):
    lists = numbering({0: USUAL, 1: USUAL}, {1: 0, 2: 1})
    assert numbers(read(paragraphs((1, 0), (2, 0), (1, 0)), numbering=lists)) == [
        "一、",
        "一、",
        "二、",
    ]


def test_start_override_restarts_once(read):
    lists = numbering({0: USUAL}, {1: 0, 2: (0, restarted(0, 1))})
    body = paragraphs((1, 0), (1, 0), (2, 0), (2, 0), (1, 0), (2, 0))
    assert numbers(read(body, numbering=lists)) == ["一、", "二、", "一、", "二、", "三、", "四、"]


def test_start_override_of_a_lower_level_restarts_that_level(read):
    lists = numbering({0: USUAL}, {1: 0, 2: (0, restarted(1, 1))})
    body = paragraphs((1, 0), (1, 1), (1, 1), (2, 1), (2, 1))
    assert numbers(read(body, numbering=lists)) == ["一、", "（一）", "（二）", "（一）", "（二）"]


def test_level_override_replaces_the_level(read):
    changed = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "第%1条", start=7)}</w:lvlOverride>'
    lists = numbering({0: USUAL}, {2: (0, changed)})
    assert read(paragraphs((2, 0), (2, 0)), numbering=lists).text == "第7条 甲\n第8条 甲"


def test_list_begins_with_its_start(read):
    lists = numbering({0: level(0, "decimal", "%1.", start=4)}, {1: 0})
    assert numbers(read(paragraphs((1, 0), (1, 0)), numbering=lists)) == ["4.", "5."]


def test_skipped_level_counts_as_begun(read):
    lists = numbering({0: level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2")}, {1: 0})
    assert numbers(read(paragraphs((1, 1), (1, 0), (1, 1)), numbering=lists)) == [
        "1.1",
        "2.",
        "2.1",
    ]


def test_level_that_never_restarts_counts_on(read):
    never = level(1, "decimal", "%2)", more='<w:lvlRestart w:val="0"/>')
    lists = numbering({0: level(0, "decimal", "%1.") + never}, {1: 0})
    body = paragraphs((1, 0), (1, 1), (1, 0), (1, 1))
    assert numbers(read(body, numbering=lists)) == ["1.", "1)", "2.", "2)"]


def test_level_may_restart_after_a_higher_level_only(read):
    third = level(2, "decimal", "%3)", more='<w:lvlRestart w:val="1"/>')
    lists = numbering({0: level(0, "decimal", "%1.") + level(1, "decimal", "%2,") + third}, {1: 0})
    body = paragraphs((1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2))
    assert numbers(read(body, numbering=lists)) == ["1.", "1,", "1)", "2,", "2)", "2.", "1)"]


def test_legal_level_shows_all_numbers_in_decimal(read):
    legal = level(1, "chineseCounting", "%1.%2", more="<w:isLgl/>")
    lists = numbering({0: level(0, "chineseCounting", "%1、") + legal}, {1: 0})
    assert numbers(read(paragraphs((1, 0), (1, 1)), numbering=lists)) == ["一、", "1.1"]


def test_level_without_a_number_of_its_own_is_not_shown_in_lower_ones(read):
    lists = numbering(
        {0: level(0, "decimal", "%1.") + level(1, "bullet", "—") + level(2, "decimal", "%1.%2%3")},
        {1: 0},
    )
    assert numbers(read(paragraphs((1, 0), (1, 2)), numbering=lists)) == ["1.", "1.1"]


@pytest.mark.parametrize(
    ("text", "suffix", "shown"),
    [
        ("%1、", "tab", "1、甲"),
        ("（%1）", "space", "（1）甲"),
        ("%1.", "tab", "1.甲"),
        ("%1", "tab", "1 甲"),
        ("%1", "nothing", "1甲"),
        ("第%1条", "space", "第1条 甲"),
        ("%1是", "nothing", "1是甲"),
    ],
)
def test_number_is_set_off_only_where_word_shows_a_gap_that_people_type(read, text, suffix, shown):
    lists = numbering({0: level(0, "decimal", text, more=f'<w:suff w:val="{suffix}"/>')}, {1: 0})
    assert read(paragraphs((1, 0)), numbering=lists).text == shown


def test_circled_number_touches_the_text(read):
    lists = numbering({0: level(0, "decimalEnclosedCircle", "%1")}, {1: 0})
    assert read(paragraphs((1, 0), (1, 0)), numbering=lists).text == "①甲\n②甲"


@pytest.mark.parametrize(
    ("glyph", "shown"), [("\uf06c", "●"), ("\uf0b7", "•"), ("\uf199", "•"), ("－", "－")]
)
def test_bullet_of_a_symbol_font_is_shown_as_a_common_one(read, glyph, shown):
    lists = numbering({0: level(0, "bullet", glyph)}, {1: 0})
    assert read(paragraphs((1, 0)), numbering=lists).text == f"{shown} 甲"


def test_number_comes_from_the_style(read):
    body = "".join(paragraph("甲", style=style) for style in ("1", "2", "2", "own", "1", "2", "a"))
    report = read(body, numbering=LINKED, styles=HEADING_STYLES)
    assert numbers(report) == ["一、", "（一）", "（二）", "（三）", "二、", "（一）", None]


def test_list_zero_takes_the_number_of_the_style_away(read):
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = paragraph("甲", style="1") + paragraph("乙", style="1", properties=none)
    report = read(body + paragraph("丙", style="1"), numbering=LINKED, styles=HEADING_STYLES)
    assert numbers(report) == ["一、", None, "二、"]


def test_paragraph_overrules_the_list_of_its_style(read):
    lists = numbering({0: USUAL, 1: level(0, "decimal", "%1)")}, {1: 0, 2: 1})
    body = paragraph("甲", style="1", number=(2, 0))
    assert numbers(read(body, numbering=lists, styles=HEADING_STYLES)) == ["1)"]


def test_definition_may_leave_its_levels_to_a_list_style(read):
    style = '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/></w:style>'
    lists = numbering(
        {0: f'<w:styleLink w:val="L"/>{USUAL}', 1: '<w:numStyleLink w:val="L"/>'}, {1: 0, 2: 1}
    )
    report = read(paragraphs((2, 0), (2, 1)), numbering=lists, styles=style)
    assert numbers(report) == ["一、", "（一）"]


def test_styles_based_on_each_other_end(read):
    loop = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>'
        for one, other in ("ab", "ba")
    )
    assert read(paragraph("甲", style="a"), styles=loop).text == "甲"


def test_empty_numbered_paragraph_counts_but_makes_no_line(read):
    body = paragraphs((1, 0)) + paragraph("", number=(1, 0)) + paragraphs((1, 0))
    assert numbers(read(body, numbering=numbering({0: USUAL}, {1: 0}))) == ["一、", "三、"]


def test_hidden_numbered_paragraph_does_not_count(read):
    hidden = paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>", number=(1, 0))
    body = paragraphs((1, 0)) + hidden + paragraphs((1, 0))
    assert numbers(read(body, numbering=numbering({0: USUAL}, {1: 0}))) == ["一、", "二、"]


def test_cells_of_a_table_count_with_the_text_around(read):
    cells = table((paragraph("甲", number=(1, 0)), paragraph("乙", number=(1, 0))))
    report = read(
        paragraphs((1, 0)) + cells + paragraphs((1, 0)), numbering=numbering({0: USUAL}, {1: 0})
    )
    assert report.text == "一、甲\n二、甲\t三、乙\n四、甲"


@pytest.mark.parametrize("place", [(9, 0), (1, 8), (1, 12), (1, -1)])
def test_list_or_level_that_does_not_exist_gives_no_number(read, place):
    report = read(paragraphs(place), numbering=numbering({0: USUAL}, {1: 0}))
    assert numbers(report) == [None]


def test_unknown_format_is_decimal_and_said(read):
    report = read(paragraphs((1, 0)), numbering=numbering({0: level(0, "hebrew1", "%1.")}, {1: 0}))
    assert numbers(report) == ["1."]
    assert [notice.code for notice in report.notices] == ["numbers-approximate"]


def test_custom_format_pads_with_zeros(read):
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="custom" w:format="001, 002"/>'
        '<w:lvlText w:val="%1."/></w:lvl>'
    )
    assert numbers(read(paragraphs((1, 0)), numbering=numbering({0: custom}, {1: 0}))) == ["001."]
