"""What the window does with a data directory: what is stopped leaves nothing, and it lets go."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.data_dirs import add_reports, database_of
from workspace_assistant.adapters.sqlite.database import Database, let_go
from workspace_assistant.bootstrap.data_page import data_services
from workspace_assistant.bootstrap.publishing_page import publishing_services
from workspace_assistant.core.data_keeping.model import DataKind
from workspace_assistant.core.jobs import JobCancelledError, JobContext

CTX = JobContext(lambda _: None)


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    path = tmp_path / "data"
    add_reports(path, 1)
    return path


def stopped() -> JobContext:
    ctx = JobContext(lambda _: None)
    ctx.cancel()
    return ctx


def test_where_it_lies_and_what_is_in_it(data_dir: Path, tmp_path: Path) -> None:
    services = data_services(data_dir)
    made = services.back_up(None, CTX)
    elsewhere = services.back_up(tmp_path, CTX)
    place = services.place()
    assert place.data_dir == str(data_dir)
    assert place.database_bytes >= database_of(data_dir).stat().st_size
    assert place.backups_bytes == made.size_bytes
    assert place.elsewhere == (elsewhere.path,)
    assert services.newest_good() == Path(made.path).name
    counts = {one.kind: one.rows for one in services.contents().kinds}
    assert counts[DataKind.CHECKS] == 1


def test_what_is_stopped_leaves_nothing_behind(data_dir: Path, tmp_path: Path) -> None:
    services, target = data_services(data_dir), tmp_path / "all.zip"
    with pytest.raises(JobCancelledError):
        services.back_up(None, stopped())
    with pytest.raises(JobCancelledError):
        services.export(target, stopped())
    assert services.backups() == ()
    assert list((data_dir / "backups").iterdir()) == []
    assert [one.name for one in tmp_path.iterdir()] == ["data"]
    assert "README.txt" in services.export(target, CTX)


def test_every_connection_to_one_file_is_let_go(data_dir: Path, tmp_path: Path) -> None:
    ours, other = Database(database_of(data_dir)), Database(tmp_path / "other.sqlite3")
    for one in (ours, other):
        with one.reading() as connection:
            connection.execute("SELECT 1")
    let_go(database_of(data_dir))
    assert (ours._opened, len(other._opened)) == ([], 1)
    other.close()


def test_publishing_is_off_and_sends_nothing(data_dir: Path) -> None:
    services = publishing_services(data_dir)
    assert services.status().consent is None
    assert services.send(CTX).sent == 0
