from __future__ import annotations

from collections.abc import Callable

from reviewer.compare.ranking import best_first, ranks
from reviewer.review import Review

MakeReview = Callable[..., Review]


def test_equals_keep_their_order_and_share_a_rank(make_review: MakeReview) -> None:
    poor, good, equal = (make_review(unit=name) for name in ("甲镇", "乙镇", "丙镇"))
    good.decide("B01", points=4.0)
    assert best_first([poor, good, equal]) == [good, poor, equal]
    assert ranks([poor, good, equal]) == [2, 1, 2]
