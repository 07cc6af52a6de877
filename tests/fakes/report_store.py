"""A report store in memory."""

from __future__ import annotations

from workspace_assistant.core.readiness.model import ReadinessReport


class InMemoryReportStore:
    """Implements the port `ReportStore`; held to the same contract as the real one."""

    def __init__(self) -> None:
        self.reports: list[ReadinessReport] = []

    def add(self, report: ReadinessReport) -> None:
        self.reports.append(report)

    def recent(self, limit: int) -> tuple[ReadinessReport, ...]:
        newest_first = sorted(self.reports, key=lambda report: report.started_at, reverse=True)
        return tuple(newest_first[:limit])

    def find(self, report_id: str) -> ReadinessReport | None:
        return next((report for report in self.reports if report.id == report_id), None)
