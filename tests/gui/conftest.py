"""A desk with reviews of fictional reports, made by hand: no file is read and nothing is judged."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.checking import Evidence, Finding, Reason
from reviewer.checklist import Checklist, Element, Grade, Group, Verdict
from reviewer.checklist.source import Node
from reviewer.gui.app import Program, Services
from reviewer.outline import Corrections, Outline
from reviewer.outline.correcting import with_fields
from reviewer.project import Project
from reviewer.report import Block, FrontMatter, Located, Notice, Report, Section, Span
from reviewer.review import Assessment, Brief, Event, History, Move, Review, Ruling, Slot
from reviewer.review.material import Stored
from reviewer.settings import Settings
from reviewer.support.errors import ReviewerError, UnreadableReport

TEXT = """\
您现在浏览的是：云岫县政府网
白鹭镇2025年法治政府建设年度报告
县委、县人民政府：
现将白鹭镇一年来的工作报告如下。
一、主要举措和成效
（一）学法用法。镇党委中心组学法6次，𠮷星村等9个村各讲一课😀。
（二）规范执法。综合行政执法队严格执法，规范程序。
（三）化解纠纷。全年排查矛盾纠纷83件，化解81件。
二、存在的不足和原因
一是执法力量不足，宣传手段单一，主要原因是编制偏紧。
三、下一年度主要安排
办好法治讲堂，6月底前由司法所完成合同清查。
白鹭镇人民政府
2026年1月20日"""

# id, points, verdict, quoted words or the words before which the element was expected
FINDINGS = (
    ("A01", 2.0, "present", "主要举措和成效"),
    ("A02", 3.0, "present", "镇党委中心组学法6次"),
    ("A08", 3.0, "missing", "主要举措和成效"),
    ("A12", 4.0, "weak", "综合行政执法队严格执法，规范程序"),
    ("A14", 3.0, "present", "全年排查矛盾纠纷83件，化解81件"),
    ("A19", 2.0, "missing", "主要举措和成效"),
    ("B01", 3.0, "present", "存在的不足和原因"),
    ("B02", 4.0, "weak", "执法力量不足，宣传手段单一"),
    ("B03", 4.0, "present", "主要原因是编制偏紧"),
    ("C01", 3.0, "missing", "三、下一年度"),
    ("C02", 3.0, "undetermined", ""),
)
NAMES = {
    "A01": "独立的“主要举措和成效”部分",
    "A02": "学习贯彻习近平法治思想、领导干部学法",
    "A08": "重大行政决策程序",
    "A12": "严格规范公正文明执法（三项制度、裁量、案卷、办案量）",
    "A14": "矛盾纠纷预防调处化解",
    "A19": "政务公开与政府信息公开",
    "B01": "独立的“存在的不足和原因”部分",
    "B02": "不足不少于3条且具体",
    "B03": "原因分析",
    "C01": "党政主要负责人履行第一责任人职责的独立部分",
    "C02": "党委书记履职事实",
}
GROUPS = (
    Group("A", "主要举措和成效"),
    Group("B", "存在的不足和原因"),
    Group("C", "第一责任人职责"),
)


def make_checklist() -> Checklist:
    """Return a small checklist."""
    nothing = Node("made.yaml", 1, 1, {})
    elements = tuple(
        Element(
            id=element_id,
            group=element_id[0],
            name=NAMES[element_id],
            points=points,
            basis="云岫县年度报告评查办法",
            place="成效部分",
            guidance="没有数字或者只有口号",
            criterion=nothing,
            reasons={},
            examples=(),
        )
        for element_id, points, _, _ in FINDINGS
    )
    grades = (Grade("优秀", 90), Grade("良好", 75), Grade("一般", 60), Grade("较差", 0))
    return Checklist(
        id="made",
        version="1",
        name="虚构清单",
        groups=GROUPS,
        grades=grades,
        elements=elements,
        reasons={},
        language=nothing,
        skeleton={},
    )


def make_review(source: str = "白鹭镇.txt", encoding: str | None = "gb18030") -> Review:
    """Return a review of a fictional report; `source` also names its unit."""
    unit = Path(source).stem
    text = TEXT.replace("白鹭镇", unit)
    blocks = tuple(
        Block(found.start(), found.end(), frame="浏览" in found[0])
        for found in re.finditer(r"[^\n]+", text)
    )
    digest = hashlib.sha256(source.encode()).hexdigest()
    report = Report(source, "txt", encoding, text, blocks, digest=digest)
    return Review(report, _outline(text, unit), _findings(text), make_checklist())


def span_of(text: str, words: str) -> Span:
    """Return where `words` stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def _outline(text: str, unit: str) -> Outline:
    tops: list[Section] = []
    heads = list(re.finditer(r"^([一二三]、)(.+)$", text, re.M))
    tail = text.index(f"{unit}人民政府\n2026")
    for head, after in zip(heads, [*[h.start() for h in heads[1:]], tail], strict=True):
        span = Span(head.start(), after - 1)
        inner = re.finditer(r"^(（[一二三]）)(.+?)。.*$", text, re.M)
        below = [m for m in inner if m.start() in span]
        children = tuple(
            Section(2, m[1], m[2], False, Span(m.start(), m.end(2) + 1), Span(*m.span()))
            for m in below
        )
        heading = Span(*head.span())
        tops.append(Section(1, head[1], head[2], False, heading, span, children=children))
    title = f"{unit}2025年法治政府建设年度报告"
    front = FrontMatter(
        title=Located(title, span_of(text, title)),
        unit=Located(unit, span_of(text, unit)),
        year=Located(2025, span_of(text, "2025")),
        addressee=Located("县委、县人民政府", span_of(text, "县委、县人民政府：")),
        signature_date=Located(datetime.date(2026, 1, 20), span_of(text, "2026年1月20日")),
    )
    return Outline(front, tuple(tops), tail=Span(tail, len(text)))


