"""What is done to the data as a whole, killed at any instant while others write: backups, restores,
migrations, switches of the encryption, and publishing. What was told as saved is then looked for,
and everything must be of before or of after.

Run ``python -m tests.e2e.data_crash_runner --kills 200 [--seed 7]``. It prints one JSON document.

A writer adds tips, and says each after its commit on a pipe. A victim makes a backup, restores
one, encrypts the data or decrypts it, opens a file of the first format, or sends reports; it is
killed at a random instant of what that takes. The keyring is a file that outlives the victim. The
data carries a number of its generation twice, in the database and in the choices: after a restore
both are of the backup, or neither is.
"""

from __future__ import annotations

import argparse
import importlib.util
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
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tests.fakes.publishing import HeldTokens, ScriptedWeeks, a_wifi_report
from workspace_assistant.adapters.files.backup_archive import extract, verify_archive
from workspace_assistant.adapters.files.choices import ChoicesFile
from workspace_assistant.adapters.files.writing import write_whole
from workspace_assistant.adapters.secrets.database_key import DatabaseKeys
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.database_keys import find_keys_by
from workspace_assistant.adapters.sqlite.migrations import newest_format
from workspace_assistant.adapters.sqlite.outbox import SqliteOutbox
from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore
from workspace_assistant.adapters.sqlite.store_file import StoreFile
from workspace_assistant.bootstrap import database_key
from workspace_assistant.bootstrap.data_backup import back_up, listed_backups
from workspace_assistant.bootstrap.data_erase import finish_erasing
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.data_places import backup_folder
from workspace_assistant.bootstrap.data_restore import finish_restore, restoring
from workspace_assistant.bootstrap.encryption import DataEncryption, finish_switch
from workspace_assistant.core.data_keeping.model import BackupReason
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.publishing.model import OF_REPORTS, Consent, Message, Reply
from workspace_assistant.core.publishing.service import PublishingService

VERSION_1 = Path(__file__).parent.parent / "unit" / "adapters" / "sqlite" / "version_1.sql"
GENERATION = "generation"
CAN_ENCRYPT = importlib.util.find_spec("sqlcipher3") is not None
KINDS = ("backup", "restore", "migrate", "publish", *(("switch",) if CAN_ENCRYPT else ()))
REPORTS_AT_ONCE = 4
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
    switched: int = 0
    reports_sent: int = 0
    told: int = 0
    told_kept_in_backups: int = 0
    backups_verified: int = 0
    faults: list[str] = field(default_factory=list)


