"""Rules of the house that no other tool holds."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "reviewer"
FILES = sorted(SOURCE.rglob("*.py"))
MOST_LINES = 399
MOST_FUNCTION_LINES = 49

# What numbers, dates and ranges are written with; 㐀, 龥 and 鿿 bound ranges of characters.
GLYPHS = frozenset(
    "〇○零一二三四五六七八九十百千万亿萬億两廿卅壹贰叁肆伍陆柒捌玖拾佰仟"
    "貳參陸壱弐参阡甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥第是年度月日号至㐀龥鿿"
)
# A language is offered under its own name, whatever the language of the window.
LANGUAGE_NAMES = {"中文"}
CJK = re.compile(
    "[\u2e80-\u2fff\u3005-\u3007\u3021-\u3029\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def chinese_in_code(text: str) -> list[str]:
    """Return literals and names with Chinese beyond numbering; docstrings may have it."""
    tree = ast.parse(text)
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, owners) and node.body and isinstance(node.body[0], ast.Expr)
    }
    words = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
    ]
    words += [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]
    words = [word for word in words if word not in LANGUAGE_NAMES]
    return [word for word in words if set(CJK.findall(word)) - GLYPHS]


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_stays_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_function_stays_short(path: Path) -> None:
    for node in functions(ast.parse(path.read_text(encoding="utf-8"))):
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        assert length <= MOST_FUNCTION_LINES, f"{node.name} has {length} lines"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_words_of_the_field_stand_in_data_files_only(path: Path) -> None:
    assert chinese_in_code(path.read_text(encoding="utf-8")) == []


def test_the_search_for_chinese_words_finds_them() -> None:
    code = '"""文档"""\nNUMBERS = "一、（十）"\nWORD = "我镇"\n'
    assert chinese_in_code(code) == ["我镇"]


def test_every_package_with_code_has_tests_of_its_own() -> None:
    packages = {path.relative_to(SOURCE).parts[0] for path in FILES if path.name != "__init__.py"}
    untested = [
        package
        for package in sorted(packages)
        if (SOURCE / package).is_dir() and not list((ROOT / "tests" / package).rglob("test_*.py"))
    ]
    assert untested == []


def test_nothing_of_one_machine_stands_in_the_project() -> None:
    kinds = (".py", ".toml", ".md", ".yaml", ".lock", ".txt", ".ts")
    folders = ("src", "resources", "packaging", "tests")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*")]
    own = re.compile(r"/(?:work|root|tmp|home)/[a-z]")
    found = [
        name(path)
        for path in [*files, *ROOT.glob("*.md"), ROOT / "pyproject.toml"]
        if path.suffix in kinds and own.search(path.read_bytes().decode("utf-8", errors="ignore"))
    ]
    assert found == []
