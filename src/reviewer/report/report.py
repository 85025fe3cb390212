"""A report as read from a file: one text and what is known about its lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from reviewer.report.block import Block
from reviewer.support.folding import fold


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader skipped or guessed; `code` names the sentence in resources/messages."""

    code: str
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Report:
    """The whole of a report.

    `source` is the path as the user gave it, `format` a lower-case name such as "docx", `encoding`
    the one the text was decoded with (None where the format carries its own). `text` is the one
    truth: every offset in the program counts its code points. `digest` is the SHA-256 of the file's
    bytes in hexadecimal, empty where there was no file.
    """

    source: str
    format: str
    encoding: str | None
    text: str
    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...] = ()
    digest: str = ""

    @cached_property
    def folded(self) -> str:
        """The text in one spelling, in which words are looked for; of the same length."""
        return fold(self.text)
