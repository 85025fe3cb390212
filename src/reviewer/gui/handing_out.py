"""Writes everything a county takes out, off the UI thread, and tells how it went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer.export.whole_file import export_error
from reviewer.gui.judging import Judging
from reviewer.gui.keeping import Keeper
from reviewer.gui.messages import Message, MessageCenter, Remedy, Severity
from reviewer.gui.paper.pdf import pdf_bytes
from reviewer.gui.preferences import Preferences
from reviewer.gui.writing import Batch, Writing, show_path
from reviewer.review import Review

# The writers of workbooks are slow to import: not before somebody exports.
if TYPE_CHECKING:
    from reviewer.export.batch import Piece, Wanted
    from reviewer.export.form.columns import Columns
    from reviewer.export.form.confirming import Question

_FEW = 3  # failures that are told one by one


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that was not written, and why."""

    piece: Piece
    error: Exception


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a batch; `left` are the files that a cancel left unwritten."""

    folder: Path
    written: Sequence[Path]
    failed: Sequence[Failure]
    left: Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Order:
    """A batch that somebody ordered: what, of which reviews, where to."""

    reviews: Sequence[Review]
    wanted: Wanted
    folder: Path


class HandingOut(QObject):
    """Exports to a folder and into workbooks; it outlives the window.

    `columns_wanted(question, answer)` asks what the columns of a table hold; `answer` takes the
    Columns and whether to keep them. `folder_wanted(answer)` asks for another folder,
    `name_wanted(suggestion, answer)` for another name, `list_wanted(outcome)` to show what was
    written.
    """

    columns_wanted = Signal(object, object)
    folder_wanted = Signal(object)
    name_wanted = Signal(str, object)
    list_wanted = Signal(object)

    def __init__(
        self,
        writing: Writing,
        judging: Judging,
        messages: MessageCenter,
        preferences: Preferences,
        keeper: Keeper,
        forms: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._writing = writing
        self._judging = judging
        self._messages = messages
        self._preferences = preferences
        self._keeper = keeper
        self._forms = forms

    def hand_out(self, reviews: Sequence[Review], wanted: Wanted, folder: Path) -> None:
        """Write `wanted` of `reviews` into `folder`; the columns of a form are asked for first."""
        from reviewer.export.form.confirming import question_about_form

        project = self._keeper.project

        def original(review: Review) -> bytes | None:
            return project.original(review.key) if project and review.key else None

        wanted = replace(wanted, original=original, make_pdf=pdf_bytes)
        order = Order([review.snapshot() for review in reviews], wanted, folder)
        self._judging.judge(reviews)
        if wanted.form is None:
            self._prepare(order)
            return

        def with_columns(columns: Columns) -> None:
            self._prepare(replace(order, wanted=replace(wanted, columns=columns)))

        def go_on(question: Question | None) -> None:
            if question is None:
                self._prepare(order)
            elif question.confirmed:
                with_columns(question.columns)
            else:
                self._ask_columns(question, with_columns)

        checklist = order.reviews[0].checklist
        self._look_at(wanted.form, lambda p: question_about_form(p, checklist, self._forms), go_on)

    def put_into(self, reviews: Sequence[Review], book: Path) -> None:
        """Put `reviews` into a workbook that is there, once its columns are confirmed."""
        from reviewer.export.form.confirming import question_about

        snapshot = [review.snapshot() for review in reviews]
        self._judging.judge(reviews)
        checklist = snapshot[0].checklist

        def go_on(question: Question) -> None:
            self._ask_columns(question, lambda c: self._update(snapshot, book, c))

        self._look_at(book, lambda p: question_about(p, checklist, self._forms), go_on)

    # what has to be known first

    def _look_at(
        self,
        path: Path,
        look: Callable[[Path], Question | None],
        go_on: Callable[[Question | None], None],
    ) -> None:
        self._run(path, look, self.tr("Reading {name}"), go_on)

    def _ask_columns(self, question: Question, go_on: Callable[[Columns], None]) -> None:
        from reviewer.export.form.columns import keep_columns

        def take(columns: Columns, keep: bool) -> None:
            if keep:
                try:
                    keep_columns(columns, question.kept)
                except OSError as error:
                    self._messages.fail(export_error(question.kept, error))
            go_on(columns)

        self.columns_wanted.emit(question, take)

    # a folder

    def _prepare(self, order: Order) -> None:
        from reviewer.export.batch import pieces

        language = self._preferences.settings.language

        def work(folder: Path) -> list[Piece]:
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise export_error(folder, error) from error
            return pieces(order.reviews, order.wanted, language=language)

        again = Remedy(
            self.tr("Another Folder…"),
            lambda: self.folder_wanted.emit(
                lambda folder: self._prepare(replace(order, folder=Path(folder)))
            ),
        )
        self._run(
            order.folder,
            work,
            self.tr("Preparing {name}"),
            lambda made: self._write(made, order.folder),
            lambda error: again,
        )

    def _write(self, made: Sequence[Piece], folder: Path) -> None:
        self._writing.start(
            made,
            lambda piece: piece.write(folder),
            lambda piece: self.tr("Writing {name}").format(name=piece.name),
            lambda batch: self._tell(
                Outcome(
                    folder,
                    [path for _, path in batch.done],
                    [Failure(piece, error) for piece, error in batch.failed],
                    batch.left,
                )
            ),
        )

    def _tell(self, outcome: Outcome) -> None:
        if outcome.written or outcome.left:
            self._tell_written(outcome)
        if len(outcome.failed) <= _FEW:
            for failure in outcome.failed:
                self._tell_failed([failure], outcome, self._explained(failure))
        else:
            text = self.tr("{n} files were not written. The first: {why}").format(
                n=len(outcome.failed), why=self._explained(outcome.failed[0])
            )
            self._tell_failed(outcome.failed, outcome, text)

    def _tell_written(self, outcome: Outcome) -> None:
        if outcome.left:
            text = self.tr("Cancelled: {n} of {all} files are in {folder}.")
        else:
            text = self.tr("{n} files are in {folder}.")
        written = len(outcome.written)
        whole = written + len(outcome.failed) + len(outcome.left)
        said = text.format(n=written, all=whole, folder=outcome.folder)
        remedies = (
            Remedy(self.tr("Show List…"), lambda: self.list_wanted.emit(outcome)),
            Remedy(self.tr("Open Folder"), lambda: show_path(outcome.folder)),
        )
        severity = Severity.WARNING if outcome.left else Severity.INFO
        self._messages.post(Message(severity, said, remedies=remedies))

    def _tell_failed(self, failed: Sequence[Failure], outcome: Outcome, text: str) -> None:
        pieces_ = [failure.piece for failure in failed]
        again = Remedy(self.tr("Try Again"), lambda: self._write(pieces_, outcome.folder))
        elsewhere = Remedy(
            self.tr("Another Folder…"),
            lambda: self.folder_wanted.emit(lambda folder: self._write(pieces_, Path(folder))),
        )
        self._messages.post(Message(Severity.ERROR, text, remedies=(again, elsewhere)))

    def _explained(self, failure: Failure) -> str:
        return self._messages.explain(failure.error, about=failure.piece.name)

    # a workbook that is there

    def _update(self, reviews: Sequence[Review], book: Path, columns: Columns) -> None:
        from reviewer.export.form.updating import update_workbook, write_updated

        language = self._preferences.settings.language

        def write_as(name: str) -> None:
            self._run(
                Path(name),
                lambda target: write_updated(book, target, columns, reviews, language=language),
                self.tr("Writing {name}"),
                lambda nothing: self._tell_updated(Path(name), len(reviews), None),
            )

        def ask_again(suggestion: str) -> None:
            self.name_wanted.emit(suggestion, write_as)

        self._run(
            book,
            lambda path: update_workbook(path, columns, reviews, language=language),
            self.tr("Writing {name}"),
            lambda backup: self._tell_updated(book, len(reviews), backup),
            lambda error: self._writing.another_name(error, book, ask_again),
        )

    def _tell_updated(self, book: Path, count: int, backup: Path | None) -> None:
        text = self.tr("{n} reports are in {book}.").format(n=count, book=book)
        if backup is not None:
            text += self.tr(" The workbook as it was is kept as {name}.").format(name=backup.name)
        folder = Remedy(self.tr("Open Folder"), lambda: show_path(book.parent))
        self._writing.tell_written(text, book, folder)

    def _run(
        self,
        path: Path,
        work: Callable[[Path], object],
        label: str,
        go_on: Callable[[object], object],
        remedy: Callable[[Exception], Remedy] | None = None,
    ) -> None:
        """Do one thing with `path` in the background; what goes wrong is told with a remedy."""

        def finish(batch: Batch[Path, object]) -> None:
            for _, error in batch.failed:
                remedies = [remedy(error)] if remedy else []
                self._messages.fail(error, *remedies, about=path.name)
            if batch.left:
                self._writing.tell_cancelled(str(path))
            for _, result in batch.done:
                go_on(result)

        self._writing.start([path], work, lambda one: label.format(name=one.name), finish)
