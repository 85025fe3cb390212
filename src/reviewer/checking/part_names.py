"""Which parts of a report its headings and first sentences name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from reviewer.checking.alternatives import alternatives
from reviewer.checking.language import PartNames, has_combination
from reviewer.checking.parts import LEADERS, PLAN, RESULTS, SHORTCOMINGS
from reviewer.checking.year_names import begins_with, years_in
from reviewer.report import Section, Span
from reviewer.support.folding import fold

_SENTENCE_END = re.compile(r"[。!?;\n]")
_LONGEST_NAME = 48  # code points; in a longer heading a word such as 工作安排 names no part
_LONGEST_PART_HEADING = 24  # code points; a longer heading of level 2 is a sentence


class Folded(NamedTuple):
    """The folded text of a report, and the year it is about."""

    text: str
    year: int | None

    def body(self, section: Section) -> str:
        """Return what stands below the heading of a section."""
        return self.text[section.heading.end : section.span.end]

    def is_of_next_year(self, title: str) -> bool:
        """Tell whether a folded heading names the next year and no other."""
        return self.year is not None and set(years_in(title)) == {self.year + 1}

    def begins_next_year(self, text: str) -> bool:
        """Tell whether the first words of a folded text are the next year."""
        return self.year is not None and begins_with(self.year + 1, text)

    def sentences(self, home: Span) -> Iterator[Span]:
        """Yield the sentences of a stretch, blanks and line ends included."""
        start = home.start
        for match in _SENTENCE_END.finditer(self.text, home.start, home.end):
            yield Span(start, match.end())
            start = match.end()
        yield Span(start, home.end)


class Naming:
    """The names of the parts in one checklist."""

    def __init__(self, names: Mapping[str, PartNames]) -> None:
        """`names` has those of each part."""
        self._names = names
        self._may_name = re.compile("|".join(map(_beginnings, names.values())))

    def of(self, section: Section, folded: Folded, *, top: bool) -> tuple[str, ...]:
        """Return the part a person put a section into, else those its heading names.

        The one that rules comes first; `top` says that the section is one of the topmost.
        """
        return (section.part,) if section.part else self._by_heading(section, folded, top=top)

    def opening(self, part: str, folded: Folded, home: Span, *, shared: bool = False) -> int | None:
        """Return where a part's first sentence begins in `home`, None where there is none.

        It may also begin with the next year: under a heading `shared` with another part in any
        case, elsewhere where it intends something.
        """
        names = self._names[part]
        for span in folded.sentences(home):
            sentence = folded.text[span.start : span.end]
            intended = shared or any(word in sentence for word in names.intends)
            if intended and folded.begins_next_year(sentence):
                return span.start
            if has_combination(sentence, names.openers):
                # Behind the colon the first shortcoming may be told.
                head = names.still_open.sub("", sentence.partition(":")[0])
                if not any(word in head for word in names.opener_exceptions):
                    return span.start
        return None

    def _by_heading(self, section: Section, folded: Folded, *, top: bool) -> tuple[str, ...]:
        title = fold(section.title)
        if not self._may_name.search(title):
            return (PLAN,) if top and folded.is_of_next_year(title) else ()
        if not top and len(title) > _LONGEST_PART_HEADING:
            return (LEADERS,) if self._names_part(LEADERS, title, top) else ()
        found = [
            part for part in (LEADERS, SHORTCOMINGS, PLAN) if self._names_part(part, title, top)
        ]
        if top and folded.is_of_next_year(title) and not found:
            found.append(PLAN)
        if LEADERS in found:
            return (LEADERS,)
        if not found and self._names_part(RESULTS, title, top):
            return (RESULTS,)
        return tuple(found)

    def _names_part(self, part: str, title: str, top: bool) -> bool:
        names = self._names[part]
        bare = title.rstrip("。:;,. ")
        if top and bare.endswith(names.endings):
            return True
        if part != LEADERS and len(title) > _LONGEST_NAME:
            return False
        named = names.words.search(title) is not None
        return named or has_combination(title, names.combinations)


def _beginnings(names: PartNames) -> str:
    """Return a pattern of what a heading has at least that names the part; most have nothing."""
    firsts = chain(names.endings, *(combination[0] for combination in names.combinations))
    return f"{names.words.pattern}|{alternatives(firsts)}"
