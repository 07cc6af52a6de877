"""The name that a saved report is offered."""

from __future__ import annotations

from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.ui.wording.wording import Wording


def report_file_name(report: ReadinessReport, wording: Wording) -> str:
    """A name that sorts by time: ``readiness-2026-11-21-0841.html``."""
    return f"readiness-{wording.local(report.finished_at):%Y-%m-%d-%H%M}.html"
