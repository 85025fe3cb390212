"""The tables of the project file and the number of their format."""

from __future__ import annotations

FORMAT = 2
APPLICATION = 0x52564A31  # marks the file as ours in its header

# `journal` holds every step with who and when; rows are added, never changed. A report is a text
# under review: its first `version`, or the one of the newest ruling, which `replaced` repeats so
# that a list of reports needs no journal. What was decided on a text whose
# file the program has not seen since an older format waits for it under the text's digest.
# `encodings` are those the user chose for files, by the digest of their bytes.
TABLES = """
CREATE TABLE checklists (
    digest TEXT PRIMARY KEY,
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    text TEXT NOT NULL,
    used TEXT NOT NULL
);
CREATE TABLE versions (
    digest TEXT PRIMARY KEY,
    text_digest TEXT NOT NULL,
    file_digest TEXT NOT NULL,
    source TEXT NOT NULL,
    content BLOB NOT NULL,
    original BLOB,
    added TEXT NOT NULL
);
CREATE INDEX versions_by_text ON versions (text_digest);
CREATE INDEX versions_by_file ON versions (file_digest);
CREATE TABLE reports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    checklist TEXT NOT NULL,
    text_digest TEXT NOT NULL,
    version TEXT REFERENCES versions (digest),
    replaced TEXT REFERENCES versions (digest),
    source TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0,
    summary TEXT NOT NULL DEFAULT '{}',
    added TEXT NOT NULL,
    UNIQUE (text_digest, checklist)
);
CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    move TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT,
    reports TEXT NOT NULL DEFAULT '',
    changes TEXT
);
CREATE TABLE IF NOT EXISTS encodings (
    digest TEXT PRIMARY KEY,
    encoding TEXT NOT NULL
) WITHOUT ROWID;
CREATE TRIGGER journal_keeps_its_rows BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
CREATE TRIGGER journal_loses_no_row BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
"""
