"""The title of a report: over one or several lines, or in the metadata of a web page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewer.outline.dates import FoundDate, read_date
from reviewer.outline.lexicon import Lexicon
from reviewer.outline.lines import Line, LinedText
from reviewer.outline.numbering import read_number
from reviewer.outline.parts import named_part
from reviewer.report import Located, Span

_SEARCHED = 25  # lines outside the frame that a title may hide in
_LONGEST = 70  # code points of one line of a title
_MOST_LINES = 5
_SHORT_LABEL = 12  # code points of a label before a colon that is neither addressee nor sentence
_SENTENCE = "。;!?,"
_AFTER_DATE = re.compile(r"[ )]*(?:\d{1,2}:\d{2}(?::\d{2})?)?[ )]*$")
_SITE = re.compile(r"[_|].*$")


@dataclass(frozen=True, slots=True)
class FoundTitle:
    """A title, who signed and dated it right there, and the index of the first line after."""

    title: Located[str] | None
    signed: Located[str] | None
    dated: FoundDate | None
    after: int


def read_title(lined: LinedText) -> FoundTitle:
    """Return the title; where the report has none in its text, the one in the page's frame."""
    lines, lexicon = lined.lines, lined.lexicon
    limit = _first_body_line(lined)
    indices = _title_lines(lines, limit, lexicon)
    first = next((i for i, line in enumerate(lines) if not line.frame), len(lines))
    behind = None
    title = None
    if indices:
        title, behind = _joined(lined, indices)
        first = indices[-1] + 1
    dated, after = _below(lines, first, lexicon)
    signed, after = _signed_below(lined, after) if title else (None, after)
    if signed:
        dated, after = _below(lines, after, lexicon)
    title = title or _in_frame(lined)
    return FoundTitle(title, signed, behind or dated, after)


def _signed_below(lined: LinedText, after: int) -> tuple[Located[str] | None, int]:
    """Return the bodies between a title and the date right below them, and the date's line."""
    lines, lexicon = lined.lines, lined.lexicon
    stop = after
    while stop < len(lines) and lexicon.organ_line.fullmatch(lines[stop].folded):
        stop += 1
    if stop == after or stop == len(lines) or not _is_date(lines[stop].folded, lexicon):
        return None, after
    span = Span(lines[after].start, lines[stop - 1].end)
    return Located(" ".join(span.of(lined.text).split()), span), stop


def _is_date(words: str, lexicon: Lexicon) -> bool:
    date = _final_date(words, lexicon)
    return date is not None and not words[: date.start].strip("( ")


def _below(lines: list[Line], after: int, lexicon: Lexicon) -> tuple[FoundDate | None, int]:
    """Pass reference number and date below a title; return the date and the line after them."""
    dated: FoundDate | None = None
    while after < len(lines):
        line = lines[after]
        date = _final_date(line.folded, lexicon)
        if date and not line.folded[: date.start].strip("( "):
            dated = dated or date.moved(line.start)
        elif not (line.frame or lexicon.title_reference.fullmatch(line.folded.strip("() "))):
            break
        after += 1
    return dated, after


def _final_date(words: str, lexicon: Lexicon) -> FoundDate | None:
    """Return the date that `words` end in; a time of day may follow it."""
    match = lexicon.date.search(words)
    return read_date(match) if match and _AFTER_DATE.match(words, match.end()) else None


def _first_body_line(lined: LinedText) -> int:
    """Return the first line that cannot belong to a head: a heading, a sentence, an addressee."""
    lines, lexicon = lined.lines, lined.lexicon
    seen = 0
    for index, line in enumerate(lines):
        if line.frame:
            continue
        seen += 1
        sentence = line.folded[-1] in "。;!?" or len(line.folded) > _LONGEST
        number = read_number(lined.folded, line.start, line.end, lexicon)
        asks = line.folded[-1] == ":" and len(line.folded) > _SHORT_LABEL
        addressed = line.folded[-1] == ":" and lexicon.addressee_line.fullmatch(line.folded[:-1])
        if sentence or asks or addressed or (number and number.level <= 2):
            return index
        if seen > _SEARCHED:
            return index
    return len(lines)


