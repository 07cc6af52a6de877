"""Days on which check-ins are asked: a shift of eight hours on a Monday, and bad weeks."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.fakes.check_in import CheckInDesk, planned
from workspace_assistant.core.check_in.model import Answers

# The shift "monday" goes from 09:00 to 17:00.
MORNING = datetime(2026, 11, 23, 9, tzinfo=UTC)


def desk_at(hours: float, *, is_on: bool = True) -> CheckInDesk:
    """So many hours after the beginning of the shift."""
    desk = CheckInDesk(at=MORNING, shifts=(planned("monday", MORNING, 8),))
    desk.service.turn(on=is_on)
    desk.later(hours=hours)
    return desk


def low_for_weeks() -> CheckInDesk:
    """In the middle of the shift; eyes and energy have been low for weeks."""
    desk = desk_at(3)
    now, shifts = desk.at, desk.shifts
    desk.shifts = ()
    desk.later(days=-28)
    for _ in range(14):
        desk.service.tell(Answers(eyes=2, voice=4, energy=1))
        desk.later(days=2)
    desk.at, desk.shifts = now, shifts
    return desk
