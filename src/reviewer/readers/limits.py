"""How much a reader takes before it says that a file is no report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from reviewer.support.errors import UnreadableReport

MEGABYTE = 1024 * 1024
# On a computer this many times too busy a file may still take all its processor time.
_PATIENCE = 6


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that keep every file, however made, within a few seconds and some hundred MB.

    A real report has some 3,000 characters and 100 KB; the bounds leave it a factor of hundreds.
    `nodes` bounds the tags, and again the attributes, of one XML or HTML part; they are counted
    before it is parsed, because a node takes 150 to 250 bytes and some microseconds however short
    its tag is. `page` is the size of a web page, `part` that of one member of an archive, `ratio`
    that of unpacked to packed. `entries` bounds what is looked at in a folder of reports,
    `archives` the archives inside an archive. `seconds` of processor time and `memory` (bytes) are
    what the process that reads may take for one file; these two and `file_size` are the user's to
    set. `wait` are the seconds by the clock after which one is ended that does nothing.
    """

    file_size: int = 64 * MEGABYTE
    characters: int = 2_000_000
    blocks: int = 50_000
    members: int = 5_000
    unpacked: int = 512 * MEGABYTE
    part: int = 48 * MEGABYTE
    page: int = 24 * MEGABYTE
    ratio: int = 400
    nodes: int = 500_000
    entries: int = 100_000
    archives: int = 50
    seconds: float = 10.0
    wait: float = 10.0 * _PATIENCE
    memory: int = 500 * MEGABYTE

    @classmethod
    def chosen(cls, *, seconds: float, memory_mb: int, file_mb: int) -> Self:
        """Return the limits with the user's three."""
        return cls(
            seconds=seconds,
            wait=seconds * _PATIENCE,
            memory=memory_mb * MEGABYTE,
            file_size=file_mb * MEGABYTE,
        )


def too_large(path: str, limits: Limits) -> UnreadableReport:
    """Return the error of a file beyond `Limits.file_size`, to be raised."""
    size = limits.file_size // MEGABYTE
    return UnreadableReport("too-large", bound="size", source=path, megabytes=size)
