"""What gathering all facts costs after a year of use: goal 150 ms.

Run ``python bench/facts.py [--days 365] [--runs 15]``. It logs through the program's own stores,
which takes a minute, then prints medians and worst cases of one gathering, in parts: reading the
database, reckoning the facts. Wall time; imports are told apart.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from workspace_assistant.adapters.sqlite.breaks_store import SqliteBreakStore
from workspace_assistant.adapters.sqlite.check_in_store import SqliteCheckInStore
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore
from workspace_assistant.adapters.sqlite.rows import micros
from workspace_assistant.adapters.sqlite.shift_store import SqliteShiftStore
from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.facts import facts_now, sources_at
from workspace_assistant.core.breaks.model import BreakKind, BreakRecord, Outcome
from workspace_assistant.core.check_in.model import Answers, CheckIn
from workspace_assistant.core.facts.gathering import facts_of
from workspace_assistant.core.facts.model import Fact
from workspace_assistant.core.focus.model import (
    Block,
    Cause,
    Channel,
    Interruption,
    Origin,
)
from workspace_assistant.core.line_watch.document import minute_document
from workspace_assistant.core.line_watch.model import Minute, Tally
from workspace_assistant.core.readiness.model import (
    CheckResult,
    Measurement,
    ReadinessReport,
    Series,
    Verdict,
)
from workspace_assistant.core.shifts.model import Shift

GOAL_MS = 150.0
NUMBERS = (
    "microphone.active_speech_level",
    "microphone.noise_floor",
    "microphone.snr",
    "microphone.clipping_events",
    "voice.jitter",
    "voice.loss",
    "bandwidth.upload",
    "computer.cpu_utilization",
)
CHANCE = random.Random(7)


def new_id() -> str:
    return uuid.uuid4().hex


def fill(data: Path, days: int, now: datetime) -> None:
    """Five shifts a week, each with all that is logged in one."""
    starts = [now.replace(hour=8, minute=0) - timedelta(days=day) for day in range(1, days + 1)]
    working = [one for one in starts if one.weekday() < 5]
    database = Database(data / DATABASE_NAME)
    with SqliteFocusLog(database).writing() as log:
        for start in working:
            for block in blocks(start):
                log.put(block)
    with SqliteShiftStore(database).writing() as shifts:
        for start in working:
            shifts.put(shift(start))
    for start in working:
        for hour in (-1, 4):
            SqliteReportStore(database).add(report(start + timedelta(hours=hour)))
        SqliteCheckInStore(database).put(check_in(start + timedelta(hours=8)))
        for hour in range(8):
            SqliteBreakStore(database).put(broken(start + timedelta(hours=hour)))
    with database.transaction() as connection:
        rows = [row for start in working for row in stretches(start)]
        connection.executemany("INSERT INTO activity_stretch VALUES (?, ?, ?, ?)", rows)
        minutes = [row for start in working for row in watched(start)]
        connection.executemany(
            "INSERT INTO line_minute (started_at, document) VALUES (?, ?)", minutes
        )
    database.close()


def blocks(start: datetime) -> Iterator[Block]:
    for number in range(16):
        begun = start + timedelta(minutes=30 * number)
        causes = [CHANCE.choice(list(Cause)) for _ in range(CHANCE.randrange(4))]
        yield Block(
            id=new_id(),
            name=f"Case {CHANCE.randrange(50)}",
            channel=CHANCE.choice(list(Channel)),
            planned_s=1500.0,
            started_at=begun,
            ended_at=begun + timedelta(minutes=CHANCE.randrange(10, 29)),
            time_zone="UTC",
            utc_offset_s=0,
            interruptions=tuple(
                Interruption(
                    id=new_id(),
                    cause=cause,
                    origin=Origin.EXTERNAL,
                    at=begun + timedelta(minutes=1 + minute),
                )
                for minute, cause in enumerate(causes)
            ),
        )


def shift(start: datetime) -> Shift:
    return Shift(
        id=new_id(),
        source_id="hand",
        uid=new_id(),
        starts_at=start,
        ends_at=start + timedelta(hours=8),
        time_zone="UTC",
        utc_offset_s=0,
    )


def report(start: datetime) -> ReadinessReport:
    """Of the size that a whole check has: six series of 400 values."""
    series = tuple(
        Series(
            id=f"s{number}",
            unit="ms",
            step_s=0.1,
            values=tuple(CHANCE.uniform(0, 99) for _ in range(400)),
        )
        for number in range(6)
    )
    measurements = tuple(
        Measurement(id=name, value=CHANCE.uniform(1, 60), unit="", conditions={"device": "Headset"})
        for name in NUMBERS
    )
    check = CheckResult(
        id="all",
        required=True,
        verdict=Verdict.READY,
        duration_s=30,
        measurements=measurements,
        series=series,
    )
    return ReadinessReport(
        id=new_id(),
        app_version="1",
        started_at=start,
        finished_at=start,
        time_zone="UTC",
        profile_name="p",
        profile_digest="d",
        verdict=Verdict.READY,
        bytes_used=0,
        checks=(check,),
    )


def check_in(at: datetime) -> CheckIn:
    answers = Answers(eyes=CHANCE.randrange(1, 6), contact=2, hard_contacts=3)
    return CheckIn(id=new_id(), at=at, since=at - timedelta(hours=8), until=at, answers=answers)


def broken(due_at: datetime) -> BreakRecord:
    outcome = CHANCE.choice(list(Outcome))
    return BreakRecord(id=new_id(), kind=BreakKind.REST, due_at=due_at, outcome=outcome)


def stretches(start: datetime) -> Iterator[tuple[str, str, int, int]]:
    """Eighty a day."""
    for number in range(80):
        begun = start + timedelta(minutes=6 * number)
        kind = CHANCE.choice(["active", "active", "call", "away"])
        yield (new_id(), kind, micros(begun), micros(begun + timedelta(minutes=6)))


def watched(start: datetime) -> Iterator[tuple[int, str]]:
    for number in range(480):
        at = start + timedelta(minutes=number)
        minute = Minute(started_at=at, seconds=60, server=Tally(sent=60))
        yield micros(at), json.dumps(minute_document(minute))


def timed(act: Callable[[], object], runs: int) -> list[float]:
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        act()
        times.append(1000 * (time.perf_counter() - begun))
    return times


def imports_ms() -> float:
    """In a process of its own."""
    words = "import time; t = time.perf_counter(); import workspace_assistant.bootstrap.facts; "
    done = subprocess.run(
        [sys.executable, "-c", f"{words}print(time.perf_counter() - t)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return 1000 * float(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    reading = SystemFocusClock().read()
    now = reading.wall_at
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        fill(data, options.days, now)
        sources = sources_at(data, reading, UTC)
        known = sum(isinstance(one, Fact) for one in facts_of(sources).values())
        print(f"{known} facts known after {options.days} days; imports {imports_ms():.0f} ms")
        for name, act in {
            "reading": lambda: sources_at(data, reading, UTC),
            "reckoning": lambda: facts_of(sources),
            "facts_now": lambda: facts_now(data),
        }.items():
            times = timed(act, options.runs)
            print(
                f"{name:<10} median {statistics.median(times):6.1f} ms, worst {max(times):6.1f} ms"
            )
        print(f"goal of facts_now: {GOAL_MS:.0f} ms")


if __name__ == "__main__":
    main()
