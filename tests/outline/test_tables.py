"""Tables between headings and their text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reviewer.outline import build_outline, load_lexicon
from reviewer.report import Block, BlockKind, Report

LINES = (
    "松坪镇2024年法治政府建设情况报告",
    "一、主要举措和成效",
    "抓实理论学习",
    "事项\t数量\t说明",
    "调解纠纷\t88\t成功86件",
    "依托周一例会和主题党日，全年组织学习11次，覆盖干部96人，形成了人人参与的良好局面。",
    "完善决策程序",
    "修订议事规则，对14份合同和3项重大事项进行审查，采纳法律顾问意见9条，没有发生决策失误。",
    "二、存在的不足",
    "事项\t数量\t说明",
    "执法人员平均年龄偏大，取得资格的只有5人，难以满足下放事项增加以后的实际需要。",
)


def report(lines: Sequence[str] = LINES) -> Report:
    blocks = []
    start = 0
    for line in lines:
        kind = BlockKind.TABLE_ROW if "\t" in line else BlockKind.PARAGRAPH
        blocks.append(Block(start, start + len(line), kind))
        start += len(line) + 1
    return Report("a.docx", "docx", None, "\n".join(lines), tuple(blocks), ())


def test_rows_of_a_table_are_neither_headings_nor_between_a_heading_and_its_text() -> None:
    first, second = build_outline(report(), load_lexicon()).sections
    assert [child.title for child in first.children] == ["抓实理论学习", "完善决策程序"]
    assert second.children == ()


PLAN = ("二、2025年主要安排", "任务\t时限", "更新执法装备\t2025年5月")
SIGNED = ("松坪镇人民政府", "2025年1月20日")


@pytest.mark.parametrize("after", [SIGNED, (), ("总之，我镇将再接再厉。", *SIGNED)])
def test_a_table_at_the_very_end_belongs_to_the_last_section(after: tuple[str, ...]) -> None:
    made = report((*LINES[:3], *PLAN, *after))
    last = build_outline(made, load_lexicon()).sections[-1]
    assert last.span.of(made.text) == "\n".join(PLAN)


def test_a_table_behind_the_signature_belongs_to_no_section() -> None:
    made = report((*LINES[:3], PLAN[0], "更新执法装备。", *SIGNED, *PLAN[1:]))
    last = build_outline(made, load_lexicon()).sections[-1]
    assert last.span.of(made.text) == f"{PLAN[0]}\n更新执法装备。"
