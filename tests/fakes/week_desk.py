"""What `week set` and `week leave` work with, in memory: choices and days off."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from tests.fakes.leave import MemoryLeaveStore
from tests.fakes.weeks import ZONE, at
from workspace_assistant.core.balance.settings import choices_of
from workspace_assistant.core.balance.settings_model import WeekSettings
from workspace_assistant.core.leave.service import LeaveService

NOW = "2026-11-20 23:00"


@dataclass
class WeekDesk:
    """That part of `WeekTools`; it counts how often something was kept."""

    chosen: WeekSettings = field(default_factory=WeekSettings)
    leave: LeaveService = field(default_factory=lambda: LeaveService(MemoryLeaveStore()))
    kept: int = 0

    def zone(self) -> tzinfo:
        return ZONE

    def now(self) -> datetime:
        return at(NOW)

    def settings(self) -> WeekSettings:
        return self.chosen

    def change(self, settings: WeekSettings) -> None:
        choices_of(settings)  # refuses what makes no sense
        self.chosen, self.kept = settings, self.kept + 1
