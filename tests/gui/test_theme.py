"""Themes: readable in light and dark, complete, and used."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QCheckBox, QStyleFactory
from pytestqt.qtbot import QtBot

from reviewer.checklist import Verdict
from reviewer.gui.app import Program
from reviewer.gui.messages import Severity
from reviewer.gui.theme import Theme, load_theme
from reviewer.outline import LEVELS
from reviewer.support.resources import resource

TEXT_COLORS = ("text", "muted", "accent", "green", "amber", "red", "slate")
GROUNDS = ("window", "base", "alternate")
PARTS = ("results", "shortcomings", "leaders", "plan")
TINTS = ("accent_tint", "green_tint", "amber_tint", "red_tint", "slate_tint")


@pytest.fixture(params=["light", "dark", "contrast"])
def theme(request: pytest.FixtureRequest, qtbot: QtBot) -> Theme:
    return load_theme(request.param)


def luminance(color: QColor) -> float:
    """Return the relative luminance of WCAG 2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return (
        0.2126 * linear(color.redF())
        + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF())
    )


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_level_of_headings_has_a_look_of_its_own(theme: Theme) -> None:
    looks = theme.fonts.headings
    assert len(looks) == len(set(looks)) == len(LEVELS)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("color", TEXT_COLORS)
def test_text_can_be_read_on_every_ground(theme: Theme, color: str, ground: str) -> None:
    assert contrast(theme.color(color), theme.color(ground)) >= 4.5


@pytest.mark.parametrize("tint", TINTS)
def test_text_can_be_read_where_it_is_marked(theme: Theme, tint: str) -> None:
    assert contrast(theme.color("text"), theme.color(tint)) >= 4.5


def test_selected_words_can_be_read(theme: Theme) -> None:
    assert contrast(theme.color("on_accent"), theme.color("accent")) >= 4.5


def test_found_words_can_be_read(theme: Theme) -> None:
    assert contrast(theme.color("on_found"), theme.color("found")) >= 4.5


def test_the_stripes_of_the_parts_stand_out_and_differ(theme: Theme) -> None:
    stripes = [theme.color(f"part_{part}") for part in PARTS]

    assert all(contrast(stripe, theme.color("base")) >= 2.5 for stripe in stripes)
    assert len({stripe.name() for stripe in stripes}) == len(stripes)


def test_boxes_to_tick_are_seen_on_the_ground_they_stand_on(theme: Theme, qtbot: QtBot) -> None:
    box = QCheckBox()
    qtbot.addWidget(box)
    box.setStyle(QStyleFactory.create("Fusion"))
    box.setPalette(theme.frame_palette())
    image = box.grab().toImage()
    ground = theme.color("base")
    painted = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }

    assert max(contrast(QColor(name), ground) for name in painted) >= 3


def test_high_contrast_has_seven_to_one(qtbot: QtBot) -> None:
    theme = load_theme("contrast")

    assert all(contrast(theme.color(c), theme.color("base")) >= 7 for c in TEXT_COLORS)


def test_all_themes_name_the_same_colors(theme: Theme) -> None:
    light = load_theme("light")

    assert (light.colors.keys(), light.roles) == (theme.colors.keys(), theme.roles)


def test_every_verdict_and_severity_has_a_color_and_a_sign_of_its_own(theme: Theme) -> None:
    for names in ([v.value for v in Verdict], [s.value for s in Severity]):
        drawings = [resource("icons", f"{name}.svg").read_text(encoding="utf-8") for name in names]
        assert all(theme.color(name).isValid() for name in names)
        assert len(set(drawings)) == len(names)


def test_a_sign_is_drawn_in_the_color_asked_for(theme: Theme) -> None:
    image = theme.icon("missing", "red").pixmap(64, 64).toImage()
    colors = {
        image.pixelColor(x, y).name()
        for x in range(64)
        for y in range(64)
        if image.pixelColor(x, y).alpha() == 255
    }

    assert colors == {theme.color("red").name()}


@pytest.mark.parametrize("name", ["step-up", "step-down"])
def test_the_arrows_of_fields_can_be_seen_on_every_theme(theme: Theme, name: str) -> None:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    (color,) = re.findall(r"#[0-9a-f]{6}", drawing)

    assert contrast(QColor(color), theme.color("base")) >= 3


def test_the_sheet_holds_no_pixel_size_and_no_color_of_its_own() -> None:
    sheet = resource("themes", "theme.qss").read_text(encoding="utf-8")

    assert re.findall(r"\d+px|#[0-9a-fA-F]{3,6}\b(?=\s*[;}])", sheet) == []


def test_dark_colors_reach_every_window_made_anew(busy_program: Program) -> None:
    busy_program.set_theme("dark")
    dark = load_theme("dark")
    palette = busy_program.window.text.palette()

    assert palette.color(QPalette.ColorRole.Base) == dark.color("base")
    assert palette.color(QPalette.ColorRole.Text) == dark.color("text")
    assert len(busy_program.desk.reviews) == 2
