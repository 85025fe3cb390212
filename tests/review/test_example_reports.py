"""How an example becomes a report."""

from __future__ import annotations

import pytest

from reviewer.checklist import Element, Example, Verdict
from reviewer.review import Pipeline
from reviewer.review.examples import example_report
from reviewer.support.errors import ChecklistError


def element(pipeline: Pipeline, name: str) -> Element:
    return next(e for e in pipeline.checklist.elements if e.id == name)


def text_of(pipeline: Pipeline, name: str, **parts: str) -> str:
    texts = {"" if part == "plain" else part: text for part, text in parts.items()}
    example = Example(Verdict.PRESENT, texts, line=1)
    return example_report(pipeline, element(pipeline, name), example).text


def test_a_plain_example_stands_in_the_part_its_element_is_expected_in(
    pipeline: Pipeline,
) -> None:
    skeleton = pipeline.checklist.skeleton
    text = text_of(pipeline, "D02", plain="一是修路。")
    assert f"{skeleton['plan_heading']}\n一是修路。\n" in text
    assert skeleton["plan"] not in text
    assert skeleton["results"] in text


def test_named_parts_replace_those_of_the_skeleton(pipeline: Pipeline) -> None:
    text = text_of(pipeline, "A01", results_heading="一、工作回顾", plan="一是修路。")
    lines = text.splitlines()
    assert lines.index("一、工作回顾") < lines.index("一是修路。")
    assert pipeline.checklist.skeleton["results"] in lines


def test_an_empty_part_leaves_its_heading_out(pipeline: Pipeline) -> None:
    text = text_of(pipeline, "B01", shortcomings="")
    assert pipeline.checklist.skeleton["shortcomings_heading"] not in text
    assert pipeline.checklist.skeleton["shortcomings"] not in text


def test_a_whole_report_stands_alone(pipeline: Pipeline) -> None:
    assert text_of(pipeline, "E01", report="一、成效\n修路。") == "一、成效\n修路。"


def test_a_plain_example_without_a_part_to_stand_in_is_an_error(pipeline: Pipeline) -> None:
    with pytest.raises(ChecklistError) as caught:
        text_of(pipeline, "E03", plain="青溪镇人民政府")
    assert caught.value.code == "checklist-homeless-example"
    assert caught.value.details["element"] == "E03"
    assert str(caught.value.details["allowed"]).endswith("signature, date, report")
