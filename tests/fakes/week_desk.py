"""What the `week` commands work with, in memory: choices that a test sets, days off, one week."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tests.fakes.leave import MemoryLeaveStore
from tests.fakes.weeks import ZONE, at, records, told_as
from workspace_assistant.cli.week_tools import WeekTools
from workspace_assistant.core.balance.model import Week
from workspace_assistant.core.balance.settings import choices_of
from workspace_assistant.core.balance.settings_model import WeekSettings
from workspace_assistant.core.leave.service import LeaveService

NOW = "2026-11-20 23:00"


@dataclass
class WeekDesk:
    settings: WeekSettings = field(default_factory=WeekSettings)
    leave: LeaveService = field(default_factory=lambda: LeaveService(MemoryLeaveStore()))
    kept: int = 0

    def tools(self) -> WeekTools:
        return WeekTools(
            zone=lambda: ZONE,
            now=lambda: at(NOW),
            settings=lambda: self.settings,
            change=self._change,
            leave=self.leave,
            week=self._week,
        )

    def _change(self, settings: WeekSettings) -> None:
        choices_of(settings)  # refuses what makes no sense
        self.settings, self.kept = settings, self.kept + 1

    def _week(self, around: date, settings: WeekSettings) -> Week:
        return told_as(records(now=NOW), around.isoformat(), settings)
