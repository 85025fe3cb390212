"""What score sheets and letters say about a review, whatever their format."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

from reviewer.checking import Evidence
from reviewer.checklist import Element, Verdict
from reviewer.review import Ignored, Kind, Review, Ruling, Slot
from reviewer.review.scores import points_text
from reviewer.support.messages import Messages
from reviewer.support.punctuation import run_on

# A row of a sheet is at most 409 points high; longer quotes would be cut off in print.
_MOST_QUOTES = 2
_LONGEST_QUOTE = 120
_LONGEST_UNIT = 40
_LONGEST_HEADING = 28
_TAIL = 40
_LONGEST_NAME = 15  # code points that fit one below the other over a column of the matrix
_IN_BRACKETS = re.compile("（[^）]*）")
NOT_APPLICABLE = "not-applicable"  # stands where a verdict would
_TIMELINESS = {
    "in-time": "kept",
    "early": "kept",
    "late": "late",
    "published-late": "unknown",
    "no-date": "unknown",
}


def unit_name(review: Review, messages: Messages) -> str:
    """Return the name of the reporting unit, cut where it is none, or words for an unknown one."""
    unit = review.outline.front.unit
    if unit is None:
        return messages.say("sheet-unnamed")
    name = unit.value
    return name if len(name) <= _LONGEST_UNIT else f"{name[: _LONGEST_UNIT - 1]}…"


def facts_line(review: Review, messages: Messages) -> str:
    """Return the line of facts below the title of a sheet: unit, year, date and file."""
    front = review.outline.front
    facts = {
        "unit": unit_name(review, messages) if front.unit else "–",
        "year": front.year.value if front.year else "–",
        "date": front.date_text or "–",
        "source": Path(review.source).name,
    }
    return messages.say("report-facts", facts)


def verdict_word(
    review: Review, element: Element, messages: Messages, words: str = "verdict"
) -> str:
    """Return the verdict that counts; `words` names the messages it is written in."""
    if not review.applies(element.id):
        return messages.say(f"{words}-{NOT_APPLICABLE}")
    return messages.say(f"{words}-{review.verdict(element.id).value}")


def deducted(review: Review, element: Element) -> float:
    """Return the points an element falls short of its worth; 0 for one that does not count."""
    given = review.points(element)
    return 0.0 if given is None else element.points - given


def verdict_and_deduction(review: Review, element: Element, messages: Messages) -> str:
    """Return the verdict that counts and the points that the element was marked down by."""
    lost = deducted(review, element)
    said = messages.say("deduction", {"points": points_text(lost)}) if lost else ""
    return verdict_word(review, element, messages) + said


def reasons_text(
    review: Review, element: Element, messages: Messages, *, comment_beside: bool = False
) -> str:
    """Return why the verdict that counts does so, for the bureau's own sheets.

    Where the reviewer overruled the machine, or marked down what is present, that is why they set
    its finding aside, or their comment, which is left out where it stands beside; else who judged
    so and when, and what the machine had found.
    """
    ruling = _reviewers_own(review, element)
    if ruling is None:
        return "\n".join(_machine_reasons(review, element))
    said = ruling.said
    comment = "" if isinstance(said, Ignored) else review.decision(element.id).comment
    if comment and not comment_beside:
        return comment
    lines = [_judged(review, element, messages, ruling)]
    if isinstance(said, Ignored):
        lines.append(messages.say("ignored-because", {"because": said.because}))
    if comment:
        lines.append(messages.say("reason-in-comment"))
    else:
        found = messages.say(f"verdict-{review.findings[element.id].verdict.value}")
        reasons = run_on(_machine_reasons(review, element))
        lines.append(messages.say("machine-had-found", {"verdict": found, "reasons": reasons}))
    return "\n".join(lines)


def problem_text(review: Review, element: Element, messages: Messages) -> str:
    """Return what those who wrote the report are told is wrong with an element.

    It stands beside the comment. Of what the reviewer overruled or marked down the machine's
    reasons say the contrary, so that they stay out.
    """
    if _reviewers_own(review, element) is None:
        return "\n".join(_machine_reasons(review, element))
    if review.decision(element.id).comment:
        return ""
    return _judged(review, element, messages)


def _reviewers_own(review: Review, element: Element) -> Ruling | None:
    """Return the ruling by which the verdict, or the points lost beside it, are the reviewer's."""
    ruling = review.overruled_by(element.id)
    if ruling is None and is_deduction(review, element):
        return review.rulings.get(Slot(Kind.POINTS, element.id))
    return ruling


def _machine_reasons(review: Review, element: Element) -> list[str]:
    return [reason.message for reason in review.findings[element.id].reasons]


