"""Reads .odt files (OpenDocument text), as archives and as flat XML."""

from reviewer.readers.odt.reader import FORMAT, read, recognises

__all__ = ["FORMAT", "read", "recognises"]
