"""What holds for every test run: a skipped test is a failed run; reviews made by hand."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from reviewer.checklist import Checklist
    from reviewer.review import Decision, Pipeline, Review


# A loaded machine is slow, which is no defect of what is tested.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run where a test was skipped, since a skipped test proves nothing."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


MakeReview = Callable[..., "Review"]


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The bundled checklist, made ready to judge once for all tests of a process."""
    from reviewer.review import load_pipeline

    return load_pipeline()


@pytest.fixture
def make_review() -> MakeReview:
    """A function that makes a review of a fictional report by hand: no file, no judging."""
    return _review


def _review(
    verdicts: Sequence[str] = ("present", "weak", "missing", "undetermined"),
    *,
    unit: str | None = "青溪镇",
    quote: str = "全年开展法治宣传12场次。",
    reason: str = "没有写明次数。",
    points: Sequence[float] = (2.0, 3.0, 4.0, 1.0),
    decisions: Mapping[str, Decision] | None = None,
) -> Review:
    from reviewer.checking import Evidence, Finding, Reason
    from reviewer.checklist import Verdict
    from reviewer.outline import Outline
    from reviewer.report import Block, FrontMatter, Located, Notice, Report, Section, Span
    from reviewer.review import Review

    text = (
        f"青溪镇2025年法治政府建设年度报告\n一、主要举措和成效\n{quote}\n二、存在的不足和原因\n无。"
    )
    head, first, body, second = 0, text.index("一、"), text.index(quote), text.index("二、")
    checklist = _checklist(points)
    sections = (
        Section(1, "一、", "主要举措和成效", False, Span(first, body - 1), Span(first, second - 1)),
        Section(
            1, None, "存在的不足和原因", True, Span(second, len(text) - 3), Span(second, len(text))
        ),
    )
    front = FrontMatter(
        title=Located("青溪镇2025年法治政府建设年度报告", Span(head, first - 1)),
        unit=Located(unit, Span(0, 3)) if unit is not None else None,
        year=Located(2025, Span(3, 7)),
        signature_date=Located(datetime.date(2026, 2, 9), Span(0, 1)),
    )
    evidence = Evidence(Span(body, body + len(quote)), quote, ("一、主要举措和成效",))
    findings = []
    for element, verdict in zip(checklist.elements, map(Verdict, verdicts), strict=True):
        good, silent = verdict is Verdict.PRESENT, verdict is Verdict.MISSING
        findings.append(
            Finding(
                id=element.id,
                verdict=verdict,
                points=element.points,
                suggested=verdict.share * element.points,
                reasons=() if good else (Reason("no-figure", reason),),
                evidence=() if silent else (evidence,),
            )
        )
    report = Report(
        "folder/青溪镇.txt",
        "txt",
        "gb18030",
        text,
        (Block(0, len(text)),),
        (Notice("verdict-weak"),),
    )
    review = Review(report, Outline(front, sections), findings, checklist)
    for element_id, decision in (decisions or {}).items():
        review.decide(
            element_id,
            by=decision.by,
            at=decision.at,
            verdict=decision.verdict,
            points=decision.points,
            comment=decision.comment,
            confirmed=decision.confirmed,
        )
    return review


def _checklist(points: Sequence[float]) -> Checklist:
    from reviewer.checklist import Checklist, Element, Grade, Group
    from reviewer.checklist.source import Node

    nothing = Node("made.yaml", 1, 1, {})
    elements = tuple(
        Element(
            id=f"{group}0{number}",
            group=group,
            name=f"要素{group}{number}",
            points=worth,
            basis="规定",
            place="成效部分",
            guidance="",
            criterion=nothing,
            reasons={},
            examples=(),
        )
        for (group, number), worth in zip(
            (("A", 1), ("A", 2), ("B", 1), ("B", 2)), points, strict=True
        )
    )
    grades = (Grade("优秀", 90), Grade("良好", 75), Grade("一般", 60), Grade("较差", 0))
    groups = (Group("A", "主要举措和成效"), Group("B", "存在的不足和原因"))
    return Checklist(
        id="made",
        version="1",
        name="虚构清单",
        groups=groups,
        grades=grades,
        elements=elements,
        reasons={},
        language=nothing,
        skeleton={},
    )