def _findings(text: str) -> list[Finding]:
    findings = []
    for element_id, points, word, words in FINDINGS:
        verdict = Verdict(word)
        span = span_of(text, words) if words else None
        evidence = (Evidence(span, words, ("一、主要举措和成效",)),) if span else ()
        missing = verdict is Verdict.MISSING
        findings.append(
            Finding(
                id=element_id,
                verdict=verdict,
                points=points,
                suggested=verdict.share * points,
                reasons=(Reason("no-figure", "没有写明件数，无法看出办理情况。"),),
                evidence=() if missing else evidence,
                expected=span if missing else None,
            )
        )
    return findings


class FakePipeline:
    """Opens any name: 'broken' ones fail, others give a review whose unit is the file's name."""

    def __init__(self) -> None:
        self.edition = "made for tests"
        self.opened: list[tuple[str, str | None]] = []
        self.judged: list[str] = []
        self.before_judging: Callable[[str], object] = lambda source: None
        self.before_open: Callable[[], object] = lambda: None

    def open(self, path: str, encoding: str | None = None) -> Review:
        self.before_open()
        self.opened.append((path, encoding))
        if "broken" in path:
            raise UnreadableReport("not-a-document", source=path)
        if "slip" in path:
            raise ZeroDivisionError("made for a test")
        review = make_review(path, encoding or "gb18030")
        if "noticed" in path:
            noticed = replace(review.report, notices=(Notice("test-notice", {"count": 2}),))
            findings = review.findings.values()
            return Review(noticed, review.outline, findings, review.checklist)
        return review

    def listed(
        self, source: str, read: Callable[[], Report], kept: Brief | None, **where: object
    ) -> Review:
        """Return a review of any report as it stands, judged when it has to be."""
        return Review.of(Stored(source, read, self._assess), make_checklist(), kept=kept, **where)

    def _assess(self, report: Report, corrections: Corrections) -> Assessment:
        self.before_judging(report.source)
        self.judged.append(report.source)
        made = make_review(report.source)
        front = with_fields(report.text, made.outline.front, corrections.fields)
        return Assessment(replace(made.outline, front=front), made.findings, corrections)


class FakeWriter:
    """Writes no workbook but remembers what it was asked; fails where told so."""

    def __init__(self) -> None:
        self.written: list[tuple[list[Review], Path]] = []
        self.error: ReviewerError | None = None
        self.backup: Path | None = None

    def __call__(self, reviews: list[Review], target: Path, *, language: str) -> Path | None:
        if self.error is not None:
            raise self.error
        self.written.append((list(reviews), target))
        return self.backup


@pytest.fixture
def review() -> Review:
    return make_review()


@pytest.fixture
def pipeline() -> FakePipeline:
    return FakePipeline()


@pytest.fixture
def writer() -> FakeWriter:
    return FakeWriter()


@pytest.fixture
def saved() -> list[Settings]:
    """The settings as they were written, one after another."""
    return []


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(tmp_path / "default.review") as opened:
        yield opened


