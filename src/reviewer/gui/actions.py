"""The one table of actions; menus, toolbar, shortcuts and the sheet of keys are made from it."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from reviewer.gui.action_spec import ActionSpec, Menu, Section

MOST_DIGIT = 9

_FILE = Menu(
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
        ActionSpec(
            "close_report",
            QT_TRANSLATE_NOOP("Actions", "&Close Report"),
            "Ctrl+W",
            needs="report",
        ),
        ActionSpec(
            "export",
            QT_TRANSLATE_NOOP("Actions", "&Export Score Sheets…"),
            "Ctrl+E",
            "export",
            "report",
            toolbar=True,
        ),
    ),
    Section(ActionSpec("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q")),
)

_DECIDE = Menu(
    "decide",
    QT_TRANSLATE_NOOP("Actions", "&Decide"),
    Section(
        ActionSpec(
            "undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z", "undo", "undo", toolbar=True
        ),
        ActionSpec(
            "redo",
            QT_TRANSLATE_NOOP("Actions", "&Redo"),
            "Ctrl+Y Ctrl+Shift+Z",
            "redo",
            "redo",
            toolbar=True,
        ),
    ),
    Section(
        ActionSpec(
            "accept",
            QT_TRANSLATE_NOOP("Actions", "&Accept and Go On"),
            "Return Enter Ctrl+Return Ctrl+Enter",
            "accept",
            "element",
        ),
        ActionSpec(
            "decide_present",
            QT_TRANSLATE_NOOP("Actions", "&Present"),
            "F5 Ctrl+1",
            "present",
            "element",
            "verdict",
        ),
        ActionSpec(
            "decide_weak",
            QT_TRANSLATE_NOOP("Actions", "&Weak"),
            "F6 Ctrl+2",
            "weak",
            "element",
            "verdict",
        ),
        ActionSpec(
            "decide_missing",
            QT_TRANSLATE_NOOP("Actions", "&Missing"),
            "F7 Ctrl+3",
            "missing",
            "element",
            "verdict",
        ),
        ActionSpec(
            "use_suggestion",
            QT_TRANSLATE_NOOP("Actions", "Back to the &Suggestion"),
            "Ctrl+R",
            "suggestion",
            "element",
        ),
    ),
    Section(
        *(
            ActionSpec(
                f"points_{digit}",
                QT_TRANSLATE_NOOP("Actions", "Give &{n}"),
                str(digit),
                needs="element",
                method="give_points",
                number=digit,
            )
            for digit in range(MOST_DIGIT + 1)
        ),
        ActionSpec(
            "more_points",
            QT_TRANSLATE_NOOP("Actions", "Half a Point M&ore"),
            "Ctrl+Up .",
            "plus",
            "element",
        ),
        ActionSpec(
            "fewer_points",
            QT_TRANSLATE_NOOP("Actions", "Half a Point &Less"),
            "Ctrl+Down",
            "minus",
            "element",
        ),
        title=QT_TRANSLATE_NOOP("Actions", "Po&ints"),
    ),
    Section(
        ActionSpec(
            "comment",
            QT_TRANSLATE_NOOP("Actions", "&Comment"),
            "F2 Ctrl+M",
            "comment",
            "element",
        ),
    ),
)

_GO = Menu(
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
            needs="report",
        ),
        ActionSpec(
            "next_report",
            QT_TRANSLATE_NOOP("Actions", "Next Report"),
            "Ctrl+PgDown",
            needs="report",
        ),
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

_VIEW = Menu(
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

_HELP = Menu(
    "help",
    QT_TRANSLATE_NOOP("Actions", "&Help"),
    Section(
        ActionSpec("about", QT_TRANSLATE_NOOP("Actions", "&About")),
    ),
)

MENUS: tuple[Menu, ...] = (_FILE, _DECIDE, _GO, _VIEW, _HELP)

ACTIONS: tuple[ActionSpec, ...] = tuple(spec for menu in MENUS for spec in menu.actions())
