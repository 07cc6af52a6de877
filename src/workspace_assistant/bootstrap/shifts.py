"""Shifts on the database of a data directory.

What reads calendars, fetches them or asks the keyring is imported by the first that needs it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.shift_store import SqliteShiftStore
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.core.shifts.service import ShiftService
from workspace_assistant.core.shifts.source_service import SourceService

if TYPE_CHECKING:
    from workspace_assistant.bootstrap.shift_addresses import TriedAddresses
    from workspace_assistant.core.jobs import JobContext
    from workspace_assistant.core.shifts.model import FeedState
    from workspace_assistant.core.shifts.ports import CalendarContent, Fetched
    from workspace_assistant.core.shifts.sign_in import FoundCalendar, SignIn
    from workspace_assistant.core.spans import Span


def shift_service(data_dir: Path) -> ShiftService:
    """The file is opened by the first method that needs it."""
    store = SqliteShiftStore(Database(data_dir / DATABASE_NAME))
    outside = _Outside()
    sources = SourceService(store, _now, _new_id, zone_name, _read_calendar, outside.fetch, outside)
    return ShiftService(store, _now, _new_id, zone_name, sources)


def zone_name() -> str:
    """IANA name, looked up anew each time: people travel, and laptops with them."""
    from workspace_assistant.adapters.system.time_zone import zone_name as name

    return name()


def find_calendars(sign_in: SignIn, ctx: JobContext, /) -> tuple[FoundCalendar, ...]:
    """Implements `FindCalendars`."""
    from workspace_assistant.adapters.network.caldav_search import CalDavSearch

    return CalDavSearch()(sign_in, ctx)


class _Outside:
    """The network and the keyring: implements `HeldAddresses`, and `FetchCalendar` by `fetch`."""

    def fetch(self, source_id: str, state: FeedState, ctx: JobContext, /) -> Fetched:
        from workspace_assistant.adapters.network.calendar_feed import HttpCalendarFeed

        return HttpCalendarFeed(self._addresses.find)(source_id, state, ctx)

    def hold(self, source_id: str, address: str, /) -> None:
        self._addresses.hold(source_id, address)

    def let_go(self, source_id: str, /) -> None:
        self._addresses.let_go(source_id)

    def keep_held(self, source_id: str, ctx: JobContext, /) -> None:
        self._addresses.keep_held(source_id, ctx)

    def forget(self, source_id: str, ctx: JobContext, /) -> None:
        self._addresses.forget(source_id, ctx)

    @cached_property
    def _addresses(self) -> TriedAddresses:
        from workspace_assistant.adapters.secrets.calendar_address import CalendarAddressKeyring
        from workspace_assistant.bootstrap.calendar_address import address_of_environment
        from workspace_assistant.bootstrap.shift_addresses import TriedAddresses

        kept = CalendarAddressKeyring(address_of_environment())
        return TriedAddresses(kept, kept.find)


def _read_calendar(
    content: bytes, span: Span, time_zone: str, ctx: JobContext, /
) -> CalendarContent:
    from workspace_assistant.adapters.calendar.shift_calendar import ChildShiftCalendar

    return ChildShiftCalendar()(content, span, time_zone, ctx)


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> str:
    return uuid4().hex
