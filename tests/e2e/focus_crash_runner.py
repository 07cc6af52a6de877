"""Programs that write one time log at once and are killed at any instant; what they were told is
then looked for in the file.

Run ``python -m tests.e2e.focus_crash_runner --kills 500 [--seed 7]``. It prints one JSON document.

Each child is a window (the real watcher), a keeper (likewise) or commands (acts and corrections,
the file opened anew for each, as the command line does). A child says what was committed after
the commit, on a pipe that outlives it. The clock runs 300 times as fast as the world's, so
that heartbeats, 30 s apart, come every tenth of a second.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
import uuid
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

from tests.fakes.focus import MONDAY, FakeCall
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.core.focus.accounting import last_act_at
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.answer_service import AnswerService
from workspace_assistant.core.focus.answers import Answer
from workspace_assistant.core.focus.changes import Change, applied
from workspace_assistant.core.focus.clock import Reading
from workspace_assistant.core.focus.correction_service import CorrectionService
from workspace_assistant.core.focus.corrections import BlockDraft, BlockEdit
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.invariants import faults
from workspace_assistant.core.focus.model import Block, Cause
from workspace_assistant.core.focus.overlaps import OverlapChoice
from workspace_assistant.core.focus.ports import FocusReader, Presence, Sleep
from workspace_assistant.core.focus.recovery import HEARTBEAT_INTERVAL_S, RecoveryChoice
from workspace_assistant.core.focus.service import FocusService
from workspace_assistant.core.focus.watch_service import KEEPER, WINDOW, Standing, WatchService

SPEED = 300.0
LONGEST_LIFE_S = 0.25
KILLS_PER_FILE = 25
# Blocks may be added before the first of them.
EVER = (MONDAY - timedelta(days=9), MONDAY + timedelta(days=9))
KINDS = ("window", "keeper", "commands", "commands")
VERSION_1 = Path(__file__).parent.parent / "unit" / "adapters" / "sqlite" / "version_1.sql"
KILLER = os.getpid()
BEGUN_S = time.monotonic()


class FastClock:
    """Implements the port `FocusClock`: one for all, SPEED times as fast as the world's."""

    def read(self) -> Reading:
        elapsed_s = (time.monotonic() - BEGUN_S) * SPEED
        at = MONDAY + timedelta(seconds=elapsed_s)
        return Reading(wall_at=at, elapsed_s=elapsed_s, awake_s=elapsed_s, boot_id="boot")

    def time_zone(self) -> str:
        return "Europe/Madrid"

    def utc_offset_s(self, at: datetime, time_zone: str) -> int:
        del at, time_zone
        return 3600


