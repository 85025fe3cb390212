"""Settings in a TOML file: a bad file costs a warning, never the start of the program."""

from __future__ import annotations

import tomllib
from dataclasses import asdict
from pathlib import Path

from reviewer.settings.options import Settings, settings_from
from reviewer.support.atomic import free_name, replace_file
from reviewer.support.errors import StoreError
from reviewer.support.folders import Folders

FILE_NAME = "settings.toml"


def settings_file(folders: Folders) -> Path:
    """Return where the settings are kept."""
    return folders.config / FILE_NAME


def load_settings(file: Path) -> tuple[Settings, StoreError | None]:
    """Read the settings; where that fails, the defaults and a warning for the user.

    A file that is no TOML is moved aside, so that the next save does not wipe it out.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings(), None
    except OSError as error:
        return Settings(), StoreError("settings-unreadable", path=file, problem=error)
    except UnicodeDecodeError:
        return Settings(), _moved_aside(file)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return Settings(), _moved_aside(file)
    settings, refused = settings_from(values)
    if not refused:
        return settings, None
    return settings, StoreError("settings-refused", path=file, names=", ".join(refused))


def save_settings(settings: Settings, file: Path) -> None:
    """Write the settings; they are wholly on disk when this returns. Raises StoreError."""
    import tomli_w

    # Broken file names among the recent ones hold lone surrogates, which no file can.
    content = tomli_w.dumps(asdict(settings)).encode("utf-8", errors="replace")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, lambda target: target.write(content))
    except OSError as error:
        raise StoreError("settings-not-saved", path=file, problem=error) from error


def _moved_aside(file: Path) -> StoreError:
    kept = free_name(file.with_name(file.name + ".bad"))
    try:
        file.rename(kept)
    except OSError:  # still there under its own name, and said so
        kept = file
    return StoreError("settings-broken", path=file, kept=kept)
