"""A program that attends to shifts, on a data directory of the test's own, and what it costs."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.fakes.shifts import a_shift, subscription
from workspace_assistant.adapters.files.choices import ChoicesFile
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.shift_store import SqliteShiftStore
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.core.preshift.settings import FIRST_MINUTES, SECOND_MINUTES
from workspace_assistant.core.shifts.model import FeedState, Shift

ROOT = Path(__file__).parents[2]
_RUNNER = [sys.executable, "-m", "tests.lab.attendance_runner"]
_TICKS_PER_S = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """Attributes: `cpu_fraction` of one core, children too; `wake_ups` of all threads."""

    cpu_fraction: float
    wake_ups: int


@dataclass(frozen=True)
class Attending:
    process: subprocess.Popen[str]

    def line(self, what: str) -> tuple[datetime, str]:
        """The next line of that kind: its instant, and what it says."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            kind, at, detail = line.rstrip("\n").split(" ", 2)
            if kind == what:
                return datetime.fromisoformat(at), detail
        raise AssertionError(f"it ended without {what}")

    def cost(self, seconds: float) -> Cost:
        """Measured from when it has settled: it has looked, and waits."""
        self.line("looked")
        time.sleep(2)
        cpu_s, wake_ups, begun_s = self._cpu_s(), self._wake_ups(), time.monotonic()
        time.sleep(seconds)
        passed_s = time.monotonic() - begun_s
        return Cost((self._cpu_s() - cpu_s) / passed_s, self._wake_ups() - wake_ups)

    def _threads(self) -> Sequence[Path]:
        return list(Path(f"/proc/{self.process.pid}/task").iterdir())

    def _cpu_s(self) -> float:
        own_ns = sum(int((one / "schedstat").read_text().split()[0]) for one in self._threads())
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return own_ns / 1e9 + sum(map(int, fields[13:15])) / _TICKS_PER_S

    def _wake_ups(self) -> int:
        return sum(_voluntary(one) for one in self._threads())


def _voluntary(thread: Path) -> int:
    lines = (thread / "status").read_text().splitlines()
    counts = (line.split()[1] for line in lines if line.startswith("voluntary_ctxt_switches"))
    return int(next(counts))


@contextmanager
def attending(folder: Path, *, check_s: float = 0) -> Iterator[Attending]:
    """Each part of a check takes *check_s*. It ends as by ``kill -9``."""
    environment = {
        **os.environ,
        "PULSE_SERVER": f"unix:{folder}/none",
        "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={folder}/none",
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/none",
    }
    process = subprocess.Popen(
        [*_RUNNER, str(folder), str(check_s)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield Attending(process)
        finally:
            process.kill()


def planned(folder: Path, starts_at: datetime, *, minutes_before: int) -> None:
    """A shift, a subscription that is fresh, and a check so many minutes before."""
    choices = ChoicesFile(folder)
    choices.remember(FIRST_MINUTES, str(minutes_before))
    choices.remember(SECOND_MINUTES, "0")
    database = Database(folder / DATABASE_NAME)
    now = datetime.now(UTC)
    state = FeedState(
        source_id="feed",
        succeeded_at=now,
        tried_at=now,
        next_try_at=now + timedelta(hours=6),
        known_until=now + timedelta(days=60),
    )
    with SqliteShiftStore(database).writing() as shifts:
        shifts.put_source(subscription())
        shifts.put_feed_state(state)
        shifts.put(_shift(starts_at))
    database.close()


def _shift(starts_at: datetime) -> Shift:
    made = a_shift("2026-11-23 09:00", "2026-11-23 17:00", source="feed")
    return replace(made, starts_at=starts_at, ends_at=starts_at + timedelta(hours=8))
