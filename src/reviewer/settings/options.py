"""Every option of the program in one table: name, default, what is allowed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal, get_args

from reviewer.support.messages import Language

ThemeChoice = Literal["system", "light", "dark", "contrast"]
Accepts = Callable[[object], bool]
_MOST_RECENT = 50


def _if(accepts: Accepts) -> Mapping[str, Accepts]:
    return {"accepts": accepts}


def _one_of(*allowed: str) -> Accepts:
    return lambda value: isinstance(value, str) and value in allowed


def _between(least: float, most: float) -> Accepts:
    return lambda value: (
        isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most
    )


def _whole_between(least: int, most: int) -> Accepts:
    return lambda value: isinstance(value, int) and _between(least, most)(value)


def _text(value: object) -> bool:
    return isinstance(value, str)


def _paths(value: object) -> bool:
    return isinstance(value, list | tuple) and len(value) <= _MOST_RECENT and all(map(_text, value))


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user set, remembered from one day to the next.

    `reading_seconds`, `reading_memory_mb` and `largest_file_mb` bound what one report may take.

    `zoom` is the size of the text, 1 being normal; `reviewer` the name written beside decisions;
    `recent` the paths opened last, the newest first; `layout` the window's docks in Qt's own form.
    """

    language: Language = field(default="zh", metadata=_if(_one_of(*get_args(Language))))
    theme: ThemeChoice = field(default="system", metadata=_if(_one_of(*get_args(ThemeChoice))))
    zoom: float = field(default=1.0, metadata=_if(_between(0.5, 4.0)))
    reviewer: str = field(default="", metadata=_if(_text))
    recent: tuple[str, ...] = field(default=(), metadata=_if(_paths))
    layout: str = field(default="", metadata=_if(_text))
    reading_seconds: float = field(default=10.0, metadata=_if(_between(2, 300)))
    reading_memory_mb: int = field(default=500, metadata=_if(_whole_between(200, 8000)))
    largest_file_mb: int = field(default=64, metadata=_if(_whole_between(1, 1000)))


def settings_from(values: Mapping[str, object]) -> tuple[Settings, list[str]]:
    """Return settings made of `values`, and the names whose value was refused for the default.

    Names that are no option (of a newer program) are passed over.
    """
    good: dict[str, Any] = {}
    refused: list[str] = []
    for option in fields(Settings):
        if option.name not in values:
            continue
        value = values[option.name]
        if option.metadata["accepts"](value):
            good[option.name] = tuple(value) if isinstance(value, list) else value
        else:
            refused.append(option.name)
    return Settings(**good), refused
