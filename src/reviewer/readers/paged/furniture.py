"""Running heads and page numbers: what stands at the edge of page after page."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from statistics import median_high

from reviewer.readers.paged.rows import Row
from reviewer.support.folding import fold
from reviewer.support.resources import resource

# Shares of the page's height that belong to its edges.
_EDGE = 0.12
_NUMBER_EDGE = 0.16
_SAME_HEIGHT = 3.0
# Word sets heads 15 mm below the edge and text, unless told otherwise, 25 mm.
_ABOVE_TEXT = 0.065
_SMALL = 0.75
_DIGITS = re.compile(r"\d+")
_LONGEST = 60


@dataclass(slots=True)
class PageRows:
    """The rows of a page from top to bottom and its height in points."""

    height: float
    rows: list[Row]


def load_page_number() -> re.Pattern[str]:
    """Return what a page number looks like, blanks taken out and letters folded."""
    text = resource("lexicon", "pages.toml").read_text(encoding="utf-8")
    patterns: list[str] = tomllib.loads(text)["page_numbers"]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def without_furniture(pages: list[PageRows]) -> tuple[list[list[Row]], bool]:
    """Return every page's rows without its heads and numbers, and whether there were heads."""
    number = load_page_number()
    heads = _repeated(pages)
    kept: list[list[Row]] = []
    found = False
    for page in pages:
        rows = []
        for row in page.rows:
            if _is_number(row, page, number):
                continue
            repeated = any(
                abs(place - row.base) < _SAME_HEIGHT for place in heads.get(_said(row), ())
            )
            if repeated or _is_small_print(row, page):
                found = True
                continue
            rows.append(row)
        kept.append(rows)
    return kept, found


def _is_number(row: Row, page: PageRows, number: re.Pattern[str]) -> bool:
    edge = _NUMBER_EDGE * page.height
    if edge < row.base < page.height - edge:
        return False
    if row is not page.rows[0] and row is not page.rows[-1]:
        return False
    return number.fullmatch(fold("".join(row.text.split()))) is not None


def _is_small_print(row: Row, page: PageRows) -> bool:
    """Tell a head that stands on one page only: above where text begins, in smaller letters."""
    if row.lines or row.base > _ABOVE_TEXT * page.height or len(row.text) > _LONGEST:
        return False
    usual = median_high(other.size for other in page.rows if not other.lines)
    return row.size <= _SMALL * usual


def _repeated(pages: list[PageRows]) -> dict[str, list[float]]:
    """Return what stands at one height at the edge of several pages, with those heights."""
    seen: dict[str, list[float]] = {}
    for page in pages:
        if len(page.rows) == 1:
            # A page that says nothing else says this.
            continue
        edge = _EDGE * page.height
        for row in page.rows:
            at_edge = not edge < row.base < page.height - edge
            if at_edge and not row.lines and len(row.text) <= _LONGEST:
                seen.setdefault(_said(row), []).append(row.base)
    needed = max(2, round(0.4 * len(pages)))
    repeated: dict[str, list[float]] = {}
    for said, places in seen.items():
        counts = Counter(round(place / _SAME_HEIGHT) for place in places)
        often = [step * _SAME_HEIGHT for step, count in counts.items() if count >= needed]
        if often:
            repeated[said] = often
    return repeated


def _said(row: Row) -> str:
    return _DIGITS.sub("0", "".join(row.text.split()))
