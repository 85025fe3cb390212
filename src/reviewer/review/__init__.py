"""One report under review: findings, the reviewer's rulings, scores; undo and redo over all."""

from reviewer.review.assessment import Assess, Assessment
from reviewer.review.brief import Brief
from reviewer.review.decision import UNDECIDED, Decision
from reviewer.review.doubts import Doubt, doubts_of, doubts_on, doubts_on_report
from reviewer.review.examples import Trial, run_examples
from reviewer.review.history import Change, Command, Event, History, Move, Step
from reviewer.review.pipeline import DEFAULT_CHECKLIST, Pipeline, load_pipeline, load_to_list
from reviewer.review.review import Review
from reviewer.review.ruling import (
    CommentIs,
    Confirmed,
    EvidenceIs,
    Ignored,
    Kind,
    NotApplicable,
    PointsAre,
    Ruling,
    Said,
    Slot,
    Status,
    StatusIs,
    VerdictIs,
    VersionIs,
    slot_of,
)
from reviewer.review.scores import GroupScore, Scores

__all__ = [
    "DEFAULT_CHECKLIST",
    "UNDECIDED",
    "Assess",
    "Assessment",
    "Brief",
    "Change",
    "Command",
    "CommentIs",
    "Confirmed",
    "Decision",
    "Doubt",
    "Event",
    "EvidenceIs",
    "GroupScore",
    "History",
    "Ignored",
    "Kind",
    "Move",
    "NotApplicable",
    "Pipeline",
    "PointsAre",
    "Review",
    "Ruling",
    "Said",
    "Scores",
    "Slot",
    "Status",
    "StatusIs",
    "Step",
    "Trial",
    "VerdictIs",
    "VersionIs",
    "doubts_of",
    "doubts_on",
    "doubts_on_report",
    "load_pipeline",
    "load_to_list",
    "run_examples",
    "slot_of",
]
