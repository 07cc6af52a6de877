"""What the commands are given. The composition root fills it; tests fill it with fakes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice
from workspace_assistant.core.readiness.model import Outcome, ReadinessReport
from workspace_assistant.core.readiness.ports import Check
from workspace_assistant.core.readiness.profile.model import (
    MicrophoneRequirement,
    WorkplaceProfile,
)
from workspace_assistant.core.readiness.service import ReadinessService


@dataclass(frozen=True, slots=True)
class SelfTestStep:
    """One thing this installation needs, and why it failed; an empty `fault` is success."""

    name: str
    fault: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CliServices:
    """Nothing here is opened or imported before a command calls it.

    `read_profile` and `use_profile` raise `ProfileError`; `analyze_file` raises `UserInputError`;
    `write_report` raises `UserInputError` for a place or suffix it cannot write, and so do
    `keep_turn_password` and `forget_turn_password` where there is no keyring.
    """

    data_dir: Path
    readiness: ReadinessService
    active_profile_path: Callable[[], Path]
    read_profile: Callable[[Path], WorkplaceProfile]
    use_profile: Callable[[Path], WorkplaceProfile]
    forget_profile: Callable[[], None]
    microphones: Callable[[], tuple[MicrophoneDevice, ...]]
    chosen_microphone: Callable[[], str]
    record_live: Check
    analyze_file: Callable[[Path, float, MicrophoneRequirement], Outcome]
    embedded_target: Callable[[str, int], AbstractContextManager[str]]
    check_report_path: Callable[[Path], None]
    write_report: Callable[[ReadinessReport, Path], None]
    self_test: Callable[[], Iterable[SelfTestStep]]
    keep_turn_password: Callable[[WorkplaceProfile, str, JobContext], None]
    forget_turn_password: Callable[[WorkplaceProfile, JobContext], bool]
