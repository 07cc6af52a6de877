"""What window and command line record, read and write with, as far as it needs no sound."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from tests.fakes.report_store import InMemoryReportStore
from tests.fakes.sounds import spoken_recording, tone
from tests.fakes.voice_reports import lossy_wifi
from workspace_assistant.adapters.audio.opus import OpusUnavailableError
from workspace_assistant.adapters.audio.wav_bytes import wav_bytes
from workspace_assistant.adapters.audio.wav_file import read_recording
from workspace_assistant.bootstrap import sound
from workspace_assistant.bootstrap.readiness import DeferredReportStore
from workspace_assistant.core.errors import StoreUnavailableError, UserInputError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.headset.words import CheckWord
from workspace_assistant.core.readiness.microphone.as_heard import CallKind
from workspace_assistant.core.readiness.microphone.model import Recording
from workspace_assistant.core.readiness.microphone.ports import (
    NotPlayable,
    PlaybackUnavailableError,
    Volume,
)
from workspace_assistant.core.readiness.model import ReadinessReport, Verdict
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile

RATE_HZ = 16_000
PROFILE = WorkplaceProfile(name="test")


@pytest.fixture
def recording_file(tmp_path: Path) -> Path:
    path = tmp_path / "voice.wav"
    path.write_bytes(wav_bytes(spoken_recording(), RATE_HZ))
    return path


def test_a_file_is_judged_with_the_detector_of_this_computer(recording_file: Path) -> None:
    take = sound.take_of_file(recording_file, 2, PROFILE)
    assert take.verdict is Verdict.READY
    assert (take.quiet_s, take.channel, take.device_id) == (2, 1, "")
    assert len(take.scores) == 4


@pytest.mark.parametrize(("frames", "length"), [(40_000, "2.5"), (47_999, "2.999")])
def test_a_file_too_short_for_its_quiet_part_is_refused(
    tmp_path: Path, frames: int, length: str
) -> None:
    path = tmp_path / "short.wav"
    path.write_bytes(wav_bytes(tone(440, -20, 3, RATE_HZ)[:frames], RATE_HZ))
    complaint = rf"lasts {length} s: too short for 2 s of quiet and 1 s of speech; record longer"
    with pytest.raises(UserInputError, match=complaint):
        sound.take_of_file(path, 2, PROFILE)


def test_a_file_that_is_no_recording_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "text.wav"
    path.write_bytes(b"hello")
    with pytest.raises(UserInputError, match="it is not a WAV file"):
        sound.take_of_file(path, 2, PROFILE)


def test_a_recording_is_saved_as_it_was(tmp_path: Path) -> None:
    samples = (np.random.default_rng(1).integers(-9, 9, (16_000, 2)) / 32768).astype(np.float32)
    path = tmp_path / "kept.wav"
    sound.save_recording(Recording(samples=samples, sample_rate_hz=RATE_HZ), path)
    np.testing.assert_array_equal(read_recording(path).samples, samples)
    assert [one.name for one in tmp_path.iterdir()] == ["kept.wav"]


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("a.mp3", r"a recording ends in .wav; choose such a name\.$"),
        ("nowhere/a.wav", r"the folder .* does not exist; choose another one\.$"),
        ("folder.wav", r"is a folder; choose another name\.$"),
        (
            "n" * 5_000 + ".wav",
            r"cannot be written \(File name too long\); choose another place\.$",
        ),
        (
            "n" * 5_000 + "/a.wav",
            r"cannot be written \(File name too long\); choose another place\.$",
        ),
    ],
)
def test_a_place_that_cannot_be_a_recording_is_refused(
    tmp_path: Path, place: str, reason: str
) -> None:
    (tmp_path / "folder.wav").mkdir()
    with pytest.raises(UserInputError, match=reason):
        sound.check_wav_path(tmp_path / place)


def test_a_disk_that_takes_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("workspace_assistant.adapters.files.writing.write_whole", full)
    recording = Recording(samples=np.zeros((9, 1), np.float32), sample_rate_hz=RATE_HZ)
    with pytest.raises(
        UserInputError, match=r"cannot be written \(No space left on device\); choose"
    ):
        sound.save_recording(recording, tmp_path / "a.wav")


@pytest.mark.parametrize(("kind", "rate_hz"), [(CallKind.G711, 8_000), (CallKind.WIDEBAND, 16_000)])
def test_a_voice_is_heard_with_the_losses_of_the_last_check(
    recording_file: Path, kind: CallKind, rate_hz: int
) -> None:
    take = sound.take_of_file(recording_file, 2, PROFILE)
    store = InMemoryReportStore()
    recording, heard = sound.heard_over_a_call(store, take, kind)
    assert recording.sample_rate_hz == rate_hz
    assert len(recording.samples) == pytest.approx(5 * rate_hz, rel=0.01)
    assert (heard.kind, heard.loss_fraction) == (kind, None)
    store.add(lossy_wifi())
    assert sound.heard_over_a_call(store, take, kind)[1].loss_fraction is not None


def test_without_a_coder_or_a_recording_there_is_nothing_to_hear(
    recording_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object) -> None:
        raise OpusUnavailableError("no encoder")

    monkeypatch.setattr("workspace_assistant.adapters.audio.opus.through_opus", missing)
    take = sound.take_of_file(recording_file, 2, PROFILE)
    with pytest.raises(UserInputError, match=r"code a wideband voice \(no encoder\)\. Listen"):
        sound.heard_over_a_call(InMemoryReportStore(), take, CallKind.WIDEBAND)
    nothing = SimpleNamespace(recording=None)
    with pytest.raises(UserInputError, match="no recording to hear: record first"):
        sound.heard_over_a_call(InMemoryReportStore(), nothing, CallKind.G711)  # type: ignore[arg-type]


def test_a_history_that_cannot_be_read_is_no_past() -> None:
    class Broken(InMemoryReportStore):
        def recent(self, limit: int) -> tuple[ReadinessReport, ...]:
            raise StoreUnavailableError("locked")

    assert sound.earlier_reports(Broken()) == ()


def test_asking_for_the_past_makes_no_file(tmp_path: Path) -> None:
    path = tmp_path / "data" / "reports.sqlite3"
    assert sound.earlier_reports(DeferredReportStore(path)) == ()
    assert not path.parent.exists()


class Knob:
    def __init__(self, db: float) -> None:
        self.db = db

    def get(self, device_id: str) -> Volume:
        return Volume(db=self.db, is_muted=False)

    def change(self, device_id: str, change_db: float) -> Volume:
        self.db += change_db
        return self.get(device_id)

    def set(self, device_id: str, volume_db: float) -> Volume:
        self.db = volume_db
        return self.get(device_id)


def test_a_volume_is_told_before_and_after(monkeypatch: pytest.MonkeyPatch) -> None:
    knob = Knob(-12)
    monkeypatch.setattr(
        "workspace_assistant.adapters.audio.source_volume.SourceVolume", lambda: knob
    )
    assert [one.db for one in sound.set_volume("", -3)] == [-12, -3]
    assert [one.db for one in sound.change_volume("", 4)] == [-3, 1]


def test_a_word_without_a_sound_is_not_played() -> None:
    word = CheckWord(text="unspoken", language="en", choices=("unspoken",))
    with pytest.raises(PlaybackUnavailableError) as caught:
        sound.say_word(word, JobContext(on_progress=lambda _progress: None))
    assert caught.value.reason is NotPlayable.CANNOT_OPEN
