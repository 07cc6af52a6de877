"""Facts and times of use from a real file, written through the program's own stores."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from tests.unit.core.facts.world import NOW, ZONE, block, rich
from workspace_assistant.adapters.sqlite.breaks_store import SqliteBreakStore
from workspace_assistant.adapters.sqlite.check_in_store import SqliteCheckInStore
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.ergonomics_store import SqliteAssessmentStore
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.adapters.sqlite.line_store import SqliteLineStore
from workspace_assistant.adapters.sqlite.loudness_store import SqliteLoudnessStore
from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore
from workspace_assistant.adapters.sqlite.shift_store import SqliteShiftStore
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.facts import facts_now, logged_durations, sources_at
from workspace_assistant.core.check_in.model import HardContact
from workspace_assistant.core.ergonomics.model import Timed, WorkplaceChange
from workspace_assistant.core.facts.gathering import facts_of
from workspace_assistant.core.facts.model import Unknown
from workspace_assistant.core.facts.names import NAMES
from workspace_assistant.core.facts.sources import KNOWN_FOR, Sources
from workspace_assistant.core.focus.clock import Reading, anchored
from workspace_assistant.core.focus.ports import Heartbeat
from workspace_assistant.core.line_watch.model import Minute


def _write(data: Path, sources: Sources) -> None:
    database = Database(data / DATABASE_NAME)
    with SqliteFocusLog(database).writing() as log:
        for block in sources.blocks:
            log.put(block)
    with SqliteShiftStore(database).writing() as shifts:
        for shift in sources.shifts:
            shifts.put(shift)
    for report in sources.reports:
        SqliteReportStore(database).add(report)
    _write_line(database, sources)
    breaks, check_ins = SqliteBreakStore(database), SqliteCheckInStore(database)
    for record in sources.breaks:
        breaks.put(record)
    for stretch in sources.activity:
        breaks.prolong(stretch)
    for level in sources.call_levels:
        SqliteLoudnessStore(database).put(level)
    for one in sources.check_ins:
        check_ins.put(one)
    for assessment in sources.assessments:
        SqliteAssessmentStore(database).add(assessment)
    database.close()


def _write_line(database: Database, sources: Sources) -> None:
    line = SqliteLineStore(database)
    for at in sources.line_watched:
        line.put_minute(Minute(started_at=at, seconds=60))
    for event in sources.line_events:
        line.put_event(event)


def _reading(at: datetime) -> Reading:
    return Reading(wall_at=at, elapsed_s=9.0, awake_s=9.0, boot_id="this run of the computer")


def test_what_was_logged_is_known_as_it_was_logged(tmp_path: Path) -> None:
    written = rich()
    _write(tmp_path, written)
    read = sources_at(tmp_path, _reading(NOW), ZONE)
    known, again = facts_of(written), facts_of(read)
    assert {name: one for name, one in again.items() if one != known[name]} == {}


def test_what_is_older_than_facts_need_is_not_read(tmp_path: Path) -> None:
    _write(tmp_path, rich())
    later = sources_at(tmp_path, _reading(NOW + KNOWN_FOR + timedelta(days=2)), ZONE)
    assert later.reports == later.line_watched == later.line_events == later.check_ins == ()
    assert later.breaks == later.activity == later.call_levels == ()
    assert later.assessments != ()
    assert later.blocks != ()  # of a quarter of a year


def test_marks_and_changes_are_read_as_well(tmp_path: Path) -> None:
    database = Database(tmp_path / DATABASE_NAME)
    mark = HardContact(id="a" * 32, at=NOW)
    change = WorkplaceChange(workplace="home", at=NOW)
    SqliteCheckInStore(database).mark(mark)
    SqliteAssessmentStore(database).add_change(change)
    database.close()
    read = sources_at(tmp_path, _reading(NOW), ZONE)
    assert (read.hard_contacts, read.workplace_changes) == ((mark,), (change,))


def test_a_block_that_a_restart_left_open_counts_until_it_was_last_seen(tmp_path: Path) -> None:
    begun = NOW - timedelta(hours=6)
    before = Reading(wall_at=begun, elapsed_s=9.0, awake_s=9.0, boot_id="another run")
    left = replace(block(begun, 0, is_open=True), anchor=anchored(begun, before))
    seen_at = begun + timedelta(minutes=10)
    beat = Heartbeat(
        block_id=left.id,
        at=seen_at,
        reading=replace(before, wall_at=seen_at, elapsed_s=609.0, awake_s=609.0),
        watcher="w",
        watcher_kind="window",
        last_active_at=seen_at,
    )
    with (
        closing(Database(tmp_path / DATABASE_NAME)) as database,
        SqliteFocusLog(database).writing() as log,
    ):
        log.put(left)
        log.beat(beat)
    read = sources_at(tmp_path, _reading(NOW), ZONE)
    assert (read.now, read.worked_until) == (NOW, seen_at)


def test_an_open_block_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    done, left = block(NOW - timedelta(hours=6), 60), block(NOW, 0, is_open=True)
    with closing(Database(tmp_path / DATABASE_NAME)) as database:
        with SqliteFocusLog(database).writing() as log:
            log.put(done)
            log.put(left)
        with database.transaction() as connection:
            connection.execute("UPDATE focus_block SET channel = 'new' WHERE id = ?", (left.id,))
    read = sources_at(tmp_path, _reading(NOW), ZONE)
    assert (read.blocks, read.worked_until) == ((done,), NOW)


def test_a_new_user_has_no_fact_and_no_time_of_use(tmp_path: Path) -> None:
    facts = facts_now(tmp_path)
    assert set(facts) == set(NAMES)
    assert all(isinstance(one, Unknown) for one in facts.values())
    durations = logged_durations(tmp_path, "home")
    assert set(durations) == set(Timed)
    assert all(one.band is None and one.basis for one in durations.values())
