"""The watch over the line during shifts, put together for the window and its tray icon."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from workspace_assistant.adapters.files.preshift_choices import PreshiftChoices
from workspace_assistant.adapters.files.profile_file import active_profile_path, read_profile
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.line_store import SqliteLineStore
from workspace_assistant.adapters.sqlite.why_log import SqliteWhyLog
from workspace_assistant.adapters.system.alarm import system_alarm
from workspace_assistant.bootstrap.attendance import desktop_notifier, now
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.line_watch import watch_line
from workspace_assistant.bootstrap.preshift_checks import SystemCircumstances
from workspace_assistant.bootstrap.shifts import shift_service
from workspace_assistant.core.jobs import JobContext, Progress
from workspace_assistant.core.line_watch import texts
from workspace_assistant.core.line_watch.model import LineEvent
from workspace_assistant.core.line_watch.ports import WatchTroubleError
from workspace_assistant.core.line_watch.shift_watch import ShiftWatch
from workspace_assistant.core.line_watch.teller import LineTeller
from workspace_assistant.core.line_watch.wording import Words
from workspace_assistant.core.readiness.profile.faults import ProfileError
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.reminders.ports import Notifier
from workspace_assistant.core.reminders.service import ReminderService
from workspace_assistant.core.reminders.ways import FirstThatShows
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.shifts.schedule import current, next_shift
from workspace_assistant.core.shifts.service import ShiftService
from workspace_assistant.core.spans import Span

_AHEAD = timedelta(days=2)


def window_shift_watch(
    data_dir: Path, fallback: Notifier, words: Words, on_action: Callable[[str], None]
) -> ShiftWatch:
    """A job for the window; *on_action* gets buttons of its notifications, from any thread.

    Its readings are events that begin or end. Opens nothing by itself; everything of it blocks.
    """
    database = Database(data_dir / DATABASE_NAME)
    store = SqliteLineStore(database)
    notifier = desktop_notifier(data_dir)
    reminders = ReminderService(
        why_log=SqliteWhyLog(database),
        notifier=FirstThatShows([notifier, fallback] if notifier else [fallback]),
        now=now,
    )
    teller = LineTeller(
        reminders=reminders,
        in_call=SystemCircumstances(data_dir).in_call,
        on_action=on_action,
        now=now,
        words=words,
    )
    shifts = WatchedShifts(data_dir, shift_service(data_dir))

    def watch(ctx: JobContext) -> None:
        def hear(event: LineEvent) -> None:
            # Also of a job that is cancelled: what it keeps at its end must not stop here.
            ctx.on_progress(Progress(reading=event))
            teller.hear(event)

        watch_line(store, _profile(data_dir), hear, ctx)

    return ShiftWatch(
        ends_at=shifts.ends_at,
        next_at=shifts.next_at,
        watch=watch,
        look=teller.look,
        alarm=system_alarm(),
        now=now,
    )


def _profile(data_dir: Path) -> WorkplaceProfile:
    """Raises `WatchTroubleError` for one that somebody is in the middle of writing."""
    try:
        return read_profile(active_profile_path(data_dir))
    except ProfileError as error:
        raise WatchTroubleError(texts.NO_PROFILE, faults=error.phrase) from error


class WatchedShifts:
    """The shifts in which the line is watched: at the places of the check before a shift."""

    def __init__(self, data_dir: Path, shifts: ShiftService) -> None:
        self._choices = PreshiftChoices(data_dir)
        self._shifts = shifts

    def ends_at(self) -> datetime | None:
        """Of the shift that runs; None for none, or where the watch is turned off."""
        running = current(self._planned(), now())
        return None if running is None else running.ends_at

    def next_at(self) -> datetime | None:
        following = next_shift(self._planned(), now())
        return None if following is None else following.starts_at

    def _planned(self) -> tuple[Shift, ...]:
        if not self._choices.watches_line():
            return ()
        places = self._choices.settings().places
        span = Span(now() - _AHEAD, now() + _AHEAD)
        return tuple(one for one in self._shifts.between(span) if one.place.value in places)
