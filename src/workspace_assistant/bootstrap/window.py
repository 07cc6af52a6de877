"""What the window is given."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.adapters.files.choices import PROFILE, ChoicesFile
from workspace_assistant.bootstrap.attending import TrayChoice, WindowAttendance
from workspace_assistant.bootstrap.breaks_page import WindowBreaks
from workspace_assistant.bootstrap.check_in_page import check_in_services
from workspace_assistant.bootstrap.checks import listed_microphones
from workspace_assistant.bootstrap.data_page import data_services
from workspace_assistant.bootstrap.encryption_page import encryption_services
from workspace_assistant.bootstrap.ergonomics_page import ergonomics_services
from workspace_assistant.bootstrap.focus_page import focus_services
from workspace_assistant.bootstrap.language import user_say
from workspace_assistant.bootstrap.line_page import WindowLine
from workspace_assistant.bootstrap.loudness_page import WindowLoudness
from workspace_assistant.bootstrap.microphone_page import microphone_services
from workspace_assistant.bootstrap.publishing_page import publishing_services
from workspace_assistant.bootstrap.readiness import drop_profile, keep_profile, readiness_service
from workspace_assistant.bootstrap.report_file import write_report
from workspace_assistant.bootstrap.settings_page import settings_services
from workspace_assistant.bootstrap.shifts_page import shift_services
from workspace_assistant.bootstrap.week_page import week_services
from workspace_assistant.ui.window_services import WindowServices

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.core.readiness.profile.model import WorkplaceProfile


def window_services(data_dir: Path) -> WindowServices:
    choices = WindowChoices(data_dir, ChoicesFile(data_dir))
    readiness = readiness_service(data_dir)
    attending = WindowAttendance(data_dir, readiness)
    tray, line = TrayChoice(data_dir), WindowLine(data_dir)
    loudness = WindowLoudness(data_dir)
    breaks = WindowBreaks(data_dir, loudness.hear)

    def settled() -> None:
        attending.ring()
        line.ring()
        breaks.ring()

    return WindowServices(
        readiness=readiness,
        default_profile=shipped_profile,
        load_profile=partial(keep_profile, data_dir),
        microphones=listed_microphones,
        write_report=partial(write_report, say=user_say(data_dir)),
        remember=choices.remember,
        recall=choices.recall,
        microphone=microphone_services(data_dir, readiness.store),
        focus=partial(focus_services, data_dir),
        shifts=partial(shift_services, data_dir, settled),
        attend=attending.attend,
        line=line.services,
        breaks=breaks.services,
        loudness=loudness.services,
        ergonomics=partial(ergonomics_services, data_dir),
        check_in=partial(check_in_services, data_dir, attending.ring),
        week=partial(week_services, data_dir),
        data=partial(data_services, data_dir),
        encryption=partial(encryption_services, data_dir),
        publishing=partial(publishing_services, data_dir),
        settings=partial(settings_services, data_dir, settled),
        keeps_in_tray=tray.keeps,
        keep_in_tray=tray.keep,
    )


def shipped_profile() -> WorkplaceProfile:
    from workspace_assistant.adapters.files.profile_file import default_profile_path, read_profile

    return read_profile(default_profile_path())


@dataclass(frozen=True, slots=True)
class WindowChoices:
    """The window's choices; the profile is the copy that the command line uses as well."""

    data_dir: Path
    file: ChoicesFile

    def recall(self, name: str) -> str:
        if name != PROFILE:
            return self.file.recall(name)
        from workspace_assistant.adapters.files.profile_file import (
            active_profile_path,
            default_profile_path,
        )

        path = active_profile_path(self.data_dir)
        return "" if path == default_profile_path() else str(path)

    def remember(self, name: str, value: str) -> None:
        if name != PROFILE:
            self.file.remember(name, value)
        elif not value:
            drop_profile(self.data_dir)
