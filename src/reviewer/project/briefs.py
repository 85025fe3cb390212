"""The machine's word on the reports of a project in short, kept so that they are listed at once.

It is kept for one text and one edition of what judged it; for another it is not known. What is
damaged is not known either: nothing is lost by judging a report anew.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import Any

from reviewer.checklist import Verdict
from reviewer.project.database import Database
from reviewer.review import Brief

_VERDICTS = {verdict.value: verdict for verdict in Verdict}


def keep_briefs(database: Database, texts: Mapping[str, str]) -> None:
    """Write down what `brief_as_text` made, by the keys of the reports, in one transaction."""
    with database.transaction():
        for key, text in texts.items():
            database.write("UPDATE reports SET summary = ? WHERE key = ?", text, key)


def brief_as_text(brief: Brief, version: str | None, edition: str) -> str:
    """Return a brief on the text of digest `version` as JSON."""
    plain = {
        "version": version,
        "edition": edition,
        "verdicts": {element: verdict.value for element, verdict in brief.verdicts.items()},
        "unit": brief.unit,
        "year": brief.year,
        "date": brief.date.isoformat() if brief.date else None,
        "notices": brief.notices,
        "lost": brief.lost,
        "corrections": brief.corrections,
        "places": brief.places,
    }
    return json.dumps(plain)


def brief_from_text(text: str, version: str | None, edition: str) -> Brief | None:
    """Return the brief on a text, None where it is of another text or edition, or damaged."""
    try:
        plain: dict[str, Any] = json.loads(text)
        if (plain.get("version"), plain.get("edition")) != (version, edition):
            return None
        return Brief(
            verdicts={element: _VERDICTS[value] for element, value in plain["verdicts"].items()},
            unit=plain["unit"],
            year=plain["year"],
            date=datetime.date.fromisoformat(plain["date"]) if plain["date"] else None,
            notices=plain["notices"],
            lost=plain["lost"],
            corrections=plain["corrections"],
            places=plain["places"],
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
