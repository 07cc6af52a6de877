"""The real program on a desktop of the test's own, which tells how its window and icon stand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

_ANSWER_S = 30.0
# What the program itself does is untouched; a line on standard input asks or acts.
_SCRIPT = """
import json, os, sys
from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from workspace_assistant import bootstrap

def window():
    from workspace_assistant.ui.main_window import MainWindow
    made = [one for one in app.topLevelWidgets() if isinstance(one, MainWindow)]
    return made[0] if made else None

def state():
    main = window()
    icons = main.findChildren(QSystemTrayIcon) if main else []
    return {
        "platform": QGuiApplication.platformName(),
        "has_tray": QSystemTrayIcon.isSystemTrayAvailable(),
        "is_shown": main is not None and main.isVisible(),
        "has_icon": any(one.isVisible() and not one.geometry().isEmpty() for one in icons),
        "hears_starts": "PySide6.QtNetwork" in sys.modules,
    }

def act():
    for word in os.read(0, 1000).decode().split():
        if word == "close":
            window().close()
        elif word == "leave":
            window().leave()
        else:
            print(json.dumps(state()), flush=True)

app = QApplication(["workspace-assistant"])
notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
notifier.activated.connect(act)
sys.exit(bootstrap.run(sys.argv[1:]))
"""


@dataclass(frozen=True, slots=True)
class State:
    platform: str
    has_tray: bool
    is_shown: bool
    has_icon: bool
    hears_starts: bool


class RunningProgram:
    def __init__(self, environment: Mapping[str, str], *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", _SCRIPT, *arguments],
            env={**os.environ, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._told: SimpleQueue[str] = SimpleQueue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def state(self) -> State:
        self.act("state")
        return State(**json.loads(self._told.get(timeout=_ANSWER_S)))

    def act(self, word: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()

    def ended(self) -> int:
        """Its exit code, once it has ended."""
        return self.process.wait(timeout=_ANSWER_S)

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._told.put(line)


@contextmanager
def program(environment: Mapping[str, str], data_dir: Path, *more: str) -> Iterator[RunningProgram]:
    own = {**environment, "XDG_CONFIG_HOME": str(data_dir.with_name("config"))}
    one = RunningProgram(own, "--data-dir", str(data_dir), *more)
    try:
        yield one
    finally:
        one.process.kill()
        one.process.communicate()
