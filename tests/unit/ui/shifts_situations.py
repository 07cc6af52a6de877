"""What the shifts page knows, looked up in a world as the page does it."""

from __future__ import annotations

from tests.fakes.shifts_page import ShiftsWorld
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.ui.shifts.calendar_way import CalendarWay
from workspace_assistant.ui.shifts.jobs import look, look_at_system, looked_into
from workspace_assistant.ui.shifts.situation import Looking, Seen, Situation

CTX = JobContext(lambda _: None)


def seen(world: ShiftsWorld, why_limit: int = 8) -> Seen:
    found = look(world.services, why_limit, CTX)
    assert found.result is not None, found.trouble
    return found.result


def situation(world: ShiftsWorld, **more: object) -> Situation:
    fields: dict[str, object] = {
        "seen": seen(world),
        "system": look_at_system(world.services, CTX),
        **more,
    }
    return Situation(**fields)  # type: ignore[arg-type] # the test names the fields


def looked(world: ShiftsWorld, asked: Looking, address: str = "") -> Looking:
    return looked_into(world.services, asked, CalendarWay(address=address), CTX)
