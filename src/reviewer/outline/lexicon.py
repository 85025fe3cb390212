"""The words of the field by which an outline is found, read from resources/lexicon."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from re import Pattern

from reviewer.support.resources import resource


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Compiled patterns over folded text; the data file says what each is for."""

    frame_metadata: Pattern[str]
    contents: Pattern[str]
    title_ends: Pattern[str]
    title_no: Pattern[str]
    title_matter: Pattern[str]
    title_about: Pattern[str]
    title_trailer: Pattern[str]
    title_label: Pattern[str]
    title_reference: Pattern[str]
    title_joint: Pattern[str]
    unit_pattern: Pattern[str]
    unit_short_pattern: Pattern[str]
    unit_publisher: Pattern[str]
    unit_kind: Pattern[str]
    unit_follow: Pattern[str]
    unit_before: Pattern[str]
    unit_particle: Pattern[str]
    unit_under: Pattern[str]
    unit_organ: Pattern[str]
    unit_opener: Pattern[str]
    unit_lead: Pattern[str]
    unit_generic: Pattern[str]
    unit_kinds: Mapping[str, str]
    year_pattern: Pattern[str]
    year_range: Pattern[str]
    year_next: Pattern[str]
    addressee_line: Pattern[str]
    addressee_not: Pattern[str]
    organ_line: Pattern[str]
    organ_seal: Pattern[str]
    organ_label: Pattern[str]
    date: Pattern[str]
    date_labels: Pattern[str]
    date_companions: Pattern[str]
    opening_formula: Pattern[str]
    closing_formula: Pattern[str]
    closing_after: Pattern[str]
    number_part: Pattern[str]
    number_enumeration: Pattern[str]
    item_marker: Pattern[str]
    item_first: Pattern[str]
    heading_narrative: Pattern[str]
    heading_figures: Pattern[str]
    heading_seam: Pattern[str]
    heading_verbs: Pattern[str]
    heading_first_font: Pattern[str]
    heading_second_font: Pattern[str]
    part_results: Pattern[str]
    part_shortcomings: Pattern[str]
    part_leaders: Pattern[str]
    part_plan: Pattern[str]
    part_matter: Pattern[str]
    part_ahead: Pattern[str]
    part_about_shortcomings: Pattern[str]
    part_about_leaders: Pattern[str]
    part_about_plan: Pattern[str]


def load_lexicon(path: Path | None = None) -> Lexicon:
    """Read the words from `path` (the one that comes with the program when None)."""
    source = path or resource("lexicon", "outline.toml")
    words = tomllib.loads(source.read_text(encoding="utf-8"))
    title, unit, year, headings = (words[key] for key in ("title", "unit", "year", "headings"))
    organs = words["organs"]
    return Lexicon(
        **{f"title_{key}": _compiled(title[key]) for key in _TITLE},
        frame_metadata=_compiled(words["frame"]["metadata"]),
        contents=_compiled(words["frame"]["contents"]),
        title_ends=_compiled(rf"(?:{title['ends']})[ ]*$"),
        unit_pattern=_compiled(unit["pattern"]),
        unit_short_pattern=_compiled(unit["short_pattern"]),
        **{f"unit_{key}": _compiled(unit["self"][key]) for key in _OWN_UNIT},
        unit_kind=_compiled(unit["self"]["kinds"]),
        unit_opener=_compiled(rf"(?:{unit['self']['opener']}|{unit['self']['lead']})$"),
        unit_kinds=unit["kinds"],
        year_pattern=_compiled(rf"{year['pattern']}|{year['chinese']}"),
        year_range=_compiled(year["range"]),
        year_next=_compiled(year["next"]),
        addressee_line=_compiled(words["addressee"]["line"]),
        addressee_not=_compiled(words["addressee"]["not"]),
        organ_line=_compiled(_organ_line(organs)),
        organ_seal=_compiled(organs["seal"]),
        organ_label=_compiled(organs["label"]),
        date=_compiled(_date(words["dates"])),
        date_labels=_compiled(words["dates"]["labels"]),
        date_companions=_compiled(words["dates"]["companions"]),
        opening_formula=_compiled(words["opening"]["formula"]),
        closing_formula=_compiled(words["closing"]["formula"]),
        closing_after=_compiled(words["closing"]["after"]),
        number_part=_compiled(words["numbering"]["part"]),
        number_enumeration=_compiled(words["numbering"]["enumeration"]),
        item_marker=_compiled(words["items"]["marker"]),
        item_first=_compiled(words["items"]["first"]),
        **{f"heading_{key}": _compiled(headings[key]) for key in _HEADINGS},
        **{f"part_{key}": _compiled(headings["lead_in"] + headings[key]) for key in _PARTS},
        part_matter=_compiled(headings["lead_in"]),
        part_ahead=_compiled(headings["ahead"]),
        part_about_shortcomings=_compiled(headings["about_shortcomings"]),
        part_about_leaders=_compiled(headings["about_leaders"]),
        part_about_plan=_compiled(headings["about_plan"]),
    )


_TITLE = ("no", "matter", "about", "trailer", "label", "reference", "joint")
_OWN_UNIT = ("publisher", "follow", "before", "particle", "under", "organ", "lead", "generic")
_HEADINGS = ("narrative", "figures", "seam", "verbs", "first_font", "second_font")
_PARTS = ("results", "shortcomings", "leaders", "plan")


def _compiled(pattern: str) -> Pattern[str]:
    return re.compile(pattern, re.VERBOSE | re.MULTILINE)


def _organ_line(organs: Mapping[str, str]) -> str:
    """One or more signing bodies and nothing else."""
    return rf"(?:{organs['body']})(?:{organs['between']}(?:{organs['body']}))*"


def _date(words: Mapping[str, str]) -> str:
    """Return the pattern of a date in Arabic or Chinese figures; the day may be missing."""
    ones, month, day = "一二三四五六七八九", words["month"], words["day"]
    return rf"""
        (?<!\d)(?P<year>20\d\d|二[〇○零O0][{ones}〇○零]{{2}})[ ]*(?:{words["separators"]})[ ]*
        (?P<month>\d{{1,2}}|[{ones}十]{{1,2}}|{words["first_month"]})[ ]*
        (?:(?:{month}|[-./])[ ]*(?P<day>\d{{1,2}}|[{ones}十]{{1,3}})[ ]*(?:{day})?|(?:{month}))
        (?!\d)
    """
