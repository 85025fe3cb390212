"""What a reader left out or guessed, by notice code."""

from __future__ import annotations


class Skipped:
    """Notices on their way into the report; codes that count say how often."""

    def __init__(self) -> None:
        self.notices: dict[str, dict[str, object]] = {}

    def skip(self, code: str) -> None:
        """Note that something was left out once more."""
        details = self.notices.setdefault(code, {})
        details["count"] = int(str(details.get("count", 0))) + 1
