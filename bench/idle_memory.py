"""Memory of the program that waits in the tray, beside its floors: a bare window, bare Python.

Run ``python bench/idle_memory.py [--bundle PROGRAM] [--seconds 60]``; needs Xvfb and trayer. All
start at once on a screen of their own, with homes and buses of their own; after a minute RSS and
PSS are read (proc(5), smaps_rollup) of each with all processes that it started. RSS counts what
several share in each of them; PSS shares it out.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

LIMIT_MB = 120.0
_START_LIMIT_S = 20.0
_BARE_PYTHON = "import time; time.sleep(10_000)"
_BARE_WINDOW = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.resize(1180, 760)
window.show()
app.exec()
"""


@dataclass(frozen=True, slots=True)
class Memory:
    rss_mb: float
    pss_mb: float
    processes: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bundle", type=Path)
    parser.add_argument("--seconds", type=float, default=60.0)
    options = parser.parse_args()
    programs = {
        "python -c sleep": [sys.executable, "-c", _BARE_PYTHON],
        "bare PySide6 window": [sys.executable, "-c", _BARE_WINDOW],
        "checkout in the tray": [sys.executable, "-m", "workspace_assistant", "--in-tray"],
    }
    if options.bundle:
        programs["bundle in the tray"] = [str(options.bundle.absolute()), "--in-tray"]
    found = measure(programs, options.seconds)
    for name, one in found.items():
        rss = f"RSS {one.rss_mb:6.1f} MB, PSS {one.pss_mb:6.1f} MB"
        print(f"{name:<22} {rss}, {one.processes} processes")
    print(f"aim: RSS in the tray at most {LIMIT_MB:.0f} MB")


def measure(programs: dict[str, list[str]], seconds: float) -> dict[str, Memory]:
    with ExitStack() as stack:
        display = stack.enter_context(screen())
        stack.enter_context(running(["trayer"], display))
        started = {
            name: stack.enter_context(running(words, display)) for name, words in programs.items()
        }
        time.sleep(seconds)
        for name, process in started.items():
            if process.poll() is not None:
                raise SystemExit(f"{name} ended with {process.returncode}")
        return {name: memory_of(process.pid) for name, process in started.items()}


@contextmanager
def screen() -> Iterator[str]:
    read_fd, write_fd = os.pipe()
    words = ["Xvfb", "-displayfd", str(write_fd), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    server = subprocess.Popen(words, pass_fds=(write_fd,), stderr=subprocess.DEVNULL)
    os.close(write_fd)
    try:
        with os.fdopen(read_fd) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def running(words: list[str], display: str) -> Iterator[subprocess.Popen[bytes]]:
    """The program with a home of its own, until the end of the block."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        kept = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        own = {"DISPLAY": display, "HOME": home, "XDG_RUNTIME_DIR": home, "XDG_CONFIG_HOME": home}
        process = subprocess.Popen(words, env={**kept, **own}, stderr=subprocess.DEVNULL)
        try:
            yield process
        finally:
            process.terminate()
            process.wait(_START_LIMIT_S)


def memory_of(pid: int) -> Memory:
    """Of the process and of all that it started."""
    pids = list(family(pid))
    read = [rollup(one) for one in pids]
    return Memory(sum(one[0] for one in read), sum(one[1] for one in read), len(pids))


def family(pid: int) -> Iterator[int]:
    yield pid
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield from family(int(child))


def rollup(pid: int) -> tuple[float, float]:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    told = dict(line.split(":", 1) for line in lines[1:])
    return tuple(int(told[name].split()[0]) / 1024 for name in ("Rss", "Pss"))  # type: ignore[return-value] # of two


if __name__ == "__main__":
    main()
