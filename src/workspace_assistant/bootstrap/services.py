"""What the command line is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from workspace_assistant.adapters.files.choices import MICROPHONE, ChoicesFile
from workspace_assistant.adapters.files.profile_file import (
    active_profile_path,
    read_profile,
)
from workspace_assistant.bootstrap.checks import (
    microphones,
    run_microphone_check,
)
from workspace_assistant.bootstrap.readiness import drop_profile, keep_profile, readiness_service
from workspace_assistant.bootstrap.report_file import check_report_path, write_report
from workspace_assistant.bootstrap.turn_login import forget_turn_password, keep_turn_password
from workspace_assistant.cli.services import CliServices, SelfTestStep
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.readiness.model import Outcome
from workspace_assistant.core.readiness.profile.model import MicrophoneRequirement

_LEAST_SPEECH_S = 1.0


def cli_services(data_dir: Path) -> CliServices:
    return CliServices(
        data_dir=data_dir,
        readiness=readiness_service(data_dir),
        active_profile_path=partial(active_profile_path, data_dir),
        read_profile=read_profile,
        use_profile=partial(keep_profile, data_dir),
        forget_profile=partial(drop_profile, data_dir),
        microphones=microphones,
        chosen_microphone=partial(ChoicesFile(data_dir).recall, MICROPHONE),
        record_live=run_microphone_check,
        analyze_file=analyze_file,
        embedded_target=embedded_target,
        check_report_path=check_report_path,
        write_report=write_report,
        self_test=self_test,
        keep_turn_password=keep_turn_password,
        forget_turn_password=forget_turn_password,
    )


def analyze_file(path: Path, quiet_s: float, requirement: MicrophoneRequirement) -> Outcome:
    from workspace_assistant.adapters.audio.wav_file import RecordingFileError, read_recording
    from workspace_assistant.core.readiness.microphone.check import check_recording

    try:
        recording = read_recording(path)
    except RecordingFileError as error:
        raise UserInputError(str(error)) from error
    length_s = len(recording.samples) / recording.sample_rate_hz
    if length_s < quiet_s + _LEAST_SPEECH_S:
        raise UserInputError(
            f"{path}: lasts {length_s:.1f} s: too short for {quiet_s:g} s of quiet and "
            f"{_LEAST_SPEECH_S:g} s of speech"
        )
    return check_recording(recording.samples, recording.sample_rate_hz, quiet_s, requirement)


def self_test() -> Iterable[SelfTestStep]:
    from workspace_assistant.bootstrap.self_test import self_test as steps

    return steps()


@contextmanager
def embedded_target(bind: str, port: int) -> Iterator[str]:
    """A measurement target of our own; yields its base URL. Raises `UserInputError`."""
    from workspace_assistant.adapters.network.target import EmbeddedTarget

    try:
        target = EmbeddedTarget(bind, port)
        target.start()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserInputError(f"cannot serve on {bind}:{port}: {reason}") from error
    try:
        yield target.base_url
    finally:
        target.stop()
