"""What a figure counts, in the words of the text.

counted:
  verbs: [开展, 发放, …]     # what is done with the thing counted stands before it
  not_verbs: [调解率, …]     # longer words in which a verb is part of the thing
  beside: [共, 全年, …]      # words beside a figure that are neither thing nor action
  generic: [工作, 活动, …]    # things that say nothing without the verb before them
  joins: [的, 对]            # behind one of these the thing follows the figure
  turns: [分]               # before a figure they say in how many turns, not of what (分两次走访)
  not_turns: [处分, …]       # words that end so and are a thing
  rates: ["%"]              # units of what has no verb before it (办结率达98%)
  own_nouns: [人, 次]        # units behind which something is told rather than the thing named
  longest: 16               # code points of a thing at the most
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewer.checking.alternatives import alternatives, any_of
from reviewer.checking.case import Case
from reviewer.checking.figures import Figure
from reviewer.checking.language import words_of
from reviewer.checklist.source import Node
from reviewer.report import Span

_LEAST = 2  # code points of a thing before its figure
_RUN_BEFORE = re.compile(r"[\u4e00-\u9fffA-Za-z“”\"《》、+]+\Z")
_RUN_AFTER = re.compile(r"[\u4e00-\u9fffA-Za-z“”\"《》+]+")
_TRIM = '、“”"+ '


@dataclass(frozen=True, slots=True)
class Counted:
    """The thing counted and the verbs that say what was done with it; None where not said.

    `noun` is false where nothing but a verb says what is counted (立案15件).
    """

    thing: Span | None
    action: Span | None
    noun: bool = True


@dataclass(frozen=True, slots=True)
class CountedFinder:
    """Finds the thing by the verbs around it; no grammar, so a thing may be longer than needed."""

    verbs: re.Pattern[str]
    beside_start: re.Pattern[str]
    beside_end: re.Pattern[str]
    joins: tuple[str, ...]
    turns: re.Pattern[str]
    generic: frozenset[str]
    rates: tuple[str, ...]
    own_nouns: frozenset[str]
    longest: int

    @classmethod
    def read(cls, node: Node) -> CountedFinder:
        """Compile the words. Raises ChecklistError."""
        kept, beside = any_of(words_of(node, "not_verbs")), alternatives(words_of(node, "beside"))
        verbs = alternatives(words_of(node, "verbs"))
        turns, not_turns = (alternatives(words_of(node, key)) for key in ("turns", "not_turns"))
        finder = cls(
            verbs=re.compile(rf"(?P<kept>{kept.pattern})|(?:{verbs})"),
            beside_start=re.compile(rf"(?:{beside})+"),
            beside_end=re.compile(rf"(?:{beside})+\Z"),
            joins=words_of(node, "joins"),
            turns=re.compile(rf"(?P<kept>{not_turns})\Z|(?:{turns})\Z"),
            generic=frozenset(words_of(node, "generic")),
            rates=words_of(node, "rates"),
            own_nouns=frozenset(words_of(node, "own_nouns")),
            longest=int(node.require("longest").number()),
        )
        node.finish()
        return finder

    def find(
        self, case: Case, figure: Figure, before: tuple[Figure, Counted] | None = None
    ) -> Counted:
        """Return what `figure` counts; `before` is the figure before it in the sentence.

        The thing is what follows the figure at once (两名干部), unless its unit is a noun itself;
        else what stands between the last verb and the figure; else the verb itself, done with the
        thing of the figure before. Before a figure of turns stands who takes them.
        """
        run = self._run_before(case, figure, before[0].span.end if before else 0)
        text = case.part_text(run)
        if figure.unit in self.rates and len(text) >= _LEAST:
            return Counted(self._trimmed(case, run), None)
        turned = self.turns.search(text)
        if turned and not turned["kept"]:
            named = None if figure.unit in self.own_nouns else self._after(case, figure)
            return Counted(named, None, noun=named is not None)
        cuts = [m.span() for m in self.verbs.finditer(text) if not m["kept"]]
        while cuts and text[cuts[-1][1] :] in self.generic:
            cuts.pop()
        last = cuts[-1][1] if cuts else 0
        action = Span(run.start + cuts[0][0], run.start + last) if cuts else None
        thing = self._trimmed(case, Span(run.start + last, run.end))
        told = len(thing) >= _LEAST and not text.endswith(self.joins)
        after = None if told and figure.unit in self.own_nouns else self._after(case, figure)
        if after or len(thing) >= _LEAST:
            return Counted(after or thing, action)
        if before and (not text or (before[0].unit == figure.unit and before[1].noun)):
            return Counted(before[1].thing, action)
        whole = self._trimmed(case, Span(run.start + _chain_start(cuts), run.end))
        return Counted(whole if len(whole) else None, None, noun=False)

    def _run_before(self, case: Case, figure: Figure, begin: int) -> Span:
        """Return the words of the figure's clause before it, without those beside it."""
        clause = case.segments.clause(case.segments.clause_at(figure.span.start))
        start = max(clause.start, begin, figure.span.start - 2 * self.longest)
        text = case.folded[start : figure.span.start].rstrip()
        match = _RUN_BEFORE.search(text)
        if match is None:
            return Span(figure.span.start, figure.span.start)
        end = self.beside_end.search(match[0])
        run = match[0][: end.start()] if end and not match[0].endswith(self.joins) else match[0]
        led = self.beside_start.match(run)
        begin = start + match.start() + (led.end() if led else 0)
        return Span(begin, max(begin, start + match.start() + len(run)))

    def _after(self, case: Case, figure: Figure) -> Span | None:
        """Return the noun right behind a figure (12名执法人员), up to the next verb or adverb."""
        clause = case.segments.clause(case.segments.clause_at(figure.span.start))
        match = _RUN_AFTER.match(case.folded, figure.span.end, clause.end)
        if match is None or self.beside_start.match(match[0]):
            return None
        verb = next((m for m in self.verbs.finditer(match[0]) if not m["kept"]), None)
        noun = match[0][: verb.start()] if verb else match[0]
        beside = self.beside_start.search(noun)
        noun = noun[: beside.start()] if beside else noun
        thing = self._trimmed(case, Span(match.start(), match.start() + len(noun)))
        return thing if len(thing) <= self.longest and len(thing) else None

    def _trimmed(self, case: Case, span: Span) -> Span:
        start = max(span.start, span.end - self.longest)
        text = case.folded[start : span.end]
        start += len(text) - len(text.lstrip(_TRIM + "".join(self.joins)))
        return Span(start, max(start, span.end - (len(text) - len(text.rstrip(_TRIM)))))


def _chain_start(cuts: list[tuple[int, int]]) -> int:
    """Return where the thing begins in a run that ends with verbs, such as 开展 | 执法检查."""
    start = len(cuts) - 1
    while start > 0 and cuts[start - 1][1] == cuts[start][0]:
        start -= 1
    return cuts[start - 1][1] if start > 0 else 0
