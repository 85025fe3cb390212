"""Where SQLite finds a file, whatever its name, and what becomes of its errors."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from reviewer.project.database import Database, address_of
from reviewer.support.errors import StoreError


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/users/li/评查.review"), "file:///users/li/评查.review?mode=ro"),
        (PureWindowsPath(r"D:\评查\a.review"), "file:///D:/评查/a.review?mode=ro"),
        (PureWindowsPath(r"\\server\share\a.review"), "file:////server/share/a.review?mode=ro"),
    ],
)
def test_a_path_becomes_an_address(path: PurePath, address: str) -> None:
    assert address_of(path, "ro") == address


@pytest.mark.parametrize("name", ["a%41.review", "a#b.review", "空 格&100%.review"])
def test_no_sign_in_a_name_means_anything(tmp_path: Path, name: str) -> None:
    Database(tmp_path / name).close()
    database = Database(tmp_path / name)
    database.write("CREATE TABLE one (two)")
    database.close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_transaction_is_wholly_done_or_not_at_all(tmp_path: Path) -> None:
    database = Database(tmp_path / "a.review")
    database.script("CREATE TABLE one (two);\nCREATE TABLE three (four);")
    with pytest.raises(StoreError, match="project-failed"):
        write_two(database)
    assert database.rows("SELECT * FROM one") == []
    assert database.value("SELECT two FROM one") is None
    database.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        database.rows("SELECT 1")


def write_two(database: Database) -> None:
    with database.transaction():
        database.write("INSERT INTO one VALUES (1)")
        database.write("INSERT INTO nowhere VALUES (1)")


def test_a_thread_that_does_not_let_go_is_waited_for_no_longer_than_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reviewer.project.database._TURN", 0.05)
    database = Database(tmp_path / "a.review")
    held, let_go = threading.Event(), threading.Event()

    def hang() -> None:
        with database.transaction():
            held.set()
            let_go.wait(10)

    writing = threading.Thread(target=hang)
    writing.start()
    held.wait(10)
    for use in (lambda: database.rows("SELECT 1"), database.close):
        with pytest.raises(StoreError, match="project-slow"):
            use()
    let_go.set()
    writing.join()
    assert database.value("SELECT 1") == 1
    database.close()
