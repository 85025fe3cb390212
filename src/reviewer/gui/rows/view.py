"""The rows of the view menu in the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from reviewer.gui.action_spec import ActionSpec, Menu, Section

VIEW = Menu(
    "view",
    QT_TRANSLATE_NOOP("Actions", "&View"),
    Section(
        ActionSpec(
            "filter_all", QT_TRANSLATE_NOOP("Actions", "All Elements"), "Alt+1", choice="filter"
        ),
        ActionSpec(
            "filter_weak", QT_TRANSLATE_NOOP("Actions", "Weak Only"), "Alt+2", choice="filter"
        ),
        ActionSpec(
            "filter_missing", QT_TRANSLATE_NOOP("Actions", "Missing Only"), "Alt+3", choice="filter"
        ),
        ActionSpec(
            "filter_undecided",
            QT_TRANSLATE_NOOP("Actions", "Undecided Only"),
            "Alt+4",
            choice="filter",
        ),
    ),
    Section(
        ActionSpec("zoom_in", QT_TRANSLATE_NOOP("Actions", "Larger Text"), "Ctrl++ Ctrl+="),
        ActionSpec("zoom_out", QT_TRANSLATE_NOOP("Actions", "Smaller Text"), "Ctrl+-"),
        ActionSpec("zoom_reset", QT_TRANSLATE_NOOP("Actions", "Normal Text Size"), "Ctrl+0"),
    ),
    Section(
        ActionSpec(
            "reading_mode",
            QT_TRANSLATE_NOOP("Actions", "&Reading Without Marks"),
            "F11",
            "reading",
            switch=True,
            toolbar=True,
        ),
        ActionSpec(
            "side_by_side",
            QT_TRANSLATE_NOOP("Actions", "&Two Reports Side by Side"),
            "Ctrl+T",
            needs="report",
        ),
        id="panels",
    ),
    Section(
        ActionSpec(
            "theme_system",
            QT_TRANSLATE_NOOP("Actions", "As the System"),
            choice="theme",
        ),
        ActionSpec("theme_light", QT_TRANSLATE_NOOP("Actions", "Light"), choice="theme"),
        ActionSpec("theme_dark", QT_TRANSLATE_NOOP("Actions", "Dark"), choice="theme"),
        ActionSpec("theme_contrast", QT_TRANSLATE_NOOP("Actions", "High Contrast"), choice="theme"),
        title=QT_TRANSLATE_NOOP("Actions", "&Colours"),
    ),
    Section(
        ActionSpec("language_zh", "中文", choice="language"),
        ActionSpec("language_en", "English", choice="language"),
        title=QT_TRANSLATE_NOOP("Actions", "&Language"),
    ),
)
