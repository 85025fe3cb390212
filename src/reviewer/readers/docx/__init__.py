"""Reads .docx files (Word, WPS): the body in order, with automatic numbers as Word shows them."""

from reviewer.readers.docx.reader import FORMAT, read, recognises

__all__ = ["FORMAT", "read", "recognises"]
