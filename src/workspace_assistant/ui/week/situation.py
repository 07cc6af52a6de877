"""Everything the Week page depends on, as one value; the session changes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from types import MappingProxyType

from workspace_assistant.core.balance.model import Week
from workspace_assistant.core.balance.settings_model import WeekSettings
from workspace_assistant.core.balance.summary_model import Summary
from workspace_assistant.core.tips.model import Tip

_NO_TIPS: Mapping[str, Tip] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one look found.

    Attributes:
        today: the day that runs; it begins at 04:00.
        summary: the week; without the weeks before it as long as these are still being read.
        is_whole: these were read.
        tips: those that the summary suggests, by their ids.
    """

    at: datetime
    zone: tzinfo
    today: date
    settings: WeekSettings
    summary: Summary
    is_whole: bool = True
    tips: Mapping[str, Tip] = field(default_factory=lambda: _NO_TIPS)

    @property
    def week(self) -> Week:
        return self.summary.week


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known, and how the page is laid open.

    Attributes:
        around: a day of the week that is shown; None for the one that runs, whichever that is.
        seen: None before the first look.
        trouble: why nothing can be read, in the user's words; empty when it can.
        opened: the ids of the indicators whose formula is shown.
        shows_unknown: indicators that are not known are listed too.
        shows_all_lines: also of the numbers that matter less.
        as_table: the names of the pictures that are shown as tables.
        helped: the tips that the person said helped.
    """

    around: date | None = None
    seen: Seen | None = None
    trouble: str = ""
    opened: frozenset[str] = frozenset()
    shows_unknown: bool = False
    shows_all_lines: bool = False
    as_table: frozenset[str] = frozenset()
    helped: frozenset[str] = frozenset()
