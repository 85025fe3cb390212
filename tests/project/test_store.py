from __future__ import annotations

import datetime
import os
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reviewer.checklist import Verdict
from reviewer.project import FILE_NAME, Store
from reviewer.review import UNDECIDED, Decision, Review
from reviewer.support.errors import StoreError

MakeReview = Callable[..., Review]
DECISION = Decision(
    verdict=Verdict.WEAK,
    points=0.5,
    comment="请补充\n=1+1 😀",
    confirmed=True,
    by="李四",
    at=datetime.datetime(2026, 3, 1, 9, 30, 15, 250_000, tzinfo=datetime.UTC),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / FILE_NAME


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path) as opened:
        yield opened


def found(path: Path, review: Review) -> dict[str, Decision]:
    with Store.open(path) as store:
        return store.decisions_for(review.report, review.checklist)


def journal(path: Path) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT element, points FROM decisions ORDER BY id").fetchall()
    connection.close()
    return rows


def test_a_decision_is_found_after_reopening(
    store: Store, path: Path, make_review: MakeReview
) -> None:
    review = make_review()
    store.record(review, "A01", DECISION)
    assert found(path, review) == {"A01": DECISION}


def test_the_newest_decision_counts_and_the_older_ones_stay(
    store: Store, path: Path, make_review: MakeReview
) -> None:
    review = make_review()
    for points in (1.0, 2.0, None):
        store.record(review, "A01", Decision(points=points))
    store.record(review, "A02", Decision(points=3.0))
    assert found(path, review) == {"A01": UNDECIDED, "A02": Decision(points=3.0)}
    assert journal(path) == [("A01", 1.0), ("A01", 2.0), ("A01", None), ("A02", 3.0)]


def test_a_review_with_its_stored_decisions_scores_as_it_did(
    store: Store, make_review: MakeReview
) -> None:
    first = make_review()
    first.subscribe(lambda id_: store.record(first, id_, first.decision(id_)))
    first.decide("B01", points=3.5, by="李四")
    first.decide("A01", comment="好")
    first.undo()
    stored = store.decisions_for(first.report, first.checklist)
    second = make_review(decisions=stored)
    assert second.decision("B01") == first.decision("B01")
    assert second.decision("A01") == UNDECIDED
    assert second.scores() == first.scores()


def test_reports_are_told_apart_by_their_text(store: Store, make_review: MakeReview) -> None:
    one, same, other = make_review(), make_review(), make_review(quote="召开会议3次。")
    store.record(one, "A01", DECISION)
    assert store.decisions_for(same.report, same.checklist) == {"A01": DECISION}
    assert store.decisions_for(other.report, other.checklist) == {}


def test_text_with_broken_characters_is_kept(store: Store, make_review: MakeReview) -> None:
    review = make_review(quote="宣传\ud800。")
    store.record(review, "A01", Decision(comment="破\udc80"))
    assert store.decisions_for(review.report, review.checklist)["A01"].comment == "破?"


def test_a_killed_program_loses_no_decision(path: Path, make_review: MakeReview) -> None:
    code = textwrap.dedent(
        """
        import sys, time
        from pathlib import Path
        from reviewer.project.store import Store
        store = Store.open(Path(sys.argv[1]))
        connection = store._connection
        connection.execute("INSERT INTO reports VALUES (1, 'd', 's', NULL, NULL, 'now')")
        with store._transaction():
            connection.execute(
                "INSERT INTO decisions VALUES (NULL, 1, 'c', 'A01', NULL, 1.0, '', 0, '', NULL)")
        connection.execute("BEGIN")
        connection.execute(
            "INSERT INTO decisions VALUES (NULL, 1, 'c', 'A02', NULL, 2.0, '', 0, '', NULL)")
        print("half", flush=True)
        time.sleep(60)
        """
    )
    command = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "half\n"
        program.kill()
    assert program.returncode != 0
    found(path, make_review())
    assert journal(path) == [("A01", 1.0)]


def test_a_full_disk_is_said_and_what_was_written_stays(
    store: Store, path: Path, make_review: MakeReview
) -> None:
    review = make_review()
    store.record(review, "A01", DECISION)
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="project-disk-full"):
        store.record(review, "A02", Decision(comment="长" * 100_000))
    store._connection.execute("PRAGMA max_page_count = 100000")
    store.record(review, "B01", DECISION)
    assert set(found(path, review)) == {"A01", "B01"}


def test_a_file_that_another_program_holds_is_said(
    store: Store, path: Path, make_review: MakeReview
) -> None:
    store._connection.execute("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match="project-busy"):
        store.record(make_review(), "A01", DECISION)
    other.close()


def code_of_opening(path: Path) -> str:
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        Store.open(path)
    assert path.read_bytes() == before
    return caught.value.code


def test_a_project_of_a_newer_program_is_left_alone(path: Path) -> None:
    Store.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert code_of_opening(path) == "project-newer"


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (text)")
    connection.close()
    assert code_of_opening(path) == "project-foreign"


def test_a_file_that_is_no_database_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"PK\x03\x04" + os.urandom(5000))
    assert code_of_opening(path) == "project-corrupt"


def test_a_damaged_project_is_left_alone(store: Store, path: Path, make_review: MakeReview) -> None:
    for number in range(200):
        store.record(make_review(), "A01", Decision(comment=f"{number}" * 100))
    store.close()
    content = bytearray(path.read_bytes())
    content[8192:20480] = b"\xa5" * 12288
    path.write_bytes(content)
    assert code_of_opening(path) == "project-corrupt"


def test_a_place_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="project-cannot-open"):
        Store.open(tmp_path / "file" / FILE_NAME)
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreError, match="project-cannot-open"):
        Store.open(tmp_path / "folder")


def test_a_read_only_project_is_said(store: Store, make_review: MakeReview) -> None:
    store._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreError, match="project-read-only"):
        store.record(make_review(), "A01", DECISION)
