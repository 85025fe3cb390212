"""Fields without a result: what Word shows for them."""

import pytest

from reviewer.readers.field_codes import counts, text_of_code


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        (r"eq \o\ac(○,3)", "③"),
        (r" EQ \o\ac(○,21) ", "㉑"),
        (r"EQ \o\ac(○,45)", "㊺"),
        (r"EQ \o\ac(○,99)", "99"),
        (r"EQ \o\ac(□,优)", "优"),
        (r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(bi),泌)', "泌"),
        (r"EQ \f(1,2)", "1/2"),
        (r"EQ \f(1;\f(2;3))", "1/2/3"),
        (r"EQ m\s\up8(2)", "m2"),
        (r"EQ 甲(乙)", "甲(乙)"),
        (r"EQ \o\ac(○,", ""),
        ("PAGE", ""),
        ("", ""),
    ],
)
def test_an_eq_field_shows_its_text(code, shown):
    assert text_of_code(code) == shown


def test_numbers_that_word_counts_itself_are_known():
    assert counts(" AUTONUM ")
    assert counts("LISTNUM NumberDefault")
    assert not counts("PAGE")
    assert not counts("")
