"""The microphone page's services without a device: scripted takes that report like real ones."""

from __future__ import annotations

import math
import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from tests.fakes.scripted_headset import FACTS
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.findings import finding
from workspace_assistant.core.readiness.headset.model import HeadsetFacts
from workspace_assistant.core.readiness.headset.outcome import LeakFound, headset_outcome
from workspace_assistant.core.readiness.headset.words import CheckWord
from workspace_assistant.core.readiness.microphone.as_heard import CallKind
from workspace_assistant.core.readiness.microphone.check import unavailable_outcome
from workspace_assistant.core.readiness.microphone.comparison import (
    Candidate,
    Comparison,
    compare,
)
from workspace_assistant.core.readiness.microphone.gap_texts import NOT_MEASURED
from workspace_assistant.core.readiness.microphone.measurements import (
    AUDIO_BANDWIDTH,
    CLIPPING,
    CLOCK_ERROR,
    DC,
    DROPOUTS,
    ESSENTIAL,
    FULL_SCALE,
    HUM,
    LEVEL,
    NOISE,
    REVERBERATION,
    SNR,
    UNITS,
)
from workspace_assistant.core.readiness.microphone.model import (
    LevelReading,
    MicrophoneDevice,
    Recording,
)
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
    Volume,
)
from workspace_assistant.core.readiness.microphone.scores import scores
from workspace_assistant.core.readiness.microphone.take import Heard, Take
from workspace_assistant.core.readiness.microphone.texts import (
    FINDINGS,
    STAGE_ANALYZING,
    STAGE_OPENING,
    STAGE_QUIET,
    STAGE_SPEECH,
)
from workspace_assistant.core.readiness.model import (
    Finding,
    Measurement,
    NotMeasured,
    Outcome,
    Severity,
    Value,
)
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.verdict import check_verdict
from workspace_assistant.ui.window_services import MicrophoneServices

PROFILE = WorkplaceProfile(name="Default remote voice agent")
RECORDING = Recording(
    samples=np.zeros((48, 1), dtype=np.float32), sample_rate_hz=48_000, device_name="Jabra headset"
)
_GOOD: Mapping[str, float] = {
    LEVEL: -24.2,
    NOISE: -55.4,
    SNR: 31.2,
    CLIPPING: 0.0,
    FULL_SCALE: 0.0,
    DC: 0.0004,
    AUDIO_BANDWIDTH: 15_800.0,
    REVERBERATION: 0.31,
    DROPOUTS: 0.0,
    CLOCK_ERROR: 14.0,
}
_CONDITIONS: Mapping[str, Value] = {
    "device": "Jabra headset",
    "sample_rate_hz": 48_000,
    "channel": 1,
    "quiet_s": 2.0,
    "speech_s": 5.0,
}
_LIMIT_S = 10.0


def outcome(*findings: Finding, gaps: Mapping[str, str] | None = None, **changed: float) -> Outcome:
    """A good recording, but for *changed* (by the last part of the id) and for *gaps* (reasons)."""
    missing = {f"microphone.{name}": reason for name, reason in (gaps or {}).items()}
    values = {**_GOOD, **{f"microphone.{name}": value for name, value in changed.items()}}
    no_hum = {} if HUM in values else {HUM: "no-hum"}
    return Outcome(
        measurements=tuple(
            Measurement(id=key, value=value, unit=UNITS[key], conditions=_CONDITIONS)
            for key, value in values.items()
            if key not in missing
        ),
        findings=findings,
        not_measured=tuple(
            NotMeasured(id=key, reason=reason, detail=NOT_MEASURED[reason])
            for key, reason in {**no_hum, **missing}.items()
        ),
        essential=ESSENTIAL,
    )


