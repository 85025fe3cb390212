"""The tables of the project file and the number of their format."""

from __future__ import annotations

import sqlite3

FORMAT = 1
APPLICATION = 0x52564A31  # marks the file as ours in its header

# Decisions are a journal: rows are added, never changed, and the newest of an element counts.
_TABLES = """
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
"""


def create_tables(connection: sqlite3.Connection) -> None:
    """Make the tables in an empty database, all or nothing."""
    connection.executescript(
        f"BEGIN IMMEDIATE; {_TABLES} PRAGMA application_id = {APPLICATION};"
        f" PRAGMA user_version = {FORMAT}; COMMIT;"
    )


def pragma(connection: sqlite3.Connection, name: str) -> int | str:
    """Return the value of a pragma."""
    value: int | str = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return value
