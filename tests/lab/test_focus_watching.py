"""The watcher on a real screen, a real bus and a real sound server: gaps where they belong."""

from __future__ import annotations

import subprocess
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.fakes.focus import MemoryFocusLog
from tests.lab.desktop import PrivateBus, Screen, eventually, missing_tools, screen
from tests.lab.sound_server import FEED, MICROPHONE, SoundServer, sound_server, wait_until
from tests.lab.sound_server import missing_tools as missing_sound_tools
from workspace_assistant.adapters.audio.call_sensor import PulseCallSensor
from workspace_assistant.adapters.desktop.presence import linux_presence
from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
from workspace_assistant.core.focus import watching
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.model import Block, Gap, GapReason
from workspace_assistant.core.focus.service import FocusService
from workspace_assistant.core.focus.watch_service import KEEPER, Standing, WatchService
from workspace_assistant.core.focus.watching import WatchSettings

_REASON = missing_tools("Xvfb", "xdotool", "dbus-daemon", "gdbus")
pytestmark = [pytest.mark.lab, pytest.mark.skipif(bool(_REASON), reason=_REASON or "complete")]

THRESHOLD_S = 2.0
LATE_S = 1.5  # how late a busy computer may be


@dataclass
class Desk:
    screen: Screen
    bus: PrivateBus
    service: WatchService
    log: MemoryFocusLog
    clock: SystemFocusClock
    standing: Standing

    def look(self) -> tuple[Gap, ...]:
        self.standing = self.service.look(self.standing)
        return self.block().gaps

    def block(self) -> Block:
        (block,) = self.log.kept.blocks.values()
        return block

    def look_until(self, count: int, *, is_over: bool) -> Gap:
        """Looks until there are so many gaps and the last is (not) over."""

        def is_so() -> bool:
            gaps = self.look()
            return len(gaps) == count and (gaps[-1].ended_at is not None) == is_over

        eventually(is_so, f"{count} gaps, over: {is_over}; there are {self.block().gaps}")
        return self.block().gaps[-1]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    bus = PrivateBus(tmp_path)
    bus.start()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address)
    clock, log = SystemFocusClock(), MemoryFocusLog()
    with screen() as here:
        here.type()
        presence = linux_presence(clock.read, {"DISPLAY": here.display})
        service = WatchService(
            log=log,
            clock=clock,
            new_id=lambda: uuid.uuid4().hex,
            presence=presence,
            calls=PulseCallSensor(),
            watcher="lab",
            kind=KEEPER,
            chosen=lambda: WatchSettings(idle_threshold_s=THRESHOLD_S, poll_s=0.1),
        )
        FocusService(log, clock, service.new_id, "lab").start(Plan(name="Refund queue"))
        try:
            yield Desk(here, bus, service, log, clock, Standing())
        finally:
            presence.close()
            bus.stop()


def test_hands_off_the_keyboard_are_a_gap_from_the_last_key_to_the_next(desk: Desk) -> None:
    desk.look()
    desk.screen.type()
    typed_at = desk.clock.read().wall_at
    gap = desk.look_until(1, is_over=False)
    assert gap.reason is GapReason.IDLE
    assert abs((gap.started_at - typed_at).total_seconds()) < LATE_S
    desk.screen.type()
    back_at = desk.clock.read().wall_at
    gap = desk.look_until(1, is_over=True)
    assert gap.is_unanswered
    assert gap.ended_at is not None
    assert abs((gap.ended_at - back_at).total_seconds()) < LATE_S


def test_a_lock_is_a_gap_until_the_screen_is_open(desk: Desk) -> None:
    desk.bus.screen_saver()
    desk.look()
    desk.screen.type()
    desk.look()
    desk.bus.lock(is_locked=True)
    gap = desk.look_until(1, is_over=False)
    assert gap.reason is GapReason.LOCK
    time.sleep(watching.SHORTEST_GAP_S)
    desk.screen.type()  # the password
    assert desk.look()[-1].ended_at is None
    desk.bus.lock(is_locked=False)
    desk.look_until(1, is_over=True)
    desk.look_until(1, is_over=True)


def test_a_screen_that_dies_in_mid_watch_is_unknown_and_makes_no_gap(desk: Desk) -> None:
    desk.look()
    desk.screen.kill()
    until_s = time.monotonic() + THRESHOLD_S + 1
    while time.monotonic() < until_s:
        assert desk.look() == ()
        time.sleep(0.1)
    assert desk.standing.unknown


@pytest.fixture
def server() -> Iterator[SoundServer]:
    reason = missing_sound_tools("parec")
    if reason:
        pytest.skip(f"not installed: {reason}")
    with sound_server() as one:
        one.plug()
        yield one


@contextmanager
def recording(server: SoundServer, device: str) -> Iterator[None]:
    """Another program records from *device*."""
    command = ["parec", f"--device={device}", "--client-name=Zoom", "--raw"]
    other = subprocess.Popen(command, env=server.environment, stdout=subprocess.DEVNULL)
    try:
        wait_until(lambda: "Zoom" in server.pactl("list", "source-outputs"), "Zoom records")
        yield
    finally:
        other.kill()
        other.wait()
        wait_until(lambda: "Zoom" not in server.pactl("list", "source-outputs"), "Zoom is over")


def test_a_call_is_another_program_at_the_microphone(server: SoundServer) -> None:
    with server.environment_applied():
        sensor = PulseCallSensor()
        assert sensor.in_call() is False
        with recording(server, f"{FEED}.monitor"):
            assert sensor.in_call() is False
        with recording(server, MICROPHONE):
            assert sensor.in_call() is True
        assert sensor.in_call() is False
        server.stop()
        assert sensor.in_call() is None


def test_in_a_call_nobody_is_away(
    desk: Desk, server: SoundServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "CALL_LOOK_S", 0.5)
    monkeypatch.setenv("PULSE_SERVER", server.environment["PULSE_SERVER"])
    with recording(server, MICROPHONE):
        until_s = time.monotonic() + THRESHOLD_S + 2
        while time.monotonic() < until_s:
            assert desk.look() == ()
            time.sleep(0.1)
    hung_up_at = desk.clock.read().wall_at
    gap = desk.look_until(1, is_over=False)
    assert gap.reason is GapReason.IDLE
    assert abs((gap.started_at - hung_up_at).total_seconds()) < LATE_S
