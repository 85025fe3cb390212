"""The rows of the go menu in the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from reviewer.gui.action_spec import ActionSpec, Menu, Section

GO = Menu(
    "go",
    QT_TRANSLATE_NOOP("Actions", "&Go"),
    Section(
        ActionSpec(
            "previous_flagged",
            QT_TRANSLATE_NOOP("Actions", "Previous Weak or Missing"),
            "Shift+F8",
            "previous",
            "report",
            toolbar=True,
        ),
        ActionSpec(
            "next_flagged",
            QT_TRANSLATE_NOOP("Actions", "Next Weak or Missing"),
            "F8",
            "next",
            "report",
            toolbar=True,
        ),
        ActionSpec(
            "previous_weak",
            QT_TRANSLATE_NOOP("Actions", "Previous Weak"),
            "Ctrl+Shift+F6",
            needs="report",
        ),
        ActionSpec(
            "next_weak", QT_TRANSLATE_NOOP("Actions", "Next Weak"), "Ctrl+F6", needs="report"
        ),
        ActionSpec(
            "previous_missing",
            QT_TRANSLATE_NOOP("Actions", "Previous Missing"),
            "Ctrl+Shift+F7",
            needs="report",
        ),
        ActionSpec(
            "next_missing", QT_TRANSLATE_NOOP("Actions", "Next Missing"), "Ctrl+F7", needs="report"
        ),
    ),
    Section(
        ActionSpec(
            "previous_undecided",
            QT_TRANSLATE_NOOP("Actions", "Previous Undecided"),
            "Shift+F9",
            needs="report",
        ),
        ActionSpec(
            "next_undecided", QT_TRANSLATE_NOOP("Actions", "Next Undecided"), "F9", needs="report"
        ),
    ),
    Section(
        ActionSpec(
            "next_evidence",
            QT_TRANSLATE_NOOP("Actions", "Next Evidence of This Element"),
            "F4",
            needs="element",
        ),
    ),
    Section(
        ActionSpec(
            "previous_report",
            QT_TRANSLATE_NOOP("Actions", "Previous Report"),
            "Ctrl+PgUp",
            needs="list",
        ),
        ActionSpec(
            "next_report",
            QT_TRANSLATE_NOOP("Actions", "Next Report"),
            "Ctrl+PgDown",
            needs="list",
        ),
    ),
    Section(
        ActionSpec("next_panel", QT_TRANSLATE_NOOP("Actions", "Next Panel"), "F12"),
        ActionSpec("previous_panel", QT_TRANSLATE_NOOP("Actions", "Previous Panel"), "Shift+F12"),
    ),
    Section(
        ActionSpec(
            "find",
            QT_TRANSLATE_NOOP("Actions", "&Find in the Text"),
            "Ctrl+F",
            "find",
            "report",
            toolbar=True,
        ),
        ActionSpec("find_next", QT_TRANSLATE_NOOP("Actions", "Find &Next"), "F3", needs="report"),
        ActionSpec(
            "find_previous",
            QT_TRANSLATE_NOOP("Actions", "Find &Previous"),
            "Shift+F3",
            needs="report",
        ),
    ),
)
