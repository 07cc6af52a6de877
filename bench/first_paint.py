"""First paint of the window beside that of a bare PySide6 window, in turns, in fresh processes.

Run ``python bench/first_paint.py [--runs 9]``. Wall time counts from before the interpreter starts
until the first paint event of the window has been handled. Platform: offscreen, or the display.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

WATCH = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Watcher(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            QTimer.singleShot(0, self.end)
        return False

    def end(self):
        print(time.time())
        sys.stdout.flush()
        os._exit(0)

"""
BARE = (
    WATCH
    + """
app = QApplication([])
watcher = Watcher()
app.installEventFilter(watcher)
window = QWidget()
window.resize(1180, 760)
window.show()
app.exec()
"""
)
OURS = (
    WATCH
    + """
from workspace_assistant.bootstrap.start import run

app = QApplication([])
watcher = Watcher()
app.installEventFilter(watcher)
os.environ["WORKSPACE_ASSISTANT_DATA_DIR"] = sys.argv[1]
run([])
"""
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        times = measure(runs, folder)
    bare, ours = (statistics.median(values) for values in times)
    print(f"bare PySide6 window   {bare * 1000:6.0f} ms   (median of {runs})")
    print(f"workspace-assistant   {ours * 1000:6.0f} ms   (median of {runs})")
    print(f"ratio                 {ours / bare:6.2f}")


def measure(runs: int, folder: str) -> tuple[list[float], list[float]]:
    bare: list[float] = []
    ours: list[float] = []
    for run in range(runs + 1):
        pair = (first_paint_s(BARE, folder), first_paint_s(OURS, folder))
        if run > 0:  # the first pair warms the page cache
            bare.append(pair[0])
            ours.append(pair[1])
    return bare, ours


def first_paint_s(program: str, folder: str) -> float:
    environment = {**os.environ, "XDG_CONFIG_HOME": folder}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # installed programs have their bytecode
    if not os.environ.get("DISPLAY"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    began = time.time()
    answer = subprocess.run(
        [sys.executable, "-c", program, folder],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return float(answer.stdout) - began


if __name__ == "__main__":
    main()
