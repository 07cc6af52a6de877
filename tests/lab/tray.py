"""A screen with a tray for icons, of the test's own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.lab.desktop import eventually, screen


@contextmanager
def desktop_with_tray(runtime_dir: Path) -> Iterator[dict[str, str]]:
    """A screen with a tray for icons; gives the variables that programs find it by."""
    with screen() as here:
        found = {"DISPLAY": here.display, "XDG_RUNTIME_DIR": str(runtime_dir)}
        tray = subprocess.Popen(
            ["trayer"],
            env={"PATH": "/usr/bin:/bin", "HOME": str(runtime_dir), **found},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            eventually(lambda: _has_tray(found), "there is a tray")
            yield {**found, "QT_QPA_PLATFORM": "xcb", "XDG_SESSION_TYPE": "x11"}
        finally:
            tray.kill()
            tray.wait()


def _has_tray(desktop: dict[str, str]) -> bool:
    script = (
        "from PySide6.QtWidgets import QApplication, QSystemTrayIcon;"
        "app = QApplication([]); print(QSystemTrayIcon.isSystemTrayAvailable())"
    )
    environment = {**os.environ, **desktop, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-c", script]
    asked = subprocess.run(command, env=environment, capture_output=True, check=True, timeout=30)
    return asked.stdout.strip() == b"True"
