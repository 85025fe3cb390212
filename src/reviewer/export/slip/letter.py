"""The return slip of a report: a Word file made from a template that the county may edit."""

from __future__ import annotations

import datetime
import io
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from reviewer.export.slip.context import load_slip_names, slip_values
from reviewer.review import Review
from reviewer.support.errors import ExportError
from reviewer.support.messages import Language, load_messages
from reviewer.support.own_mark import OWN_MARK
from reviewer.support.resources import resource

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

SUFFIX = ".docx"


def default_template() -> Path:
    """Return the template that comes with the program, in the form of GB/T 9704."""
    return resource("templates/return-slip.docx")


def slip_bytes(
    review: Review,
    template: Path | None = None,
    *,
    office: str = "",
    today: datetime.date | None = None,
    language: Language = "zh",
) -> bytes:
    """Return the slip for `review` as the bytes of a .docx; `office` signs it.

    Raises ExportError where the template cannot be read, or asks for something unknown.
    """
    path = template or default_template()
    day = today or datetime.datetime.now().astimezone().date()
    values = slip_values(
        review, load_messages(language), load_slip_names(), office=office, today=day
    )
    letter = _opened(path)
    _render(letter, values, path)
    letter.docx.core_properties.category = OWN_MARK
    content = io.BytesIO()
    letter.save(content)
    return content.getvalue()


def _opened(path: Path) -> DocxTemplate:
    from docx.opc.exceptions import PackageNotFoundError
    from docxtpl import DocxTemplate

    try:
        letter = DocxTemplate(io.BytesIO(path.read_bytes()))
        letter.init_docx()
    except OSError as error:
        raise ExportError("form-unreadable", path=path, problem=error) from error
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise ExportError("slip-template-unreadable", path=path) from error
    return letter


def _render(letter: DocxTemplate, values: dict[str, object], path: Path) -> None:
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import SandboxedEnvironment

    # A template comes from a colleague's stick: it may fill in, but not run what it likes.
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    try:
        letter.render(values, environment)
    except TemplateError as error:
        problem = error.message or str(error)
        raise ExportError("slip-template-wrong", path=path, problem=problem) from error
