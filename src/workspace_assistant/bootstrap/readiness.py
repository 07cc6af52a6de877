"""The readiness check, put together for the window and the command line alike."""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant import __version__
from workspace_assistant.adapters.system.check_turn import CheckTurn
from workspace_assistant.adapters.system.clock import SystemClock
from workspace_assistant.adapters.system.together import run_together
from workspace_assistant.bootstrap.checks import checks, preparations
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.readiness.service import ReadinessService
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore
    from workspace_assistant.core.readiness.profile.model import WorkplaceProfile

_NOT_KEPT = QT_TRANSLATE_NOOP("readiness", "cannot be kept in {path}: {reason}")
_UNREMOVED = QT_TRANSLATE_NOOP("readiness", "{path}: cannot be removed: {reason}")


def readiness_service(data_dir: Path) -> ReadinessService:
    store = DeferredReportStore(data_dir / DATABASE_NAME)
    return ReadinessService(
        checks=checks(data_dir, store),
        preparations=preparations(),
        store=store,
        clock=SystemClock(),
        run_together=run_together,
        app_version=__version__,
        addresses_of=_addresses_of,
        turn=check_turn(data_dir).held,
    )


@cache
def check_turn(data_dir: Path) -> CheckTurn:
    """One for all checks of this program, so that one that runs by itself gives way."""
    return CheckTurn(data_dir)


def _addresses_of(hosts: frozenset[str], ctx: JobContext) -> frozenset[str] | None:
    from workspace_assistant.adapters.network.host_addresses import addresses_of

    return addresses_of(hosts, ctx)


class DeferredReportStore:
    """The real store, imported and opened when it is first asked: after the window's first paint.

    Implements the port `ReportStore`.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, report: ReadinessReport) -> None:
        self._store.add(report)

    def recent(self, limit: int) -> tuple[ReadinessReport, ...]:
        return self._store.recent(limit) if self._path.exists() else ()

    def find(self, report_id: str) -> ReadinessReport | None:
        return self._store.find(report_id)

    @cached_property
    def _store(self) -> SqliteReportStore:
        from workspace_assistant.adapters.sqlite.database import Database
        from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore

        return SqliteReportStore(Database(self._path))


def drop_profile(data_dir: Path) -> None:
    """Measures against the shipped profile again. Raises `UserInputError` when it cannot."""
    from workspace_assistant.adapters.files.profile_file import forget_profile

    try:
        forget_profile(data_dir)
    except OSError as error:
        raise UserInputError(
            _UNREMOVED, path=str(error.filename), reason=str(error.strerror)
        ) from error


def keep_profile(data_dir: Path, path: Path) -> WorkplaceProfile:
    """Measures against *path* from now on. Raises `ProfileError`; changes nothing when it does.

    The one that is used already is read alone: of an organization's nothing could be kept.
    """
    from workspace_assistant.adapters.files.profile_file import (
        active_profile_path,
        read_profile,
        use_profile,
    )
    from workspace_assistant.core.readiness.profile.faults import ProfileError

    try:
        if path == active_profile_path(data_dir):
            return read_profile(path)
        return use_profile(path, data_dir)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ProfileError((Phrase(_NOT_KEPT, path=str(data_dir), reason=reason),)) from error
