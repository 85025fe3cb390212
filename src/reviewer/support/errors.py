"""The one family of errors: what happened, to which file, and the exit status it leads to.

An error carries a code and details, never a sentence: `support.messages` holds the sentences in
Chinese and English, so that the edge of the program (window, command line) picks the language.
"""

from __future__ import annotations


class ReviewerError(Exception):
    """Something the user can understand and act on.

    `code` names the entry in resources/messages; `details` fill its placeholders.
    """

    exit_status = 1

    def __init__(self, code: str, **details: object) -> None:
        self.code = code
        self.details = details
        super().__init__(code)

    @property
    def sentence(self) -> str:
        """Name the entry in resources/messages that tells it."""
        return self.code

    def __str__(self) -> str:
        shown = ", ".join(f"{key}={value!r}" for key, value in self.details.items())
        return f"{self.code} ({shown})" if shown else self.code


class UnreadableReport(ReviewerError):
    """A file that cannot be opened as a report; `code` is one of the contract's error codes.

    A detail `bound` names which bound of the settings was passed, or what else it is, so that the
    sentence can.
    """

    @property
    def sentence(self) -> str:
        """Name the entry in resources/messages: that of the code, or of the bound in question."""
        bound = self.details.get("bound")
        return f"{self.code}-{bound}" if bound else self.code


class ChecklistError(ReviewerError):
    """A checklist file that breaks its schema; details: file, line, column, problem, allowed."""

    exit_status = 2


class ExportError(ReviewerError):
    """A score sheet or letter that could not be written."""


class StoreError(ReviewerError):
    """A settings or project file that cannot be read or written."""


class UsageError(ReviewerError):
    """A command line or request that makes no sense."""

    exit_status = 2


class Unconfirmed(ReviewerError):
    """A question that somebody has to answer before anything is done; it says how."""

    exit_status = 2
