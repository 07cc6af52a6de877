"""A file whose pages are damaged: nothing is made worse, and it is said what can be done."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest

from tests.fakes.focus import MONDAY, CountingId, FakeClock
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.service import FocusService

PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "log.sqlite3"
    database = Database(path)
    clock = FakeClock(MONDAY)
    acts = FocusService(SqliteFocusLog(database), clock, CountingId(), "window")
    for number in range(40):
        acts.start(Plan(name=f"Block {number}", tags=("tag",) * 20))
        clock.advance(600)
        acts.stop()
    database.close()
    return path


def damaged(path: Path, page: int, content: bytes) -> None:
    whole = bytearray(path.read_bytes())
    whole[page * PAGE : page * PAGE + len(content)] = content
    path.write_bytes(whole)


def said(path: Path) -> str:
    """What is said where the log is read, and written to; empty where both go well."""
    database = Database(path)
    acts = FocusService(SqliteFocusLog(database), FakeClock(MONDAY), CountingId(), "window")
    try:
        with acts.log.reading() as log:
            log.find("")
            log.changes(1000)
        acts.undo_last()
    except StoreUnavailableError as error:
        return str(error)
    finally:
        database.close()
    return ""


def test_any_damaged_page_is_named_as_such_or_does_no_harm(path: Path) -> None:
    whole, draw = path.read_bytes(), random.Random(7)
    sentences = set()
    for page in range(len(whole) // PAGE):
        damaged(path, page, draw.randbytes(PAGE))
        sentences.add(said(path))
        path.write_bytes(whole)
    assert sentences == {
        "",
        f"{path}: the file is damaged. {ADVICE}",
        f"{path}: the file is not a database, or no longer one. {ADVICE}",
    }


ADVICE = (
    "Nothing was changed there. No backup lies beside it. "
    "To restore one from elsewhere: workspace-assistant data restore FILE"
)


def test_a_copy_from_an_earlier_version_is_named(path: Path) -> None:
    copy = path.with_name(f"{path.name}.before-5.bak")
    copy.write_bytes(path.read_bytes())
    damaged(path, 0, b"\0" * PAGE)

    assert said(path).endswith(
        f"Restore the newest good backup: workspace-assistant data restore {copy.name}"
    )


def test_a_backup_that_is_damaged_itself_is_passed_over(path: Path) -> None:
    folder = path.parent / "backups"
    folder.mkdir()
    for day in (20, 21, 22):
        with zipfile.ZipFile(folder / f"2026-11-{day}T080000.000Z-automatic.zip", "w") as archive:
            archive.writestr("log.sqlite3", path.read_bytes())
    newest = folder / "2026-11-22T080000.000Z-automatic.zip"
    newest.write_bytes(newest.read_bytes().replace(b"SQLite", b"sqlite"))
    (folder / "2026-11-21T080000.000Z-automatic.zip").write_bytes(b"cut sho")
    damaged(path, 0, b"\0" * PAGE)

    assert said(path).endswith("data restore 2026-11-20T080000.000Z-automatic.zip")
