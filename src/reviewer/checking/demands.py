"""In which clauses of a report something is demanded or aimed at instead of told.

demands:
  words: [要, 应当]        # demand or aim at something
  exceptions: [主要]       # longer words in which one of them demands nothing
  naming: [要, 应当]       # those that may only say which thing is meant (要办的事)
  link: 的                 # stands between what is said of a thing and the thing
  no_names: [新]           # what ends no such saying (要抓新的事)
  done: [了, 过]           # tell what was done, where a figure stands beside them
  not_done: [了解]         # longer words in which one of done tells nothing
  by_now: [今年, 已]       # do the same behind such a thing and in a later clause
  habits: [每, 逢]         # before one of habitual they tell a habit (每季度都要报一遍)
  habitual: [都要]
  of_all: [各]             # … unless it is demanded of all of these
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from reviewer.checking.alternatives import alternatives, any_of
from reviewer.checking.segments import ClauseSet, Segments
from reviewer.checklist.source import Node
from reviewer.support.folding import fold

_NEAR = 2  # code points in which a word of demand says which thing is meant, whatever follows
_LISTS = "、"  # between figures it parts clauses
_TIME = 8  # code points of a clause that only says when something is done
_FAR = 10  # … where it is told what was done with the thing


@dataclass(frozen=True, slots=True)
class Demands:
    """Finds the clauses that demand; where something done is told, a demand is the rule for it."""

    words: frozenset[str]
    word_or_not: re.Pattern[str]
    naming: frozenset[str]
    named: re.Pattern[str]
    not_done: re.Pattern[str]
    done: re.Pattern[str]
    done_with: re.Pattern[str]
    done_later: re.Pattern[str]
    habit: re.Pattern[str]
    of_all: re.Pattern[str]

    @classmethod
    def read(cls, node: Node) -> Demands:
        """Compile the words. Raises ChecklistError."""
        keys = (
            *("words", "exceptions", "naming", "no_names"),
            *("done", "not_done", "by_now", "habits", "habitual", "of_all"),
        )
        listed = {key: tuple(map(fold, node.require(key).texts())) for key in keys}
        one_of = {key: f"(?:{alternatives(words)})" for key, words in listed.items()}
        link = re.escape(fold(node.require("link").text()))
        no_names = "".join(f"(?<!{re.escape(word)})" for word in listed["no_names"])
        done = f"{one_of['done']}(?!{link})"
        demands = cls(
            words=frozenset(listed["words"]),
            word_or_not=any_of((*listed["words"], *listed["exceptions"])),
            naming=frozenset(listed["naming"]),
            named=re.compile(rf"\w{{1,{_NEAR}}}{no_names}{link}\w"),
            not_done=any_of(listed["not_done"]),
            done=re.compile(done),
            done_with=re.compile(rf"[^{link}]{{1,{_FAR}}}{link}.*?{one_of['by_now']}"),
            done_later=re.compile(rf"{done}|{one_of['by_now']}"),
            habit=re.compile(f"{one_of['habits']}.*?{one_of['habitual']}"),
            of_all=any_of(listed["of_all"]),
        )
        node.finish()
        return demands

    def find(self, folded: str, segments: Segments, counted: ClauseSet) -> ClauseSet:
        """Return the clauses that demand; `counted` are those with a figure."""
        asking = self._asking(folded, segments, counted)
        told: set[int] = set()
        for number in {segments.sentence_of[clause] for clause in asking}:
            clauses = segments.clauses_in(segments.sentence(number))
            texts = {n: folded[segments.clause(n).start : segments.clause(n).end] for n in clauses}
            demands = [n for n in clauses if n in asking]
            results = (n for n in clauses if n not in asking and counted >> n & 1)
            last = max((n for n in results if self._tells_later(texts[n])), default=0)
            told.update(n for n in demands if n < last)
            if len(demands) == 1 and self._is_habit(_with_time(texts, demands[0])):
                told.update(demands)
        return segments.set_of(asking - told)

    def _asking(self, folded: str, segments: Segments, counted: ClauseSet) -> set[int]:
        """Return the clauses with a word that demands, whatever else their sentence tells."""
        asking: set[int] = set()
        for match in self.word_or_not.finditer(folded):
            if match[0] not in self.words:
                continue
            number = segments.clause_at(match.start())
            behind = folded[match.end() : segments.clause_ends[number]]
            names = match[0] in self.naming and self.named.match(behind)
            if not names and not (counted >> number & 1 and self._tells(behind)):
                asking.update(_listed(folded, segments, number, asking))
        return asking

    def _tells(self, behind: str) -> bool:
        """Tell whether behind a word of demand something done is told."""
        told = self.not_done.sub("\0", behind)
        return bool(self.done.search(told) or self.done_with.match(told))

    def _tells_later(self, clause: str) -> bool:
        """Tell whether a clause behind a rule tells what came of it."""
        return bool(self.done_later.search(self.not_done.sub("\0", clause)))

    def _is_habit(self, clause: str) -> bool:
        """Tell whether a clause demands nothing beyond what is done every time."""
        return bool(self.habit.search(clause)) and not self.of_all.search(clause)


def _with_time(clauses: Mapping[int, str], number: int) -> str:
    """Return a clause with the one before it where that is short: 每个季度末，都要报一遍."""
    before = clauses.get(number - 1, "")
    return (before if len(before) <= _TIME else "") + clauses[number]


def _listed(folded: str, segments: Segments, number: int, known: Set[int]) -> Iterator[int]:
    """Yield a clause and those that go on with its list (力争办结12件、调解5件).

    Behind one that is `known` the list is known, too.
    """
    last = len(segments.clause_ends) - 1
    while number not in known:
        yield number
        if number == last or folded[segments.clause_ends[number] - 1] != _LISTS:
            return
        number += 1
