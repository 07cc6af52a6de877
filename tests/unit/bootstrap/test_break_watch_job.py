"""The watch over breaks as the window starts it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from workspace_assistant.adapters.sqlite.breaks_store import SqliteBreakStore
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.bootstrap.break_watch import BreakWatch
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.shifts import shift_service
from workspace_assistant.core.breaks.model import Act, BreakStanding, Stage, WatchRole
from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress
from workspace_assistant.core.reminders.model import Reminder, ReminderKind
from workspace_assistant.core.shifts.drafts import ShiftDraft
from workspace_assistant.core.text import in_english


class Nobody:
    """Implements the port `Notifier`; nothing is to be shown."""

    def show(self, reminder: Reminder, on_action: Callable[[str], None]) -> None:
        raise AssertionError(reminder)

    def withdraw(self, kind: ReminderKind) -> None:
        assert kind is ReminderKind.BREAK


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither the user's screen nor bus nor sound is asked."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE"):
        monkeypatch.delenv(name, raising=False)
    for name in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
        monkeypatch.setenv(name, f"unix:path={tmp_path}/none")
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/none")


def first_reading(watch: BreakWatch) -> BreakStanding:
    told: list[BreakStanding] = []

    def note(progress: Progress) -> None:
        assert isinstance(progress.reading, BreakStanding)
        told.append(progress.reading)
        ctx.cancel()

    ctx = JobContext(note)
    with pytest.raises(JobCancelledError):
        watch.run(Nobody(), in_english, ctx)
    return told[0]


def test_without_shift_and_block_it_rests(tmp_path: Path) -> None:
    watch = BreakWatch(tmp_path)
    watch.ring()
    standing = first_reading(watch)
    watch.ring()
    assert (standing.role, standing.at) == (WatchRole.RESTING, None)


def test_in_a_shift_it_watches_says_what_it_cannot_see_and_leaves(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    draft = ShiftDraft(starts_at=now - timedelta(hours=1), ends_at=now + timedelta(hours=1))
    shift_service(tmp_path).add(draft)
    watch = BreakWatch(tmp_path)
    watch.act(Act.BEGIN)  # asked before it runs: not lost
    standing = first_reading(watch)
    watch.act(Act.DONE)
    assert standing.role is WatchRole.WATCHING
    assert standing.unknown
    assert standing.open is not None
    assert standing.open.stage is Stage.RUNNING
    store = SqliteBreakStore(Database(tmp_path / DATABASE_NAME))
    assert store.beat() is None
    (record,) = store.open_records()
    assert record.began_at is not None
