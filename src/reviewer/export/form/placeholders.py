"""Placeholders in the cells of a form: {{单位}}, {{A01.得分}}, {{报告.总分}}, {{要素.名称}}."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.checklist import Checklist
from reviewer.export.form.fields import Field, FieldNames, Value, as_text, folded
from reviewer.export.form.sheet import Place
from reviewer.support.errors import ExportError

_PLACEHOLDER = re.compile(r"\{\{([^{}]*)\}\}")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One placeholder as written, and the field it names.

    `per_report` says that its row is repeated for every report.
    """

    written: str
    field: Field
    per_report: bool = False

    @property
    def per_element(self) -> bool:
        """Whether its row is repeated for every element."""
        return self.field.kind == "each-element"


@dataclass(frozen=True, slots=True)
class FilledCell:
    """A cell with placeholders: where it stands and its text."""

    place: Place
    text: str
    placeholders: tuple[Placeholder, ...]

    def value(self, values: dict[str, Value]) -> Value:
        """Return what goes into the cell; a placeholder that stands alone keeps its number."""
        if self.text.strip() == self.placeholders[0].written:
            return values[self.placeholders[0].written]
        return _PLACEHOLDER.sub(lambda match: as_text(values[match[0]]), self.text)


def has_placeholders(text: str) -> bool:
    """Tell whether a text holds anything that looks like a placeholder."""
    return bool(_PLACEHOLDER.search(text))


class PlaceholderReader:
    """Reads placeholders by the names of the fields and the ids of a checklist."""

    def __init__(self, names: FieldNames, checklist: Checklist) -> None:
        self._names = names
        self._elements = {folded(element.id): element.id for element in checklist.elements}
        self._groups = {folded(group.id): group.id for group in checklist.groups}

    def read(self, place: Place, text: str, where: str) -> FilledCell:
        """Read the placeholders of a cell.

        Raises ExportError, naming `where` the cell is, for one that names no field.
        """
        return FilledCell(place, text, tuple(self._each(text, where)))

    def _each(self, text: str, where: str) -> Iterator[Placeholder]:
        for match in _PLACEHOLDER.finditer(text):
            found = self._placeholder(match[0], match[1])
            if found is None:
                raise ExportError("form-unknown-field", field=match[0], cell=where)
            yield found

    def _placeholder(self, written: str, inside: str) -> Placeholder | None:
        words = [folded(word) for word in inside.replace("．", ".").split(".")]
        names = self._names
        per_report = len(words) > 1 and words[0] in names.each_report
        if per_report:
            words = words[1:]
        if len(words) == 1 and words[0] in names.report:
            return Placeholder(written, Field("report", names.report[words[0]]), per_report)
        if len(words) != 2:
            return None
        owner, name = words
        if owner in names.each_element and name in names.element:
            return Placeholder(written, Field("each-element", names.element[name]), per_report)
        if owner in self._elements and name in names.element:
            field = Field("element", names.element[name], self._elements[owner])
            return Placeholder(written, field, per_report)
        if owner in self._groups and name in names.group:
            field = Field("group", names.group[name], self._groups[owner])
            return Placeholder(written, field, per_report)
        return None
