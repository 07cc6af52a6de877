"""Check-ins on the database of a data directory."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from workspace_assistant.adapters.files.choices import ChoicesFile
from workspace_assistant.adapters.sqlite.check_in_store import SqliteCheckInStore
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_frames import SqliteShiftFrames
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.keeping_choices import keeping_choice
from workspace_assistant.bootstrap.present_zone import present_zone, user_zone
from workspace_assistant.core.check_in.model import PlannedShift
from workspace_assistant.core.check_in.service import CheckInService

if TYPE_CHECKING:
    from workspace_assistant.cli.check_in_tools import CheckInTools
    from workspace_assistant.core.spans import Span


def check_in_service(data_dir: Path) -> CheckInService:
    """The file is opened by the first method that needs it."""
    database = Database(data_dir / DATABASE_NAME)
    return CheckInService(
        store=SqliteCheckInStore(database),
        now=lambda: datetime.now(UTC),
        new_id=lambda: uuid4().hex,
        zone=present_zone,
        shifts_between=partial(_shifts, SqliteShiftFrames(database)),
        switches=ChoicesFile(data_dir),
        in_call=_in_call,
    )


def check_in_tools(data_dir: Path) -> CheckInTools:
    """What the `check-in` commands are given."""
    from workspace_assistant.cli.check_in_tools import CheckInTools

    service = check_in_service(data_dir)

    def turn(is_on: bool) -> None:  # noqa: FBT001 - a choice is its only argument
        with keeping_choice(data_dir):
            service.turn(on=is_on)

    is_person = sys.stdin is not None and sys.stdin.isatty()
    return CheckInTools(
        check_ins=service, turn=turn, zone=user_zone, ask=_ask if is_person else None
    )


def _shifts(frames: SqliteShiftFrames, span: Span) -> tuple[PlannedShift, ...]:
    return tuple(PlannedShift(id=one.id, span=one.span) for one in frames(span))


def _in_call() -> bool | None:
    from workspace_assistant.adapters.audio.call_sensor import PulseCallSensor

    return PulseCallSensor().in_call()


def _ask(question: str) -> str:
    """Beside the data: the answer to come is no part of standard output."""
    sys.stderr.write(question)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip()
