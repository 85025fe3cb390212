"""What a report says of itself: title, addressee, unit, year, signature and dates."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from reviewer.outline.dates import FoundDate, publication_date, writing_date
from reviewer.outline.heading import Heading
from reviewer.outline.lexicon import Lexicon
from reviewer.outline.lines import LinedText
from reviewer.outline.own_name import unit_in_body
from reviewer.outline.signature import Ending
from reviewer.outline.title import read_title
from reviewer.outline.unit import unit_in, unit_in_frame
from reviewer.outline.year import year_by_date, year_by_headings, year_in, year_in_title
from reviewer.report import FrontMatter, Located, Span
from reviewer.support.folding import fold

_ADDRESSEE_WITHIN = 5  # lines after the title
_ADDRESSEE_LONGEST = 60
_RUN_IN_LONGEST = 24  # code points of an addressee that text follows in the same line


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the body; `first` is the index of the body's first line."""

    title: Located[str] | None
    addressee: Located[str] | None
    signed: Located[str] | None
    dated: FoundDate | None
    first: int


def read_head(lined: LinedText) -> Head:
    """Return what stands above the body, and where the body begins."""
    found = read_title(lined)
    addressee, first = _addressee(lined, found.after)
    return Head(found.title, addressee, found.signed, found.dated, first)


def _addressee(lined: LinedText, after: int) -> tuple[Located[str] | None, int]:
    """Return the addressee and the index of the first line after it."""
    lines, lexicon = lined.lines, lined.lexicon
    seen = 0
    begun: int | None = None
    for index in range(after, len(lines)):
        line = lines[index]
        if line.frame:
            continue
        seen += 1
        colon = line.folded.find(":")
        bare = line.folded[:colon].rstrip() if colon >= 0 else line.folded
        alone = colon == len(line.folded) - 1
        longest = _ADDRESSEE_LONGEST if alone else _RUN_IN_LONGEST
        if colon >= 0 and len(bare) <= longest and _names_organs(bare, lexicon):
            span = Span(begun if begun is not None else line.start, line.start + len(bare))
            return Located(span.of(lined.text).replace("\n", ""), span), index + alone
        if seen >= _ADDRESSEE_WITHIN or line.folded[-1] in "。;:":
            break
        goes_on = line.folded[-1] in ",、" and _names_organs(line.folded[:-1], lexicon)
        begun = (line.start if begun is None else begun) if goes_on else None
    return None, after


def _names_organs(words: str, lexicon: Lexicon) -> bool:
    return bool(lexicon.addressee_line.fullmatch(words) and not lexicon.addressee_not.search(words))


def read_front(
    lined: LinedText,
    head: Head,
    ending: Ending,
    headings: list[Heading],
    opening: Span | None,
) -> FrontMatter:
    """Put together the front matter of a report whose body has been found."""
    folded, lexicon = lined.folded, lined.lexicon
    titled = year_in_title(folded, head.title.span, lexicon) if head.title else None
    around = [
        line
        for index, line in enumerate(lined.lines)
        if line.frame or index < head.first or index >= ending.last
    ]
    web_date = publication_date(around, titled.value if titled else None, lexicon)
    signed_on = ending.date
    if head.dated and (head.signed or folded[head.dated.start - 1] == "("):
        signed_on = signed_on or head.dated
    elif head.dated:
        web_date = web_date or head.dated.located
    signature_date = signed_on.located if signed_on else None
    date = signature_date or web_date
    return FrontMatter(
        title=head.title,
        unit=_as_printed(_unit(lined, head, ending), lined.text),
        year=titled or _year(lined, headings, opening, date),
        addressee=head.addressee,
        signed=ending.signed or head.signed,
        signature_date=signature_date,
        signature_date_has_day=signed_on.has_day if signed_on else True,
        web_date=web_date,
        writing_date=writing_date(around, lexicon),
    )


def _unit(lined: LinedText, head: Head, ending: Ending) -> Located[str] | None:
    """Return the unit by title, signature, the page's frame or the body, in this order."""
    lines, lexicon = lined.lines, lined.lexicon
    for located in (head.title, ending.signed):
        if located and (unit := unit_in(located.value, located.span.start, lexicon)):
            return unit
    for line in lines[head.first : head.first + 1]:  # a body that stands below the title
        if lexicon.organ_line.fullmatch(line.folded):
            unit = unit_in(line.folded, line.start, lexicon)
            if unit:
                return unit
    body = (line.block.span for line in lines[head.first :] if not line.frame)
    return unit_in_frame(lines, lexicon) or unit_in_body(lined.folded, body, lexicon)


def _as_printed(unit: Located[str] | None, text: str) -> Located[str] | None:
    """Give back the glyphs of the report, but for a kind that stands for another."""
    if unit and fold(unit.span.of(text)) == unit.value:
        return Located(unit.span.of(text), unit.span)
    return unit


def _year(
    lined: LinedText,
    headings: list[Heading],
    opening: Span | None,
    date: Located[datetime.date] | None,
) -> Located[int] | None:
    """Return the year of a report whose title has none."""
    folded, lexicon = lined.folded, lined.lexicon
    opened = year_in(folded, opening, lexicon) if opening else None
    if opened and (date is None or date.value.year - 1 <= opened.value <= date.value.year):
        return opened
    return year_by_date(date) or year_by_headings(folded, headings, lexicon)
