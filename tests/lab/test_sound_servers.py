"""Microphone, earpiece and volume against a real PulseAudio and a real PipeWire: the same figures.

Each test runs on both servers, which are shared by all of them.
"""

import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import psutil
import pytest

from tests.fakes.sounds import silence, speech_like, tone, white_noise
from tests.lab.pipewire_server import missing_pipewire_tools, pipewire_server
from tests.lab.sound_scene import RATE_HZ, perform, save, value
from tests.lab.sound_server import (
    EARPIECE,
    FEED,
    MICROPHONE,
    SoundServer,
    missing_tools,
    sound_server,
    wait_until,
)
from tests.quiet_computer import on_time, timed
from workspace_assistant.adapters.audio.headset_probe import SystemHeadset
from workspace_assistant.adapters.audio.portaudio_microphone import PortAudioMicrophone
from workspace_assistant.adapters.audio.sound_playback import SoundPlayback
from workspace_assistant.adapters.audio.source_volume import SourceVolume
from workspace_assistant.adapters.audio.wav_file import read_recording
from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress
from workspace_assistant.core.readiness.headset.check import check_headset
from workspace_assistant.core.readiness.microphone.check import check_recording
from workspace_assistant.core.readiness.microphone.model import Connection, LevelReading, Recording
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    NotPlayable,
    PlaybackUnavailableError,
    Unavailable,
)
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.signal.leak import leak, sweep

pytestmark = pytest.mark.lab

QUICK = CheckRequest(profile=WorkplaceProfile(name="lab"), quick=True)
HEADSET = "device.bus=usb device.form_factor=headset device.bus_path=usb-1.2 device.class=sound"
SERVERS = {
    "pulseaudio": (missing_tools(), sound_server),
    "pipewire": (missing_pipewire_tools(), pipewire_server),
}


@pytest.fixture(scope="module", params=SERVERS)
def running_server(request: pytest.FixtureRequest) -> Iterator[SoundServer]:
    lacking, start = SERVERS[request.param]
    if lacking:
        pytest.skip(f"not installed: {lacking}")
    with start() as server:
        yield server


@pytest.fixture
def server(running_server: SoundServer) -> Iterator[SoundServer]:
    """The server without microphones, and this process talking to it; nothing of ours is left."""
    with running_server.environment_applied():
        before = running_server.modules()
        yield running_server
        assert "Workspace Assistant" not in running_server.pactl("list", "source-outputs")
        assert "Workspace Assistant" not in running_server.pactl("list", "sink-inputs")
        assert not [child for child in psutil.Process().children() if is_ours(child)]
        running_server.unplug(*sorted(running_server.modules() - before, key=int, reverse=True))


def is_ours(process: psutil.Process) -> bool:
    return any("workspace_assistant" in word or word == "subscribe" for word in process.cmdline())


@pytest.fixture
def microphone(server: SoundServer) -> str:
    """A plugged-in microphone; the value is its module."""
    return server.plug()


@pytest.fixture
def room(tmp_path: Path) -> Path:
    return save(tmp_path / "room.wav", white_noise(-60, 12, RATE_HZ))


def quiet_job() -> JobContext:
    return JobContext(on_progress=lambda _progress: None)


def when_speaking(action: Callable[[], object]) -> JobContext:
    """A job that does *action* once, a little after the recording reached its second part."""
    readings: list[LevelReading] = []

    def watch(progress: Progress) -> None:
        if isinstance(progress.reading, LevelReading) and progress.reading.phase == "speech":
            readings.append(progress.reading)
            if len(readings) == 5:
                action()

    return JobContext(on_progress=watch)


def record(ctx: JobContext, device_id: str = "", speech_s: float = 1.5) -> Recording:
    return PortAudioMicrophone().record(
        device_id=device_id, quiet_s=0.5, speech_s=speech_s, ctx=ctx
    )


def failure(action: Callable[[], object]) -> tuple[Unavailable, float]:
    """Why a recording failed while *action* was done, and how long after that, in seconds."""
    done_s: list[float] = []

    def noted_action() -> None:
        action()
        done_s.append(time.monotonic())

    try:
        record(when_speaking(noted_action), MICROPHONE, speech_s=6)
    except MicrophoneUnavailableError as error:
        return error.reason, time.monotonic() - done_s[0]
    raise AssertionError("the recording did not fail")


def level_dbov(samples: np.ndarray) -> float:
    """Far below all sound where a busy computer had a gap."""
    return 10 * float(np.log10(np.mean(samples.astype(float) ** 2) + 1e-30))


