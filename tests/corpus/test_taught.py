"""What teaches an element is told by the rest of what teaches it.

The bound is a little below what was measured last, so that a change for the worse is seen.
"""

from __future__ import annotations

import pytest
from tests.corpus import taught

from reviewer.checklist import load_checklist


@pytest.fixture(scope="module")
def answers() -> list[object]:
    return list(taught.answers(load_checklist("township-annual")))


def test_the_taught_element_comes_first_for_most_passages_left_out(answers: list[object]) -> None:
    assert taught.first(answers) >= 0.79


def test_no_told_passage_stands_twice() -> None:
    elements = load_checklist("township-annual").elements
    told = [text for element in elements for text in element.told]
    assert len(told) == len(set(told))
