"""What the readiness page has done off the window's thread. Everything here may block."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.core.errors import StoreUnavailableError, UserInputError, words_of
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.faults import ProfileError
from workspace_assistant.core.readiness.service import ReadinessService
from workspace_assistant.ui.readiness.situation import ProfileTrouble
from workspace_assistant.ui.window_services import WindowServices

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.core.readiness.profile.model import WorkplaceProfile

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileAnswer:
    """A profile read, or everything that is wrong with it; `file` is empty for the default."""

    file: str
    profile: WorkplaceProfile | None
    trouble: ProfileTrouble | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What earlier starts left: choices, profile and the last report."""

    profile: WorkplaceProfile
    profile_trouble: ProfileTrouble | None
    microphone: str
    microphone_name: str
    report: ReadinessReport | None
    store_trouble: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedCheck:
    """A report, and why it is not in the history, empty when it is."""

    report: ReadinessReport
    not_saved: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFile:
    """A file for the user, and why it could not be written, empty when it was."""

    file: Path
    trouble: str = ""


def read_opening(services: WindowServices, _ctx: JobContext, /) -> Opening:
    """A kept profile that became unusable gives way to the default, and is told of."""
    file = services.recall("profile")
    answer = _read(services, Path(file) if file else None)
    report, store_trouble = _last_report(services.readiness)
    return Opening(
        profile=answer.profile or services.default_profile(),
        profile_trouble=answer.trouble,
        microphone=services.recall("microphone"),
        microphone_name=services.recall("microphone_name"),
        report=report,
        store_trouble=store_trouble,
    )


def read_profile(services: WindowServices, file: Path | None, _ctx: JobContext, /) -> ProfileAnswer:
    """The profile in *file*, or the default for None."""
    return _read(services, file)


def check_and_save(
    service: ReadinessService, request: CheckRequest, ctx: JobContext, /
) -> FinishedCheck:
    report = service.run(request, ctx)
    try:
        service.save(report)
    except StoreUnavailableError as error:
        return FinishedCheck(report=report, not_saved=words_of(error))
    return FinishedCheck(report=report, not_saved="")


def write_file(
    services: WindowServices, report: ReadinessReport, file: Path, _ctx: JobContext, /
) -> WrittenFile:
    try:
        services.write_report(report, file)
    except (UserInputError, OSError) as error:
        return WrittenFile(file=file, trouble=words_of(error))
    return WrittenFile(file=file)


def keep_choices(services: WindowServices, choices: dict[str, str], _ctx: JobContext, /) -> bool:
    """Whether the choices outlast this start."""
    try:
        for name, value in choices.items():
            services.remember(name, value)
    except OSError as error:
        log.warning("choices could not be kept: %s", error)
        return False
    return True


def _read(services: WindowServices, file: Path | None) -> ProfileAnswer:
    if file is None:
        return ProfileAnswer(file="", profile=services.default_profile())
    try:
        return ProfileAnswer(file=str(file), profile=services.load_profile(file))
    except ProfileError as error:
        faults = error.faults
    except (UserInputError, OSError) as error:
        faults = (words_of(error),)
    trouble = ProfileTrouble(file=file.name, faults=faults)
    return ProfileAnswer(file=str(file), profile=None, trouble=trouble)


def _last_report(service: ReadinessService) -> tuple[ReadinessReport | None, str]:
    try:
        return next(iter(service.recent(1)), None), ""
    except StoreUnavailableError as error:
        return None, words_of(error)
