"""What ten years of logging cost: opening a day, listing a week, starting and stopping.

Run ``python bench/focus_log.py [--years 10] [--runs 15]``. It logs through the program's own
store, which takes a minute or two, then prints a table of medians and worst cases. Wall time;
whole processes count from before the interpreter starts.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.changes import Change, difference
from workspace_assistant.core.focus.documents import block_document
from workspace_assistant.core.focus.model import (
    Block,
    Cause,
    Channel,
    Gap,
    GapReason,
    Interruption,
    Origin,
)
from workspace_assistant.core.focus.ports import FocusWriter
from workspace_assistant.core.focus.service import FocusService

DATABASE_NAME = "workspace-assistant.sqlite3"
BLOCKS_A_YEAR = 5000
INTERRUPTIONS = 3  # in each block, on average
WHOSE = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
NAMES = [f"{what} {number}" for what in ("Refunds", "Chat", "Mail", "Case") for number in range(50)]


Times = dict[str, list[tuple[float, float]]]


def new_id() -> str:
    return uuid.uuid4().hex


def blocks(years: float) -> list[Block]:
    """Twenty a day on 250 days of each year, the last of them yesterday."""
    chance = random.Random(4)
    found: list[Block] = []
    today = datetime.now(UTC).replace(hour=7, minute=0, second=0, microsecond=0)
    day = 0
    while len(found) < years * BLOCKS_A_YEAR:
        day += 1
        if day % 365 < 250:
            start = today - timedelta(days=day)
            found += [a_block(start + timedelta(minutes=25 * n), chance) for n in range(20)]
    return found[::-1]


def a_block(start: datetime, chance: random.Random) -> Block:
    def after(minutes: float) -> datetime:
        return start + timedelta(minutes=minutes)

    interruptions = tuple(
        Interruption(
            id=new_id(),
            cause=chance.choice([*Cause]),
            origin=Origin.EXTERNAL,
            at=after(2 + 3 * n),
            ended_at=after(3 + 3 * n),
            note="the neighbors' drill, again" if n == 0 else "",
        )
        for n in range(chance.choice((INTERRUPTIONS - 1, INTERRUPTIONS, INTERRUPTIONS + 1)))
    )
    gap = Gap(
        id=new_id(),
        started_at=after(18),
        ended_at=after(20),
        reason=GapReason.IDLE,
        is_unanswered=chance.random() < 0.02,
    )
    return Block(
        id=new_id(),
        name=chance.choice(NAMES),
        channel=chance.choice([*Channel]),
        tags=("queue", "late"),
        planned_s=1500.0,
        started_at=start,
        ended_at=after(24),
        time_zone="Europe/Madrid",
        utc_offset_s=3600,
        gaps=(gap,),
        interruptions=interruptions,
    )


def log_all(log: SqliteFocusLog, every: list[Block]) -> None:
    """Each block as a day would leave it: an act for the start, for every part, and for the end."""
    for first in range(0, len(every), 500):
        with log.writing() as writer:
            for block in every[first : first + 500]:
                log_one(writer, block)


def log_one(writer: FocusWriter, block: Block) -> None:
    started = replace(block, ended_at=None, gaps=(), interruptions=())
    states: list[tuple[str, Block | None]] = [("", None), ("start", started)]
    parts = block.interruptions
    states += [
        ("interrupt", replace(started, interruptions=parts[: n + 1])) for n in range(len(parts))
    ]
    states += [("away", replace(started, interruptions=parts, gaps=block.gaps)), ("stop", block)]
    for (_, before), (action, after) in pairwise(states):
        changed = difference(before, after)
        if changed is not None:
            writer.record(
                Change(at=block.started_at, actor="window", action=action, differences=(changed,))
            )
    writer.put(block)


def timed_ms(call: Callable[[], object]) -> tuple[float, float]:
    """By the clock on the wall, and of the processor's time: more than one is busy here."""
    begun_s, begun_processor_s = time.perf_counter(), processor_s()
    call()
    return (time.perf_counter() - begun_s) * 1000, (processor_s() - begun_processor_s) * 1000


