"""Everything the readiness page depends on, as one value; the session changes it, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.ui.readiness.run_progress import RunProgress

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.core.readiness.bandwidth.model import GoodputReading
    from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice
    from workspace_assistant.core.readiness.profile.model import WorkplaceProfile


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileTrouble:
    """A profile file that was chosen and could not be used."""

    file: str
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What the page knows.

    Attributes:
        is_opening: the last report and the choices are still being read.
        report: the newest finished report, of this or an earlier start.
        download: throughput curve of `report`, when it was measured in this session.
        run: the check that runs now, None when none does.
        elapsed_s: how long it has been running.
        fault: why the last run brought no report, an English sentence marked for translation.
        microphone: id of the chosen microphone, empty for the system's default.
        microphone_name: its name for people, empty when not known.
        microphones: what can be chosen, None until the list was asked for.
        is_long: the next check watches the voice path for longer; never together with `is_quick`.
    """

    now: datetime
    is_opening: bool = True
    report: ReadinessReport | None = None
    download: tuple[GoodputReading, ...] = ()
    run: RunProgress | None = None
    elapsed_s: float = 0.0
    fault: str = ""
    profile: WorkplaceProfile | None = None
    profile_trouble: ProfileTrouble | None = None
    microphone: str = ""
    microphone_name: str = ""
    microphones: tuple[MicrophoneDevice, ...] | None = None
    is_quick: bool = False
    is_long: bool = False
