"""A shift in the morning, and a desk before it."""

from __future__ import annotations

from datetime import timedelta

from tests.fakes.preshift import (
    PreshiftDesk,
)
from tests.fakes.shifts import a_shift

SHIFT = a_shift("2026-11-23 09:00", "2026-11-23 17:00", key="morning")


START = SHIFT.starts_at


FIRST, SECOND = START - timedelta(minutes=15), START - timedelta(minutes=5)


MINUTE = timedelta(minutes=1)


def begin_call(desk: PreshiftDesk) -> None:
    desk.guard.look()
    desk.around.call = True
    desk.guard.look()


def lost(desk: PreshiftDesk, claim: str) -> None:
    """Another program is a moment faster from now on."""
    setattr(desk.attempts, claim, lambda *_, **__: False)
