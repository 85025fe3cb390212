"""What teaches an element is told by the rest of what teaches it.

The bound is a little below what was measured last, so that a change for the worse is seen.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from reviewer.checklist import load_checklist


def load_taught() -> ModuleType:
    path = Path(__file__).parent / "taught.py"
    spec = importlib.util.spec_from_file_location("taught_passages", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["taught_passages"] = module
    spec.loader.exec_module(module)
    return module


taught = load_taught()


@pytest.fixture(scope="module")
def answers() -> list[object]:
    return list(taught.answers(load_checklist("township-annual")))


def test_the_taught_element_comes_first_for_most_passages_left_out(answers: list[object]) -> None:
    assert taught.first(answers) >= 0.79


def test_no_told_passage_stands_twice() -> None:
    elements = load_checklist("township-annual").elements
    told = [text for element in elements for text in element.told]
    assert len(told) == len(set(told))
