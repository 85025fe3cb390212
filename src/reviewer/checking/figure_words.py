"""The words by which figures are told from other numbers, from a checklist's `language` block."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.checklist.source import Node
from reviewer.support.folding import fold


@dataclass(frozen=True, slots=True)
class FigureWords:
    """What is counted, and what numbers stand beside where they count nothing.

    A unit in `ignored_below` counts from its number on. `no_figure_after` stands before numbers
    that say which one is meant, which `number_joins` enumerate. Behind `round_after` a bare 100
    counts. Of `set_phrases` no number counts, but for those in `set_phrase_exceptions`.
    """

    units: tuple[str, ...]
    ignored_units: tuple[str, ...]
    numeral_units: tuple[str, ...]
    event_units: tuple[str, ...]
    done_once: tuple[str, ...]
    ignored_below: dict[str, float]
    no_figure_after: tuple[str, ...]
    number_joins: tuple[str, ...]
    round_after: tuple[str, ...]
    set_phrases: tuple[str, ...]
    set_phrase_exceptions: tuple[str, ...]
    vague: tuple[str, ...]

    @classmethod
    def read(cls, node: Node) -> FigureWords:
        """Take the words from the `language` block. Raises ChecklistError."""

        def listed(key: str) -> tuple[str, ...]:
            return tuple(fold(word) for word in node.require(key).texts())

        below = node.require("ignored_below").mapping()
        return cls(
            units=listed("units"),
            ignored_units=listed("ignored_units"),
            numeral_units=listed("numeral_units"),
            event_units=listed("event_units"),
            done_once=listed("done_once"),
            ignored_below={unit: least.number() for unit, least in below.items()},
            no_figure_after=listed("no_figure_after"),
            number_joins=listed("number_joins"),
            round_after=listed("round_after"),
            set_phrases=listed("set_phrases"),
            set_phrase_exceptions=listed("set_phrase_exceptions"),
            vague=listed("vague"),
        )