class Person:
    """Implements the port `PresenceSensor`: mostly there, sometimes away."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def presence(self) -> Presence:
        idle_s = self._chance.choice((0.0, 0.0, 0.0, 400.0))
        return Presence(idle_s=idle_s, is_locked=self._chance.random() < 0.05)

    def sleeps(self) -> tuple[Sleep, ...]:
        return ()

    def close(self) -> None:
        pass


@dataclass
class Child:
    """A program that will be killed."""

    kind: str
    pid: int
    answers: int  # the reading end of its pipe
    dies_at_s: float


@dataclass
class Result:
    """What was seen."""

    seed: int
    kills: int = 0
    files: int = 0
    acknowledged: int = 0
    refused: int = 0
    beats_checked: int = 0
    longest_unproven_s: float = 0.0
    changes: int = 0
    blocks: int = 0
    lost: list[str] = field(default_factory=list)


def fingerprint(change: Change) -> str:
    told = [(one.block_id, one.before, one.after) for one in change.differences]
    text = json.dumps([change.at.isoformat(), change.action, change.undoes, told], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


# --- in the child


def live(kind: str, path: Path, answers: int, seed: int) -> None:
    chance = random.Random(seed)

    def say(**what: object) -> None:
        if os.getppid() != KILLER:  # whoever would have killed it is gone
            os._exit(1)
        os.write(answers, f"{json.dumps(what)}\n".encode())

    try:
        if kind == "commands":
            give_commands(path, chance, say)
        else:
            watch(kind, path, chance, say)
    except BaseException:
        say(fault=traceback.format_exc())
    os._exit(1)


def watch(kind: str, path: Path, chance: random.Random, say: Callable[..., None]) -> None:
    log = SqliteFocusLog(Database(path))
    watcher = uuid.uuid4().hex
    service = WatchService(
        log=log,
        clock=FastClock(),
        new_id=lambda: uuid.uuid4().hex,
        presence=Person(chance),
        calls=FakeCall(),
        watcher=watcher,
        kind=WINDOW if kind == "window" else KEEPER,
    )
    standing = Standing()
    while True:
        standing = service.look(standing)
        if standing.fault:
            say(fault=standing.fault)
        if standing.change is not None:
            say(change=standing.change.id, fingerprint=fingerprint(standing.change))
        if standing.watch is not None and standing.beat_s is not None:
            looked_s = standing.watch.reading.elapsed_s
            say(watcher=watcher, block=standing.watch.block_id, looked_s=looked_s)
        else:
            say(role=standing.role)
        time.sleep(service.chosen().poll_s / SPEED)


def give_commands(path: Path, chance: random.Random, say: Callable[..., None]) -> None:
    database = Database(path)
    while True:
        act = chance.choice(ACTS)
        try:
            change = act(SqliteFocusLog(database), chance)
        except FocusError:
            say(refused=1)
        else:
            say(change=change.id, fingerprint=fingerprint(change))
        if chance.random() < 0.3:
            database.close()
            database = Database(path)


def acts_of(log: SqliteFocusLog) -> FocusService:
    return FocusService(log, FastClock(), lambda: uuid.uuid4().hex, "command-line")


def corrections_of(log: SqliteFocusLog) -> CorrectionService:
    return CorrectionService(log, FastClock(), lambda: uuid.uuid4().hex, "command-line")


def start(log: SqliteFocusLog, chance: random.Random) -> Change:
    planned_s = chance.choice((None, 1500.0))
    name = f"Work {chance.randrange(9)}"
    return acts_of(log).start(Plan(name=name, tags=("a", "b"), planned_s=planned_s))


def interrupt(log: SqliteFocusLog, chance: random.Random) -> Change:
    return acts_of(log).interrupt(chance.choice([*Cause]), note="x" * chance.randrange(2000))


def recover(log: SqliteFocusLog, chance: random.Random) -> Change:
    return acts_of(log).recover(chance.choice([RecoveryChoice.CONTINUE, RecoveryChoice.END]))


def undo(log: SqliteFocusLog, chance: random.Random) -> Change:
    with log.reading() as reader:
        changes = reader.changes(5)
    return acts_of(log).undo(chance.choice(changes).id if changes else 1)


def some_block(log: SqliteFocusLog, chance: random.Random) -> Block:
    with log.reading() as reader:
        blocks = reader.between(*EVER)
    if not blocks:
        raise FocusError("none yet")
    return chance.choice(blocks[-6:])


def edit(log: SqliteFocusLog, chance: random.Random) -> Change:
    block = some_block(log, chance)
    start_at = block.started_at + timedelta(seconds=chance.uniform(-5, 5))
    changed = BlockEdit(name=f"Edited {chance.randrange(9)}", started_at=start_at)
    return corrections_of(log).edit(block.id, changed, chance.choice([*OverlapChoice]))


def split(log: SqliteFocusLog, chance: random.Random) -> Change:
    block = some_block(log, chance)
    at = block.started_at + (last_act_at(block) - block.started_at) * chance.random()
    return corrections_of(log).split(block.id, at)


def merge(log: SqliteFocusLog, chance: random.Random) -> Change:
    return corrections_of(log).merge(some_block(log, chance).id, some_block(log, chance).id)


def add(log: SqliteFocusLog, chance: random.Random) -> Change:
    block = some_block(log, chance)
    begin = block.started_at + timedelta(seconds=chance.uniform(-20, 20))
    end = begin + timedelta(seconds=chance.uniform(1, 20))
    draft = BlockDraft(name="Added", started_at=begin, ended_at=end)
    return corrections_of(log).add(draft, chance.choice([*OverlapChoice]))


def delete(log: SqliteFocusLog, chance: random.Random) -> Change:
    return corrections_of(log).delete(some_block(log, chance).id)


def answer(log: SqliteFocusLog, chance: random.Random) -> Change:
    service = AnswerService(log, FastClock(), lambda: uuid.uuid4().hex, "command-line")
    questions = service.questions()
    if not questions:
        raise FocusError("none asked")
    asked = chance.choice(questions)
    return service.answer(asked.block.id, asked.gap.id, chance.choice([*Answer]))


ACTS: tuple[Callable[[SqliteFocusLog, random.Random], Change], ...] = (
    *(start,) * 5,
    *(interrupt,) * 5,
    recover,
    recover,
    undo,
    edit,
    split,
    merge,
    add,
    delete,
    answer,
    lambda log, _: acts_of(log).back(),
    lambda log, _: acts_of(log).pause(),
    lambda log, _: acts_of(log).resume(),
    lambda log, _: acts_of(log).extend(600),
    lambda log, _: acts_of(log).stop(),
    lambda log, _: acts_of(log).stop(),
)


# --- in the parent, which never holds the file open while it forks


def fork(kind: str, path: Path, seed: int, life_s: float) -> Child:
    answers, telling = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(answers)
        live(kind, path, telling, seed)
    os.close(telling)
    return Child(kind=kind, pid=pid, answers=answers, dies_at_s=time.monotonic() + life_s)


def kill(child: Child) -> list[dict[str, object]]:
    """Ends it at once, and gives what it had said until then."""
    os.kill(child.pid, signal.SIGKILL)
    os.waitpid(child.pid, 0)
    with os.fdopen(child.answers, "rb") as pipe:
        said = pipe.read().decode()
    return [json.loads(line) for line in said.splitlines()]


def run(kills: int, seed: int, directory: Path) -> Result:
    result = Result(seed=seed)
    chance = random.Random(seed)
    while result.kills < kills and not result.lost:
        result.files += 1
        path = directory / f"file-{result.files}" / "log.sqlite3"
        if result.files % 2 == 0:
            make_version_1(path)
        live_and_die(path, min(KILLS_PER_FILE, kills - result.kills), chance, result)
    return result


def make_version_1(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(VERSION_1.read_text())


def live_and_die(path: Path, kills: int, chance: random.Random, result: Result) -> None:
    """One file from its first opening on; all that still live in the end are killed together."""

    def born(kind: str) -> Child:
        return fork(kind, path, chance.getrandbits(32), chance.uniform(0, LONGEST_LIFE_S))

    children = [born(kind) for kind in KINDS]
    try:
        kill_in_turn(children, kills, path, born, result)
    finally:
        for child in children:
            os.kill(child.pid, signal.SIGKILL)


def kill_in_turn(
    children: list[Child],
    kills: int,
    path: Path,
    born: Callable[[str], Child],
    result: Result,
) -> None:
    told: dict[int, str] = {}
    for _ in range(kills - len(children)):
        child = min(children, key=lambda one: one.dies_at_s)
        time.sleep(max(child.dies_at_s - time.monotonic(), 0))
        children.remove(child)
        remember(kill(child), path, told, result)
        verify(path, told, result)
        children.append(born(child.kind))
    time.sleep(LONGEST_LIFE_S / 2)
    for child in children:
        os.kill(child.pid, signal.SIGKILL)
    killed_at = FastClock().read().wall_at
    while children:
        remember(kill(children.pop()), path, told, result)
    verify(path, told, result)
    verify_whole(path, killed_at, result)


def remember(
    said: list[dict[str, object]], path: Path, told: dict[int, str], result: Result
) -> None:
    result.kills += 1
    for one in said:
        if "fault" in one:
            result.lost.append(f"a program failed: {one['fault']}")
        if "change" in one:
            told[int(str(one["change"]))] = str(one["fingerprint"])
            result.acknowledged += 1
        result.refused += "refused" in one
    looks = [one for one in said if "looked_s" in one]
    if looks:
        verify_beat(path, looks[-1], result)


def verify_beat(path: Path, look: dict[str, object], result: Result) -> None:
    """What a dead watcher had seen is proven but for one heartbeat, until another takes over.

    By the steady clock: an undoing may have moved the block, and its beat, after the look was told.
    """
    database = Database(path)
    with SqliteFocusLog(database).reading() as reader:
        beat, running = reader.heartbeat(), reader.open_block()
    database.close()
    if beat is None or running is None or beat.watcher != look["watcher"]:
        return
    if beat.block_id == running.id == look["block"]:
        result.beats_checked += 1
        unproven_s = float(str(look["looked_s"])) - beat.reading.elapsed_s
        if unproven_s > HEARTBEAT_INTERVAL_S:
            result.lost.append(f"{unproven_s} s seen, and not proven")


def verify(path: Path, told: dict[int, str], result: Result) -> None:
    database = Database(path)
    with database.reading() as connection:
        checked = connection.execute("PRAGMA integrity_check").fetchall()
        if checked != [("ok",)] or connection.execute("PRAGMA foreign_key_check").fetchall():
            result.lost.append(f"the file is damaged: {checked}")
    with SqliteFocusLog(database).reading() as reader:
        found = {change.id: fingerprint(change) for change in reader.changes(100_000)}
        verify_blocks(reader, result)
    database.close()
    lost = [change_id for change_id, sign in told.items() if found.get(change_id) != sign]
    if lost:
        result.lost.append(f"told as saved, and not there: {lost}")


def verify_blocks(reader: FocusReader, result: Result) -> None:
    blocks = reader.between(*EVER)
    wrong = [f"{block.id} {fault}" for block in blocks for fault in faults(block)]
    for one, other in pairwise(blocks):
        if one.ended_at is not None and one.ended_at > other.started_at:
            wrong.append(f"{one.id} lies over {other.id}")
    if sum(block.is_open for block in blocks) > 1 or reader.unreadable():
        wrong.append("more than one open, or some that cannot be read")
    result.lost += wrong


def verify_whole(path: Path, killed_at: datetime, result: Result) -> None:
    """The change log, followed from its first entry, gives exactly the blocks of the file."""
    database = Database(path)
    with SqliteFocusLog(database).reading() as reader:
        changes = reader.changes(100_000)[::-1]
        kept = {one.id: one for one in reader.between(*EVER)}
        beat, running = reader.heartbeat(), reader.open_block()
    with database.reading() as connection:
        (reports,) = connection.execute("SELECT count(*) FROM readiness_report").fetchone()
    database.close()
    if reports != (2 if result.files % 2 == 0 else 0):
        result.lost.append("reports of an older file")
    try:
        told = followed(changes)
    except FocusError as error:
        result.lost.append(f"the change log contradicts itself: {error}")
    else:
        if told != kept:
            result.lost.append(f"the change log tells another story: {told} {kept}")
    if running is not None and beat is not None and beat.block_id == running.id:
        unproven_s = (killed_at - max(beat.at, last_act_at(running))).total_seconds()
        result.longest_unproven_s = max(result.longest_unproven_s, unproven_s)
    result.changes += len(changes)
    result.blocks += len(kept)


def followed(changes: Sequence[Change]) -> dict[str, Block]:
    blocks: dict[str, Block] = {}
    for one in (each for change in changes for each in change.differences):
        after = applied(one, blocks.pop(one.block_id, None))
        if after is not None:
            blocks[after.id] = after
    return blocks


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().getrandbits(32))
    parser.add_argument("--directory", type=Path, help="where the files are; else a new one")
    parsed = parser.parse_args()
    begun_s = time.monotonic()
    with (
        tempfile.TemporaryDirectory(dir=parsed.directory) as directory,
        suppress(KeyboardInterrupt),
    ):
        result = run(parsed.kills, parsed.seed, Path(directory))
        json.dump(vars(result) | {"took_s": time.monotonic() - begun_s}, sys.stdout)


if __name__ == "__main__":
    main()
