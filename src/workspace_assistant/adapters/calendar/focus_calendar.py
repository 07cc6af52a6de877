"""Focus blocks as an iCalendar file, for a look at them in any calendar program."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from workspace_assistant.core.focus.accounting import state, worked_s
from workspace_assistant.core.focus.labels import CAUSES, STATES
from workspace_assistant.core.focus.model import Block, Interruption
from workspace_assistant.core.lengths import length_text

if TYPE_CHECKING:
    from icalendar import Event

_PRODUCT = "-//Workspace Assistant//Focus blocks//EN"


def focus_calendar(blocks: Iterable[Block], now: datetime) -> bytes:
    """One event for each block that is over; times in UTC (RFC 5545, 3.3.5, form 2)."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    for block in blocks:
        if block.ended_at is not None:
            calendar.add_component(_event(block, block.ended_at, now))
    return bytes(calendar.to_ical())


def _event(block: Block, ended_at: datetime, now: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{block.id}@workspace-assistant")
    event.add("dtstamp", now)
    event.add("dtstart", block.started_at)
    event.add("dtend", ended_at)
    event.add("summary", block.name)
    event.add("categories", [block.channel.value, *block.tags])
    event.add("transp", "OPAQUE")
    event.add("description", _description(block, now))
    return event


def _description(block: Block, now: datetime) -> str:
    lines = [f"{STATES[state(block, now)]}, {length_text(worked_s(block, now))} worked"]
    return "\n".join([*lines, *map(_interruption, block.interruptions)])


def _interruption(one: Interruption) -> str:
    note = f": {one.note}" if one.note else ""
    return f"{one.at:%H:%M} UTC {CAUSES[one.cause]}{note}"
