"""The project file: every ruling is in it before the next event is handled."""

from reviewer.project.backups import Backup, backups_of
from reviewer.project.briefs import brief_as_text, brief_from_text
from reviewer.project.entries import Entry
from reviewer.project.lock import Holder
from reviewer.project.opening import (
    default_project,
    open_project,
    project_to_try,
    put_back,
    restore,
    reviews_of,
)
from reviewer.project.places import Place, PlaceKind, place_of
from reviewer.project.preparing import held_by
from reviewer.project.project import DEFAULT_NAME, SUFFIX, Project
from reviewer.project.versions import Packed, new_key, pack
from reviewer.project.working import WorkingCopy, open_anywhere

__all__ = [
    "DEFAULT_NAME",
    "SUFFIX",
    "Backup",
    "Entry",
    "Holder",
    "Packed",
    "Place",
    "PlaceKind",
    "Project",
    "WorkingCopy",
    "backups_of",
    "brief_as_text",
    "brief_from_text",
    "default_project",
    "held_by",
    "new_key",
    "open_anywhere",
    "open_project",
    "pack",
    "place_of",
    "project_to_try",
    "put_back",
    "restore",
    "reviews_of",
]
