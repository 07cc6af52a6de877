"""The page Your data on a data directory: backups, a restore, publishing, and the end of it all."""

from __future__ import annotations

import importlib.util
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.collectors import collector
from tests.fakes.data_dirs import add_reports, damage, database_of, report_ids
from tests.fakes.held_keys import held_keys, use_store
from tests.fakes.publishing import a_wifi_report
from tests.fakes.secret_store import MemoryStore
from tests.fakes.wording import EnglishWording
from tests.gui.data_visit import Visit
from workspace_assistant.adapters.secrets import kept_secrets
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore
from workspace_assistant.bootstrap.data_page import data_services
from workspace_assistant.bootstrap.encryption import DataEncryption
from workspace_assistant.bootstrap.encryption_page import encryption_services
from workspace_assistant.bootstrap.publishing_page import publishing_services
from workspace_assistant.bootstrap.start import _end_what_was_cut_short
from workspace_assistant.core.data_keeping.erasing import Erasing
from workspace_assistant.core.data_keeping.model import DataKind
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.ui.data.erasing_window import ErasingWindow
from workspace_assistant.ui.feature_services import DataServices
from workspace_assistant.ui.job_runner import JobRunner

ROOT = Path(__file__).resolve().parents[2]
WORDS = EnglishWording()


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    path = tmp_path / "data"
    add_reports(path, 1)
    return path


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> MemoryStore:
    store = MemoryStore()
    monkeypatch.setattr(kept_secrets, "_system_store", lambda: store)
    return store


@pytest.fixture
def keys() -> Iterator[MemoryStore]:
    with held_keys() as store:
        yield store


@pytest.fixture
def visit(qtbot: QtBot, runner: JobRunner, data_dir: Path, keyring: MemoryStore) -> Visit:
    return Visit(qtbot, runner, data_services(data_dir), publishing_services(data_dir))


def test_what_was_is_restored_after_a_look_at_it(visit: Visit, data_dir: Path) -> None:
    page = visit.page
    assert visit.headline == "There is no backup yet"
    visit.click(page.backups.back_up)
    assert page.backups.remark.sentence.startswith("Backed up and verified: ")
    add_reports(data_dir, 2, 3)
    (row, *_) = page.backups.rows
    visit.click(row.look_inside)
    told = visit.words(page.backups.restore)
    assert "In it: readiness checks (1)." in told
    assert "Readiness checks: 3 now, 1 then; 2 would be gone." in told
    assert report_ids(data_dir) == {"report-1", "report-2", "report-3"}
    visit.click(page.backups.restore.restore)
    assert report_ids(data_dir) == {"report-1"}
    assert "before-restore.zip" in page.backups.remark.sentence
    assert [one.isVisible() for one in page.backups.rows] == [True, True]


@pytest.mark.skipif(
    importlib.util.find_spec("sqlcipher3") is None, reason="the extra encryption is not installed"
)
def test_what_is_encrypted_in_the_window_is_all_there(
    qtbot: QtBot, runner: JobRunner, data_dir: Path, keys: MemoryStore, tmp_path: Path
) -> None:
    add_reports(data_dir, 2, 3)
    kept = data_services(data_dir), publishing_services(data_dir), encryption_services(data_dir)
    visit = Visit(qtbot, runner, *kept)
    card = visit.page.encryption
    visit.click(card.encrypt)
    key = visit.encryption.situation.key
    card.key.file_chosen.emit(str(tmp_path / "key.txt"))
    visit.settle()
    assert (tmp_path / "key.txt").read_text().strip() == key
    assert (tmp_path / "key.txt").stat().st_mode & 0o077 == 0
    group = visit.encryption.situation.asked_group
    assert group is not None
    card.key.typed.setText(key.split("-")[group])
    visit.click(card.key.encrypt)
    assert card.remark.sentence == "The data is encrypted. Its key is in the keyring."
    sealed = database_of(data_dir).with_name("workspace-assistant.sqlite3.encrypted")
    assert not sealed.read_bytes().startswith(b"SQLite format 3")
    assert report_ids(data_dir) == {"report-1", "report-2", "report-3"}
    add_reports(data_dir, 4)

    visit.click(card.show_key)
    assert visit.encryption.situation.key == key
    visit.click(card.key.leave)
    assert card.anew.isVisible()  # this program still has the plain file open
    with qtbot.waitSignal(visit.session.restart_wanted):
        card.anew.click()
    _end_what_was_cut_short(data_dir)
    assert not database_of(data_dir).exists()

    visit.click(card.decrypt)
    visit.click(card.do_decrypt)
    assert card.remark.sentence == "The data is not encrypted any more."
    assert report_ids(data_dir) == {"report-1", "report-2", "report-3", "report-4"}
    assert keys.kept  # what was printed stays right


