"""Code points and UTF-16 positions."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from reviewer.gui.positions import Positions, shown
from reviewer.report import Span

TEXT = "村𠮷名😀好𠮷😀完"


def test_a_character_beyond_the_basic_plane_counts_two_positions() -> None:
    positions = Positions("a𠮷b")

    assert [positions.to_qt(place) for place in range(4)] == [0, 1, 3, 4]


def test_every_code_point_comes_back_from_its_position() -> None:
    positions = Positions(TEXT)

    assert [positions.from_qt(positions.to_qt(i)) for i in range(len(TEXT) + 1)] == list(
        range(len(TEXT) + 1)
    )


def test_a_position_inside_a_pair_belongs_to_its_code_point() -> None:
    assert Positions("a𠮷b").from_qt(2) == 1


def test_a_span_selects_the_same_words_in_the_document(qapp: object) -> None:
    document = QTextDocument()
    document.setPlainText(TEXT)
    start, end = Positions(TEXT).span_to_qt(Span(3, 6))
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)

    assert cursor.selectedText() == TEXT[3:6]


@given(st.text(alphabet="字a𠮷😀\n\r\u2028\u2029\u00a0\ufdd0\ufdd1\x00\t", max_size=30))
def test_the_document_holds_as_many_positions_as_the_text_has(text: str) -> None:
    document = QTextDocument()
    document.setPlainText(shown(text))

    assert document.characterCount() - 1 == Positions(text).to_qt(len(text))
