"""Tells whether a file lies on another machine or in a folder that is copied to a cloud."""

from __future__ import annotations

import ctypes
import os
import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePath
from typing import Any

from reviewer.support.resources import resource

_DRIVE_REMOTE = 4  # what GetDriveTypeW says of a network drive
_MOUNTS = Path("/proc/mounts")


class PlaceKind(Enum):
    """Why a file is not worked on in place."""

    NETWORK = "network"
    CLOUD = "cloud"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file lies that is not worked on in place; `name` is the share's or the cloud's."""

    kind: PlaceKind
    name: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of this computer: remote mounts and drives, variables of the environment."""

    remote: tuple[str, ...]
    environment: Mapping[str, str]


def place_of(path: Path, surroundings: Surroundings | None = None) -> Place | None:
    """Return why `path` is not worked on in place, None where it can be."""
    around = surroundings or look_around()
    table = tomllib.loads(resource("locations.toml").read_text(encoding="utf-8"))
    return _cloud(path, table["cloud"], around.environment) or _network(path, around.remote)


def look_around() -> Surroundings:
    """Return what this computer says of its drives. Costs some milliseconds."""
    if sys.platform == "win32":
        letters = [f"{chr(code)}:\\" for code in range(ord("A"), ord("Z") + 1)]
        kind = ctypes.windll.kernel32.GetDriveTypeW
        remote = tuple(drive for drive in letters if kind(drive) == _DRIVE_REMOTE)
        return Surroundings(remote, os.environ)
    table = tomllib.loads(resource("locations.toml").read_text(encoding="utf-8"))
    mounts = _MOUNTS.read_text(encoding="utf-8") if _MOUNTS.exists() else ""
    return Surroundings(remote_mounts(mounts, table["network"]["filesystems"]), os.environ)


def remote_mounts(mounts: str, filesystems: Iterable[str]) -> tuple[str, ...]:
    """Return the folders in the text of /proc/mounts that lie on another machine."""
    known = frozenset(filesystems)
    rows = (line.split() for line in mounts.splitlines())
    # Blanks in names are written as \\040.
    return tuple(
        row[1].replace("\\040", " ") for row in rows if len(row) > 2 and row[2].lower() in known
    )


def _cloud(
    path: Path, clouds: Iterable[Mapping[str, Any]], environment: Mapping[str, str]
) -> Place | None:
    folders = [part.casefold() for part in path.parts[:-1]]
    for cloud in clouds:
        roots = [root for name in cloud["environment"] if (root := environment.get(name))]
        inside = any(_is_below(path, root) for root in roots)
        begins = tuple(cloud["begins"])
        named = any(f in cloud["folders"] or (begins and f.startswith(begins)) for f in folders)
        if inside or named:
            return Place(PlaceKind.CLOUD, cloud["name"])
    return None


def _network(path: Path, remote: Iterable[str]) -> Place | None:
    text = str(path)
    if text.startswith(("\\\\", "//")) and not text.startswith(("\\\\?\\", "\\\\.\\")):
        share = text[2:].replace("/", "\\").split("\\")[:2]
        return Place(PlaceKind.NETWORK, "\\\\" + "\\".join(share))
    for root in remote:
        if _is_below(path, root):
            return Place(PlaceKind.NETWORK, root)
    return None


def _is_below(path: PurePath, root: str) -> bool:
    there, here = os.path.normcase(root).rstrip("/\\"), os.path.normcase(str(path))
    return here == there or here.startswith((f"{there}/", f"{there}\\"))
