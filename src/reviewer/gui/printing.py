"""The marked report and its score sheet on paper or as a PDF file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QBuffer,
    QCoreApplication,
    QIODevice,
    QMarginsF,
    QObject,
    QUrl,
)
from PySide6.QtGui import (
    QDesktopServices,
    QFont,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from reviewer.checklist import Element, Verdict
from reviewer.export.whole_file import write_whole
from reviewer.gui.marks import cut_apart, evidence_marks
from reviewer.gui.messages import Message, MessageCenter, Remedy, Severity
from reviewer.gui.preferences import Preferences
from reviewer.gui.tasks import Job, Tasks
from reviewer.gui.theme import load_theme
from reviewer.gui.wording import file_name, percent_text, points_text, report_name, verdict_word
from reviewer.report import Span
from reviewer.review import Review
from reviewer.support.errors import ReviewerError

_TOTAL = QT_TRANSLATE_NOOP("Printing", "Total {given} of {possible} ({percent}) {grade}")
_SHEET = QT_TRANSLATE_NOOP("Printing", "Score Sheet")
_MARKED = QT_TRANSLATE_NOOP("Printing", "The Report with Its Marks")
_NOT_APPLICABLE = QT_TRANSLATE_NOOP("Printing", "n/a")
_COLUMNS = (
    QT_TRANSLATE_NOOP("Printing", "Element"),
    QT_TRANSLATE_NOOP("Printing", "Verdict"),
    QT_TRANSLATE_NOOP("Printing", "Points"),
    QT_TRANSLATE_NOOP("Printing", "Comment"),
)
_TEXT_POINTS = 10.5
_MARGIN_MM = 3.0  # Qt leaves two more centimetres
_RESOLUTION = 300
_STYLE = (
    "p {{ margin: 0.3em 0; line-height: 150%; }}"
    " h1 {{ font-size: 16pt; }} h2 {{ font-size: 13pt; }}"
    " table {{ border-collapse: collapse; }}"
    " td, th {{ padding: 2px 6px; vertical-align: top; text-align: left; }}"
    " .weak {{ background-color: {weak}; text-decoration: underline; }}"
    " .missing {{ background-color: {missing}; }} .present {{ text-decoration: underline; }}"
    " .undetermined {{ text-decoration: underline; }} .muted, sup {{ color: {muted}; }}"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands on every printed report beside its own words."""

    office: str
    reviewer: str


