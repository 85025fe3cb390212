"""Hides what names a topic without reporting on it: law titles, departments, publicity themes.

Masked characters become NUL, so that offsets stay what they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.checking.language import Language
from reviewer.checking.segments import ClauseSet, Segments
from reviewer.checking.word_index import find_all
from reviewer.report import Span

_TITLE = re.compile(r"《[^》\n]{1,80}》")
_MORE_TITLES = re.compile(r"(?:[^《》\n]?《[^》\n]{1,80}》)*")
_DEPARTMENTS = 2  # marks 、 in a list of departments, at least
_THEMES = 3  # marks 、 in a list of themes, at least
_THEME_LIST = re.compile(rf"[^、,;:。\n]+(?:、[^、,;:。\n]+){{{_THEMES},}}")
_REACH = 16  # code points around a title in which a verb such as 制定 claims it as the unit's own


@dataclass(frozen=True, slots=True)
class MaskedText:
    """Folded text with names masked; `publicity` are the clauses about publicity."""

    text: str
    publicity: ClauseSet
    own_documents: tuple[Span, ...]

    def of(self, span: Span) -> str:
        """Return the masked text of a span."""
        return self.text[span.start : span.end]


def mask(folded: str, segments: Segments, language: Language, unit: str | None) -> MaskedText:
    """Mask `folded`; the unit's own titles stay.

    They follow a verb such as 制定 or 印发, stand before one in the perfect (已印发), or name the
    `unit`, whose folded name it is.
    """
    hidden: list[Span] = []
    own: list[Span] = []
    for match in _TITLE.finditer(folded):
        clause = segments.clause(segments.clause_at(match.start()))
        before = folded[max(clause.start, match.start() - _REACH) : match.start()]
        named = unit is not None and unit in match[0]
        claimed = language.own_document.search(before) or _is_done(match.end(), folded, language)
        (own if named or claimed else hidden).append(Span(match.start(), match.end()))
    hidden += [Span(m.start(), m.end()) for m in language.departments.finditer(folded)]
    hidden += _department_lists(folded, segments, language)
    plain = _hide(folded, hidden)
    publicity, themes = _publicity(plain, segments, language)
    return MaskedText(_hide(plain, themes), publicity, tuple(own))


def _is_done(end: int, folded: str, language: Language) -> bool:
    """Tell whether titles up to `end`, and more behind them, are said to be made (均已印发)."""
    more = _MORE_TITLES.match(folded, end)
    start = more.end() if more else end
    said = language.perfect.match(folded, start)
    return bool(said and language.own_document.search(folded, start, start + _REACH))


def _lists(text: str, segments: Segments, items: int) -> list[int]:
    """Return the clauses that name more than `items` things joined by 、."""
    marks = Counter(map(segments.clause_at, find_all(text, "、")))
    return [clause for clause, count in marks.items() if count >= items]


def _department_lists(folded: str, segments: Segments, language: Language) -> list[Span]:
    clauses = (segments.clause(number) for number in _lists(folded, segments, _DEPARTMENTS))
    return [
        Span(match.start(), match.end())
        for clause in clauses
        for match in language.department_lists.finditer(folded, clause.start, clause.end)
    ]


def _publicity(plain: str, segments: Segments, language: Language) -> tuple[ClauseSet, list[Span]]:
    """Return the clauses about publicity or with lists of its themes, and the themes themselves."""
    about = {segments.clause_at(m.start()) for m in language.publicity.finditer(plain)}
    sentences = {segments.sentence_of[clause] for clause in about}
    lists = [n for n in _lists(plain, segments, _THEMES) if segments.sentence_of[n] in sentences]
    hidden: set[int] = set()
    listed: list[Span] = []
    for number in {*about, *lists}:
        clause = segments.clause(number)
        told = language.publicity_exceptions.search(plain, clause.start, clause.end)
        themes = number in lists and language.theme_signs.search(plain, clause.start, clause.end)
        if themes or not told:
            hidden.add(number)
        if themes:
            listed += _behind_first(plain, clause, themes.start())
    return segments.set_of(hidden), listed


def _behind_first(plain: str, clause: Span, sign: int) -> Iterator[Span]:
    """Yield the themes of a list but for the first, with which what is done runs together."""
    for match in _THEME_LIST.finditer(plain, clause.start, clause.end):
        start = plain.index("、", match.start())
        yield Span(start, sign if start < sign <= match.end() else match.end())


def _hide(text: str, spans: list[Span]) -> str:
    pieces: list[str] = []
    done = 0
    for span in sorted(spans):
        start = max(done, span.start)
        if span.end <= start:
            continue
        pieces += (text[done:start], "\0" * (span.end - start))
        done = span.end
    pieces.append(text[done:])
    return "".join(pieces)
