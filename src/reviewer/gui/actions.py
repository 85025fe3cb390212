"""The one table of actions; menus, toolbar and shortcuts are all made from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from reviewer.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing the user can do.

    Actions of one menu and `section` stand together, parted by a line from the next. `text` is
    English, translated in context "Actions". `slot` names the method of Commands that does it.
    `needs` tells what must be there for it: "report", "element", "undo", "redo" or nothing.
    Actions with the same `choice` exclude each other and show which one holds.
    """

    id: str
    menu: str
    section: str
    text: str
    slot: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: str = ""
    choice: str = ""
    toolbar: bool = False


MENUS: tuple[tuple[str, str], ...] = (
    ("file", QT_TRANSLATE_NOOP("Actions", "&File")),
    ("decide", QT_TRANSLATE_NOOP("Actions", "&Decide")),
    ("go", QT_TRANSLATE_NOOP("Actions", "&Go")),
    ("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    ("help", QT_TRANSLATE_NOOP("Actions", "&Help")),
)

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "open",
        "file",
        "open",
        QT_TRANSLATE_NOOP("Actions", "&Open Reports…"),
        "open_files",
        ("Ctrl+O",),
        "open",
        toolbar=True,
    ),
    ActionSpec(
        "open_folder",
        "file",
        "open",
        QT_TRANSLATE_NOOP("Actions", "Open &Folder…"),
        "open_folder",
        ("Ctrl+Shift+O",),
        "folder",
    ),
    ActionSpec(
        "close_report",
        "file",
        "report",
        QT_TRANSLATE_NOOP("Actions", "&Close Report"),
        "close_report",
        ("Ctrl+W",),
        needs="report",
    ),
    ActionSpec(
        "export",
        "file",
        "report",
        QT_TRANSLATE_NOOP("Actions", "&Export Score Sheets…"),
        "export",
        ("Ctrl+E",),
        "export",
        "report",
        toolbar=True,
    ),
    ActionSpec("quit", "file", "quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "quit", ("Ctrl+Q",)),
    ActionSpec(
        "undo",
        "decide",
        "undo",
        QT_TRANSLATE_NOOP("Actions", "&Undo"),
        "undo",
        ("Ctrl+Z",),
        "undo",
        "undo",
        toolbar=True,
    ),
    ActionSpec(
        "redo",
        "decide",
        "undo",
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        "redo",
        ("Ctrl+Y", "Ctrl+Shift+Z"),
        "redo",
        "redo",
        toolbar=True,
    ),
    ActionSpec(
        "accept",
        "decide",
        "verdict",
        QT_TRANSLATE_NOOP("Actions", "&Accept and Go On"),
        "accept",
        ("Return", "Enter", "Ctrl+Return", "Ctrl+Enter"),
        "accept",
        "element",
    ),
    ActionSpec(
        "decide_present",
        "decide",
        "verdict",
        QT_TRANSLATE_NOOP("Actions", "&Present"),
        "decide_present",
        ("Ctrl+1",),
        "present",
        "element",
        choice="verdict",
    ),
    ActionSpec(
        "decide_weak",
        "decide",
        "verdict",
        QT_TRANSLATE_NOOP("Actions", "&Weak"),
        "decide_weak",
        ("Ctrl+2",),
        "weak",
        "element",
        choice="verdict",
    ),
    ActionSpec(
        "decide_missing",
        "decide",
        "verdict",
        QT_TRANSLATE_NOOP("Actions", "&Missing"),
        "decide_missing",
        ("Ctrl+3",),
        "missing",
        "element",
        choice="verdict",
    ),
    ActionSpec(
        "use_suggestion",
        "decide",
        "points",
        QT_TRANSLATE_NOOP("Actions", "Back to the &Suggestion"),
        "use_suggestion",
        ("Ctrl+R",),
        "suggestion",
        "element",
    ),
    ActionSpec(
        "more_points",
        "decide",
        "points",
        QT_TRANSLATE_NOOP("Actions", "Half a Point M&ore"),
        "more_points",
        ("Ctrl+Up",),
        "plus",
        "element",
    ),
    ActionSpec(
        "fewer_points",
        "decide",
        "points",
        QT_TRANSLATE_NOOP("Actions", "Half a Point &Less"),
        "fewer_points",
        ("Ctrl+Down",),
        "minus",
        "element",
    ),
    ActionSpec(
        "comment",
        "decide",
        "comment",
        QT_TRANSLATE_NOOP("Actions", "&Comment"),
        "comment",
        ("Ctrl+M",),
        "comment",
        "element",
    ),
    ActionSpec(
        "previous_flagged",
        "go",
        "flagged",
        QT_TRANSLATE_NOOP("Actions", "Previous Weak or Missing"),
        "previous_flagged",
        ("Shift+F8",),
        "previous",
        "report",
        toolbar=True,
    ),
    ActionSpec(
        "next_flagged",
        "go",
        "flagged",
        QT_TRANSLATE_NOOP("Actions", "Next Weak or Missing"),
        "next_flagged",
        ("F8",),
        "next",
        "report",
        toolbar=True,
    ),
    ActionSpec(
        "previous_undecided",
        "go",
        "undecided",
        QT_TRANSLATE_NOOP("Actions", "Previous Undecided"),
        "previous_undecided",
        ("Shift+F7",),
        needs="report",
    ),
    ActionSpec(
        "next_undecided",
        "go",
        "undecided",
        QT_TRANSLATE_NOOP("Actions", "Next Undecided"),
        "next_undecided",
        ("F7",),
        needs="report",
    ),
    ActionSpec(
        "next_evidence",
        "go",
        "evidence",
        QT_TRANSLATE_NOOP("Actions", "Next Evidence of This Element"),
        "next_evidence",
        ("F4",),
        needs="element",
    ),
    ActionSpec(
        "previous_report",
        "go",
        "reports",
        QT_TRANSLATE_NOOP("Actions", "Previous Report"),
        "previous_report",
        ("Ctrl+PgUp",),
        needs="report",
    ),
    ActionSpec(
        "next_report",
        "go",
        "reports",
        QT_TRANSLATE_NOOP("Actions", "Next Report"),
        "next_report",
        ("Ctrl+PgDown",),
        needs="report",
    ),
    ActionSpec(
        "filter_all",
        "view",
        "filter",
        QT_TRANSLATE_NOOP("Actions", "All Elements"),
        "filter_all",
        ("Alt+1",),
        choice="filter",
    ),
    ActionSpec(
        "filter_weak",
        "view",
        "filter",
        QT_TRANSLATE_NOOP("Actions", "Weak Only"),
        "filter_weak",
        ("Alt+2",),
        choice="filter",
    ),
    ActionSpec(
        "filter_missing",
        "view",
        "filter",
        QT_TRANSLATE_NOOP("Actions", "Missing Only"),
        "filter_missing",
        ("Alt+3",),
        choice="filter",
    ),
    ActionSpec(
        "filter_undecided",
        "view",
        "filter",
        QT_TRANSLATE_NOOP("Actions", "Undecided Only"),
        "filter_undecided",
        ("Alt+4",),
        choice="filter",
    ),
    ActionSpec(
        "zoom_in",
        "view",
        "zoom",
        QT_TRANSLATE_NOOP("Actions", "Larger Text"),
        "zoom_in",
        ("Ctrl++", "Ctrl+="),
    ),
    ActionSpec(
        "zoom_out",
        "view",
        "zoom",
        QT_TRANSLATE_NOOP("Actions", "Smaller Text"),
        "zoom_out",
        ("Ctrl+-",),
    ),
    ActionSpec(
        "zoom_reset",
        "view",
        "zoom",
        QT_TRANSLATE_NOOP("Actions", "Normal Text Size"),
        "zoom_reset",
        ("Ctrl+0",),
    ),
    ActionSpec(
        "theme_system",
        "view",
        "theme",
        QT_TRANSLATE_NOOP("Actions", "Colours of the System"),
        "theme_system",
        choice="theme",
    ),
    ActionSpec(
        "theme_light",
        "view",
        "theme",
        QT_TRANSLATE_NOOP("Actions", "Light Colours"),
        "theme_light",
        choice="theme",
    ),
    ActionSpec(
        "theme_dark",
        "view",
        "theme",
        QT_TRANSLATE_NOOP("Actions", "Dark Colours"),
        "theme_dark",
        choice="theme",
    ),
    ActionSpec("language_zh", "view", "language", "中文", "language_zh", choice="language"),
    ActionSpec("language_en", "view", "language", "English", "language_en", choice="language"),
    ActionSpec("about", "help", "about", QT_TRANSLATE_NOOP("Actions", "&About"), "about"),
)


def action_text(text: str) -> str:
    """Return a text of this table in the language of the interface."""
    return QCoreApplication.translate("Actions", text)


def make_actions(commands: QObject, theme: Theme, parent: QObject) -> Mapping[str, QAction]:
    """Make a QAction for every row of the table, bound to the slots of `commands`."""
    actions: dict[str, QAction] = {}
    choices: dict[str, QActionGroup] = {}
    for spec in ACTIONS:
        action = QAction(action_text(spec.text), parent)
        action.setIconText(plain(action.text()))
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        if spec.icon:
            action.setIcon(theme.icon(spec.icon))
        if spec.choice:
            action.setCheckable(True)
            group = choices.setdefault(spec.choice, QActionGroup(parent))
            action.setActionGroup(group)
        if spec.keys:
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{plain(action.text())} ({keys})")
        action.triggered.connect(getattr(commands, spec.slot))
        actions[spec.id] = action
    return actions


def plain(text: str) -> str:
    """Return a menu text without its mnemonic, as tooltips and screen readers want it."""
    bare = text.split("(&")[0] if "(&" in text else text.replace("&", "")
    return bare.rstrip("…")
