from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.settings import Settings, load_settings, option_of, save_settings, settings_file
from reviewer.settings.options import settings_from
from reviewer.support.errors import StoreError
from reviewer.support.folders import Folders

CHANGED = Settings(
    language="en",
    theme="dark",
    zoom=1.25,
    reviewer="李四 “甲”\\",
    recent=("C:\\报告\\青溪镇.docx", "b.txt"),
    layout="AAAA",
    left_at=("ab12\tA01\t40\tC:\\评查.review",),
    export_kinds=("pdf", "xlsx"),
    export_folder="C:\\结果",
    export_form="C:\\县表.xlsx",
    export_slip_template="C:\\模板.docx",
    reading_seconds=30.0,
    reading_memory_mb=1000,
    largest_file_mb=200,
    font="楷体",
    interface=1.2,
    office="云岫县司法局",
    due="2026-01-31",
    backup_minutes=30,
    project="C:\\报告\\2025.review",
    recent_projects=("C:\\报告\\2025.review",),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return settings_file(Folders(tmp_path / "config", tmp_path / "data"))


def test_what_is_saved_is_loaded(file: Path) -> None:
    save_settings(CHANGED, file)
    assert load_settings(file) == (CHANGED, None)


def test_every_option_was_changed_in_that_test() -> None:
    for option in fields(Settings):
        assert getattr(CHANGED, option.name) != getattr(Settings(), option.name)


def test_every_default_is_allowed() -> None:
    for option in fields(Settings):
        assert option_of(option.name).accepts(option.default)


def test_no_file_means_the_defaults(file: Path) -> None:
    assert load_settings(file) == (Settings(), None)


@pytest.mark.parametrize("content", [b"language = ", b"\xff\xfe\x00", b"zoom = 1\nzoom = 2\n"])
def test_a_broken_file_is_kept_aside(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    settings, warning = load_settings(file)
    assert settings == Settings()
    assert warning is not None
    assert warning.code == "settings-broken"
    kept = warning.details["kept"]
    assert isinstance(kept, Path)
    assert kept.read_bytes() == content
    assert not file.exists()


def test_a_second_broken_file_does_not_replace_the_first(file: Path) -> None:
    file.parent.mkdir()
    for content in ("[", "]"):
        file.write_text(content, encoding="utf-8")
        load_settings(file)
    assert sorted(path.read_text(encoding="utf-8") for path in file.parent.iterdir()) == ["[", "]"]


def test_a_folder_in_place_of_the_file_is_a_warning(file: Path) -> None:
    file.mkdir(parents=True)
    settings, warning = load_settings(file)
    assert settings == Settings()
    assert warning is not None
    assert warning.code == "settings-unreadable"


def test_a_bad_value_costs_only_itself(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('language = "fr"\nzoom = true\nreviewer = "李四"\n', encoding="utf-8")
    settings, warning = load_settings(file)
    assert settings == Settings(reviewer="李四")
    assert warning is not None
    assert (warning.code, warning.details["names"]) == ("settings-refused", "language, zoom")


@given(
    st.dictionaries(
        st.sampled_from([*(option.name for option in fields(Settings)), "newer"]),
        st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text()),
    )
)
def test_no_value_whatever_stops_the_program(values: dict[str, object]) -> None:
    settings, refused = settings_from(values)
    for option in fields(Settings):
        kept = getattr(settings, option.name)
        assert option_of(option.name).accepts(kept)
        assert (option.name in refused) <= (kept == option.default)


def test_settings_that_cannot_be_saved_are_said(tmp_path: Path) -> None:
    (tmp_path / "config").touch()
    with pytest.raises(StoreError, match="settings-not-saved"):
        save_settings(Settings(), tmp_path / "config" / "settings.toml")


def test_a_broken_file_name_does_not_keep_the_rest_from_being_saved(file: Path) -> None:
    save_settings(Settings(reviewer="李四", recent=("/a/\udcff.txt",)), file)
    assert load_settings(file) == (Settings(reviewer="李四", recent=("/a/?.txt",)), None)


@pytest.mark.parametrize("words", ["2026-01-31", "2026/1/31", "2026年1月31日", "20260131"])
def test_a_day_in_the_file_may_be_written_in_any_way(words: str) -> None:
    settings, refused = settings_from({"due": words})
    assert (settings.due, refused) == ("2026-01-31", [])


@pytest.mark.parametrize("value", ["2026-02-29", "一月底", 20260131])
def test_a_day_in_the_file_that_there_is_not_is_refused(value: object) -> None:
    settings, refused = settings_from({"due": value})
    assert (settings.due, refused) == ("", ["due"])
