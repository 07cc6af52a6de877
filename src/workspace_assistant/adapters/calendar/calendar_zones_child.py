"""Time zones of a calendar: known ones by IANA's data, a calendar's own where it defines them."""

from __future__ import annotations

import re
from datetime import tzinfo
from zoneinfo import ZoneInfo

from icalendar import Timezone
from icalendar.timezone import tzp

from workspace_assistant.adapters.calendar.parsed_event_child import Zones

_IDENTITY = re.compile(r"^TZID[^:\n]*:(.*)$", re.MULTILINE | re.IGNORECASE)


def learn_zone(text: str) -> None:
    """Lets the library know a zone that nobody else knows.

    A name that Windows or IANA gave means their zone: what programs write beside it knows one
    year's rules only.
    """
    named = _IDENTITY.search(text)
    if named is not None and known_zone(named[1].strip()) is None:
        Timezone.from_ical(text.replace("\n", "\r\n").encode())


def known_zone(name: str) -> tzinfo | None:
    """By a name of IANA's or of Windows, or one the calendar defines; None for any other."""
    try:
        return tzp.timezone(name) if name else None
    except (OSError, ValueError):  # names of folders, and what no file can be called
        return None


def calendar_zones(calendars: str, given: str) -> Zones:
    """*calendars*: the zone the calendar says it is in (X-WR-TIMEZONE); *given*: the source's."""
    zone = known_zone(calendars.strip())
    if isinstance(zone, ZoneInfo):
        return Zones(floating=zone, name=zone.key, is_calendars=True)
    return Zones(floating=ZoneInfo(given), name=given, is_calendars=False)
