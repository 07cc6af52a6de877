"""Publishing on a real data directory: its round, its weeks, and that it is off."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes.collectors import collector
from tests.fakes.publishing import CTX, a_wifi_report
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore
from workspace_assistant.bootstrap import publishing_weeks
from workspace_assistant.bootstrap.data_backup import make_backup
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.data_restore import restoring
from workspace_assistant.bootstrap.publishing import publishing_service
from workspace_assistant.bootstrap.publishing_round import publishing_round
from workspace_assistant.bootstrap.publishing_weeks import ToldWeeks
from workspace_assistant.core.data_keeping.model import BackupReason
from workspace_assistant.core.publishing.model import OF_REPORTS

SUNDAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / DATABASE_NAME)


def test_a_round_sends_what_was_measured_since_the_consent(
    tmp_path: Path, database: Database
) -> None:
    attend, reports = publishing_round(tmp_path, database), SqliteReportStore(database)
    reports.add(a_wifi_report(1))
    with collector() as running:
        assert attend(CTX) is None
        publishing_service(tmp_path).agree(running.url, OF_REPORTS, "", CTX)
        reports.add(a_wifi_report(2))
        assert attend(CTX) is None
        assert attend(CTX) is None
    assert [one.headers["Idempotency-Key"] for one in running.came] == [
        "report-0002-logs",
        "report-0002-metrics",
    ]


def test_a_collector_that_is_down_is_asked_for_later(tmp_path: Path, database: Database) -> None:
    service, reports = publishing_service(tmp_path), SqliteReportStore(database)
    reports.add(a_wifi_report(1))
    with collector() as running:
        service.agree(running.url, OF_REPORTS, "", CTX)
    reports.add(a_wifi_report(2))
    next_at = publishing_round(tmp_path, database)(CTX)
    assert next_at is not None
    assert timedelta(seconds=10) < next_at - datetime.now(UTC) < timedelta(seconds=31)
    assert service.status().tally.waiting == 2


def test_nobody_agrees_by_restoring_a_backup(tmp_path: Path, database: Database) -> None:
    service, reports = publishing_service(tmp_path), SqliteReportStore(database)
    reports.add(a_wifi_report(1))
    service.agree("http://127.0.0.1:9", OF_REPORTS, "", CTX)
    reports.add(a_wifi_report(2))
    service.deliver(CTX)
    backup = make_backup(tmp_path, BackupReason.BY_HAND)
    service.withdraw(CTX)
    with restoring(tmp_path, Path(backup.path)) as found:
        found.restore()
    assert len(reports.recent(9)) == 2
    status = service.status()
    assert (status.consent, status.tally.waiting) == (None, 0)


def test_weeks_are_those_that_began_after_the_consent_and_are_over(
    tmp_path: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing_weeks, "present_zone", lambda: UTC)
    weeks = ToldWeeks(tmp_path, database)
    monday = SUNDAY + timedelta(hours=18)
    assert weeks.last_name(SUNDAY) == "2026-W46"
    assert weeks.last_name(monday) == "2026-W47"
    since = SUNDAY - timedelta(weeks=3)
    assert weeks.names_since(since, SUNDAY) == ("2026-W45", "2026-W46")
    assert weeks.names_since(since, monday)[-1] == "2026-W47"
    assert len(weeks.names_since(SUNDAY - timedelta(days=2000), SUNDAY)) == 26
    told = weeks.week("2026-W46")
    assert (told.name, told.is_over, told.span.end) == (
        "2026-W46",
        True,
        datetime(2026, 11, 16, 4, 0, tzinfo=UTC),
    )
