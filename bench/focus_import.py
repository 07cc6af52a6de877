"""What taking over a large foreign log costs: reading it, looking at it, writing it, undoing it.

Run ``python -m bench.focus_import [--entries 50000]``. It writes a report as Toggl's into a folder
of its own and imports it through the program's own store. Wall time and processor time, and how
long at most another program that acts all the while had to wait.
"""

from __future__ import annotations

import argparse
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event, Thread
from typing import TypeVar

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
from workspace_assistant.bootstrap.time_logs import read_log
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.exchange_service import ExchangeService
from workspace_assistant.core.focus.model import Cause
from workspace_assistant.core.focus.service import FocusService

ResultT = TypeVar("ResultT")

FIRST_DAY = datetime(2016, 1, 4, 7)  # noqa: DTZ001 (the report holds local times)
HEAD = "Project,Description,Start date,Start time,End date,End time,Duration,Tags"


def report(entries: int) -> str:
    """Twenty entries a day, one after the other."""
    lines = [HEAD]
    for number in range(entries):
        start = FIRST_DAY + timedelta(days=number // 20, minutes=25 * (number % 20))
        end = start + timedelta(minutes=24)
        times = f"{start:%Y-%m-%d,%H:%M:%S},{end:%Y-%m-%d,%H:%M:%S},00:24:00"
        lines.append(f'Support,Case {number % 300},{times},"chat, late"')
    return "\n".join(lines)


@contextmanager
def others_acting(folder: Path) -> Iterator[None]:
    """Somebody logs an interruption every half second; prints the longest wait.

    As from another program: on a connection of its own. That it is a thread makes it no faster.
    """
    over = Event()
    waits_s: list[float] = []

    def act() -> None:
        log = SqliteFocusLog(Database(folder / "log.sqlite3"))
        other = FocusService(log, SystemFocusClock(), lambda: uuid.uuid4().hex, "window")
        other.start(Plan(name="Meanwhile"))
        while not over.wait(0.5):
            begun_s = time.perf_counter()
            other.interrupt(Cause.PET)
            waits_s.append(time.perf_counter() - begun_s)
        other.stop()

    thread = Thread(target=act)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
    print(f"{'longest wait of an act meanwhile':36} {max(waits_s, default=0.0):6.2f} s")


def timed(what: str, call: Callable[[], ResultT]) -> ResultT:
    begun_s, begun_processor_s = time.perf_counter(), time.process_time()
    result = call()
    taken_s, busy_s = time.perf_counter() - begun_s, time.process_time() - begun_processor_s
    print(f"{what:36} {taken_s:6.1f} s {busy_s:6.1f} s of the processor")
    return result


def measure(folder: Path, entries: int) -> None:
    file, clock = folder / "toggl.csv", SystemFocusClock()
    file.write_text(report(entries), "utf-8")
    database = Database(folder / "log.sqlite3")
    log = SqliteFocusLog(database)
    exchange = ExchangeService(log, clock, lambda: uuid.uuid4().hex, "import")
    acts = FocusService(log, clock, lambda: uuid.uuid4().hex, "command-line")

    parsed = timed("read", lambda: read_log(clock, file, zone="Europe/Madrid"))
    preview = timed("preview", lambda: exchange.preview(parsed))
    with others_acting(folder):
        change = timed("take over", lambda: exchange.take_over(preview))
    timed("preview, all known already", lambda: exchange.preview(parsed))
    with others_acting(folder):
        timed("undo", lambda: acts.undo(change.id))
    database.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=50_000)
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), parser.parse_args().entries)


if __name__ == "__main__":
    main()
