"""A zip archive that is not trusted: sizes are checked as declared and again while unpacking."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from reviewer.readers.limits import MEGABYTE, Limits
from reviewer.support.errors import UnreadableReport

_END_RECORD = b"PK\x05\x06"
_ZIP64_LOCATOR = b"PK\x06\x07"
# Smallest entry of the central directory; zipfile makes an object for each before we can count.
_ENTRY = 46
# What zipfile raises over a member that is not what the directory says it is.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    ValueError,
    RuntimeError,
    struct.error,
)
_UTF8_NAME = 0x800


class Archive:
    """Members by name; reading one raises UnreadableReport where it is damaged or too large."""

    def __init__(self, path: str, data: bytes, limits: Limits) -> None:
        self._path = path
        self._limits = limits
        self._check_directory(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeError) as error:
            raise UnreadableReport("unreadable", source=path) from error
        infos = self._zip.infolist()
        if sum(info.file_size for info in infos) > limits.unpacked:
            raise UnreadableReport("too-large", source=path)
        self.members = frozenset(self._zip.namelist())

    def read(self, member: str) -> bytes:
        """Return the bytes of `member`, at most `Limits.part`. Raises UnreadableReport."""
        info = self._zip.getinfo(member)
        if info.flag_bits & 0x1:
            raise UnreadableReport("encrypted", source=self._path)
        bound = self._limits.part
        dense = info.file_size > info.compress_size * self._limits.ratio
        if info.file_size > bound or (dense and info.file_size > MEGABYTE):
            raise UnreadableReport("too-large", source=self._path)
        try:
            with self._zip.open(info) as stream:
                data = stream.read(bound + 1)
        except _DAMAGE as error:
            raise UnreadableReport("unreadable", source=self._path) from error
        if len(data) > bound:
            raise UnreadableReport("too-large", source=self._path)
        return data

    def shown_names(self) -> Iterator[tuple[str, str]]:
        """Give the members' names as a person reads them, with those to read them by."""
        for info in self._zip.infolist():
            yield _shown_name(info), info.filename

    def _check_directory(self, data: bytes) -> None:
        """Count the entries that zipfile would load, from the size of the directory itself."""
        place = data.rfind(_END_RECORD, max(0, len(data) - 65_557))
        if place < 0 or len(data) < place + 22:
            raise UnreadableReport("unreadable", source=self._path)
        if data[place - 20 : place - 16] == _ZIP64_LOCATOR:
            # Only archives beyond 4 GB or 65,535 members need this record; no document does.
            raise UnreadableReport("too-large", source=self._path)
        size = int.from_bytes(data[place + 12 : place + 16], "little")
        # Names and extra fields make a real entry about three times its smallest size.
        if size > self._limits.members * _ENTRY * 3:
            raise UnreadableReport("too-large", source=self._path)


def _shown_name(info: zipfile.ZipInfo) -> str:
    """Return a member's name; Chinese programs write it in the system's encoding, unsaid."""
    name = info.orig_filename
    if info.flag_bits & _UTF8_NAME:
        return name
    try:
        stored = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    for encoding in ("utf-8", "gb18030"):
        try:
            return stored.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name
