"""Idle time, locks and sleep from real servers: an X server, and a bus with stand-ins on it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.lab.desktop import LOGIN, PrivateBus, eventually, missing_tools, screen
from workspace_assistant.adapters.desktop.bus import SESSION, SYSTEM, Bus
from workspace_assistant.adapters.desktop.bus_idle import MutterIdle, ScreenSaverIdle
from workspace_assistant.adapters.desktop.bus_lock import LoginLock, ScreenSaverLock
from workspace_assistant.adapters.desktop.presence import linux_presence
from workspace_assistant.adapters.desktop.sleep_signals import SleepSignals
from workspace_assistant.adapters.desktop.x11_idle import X11Idle
from workspace_assistant.adapters.system.focus_clock import SystemFocusClock

_REASON = missing_tools("Xvfb", "xdotool", "dbus-daemon", "gdbus")
pytestmark = [pytest.mark.lab, pytest.mark.skipif(bool(_REASON), reason=_REASON or "complete")]

LATE_S = 2.0  # how late a busy computer may be


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateBus]:
    one = PrivateBus(tmp_path)
    one.start()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", one.address)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", one.address)
    try:
        yield one
    finally:
        one.stop()


class Stopwatch:
    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        self.now_s += 60.0  # every look is late enough to search and to connect anew
        return self.now_s


def test_an_x_server_counts_from_the_last_key() -> None:
    with screen() as here:
        idle = X11Idle({"DISPLAY": here.display})
        here.type()
        first_s = idle.idle_s()
        time.sleep(1.2)
        second_s = idle.idle_s()
        here.type()
        third_s = idle.idle_s()
        idle.close()
    assert first_s is not None
    assert second_s is not None
    assert third_s is not None
    assert first_s < LATE_S
    assert first_s + 1.2 <= second_s < first_s + 1.2 + LATE_S
    assert third_s < min(second_s, LATE_S)


def test_an_x_server_that_dies_and_comes_back_does_not_end_us() -> None:
    with screen() as here:
        idle = X11Idle({"DISPLAY": here.display})
        assert idle.idle_s() is not None
        here.kill()
        assert idle.idle_s() is None
        with screen(number=here.number):
            assert idle.idle_s() is not None
        assert idle.idle_s() is None
        idle.close()


def test_an_x_server_opens_to_its_cookie_only(tmp_path: Path) -> None:
    cookie = os.urandom(16)
    parts = (b"", b"", b"MIT-MAGIC-COOKIE-1", cookie)
    entry = b"\xff\xff" + b"".join(len(part).to_bytes(2, "big") + part for part in parts)
    authority = tmp_path / "authority"
    authority.write_bytes(entry)
    with screen("-auth", str(authority)) as here:
        allowed = X11Idle({"DISPLAY": here.display, "XAUTHORITY": str(authority)})
        refused = X11Idle({"DISPLAY": here.display, "HOME": str(tmp_path)})
        assert allowed.idle_s() is not None
        assert refused.idle_s() is None
        allowed.close()


def test_gnome_is_asked_on_the_bus(bus: PrivateBus) -> None:
    session = Bus(SESSION)
    idle = MutterIdle(session)
    assert idle.idle_s() is None
    shell = bus.mutter(61_500)
    assert idle.idle_s() == 61.5
    bus.mutter_says(250)
    assert idle.idle_s() == 0.25
    shell.kill()
    shell.wait()
    assert idle.idle_s() is None
    session.close()


def test_a_screen_saver_of_another_desktop_tells_seconds(bus: PrivateBus) -> None:
    name, path = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
    bus.stand_in("--session", name, path, name, name=name, path=path)
    script = "import time; ret = int(time.monotonic() - 100)"
    method = ("GetSessionIdleTime", "", "u", script)
    bus.call(name, path, "org.freedesktop.DBus.Mock.AddMethod", name, *method)
    session = Bus(SESSION)
    idle = ScreenSaverIdle(session)
    assert idle.idle_s() is None
    time.sleep(3.0)
    seconds = idle.idle_s()
    assert seconds is not None
    assert abs(seconds - (time.monotonic() - 100)) < LATE_S
    session.close()


def test_a_hung_desktop_is_no_answer_and_soon(bus: PrivateBus) -> None:
    bus.mutter(0)
    name, path = "org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core"
    hang = ("GetIdletime", "", "t", "import time; time.sleep(3); ret = 5")
    bus.call(name, path, "org.freedesktop.DBus.Mock.AddMethod", name, *hang)
    session = Bus(SESSION)
    begun_s = time.monotonic()
    assert MutterIdle(session).idle_s() is None
    assert time.monotonic() - begun_s < 1.0 + LATE_S
    session.close()


def test_locking_is_told_by_the_screen_saver(bus: PrivateBus) -> None:
    session = Bus(SESSION)
    lock = ScreenSaverLock(session)
    assert lock.is_locked() is None
    bus.screen_saver()
    told = []
    for is_locked in (False, True, False):
        bus.lock(is_locked=is_locked)
        told.append(lock.is_locked())
    assert told == [False, True, False]
    session.close()


@pytest.mark.parametrize("session_id", ["7", ""], ids=["in a session", "outside of any"])
def test_locking_is_told_by_logind(bus: PrivateBus, session_id: str) -> None:
    bus.login()
    path = bus.add_session("7", os.getuid())
    system = Bus(SYSTEM)
    lock = LoginLock(system, {"XDG_SESSION_ID": session_id} if session_id else {})
    told = [lock.is_locked()]
    for hint in ("true", "false"):
        bus.call(LOGIN, path, f"{LOGIN}.Session.SetLockedHint", hint)
        told.append(lock.is_locked())
    assert told == [None, True, False]
    system.close()


def test_sleep_is_heard_with_the_clocks_of_that_moment(bus: PrivateBus) -> None:
    bus.login()
    clock = SystemFocusClock()
    signals = SleepSignals(clock.read)
    heard = []
    before = clock.read()

    def is_heard() -> bool:
        bus.announce_sleep(is_asleep=not heard)
        heard.extend(signals.sleeps())  # what was announced may come a moment later, then twice
        return {one.is_asleep for one in heard} == {True, False}

    try:
        eventually(is_heard, "both announcements are heard")
    finally:
        signals.close()
    after = clock.read()
    assert heard[0].is_asleep
    assert not heard[-1].is_asleep
    assert before.elapsed_s <= heard[0].reading.elapsed_s <= heard[-1].reading.elapsed_s
    assert heard[-1].reading.elapsed_s <= after.elapsed_s


def test_a_bus_that_is_restarted_is_found_again(bus: PrivateBus) -> None:
    bus.screen_saver()
    session = Bus(SESSION, Stopwatch())
    lock = ScreenSaverLock(session)
    assert lock.is_locked() is False
    bus.stop()
    assert lock.is_locked() is None
    assert lock.is_locked() is None
    bus.start()
    bus.screen_saver()
    bus.lock(is_locked=True)
    assert lock.is_locked() is True
    session.close()


def test_on_wayland_the_stand_in_for_x_is_not_asked(bus: PrivateBus) -> None:
    bus.mutter(42_000)
    with screen() as here:
        here.type()
        for kind, idle_s in (("wayland", 42.0), ("x11", 0.0)):
            environment = {"DISPLAY": here.display, "XDG_SESSION_TYPE": kind}
            sensor = linux_presence(SystemFocusClock().read, environment)
            found = sensor.presence().idle_s
            sensor.close()
            assert found is not None
            assert idle_s <= found < idle_s + LATE_S
