"""The user guide: its chapters, and which place in it belongs to a part of the window."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from reviewer.support.messages import Language
from reviewer.support.resources import resource

_START = "start"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter by its title; `path` is the file it stands in."""

    title: str
    path: Path


def chapters(language: Language) -> list[Chapter]:
    """Return the chapters of the guide in their order."""
    paths = sorted(resource("help", language).glob("*.md"))
    return [Chapter(_title(path), path) for path in paths]


def place_for(widget: QWidget | None, language: Language) -> str:
    """Return the place (`file#heading`) for the part of the window around `widget`."""
    table = tomllib.loads(resource("help", "places.toml").read_text(encoding="utf-8"))
    places: dict[str, str] = table[language]
    while widget is not None:
        if widget.objectName() in places:
            return places[widget.objectName()]
        widget = widget.parentWidget()
    return places[_START]


def _title(path: Path) -> str:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    return first.lstrip("# ")
