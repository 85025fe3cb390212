"""What the files of a batch are called: each after its report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from reviewer.export.wording import unit_name
from reviewer.review import Review
from reviewer.support.messages import Messages

_LONGEST_NAME = 60  # code points before the ending; Windows takes 260 for a whole path
_LONGEST_SOURCE = 30  # of them for the name of the report's own file


class FileNames:
    """Names files after unit, year and kind, and after the report's own file where others share it.

    Two versions of one report would else differ in a number alone.
    """

    def __init__(self, reviews: Sequence[Review], messages: Messages) -> None:
        self._messages = messages
        self._shared = Counter(self._unit_and_year(review) for review in reviews)

    def name(self, review: Review, code: str) -> str:
        """Return a name, without ending, for the kind of file named by the message `code`.

        It is one on any system.
        """
        from pathvalidate import sanitize_filename

        unit, year = self._unit_and_year(review)
        source = ""
        if self._shared[unit, year] > 1:
            file = PurePosixPath(review.report.source.replace("\\", "/")).stem[:_LONGEST_SOURCE]
            source = self._messages.say("file-of", {"file": file})
        said = self._messages.say(code, {"unit": unit, "year": year})
        name: str = sanitize_filename(
            said[: _LONGEST_NAME - len(source)] + source, platform="universal"
        )
        return name

    def _unit_and_year(self, review: Review) -> tuple[str, str]:
        year = review.outline.front.year
        return unit_name(review, self._messages), str(year.value) if year else ""
