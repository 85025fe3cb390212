"""What the name of a file promises, compared with what is inside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from os.path import splitext

from reviewer.report import Notice, Report

# The formats that a file with this extension may hold without anyone being surprised.
_HELD: Mapping[str, frozenset[str]] = {
    extension: frozenset(formats.split())
    for extensions, formats in (
        (".docx .docm .dotx .dotm", "docx"),
        (".doc .dot", "doc"),
        (".wps .wpt", "doc docx"),
        (".rtf", "rtf"),
        (".odt .ott .fodt", "odt"),
        (".html .htm .shtml .xhtml", "html"),
        (".mht .mhtml", "mht"),
        (".txt .md .text", "txt"),
        (".pdf", "pdf"),
        (".ofd", "ofd"),
    )
    for extension in extensions.split()
}
# WPS Writer's own extensions: its files are Word's inside.
_OF_WPS = (".wps", ".wpt")


def named(report: Report) -> Report:
    """Return the report with a notice where the file's extension is that of another format."""
    extension = splitext(report.source)[1].lower()
    held = _HELD.get(extension)
    if held is not None and report.format not in held:
        details = {"extension": extension, "format": report.format}
        return replace(report, notices=(Notice("wrong-extension", details), *report.notices))
    if extension in _OF_WPS:
        return replace(report, format="wps")
    return report
