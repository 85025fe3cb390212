"""One report under review: findings, decisions, scores."""

from reviewer.review.decision import UNDECIDED, Decision
from reviewer.review.review import Review
from reviewer.review.scores import GroupScore, Scores

__all__ = ["UNDECIDED", "Decision", "GroupScore", "Review", "Scores"]
