"""Watched lines, written as one sign a second."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count

from workspace_assistant.core.line_watch.detecting import Detection, detected, finished
from workspace_assistant.core.line_watch.model import LineEvent, Ping, Second, WatchLimits

TEN = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
FINE, LOST, SLOW = Ping(20.0), Ping(None), Ping(500.0)
PINGS = {".": FINE, "x": LOST, "s": SLOW, " ": None}
ROUTER = {".": Ping(2.0), "x": LOST, "s": Ping(482.0), " ": None}


def line(server: str, gateway: str = "", cpu: str = "", start: datetime = TEN) -> list[Second]:
    """``.`` answered, ``x`` lost, ``s`` slow, blank nothing seen; ``x`` of *cpu* is busy."""
    long = max(len(server), len(gateway), len(cpu))
    router, load = gateway or "." * long, cpu or "." * long
    return [
        Second(
            at=start + timedelta(seconds=number),
            server=PINGS[server[number]] if server else None,
            gateway=ROUTER[router[number]],
            cpu_fraction={".": 0.1, "x": 0.95, " ": None}[load[number]],
        )
        for number in range(long)
    ]


def counting() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"e{next(numbers)}"


def events_of(seconds: list[Second], limits: WatchLimits | None = None) -> list[LineEvent]:
    """Each as it was told last, in the order in which they began."""
    new_id, state = counting(), Detection()
    told: dict[str, LineEvent] = {}
    for second in seconds:
        after = detected(state, second, limits or WatchLimits(), new_id)
        state = after.detection
        told |= {one.id: one for one in after.changed}
    return list((told | {one.id: one for one in finished(state)}).values())


def second(number: int) -> datetime:
    return TEN + timedelta(seconds=number)
