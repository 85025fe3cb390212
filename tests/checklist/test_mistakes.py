"""What is said of a checklist that breaks its schema: place, problem, what is allowed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reviewer.checking import Judge
from reviewer.checking.criteria import read_criterion
from reviewer.checking.notation import read_pattern
from reviewer.checklist import read_checklist
from reviewer.checklist.source import Node, parse_yaml
from reviewer.support.errors import ChecklistError
from reviewer.support.messages import load_messages

Broken = Callable[..., str]


def said(error: ChecklistError) -> tuple[str, str]:
    return load_messages("zh").of(error), load_messages("en").of(error)


def mistake(text: str) -> tuple[str, str]:
    with pytest.raises(ChecklistError) as caught:
        read_checklist(text, "own.yaml")
    return said(caught.value)


MISTAKES = [
    (
        "    points: 2\n",
        "    points: 2\n    pionts: 3\n",
        "own.yaml:17:13：不认识“pionts”，可以用："
        "advice, basis, criterion, examples, group, guidance, id, name, place, points, reasons, "
        "told。",
        "own.yaml:17:13: “pionts” is not known; allowed are: "
        "advice, basis, criterion, examples, group, guidance, id, name, place, points, reasons, "
        "told.",
    ),
    (
        "    basis: 规定\n",
        "",
        "own.yaml:13:5：缺少“basis”。",
        "own.yaml:13:5: “basis” is missing.",
    ),
    (
        "    points: 2",
        "    points: 两分",
        "own.yaml:16:13：“两分”不是数字。",
        "own.yaml:16:13: “两分” is not a number.",
    ),
    (
        "    points: 2",
        "    points: .nan",
        "own.yaml:16:13：“.nan”不是数字。",
        "own.yaml:16:13: “.nan” is not a number.",
    ),
    (
        "    points: 2",
        "    points: nan",
        "own.yaml:16:13：“nan”不是数字。",
        "own.yaml:16:13: “nan” is not a number.",
    ),
    (
        "    points: 2",
        "    points: -2",
        "own.yaml:16:13：分值不能是 -2，应大于 0。",
        "own.yaml:16:13: points cannot be -2; they must be above 0.",
    ),
    (
        "    group: A",
        "    group: B",
        "own.yaml:14:12：不能用“B”，只能是：A。",
        "own.yaml:14:12: “B” is not allowed; allowed are: A.",
    ),
    (
        "    name: 修路",
        "    name: [修路]",
        "own.yaml:15:11：此处应为一段文字。",
        "own.yaml:15:11: expected a text here.",
    ),
    (
        "  - {id: A, name: 主要举措}\n",
        "  A: 主要举措\n",
        "own.yaml:5:3：此处应为列表。",
        "own.yaml:5:3: expected a list here.",
    ),
    (
        "reasons: {no-fact: 没有事实。}",
        "reasons: 没有事实。",
        "own.yaml:9:10：此处应为“键: 值”。",
        "own.yaml:9:10: expected “key: value” here.",
    ),
    (
        "  - {id: A, name: 主要举措}\n",
        "  - {id: A, name: 主要举措}\n  - {id: A, name: 不足}\n",
        "own.yaml:6:10：编号“A”用了两次。",
        "own.yaml:6:10: the id “A” is used twice.",
    ),
    (
        "version: ",
        "id: other\nversion: ",
        "own.yaml:2:1：“id”写了两次。",
        "own.yaml:2:1: “id” stands here twice.",
    ),
    (
        "{title: 石桥镇工作报告}",
        "{titel: 石桥镇工作报告}",
        "own.yaml:24:19：不认识“titel”，可以用：report, results, title。",
        "own.yaml:24:19: “titel” is not known; allowed are: report, results, title.",
    ),
    (
        "      present:",
        "      good:",
        "own.yaml:23:9：不认识“good”，可以用：missing, present, undetermined, weak。",
        "own.yaml:23:9: “good” is not known; allowed are: missing, present, undetermined, weak.",
    ),
    (
        "name: 小清单",
        "name: *other",
        "own.yaml:3:7：YAML 写法有误（found undefined alias）。请检查缩进、冒号和引号。",
        "own.yaml:3:7: this is no valid YAML (found undefined alias). "
        "Check indentation, colons and quotes.",
    ),
    (
        "language: {}",
        "language: &more {more: *more}",
        "own.yaml:11:11：不能用 & 和 * 引用别处的内容，请把内容写全。",
        "own.yaml:11:11: references with & and * are not allowed; write the content out.",
    ),
    (
        "language: {}",
        "language: {[a, b]: c}",
        "own.yaml:11:12：此处应为一段文字。",
        "own.yaml:11:12: expected a text here.",
    ),
    (
        "小清单",
        "小\x07清单",
        "own.yaml:3:8：YAML 写法有误（control characters are not allowed）。"
        "请检查缩进、冒号和引号。",
        "own.yaml:3:8: this is no valid YAML (control characters are not allowed). "
        "Check indentation, colons and quotes.",
    ),
]


@pytest.mark.parametrize(("piece", "by", "zh", "en"), MISTAKES)
def test_a_mistake_is_said_with_its_place(
    broken: Broken, piece: str, by: str, zh: str, en: str
) -> None:
    assert mistake(broken(piece, by)) == (zh, en)


def test_an_element_that_stands_twice_is_said(small: str) -> None:
    element = small[small.index("  - id: A01") :]
    assert mistake(small + element) == (
        "own.yaml:25:9：编号“A01”用了两次。",
        "own.yaml:25:9: the id “A01” is used twice.",
    )


@pytest.mark.parametrize("text", ["", "# nothing but a remark\n"])
def test_an_empty_file_is_said(text: str) -> None:
    assert mistake(text) == (
        "own.yaml:1:1：要素清单是空的。",
        "own.yaml:1:1: the checklist is empty.",
    )


def criterion(text: str) -> ChecklistError:
    with pytest.raises(ChecklistError) as caught:
        read_criterion(parse_yaml(text, "own.yaml"))
    return caught.value


def test_an_unknown_kind_is_said_with_the_kinds_there_are() -> None:
    zh, en = said(criterion("kind: topics"))
    assert zh.startswith("own.yaml:1:7：不能用“topics”，只能是：addressee, causes, ")
    assert en.startswith("own.yaml:1:7: “topics” is not allowed; allowed are: addressee, causes, ")
    assert en.endswith(", two-facts, wording, years.")


def test_a_field_a_kind_does_not_have_is_said() -> None:
    assert said(criterion("kind: signature\nleast: 3")) == (
        "own.yaml:2:8：不认识“least”，可以用：kind。",
        "own.yaml:2:8: “least” is not known; allowed are: kind.",
    )


def test_a_choice_that_is_none_is_said() -> None:
    assert said(criterion("{kind: deadline, date: today}")) == (
        "own.yaml:1:24：不能用“today”，只能是：signature, web。",
        "own.yaml:1:24: “today” is not allowed; allowed are: signature, web.",
    )


def test_a_key_field_that_is_no_field_is_said() -> None:
    text = "{kind: fields, least: 1, fields: {执法: [执法]}, key: [决策]}"
    assert said(criterion(text)) == (
        "own.yaml:1:1：不能用“决策”，只能是：执法。",
        "own.yaml:1:1: “决策” is not allowed; allowed are: 执法.",
    )


@pytest.mark.parametrize(
    ("line", "zh", "en"),
    [
        (
            "宣传 & {n 次",
            "own.yaml:1:1：看不懂的词式“宣传 & {n 次”。",
            "own.yaml:1:1: the pattern “宣传 & {n 次” cannot be understood.",
        ),
        (
            "宣传 & |普法",
            "own.yaml:1:1：看不懂的词式“宣传 & |普法”。",
            "own.yaml:1:1: the pattern “宣传 & |普法” cannot be understood.",
        ),
        (
            "宣传 & {count}",
            "own.yaml:1:1：不能用“{count}”，"
            "只能是：{n}, {own}, {named}, {list}, {freq}, {none}, {matter}, {place}。",
            "own.yaml:1:1: “{count}” is not allowed; "
            "allowed are: {n}, {own}, {named}, {list}, {freq}, {none}, {matter}, {place}.",
        ),
    ],
)
def test_bad_notation_is_said(line: str, zh: str, en: str) -> None:
    with pytest.raises(ChecklistError) as caught:
        read_pattern(Node("own.yaml", 1, 1, line))
    assert said(caught.value) == (zh, en)


def test_a_language_block_must_be_whole(small: str) -> None:
    with pytest.raises(ChecklistError) as caught:
        Judge(read_checklist(small, "own.yaml"))
    assert said(caught.value) == (
        "own.yaml:11:11：缺少“parts”。",
        "own.yaml:11:11: “parts” is missing.",
    )
