"""Window services without devices, network or disk: the real service over scripted checks."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from tests.fakes import readiness_reports, voice_reports
from tests.fakes.breaks_page import BreaksWorld
from tests.fakes.check_in import CheckInDesk
from tests.fakes.clock import FakeClock
from tests.fakes.data_page import DataWorld
from tests.fakes.encryption import EncryptionWorld
from tests.fakes.ergonomics import ErgonomicsDesk
from tests.fakes.focus_page import FocusWorld
from tests.fakes.line_watch import WatchedLine
from tests.fakes.loudness import LoudnessWorld
from tests.fakes.microphone_page import ScriptedPageServices
from tests.fakes.report_store import InMemoryReportStore
from tests.fakes.settings_page import SettingsWorld
from tests.fakes.shifts import FakeNow, ShiftDesk
from tests.fakes.week_page import WeekWorld
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.preshift.model import PreshiftSettings
from workspace_assistant.core.preshift.telling import Words
from workspace_assistant.core.readiness.bandwidth.model import Direction, GoodputReading
from workspace_assistant.core.readiness.microphone.model import (
    Connection,
    LevelReading,
    MicrophoneDevice,
)
from workspace_assistant.core.readiness.microphone.texts import STAGE_SPEECH
from workspace_assistant.core.readiness.model import CheckResult, Outcome, ReadinessReport
from workspace_assistant.core.readiness.ports import CheckRequest, Results, RunTogether
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.service import BESIDE, ReadinessService
from workspace_assistant.core.reminders.ports import Notifier
from workspace_assistant.core.schedule.service import ScheduleService
from workspace_assistant.core.shifts.model import Shift, Source, SourceKind
from workspace_assistant.ui.feature_services import (
    CheckInServices,
    ErgonomicsServices,
    FocusServices,
    ShiftServices,
)
from workspace_assistant.ui.window_services import WindowServices

_LIMIT_S = 10.0


class ScriptedCheck:
    """A check that reports its readings, waits where the test says so, and gives its result."""

    def __init__(
        self, result: CheckResult, stage: str = "Measuring", readings: Sequence[object] = ()
    ) -> None:
        self._result = result
        self._stage = stage
        self._readings = readings
        self.gate = threading.Event()
        self.gate.set()
        self.reported = threading.Event()
        self.requests: list[CheckRequest] = []

    def __call__(self, request: CheckRequest, ctx: JobContext, /) -> Outcome:
        self.requests.append(request)
        ctx.report(self._stage, 0.0)
        for index, reading in enumerate(self._readings):
            ctx.report(self._stage, (index + 1) / len(self._readings) * 0.7, reading)
        self.reported.set()
        if ctx.source == BESIDE:
            request.timeline.is_idle_seen = True
        waited_s = 0.0
        while not self.gate.is_set() and waited_s < _LIMIT_S:
            ctx.wait(0.01)
            waited_s += 0.01
        return Outcome(
            measurements=self._result.measurements,
            findings=self._result.findings,
            not_measured=self._result.not_measured,
            series=self._result.series,
            essential=frozenset({"nothing"}) if not self._result.measurements else frozenset(),
            bytes_used=4_700_000,
        )


class BrokenStore(InMemoryReportStore):
    """A store whose disk is full."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    def add(self, report: ReadinessReport) -> None:
        raise self._error

    def recent(self, limit: int) -> tuple[ReadinessReport, ...]:
        raise self._error


class ScriptedAttendance:
    """Attends to nothing; reports what a test wants reported, until it is cancelled.

    Attributes:
        notifier, words: what the window gave it.
        fault: raised by the job: something unforeseen.
    """

    def __init__(self) -> None:
        self.notifier: Notifier | None = None
        self.words: Words | None = None
        self.fault: Exception | None = None
        self.is_running = threading.Event()
        self._ctx: JobContext | None = None

    def __call__(self, notifier: Notifier, words: Words, ctx: JobContext, /) -> None:
        self.notifier, self.words, self._ctx = notifier, words, ctx
        self.is_running.set()
        while True:
            if self.fault is not None:
                raise self.fault
            ctx.wait(0.02)

    def report(self, reading: object) -> None:
        assert self.is_running.wait(5)
        assert self._ctx is not None
        self._ctx.report(reading=reading)


