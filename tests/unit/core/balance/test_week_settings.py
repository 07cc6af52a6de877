"""Choices about the week as they are kept, and the targets that follow from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.weeks import hours, records, told_as
from workspace_assistant.core.balance.model import Unit
from workspace_assistant.core.balance.own_targets import (
    CHOOSABLE,
    OWN_BASIS,
    targets_of_settings,
)
from workspace_assistant.core.balance.settings import choices_of, settings_of
from workspace_assistant.core.balance.settings_document import settings_document
from workspace_assistant.core.balance.settings_model import (
    Commute,
    Goal,
    GoalKind,
    WeekSettings,
    WeekStart,
)
from workspace_assistant.core.balance.targets import Region, targets_of
from workspace_assistant.core.errors import RefusedError

CHOSEN = WeekSettings(
    region=Region.OWN,
    week_start=WeekStart.SUNDAY,
    own_targets={"hours": hours(38.5), "shortest-daily-rest": None, "breaks-had": 0.7},
    goals=(
        Goal(kind=GoalKind.FOCUS, least=hours(10)),
        Goal(kind=GoalKind.BREAKS, least=20.0),
        Goal(kind=GoalKind.END_OF_DAY, ends_by=time(18, 30)),
    ),
    commute=Commute(one_way_s=2700.0, one_way_km=18.5, day_fare=6.4, currency="EUR"),
    shows_adherence=True,
    tells_headline=True,
)
AS_DELIVERED = WeekSettings()


def read(kept: Mapping[str, str]) -> WeekSettings:
    return settings_of(lambda name: kept.get(name, ""))


@pytest.mark.parametrize("chosen", [AS_DELIVERED, CHOSEN])
def test_what_was_kept_is_read_back(chosen: WeekSettings) -> None:
    assert read(choices_of(chosen)) == chosen


def test_every_choice_can_be_taken_back() -> None:
    assert read({**choices_of(CHOSEN), **choices_of(AS_DELIVERED)}) == AS_DELIVERED


@settings(max_examples=30)
@given(
    st.dictionaries(
        st.sampled_from([*CHOOSABLE]),
        st.none() | st.floats(0, 1),
        max_size=4,
    ),
    st.floats(0.001, 1000),
)
def test_numbers_are_kept_to_the_last_digit(own: dict[str, float | None], km: float) -> None:
    sensible = {
        name: None if value is None else _within(name, value) for name, value in own.items()
    }
    chosen = replace(AS_DELIVERED, own_targets=sensible, commute=Commute(one_way_km=km))
    assert read(choices_of(chosen)) == chosen


def _within(name: str, share: float) -> float:
    choosable = CHOOSABLE[name]
    value = choosable.lowest + share * (choosable.highest - choosable.lowest)
    return float(round(value)) if choosable.unit is Unit.COUNT else value


@pytest.mark.parametrize("text", ["soon", "nan", "inf", "-1", "1e999", "9" * 400])
def test_what_is_damaged_is_as_it_is_delivered_and_harms_nothing_else(text: str) -> None:
    names = [
        "week.region",
        "week.start",
        "week.target.overtime",
        "week.goal.focus",
        "week.goal.breaks",
        "week.goal.end-of-day",
        "week.commute.one_way_seconds",
        "week.commute.one_way_km",
        "week.commute.day_fare",
        "week.adherence",
        "week.headline",
    ]
    damaged = dict.fromkeys(names, text) | {
        "week.commute.currency": "EUR",
        "week.target.hours": "7200",
    }
    assert read(damaged) == replace(AS_DELIVERED, own_targets={"hours": 7200.0})


def test_a_fare_without_a_currency_is_none() -> None:
    kept = {"week.commute.day_fare": "6.4", "week.commute.one_way_km": "18"}
    assert read(kept).commute == Commute(one_way_km=18.0)


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (replace(CHOSEN, own_targets={"mood": 3.0}), "“mood” is no indicator"),
        (replace(CHOSEN, own_targets={"hours": 0.0}), "from 1h to 168h, not 0m"),
        (replace(CHOSEN, own_targets={"breaks-had": 80.0}), "from 0 % to 100 %, not 8000 %"),
        (replace(CHOSEN, own_targets={"quiet-days": 4.5}), "from 0 to 7, not 4.5"),
        (replace(CHOSEN, goals=(Goal(kind=GoalKind.FOCUS),)), "focus is from 5m to 168h"),
        (replace(CHOSEN, goals=(Goal(kind=GoalKind.BREAKS, least=2.5),)), "from 1 to 500, not 2.5"),
        (replace(CHOSEN, goals=(Goal(kind=GoalKind.END_OF_DAY, least=3.0),)), "such as 18:00"),
        (
            replace(CHOSEN, goals=(Goal(kind=GoalKind.END_OF_DAY, ends_by=time(4)),)),
            "begins at 04:00, so none can end by then",
        ),
        (
            replace(CHOSEN, goals=(Goal(kind=GoalKind.BREAKS, least=2.0),) * 2),
            "one goal of breaks",
        ),
        (replace(CHOSEN, commute=Commute(one_way_s=5.0)), "from 1m to 12h, not 5s"),
        (replace(CHOSEN, commute=Commute(one_way_km=2001.0)), "up to 2000 km long, not 2001 km"),
        (replace(CHOSEN, commute=Commute(day_fare=0.0, currency="EUR")), "up to 100000, not 0"),
        (replace(CHOSEN, commute=Commute(day_fare=3.0, currency="€")), "“€” is no currency"),
    ],
)
def test_what_makes_no_sense_is_refused(chosen: WeekSettings, said: str) -> None:
    with pytest.raises(RefusedError, match=said):
        choices_of(chosen)


def test_an_own_target_takes_the_place_of_that_of_the_law_or_takes_it_away() -> None:
    chosen = replace(
        AS_DELIVERED, own_targets={"average-hours": hours(40), "quick-returns": None, "hours": 9.0}
    )
    targets, by_law = targets_of_settings(chosen), targets_of(Region.EU)
    assert (targets["average-hours"].value, targets["average-hours"].basis) == (
        hours(40),
        OWN_BASIS,
    )
    assert not targets["hours"].is_least
    assert targets.keys() == (by_law.keys() | {"hours"}) - {"quick-returns"}
    assert targets["shortest-daily-rest"] == by_law["shortest-daily-rest"]


def test_an_own_target_is_held_against_the_same_side_as_that_of_the_law() -> None:
    for region in Region:
        for name, target in targets_of(region).items():
            assert CHOOSABLE[name].is_least is target.is_least
            assert CHOOSABLE[name].lowest <= target.value <= CHOOSABLE[name].highest


def test_without_a_law_only_the_defaults_of_the_program_are_left() -> None:
    assert targets_of(Region.OWN).keys() == {"breaks-had", "after-hours", "quiet-days"}
    worked = [(f"2026-11-{day} 09:00", f"2026-11-{day} 17:00") for day in (16, 17)]
    week = told_as(records(shifts=worked), "2026-11-18", replace(AS_DELIVERED, region=Region.OWN))
    states = {one.id: one.state.value for one in week.indicators}
    assert states["shortest-daily-rest"] == states["quick-returns"] == "information"
    assert states["longest-weekly-rest"] == states["days-in-a-row"] == "information"
    assert states["long-shifts-without-break"] == "not-enough-data"
    assert states["after-hours"] == states["quiet-days"] == "met"


def test_where_rests_are_held_against_nothing_quick_returns_are_those_under_eleven_hours() -> None:
    known = records(
        shifts=[
            ("2026-11-16 09:00", "2026-11-16 22:00"),
            ("2026-11-17 08:00", "2026-11-17 12:00"),
            ("2026-11-18 09:00", "2026-11-18 12:00"),
        ]
    )
    chosen = replace(
        AS_DELIVERED, own_targets={"shortest-daily-rest": None, "longest-weekly-rest": None}
    )
    rest, quick, weekly, *_ = told_as(known, "2026-11-18", chosen).indicators
    assert (rest.value, rest.target, "{met}" in rest.told.sentence) == (hours(10), None, False)
    assert (quick.value, quick.target and quick.target.value) == (1, 0)
    assert weekly.target is None
    longer = replace(chosen, own_targets={"shortest-daily-rest": hours(9)})
    assert told_as(known, "2026-11-18", longer).indicators[1].value == 0


def test_a_running_week_without_a_target_of_rest_or_of_quiet_days_waits_for_its_end() -> None:
    known = records(now="2026-11-20 12:00", shifts=[("2026-11-16 09:00", "2026-11-16 17:00")])
    chosen = replace(AS_DELIVERED, own_targets={"longest-weekly-rest": None, "quiet-days": None})
    by_id = {one.id: one.value for one in told_as(known, "2026-11-18", chosen).indicators}
    assert (by_id["longest-weekly-rest"], by_id["quiet-days"]) == (None, None)


def test_the_choices_as_a_document() -> None:
    document = settings_document(CHOSEN)
    assert document["schema"] == "workspace-assistant/week-settings/1"
    assert document["goals"] == [
        {"kind": "focus", "least": 36000.0, "ends_by": None},
        {"kind": "breaks", "least": 20.0, "ends_by": None},
        {"kind": "end-of-day", "least": None, "ends_by": "18:30"},
    ]
    targets = document["targets"]
    assert isinstance(targets, list)
    by_id = {one["id"]: one for one in targets}
    assert by_id.keys() == CHOOSABLE.keys()
    assert by_id["hours"] == {
        "id": "hours",
        "unit": "s",
        "target": 138600.0,
        "target_is_least": False,
        "is_own": True,
    }
    assert (by_id["shortest-daily-rest"]["target"], by_id["shortest-daily-rest"]["is_own"]) == (
        None,
        True,
    )
    assert (by_id["learning"]["target"], by_id["learning"]["is_own"]) == (None, False)
