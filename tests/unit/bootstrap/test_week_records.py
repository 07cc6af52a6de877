"""What a week is told from is read from a real file: no number is another one for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.fakes.golden_year import NOW as YEAR_NOW
from tests.fakes.golden_year import golden_year
from tests.fakes.weeks import ZONE, a_block, a_break, a_check_in, at, indicator, records
from workspace_assistant.adapters.sqlite.breaks_store import SqliteBreakStore
from workspace_assistant.adapters.sqlite.check_in_store import SqliteCheckInStore
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.adapters.sqlite.leave_store import SqliteLeaveStore
from workspace_assistant.adapters.sqlite.line_store import SqliteLineStore
from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore
from workspace_assistant.adapters.sqlite.shift_store import SqliteShiftStore
from workspace_assistant.bootstrap.week_records import records_of, weeks_span
from workspace_assistant.core.balance.model import Checked, Records
from workspace_assistant.core.balance.settings_model import AS_DELIVERED, WeekSettings, WeekStart
from workspace_assistant.core.balance.week import week_of
from workspace_assistant.core.breaks.model import BreakRecord, Outcome
from workspace_assistant.core.check_in.model import Answers
from workspace_assistant.core.focus.clock import Reading
from workspace_assistant.core.focus.model import Block, Cause
from workspace_assistant.core.line_watch.model import EventKind, LineEvent, Minute
from workspace_assistant.core.readiness.model import CheckResult, ReadinessReport, Verdict

NOW = "2026-12-31 12:00"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(Database(tmp_path / "x.sqlite3")) as database:
        yield database


def read(database: Database, day: str, count: int = 1, now: str = NOW) -> Records:
    reading = Reading(wall_at=at(now), elapsed_s=9.0, awake_s=9.0, boot_id="a run")
    shown = weeks_span(date.fromisoformat(day), ZONE, AS_DELIVERED, count)
    return records_of(database, reading, ZONE, shown)


WORKING = tuple(
    f"{day}"
    for day in (date(2026, 6, 1) + timedelta(days=index) for index in range(210))
    if day.weekday() < 5
)
# Days of which all else is known as well; the rests and sums around them need no more.
WATCHED = [f"2026-10-{day}" for day in range(13, 17)] + ["2026-11-16", "2026-11-20", "2026-11-23"]


def half_a_year() -> Records:
    """From Monday, 1 June, on: five shifts a week with blocks in them and after them."""
    known = records(
        now=NOW,
        shifts=[(f"{day} 09:00", f"{day} 17:00") for day in WORKING],
        lunch=[(f"{day} 12:00", f"{day} 12:30") for day in WORKING],
        blocks=[block for day in WORKING for block in blocks(day)],
        there=[(f"{day} 09:00", f"{day} 16:50") for day in WATCHED],
        breaks=[a_rest(f"{day} {hour}:00") for day in WATCHED for hour in (10, 15)],
        check_ins=[
            a_check_in(f"{day} 09:00", f"{day} 17:00", Answers(switch_off=3, contact=4))
            for day in WATCHED
        ],
        off=["2026-10-12", "2026-11-18"],
    )
    sources = replace(
        known.sources,
        line_events=tuple(an_event(f"{day} 13:00") for day in WATCHED[::2]),
        line_watched=tuple(at(f"{day} 10:00") for day in WATCHED),
    )
    verdicts = [Verdict.READY, Verdict.CAUTION] * 4
    checked = tuple(
        Checked(at=at(f"{day} 08:40"), check="voice-path", verdict=verdict)
        for day, verdict in zip(WATCHED, verdicts, strict=False)
    )
    return replace(known, sources=sources, checked=checked)


def a_rest(began: str) -> BreakRecord:
    return replace(a_break(began, Outcome.TAKEN), began_at=at(began))


def blocks(day: str) -> Iterator[Block]:
    yield a_block(
        f"{day} 09:10",
        f"{day} 10:00",
        planned_min=50,
        interrupted=[(f"{day} 09:20", Cause.NOISE)],
        paused=[(f"{day} 09:30", f"{day} 09:40"), (f"{day} 09:50", f"{day} 09:55")],
    )
    yield a_block(f"{day} 12:20", f"{day} 12:40")  # half of it in the break
    yield a_block(f"{day} 16:50", f"{day} 17:30")


def an_event(text: str) -> LineEvent:
    start = at(text)
    return LineEvent(
        id=text, kind=EventKind.LOSS, started_at=start, ended_at=start + timedelta(seconds=59)
    )


def a_report(one: Checked) -> ReadinessReport:
    checks = tuple(
        CheckResult(id=name, required=is_required, verdict=one.verdict, duration_s=1)
        for name, is_required in ((one.check, True), ("bandwidth", False))
    )
    return ReadinessReport(
        id=f"{one.at}",
        app_version="1",
        started_at=one.at,
        finished_at=one.at,
        time_zone="UTC",
        profile_name="p",
        profile_digest="d",
        verdict=one.verdict,
        bytes_used=0,
        checks=checks,
    )


def write(database: Database, known: Records) -> None:
    sources, line = known.sources, SqliteLineStore(database)
    with SqliteFocusLog(database).writing() as log:
        for block in sources.blocks:
            log.put(block)
    with SqliteShiftStore(database).writing() as shifts:
        for shift in sources.shifts:
            shifts.put(shift)
    with SqliteCheckInStore(database).writing() as check_ins:
        for one in sources.check_ins:
            check_ins.put(one)
        for mark in sources.hard_contacts:
            check_ins.mark(mark)
    for stretch in sources.activity:
        SqliteBreakStore(database).prolong(stretch)
    for record in sources.breaks:
        SqliteBreakStore(database).put(record)
    for event in sources.line_events:
        line.put_event(event)
    for minute in sources.line_watched:
        line.put_minute(Minute(started_at=minute, seconds=60))
    for checked in known.checked:
        SqliteReportStore(database).add(a_report(checked))
    SqliteLeaveStore(database).put(known.leave)


def test_a_week_is_told_as_if_all_had_been_read(database: Database) -> None:
    known = replace(half_a_year(), known_until=at("2027-03-01 00:00"))
    write(database, known)
    for day in ("2026-10-14", "2026-11-18", "2026-12-30"):
        week = week_of(read(database, day), date.fromisoformat(day))
        assert week == week_of(known, date.fromisoformat(day)), day
    assert len(read(database, "2026-11-18").blocks) < len(blocks_of_a_week())
    many = read(database, "2026-11-18", count=6)
    for around in (date(2026, 10, 14), date(2026, 11, 18)):
        assert week_of(many, around) == week_of(known, around)


def blocks_of_a_week() -> list[Block]:
    """With the two days after it."""
    return [block for day in WORKING[:8] for block in blocks(day)]


def test_a_block_that_runs_is_read_wherever_it_began(database: Database) -> None:
    with SqliteFocusLog(database).writing() as log:
        log.put(a_block("2026-12-31 09:00", None))
    for day in ("2026-11-18", "2026-12-30"):
        found = read(database, day)
        assert [one.is_open for one in found.blocks] == [True]


def test_one_that_cannot_be_read_hides_no_other(database: Database) -> None:
    with SqliteFocusLog(database).writing() as log:
        log.put(a_block("2026-12-30 09:00", "2026-12-30 10:00"))
        log.put(a_block("2026-12-31 09:00", None))
    with database.transaction() as connection:
        connection.execute("UPDATE focus_block SET channel = 'x' WHERE ended_at IS NULL")
        connection.execute(
            "INSERT INTO readiness_report VALUES ('z', '2026-12-30T10:00:00.000Z', 'UTC', 0, "
            """'ready', '{"checks": [{"id": "x", "verdict": "fine", "required": true}]}')"""
        )
    found = read(database, "2026-12-30")
    assert [one.id for one in found.blocks] == ["2026-12-30 09:00"]
    assert found.proven_at == at(NOW)
    assert found.checked == ()


def test_a_shift_that_goes_on_for_days_brings_its_blocks_along(database: Database) -> None:
    """On call from Sunday to Thursday, with a block on each of these days."""
    known = records(shifts=[("2026-11-22 08:00", "2026-11-26 08:00")])
    logged = [a_block(f"2026-11-{day} 07:00", f"2026-11-{day} 07:30") for day in range(23, 27)]
    write(database, replace(known, sources=replace(known.sources, blocks=tuple(logged))))
    found = read(database, "2026-11-22")
    assert found.blocks == tuple(logged)
    hours = indicator(week_of(found, date(2026, 11, 22)), "uninterrupted-stretch")
    assert len(hours.terms) == 4


def test_twelve_weeks_from_sundays_on() -> None:
    settings = WeekSettings(week_start=WeekStart.SUNDAY)
    span = weeks_span(date(2026, 11, 18), ZONE, settings, 12)
    assert (span.start, span.end) == (at("2026-08-30 04:00"), at("2026-11-22 04:00"))


def test_the_golden_year_from_a_file(database: Database) -> None:
    known = golden_year()
    write(database, known)
    for name in ("2026-03-26", "2026-06-18", "2026-07-30", "2026-09-16", "2026-11-11"):
        around = date.fromisoformat(name)
        again = week_of(read(database, name, now=YEAR_NOW), around)
        assert again.indicators == week_of(known, around).indicators
        assert again.days == week_of(known, around).days
