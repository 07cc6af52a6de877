"""Fetches the events of one calendar of a CalDAV server as an iCalendar file (RFC 4791).

The collection is asked for its tag first: where it is the one known, nothing else is asked. Then
come the events of the days that matter, by one report. What the server does not give out of them
is marked, so that what is known of it stays.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from urllib.parse import unquote, urlsplit

from workspace_assistant.adapters.network.calendar_errors import not_found, other_server_now
from workspace_assistant.adapters.network.calendar_exchange import Getting
from workspace_assistant.adapters.network.dav_exchange import DavQuestion, dav_ask
from workspace_assistant.adapters.network.dav_items import CALDAV, DAV, SERVER, DavItem
from workspace_assistant.core.shifts.calendar_reading import feed_span
from workspace_assistant.core.shifts.feed_address import FeedAddress
from workspace_assistant.core.shifts.model import FeedState
from workspace_assistant.core.shifts.ports import WITHHELD_MARK, CalendarError, Fetched
from workspace_assistant.core.spans import Span

_OK = 200
_GONE = frozenset({404, 410})
_MOST_WITHHELD = 100  # told one by one; one is enough to keep what is known
_ZONES = timedelta(days=1)  # servers may take times without a zone in one of their own
_DATA = f"{CALDAV}calendar-data"
_BEGIN, _END = "BEGIN:VCALENDAR", "END:VCALENDAR"
_WITHHELD_EVENT = f"BEGIN:VEVENT\r\n{WITHHELD_MARK}\r\nEND:VEVENT\r\n"
# getctag: every server has it, though no standard does; sync-token: RFC 6578, 4.
_ABOUT = DavQuestion(
    method="PROPFIND",
    depth=0,
    body='<?xml version="1.0" encoding="utf-8"?>\n'
    '<d:propfind xmlns:d="DAV:" xmlns:s="http://calendarserver.org/ns/"><d:prop>'
    "<d:resourcetype/><s:getctag/><d:sync-token/>"
    "</d:prop></d:propfind>",
)


def fetched_collection(
    getting: Getting, address: FeedAddress, state: FeedState, now: datetime | None = None
) -> Fetched:
    """Raises `CalendarError`, none of which names the server: it may be kept."""
    try:
        return _fetched(getting, address, state, now or datetime.now(UTC))
    except CalendarError as error:
        if error.code == "other-server":
            raise other_server_now() from None
        raise


def _fetched(getting: Getting, address: FeedAddress, state: FeedState, now: datetime) -> Fetched:
    about = dav_ask(getting, address, _ABOUT)
    calendar = next((one for one in about.items if one.is_calendar), None)
    if calendar is None:
        raise not_found()
    tag = _kept_tag(calendar)
    if tag and tag == state.etag:
        return Fetched(content=None, etag=tag)
    events = dav_ask(getting, about.address, _events_in(feed_span(now)))
    own = _path(about.address.target)
    parts, withheld = _sorted(one for one in events.items if not _is_itself(one, own))
    return Fetched(content=_joined(parts, withheld), etag="" if withheld else tag)


def _kept_tag(calendar: DavItem) -> str:
    """Of what the server calls the state of a calendar; that itself may hold an address."""
    said = calendar.text(f"{SERVER}getctag") or calendar.text(f"{DAV}sync-token")
    return hashlib.sha256(said.encode()).hexdigest() if said else ""


def _events_in(span: Span) -> DavQuestion:
    """RFC 4791, 7.8 and 9.9: objects with an event in *span*, each whole with its exceptions."""
    start, end = (f"{at:%Y%m%dT%H%M%SZ}" for at in (span.start - _ZONES, span.end + _ZONES))
    return DavQuestion(
        method="REPORT",
        depth=1,
        body='<?xml version="1.0" encoding="utf-8"?>\n'
        '<c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">'
        "<d:prop><c:calendar-data/></d:prop>"
        '<c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">'
        f'<c:time-range start="{start}" end="{end}"/>'
        "</c:comp-filter></c:comp-filter></c:filter></c:calendar-query>",
    )


def _is_itself(item: DavItem, own: str) -> bool:
    """Some servers list the calendar beside its events; 507 for it means that some are missing."""
    return item.status == _OK and not item.text(_DATA) and _path(item.href) == own


def _sorted(items: Iterable[DavItem]) -> tuple[list[str], int]:
    """Objects as they are given out, and how many are not, or not as a whole."""
    parts = []
    withheld = 0
    for item in items:
        data = item.text(_DATA).lstrip("\ufeff")
        if data.upper().startswith(_BEGIN) and data.upper().endswith(_END):
            parts.append(data)
        elif item.status not in _GONE:
            withheld += 1
    return parts, withheld


def _joined(parts: list[str], withheld: int) -> bytes:
    """Calendars one after the other; the last one closes what may be open inside them."""
    marks = _WITHHELD_EVENT * min(withheld, _MOST_WITHHELD)
    last = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{marks}END:VCALENDAR\r\n"
    return "\r\n".join([*parts, last]).encode()


def _path(address: str) -> str:
    try:
        return unquote(urlsplit(address).path).rstrip("/")
    except ValueError:
        return ""
