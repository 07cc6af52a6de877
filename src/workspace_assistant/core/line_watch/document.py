"""The JSON documents of the watched line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from workspace_assistant.core.line_watch.model import EventKind, LineEvent, Minute, Side, Tally

EVENTS_SCHEMA = "workspace-assistant/line-events/1"

Document = dict[str, object]


def events_document(events: Iterable[LineEvent], minutes: Iterable[Minute]) -> Document:
    """What `watch events --json` prints."""
    return {
        "schema": EVENTS_SCHEMA,
        "events": [event_document(one) for one in events],
        "minutes": [minute_document(one) for one in minutes],
    }


def event_document(event: LineEvent) -> Document:
    return {
        "id": event.id,
        "kind": event.kind.value,
        "started_at": event.started_at.isoformat(),
        "ended_at": event.ended_at.isoformat(),
        "is_over": event.is_over,
        "is_cut_off": event.is_cut_off,
        "side": event.side.value,
        "server": tally_document(event.server),
        "gateway": tally_document(event.gateway),
        "cpu_fraction": event.cpu_fraction,
    }


def minute_document(minute: Minute) -> Document:
    return {
        "started_at": minute.started_at.isoformat(),
        "seconds": minute.seconds,
        "server": tally_document(minute.server),
        "gateway": tally_document(minute.gateway),
        "cpu_fraction": minute.cpu_fraction,
    }


def tally_document(tally: Tally) -> Document:
    return {
        "sent": tally.sent,
        "lost": tally.lost,
        "median_ms": tally.median_ms,
        "worst_ms": tally.worst_ms,
    }


def read_event(document: Document) -> LineEvent:
    """Raises KeyError, TypeError or ValueError for what is no such document."""
    return LineEvent(
        id=_text(document["id"]),
        kind=EventKind(_text(document["kind"])),
        started_at=_instant(document["started_at"]),
        ended_at=_instant(document["ended_at"]),
        is_over=document["is_over"] is True,
        is_cut_off=document.get("is_cut_off") is True,
        side=Side(_text(document["side"])),
        server=_read_tally(document["server"]),
        gateway=_read_tally(document["gateway"]),
        cpu_fraction=_number(document["cpu_fraction"]),
    )


def read_minute(document: Document) -> Minute:
    """Raises KeyError, TypeError or ValueError for what is no such document."""
    return Minute(
        started_at=_instant(document["started_at"]),
        seconds=_count(document["seconds"]),
        server=_read_tally(document["server"]),
        gateway=_read_tally(document["gateway"]),
        cpu_fraction=_number(document["cpu_fraction"]),
    )


def _read_tally(value: object) -> Tally:
    if not isinstance(value, dict):
        raise TypeError("no tally")
    return Tally(
        sent=_count(value["sent"]),
        lost=_count(value["lost"]),
        median_ms=_number(value["median_ms"]),
        worst_ms=_number(value["worst_ms"]),
    )


def _instant(value: object) -> datetime:
    at = datetime.fromisoformat(_text(value))
    if at.tzinfo is None:
        raise ValueError("an instant without an offset")
    return at


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError("no count")
    return value


def _number(value: object) -> float | None:
    if value is None:
        return None
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError("no number")
    return float(value)
