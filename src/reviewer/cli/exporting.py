"""The `export` command: a workbook, or everything a county takes out, into a folder."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.cli.session import Session
from reviewer.review import Review, doubts_of
from reviewer.support.errors import Unconfirmed, UnreadableReport, UsageError

if TYPE_CHECKING:
    from reviewer.export.batch import Wanted
    from reviewer.export.form.columns import Columns
    from reviewer.export.form.confirming import Question
    from reviewer.review import Pipeline


@dataclass(frozen=True, slots=True)
class Gathered:
    """A review, and its file's bytes where a project has kept them."""

    review: Review
    original: bytes | None


KINDS = ("xlsx", "slip", "comments", "pdf", "json")


def require_target(arguments: argparse.Namespace) -> None:
    """Raise UsageError where it is not said what is to be written, or where."""
    kinds = [kind for kind in KINDS if getattr(arguments, kind)]
    if arguments.output is None and arguments.to is None and arguments.into is None:
        raise UsageError("usage-no-target")
    if arguments.to is None and (kinds or arguments.template):
        raise UsageError("usage-no-folder")
    if arguments.to is not None and not kinds and not arguments.template:
        raise UsageError("usage-nothing-wanted")
    for target in filter(None, (arguments.output, arguments.into)):
        if any(Path(target).resolve() == Path(file).resolve() for file in arguments.files):
            raise UsageError("usage-output-is-input", path=target)


def gather(
    arguments: argparse.Namespace, session: Session, pipeline: Pipeline, files: Iterable[str]
) -> Iterator[Gathered]:
    """Give the reviews of all files, those in projects with what was decided on them."""
    for _, found in session.each(files, lambda file: _reviews_of(file, arguments, pipeline)):
        yield from found


def _reviews_of(file: str, arguments: argparse.Namespace, pipeline: Pipeline) -> list[Gathered]:
    from reviewer.project import SUFFIX, open_project

    path = Path(file)
    if path.suffix.lower() != SUFFIX:
        return [Gathered(pipeline.open(file, encoding=arguments.encoding), None)]
    if not path.is_file():
        raise UnreadableReport("not-found", source=file)
    project, reviews = open_project(path, pipeline)
    with project:
        return [Gathered(review.snapshot(), project.original(review.key)) for review in reviews]


def write_all(
    gathered: Sequence[Gathered], arguments: argparse.Namespace, session: Session
) -> None:
    """Write everything that was asked for; each file that was written is named.

    What cannot be written is said, and the rest goes on; so are decisions that do not fit together.
    Raises Unconfirmed, before anything is written.
    """
    reviews = [one.review for one in gathered]
    _say_doubts(reviews, session)
    columns = _columns_of_book(reviews, arguments, session)
    wanted = _wanted(gathered, arguments, session) if arguments.to else None
    if arguments.output:
        with session.telling(arguments.output):
            _write_workbook(reviews, Path(arguments.output), session)
    if columns is not None:
        with session.telling(arguments.into):
            _update(reviews, Path(arguments.into), columns, session)
    if wanted is not None:
        with session.telling(arguments.to):
            _write_batch(reviews, wanted, Path(arguments.to), session)


def _say_doubts(reviews: Sequence[Review], session: Session) -> None:
    from reviewer.export.wording import unit_name

    for review in reviews:
        for doubt in doubts_of(review):
            about = f"{unit_name(review, session.messages)} {doubt.element}".strip()
            said = session.messages.say(doubt.sentence, doubt.details)
            session.warn("says-doubt", about=about, doubt=said)


def _write_workbook(reviews: Sequence[Review], target: Path, session: Session) -> None:
    """Write the score workbook and say so; an older one is kept beside it. Raises ExportError."""
    from reviewer.export.workbook import write_workbook

    backup = write_workbook(reviews, target, language=session.messages.language)
    session.warn("exported", path=target, count=len(reviews))
    if backup is not None:
        session.warn("old-kept", path=backup)


def _write_batch(reviews: Sequence[Review], wanted: Wanted, folder: Path, session: Session) -> None:
    from reviewer.export.batch import pieces
    from reviewer.export.whole_file import export_error

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise export_error(folder, error) from error
    for piece in pieces(reviews, wanted, language=session.messages.language):
        with session.telling(piece.name):
            session.warn("written", path=piece.write(folder))


def _wanted(
    gathered: Sequence[Gathered], arguments: argparse.Namespace, session: Session
) -> Wanted:
    from reviewer.export.batch import FileKind, Wanted
    from reviewer.export.form.confirming import question_about_form

    kinds = {FileKind(kind) for kind in KINDS if getattr(arguments, kind)} - {FileKind.PDF}
    form = columns = make_pdf = None
    if arguments.template:
        checklist = gathered[0].review.checklist
        with session.telling(arguments.template):
            form = Path(arguments.template)
            question = question_about_form(form, checklist, _forms_folder())
            columns = _columns(question, arguments) if question else None
            kinds.add(FileKind.FORM)
    if arguments.pdf:
        with session.telling("--pdf"):
            make_pdf = session.load_pdf()
            kinds.add(FileKind.PDF)
    originals = {id(one.review): one.original for one in gathered}
    return Wanted(
        kinds=frozenset(kinds),
        form=form,
        columns=columns,
        slip_template=Path(arguments.slip_template) if arguments.slip_template else None,
        office=arguments.office,
        author=arguments.reviewer,
        original=lambda review: originals.get(id(review)),
        make_pdf=make_pdf,
    )


def _columns_of_book(
    reviews: Sequence[Review], arguments: argparse.Namespace, session: Session
) -> Columns | None:
    """Return what the columns of the workbook hold that is to be updated; None where none is."""
    from reviewer.export.form.confirming import question_about

    columns = None
    if arguments.into:
        with session.telling(arguments.into):
            question = question_about(Path(arguments.into), reviews[0].checklist, _forms_folder())
            columns = _columns(question, arguments)
    return columns


def _update(reviews: Sequence[Review], book: Path, columns: Columns, session: Session) -> None:
    from reviewer.export.form.updating import update_workbook

    backup = update_workbook(book, columns, reviews, language=session.messages.language)
    session.warn("updated", path=book, backup=backup, count=len(reviews))


def _columns(question: Question, arguments: argparse.Namespace) -> Columns:
    """Return what the columns of a form hold: as confirmed before, or as proposed and confirmed.

    Raises Unconfirmed, with the proposal, where nobody has confirmed it yet.
    """
    from reviewer.export.form.columns import keep_columns

    if not question.confirmed:
        if not arguments.accept_columns:
            columns = question.columns
            shown = ", ".join(f"{letter}={name}" for letter, name in columns.fields.items())
            raise Unconfirmed(
                "columns-unconfirmed", path=question.path, sheet=columns.sheet, columns=shown
            )
        keep_columns(question.columns, question.kept)
    return question.columns


def _forms_folder() -> Path:
    """Return where confirmed columns are kept."""
    from reviewer.support.folders import own_folders

    return own_folders().config / "forms"
