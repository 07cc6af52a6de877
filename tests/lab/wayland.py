"""A Wayland desktop without a screen, a panel and a tray, of the test's own."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.lab.desktop import eventually

_NAME = "wayland-test"


@contextmanager
def wayland_desktop(runtime_dir: Path) -> Iterator[dict[str, str]]:
    """Gives the variables that programs find it by. *runtime_dir* is to be short: for sockets."""
    found = {"XDG_RUNTIME_DIR": str(runtime_dir), "WAYLAND_DISPLAY": _NAME}
    command = ["weston", "--backend=headless-backend.so", f"--socket={_NAME}", "--no-config"]
    process = subprocess.Popen(
        [*command, "--idle-time=0"],
        env={**os.environ, **found},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        eventually((runtime_dir / _NAME).exists, "weston opens its display")
        yield {**found, "QT_QPA_PLATFORM": "wayland", "XDG_SESSION_TYPE": "wayland"}
    finally:
        process.terminate()
        process.wait(timeout=10)
