"""The commands of a window, all together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reviewer.gui.actions import MENUS
from reviewer.gui.commands.decide import DecideCommands
from reviewer.gui.commands.export import ExportCommands
from reviewer.gui.commands.file import FileCommands
from reviewer.gui.commands.go import GoCommands
from reviewer.gui.commands.help import HelpCommands
from reviewer.gui.commands.structure import StructureCommands
from reviewer.gui.commands.view import ViewCommands
from reviewer.gui.dialogs.files import FileQuestions
from reviewer.gui.shared import Shared
from reviewer.gui.walking import Walker
from reviewer.report import Span


@dataclass(frozen=True, slots=True)
class Commands:
    """The objects whose methods the actions are, by menu."""

    file: FileCommands
    export: ExportCommands
    decide: DecideCommands
    structure: StructureCommands
    go: GoCommands
    view: ViewCommands
    help: HelpCommands

    def by_menu(self) -> dict[str, QObject]:
        """Return them by the ids of the menus."""
        return {menu.id: getattr(self, menu.id) for menu in MENUS}


def make_commands(
    shared: Shared,
    walker: Walker,
    questions: FileQuestions,
    selection: Callable[[], Span | None],
    window: QWidget,
) -> Commands:
    """Make those of `window`; `selection` returns what is selected in the text."""
    desk = shared.desk
    return Commands(
        file=FileCommands(shared, questions, window),
        export=ExportCommands(shared, questions, window),
        decide=DecideCommands(shared, walker, selection, window),
        structure=StructureCommands(desk, selection, window),
        go=GoCommands(desk, walker, window),
        view=ViewCommands(desk, walker, shared.preferences, window),
        help=HelpCommands(window),
    )