@pytest.mark.skipif(
    importlib.util.find_spec("sqlcipher3") is None, reason="the extra encryption is not installed"
)
def test_data_whose_key_is_not_here_is_opened_by_its_recovery_key(
    qtbot: QtBot, runner: JobRunner, data_dir: Path, keys: MemoryStore
) -> None:
    encryption = DataEncryption(data_dir)
    key = encryption.recovery_key_to_be()
    encryption.encrypt(key)
    use_store(MemoryStore())  # another computer
    kept = data_services(data_dir), publishing_services(data_dir), encryption_services(data_dir)
    visit = Visit(qtbot, runner, *kept)
    page = visit.page
    assert visit.headline == "Your data is encrypted, and its key is not here"
    visit.click(page.hero.button)
    assert page.encryption.written.hasFocus()
    page.encryption.written.setText(key.lower())
    visit.click(page.encryption.unlock)
    assert page.encryption.remark.sentence == "The key is in the keyring, and opens the data."
    assert visit.headline == "There is no backup yet"
    assert report_ids(data_dir) == {"report-1"}
    assert keys.kept


def test_files_elsewhere_are_backups_as_well(visit: Visit, tmp_path: Path) -> None:
    page, stick = visit.page, tmp_path / "stick.zip"
    page.backups.backup_file_chosen.emit(str(stick))
    visit.settle()
    assert stick.is_file()
    assert str(stick) in visit.words(page.backups)
    page.backups.backup_file_chosen.emit(str(stick))
    visit.settle()
    assert "nothing is replaced" in page.backups.remark.sentence
    page.backups.look_wanted.emit(str(tmp_path / "none.zip"))
    visit.settle()
    assert not page.backups.restore.isVisible()
    assert "none.zip" in page.backups.remark.sentence
    page.export.file_chosen.emit(str(tmp_path / "all.zip"))
    visit.settle()
    assert (tmp_path / "all.zip").is_file()
    assert f"files are in {tmp_path / 'all.zip'}" in page.export.remark.sentence


def test_a_damaged_database_is_said_and_restored(
    qtbot: QtBot, runner: JobRunner, data_dir: Path, keyring: MemoryStore
) -> None:
    data_services(data_dir).back_up(None, JobContext(lambda _: None))
    damage(database_of(data_dir), 0)
    visit = Visit(qtbot, runner, data_services(data_dir), publishing_services(data_dir))
    assert visit.headline == "The database is damaged"
    visit.click(visit.page.hero.button)
    visit.click(visit.page.backups.restore.restore)
    assert "The damaged database is kept as" in visit.page.backups.remark.sentence
    assert report_ids(data_dir) == {"report-1"}
    assert visit.headline.startswith("The last backup is of ")


def test_what_is_older_goes_when_that_is_chosen(visit: Visit, data_dir: Path) -> None:
    at = int(datetime(2020, 1, 1, tzinfo=UTC).timestamp() * 1e6)
    with closing(Database(database_of(data_dir))) as database, database.transaction() as writer:
        writer.execute(
            "INSERT INTO line_minute (started_at, document) VALUES (?, ?)", (at, json.dumps({}))
        )
    keep = visit.page.keep
    visit.click(keep.open)
    visit.click(keep.rows[DataKind.LINE_MINUTES].ages._chips["90d"])
    assert "1 entry is older and goes now." in visit.words(keep)
    visit.click(keep.take_out)
    assert keep.remark.sentence.endswith("1 entry was taken out.")
    with closing(sqlite3.connect(database_of(data_dir))) as connection:
        assert connection.execute("SELECT count(*) FROM line_minute").fetchone() == (0,)


