"""What the guide says of wordings the rules leave open is what the program does.

The passages it quotes are probes (`probes/readings.txt`), and the lines it names for a county that
reads otherwise change the verdict.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from reviewer.checklist import Example, Verdict
from reviewer.outline import build_outline
from reviewer.review import Pipeline, load_pipeline
from reviewer.review.examples import example_report
from reviewer.support.resources import resource

PROBES = Path(__file__).parent / "probes" / "readings.txt"
CHAPTERS = {
    "zh": ("3-checklist.md", {"有": "P", "弱": "W", "缺": "M"}),
    "en": ("1-guide.md", {"present": "P", "weak": "W", "missing": "M"}),
}
# Changes the criterion of an element or the language of the checklist.
Change = Callable[[dict[str, Any], dict[str, Any]], object]


def rows(language: str) -> Iterator[tuple[list[str], str]]:
    """Yield the elements and the readings of every row of the guide's table."""
    name = CHAPTERS[language][0]
    for line in resource("help", language, name).read_text(encoding="utf-8").splitlines():
        cells = line.split("|")
        elements = re.findall(r"[A-E]\d\d", cells[1]) if len(cells) == 5 else []
        if elements:
            yield elements, cells[2]


@pytest.mark.parametrize("language", CHAPTERS)
def test_every_passage_the_guide_quotes_is_a_probe(language: str) -> None:
    verdicts = CHAPTERS[language][1]
    probes = PROBES.read_text(encoding="utf-8").replace("\\n", "").splitlines()
    unproved: list[str] = []
    for elements, reading in rows(language):
        quoted = re.findall(r"“([^”]+)” ?→ ?(\w+)", reading)
        assert quoted, elements
        for passage, verdict in quoted:
            told = passage.replace("‘", "“").replace("’", "”")
            starts = tuple(f"{element} {verdicts[verdict]} " for element in elements)
            if not any(probe.startswith(starts) and told in probe for probe in probes):
                unproved.append(passage)
    assert unproved == []


def test_both_languages_tell_the_same_readings() -> None:
    told = [[re.findall(r"“([^”]+)” ?→", text) for _, text in rows(name)] for name in CHAPTERS]
    assert told[0] == told[1]


def only_in_the_results(criterion: dict[str, Any], _: dict[str, Any]) -> None:
    criterion["parts"] = ["results"]


def red_headed(criterion: dict[str, Any], _: dict[str, Any]) -> None:
    criterion["topic"].append("红头文件")
    criterion["facts"].append("红头文件 & {n 件}")


def systems_apart(criterion: dict[str, Any], _: dict[str, Any]) -> None:
    criterion["not"].append("执法决定法制审核")


def no_lists(criterion: dict[str, Any], _: dict[str, Any]) -> None:
    criterion["facts"] = [fact for fact in criterion["facts"] if not fact.startswith("{list}")]


def not_recommended(criterion: dict[str, Any], _: dict[str, Any]) -> None:
    facts = criterion["facts"]
    facts[:] = [f"{fact} & !推荐" if fact.startswith("{named") else fact for fact in facts]


def earlier(criterion: dict[str, Any], _: dict[str, Any]) -> None:
    criterion.update(month=2, day=1)


def no_habits(_: dict[str, Any], language: dict[str, Any]) -> None:
    language["demands"]["habitual"] = []


def no_agendas(criterion: dict[str, Any], _: dict[str, Any]) -> None:
    criterion.setdefault("void", []).append("议题 & {list}")


def no_openers_of_causes(_: dict[str, Any], language: dict[str, Any]) -> None:
    language["observations"]["pairs"]["openers"] = []


CHANGES: list[tuple[str, str, dict[str, str], Change]] = [
    ("A03", "M", {"leaders": "党委书记主持召开法治工作会议3次。"}, only_in_the_results),
    ("A03", "W", {"": "镇党委每季度都要听取一次法治政府建设工作汇报。"}, no_habits),
    ("A15", "M", {"": "会议研究了信访、项目建设等12项议题。"}, no_agendas),
    (
        "B03",
        "M",
        {
            "shortcomings_heading": "二、存在的不足",
            "shortcomings": "一是卷宗缺页多，主要是新队员没有跟过案。",
        },
        no_openers_of_causes,
    ),
    ("A07", "P", {"": "清理红头文件67件，废止11件。"}, red_headed),
    ("A09", "M", {"": "落实重大执法决定法制审核制度。"}, systems_apart),
    (
        "A12",
        "P",
        {"": "开展食品安全、安全生产、道路交通三项专项执法检查。"},
        lambda criterion, _: criterion["facts"].append("执法检查 & {n 项}"),
    ),
    ("A13", "W", {"": "修订防汛、森林防火应急预案。"}, no_lists),
    (
        "A21",
        "W",
        {"": "推进“一网通办”，全年办件3600件。"},
        lambda criterion, _: criterion["topic"].append("一网通办"),
    ),
    ("A22", "W", {"": "“板凳会”工作法已推荐参评市级典型案例。"}, not_recommended),
    (
        "B02",
        "P",
        {"": "病根甲，河道采砂取证手段单一。病根乙，山林权属积案较多。病根丙，执法车辆老化。"},
        lambda _, language: language["ordinal_words"].append("病根"),
    ),
    (
        "C06",
        "P",
        {"": "党政主要负责人承诺不插手具体案件。"},
        lambda criterion, _: criterion["facts"].append("承诺 & 不插手"),
    ),
    (
        "D03",
        "P",
        {"shortcomings": "一是工作机制有待健全。", "plan": "一是健全工作机制。二是普法。"},
        lambda _, language: language["themes"].update(机制=["机制"]),
    ),
    (
        "D05",
        "P",
        {"": "（一）规范执法和普法。\n（二）化解纠纷。"},
        lambda criterion, _: criterion.update(least=2),
    ),
    ("E04", "W", {"date": "2026年2月20日"}, earlier),
]


@pytest.mark.parametrize(
    ("element", "wanted", "parts", "change"), CHANGES, ids=[change[0] for change in CHANGES]
)
def test_a_county_that_reads_otherwise_changes_the_line_the_guide_names(
    pipeline: Pipeline,
    tmp_path: Path,
    element: str,
    wanted: str,
    parts: dict[str, str],
    change: Change,
) -> None:
    county = load_pipeline(str(changed(tmp_path / "county.yaml", element, change)))
    assert judged(pipeline, element, parts) != wanted
    assert judged(county, element, parts) == wanted


def changed(path: Path, name: str, change: Change) -> Path:
    text = resource("checklists", "township-annual.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, yaml.CSafeLoader)
    criterion = next(one["criterion"] for one in data["elements"] if one["id"] == name)
    change(criterion, data["language"])
    plain = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    path.write_text(plain, encoding="utf-8")
    return path


def judged(pipeline: Pipeline, name: str, parts: dict[str, str]) -> str:
    element = next(one for one in pipeline.checklist.elements if one.id == name)
    report = example_report(pipeline, element, Example(Verdict.PRESENT, parts, 0))
    outline = build_outline(report, pipeline.lexicon)
    return pipeline.judge.judge_element(name, report, outline).verdict.value[0].upper()
