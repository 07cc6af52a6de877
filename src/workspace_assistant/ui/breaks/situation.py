"""Everything the page of breaks and tips depends on, as one value; the session changes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from workspace_assistant.core.breaks.model import BreakRecord, BreakStanding, Settings
from workspace_assistant.core.reminders.model import Entry
from workspace_assistant.core.tips.model import Choice, Listed, Offered


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one look found.

    Attributes:
        records: the breaks of today, which begins at 04:00, in order.
        last: the tip that was offered last.
        choice: why each tip is shown or not; None where nobody asked yet.
        listed: the catalog.
        why: the latest lines of the why-log about breaks and tips, newest first.
        has_more_why: there are older ones.
    """

    at: datetime
    zone: tzinfo
    settings: Settings
    records: tuple[BreakRecord, ...] = ()
    last: Offered | None = None
    choice: Choice | None = None
    listed: tuple[Listed, ...] = ()
    why: tuple[Entry, ...] = ()
    has_more_why: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known.

    Attributes:
        seen: None before the first look.
        standing: the latest reading of the watch; None before the first one.
        trouble: why nothing can be read, in the user's words; empty when it can.
        has_broken: the watch has ended by a fault.
        topic: which tips of the catalog are shown; empty for none.
        why_limit: how many lines of the why-log are shown.
    """

    seen: Seen | None = None
    standing: BreakStanding | None = None
    trouble: str = ""
    has_broken: bool = False
    topic: str = ""
    why_limit: int = 8
