"""A week beside the weeks before it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes import summaries
from tests.fakes.weeks import ZONE, a_block, a_break, a_check_in, at, records
from tests.unit.core.balance.test_any_week import known
from workspace_assistant.core.balance.model import Checked, Records, State
from workspace_assistant.core.balance.periods import month_named
from workspace_assistant.core.balance.readiness_counts import counts_told
from workspace_assistant.core.balance.roll_up import month_of, quarter_of, roll_up_of
from workspace_assistant.core.balance.roll_up_document import roll_up_document
from workspace_assistant.core.balance.settings_model import (
    AS_DELIVERED,
    Goal,
    GoalKind,
    WeekSettings,
    WeekStart,
)
from workspace_assistant.core.balance.summary import alone_of, summary_of
from workspace_assistant.core.balance.summary_document import summary_document
from workspace_assistant.core.balance.summary_model import Comparison, ReadyCounts, Summary, Trend
from workspace_assistant.core.balance.week import week_of
from workspace_assistant.core.balance.writing import EnglishWriting, told_text
from workspace_assistant.core.breaks.model import Outcome
from workspace_assistant.core.check_in.model import Answers
from workspace_assistant.core.focus.model import Cause
from workspace_assistant.core.leave.model import LeaveDay, LeaveKind
from workspace_assistant.core.line_watch.model import EventKind, LineEvent
from workspace_assistant.core.readiness.model import Verdict
from workspace_assistant.core.spans import Span

WRITING = EnglishWriting(ZONE)
FRIDAY = date(2026, 11, 20)
HOUR = 3600.0


def shifts(*days: tuple[str, float]) -> Records:
    """One shift on each day from 08:00 on, so many hours long."""
    planned = []
    for day, length_h in days:
        end = at(f"{day} 08:00") + timedelta(hours=length_h)
        planned.append((f"{day} 08:00", f"{end.astimezone(ZONE):%Y-%m-%d %H:%M}"))
    return records(now="2026-11-27 12:00", shifts=planned)


def comparison(summary: Summary, name: str) -> Comparison:
    return next(one for one in summary.comparisons if one.id == name)


def trend(summary: Summary, name: str) -> Trend:
    return next(one for one in summary.trends if one.id == name)


WEEKS = shifts(("2026-10-20", 6), ("2026-10-27", 5), ("2026-11-10", 9), ("2026-11-17", 8))


def test_usual_is_the_median_of_the_four_weeks_before_that_knew_it() -> None:
    summary = summary_of(WEEKS, FRIDAY)
    assert comparison(summary, "hours") == Comparison(
        id="hours", last=9 * HOUR, usual=6 * HOUR, usual_of=3
    )
    assert [one.id for one in summary.comparisons] == [one.id for one in summary.week.indicators]
    before = summary_of(WEEKS, date(2026, 11, 12))
    assert comparison(before, "hours") == Comparison(
        id="hours", last=None, usual=5.5 * HOUR, usual_of=2
    )
    first = summary_of(WEEKS, date(2026, 10, 28))
    assert comparison(first, "hours") == Comparison(
        id="hours", last=6 * HOUR, usual=None, usual_of=1
    )


def test_twelve_weeks_oldest_first_of_what_two_of_them_know() -> None:
    hours = trend(summary_of(WEEKS, FRIDAY), "hours")
    assert [one.week for one in hours.points] == [f"2026-W{number}" for number in range(36, 48)]
    assert [one.value for one in hours.points] == [
        *[None] * 7,
        6 * HOUR,
        5 * HOUR,
        None,
        9 * HOUR,
        8 * HOUR,
    ]
    assert hours.points[-1].state is State.INFORMATION
    assert hours.points[0].state is State.NOT_ENOUGH_DATA
    known = {one.id for one in summary_of(WEEKS, date(2026, 10, 22)).trends}
    assert "hours" not in known


@settings(max_examples=25, deadline=None)
@given(known(), st.integers(14, 41), st.sampled_from([*WeekStart]))
def test_each_week_of_the_trends_is_what_it_is_alone(
    logged: Records, day: int, start: WeekStart
) -> None:
    around, chosen = date(2026, 10, 12) + timedelta(days=day), WeekSettings(week_start=start)
    summary = summary_of(logged, around, chosen)
    assert summary.week == week_of(logged, around, chosen)
    earlier = week_of(logged, around - timedelta(weeks=1), chosen)
    values = {one.id: one.value for one in earlier.indicators}
    for one in summary.trends:
        assert one.points[-2].value == values[one.id], one.id
    assert summary_of(turned(logged), around, chosen) == summary
    assert alone_of(logged, around, chosen).week == summary.week


def turned(logged: Records) -> Records:
    sources = logged.sources
    back = replace(sources, shifts=sources.shifts[::-1], blocks=sources.blocks[::-1])
    return replace(logged, sources=back)


def test_a_week_keeps_what_was_logged_on_its_edges() -> None:
    """Everything that the week told alone knows is still there beside eleven others."""
    logged = records(
        now="2026-11-27 12:00",
        shifts=[("2026-11-16 04:00", "2026-11-16 12:00"), ("2026-11-22 22:00", "2026-11-23 06:00")],
        blocks=[
            a_block("2026-11-23 04:30", "2026-11-23 05:30", planned_min=60),
            a_block("2026-11-22 10:00", None),
        ],
        there=[("2026-11-16 04:00", "2026-11-16 12:00"), ("2026-11-22 22:00", "2026-11-23 03:50")],
        breaks=[a_break(f"2026-11-23 0{hour}:00", Outcome.TAKEN) for hour in (0, 1, 2, 3)]
        + [a_break("2026-11-16 04:00", Outcome.SKIPPED), a_break("2026-11-22 23:00", None)],
        check_ins=[a_check_in("2026-11-22 22:00", "2026-11-23 06:00", Answers(switch_off=3))],
        hard=["2026-11-16 04:00", "2026-11-23 03:59", "2026-11-23 05:59"],
    )
    goals = WeekSettings(goals=(Goal(kind=GoalKind.BREAKS, least=4),))
    summary = summary_of(logged, FRIDAY, goals)
    assert summary.week == week_of(logged, FRIDAY, goals)
    assert (summary.goals[0].value, summary.goals[0].is_reached) == (4, True)


def test_a_week_alone_has_nothing_beside_it() -> None:
    alone = alone_of(WEEKS, FRIDAY)
    assert (alone.trends, alone.heat, alone.ready_counts) == ((), None, None)
    assert {one.usual_of for one in alone.comparisons} == {0}
    assert [told_text(one, WRITING) for one in alone.sentences] == [
        "8h at work; days with work: 1."
    ]


def test_a_week_off_is_no_failure() -> None:
    off = tuple(
        LeaveDay(on=date(2026, 11, 16) + timedelta(days=index), kind=LeaveKind.LEAVE)
        for index in range(7)
    )
    summary = alone_of(replace(shifts(("2026-11-17", 8)), leave=off), FRIDAY)
    assert told_text(summary.headline, WRITING) == "This week was off."
    assert (summary.sentences, summary.suggestions) == ((), ())


def test_shifts_are_counted_by_how_they_began_and_the_trouble_in_them() -> None:
    logged = records(
        now="2026-11-27 12:00",
        shifts=[(f"2026-11-{day} 08:00", f"2026-11-{day} 16:00") for day in (10, 11, 16, 17, 18)],
        blocks=[
            a_block(
                f"2026-11-{day} 09:00",
                f"2026-11-{day} 10:00",
                interrupted=[(f"2026-11-{day} 09:30", Cause.TECHNICAL)] if day == 11 else [],
            )
            for day in (10, 11, 17)
        ],
    )
    lost = LineEvent(
        id="1",
        kind=EventKind.LOSS,
        started_at=at("2026-11-16 10:00"),
        ended_at=at("2026-11-16 10:05"),
        is_over=True,
    )
    checks = {
        10: Verdict.READY,
        11: Verdict.READY,
        16: Verdict.CAUTION,
        17: Verdict.NOT_READY,
        18: Verdict.READY,  # and nobody saw anything of that shift
    }
    logged = replace(
        logged,
        sources=replace(
            logged.sources, line_events=(lost,), line_watched=(at("2026-11-16 10:00"),)
        ),
        checked=tuple(
            Checked(at=at(f"2026-11-{day} 07:30"), check="microphone", verdict=verdict)
            for day, verdict in checks.items()
        ),
    )
    counts = summary_of(logged, FRIDAY).ready_counts
    assert counts == ReadyCounts(ready=2, ready_with_trouble=1, unready=2, unready_with_trouble=1)
    assert [told_text(one, WRITING) for one in counts_told(counts)] == [
        "Shifts that began ready: 2; with technical trouble: 1.",
        "Shifts that began with something amiss: 2; with technical trouble: 1.",
    ]
    assert len(counts_told(replace(counts, unready=0, unready_with_trouble=0))) == 1
    assert summary_of(WEEKS, FRIDAY).ready_counts is None


def test_a_month_is_of_the_weeks_with_their_thursdays_in_it() -> None:
    told = month_of(WEEKS, FRIDAY)
    assert told.name == "2026-11"
    assert [one.name for one in told.weeks] == ["2026-W45", "2026-W46", "2026-W47", "2026-W48"]
    assert told.span == Span(at("2026-11-02 04:00"), at("2026-11-30 04:00"))
    hours = next(one for one in told.rows if one.id == "hours")
    assert hours.values == (None, 9 * HOUR, 8 * HOUR, None)
    assert (hours.median, hours.known, hours.met) == (8.5 * HOUR, 2, 0)
    assert told.weeks[2] == week_of(WEEKS, FRIDAY)
    rest = next(one for one in told.rows if one.id == "longest-weekly-rest")
    assert (rest.known, rest.met, rest.target and rest.target.value) == (2, 2, 35 * HOUR)
    met, count = told.headline.parts["met"], told.headline.parts["count"]
    assert told_text(told.headline, WRITING) == f"{met} of {count} targets met in 3 weeks together."
    assert met == sum(one.met for one in told.rows)


def test_a_month_with_one_week_to_tell_counts_one() -> None:
    first = records(now="2026-11-06 12:00", shifts=[("2026-11-03 08:00", "2026-11-03 16:00")])
    told = month_of(first, FRIDAY)
    met, count = told.headline.parts["met"], told.headline.parts["count"]
    assert told_text(told.headline, WRITING) == f"{met} of {count} targets met in one week."


def test_a_quarter_leaves_out_the_weeks_that_are_to_come() -> None:
    told = quarter_of(WEEKS, FRIDAY)
    assert (told.name, len(told.weeks)) == ("2026-Q4", 9)
    assert told.span == Span(at("2026-09-28 04:00"), at("2027-01-04 04:00"))
    later = roll_up_of(WEEKS, month_named("2027-02"))
    assert (later.weeks, later.rows) == ((), ())
    assert told_text(later.headline, WRITING) == "Too little is known to tell any target."


def test_where_the_weeks_had_different_targets_none_is_told() -> None:
    off = (LeaveDay(on=date(2026, 11, 11), kind=LeaveKind.SICK),)
    told = month_of(replace(WEEKS, leave=off), FRIDAY)
    quiet = next(one for one in told.rows if one.id == "quiet-days")
    assert (quiet.target, quiet.known, quiet.met) == (None, 2, 2)


def test_the_document_of_a_rich_summary_holds_all_of_it() -> None:
    summary = summaries.rich()
    document = json.loads(json.dumps(summary_document(summary, ZONE), allow_nan=False))
    assert document["schema"] == "workspace-assistant/week/1"
    assert (document["headline"], document["currency"]) == ("8 of 11 targets met.", "EUR")
    assert len(document["sentences"]) == 3
    assert document["goals"][0] == {
        "kind": "focus",
        "least": 36000,
        "ends_by": None,
        "value": 41400,
        "is_reached": True,
    }
    assert [one["id"] for one in document["comparisons"]] == [
        one["id"] for one in document["indicators"]
    ]
    assert document["trends"][0]["points"][-1]["week"] == "2026-W47"
    assert document["heat"]["by_cause"][0]["cause"] == "chat"
    assert document["heat"]["by_cause"][0]["hours"][15] == {
        "hour": 15,
        "count": 9,
        "worked_s": 21600,
    }
    assert len(document["heat"]["by_weekday"]) == 7
    assert "15:00" in document["heat"]["hardest"]
    assert document["readiness"]["unready_with_trouble"] == 3
    assert document["suggestions"][0] == {
        "indicator": "shortest-daily-rest",
        "tip": "eleven-hours-of-rest",
    }
    assert {day["leave"] for day in document["days"]} <= {None, *LeaveKind}


def test_the_document_of_a_first_week_says_what_is_not_there() -> None:
    document = summary_document(summaries.half_empty(), ZONE)
    assert (document["heat"], document["readiness"], document["trends"]) == (None, None, [])
    assert document["currency"] is None
    heat = summaries.rich().heat
    assert heat is not None
    calm = replace(summaries.rich(), heat=replace(heat, hardest=None))
    shown = summary_document(calm, ZONE)["heat"]
    assert isinstance(shown, dict)
    assert shown["hardest"] is None


def test_the_document_of_a_month() -> None:
    told = summaries.month()
    document = json.loads(json.dumps(roll_up_document(told, "zone", AS_DELIVERED)))
    assert document["schema"] == "workspace-assistant/weeks/1"
    assert (document["period"], document["time_zone"]) == ("2026-11", "zone")
    assert [one["week"] for one in document["weeks"]] == [one.name for one in told.weeks]
    row = document["indicators"][0]
    assert (row["id"], row["weeks_known"]) == (told.rows[0].id, told.rows[0].known)
    assert row["values"] == list(told.rows[0].values)
    assert document["targets_known"] == sum(len(one.with_target) for one in told.weeks)


@pytest.mark.parametrize("summary", [summaries.empty(), summaries.off(), summaries.nights()])
def test_any_summary_can_be_written(summary: Summary) -> None:
    assert json.loads(json.dumps(summary_document(summary, ZONE), allow_nan=False))
