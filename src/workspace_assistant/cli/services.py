"""What the commands are given. The composition root fills it; tests fill it with fakes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.readiness.ports import Check
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.service import ReadinessService

if TYPE_CHECKING:  # only `mic` needs them
    from workspace_assistant.core.readiness.headset.words import CheckWord
    from workspace_assistant.core.readiness.microphone.as_heard import CallKind
    from workspace_assistant.core.readiness.microphone.comparison import Comparison
    from workspace_assistant.core.readiness.microphone.model import Recording
    from workspace_assistant.core.readiness.microphone.ports import Volume
    from workspace_assistant.core.readiness.microphone.take import Heard, Take


@dataclass(frozen=True, slots=True)
class SelfTestStep:
    """One thing that this program needs, or could use on this computer.

    Attributes:
        fault: why it does not work; empty where it does.
        unknown: why that cannot be told; then `fault` is empty.
        loss: what is lost without it; empty for parts of the installation.
        is_part: it belongs to the installation: without it that is broken.
    """

    name: str
    fault: str
    unknown: str = ""
    loss: str = ""
    is_part: bool = True

    @property
    def state(self) -> str:
        """``works``, ``fails`` or ``unknown``."""
        if self.fault:
            return "fails"
        return "unknown" if self.unknown else "works"


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundServices:
    """What `mic` records, plays and sets with. What takes a `JobContext` runs in a job.

    Attributes:
        take: records 2 s of quiet and 5 s of speech and judges them; an unavailable microphone is
            an outcome.
        compare: takes of several microphones, one after the other.
        take_of_file: the same from a file with so many seconds of quiet. Raises `UserInputError`.
        check_new_recordings: whether recordings can be written there, given the file that is
            read; nothing that exists is replaced. Raises `UserInputError`.
        save: writes a new recording. Raises `UserInputError`.
        as_heard: the speech of a take as a call of that kind carries it. Raises `UserInputError`.
        headset: the headset check.
        say_word: plays a word. Raises `PlaybackUnavailableError`.
        set_volume, change_volume: the input volume of a microphone, to or by so many dB, before
            and after. Raise `VolumeUnavailableError`.
    """

    take: Callable[[WorkplaceProfile, str, JobContext], Take]
    compare: Callable[[WorkplaceProfile, Sequence[MicrophoneDevice], JobContext], Comparison]
    take_of_file: Callable[[Path, float, WorkplaceProfile], Take]
    check_new_recordings: Callable[[Path | None, Sequence[Path]], None]
    save: Callable[[Recording, Path], None]
    as_heard: Callable[[Take, CallKind], tuple[Recording, Heard]]
    headset: Check
    say_word: Callable[[CheckWord, JobContext], None]
    set_volume: Callable[[str, float], tuple[Volume, Volume]]
    change_volume: Callable[[str, float], tuple[Volume, Volume]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CliServices:
    """Nothing here is opened or imported before a command calls it.

    `microphones` raises `MicrophoneUnavailableError` where the sound system cannot be asked.
    `read_profile` and `use_profile` raise `ProfileError`; `write_report` raises `UserInputError`
    for a place or suffix it cannot write, and so do `keep_turn_password` and
    `forget_turn_password` where there is no keyring.
    """

    data_dir: Path
    readiness: ReadinessService
    active_profile_path: Callable[[], Path]
    read_profile: Callable[[Path], WorkplaceProfile]
    use_profile: Callable[[Path], WorkplaceProfile]
    forget_profile: Callable[[], None]
    microphones: Callable[[], tuple[MicrophoneDevice, ...]]
    chosen_microphone: Callable[[], str]
    sound: SoundServices
    embedded_target: Callable[[str, int], AbstractContextManager[str]]
    check_report_path: Callable[[Path], None]
    write_report: Callable[[ReadinessReport, Path], None]
    self_test: Callable[[], Iterable[SelfTestStep]]
    keep_turn_password: Callable[[WorkplaceProfile, str, JobContext], None]
    forget_turn_password: Callable[[WorkplaceProfile, JobContext], bool]
