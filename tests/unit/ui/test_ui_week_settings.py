"""What is written and chosen about the week, and how it is understood."""

from __future__ import annotations

from datetime import time

import pytest

from tests.fakes.wording import EnglishWording
from workspace_assistant.core.balance.model import Unit
from workspace_assistant.core.balance.settings_model import Commute, Goal, GoalKind, WeekSettings
from workspace_assistant.core.balance.targets import Region
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.ui.week.settings_state import (
    Field,
    Switch,
    regions,
    settings_state,
    with_defaults,
    with_field,
    with_switch,
)
from workspace_assistant.ui.week.writing import WindowWriting
from workspace_assistant.ui.week.written_values import (
    written_fare,
    written_length_s,
    written_number,
    written_value,
)

WORDING = EnglishWording()
WAY = Commute(one_way_s=2700, one_way_km=18, day_fare=6.4, currency="EUR")
FULL = WeekSettings(
    own_targets={"hours": 140_000.0},
    goals=(
        Goal(kind=GoalKind.FOCUS, least=36_000),
        Goal(kind=GoalKind.BREAKS, least=20),
        Goal(kind=GoalKind.LEARNING, least=5400),
        Goal(kind=GoalKind.END_OF_DAY, ends_by=time(18)),
    ),
    commute=WAY,
)
WRITTEN = {
    Field.FOCUS: "10 h",
    Field.BREAKS: "20",
    Field.LEARNING: "1 h 30 min",
    Field.END_OF_DAY: "18:00",
    Field.ONE_WAY: "45 min",
    Field.DISTANCE: "18",
    Field.FARE: "6.40 EUR",
}


def test_fields_say_what_is_chosen_and_are_understood_again() -> None:
    assert settings_state(FULL, WORDING).fields == WRITTEN
    chosen = WeekSettings(own_targets=FULL.own_targets)
    for field, text in WRITTEN.items():
        chosen = with_field(chosen, field, text, WORDING)
    assert chosen == FULL


def test_an_empty_field_takes_its_choice_away() -> None:
    chosen = FULL
    for field in Field:
        chosen = with_field(chosen, field, "  ", WORDING)
    assert chosen == WeekSettings(own_targets=FULL.own_targets)
    assert set(settings_state(chosen, WORDING).fields.values()) == {""}


@pytest.mark.parametrize("field", list(Field))
@pytest.mark.parametrize("text", ["soon", "-3", "0 EURO"])
def test_what_is_not_understood_is_refused_with_an_example(field: Field, text: str) -> None:
    with pytest.raises(RefusedError, match=f"“{text}” is nothing such as"):
        with_field(FULL, field, text, WORDING)


def test_switches_regions_and_own_targets() -> None:
    chosen = with_switch(FULL, Switch.ADHERENCE, is_on=True)
    chosen = with_switch(chosen, Switch.HEADLINE, is_on=True)
    state = settings_state(chosen, WORDING)
    assert set(state.switches.values()) == {True}
    assert state.own == "1 target is your own."
    two = WeekSettings(own_targets={"hours": None, "overtime": 0.0})
    assert settings_state(two, WORDING).own == "2 targets are your own."
    assert settings_state(with_defaults(two), WORDING).own == ""
    assert [value for value, _ in regions(WORDING)] == [one.value for one in Region]


@pytest.mark.parametrize(
    ("text", "length_s"),
    [
        ("10 h", 36_000),
        ("35h30", 127_800),
        ("1 h 30 min", 5400),
        ("1:30", 5400),
        ("90 min", 5400),
        ("1,5", 5400),
        ("0", 0),
        ("10 Std. 5 Min.", 36_300),
        ("1 h 20 s", 3620),
        ("", None),
        ("long", None),
    ],
)
def test_lengths(text: str, length_s: float | None) -> None:
    assert written_length_s(text) == length_s


def test_lengths_as_the_window_writes_them_are_read_back() -> None:
    for length_s in (60.0, 5400.0, 39_600.0, 126_000.0):
        assert written_length_s(WindowWriting(WORDING).length(length_s)) == length_s


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("80 %", Unit.FRACTION, 0.8),
        ("some", Unit.FRACTION, None),
        ("4 / 5", Unit.OF_FIVE, 4),
        ("1,5 / h", Unit.PER_HOUR, 1.5),
        ("3", Unit.COUNT, 3),
        ("11 h", Unit.SECOND, 39_600),
    ],
)
def test_values_by_their_unit(text: str, unit: Unit, value: float | None) -> None:
    assert written_value(text, unit) == value


def test_numbers_and_fares() -> None:
    assert (written_number("6,40"), written_number("x")) == (6.4, None)
    assert written_fare("eur 6.40") == written_fare("6,40 EUR") == (6.4, "EUR")
    assert written_fare("6.40") is None
