"""A tiny notation for reports and the outline they must have.

Above `----`: `@unit 松坪镇` a front matter value (left out: there is none), `= 1 主要工作` a
heading with its level, `= 2? 加强学习` one that lost its number. Below: the report, a line a
paragraph; `~` begins a line of a web page's frame, `[h1]` a heading style, `[b]` a bold line,
`[f黑体]` one in this font, `**words**` a bold lead, `%%` stands for a paragraph of text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import pytest

from reviewer.outline import Lexicon, Outline, build_outline, load_lexicon
from reviewer.report import Block, Layout, Report

FILLER = (
    "全年召开专题会议4次，研究议题9项，印发任务清单，明确牵头科室和完成时限，各项工作按月推进、按季通报，"
    "没有出现久拖不决的事项。",
    "依托村民小组会、院坝会和赶集日，组织宣讲小分队进村入户，发放手册1200余份，解答咨询86人次，"
    "群众对办事流程更加清楚。",
    "由分管领导牵头，司法所、派出所和综治中心共同参与，对收到的37件纠纷逐一登记、分类办理，办结36件，"
    "其余1件正在调解之中。",
    "对照年初计划逐项检查，发现台账不全、回访不及时等情况后当场交办，并在半个月内复查了整改结果。",
)
_MARK = re.compile(r"^(?P<frame>~)?(?:\[(?:h(?P<level>\d)|(?P<bold>b)|f(?P<font>\S+))\])?")
_LEAD = re.compile(r"^\*\*(?P<lead>.+?)\*\*")


@dataclass(frozen=True)
class Case:
    name: str
    front: dict[str, str]
    headings: list[tuple[int, str, bool]]
    lines: list[str]


def read_case(path: Path) -> Case:
    head, _, body = path.read_text(encoding="utf-8").partition("\n----\n")
    front: dict[str, str] = {}
    headings: list[tuple[int, str, bool]] = []
    for line in head.splitlines():
        if line.startswith("@"):
            key, _, value = line[1:].partition(" ")
            front[key] = value
        elif line.startswith("="):
            level, _, title = line[1:].strip().partition(" ")
            headings.append((int(level[0]), title, level.endswith("?")))
    filler = cycle(FILLER)
    lines = [re.sub("%%", lambda _: next(filler), line) for line in body.splitlines() if line]
    return Case(path.stem, front, headings, lines)


def make_report(lines: list[str], between: str = "\n", indent: str = "") -> Report:
    """Build the report that a reader would hand over for `lines` in the notation above."""
    text, blocks = "", []
    for line in lines:
        mark = _MARK.match(line)
        assert mark
        content = line[mark.end() :]
        lead = _LEAD.match(content)
        content = _LEAD.sub(r"\g<lead>", content)
        text += indent
        start = len(text)
        text += content
        layout = Layout(
            outline_level=int(mark["level"]) if mark["level"] else None,
            style=f"heading {mark['level']}" if mark["level"] else "Normal",
            bold=bool(mark["bold"] or mark["level"]),
            font=mark["font"] or "仿宋_GB2312",
            lead=len(lead["lead"]) if lead else 0,
        )
        blocks.append(Block(start, len(text), frame=bool(mark["frame"]), layout=layout))
        text += between
    return Report("made.txt", "txt", "utf-8", text, tuple(blocks))


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture
def outline_of(lexicon: Lexicon) -> Callable[..., Outline]:
    """A function from lines in the notation to the outline found."""

    def build(*lines: str, between: str = "\n", indent: str = "") -> Outline:
        return build_outline(make_report(list(lines), between, indent), lexicon)

    return build


@pytest.fixture
def cases() -> Callable[[str], Case]:
    """A function from the name of a file in reports/ to the case in it."""
    return lambda name: read_case(Path(__file__).parent / "reports" / f"{name}.txt")
