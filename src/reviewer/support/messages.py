"""The sentences behind error and warning codes, in Chinese and English."""

from __future__ import annotations

import errno
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from reviewer.support.errors import ReviewerError
from reviewer.support.resources import resource

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
DEFAULT_LANGUAGE: Language = "zh"


@dataclass(frozen=True, slots=True)
class Messages:
    """All sentences in one language, by code."""

    language: Language
    sentences: Mapping[str, str]

    def say(self, code: str, details: Mapping[str, object] | None = None) -> str:
        """Return the sentence for `code` with its placeholders filled from `details`.

        A detail that is an OSError becomes words of this language.
        """
        shown = {
            name: self._system(value) if isinstance(value, OSError) else value
            for name, value in (details or {}).items()
        }
        return self.sentences[code].format_map(shown)

    def _system(self, error: OSError) -> str:
        code = f"system-{errno.errorcode.get(error.errno or 0, 'other')}"
        if code in self.sentences:
            return self.sentences[code]
        words = error.strerror or str(error)
        return self.sentences["system-other"].format(words=words)

    def of(self, error: ReviewerError) -> str:
        """Return what `error` means to a person."""
        return self.say(error.sentence, error.details)


def load_messages(language: Language, folder: Path | None = None) -> Messages:
    """Read every resources/messages/*.toml; each table is a code with `zh` and `en`."""
    sentences: dict[str, str] = {}
    for path in sorted((folder or resource("messages")).glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        sentences.update({code: texts[language] for code, texts in table.items()})
    return Messages(language, sentences)
