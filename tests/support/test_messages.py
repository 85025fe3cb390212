from __future__ import annotations

import ast
import string
import tomllib
from pathlib import Path

import pytest

from reviewer.support.errors import ReviewerError, UsageError
from reviewer.support.messages import load_messages
from reviewer.support.resources import resource

SOURCE = Path(__file__).resolve().parents[2] / "src" / "reviewer"
RAISES = {
    *("ReviewerError", "UnreadableReport", "ExportError", "StoreError", "UsageError", "Notice"),
    "Unconfirmed",
}
SAYS = {"say", "warn", "fail"}
FILES = sorted(resource("messages").glob("*.toml"))


def tables() -> dict[str, dict[str, str]]:
    return {
        code: texts
        for path in FILES
        for code, texts in tomllib.loads(path.read_text(encoding="utf-8")).items()
    }


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def called(node: ast.Call) -> str:
    function = node.func
    return getattr(function, "id", None) or getattr(function, "attr", "")


def calls() -> list[tuple[str, str, ast.Call]]:
    """Return file, code and call wherever a code is written out in the source."""
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or called(node) not in RAISES | SAYS or not node.args:
                continue
            code = node.args[0]
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                found.append((path.name, code.value, node))
    return found


@pytest.mark.parametrize("code", sorted(tables()))
def test_both_languages_say_the_same_with_the_same_details(code: str) -> None:
    texts = tables()[code]
    assert set(texts) == {"zh", "en"}
    assert placeholders(texts["zh"]) == placeholders(texts["en"])
    assert all(text.strip() for text in texts.values())


def test_no_code_stands_in_two_files() -> None:
    codes = [code for path in FILES for code in tomllib.loads(path.read_text(encoding="utf-8"))]
    assert len(codes) == len(set(codes))


def test_every_code_in_the_source_has_a_sentence() -> None:
    known = tables()
    assert [(file, code) for file, code, _ in calls() if code not in known] == []
    assert len(calls()) > 40


def test_every_placeholder_is_filled_where_the_error_is_raised() -> None:
    known = tables()
    unfilled = []
    for file, code, node in calls():
        given = {keyword.arg for keyword in node.keywords}
        if called(node) in RAISES - {"Notice"} and None not in given:
            unfilled += [(file, code, name) for name in placeholders(known[code]["zh"]) - given]
    assert unfilled == []


def test_chinese_sentences_are_chinese_and_english_ones_are_not() -> None:
    han = {code for code, texts in tables().items() if any("一" <= c <= "鿿" for c in texts["en"])}
    assert han == set()


def test_an_error_is_said_with_its_details(tmp_path: Path) -> None:
    (tmp_path / "some.toml").write_text(
        '[no-such]\nzh = "没有{path}"\nen = "no {path}"\n', encoding="utf-8"
    )
    error = ReviewerError("no-such", path="a{b}")
    assert load_messages("zh", tmp_path).of(error) == "没有a{b}"
    assert load_messages("en", tmp_path).of(error) == "no a{b}"


def test_an_error_shows_code_and_details_to_developers() -> None:
    assert str(UsageError("bad", path="x")) == "bad (path='x')"
    assert UsageError("bad").exit_status == 2
    assert ReviewerError("bad").exit_status == 1
