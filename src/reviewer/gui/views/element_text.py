"""Rule, basis, reasons and evidence of one element as a page with links into the report."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from reviewer.checking import Evidence, Finding
from reviewer.checklist import Element
from reviewer.gui.desk import Desk
from reviewer.gui.theme import Theme
from reviewer.report import Span
from reviewer.review import Review

_LONGEST_QUOTE = 160  # code points
_EXPECTED = "expected"
_MORE = "more"
_QUOTES = 30  # passages quoted at once; a long report has thousands for one element


class ElementText(QTextBrowser):
    """Explains the finding on an element; its links jump to the evidence."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Reasons and evidence"))
        self.setOpenLinks(False)
        self.setAcceptDrops(False)
        self._desk = desk
        self._finding: Finding | None = None
        self._passages: tuple[Evidence, ...] = ()
        self._shown: tuple[Review, Element] | None = None
        self._quoted = _QUOTES
        muted, border = theme.color("muted").name(), theme.color("accent").name()
        self.document().setDefaultStyleSheet(
            f"h4 {{ color: {muted}; margin-bottom: 0; }} p {{ margin-top: 0.2em; }}"
            f" a {{ color: {border}; text-decoration: none; }} .muted {{ color: {muted}; }}"
        )
        self.anchorClicked.connect(self._jump)

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
        parts = [
            self._paragraph(self.tr("Reason"), self._reasons(self._finding)),
            self._evidence(),
            self._paragraph(self.tr("Expected place"), self._expected(element)),
            self._paragraph(self.tr("What weakens it"), escape(element.guidance)),
            self._paragraph(self.tr("Basis"), escape(element.basis)),
        ]
        self.setHtml("".join(parts))

    def _paragraph(self, title: str, content: str) -> str:
        return f"<h4>{escape(title)}</h4><p>{content}</p>" if content else ""

    def _reasons(self, finding: Finding) -> str:
        return "<br>".join(escape(reason.message) for reason in finding.reasons)

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
        quotes = "".join(self._quote(i, e) for i, e in enumerate(quoted))
        left = len(self._passages) - len(quoted)
        if left:
            more = self.tr("{n} more passages; show the next").format(n=left)
            quotes += f'<p><a href="{_MORE}">{escape(more)}</a></p>'
        title = escape(self.tr("Evidence"))
        return f"<h4>{title}</h4>{quotes}"

    def _quote(self, index: int, evidence: Evidence) -> str:
        quote = evidence.quote
        if len(quote) > _LONGEST_QUOTE:
            quote = quote[:_LONGEST_QUOTE] + "…"
        path = " › ".join(evidence.section)
        where = f'<br><span class="muted">{escape(path)}</span>' if path else ""
        return f'<p><a href="{index}">“{escape(quote)}”</a>{where}</p>'

    def _jump(self, url: QUrl) -> None:
        if url.toString() == _MORE:
            self._quote_more()
            return
        span = self._target(url.toString())
        if span is not None:
            self._desk.jump_to(span)

    def _quote_more(self) -> None:
        if self._shown is not None:
            place = self.verticalScrollBar().value()
            self._quoted += _QUOTES
            self.show_element(*self._shown)
            self.verticalScrollBar().setValue(place)

    def _target(self, link: str) -> Span | None:
        if self._finding is None:
            return None
        if link == _EXPECTED:
            return self._finding.expected
        return self._passages[int(link)].span
