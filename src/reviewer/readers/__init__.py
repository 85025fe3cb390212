"""Turns files into reports; one module per format."""

from reviewer.readers.collection import ARCHIVE_SUFFIXES, REPORT_SUFFIXES, expand
from reviewer.readers.limits import Limits
from reviewer.readers.plain import text_report
from reviewer.readers.registry import read_report

__all__ = [
    "ARCHIVE_SUFFIXES",
    "REPORT_SUFFIXES",
    "Limits",
    "expand",
    "read_report",
    "text_report",
]
