"""What the page Settings asks of its services, as jobs."""

from __future__ import annotations

from collections.abc import Mapping

from workspace_assistant.core.errors import SaidError, words_of
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.ui.feature_services import SettingsServices
from workspace_assistant.ui.settings.situation import Seen


def look(services: SettingsServices, _ctx: JobContext, /) -> Seen:
    """May raise `SaidError` or OSError."""
    profile, place = services.profile()
    return Seen(
        kept=dict(services.kept()),
        managed=services.managed(),
        faults=services.faults(),
        profile=profile,
        profile_place=place,
        microphone=services.microphone(),
        path=str(services.path),
    )


def keep(services: SettingsServices, values: Mapping[str, str], _ctx: JobContext, /) -> str:
    """Why nothing was kept; empty where all of it was."""
    try:
        services.keep(values)
    except (SaidError, OSError) as error:
        return reason_of(error)
    return ""


def reason_of(error: Exception) -> str:
    """The error's sentence, a phrase where it is one."""
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return words_of(error)
