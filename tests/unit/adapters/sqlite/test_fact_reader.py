"""What facts read of reports and of the watched line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes.readiness_reports import good_calls
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.fact_reader import SqliteFactReader
from workspace_assistant.adapters.sqlite.line_store import SqliteLineStore
from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore
from workspace_assistant.core.line_watch.model import Minute
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.spans import Span

TEN = datetime(2026, 11, 23, 10, tzinfo=UTC)
DAY = Span(TEN - timedelta(hours=2), TEN + timedelta(hours=2))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(tmp_path / "data.sqlite3")
    yield made
    made.close()


def _report(at: datetime, number: int) -> ReadinessReport:
    return replace(good_calls(), id=f"r{number}", started_at=at)


def test_reports_of_a_span_come_in_order_and_without_series(database: Database) -> None:
    store = SqliteReportStore(database)
    times = (TEN, TEN - timedelta(hours=1), DAY.end, DAY.start - timedelta(seconds=1), DAY.start)
    for number, at in enumerate(times):
        store.add(_report(at, number))
    found = SqliteFactReader(database).reports(DAY)
    assert [one.id for one in found] == ["r4", "r1", "r0"]
    whole = good_calls()
    assert any(check.series for check in whole.checks)
    assert found[-1].checks == tuple(replace(check, series=()) for check in whole.checks)


def test_a_report_that_cannot_be_read_hides_no_other(database: Database) -> None:
    SqliteReportStore(database).add(_report(TEN, 1))
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO readiness_report VALUES ('z', '2026-11-23T10:00:00.000Z', 'UTC', 0, "
            "'ready', ?)",
            (json.dumps({"schema": "another"}),),
        )
    assert [one.id for one in SqliteFactReader(database).reports(DAY)] == ["r1"]


def test_watched_minutes_are_one_of_each_quarter_of_an_hour(database: Database) -> None:
    store = SqliteLineStore(database)
    for minute in (0, 1, 14, 15, 16, 59, 180):
        store.put_minute(Minute(started_at=TEN + timedelta(minutes=minute), seconds=60))
    found = store.watched(DAY)
    assert found == tuple(TEN + timedelta(minutes=minute) for minute in (0, 15, 59))
