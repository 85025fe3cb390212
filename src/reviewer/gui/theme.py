"""Colours, fonts and tinted icons, read from resources/themes and resources/icons."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Template
from typing import Literal

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from reviewer.checklist import Verdict
from reviewer.settings import Settings
from reviewer.support.resources import resource

_FRAMED = ("QCheckBox", "QRadioButton", "QComboBox", "QAbstractSpinBox")
_DARKENED = 125  # per cent by which Fusion darkens a window's colour for a frame
_ICON_SIZES = (16, 24, 32, 48, 64)
_PALETTE: Mapping[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "base",
    QPalette.ColorRole.AlternateBase: "alternate",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "window",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipBase: "base",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent_tint",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
}


@dataclass(frozen=True, slots=True)
class HeadingLook:
    """How headings of a level look: steps of size above the text, weight, indent (characters)."""

    size: int
    weight: int
    indent: float


@dataclass(frozen=True, slots=True)
class Fonts:
    """Font families in order of preference; sizes in points; `own` is the user's for the text.

    `headings` are the looks of a report's headings, from the first level down.
    """

    families: tuple[str, ...]
    interface: float
    text: float
    headings: tuple[HeadingLook, ...]
    own: str = ""

    @property
    def text_families(self) -> list[str]:
        """The families of the report's text, the user's own first."""
        return [family for family in (self.own, *self.families) if family]


@dataclass(frozen=True)
class Theme:
    """One set of colours. Ask by the name of a base colour or of a role."""

    name: str
    dark: bool
    colors: Mapping[str, str]
    roles: Mapping[str, str]
    fonts: Fonts
    _icons: dict[tuple[str, str], QIcon] = field(default_factory=dict)

    def color(self, name: str) -> QColor:
        """Return a base colour or the colour of a role."""
        return QColor(self.colors[self.roles.get(name, name)])

    def verdict_color(self, verdict: Verdict) -> QColor:
        """Return the line colour that stands for `verdict`."""
        return self.color(verdict.value)

    def icon(self, name: str, color: str = "text") -> QIcon:
        """Return resources/icons/`name`.svg drawn in a colour of the theme."""
        found = self._icons.get((name, color))
        if found is None:
            found = self._icons[name, color] = _tinted(name, self.color(color))
        return found

    def verdict_icon(self, verdict: Verdict) -> QIcon:
        """Return the sign of `verdict`; each has a shape of its own beside the colour."""
        return self.icon(verdict.value, verdict.value)

    def palette(self) -> QPalette:
        """Return the palette made of the theme's colours."""
        palette = QPalette(self.color("window"))
        for role, name in _PALETTE.items():
            palette.setColor(role, self.color(name))
        for role in (
            QPalette.ColorRole.Text,
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("faded"))
        return palette

    def frame_palette(self) -> QPalette:
        """Return the palette of what Fusion frames by darkening the window's colour.

        On a black window it would draw black frames: boxes to tick that nobody sees.
        """
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self.color("faded").lighter(_DARKENED))
        return palette

    def style_sheet(self) -> str:
        """Return the one style sheet with the theme's colours filled in."""
        sheet = resource("themes", "theme.qss").read_text(encoding="utf-8")
        named = {**self.colors, **{k: self.colors[v] for k, v in self.roles.items()}}
        arrows = {name: resource("icons", f"step-{name}.svg").as_posix() for name in ("up", "down")}
        return Template(sheet).substitute(named, **arrows)

    def interface_font(self) -> QFont:
        """Return the font of everything but the report's text."""
        font = QFont(list(self.fonts.families))
        font.setPointSizeF(self.fonts.interface)
        return font

    def text_font(self) -> QFont:
        """Return the font of the report's text."""
        font = QFont(self.fonts.text_families)
        font.setPointSizeF(self.fonts.text)
        return font


def load_theme(
    name: Literal["light", "dark", "contrast"], *, font: str = "", interface: float = 1.0
) -> Theme:
    """Read a theme by name, with the user's font for texts and size of everything else."""
    table = tomllib.loads(resource("themes", f"{name}.toml").read_text(encoding="utf-8"))
    fonts = tomllib.loads(resource("themes", "fonts.toml").read_text(encoding="utf-8"))
    return Theme(
        name=name,
        dark=table["dark"],
        colors=table["colors"],
        roles=table["roles"],
        fonts=Fonts(
            tuple(fonts["families"]),
            fonts["interface"] * interface,
            fonts["text"],
            tuple(HeadingLook(**look) for look in fonts["headings"]),
            font,
        ),
    )


def apply_theme(app: QApplication, settings: Settings) -> Theme:
    """Dress the whole program, following the system where the settings say so."""
    hints, choice = app.styleHints(), settings.theme
    if choice == "system":
        hints.unsetColorScheme()
        name = "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
    else:
        name = choice
    theme = load_theme(name, font=settings.font, interface=settings.interface)
    if choice != "system":
        hints.setColorScheme(Qt.ColorScheme.Dark if theme.dark else Qt.ColorScheme.Light)
    app.setStyle("Fusion")
    app.setPalette(theme.palette())
    for kind in _FRAMED:
        app.setPalette(theme.frame_palette(), kind)
    app.setFont(theme.interface_font())
    app.setStyleSheet(theme.style_sheet())
    return theme


def _tinted(name: str, color: QColor) -> QIcon:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", color.name()).encode()))
    icon = QIcon()
    for size in _ICON_SIZES:
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        icon.addPixmap(pixmap)
    return icon
