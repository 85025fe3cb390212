"""A compound file (OLE2) that is not trusted: its streams, read whole or not at all."""

from __future__ import annotations

import io
from functools import cached_property
from typing import TYPE_CHECKING

from reviewer.readers.source import SourceFile

if TYPE_CHECKING:
    from olefile import OleFileIO

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What olefile raises over a file that lies about itself, besides its own OSError.
_DAMAGE = (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, RecursionError)
_MACROS = frozenset(("macros", "_vba_project_cur", "vba"))
_SMALLEST = 512


def is_compound(file: SourceFile) -> bool:
    """Tell whether the bytes begin as a compound file does."""
    return file.data.startswith(_MAGIC)


class Compound:
    """The streams by name; raises UnreadableReport("unreadable") wherever the file is damaged."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        if len(file.data) < _SMALLEST * 3:
            raise file.error("unreadable")
        try:
            self._ole = _open(file.data)
            self.names = frozenset(
                "/".join(path).lower() for path in self._ole.listdir(streams=True, storages=True)
            )
        except _DAMAGE as error:
            raise file.error("unreadable") from error

    @cached_property
    def has_macros(self) -> bool:
        """Tell whether the file holds a storage of macros."""
        return not self.names.isdisjoint(_MACROS)

    def stream(self, name: str) -> bytes:
        """Return the whole stream, b"" where there is none. Raises UnreadableReport."""
        if name.lower() not in self.names:
            return b""
        try:
            size = self._ole.get_size(name)
            data: bytes = self._ole.openstream(name).read()
            whole = len(data) >= size and not _loops(self._ole, name, size)
        except _DAMAGE as error:
            raise self._file.error("unreadable") from error
        if not whole:
            raise self._file.error("unreadable")
        return data


def _open(data: bytes) -> OleFileIO:
    from olefile import OleFileIO

    return OleFileIO(io.BytesIO(data))


def _loops(ole: OleFileIO, name: str, size: int) -> bool:
    """Tell whether the chain of a stream's sectors comes back to one: its text would be wrong."""
    small = size < ole.minisectorcutoff
    following = ole.minifat if small else ole.fat
    sector = ole.direntries[ole._find(name)].isectStart
    needed = -(-size // (ole.minisectorsize if small else ole.sectorsize))
    seen: set[int] = set()
    while len(seen) < needed and 0 <= sector < len(following):
        if sector in seen:
            return True
        seen.add(sector)
        sector = following[sector]
    return False
