"""What the user set: one table of options, kept in a TOML file."""

from reviewer.settings.options import Option, Settings, ThemeChoice, option_of
from reviewer.settings.store import load_settings, save_settings, settings_file

__all__ = [
    "Option",
    "Settings",
    "ThemeChoice",
    "load_settings",
    "option_of",
    "save_settings",
    "settings_file",
]
