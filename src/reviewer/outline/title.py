"""The head of a report: title over one or several lines, addressee."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.outline.dates import FoundDate, read_date
from reviewer.outline.lexicon import Lexicon
from reviewer.outline.lines import Line
from reviewer.outline.numbering import read_number
from reviewer.report import Located, Span

_SEARCHED = 25  # lines outside the frame that a title may hide in
_LONGEST = 70  # code points of one line of a title
_MOST_LINES = 5
_ADDRESSEE_WITHIN = 5  # lines after the title
_ADDRESSEE_LONGEST = 60
_SENTENCE = "。;!?,"


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the body; `first` is the index of the body's first line."""

    title: Located[str] | None
    addressee: Located[str] | None
    dated: FoundDate | None
    first: int


def read_head(text: str, folded: str, lines: list[Line], lexicon: Lexicon) -> Head:
    """Return title, addressee, a date right below the title, and where the body begins."""
    limit = _first_body_line(folded, lines, lexicon)
    title_lines = _title_lines(lines, limit, lexicon)
    after = title_lines[-1] + 1 if title_lines else _first_free(lines)
    title = _joined(text, lines, title_lines, lexicon) or _title_in_frame(text, lines, lexicon)
    dated, after = _below_title(lines, after, lexicon)
    addressee, first = _addressee(text, lines, after, lexicon)
    return Head(title, addressee, dated, first)


def _below_title(lines: list[Line], after: int, lexicon: Lexicon) -> tuple[FoundDate | None, int]:
    """Pass reference number and date below a title; return the date and the line after them."""
    dated: FoundDate | None = None
    while after < len(lines):
        line = lines[after]
        match = lexicon.date.search(line.folded)
        alone = match and not (line.folded[: match.start()] + line.folded[match.end() :]).strip(
            "() "
        )
        if match and alone:
            date = read_date(match)
            if date:
                dated = dated or date.moved(line.start)
        elif not line.block.frame and not lexicon.title_reference.fullmatch(
            line.folded.strip("() ")
        ):
            break
        after += 1
    return dated, after


def _first_free(lines: list[Line]) -> int:
    return next((i for i, line in enumerate(lines) if not line.block.frame), len(lines))


def _first_body_line(folded: str, lines: list[Line], lexicon: Lexicon) -> int:
    """Return the first line that cannot belong to a head: a heading, a sentence, an addressee."""
    seen = 0
    for index, line in enumerate(lines):
        if line.block.frame:
            continue
        seen += 1
        sentence = line.folded[-1] in "。;!?" or len(line.folded) > _LONGEST
        number = read_number(folded, line.start, line.end, lexicon)
        if sentence or line.folded[-1] == ":" or (number and number.level <= 2):
            return index
        if seen > _SEARCHED:
            return index
    return len(lines)


def _title_lines(lines: list[Line], limit: int, lexicon: Lexicon) -> list[int]:
    """Return the indices of the title's lines, none where the report begins at once."""
    head = [index for index in range(limit) if not lines[index].block.frame]
    ends = [i for i in head if _ends_title(lines[i].folded, lexicon)]
    about = [i for i in ends if _speaks_of_matter(lines, i, lexicon)]
    if not ends:
        return _untypical(lines, head, lexicon)
    last = (about or ends)[-1]
    first = _title_start(lines, last, lexicon)
    follower = last + 1
    if follower < limit and lexicon.title_trailer.fullmatch(lines[follower].folded):
        last = follower
    return list(range(first, last + 1))


def _ends_title(line: str, lexicon: Lexicon) -> bool:
    label = lexicon.title_label.match(line)
    bare = line[label.end() :] if label else line
    return bool(lexicon.title_ends.search(bare)) and ">" not in bare and len(bare) <= _LONGEST


def _speaks_of_matter(lines: list[Line], index: int, lexicon: Lexicon) -> bool:
    start = _title_start(lines, index, lexicon)
    joined = "".join(lines[i].folded for i in range(start, index + 1))
    return bool(lexicon.title_matter.search(joined))


def _untypical(lines: list[Line], head: list[int], lexicon: Lexicon) -> list[int]:
    """Return a title that ends in no usual word: a line of the head on the report's matter."""
    for index in reversed(head):
        line = lines[index].folded
        if lexicon.title_matter.search(line) and ">" not in line and ":" not in line:
            return list(range(_title_start(lines, index, lexicon), index + 1))
    return []


def _title_start(lines: list[Line], last: int, lexicon: Lexicon) -> int:
    """Go up from the last line of a title to its first."""
    first = last
    while first > 0 and last - first < _MOST_LINES:
        above = lines[first - 1]
        if above.block.frame or not _continues(above.folded, lines[first].folded, lexicon):
            break
        first -= 1
    return first


def _continues(above: str, below: str, lexicon: Lexicon) -> bool:
    """Tell whether `below` goes on with a title that began in the line above it."""
    if len(above) > _LONGEST or above[-1] in _SENTENCE + ":" or ">" in above:
        return False
    if lexicon.title_reference.match(above):
        return False
    if lexicon.title_joint.match(below):
        return True
    if _ends_title(above, lexicon):
        return False
    named = lexicon.unit_pattern.match(below)
    if named and lexicon.title_matter.search(below):
        return False
    if lexicon.organ_line.fullmatch(above):
        return True
    return bool(lexicon.title_about.search(above) or lexicon.title_matter.search(above))


def _joined(
    text: str, lines: list[Line], indices: list[int], lexicon: Lexicon
) -> Located[str] | None:
    if not indices:
        return None
    first, last = lines[indices[0]], lines[indices[-1]]
    label = lexicon.title_label.match(first.folded)
    start = first.start + (label.end() if label else 0)
    pieces = [text[max(start, lines[i].start) : lines[i].end] for i in indices]
    return Located("".join("".join(pieces).split()), Span(start, last.end))


def _title_in_frame(text: str, lines: list[Line], lexicon: Lexicon) -> Located[str] | None:
    """Return the title that the metadata of a web page give."""
    labelled: Located[str] | None = None
    bare: Located[str] | None = None
    for line in lines:
        if not line.block.frame:
            continue
        label = lexicon.title_label.match(line.folded)
        start = line.start + (label.end() if label else 0)
        words = line.folded[start - line.start :]
        if not _ends_title(words, lexicon) or not lexicon.title_matter.search(words):
            continue
        located = Located("".join(text[start : line.end].split()), Span(start, line.end))
        if label:
            labelled = labelled or located
        elif lexicon.year_pattern.search(words) or lexicon.unit_pattern.search(words):
            bare = bare or located
    return labelled or bare


def _addressee(
    text: str, lines: list[Line], after: int, lexicon: Lexicon
) -> tuple[Located[str] | None, int]:
    """Return the addressee and the index of the first line after it."""
    seen = 0
    for index in range(after, len(lines)):
        line = lines[index]
        if line.block.frame:
            continue
        seen += 1
        bare = line.folded[:-1].rstrip()
        if (
            line.folded[-1] == ":"
            and len(bare) <= _ADDRESSEE_LONGEST
            and not lexicon.addressee_not.search(bare)
            and lexicon.addressee_line.fullmatch(bare)
        ):
            span = Span(line.start, line.start + len(bare))
            return Located(span.of(text), span), index + 1
        if seen >= _ADDRESSEE_WITHIN or line.folded[-1] in "。;":
            break
    return None, after
