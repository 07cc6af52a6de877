"""Which of a desktop's answers count, and what is said where there is none."""

from __future__ import annotations

import struct
from collections.abc import Iterator

import pytest

from tests.fakes.focus import FakeClock
from workspace_assistant.adapters.desktop.mac_idle import MacIdle, MacLock
from workspace_assistant.adapters.desktop.presence import (
    DesktopPresence,
    linux_presence,
    system_presence,
)
from workspace_assistant.adapters.desktop.windows_idle import (
    WindowsIdle,
    WindowsLock,
    lock_of,
    since_ms,
)
from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.ports import Presence, Sleep


class Source:
    """An idle or lock source, and one of sleep."""

    def __init__(self, idle_s: float | None = None, *, is_locked: bool | None = None) -> None:
        self.seconds, self.lock = idle_s, is_locked
        self.asked = self.closed = 0

    def idle_s(self) -> float | None:
        self.asked += 1
        return self.seconds

    def is_locked(self) -> bool | None:
        return self.lock

    def sleeps(self) -> tuple[Sleep, ...]:
        return (Sleep(is_asleep=True, reading=FakeClock().read()),)

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def no_bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("DBUS_SYSTEM_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.setenv(name, "unix:path=/nonexistent/bus")
    return iter(())


def test_the_first_source_that_answers_is_kept() -> None:
    first, second = Source(), Source(7.0)
    sensor = DesktopPresence([first, second], [Source(is_locked=False)], None, "why")
    assert sensor.presence() == Presence(idle_s=7.0, is_locked=False)
    assert sensor.presence() == Presence(idle_s=7.0, is_locked=False)
    assert (first.asked, second.asked) == (1, 2)


def test_a_source_that_fails_is_searched_for_again_after_a_while() -> None:
    now_s = [0.0]
    first, second = Source(5.0), Source()
    sensor = DesktopPresence([first, second], [], None, "why", monotonic_s=lambda: now_s[0])
    assert sensor.presence().idle_s == 5.0
    first.seconds, second.seconds = None, 9.0
    now_s[0] = 10.0
    assert sensor.presence().unknown == (texts.INPUT_SILENT, texts.LOCK_UNKNOWN)
    now_s[0] = 31.0
    assert sensor.presence().idle_s == 9.0


def test_what_cannot_be_told_is_unknown_with_its_reason() -> None:
    told = DesktopPresence([Source()], [Source()], None, "why").presence()
    assert told == Presence(idle_s=None, is_locked=None, unknown=("why", texts.LOCK_UNKNOWN))


def test_sleep_is_passed_on_and_all_is_closed() -> None:
    idle, lock, signals = Source(), Source(), Source()
    sensor = DesktopPresence([idle], [lock], signals, "why")
    assert [one.is_asleep for one in sensor.sleeps()] == [True]
    sensor.close()
    assert (idle.closed, lock.closed, signals.closed) == (1, 1, 1)
    assert DesktopPresence([], [], None, "why").sleeps() == ()


@pytest.mark.usefixtures("no_bus")
@pytest.mark.parametrize(
    ("environment", "why"),
    [
        ({}, texts.NO_SCREEN),
        ({"XDG_SESSION_TYPE": "tty"}, texts.NO_SCREEN),
        ({"DISPLAY": "localhost:10.0"}, texts.INPUT_REMOTE),
        ({"DISPLAY": ":9999"}, texts.INPUT_UNKNOWN),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": "far:0"}, texts.INPUT_UNKNOWN),
        ({"XDG_SESSION_TYPE": "wayland"}, texts.INPUT_UNKNOWN),
        (
            {"XDG_SESSION_TYPE": "x11", "WAYLAND_DISPLAY": "w", "DISPLAY": "far:0"},
            texts.INPUT_REMOTE,
        ),
    ],
)
def test_on_linux_the_reason_is_that_of_the_session(environment: dict[str, str], why: str) -> None:
    sensor = linux_presence(FakeClock().read, environment)
    try:
        assert sensor.presence() == Presence(
            idle_s=None, is_locked=None, unknown=(why, texts.LOCK_UNKNOWN)
        )
        assert sensor.sleeps() == ()
    finally:
        sensor.close()


@pytest.mark.usefixtures("no_bus")
def test_every_system_has_a_sensor() -> None:
    sensor = system_presence(FakeClock().read, {})
    sensor.close()


def test_windows_counts_on_after_its_clock_began_again() -> None:
    assert since_ms(5, 0xFFFFFFFF) == 6
    assert since_ms(1000, 400) == 600


@pytest.mark.parametrize(
    ("info", "is_locked"),
    [
        (struct.pack("<IxxxxIIi", 1, 2, 0, 0), True),
        (struct.pack("<IxxxxIIi", 1, 2, 0, 1), False),
        (struct.pack("<IxxxxIIi", 1, 2, 0, -1), None),
        (struct.pack("<IxxxxIIi", 2, 2, 0, 0), None),
        (b"", None),
    ],
)
def test_the_lock_of_a_windows_session(info: bytes, is_locked: bool | None) -> None:
    assert lock_of(info) is is_locked


def test_what_belongs_to_another_system_does_not_answer() -> None:
    import sys

    if sys.platform != "win32":
        assert (WindowsIdle().idle_s(), WindowsLock().is_locked()) == (None, None)
    if sys.platform != "darwin":
        assert (MacIdle().idle_s(), MacLock().is_locked()) == (None, None)
    for one in (WindowsIdle(), WindowsLock(), MacIdle(), MacLock()):
        one.close()