class Printer(QObject):
    """Prints, or writes PDF files in the background."""

    def __init__(
        self,
        tasks: Tasks,
        messages: MessageCenter,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._messages = messages
        self._preferences = preferences

    @property
    def heading(self) -> Heading:
        """What the settings say of office and reviewer."""
        settings = self._preferences.settings
        return Heading(settings.office, settings.reviewer)

    def print_report(self, review: Review, window: QWidget) -> None:
        """Ask for a printer and print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        dialog = QPrintDialog(printer, window)
        if dialog.exec():
            document_of(review, self.heading).print_(printer)
        dialog.deleteLater()

    def save_pdf(self, review: Review, target: str, ask_again: Callable[[str], None]) -> None:
        """Write a PDF file in the background; on failure offer `ask_again` with another name."""
        snapshot, heading = review.snapshot(), self.heading

        def fail(path: str, error: Exception) -> None:
            details = error.details if isinstance(error, ReviewerError) else {}
            other = str(details.get("suggestion", path))
            remedy = Remedy(self.tr("Use Another Name…"), lambda: ask_again(other))
            self._messages.fail(error, remedy, about=file_name(path))

        self._tasks.start(
            Job(
                items=[target],
                work=lambda path: write_pdf(snapshot, heading, Path(path)),
                label=lambda path: self.tr("Writing {name}").format(name=file_name(path)),
                on_result=lambda path, nothing: self._tell(path),
                on_error=fail,
            )
        )

    def _tell(self, path: str) -> None:
        text = self.tr("The report is in {path}.").format(path=path)
        url = QUrl.fromLocalFile(path)
        look = Remedy(self.tr("Open"), lambda: QDesktopServices.openUrl(url))
        self._messages.post(Message(Severity.INFO, text, remedies=(look,)))


def write_pdf(review: Review, heading: Heading, target: Path) -> None:
    """Write report and score sheet to `target`: wholly or not at all. Raises ExportError."""
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(content)
    writer.setResolution(_RESOLUTION)
    writer.setTitle(report_name(review))
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM),
            QPageLayout.Unit.Millimeter,
        )
    )
    document_of(review, heading).print_(writer)
    content.close()
    write_whole(target, content.data().data())


def document_of(review: Review, heading: Heading) -> QTextDocument:
    """Return the pages: what the review came to, the score sheet, the marked text."""
    theme = load_theme("light")
    document = QTextDocument()
    font = QFont(theme.fonts.text_families)
    font.setPointSizeF(_TEXT_POINTS)
    document.setDefaultFont(font)
    colors = {name: theme.color(f"{name}_tint").name() for name in ("weak", "missing")}
    muted = theme.color("muted").name()
    document.setDefaultStyleSheet(_STYLE.format(**colors, muted=muted))
    document.setHtml("".join([*_summary(review, heading), *_sheet(review), *_text(review)]))
    return document


def _say(text: str) -> str:
    return QCoreApplication.translate("Printing", text)


def _summary(review: Review, heading: Heading) -> Iterator[str]:
    scores = review.scores()
    yield f"<h1>{escape(report_name(review))}</h1>"
    title = review.outline.front.title
    lines = [title.value if title else file_name(review.report.source)]
    total = _say(_TOTAL).format(
        given=points_text(scores.given),
        possible=points_text(scores.possible),
        percent=percent_text(scores.percent),
        grade=scores.grade,
    )
    lines += [total, " ".join(word for word in (heading.office, heading.reviewer) if word)]
    yield "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    if review.comment:
        yield f"<p>{escape(review.comment)}</p>"


def _sheet(review: Review) -> Iterator[str]:
    yield f"<h2>{escape(_say(_SHEET))}</h2><table border='1' cellspacing='0' width='100%'>"
    names = (_say(name) for name in _COLUMNS)
    yield "<tr>" + "".join(f"<th>{escape(name)}</th>" for name in names) + "</tr>"
    for element in review.checklist.elements:
        yield _row(review, element)
    yield "</table>"


def _row(review: Review, element: Element) -> str:
    verdict, decision = review.verdict(element.id), review.decision(element.id)
    points = f"{points_text(review.points(element))}/{points_text(element.points)}"
    word = verdict_word(verdict) if review.applies(element.id) else _say(_NOT_APPLICABLE)
    words = [decision.comment or decision.ignored]
    if not words[0] and verdict is not Verdict.PRESENT:
        words = [reason.message for reason in review.findings[element.id].reasons]
    cells = (f"{element.id} {element.name}", word, points, " ".join(words))
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"


def _text(review: Review) -> Iterator[str]:
    yield f"<h2>{escape(_say(_MARKED))}</h2>"
    segments = cut_apart(evidence_marks(review))
    headings = [section.heading for section, _ in review.outline.walk()]
    at = 0
    for block in review.report.blocks:
        while at < len(segments) and segments[at].span.end <= block.start:
            at += 1
        pieces, place, next_one = [], block.start, at
        while next_one < len(segments) and segments[next_one].span.start < block.end:
            segment = segments[next_one]
            start, end = max(block.start, segment.span.start), min(block.end, segment.span.end)
            pieces.append(_plain(review, place, start))
            ids = f"<sup>{escape(' '.join(segment.element_ids))}</sup>"
            words = _plain(review, start, end)
            pieces.append(f"<span class='{segment.verdict.value}'>{words}</span>{ids}")
            place, next_one = end, next_one + 1
        pieces.append(_plain(review, place, block.end))
        content = "".join(pieces)
        bold = any(heading.overlaps(Span(block.start, block.start + 1)) for heading in headings)
        yield f"<p><b>{content}</b></p>" if bold else f"<p>{content}</p>"


def _plain(review: Review, start: int, end: int) -> str:
    return escape(review.report.text[start:end])
