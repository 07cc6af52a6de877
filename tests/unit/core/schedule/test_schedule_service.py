"""What is asked of the system, and how it is told."""

from __future__ import annotations

import pytest

from tests.fakes.schedule import PROGRAM, MemoryTimer, memory_schedule
from workspace_assistant.core.schedule.document import (
    autostart_document,
    schedule_document,
    timer_document,
)
from workspace_assistant.core.schedule.errors import ScheduleError
from workspace_assistant.core.schedule.model import TimerKind, TimerState


def test_the_timer_is_turned_on_and_off() -> None:
    service = memory_schedule()
    assert not service.state().is_installed
    assert service.install(10).every_minutes == 10
    assert service.state().is_ours
    assert not service.remove().is_installed
    assert not service.state().is_installed


@pytest.mark.parametrize("minutes", [0, -5, 7, 60])
def test_minutes_that_do_not_divide_an_hour_are_refused(minutes: int) -> None:
    service = memory_schedule()
    with pytest.raises(ScheduleError, match=f"Every {minutes} minutes is not possible; choose"):
        service.install(minutes)
    assert not service.state().is_installed


def test_starting_at_login_is_turned_on_and_off() -> None:
    service = memory_schedule()
    assert not service.autostart_state().is_on
    assert service.turn_autostart(is_on=True).is_on
    assert service.autostart_state().is_on
    assert not service.turn_autostart(is_on=False).is_on


def test_the_document_of_a_timer_that_nobody_follows() -> None:
    timer = MemoryTimer(is_followed=False)
    assert timer_document(timer.install(PROGRAM, 5)) == {
        "kind": "systemd",
        "is_installed": True,
        "is_active": None,
        "every_s": 300,
        "is_ours": True,
        "places": ["/units/a.timer"],
        "trouble": "Nobody starts the timer.",
        "to_do": ["systemctl a", "systemctl b"],
    }


def test_the_document_of_nothing() -> None:
    timer = timer_document(TimerState(kind=TimerKind.LAUNCHD))
    assert (timer["is_installed"], timer["every_s"], timer["to_do"]) == (False, None, [])
    autostart = autostart_document(memory_schedule().autostart_state())
    assert schedule_document(autostart=autostart) == {
        "schema": "workspace-assistant/schedule/1",
        "autostart": {"is_on": False, "place": "/autostart/a.desktop"},
    }
