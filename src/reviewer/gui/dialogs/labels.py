"""The labels that dialogs have in common."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel


class Problem(QLabel):
    """Says what is wrong with what was entered; takes no room before it does."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("problem")
        self.setWordWrap(True)
        self.hide()

    def say(self, words: str) -> None:
        """Show what is wrong."""
        self.setText(words)
        self.show()


def muted(words: str, *, wraps: bool = False) -> QLabel:
    """Return words that stand back behind the others."""
    label = QLabel(words)
    label.setObjectName("muted")
    label.setWordWrap(wraps)
    return label
