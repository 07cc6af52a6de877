"""What the open window costs: a window of its own on a log of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.lab.desktop import PrivateBus, eventually, screen

ROOT = Path(__file__).parents[2]
SETTLED_AFTER_S = 15.0  # imports, first paint, the first beat, the first search for who answers
_TICKS_PER_S = os.sysconf("SC_CLK_TCK")
_FOCUS = [sys.executable, "-m", "workspace_assistant", "focus"]
_START = [*_FOCUS, "start", "Refund queue", "--for", "50m"]
_PLAN = [sys.executable, "-m", "workspace_assistant", "shifts", "pattern", "Mon-Sun 03:00-04:00"]
_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from workspace_assistant.bootstrap.window import window_services
from workspace_assistant.ui.app import run_window
from workspace_assistant.ui.main_window import MainWindow
from workspace_assistant.ui.page_names import PageName

def act():
    window = next(one for one in app.topLevelWidgets() if isinstance(one, MainWindow))
    window.show_page(PageName.FOCUS)
    QTimer.singleShot(2000, lambda: STANDS[sys.argv[2]](window))

def mini(window):
    window.hide()
    window.ensure_companions().toggle_mini()

STANDS = {
    "shown": lambda window: None,
    "hidden": lambda window: window.hide(),
    "minimized": lambda window: window.showMinimized(),
    "mini": mini,
}
app = QApplication([])
QTimer.singleShot(2000, act)
sys.exit(run_window(window_services(Path(sys.argv[1]))))
"""


@dataclass(frozen=True)
class TreeCost:
    """Of a process and all that it started.

    Attributes:
        cpu_fraction: of one core, user and system.
        wake_ups_per_s: voluntary context switches of all threads: each is a thread that slept.
        by_thread: the same for each thread, most first, with its name.
        processes: how many there were at the end.
    """

    cpu_fraction: float
    wake_ups_per_s: float
    by_thread: tuple[tuple[str, float], ...]
    processes: int


@dataclass(frozen=True)
class OpenWindow:
    process: subprocess.Popen[bytes]
    environment: Mapping[str, str]

    def focus(self, *arguments: str) -> None:
        subprocess.run([*_FOCUS, *arguments], env=self.environment, check=True, capture_output=True)

    def cost(self, seconds: float) -> TreeCost:
        """Measured from when it has settled."""
        eventually(lambda: len(_threads(self.process.pid)) > 1, "the window works")
        time.sleep(SETTLED_AFTER_S)
        return tree_cost(self.process.pid, seconds)


def tree_cost(pid: int, seconds: float) -> TreeCost:
    cpu_s, switches, begun_s = _cpu_s(pid), _switches(pid), time.monotonic()
    time.sleep(seconds)
    passed_s = time.monotonic() - begun_s
    after = _switches(pid)
    rates = {
        f"{thread.parts[2]}/{(thread / 'comm').read_text().strip()}/{thread.name}": (
            (count - switches.get(thread, 0)) / passed_s
        )
        for thread, count in after.items()
    }
    return TreeCost(
        cpu_fraction=(_cpu_s(pid) - cpu_s) / passed_s,
        wake_ups_per_s=sum(rates.values()),
        by_thread=tuple(sorted(rates.items(), key=lambda one: -one[1])),
        processes=len(_family(pid)),
    )


@contextmanager
def on_a_screen(folder: Path, stands: str, *, is_working: bool = True) -> Iterator[OpenWindow]:
    """On an X server and a bus of its own, where input, locks and sleep can be told."""
    bus = PrivateBus(folder)
    bus.start()
    bus.screen_saver()
    bus.login()
    with screen() as here:
        environment = {
            "DISPLAY": here.display,
            "XDG_SESSION_TYPE": "x11",
            "QT_QPA_PLATFORM": "xcb",
            "DBUS_SESSION_BUS_ADDRESS": bus.address,
            "DBUS_SYSTEM_BUS_ADDRESS": bus.address,
        }
        with opened(folder, stands, environment, is_working=is_working) as window:
            yield window
    bus.stop()


@contextmanager
def offscreen(folder: Path, stands: str) -> Iterator[OpenWindow]:
    """Without a screen and a bus."""
    environment = {
        "QT_QPA_PLATFORM": "offscreen",
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/none",
        "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={folder}/none",
    }
    with opened(folder, stands, environment) as window:
        yield window


@contextmanager
def opened(
    folder: Path, stands: str, desktop: Mapping[str, str], *, is_working: bool = True
) -> Iterator[OpenWindow]:
    """The window over a block that runs, or with planned shifts alone.

    *stands* is a name in its program.
    """
    data = folder / "data"
    inherited = {key: value for key, value in os.environ.items() if "DISPLAY" not in key}
    environment = {
        **inherited,
        **desktop,
        "PULSE_SERVER": f"unix:{folder}/none",
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_RUNTIME_DIR": str(folder),
        "WORKSPACE_ASSISTANT_DATA_DIR": str(data),
        "WORKSPACE_ASSISTANT_NO_KEEPER": "1",
    }
    subprocess.run(
        _START if is_working else _PLAN, env=environment, check=True, capture_output=True
    )
    command = [sys.executable, "-c", _WINDOW, str(data), stands]
    process = subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        yield OpenWindow(process, environment)
    finally:
        process.terminate()
        process.wait()


def _family(pid: int) -> list[int]:
    """The process and its descendants that live."""
    found = [pid]
    for one in found:
        for thread in _threads(one):
            found += map(int, _read(thread / "children").split())
    return found


def _threads(pid: int) -> list[Path]:
    folder = Path(f"/proc/{pid}/task")
    return sorted(folder.iterdir()) if folder.exists() else []


def _cpu_s(pid: int) -> float:
    """To the nanosecond of those that live; in ticks of those that ended meanwhile."""
    living = sum(
        int(_read(thread / "schedstat").split()[0])
        for one in _family(pid)
        for thread in _threads(one)
    )
    ended = _read(Path(f"/proc/{pid}/stat")).rpartition(")")[2].split()[13:15]
    return living / 1e9 + sum(map(int, ended)) / _TICKS_PER_S


def _switches(pid: int) -> dict[Path, int]:
    return {thread: _voluntary(thread) for one in _family(pid) for thread in _threads(one)}


def _voluntary(thread: Path) -> int:
    lines = _read(thread / "status").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("voluntary_ctxt"))


def _read(file: Path) -> str:
    return file.read_text()
