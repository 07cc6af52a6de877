"""What the `schedule` and `reminders` commands are given."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.adapters.files.preshift_choices import PreshiftChoices
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.why_log import SqliteWhyLog
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.keeping_choices import keeping_choice
from workspace_assistant.bootstrap.own_program import program_words
from workspace_assistant.bootstrap.schedule import schedule_service
from workspace_assistant.cli.schedule_services import ScheduleTools
from workspace_assistant.core.preshift.model import PreshiftSettings

if TYPE_CHECKING:
    from workspace_assistant.cli.schedule_services import Attending
    from workspace_assistant.core.readiness.service import ReadinessService


def schedule_tools(data_dir: Path) -> ScheduleTools:
    """What only `schedule run` needs is imported by that alone."""
    choices = PreshiftChoices(data_dir)

    def keep(settings: PreshiftSettings) -> None:
        with keeping_choice(data_dir):
            choices.keep(settings)

    return ScheduleTools(
        settings=choices.settings,
        keep_settings=keep,
        why_log=SqliteWhyLog(Database(data_dir / DATABASE_NAME)).recent,
        attending=partial(_attending, data_dir),
        open_window=partial(_open_window, data_dir),
        system=partial(schedule_service, data_dir),
    )


def _attending(data_dir: Path) -> Attending:
    from workspace_assistant.bootstrap.attendance import attendance, desktop_notifier
    from workspace_assistant.bootstrap.data_round import backup_keeper
    from workspace_assistant.cli.schedule_services import Attending

    def readiness() -> ReadinessService:
        from workspace_assistant.bootstrap.readiness import readiness_service

        return readiness_service(data_dir)

    notifier = desktop_notifier(data_dir)
    made = attendance(data_dir, readiness, [notifier] if notifier else [])
    keeper = backup_keeper(data_dir, checks_first=False)
    made = replace(made, also=(*made.also, keeper.attend))
    return Attending(
        attend=made.attend_once, listen=notifier.listen if notifier else lambda _limit_s, _ctx: None
    )


def _open_window(data_dir: Path) -> None:
    """In a session of its own: the timer that started this program ends soon."""
    subprocess.Popen(  # noqa: S603 - our own program, no shell
        [*program_words(), "--data-dir", str(data_dir)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
