"""Self-name: does the report call its unit what it is, and no other unit's name?

kind: self-name
kinds:                      # by the last word of the unit's short name
  镇: {foreign: [我乡, 全乡], not: [全乡镇]}
organs: [党委, 人民政府]      # a place name before one of them names a unit
bodies: [综合执法中心]         # and in the text also before one of these
no_names: [全镇, 各乡]         # ends of such a match that name nothing
places: [镇, 乡, 街道]
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reviewer.checking.case import Case, Scope
from reviewer.checking.judgement import Judgement, present, undetermined, weak
from reviewer.checking.language import words_of
from reviewer.checking.notation import Atom, Pattern, Sort
from reviewer.checking.parts import LEADERS, OPENING, PLAN, RESULTS
from reviewer.checklist.source import Node
from reviewer.report import Span
from reviewer.support.folding import fold

_OFTEN = 2  # bodies of another unit that make it a slip, not a neighbour


@dataclass(frozen=True, slots=True)
class _Kind:
    foreign: tuple[str, ...]
    exceptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SelfName:
    """Present when self-names fit, weak with a foreign one; never missing."""

    home: str
    kinds: Mapping[str, _Kind]
    signed_name: re.Pattern[str]
    body_name: re.Pattern[str]
    no_names: tuple[str, ...]

    @classmethod
    def read(cls, node: Node) -> SelfName:
        """Compile the criterion. Raises ChecklistError."""
        kinds: dict[str, _Kind] = {}
        for name, fields in node.require("kinds").mapping().items():
            kinds[name] = _Kind(words_of(fields, "foreign"), words_of(fields, "not"))
            fields.finish()
        places = "|".join(words_of(node, "places"))
        organs = "|".join(words_of(node, "organs"))
        bodies = "|".join(words_of(node, "bodies"))
        criterion = cls(
            home=OPENING,
            kinds=kinds,
            signed_name=re.compile(rf"([\u4e00-\u9fff]{{2,10}}?(?:{places}))(?:{organs})"),
            body_name=re.compile(rf"([\u4e00-\u9fff]{{2}}(?:{places}))(?={organs}|{bodies})"),
            no_names=words_of(node, "no_names"),
        )
        node.finish()
        return criterion

    def judge(self, case: Case) -> Judgement:
        """Look for self-names of another kind and for another unit's name as signature."""
        unit = case.outline.front.unit
        if unit is None:
            return undetermined("no-unit")
        name = fold(unit.value)
        faults = [
            *self._wrong_kinds(case, name),
            *self._other_units(case, name),
            *self._other_bodies(case, name),
        ]
        return weak("foreign-name", sorted(faults)[:3]) if faults else present("own-name")

    def _wrong_kinds(self, case: Case, unit: str) -> Iterator[Span]:
        kind = next((k for name, k in self.kinds.items() if unit.endswith(name)), None)
        if kind is None:
            return
        for word in kind.foreign:
            pattern = Pattern(word, ((Atom(Sort.WORDS, (word,)),),))
            yield from case.find(pattern, Scope(None, kind.exceptions, publicity=True))

    def _other_units(self, case: Case, unit: str) -> Iterator[Span]:
        """Yield the title's or signature's unit names that are not the report's own."""
        for part in (case.outline.front.title, case.outline.front.signed):
            text = fold(part.value).replace(" ", "") if part else ""
            named = self.signed_name.findall(text)
            if part and named and not any(name.endswith(unit) for name in named):
                yield part.span

    def _other_bodies(self, case: Case, unit: str) -> Iterator[Span]:
        """Yield bodies of a unit of another name that is spoken of as often as one's own is.

        A neighbour may be named once; the last two characters before the kind tell names apart.
        """
        found: defaultdict[str, list[Span]] = defaultdict(list)
        for match in self.body_name.finditer(case.folded):
            name = match[1]
            own = unit.endswith(name) or name.endswith(self.no_names)
            if not own and case.parts.at(match.start()) & {RESULTS, LEADERS, PLAN}:
                found[name].append(Span(match.start(), match.end()))
        for places in found.values():
            if len(places) >= _OFTEN:
                yield from places
