"""What the week costs after ten years of use: goals 100 ms in the window, 400 ms as a process.

Run ``python bench/week.py [--years 10] [--runs 15] [--keep DIRECTORY]``. It logs five shifts a week
through the program's own stores, each with twenty blocks, breaks, activity, a check-in, two reports
and a watched line, which takes some minutes; a directory that has been filled is used again. Then
it prints medians and worst cases: of the read and the reckoning of any week and of twelve weeks of
trends, of `week --json` as a whole process, and what memory a hundred weeks one after the other
leave behind. By the clock on the wall, and of the processor's time: more than one is busy here.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar
from uuid import uuid4
from zoneinfo import ZoneInfo

from workspace_assistant.adapters.sqlite.check_in_store import SqliteCheckInStore
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.adapters.sqlite.rows import micros
from workspace_assistant.adapters.sqlite.shift_store import SqliteShiftStore
from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.week_records import records_of, weeks_span
from workspace_assistant.core.balance.model import Records, Week
from workspace_assistant.core.balance.settings_model import AS_DELIVERED
from workspace_assistant.core.balance.summary import summary_of
from workspace_assistant.core.balance.trends import TREND_WEEKS
from workspace_assistant.core.balance.week import week_of
from workspace_assistant.core.breaks.documents import record_document
from workspace_assistant.core.breaks.model import BreakKind, BreakRecord, Outcome
from workspace_assistant.core.check_in.model import Answers, CheckIn
from workspace_assistant.core.focus.model import (
    Block,
    Cause,
    Channel,
    Gap,
    GapReason,
    Interruption,
    Origin,
)
from workspace_assistant.core.json_text import to_json
from workspace_assistant.core.line_watch.document import event_document, minute_document
from workspace_assistant.core.line_watch.model import EventKind, LineEvent, Minute, Tally
from workspace_assistant.core.readiness.model import (
    CheckResult,
    Measurement,
    ReadinessReport,
    Series,
    Verdict,
)
from workspace_assistant.core.readiness.report import report_document
from workspace_assistant.core.shifts.model import Shift, ShiftBreak

ResultT = TypeVar("ResultT")

ZONE = ZoneInfo("Europe/Madrid")
CHANCE = random.Random(8)
# A whole check keeps six series; their numbers are only there to be heavy.
SERIES = tuple(
    Series(id=f"s{number}", unit="ms", step_s=0.1, values=tuple(range(400))) for number in range(6)
)


def new_id() -> str:
    return uuid4().hex


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def shift_starts(years: float, now: datetime) -> list[datetime]:
    """Monday to Friday; every fourth week at night."""
    today = now.astimezone(ZONE).date()
    found = []
    for days in range(int(365.25 * years), 0, -1):
        on = today - timedelta(days=days)
        if on.weekday() < 5:
            hour = 22 if on.isocalendar().week % 4 == 0 else 8
            local = datetime(on.year, on.month, on.day, hour, tzinfo=ZONE)
            found.append(local.astimezone(UTC))
    return found


def fill(data: Path, starts: Sequence[datetime]) -> None:
    database = Database(data / DATABASE_NAME)
    with SqliteShiftStore(database).writing() as shifts:
        for start in starts:
            shifts.put(a_shift(start))
    with SqliteFocusLog(database).writing() as log:
        for start in starts:
            for block in blocks(start):
                log.put(block)
    with SqliteCheckInStore(database).writing() as check_ins:
        for start in starts:
            check_ins.put(a_check_in(start))
    with database.transaction() as connection:
        many = connection.executemany
        many("INSERT INTO activity_stretch VALUES (?, ?, ?, ?)", rows(activity, starts))
        many("INSERT INTO break_record VALUES (?, ?, ?, ?)", rows(breaks, starts))
        many("INSERT INTO readiness_report VALUES (?, ?, ?, ?, ?, ?)", rows(reports, starts))
        many("INSERT INTO line_event VALUES (?, ?, ?, ?)", rows(line_events, starts))
        many("INSERT INTO line_minute VALUES (?, ?, ?)", rows(line_minutes, starts))
    database.close()


def rows(
    each: Callable[[datetime], Iterator[tuple[object, ...]]], starts: Sequence[datetime]
) -> Iterator[tuple[object, ...]]:
    return (row for start in starts for row in each(start))


def a_shift(start: datetime) -> Shift:
    lunch = ShiftBreak(starts_at=start + minutes(240), ends_at=start + minutes(270))
    return Shift(
        id=new_id(),
        source_id="hand",
        uid=new_id(),
        starts_at=start,
        ends_at=start + minutes(480),
        time_zone=ZONE.key,
        utc_offset_s=3600,
        breaks=(lunch,),
    )


def blocks(start: datetime) -> Iterator[Block]:
    """Twenty, the last of them after hours; three interruptions and a gap in each."""
    for number in range(20):
        begun = start + minutes(25 * number)
        gap = Gap(
            id=new_id(),
            started_at=begun + minutes(18),
            ended_at=begun + minutes(20),
            reason=GapReason.IDLE,
        )
        yield Block(
            id=new_id(),
            name=f"Case {CHANCE.randrange(200)}",
            channel=CHANCE.choice([*Channel]),
            tags=("queue", "late"),
            planned_s=1500.0,
            started_at=begun,
            ended_at=begun + minutes(24),
            time_zone=ZONE.key,
            utc_offset_s=3600,
            gaps=(gap,),
            interruptions=tuple(
                Interruption(
                    id=new_id(),
                    cause=CHANCE.choice([*Cause]),
                    origin=Origin.EXTERNAL,
                    at=begun + minutes(2 + 3 * place),
                    ended_at=begun + minutes(3 + 3 * place),
                    note="the neighbors' drill, again" if place == 0 else "",
                )
                for place in range(3)
            ),
        )


def a_check_in(start: datetime) -> CheckIn:
    end = start + minutes(480)
    answers = Answers(switch_off=CHANCE.randrange(1, 6), contact=CHANCE.randrange(1, 6))
    return CheckIn(id=new_id(), at=end, since=start, until=end, answers=answers)


def activity(start: datetime) -> Iterator[tuple[object, ...]]:
    """Eighty stretches a day."""
    for number in range(80):
        begun = start + minutes(6 * number)
        kind = CHANCE.choice(["active", "active", "call", "away"])
        yield new_id(), kind, micros(begun), micros(begun + minutes(6))


def breaks(start: datetime) -> Iterator[tuple[object, ...]]:
    """A rest break and four micro-breaks an hour."""
    for number in range(40):
        due_at = start + minutes(12 * number)
        kind = BreakKind.MICRO if number % 5 else BreakKind.REST
        one = BreakRecord(
            id=new_id(),
            kind=kind,
            due_at=due_at,
            began_at=due_at,
            ended_at=due_at + minutes(5 if kind is BreakKind.REST else 0.5),
            outcome=CHANCE.choice([*Outcome]),
        )
        assert one.outcome
        yield one.id, micros(due_at), one.outcome.value, json.dumps(record_document(one))


def reports(start: datetime) -> Iterator[tuple[object, ...]]:
    """One before the shift, one in it."""
    for minute in (-15, 240):
        at = start + minutes(minute)
        verdict = CHANCE.choice([Verdict.READY, Verdict.READY, Verdict.CAUTION])
        document = report_document(a_report(at, verdict))
        yield new_id(), document["started_at"], ZONE.key, 3600, verdict.value, to_json(document)


def a_report(at: datetime, verdict: Verdict) -> ReadinessReport:
    numbers = tuple(Measurement(id=f"voice.{one}", value=7.5, unit="ms") for one in range(8))
    check = CheckResult(
        id="voice-path",
        required=True,
        verdict=verdict,
        duration_s=30,
        measurements=numbers,
        series=SERIES,
    )
    return ReadinessReport(
        id=new_id(),
        app_version="1",
        started_at=at,
        finished_at=at + minutes(1),
        time_zone=ZONE.key,
        profile_name="p",
        profile_digest="d",
        verdict=verdict,
        bytes_used=0,
        checks=(check,),
    )


def line_events(start: datetime) -> Iterator[tuple[object, ...]]:
    for minute in (30, 200):
        at = start + minutes(minute + CHANCE.randrange(60))
        end = at + timedelta(seconds=20)
        one = LineEvent(id=new_id(), kind=EventKind.LOSS, started_at=at, ended_at=end, is_over=True)
        yield one.id, micros(at), micros(end), json.dumps(event_document(one))


def line_minutes(start: datetime) -> Iterator[tuple[object, ...]]:
    for number in range(480):
        one = Minute(started_at=start + minutes(number), seconds=60, server=Tally(sent=60))
        yield None, micros(one.started_at), json.dumps(minute_document(one))


Times = dict[str, list[tuple[float, float]]]
WHOSE = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def measure(data: Path, days: Sequence[date], runs: int) -> Times:
    taken: Times = {}
    database, clock = Database(data / DATABASE_NAME), SystemFocusClock()

    def take(what: str, call: Callable[[], ResultT]) -> ResultT:
        begun_s, begun_processor_s = time.perf_counter(), processor_s()
        result = call()
        wall_s, busy_s = time.perf_counter() - begun_s, processor_s() - begun_processor_s
        taken.setdefault(what, []).append((1000 * wall_s, 1000 * busy_s))
        return result

    def read(day: date, count: int) -> Records:
        return records_of(database, clock.read(), ZONE, weeks_span(day, ZONE, AS_DELIVERED, count))

    def whole(day: date) -> Week:
        return week_of(read(day, 1), day)

    for _ in range(runs):
        day = CHANCE.choice(days)
        records = take("a week: reading", lambda: read(day, 1))  # noqa: B023 - called at once
        take("a week: reckoning", lambda: week_of(records, day))  # noqa: B023
        take("a week: both", lambda: whole(day))  # noqa: B023
        many = take("twelve weeks: reading", lambda: read(day, TREND_WEEKS))  # noqa: B023
        take("twelve weeks: reckoning", lambda: summary_of(many, day))  # noqa: B023
    process(data, f"{days[-1]:%G-W%V}")()
    for _ in range(runs):
        command = process(data, f"{CHANCE.choice(days):%G-W%V}")
        take("whole process: week --json", command)
        take("(a bare interpreter)", lambda: subprocess.run([sys.executable, "-c", ""], check=True))
    print(f"{grown_kb(whole, days):+.0f} kB of memory after a hundred more weeks")
    database.close()
    return taken


def processor_s() -> float:
    own, children = (resource.getrusage(who) for who in WHOSE)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def process(data: Path, week: str) -> Callable[[], object]:
    environment = os.environ | {
        "WORKSPACE_ASSISTANT_DATA_DIR": str(data),
        "WORKSPACE_ASSISTANT_NO_KEEPER": "1",
        "TZ": ZONE.key,
        # An installed program is compiled already, whatever this one's surroundings say.
        "PYTHONPYCACHEPREFIX": str(data / "compiled"),
        "PYTHONDONTWRITEBYTECODE": "",
    }
    words = [sys.executable, "-m", "workspace_assistant", "week", "--week", week, "--json"]
    return lambda: subprocess.run(words, env=environment, check=True, capture_output=True)


def grown_kb(whole: Callable[[date], Week], days: Sequence[date]) -> float:
    """What is kept of a hundred weeks that nobody looks at any more."""
    tracemalloc.start()
    sizes = []
    for count in (20, 100):
        for _ in range(count):
            whole(CHANCE.choice(days))
        gc.collect()
        sizes.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    return (sizes[1] - sizes[0]) / 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=float, default=10)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--keep", type=Path, help="fills this directory, or uses it as it is")
    options = parser.parse_args()
    with ExitStack() as stack:
        data = options.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        data.mkdir(exist_ok=True)
        starts = shift_starts(options.years, datetime.now(UTC))
        if not (data / DATABASE_NAME).exists():
            begun_s = time.perf_counter()
            fill(data, starts)
            print(f"filled in {time.perf_counter() - begun_s:.0f} s")
        size = (data / DATABASE_NAME).stat().st_size / 1e6
        print(f"{len(starts)} shifts, {20 * len(starts)} blocks, {size:.0f} MB")
        days = [one.astimezone(ZONE).date() for one in starts[150:]]
        print(f"{'':28} {'median':>9} {'best':>9} {'worst':>9} {'processor':>10}")
        for what, times in measure(data, days, options.runs).items():
            wall_ms, busy_ms = zip(*times, strict=True)
            found = (statistics.median(wall_ms), min(wall_ms), max(wall_ms))
            told = " ".join(f"{one:6.0f} ms" for one in found)
            print(f"{what:28} {told} {statistics.median(busy_ms):7.0f} ms")


if __name__ == "__main__":
    main()
