"""Names of WordprocessingML and the small questions every part of the reader asks of an element."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
VALUE = f"{W}val"
_OFF = ("0", "false", "off")


def is_on(element: _Element) -> bool:
    """Tell whether a toggle such as w:b is set; without a value it is."""
    return element.get(VALUE) not in _OFF


def first(element: _Element, tag: str) -> _Element | None:
    """Return the first child with this tag; `element.find` takes twice as long."""
    return next(element.iterchildren(tag), None)


def child_value(element: _Element, name: str) -> str | None:
    """Return w:val of the first child called w:`name`, None where there is none."""
    child = first(element, f"{W}{name}")
    return None if child is None else child.get(VALUE)


def whole_number(text: str | None, default: int) -> int:
    """Return the number in `text`, at most six digits of it, else `default`."""
    try:
        return max(-999_999, min(int(text or ""), 999_999))
    except ValueError:
        return default
