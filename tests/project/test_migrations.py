"""What the first version of the program kept is all there in the present format."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from devtools.old_project import make_old_project
from reviewer.checklist import Verdict
from reviewer.project import Project, default_project, pack
from reviewer.review import Review

MakeReview = Callable[..., Review]

ROWS = (
    ("made", "A01", "weak", None, "", 0, "李四", "2026-03-01T09:30:00+00:00"),
    ("made", "A01", "weak", 1.3, "请补充", 1, "王五", "2026-03-01T09:31:00+00:00"),
    ("made", "A02", None, None, "好", 0, "", None),
    ("made", "A02", None, None, "", 0, "李四", None),
    ("another", "A01", "missing", None, "", 0, "李四", None),
)


@pytest.fixture
def old(tmp_path: Path, make_review: MakeReview) -> Path:
    path = tmp_path / "decisions.reviewer"
    digest = hashlib.sha256(make_review().report.text.encode()).hexdigest()
    make_old_project(path, digest, ROWS)
    return path


def decisions_in(project: Project, make_review: MakeReview, checklist: str) -> Review:
    review = make_review()
    key = project.take_in(pack(review.report), checklist)
    return Review(
        review.report,
        review.outline,
        review.findings.values(),
        review.checklist,
        key=key,
        history=project.history,
    )


def test_every_decision_goes_over_into_the_default_project(
    old: Path, make_review: MakeReview
) -> None:
    before = old.read_bytes()
    for _ in range(2):
        with default_project(old.parent) as project:
            review = decisions_in(project, make_review, "made")
            decision = review.decision("A01")
            assert (decision.verdict, decision.points) == (Verdict.WEAK, 1.3)
            assert (decision.comment, decision.confirmed) == ("请补充", True)
            assert (decision.by, decision.at.isoformat()) == ("王五", "2026-03-01T09:31:00+00:00")
            assert review.decisions.keys() == {"A01"}
            other = decisions_in(project, make_review, "another")
            assert other.decision("A01").verdict is Verdict.MISSING
            assert len(project.entries) == 2
            assert project.encodings() == {"a1": "big5"}
    assert old.read_bytes() == before


def test_decisions_of_the_old_format_can_be_undone(old: Path, make_review: MakeReview) -> None:
    with default_project(old.parent) as project:
        review = decisions_in(project, make_review, "made")
        for _ in range(2):
            review.undo()
        assert review.decision("A02").comment == "好"
        while review.undo():
            pass
        assert review.decisions == {}


def test_a_report_the_old_format_knew_waits_for_its_file(
    old: Path, make_review: MakeReview
) -> None:
    with default_project(old.parent) as project:
        entry = next(entry for entry in project.entries if entry.checklist == "made")
        assert (entry.source, entry.version) == ("folder/青溪镇.txt", None)
        assert project.report(entry.key) is None
        assert project.take_in(pack(make_review().report, b"file"), "made") == entry.key
        assert project.report(entry.key) == make_review().report
        assert project.original(entry.key) == b"file"


def test_the_old_file_stays_beside_one_that_is_opened_by_name(old: Path) -> None:
    before = old.read_bytes()
    with Project.open(old) as project:
        assert len(project.entries) == 2
    with sqlite3.connect(old.with_name("decisions (format 1).reviewer")) as kept:
        assert kept.execute("SELECT count(*) FROM decisions").fetchone() == (len(ROWS),)
    assert old.read_bytes() != before


def test_a_migration_that_breaks_off_leaves_the_old_format(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(database: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr("reviewer.project.migrations._stamp", broken)
    with pytest.raises(RuntimeError):
        Project.open(old)
    monkeypatch.undo()
    with sqlite3.connect(old) as kept:
        assert kept.execute("PRAGMA user_version").fetchone() == (1,)
        assert kept.execute("SELECT count(*) FROM decisions").fetchone() == (len(ROWS),)
