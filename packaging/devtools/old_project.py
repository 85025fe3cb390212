"""A project file as the first version of the program wrote it, to be migrated in tests."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

FORMAT_1 = """
CREATE TABLE reports (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    unit TEXT,
    year INTEGER,
    added TEXT NOT NULL
);
CREATE TABLE decisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    report INTEGER NOT NULL REFERENCES reports (id),
    checklist TEXT NOT NULL,
    element TEXT NOT NULL,
    verdict TEXT,
    points REAL,
    comment TEXT NOT NULL,
    confirmed INTEGER NOT NULL,
    by TEXT NOT NULL,
    at TEXT
);
CREATE INDEX decisions_of_report ON decisions (report, checklist, element);
CREATE TABLE encodings (digest TEXT PRIMARY KEY, encoding TEXT NOT NULL) WITHOUT ROWID;
PRAGMA application_id = 1381386801;
PRAGMA user_version = 1;
"""
Row = tuple[str, str, str | None, float | None, str, int, str, str | None]
_ROWS: tuple[Row, ...] = tuple(
    ("made", f"A{number:02}", "weak", None, "请补充次数。" * number, number % 2, "李四", None)
    for number in range(1, 30)
)


def make_old_project(path: Path, digest: str = "d" * 64, rows: Iterable[Row] = _ROWS) -> None:
    """Write a file of format 1 with one report of this digest of its text, and decisions on it."""
    connection = sqlite3.connect(path)
    connection.executescript(FORMAT_1)
    connection.execute("INSERT INTO encodings VALUES ('a1', 'big5')")
    connection.execute(
        "INSERT INTO reports VALUES (1, ?, 'folder/青溪镇.txt', NULL, 2025, 'then')", (digest,)
    )
    connection.executemany("INSERT INTO decisions VALUES (NULL, 1, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.commit()
    connection.close()
