"""Reviews, outlines and checklists as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewer.checklist import Checklist, Element, Verdict
from reviewer.cli.table import table
from reviewer.report import Section
from reviewer.review import Review, Trial
from reviewer.review.scores import points_text
from reviewer.support.messages import Messages

_NOTHING = "–"


def review_listing(file: str, review: Review, messages: Messages) -> str:
    """Return header, a row per element, subtotals and totals of one review."""
    front = review.outline.front
    facts = {
        "unit": front.unit.value if front.unit else _NOTHING,
        "year": front.year.value if front.year else _NOTHING,
        "date": front.date_text or _NOTHING,
    }
    rows = [messages.say("check-columns").split("|")]
    rows += [_element_row(element, review, messages) for element in review.checklist.elements]
    header = [f"== {file}", *([front.title.value] if front.title else [])]
    return "\n".join(
        [*header, messages.say("check-front", facts), table(rows), *_totals(review, messages)]
    )


def outline_listing(sections: Sequence[Section], depth: int = 0) -> str:
    """Return the headings, indented by depth; a star marks one whose number was lost."""
    lines: list[str] = []
    for section in sections:
        lines.append("  " * depth + ("*" if section.recovered else "") + section.label)
        if section.children:
            lines.append(outline_listing(section.children, depth + 1))
    return "\n".join(lines)


def checklist_listing(checklist: Checklist, messages: Messages) -> str:
    """Return name, version and a row per element, under the names of their groups."""
    rows = [messages.say("checklist-columns").split("|")]
    for group in checklist.groups:
        elements = [e for e in checklist.elements if e.group == group.id]
        rows.append([group.id, group.name, points_text(sum(e.points for e in elements))])
        rows += [[e.id, e.name, points_text(e.points)] for e in elements]
    rows.append(["", messages.say("check-total"), points_text(checklist.points)])
    return "\n".join([f"{checklist.name}  {checklist.id} {checklist.version}", table(rows)])


def trial_lines(trial: Trial, messages: Messages) -> str:
    """Return where an example stands, the verdict it got and why, and the rules that fired."""
    quotes = [evidence.quote.replace("\n", " ") for evidence in trial.finding.evidence]
    details = {
        "file": trial.element.criterion.file,
        "line": trial.example.line,
        "element": trial.element.id,
        "expected": messages.say(f"verdict-{trial.example.verdict.value}"),
        "found": messages.say(f"verdict-{trial.finding.verdict.value}"),
        "reasons": " ".join(reason.message for reason in trial.finding.reasons),
        "evidence": " / ".join(quotes) or _NOTHING,
    }
    told = messages.say("example-passed" if trial.passed else "example-failed", details)
    return "\n".join([told, *_fired(trial, messages)])


def _fired(trial: Trial, messages: Messages) -> Iterator[str]:
    """Yield a line for each rule that holds at the evidence, with the words it holds on."""
    shown = trial.study.fired(trial.finding)
    for firing in shown:
        details = {
            "line": firing.line or trial.element.criterion.line,
            "key": firing.key,
            "pattern": firing.pattern,
            "quote": " ".join(firing.span.of(trial.report.text).split()),
        }
        yield messages.say("rule-fired", details)
    if not shown:
        codes = ", ".join(reason.code for reason in trial.finding.reasons)
        details = {"line": trial.element.criterion.line, "kind": trial.finding.criterion}
        yield messages.say("kind-settled", {**details, "codes": codes})


def _element_row(element: Element, review: Review, messages: Messages) -> list[str]:
    finding = review.findings[element.id]
    given = _NOTHING if finding.verdict is Verdict.UNDETERMINED else points_text(finding.suggested)
    return [
        element.id,
        element.name,
        messages.say(f"verdict-{finding.verdict.value}"),
        f"{given}/{points_text(element.points)}",
        " ".join(reason.message for reason in finding.reasons),
    ]


def _totals(review: Review, messages: Messages) -> list[str]:
    scores = review.scores()
    rows = [
        [group.id, group.name, f"{points_text(group.given)}/{points_text(group.possible)}"]
        for group in scores.groups
    ]
    whole = f"{points_text(scores.given)}/{points_text(scores.possible)}"
    rows.append(["", messages.say("check-total"), whole])
    counts = {
        "percent": f"{scores.percent:.1f}",
        "grade": scores.grade,
        "weak": scores.weak,
        "missing": scores.missing,
        "undetermined": scores.undetermined,
    }
    return ["", table(rows), messages.say("check-counts", counts)]
