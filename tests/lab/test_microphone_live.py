"""The microphone probe against a real PulseAudio: levels, verdicts, and microphones that fail."""

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.fakes.sounds import silence, tone, white_noise
from tests.lab.sound_scene import RATE_HZ, codes, perform, save, value
from tests.lab.sound_server import (
    MICROPHONE,
    MICROPHONE_NAME,
    SoundServer,
    missing_tools,
    sound_server,
)
from tests.quiet_computer import on_time, timed
from workspace_assistant.adapters.audio.portaudio_microphone import PortAudioMicrophone
from workspace_assistant.core.jobs import JobContext, Progress
from workspace_assistant.core.readiness.microphone.model import (
    Connection,
    LevelReading,
    MicrophoneDevice,
)
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)
from workspace_assistant.core.readiness.model import Verdict
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.verdict import check_verdict

pytestmark = [
    pytest.mark.lab,
    pytest.mark.skipif(bool(missing_tools()), reason=f"not installed: {missing_tools()}"),
]

QUICK = CheckRequest(profile=WorkplaceProfile(name="lab"), quick=True)


@pytest.fixture(scope="module")
def running_server() -> Iterator[SoundServer]:
    with sound_server() as server:
        yield server


@pytest.fixture
def server(running_server: SoundServer) -> Iterator[SoundServer]:
    """The server without microphones, and this process talking to it."""
    with running_server.environment_applied():
        yield running_server


@pytest.fixture
def microphone(server: SoundServer) -> Iterator[str]:
    """A plugged-in microphone; the value is its module."""
    module = server.plug()
    yield module
    if module in server.modules():
        server.unplug(module)


def no_progress(_progress: Progress) -> None:
    pass


@pytest.fixture
def room(tmp_path: Path) -> Path:
    return save(tmp_path / "room.wav", white_noise(-75, 15, RATE_HZ))


def test_the_microphone_is_listed_by_its_name_and_monitors_are_not(
    server: SoundServer, microphone: str
) -> None:
    assert PortAudioMicrophone().devices() == (
        MicrophoneDevice(
            id=MICROPHONE,
            name=MICROPHONE_NAME,
            is_default=True,
            connection=Connection.VIRTUAL,
            sample_rate_hz=RATE_HZ,
            channels=1,
            is_muted=False,
            volume_db=0.0,
            is_hands_free=False,
        ),
    )


@timed
def test_a_sound_of_known_level_is_read_back(
    server: SoundServer, microphone: str, tmp_path: Path, room: Path
) -> None:
    played = save(tmp_path / "tone.wav", tone(1000, -26, 8, RATE_HZ))
    outcome = perform(server, played, room, QUICK)
    with on_time():  # a sound server that is late has gaps
        assert value(outcome, "microphone.active_speech_level") == pytest.approx(-26, abs=0.5)
        # The player starts late in the speech phase, so the level must not depend on the lead-in.
        assert value(outcome, "microphone.noise_floor") == pytest.approx(-77.75, abs=0.5)
        assert value(outcome, "microphone.snr") == pytest.approx(49, abs=0.7)
        assert value(outcome, "microphone.peak") == pytest.approx(-22.99, abs=0.5)
        assert value(outcome, "microphone.clipping_events") == 0
        assert check_verdict(outcome) is Verdict.READY
    conditions = outcome.measurements[0].conditions
    assert conditions["device"] == MICROPHONE_NAME
    assert (conditions["quiet_s"], conditions["speech_s"]) == (1, 3)


def test_a_muted_source_is_muted(
    server: SoundServer, microphone: str, tmp_path: Path, room: Path
) -> None:
    server.pactl("set-source-mute", MICROPHONE, "1")
    played = save(tmp_path / "tone.wav", tone(1000, -26, 8, RATE_HZ))
    outcome = perform(server, played, room, QUICK)
    assert codes(outcome) == {"microphone-muted"}
    assert check_verdict(outcome) is Verdict.NOT_READY


