"""The rows of the file menu in the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from reviewer.gui.action_spec import ActionSpec, Menu, Section

FILE = Menu(
    "file",
    QT_TRANSLATE_NOOP("Actions", "&File"),
    Section(
        ActionSpec(
            "open_reports",
            QT_TRANSLATE_NOOP("Actions", "&Open Reports…"),
            "Ctrl+O",
            icon="open",
            toolbar=True,
        ),
        ActionSpec(
            "open_folder", QT_TRANSLATE_NOOP("Actions", "Open &Folder…"), "Ctrl+Shift+O", "folder"
        ),
        id="open",
    ),
    Section(
        ActionSpec("new_project", QT_TRANSLATE_NOOP("Actions", "&New Project…"), "Ctrl+N"),
        ActionSpec("open_project", QT_TRANSLATE_NOOP("Actions", "Open &Project…"), "Ctrl+Alt+O"),
        ActionSpec("open_examples", QT_TRANSLATE_NOOP("Actions", "Open the E&xamples")),
        ActionSpec("save_copy", QT_TRANSLATE_NOOP("Actions", "Save a C&opy…"), "Ctrl+Shift+S"),
        ActionSpec("backups", QT_TRANSLATE_NOOP("Actions", "&Backups…")),
        id="project",
    ),
    Section(
        ActionSpec(
            "replace_report",
            QT_TRANSLATE_NOOP("Actions", "Replace by a Ne&wer Version…"),
            "Ctrl+Alt+N",
            needs="report",
        ),
        ActionSpec(
            "close_report",
            QT_TRANSLATE_NOOP("Actions", "&Take off the List"),
            "Ctrl+W",
            needs="list",
        ),
        ActionSpec(
            "save_pdf", QT_TRANSLATE_NOOP("Actions", "Save as P&DF…"), "Ctrl+Alt+P", needs="report"
        ),
        ActionSpec(
            "print_report", QT_TRANSLATE_NOOP("Actions", "P&rint…"), "Ctrl+P", needs="report"
        ),
    ),
    Section(ActionSpec("settings", QT_TRANSLATE_NOOP("Actions", "&Settings…"), "Ctrl+,")),
    Section(ActionSpec("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q")),
)
