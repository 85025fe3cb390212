"""A review as the JSON object of `reviewer check --json`; keys are never renamed or dropped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reviewer import __version__
from reviewer.checking import Evidence, Finding
from reviewer.checklist import Checklist, Verdict
from reviewer.export.observations_json import observations_as_json
from reviewer.export.rulings_json import rulings_as_json
from reviewer.report import Section
from reviewer.review import Review
from reviewer.support.messages import Messages


def reviews_as_json(
    reviews: Iterable[Review],
    checklist: Checklist,
    messages: Messages,
    errors: Sequence[Mapping[str, str]] = (),
) -> dict[str, object]:
    """Return the whole object for `reviews`, which are taken one by one.

    `errors` has what could not be read by the time the last review was taken.
    """
    reports = [review_as_json(review, messages) for review in reviews]
    return {
        "schema": 1,
        "program": f"reviewer {__version__}",
        "checklist": {
            "id": checklist.id,
            "version": checklist.version,
            "points": round(checklist.points, 2),
        },
        "reports": reports,
        "errors": list(errors),
    }


def review_as_json(review: Review, messages: Messages) -> dict[str, object]:
    """Return what the machine found, ready for json.dumps; offsets are code points of the text.

    `points` of the report leaves undetermined elements out, so that `percent` is fair to it.
    """
    report, front = review.report, review.outline.front
    findings = [review.findings[element.id] for element in review.checklist.elements]
    counted = [f for f in findings if f.verdict is not Verdict.UNDETERMINED]
    suggested = sum(finding.suggested for finding in counted)
    points = sum(finding.points for finding in counted)
    return {
        "source": report.source,
        "format": report.format,
        "encoding": report.encoding,
        "warnings": [
            {"code": notice.code, "message": messages.say(notice.code, notice.details)}
            for notice in report.notices
        ],
        "characters": len(report.text),
        "title": front.title.value if front.title else None,
        "unit": front.unit.value if front.unit else None,
        "year": front.year.value if front.year else None,
        "date": front.date_text,
        "signed": front.signed.value if front.signed else None,
        "addressee": front.addressee.value if front.addressee else None,
        "sections": [_section(section) for section in review.outline.sections],
        "findings": [_finding(finding) for finding in findings],
        "suggested": round(suggested, 2),
        "points": round(points, 2),
        "percent": round(100.0 * suggested / points, 1) if points else 0.0,
        **observations_as_json(review, messages),
        "review": rulings_as_json(review, messages),
    }


def _section(section: Section) -> dict[str, object]:
    return {
        "level": section.level,
        "number": section.number,
        "title": section.title,
        "recovered": section.recovered,
        "start": section.span.start,
        "end": section.span.end,
        "children": [_section(child) for child in section.children],
    }


def _finding(finding: Finding) -> dict[str, object]:
    undetermined = finding.verdict is Verdict.UNDETERMINED
    return {
        "id": finding.id,
        "verdict": finding.verdict.value,
        "points": finding.points,
        "suggested": 0.0 if undetermined else round(finding.suggested, 2),
        "reasons": [{"code": r.code, "message": r.message} for r in finding.reasons],
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
        "criterion": finding.criterion,
        "sought": list(finding.sought),
        "looked_in": list(finding.looked_in),
        "expected": finding.expected.start if finding.expected else None,
    }


def _evidence(evidence: Evidence) -> dict[str, object]:
    return {
        "start": evidence.span.start,
        "end": evidence.span.end,
        "quote": evidence.quote,
        "section": list(evidence.section),
    }
