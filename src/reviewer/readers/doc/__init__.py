"""Reads .doc files (Word 6 to 2003) and .wps files of WPS, which are the same inside."""

from reviewer.readers.doc.reader import FORMAT, read, recognises

__all__ = ["FORMAT", "read", "recognises"]