@pytest.fixture
def program(
    qapp: QApplication,
    pipeline: FakePipeline,
    writer: FakeWriter,
    saved: list[Settings],
    project: Project,
) -> Iterator[Program]:
    """The whole program with an empty desk, in Chinese and light colours."""
    settings = Settings(theme="light", reviewer="周晓")
    forms = project.path.parent / "forms"
    services = Services(lambda: pipeline, writer, saved.append, project, forms=forms)
    made = Program(qapp, settings, services)
    em = made.window.fontMetrics().height()
    # The screen of the offscreen platform is a small one, which the window would like to fill.
    made.window.setWindowState(Qt.WindowState.WindowNoState)
    made.window.resize(em * 70, em * 45)
    made.window.show()
    yield made
    made.shut_down()
    made.window.close()
    made.forget_language()
    made.window.deleteLater()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def next_day(program: Program, qtbot: QtBot, pipeline: FakePipeline) -> Callable[[], None]:
    """A function that closes the project and opens it again, with nothing judged so far."""

    def open_again() -> None:
        path = program.keeper.project.path
        program.projects._clear()
        program.keeper.project.close()
        pipeline.judged.clear()
        program.projects._use(Project.open(path))
        qtbot.waitUntil(lambda: not program.busy)

    return open_again


class Undoing:
    """Notes what every step in the history of a program leads to, and proves that it leads back."""

    def __init__(self, program: Program, qtbot: QtBot, folder: Path) -> None:
        self._program = program
        self._qtbot = qtbot
        self._folder = folder
        self._history = program.keeper.history
        self._states = [_ruled(self._history)]
        self._at = 0
        self._seen_first = self._seen()
        self._history.subscribe(self._on_event)

    def prove(self) -> None:
        """Undo all, redo all; then the same in the project file opened anew."""
        self._history.unsubscribe(self._on_event)
        if len(self._states) == 1:
            return
        while self._history.can_redo:
            self._program.desk.redo()
        self._wait()
        seen = self._seen()
        desk = self._program.desk
        self._go(self._history, desk.undo, desk.redo)
        assert self._seen() == seen
        copy = self._folder / "copy.review"
        self._program.keeper.project.save_copy(copy)
        with Project.open(copy) as project:
            self._go(project.history, project.history.undo, project.history.redo)

    def _go(self, history: History, undo: Callable[[], object], redo: Callable[[], object]) -> None:
        assert _ruled(history) == self._states[-1]
        for state in reversed(self._states[:-1]):
            undo()
            self._wait()
            assert _ruled(history) == state
        assert not history.can_undo
        if history is self._history:
            assert self._seen() == self._seen_first
        for state in self._states[1:]:
            redo()
            self._wait()
            assert _ruled(history) == state
        assert not history.can_redo

    def _wait(self) -> None:
        """Let the report at hand be judged, which may have another text now."""
        program = self._program
        self._qtbot.waitUntil(lambda: not program.tasks.busy and not program.desk.waiting)

    def _on_event(self, event: Event) -> None:
        """Note the state after a step that is done; one that is undone leads to a known one."""
        self._at += -1 if event.move is Move.UNDO else 1
        if event.move is Move.DO:
            self._states[self._at :] = [_ruled(self._history)]
        assert _ruled(self._history) == self._states[self._at]

    def _seen(self) -> dict[str, object]:
        """Return what the window shows of every report on the desk."""
        return {
            review.key: (
                review.report,
                [(review.verdict(e.id), review.points(e)) for e in review.checklist.elements],
                [review.evidence(element.id) for element in review.checklist.elements],
                (review.status, review.comment, review.corrections, review.scores()),
            )
            for review in self._program.desk.reviews
        }


def _ruled(history: History) -> dict[str, dict[Slot, Ruling]]:
    return {key: dict(found) for key in history.reports if (found := history.rulings(key))}


@pytest.fixture
def undoing(busy_program: Program, qtbot: QtBot, tmp_path: Path) -> Undoing:
    """Takes notes of every step from now on."""
    return Undoing(busy_program, qtbot, tmp_path)


@pytest.fixture
def busy_program(program: Program) -> Program:
    """The program with two fictional reports on the desk."""
    lay_down(program, make_review("白鹭镇.txt"))
    lay_down(program, make_review("柏溪乡.docx", None))
    return program


def lay_down(program: Program, review: Review) -> Review:
    """Put a review on the desk as the program does: in the project, with the common history."""
    kept = program.keeper.resume(review, program.keeper.receive(review))
    program.desk.add(kept)
    return kept
