"""Sources of shifts: patterns, calendar files and subscriptions, and refreshing them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts.choosing import Choice
from workspace_assistant.core.shifts.drafts import CalendarDraft, PatternDraft
from workspace_assistant.core.shifts.model import FeedState, Shift, ShiftChange, Source
from workspace_assistant.core.shifts.news import News
from workspace_assistant.core.shifts.ports import (
    FetchCalendar,
    HeldAddresses,
    NewId,
    Now,
    ReadCalendar,
    ShiftStore,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source and how it stands.

    Attributes:
        coming: how many of its shifts have not ended yet.
        age_s: since its shifts were last known to be right; None where they always are (by hand,
            of a pattern, of a file) or never were.
        is_stale: what is shown may be out of date; `state.trouble` says why, where it is known.
    """

    source: Source
    state: FeedState
    coming: int
    age_s: float | None
    is_stale: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a calendar would bring. Nothing is kept yet; the address is held in memory alone.

    Attributes:
        choice: its shifts, and the events that are none, with the reason.
        changes: what keeping it would change of shifts that are known already.
        state: what is to be kept of the fetching.
    """

    source: Source
    choice: Choice
    changes: tuple[ShiftChange, ...]
    state: FeedState


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """What became of one source in a refresh.

    Attributes:
        changes: of coming shifts: added, moved, removed.
        faults: events that could not be understood; what was known of them is kept.
        is_done: False where it failed; `state` then says why, and all shifts are kept.
    """

    source: Source
    state: FeedState
    changes: tuple[ShiftChange, ...] = ()
    faults: tuple[str, ...] = ()
    is_done: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedSource:
    """What removing a source did.

    Attributes:
        removed: how many coming shifts are gone.
        kept: how many shifts that have begun are kept, as shifts by hand.
        remark: a sentence where the address is still in the keyring; else empty.
    """

    source: Source
    removed: int
    kept: int
    remark: str = ""


@dataclass(frozen=True, slots=True)
class SourceService:
    """Everything about sources. All methods may raise `StoreUnavailableError`.

    Those with a `JobContext` may wait for a network, a keyring or another program, so they run in
    jobs alone.
    """

    store: ShiftStore
    now: Now
    new_id: NewId
    zone: Callable[[], str]
    read_calendar: ReadCalendar
    fetch: FetchCalendar
    addresses: HeldAddresses

    def views(self) -> tuple[SourceView, ...]:
        """All sources, by their names."""
        raise NotImplementedError

    def find(self, name: str) -> Source:
        """The source of that name, or whose id begins so. Raises `ShiftError`."""
        raise NotImplementedError

    def add_pattern(self, draft: PatternDraft) -> Refreshed:
        """Keeps a weekly pattern and its shifts of the next 60 days. Raises `ShiftError`."""
        raise NotImplementedError

    def preview_file(self, draft: CalendarDraft, content: bytes, ctx: JobContext) -> Preview:
        """What a calendar file would bring. Raises `ShiftError` and `CalendarError`."""
        raise NotImplementedError

    def preview_subscription(self, draft: CalendarDraft, address: str, ctx: JobContext) -> Preview:
        """Fetches it once. Raises `ShiftError` and `CalendarError`; then no address is held."""
        raise NotImplementedError

    def keep(self, preview: Preview, ctx: JobContext) -> Refreshed:
        """Keeps the source, its address in the keyring, and its shifts: all of it or nothing.

        Raises `ShiftError`, and `CalendarError` of the keyring.
        """
        raise NotImplementedError

    def discard(self, preview: Preview) -> None:
        """The person does not want it: its address is held no longer."""
        raise NotImplementedError

    def refresh(
        self, source_id: str | None, ctx: JobContext, *, by_hand: bool = False
    ) -> tuple[Refreshed, ...]:
        """Fetches what is due, or all that can be fetched where a person asks.

        What fails keeps its shifts and is told in the answer; only the store, and a source that
        does not exist, raise.
        """
        raise NotImplementedError

    def next_refresh_at(self) -> datetime | None:
        """When the first source is due; it may be over. None without any to be refreshed."""
        raise NotImplementedError

    def remove(self, source_id: str, ctx: JobContext) -> RemovedSource:
        """Removes a source and its coming shifts. Those that have begun are history and stay."""
        raise NotImplementedError

    def news(self) -> tuple[News, ...]:
        """Changes of the next day's shifts that nobody was told yet."""
        raise NotImplementedError

    def mark_announced(self, told: Sequence[News]) -> None:
        raise NotImplementedError


def shifts_of(refreshed: Refreshed) -> tuple[Shift, ...]:
    """The shifts that are new or different."""
    return tuple(change.after for change in refreshed.changes if change.after is not None)
