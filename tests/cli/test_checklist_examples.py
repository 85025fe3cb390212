"""`reviewer checklist test`: the examples of a checklist are its tests."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reviewer.checklist.loading import checklist_path
from reviewer.cli.arguments import parse
from reviewer.cli.main import main
from reviewer.support.errors import UsageError

PIECE = "  - {date: 2026年3月1日}\n"
ELEMENT = re.compile(r"^  - id: (\w+)\n", re.MULTILINE)


def run(*arguments: str) -> int:
    return main(["checklist", *arguments], lambda *_: 0, lambda: bytes)


def only(*elements: str) -> str:
    """Return the default checklist with a few of its elements."""
    text = checklist_path("township-annual").read_text(encoding="utf-8")
    head, *rest = ELEMENT.split(text)
    named = zip(rest[::2], rest[1::2], strict=True)
    return head + "".join(f"  - id: {name}\n{body}" for name, body in named if name in elements)


@pytest.fixture
def wrong(tmp_path: Path) -> tuple[Path, int]:
    """A checklist with one example marked wrongly, and its line."""
    text = only("A14", "E04")
    assert text.count(PIECE) == 1
    path = tmp_path / "own.yaml"
    path.write_text(text.replace(PIECE, PIECE.replace("3月1日", "3月5日")), encoding="utf-8")
    return path, text[: text.index(PIECE)].count("\n") + 1


def test_all_examples_of_the_default_checklist_pass(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("test") == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.endswith(" 个例子全部符合。")


def test_a_wrong_example_is_said_with_its_place(
    wrong: tuple[Path, int], capsys: pytest.CaptureFixture[str]
) -> None:
    path, number = wrong
    assert run("test", str(path)) == 1
    first, rule, last = capsys.readouterr().out.splitlines()
    assert rule.endswith(" deadline：late")
    assert first == (
        f"{path}:{number}：E04 应为“有”，评为“弱”。"
        "理由：日期为2026-03-05，超过期限（2026-03-01）。 依据：2026年3月5日"
    )
    assert last.endswith(" 个例子中有 1 个不符合。")


def test_the_same_in_english(wrong: tuple[Path, int], capsys: pytest.CaptureFixture[str]) -> None:
    path, number = wrong
    assert run("test", str(path), "--language", "en") == 1
    first, _, last = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{path}:{number}: E04 should be “present”, was found “weak”.")
    assert last.startswith("1 of ")


def test_a_county_sees_which_of_its_rules_fired_on_what(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = only("A14", "E04")
    rule = '        - "巡河|护河 & {n 次|公里}"\n'
    facts = '        - "谈拢|说和|劝和|评理|坐下来谈|讲和 & {n 桩|件|起|次}"\n'
    assert text.count(facts) == 1
    text = text.replace(facts, facts + rule)
    start = text.index("  - id: A14")
    listed = text.index("      present:\n", start) + len("      present:\n")
    text = text[:listed] + "        - 网格员全年巡河88次。\n" + text[listed:]
    path = tmp_path / "own.yaml"
    path.write_text(text, encoding="utf-8")
    assert run("test", str(path), "--rules") == 0
    said = capsys.readouterr().out.splitlines()
    number = text[: text.index(rule)].count("\n") + 1
    place = next(n for n, line in enumerate(said) if "巡河88次" in line)
    assert f":{text[: text.index('网格员全年巡河')].count(chr(10)) + 1}：A14 “有”" in said[place]
    assert (
        said[place + 1]
        == f"    第 {number} 行 facts：巡河|护河 & {{n 次|公里}} ← “网格员全年巡河88次”"
    )


def test_test_is_no_checklist_and_a_checklist_no_test() -> None:
    plain, named = parse(["checklist"]), parse(["checklist", "own.yaml"])
    assert (plain.test, plain.checklist) == (False, "township-annual")
    assert (named.test, named.checklist) == (False, "own.yaml")
    tested = parse(["checklist", "test", "own.yaml"])
    assert (tested.test, tested.checklist) == (True, "own.yaml")


@pytest.mark.parametrize("words", [["a", "b"], ["test", "a", "b"]])
def test_one_checklist_at_a_time(words: list[str]) -> None:
    with pytest.raises(UsageError) as caught:
        parse(["checklist", *words])
    assert (caught.value.code, caught.value.details) == (
        "usage-unknown-argument",
        {"arguments": "b", "command": "reviewer checklist"},
    )
