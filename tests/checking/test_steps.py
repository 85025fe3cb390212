from __future__ import annotations

from reviewer.checking.steps import Steps


def test_a_value_holds_from_its_place_up_to_the_next() -> None:
    steps = Steps({8: "plan", 2: "results"}, "opening")
    assert [steps.at(place) for place in (0, 2, 7, 8, 99)] == [
        "opening",
        "results",
        "results",
        "plan",
        "plan",
    ]