def quiet_voice(level_dbov: float = -38.6) -> Outcome:
    too_quiet = finding(
        FINDINGS,
        "speech-too-quiet",
        Severity.CAUTION,
        LEVEL,
        value=level_dbov,
        limit=-34.0,
        parameters={
            "value": f"\u2212{-level_dbov:g}\u202fdBov",
            "limit": "\u221234\u202fdBov",
            "change": f"{math.ceil(-34 - level_dbov)}\u202fdB",
        },
    )
    return outcome(too_quiet, active_speech_level=level_dbov, snr=17.0 + 14)


def poor() -> Outcome:
    """Too quiet, a hum and a narrow band: three different steps."""
    hum = finding(
        FINDINGS,
        "mains-hum",
        Severity.CAUTION,
        HUM,
        value=-48.0,
        limit=-60.0,
        parameters={
            "mains": "50\u202fHz",
            "value": "\u221248\u202fdBFS",
            "limit": "\u221260\u202fdBFS",
        },
    )
    quiet = quiet_voice(-44.0)
    worst = replace(quiet.findings[0], severity=Severity.NOT_READY)
    return outcome(
        worst,
        hum,
        _narrow_band(),
        active_speech_level=-44.0,
        hum=-48.0,
        audio_bandwidth=3_700.0,
        gaps={"reverberation": "no-clear-endings"},
    )


def narrow() -> Outcome:
    """As a telephone carries it, and nobody asks for more."""
    return outcome(_narrow_band(), audio_bandwidth=3_700.0)


def _narrow_band() -> Finding:
    return finding(
        FINDINGS,
        "narrowband-voice",
        Severity.INFO,
        AUDIO_BANDWIDTH,
        value=3_700.0,
        parameters={"value": "3.7\u202fkHz"},
    )


def no_voice() -> Outcome:
    """Nobody spoke."""
    unheard = finding(
        FINDINGS,
        "no-speech-heard",
        Severity.INFO,
        SNR,
        parameters={"excess": "1.2\u202fdB", "limit": "6\u202fdB"},
    )
    gaps = {
        name.removeprefix("microphone."): "no-speech"
        for name in (LEVEL, SNR, AUDIO_BANDWIDTH, REVERBERATION)
    }
    return outcome(unheard, gaps=gaps)


def take_of(
    found: Outcome,
    *,
    device_id: str = "",
    recording: Recording | None = RECORDING,
    profile: WorkplaceProfile = PROFILE,
) -> Take:
    return Take(
        recording=recording,
        device_id=device_id,
        quiet_s=2.0,
        channel=1,
        verdict=check_verdict(found),
        outcome=found,
        scores=scores(found, profile.microphone),
    )


def unavailable(reason: Unavailable = Unavailable.DEVICE_BUSY) -> Take:
    return take_of(unavailable_outcome(MicrophoneUnavailableError(reason)), recording=None)


def comparison(*found: tuple[MicrophoneDevice, Outcome]) -> Comparison:
    return compare([Candidate(device=device, outcome=each) for device, each in found])


def headset_facts(
    known: HeadsetFacts = FACTS,
    leak: LeakFound | None = None,
    profile: WorkplaceProfile = PROFILE,
) -> Outcome:
    return headset_outcome(known, leak or LeakFound("not-asked"), profile.headset, heard=None)


def readings() -> tuple[LevelReading, ...]:
    """The second half of a quiet second, then the first seconds of a sentence."""
    return tuple(
        LevelReading(
            rms_dbfs=-58.0 if step < 4 else -24.0 - 6 * (step % 3),
            peak_dbfs=-50.0 if step < 4 else -11.0 - 3 * (step % 4),
            phase="quiet" if step < 4 else "speech",
            remaining_s=2.0 - 0.5 * step if step < 4 else 5.0 - 0.2 * (step - 4),
            spectrum_dbfs=_spectrum(step),
        )
        for step in range(16)
    )


def _spectrum(step: int) -> tuple[float, ...]:
    """Noise that falls with pitch; under speech the hills of a voice."""
    if step < 4:
        return tuple(-68.0 - 0.6 * band for band in range(21))
    return tuple(
        -46.0 - 1.1 * band + 11 * math.cos((band - 5) * 0.55) + 2 * ((band * 7 + step) % 3)
        for band in range(21)
    )


