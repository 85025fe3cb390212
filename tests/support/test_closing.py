from __future__ import annotations

import pytest

from reviewer.support.closing import Closing


class Held(Closing):
    def __init__(self) -> None:
        self.open = True

    def close(self) -> None:
        self.open = False


def test_it_is_closed_at_the_end_of_the_block_and_not_before() -> None:
    with Held() as held:
        assert held.open
    assert not held.open


def test_it_is_closed_after_an_error_too_which_goes_on() -> None:
    held = Held()
    with pytest.raises(ValueError, match="wrong"), held:
        raise ValueError("wrong")
    assert not held.open
