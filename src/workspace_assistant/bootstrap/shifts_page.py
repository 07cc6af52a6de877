"""What the Shifts page and the Today page are given. Nothing is opened before it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.core.preshift.model import PreshiftSettings
    from workspace_assistant.ui.feature_services import ShiftServices

_FAULT = QT_TRANSLATE_NOOP("shifts", "{path}: {reason}")


def shift_services(data_dir: Path, settled: Callable[[], None]) -> ShiftServices:
    """Services on the database of *data_dir*; *settled* follows acts that change what is due."""
    from workspace_assistant.adapters.files.preshift_choices import PreshiftChoices
    from workspace_assistant.adapters.sqlite.database import Database
    from workspace_assistant.adapters.sqlite.why_log import SqliteWhyLog
    from workspace_assistant.bootstrap.calendar_file import read_calendar_file
    from workspace_assistant.bootstrap.data_file import DATABASE_NAME
    from workspace_assistant.bootstrap.idle_choice import idle_s, keep_idle_s
    from workspace_assistant.bootstrap.schedule import schedule_service
    from workspace_assistant.bootstrap.shifts import find_calendars, shift_service
    from workspace_assistant.ui.feature_services import ShiftServices

    database = Database(data_dir / DATABASE_NAME)
    choices = PreshiftChoices(data_dir)

    def change_settings(settings: PreshiftSettings) -> None:
        try:
            choices.keep(settings)
        except OSError as error:
            raise _unreadable(error) from error

    def watch_line(is_on: bool) -> None:  # noqa: FBT001 - a switch
        try:
            choices.watch_line(on=is_on)
        except OSError as error:
            raise _unreadable(error) from error

    return ShiftServices(
        shifts=shift_service(data_dir),
        read_file=read_calendar_file,
        find_calendars=find_calendars,
        why_log=SqliteWhyLog(database).recent,
        settings=choices.settings,
        change_settings=change_settings,
        watches_line=choices.watches_line,
        watch_line=watch_line,
        idle_s=partial(idle_s, data_dir),
        keep_idle_s=partial(keep_idle_s, data_dir),
        schedule=schedule_service(data_dir),
        settled=settled,
    )


def _unreadable(error: OSError) -> UserInputError:
    reason = error.strerror or str(error)
    if not error.filename:
        return UserInputError(str(error))
    return UserInputError(_FAULT, path=str(error.filename), reason=reason)
