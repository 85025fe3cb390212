"""The mark in what the program writes for others, by which it knows its own files again."""

from __future__ import annotations

from reviewer import __version__

# A file marked by any version begins its mark so.
BEGINNING = "Reviewer "
OWN_MARK = f"{BEGINNING}{__version__}"
