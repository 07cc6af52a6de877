"""The whole window in a process of its own: first paint, end, Ctrl-C, faults."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.quiet_computer import on_time, timed
from workspace_assistant.ui.faults import FaultReporter
from workspace_assistant.ui.single_instance import SingleInstance

ROOT = Path(__file__).parents[2]
DEAR = (
    "numpy",
    "sounddevice",
    "soundfile",
    "psutil",
    "speedtest",
    "truststore",
    "sqlite3",
    "asyncio",
    "aioice",
    "cryptography",
    "dns",
    "jeepney",
    "keyring",
    "ssl",
    "multiprocessing",
    "workspace_assistant.core.readiness.culprit",
    "workspace_assistant.core.readiness.path_picture",
    "workspace_assistant.core.readiness.strip_chart",
    "workspace_assistant.core.readiness.voice_path.model",
    "workspace_assistant.core.voice.e_model",
    "workspace_assistant.ui.readiness.path_panel",
)
FIRST_PAINT = """
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

class Watcher(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(" ".join(sys.modules))
            sys.stdout.flush()
            import os
            os._exit(0)
        return False

from workspace_assistant.ui.app import run_window
from workspace_assistant.ui.window_services import WindowServices
from workspace_assistant.core.readiness.service import ReadinessService

class Clock:
    def now(self):
        from datetime import UTC, datetime
        return datetime.now(UTC)

watcher = Watcher()
app = QApplication([])
app.installEventFilter(watcher)
refuse = lambda *arguments: (_ for _ in ()).throw(AssertionError("called before the first paint"))
service = ReadinessService(
    checks={}, store=None, clock=Clock(), run_together=refuse, app_version="0"
)
run_window(WindowServices(
    readiness=service, default_profile=refuse, load_profile=refuse, microphones=refuse,
    write_report=refuse, remember=refuse, recall=refuse, microphone=None,
    focus=refuse, shifts=refuse, attend=refuse, line=refuse, breaks=refuse,
    loudness=refuse, ergonomics=refuse, check_in=refuse, week=refuse, data=refuse,
    encryption=refuse, publishing=refuse, settings=refuse, keeps_in_tray=refuse,
    keep_in_tray=refuse,
))
"""
OPEN_AND_WAIT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tests.fakes.window import WindowWorld
from workspace_assistant.ui.app import run_window

app = QApplication([])
world = WindowWorld()
world.hold()

def act():
    window = next(w for w in app.topLevelWidgets() if hasattr(w, "session"))
    window.session.start_check()
    QTimer.singleShot(300, lambda: {action})

QTimer.singleShot(500, act)
sys.exit(run_window(world.services))
"""


def run(program: str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path),
    }
    return subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_nothing_dear_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    answer = run(FIRST_PAINT, tmp_path)
    assert answer.returncode == 0, answer.stderr
    imported = set(answer.stdout.split())
    assert "workspace_assistant.ui.today.page" in imported
    assert imported.isdisjoint(DEAR), imported & set(DEAR)


@timed
def test_closing_over_a_running_check_ends_the_program(tmp_path: Path) -> None:
    answer = run(OPEN_AND_WAIT.replace("{action}", "window.close()"), tmp_path)
    assert answer.returncode == 0
    with on_time():  # a job that gets no processor for seconds is left behind, and that is said
        assert answer.stderr == ""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@timed
def test_ctrl_c_ends_the_program(tmp_path: Path) -> None:
    kill = f"__import__('os').kill(__import__('os').getpid(), {int(signal.SIGINT)})"
    answer = run(OPEN_AND_WAIT.replace("{action}", kill), tmp_path)
    assert answer.returncode == 130
    with on_time():
        assert answer.stderr == ""


class TestFaults:
    @pytest.fixture
    def reporter(self) -> Iterator[FaultReporter]:
        made = FaultReporter()
        made.install()
        yield made
        made.uninstall()

    def test_a_fault_in_a_slot_is_logged_and_told(
        self, qtbot: QtBot, reporter: FaultReporter, caplog: pytest.LogCaptureFixture
    ) -> None:
        def broken() -> None:
            raise ValueError("broken slot")

        with qtbot.waitSignal(reporter.happened):
            QTimer.singleShot(0, broken)
        assert "unforeseen fault" in caplog.text
        assert "broken slot" in caplog.text

    def test_a_fault_in_a_thread_is_logged_and_told(
        self, qtbot: QtBot, reporter: FaultReporter, caplog: pytest.LogCaptureFixture
    ) -> None:
        def broken() -> None:
            raise ValueError("broken thread")

        thread = threading.Thread(target=broken)
        with qtbot.waitSignal(reporter.happened):
            thread.start()
        thread.join()
        assert "broken thread" in caplog.text

    def test_hooks_are_given_back(self) -> None:
        before = (sys.excepthook, threading.excepthook)
        reporter = FaultReporter()
        reporter.install()
        assert sys.excepthook != before[0]
        reporter.uninstall()
        assert (sys.excepthook, threading.excepthook) == before


FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tests.fakes.window import WindowWorld
from workspace_assistant.ui.app import Start, run_window

app = QApplication([])

def look():
    window = next(w for w in app.topLevelWidgets() if hasattr(w, "session"))
    if not hidden and window.pages.today.is_filled:
        hidden.append(window.hide())
        print("hidden", flush=True)
    elif hidden and window.isVisible():
        print("up", flush=True)
        window.leave()

hidden = []
timer = QTimer()
timer.timeout.connect(look)
timer.start(50)
sys.exit(run_window(WindowWorld().services, Start(directory=Path(sys.argv[1]))))
"""
SECOND = """
import sys
from pathlib import Path
from workspace_assistant.ui.app import Start, run_window
sys.exit(run_window(None, Start(directory=Path(sys.argv[1]))))
"""


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(tmp_path),
    }


def test_a_second_start_brings_the_first_window_up(tmp_path: Path, home: dict[str, str]) -> None:
    data = str(tmp_path / "data")
    command = [sys.executable, "-c", FIRST, data]
    with subprocess.Popen(command, env=home, cwd=ROOT, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "hidden\n"
        second = subprocess.run(
            [sys.executable, "-c", SECOND, data], env=home, cwd=ROOT, timeout=30, check=False
        )
        assert second.returncode == 0
        assert first.stdout.readline() == "up\n"
        assert first.wait(10) == 0


def test_a_first_one_that_does_not_answer_is_told_of(tmp_path: Path, home: dict[str, str]) -> None:
    holder = SingleInstance(tmp_path / "data")
    assert holder.claim()
    second = subprocess.run(
        [sys.executable, "-c", SECOND, str(tmp_path / "data")],
        env=home,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    holder.release()
    assert second.returncode == 3
    assert "runs already, but does not answer" in second.stderr
