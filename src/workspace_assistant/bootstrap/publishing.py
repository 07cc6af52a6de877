"""Publishing, put together for the command line, the window and the job that attends to shifts."""

from __future__ import annotations

import random
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from workspace_assistant import __version__
from workspace_assistant.adapters.files.choices import ChoicesFile
from workspace_assistant.adapters.otlp.receiver import OtlpReceiver
from workspace_assistant.adapters.secrets.collector_token import CollectorTokenKeyring
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.outbox import SqliteOutbox
from workspace_assistant.adapters.system.telling_turn import TellingTurn
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.publish_token import token_of_environment
from workspace_assistant.bootstrap.publishing_weeks import ToldWeeks
from workspace_assistant.core.publishing.proposal import proposed
from workspace_assistant.core.publishing.service import PublishingService

if TYPE_CHECKING:
    from workspace_assistant.cli.publish_tools import PublishTools
    from workspace_assistant.core.publishing.model import Proposal

_LOCK_NAME = "publishing.lock"


def publishing_service(data_dir: Path, database: Database | None = None) -> PublishingService:
    """Opens nothing by itself; all of it blocks. What sends is imported when there is something."""
    database = database or Database(data_dir / DATABASE_NAME)
    return PublishingService(
        outbox=SqliteOutbox(database),
        receiver=OtlpReceiver(__version__),
        tokens=CollectorTokenKeyring(token_of_environment()),
        weeks=ToldWeeks(data_dir, database),
        turn=TellingTurn(data_dir, _LOCK_NAME).taken,
        now=lambda: datetime.now(UTC),
        steady_s=time.monotonic,
        jitter=random.SystemRandom().random,
        new_id=lambda: str(uuid4()),
        app_version=__version__,
        proposal=lambda: _proposed(data_dir),
    )


def _proposed(data_dir: Path) -> Proposal | None:
    managed = ChoicesFile(data_dir).managed()
    return proposed(managed.preset, managed.lock)


def publish_tools(data_dir: Path) -> PublishTools:
    from workspace_assistant.bootstrap.present_zone import user_zone
    from workspace_assistant.cli.publish_tools import PublishTools

    return PublishTools(service=publishing_service(data_dir), zone=user_zone)
