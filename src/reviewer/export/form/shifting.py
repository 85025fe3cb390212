"""What becomes of references when rows are put in below a row."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token

_CELL = r"(\$?[A-Za-z]{1,3}\$?)([0-9]+)"
_AREA = re.compile(rf"^{_CELL}(?::{_CELL})?$")
_ROWS = re.compile(r"^(\$?)([0-9]+):(\$?)([0-9]+)$")


@dataclass(frozen=True, slots=True)
class Insertion:
    """`count` rows put in below row `after` of the sheet `sheet`."""

    sheet: str
    after: int
    count: int

    def row(self, number: int) -> int:
        """Return where row `number` stands afterwards."""
        return number + self.count if number > self.after else number

    def end(self, number: int) -> int:
        """Return where an area ends that ended in row `number`; one that ended here grows."""
        return number + self.count if number >= self.after else number

    def area(self, reference: str) -> str:
        """Return a reference without sheet, such as B5 or $A$4:C9, as it is afterwards.

        An area over the row grows with it, so that a sum below a repeated row holds all copies; a
        single cell in the row keeps naming the first copy.
        """
        match = _AREA.match(reference)
        if match:
            column, row, last_column, last_row = match.groups()
            if last_row is None:
                return f"{column}{self.row(int(row))}"
            return f"{column}{self.row(int(row))}:{last_column}{self.end(int(last_row))}"
        match = _ROWS.match(reference)
        if match:
            mark, row, last_mark, last_row = match.groups()
            return f"{mark}{self.row(int(row))}:{last_mark}{self.end(int(last_row))}"
        return reference

    def spread(self, reference: str) -> str:
        """Return an area to which a rule applies, or which a chart shows, as it is afterwards.

        A single cell in the row becomes all its copies.
        """
        match = _AREA.match(reference)
        if match and match[4] is None and int(match[2]) == self.after:
            reference = f"{reference}:{reference}"
        return self.area(reference)

    def formula(self, text: str, own_sheet: str) -> str:
        """Return a formula (without its sign of equality) that stands on `own_sheet`, afterwards.

        References into the sheet follow their rows, those to other sheets stay.
        """
        return self._with_references(text, own_sheet, self.area)

    def charted(self, text: str) -> str:
        """Return the formula of a chart's series afterwards."""
        return self._with_references(text, "", self.spread)

    def _with_references(self, text: str, own_sheet: str, moved: Callable[[str], str]) -> str:
        tokenizer = Tokenizer(f"={text}")
        for token in tokenizer.items:
            if token.type != Token.OPERAND or token.subtype != Token.RANGE:
                continue
            name, mark, reference = token.value.rpartition("!")
            named = name.strip("'").replace("''", "'") if mark else own_sheet
            if named.casefold() == self.sheet.casefold():
                token.value = f"{name}{mark}{moved(reference)}"
        return "".join(token.value for token in tokenizer.items)