def _judged(
    review: Review, element: Element, messages: Messages, ruling: Ruling | None = None
) -> str:
    """Say that a person judged so; with `ruling` who and when."""
    by, at = (ruling.by, ruling.at) if ruling else ("", None)
    values = {
        "by": by or messages.say("some-reviewer"),
        "on": messages.say("judged-on", {"date": at.astimezone().date()}) if at else "",
        "verdict": verdict_word(review, element, messages),
    }
    if is_deduction(review, element):
        points = points_text(deducted(review, element))
        return messages.say("marked-down-by-reviewer", {**values, "points": points})
    return messages.say("judged-by-reviewer", values)


def quotes_text(review: Review, element: Element) -> str:
    """Return the first quotes, one to a line, the middle of long ones left out."""
    return "\n".join(shortened(evidence.quote) for evidence in _shown(review, element))


def place_text(review: Review, element: Element, messages: Messages) -> str:
    """Return the headings over the evidence; without evidence where it was expected.

    What the reviewer found present or left out is expected nowhere any more.
    """
    paths = [" › ".join(map(_cut, evidence.section)) for evidence in _shown(review, element)]
    places = list(dict.fromkeys(path for path in paths if path))
    settled = review.overruled_by(element.id) is not None and not review.is_flagged(element)
    if places or not element.place or settled:
        return "\n".join(places)
    return messages.say("expected-at", {"place": element.place})


def short_name(element: Element) -> str:
    """Return an element's name without what stands in brackets, cut to the matrix' height."""
    bare = _IN_BRACKETS.sub("", element.name)
    return bare if len(bare) <= _LONGEST_NAME else f"{bare[: _LONGEST_NAME - 1]}…"


def problems_of(review: Review) -> Iterator[Element]:
    """Give the elements that are weak, missing or marked down, in the checklist's order.

    What a report falls short of its possible points is what these were marked down by.
    """
    return (
        element
        for element in review.checklist.elements
        if review.is_flagged(element) or is_deduction(review, element)
    )


def is_deduction(review: Review, element: Element) -> bool:
    """Tell whether the reviewer marked an element down that is neither weak nor missing."""
    return deducted(review, element) > 0 and not review.is_flagged(element)


def timeliness(review: Review, messages: Messages) -> str:
    """Say whether the first deadline of the checklist was kept; empty where it has none.

    Where the reviewer overruled the verdict, theirs counts; what does not apply has no deadline.
    """
    for element in review.checklist.elements:
        codes = [reason.code for reason in review.findings[element.id].reasons]
        known = next((_TIMELINESS[code] for code in codes if code in _TIMELINESS), None)
        if known is None:
            continue
        if not review.applies(element.id):
            return ""
        if review.overruled_by(element.id) is not None:
            known = {Verdict.PRESENT: "kept", Verdict.UNDETERMINED: "unknown"}.get(
                review.verdict(element.id), "late"
            )
        return messages.say(f"timeliness-{known}")
    return ""


def reviewers(review: Review) -> str:
    """Return who ruled on anything in the report, each once."""
    return "、".join(sorted({ruling.by for ruling in review.rulings.values() if ruling.by}))


def last_decided(review: Review) -> datetime.date | None:
    """Return the day of the last ruling, in local time."""
    times = [ruling.at for ruling in review.rulings.values() if ruling.at]
    return max(times).astimezone().date() if times else None


def shortened(quote: str) -> str:
    """Return a quote on one line, its middle left out where it is long."""
    line = " ".join(quote.split())
    if len(line) <= _LONGEST_QUOTE:
        return line
    return f"{line[: _LONGEST_QUOTE - _TAIL]} …… {line[-_TAIL:]}"


def _cut(label: str) -> str:
    """Return a heading; of one that runs into its text only the beginning."""
    return label if len(label) <= _LONGEST_HEADING else f"{label[: _LONGEST_HEADING - 1]}…"


def _shown(review: Review, element: Element) -> list[Evidence]:
    """Return the first passages, without those that overlap a longer one.

    Nothing speaks for what the reviewer judged missing or left out, unless they picked it.
    """
    absent = review.verdict(element.id) is Verdict.MISSING or not review.applies(element.id)
    picked = review.decision(element.id).evidence is not None
    if absent and not picked and review.overruled_by(element.id) is not None:
        return []
    whole: list[Evidence] = []
    for evidence in sorted(review.evidence(element.id), key=lambda e: len(e.span), reverse=True):
        if not any(evidence.span.overlaps(other.span) for other in whole):
            whole.append(evidence)
    return sorted(whole, key=lambda evidence: evidence.span)[:_MOST_QUOTES]
