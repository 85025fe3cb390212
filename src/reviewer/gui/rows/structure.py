"""The rows of the structure menu in the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from reviewer.checking.parts import LEADERS, PLAN, RESULTS, SHORTCOMINGS
from reviewer.gui.action_spec import ActionSpec, Menu, Section
from reviewer.outline import LEVELS

PARTS = {
    RESULTS: QT_TRANSLATE_NOOP("Actions", "&Results"),
    SHORTCOMINGS: QT_TRANSLATE_NOOP("Actions", "&Shortcomings"),
    LEADERS: QT_TRANSLATE_NOOP("Actions", "&First Responsible Persons"),
    PLAN: QT_TRANSLATE_NOOP("Actions", "&Plan"),
}

PART_OF_SECTION = QT_TRANSLATE_NOOP("Actions", "&Part of the Section")

# What can be said of the place under the mouse, in the order of the menu.
AT_PLACE = (
    *(f"heading_{level}" for level in LEVELS),
    "no_heading",
    "join_line",
    "part_line",
)

STRUCTURE = Menu(
    "structure",
    QT_TRANSLATE_NOOP("Actions", "&Structure"),
    Section(
        *(
            ActionSpec(
                f"heading_{level}",
                QT_TRANSLATE_NOOP("Actions", "Heading of Level &{n}"),
                f"Ctrl+Alt+{level}",
                needs="report",
                method="set_level",
                number=level,
            )
            for level in LEVELS
        ),
        ActionSpec(
            "no_heading",
            QT_TRANSLATE_NOOP("Actions", "&No Heading"),
            "Ctrl+Alt+0",
            needs="report",
        ),
        ActionSpec(
            "join_line",
            QT_TRANSLATE_NOOP("Actions", "&Goes on with the Line Before"),
            "Ctrl+Alt+J",
            needs="report",
        ),
        ActionSpec(
            "part_line",
            QT_TRANSLATE_NOOP("Actions", "&Joined Line Stands for Itself Again"),
            "Ctrl+Alt+Shift+J",
            needs="report",
        ),
        id="headings",
    ),
    Section(
        *(
            ActionSpec(f"part_{part}", text, needs="report", method=f"part_{part}")
            for part, text in PARTS.items()
        ),
        title=PART_OF_SECTION,
        id="parts",
    ),
    Section(
        ActionSpec(
            "front_matter",
            QT_TRANSLATE_NOOP("Actions", "&Title, Unit, Year, Date…"),
            "Ctrl+Alt+F",
            needs="report",
        ),
    ),
)