@timed
def test_a_live_recording_gives_the_numbers_of_a_file(
    server: SoundServer, microphone: str, tmp_path: Path
) -> None:
    voice = speech_like(-24, 4, RATE_HZ)
    room = white_noise(-60, 12, RATE_HZ)
    spoken = room[: 4 * RATE_HZ] + np.concatenate((silence(1, RATE_HZ), voice[: 3 * RATE_HZ]))
    need = QUICK.profile.microphone
    file = read_recording(save(tmp_path / "file.wav", spoken))
    from_file = check_recording(file.samples, file.sample_rate_hz, 1, need)
    live = perform(
        server, save(tmp_path / "voice.wav", voice), save(tmp_path / "room.wav", room), QUICK
    )
    with on_time():  # a sound server that is late has gaps
        for name in ("active_speech_level", "noise_floor", "snr", "peak"):
            expected = value(from_file, f"microphone.{name}")
            assert value(live, f"microphone.{name}") == pytest.approx(expected, abs=0.5), name


@timed
def test_times_and_frames_of_the_blocks_tell_the_clock(
    server: SoundServer, microphone: str, room: Path
) -> None:
    with server.playing(room):
        recording = record(quiet_job())
    assert recording.block_frames is not None
    assert recording.block_ends_s is not None
    frames = recording.block_frames.sum()
    assert len(recording.samples) <= frames < len(recording.samples) + 1024
    assert (np.diff(recording.block_ends_s) > 0).all()
    lasted_s = recording.block_ends_s[-1] - recording.block_ends_s[0]
    with on_time():
        assert recording.block_frames[1:].sum() / RATE_HZ == pytest.approx(lasted_s, abs=0.1)
        assert recording.overflows == 0


def test_a_headset_is_told_by_its_properties(server: SoundServer) -> None:
    server.plug(properties=HEADSET)
    (device,) = PortAudioMicrophone().devices()
    assert device.connection is Connection.USB
    assert (device.is_muted, device.volume_db, device.is_hands_free) == (False, 0, False)
    facts = SystemHeadset().facts("", quiet_job())
    assert facts.microphone == device
    assert facts.playback is not None
    assert facts.playback.id == FEED
    assert facts.same_device is None  # the feed says nothing of its hardware
    assert facts.others_recording == ()


def test_another_program_that_records_is_named_and_our_own_is_not(
    server: SoundServer, microphone: str, room: Path
) -> None:
    used_by: list[tuple[str, ...]] = []
    command = ["parec", f"--device={MICROPHONE}", "--client-name=Zoom", "--raw"]
    with server.playing(room):
        other = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            wait_until(lambda: "Zoom" in server.pactl("list", "source-outputs"), "Zoom records")
            record(
                when_speaking(
                    lambda: used_by.extend(d.used_by for d in PortAudioMicrophone().devices())
                ),
                speech_s=0.5,
            )
        finally:
            other.kill()
            other.wait()
    assert used_by == [("Zoom",)]


def test_unplugging_is_told_at_once(server: SoundServer, microphone: str, room: Path) -> None:
    server.plug("webcam", "Webcam")
    with server.playing(room):
        reason, after_s = failure(lambda: server.unplug(microphone))
    assert reason is Unavailable.UNPLUGGED
    assert after_s < 3  # some 0.1 s on an idle computer; the recording had 6 s to go


@timed
def test_a_recording_that_is_stolen_makes_no_numbers_even_if_it_is_given_back(
    server: SoundServer, microphone: str, room: Path
) -> None:
    server.plug("webcam", "Webcam")

    def steal() -> None:
        move_away(server, "webcam")  # while nobody reads what is recorded
        server.pactl("move-source-output", our_stream(server), MICROPHONE)
        time.sleep(0.5)

    with server.playing(room), on_time():  # a watcher that gets no processor sees it too late
        reason, _ = failure(steal)
    assert reason is Unavailable.MOVED


def move_away(server: SoundServer, source: str) -> None:
    """WirePlumber sometimes takes no notice of a wish to move a stream: it is asked again."""
    home = source_of(server, our_stream(server))
    for _ in range(6):
        server.pactl("move-source-output", our_stream(server), source)
        time.sleep(0.5)
        if source_of(server, our_stream(server)) != home:
            return
    pytest.skip("the sound server moves no recording")


