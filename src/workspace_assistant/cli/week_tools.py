"""What the `week` command works with. The composition root fills it; tests bring fakes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workspace_assistant.core.balance.model import Week
    from workspace_assistant.core.balance.settings_model import WeekSettings
    from workspace_assistant.core.leave.service import LeaveService


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekTools:
    """Everything may raise `StoreUnavailableError`.

    Attributes:
        settings: what the person chose.
        change: keeps other choices. Raises `RefusedError` for what makes no sense.
        leave: the days off.
        week: the one that holds a day. Raises `RefusedError` for a year without a log.
    """

    zone: Callable[[], tzinfo]
    now: Callable[[], datetime]
    settings: Callable[[], WeekSettings]
    change: Callable[[WeekSettings], None]
    leave: LeaveService
    week: Callable[[date, WeekSettings], Week]
