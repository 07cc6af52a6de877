"""Sends what waits, for the job that attends to shifts. Costs one look at the database when off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.core.jobs import JobContext

if TYPE_CHECKING:
    from workspace_assistant.core.preshift.attendance import Round

_IS_ON = "SELECT count(*) FROM publishing"


def publishing_round(data_dir: Path, database: Database) -> Round:
    def attend(ctx: JobContext) -> datetime | None:
        with database.reading() as connection:
            is_on = bool(connection.execute(_IS_ON).fetchone()[0])
        return _made(data_dir)(ctx) if is_on else None

    return attend


def _made(data_dir: Path) -> Callable[[JobContext], datetime | None]:
    from workspace_assistant.bootstrap.publishing import publishing_service

    return publishing_service(data_dir).attend
