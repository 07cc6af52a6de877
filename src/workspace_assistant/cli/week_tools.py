"""What the `week` command works with. The composition root fills it; tests bring fakes."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from workspace_assistant.core.balance.periods import Period
    from workspace_assistant.core.balance.report.choice import ReportChoice
    from workspace_assistant.core.balance.report.subject import NamedTime, ReportSubject
    from workspace_assistant.core.balance.report_pages.paper import Paper
    from workspace_assistant.core.balance.settings_model import WeekSettings
    from workspace_assistant.core.balance.summary_model import RollUp, Summary
    from workspace_assistant.core.leave.service import LeaveService
    from workspace_assistant.core.spans import Span
    from workspace_assistant.core.tips.model import Listed


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekFiles:
    """What files are made with.

    Attributes:
        names: what was worked under which name in a time. May raise `StoreUnavailableError`.
        check: raises `UserInputError` for a file that cannot be written, or whose name does not
            end as the text says.
        write: a file of the kind that its name asks for. Raises `UserInputError`.
    """

    names: Callable[[Span], tuple[NamedTime, ...]]
    check: Callable[[Path, str], None]
    write: Callable[[ReportSubject, ReportChoice, Path, Paper], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekTools:
    """Everything may raise `StoreUnavailableError`.

    Attributes:
        settings: what the person chose.
        change: keeps other choices. Raises `RefusedError` for what makes no sense.
        leave: the days off.
        week: the one that holds a day, alone, without suggestions of the tips in the collection.
            Raises `RefusedError` for a year without a log.
        summary: the same beside the weeks before it.
        roll_up: the weeks of a month or a quarter. Raises `RefusedError` likewise.
        tips: the catalog, and what became of each.
        files: writes reports.
    """

    zone: Callable[[], tzinfo]
    now: Callable[[], datetime]
    settings: Callable[[], WeekSettings]
    change: Callable[[WeekSettings], None]
    leave: LeaveService
    week: Callable[[date, WeekSettings, Collection[str]], Summary]
    summary: Callable[[date, WeekSettings, Collection[str]], Summary]
    roll_up: Callable[[Period, WeekSettings], RollUp]
    tips: Callable[[], tuple[Listed, ...]]
    files: WeekFiles
