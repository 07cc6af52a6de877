"""A year of every kind of week; the numbers of its weeks were computed by hand, to the second."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.fakes.focus import CountingId, FakeClock
from tests.fakes.golden_year import NEW_YORK, NOW, golden_year
from tests.fakes.weeks import at, hours
from workspace_assistant.core.balance.duty import on_duty
from workspace_assistant.core.balance.model import Records, Week
from workspace_assistant.core.balance.settings_model import Commute, WeekSettings
from workspace_assistant.core.balance.week import week_of
from workspace_assistant.core.balance.work import stretches
from workspace_assistant.core.focus.exchange.own_json import parse_own
from workspace_assistant.core.focus.exchange.parsed import Taking
from workspace_assistant.core.focus.log_document import log_document

SETTINGS = WeekSettings(commute=Commute(one_way_s=2700))

Values = dict[str, float | None]

NOBODY_WATCHED: Values = dict.fromkeys(
    (
        "longest-screen-stretch",
        "long-shifts-without-break",
        "breaks-had",
        "hard-contacts",
        "switching-off",
        "contact-with-colleagues",
        "began-ready",
        "commute-distance-saved",
        "commute-money-saved",
    )
)
WITHOUT_BLOCKS: Values = NOBODY_WATCHED | dict.fromkeys(
    (
        "focus-time",
        "completed-blocks",
        "uninterrupted-stretch",
        "interruptions-per-hour",
        "learning",
        "technical-time",
    )
)
OFFICE: Values = NOBODY_WATCHED | {
    # Of the rests 64 (weekend), 16, 16, 13.5 (Wednesday 19:30 to Thursday 9:00) and 16 hours.
    "shortest-daily-rest": hours(13.5),
    "quick-returns": 0,
    "longest-weekly-rest": hours(64),
    "hours": hours(5 * 7.5 + 0.5),
    "longest-working-stretch": hours(8),
    "overtime": hours(0.5),
    "start-regularity": 0,
    "days-in-a-row": 5,
    "nights-in-a-row": 0,
    "after-hours": hours(0.5),
    "quiet-days": 6,
    "focus-time": 5 * 50 * 60,
    "completed-blocks": 1,
    # Five times 15 and 35 minutes, and 30.
    "uninterrupted-stretch": 30 * 60,
    "interruptions-per-hour": 5 / ((5 * 50 + 30) / 60),
    "learning": 0,
    "technical-time": 0,
    "commute-time-saved": 3 * 2 * 2700,
}
NIGHTS: Values = WITHOUT_BLOCKS | {
    "shortest-daily-rest": hours(16),
    "quick-returns": 0,
    "overtime": 0,
    "start-regularity": 0,
    "after-hours": 0,
    "quiet-days": 7,
}
NOTHING: Values = dict.fromkeys(OFFICE)

WEEKS: Mapping[str, Values] = {
    # Nothing is known of the weeks before the first one.
    "2026-W01": OFFICE | {"average-hours": None},
    "2026-W05": OFFICE | {"average-hours": hours(38)},
    # Thursday to Sunday; the third night has seven hours. Free before it since Friday 17:00.
    "2026-W13": NIGHTS
    | {
        "longest-weekly-rest": hours(6 * 24 + 5),
        "hours": hours(4 * 7.5 - 1),
        "average-hours": hours(12 * 38 + 29) / 13,
        "longest-working-stretch": hours(8),
        "days-in-a-row": 4,
        "nights-in-a-row": 4,
        "commute-time-saved": 4 * 2 * 2700,
    },
    # Monday to Thursday 8 to 12 and 18 to 22.
    "2026-W20": WITHOUT_BLOCKS
    | {
        "shortest-daily-rest": hours(10),
        "quick-returns": 3,
        "longest-weekly-rest": hours(2 + 3 * 24 + 9),  # Thursday 22:00 to Monday 9:00
        "hours": hours(32),
        # Of the 17 weeks up to it one of nights, and one that began on a Tuesday.
        "average-hours": hours(14 * 38 + 29 + 30.5 + 32) / 17,
        "longest-working-stretch": hours(4),
        "overtime": 0,
        "start-regularity": hours(10),
        "days-in-a-row": 4,
        "nights-in-a-row": 0,
        "after-hours": 0,
        "quiet-days": 7,
        "commute-time-saved": 4 * 2 * 2700,
    },
    # Monday and Tuesday in Madrid, Thursday and Friday 9 to 17 in New York: 15 to 23 here.
    "2026-W25": WITHOUT_BLOCKS
    | {
        "shortest-daily-rest": hours(16),
        "quick-returns": 0,
        "longest-weekly-rest": hours(64),
        "hours": hours(2 * 7.5 + 2 * 8),
        "average-hours": hours(13 * 38 + 29 + 30.5 + 32 + 31) / 17,
        "longest-working-stretch": hours(8),
        "overtime": 0,
        "start-regularity": hours(6),
        "days-in-a-row": 2,
        "nights-in-a-row": 0,
        "after-hours": 0,
        "quiet-days": 7,
        "commute-time-saved": 3 * 2 * 2700,  # Tuesday was in the office
    },
    # The second week of leave: the mean is that of the fifteen weeks before.
    "2026-W31": NOTHING | {"average-hours": hours(13 * 38 + 32 + 31) / 15},
    # Nobody logged anything, and nobody told that it was off.
    "2026-W34": NOTHING | {"average-hours": hours(12 * 38 + 32 + 31) / 14},
    # Tuesday sick, Thursday a holiday with an hour of work.
    "2026-W38": NOBODY_WATCHED
    | {
        # 64, 40, 14.5 (Wednesday 19:30 to Thursday 10:00) and 22 hours.
        "shortest-daily-rest": hours(14.5),
        "quick-returns": 0,
        "longest-weekly-rest": hours(64),
        "hours": hours(3 * 7.5 + 0.5 + 1),
        # Of 17 weeks two were leave, one is empty, and this one has days off.
        "average-hours": hours(12 * 38 + 31) / 13,
        "longest-working-stretch": hours(8),
        "overtime": hours(1.5),
        "start-regularity": 0,
        "days-in-a-row": 3,
        "nights-in-a-row": 0,
        "after-hours": hours(1.5),
        "quiet-days": 4,  # of six: the sick day is left out, the holiday was worked on
        "focus-time": (3 * 50 + 60) * 60,
        "completed-blocks": 1,
        # 15, 15, 15, 30, 35, 35, 35, 60
        "uninterrupted-stretch": 32.5 * 60,
        "interruptions-per-hour": 3 / ((3 * 50 + 30 + 60) / 60),
        "learning": 0,
        "technical-time": 0,
        "commute-time-saved": 3 * 2 * 2700,
    },
    # Friday to Sunday; the second night has nine hours, which is more than a night may have.
    "2026-W43": NIGHTS
    | {
        "longest-weekly-rest": hours(7 * 24 + 5),
        "hours": hours(3 * 7.5 + 1),
        "average-hours": hours(12 * 38 + 23.5) / 13,
        "longest-working-stretch": hours(9),
        "days-in-a-row": 3,
        "nights-in-a-row": 3,
        "commute-time-saved": 3 * 2 * 2700,
    },
    "2026-W46": OFFICE
    | {
        "average-hours": hours(11 * 38 + 23.5 + 23) / 13,
        "longest-screen-stretch": hours(4.5),
        "long-shifts-without-break": 0,
        "breaks-had": 0.5,
        "hard-contacts": 1,
        "switching-off": 3,
        "contact-with-colleagues": 0.6,
        "began-ready": 0.5,
        "technical-time": 60,
    },
}


@cache
def year() -> Records:
    return golden_year()


def week(name: str, known: Records) -> Week:
    number = int(name[-2:])
    return week_of(known, date.fromisocalendar(int(name[:4]), number, 4), SETTINGS)


@pytest.mark.parametrize("name", WEEKS)
def test_a_week_of_the_year(name: str) -> None:
    told = week(name, year())
    assert told.name == name
    assert {one.id: one.value for one in told.indicators} == WEEKS[name]


def test_the_parts_of_every_week_sum_to_the_whole() -> None:
    known, whole_s = year(), 0.0
    for number in range(1, 54):
        told = week(f"2026-W{number:02}", known)
        values = {one.id: one.value or 0 for one in told.indicators}
        whole_s += values["hours"]
        assert sum(day.worked_s for day in told.days) == values["hours"]
        assert sum(day.after_hours_s or 0 for day in told.days) == values["after-hours"]
        for one in told.indicators:
            if one.id in {"hours", "overtime", "after-hours", "focus-time", "commute-time-saved"}:
                assert sum(term.value for term in one.terms) == (one.value or 0)
            if one.id in {"shortest-daily-rest", "longest-working-stretch"} and one.terms:
                assert one.value in [term.value for term in one.terms]
    assert whole_s == sum(one.worked_s for one in stretches(on_duty(known)))


def test_in_whatever_order_it_was_logged() -> None:
    known = year()
    chance = random.Random(7)
    rows: dict[str, Any] = {
        name: tuple(chance.sample(found, len(found)))
        for name in ("shifts", "blocks", "breaks", "check_ins", "hard_contacts")
        if (found := getattr(known.sources, name))
    }
    mixed = replace(
        known,
        sources=replace(known.sources, **rows),
        leave=known.leave[::-1],
        checked=known.checked[::-1],
    )
    for name in WEEKS:
        assert week(name, mixed) == week(name, known)


def test_blocks_that_were_exported_and_imported_make_the_same_weeks() -> None:
    known = year()
    text = json.dumps(log_document(known.blocks, at(NOW)))
    taking = Taking(
        zone="Europe/Madrid", utc_offset_s=FakeClock().utc_offset_s, new_id=CountingId()
    )
    back = parse_own(text, taking)
    assert not back.faults
    again = replace(known, sources=replace(known.sources, blocks=back.blocks))
    for name in WEEKS:
        assert week(name, again) == week(name, known)


def test_the_same_instants_by_another_clock() -> None:
    """In New York Monday's shift began at three at night, which is Sunday's; so did Tuesday's."""
    known = year()
    there = replace(known, sources=replace(known.sources, zone=ZoneInfo(NEW_YORK)))
    told = week("2026-W25", there)
    assert [day.worked_s / 3600 for day in told.days] == [7.5, 0, 0, 8, 8, 0, 7.5]
    values = {one.id: one.value for one in told.indicators}
    assert values["hours"] == hours(31)
    assert values["start-regularity"] == hours(6)
    assert [one.length_s / 3600 for one in told.rests] == [16, 46, 16, 58]


def test_a_night_in_which_the_clock_is_set_belongs_to_the_day_before() -> None:
    spring, autumn = week("2026-W13", year()), week("2026-W43", year())
    assert [day.worked_s / 3600 for day in spring.days] == [0, 0, 0, 7.5, 7.5, 6.5, 7.5]
    assert [day.worked_s / 3600 for day in autumn.days] == [0, 0, 0, 0, 7.5, 8.5, 7.5]
    assert spring.span.length_s == autumn.span.length_s - 2 * 3600 == hours(7 * 24 - 1)


def test_a_week_off_is_off() -> None:
    assert week("2026-W31", year()).is_off
    assert not week("2026-W34", year()).is_off
    kinds = [day.leave for day in week("2026-W38", year()).days]
    assert kinds == [None, "sick", None, "holiday", None, None, None]
    assert week("2026-W38", year()).days[3].worked_s == hours(1)
