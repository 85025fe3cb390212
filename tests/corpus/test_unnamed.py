"""Parts that no heading names are found by what they tell, also in reports not tuned on.

The bounds are a little below what was measured last, so that a change for the worse is seen.
"""

from __future__ import annotations

import pytest
from tests.corpus import unnamed

from reviewer.review import load_pipeline


@pytest.mark.parametrize(
    ("half", "found", "right", "severe"), [("odd", 0.9, 0.77, 9), ("even", 0.75, 0.7, 9)]
)
def test_author_and_program_agree(half: str, found: float, right: float, severe: int) -> None:
    judged = unnamed.judge(load_pipeline(), half)
    assert judged.found >= found
    assert judged.right >= right
    assert judged.severe <= severe


def test_a_stretch_is_found_when_most_of_it_is() -> None:
    assert unnamed.Stretch(1, "plan", True, "text", share=0.7).found
    assert not unnamed.Stretch(1, "plan", True, "text", share=0.6).found
