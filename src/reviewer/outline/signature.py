"""The end of a report: closing formula, signing bodies, date, and what follows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reviewer.outline.dates import FoundDate, read_date
from reviewer.outline.lexicon import Lexicon
from reviewer.outline.lines import Line, LinedText
from reviewer.outline.numbering import read_number
from reviewer.report import Located, Span

_BRACKETS = "()（） \u3000"
_MOST_ORGANS = 4
_LAST_LINES = 8  # a signature without date stands no further from the end
_LONGEST = 60  # code points of a line of signature


@dataclass(frozen=True, slots=True)
class Ending:
    """Where a report's body stops; indices count lines, `last` is the first line after the body."""

    last: int
    closing: Span | None
    tail: Span | None
    signed: Located[str] | None
    date: FoundDate | None


@dataclass(frozen=True, slots=True)
class _Signature:
    first: int
    last: int
    organs: tuple[Span, ...]
    date: FoundDate | None


def read_ending(lined: LinedText, first: int) -> Ending:
    """Return how the report ends; its body begins at line `first`."""
    lines, lexicon = lined.lines, lined.lexicon
    body = [index for index in range(first, len(lines)) if not lines[index].frame]
    signature = _signature(lined, body)
    signed_at = signature.first if signature else len(lines)
    stop = _without_after(lines, [index for index in body if index < signed_at], lexicon)
    inner = [index for index in body if index < stop]
    closing = _closing(lines, inner, lexicon)
    tail = [index for index in body if index >= stop]
    return Ending(
        last=closing[0] if closing else stop,
        closing=_span(lines, closing),
        tail=_span(lines, tail),
        signed=_signed(lined.text, signature),
        date=signature.date if signature else None,
    )


def _signature(lined: LinedText, body: list[int]) -> _Signature | None:
    """Return the signature: bodies with a date beside them anywhere, else at the very end.

    A covering letter's counts where the report below it has none, but ends nothing.
    """
    lines, lexicon = lined.lines, lined.lexicon
    first_top = _first_top(lined, body)
    letter: _Signature | None = None
    for place, index in enumerate(body):
        date = _date_line(lines[index], lexicon)
        if date is None or place == 0:
            continue
        organs, before = _organs(lines, index, date, lexicon)
        start = place
        while len(organs) < _MOST_ORGANS and start > 0:
            above = _organ_spans(lines[body[start - 1]], lexicon)
            if not above or before:
                break
            organs = (*above, *organs)
            start -= 1
        if not organs and place + 1 < len(body):
            organs = _organ_spans(lines[body[place + 1]], lexicon)
        near_end = place >= len(body) - _LAST_LINES
        if organs or (near_end and not _goes_on(lines, body[place + 1 :])):
            found = _Signature(body[start], index, organs, date)
            length = lines[index].end - lines[body[0]].start
            sent = lines[body[-1]].end - lines[index].end
            if place >= first_top or length > sent:
                return found
            letter = letter or replace(found, first=len(lines))
    return _undated(lines, body, lexicon) or letter


def _first_top(lined: LinedText, body: list[int]) -> int:
    """Return the place in `body` of a heading 一、 that no other top heading stands before."""
    for place, index in enumerate(body):
        line = lined.lines[index]
        number = read_number(lined.folded, line.start, line.end, lined.lexicon)
        if number and number.level == 1:
            return place if number.ordinal == 1 else 0
    return 0


def _goes_on(lines: list[Line], after: list[int]) -> bool:
    """Tell whether prose follows: a date above it is the page's."""
    return any(len(lines[i].folded) > _LONGEST and "。" in lines[i].folded for i in after)


def _undated(lines: list[Line], body: list[int], lexicon: Lexicon) -> _Signature | None:
    end = len(body)
    for place in range(end - 1, max(end - _LAST_LINES, 0), -1):
        organs = _organ_spans(lines[body[place]], lexicon)
        if not organs or _goes_on(lines, body[place + 1 :]):
            continue
        start = place
        while start > max(place - _MOST_ORGANS, 1) and (
            above := _organ_spans(lines[body[start - 1]], lexicon)
        ):
            organs = (*above, *organs)
            start -= 1
        return _Signature(body[start], body[place], organs, None)
    return None


def _date_line(line: Line, lexicon: Lexicon) -> FoundDate | None:
    """Return the date of a line that holds a date and at most signing bodies."""
    if len(line.folded) > _LONGEST:
        return None
    match = lexicon.date.search(line.folded)
    if match is None or line.folded[match.end() :].strip(_BRACKETS + "。"):
        return None
    before = line.folded[: match.start()].strip(_BRACKETS + ":,")
    if before and not _is_organs(before, lexicon):
        return None
    date = read_date(match)
    return date.moved(line.start) if date else None


def _organs(
    lines: list[Line], index: int, date: FoundDate, lexicon: Lexicon
) -> tuple[tuple[Span, ...], bool]:
    """Return the bodies before the date in its own line, and whether there are any."""
    line = lines[index]
    before = line.folded[: date.start - line.start].rstrip(_BRACKETS + ":,")
    organs = _spans(before, line.start, lexicon)
    return organs, bool(organs)


def _is_organs(words: str, lexicon: Lexicon) -> bool:
    return bool(_spans(words, 0, lexicon))


def _organ_spans(line: Line, lexicon: Lexicon) -> tuple[Span, ...]:
    return _spans(line.folded, line.start, lexicon) if len(line.folded) <= _LONGEST else ()


def _spans(words: str, offset: int, lexicon: Lexicon) -> tuple[Span, ...]:
    """Return the bodies that `words` consist of, split at blanks; none where there is more."""
    label = lexicon.organ_label.match(words)
    start = label.end() if label else 0
    seal = lexicon.organ_seal.search(words)
    end = seal.start() if seal and seal.end() == len(words) else len(words)
    if not lexicon.organ_line.fullmatch(words, start, end):
        return ()
    pieces = re.finditer(r"[^ ]+", words[start:end])
    return tuple(Span(offset + start + m.start(), offset + start + m.end()) for m in pieces)


def _without_after(lines: list[Line], body: list[int], lexicon: Lexicon) -> int:
    """Return the index of the line after the body: remarks such as attachments are none of it."""
    stop = len(body)
    while stop > 1 and lexicon.closing_after.match(lines[body[stop - 1]].folded):
        stop -= 1
    return body[stop - 1] + 1 if stop else 0


def _closing(lines: list[Line], inner: list[int], lexicon: Lexicon) -> list[int]:
    """Return the last lines of the body from the closing formula on."""
    for place in range(len(inner) - 1, max(len(inner) - 4, 0), -1):
        if lexicon.closing_formula.match(lines[inner[place]].folded):
            earlier = place - 1
            while earlier > 0 and lexicon.closing_formula.match(lines[inner[earlier]].folded):
                earlier -= 1
            return inner[earlier + 1 :]
    return []


def _span(lines: list[Line], indices: list[int]) -> Span | None:
    return Span(lines[indices[0]].start, lines[indices[-1]].end) if indices else None


def _signed(text: str, signature: _Signature | None) -> Located[str] | None:
    if signature is None or not signature.organs:
        return None
    value = " ".join(organ.of(text) for organ in signature.organs)
    return Located(value, Span(signature.organs[0].start, signature.organs[-1].end))
