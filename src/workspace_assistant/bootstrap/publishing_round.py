"""Sends what waits, for the job that attends to shifts. Costs one look at the database when off."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.core.jobs import JobContext

if TYPE_CHECKING:
    from workspace_assistant.core.preshift.attendance import Round
    from workspace_assistant.core.publishing.service import PublishingService

_IS_ON = "SELECT count(*) FROM publishing"


def publishing_round(data_dir: Path, database: Database) -> Round:
    @cache
    def made() -> PublishingService:
        from workspace_assistant.bootstrap.publishing import publishing_service

        return publishing_service(data_dir, database)

    def attend(ctx: JobContext) -> datetime | None:
        with database.reading() as connection:
            is_on = bool(connection.execute(_IS_ON).fetchone()[0])
        return made().attend(ctx) if is_on else None

    return attend