def processor_s() -> float:
    own, children = (resource.getrusage(who) for who in WHOSE)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def command(data_dir: Path, *arguments: str) -> Callable[[], object]:
    environment = os.environ | {
        "WORKSPACE_ASSISTANT_DATA_DIR": str(data_dir),
        "WORKSPACE_ASSISTANT_NO_KEEPER": "1",
    }
    words = [sys.executable, "-m", "workspace_assistant", "focus", *arguments]
    return lambda: subprocess.run(words, env=environment, check=True, capture_output=True)


def measure(data_dir: Path, every: list[Block], runs: int) -> Times:
    path = data_dir / DATABASE_NAME
    chance = random.Random(5)
    taken: Times = {}

    def take(what: str, call: Callable[[], object]) -> None:
        taken.setdefault(what, []).append(timed_ms(call))

    def day(database: Database, at: datetime) -> list[object]:
        start = at.replace(hour=4)
        with SqliteFocusLog(database).reading() as reader:
            found = reader.between(start, start + timedelta(days=1))
        return [block_document(one) for one in found]

    for _ in range(runs):
        fresh = Database(path)
        take("a day, file just opened", lambda: day(fresh, every[-1].started_at))  # noqa: B023
        take("any day", lambda: day(fresh, chance.choice(every).started_at))  # noqa: B023
        log = SqliteFocusLog(fresh)
        with log.reading() as reader:
            take("names for the start field", lambda: reader.recent_names(12))
            take("questions", lambda: reader.unanswered(20))
            take("latest changes", lambda: reader.changes(20))
            one = chance.choice(every)
            take("a block by its beginning", lambda: reader.find(one.id[:8]))  # noqa: B023
        service = FocusService(log, SystemFocusClock(), new_id, "window")
        take("start", lambda: service.start(Plan(name="Bench")))  # noqa: B023
        take("interrupt", lambda: service.interrupt(Cause.NOISE))  # noqa: B023
        take("stop", service.stop)
        take("has anything changed", log.version)
        fresh.close()
    week = f"{every[-1].started_at - timedelta(days=3):%G-W%V}"
    for _ in range(runs):
        take("whole process: focus list --week --json", command(data_dir, *week_of(week)))
        take("whole process: focus start", command(data_dir, "start", "Bench"))
        take("whole process: focus status --json", command(data_dir, "status", "--json"))
        take("whole process: focus stop", command(data_dir, "stop"))
        take("(a bare interpreter)", lambda: subprocess.run([sys.executable, "-c", ""], check=True))
    return taken


def week_of(week: str) -> tuple[str, ...]:
    return ("list", "--week", week, "--json")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=float, default=10)
    parser.add_argument("--runs", type=int, default=15)
    parsed = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        data_dir = Path(directory)
        every = blocks(parsed.years)
        database = Database(data_dir / DATABASE_NAME)
        built_s = timed_ms(lambda: log_all(SqliteFocusLog(database), every))[0] / 1000
        database.close()
        megabytes = (data_dir / DATABASE_NAME).stat().st_size / 1e6
        interruptions = sum(len(block.interruptions) for block in every)
        print(
            f"{len(every)} blocks, {interruptions} interruptions, {len(every)} gaps; "
            f"{megabytes:.0f} MB, written in {built_s:.0f} s"
        )
        print(f"{'':42} {'median':>9} {'worst':>9} {'processor':>10}")
        for what, times in measure(data_dir, every, parsed.runs).items():
            wall_ms, busy_ms = zip(*times, strict=True)
            median_ms, busy_median_ms = statistics.median(wall_ms), statistics.median(busy_ms)
            print(f"{what:42} {median_ms:6.1f} ms {max(wall_ms):6.1f} ms {busy_median_ms:7.1f} ms")


if __name__ == "__main__":
    main()
