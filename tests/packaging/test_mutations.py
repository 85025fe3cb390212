"""The fuzzer breaks files, the same way for the same seed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from devtools import mutations

CORPUS = Path(__file__).resolve().parents[1] / "readers" / "corpus"
FILES = sorted(path for path in CORPUS.glob("good.*"))
SEEDS = range(12)


def broken(data: bytes, seed: int) -> bytes:
    return mutations.mutate(data, random.Random(seed))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_format_is_broken_in_many_ways(path: Path) -> None:
    data = path.read_bytes()
    results = {broken(data, seed) for seed in SEEDS}
    assert len(results - {data}) > len(SEEDS) // 2


def test_a_seed_always_breaks_a_file_in_the_same_way() -> None:
    data = (CORPUS / "good.docx").read_bytes()
    assert broken(data, 5) == broken(data, 5)


@pytest.mark.parametrize("data", [b"", b"a", b"PK\x03\x04", b"%PDF", b"{\\rtf", b"<"])
def test_the_shortest_files_can_be_broken_too(data: bytes) -> None:
    for seed in range(60):
        assert isinstance(broken(data, seed), bytes)
