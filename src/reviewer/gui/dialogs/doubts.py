"""The decisions that do not fit together, to look at before something goes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from reviewer.gui.dialogs.choosing import ChoosingDialog
from reviewer.gui.doubting import Doubted
from reviewer.gui.wording import report_name
from reviewer.support.messages import Messages


class DoubtsDialog(ChoosingDialog[Doubted]):
    """A line for each; `go` gets the one chosen."""

    def __init__(
        self,
        doubted: Sequence[Doubted],
        sentences: Messages,
        go: Callable[[Doubted], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("Worth a look. Nothing has to be changed before an export."),
            [(_line(one, sentences), one) for one in doubted],
            self.tr("&Go There"),
            go,
            parent,
        )
        self.setWindowTitle(self.tr("Decisions That Do Not Fit Together"))


def _line(one: Doubted, sentences: Messages) -> str:
    doubt = one.doubt
    elements = {element.id: element.name for element in one.review.checklist.elements}
    about = [doubt.element, elements[doubt.element]] if doubt.element else []
    said = sentences.say(doubt.sentence, doubt.details)
    return f"{' '.join([report_name(one.review), *about])} · {said}"
