"""What score sheets and letters say about a review, whatever their format."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from reviewer.checking import Evidence, Finding
from reviewer.checklist import Element, Verdict
from reviewer.review import Review
from reviewer.support.messages import Messages

# A row of a sheet is at most 409 points high; longer quotes would be cut off in print.
_MOST_QUOTES = 2
_LONGEST_QUOTE = 120
_TAIL = 40
_TIMELINESS = {
    "in-time": "kept",
    "early": "kept",
    "late": "late",
    "published-late": "unknown",
    "no-date": "unknown",
}


def unit_name(review: Review, messages: Messages) -> str:
    """Return the name of the reporting unit, or words for an unknown one."""
    unit = review.outline.front.unit
    return unit.value if unit else messages.say("sheet-unnamed")


def reasons_text(finding: Finding) -> str:
    """Return the reasons, one to a line."""
    return "\n".join(reason.message for reason in finding.reasons)


def quotes_text(finding: Finding) -> str:
    """Return the first quotes, one to a line, the middle of long ones left out."""
    return "\n".join(shortened(evidence.quote) for evidence in _shown(finding))


def place_text(element: Element, finding: Finding, messages: Messages) -> str:
    """Return the headings over the evidence; without evidence where it was expected."""
    paths = [" › ".join(evidence.section) for evidence in _shown(finding)]
    places = list(dict.fromkeys(path for path in paths if path))
    if places or not element.place:
        return "\n".join(places)
    return messages.say("expected-at", {"place": element.place})


def problems_of(review: Review) -> Iterator[Element]:
    """Yield the weak and missing elements in the checklist's order."""
    for element in review.checklist.elements:
        if review.verdict(element.id) in (Verdict.WEAK, Verdict.MISSING):
            yield element


def timeliness(review: Review, messages: Messages) -> str:
    """Say whether the first deadline of the checklist was kept; empty where it has none.

    Where the reviewer overruled the verdict, theirs counts.
    """
    for element in review.checklist.elements:
        codes = [reason.code for reason in review.findings[element.id].reasons]
        known = next((_TIMELINESS[code] for code in codes if code in _TIMELINESS), None)
        if known is None:
            continue
        overruled = review.decision(element.id).verdict
        if overruled is not None:
            known = {Verdict.PRESENT: "kept", Verdict.UNDETERMINED: "unknown"}.get(
                overruled, "late"
            )
        return messages.say(f"timeliness-{known}")
    return ""


def reviewers(review: Review) -> str:
    """Return who decided on the report, each once."""
    return "、".join(sorted({d.by for d in review.decisions.values() if d.by}))


def last_decided(review: Review) -> datetime.date | None:
    """Return the day of the last decision, in local time."""
    times = [decision.at for decision in review.decisions.values() if decision.at]
    return max(times).astimezone().date() if times else None


def shortened(quote: str) -> str:
    """Return a quote on one line, its middle left out where it is long."""
    line = " ".join(quote.split())
    if len(line) <= _LONGEST_QUOTE:
        return line
    return f"{line[: _LONGEST_QUOTE - _TAIL]} …… {line[-_TAIL:]}"


def _shown(finding: Finding) -> list[Evidence]:
    """Return the first passages, without those that overlap a longer one."""
    whole: list[Evidence] = []
    for evidence in sorted(finding.evidence, key=lambda e: len(e.span), reverse=True):
        if not any(evidence.span.overlaps(other.span) for other in whole):
            whole.append(evidence)
    return sorted(whole, key=lambda evidence: evidence.span)[:_MOST_QUOTES]