def test_one_microphone_of_two_can_be_chosen(
    server: SoundServer, microphone: str, tmp_path: Path
) -> None:
    server.pactl("load-module", "module-null-sink", "sink_name=other", "channels=2")
    other = server.pactl(
        "load-module",
        "module-remap-source",
        "master=other.monitor",
        "source_name=webcam",
        "channels=2",
        "master_channel_map=front-left,front-right",
        "channel_map=front-left,front-right",
    )
    played = save(tmp_path / "tone.wav", tone(1000, -26, 8, RATE_HZ))
    try:
        with server.playing(played):
            recording = PortAudioMicrophone().record(
                device_id="webcam", quiet_s=0.2, speech_s=0.3, ctx=JobContext(no_progress)
            )
    finally:
        server.unplug(other)
    assert recording.samples.shape == (round(0.5 * recording.sample_rate_hz), 2)
    assert not recording.samples.any()


def failure(device_id: str = "", ctx: JobContext | None = None) -> Unavailable:
    with pytest.raises(MicrophoneUnavailableError) as caught:
        PortAudioMicrophone().record(
            device_id=device_id, quiet_s=1, speech_s=3, ctx=ctx or JobContext(no_progress)
        )
    return caught.value.reason


@timed
def test_where_alsa_has_no_plug_in_named_pulse_the_default_still_records(
    server: SoundServer,
    microphone: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    configuration = tmp_path / "asound.conf"
    configuration.write_text("pcm.default { type pulse }\n", encoding="utf-8")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(configuration))
    with server.playing(save(tmp_path / "tone.wav", tone(1000, -26, 8, RATE_HZ))):
        time.sleep(0.3)
        recording = PortAudioMicrophone().record(
            device_id="", quiet_s=0.2, speech_s=0.3, ctx=JobContext(no_progress)
        )
    assert recording.device_name == MICROPHONE_NAME
    rms = np.sqrt(np.mean(recording.samples[-RATE_HZ // 5 :] ** 2))
    with on_time():
        assert 20 * np.log10(rms) == pytest.approx(-26, abs=0.5)


def test_only_a_monitor_is_no_microphone(server: SoundServer) -> None:
    assert PortAudioMicrophone().devices() == ()
    assert failure() is Unavailable.NO_DEVICE


def test_a_microphone_that_is_not_there_is_unknown(server: SoundServer, microphone: str) -> None:
    assert failure("no_such_headset") is Unavailable.UNKNOWN_DEVICE


def test_no_sound_server_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/none")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert failure() is Unavailable.NO_SOUND_SERVER


def test_unplugging_the_only_microphone_while_recording_is_seen(
    server: SoundServer, microphone: str, room: Path
) -> None:
    unplugged: list[str] = []

    def unplug_in_speech(progress: Progress) -> None:
        reading = progress.reading
        if isinstance(reading, LevelReading) and reading.phase == "speech" and not unplugged:
            unplugged.append(microphone)
            server.unplug(microphone)

    with server.playing(room):
        assert failure(MICROPHONE, JobContext(unplug_in_speech)) is Unavailable.UNPLUGGED
    assert unplugged == [microphone]


@timed
def test_a_microphone_that_delivers_nothing_is_given_up_after_three_seconds(
    server: SoundServer, microphone: str, room: Path
) -> None:
    with server.playing(room):
        time.sleep(0.3)
        server.pactl("suspend-source", MICROPHONE, "1")
        began_s = time.monotonic()
        assert failure() is Unavailable.DELIVERS_NOTHING
    took_s = time.monotonic() - began_s
    assert took_s >= 3
    with on_time():
        assert took_s < 10


def test_a_sound_server_that_dies_while_recording_is_told(tmp_path: Path) -> None:
    noise = save(tmp_path / "noise.wav", white_noise(-40, 10, RATE_HZ))
    with sound_server() as server, server.environment_applied():
        server.plug()

        def stop_in_speech(progress: Progress) -> None:
            reading = progress.reading
            if isinstance(reading, LevelReading) and reading.phase == "speech":
                server.stop()

        with server.playing(noise):
            assert failure(ctx=JobContext(stop_in_speech)) is Unavailable.NO_SOUND_SERVER


@timed
def test_silence_after_speech_ends_does_not_lower_the_level(
    server: SoundServer, microphone: str, tmp_path: Path, room: Path
) -> None:
    samples = np.concatenate((tone(440, -20, 1.5, RATE_HZ), silence(3, RATE_HZ)))
    outcome = perform(server, save(tmp_path / "short.wav", samples), room, QUICK)
    # 1.5 s of sound and 0.3 s of hangover and decay: 0.8 dB at most under the tone itself.
    with on_time():
        assert -20.9 < value(outcome, "microphone.active_speech_level") < -20
