"""The time logs that must keep the contract: the one in memory and the real one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.focus import MemoryFocusLog
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.core.focus.ports import FocusLog


@pytest.fixture(params=["memory", "sqlite"])
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[FocusLog]:
    if request.param == "memory":
        yield MemoryFocusLog()
        return
    database = Database(tmp_path / "data" / "test.sqlite3")
    yield SqliteFocusLog(database)
    database.close()


@pytest.fixture
def other(log: FocusLog, tmp_path: Path) -> Iterator[FocusLog]:
    """The same log, as another program opens it."""
    if isinstance(log, MemoryFocusLog):
        yield log
        return
    database = Database(tmp_path / "data" / "test.sqlite3")
    yield SqliteFocusLog(database)
    database.close()