class ScriptedPageServices:
    """Gives what the test wrote down; whoever is to wait does until the gate opens."""

    def __init__(self) -> None:
        self.takes: list[Take] = [take_of(outcome())]
        self.readings: Sequence[LevelReading] = readings()
        self.gate = threading.Event()
        self.gate.set()
        self.reported = threading.Event()
        self.recording_now = 0
        self.asked: list[tuple[str, str]] = []
        self.comparison: Comparison | None = None
        self.heard = Heard(kind=None)
        self.loss_fraction: float | None = 0.021
        self.saved: list[Path] = []
        self.volume_db = -12.0
        self.facts = headset_facts()
        self.leaking = headset_facts(leak=LeakFound("", level_db=-48.3))
        self.errors: dict[str, Exception] = {}

    @property
    def services(self) -> MicrophoneServices:
        return MicrophoneServices(
            take=self._take,
            compare=self._compare,
            hear=self._hear,
            save=self._save,
            volume=self._volume,
            change_volume=self._change_volume,
            headset=self._headset,
            leak=self._leak,
            say_word=self._say_word,
        )

    def _take(self, profile: WorkplaceProfile, microphone: str, ctx: JobContext) -> Take:
        self._ask("take", microphone)
        self._record(ctx)
        take = self.takes.pop(0) if len(self.takes) > 1 else self.takes[0]
        return replace(take, device_id=microphone)

    def _compare(
        self, profile: WorkplaceProfile, chosen: tuple[str, ...], ctx: JobContext
    ) -> Comparison:
        self._ask("compare", ",".join(chosen))
        for each in chosen:
            self._record(ctx.part(each))
        assert self.comparison is not None
        return self.comparison

    def _hear(self, take: Take, kind: CallKind | None, ctx: JobContext) -> Heard:
        self._ask("hear", kind.value if kind else "")
        self._wait(ctx)
        return Heard(kind=kind, loss_fraction=self.loss_fraction if kind else None)

    def _save(self, recording: Recording, file: Path) -> None:
        self._ask("save", str(file))
        self.saved.append(file)

    def _volume(self, microphone: str) -> Volume:
        self._ask("volume", microphone)
        return Volume(db=self.volume_db, is_muted=False)

    def _change_volume(self, microphone: str, change_db: float) -> tuple[Volume, Volume]:
        self._ask("change_volume", microphone)
        before = Volume(db=self.volume_db, is_muted=False)
        self.volume_db += change_db
        return before, Volume(db=self.volume_db, is_muted=False)

    def _headset(self, profile: WorkplaceProfile, microphone: str, ctx: JobContext) -> Outcome:
        self._ask("headset", microphone)
        return self.facts

    def _leak(self, profile: WorkplaceProfile, microphone: str, ctx: JobContext) -> Outcome:
        self._ask("leak", microphone)
        self._wait(ctx)
        return self.leaking

    def _say_word(self, word: CheckWord, ctx: JobContext) -> None:
        self._ask("say_word", word.text)
        self._wait(ctx)

    def _ask(self, what: str, of: str) -> None:
        self.asked.append((what, of))
        if what in self.errors:
            raise self.errors[what]

    def _record(self, ctx: JobContext) -> None:
        self.recording_now += 1
        try:
            ctx.report(STAGE_OPENING)
            for index, reading in enumerate(self.readings):
                stage = STAGE_QUIET if reading.phase == "quiet" else STAGE_SPEECH
                ctx.report(stage, (index + 1) / len(self.readings) * 0.6, reading)
            self._wait(ctx)
            ctx.report(STAGE_ANALYZING, 1.0)
        finally:
            self.recording_now -= 1

    def _wait(self, ctx: JobContext) -> None:
        self.reported.set()
        waited_s = 0.0
        while not self.gate.is_set() and waited_s < _LIMIT_S:
            ctx.wait(0.01)
            waited_s += 0.01
