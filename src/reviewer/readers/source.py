"""A file on its way to becoming a report: its bytes, and its members where it is a zip."""

from __future__ import annotations

import errno
import hashlib
import os
from functools import cached_property

from reviewer.readers.archive import Archive
from reviewer.readers.limits import Limits, too_large
from reviewer.readers.packed import read_packed
from reviewer.support.errors import UnreadableReport


class SourceFile:
    """What a reader gets. `path` is as the user gave it, `encoding` the user's choice or None."""

    def __init__(self, path: str, data: bytes, limits: Limits, encoding: str | None = None) -> None:
        self.path = path
        self.data = data
        self.limits = limits
        self.encoding = encoding

    @property
    def is_zip(self) -> bool:
        """Tell whether the bytes begin as a zip archive does."""
        return self.data.startswith(b"PK\x03\x04")

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def archive(self) -> Archive:
        """The zip archive; raises UnreadableReport where it is damaged or a bomb."""
        return Archive(self.path, self.data, self.limits)

    def error(self, code: str, **details: object) -> UnreadableReport:
        """Return the error `code` about this file, to be raised."""
        return UnreadableReport(code, source=self.path, **details)


def load(path: str, limits: Limits, encoding: str | None) -> SourceFile:
    """Read the bytes of `path`; raises UnreadableReport where there are none or too many.

    The path may lead into a zip archive, as if it were a folder.
    """
    try:
        data = _bytes(path, limits)
    except FileNotFoundError as error:
        raise UnreadableReport("not-found", source=path) from error
    except (OSError, ValueError) as error:
        raise UnreadableReport("no-access", source=path, problem=error) from error
    if len(data) > limits.file_size:
        raise too_large(path, limits)
    if not data:
        raise UnreadableReport("empty", source=path)
    return SourceFile(path, data, limits, encoding)


def _bytes(path: str, limits: Limits) -> bytes:
    """Return what the file holds, at most one byte more than the limit."""
    if not os.path.exists(path):
        packed = read_packed(path, limits)
        if packed is None:
            raise FileNotFoundError(path)
        return packed
    if os.path.isdir(path) and not os.access(path, os.R_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
    if not os.path.isfile(path):
        # A pipe or device would block or never end.
        raise UnreadableReport("not-a-document", source=path)
    with open(path, "rb") as stream:
        return stream.read(limits.file_size + 1)
