"""Backups, restores and migrations that are killed at any instant while others write; what was told
as saved is then looked for, and everything must be of before or of after.

Run ``python -m tests.e2e.data_crash_runner --kills 200 [--seed 7]``. It prints one JSON document.

A writer adds tips, and says each after its commit on a pipe. A victim makes a backup, restores
one, or opens a file of the first format; it is killed at a random instant of what that takes. The
data carries a number of its generation twice, in the database and in the choices: after a restore
both are of the backup, or neither is.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from workspace_assistant.adapters.files.backup_archive import extract, verify_archive
from workspace_assistant.adapters.files.choices import ChoicesFile
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.migrations import newest_format
from workspace_assistant.bootstrap.data_backup import back_up, listed_backups
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.data_places import backup_folder
from workspace_assistant.bootstrap.data_restore import finish_restore, restoring
from workspace_assistant.core.data_keeping.model import BackupReason

VERSION_1 = Path(__file__).parent.parent / "unit" / "adapters" / "sqlite" / "version_1.sql"
GENERATION = "generation"
KINDS = ("backup", "restore", "restore", "migrate")
MOST_BACKUPS = 8
SPARED_FRACTION = 0.08
WRITES_EVERY_S = 0.005
PADDING_ROWS = 1500  # so that there is something to copy

Say = Callable[[str], None]


@dataclass
class Result:
    """What was seen."""

    seed: int
    kills: int = 0
    ended_before: int = 0
    by_kind: dict[str, int] = field(default_factory=dict)
    restored: int = 0
    told: int = 0
    told_kept_in_backups: int = 0
    backups_verified: int = 0
    faults: list[str] = field(default_factory=list)


class Rounds:
    def __init__(self, directory: Path, seed: int) -> None:
        self.data_dir = directory / "data"
        self.old_dir = directory / "old"
        self.chance = random.Random(seed)
        self.result = Result(seed)
        self.told: set[str] = set()
        self.in_backups: set[str] = set()
        self.seen: set[str] = set()
        self.generation = 0
        # How long each kind took when nobody killed it: instants are drawn from that.
        self.took_s: dict[str, float] = {}

    def prepare(self) -> None:
        with self.writing() as connection:
            connection.executemany(
                "INSERT INTO line_minute (started_at, document) VALUES (?, ?)",
                ((number, json.dumps({"n": "x" * 200})) for number in range(PADDING_ROWS)),
            )
        for number in (1, 2):
            self.begin_generation(number)
            back_up(self.data_dir)
            time.sleep(0.002)  # names of backups tell milliseconds
        self.learn_backups()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        database = Database(self.data_dir / DATABASE_NAME)
        with closing(database), database.transaction() as connection:
            yield connection

    def begin_generation(self, number: int) -> None:
        self.generation = number
        with self.writing() as connection:
            connection.execute("DELETE FROM hard_contact")
            row = (f"g{number}", number, 0, 0)
            connection.execute("INSERT INTO hard_contact VALUES (?, ?, ?, ?)", row)
        ChoicesFile(self.data_dir).remember(GENERATION, str(number))

    def play(self) -> None:
        kind = self.chance.choice(KINDS)
        if kind == "migrate":
            self.migrate()
            return
        reading, writing = os.pipe()
        writer = child(lambda: write_for_ever(self.data_dir, self.chance.random(), writing))
        backup = self.chance.choice(listed_backups(self.data_dir)).path
        act = {
            "backup": lambda: back_up(self.data_dir),
            "restore": lambda: restore(self.data_dir, Path(backup)),
        }[kind]
        self.kill_within(kind, act)
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
        os.close(writing)
        with os.fdopen(reading) as answers:
            news = {line.strip() for line in answers if line.endswith("\n")}
        self.told |= news
        self.result.told += len(news)
        self.verify(kind, generation_of(Path(backup)))

    def kill_within(self, kind: str, act: Callable[[], object]) -> None:
        """Also left alone now and then: how long it takes depends on who else uses the computer."""
        begun_s = time.monotonic()
        victim = child(act)
        is_spared = kind not in self.took_s or self.chance.random() < SPARED_FRACTION
        if not is_spared:
            # Most happens at the end, where things get their names.
            least = self.chance.choice((0.0, 0.7))
            time.sleep(self.chance.uniform(least, 1.0) * self.took_s[kind])
        gone, status = os.waitpid(victim, 0 if is_spared else os.WNOHANG)
        if gone:
            if is_spared:
                self.took_s[kind] = time.monotonic() - begun_s
            self.result.ended_before += 1
            if status:
                self.result.faults.append(f"{kind} failed by itself: {status}")
        else:
            os.kill(victim, signal.SIGKILL)
            os.waitpid(victim, 0)
            self.result.kills += 1
            self.result.by_kind[kind] = self.result.by_kind.get(kind, 0) + 1

    def verify(self, kind: str, target: int) -> None:
        finish_restore(self.data_dir)  # as every start does
        self.learn_backups()
        generation, tips = state_of(self.data_dir / DATABASE_NAME, self.result)
        chosen = int(ChoicesFile(self.data_dir).recall(GENERATION))
        possible = {self.generation, target} if kind == "restore" else {self.generation}
        if generation != chosen or generation not in possible:
            self.fault(f"{kind}: database of {generation}, choices of {chosen}, not {possible}")
        if lost := self.told - tips - self.in_backups:
            self.fault(f"{kind}: told as saved and nowhere: {sorted(lost)[:3]}")
        self.result.restored += generation != self.generation
        self.result.told_kept_in_backups = len((self.told - tips) & self.in_backups)
        self.generation = generation
        if self.chance.random() < 0.3:
            self.begin_generation(max(self.generation, *self.generations()) + 1)

    def learn_backups(self) -> None:
        """Each that has its name is whole; what is in it counts as kept. Old ones go."""
        with backup_folder(self.data_dir).staging() as work:
            for backup in listed_backups(self.data_dir):
                path = Path(backup.path)
                if backup.path in self.seen:
                    continue
                self.seen.add(backup.path)
                manifest = verify_archive(path)
                copy = work / path.stem
                extract(path, manifest, DATABASE_NAME, copy)
                self.in_backups |= state_of(copy, self.result)[1]
                self.result.backups_verified += 1
        by_hand = [
            one for one in listed_backups(self.data_dir) if one.reason is BackupReason.BY_HAND
        ]
        for backup in listed_backups(self.data_dir)[MOST_BACKUPS:]:
            if backup not in by_hand[:2]:
                Path(backup.path).unlink()

    def generations(self) -> list[int]:
        return [generation_of(Path(one.path)) for one in listed_backups(self.data_dir)]

    def migrate(self) -> None:
        shutil.rmtree(self.old_dir, ignore_errors=True)
        self.old_dir.mkdir()
        path = self.old_dir / DATABASE_NAME
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(VERSION_1.read_text())
        self.kill_within("migrate", lambda: open_and_close(path))
        with closing(sqlite3.connect(path)) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            count = connection.execute("SELECT count(*) FROM readiness_report").fetchone()[0]
        if version not in {1, newest_format()} or count != 2:
            self.fault(f"migrate: format {version} with {count} reports")
        open_and_close(path)
        with closing(sqlite3.connect(path)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                self.fault("migrate: not whole")

    def fault(self, text: str) -> None:
        self.result.faults.append(text)


# --- in children


def child(act: Callable[[], object]) -> int:
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        act()
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def write_for_ever(data_dir: Path, start: float, answers: int) -> None:
    parent = os.getppid()
    number = int(start * 10**9)
    with closing(Database(data_dir / DATABASE_NAME)) as database:
        while os.getppid() == parent:
            number += 1
            tip = f"d{number}"
            with database.transaction() as connection:
                connection.execute(
                    "INSERT INTO tip_event VALUES (NULL, 1, ?, '', '', '{}')", (tip,)
                )
            os.write(answers, f"{tip}\n".encode())
            time.sleep(WRITES_EVERY_S)


def restore(data_dir: Path, backup: Path) -> None:
    with restoring(data_dir, backup) as opened:
        opened.restore()


def open_and_close(path: Path) -> None:
    with closing(Database(path)) as database, database.reading():
        pass


# --- looking


def state_of(path: Path, result: Result) -> tuple[int, set[str]]:
    with closing(sqlite3.connect(path)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            result.faults.append(f"{path.name}: not whole")
        ((generation,),) = connection.execute("SELECT at FROM hard_contact").fetchall()
        tips = {tip for (tip,) in connection.execute("SELECT tip_id FROM tip_event")}
        if connection.execute("SELECT count(*) FROM line_minute").fetchone() != (PADDING_ROWS,):
            result.faults.append(f"{path.name}: not all of it is there")
    return generation, tips


def generation_of(backup: Path) -> int:
    manifest = verify_archive(backup)
    with tempfile.TemporaryDirectory() as work:
        extract(backup, manifest, "choices.json", Path(work) / "choices.json")
        return int(json.loads((Path(work) / "choices.json").read_text())[GENERATION])


def run(kills: int, seed: int, directory: Path) -> Result:
    os.umask(0o077)
    rounds = Rounds(directory, seed)
    rounds.prepare()
    while rounds.result.kills < kills and not rounds.result.faults:
        rounds.play()
    return rounds.result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().getrandbits(32))
    parser.add_argument("--directory", type=Path, help="where the files are; else a new one")
    parsed = parser.parse_args()
    begun_s = time.monotonic()
    with tempfile.TemporaryDirectory(dir=parsed.directory) as directory:
        result = run(parsed.kills, parsed.seed, Path(directory))
        json.dump(vars(result) | {"took_s": time.monotonic() - begun_s}, sys.stdout)


if __name__ == "__main__":
    main()
