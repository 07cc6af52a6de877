"""What the `settings` commands are given."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from workspace_assistant.adapters.files.choices import ChoicesFile
from workspace_assistant.adapters.files.settings_file import SETTINGS_NAME
from workspace_assistant.bootstrap.keeping_choices import keeping_choice
from workspace_assistant.cli.settings_tools import SettingsTools


def settings_tools(data_dir: Path) -> SettingsTools:
    choices = ChoicesFile(data_dir)

    def keep(values: Mapping[str, str]) -> None:
        with keeping_choice(data_dir):
            choices.remember_all(values)

    return SettingsTools(
        path=data_dir / SETTINGS_NAME,
        kept=choices.recall_all,
        keep=keep,
        managed=choices.managed,
    )
