"""Why a topic that is named is weak: what stands there instead of a fact, and what is lacking.

wants:                              # of a topic; beside figure and case, which all topics want
  no-subject: [党委, 中心组]         # a reason code, and patterns of which one must stand there
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reviewer.checking.case import Case
from reviewer.checking.notation import Pattern, Sort, read_patterns, sort_pattern
from reviewer.checklist.source import Node
from reviewer.report import Span

Wants = Mapping[str, tuple[Pattern, ...]]

_WANTS = ("no-subject", "no-date-given")
_CASES = tuple(map(sort_pattern, (Sort.OWN_DOCUMENT, Sort.NAMED, Sort.MATTER, Sort.PLACE)))


def read_wants(node: Node) -> Wants:
    """Return what a topic wants beside figure and case. Raises ChecklistError."""
    wants = node.get("wants")
    if wants is None:
        return {}
    read = {code: read_patterns(wants, code) for code in _WANTS if wants.get(code)}
    wants.finish()
    return read


def weaknesses(case: Case, named: Sequence[Span], wants: Wants) -> tuple[str, ...]:
    """Return reason codes: what the sentences at `named` are, then what their text lacks."""
    around = [place for span in named for place in case.around(span.start)] or list(named)
    return (_manner(case, named), *_lacks(case, named, around, wants))


def _manner(case: Case, named: Sequence[Span]) -> str:
    """Say what kind of sentences name the topic."""
    if all(case.asks(case.segments.clause_at(span.start)) for span in named):
        return "requirement-only"
    sentences = [
        case.part_text(case.segments.sentence(case.segments.sentence_of[clause]))
        for clause in (case.segments.clause_at(span.start) for span in named)
    ]
    if all(map(case.language.copied_wording.search, sentences)):
        return "copied-wording"
    language = case.language
    stock = language.stock_striker()
    if all(stock.left(sentence) < language.more_than_slogan for sentence in sentences):
        return "slogan-only"
    return "no-fact"


def _lacks(
    case: Case, named: Sequence[Span], around: Sequence[Span], wants: Wants
) -> Iterator[str]:
    figures = any(case.figures_in(place) for place in around)
    yield "no-own-figure" if figures else "no-figure"
    if not _holds(case, _CASES, around):
        yield "no-case"
    for code, patterns in wants.items():
        if not _holds(case, patterns, [*around, *named]):
            yield code


def _holds(case: Case, patterns: tuple[Pattern, ...], places: Sequence[Span]) -> bool:
    clauses = case.clauses_of(patterns)
    return any(clauses & case.segments.set_in(place) for place in places)
