from __future__ import annotations

import json
from typing import Any

import pytest

from reviewer.export.observations_json import observations_as_json
from reviewer.readers import text_report
from reviewer.review import Pipeline
from reviewer.support.messages import load_messages

REPORT = """青溪镇2025年度法治政府建设情况的报告
一、主要举措和成效
发放宣传资料3000余份。排查矛盾纠纷66件，其中邻里纠纷46件、土地纠纷26件。
二、存在的不足和原因
一是河道采砂监管手段单一，由于缺少监控设备。二是物业矛盾突出。
三、下一年度主要安排
一是加装视频监控，管住河道采砂。"""


@pytest.fixture
def shown(pipeline: Pipeline) -> dict[str, Any]:
    review = pipeline.review(text_report(REPORT, "case"))
    noted = observations_as_json(review, load_messages("en"))
    return dict(json.loads(json.dumps(noted)))


def test_an_entry_of_the_ledger_tells_value_thing_and_place(shown: dict[str, Any]) -> None:
    start = REPORT.index("3000余份")
    assert shown["ledger"]["entries"][0] == {
        "start": start,
        "end": start + 6,
        "quote": "3000余份",
        "section": ["一、主要举措和成效"],
        "value": 3000.0,
        "unit": "份",
        "vague": True,
        "counted": "宣传资料",
        "action": "发放",
        "counted_at": {"start": start - 4, "end": start},
        "part": "results",
    }


def test_a_conflict_has_all_its_places(shown: dict[str, Any]) -> None:
    [conflict] = shown["ledger"]["conflicts"]
    assert (conflict["kind"], conflict["code"]) == ("figure", "wrong-sum")
    assert conflict["message"] == "The parts add up to 72, more than the total “66件”."
    assert [place["quote"] for place in conflict["places"]] == ["66件", "46件", "26件"]


def test_pairs_tell_what_explains_and_answers_a_shortcoming(shown: dict[str, Any]) -> None:
    answered, open_one = shown["pairs"]["items"]
    assert answered["causes"][0]["quote"] == "由于缺少监控设备。"
    assert answered["measure"]["quote"].startswith("一是加装视频监控")
    assert (open_one["explained"], open_one["measure"], open_one["shared"]) == (False, None, [])
    assert shown["pairs"]["common_causes"] == []


def test_a_report_without_fault_has_no_sign(shown: dict[str, Any]) -> None:
    assert shown["signs"] == []


def test_only_missing_elements_have_nearest_sentences(shown: dict[str, Any]) -> None:
    assert "A17" not in shown["nearest"]
    assert shown["nearest"]["A13"] == []
    near = shown["nearest"]["B05"]
    assert len(near) <= 3


def test_facts_no_element_uses_stand_by_missing_element(pipeline: Pipeline) -> None:
    fact = "送到司法所的字据，每月看一遍"
    text = REPORT.replace("发放宣传资料", f"（一）字据。{fact}。\n（二）宣传。发放宣传资料")
    noted = observations_as_json(pipeline.review(text_report(text, "case")), load_messages("en"))
    unclaimed = json.loads(json.dumps(noted["unclaimed"]))
    places = [place for facts in unclaimed.values() for place in facts]
    found = {"start": text.index(fact), "end": text.index(fact) + len(fact), "quote": fact}
    assert {**found, "section": ["一、主要举措和成效", "（一）字据"]} in places
    assert "A17" not in unclaimed
