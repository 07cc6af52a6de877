"""Signing in to a calendar server, and choosing among the calendars that it has for a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts.calendar_texts import NO_SUCH_CALENDAR
from workspace_assistant.core.shifts.feed_address import FeedAddress, parse_address
from workspace_assistant.core.shifts.ports import CalendarError


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """A server as a person names it, and who asks. Its representation tells nothing of it.

    Attributes:
        address: of the server, or of one calendar on it; it may hold user and password itself.
        user, password: as the person wrote them; they win over those in the address.
    """

    address: str = field(repr=False)
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)

    def parsed(self) -> FeedAddress:
        """Raises `CalendarError` (bad-address)."""
        address = parse_address(self.address)
        if not self.user and not self.password:
            return address
        return replace(address, user=self.user, password=self.password)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCalendar:
    """A calendar that a server has for the one who signed in.

    Attributes:
        name: as its owner calls it, one line; no two of an answer are the same.
        address: with the sign-in, to be subscribed to. A secret.
    """

    name: str
    address: str = field(repr=False)


class FindCalendars(Protocol):
    """Asks a server which calendars with events it has for a person."""

    def __call__(self, sign_in: SignIn, ctx: JobContext, /) -> tuple[FoundCalendar, ...]:
        """One at least, by their names. Raises `CalendarError`.

        Its code is no-calendar-server where nothing at the address speaks CalDAV.
        """


def chosen_calendar(found: Sequence[FoundCalendar], name: str) -> FoundCalendar | None:
    """The one of that *name*, whatever its case; None where several are there and none is named.

    Raises `CalendarError` where the named one is not among them.
    """
    wanted = name.strip().casefold()
    if not wanted:
        return found[0] if len(found) == 1 else None
    for one in found:
        if one.name.casefold() == wanted:
            return one
    raise CalendarError("no-such-calendar", NO_SUCH_CALENDAR, name=name.strip())
