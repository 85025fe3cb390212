"""The program agrees with two careful reviewers, also on reports it was not tuned on.

The bounds are a little below what was measured last, so that a change for the worse is seen.
"""

from __future__ import annotations

import pytest
from tests.corpus import agreement

from reviewer.review import Pipeline


@pytest.mark.parametrize(
    ("name", "outline", "clear", "kappa", "severe"),
    [
        ("tuned", 0.97, 0.985, 0.94, 2),
        ("fresh", 0.99, 0.993, 0.947, 4),
        ("held_out", 0.99, 0.98, 0.92, 2),
    ],
)
def test_outline_and_verdicts_agree_with_the_gold(
    pipeline: Pipeline, name: str, outline: float, clear: float, kappa: float, severe: int
) -> None:
    found = agreement.measure(pipeline, name)
    assert found.outline >= outline
    assert found.clear >= clear
    assert found.kappa >= kappa
    assert found.severe <= severe
    assert found.front_matter == ()


@pytest.mark.parametrize(
    ("name", "clear", "kappa", "severe"),
    [("opened", 0.95, 0.88, 4), ("strangers", 0.93, 0.84, 12)],
)
def test_verdicts_agree_on_reports_of_later_authors(
    pipeline: Pipeline, name: str, clear: float, kappa: float, severe: int
) -> None:
    found = agreement.measure(pipeline, name)
    assert found.clear >= clear
    assert found.kappa >= kappa
    assert found.severe <= severe


def test_disagreement_is_noticed() -> None:
    right = agreement.Cell("r", "A01", "P", "P", True)
    wrong = agreement.Cell("r", "A02", "P", "M", True)
    found = agreement.Agreement((right, wrong), (1.0, 0.5), ())
    assert (found.clear, found.outline, found.severe) == (0.5, 0.75, 1)


def test_headings_count_in_their_order() -> None:
    first, second = (1, "甲"), (1, "乙")
    assert agreement.f1([first, second], [first, second]) == 1.0
    assert agreement.f1([first, second], [second, first]) == 0.5
