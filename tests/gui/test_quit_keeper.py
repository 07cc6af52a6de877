"""Window and keeper in processes of their own: one hands the running block to the other."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.core.focus.ports import Heartbeat

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")

ROOT = Path(__file__).parents[2]
LIMIT_S = 30.0
FOCUS = [sys.executable, "-m", "workspace_assistant", "focus"]
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from workspace_assistant.bootstrap.window import window_services
from workspace_assistant.ui.app import run_window

app = QApplication([])
if sys.argv[2] == "hidden":
    QTimer.singleShot(500, lambda: [one.hide() for one in app.topLevelWidgets()])
sys.exit(run_window(window_services(Path(sys.argv[1]))))
"""


class Desk:
    """A log of its own, looked at from outside."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        kept = {key: value for key, value in os.environ.items() if "DISPLAY" not in key}
        self.environment = {
            **kept,
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_CONFIG_HOME": str(folder),
            "WORKSPACE_ASSISTANT_DATA_DIR": str(folder),
            "PULSE_SERVER": f"unix:{folder}/none",
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/none",
            "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={folder}/none",
        }
        self.database = Database(folder / DATABASE_NAME)
        self.log = SqliteFocusLog(self.database)
        self.windows: list[subprocess.Popen[bytes]] = []

    def focus(self, *arguments: str) -> None:
        subprocess.run(
            [*FOCUS, *arguments], env=self.environment, check=True, capture_output=True, timeout=60
        )

    def open(self, stands: str = "shown") -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", WINDOW, str(self.folder), stands]
        self.windows.append(subprocess.Popen(command, env=self.environment, cwd=ROOT))
        return self.windows[-1]

    @property
    def beat(self) -> Heartbeat | None:
        with self.log.reading() as log:
            return log.heartbeat()

    @property
    def is_running(self) -> bool:
        with self.log.reading() as log:
            return log.open_block() is not None

    def until_watched_by(self, kind: str, but: str = "") -> str:
        """The name of the watcher."""
        eventually(
            lambda: (
                (beat := self.beat) is not None
                and beat.watcher_kind == kind
                and beat.watcher != but
            ),
            f"a {kind} watches",
        )
        assert self.beat is not None
        return self.beat.watcher

    def close(self) -> None:
        """The keeper ends with its block, and a window at once."""
        for window in self.windows:
            window.kill()
            window.wait()
        if self.is_running:
            self.focus("stop")
        self.database.close()


def eventually(is_so: Callable[[], bool], what: str) -> None:
    deadline_s = time.monotonic() + LIMIT_S
    while not is_so():
        assert time.monotonic() < deadline_s, what
        time.sleep(0.05)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize("stands", ["shown", "hidden"])
def test_the_end_of_the_session_hands_the_block_to_a_keeper_and_the_next_start_takes_it_back(
    stands: str, desk: Desk
) -> None:
    desk.focus("start", "Refund queue", "--for", "50m", "--no-watch")
    window = desk.open(stands)
    first = desk.until_watched_by("window")
    time.sleep(1.0)  # hidden by now
    begun_s = time.monotonic()
    window.send_signal(signal.SIGTERM)
    assert window.wait(10) == 128 + signal.SIGTERM
    assert time.monotonic() - begun_s < 5
    assert desk.is_running
    keeper = desk.until_watched_by("keeper")
    desk.open()
    second = desk.until_watched_by("window")
    assert len({first, keeper, second}) == 3


def test_without_a_block_no_keeper_is_started(desk: Desk) -> None:
    desk.focus("start", "Refund queue", "--no-watch")
    window = desk.open()
    desk.until_watched_by("window")
    desk.focus("stop")
    window.send_signal(signal.SIGTERM)
    assert window.wait(10) == 128 + signal.SIGTERM
    beat = desk.beat
    assert beat is None or beat.watcher_kind != "keeper"
