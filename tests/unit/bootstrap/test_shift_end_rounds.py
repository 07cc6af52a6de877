"""Questions at the edges of shifts, on a real database: the window asks, the timer does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes.preshift import FakeDesktop
from workspace_assistant.adapters.files.week_choices import WeekChoices
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.leave_store import SqliteLeaveStore
from workspace_assistant.adapters.sqlite.why_log import SqliteWhyLog
from workspace_assistant.bootstrap import attendance as attending
from workspace_assistant.bootstrap import check_in
from workspace_assistant.bootstrap.attendance import attendance, plain_words, window_attendance
from workspace_assistant.bootstrap.check_in import check_in_service
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.ergonomics import ergonomics_service
from workspace_assistant.bootstrap.focus import focus_tools
from workspace_assistant.bootstrap.present_zone import present_zone
from workspace_assistant.bootstrap.readiness import readiness_service
from workspace_assistant.bootstrap.shift_end import shift_end_rounds
from workspace_assistant.bootstrap.shifts import shift_service
from workspace_assistant.core.days import day_of
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.leave.service import LeaveService
from workspace_assistant.core.reminders.model import ReminderKind
from workspace_assistant.core.shifts.drafts import ShiftDraft

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


@pytest.fixture
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shift ends in five minutes; check-ins are wanted, and the workplace has changed."""
    monkeypatch.setattr(check_in, "_in_call", lambda: False)
    monkeypatch.setattr(attending, "desktop_notifier", lambda _: None)
    now = datetime.now(UTC)
    shift_service(tmp_path).add(ShiftDraft(starts_at=now - 8 * HOUR, ends_at=now + 5 * MINUTE))
    check_in_service(tmp_path).turn(on=True)
    ergonomics_service(tmp_path).mark_changed("home")
    return tmp_path


def asked(data_dir: Path, desktop: FakeDesktop) -> None:
    ctx = JobContext(lambda _: None)
    for one in shift_end_rounds(data_dir, [desktop], plain_words(data_dir), lambda: None):
        one(ctx)


def reasons(data_dir: Path) -> set[tuple[ReminderKind, str]]:
    lines = SqliteWhyLog(Database(data_dir / DATABASE_NAME)).recent(9)
    return {(one.kind, one.reason) for one in lines}


def test_two_programs_ask_once_how_the_shift_went(data_dir: Path) -> None:
    desktop = FakeDesktop()
    asked(data_dir, desktop)
    asked(data_dir, desktop)
    assert [one.kind for one in desktop.shown] == [ReminderKind.CHECK_IN]
    assert reasons(data_dir) == {
        (ReminderKind.CHECK_IN, "shift-ends"),
        (ReminderKind.SELF_CHECK, "one-a-day"),
    }


def test_nothing_is_asked_in_a_block(data_dir: Path) -> None:
    desktop, blocks = FakeDesktop(), focus_tools(data_dir).acts
    blocks.start(Plan(name="Refunds"))
    asked(data_dir, desktop)
    assert desktop.shown == []
    blocks.stop()
    asked(data_dir, desktop)
    assert [one.kind for one in desktop.shown] == [ReminderKind.CHECK_IN]


def test_without_check_ins_the_workplace_is_asked_about(data_dir: Path) -> None:
    desktop = FakeDesktop()
    check_in_service(data_dir).turn(on=False)
    asked(data_dir, desktop)
    assert [one.kind for one in desktop.shown] == [ReminderKind.SELF_CHECK]


def test_the_window_asks_and_the_timer_does_not(data_dir: Path) -> None:
    readiness = readiness_service(data_dir)
    desktop, ctx = FakeDesktop(), JobContext(lambda _: None)
    attendance(data_dir, lambda: readiness, [desktop]).attend_once(ctx)
    assert desktop.shown == []
    window_attendance(data_dir, readiness, desktop, plain_words(data_dir)).attend_once(ctx)
    assert [one.kind for one in desktop.shown] == [ReminderKind.CHECK_IN]


@pytest.fixture
def quiet_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(check_in, "_in_call", lambda: False)
    return tmp_path


def test_how_the_week_was_is_told_when_its_last_shift_has_ended(quiet_dir: Path) -> None:
    """A shift of today is the last of its week, wherever the week is: all others lie before."""
    now = datetime.now(UTC)
    shift_service(quiet_dir).add(ShiftDraft(starts_at=now - 8 * HOUR, ends_at=now - MINUTE))
    choices = WeekChoices(quiet_dir)
    desktop = FakeDesktop()
    asked(quiet_dir, desktop)
    assert desktop.shown == []
    choices.keep(replace(choices.settings(), tells_headline=True))
    asked(quiet_dir, desktop)
    asked(quiet_dir, desktop)
    (shown,) = desktop.shown
    assert shown.kind is ReminderKind.WEEK
    assert "targets met" in shown.title


def test_a_shift_on_a_day_off_is_no_last_one(quiet_dir: Path) -> None:
    now, database = datetime.now(UTC), Database(quiet_dir / DATABASE_NAME)
    starts_at = now - 8 * HOUR
    shift_service(quiet_dir).add(ShiftDraft(starts_at=starts_at, ends_at=now - MINUTE))
    choices = WeekChoices(quiet_dir)
    choices.keep(replace(choices.settings(), tells_headline=True))
    LeaveService(SqliteLeaveStore(database)).add(day_of(starts_at, present_zone()))
    desktop = FakeDesktop()
    asked(quiet_dir, desktop)
    assert desktop.shown == []
