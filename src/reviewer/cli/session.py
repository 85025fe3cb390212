"""What every command shares: the words, where output goes, and what went wrong so far."""

from __future__ import annotations

import contextlib
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from reviewer.support.errors import ReviewerError, Unconfirmed
from reviewer.support.messages import Messages

if TYPE_CHECKING:
    from reviewer.export.paper.model import Paper
    from reviewer.readers import Limits

Opened = TypeVar("Opened")
LoadsPdf = Callable[[], Callable[["Paper"], bytes]]


@dataclass(slots=True)
class Session:
    """One run of the command line; `errors` lists the files that failed, as the contract has it.

    `load_pdf` returns what makes PDFs; it raises ReviewerError where nothing can.
    """

    messages: Messages
    load_pdf: LoadsPdf
    errors: list[dict[str, str]] = field(default_factory=list)

    @property
    def status(self) -> int:
        """Exit status of a run whose usage was right."""
        return 1 if self.errors else 0

    def say(self, code: str, **details: object) -> str:
        """Return the sentence for `code`."""
        return self.messages.say(code, details)

    def warn(self, code: str, **details: object) -> None:
        """Write a sentence to standard error; where nobody can read it (`| head`) work goes on."""
        with contextlib.suppress(OSError):
            print(self.say(code, **details), file=sys.stderr)

    def each(
        self, files: Iterable[str], read: Callable[[str], Opened]
    ) -> Iterator[tuple[str, Opened]]:
        """Yield what `read` makes of every file; a file that fails is said and the rest go on."""
        for file in files:
            try:
                opened = read(file)
            except ReviewerError as error:
                self.failed(file, error)
            except Exception as error:  # noqa: BLE001 - one bad file must not cost the others
                traceback.print_exc()
                problem = f"{type(error).__name__}: {error}"
                self.failed(file, ReviewerError("internal-error", source=file, problem=problem))
            else:
                yield file, opened

    @contextlib.contextmanager
    def telling(self, file: str) -> Iterator[None]:
        """Let an error in the block be said of `file`, and the rest go on; a question goes out."""
        try:
            yield
        except Unconfirmed:
            raise
        except ReviewerError as error:
            self.failed(file, error)

    def failed(self, file: str, error: ReviewerError) -> None:
        """Say what is wrong with a file, the same thing once; the exit status tells of it."""
        message = self.messages.of(error)
        is_known = any(told["message"] == message for told in self.errors)
        self.errors.append({"source": file, "code": error.code, "message": message})
        if not is_known:
            self.warn("says-error", message=message)


def reading_limits(session: Session) -> Limits:
    """Return what the settings let the reading of one report take; what is wrong there is said."""
    from reviewer.readers import Limits
    from reviewer.settings import load_settings, settings_file
    from reviewer.support.folders import own_folders

    chosen, problem = load_settings(settings_file(own_folders()))
    if problem is not None:
        session.warn("says-warning", message=session.messages.of(problem))
    return Limits.chosen(
        seconds=chosen.reading_seconds,
        memory_mb=chosen.reading_memory_mb,
        file_mb=chosen.largest_file_mb,
    )
