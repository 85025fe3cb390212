"""Reports laid open for criteria, from a few lines of text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reviewer.checking import Judge
from reviewer.checking.case import Case
from reviewer.checking.notation import Pattern, read_pattern
from reviewer.checklist import load_checklist
from reviewer.checklist.source import parse_yaml
from reviewer.outline import Lexicon, build_outline, load_lexicon
from reviewer.readers import text_report

OpenCase = Callable[[str], Case]
MakePattern = Callable[[str], Pattern]


@pytest.fixture(scope="session")
def judge() -> Judge:
    return Judge(load_checklist("township-annual"))


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture
def open_case(judge: Judge, lexicon: Lexicon) -> OpenCase:
    """A function that lays a report text open, title and all."""

    def lay_open(text: str) -> Case:
        report = text_report(text, "case")
        return judge.open(report, build_outline(report, lexicon))

    return lay_open


@pytest.fixture
def pattern() -> MakePattern:
    """A function that compiles a line of the notation."""
    return lambda line: read_pattern(parse_yaml(f"'{line}'", "test"))
