"""Self-checks of workplaces on the database of a data directory."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.ergonomics_store import SqliteAssessmentStore
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.core.ergonomics.service import ErgonomicsService

if TYPE_CHECKING:
    from workspace_assistant.core.ergonomics.model import Durations


def ergonomics_service(data_dir: Path) -> ErgonomicsService:
    """The file is opened by the first method that needs it."""
    return ErgonomicsService(
        store=SqliteAssessmentStore(Database(data_dir / DATABASE_NAME)),
        now=lambda: datetime.now(UTC),
        new_id=lambda: uuid4().hex,
        zone=_zone_name,
        logged=partial(_logged, data_dir),
    )


def _zone_name() -> str:
    from workspace_assistant.adapters.system.time_zone import zone_name

    return zone_name()


def _logged(data_dir: Path, workplace: str, /) -> Durations:
    from workspace_assistant.bootstrap.facts import logged_durations

    return logged_durations(data_dir, workplace)
