"""The single shortcomings and the single measures of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from reviewer.checking.alternatives import any_of
from reviewer.checking.case import Case
from reviewer.checking.observations.values import Measure
from reviewer.checking.parts import PLAN, SHORTCOMINGS, PartSpan
from reviewer.checking.tables import rows_below
from reviewer.report import Section, Span
from reviewer.support.folding import fold

# A number in the middle of a line, behind the end of a sentence.
_COUNTED = re.compile(r"(?P<mark>^|[。;:\n]) ?(?:\d{1,2}[.、)](?!\d)|\(\d{1,2}\)|[①-⑳])")

_LABEL = 8  # code points


class Shortcoming(NamedTuple):
    """A single shortcoming, and where its row or sentence tells its cause and a measure for it."""

    span: Span
    cause: Span | None = None
    measure: Span | None = None


def shortcomings(case: Case) -> list[Shortcoming]:
    """Return the single shortcomings, in text order.

    They are told apart by the rows of a table, else by (一) and 一是, whichever are more; without
    markers by semicolons; without semicolons every sentence that says what falls short is one.
    """
    found: list[Shortcoming] = []
    for stretch in case.stretches(SHORTCOMINGS):
        rows = list(_rows(case, stretch))
        marked = [s for s in _marked(case, stretch) if not (rows and _in_table(case, s))]
        if len(marked) == 1:
            marked = _inline(case, marked[0]) or marked
        if rows and len(rows) >= len(marked):
            found += rows
            continue
        found += (_apart(case, span) for span in marked or _unmarked(case, stretch))
    return found


def _rows(case: Case, stretch: PartSpan) -> Iterator[Shortcoming]:
    language = case.language
    short = language.parts[SHORTCOMINGS].endings
    columns = short, language.cause_headings, language.measure_headings
    for _, (span, cause, measure) in rows_below(case, stretch.span, *columns):
        if span:
            yield Shortcoming(span, cause, measure)


def _in_table(case: Case, span: Span) -> bool:
    """Tell whether a passage begins in a row of cells, whose items are none of the list around."""
    text = case.report.text
    begin = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.start)
    return "\t" in text[begin : end if end >= 0 else len(text)]


def _apart(case: Case, span: Span) -> Shortcoming:
    """Part a shortcoming from the measure that its own sentence goes on to tell.

    Where the text goes over into another part, the shortcoming ends.
    """
    openers = case.language.measure_openers
    for number in case.segments.clauses_in(span)[1:]:
        start = case.segments.clause_starts[number]
        if SHORTCOMINGS not in case.parts.at(start):
            return Shortcoming(Span(span.start, start))
        if case.folded.startswith(openers, start) or _is_label(case, number):
            return Shortcoming(Span(span.start, start), measure=Span(start, span.end))
    return Shortcoming(span)


def _is_label(case: Case, clause: int) -> bool:
    """Tell whether a clause only announces the measure (整改措施：)."""
    text = case.part_text(case.segments.clause(clause)).strip()
    return (
        len(text) <= _LABEL
        and text.endswith(":")
        and text[:-1].endswith(case.language.measure_headings)
    )


def measures(case: Case, *, apart: bool = False) -> list[Measure]:
    """Return the measures of the plan.

    They are the rows of a table, else numbered sub-sections, else 一是 items, whichever are more;
    else sentences, of which what semicolons join is one unless they are wanted `apart`; where plan
    and shortcomings could not be told apart, what each shortcoming goes on to tell.
    """
    found: list[Measure] = []
    for stretch in case.stretches(PLAN):
        if stretch.mixed:
            own = (item.measure for item in shortcomings(case))
            found += (Measure(span, span) for span in own if span and span.start in stretch.span)
            continue
        rows = list(rows_below(case, stretch.span, case.language.measure_headings))
        numbered = _numbered_measures(case, stretch)
        if rows:
            numbered = [one for one in numbered if not _in_table(case, one.span)]
        if rows and len(rows) >= len(numbered):
            found += (Measure(cell, row) for row, (cell,) in rows if cell)
        elif numbered:
            found += numbered
        else:
            body = _below_heading(stretch)
            told = case.segments.sentences_in(body) if apart else _full_sentences(case, body)
            found += (Measure(sentence, sentence) for sentence in told)
    return found


def _numbered_measures(case: Case, stretch: PartSpan) -> list[Measure]:
    section = stretch.heading
    if section is None:
        return []
    children = [child for child in section.children if child.span.start in stretch.span]
    counted = _inline(case, children[0].span) if len(children) == 1 else []
    if len(counted) > 1:
        return [Measure(case.segments.sentences_in(span)[0], span) for span in counted]
    if children:
        return [Measure(child.heading, child.span) for child in children]
    items = [item.span for item in section.items if item.span.start in stretch.span]
    return [Measure(case.segments.sentences_in(span)[0], span) for span in items]


def _full_sentences(case: Case, body: Span) -> Iterator[Span]:
    """Yield the sentences of a text; what semicolons join is one."""
    start: int | None = None
    for sentence in case.segments.sentences_in(body):
        start = sentence.start if start is None else start
        if not case.folded[sentence.start : sentence.end].endswith(";"):
            yield Span(start, sentence.end)
            start = None
    if start is not None:
        yield Span(start, body.end)


def passage(case: Case) -> list[Span]:
    """Return the text of the shortcomings part without its headings of the top level."""
    return [_below_heading(stretch) for stretch in case.stretches(SHORTCOMINGS)]


def _below_heading(stretch: PartSpan) -> Span:
    start = stretch.heading.heading.end if stretch.heading else 0
    return Span(max(start, stretch.span.start), stretch.span.end)


def _marked(case: Case, stretch: PartSpan) -> Iterator[Span]:
    if stretch.heading is not None:
        leaves = _leaves(case, stretch.heading, top=True)
        yield from (leaf for leaf in leaves if leaf.start in stretch.span)
        return
    for section in case.outline.path(stretch.span.start)[-1:]:
        yield from (item.span for item in section.items if item.span.start in stretch.span)


def _leaves(case: Case, section: Section, *, top: bool = False) -> Iterator[Span]:
    if section.items and not section.children:
        yield from (item.span for item in section.items)
    elif section.children:
        ends = case.language.cause_headings
        told = [child for child in section.children if not fold(child.title).endswith(ends)]
        for child in told or section.children:
            many = len(child.items) > 1 or len(child.children) > 1
            yield from _leaves(case, child) if many else iter((child.span,))
    elif not top:
        yield section.span


def _inline(case: Case, span: Span) -> list[Span]:
    """Return the items that a paragraph counts off in itself, by 1. 2. or 首先 and 其次."""
    starts = [span.start + m.end("mark") for m in _COUNTED.finditer(case.part_text(span))]
    words = case.language.ordinal_words
    for sentence in case.segments.sentences_in(span):
        if case.folded.startswith(words, sentence.start):
            starts.append(sentence.start)
    edges = [*sorted(set(starts)), span.end]
    return [Span(a, b) for a, b in pairwise(edges)]


def _unmarked(case: Case, stretch: PartSpan) -> Iterator[Span]:
    body = _below_heading(stretch)
    counted = _inline(case, body)
    if len(counted) > 1:
        yield from counted
        return
    degree = any_of(case.language.degree_words)
    sentences = case.segments.sentences_in(body)
    listed = False  # whether the sentence before ended with a semicolon
    for sentence in sentences:
        ends_list, listed = listed, case.folded[sentence.start : sentence.end].endswith(";")
        if listed or ends_list or degree.search(case.folded, sentence.start, sentence.end):
            yield sentence
