"""Everything the shifts page depends on, as one value; the session changes it step by step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.core.preshift.model import PreshiftSettings
from workspace_assistant.core.reminders.model import Entry
from workspace_assistant.core.schedule.model import AutostartState, TimerState
from workspace_assistant.core.shifts.drafts import CalendarDraft
from workspace_assistant.core.shifts.model import Shift, Source
from workspace_assistant.core.shifts.news import News
from workspace_assistant.core.shifts.schedule import Outlook
from workspace_assistant.core.shifts.source_service import Preview, SourceView

if TYPE_CHECKING:
    from workspace_assistant.core.jobs import JobContext


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one look found.

    Attributes:
        shifts: of today and the days after it that the page lists, also those that are over.
        off: those to come that were taken off, and whose time is free.
        idle_s: after how long without a key a focus block asks.
        why: the latest lines of the why-log, newest first.
        has_more_why: there are older ones.
    """

    at: datetime
    zone: str
    outlook: Outlook
    shifts: tuple[Shift, ...]
    off: tuple[Shift, ...]
    sources: tuple[SourceView, ...]
    news: tuple[News, ...]
    settings: PreshiftSettings
    watches_line: bool
    idle_s: float
    why: tuple[Entry, ...]
    has_more_why: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """What of the system starts the app by itself.

    Attributes:
        trouble: why it cannot be known.
    """

    timer: TimerState | None = None
    autostart: AutostartState | None = None
    trouble: str = ""


class Adding(StrEnum):
    """What is being added: one form at a time."""

    PATTERN = "pattern"
    FILE = "file"
    SUBSCRIPTION = "subscription"


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """A calendar that is looked into before anything of it is kept.

    Attributes:
        draft: how it is read; None before the first look.
        file: where it lies, for a calendar file.
        source: the subscription that is to be read otherwise; None for a calendar that is new.
        preview: what was found; None while it is read, and where it cannot be.
        is_keeping: what was found is being kept.
        wants_sign_in: its server asks for a user name and a password.
        calendars: names of those of its server; empty where there is nothing to choose.
        trouble: why it cannot be had, or cannot be kept.
    """

    draft: CalendarDraft | None = None
    file: Path | None = None
    source: Source | None = None
    preview: Preview | None = None
    is_reading: bool = False
    is_keeping: bool = False
    wants_sign_in: bool = False
    calendars: tuple[str, ...] = ()
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Something that was just done and can be taken back."""

    number: int
    sentence: str
    undo: Callable[[JobContext], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What the page knows.

    Attributes:
        seen: None before the first look.
        system: None as long as the system was not asked.
        trouble: why nothing can be read, in the user's words; empty when it can.
        editing: the id of the shift being edited; empty for a new one, None when none is.
        adding: which form is open; `changing` is the source that it changes, else empty.
        looking: the calendar in that form.
        removing: the source that is about to be removed, once it is said so.
        refreshing: sources that are being fetched.
        is_switching: the timer or the start at login is being changed.
        offer: what can be taken back.
        why_limit: how many lines of the why-log are shown.
    """

    seen: Seen | None = None
    system: System | None = None
    trouble: str = ""
    editing: str | None = None
    adding: Adding | None = None
    changing: str = ""
    looking: Looking = Looking()
    removing: str = ""
    refreshing: frozenset[str] = frozenset()
    is_switching: bool = False
    offer: Offer | None = None
    why_limit: int = 8
