"""What a row of the table of actions says, and the QActions made from the rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from reviewer.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing the user can do; done by the method of the menu's commands called `method` or `id`.

    `text` is English, translated in context "Actions"; a `number` takes the place of {n} there and
    is handed to the method. `keys`
    are parted by blanks, the first one is shown. `needs` tells what must be there for it: "list"
    (any report), "report" (one at hand that is judged), "element", "undo", "redo" or nothing.
    Actions with the same `choice` exclude each other and show which one holds; a `switch` is on or
    off.
    """

    id: str
    text: str
    keys: str = ""
    icon: str = ""
    needs: str = ""
    choice: str = ""
    switch: bool = False
    toolbar: bool = False
    method: str = ""
    number: int | None = None

    def words(self) -> str:
        """Return the text in the language of the interface."""
        return action_text(self.text).format(n=self.number)


class Section:
    """Actions that stand together in a menu; with a `title` in a menu of their own.

    The window adds its own entries (recent files, panels) after the section named by `id`.
    """

    def __init__(self, *actions: ActionSpec, title: str = "", id: str = "") -> None:  # noqa: A002
        self.actions = actions
        self.title = title
        self.id = id


class Menu:
    """A menu of the menu bar."""

    def __init__(self, id: str, title: str, *sections: Section) -> None:  # noqa: A002
        self.id = id
        self.title = title
        self.sections = sections

    def actions(self) -> Iterator[ActionSpec]:
        """Yield every action in it."""
        for section in self.sections:
            yield from section.actions


def action_text(text: str) -> str:
    """Return a text of the table in the language of the interface."""
    return QCoreApplication.translate("Actions", text)


def make_actions(
    menus: tuple[Menu, ...], commands: Mapping[str, QObject], theme: Theme, parent: QObject
) -> Mapping[str, QAction]:
    """Make a QAction for every row, bound to the method of its name in its menu's commands."""
    choices: dict[str, QActionGroup] = {}
    actions: dict[str, QAction] = {}
    for menu in menus:
        for spec in menu.actions():
            action = _make_action(spec, theme, parent)
            if spec.choice:
                group = choices.setdefault(spec.choice, QActionGroup(parent))
                action.setActionGroup(group)
            act = getattr(commands[menu.id], spec.method or spec.id)
            number = spec.number
            action.triggered.connect(act if number is None else partial(act, number))
            actions[spec.id] = action
    return actions


def _make_action(spec: ActionSpec, theme: Theme, parent: QObject) -> QAction:
    action = QAction(spec.words(), parent)
    action.setIconText(plain(action.text()))
    action.setObjectName(spec.id)
    action.setShortcuts([QKeySequence(key) for key in spec.keys.split()])
    action.setCheckable(bool(spec.choice) or spec.switch)
    if spec.icon:
        action.setIcon(theme.icon(spec.icon))
    if spec.keys:
        action.setToolTip(f"{plain(action.text())} ({key_text(spec)[0]})")
    return action


def key_text(spec: ActionSpec) -> list[str]:
    """Return the keys of an action as people write them."""
    form = QKeySequence.SequenceFormat.NativeText
    return [QKeySequence(key).toString(form) for key in spec.keys.split()]


def plain(text: str) -> str:
    """Return a menu text without its mnemonic, as tooltips and screen readers want it."""
    bare = text.split("(&")[0] if "(&" in text else text.replace("&", "")
    return bare.rstrip("…")
