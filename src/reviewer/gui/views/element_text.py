"""Rule, basis, reasons and evidence of one element as a page with links into the report."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from reviewer.checking import Evidence, Finding
from reviewer.checklist import Element
from reviewer.gui.desk import Desk
from reviewer.gui.noting import NoteTaker
from reviewer.gui.theme import Theme
from reviewer.gui.wording import verdict_word
from reviewer.report import Span
from reviewer.review import Review
from reviewer.support.punctuation import nested

_LONGEST_QUOTE = 160  # code points
_EXPECTED = "expected"
_MORE = "more"
_FACT, _TAKE = "fact-", "take-"
_LINES = 3  # the least of them in sight
_QUOTES = 30  # passages quoted at once; a long report has thousands for one element


class ElementText(QTextBrowser):
    """Explains the finding on an element; its links jump to the evidence.

    `take_requested` asks to take the unused fact that was just jumped to.
    """

    take_requested = Signal()

    def __init__(
        self, desk: Desk, theme: Theme, notes: NoteTaker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Reasons and evidence"))
        self.setOpenLinks(False)
        # With a caret, so that a screen reader can go through the reasons line by line.
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAcceptDrops(False)
        self._desk = desk
        self._notes = notes
        self._facts: tuple[Evidence, ...] = ()
        self._finding: Finding | None = None
        self._passages: tuple[Evidence, ...] = ()
        self._shown: tuple[Review, Element] | None = None
        self._quoted = _QUOTES
        muted, border = theme.color("muted").name(), theme.color("accent").name()
        self.document().setDefaultStyleSheet(
            f"h4, b {{ color: {muted}; }} h4 {{ margin-top: 0.4em; margin-bottom: 0; }}"
            f" p {{ margin-top: 0.2em; margin-bottom: 0.4em; }}"
            f" a {{ color: {border}; text-decoration: none; }} .muted {{ color: {muted}; }}"
        )
        self.anchorClicked.connect(self._jump)
        notes.changed.connect(self._on_notes)

    def sizeHint(self) -> QSize:
        """Return a few lines: the page scrolls in itself and takes what is left."""
        line = self.fontMetrics().lineSpacing()
        return QSize(line * _LINES, line * _LINES)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        # Return follows the link that has the focus instead of accepting the element.
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.key() in keys and self.textCursor().hasSelection():
                event.accept()
                return True
        return super().event(event)

    def show_element(self, review: Review, element: Element) -> None:
        """Explain the finding of `review` on `element`."""
        if self._shown != (review, element):
            self._quoted = _QUOTES
        self._shown = (review, element)
        self._finding = review.findings[element.id]
        self._passages = review.evidence(element.id)
        self._facts = self._notes.unclaimed(element.id)
        parts = [
            self._reasons(review, self._finding),
            self._evidence(),
            self._unused(),
            self._paragraph(self.tr("Expected place"), self._expected(element)),
            self._paragraph(self.tr("What weakens it"), escape(element.guidance)),
            self._paragraph(self.tr("Basis"), escape(element.basis)),
        ]
        self.setHtml("".join(parts))

    def _paragraph(self, title: str, content: str) -> str:
        """Return a run-in heading with what it is of; rows are scarce in the panel."""
        return f"<p><b>{escape(title)}</b>&emsp;{content}</p>" if content else ""

    def _reasons(self, review: Review, finding: Finding) -> str:
        """Say why the verdict that counts does; the machine's word for another one comes second."""
        machine = "<br>".join(escape(reason.message) for reason in finding.reasons)
        if review.overruled_by(finding.id) is None:
            return self._paragraph(self.tr("Reason"), machine)
        decision = review.decision(finding.id)
        said = decision.ignored or decision.comment
        none = self.tr("not given; a comment can say it (F2)")
        own = escape(said) if said else f'<span class="muted">{escape(none)}</span>'
        found = f"{escape(verdict_word(finding.verdict))}<br>{machine}"
        return self._paragraph(self.tr("Reason"), own) + self._paragraph(
            self.tr("The program had found"), f'<span class="muted">{found}</span>'
        )

    def _expected(self, element: Element) -> str:
        place = escape(element.place)
        if self._finding is None or self._finding.expected is None:
            return place
        show = escape(self.tr("Show"))
        return f'<a href="{_EXPECTED}">{place or show} →</a>'

    def _evidence(self) -> str:
        if not self._passages:
            return ""
        quoted = self._passages[: self._quoted]
        quotes = "".join(f"<p>{self._quote(str(i), e)}</p>" for i, e in enumerate(quoted))
        left = len(self._passages) - len(quoted)
        if left:
            more = self.tr("{n} more passages; show the next").format(n=left)
            quotes += f'<p><a href="{_MORE}">{escape(more)}</a></p>'
        title = escape(self.tr("Evidence"))
        return f"<h4>{title}</h4>{quotes}"

    def _unused(self) -> str:
        """Return the facts no element uses, each with a link to show it and one to take it."""
        if not self._facts:
            return ""
        take = escape(self.tr("This is it"))
        quotes = "".join(
            f'<p>{self._quote(f"{_FACT}{i}", fact)} <a href="{_TAKE}{i}">{take}</a></p>'
            for i, fact in enumerate(self._facts)
        )
        title = escape(self.tr("Used by no element; press Y if this is it"))
        return f"<h4>{title}</h4>{quotes}"

    def _quote(self, link: str, evidence: Evidence) -> str:
        quote = evidence.quote
        if len(quote) > _LONGEST_QUOTE:
            quote = quote[:_LONGEST_QUOTE] + "…"
        path = " › ".join(evidence.section)
        where = f'<br><span class="muted">{escape(path)}</span>' if path else ""
        return f'<a href="{link}">{escape(nested(f"“{quote}”"))}</a>{where}'

    def _jump(self, url: QUrl) -> None:
        if url.toString() == _MORE:
            self._quote_more()
            return
        span = self._target(url.toString())
        if span is not None:
            self._desk.jump_to(span)
        if url.toString().startswith(_TAKE):
            self.take_requested.emit()

    def _quote_more(self) -> None:
        self._quoted += _QUOTES
        self._show_again()

    def _on_notes(self) -> None:
        # While notes are being taken the reader keeps what is shown.
        review, element = self._desk.current, self._desk.element
        if self._notes.notes is not None and element and self._shown == (review, element):
            self._show_again()

    def _show_again(self) -> None:
        if self._shown is not None:
            place = self.verticalScrollBar().value()
            self.show_element(*self._shown)
            self.verticalScrollBar().setValue(place)

    def _target(self, link: str) -> Span | None:
        if self._finding is None:
            return None
        if link == _EXPECTED:
            return self._finding.expected
        for kind in (_FACT, _TAKE):
            if link.startswith(kind):
                return self._facts[int(link.removeprefix(kind))].span
        return self._passages[int(link)].span
