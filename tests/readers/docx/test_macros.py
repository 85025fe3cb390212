from tests.readers.docx_builder import docx, paragraph

from reviewer.readers import read_report


def test_macros_are_never_run_and_said_to_be_there(tmp_path):
    path = tmp_path / "report.docm"
    path.write_bytes(docx(paragraph("正文"), members={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}))
    report = read_report(str(path))
    assert report.text == "正文"
    assert [notice.code for notice in report.notices] == ["macros-ignored"]
