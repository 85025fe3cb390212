"""The single shortcomings and the single measures of a report."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.checking.case import Case
from reviewer.checking.language import any_of
from reviewer.checking.observations.values import Measure
from reviewer.checking.parts import PLAN, SHORTCOMINGS, PartSpan
from reviewer.report import Section, Span


def shortcomings(case: Case) -> list[Span]:
    """Return the places of the single shortcomings, in text order.

    They are told apart by (一) and 一是; without markers by semicolons; without semicolons every
    sentence that says what falls short is one.
    """
    found: list[Span] = []
    for stretch in case.stretches(SHORTCOMINGS):
        marked = list(_marked(stretch))
        found += marked or list(_unmarked(case, stretch))
    return found


def measures(case: Case) -> list[Measure]:
    """Return the measures of the plan: numbered sub-sections, else 一是 items, else sentences."""
    found: list[Measure] = []
    for stretch in case.stretches(PLAN):
        section = stretch.heading
        if section and section.children:
            found += [Measure(child.heading, child.span) for child in section.children]
        elif section and section.items:
            found += [
                Measure(case.segments.sentences_in(item.span)[0], item.span)
                for item in section.items
            ]
        else:
            body = Span(section.heading.end, stretch.span.end) if section else stretch.span
            sentences = case.segments.sentences_in(body)
            found += [Measure(sentence, sentence) for sentence in sentences]
    return found


def passage(case: Case) -> list[Span]:
    """Return the text of the shortcomings part without its headings of the top level."""
    return [
        Span(s.heading.heading.end if s.heading else s.span.start, s.span.end)
        for s in case.stretches(SHORTCOMINGS)
    ]


def _marked(stretch: PartSpan) -> Iterator[Span]:
    if stretch.heading is None:
        return
    yield from _leaves(stretch.heading, top=True)


def _leaves(section: Section, *, top: bool = False) -> Iterator[Span]:
    if section.items and not section.children:
        yield from (item.span for item in section.items)
    elif section.children:
        for child in section.children:
            yield from _leaves(child) if len(child.items) > 1 else iter((child.span,))
    elif not top:
        yield section.span


def _unmarked(case: Case, stretch: PartSpan) -> Iterator[Span]:
    start = stretch.heading.heading.end if stretch.heading else stretch.span.start
    degree = any_of(case.language.degree_words)
    sentences = case.segments.sentences_in(Span(start, stretch.span.end))
    listed = False  # whether the sentence before ended with a semicolon
    for sentence in sentences:
        ends_list, listed = listed, case.folded[sentence.start : sentence.end].endswith(";")
        if listed or ends_list or degree.search(case.folded, sentence.start, sentence.end):
            yield sentence
