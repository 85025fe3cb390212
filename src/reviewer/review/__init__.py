"""One report under review: findings, decisions, scores."""

from reviewer.review.decision import UNDECIDED, Decision
from reviewer.review.examples import Trial, run_examples
from reviewer.review.pipeline import DEFAULT_CHECKLIST, Pipeline, load_pipeline
from reviewer.review.review import Review
from reviewer.review.scores import GroupScore, Scores

__all__ = [
    "DEFAULT_CHECKLIST",
    "UNDECIDED",
    "Decision",
    "GroupScore",
    "Pipeline",
    "Review",
    "Scores",
    "Trial",
    "load_pipeline",
    "run_examples",
]
