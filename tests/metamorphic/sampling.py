"""Which reports a case takes: their names tell, so that more reports leave the choice as it is."""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

from specimen import Specimen


def one_in(every: int, case: str, specimens: Iterable[Specimen]) -> list[Specimen]:
    """Return about one of `every` specimens, others for another case."""
    return [whole for whole in specimens if number_of(case, whole.name) % every == 0]


def shuffled(case: str, specimens: Iterable[Specimen]) -> list[Specimen]:
    """Return the specimens in an order of the case's own."""
    return sorted(specimens, key=lambda whole: number_of(case, whole.name))


def number_of(case: str, name: str) -> int:
    """Return a number that only the case and the report's name decide."""
    return crc32(f"{case} {name}".encode())
