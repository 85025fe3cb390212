"""The names of the four parts, as headings print them."""

from __future__ import annotations

from reviewer.outline.lexicon import Lexicon

RESULTS, SHORTCOMINGS, LEADERS, PLAN = "results", "shortcomings", "leaders", "plan"
_LONGEST = 60


def named_part(title: str, lexicon: Lexicon) -> str | None:
    """Return which part a folded heading names as a whole, None where it names none."""
    if len(title) > _LONGEST:
        return None
    if lexicon.part_leaders.fullmatch(title):
        return LEADERS
    if lexicon.part_shortcomings.fullmatch(title):
        return SHORTCOMINGS
    if lexicon.part_ahead.search(title) and lexicon.part_plan.fullmatch(title):
        return PLAN
    if lexicon.part_results.fullmatch(title):
        return RESULTS
    return None


def spoken_of(title: str, lexicon: Lexicon) -> set[str]:
    """Return the parts that a folded heading of level 1 speaks of, one or several."""
    found = {named_part(title, lexicon)} - {None}
    for part, pattern in (
        (SHORTCOMINGS, lexicon.part_about_shortcomings),
        (LEADERS, lexicon.part_about_leaders),
        (PLAN, lexicon.part_about_plan),
    ):
        if pattern.search(title):
            found.add(part)
    return {part for part in found if part}
