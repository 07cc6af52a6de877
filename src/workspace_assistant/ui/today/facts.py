"""What the Today page knows beside the readiness check and the open block."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from workspace_assistant.core.days import MONDAY
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.line_watch.day import LineDay
from workspace_assistant.core.shifts.model import Shift


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleSource:
    """A calendar that could not be read for long.

    Attributes:
        age_s: since it was read last; None where it never was.
    """

    name: str
    age_s: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """As of one look.

    Attributes:
        at: the instant that shifts are compared with.
        zone: of the user's calendar.
        first_weekday: of the user's week, as `date.weekday` counts.
        blocks: those of this week, in order of their start.
        shifts: those of this week and to come, in order of their start, none taken off by hand.
        has_sources: shifts are known from somewhere, or were.
        stale: calendars whose shifts may be out of date.
        targets: how many targets of this week are met, of those that are known; None where that
            could not be told.
        line: what is known of the line today; None where that could not be read.
        watched_since: the line is being watched since then; None where it is not.
        trouble: what could not be read, in the user's words.
    """

    at: datetime
    zone: tzinfo
    first_weekday: int = MONDAY
    blocks: tuple[Block, ...] = ()
    shifts: tuple[Shift, ...] = ()
    has_sources: bool = False
    stale: tuple[StaleSource, ...] = ()
    targets: tuple[int, int] | None = None
    line: LineDay | None = None
    watched_since: datetime | None = None
    trouble: str = ""