def source_of(server: SoundServer, stream: str) -> str:
    listed = map(str.split, server.pactl("list", "short", "source-outputs").splitlines())
    return next(source for number, source, *_ in listed if number == stream)


def our_stream(server: SoundServer) -> str:
    listed = server.pactl("list", "source-outputs").split("Source Output #")
    (ours,) = [stream for stream in listed if "Workspace Assistant" in stream]
    return ours.split("\n")[0]


def test_another_default_takes_the_recording_along_and_that_is_told(
    server: SoundServer, microphone: str, room: Path
) -> None:
    server.plug("webcam", "Webcam")
    server.pactl("set-default-source", MICROPHONE)
    with server.playing(room):
        reason, _ = failure(lambda: server.pactl("set-default-source", "webcam"))
    assert reason is Unavailable.MOVED


@timed
@pytest.mark.parametrize("command", [("volume", "30%"), ("mute", "1")], ids=["volume", "mute"])
def test_our_recording_turned_down_is_told_and_not_remembered(
    server: SoundServer, microphone: str, tmp_path: Path, command: tuple[str, str]
) -> None:
    what, value = command
    with server.playing(save(tmp_path / "tone.wav", tone(1000, -30, 12, RATE_HZ))):
        reason, after_s = failure(
            lambda: server.pactl(f"set-source-output-{what}", our_stream(server), value)
        )
        samples = record(quiet_job(), MICROPHONE, speech_s=0.3).samples
    assert reason is Unavailable.VOLUME_CHANGED
    with on_time():
        assert after_s < 3
        assert level_dbov(samples) == pytest.approx(-30, abs=0.1)  # from the first block on


def test_an_input_volume_changed_while_recording_is_told(
    server: SoundServer, microphone: str, room: Path
) -> None:
    try:
        with server.playing(room):
            reason, _ = failure(lambda: SourceVolume().change(MICROPHONE, -6))
    finally:
        server.pactl("set-source-volume", MICROPHONE, "100%")
    assert reason is Unavailable.VOLUME_CHANGED


@timed
def test_a_cancel_releases_the_microphone_at_once(
    server: SoundServer, microphone: str, room: Path
) -> None:
    cancelled_s: list[float] = []

    def cancel() -> None:
        cancelled_s.append(time.monotonic())
        ctx.cancel()

    ctx = when_speaking(cancel)
    with server.playing(room), pytest.raises(JobCancelledError):
        record(ctx, speech_s=6)
    took_s = time.monotonic() - cancelled_s[0]
    with on_time():
        assert took_s < 0.1


@timed
def test_the_sound_of_the_earpiece_is_found_in_the_microphone(
    server: SoundServer, microphone: str
) -> None:
    server.plug_earpiece(leak_db=-30)
    heard = SystemHeadset().play_and_record(
        sweep(RATE_HZ),
        RATE_HZ,
        microphone_id=MICROPHONE,
        playback_id=EARPIECE,
        record_s=2.5,
        ctx=quiet_job(),
    )
    found = leak(heard.recording.samples[:, 0].astype(float), RATE_HZ)
    with on_time():  # the way back from the earpiece breaks off on a busy computer
        assert found is not None
        assert found.level_db == pytest.approx(-30, abs=0.5)
        assert 0 < found.lag_s < 1


@timed
def test_an_amplified_earpiece_leaks_as_much_more_than_it_plays(
    server: SoundServer, microphone: str
) -> None:
    server.plug_earpiece(leak_db=-40)
    server.pactl("set-sink-volume", EARPIECE, "99957")  # 11 dB, where sliders end
    headset, request = (
        SystemHeadset(),
        CheckRequest(
            profile=QUICK.profile, microphone=MICROPHONE, playback=EARPIECE, play_sounds=True
        ),
    )
    outcome = check_headset(headset, request, quiet_job())
    with on_time():
        assert value(outcome, "headset.leak") == pytest.approx(-29, abs=0.5)


@contextmanager
def when_playing(server: SoundServer, action: Callable[[], object]) -> Iterator[None]:
    """*action* is done, beside the block, as soon as a sound of ours plays on the server."""

    def watch() -> None:
        ours = "Workspace Assistant"
        wait_until(lambda: ours in server.pactl("list", "sink-inputs"), "it plays")
        action()

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield
    finally:
        watcher.join()


