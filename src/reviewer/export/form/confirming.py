"""What somebody has to confirm before a table without placeholders is filled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from reviewer.checklist import Checklist
from reviewer.export.form.columns import (
    Columns,
    Heading,
    fingerprint,
    headings,
    load_columns,
    propose_columns,
)
from reviewer.export.form.fields import FieldNames, load_field_names
from reviewer.export.form.filling import read_form
from reviewer.export.form.package import Package
from reviewer.support.errors import ExportError
from reviewer.support.messages import LANGUAGES, Language, load_messages

_OWN_SHEETS = ("summary", "matrix", "problems")


@dataclass(frozen=True, slots=True)
class Question:
    """What the columns of the workbook at `path` are taken for.

    `confirmed` says that `columns` were confirmed before; they are kept in the file `kept`.
    """

    path: Path
    columns: Columns
    headings: tuple[Heading, ...]
    kept: Path
    confirmed: bool

    def answered(self, fields: dict[str, str]) -> Columns | None:
        """Return the columns with these fields by letter; None where none names the unit."""
        unit = load_field_names().shown["report"]["unit"]
        letters = [letter for letter, name in fields.items() if name == unit]
        return replace(self.columns, unit=letters[0], fields=fields) if letters else None


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """A field: its name as a placeholder writes it, and as it is shown to choose from."""

    name: str
    text: str


def question_about(path: Path, checklist: Checklist, forms: Path) -> Question:
    """Return what the headings of a table say, or what was confirmed and kept in folder `forms`.

    Raises ExportError for a file that is no workbook, for one this program wrote, and where the
    headings tell too little.
    """
    if _is_our_own(path):
        raise ExportError("form-our-own", path=path)
    proposed = propose_columns(path, checklist)
    if proposed is None:
        raise ExportError("form-no-fields", path=path)
    kept = forms / f"{fingerprint(path, proposed)}.toml"
    confirmed = load_columns(kept)
    return Question(
        path, confirmed or proposed, headings(path, proposed), kept, confirmed is not None
    )


def question_about_form(path: Path, checklist: Checklist, forms: Path) -> Question | None:
    """Return the question about a form, None for one with placeholders. Raises ExportError."""
    if read_form(path, checklist) is not None:
        return None
    return question_about(path, checklist, forms)


def field_choices(checklist: Checklist, language: Language = "zh") -> tuple[FieldChoice, ...]:
    """Return every field a column can hold: of the report, of its groups, of its elements."""
    names, found = load_field_names(), []
    for field, name in names.shown["report"].items():
        found.append(FieldChoice(name, _said(names, "report", field, language)))
    owners = [("group", group.id, group.name) for group in checklist.groups]
    owners += [("element", element.id, element.name) for element in checklist.elements]
    for kind, owner, title in owners:
        for field, name in names.shown[kind].items():
            said = _said(names, kind, field, language)
            found.append(FieldChoice(f"{owner}.{name}", f"{owner}.{said}　{title}"))
    return tuple(found)


def _is_our_own(path: Path) -> bool:
    """Tell whether this program wrote the workbook: its rows are formulas over its other sheets."""
    titles = {title for title, _ in Package(path).sheets()}
    words = [load_messages(language) for language in LANGUAGES]
    return any({each.say(f"sheet-{name}") for name in _OWN_SHEETS} <= titles for each in words)


def _said(names: FieldNames, kind: str, field: str, language: Language) -> str:
    """Return a field's name: the first one, in English the last."""
    return names.shown[kind][field] if language == "zh" else names.english[kind][field]
