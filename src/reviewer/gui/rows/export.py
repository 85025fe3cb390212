"""The rows of the export menu in the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from reviewer.gui.action_spec import ActionSpec, Menu, Section

EXPORT = Menu(
    "export",
    QT_TRANSLATE_NOOP("Actions", "E&xport"),
    Section(
        ActionSpec(
            "export",
            QT_TRANSLATE_NOOP("Actions", "&Export Score Sheets…"),
            "Ctrl+E",
            "export",
            "list",
            toolbar=True,
        ),
        ActionSpec(
            "export_folder",
            QT_TRANSLATE_NOOP("Actions", "Export to &Folder…"),
            "Ctrl+Shift+E",
            needs="list",
        ),
        ActionSpec(
            "put_into_workbook",
            QT_TRANSLATE_NOOP("Actions", "Put into an Existing &Workbook…"),
            "Ctrl+Alt+E",
            needs="list",
        ),
    ),
    Section(
        ActionSpec(
            "save_slip_template",
            QT_TRANSLATE_NOOP("Actions", "Save a Copy of the Slip &Template…"),
        ),
    ),
)
