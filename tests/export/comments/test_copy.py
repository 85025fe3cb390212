from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from reviewer.export.comments.copy import commented_copy
from reviewer.review import Pipeline, Review
from reviewer.support.errors import ExportError

MakeReview = Callable[..., Review]
CORPUS = Path(__file__).parents[2] / "readers" / "corpus"
# Parts that a comment has to change.
CHANGED = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}


def opened(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def canonical(name: str, content: bytes) -> bytes:
    xml = name.endswith((".xml", ".rels"))
    return etree.tostring(etree.fromstring(content), method="c14n") if xml else content


def quotes(document: Document) -> dict[str, str]:
    """Return what each comment is about, by the comment's first line."""
    heads = {str(c.comment_id): c.text.splitlines()[0] for c in document.comments}
    found = dict.fromkeys(heads.values(), "")
    open_now: set[str] = set()
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_now.add(element.get(qn("w:id")))
        elif element.tag == qn("w:commentRangeEnd"):
            open_now.discard(element.get(qn("w:id")))
        elif element.tag == qn("w:t"):
            for number in open_now:
                found[heads[number]] += element.text or ""
    return found


def test_every_weak_element_s_comment_stands_at_its_evidence(pipeline: Pipeline) -> None:
    source = CORPUS / "poor.docx"
    review = pipeline.open(str(source))
    about = quotes(opened(commented_copy(review, author="李四")))
    for element in review.checklist.elements:
        finding = review.findings[element.id]
        if finding.verdict.value != "weak" or not finding.evidence:
            continue
        (found,) = (quote for head, quote in about.items() if f"【{element.id} " in head)
        wanted = "".join(finding.evidence[0].quote.split())
        assert "".join(found.split()) in wanted, element.id


def test_nothing_but_comments_is_new_in_a_copy(pipeline: Pipeline) -> None:
    original = (CORPUS / "poor.docx").read_bytes()
    content = commented_copy(pipeline.open(str(CORPUS / "poor.docx")), author="李四")
    before, after = parts(original), parts(content)
    assert set(after) - set(before) <= {"word/comments.xml"}
    for name in set(before) - CHANGED:
        assert canonical(name, before[name]) == canonical(name, after[name]), name
    texts = [p.text for p in opened(original).paragraphs]
    assert [p.text for p in opened(content).paragraphs] == texts


def test_another_format_becomes_a_word_file_of_its_text(make_review: MakeReview) -> None:
    document = opened(commented_copy(make_review(), author="李四"))
    said = [comment.text.splitlines() for comment in document.comments]
    assert said[0] == ["【B01 要素B1】缺，扣4分", "没有写明次数。"]
    assert said[1] == ["【A02 要素A2】弱，扣1.5分", "没有写明次数。"]
    assert "全年开展法治宣传12场次。" in "\n".join(p.text for p in document.paragraphs)


def test_a_comment_of_the_reviewer_comes_before_the_machine_s_reasons(
    make_review: MakeReview,
) -> None:
    review = make_review()
    review.decide("A02", comment="请补充。")
    document = opened(commented_copy(review, author="李四"))
    (said,) = (c for c in document.comments if "A02" in c.text)
    assert said.text.splitlines() == ["【A02 要素A2】弱，扣1.5分", "请补充。", "没有写明次数。"]
    assert (said.author, said.initials) == ("李四", "李")


def test_an_original_that_is_gone_is_said(make_review: MakeReview, tmp_path: Path) -> None:
    made = make_review()
    report = replace(made.report, format="docx", source=str(tmp_path / "gone.docx"))
    review = Review(report, made.outline, made.findings.values(), made.checklist)
    with pytest.raises(ExportError, match="comments-no-original"):
        commented_copy(review, author="李四")


def test_an_original_with_another_text_is_said(make_review: MakeReview, tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    other = docx.Document()
    other.add_paragraph("别的内容。")
    other.save(str(path))
    made = make_review()
    report = replace(made.report, format="docx", source=str(path))
    review = Review(report, made.outline, made.findings.values(), made.checklist)
    with pytest.raises(ExportError, match="comments-other-text"):
        commented_copy(review, author="李四")
