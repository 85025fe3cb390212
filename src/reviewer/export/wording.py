"""What the sheets say about a finding, and the formulas they share."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.checking import Evidence, Finding
from reviewer.checklist import Element, Grade
from reviewer.support.messages import Messages

# A row of a sheet is at most 409 points high; longer quotes would be cut off in print.
_MOST_QUOTES = 2
_LONGEST_QUOTE = 120
_TAIL = 40


def reasons_text(finding: Finding) -> str:
    """Return the reasons, one to a line."""
    return "\n".join(reason.message for reason in finding.reasons)


def quotes_text(finding: Finding) -> str:
    """Return the first quotes, one to a line, the middle of long ones left out."""
    return "\n".join(_shortened(evidence.quote) for evidence in _shown(finding))


def place_text(element: Element, finding: Finding, messages: Messages) -> str:
    """Return the headings over the evidence; without evidence where it was expected."""
    paths = [" › ".join(evidence.section) for evidence in _shown(finding)]
    places = list(dict.fromkeys(path for path in paths if path))
    if places or not element.place:
        return "\n".join(places)
    return messages.say("expected-at", {"place": element.place})


def grade_formula(percent: str, grades: Sequence[Grade]) -> str:
    """Return the formula for the grade that the share (0 to 1) in the cell `percent` earns."""
    *upper, lowest = grades
    formula = text_value(lowest.name)
    for grade in reversed(upper):
        formula = (
            f"IF(ROUND({percent}*100,6)>={grade.at_least:g},{text_value(grade.name)},{formula})"
        )
    return f"={formula}"


def text_value(text: str) -> str:
    """Return `text` as it is written inside a formula."""
    return '"' + text.replace('"', '""') + '"'


def _shown(finding: Finding) -> list[Evidence]:
    """Return the first passages, without those that overlap a longer one."""
    whole: list[Evidence] = []
    for evidence in sorted(finding.evidence, key=lambda e: len(e.span), reverse=True):
        if not any(evidence.span.overlaps(other.span) for other in whole):
            whole.append(evidence)
    return sorted(whole, key=lambda evidence: evidence.span)[:_MOST_QUOTES]


def _shortened(quote: str) -> str:
    line = " ".join(quote.split())
    if len(line) <= _LONGEST_QUOTE:
        return line
    return f"{line[: _LONGEST_QUOTE - _TAIL]} …… {line[-_TAIL:]}"
