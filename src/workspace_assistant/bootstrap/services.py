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
from workspace_assistant.bootstrap import sound
from workspace_assistant.bootstrap.checks import listed_microphones
from workspace_assistant.bootstrap.good_takes import noting_good_ones
from workspace_assistant.bootstrap.language import user_say
from workspace_assistant.bootstrap.new_recordings import check_new_recordings, save_new_recording
from workspace_assistant.bootstrap.readiness import drop_profile, keep_profile, readiness_service
from workspace_assistant.bootstrap.report_file import check_report_path, write_report
from workspace_assistant.bootstrap.turn_login import forget_turn_password, keep_turn_password
from workspace_assistant.cli.services import CliServices, SelfTestStep, SoundServices
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.readiness.ports import ReportStore
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_CANNOT_SERVE = QT_TRANSLATE_NOOP("window", "cannot serve on {address}:{port}: {reason}")


def cli_services(data_dir: Path) -> CliServices:
    readiness = readiness_service(data_dir)
    return CliServices(
        data_dir=data_dir,
        readiness=readiness,
        active_profile_path=partial(active_profile_path, data_dir),
        read_profile=read_profile,
        use_profile=partial(keep_profile, data_dir),
        forget_profile=partial(drop_profile, data_dir),
        microphones=listed_microphones,
        chosen_microphone=partial(ChoicesFile(data_dir).recall, MICROPHONE),
        sound=sound_services(data_dir, readiness.store),
        embedded_target=embedded_target,
        check_report_path=check_report_path,
        write_report=partial(write_report, say=user_say(data_dir)),
        self_test=partial(self_test, data_dir),
        keep_turn_password=keep_turn_password,
        forget_turn_password=forget_turn_password,
    )


def sound_services(data_dir: Path, store: ReportStore) -> SoundServices:
    return SoundServices(
        take=noting_good_ones(data_dir, partial(sound.take, store)),
        compare=partial(sound.compare, store),
        take_of_file=sound.take_of_file,
        check_new_recordings=check_new_recordings,
        save=save_new_recording,
        as_heard=partial(sound.heard_over_a_call, store),
        headset=sound.run_headset_check,
        say_word=sound.say_word,
        set_volume=sound.set_volume,
        change_volume=sound.change_volume,
    )


def self_test(data_dir: Path) -> Iterable[SelfTestStep]:
    """What this installation needs, then what it can use here."""
    from workspace_assistant.bootstrap.computer_test import computer_test
    from workspace_assistant.bootstrap.self_test import self_test as steps

    yield from steps()
    yield from computer_test(data_dir)


@contextmanager
def embedded_target(bind: str, port: int) -> Iterator[str]:
    """A measurement target of our own; yields its base URL. Raises `UserInputError`."""
    from workspace_assistant.adapters.network.target import EmbeddedTarget

    try:
        target = EmbeddedTarget(bind, port)
        target.start()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserInputError(_CANNOT_SERVE, address=bind, port=str(port), reason=reason) from error
    try:
        yield target.base_url
    finally:
        target.stop()