def test_it_is_published_to_a_collector_and_ended(
    visit: Visit, data_dir: Path, keyring: MemoryStore
) -> None:
    card = visit.page.publish
    database = Database(database_of(data_dir))
    SqliteReportStore(database).add(a_wifi_report(1))
    with collector() as receiver:
        visit.click(card.set_up)
        card.form.address.setText(receiver.url)
        card.form.token.setText("canary-7f31")
        visit.click(card.form.show_payload)
        assert receiver.came == []
        visit.click(card.payload.agree)
        assert list(keyring.kept.values()) == ["canary-7f31"]
        visit.click(card.send)
        assert card.remark.sentence == "There was nothing to send."  # nothing from before
        SqliteReportStore(database).add(a_wifi_report(2))
        visit.click(card.send)
        assert card.remark.sentence == "Sent 2 messages."
        assert [one.path for one in receiver.came] == ["/v1/logs", "/v1/metrics"]
        assert receiver.came[0].headers["Authorization"] == "Bearer canary-7f31"
    visit.click(card.turn_off)
    visit.click(card.do_turn_off)
    assert card.remark.sentence == "Off. Nothing is sent any more."
    assert keyring.kept == {}
    database.close()


# --- erasing


def erasing_window(services: DataServices, runner: JobRunner, found: Erasing) -> ErasingWindow:
    return ErasingWindow(lambda ctx: services.erase(found, ctx, False), found, runner, WORDS)


def test_it_is_refused_while_another_has_it_open_and_done_then(
    qtbot: QtBot, runner: JobRunner, data_dir: Path, keyring: MemoryStore
) -> None:
    services = data_services(data_dir)
    ours = Database(database_of(data_dir))  # held open by the window; it lets go
    SqliteReportStore(ours).recent(1)
    window = erasing_window(services, runner, services.erasing())
    qtbot.addWidget(window)
    window.show()
    with closing(sqlite3.connect(database_of(data_dir))) as other:
        other.execute("SELECT count(*) FROM readiness_report").fetchone()
        window.start()
        assert not window.close()  # while it goes on
        qtbot.waitUntil(lambda: window.headline == "Nothing was erased", timeout=20_000)
        assert "Another program has the data open" in window.lines[0]
    assert database_of(data_dir).exists()
    window.again.click()
    qtbot.waitUntil(lambda: window.headline == "Everything is erased", timeout=20_000)
    assert not data_dir.exists()
    with qtbot.waitSignal(window.left):
        window.anew.click()
    assert window.begins_anew


def test_what_breaks_is_told(qtbot: QtBot, runner: JobRunner, data_dir: Path) -> None:
    def broken(_: JobContext) -> None:
        raise ZeroDivisionError

    window = ErasingWindow(broken, data_services(data_dir).erasing(), runner, WORDS)
    qtbot.addWidget(window)
    window.refuse("A part of this program did not end in time.")
    assert not window.again.isVisibleTo(window)
    window.start()
    qtbot.waitUntil(lambda: window.headline == "Not everything was erased", timeout=20_000)


WHOLE_WAY = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from workspace_assistant.adapters.secrets import kept_secrets
from workspace_assistant.ui.data.erasing_window import ErasingWindow
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName
from tests.fakes.secret_store import MemoryStore

kept_secrets._system_store = MemoryStore
app, steps = QApplication([]), []
data_dir = Path(sys.argv[1])

def shown(kind):
    return next((w for w in app.topLevelWidgets() if isinstance(w, kind) and w.isVisible()), None)

def step():
    window, end = shown(MainWindow), shown(ErasingWindow)
    if not steps and window is not None and window._companions is not None:
        window.show_page(PageName.DATA)
        if window.sessions.data.situation.seen is not None:
            window.sessions.data.look_at_all()
            steps.append("looked")
    elif steps == ["looked"] and window.sessions.data.situation.erasing is not None:
        erase = window.pages.data.erase
        erase.word.setText("erase")
        steps.append("confirmed")
        erase.erase.click()
    elif end is not None and end.anew.isVisible():
        steps.append(end.headline)
        left = [one.name for one in data_dir.iterdir()] if data_dir.exists() else []
        steps.append(" ".join(left))
        end.anew.click()
    elif len(steps) == 4 and window is not None:
        steps.append("anew")
        window.leave()

timer = QTimer()
timer.timeout.connect(step)
timer.start(50)
from workspace_assistant.bootstrap.start import run
code = run(["--data-dir", str(data_dir)])
print("|".join(steps), code)
"""


def test_the_whole_way_from_the_page_to_a_new_beginning(tmp_path: Path, data_dir: Path) -> None:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path),
        "WORKSPACE_ASSISTANT_NO_KEEPER": "1",
    }
    answer = subprocess.run(
        [sys.executable, "-c", WHOLE_WAY, str(data_dir)],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert answer.stdout.strip() == "looked|confirmed|Everything is erased||anew 0", answer.stderr
