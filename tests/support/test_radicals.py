from __future__ import annotations

from reviewer.support.radicals import is_radical, load_radicals


def test_radicals_lead_to_the_characters_of_their_shape() -> None:
    known = load_radicals()
    assert "".join(chr(known[ord(radical)]) for radical in "⼀⻚⽂⻅⻓") == "一页文见长"


def test_every_pair_begins_with_a_radical() -> None:
    assert all(is_radical(code) for code in load_radicals())
