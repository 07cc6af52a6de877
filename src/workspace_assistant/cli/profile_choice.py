"""The profile that a command measures against: the named file, else the active one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workspace_assistant.cli.services import CliServices
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.readiness.profile.faults import ProfileError
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_IN = QT_TRANSLATE_NOOP("cli", "{path}: {fault}")


def chosen_profile(services: CliServices, path: Path | None) -> WorkplaceProfile:
    """Raises `ProfileError` whose faults name the file."""
    return read_named_profile(services, path or services.active_profile_path())


def read_named_profile(services: CliServices, path: Path) -> WorkplaceProfile:
    with naming(path):
        return services.read_profile(path)


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Puts the file's name before every fault."""
    try:
        yield
    except ProfileError as error:
        raise ProfileError(
            tuple(Phrase(_IN, path=str(path), fault=fault) for fault in error.faults)
        ) from error
