"""What Word shows for a field that has no result of its own: formulas (EQ) and counting fields.

Word writes circled characters and phonetic guides as EQ fields, so text hangs on them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBERS = frozenset(("AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM"))
_SWITCH = re.compile(r'\\\*\s*(?:"[^"]*"|[^\s\\"]+)\s*')
_PART = re.compile(r"\\([a-zA-Z]+)\s*-?\d*\s*(?=[\\(])|\\?([(),;])|\\?([^\\(),;]+|.)", re.DOTALL)
_CIRCLES = frozenset("○〇◯")
# Where the circled numbers from 1, 21 and 36 on begin.
_CIRCLED = ((36, 50, 0x32B1), (21, 35, 0x3251), (1, 20, 0x2460))


def counts(code: str) -> bool:
    """Tell whether Word shows a number it counts for this code, which no file holds."""
    return code.split()[:1] != [] and code.split()[0].upper() in _NUMBERS


def text_of_code(code: str) -> str:
    """Return the text that an EQ field shows, "" for every other field."""
    name, _, rest = code.strip().partition(" ")
    if name.upper() != "EQ":
        return ""
    return ",".join(_arguments(_PART.finditer(_SWITCH.sub("", rest)))).strip()


def _arguments(parts: Iterator[re.Match[str]]) -> list[str]:
    """Return the texts between commas up to the closing bracket."""
    found = [""]
    command = ""
    for part in parts:
        name, sign, text = part.groups()
        if name:
            command = command or name.lower()
        elif sign == "(":
            found[-1] += _shown(command, _arguments(parts))
            command = ""
        elif sign == ")":
            break
        elif sign:
            found.append("")
        else:
            found[-1] += text
    return found


def _shown(command: str, arguments: list[str]) -> str:
    if not command:
        return f"({','.join(arguments)})"
    if command == "f":
        return "/".join(arguments)
    if command != "o":
        return "".join(arguments)
    # What lies over it, a phonetic guide or a circle, comes before the character itself.
    first, last = arguments[0].strip(), arguments[-1].strip()
    return _circled(last) if first in _CIRCLES else last


def _circled(text: str) -> str:
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 3 else 0
    for start, end, place in _CIRCLED:
        if start <= number <= end:
            return chr(place + number - start)
    return text
