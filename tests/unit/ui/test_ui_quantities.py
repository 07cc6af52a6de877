from __future__ import annotations

import pytest

from workspace_assistant.ui.wording.quantities import megabits, quantity, whole_decibels


@pytest.mark.parametrize(
    ("value", "unit", "number", "symbol"),
    [
        (48_200_000.0, "bit/s", "48.2", "Mbit/s"),
        (0.18, "fraction", "18", "%"),
        (True, "bool", "yes", ""),
        ("wired", "text", "wired", ""),
        (4.2, "", "4.2", ""),
    ],
)
def test_splits_number_and_unit(value: float | str, unit: str, number: str, symbol: str) -> None:
    shown = quantity(value, unit)
    assert (shown.number, shown.unit) == (number, symbol)
    assert shown.text == (f"{number}\u202f{symbol}" if symbol else number)


@pytest.mark.parametrize(
    ("bps", "text"), [(482e6, "482"), (48.24e6, "48.2"), (9.66e6, "9.7"), (0.62e6, "0.62")]
)
def test_rates_keep_the_digits_that_matter(bps: float, text: str) -> None:
    assert megabits(bps) == text


@pytest.mark.parametrize(
    ("level", "text"), [(-24.2, "\u221224"), (0.4, "0"), (-0.4, "0"), (3, "3")]
)
def test_decibels_are_whole_with_a_true_minus(level: float, text: str) -> None:
    assert whole_decibels(level) == text
