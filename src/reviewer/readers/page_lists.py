"""The numbers a browser puts before the items of an ordered list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.readers.number_formats import shown

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
_FORMATS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCountingThousand",
    "simp-chinese-informal": "chineseCountingThousand",
    "trad-chinese-informal": "taiwaneseCountingThousand",
    "simp-chinese-formal": "chineseLegalSimplified",
    "cjk-decimal": "ideographDigital",
}
_CHINESE = ("chinese", "taiwanese", "ideograph")


class PageLists:
    """The lists that are open at a place of the page."""

    def __init__(self) -> None:
        self._open: list[tuple[str | None, int]] = []

    def begin(self, element: HtmlElement) -> None:
        """Begin the list `element`, an ol or ul."""
        form = None
        if element.tag == "ol":
            styled = _STYLE.search(element.get("style", ""))
            form = _FORMATS.get(styled[1] if styled else element.get("type", "1"))
        self._open.append((form, _number(element.get("start"), 1)))

    def end(self) -> None:
        """End the innermost list."""
        if self._open:
            self._open.pop()

    def item(self, element: HtmlElement) -> str:
        """Return the number before the item `element`, "" where the list has none."""
        if not self._open or self._open[-1][0] is None:
            return ""
        form, following = self._open[-1]
        value = _number(element.get("value"), following)
        self._open[-1] = (form, value + 1)
        mark = "、" if form is not None and form.startswith(_CHINESE) else "."
        return shown(value, form or "") + mark


def _number(text: str | None, default: int) -> int:
    """Return the number in an attribute, at most six digits of it, else `default`."""
    digits = re.fullmatch(r"\s*(-?\d{1,6})\s*", text or "")
    return int(digits[1]) if digits else default
