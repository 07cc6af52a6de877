"""What the page of settings works with, without files."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from pathlib import Path

from tests.fakes import readiness_reports
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.settings.managed import LOCKED, Managed
from workspace_assistant.ui.feature_services import SettingsServices


class SettingsWorld:
    """Everything outside the page, for a test to set up beforehand and to look at after.

    Attributes:
        own: what the person chose, as it is kept.
        told: what was kept, in order.
    """

    def __init__(self) -> None:
        self.own: dict[str, str] = {}
        self.managed = Managed()
        self.faults: tuple[str, ...] = ()
        self.profile: WorkplaceProfile | None = readiness_reports.PROFILE
        self.profile_place = ""
        self.microphone = ""
        self.error: OSError | None = None
        self.told: list[Mapping[str, str]] = []

    @property
    def kept(self) -> dict[str, str]:
        return {**self.managed.preset, **self.own, **self.managed.lock}

    @property
    def services(self) -> SettingsServices:
        return SettingsServices(
            kept=lambda: self.kept,
            keep=self._keep,
            managed=lambda: self.managed,
            faults=lambda: self.faults,
            profile=lambda: (self.profile, self.profile_place),
            microphone=lambda: self.microphone,
            path=Path("/home/kim/.local/share/workspace-assistant/settings.toml"),
        )

    def _keep(self, values: Mapping[str, str]) -> None:
        if self.error is not None:
            raise self.error
        for name, text in values.items():
            if self.managed.lock.get(name, text) != text:
                place = self.managed.place
                raise OSError(errno.EPERM, Phrase(LOCKED, name=name, place=place))
        self.told.append(values)
        self.own = {name: text for name, text in {**self.own, **values}.items() if text}
