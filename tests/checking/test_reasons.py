"""Every reason a criterion can give has words in the default checklist."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import reviewer.checking.criteria
import reviewer.checking.observations
from reviewer.checklist import load_checklist

FOLDER = Path(reviewer.checking.criteria.__file__).parent
FILES = sorted(path for path in FOLDER.glob("*.py") if path.name != "__init__.py")
NOTING = sorted(Path(reviewer.checking.observations.__file__).parent.glob("*.py"))
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


REASONS = load_checklist("township-annual").reasons


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_reason_of_a_kind_has_words(path: Path) -> None:
    found = codes(path)
    assert found
    assert found - set(REASONS) == set()


def test_no_words_are_kept_for_reasons_nobody_gives() -> None:
    given = DEFAULTS.union(*map(codes, (*FILES, *NOTING)))
    assert set(REASONS) - given == set()


def test_words_end_as_sentences_and_have_only_known_placeholders() -> None:
    known = {"name", "count", "least", "fields", "year", "date", "deadline", "names"}
    for code, words in REASONS.items():
        assert words.endswith("。"), code
        assert {name for _, name, _, _ in Formatter().parse(words) if name} <= known, code
