"""Which actions can be done just now, and which choice holds."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction, QActionGroup

from reviewer.checklist import Verdict
from reviewer.gui.actions import ACTIONS
from reviewer.gui.desk import Desk
from reviewer.gui.preferences import Preferences
from reviewer.review import UNDECIDED, Kind, Slot, Status


def refresh(actions: Mapping[str, QAction], desk: Desk, preferences: Preferences) -> None:
    """Enable what can be done just now and check what holds."""
    review, element_id = desk.current, desk.element_id
    there = {
        "": True,
        "list": desk.row >= 0,
        "report": review is not None,
        "element": bool(element_id),
        "undo": review is not None and review.can_undo,
        "redo": review is not None and review.can_redo,
    }
    for spec in ACTIONS:
        actions[spec.id].setEnabled(there[spec.needs])
    # An element that does not apply has no verdict that counts.
    counts = review is not None and bool(element_id) and review.applies(element_id)
    verdict = review.verdict(element_id) if review and counts else None
    for known in (Verdict.PRESENT, Verdict.WEAK, Verdict.MISSING):
        action = actions[f"decide_{known.value}"]
        # An undetermined element has none of the three checked.
        action.actionGroup().setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        action.setChecked(known is verdict)
    decision = review.decision(element_id) if review and element_id else UNDECIDED
    actions["not_applicable"].setChecked(decision.not_applicable)
    said = review is not None and Slot(Kind.STATUS) in review.rulings
    status = review.status if review is not None and said else None
    name = {Status.DONE: "status_done", Status.SENT_BACK: "status_sent_back"}
    actions[name.get(status, "status_auto")].setChecked(True)
    actions[f"theme_{preferences.settings.theme}"].setChecked(True)
    actions[f"language_{preferences.settings.language}"].setChecked(True)
