"""The one table of actions; menus, toolbar, shortcuts and the sheet of keys are made from it.

The rows of each menu stand in a file of their own in rows/.
"""

from __future__ import annotations

from reviewer.gui.action_spec import ActionSpec, Menu
from reviewer.gui.rows.decide import DECIDE
from reviewer.gui.rows.export import EXPORT
from reviewer.gui.rows.file import FILE
from reviewer.gui.rows.go import GO
from reviewer.gui.rows.help import HELP
from reviewer.gui.rows.structure import STRUCTURE
from reviewer.gui.rows.view import VIEW

MENUS: tuple[Menu, ...] = (FILE, EXPORT, DECIDE, STRUCTURE, GO, VIEW, HELP)

ACTIONS: tuple[ActionSpec, ...] = tuple(spec for menu in MENUS for spec in menu.actions())
