"""Names of a unit that is not the report's own, used as its own.

names:
  kinds:                      # by the last word of the unit's short name
    镇: {foreign: [我乡, 全乡], not: [全乡镇]}
  organs: [党委, 人民政府]      # a place name before one of them names a unit
  bodies: [综合执法中心]         # and in the text also before one of these
  no_names: [全镇, 各乡]         # ends of such a match that name nothing
  deeds: [认真, 扎实]            # behind a body that opens a clause: told as one's own
  places: [镇, 乡, 街道]
  often: 2                    # bodies of another unit that make it a slip, not a neighbour
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reviewer.checking.alternatives import alternatives
from reviewer.checking.case import Case, Scope
from reviewer.checking.language import words_of
from reviewer.checking.notation import Pattern, Sort, atom_of, read_words
from reviewer.checking.observations.values import Remark
from reviewer.checking.parts import LEADERS, PLAN, RESULTS
from reviewer.checklist.source import Node
from reviewer.report import Span
from reviewer.support.folding import fold

NAME = "name"

_NAME = 2  # code points before the kind that tell a body's name from others


@dataclass(frozen=True, slots=True)
class _Kind:
    foreign: tuple[Pattern, ...]
    scope: Scope


@dataclass(frozen=True, slots=True)
class UnitNameFinder:
    """Finds 我镇 in a 乡, and another unit's name in title, signature or text."""

    kinds: Mapping[str, _Kind]
    signed_name: re.Pattern[str]
    body_kind: re.Pattern[str]
    no_names: tuple[str, ...]
    often: int
    deeds: re.Pattern[str]

    @classmethod
    def read(cls, node: Node) -> UnitNameFinder:
        """Compile the names. Raises ChecklistError."""
        kinds: dict[str, _Kind] = {}
        for name, fields in node.require("kinds").mapping().items():
            foreign = (
                Pattern(word, ((atom_of(Sort.WORDS, (word,)),),))
                for word in words_of(fields, "foreign")
            )
            scope = Scope(None, read_words(fields, "not"), publicity=True)
            kinds[name] = _Kind(tuple(foreign), scope)
            fields.finish()
        places = words_of(node, "places")
        behind_name = (f"{place}(?<=[\u4e00-\u9fff]{{{_NAME}}}{place})" for place in places)
        organs = "|".join(words_of(node, "organs"))
        bodies = "|".join(words_of(node, "bodies"))
        finder = cls(
            kinds=kinds,
            signed_name=re.compile(
                rf"([\u4e00-\u9fff]{{2,10}}?(?:{'|'.join(places)}))(?:{organs})"
            ),
            # The kind comes first, so that the search goes from kind to kind.
            body_kind=re.compile(rf"(?:{'|'.join(behind_name)})(?={organs}|{bodies})"),
            no_names=words_of(node, "no_names"),
            often=int(node.require("often").number()),
            deeds=re.compile(rf"(?:{organs}|、)+(?:{alternatives(words_of(node, 'deeds'))})"),
        )
        node.finish()
        return finder

    def find(self, case: Case) -> Iterator[Remark]:
        """Yield them; a report whose unit is unknown may call itself by names of one kind only."""
        unit = case.outline.front.unit
        if unit is None:
            kinds = [list(self._wrong_kinds(case, kind)) for kind in self.kinds]
            yield from min(kinds, key=len, default=[])
            return
        name = fold(unit.value)
        yield from self._wrong_kinds(case, name)
        yield from self._other_units(case, name)
        yield from self._other_bodies(case, name)

    def _wrong_kinds(self, case: Case, unit: str) -> Iterator[Remark]:
        kind = next((k for name, k in self.kinds.items() if unit.endswith(name)), None)
        for pattern in kind.foreign if kind else ():
            for span in case.find(pattern, kind.scope) if kind else ():
                details = {"found": pattern.text, "unit": unit}
                yield Remark(NAME, "wrong-kind", (span,), details)

    def _other_units(self, case: Case, unit: str) -> Iterator[Remark]:
        """Yield the title's or signature's unit names that are not the report's own."""
        for part in (case.outline.front.title, case.outline.front.signed):
            text = fold(part.value).replace(" ", "") if part else ""
            named = self.signed_name.findall(text)
            if part and named and not any(_is_own(name, unit) for name in named):
                details = {"found": named[0], "unit": unit}
                yield Remark(NAME, "other-unit", (part.span,), details)

    def _other_bodies(self, case: Case, unit: str) -> Iterator[Remark]:
        """Yield bodies of a unit of another name that is spoken of as often as one's own is.

        A neighbour may be named once, but not as one's own deeds are told; the last two
        characters before the kind tell names apart.
        """
        found: defaultdict[str, list[Span]] = defaultdict(list)
        told: set[str] = set()
        for match in self.body_kind.finditer(case.folded):
            place = Span(match.start() - _NAME, match.end())
            name = case.part_text(place)
            own = unit.endswith(name) or name.endswith(self.no_names)
            if not own and case.parts.at(place.start) & {RESULTS, LEADERS, PLAN}:
                found[name].append(place)
                if self._tells_deeds(case, place):
                    told.add(name)
        for name, places in found.items():
            if len(places) >= self.often or name in told:
                yield Remark(NAME, "other-body", tuple(places), {"found": name, "unit": unit})

    def _tells_deeds(self, case: Case, body: Span) -> bool:
        first = case.segments.clause_starts[case.segments.clause_at(body.start)]
        return body.start == first and bool(self.deeds.match(case.folded, body.end))


def _is_own(name: str, unit: str) -> bool:
    """Tell whether a name is the unit's, also without the middle (of a 民族乡) that is left out."""
    return name.endswith(unit) or (name[-1] == unit[-1] and unit.startswith(name[:-1]))
