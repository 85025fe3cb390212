"""The order of reports by their share of the points, and their ranks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from reviewer.review import Review

_DECIMALS = 6  # of a percentage; sums of half points differ by less only by how they were added


def best_first(reviews: Sequence[Review]) -> list[Review]:
    """Return `reviews` by their share of the points, equals in the order given."""
    return sorted(reviews, key=lambda review: -review.scores().percent)


def ranks(reviews: Sequence[Review]) -> list[int]:
    """Return the rank of each review, counted from 1; equal shares have the same, as in Excel."""
    shares = [-round(review.scores().percent, _DECIMALS) for review in reviews]
    ordered = sorted(shares)
    return [bisect_left(ordered, share) + 1 for share in shares]
