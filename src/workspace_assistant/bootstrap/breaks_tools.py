"""What the `breaks` commands are given."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from workspace_assistant.bootstrap.breaks import break_service
from workspace_assistant.bootstrap.keeping_choices import keeping_choice
from workspace_assistant.bootstrap.present_zone import user_zone
from workspace_assistant.cli.breaks_services import BreakTools, LoudnessTools
from workspace_assistant.core.breaks.model import Modes, Settings
from workspace_assistant.core.breaks.ports import Choices
from workspace_assistant.core.breaks.service import BreakService


@dataclass(frozen=True, slots=True)
class _ToldChoices:
    """Implements the port `Choices`; a choice that cannot be kept is told in a sentence."""

    choices: Choices
    data_dir: Path

    def settings(self) -> Settings:
        return self.choices.settings()

    def keep(self, settings: Settings) -> None:
        with keeping_choice(self.data_dir):
            self.choices.keep(settings)

    def modes(self) -> Modes:
        return self.choices.modes()

    def keep_modes(self, modes: Modes) -> None:
        with keeping_choice(self.data_dir):
            self.choices.keep_modes(modes)


def break_tools(data_dir: Path) -> BreakTools:
    def service() -> BreakService:
        made = break_service(data_dir)
        return replace(made, choices=_ToldChoices(made.choices, data_dir))

    def loudness() -> LoudnessTools:
        from workspace_assistant.bootstrap.loudness import Loudness

        return Loudness(data_dir)

    return BreakTools(service=service, zone=user_zone, loudness=loudness)
