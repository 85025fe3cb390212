from __future__ import annotations

from docx import Document
from docx.document import Document as DocumentType
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from reviewer.export.comments.runs import RunText, squeeze


def document_of(*runs: str) -> DocumentType:
    document = Document()
    paragraph = document.add_paragraph()
    for text in runs:
        paragraph.add_run(text)
    return document


def commented(document: DocumentType) -> list[str]:
    """Return the text between the marks of each comment, in the order of their numbers."""
    found: dict[str, str] = {}
    open_now: set[str] = set()
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_now.add(element.get(qn("w:id")))
        elif element.tag == qn("w:commentRangeEnd"):
            open_now.discard(element.get(qn("w:id")))
        elif element.tag == qn("w:t"):
            for number in open_now:
                found[number] = found.get(number, "") + (element.text or "")
    return [found[number] for number in sorted(found, key=int)]


def mark(document: DocumentType, quote: str, near: int = 0) -> None:
    text = RunText(document)
    passage = text.find(squeeze(quote), near)
    assert passage is not None
    text.mark(passage, "说明", "李四")


def test_a_passage_inside_a_run_is_marked_alone_and_the_text_stays() -> None:
    document = document_of("开展宣传，召开会议三次，成效明显。")
    mark(document, "召开会议三次")
    assert commented(document) == ["召开会议三次"]
    assert document.paragraphs[0].text == "开展宣传，召开会议三次，成效明显。"


def test_a_passage_over_several_runs_is_marked_from_the_first_to_the_last() -> None:
    document = document_of("开展宣传，召开", "会议", "三次，成效明显。")
    mark(document, "召开会议三次")
    assert commented(document) == ["召开会议三次"]


def test_blanks_in_the_file_do_not_hide_a_passage() -> None:
    document = document_of("召开 会　议", " 三次 。")
    mark(document, "召开会议三次")
    assert [squeeze(text) for text in commented(document)] == ["召开会议三次"]


def test_of_equal_passages_the_nearest_is_meant() -> None:
    document = document_of("加强学习。", "加强普法。", "加强学习。")
    mark(document, "加强学习", near=9)
    starts = list(document.element.body.iter(qn("w:commentRangeStart")))
    assert starts[0].getprevious().text == "加强普法。"


def test_passages_may_lie_over_each_other() -> None:
    document = document_of("召开会议三次，成效明显。")
    mark(document, "召开会议三次")
    mark(document, "会议三次，成效")
    assert commented(document) == ["召开会议三次", "会议三次，成效"]


def test_a_run_keeps_its_look_breaks_and_tabs_when_it_is_cut() -> None:
    document = document_of("甲\t乙\n丙")
    run = document.paragraphs[0].runs[0]
    run.bold = True
    mark(document, "乙")
    assert commented(document) == ["乙"]
    assert document.paragraphs[0].text == "甲\t乙\n丙"
    said = [run for run in document.paragraphs[0].runs if run.text.strip()]
    assert [run.bold for run in said] == [True, True, True]


def test_deleted_text_is_not_searched() -> None:
    document = document_of("保留")
    deleted = f"<w:del {nsdecls('w')}><w:r><w:t>删去的话</w:t></w:r></w:del>"
    document.paragraphs[0]._p.append(parse_xml(deleted))
    assert RunText(document).text == "保留"


def test_what_is_not_there_is_not_found() -> None:
    text = RunText(document_of("召开会议"))
    assert text.find("没有", 0) is None
    assert text.find("", 0) is None
