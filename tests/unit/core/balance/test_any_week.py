"""What holds for every week, whatever was logged."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.shifts import a_shift
from tests.fakes.weeks import a_block
from workspace_assistant.core.balance.document import week_document
from workspace_assistant.core.balance.model import Records, State
from workspace_assistant.core.balance.rests import daily_rests, free_between
from workspace_assistant.core.balance.settings_model import WeekSettings
from workspace_assistant.core.balance.targets import Region
from workspace_assistant.core.balance.week import week_of
from workspace_assistant.core.balance.work import stretches
from workspace_assistant.core.facts.sources import Sources

ZONES = ["Europe/Madrid", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"]
BEGIN = datetime(2026, 10, 12, 0, 0)
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)

spans = st.tuples(st.integers(0, 60 * 24 * 40), st.integers(1, 60 * 14)).map(
    lambda one: (BEGIN + timedelta(minutes=one[0]), BEGIN + timedelta(minutes=sum(one)))
)


def written(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"


@st.composite
def known(draw: st.DrawFn) -> Records:
    zone = draw(st.sampled_from(ZONES))
    planned: Sequence[tuple[datetime, datetime]] = draw(st.lists(spans, max_size=12, unique=True))
    logged: list[tuple[datetime, datetime]] = []
    for start, end in sorted(draw(st.lists(spans, max_size=8))):  # blocks never overlap
        if not logged or start >= logged[-1][1]:
            logged.append((start, end))
    return Records(
        proven_at=NOW,
        known_until=NOW,
        sources=Sources(
            now=NOW,
            zone=ZoneInfo(zone),
            shifts=tuple(a_shift(written(a), written(b), zone="UTC") for a, b in planned),
            blocks=tuple(a_block(written(a), written(b), planned_min=30) for a, b in logged),
        ),
    )


@given(known(), st.integers(0, 41), st.sampled_from([*Region]))
def test_a_week_of_any_records(records: Records, day: int, region: Region) -> None:
    around = date(2026, 10, 12) + timedelta(days=day)
    settings = WeekSettings(region=region)
    week = week_of(records, around, settings)
    turned = replace(records.sources, shifts=records.shifts[::-1], blocks=records.blocks[::-1])
    assert week_of(replace(records, sources=turned), around, settings) == week
    by_id = {one.id: one for one in week.indicators}
    assert len(by_id) == len(week.indicators)
    worked = by_id["hours"]
    assert sum(day.worked_s for day in week.days) == pytest.approx(worked.value or 0)
    outside = [day.after_hours_s for day in week.days]
    if by_id["after-hours"].value is not None:
        assert sum(one or 0 for one in outside) == pytest.approx(by_id["after-hours"].value)
    assert (None in outside) == (not records.shifts)
    for one in week.indicators:
        assert (one.value is None) == (one.state is State.NOT_ENOUGH_DATA)
    assert json.loads(json.dumps(week_document(week, "zone"), allow_nan=False))["week"] == week.name


@given(known())
def test_work_and_rests_share_the_time_between_them(records: Records) -> None:
    work = stretches(records)
    free = free_between(work)
    assert all(one.length_s > 0 for one in free)
    whole_s = (work[-1].span.end - work[0].span.start).total_seconds() if work else 0
    assert sum(one.span.length_s for one in work) + sum(one.length_s for one in free) == whole_s
    rests = daily_rests(work)
    assert set(rests) <= set(free)
    assert list(rests) == sorted(rests, key=lambda one: one.start)
    assert all(0 <= one.worked_s <= one.span.length_s for one in work)
