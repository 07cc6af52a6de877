"""What the page of settings is given. Nothing is opened before it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
    from workspace_assistant.ui.feature_services import SettingsServices


def settings_services(data_dir: Path, settled: Callable[[], None]) -> SettingsServices:
    """*settled* is called after each change: what watches settings looks anew at once."""
    from workspace_assistant.adapters.files.choices import ChoicesFile
    from workspace_assistant.adapters.files.settings_file import SETTINGS_NAME
    from workspace_assistant.ui.feature_services import SettingsServices

    choices = ChoicesFile(data_dir)

    def keep(values: Mapping[str, str]) -> None:
        choices.remember_all(values)
        settled()

    return SettingsServices(
        kept=choices.recall_all,
        keep=keep,
        managed=choices.managed,
        faults=choices.faults,
        profile=lambda: _profile(data_dir),
        microphone=lambda: choices.recall("microphone_name") or choices.recall("microphone"),
        path=data_dir / SETTINGS_NAME,
    )


def _profile(data_dir: Path) -> tuple[WorkplaceProfile | None, str]:
    """A profile that became unusable is told of on Readiness."""
    from workspace_assistant.adapters.files.profile_file import (
        active_profile_path,
        default_profile_path,
        read_profile,
    )
    from workspace_assistant.core.errors import UserInputError
    from workspace_assistant.core.readiness.profile.faults import ProfileError

    path = active_profile_path(data_dir)
    place = "" if path == default_profile_path() else str(path)
    try:
        return read_profile(path), place
    except (ProfileError, UserInputError, OSError):
        return None, place
