"""Which microphone a take listens to, and which it leaves alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.unit.adapters.audio.scripted_pactl import pactl_listing, pactl_saying
from tests.unit.adapters.audio.sound_documents import USB_MICROPHONE, entry, stream
from workspace_assistant.adapters.audio.call_microphone import SharedCallMicrophone
from workspace_assistant.adapters.audio.capture_targets import CaptureTarget
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.loudness.model import WhyNot
from workspace_assistant.core.loudness.ports import CallSound, NoTakeError
from workspace_assistant.core.readiness.microphone.model import Recording
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)

INDEX = USB_MICROPHONE["index"]
OTHER = entry("built_in", index=5)
CALL = stream(INDEX, application_name="Softphone")
SILENCE = np.zeros((16_000, 1), dtype=np.float32)


class Recorder:
    """Stands in for `record_from`, and notes what it was asked for."""

    def __init__(self, error: MicrophoneUnavailableError | None = None) -> None:
        self.targets: list[CaptureTarget] = []
        self._error = error

    def __call__(self, target: CaptureTarget, _pactl: str | None, **asked: Any) -> Recording:
        self.targets.append(target)
        asked["on_sound"](SILENCE, 0.03, 16_000)
        if self._error is not None:
            raise self._error
        return Recording(samples=SILENCE, sample_rate_hz=16_000, device=target.device)


def listen(pactl: str, recorder: Recorder) -> CallSound:
    microphone = SharedCallMicrophone(pactl, recorder)
    return microphone.record(4.0, JobContext(lambda _progress: None))


def why(pactl: str, recorder: Recorder | None = None) -> WhyNot:
    recorder = recorder or Recorder()
    with pytest.raises(NoTakeError) as raised:
        listen(pactl, recorder)
    return raised.value.why


def listing(folder: Path, *streams: Any, source: Any = USB_MICROPHONE) -> str:
    return pactl_listing(folder, sources=[OTHER, source], streams=streams)


def test_the_microphone_of_the_call_is_heard_through_the_server(tmp_path: Path) -> None:
    recorder = Recorder()
    sound = listen(listing(tmp_path, CALL), recorder)
    (target,) = recorder.targets
    assert target.portaudio_name == "pulse"
    assert target.environment["PULSE_SOURCE"] == USB_MICROPHONE["name"]
    assert sound.samples is SILENCE
    assert sound.microphone.source_id == USB_MICROPHONE["name"]
    assert sound.microphone.volume_db == target.device.volume_db is not None
    assert sound.microphone.port == USB_MICROPHONE["active_port"]


def test_a_filter_between_microphone_and_program_is_no_second_call(tmp_path: Path) -> None:
    filtered = stream(OTHER["index"], application_name="Filter", media_role="DSP")
    recorder = Recorder()
    listen(listing(tmp_path, filtered, CALL), recorder)
    assert [one.device.id for one in recorder.targets] == [USB_MICROPHONE["name"]]


def test_what_is_not_the_one_open_microphone_of_a_call_is_left_alone(tmp_path: Path) -> None:
    recorder = Recorder()
    assert why(listing(tmp_path), recorder) is WhyNot.NO_CALL_MICROPHONE
    second = stream(OTHER["index"], application_name="Recorder")
    assert why(listing(tmp_path, CALL, second), recorder) is WhyNot.SEVERAL_MICROPHONES
    muted = {**USB_MICROPHONE, "mute": True}
    assert why(listing(tmp_path, CALL, source=muted), recorder) is WhyNot.MUTED
    for script in ("exit 1", "echo nonsense", "echo 7"):
        assert why(pactl_saying(tmp_path, script), recorder) is WhyNot.NO_CALL_MICROPHONE
    assert recorder.targets == []


def test_without_a_server_that_shares_it_no_microphone_is_opened(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """ALSA's own devices and exclusive modes would be taken away from the call."""
    monkeypatch.setenv("PATH", str(tmp_path))
    recorder = Recorder()
    assert why("", recorder) is WhyNot.NOT_SHARED
    assert recorder.targets == []


@pytest.mark.parametrize("reason", [Unavailable.VOLUME_CHANGED, Unavailable.PLUGIN_MISSING])
def test_a_spoiled_take_has_no_sound_and_no_detour(tmp_path: Path, reason: Unavailable) -> None:
    """PortAudio's default may be the device itself."""
    recorder = Recorder(MicrophoneUnavailableError(reason))
    assert why(listing(tmp_path, CALL), recorder) is WhyNot.TAKE_FAILED
    assert len(recorder.targets) == 1