class Rounds:
    def __init__(self, directory: Path, seed: int, kinds: Sequence[str] = KINDS) -> None:
        self.kinds = kinds
        self.data_dir = directory / "data"
        self.old_dir = directory / "old"
        self.office = PublishingOffice(directory / "office")
        keep_keys_in(directory / "keyring.json")
        self.is_encrypted = False
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
        kind = self.chance.choice(self.kinds)
        if kind == "migrate":
            self.migrate()
            return
        if kind == "publish":
            self.publish()
            return
        if kind == "switch":
            kind = "decrypt" if self.is_encrypted else "encrypt"
        reading, writing = os.pipe()
        writer = child(lambda: write_for_ever(self.data_dir, self.chance.random(), writing))
        backup = self.chance.choice(listed_backups(self.data_dir)).path
        act = {
            "backup": lambda: back_up(self.data_dir),
            "restore": lambda: restore(self.data_dir, Path(backup)),
            "encrypt": lambda: encrypt(self.data_dir),
            "decrypt": DataEncryption(self.data_dir).decrypt,
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
        finish_erasing(self.data_dir)  # as every start does
        finish_restore(self.data_dir)
        finish_switch(self.data_dir)
        self.learn_backups()
        live = live_file(self.data_dir)
        self.look_for_remains(kind, live)
        generation, tips = state_of(live, self.result)
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

    def look_for_remains(self, kind: str, live: StoreFile) -> None:
        """Nothing of the file of before is left, and of an encrypted one nothing that is not."""
        self.result.switched += live.is_encrypted != self.is_encrypted
        self.is_encrypted = live.is_encrypted
        found = list(self.data_dir.glob(f"{DATABASE_NAME}*"))
        strange = [one.name for one in found if not one.name.startswith(live.path.name)]
        if not live.is_encrypted:
            strange = [one.name for one in found if ".encrypted" in one.name or ".new" in one.name]
        else:
            strange += DataEncryption(self.data_dir).look().plain_backups
        if strange:
            self.fault(f"{kind}: left behind: {strange}")

    def learn_backups(self) -> None:
        """Each that has its name is whole; what is in it counts as kept. Old ones go."""
        with backup_folder(self.data_dir).staging() as work:
            for backup in listed_backups(self.data_dir):
                path = Path(backup.path)
                manifest = backup.manifest
                if manifest is None or f"{path} {manifest.key_id}" in self.seen:
                    continue
                self.seen.add(f"{path} {manifest.key_id}")
                verify_archive(path)
                copy = work / path.stem
                extract(path, manifest, DATABASE_NAME, copy)
                key = database_key.backup_key(self.data_dir, path, manifest.key_id)
                self.in_backups |= state_of(StoreFile(copy, key), self.result)[1]
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

    def publish(self) -> None:
        """A report was sent, waits to be, or is still to be collected: never none of it."""
        self.office.save_reports()
        reading, writing = os.pipe()
        self.kill_within("publish", lambda: self.office.deliver(writing))
        os.close(writing)
        self.office.learn(reading)
        for fault in self.office.faults():
            self.fault(f"publish: {fault}")
        self.result.reports_sent = len(self.office.sent)

    def fault(self, text: str) -> None:
        self.result.faults.append(text)


class PublishingOffice:
    """Reports of a data directory of its own, and a collector that never forgets."""

    def __init__(self, data_dir: Path) -> None:
        self.path = data_dir / DATABASE_NAME
        self.saved: set[str] = set()
        self.sent: set[str] = set()
        with closing(Database(self.path)) as database:
            consent = Consent(
                url="http://127.0.0.1:1",
                groups=OF_REPORTS,
                has_token=False,
                instance_id="an-agent",
                given_at=now(),
            )
            SqliteOutbox(database).begin(consent, keeps_waiting=False)

    def save_reports(self) -> None:
        with closing(Database(self.path)) as database:
            for _ in range(REPORTS_AT_ONCE):
                report = a_wifi_report(len(self.saved) + 1)
                SqliteReportStore(database).add(report)
                self.saved.add(report.id)

    def deliver(self, answers: int) -> None:
        with closing(Database(self.path)) as database:
            service = PublishingService(
                outbox=SqliteOutbox(database),
                receiver=TellingReceiver(answers),
                tokens=HeldTokens(),
                weeks=ScriptedWeeks(),
                turn=lambda: nullcontext(enter_result=True),
                now=now,
                steady_s=time.monotonic,
                jitter=lambda: 0.0,
                new_id=lambda: "new",
                app_version="1",
            )
            service.deliver(JobContext(lambda _: None), at_once=True)

    def learn(self, answers: int) -> None:
        with os.fdopen(answers) as lines:
            self.sent |= {line.strip() for line in lines if line.endswith("\n")}

    def faults(self) -> list[str]:
        with closing(Database(self.path)) as database, database.reading() as connection:
            waits = {one for (one,) in connection.execute("SELECT report_id FROM outbox_message")}
            put = {one for (one,) in connection.execute("SELECT report_id FROM published")}
            ((found,),) = connection.execute("PRAGMA integrity_check").fetchall()
            held = {one for (one,) in connection.execute("SELECT id FROM readiness_report")}
        lost = (self.saved - held) | (put - waits - self.sent)
        return [*(["not whole"] if found != "ok" else []), *(f"lost: {one}" for one in lost)]


class TellingReceiver:
    def __init__(self, answers: int) -> None:
        self._answers = answers

    def send(self, url: str, token: str, message: Message, ctx: JobContext, /) -> Reply:
        os.write(self._answers, f"{message.report_id}\n".encode())
        return Reply(status=200)


class FileKeyring:
    """As a keyring does, it has what it took whoever is killed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get_password(self, service: str, username: str, /) -> str | None:
        return self._held().get(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str, /) -> None:
        held = self._held() | {f"{service} {username}": password}
        write_whole(self._path, json.dumps(held).encode())

    def delete_password(self, service: str, username: str, /) -> None:
        held = self._held()
        del held[f"{service} {username}"]
        write_whole(self._path, json.dumps(held).encode())

    def _held(self) -> dict[str, str]:
        return dict(json.loads(self._path.read_text())) if self._path.exists() else {}


def keep_keys_in(path: Path) -> None:
    database_key.use_keys(DatabaseKeys(lambda: FileKeyring(path)))
    find_keys_by(database_key.key_of_database)


def now() -> datetime:
    return datetime.now(UTC)


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


def encrypt(data_dir: Path) -> None:
    encryption = DataEncryption(data_dir)
    encryption.encrypt(encryption.recovery_key_to_be())


def open_and_close(path: Path) -> None:
    with closing(Database(path)) as database, database.reading():
        pass


# --- looking


def live_file(data_dir: Path) -> StoreFile:
    with closing(Database(data_dir / DATABASE_NAME)) as database:
        return database.file()


def state_of(file: StoreFile, result: Result) -> tuple[int, set[str]]:
    path = file.path
    with closing(file.connect()) as connection:
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


def run(kills: int, seed: int, directory: Path, kinds: Sequence[str]) -> Result:
    os.umask(0o077)
    rounds = Rounds(directory, seed, kinds)
    rounds.prepare()
    while rounds.result.kills < kills and not rounds.result.faults:
        rounds.play()
    return rounds.result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().getrandbits(32))
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS)
    parser.add_argument("--directory", type=Path, help="where the files are; else a new one")
    parsed = parser.parse_args()
    begun_s = time.monotonic()
    with tempfile.TemporaryDirectory(dir=parsed.directory) as directory:
        result = run(parsed.kills, parsed.seed, Path(directory), parsed.kinds)
        json.dump(vars(result) | {"took_s": time.monotonic() - begun_s}, sys.stdout)


if __name__ == "__main__":
    main()
