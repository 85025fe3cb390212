"""Do, undo, compare: every kind of command on a judged report, in one go and over restarts."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from reviewer.checklist import Checklist, Verdict
from reviewer.outline import Continuation, FieldValue, FrontField, HeadingLevel
from reviewer.project import Project, pack
from reviewer.readers import text_report
from reviewer.report import Anchor, Report, Section, Span
from reviewer.review import (
    Command,
    CommentIs,
    EvidenceIs,
    Ignored,
    Kind,
    NotApplicable,
    Pipeline,
    PointsAre,
    Review,
    Status,
    StatusIs,
    VerdictIs,
)
from reviewer.review import outlining as outlined

TEXT = """\
松坪镇人民政府关于2024年度法治政府建设情况的报告
县委、县政府：
2024年，我镇推进法治政府建设，现报告如下：
一、主要举措和成效
（一）抓实理论学习。
依托周一例会和主题党日，全年组织学习11次，覆盖干部96人。
（二）查找薄弱之处
取得执法资格的只有5人，由于编制紧张，下放事项难以全部承接。双坑村的台账还有4项没有补齐。
二、党政主要负责人履职情况
镇党委书记主持召开党委会4次，专题听取法治工作汇报。
下一年度主要安排
2025年，由司法所牵头，6月底前举办执法培训2次。每季度开展案卷评查1次。
松坪镇人民政府
2025年1月10日
"""
OTHER = TEXT.replace("松坪镇", "柳坪乡").replace("11次", "3次")
BEGAN = datetime.datetime(2026, 3, 1, 9, tzinfo=datetime.UTC)


@dataclass
class Day:
    """A project at work with two reports, judged as on any day; steps are a minute apart."""

    pipeline: Pipeline
    project: Project
    keys: tuple[str, str]
    minutes: int = 0

    def __post_init__(self) -> None:
        self.reviews = [self.judged(key) for key in self.keys]

    def judged(self, key: str) -> Review:
        """Review the text that counts."""
        report = self.project.report(key)
        assert report is not None
        return self.pipeline.review(report, key=key, history=self.project.history)

    @property
    def signed(self) -> dict[str, object]:
        self.minutes += 1
        return {"by": "李四", "at": BEGAN + datetime.timedelta(minutes=self.minutes)}

    def do(self, *commands: Command) -> None:
        assert self.project.history.do(*commands, **self.signed) is not None

    def state(self) -> list[object]:
        """Return all that a person can see of both reports, in the text that counts."""
        self.reviews = [
            review
            if review.report == self.project.report(key)
            else (review.release(), self.judged(key))[1]
            for key, review in zip(self.keys, self.reviews, strict=True)
        ]
        return [seen(review) for review in self.reviews]


def seen(review: Review) -> tuple[object, ...]:
    elements = review.checklist.elements
    return (
        review.report,
        dict(review.rulings),
        review.outline,
        review.findings,
        [(review.verdict(e.id), review.points(e), review.evidence(e.id)) for e in elements],
        [review.field(field) for field in FrontField],
        (review.scores(), review.status, review.comment, review.lost, review.corrections),
    )


@pytest.fixture
def day(pipeline: Pipeline, project: Project) -> Day:
    checklist = pipeline.checklist
    project.use_checklist(checklist.id, checklist.version, checklist.text)
    reports = (text_report(TEXT, "松坪镇.txt"), text_report(OTHER, "柳坪乡.txt"))
    first, second = (project.take_in(pack(report), checklist.id) for report in reports)
    return Day(pipeline, project, (first, second))


def anchor(review: Review, words: str) -> Anchor:
    start = review.report.text.index(words)
    return Anchor.of(review.report.text, Span(start, start + len(words)))


def section(review: Review, title: str) -> Section:
    return next(found for found, _ in review.outline.walk() if title in found.title)


def heading(review: Review, title: str) -> Span:
    return section(review, title).heading


def line(review: Review, words: str) -> Span:
    start = review.report.text.index(words)
    return Span(start, start + len(words))


def newer(report: Report) -> Report:
    text = report.text.replace("11次", "12次").replace("一、", "前言一句。\n一、", 1)
    return replace(text_report(text, "松坪镇（改）.txt"), digest="newer")


def misread(report: Report) -> Report:
    """Return what comes of the same file in another encoding."""
    return replace(report, text=report.text.replace("镇", "鎮"), encoding="big5")


def by_hand(day: Day) -> None:
    review = day.reviews[0]
    day.do(review.command(HeadingLevel(anchor(review, "取得执法资格"), 3)))


def replaced(make: Callable[[Report], Report]) -> Callable[[Day], None]:
    def act(day: Day) -> None:
        report = make(day.reviews[0].report)
        assert day.project.replace(day.keys[0], pack(report, b""), **day.signed) is not None

    return act


def one(*said: object, **values: object) -> Callable[[Day], None]:
    """Say something of the first report; `values` change the decision on A02."""

    def act(day: Day) -> None:
        review = day.reviews[0]
        day.do(review.deciding("A02", **values) if values else review.command(*said))

    return act


def outline(make: Callable[[Review], Command | None]) -> Callable[[Day], None]:
    def act(day: Day) -> None:
        command = make(day.reviews[0])
        assert command is not None
        day.do(command)

    return act


def accept_everywhere(day: Day) -> None:
    day.do(*(r.deciding(e.id, confirmed=True) for r in day.reviews for e in r.checklist.elements))


def evidence(day: Day) -> None:
    review = day.reviews[0]
    day.do(review.command(EvidenceIs("A02", (anchor(review, "全年组织学习11次"),))))


ACTS: dict[str, Callable[[Day], None]] = {
    Kind.VERDICT.value: one(VerdictIs("A02", Verdict.MISSING)),
    Kind.POINTS.value: one(PointsAre("A02", 0.5)),
    Kind.EVIDENCE.value: evidence,
    "no evidence": one(EvidenceIs("A02", ())),
    Kind.COMMENT.value: one(CommentIs("A02", "请补充次数。")),
    "comment on the report": one(CommentIs("", "总体较好。")),
    Kind.NOT_APPLICABLE.value: one(NotApplicable("A02")),
    Kind.IGNORED.value: one(Ignored("A02", "附件已有。")),
    "remark set aside": one(Ignored("figure·11", "另有口径。")),
    Kind.CONFIRMED.value: one(confirmed=True),
    Kind.STATUS.value: one(StatusIs(Status.SENT_BACK)),
    Kind.FIELD.value: one(FieldValue(FrontField.YEAR, 2023)),
    "field taken away": one(FieldValue(FrontField.UNIT, None)),
    Kind.HEADING.value: by_hand,
    Kind.CONTINUATION.value: lambda day: day.do(
        day.reviews[0].command(Continuation(anchor(day.reviews[0], "依托周一例会")))
    ),
    Kind.PART.value: outline(
        lambda r: outlined.put_into(r, section(r, "查找薄弱"), "shortcomings")
    ),
    "heading raised": outline(lambda r: outlined.set_level(r, heading(r, "查找薄弱"), 1)),
    "line made a heading": outline(lambda r: outlined.set_level(r, line(r, "双坑村"), 3)),
    "heading unmarked": outline(lambda r: outlined.unmark(r, section(r, "抓实理论"))),
    Kind.VERSION.value: replaced(newer),
    "another encoding": replaced(misread),
    "several fields at once": one(verdict=Verdict.WEAK, points=1.0, comment="改。", confirmed=True),
    "accepted in every report": accept_everywhere,
}


@pytest.fixture(params=ACTS)
def act(request: pytest.FixtureRequest) -> Callable[[Day], None]:
    return ACTS[request.param]


def test_there_is_one_of_each_kind_of_ruling() -> None:
    assert {kind.value for kind in Kind} <= set(ACTS)


def test_undo_leads_back_and_redo_forth(day: Day, act: Callable[[Day], None]) -> None:
    before = day.state()
    act(day)
    after = day.state()
    assert after != before
    for _ in range(2):
        day.project.history.undo(**day.signed)
        assert day.state() == before
        day.project.history.redo(**day.signed)
        assert day.state() == after


def test_every_step_on_top_of_others_leads_back_through_all_of_them(day: Day) -> None:
    states = [day.state()]
    for act in ACTS.values():
        act(day)
        states.append(day.state())
    for state in reversed(states[:-1]):
        day.project.history.undo(**day.signed)
        assert day.state() == state
    assert not day.project.history.can_undo
    for state in states[1:]:
        day.project.history.redo(**day.signed)
        assert day.state() == state
    assert not day.project.history.can_redo


@pytest.fixture
def next_day(day: Day, path: Path) -> Callable[[], Day]:
    """A function that closes the project and opens it again, as the next morning does."""
    days = [day]

    def begin() -> Day:
        old = days[-1]
        old.project.close()
        days.append(Day(old.pipeline, Project.open(path), old.keys, old.minutes))
        return days[-1]

    return begin


@pytest.fixture(autouse=True)
def closed(day: Day) -> Iterator[None]:
    yield
    day.project.close()


def test_undo_and_redo_cross_restarts(
    day: Day, next_day: Callable[[], Day], act: Callable[[Day], None]
) -> None:
    before = day.state()
    act(day)
    after = day.state()
    day = next_day()
    assert day.state() == after
    day.project.history.undo(**day.signed)
    assert day.state() == before
    day = next_day()
    assert day.state() == before
    day.project.history.redo(**day.signed)
    assert day.state() == after
    day = next_day()
    assert day.state() == after
    day.project.close()


def without(checklist: Checklist, element_id: str) -> Checklist:
    """Return a newer checklist: without an element, all others worth half a point more."""
    kept = (e for e in checklist.elements if e.id != element_id)
    return replace(
        checklist, version="2", elements=tuple(replace(e, points=e.points + 0.5) for e in kept)
    )


def test_undo_goes_on_after_the_checklist_has_changed(
    day: Day, next_day: Callable[[], Day], pipeline: Pipeline
) -> None:
    states = [[dict(review.rulings) for review in day.reviews]]
    for act in ACTS.values():
        act(day)
        states.append([dict(day.project.history.rulings(key)) for key in day.keys])
    day = next_day()
    changed = without(pipeline.checklist, "A02")
    day.reviews = [
        Review(
            review.report,
            review.outline,
            review.findings.values(),
            changed,
            key=review.key,
            history=day.project.history,
        )
        for review in day.reviews
    ]
    for state in reversed(states[:-1]):
        day.project.history.undo(**day.signed)
        assert [dict(day.project.history.rulings(key)) for key in day.keys] == state
        for review in day.reviews:
            assert review.scores().possible <= sum(e.points for e in changed.elements)
    assert not day.project.history.can_undo
    day.project.close()