def test_an_earpiece_that_is_unplugged_while_it_plays_is_told(
    server: SoundServer, microphone: str
) -> None:
    modules = server.plug_earpiece(leak_db=-30)
    sound = tone(1000, -30, 3, RATE_HZ)
    with (
        when_playing(server, lambda: server.unplug(*modules)),
        pytest.raises(PlaybackUnavailableError) as caught,
    ):
        SoundPlayback().play(sound, RATE_HZ, device_id=EARPIECE, ctx=quiet_job())
    assert caught.value.reason is NotPlayable.UNPLUGGED


def our_sound(server: SoundServer) -> str:
    listed = server.pactl("list", "sink-inputs").split("Sink Input #")
    (ours,) = [stream for stream in listed if "Workspace Assistant" in stream]
    return ours.split("\n")[0]


def play_while(server: SoundServer, action: Callable[[], object]) -> NotPlayable:
    sound = tone(1000, -40, 3, RATE_HZ)
    with (
        when_playing(server, lambda: (time.sleep(0.7), action())),
        pytest.raises(PlaybackUnavailableError) as caught,
    ):
        SoundPlayback().play(sound, RATE_HZ, device_id=EARPIECE, ctx=quiet_job())
    return caught.value.reason


def test_a_sound_turned_up_is_told_and_the_next_one_plays_as_it_should(
    server: SoundServer, microphone: str
) -> None:
    server.plug_earpiece(leak_db=-30)
    reason = play_while(
        server, lambda: server.pactl("set-sink-input-volume", our_sound(server), "140%")
    )
    assert reason is NotPlayable.VOLUME_CHANGED
    volumes: list[str] = []

    def look() -> None:
        while not volumes or "100%" not in volumes[-1]:
            time.sleep(0.2)
            listed = server.pactl("list", "sink-inputs").split("Sink Input #")
            ours = [stream for stream in listed if "Workspace Assistant" in stream]
            if volumes and not ours:
                return  # it is over
            volumes.extend(
                line for stream in ours for line in stream.split("\n") if "Volume:" in line
            )

    with when_playing(server, look):
        sound = tone(1000, -40, 2, RATE_HZ)
        SoundPlayback().play(sound, RATE_HZ, device_id=EARPIECE, ctx=quiet_job())
    assert "100%" in volumes[-1]


def test_an_output_turned_up_while_it_plays_is_told(server: SoundServer, microphone: str) -> None:
    server.plug_earpiece(leak_db=-30)
    reason = play_while(server, lambda: server.pactl("set-sink-volume", EARPIECE, "120%"))
    assert reason is NotPlayable.VOLUME_CHANGED


@timed
def test_a_cancel_silences_the_earpiece_at_once(server: SoundServer, microphone: str) -> None:
    ctx = quiet_job()
    cancelled_s: list[float] = []

    def cancel() -> None:
        cancelled_s.append(time.monotonic())
        ctx.cancel()

    with when_playing(server, cancel):
        with pytest.raises(JobCancelledError):
            SoundPlayback().play(tone(1000, -40, 20, RATE_HZ), RATE_HZ, ctx=ctx)
        ended_s = time.monotonic()
    with on_time():
        assert ended_s - cancelled_s[0] < 0.1


@timed
def test_a_change_of_volume_changes_the_level_by_as_much(
    server: SoundServer, microphone: str, tmp_path: Path
) -> None:
    volume = SourceVolume()
    server.pactl("set-source-volume", MICROPHONE, "100%")  # PipeWire remembers earlier ones
    levels_dbov = []
    with server.playing(save(tmp_path / "tone.wav", tone(1000, -30, 15, RATE_HZ))):
        time.sleep(0.3)
        for change_db, expected_db in ((0, 0), (6, 6), (-15, -9)):
            set_db = volume.change("", change_db).db
            assert set_db == pytest.approx(expected_db, abs=0.02)
            assert volume.get(MICROPHONE).db == set_db
            samples = record(quiet_job(), speech_s=0.3).samples
            levels_dbov.append(level_dbov(samples[-RATE_HZ // 4 :]))
    with on_time():
        assert np.diff(levels_dbov) == pytest.approx([6, -15], abs=0.1)
    assert volume.change(MICROPHONE, 60).db == pytest.approx(11, abs=0.02)


def test_a_muted_microphone_is_told(server: SoundServer, microphone: str) -> None:
    server.pactl("set-source-mute", MICROPHONE, "1")
    try:
        assert SourceVolume().get(MICROPHONE).is_muted
        assert [device.is_muted for device in PortAudioMicrophone().devices()] == [True]
    finally:
        server.pactl("set-source-mute", MICROPHONE, "0")
