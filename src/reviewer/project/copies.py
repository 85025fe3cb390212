"""What a project knows of the place it is a local copy of."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from reviewer.report import Notice


class CopyOf(Protocol):
    """What the project at hand is a local copy of, if it is one."""

    home: Path

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the user has to be told of it."""

    def write_back(self) -> None:
        """Put the whole copy in the place of the file at home. Raises StoreError."""

    def come_home(self) -> None:
        """Write back and let go; the project is closed already. Raises StoreError."""

    def let_go(self) -> None:
        """Let go without writing back: what is here goes home when it is opened again."""
