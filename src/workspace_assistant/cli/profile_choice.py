"""The profile that a command measures against: the named file, else the active one."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.cli.services import CliServices
from workspace_assistant.core.readiness.profile.faults import ProfileError
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile


def chosen_profile(services: CliServices, path: Path | None) -> WorkplaceProfile:
    """Raises `ProfileError` whose faults name the file."""
    source = path or services.active_profile_path()
    return read_named_profile(services, source)


def read_named_profile(services: CliServices, path: Path) -> WorkplaceProfile:
    try:
        return services.read_profile(path)
    except ProfileError as error:
        raise ProfileError(tuple(f"{path}: {fault}" for fault in error.faults)) from error
