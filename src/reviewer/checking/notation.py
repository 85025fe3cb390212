"""The notation in which a checklist says what to look for.

    合同|协议 + 司法所|律师 & 把关|审核

`|` parts words of which one is enough; `&` joins what must stand in one clause, `+` what must
stand in one sentence, `@` what must stand in the same numbered sub-section (heading included).
A `!` before words means that none of them may stand in the clause, or, right after a `+`, in the
sentence. A `#` before words after an `@` means that the sub-section is about them: they stand in
its heading or its first sentence. Words in braces stand for more than a word:

    {n 次|场}   a figure with one of the units      {n}      any figure
    {own}       the title of a document of the unit's own
    {named}     a name in quotation marks           {list}   two or more items joined by 、
    {named 队|室}  one that ends with such a word or stands before it
    {freq}      a frequency such as 每月            {none}   an explicit 无 or 未发生
    {matter}    a project, contract, dispute … with a name of its own
    {place}     a village or the like with its name
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cache
from itertools import chain

from reviewer.checklist.source import Node
from reviewer.support.folding import fold

_SIGNS = re.compile(r"[{}&@]")
_AFTER = re.compile(r"\w{0,8}")  # what a name in quotation marks may stand before
_BRACES = re.compile(r"\{(\w+)(?: ([^}]*))?\}$")


Words = tuple[str, ...]  # of which one is enough


class Sort(Enum):
    """What an atom looks for."""

    WORDS = "words"
    FIGURE = "n"
    OWN_DOCUMENT = "own"
    NAMED = "named"
    LIST = "list"
    FREQUENCY = "freq"
    NONE = "none"
    MATTER = "matter"
    PLACE = "place"


WORDS, FIGURE = Sort.WORDS, Sort.FIGURE  # asked for so often that reading them from Sort counts


@dataclass(frozen=True, slots=True, eq=False)
class Atom:
    """Words, or a kind of thing; `words` are then the units of a figure or what a name names.

    An atom that is `absent` must not stand there; one that is `ahead` must stand at the head of
    the sub-section.

    Atoms are compared by identity: they are keys of every report's look-ups.
    """

    sort: Sort
    words: Words = ()
    absent: bool = False
    ahead: bool = False

    def names(self, text: str, inside: int, behind: int) -> bool:
        """Tell whether a name in quotation marks is that of one of these things.

        `inside` is where the name ends, `behind` where the text goes on: “老村长调解室”, “夜话”会.
        """
        after = _AFTER.match(text, behind)
        near = after[0] if after else ""
        return text.endswith(self.words, 0, inside) or any(word in near for word in self.words)


@cache
def atom_of(sort: Sort, words: Words = (), *, absent: bool = False, ahead: bool = False) -> Atom:
    """Return an atom, the same one again, so that lines that say the same share an answer."""
    return Atom(sort, words, absent, ahead)


NO_WORDS = atom_of(Sort.WORDS)  # stand nowhere
_NO_FIGURE = atom_of(Sort.FIGURE, absent=True)

Group = tuple[Atom, ...]  # all in one clause


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """What to look for: groups that must share a sentence, and what its sub-section must hold.

    The words of `without` may not stand in the sentence. `line` is where it stands in its file,
    0 for one put together from words of several places. `needs` are the atoms without which it
    holds nowhere in a report. Compared by identity, as atoms are.
    """

    text: str
    groups: tuple[Group, ...]
    around: tuple[Atom, ...] = ()
    without: Atom = NO_WORDS
    line: int = 0
    needs: tuple[Atom, ...] = field(init=False)

    def __post_init__(self) -> None:
        wanted = (atom for atom in chain(*self.groups, self.around) if not atom.absent)
        object.__setattr__(self, "needs", tuple(wanted))


def read_patterns(node: Node, key: str) -> tuple[Pattern, ...]:
    """Return the patterns listed under `key`. Raises ChecklistError for bad notation."""
    listed = node.get(key)
    if listed is None:
        return ()
    nodes = [listed] if isinstance(listed.value, str) else listed.items()
    return tuple(map(read_pattern, nodes))


def read_words(node: Node, key: str) -> Atom:
    """Return the words listed under `key`."""
    return atom_of(Sort.WORDS, tuple(map(fold, node.texts_of(key))))


def read_pattern(node: Node) -> Pattern:
    """Compile one line of the notation. Raises ChecklistError."""
    line = fold(node.text())
    inside, *around = line.split(" @ ")
    groups = tuple(
        tuple(_atom(atom.strip(), node) for atom in group.split(" & "))
        for group in inside.split(" + ")
    )
    places = tuple(_atom(atom.strip(), node) for atom in around)
    told = tuple(group for group in groups if not group[0].absent)
    barred = [group for group in groups if group[0].absent]
    misplaced = groups[0][0].absent or any(len(group) > 1 for group in barred)
    ahead = any(atom.ahead for group in groups for atom in group)
    if misplaced or ahead or any(atom.absent for atom in places):
        node.fail("checklist-bad-pattern", found=node.text())
    without = tuple(word for group in barred for word in group[0].words)
    text = fold(node.written) or line
    return Pattern(text, told, places, atom_of(Sort.WORDS, without), node.line)


def _atom(text: str, node: Node) -> Atom:
    braces = _BRACES.match(text)
    if braces is None:
        words = _words(text)
        if not all(words) or _SIGNS.search(text):
            node.fail("checklist-bad-pattern", found=node.text())
        absent, ahead = text.startswith("!"), text.startswith("#")
        return atom_of(Sort.WORDS, words, absent=absent, ahead=ahead)
    name, units = braces.groups()
    if name not in {sort.value for sort in Sort} - {Sort.WORDS.value}:
        allowed = ", ".join(f"{{{sort.value}}}" for sort in Sort if sort is not Sort.WORDS)
        node.fail("checklist-bad-choice", found=text, allowed=allowed)
    return atom_of(Sort(name), tuple(unit.strip() for unit in units.split("|")) if units else ())


def sort_pattern(sort: Sort) -> Pattern:
    """Return the pattern that looks for a kind of thing."""
    return Pattern(f"{{{sort.value}}}", ((atom_of(sort),),))


def without_figures(pattern: Pattern) -> Pattern | None:
    """Return what a pattern says where there is no figure, None where that is one word alone.

    What must stand around it does not count: it is a word of the topic as a rule.
    """
    groups = (tuple(a for a in g if a.sort is not Sort.FIGURE) for g in pattern.groups)
    said = tuple((*group, _NO_FIGURE) for group in groups if group and not group[0].absent)
    wanted = [atom for group in said for atom in group if not atom.absent]
    return replace(pattern, groups=said) if len(wanted) > 1 else None


def figures_of(patterns: Iterable[Pattern]) -> tuple[Pattern, ...]:
    """Return patterns that look for the figures of others, whatever stands beside them."""
    atoms = (atom for pattern in patterns for group in pattern.groups for atom in group)
    units = {atom.words for atom in atoms if atom.sort is Sort.FIGURE and not atom.absent}
    counted = (atom_of(Sort.FIGURE, words) for words in sorted(units))
    return tuple(Pattern(f"{{n {'|'.join(atom.words)}}}", ((atom,),)) for atom in counted)


def spoken(pattern: Pattern) -> str:
    """Return a pattern as a person reads it: 县里/区里…下放; what is no word is left out."""
    groups = (atom for group in pattern.groups for atom in group)
    said = ["/".join(a.words) for a in groups if a.sort is Sort.WORDS and not a.absent]
    return "…".join(said)


def _words(group: str) -> Words:
    return tuple(word.strip() for word in group.lstrip("!#").split("|"))
