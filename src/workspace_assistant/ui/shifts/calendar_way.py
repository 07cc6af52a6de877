"""How a calendar on the web is reached: by a secret address, or by signing in to its server."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts.drafts import CalendarDraft
from workspace_assistant.core.shifts.feed_address import address_text
from workspace_assistant.core.shifts.ports import CalendarError
from workspace_assistant.core.shifts.sign_in import SignIn, chosen_calendar
from workspace_assistant.core.shifts.source_service import Preview
from workspace_assistant.ui.feature_services import ShiftServices

# What a page says that is no calendar: then it matters more that there is no server either.
_SAYS_NOTHING = frozenset({"not-a-calendar", "not-found"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWay:
    """What is written about it; all secret, so it passes through and is kept nowhere.

    Attributes:
        signs_in: with user name and password.
        calendar: which of the server's calendars; empty while that is not chosen.
    """

    address: str = field(default="", repr=False)
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    signs_in: bool = False
    calendar: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """What was found; without a preview one of the `calendars` has to be chosen first."""

    preview: Preview | None
    calendars: tuple[str, ...] = ()


def reached(
    services: ShiftServices, draft: CalendarDraft, way: CalendarWay, ctx: JobContext
) -> Reached:
    """Looks into the calendar, or which ones there are. Raises what its services raise."""
    sources = services.shifts.sources
    if not way.signs_in:
        return Reached(preview=sources.preview_subscription(draft, way.address, ctx))
    sign_in = SignIn(address=way.address, user=way.user, password=way.password)
    try:
        found = services.find_calendars(sign_in, ctx)
    except CalendarError as error:
        if error.code != "no-calendar-server":
            raise
        return _file(services, draft, sign_in, error, ctx)
    names = tuple(one.name for one in found) if len(found) > 1 else ()
    one = chosen_calendar(found, way.calendar)
    if one is None:
        return Reached(preview=None, calendars=names)
    preview = sources.preview_subscription(draft, one.address, ctx)
    return Reached(preview=preview, calendars=names)


def _file(
    services: ShiftServices,
    draft: CalendarDraft,
    sign_in: SignIn,
    trouble: CalendarError,
    ctx: JobContext,
) -> Reached:
    """No CalDAV, but perhaps a calendar file behind the same sign-in."""
    address = address_text(replace(sign_in.parsed(), is_caldav=False))
    try:
        return Reached(preview=services.shifts.sources.preview_subscription(draft, address, ctx))
    except CalendarError as error:
        raise (trouble if error.code in _SAYS_NOTHING else error) from None
