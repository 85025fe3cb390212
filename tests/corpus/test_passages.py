"""Passages in plain words get the verdicts of their author, also those that were not tuned on.

The bounds are a little below what was measured last, so that a change for the worse is seen.
"""

from __future__ import annotations

from collections import Counter

import pytest
from tests.corpus import passages

from reviewer.checklist import Verdict
from reviewer.review import load_pipeline


@pytest.fixture(scope="module")
def judged() -> list[object]:
    return list(passages.judge(load_pipeline(), passages.read_passages(passages.BUNDLED)))


@pytest.mark.parametrize(("half", "right", "severe"), [("odd", 0.94, 8), ("even", 0.825, 26)])
def test_author_and_program_agree(
    judged: list[object], half: str, right: float, severe: int
) -> None:
    of_half = [item for item in judged if item.passage.half == half]  # type: ignore[attr-defined]
    assert passages.right(of_half) >= right
    assert sum(item.severe for item in of_half) <= severe


def test_both_halves_have_passages_of_every_verdict() -> None:
    read = passages.read_passages(passages.BUNDLED)
    counted = Counter((passage.half, passage.verdict) for passage in read)
    judged_so = (Verdict.PRESENT, Verdict.WEAK, Verdict.MISSING)
    assert all(counted[half, verdict] > 50 for half in passages.HALVES for verdict in judged_so)


def test_present_for_missing_is_severe() -> None:
    passage = passages.Passage(1, "A02", Verdict.PRESENT, "results", "")
    taken_for = {v: passages.Judged(passage, v) for v in Verdict}
    assert taken_for[Verdict.MISSING].severe
    assert not taken_for[Verdict.WEAK].severe
    assert taken_for[Verdict.PRESENT].right