def _title_lines(lines: list[Line], limit: int, lexicon: Lexicon) -> list[int]:
    """Return the indices of the title's lines, none where the report begins at once."""
    head = [index for index in range(limit) if not lines[index].frame]
    ends = [index for index in head if _ends_title(lines[index].folded, lexicon)]
    if not ends:
        return _untypical(lines, head, lexicon)
    about = [index for index in ends if _speaks_of_matter(lines, index, lexicon)] or ends
    own = [index for index in about if not named_part(lines[index].folded, lexicon)] or about[:1]
    last = own[-1]
    first = _title_start(lines, last, lexicon)
    follower = last + 1
    if follower < limit and lexicon.title_trailer.fullmatch(lines[follower].folded):
        last = follower
    return list(range(first, last + 1))


def _words(line: str, lexicon: Lexicon) -> tuple[int, int]:
    """Return where a title begins and ends in a line that may label and date it."""
    label = lexicon.title_label.match(line)
    start = label.end() if label else 0
    date = _final_date(line, lexicon)
    bare = line[: date.start].rstrip("( ") if date else line
    return start, max(len(bare), start)


def _ends_title(line: str, lexicon: Lexicon) -> bool:
    start, end = _words(line, lexicon)
    bare = line[start:end]
    whole = len(bare) <= _LONGEST and not set(">:") & set(bare)
    leads = lexicon.title_no.search(bare)
    return whole and not leads and bool(lexicon.title_ends.search(bare))


def _speaks_of_matter(lines: list[Line], index: int, lexicon: Lexicon) -> bool:
    start = _title_start(lines, index, lexicon)
    joined = "".join(lines[i].folded for i in range(start, index + 1))
    return bool(lexicon.title_matter.search(joined))


def _untypical(lines: list[Line], head: list[int], lexicon: Lexicon) -> list[int]:
    """Return a title that ends in no usual word: a line of the head on the report's matter."""
    for index in reversed(head):
        line = lines[index].folded
        if lexicon.title_matter.search(line) and not set(">:_") & set(line):
            return list(range(_title_start(lines, index, lexicon), index + 1))
    return []


def _title_start(lines: list[Line], last: int, lexicon: Lexicon) -> int:
    """Go up from the last line of a title to its first."""
    first = last
    while first > 0 and last - first < _MOST_LINES:
        above = lines[first - 1]
        if above.frame or not _continues(above.folded, lines[first].folded, lexicon):
            break
        first -= 1
    return first


def _continues(above: str, below: str, lexicon: Lexicon) -> bool:
    """Tell whether `below` goes on with a title that began in the line above it."""
    if len(above) > _LONGEST or above[-1] in _SENTENCE + ":" or set(">_") & set(above):
        return False
    if lexicon.title_reference.match(above) or _final_date(above, lexicon):
        return False
    if lexicon.title_joint.match(below):
        return True
    if _ends_title(above, lexicon):
        return False
    own = lexicon.unit_pattern.match(below) and not lexicon.title_about.match(below)
    if own and lexicon.title_matter.search(below):
        return False
    if lexicon.organ_line.fullmatch(above):
        return bool(lexicon.unit_pattern.search(above))
    if lexicon.title_about.match(below) and lexicon.unit_pattern.fullmatch(above):
        return True
    return any(
        pattern.search(above)
        for pattern in (lexicon.title_about, lexicon.title_matter, lexicon.year_pattern)
    )


def _joined(lined: LinedText, indices: list[int]) -> tuple[Located[str], FoundDate | None]:
    """Return the title on these lines, without blanks, and the date behind it."""
    text, lines, lexicon = lined.text, lined.lines, lined.lexicon
    first, last = lines[indices[0]], lines[indices[-1]]
    start = first.start + _words(first.folded, lexicon)[0]
    end = last.start + _words(last.folded, lexicon)[1]
    pieces = [text[max(start, lines[i].start) : min(end, lines[i].end)] for i in indices]
    date = _final_date(last.folded, lexicon)
    located = Located("".join("".join(pieces).split()), Span(start, end))
    return located, date.moved(last.start) if date else None


def _in_frame(lined: LinedText) -> Located[str] | None:
    """Return the title that the metadata of a web page give."""
    lexicon = lined.lexicon
    bare: Located[str] | None = None
    for line in lined.lines:
        if not line.frame:
            continue
        start, end = _words(_SITE.sub("", line.folded), lexicon)
        words = line.folded[start:end]
        if not lexicon.title_matter.search(words) or not _ends_title(words, lexicon):
            continue
        span = Span(line.start + start, line.start + end)
        located = Located("".join(span.of(lined.text).split()), span)
        if start:
            return located
        dated = lexicon.year_pattern.search(words) or lexicon.unit_pattern.search(words)
        if dated:
            bare = bare or located
    return bare
