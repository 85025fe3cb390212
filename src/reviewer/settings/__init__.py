"""What the user set: one table of options, kept in a TOML file."""

from reviewer.settings.options import Settings, ThemeChoice
from reviewer.settings.store import load_settings, save_settings, settings_file

__all__ = ["Settings", "ThemeChoice", "load_settings", "save_settings", "settings_file"]
