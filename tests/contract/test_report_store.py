"""What every report store must do; run over the fake and the real one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes import readiness_reports
from tests.fakes.report_store import InMemoryReportStore
from tests.fakes.reports import a_report
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore
from workspace_assistant.core.readiness.ports import ReportStore


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ReportStore]:
    if request.param == "memory":
        yield InMemoryReportStore()
        return
    database = Database(tmp_path / "data" / "test.sqlite3")
    yield SqliteReportStore(database)
    database.close()


def test_an_empty_store_has_no_reports(store: ReportStore) -> None:
    assert store.recent(5) == ()


def test_reports_come_back_whole_and_newest_first(store: ReportStore) -> None:
    for number in (2, 1, 3):
        store.add(a_report(number))
    assert store.recent(10) == (a_report(3), a_report(2), a_report(1))


def test_no_more_than_asked_for_come_back(store: ReportStore) -> None:
    for number in range(1, 5):
        store.add(a_report(number))
    assert [report.id for report in store.recent(2)] == ["report-4", "report-3"]


def test_a_report_is_found_by_its_id(store: ReportStore) -> None:
    for number in (1, 2):
        store.add(a_report(number))
    assert store.find("report-1") == a_report(1)
    assert store.find("report-3") is None


def test_a_curve_comes_back_as_it_was(store: ReportStore) -> None:
    report = readiness_reports.bad_wifi()
    store.add(report)
    assert store.find(report.id) == report
