"""Times of use in a self-check come from the logs of the same data directory."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from workspace_assistant.adapters.sqlite.breaks_store import SqliteBreakStore
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.ergonomics_tools import ergonomics_tools
from workspace_assistant.core.breaks.model import ActivityKind, ActivityStretch
from workspace_assistant.core.ergonomics.model import Band, Origin, Timed

NOON = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0)


def test_without_logs_every_time_says_what_it_needs(tmp_path: Path) -> None:
    durations = ergonomics_tools(tmp_path).ergonomics.durations("home")
    assert set(durations) == set(Timed)
    for one in durations.values():
        assert (one.band, one.origin) == (None, Origin.LOGGED)
        assert one.basis


def test_days_at_the_computer_fill_them_in(tmp_path: Path) -> None:
    database = Database(tmp_path / DATABASE_NAME)
    for days in range(1, 6):
        start = NOON - timedelta(days=days)
        SqliteBreakStore(database).prolong(
            ActivityStretch(
                id=str(days),
                started_at=start,
                ended_at=start + timedelta(hours=3),
                kind=ActivityKind.ACTIVE,
            )
        )
    database.close()
    durations = ergonomics_tools(tmp_path).ergonomics.durations("home")
    for timed in (Timed.CHAIR, Timed.MONITOR, Timed.MOUSE, Timed.KEYBOARD):
        assert durations[timed].band is Band.LONG  # three hours in one go
        assert durations[timed].parts["total"] == "180"
    assert durations[Timed.PHONE].band is None
