"""Complex fields: where their code ends and their result begins."""

from __future__ import annotations

_CONTENTS = "TOC"
# A circled character or a formula of a report is shorter.
CODE_LENGTH = 400


class _Field:
    def __init__(self) -> None:
        self.code = ""
        self.in_result = False

    @property
    def is_contents(self) -> bool:
        return self.in_result and self.code.split()[:1] == [_CONTENTS]


class Fields:
    """The fields that have begun at a place of a story, nested ones too.

    Asked for every run, so it counts along instead of searching: a hostile file may begin fields
    by the hundred thousand.
    """

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._in_code = 0
        self._contents = 0

    @property
    def show(self) -> bool:
        """Tell whether text shows here: it does not inside the code of a field."""
        return self._in_code == 0

    @property
    def in_contents(self) -> bool:
        """Tell whether this is the result of a table of contents."""
        return self._contents > 0

    def take(self, kind: str | None) -> str:
        """Take a field character: "begin", "separate" or "end".

        Returns the code of a field that ends without having a result, else "".
        """
        if kind == "begin":
            self._open.append(_Field())
            self._in_code += 1
        elif kind == "separate" and self._open and not self._open[-1].in_result:
            self._open[-1].in_result = True
            self._in_code -= 1
            self._contents += self._open[-1].is_contents
        elif kind == "end" and self._open:
            field = self._open.pop()
            self._in_code -= not field.in_result
            self._contents -= field.is_contents
            return "" if field.in_result else field.code
        return ""

    def add_code(self, text: str) -> None:
        """Take a part of the innermost field's code."""
        if self._open and len(self._open[-1].code) < CODE_LENGTH:
            self._open[-1].code += text
