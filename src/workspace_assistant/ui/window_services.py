"""What the window works with; the composition root fills it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.service import ReadinessService


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowServices:
    """Everything here may block: the window calls it in jobs alone.

    Attributes:
        load_profile: raises `ProfileError`, or `UserInputError` for a file that cannot be read.
        write_report: writes .json, .html or .pdf by the name's ending; raises `UserInputError`.
        remember: keeps a choice between starts; the names are ``microphone``,
            ``microphone_name`` and ``profile``.
        recall: the choice kept under a name, empty when there is none.
    """

    readiness: ReadinessService
    default_profile: Callable[[], WorkplaceProfile]
    load_profile: Callable[[Path], WorkplaceProfile]
    microphones: Callable[[], tuple[MicrophoneDevice, ...]]
    write_report: Callable[[ReadinessReport, Path], None]
    remember: Callable[[str, str], None]
    recall: Callable[[str], str]
