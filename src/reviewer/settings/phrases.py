"""The bureau's own sentences for comments: written down, learnt from use, passed on as a file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from reviewer.support.atomic import replace_file
from reviewer.support.errors import StoreError
from reviewer.support.folders import Folders

FILE_NAME = "phrases.toml"
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
_SHORTEST = 4  # code points; a shorter sentence is typed faster than chosen
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence, the element it was used for (empty: any), and how often it was used."""

    text: str
    element: str = ""
    uses: int = 0


@dataclass(frozen=True, slots=True)
class PhraseBank:
    """All sentences; every change gives a new bank.

    `before` are the sentences before the last change by hand, None where there was none.
    """

    phrases: tuple[Phrase, ...] = ()
    before: tuple[Phrase, ...] | None = None

    def fitting(self, element: str, most: int) -> tuple[Phrase, ...]:
        """Return up to `most` sentences, those for `element` first, often used ones before others.

        A sentence learnt for another element only is not among them.
        """
        known = [phrase for phrase in self.phrases if phrase.element in ("", element)]
        ordered = sorted(known, key=lambda phrase: (phrase.element != element, -phrase.uses))
        return tuple(ordered[:most])

    def learnt(self, element: str, comment: str) -> PhraseBank:
        """Return the bank after the sentences of `comment` were used for `element`.

        What is learnt is no change by hand: it stays where that is taken back.
        """
        phrases, before = self.phrases, self.before
        for sentence in sentences(comment):
            phrases = _used(phrases, sentence, element)
            before = _used(before, sentence, element) if before is not None else None
        return PhraseBank(phrases, before)

    def edited(self, phrases: Iterable[Phrase]) -> PhraseBank:
        """Return the bank with these sentences and no others, as one change by hand."""
        made = tuple(phrases)
        return self if made == self.phrases else PhraseBank(made, self.phrases)

    def merged(self, others: Iterable[Phrase]) -> PhraseBank:
        """Return the bank with the sentences of another one that it lacks."""
        known = {(phrase.text, phrase.element) for phrase in self.phrases}
        new = [phrase for phrase in others if (phrase.text, phrase.element) not in known]
        return self.edited((*self.phrases, *dict.fromkeys(new)))

    def undone(self) -> PhraseBank:
        """Return the bank with the last change by hand taken back; once more makes it again."""
        return self if self.before is None else PhraseBank(self.before, self.phrases)


def _used(phrases: tuple[Phrase, ...], text: str, element: str) -> tuple[Phrase, ...]:
    def counts(phrase: Phrase) -> bool:
        return phrase.text == text and phrase.element in ("", element)

    if not any(map(counts, phrases)):
        return (*phrases, Phrase(text, element, 1))
    return tuple(replace(p, uses=p.uses + 1) if counts(p) else p for p in phrases)


def sentences(comment: str) -> list[str]:
    """Return the sentences of a comment that are worth keeping."""
    found = (match.group().strip() for match in _SENTENCE.finditer(comment))
    return [sentence for sentence in found if _SHORTEST <= len(sentence) <= _LONGEST]


def phrases_file(folders: Folders) -> Path:
    """Return where the sentences are kept."""
    return folders.config / FILE_NAME


def load_phrases(file: Path) -> PhraseBank:
    """Read a bank; none yet is an empty one. Raises StoreError for a file that cannot be used."""
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        before = _phrases(table["before"]) if "before" in table else None
        return PhraseBank(_phrases(table.get("phrase", [])), before)
    except FileNotFoundError:
        return PhraseBank()
    except OSError as error:
        raise StoreError("phrases-unreadable", path=file, problem=error) from error
    except (
        UnicodeDecodeError,
        tomllib.TOMLDecodeError,
        TypeError,
        KeyError,
        AttributeError,
    ) as bad:
        raise StoreError("phrases-broken", path=file) from bad


def save_phrases(bank: PhraseBank, file: Path) -> None:
    """Write a bank; it is wholly on disk when this returns. Raises StoreError."""
    import tomli_w

    table = {"phrase": [asdict(phrase) for phrase in bank.phrases]}
    if bank.before is not None:
        table["before"] = [asdict(phrase) for phrase in bank.before]
    content = tomli_w.dumps(table).encode("utf-8", errors="replace")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, lambda target: target.write(content))
    except OSError as error:
        raise StoreError("phrases-not-saved", path=file, problem=error) from error


def _phrases(entries: Iterable[dict[str, object]]) -> tuple[Phrase, ...]:
    return tuple(map(_phrase, entries))


def _phrase(entry: dict[str, object]) -> Phrase:
    text, element, uses = entry["text"], entry.get("element", ""), entry.get("uses", 0)
    if not isinstance(text, str) or not isinstance(element, str) or not isinstance(uses, int):
        raise TypeError("text and element are words, uses is a number")
    return Phrase(text, element, uses)
