"""Names for sheets: short enough, without forbidden signs, each only once."""

from __future__ import annotations

import re
from collections.abc import Collection

from reviewer.export.cell_text import clean_text, first_units

MAX_UNITS = 31  # UTF-16 units
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\n\t]")
_RESERVED = "history"  # Excel keeps this name for itself


def sheet_name(wanted: str, taken: Collection[str], unnamed: str) -> str:
    """Return a name like `wanted` that no sheet in `taken` has; `unnamed` where nothing is left.

    Upper and lower case are the same to Excel.
    """
    base = _FORBIDDEN.sub(" ", clean_text(wanted, "")).strip(" '") or unnamed
    lower = {name.lower() for name in taken} | {_RESERVED}
    name, number = first_units(base, MAX_UNITS).rstrip(" '"), 1
    while name.lower() in lower:
        number += 1
        suffix = f" ({number})"
        name = first_units(base, MAX_UNITS - len(suffix)).rstrip() + suffix
    return name
