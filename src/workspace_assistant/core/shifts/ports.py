"""What shifts need from outside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from workspace_assistant.core.errors import SaidError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts.model import FeedState, Shift, ShiftChange, Source
from workspace_assistant.core.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One occurrence of an event, recurrences resolved.

    Attributes:
        uid: unique in the calendar and stable: UID, and the recurrence's own instant where there
            are several.
        starts, ends: aware instants, or dates of an all-day event (the end not included).
        time_zone: IANA name the event was written in; empty for floating times, already put into
            the source's zone.
        is_cancelled: STATUS:CANCELLED.
    """

    uid: str
    summary: str = ""
    location: str = ""
    categories: tuple[str, ...] = ()
    starts: datetime | date
    ends: datetime | date
    time_zone: str = ""
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarContent:
    """What a calendar holds in the span that was asked for.

    Attributes:
        faults: events that could not be understood: which, and why. Never silently dropped.
        unread: how the uids of those events begin; one empty word where even that is unknown.
            What is known of them must be kept as it was.
    """

    events: tuple[CalendarEvent, ...]
    faults: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    name: str = ""


class CalendarError(SaidError):
    """A calendar that cannot be had or read. Never holds an address or a secret.

    Attributes:
        code: stable kebab-case word, such as ``not-a-calendar``, ``too-large``, ``timed-out``,
            ``refused``, ``not-found``, ``tls``, ``redirected-elsewhere``, ``keyring-locked``.
        sentence: marked for translation, with ``{named}`` places.
        retry_after_s: how long a server asked to be left alone; None when it did not.
    """

    def __init__(
        self, code: str, sentence: str, *, retry_after_s: float | None = None, **parts: str
    ) -> None:
        super().__init__(sentence, **parts)
        self.code = code
        self.retry_after_s = retry_after_s


# In a calendar that was put together, this stands for an event that its server did not give out.
WITHHELD_MARK = "X-WORKSPACE-ASSISTANT-WITHHELD:1"


class ReadCalendar(Protocol):
    """Understands an iCalendar file. Bounded in time and memory, whatever it holds."""

    def __call__(
        self, content: bytes, span: Span, time_zone: str, ctx: JobContext, /
    ) -> CalendarContent:
        """Raises `CalendarError`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What a server answered; `content` is None where nothing changed since."""

    content: bytes | None
    etag: str = ""
    last_modified: str = ""


class FetchCalendar(Protocol):
    """Gets a subscription, by a conditional request where the state knows enough."""

    def __call__(self, source_id: str, state: FeedState, ctx: JobContext, /) -> Fetched:
        """Raises `CalendarError`: of the network, the server, or the keyring with the address."""


class Addresses(Protocol):
    """Keeps the secret address of a subscription. Every method raises `CalendarError`."""

    def keep(self, source_id: str, address: str, ctx: JobContext, /) -> None: ...

    def forget(self, source_id: str, ctx: JobContext, /) -> None: ...


class HeldAddresses(Protocol):
    """Addresses of which some are only tried: a calendar is looked at before it is kept."""

    def hold(self, source_id: str, address: str, /) -> None:
        """In memory alone. Raises nothing."""

    def let_go(self, source_id: str, /) -> None:
        """Holds it no longer."""

    def keep_held(self, source_id: str, ctx: JobContext, /) -> None:
        """Puts what is held where it outlives the program. Raises `CalendarError`."""

    def forget(self, source_id: str, ctx: JobContext, /) -> None:
        """Raises `CalendarError` where it may still be kept."""


class ShiftReader(Protocol):
    """One consistent view. Every method may raise `StoreUnavailableError`."""

    def sources(self) -> tuple[Source, ...]: ...

    def feed_state(self, source_id: str) -> FeedState: ...

    def between(self, span: Span, *, with_hidden: bool = False) -> tuple[Shift, ...]:
        """Shifts that overlap *span*, of all sources, by their start."""

    def of_source(self, source_id: str, span: Span) -> tuple[Shift, ...]:
        """Those of one source, hidden ones as well."""

    def find(self, beginning: str) -> tuple[Shift, ...]:
        """Shifts whose id begins so, three at most."""

    def unannounced(self) -> tuple[ShiftChange, ...]: ...


class ShiftWriter(ShiftReader, Protocol):
    """A reader inside one write transaction."""

    def put_source(self, source: Source) -> None: ...

    def remove_source(self, source_id: str) -> None:
        """With its feed state; its shifts must be removed before, those to be kept are moved."""

    def put_feed_state(self, state: FeedState) -> None: ...

    def put(self, shift: Shift) -> None: ...

    def remove(self, shift_id: str) -> None: ...

    def note_change(self, change: ShiftChange) -> None:
        """Its id is given by the store."""

    def mark_announced(self, change_ids: Sequence[int]) -> None: ...


class ShiftStore(Protocol):
    """Keeps shifts, sources and what changed."""

    def reading(self) -> AbstractContextManager[ShiftReader]: ...

    def writing(self) -> AbstractContextManager[ShiftWriter]: ...

    def version(self) -> int:
        """Differs from an earlier answer on the same thread when something was written since."""


NewId = Callable[[], str]
Now = Callable[[], datetime]
