"""The fonts of printed pages: what a page asks for, and what stands in where it is not there."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QFont, QPaintDevice

from reviewer.export.paper.model import Run
from reviewer.support.resources import resource


@dataclass(frozen=True, slots=True)
class PaperFonts:
    """Families by what is asked for; `plain` are those of tables, the last resort of all."""

    plain: tuple[str, ...]
    instead: Mapping[str, tuple[str, ...]]

    def font(self, run: Run, device: QPaintDevice) -> QFont:
        """Return the font of a run as `device` has it."""
        asked = (run.font, *self.instead.get(run.font, ())) if run.font else ()
        font = QFont([*asked, *self.plain], -1)
        font.setPointSizeF(run.size)
        font.setBold(run.bold)
        font = QFont(font, device)
        # Forms of the computer's own language look no better, and cannot be found in a PDF.
        font.setFeature(QFont.Tag("locl"), 0)
        return font


def load_paper_fonts() -> PaperFonts:
    """Read the families from the resources."""
    table = tomllib.loads(resource("themes", "fonts.toml").read_text(encoding="utf-8"))
    instead = {name: tuple(families) for name, families in table["paper"].items()}
    return PaperFonts(tuple(table["families"]), instead)
