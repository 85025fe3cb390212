"""A chosen encoding is remembered for the bytes of a file, wherever it lies."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from reviewer.project import FILE_NAME, Store
from reviewer.support.errors import StoreError


def test_the_last_choice_is_found_after_reopening(tmp_path: Path) -> None:
    with Store.open(tmp_path / FILE_NAME) as store:
        assert store.encodings() == {}
        store.choose_encoding("a1", "big5")
        store.choose_encoding("b2", "utf-16-le")
        store.choose_encoding("a1", "gb18030")
    with Store.open(tmp_path / FILE_NAME) as store:
        assert store.encodings() == {"a1": "gb18030", "b2": "utf-16-le"}


def test_a_file_that_cannot_be_written_is_an_error_of_the_program(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    with Store.open(path) as store:
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE encodings (other INTEGER)")
        connection.close()
        with pytest.raises(StoreError):
            store.choose_encoding("a1", "big5")
        with pytest.raises(StoreError):
            store.encodings()
