from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from reviewer.export.comments.copy import commented_copy
from reviewer.export.comments.remarks import comments_on
from reviewer.export.slip.letter import slip_bytes
from reviewer.review import Review, load_pipeline
from reviewer.support.messages import load_messages

pytestmark = pytest.mark.office

Convert = Callable[[Path, str], Path]
POOR = Path(__file__).parents[1] / "readers" / "corpus" / "poor.docx"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def squeezed(text: str) -> str:
    return "".join(text.split())


def annotated(path: Path) -> dict[str, str]:
    """Return the text each annotation of a flat OpenDocument file is about, by its first line."""
    root = etree.parse(str(path)).getroot()
    heads, open_now, found = {}, set(), {}

    def walk(element: etree._Element) -> None:
        if element.tag == f"{OFFICE}annotation":
            name = element.get(f"{OFFICE}name")
            heads[name] = "".join(element.find(f"{TEXT}p").itertext())
            open_now.add(name)
        elif element.tag == f"{OFFICE}annotation-end":
            open_now.discard(element.get(f"{OFFICE}name"))
        else:
            add(element.text)
            for child in element:
                walk(child)
        if element.tag != f"{OFFICE}body":
            add(element.tail)

    def add(text: str | None) -> None:
        for name in open_now:
            found[heads[name]] = found.get(heads[name], "") + (text or "")

    walk(root.find(f"{OFFICE}body"))
    return found


def test_every_comment_stands_at_its_sentence(convert: Convert, tmp_path: Path) -> None:
    review = load_pipeline().open(str(POOR))
    path = tmp_path / "批注.docx"
    path.write_bytes(commented_copy(review, author="李四"))
    about = annotated(convert(path, "fodt"))
    wanted = comments_on(review, load_messages("zh"))
    assert len(about) == len(wanted)
    for comment in wanted:
        said = squeezed(about[comment.text.splitlines()[0]])
        place = squeezed(comment.span.of(review.report.text))
        assert said in place or place in said, comment


def test_a_slip_opens_with_all_its_lines(
    reviews: list[Review], convert: Convert, tmp_path: Path
) -> None:
    path = tmp_path / "反馈.docx"
    path.write_bytes(slip_bytes(reviews[-1], office="云岭县司法局"))
    shown = convert(path, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    lines = [line.strip() for line in shown.splitlines() if line.strip()]
    assert lines[0].startswith("关于")
    assert lines[-2] == "云岭县司法局"
    flagged = review_count(reviews[-1])
    assert sum(line.startswith("问题：") for line in lines) == flagged


def review_count(review: Review) -> int:
    scores = review.scores()
    return scores.weak + scores.missing
