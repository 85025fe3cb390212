"""一是 … 二是 … under their section."""

from __future__ import annotations


def texts(report_text, items):
    return [(item.ordinal, item.span.of(report_text)) for item in items]


LINES = (
    "松坪镇2024年法治政府建设情况报告",
    "一、主要做法",
    "（一）抓学习。一是建制度。每月学一次。二是抓考试；三是抓结果运用。",
    "（二）抓普法。主要做了两件事：一是办讲座，二是入户宣讲。",
    "二、存在问题",
    "一是人手少。",
    "二是经费少。",
    "其他问题另行报告。",
    "三、下一步打算",
    "第一，继续学习。第二，继续宣传。",
)


def test_items_stand_under_their_own_section_with_their_text(outline_of):
    text = "\n".join(LINES) + "\n"
    results, problems, plan = outline_of(*LINES).sections
    first, second = results.children
    assert results.items == ()
    assert texts(text, first.items) == [
        (1, "一是建制度。每月学一次。"),
        (2, "二是抓考试；"),
        (3, "三是抓结果运用。"),
    ]
    assert texts(text, second.items) == [(1, "一是办讲座，"), (2, "二是入户宣讲。")]
    assert texts(text, problems.items) == [(1, "一是人手少。"), (2, "二是经费少。")]
    assert texts(text, plan.items) == [(1, "第一，继续学习。"), (2, "第二，继续宣传。")]


def test_marker_of_an_item_is_its_number_word(outline_of):
    text = "\n".join(LINES) + "\n"
    item = outline_of(*LINES).sections[1].items[1]
    assert item.marker.of(text) == "二是"


def test_words_that_only_look_like_a_marker_are_no_items(outline_of):
    outline = outline_of(
        "松坪镇2024年法治政府建设情况报告",
        "一、主要做法",
        "法治是底线之一是共识，统一是目标，二是的确存在困难。",
    )
    assert [item.ordinal for item in outline.sections[0].items] == [2]
