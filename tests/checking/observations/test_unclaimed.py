"""Facts no element uses are told beside a missing element, and may make it weak."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from reviewer.checking import Finding, Judge
from reviewer.checklist import Verdict
from reviewer.checklist.loading import checklist_path, read_checklist
from reviewer.outline import Lexicon, build_outline
from reviewer.readers import text_report

Judged = Callable[[str], tuple[dict[str, Finding], dict[str, list[str]]]]

# In the place of one element of the default checklist, so that its words may change.
FERRY = """  - id: A08
    group: A
    name: 渡口
    points: 3
    basis: 本县规定
    place: 成效部分
    guidance: 没有次数
    criterion: {kind: topic, topic: [渡口], facts: ["渡口 & {n 次|艘}"]}
    examples:
      present:
        - 修渡口跳板，捆扎竹筏，全年摆渡九百次。
        - 渡口换缆绳、钉跳板、补竹筏，摆渡船检修12次。
      weak:
        - 渡口撑篙摆渡的艄公尽心尽力。
      missing:
        - 龙舟下水前，扎竹筏搭看台6次。

"""
NEVER_SURE = "sure: 2\n"
HEAD = "青溪镇2025年度法治政府建设情况的报告\n一、主要举措和成效\n"
RAFT = "撑篙的艄公换了缆绳，把跳板钉牢，补了竹筏，摆渡四百次。"


def own_checklist() -> str:
    text = checklist_path("township-annual").read_text(encoding="utf-8")
    text = re.sub("sure: .*\n", NEVER_SURE, text)
    start, end = (text.index(f"  - id: {element}\n") for element in ("A08", "A09"))
    return text[:start] + FERRY + text[end:]


@pytest.fixture(scope="module")
def own_judge() -> Judge:
    return Judge(read_checklist(own_checklist(), "own.yaml"))


@pytest.fixture
def judged(own_judge: Judge, lexicon: Lexicon) -> Judged:
    """A function that returns the findings on a text and the unused facts by element."""

    def found(text: str) -> tuple[dict[str, Finding], dict[str, list[str]]]:
        report = text_report(HEAD + text, "case")
        outline = build_outline(report, lexicon)
        findings = own_judge.judge(report, outline)
        unclaimed = own_judge.study(report, outline).unclaimed(findings)
        quotes = {id_: [fact.quote for fact in facts] for id_, facts in unclaimed.items()}
        return {finding.id: finding for finding in findings}, quotes

    return found


def test_a_fact_in_unusual_words_makes_its_element_weak(judged: Judged) -> None:
    findings, _ = judged(f"（一）过河。{RAFT}")
    found = findings["A08"]
    assert found.verdict is Verdict.WEAK
    assert [reason.code for reason in found.reasons] == ["unusual-words"]
    assert [evidence.quote for evidence in found.evidence] == [RAFT.rstrip("。")]


def beyond_doubt(text: str, lexicon: Lexicon) -> Finding:
    judge = Judge(read_checklist(own_checklist().replace(NEVER_SURE, "sure: 0.8\n"), "own.yaml"))
    report = text_report(HEAD + text, "case")
    findings = judge.judge(report, build_outline(report, lexicon))
    return next(finding for finding in findings if finding.id == "A08")


def test_one_told_beyond_doubt_makes_its_element_present(lexicon: Lexicon) -> None:
    found = beyond_doubt(f"（一）过河。{RAFT}", lexicon)
    assert found.verdict is Verdict.PRESENT
    assert [reason.code for reason in found.reasons] == ["unusual-fact"]


def test_one_told_beyond_doubt_with_a_figure_of_another_unit_makes_it_weak(
    lexicon: Lexicon,
) -> None:
    found = beyond_doubt(f"（一）过河。{RAFT.replace('四百次', '四百名')}", lexicon)
    assert found.verdict is Verdict.WEAK
    assert [reason.code for reason in found.reasons] == ["unusual-words"]


def test_without_a_figure_it_is_only_told_beside_the_missing_element(judged: Judged) -> None:
    told = RAFT.replace("四百次", "从不间断，每月照看")
    findings, unclaimed = judged(f"（一）过河。{told}")
    assert findings["A08"].verdict is Verdict.MISSING
    assert unclaimed["A08"] == [told.rstrip("。")]


def test_a_figure_of_another_unit_does_not_make_it_weak(judged: Judged) -> None:
    findings, unclaimed = judged(f"（一）过河。{RAFT.replace('四百次', '四百名')}")
    assert findings["A08"].verdict is Verdict.MISSING
    assert len(unclaimed["A08"]) == 1


def test_the_heading_above_counts(judged: Judged) -> None:
    findings, _ = judged("（一）撑篙摆渡，竹筏跳板。全年跑了四百次。")
    assert findings["A08"].verdict is Verdict.WEAK
    findings, _ = judged("（一）过河。全年跑了四百次。")
    assert findings["A08"].verdict is Verdict.MISSING


def test_a_fact_like_nothing_is_no_help(judged: Judged) -> None:
    findings, unclaimed = judged("（一）农事。秋收那几天，帮忙割稻七亩。")
    assert findings["A08"].verdict is Verdict.MISSING
    assert "A08" not in unclaimed


def test_what_an_example_of_missing_tells_is_no_fact(judged: Judged) -> None:
    findings, unclaimed = judged("（一）农事。龙舟下水前，扎竹筏搭看台9次。")
    assert findings["A08"].verdict is Verdict.MISSING
    assert "A08" not in unclaimed


def test_a_fact_of_another_element_is_not_told_again(judged: Judged) -> None:
    findings, unclaimed = judged(f"（一）纠纷。为摆渡的竹筏，调解矛盾纠纷52次。{RAFT}")
    assert findings["A14"].verdict is Verdict.PRESENT
    assert [evidence.quote for evidence in findings["A08"].evidence] == [RAFT.rstrip("。")]
    assert all("52次" not in quote for quotes in unclaimed.values() for quote in quotes)


def test_the_plan_holds_no_facts(judged: Judged) -> None:
    plan = f"二、下一年度主要安排\n（一）过河。{RAFT}"
    findings, unclaimed = judged(f"（一）农事。秋收那几天，帮忙割稻七亩。\n{plan}")
    assert findings["A08"].verdict is Verdict.MISSING
    assert "A08" not in unclaimed


def test_what_is_demanded_is_no_fact(judged: Judged) -> None:
    findings, _ = judged("（一）过河。艄公必须把跳板钉牢，补好竹筏，摆渡四百次。")
    assert findings["A08"].verdict is Verdict.MISSING


def test_a_fact_beside_the_name_makes_the_element_present(judged: Judged) -> None:
    findings, _ = judged(f"（一）过河。渡口办得好。{RAFT}")
    found = findings["A08"]
    assert found.verdict is Verdict.PRESENT
    assert [reason.code for reason in found.reasons] == ["unusual-fact"]
    assert [evidence.quote for evidence in found.evidence] == [RAFT.rstrip("。")]


def test_a_fact_in_another_sub_section_leaves_a_name_weak(judged: Judged) -> None:
    findings, _ = judged(f"（一）过河。渡口办得好。\n（二）水路。{RAFT}")
    assert findings["A08"].verdict is Verdict.WEAK
    assert findings["A08"].reasons[0].code in {"no-fact", "slogan-only"}


def test_what_is_told_as_an_example_without_a_fact_leaves_a_name_weak(judged: Judged) -> None:
    findings, _ = judged("（一）过河。渡口办得好。撑篙摆渡的艄公尽心尽力四百次。")
    assert findings["A08"].verdict is Verdict.WEAK


def test_what_is_near_for_its_heading_alone_leaves_a_name_weak(judged: Judged) -> None:
    findings, _ = judged("（一）渡口换缆绳、钉跳板、补竹筏。镇上办了果林四百次。")
    assert findings["A08"].verdict is Verdict.WEAK


def test_at_most_three_are_told_of_an_element(judged: Judged) -> None:
    facts = "".join(f"{way}岸的跳板钉牢了，竹筏每月补。" for way in "东西南北")
    _, unclaimed = judged(f"（一）过河。{facts}")
    assert len(unclaimed["A08"]) == 3
