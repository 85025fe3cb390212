"""Every option of the program in one table: name, default, what is allowed, where it is shown.

The settings dialog is made from it; names and hints of the options stand in
resources/messages/options.toml.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal

from reviewer.support.days import iso_day, read_day
from reviewer.support.messages import Language

ThemeChoice = Literal["system", "light", "dark", "contrast"]
Page = Literal["look", "person", "project", "reading", ""]
Accepts = Callable[[object], bool]
AsKept = Callable[[str], str]
_MOST_RECENT = 50


@dataclass(frozen=True, slots=True)
class Option:
    """What the table says of one option.

    `page` is where the dialog shows it; options without one are remembered, not asked for.
    `choices` are the values of a choice, `least`, `most` and `step` those of a number. `as_kept`
    makes of a text that is entered the one that is kept; what cannot be kept stays as it is.
    """

    accepts: Accepts
    page: Page = ""
    choices: tuple[str, ...] = ()
    least: float = 0
    most: float = 0
    step: float = 0
    as_kept: AsKept = str


def option_of(name: str) -> Option:
    """Return what the table says of the option called `name`."""
    found: Option = Settings.__dataclass_fields__[name].metadata["option"]
    return found


def _choice(page: Page, *allowed: str) -> dict[str, object]:
    def accepts(value: object) -> bool:
        return isinstance(value, str) and value in allowed

    return {"option": Option(accepts, page, choices=allowed)}


def _number(default: float, page: Page, least: float, most: float, step: float = 0) -> Any:
    whole = isinstance(default, int)

    def accepts(value: object) -> bool:
        kinds = (int,) if whole else (int, float)
        return isinstance(value, kinds) and not isinstance(value, bool) and least <= value <= most

    return _option(default, Option(accepts, page, least=least, most=most, step=step or 1))


def _words(page: Page = "") -> Any:
    return _option("", Option(_is_text, page))


def _day(page: Page) -> Any:
    return _option("", Option(_is_day, page, as_kept=iso_day))


def _paths() -> Any:
    def accepts(value: object) -> bool:
        fits = isinstance(value, list | tuple) and len(value) <= _MOST_RECENT
        return fits and all(map(_is_text, value))  # type: ignore[call-overload]

    return _option((), Option(accepts))


def _option(default: object, option: Option) -> Any:
    return field(default=default, metadata={"option": option})


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_day(value: object) -> bool:
    if not isinstance(value, str):
        return False
    return not value or (read_day(value) is not None and iso_day(value) == value)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user set, remembered from one day to the next.

    `zoom` is the size of the report's text and `interface` that of everything else, 1 being normal;
    `font` the family of the text, empty for the theme's. `reviewer` and `office` are written beside
    decisions and on score sheets. `due` is the day (ISO) by which reports must be signed.
    `backup_minutes` lie between two backups. `reading_seconds`, `reading_memory_mb` and
    `largest_file_mb` bound what one report may take. `project` is the project opened last, empty
    for the default one; `recent` are the files opened last, the newest first, `recent_projects` the
    projects; `layout` the window's panels in Qt's own form. `export_…` are what was chosen for the
    last export to a folder: kinds of files, folder, county's form, template of the slips.
    """

    language: Language = field(default="zh", metadata=_choice("look", "zh", "en"))
    theme: ThemeChoice = field(
        default="system", metadata=_choice("look", "system", "light", "dark", "contrast")
    )
    font: str = _words("look")
    zoom: float = _number(1.0, "look", 0.5, 4.0, 0.1)
    interface: float = _number(1.0, "look", 0.8, 1.6, 0.1)
    reviewer: str = _words("person")
    office: str = _words("person")
    due: str = _day("person")
    backup_minutes: int = _number(15, "project", 1, 240, 5)
    reading_seconds: float = _number(10.0, "reading", 2, 300, 5)
    reading_memory_mb: int = _number(500, "reading", 200, 8000, 100)
    largest_file_mb: int = _number(64, "reading", 1, 1000, 16)
    project: str = _words()
    recent: tuple[str, ...] = _paths()
    recent_projects: tuple[str, ...] = _paths()
    layout: str = _words()
    left_at: tuple[str, ...] = _paths()
    export_kinds: tuple[str, ...] = _paths()
    export_folder: str = _words()
    export_form: str = _words()
    export_slip_template: str = _words()


def settings_from(values: Mapping[str, object]) -> tuple[Settings, list[str]]:
    """Return settings made of `values`, and the names whose value was refused for the default.

    Names that are no option (of a newer program) are passed over.
    """
    good: dict[str, Any] = {}
    refused: list[str] = []
    for name in (known.name for known in fields(Settings) if known.name in values):
        option, value = option_of(name), values[name]
        if isinstance(value, str):
            value = option.as_kept(value)
        if option.accepts(value):
            good[name] = tuple(value) if isinstance(value, list) else value
        else:
            refused.append(name)
    return Settings(**good), refused
