from __future__ import annotations

from reviewer.checking.kept import Kept


def test_an_answer_is_worked_out_once() -> None:
    asked: list[int] = []

    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    doubled = Kept(double)
    assert (doubled[3], doubled[3], asked) == (6, 6, [3])
