"""The bounds of the reading process, as far as this system has them."""

from __future__ import annotations

import ctypes
import signal

import pytest

from reviewer.readers.bounds import _BasicLimits, _ExtendedLimits, ran_out_of_memory


def test_structures_have_the_size_and_places_that_64_bit_windows_documents() -> None:
    assert (ctypes.sizeof(_BasicLimits), ctypes.sizeof(_ExtendedLimits)) == (64, 144)
    places = {
        "flags": 16,
        "least_working_set": 24,
        "active_processes": 40,
        "affinity": 48,
        "scheduling": 60,
    }
    assert {name: getattr(_BasicLimits, name).offset for name in places} == places
    assert (_ExtendedLimits.transfers.offset, _ExtendedLimits.process_memory.offset) == (64, 112)


@pytest.mark.parametrize(
    ("status", "out"),
    [(-signal.SIGABRT, True), (0xE0000008, True), (0, False), (1, False), (None, False)],
)
def test_want_of_memory_is_told_from_other_ends(status: int | None, out: bool) -> None:
    assert ran_out_of_memory(status) is out
