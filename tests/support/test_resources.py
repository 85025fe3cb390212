"""The example reports that come with the program are told from the user's own."""

from __future__ import annotations

from pathlib import Path

from reviewer.support.resources import bundled_examples, only_examples


def test_the_poor_example_comes_first() -> None:
    assert [Path(path).suffix for path in bundled_examples()] == [".txt", ".docx"]


def test_only_the_bundled_files_themselves_are_examples(tmp_path: Path) -> None:
    poor, good = bundled_examples()
    copied = tmp_path / Path(good).name
    copied.write_bytes(Path(good).read_bytes())
    assert only_examples([good])
    assert only_examples([poor, good])
    assert not only_examples([])
    assert not only_examples([str(copied)])
    assert not only_examples([good, str(copied)])
