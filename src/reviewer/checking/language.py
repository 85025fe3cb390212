"""The words all criteria of a checklist share, compiled from its `language` block."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewer.checking.alternatives import alternatives, any_of
from reviewer.checking.demands import Demands
from reviewer.checking.figure_words import FigureWords
from reviewer.checking.names import Names
from reviewer.checking.notation import Atom, Pattern, Sort, atom_of, read_patterns
from reviewer.checking.particular import Striker, striker
from reviewer.checklist.source import Node
from reviewer.support.folding import fold

PART_IDS = ("results", "shortcomings", "leaders", "plan")


def words_of(node: Node, key: str) -> tuple[str, ...]:
    """Return the folded words under `key`."""
    return tuple(fold(word) for word in node.texts_of(key))


def _required(node: Node, key: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in node.require(key).texts())


@dataclass(frozen=True, slots=True)
class PartNames:
    """How a part of the report calls itself in a heading, or opens without one.

    `words` settle a heading wherever they stand in it; `endings` only at its end and only on the
    top level; every word group of a `combination` must be in the heading. A sentence with
    one of the `opener_exceptions` opens nothing, unless that stands in one of `still_open`. `told`
    are passages that tell the part in whatever words.
    """

    words: re.Pattern[str]
    endings: tuple[str, ...]
    combinations: tuple[tuple[tuple[str, ...], ...], ...]
    openers: tuple[tuple[tuple[str, ...], ...], ...]
    opener_exceptions: tuple[str, ...]
    intends: tuple[str, ...]
    still_open: re.Pattern[str]
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Language:
    """Shared words: parts, units, moods, publicity, titles.

    Of a sentence that is more than a slogan at least `more_than_slogan` Chinese characters are left
    once stock words are struck out.
    """

    parts: dict[str, PartNames]
    part_names: dict[str, str]
    figures: FigureWords
    like_units: dict[str, str]
    bare_words: re.Pattern[str]
    names: Names
    frequency: Atom
    none: Atom
    demands: Demands
    publicity: re.Pattern[str]
    publicity_exceptions: re.Pattern[str]
    theme_signs: re.Pattern[str]
    departments: re.Pattern[str]
    department_lists: re.Pattern[str]
    own_document: re.Pattern[str]
    perfect: re.Pattern[str]
    degree_words: tuple[str, ...]
    standard_nouns: tuple[str, ...]
    function_words: tuple[str, ...]
    more_than_slogan: int
    ordinal_words: tuple[str, ...]
    cause_headings: tuple[str, ...]
    measure_headings: tuple[str, ...]
    measure_openers: tuple[str, ...]
    themes: dict[str, tuple[str, ...]]
    generic_names: re.Pattern[str]
    copied_wording: re.Pattern[str]
    denial: re.Pattern[str]
    agendas: tuple[Pattern, ...]

    def stock_striker(self, further: tuple[str, ...] = ()) -> Striker:
        """Return a striker of degree words, standard nouns, function words and `further` ones."""
        return striker((*self.degree_words, *self.standard_nouns, *self.function_words, *further))


def read_language(node: Node) -> Language:
    """Compile the `language` block of a checklist but for `observations`. Raises ChecklistError."""
    parts = node.require("parts")
    themes, like_units = node.require("themes"), node.require("like_units")
    part_names = node.require("part_names")
    stock = tuple(
        _required(node, key) for key in ("degree_words", "standard_nouns", "function_words")
    )
    degree_words, standard_nouns, function_words = stock
    language = Language(
        parts={part: _part_names(parts.require(part)) for part in PART_IDS},
        part_names={part: name.text() for part, name in part_names.mapping().items()},
        figures=FigureWords.read(node),
        like_units={unit: like.text() for unit, like in like_units.mapping().items()},
        bare_words=any_of(_required(node, "bare_words")),
        names=_names(node.require("names"), sum(stock, ())),
        frequency=atom_of(Sort.WORDS, _required(node, "frequency")),
        none=atom_of(Sort.WORDS, _required(node, "none")),
        demands=Demands.read(node.require("demands")),
        publicity=any_of(_required(node, "publicity")),
        publicity_exceptions=any_of(_required(node, "publicity_exceptions")),
        theme_signs=any_of(_required(node, "theme_signs")),
        departments=any_of(_required(node, "departments")),
        department_lists=_lists_before(_required(node, "department_nouns")),
        own_document=any_of(_required(node, "own_document")),
        perfect=any_of(_required(node, "perfect")),
        degree_words=degree_words,
        standard_nouns=standard_nouns,
        function_words=function_words,
        more_than_slogan=int(node.require("more_than_slogan").number()),
        ordinal_words=_required(node, "ordinal_words"),
        cause_headings=_required(node, "cause_headings"),
        measure_headings=_required(node, "measure_headings"),
        measure_openers=_required(node, "measure_openers"),
        themes={name: words_of(themes, name) for name in themes.mapping()},
        generic_names=any_of(_required(node, "generic_names")),
        copied_wording=any_of(_required(node, "copied_wording")),
        denial=any_of(_required(node, "denial")),
        agendas=read_patterns(node, "agendas"),
    )
    parts.finish()
    return language


def _names(node: Node, stock: tuple[str, ...]) -> Names:
    names = Names(
        places=any_of(_required(node, "places")),
        not_places=any_of(_required(node, "not_places")),
        matters=any_of(_required(node, "matters")),
        before=any_of(_required(node, "before")),
        generic=Striker((*stock, *_required(node, "generic"))),
    )
    node.finish()
    return names


def _lists_before(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """Compile a list such as 司法、综治、应急等部门; the last item may run into the noun."""
    name = r"[\u4e00-\u9fff]{2,6}"
    return re.compile(rf"(?:{name}、){{2,}}{name}?(?:{alternatives(nouns)})")


def _part_names(node: Node) -> PartNames:
    told = node.get("told")
    names = PartNames(
        words=any_of(words_of(node, "words")),
        endings=words_of(node, "endings"),
        combinations=_combinations(words_of(node, "combinations")),
        openers=_combinations(words_of(node, "openers")),
        opener_exceptions=words_of(node, "opener_exceptions"),
        intends=words_of(node, "intends"),
        still_open=any_of(words_of(node, "still_open")),
        told=told.lines() if told else (),
    )
    node.finish()
    return names


def _combinations(lines: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], ...], ...]:
    return tuple(
        tuple(tuple(w.strip() for w in group.split("|")) for group in line.split("&"))
        for line in lines
    )


def has_combination(text: str, combinations: tuple[tuple[tuple[str, ...], ...], ...]) -> bool:
    """Tell whether `text` holds a word of every group of any combination."""
    return any(
        all(any(word in text for word in group) for group in combination)
        for combination in combinations
    )