class FocusNow(FakeNow):
    """Shifts are compared with the clock that the log of blocks has."""

    def __init__(self, world: WindowWorld) -> None:
        self._world = world

    def __call__(self) -> datetime:
        return self._world.focus.clock.wall_at


class WindowWorld:
    """Everything outside the window, for a test to set up beforehand and to look at after."""

    def __init__(self, *reports: ReadinessReport) -> None:
        self.clock = FakeClock(time_zone="UTC")
        self.clock.at = datetime(2026, 11, 21, 8, 41, tzinfo=UTC)
        self.store: InMemoryReportStore = InMemoryReportStore()
        self.store.reports = list(reports)
        self.checks = {
            "computer": ScriptedCheck(
                readiness_reports.computer(), "Watching the processor and the programs"
            ),
            "microphone": ScriptedCheck(
                readiness_reports.microphone(), STAGE_SPEECH, speech_readings()
            ),
            "bandwidth": ScriptedCheck(
                readiness_reports.line(), "Measuring download", rate_readings()
            ),
            "headset": ScriptedCheck(readiness_reports.headset(), "Looking at the headset."),
            "connection": ScriptedCheck(voice_reports.connection(), "Asking your router"),
        }
        self.profile = readiness_reports.PROFILE
        self.profile_error: Exception | None = None
        self.devices: tuple[MicrophoneDevice, ...] = (
            MicrophoneDevice(
                id="built-in", name="Built-in microphone", connection=Connection.BUILT_IN
            ),
            MicrophoneDevice(
                id="jabra",
                name="Jabra headset",
                is_default=True,
                connection=Connection.USB,
                sample_rate_hz=48_000,
                volume_db=-12.0,
            ),
        )
        self.microphone = ScriptedPageServices()
        self.focus = FocusWorld()
        self.focus_services: Callable[[], FocusServices] = lambda: self.focus.services
        self.attend = ScriptedAttendance()
        self.line = WatchedLine()
        self.breaks = BreaksWorld()
        self.loudness = LoudnessWorld()
        self.ergonomics = ErgonomicsDesk()
        self.check_in = CheckInDesk(at=self.breaks.clock.at)
        self.week = WeekWorld()
        self.data = DataWorld()
        self.encryption = EncryptionWorld()
        self.settings = SettingsWorld()
        self.keeps_in_tray = True
        self.keep_error: OSError | None = None
        self.shifts = ShiftDesk(now=FocusNow(self), zone="UTC")
        self.choices: dict[str, str] = {}
        self.remember_error: OSError | None = None
        self.run_together: RunTogether = run_together
        self.written: list[Path] = []
        self.write_error: Exception | None = None

    def name_servers(self) -> None:
        """Use a profile that names voice servers and the employer's systems."""
        self.profile = voice_reports.VOICE_PROFILE
        self.checks["voice-path"] = ScriptedCheck(
            voice_reports.voice(path=voice_reports.CLEAR_WAY),
            "Watching the line under download",
            voice_reports.stream_readings(),
        )
        self.checks["endpoints"] = ScriptedCheck(voice_reports.endpoints(), "Asking crm")

    def hold(self) -> None:
        """Let every check wait before it gives its result."""
        self.microphone.gate.clear()
        for check in self.checks.values():
            check.gate.clear()

    def release(self) -> None:
        self.microphone.gate.set()
        for check in self.checks.values():
            check.gate.set()

    @property
    def services(self) -> WindowServices:
        return WindowServices(
            readiness=ReadinessService(
                checks=self.checks,
                store=self.store,
                clock=self.clock,
                run_together=self.run_together,
                app_version="0.1.0",
            ),
            default_profile=lambda: self.profile,
            load_profile=self._load_profile,
            microphones=lambda: self.devices,
            write_report=self._write_report,
            remember=self._remember,
            recall=lambda name: self.choices.get(name, ""),
            microphone=self.microphone.services,
            focus=self.focus_services,
            shifts=lambda: self.shift_services,
            attend=self.attend,
            line=lambda: self.line.services,
            breaks=lambda _: self.breaks.services,
            loudness=lambda: self.loudness.services,
            ergonomics=lambda: ErgonomicsServices(checks=self.ergonomics.service()),
            check_in=lambda: CheckInServices(
                check_ins=self.check_in.service,
                turn=lambda is_on: self.check_in.service.turn(on=is_on),
                settled=self.check_in.settle,
            ),
            week=lambda: self.week.services,
            data=lambda: self.data.services,
            encryption=lambda: self.encryption.services,
            publishing=lambda: self.data.publishing_services,
            settings=lambda: self.settings.services,
            keeps_in_tray=lambda: self.keeps_in_tray,
            keep_in_tray=self._keep_in_tray,
        )

    def _remember(self, name: str, value: str) -> None:
        if self.remember_error is not None:
            raise self.remember_error
        self.choices[name] = value

    def _keep_in_tray(self, is_on: bool) -> None:
        if self.keep_error is not None:
            raise self.keep_error
        self.keeps_in_tray = is_on

    @property
    def shift_services(self) -> ShiftServices:
        return ShiftServices(
            shifts=self.shifts.service(),
            read_file=lambda path: path.read_bytes(),
            find_calendars=self.shifts.server,
            why_log=lambda _: (),
            settings=PreshiftSettings,
            change_settings=lambda _: None,
            watches_line=lambda: False,
            watch_line=lambda _: None,
            idle_s=lambda: 300.0,
            keep_idle_s=lambda _: None,
            schedule=cast("ScheduleService", None),
            settled=lambda: None,
        )

    def plan(self, *shifts: Shift) -> None:
        """Write down shifts by hand."""
        with self.shifts.store.writing() as writer:
            writer.put_source(
                Source(id="hand", kind=SourceKind.HAND, name="By hand", time_zone="UTC")
            )
            for shift in shifts:
                writer.put(shift)

    def _load_profile(self, file: Path) -> WorkplaceProfile:
        if self.profile_error is not None:
            raise self.profile_error
        return WorkplaceProfile(name=f"Profile of {file.stem}", digest="sha256:feed")

    def _write_report(self, report: ReadinessReport, file: Path) -> None:
        if self.write_error is not None:
            raise self.write_error
        self.written.append(file)


def run_together(calls: Sequence[Callable[[], Results]]) -> list[Results]:
    with ThreadPoolExecutor(max(1, len(calls)), thread_name_prefix="together") as pool:
        return [future.result() for future in [pool.submit(call) for call in calls]]


def speech_readings() -> tuple[LevelReading, ...]:
    return tuple(
        LevelReading(
            rms_dbfs=-24.0 - 6 * (step % 3),
            peak_dbfs=-11.0 - 3 * (step % 4),
            phase="quiet" if step < 4 else "speech",
            remaining_s=2.0 - 0.5 * step if step < 4 else 5.0 - 0.2 * (step - 4),
        )
        for step in range(16)
    )


def rate_readings() -> tuple[GoodputReading, ...]:
    """A download that climbs and settles, as lines do."""
    return tuple(
        GoodputReading(
            direction=Direction.DOWNLOAD,
            at_s=0.25 * step,
            goodput_bps=49e6 * (1 - 0.86 ** (step + 1)) + 1.2e6 * ((step * 5) % 3 - 1),
        )
        for step in range(20)
    )
