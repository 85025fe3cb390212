"""Everything a county takes out of the program for many reports at once, file by file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path

from reviewer.export.file_names import FileNames
from reviewer.export.form.columns import Columns
from reviewer.export.form.filling import fill_form, read_form, shortens_problems
from reviewer.export.form.updating import fill_columns, shortens_problems_in
from reviewer.export.paper.model import Paper
from reviewer.export.whole_file import write_whole
from reviewer.review import Review
from reviewer.support.atomic import free_name
from reviewer.support.errors import ExportError
from reviewer.support.messages import Language, load_messages

MakesPdf = Callable[[Paper], bytes]


class FileKind(Enum):
    """The kinds of files a batch can have; the values are options of the command line."""

    WORKBOOK = "xlsx"
    SLIPS = "slip"
    COMMENTS = "comments"
    DATA = "json"
    FORM = "template"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a batch is to hold.

    `form` is the county's own form, `columns` what its columns hold where it has no placeholders.
    `office` signs the slips, which are made from `slip_template` (the program's own where None);
    `author` stands at the comments, which go into copies of what `original` has of a report: its
    file's bytes, or None where they are to be read from its place. `make_pdf` makes the PDFs; it
    may be called in any thread.
    """

    kinds: frozenset[FileKind]
    form: Path | None = None
    columns: Columns | None = None
    slip_template: Path | None = None
    office: str = ""
    author: str = ""
    original: Callable[[Review], bytes | None] = lambda review: None
    make_pdf: MakesPdf | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of a batch: its name, and what makes its content when its turn comes."""

    name: str
    content: Callable[[], bytes | memoryview]

    def write(self, folder: Path) -> Path:
        """Write the file into `folder`, beside any of the same name; return where it is.

        Somebody may have gone on writing in an earlier one. Raises ExportError.
        """
        target = free_name(folder / self.name)
        write_whole(target, self.content())
        return target


def pieces(reviews: Sequence[Review], wanted: Wanted, *, language: Language = "zh") -> list[Piece]:
    """Return the files of a batch of `reviews`, all of one checklist, in order; none is made yet.

    Raises ExportError without reviews, and for a form that cannot be used.
    """
    if not reviews:
        raise ExportError("export-nothing")
    makers: dict[FileKind, Callable[[], Iterator[Piece]]] = {
        FileKind.WORKBOOK: lambda: _workbook(reviews, language),
        FileKind.FORM: lambda: _forms(reviews, wanted, language),
        FileKind.SLIPS: lambda: _slips(reviews, wanted, language),
        FileKind.COMMENTS: lambda: _comments(reviews, wanted, language),
        FileKind.PDF: lambda: _pdfs(reviews, wanted, language),
        FileKind.DATA: lambda: _data(reviews, language),
    }
    return [piece for kind, make in makers.items() if kind in wanted.kinds for piece in make()]


def _workbook(reviews: Sequence[Review], language: Language) -> Iterator[Piece]:
    from reviewer.export.workbook.book import workbook_bytes

    name = load_messages(language).say("file-workbook")
    yield Piece(f"{name}.xlsx", partial(workbook_bytes, reviews, language=language))


def _forms(reviews: Sequence[Review], wanted: Wanted, language: Language) -> Iterator[Piece]:
    """Give the filled form: one file for all reports, or one for each.

    Where a cell is too small for all problems, the list of them comes along.
    """
    path = wanted.form
    if path is None:
        raise ExportError("form-none")
    form = read_form(path, reviews[0].checklist)
    if form is None:
        columns = wanted.columns
        if columns is None:
            raise ExportError("form-no-fields", path=path)
        yield Piece(path.name, partial(fill_columns, path, columns, reviews, language=language))
        shortened = shortens_problems_in(path, columns, reviews, language)
    else:
        if form.per_report:
            names = FileNames(reviews, load_messages(language))
            for review in reviews:
                name = f"{names.name(review, 'file-form')}{path.suffix}"
                yield Piece(name, partial(fill_form, form, [review], language=language))
        else:
            yield Piece(path.name, partial(fill_form, form, reviews, language=language))
        shortened = shortens_problems(form, reviews, language)
    if shortened and FileKind.WORKBOOK not in wanted.kinds:  # which has the list
        yield _problems(reviews, language)


def _problems(reviews: Sequence[Review], language: Language) -> Piece:
    from reviewer.export.workbook.book import problems_bytes

    name = load_messages(language).say("file-problems")
    return Piece(f"{name}.xlsx", partial(problems_bytes, reviews, language=language))


def _slips(reviews: Sequence[Review], wanted: Wanted, language: Language) -> Iterator[Piece]:
    from reviewer.export.slip.letter import slip_bytes

    template, office = wanted.slip_template, wanted.office
    names = FileNames(reviews, load_messages(language))
    for review in reviews:
        content = partial(slip_bytes, review, template, office=office, language=language)
        yield Piece(f"{names.name(review, 'file-slip')}.docx", content)


def _comments(reviews: Sequence[Review], wanted: Wanted, language: Language) -> Iterator[Piece]:
    names = FileNames(reviews, load_messages(language))
    for review in reviews:
        content = partial(_commented, review, wanted, language)
        yield Piece(f"{names.name(review, 'file-comments')}.docx", content)


def _commented(review: Review, wanted: Wanted, language: Language) -> bytes:
    from reviewer.export.comments.copy import commented_copy

    original, author = wanted.original(review), wanted.author
    return commented_copy(review, author=author, original=original, language=language)


def _pdfs(reviews: Sequence[Review], wanted: Wanted, language: Language) -> Iterator[Piece]:
    """Give ranking and matrix of all reports, and score sheet and slip of each."""
    from reviewer.export.paper.letter import letter_paper
    from reviewer.export.paper.score_sheet import score_sheet
    from reviewer.export.paper.summary import summary
    from reviewer.export.slip.letter import slip_bytes

    make_pdf, messages = wanted.make_pdf, load_messages(language)
    if make_pdf is None:
        raise ExportError("pdf-unavailable")

    def sheet(review: Review) -> bytes:
        return make_pdf(score_sheet(review, messages))

    def slip(review: Review, title: str) -> bytes:
        template, office = wanted.slip_template, wanted.office
        letter = slip_bytes(review, template, office=office, language=language)
        return make_pdf(letter_paper(letter, title))

    name = messages.say("file-workbook")
    yield Piece(f"{name}.pdf", lambda: make_pdf(summary(reviews, messages)))
    names = FileNames(reviews, messages)
    for review in reviews:
        yield Piece(f"{names.name(review, 'file-sheet')}.pdf", partial(sheet, review))
        named = names.name(review, "file-slip")
        yield Piece(f"{named}.pdf", partial(slip, review, named))


def _data(reviews: Sequence[Review], language: Language) -> Iterator[Piece]:
    from reviewer.export.json_export import reviews_as_json

    def content() -> bytes:
        whole = reviews_as_json(reviews, reviews[0].checklist, load_messages(language))
        return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8", "replace")

    yield Piece(f"{load_messages(language).say('file-data')}.json", content)
