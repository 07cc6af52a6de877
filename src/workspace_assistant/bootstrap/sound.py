"""Everything that records, plays and listens, put together for window and command line alike."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.core.errors import StoreUnavailableError, UserInputError
from workspace_assistant.core.readiness.ports import ReportStore
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:  # the window paints first, and most commands need none of it
    from workspace_assistant.core.jobs import JobContext
    from workspace_assistant.core.readiness.headset.words import CheckWord
    from workspace_assistant.core.readiness.microphone.as_heard import CallKind
    from workspace_assistant.core.readiness.microphone.comparison import Comparison
    from workspace_assistant.core.readiness.microphone.guided import TakeMaker
    from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice, Recording
    from workspace_assistant.core.readiness.microphone.ports import Volume
    from workspace_assistant.core.readiness.microphone.take import Heard, Take
    from workspace_assistant.core.readiness.model import Outcome, ReadinessReport
    from workspace_assistant.core.readiness.ports import CheckRequest
    from workspace_assistant.core.readiness.profile.model import WorkplaceProfile

_TOO_SHORT = QT_TRANSLATE_NOOP(
    "microphone",
    "{path}: the recording lasts {length} s: too short for {quiet} s of quiet and {speech} s of "
    "speech; record longer, or give --quiet-seconds.",
)
_UNWRITTEN = QT_TRANSLATE_NOOP(
    "microphone", "{path}: cannot be written ({reason}); choose another place."
)
_NO_WAV = QT_TRANSLATE_NOOP("microphone", "{path}: a recording ends in .wav; choose such a name.")
_NO_RECORDING = QT_TRANSLATE_NOOP("microphone", "There is no recording to hear: record first.")
_NO_FOLDER = QT_TRANSLATE_NOOP(
    "microphone", "{path}: the folder {folder} does not exist; choose another one."
)
_IS_FOLDER = QT_TRANSLATE_NOOP("microphone", "{path}: is a folder; choose another name.")
_NO_CODER = QT_TRANSLATE_NOOP(
    "microphone",
    "The sound library of this computer cannot code a wideband voice ({reason}). Listen "
    "to the call by telephone number instead.",
)

_EARLIER_REPORTS = 30
_LEAST_SPEECH_S = 1.0


def earlier_reports(store: ReportStore) -> Sequence[ReadinessReport]:
    """What is usual here; nothing where the history cannot be read, which the history tells."""
    try:
        return store.recent(_EARLIER_REPORTS)
    except StoreUnavailableError:
        return ()


def run_microphone_check(store: ReportStore, request: CheckRequest, ctx: JobContext) -> Outcome:
    from workspace_assistant.adapters.audio.portaudio_microphone import PortAudioMicrophone
    from workspace_assistant.adapters.audio.voice_detector import voice_detector
    from workspace_assistant.core.readiness.microphone.check import check_microphone

    return check_microphone(
        PortAudioMicrophone(),
        request,
        ctx,
        detector=voice_detector(),
        earlier=earlier_reports(store),
    )


def run_headset_check(request: CheckRequest, ctx: JobContext) -> Outcome:
    from workspace_assistant.adapters.audio.headset_probe import SystemHeadset
    from workspace_assistant.core.readiness.headset.check import check_headset

    return check_headset(SystemHeadset(), request, ctx)


def take(
    store: ReportStore,
    profile: WorkplaceProfile,
    microphone: str,
    ctx: JobContext,
    *,
    shows_spectrum: bool = False,
) -> Take:
    """One guided recording, judged; its live readings carry the spectrum where it is shown."""
    maker = _take_maker(store, shows_spectrum=shows_spectrum)
    return maker.take(profile, microphone, ctx)


def compare(
    store: ReportStore,
    profile: WorkplaceProfile,
    microphones: Sequence[MicrophoneDevice],
    ctx: JobContext,
    *,
    shows_spectrum: bool = False,
) -> Comparison:
    """A guided recording of each, one after the other."""
    maker = _take_maker(store, shows_spectrum=shows_spectrum)
    return maker.compare(profile, microphones, ctx)


def _take_maker(store: ReportStore, *, shows_spectrum: bool) -> TakeMaker:
    from functools import partial

    from workspace_assistant.adapters.audio.portaudio_microphone import PortAudioMicrophone
    from workspace_assistant.adapters.audio.speech_quality import installed
    from workspace_assistant.adapters.audio.voice_detector import voice_detector
    from workspace_assistant.core.readiness.microphone.guided import TakeMaker

    return TakeMaker(
        probe=PortAudioMicrophone(shows_spectrum=shows_spectrum),
        detector=voice_detector(),
        model=installed(),
        earlier=partial(earlier_reports, store),
    )


def take_of_file(path: Path, quiet_s: float, profile: WorkplaceProfile) -> Take:
    """The recording in *path*, judged. Raises `UserInputError`."""
    from workspace_assistant.adapters.audio.voice_detector import voice_detector
    from workspace_assistant.adapters.audio.wav_file import RecordingFileError, read_recording
    from workspace_assistant.core.readiness.microphone.file_take import file_take

    try:
        recording = read_recording(path)
    except RecordingFileError as error:
        raise UserInputError(error.sentence, **error.parts) from error
    length_s = len(recording.samples) / recording.sample_rate_hz
    if length_s < quiet_s + _LEAST_SPEECH_S:
        lasts_s = floor(1000 * length_s) / 1000  # rounded down, or it would seem long enough
        raise UserInputError(
            _TOO_SHORT,
            path=str(path),
            length=f"{lasts_s:g}",
            quiet=f"{quiet_s:g}",
            speech=f"{_LEAST_SPEECH_S:g}",
        )
    return file_take(recording, quiet_s, profile, voice_detector())


def save_recording(recording: Recording, path: Path) -> None:
    """Writes a WAV file, whole or not at all. Raises `UserInputError`."""
    from workspace_assistant.adapters.audio.wav_bytes import wav_bytes
    from workspace_assistant.adapters.files.writing import write_whole

    check_wav_path(path)
    try:
        write_whole(path, wav_bytes(recording.samples, recording.sample_rate_hz))
    except OSError as error:
        raise _unwritten(path, error) from error


def _unwritten(path: Path, error: OSError) -> UserInputError:
    return UserInputError(_UNWRITTEN, path=str(path), reason=error.strerror or str(error))


def check_wav_path(path: Path) -> None:
    """Raises `UserInputError` for a place that cannot be a recording, before anything is done."""
    if path.suffix.lower() != ".wav":
        raise UserInputError(_NO_WAV, path=str(path))
    try:
        if not path.absolute().parent.is_dir():
            raise UserInputError(_NO_FOLDER, path=str(path), folder=str(path.absolute().parent))
        if path.is_dir():
            raise UserInputError(_IS_FOLDER, path=str(path))
    except OSError as error:  # a name too long, a folder that may not be entered
        raise _unwritten(path, error) from error


def heard_over_a_call(store: ReportStore, take: Take, kind: CallKind) -> tuple[Recording, Heard]:
    """The speech of *take* as the customer gets it, with the losses of the last voice path.

    Raises `UserInputError` where the sound library cannot code a wideband voice.
    """
    from workspace_assistant.adapters.audio.opus import OpusUnavailableError, through_opus
    from workspace_assistant.core.readiness.call_path import latest_call_path
    from workspace_assistant.core.readiness.microphone.as_heard import as_heard
    from workspace_assistant.core.readiness.microphone.take import Heard

    if take.recording is None:
        raise UserInputError(_NO_RECORDING)
    path = latest_call_path(tuple(earlier_reports(store)))
    try:
        recording = as_heard(
            take.recording,
            kind,
            coder=through_opus,
            channel=take.channel,
            from_s=take.quiet_s,
            lost=path.lost if path else (),
        )
    except OpusUnavailableError as error:
        raise UserInputError(_NO_CODER, reason=str(error)) from error
    return recording, Heard(kind=kind, loss_fraction=path.loss_fraction if path else None)


def say_word(word: CheckWord, ctx: JobContext) -> None:
    """Plays *word* to where calls sound, unless one may be running.

    Raises `PlaybackUnavailableError`.
    """
    from workspace_assistant.adapters.audio.headset_probe import say
    from workspace_assistant.adapters.audio.spoken_words import spoken
    from workspace_assistant.adapters.files.locations import resources
    from workspace_assistant.core.readiness.microphone.ports import (
        NotPlayable,
        PlaybackUnavailableError,
    )

    try:
        samples, rate_hz = spoken(word, resources() / "words")
    except OSError as error:
        raise PlaybackUnavailableError(NotPlayable.CANNOT_OPEN, str(error)) from error
    say(samples, rate_hz, ctx)


def change_volume(device_id: str, change_db: float) -> tuple[Volume, Volume]:
    """The input volume before and after. Raises `VolumeUnavailableError`."""
    from workspace_assistant.adapters.audio.source_volume import SourceVolume

    control = SourceVolume()
    return control.get(device_id), control.change(device_id, change_db)


def set_volume(device_id: str, volume_db: float) -> tuple[Volume, Volume]:
    """The input volume before and after. Raises `VolumeUnavailableError`."""
    from workspace_assistant.adapters.audio.source_volume import SourceVolume

    control = SourceVolume()
    return control.get(device_id), control.set(device_id, volume_db)
