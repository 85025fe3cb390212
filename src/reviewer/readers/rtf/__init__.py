"""Reads .rtf files as Word, WPS and LibreOffice write them."""

from reviewer.readers.rtf.reader import FORMAT, read, recognises

__all__ = ["FORMAT", "read", "recognises"]
