"""Whatever numbers of level 2 are lost, the headings stay where they were."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

OWN_LINE = (
    "松坪镇2024年法治政府建设情况报告",
    "2024年，我镇推进法治政府建设，现报告如下：",
    "一、主要举措和成效",
    "（一）抓实理论学习，筑牢思想根基。",
    "依托周一例会和主题党日，全年组织学习11次，覆盖干部96人，形成了人人参与的良好局面。",
    "（二）完善决策程序，提高决策质量。",
    "修订议事规则，对14份合同和3项重大事项进行审查，采纳法律顾问意见9条，没有发生决策失误。",
    "建立了会前征求意见、会后跟踪督办的制度，班子成员按照分工各负其责，逐项推动落实。",
    "（三）严格执法监督，规范执法行为。",
    "制定检查计划，检查各类主体62家次，发现并整改隐患17处，所有案卷均按要求装订归档。",
    "（四）做好纠纷调解，维护社会稳定。",
    "依托综治中心，排查矛盾纠纷88件，调解成功86件，其余两件已经引导当事人走诉讼途径解决。",
    "二、存在的不足",
    "（一）加强队伍建设还不够有力。",
    "执法人员平均年龄偏大，取得资格的只有5人，难以满足下放事项增加以后的实际需要。",
    "（二）创新宣传方式还不够主动。",
    "目前仍然以发放资料、悬挂横幅为主，年轻人和外出务工人员了解法律知识的渠道比较少。",
    "三、下一步打算",
    "（一）补齐人员力量。",
    "积极争取编制和培训名额，力争年底前持证人员达到8人，逐步建立起老中青结合的队伍。",
    "（二）丰富宣传形式。",
    "与学校、企业和村集体联合举办活动，制作短视频，让群众用看得懂、愿意看的方式学习法律。",
)
RUN_IN = tuple(
    line
    for line in (
        *OWN_LINE[:3],
        *(head + text for head, text in zip(OWN_LINE[3:6:2], OWN_LINE[4:7:2], strict=True)),
        OWN_LINE[8] + OWN_LINE[9],
        OWN_LINE[10] + OWN_LINE[11],
        *OWN_LINE[12:13],
        "执法力量与任务不相适应，宣传的针对性还不够强，部分台账整理不及时，需要认真加以解决。",
    )
)


def titles(outline):
    return [(section.level, section.title) for section, _ in outline.walk()]


@pytest.mark.parametrize("lines", [OWN_LINE, RUN_IN], ids=["own line", "run in"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_headings_are_found_again_whatever_numbers_are_lost(lines, data, outline_of):
    numbered = [index for index, line in enumerate(lines) if line.startswith("（")]
    lost = data.draw(st.sets(st.sampled_from(numbered)))
    bare = [line[3:] if index in lost else line for index, line in enumerate(lines)]
    outline = outline_of(*bare)
    assert titles(outline) == titles(outline_of(*lines))
    assert sum(section.recovered for section, _ in outline.walk()) == len(lost)


def test_a_recovered_heading_has_no_number_and_spans_its_text(outline_of):
    bare = [line[3:] if line.startswith("（二）完善") else line for line in OWN_LINE]
    text = "\n".join(bare) + "\n"
    found = outline_of(*bare).sections[0].children[1]
    assert (found.number, found.recovered) == (None, True)
    assert found.heading.of(text) == "完善决策程序，提高决策质量"
    assert found.span.of(text) == "\n".join(bare[5:8])


def test_numbers_are_kept_as_printed(outline_of):
    outline = outline_of(*OWN_LINE)
    assert [s.number for s in outline.sections] == ["一、", "二、", "三、"]
    assert [s.number for s in outline.sections[1].children] == ["（一）", "（二）"]


@pytest.mark.parametrize(
    "opening",
    [
        "2024年，我镇认真落实党政主要负责人第一责任人职责，现将有关情况报告如下：",
        "现将主要成效、存在的不足和下一步工作打算汇报如下：",
        "现就履行第一责任人职责的情况总结如下。",
    ],
)
def test_what_leads_to_the_report_is_no_heading_though_it_names_a_part(opening, outline_of):
    lines = (OWN_LINE[0], opening, *OWN_LINE[2:4], OWN_LINE[4], "四、下一步打算", OWN_LINE[-1])
    tops = [section.title for section in outline_of(*lines).sections]
    assert tops == ["主要举措和成效", "下一步打算"]


def test_a_report_in_one_line_without_a_blank_has_its_headings(outline_of):
    opening = "2024年，我镇在县委、县政府领导下推进法治政府建设，取得新的进展。"
    lines = (OWN_LINE[0], opening, *OWN_LINE[2:])
    outline = outline_of("".join(lines))
    assert titles(outline) == titles(outline_of(*lines))
    assert outline.front.title.value == lines[0]


def test_a_blank_where_a_line_was_broken_parts_no_number_from_its_word(outline_of):
    outline = outline_of("一、主要举措", "一 是开展普法12场。二 是检查30次。三是调解41件。")
    assert [item.ordinal for item in outline.sections[0].items] == [1, 2, 3]
