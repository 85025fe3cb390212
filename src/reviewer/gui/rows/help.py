"""The rows of the help menu in the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from reviewer.gui.action_spec import ActionSpec, Menu, Section

HELP = Menu(
    "help",
    QT_TRANSLATE_NOOP("Actions", "&Help"),
    Section(
        ActionSpec("guide", QT_TRANSLATE_NOOP("Actions", "&User Guide"), "F1"),
        ActionSpec("keys", QT_TRANSLATE_NOOP("Actions", "&Keys"), "Ctrl+/"),
    ),
    Section(
        ActionSpec("about", QT_TRANSLATE_NOOP("Actions", "&About")),
    ),
)
