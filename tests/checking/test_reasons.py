"""Every reason a criterion can give has words, and words are checked on loading."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.checking.conftest import OpenCase

import reviewer.checking.criteria
from reviewer.checking import Judge
from reviewer.checking.criteria import KINDS
from reviewer.checking.criteria.codes import CODES
from reviewer.checking.judgement import Because
from reviewer.checking.reason_words import ReasonWords
from reviewer.checklist import Verdict, load_checklist, read_checklist
from reviewer.checklist.loading import checklist_path
from reviewer.support.errors import ChecklistError
from reviewer.support.messages import load_messages

FOLDER = Path(reviewer.checking.criteria.__file__).parent
GIVING = {"because", "present", "weak", "missing", "undetermined"}
# Codes that begin with checklist- belong to errors, not to reasons.
HYPHENED = re.compile(r"^(?!checklist-)[a-z0-9]+(?:-[a-z0-9]+)+$")
DEFAULTS = {"fact", "not-found"}  # what present() and missing() give without a code


def texts(node: ast.AST | None) -> Iterator[str]:
    """Yield the texts an expression can be: "a", or "a" if … else "b"."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from texts(node.body)
        yield from texts(node.orelse)


def codes(path: Path) -> set[str]:
    """Return the reason codes in a file: arguments, values called `code`, hyphened texts."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in GIVING and node.args:
                found.update(texts(node.args[0]))
        elif isinstance(node, ast.Assign):
            if any(isinstance(t, ast.Name) and t.id == "code" for t in node.targets):
                found.update(texts(node.value))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.update(HYPHENED.findall(node.value))
    return found


CHECKLIST = load_checklist("township-annual")
REASONS = {code: node.text() for code, node in CHECKLIST.reasons.items()}


def modules_of(kind: str) -> list[Path]:
    """Return the files whose codes a kind may give: its own, and those it weighs."""
    weighed = {
        "consistency": ["observations/conflicts.py", "observations/placeholders.py"],
        "numbering": ["observations/sequences.py"],
        "topic": ["weakness.py", "observations/unclaimed.py"],
    }
    own = FOLDER / f"{kind.replace('-', '_')}.py"
    return [own, *(FOLDER.parent / name for name in weighed.get(kind, ()))]


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_has_every_reason_of_a_kind_and_no_other(kind: str) -> None:
    given = set().union(*map(codes, modules_of(kind)))
    assert given | DEFAULTS & set(CODES[kind]) == set(CODES[kind])


def test_every_reason_has_words_and_no_words_are_without_reason() -> None:
    assert set(REASONS) == set().union(*CODES.values())


def test_words_end_as_sentences() -> None:
    assert [code for code, words in REASONS.items() if not words.endswith("。")] == []


def load_with(reasons: str, own: str = "") -> None:
    text = load_text().replace("reasons:\n", f"reasons:\n{reasons}", 1)
    lines = text.replace("    group: A\n", f"    group: A\n{own}", 1)
    Judge(read_checklist(lines, "own.yaml"))


def load_text() -> str:
    return checklist_path("township-annual").read_text(encoding="utf-8")


def place_of(piece: str, text: str) -> str:
    before = text[: text.index(piece)]
    return f"own.yaml:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("不对{nmae}。", "{nmae}"),
        ("不对{count}。", "{count}"),
        ("不对{name.x}。", "{name.x}"),
        ("不对{name:>9}。", "{name}"),
        ("不对{}。", "{}"),
    ],
)
def test_an_unknown_placeholder_is_refused_on_loading(words: str, found: str) -> None:
    own = f'    reasons: {{no-part: "{words}"}}\n'
    with pytest.raises(ChecklistError) as caught:
        load_with("", own)
    said = load_messages("en").of(caught.value)
    text = load_text().replace("    group: A\n", f"    group: A\n{own}", 1)
    place = place_of(f'"{words}"', text)
    assert said == f"{place}: “{found}” cannot stand here; allowed are: {{name}}."


def test_half_a_bracket_is_refused_on_loading() -> None:
    with pytest.raises(ChecklistError) as caught:
        load_with("", '    reasons: {no-part: "没有{这一部分。"}\n')
    assert caught.value.code == "checklist-bad-placeholder"


def test_a_reason_that_nobody_gives_is_refused_on_loading() -> None:
    with pytest.raises(ChecklistError) as caught:
        load_with("  no-such-reason: 没有。\n")
    assert caught.value.code == "checklist-unknown-key"


def test_a_reason_without_words_is_refused_on_loading() -> None:
    text = load_text().replace("  no-cause: 没有分析产生问题的原因。\n", "", 1)
    with pytest.raises(ChecklistError) as caught:
        Judge(read_checklist(text, "own.yaml"))
    assert caught.value.code == "checklist-no-reason"


def test_a_name_with_quotes_is_quoted_by_the_rules() -> None:
    checklist = load_checklist("township-annual")
    element = next(e for e in checklist.elements if e.id == "A05")
    said = ReasonWords(checklist).reason(element, Because("no-fact"))
    assert said.message == "提到了“政务服务与‘放管服’改革”，但缺少具体事实。"


def test_figures_under_the_heading_of_another_topic_are_not_said_to_be_lacking(
    judge: Judge, open_case: OpenCase
) -> None:
    text = (
        "柳泉镇2025年度法治政府建设工作报告\n一、主要举措和成效\n（一）强化监督。"
        "主动公开信息268条。配备执法记录仪10台，使用“柳泉e治”平台流转事项512件。\n"
    )
    case = open_case(text)
    finding = judge.judge_element("A21", case.report, case.outline)
    said = " ".join(reason.message for reason in finding.reasons)
    assert finding.verdict is Verdict.WEAK
    assert "没有自己的数字" not in said
    assert "小节里" in said
