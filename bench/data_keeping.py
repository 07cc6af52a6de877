"""What backups, restores and exports cost after years of use, and how long others wait meanwhile.

Run ``python bench/data_keeping.py [--years 3] [--runs 3]``. It fills a database with rows as large
as real ones, then prints wall times and the longest that a program had to wait which writes one
row after the other meanwhile. Where SQLCipher is installed the same follows for encrypted data,
with the switches, and what opening and reading cost beside data that is not. ``--kills 1000`` runs
the crash test instead, which kills backups, restores, migrations, switches of the encryption and
publishing at random instants and looks for what was told as saved (about 7 minutes).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.fakes.secret_store import MemoryStore
from workspace_assistant.adapters.secrets.database_key import DatabaseKeys
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.database_keys import find_keys_by
from workspace_assistant.adapters.sqlite.rows import instant
from workspace_assistant.adapters.sqlite.snapshot import check_whole
from workspace_assistant.adapters.sqlite.store_file import can_encrypt
from workspace_assistant.bootstrap import database_key
from workspace_assistant.bootstrap.data_backup import back_up, listed_backups
from workspace_assistant.bootstrap.data_export import export_all
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.data_places import database_bytes
from workspace_assistant.bootstrap.data_restore import restoring
from workspace_assistant.bootstrap.encryption import DataEncryption
from workspace_assistant.core.line_watch.document import minute_document
from workspace_assistant.core.line_watch.model import Minute, Tally

DAYS, SHIFT_MINUTES, REPORTS_A_DAY = 230, 480, 2
_DAY_MICROS = 86_400 * 10**6


def fill(path: Path, years: int) -> None:
    draw = random.Random(7)
    with closing(Database(path)) as database, database.bulk_transaction() as connection:
        for day in range(years * DAYS):
            at = day * _DAY_MICROS
            minutes = (at + one * 60_000_000 for one in range(SHIFT_MINUTES))
            connection.executemany(
                "INSERT INTO line_minute (started_at, document) VALUES (?, ?)",
                ((begun, minute(begun, draw)) for begun in minutes),
            )
            for number in range(REPORTS_A_DAY):
                document = json.dumps({"id": f"{day}-{number}", "series": noise(draw, 2500)})
                connection.execute(
                    "INSERT INTO readiness_report VALUES (?, ?, 'UTC', 0, 'ready', ?)",
                    (f"{day}-{number}", f"2024-01-01T08:00:{number:02d}.000Z", document),
                )


def minute(micros: int, draw: random.Random) -> str:
    median_ms, worst_ms = sorted(noise(draw, 2))
    tally = Tally(sent=60, lost=draw.randrange(3), median_ms=median_ms, worst_ms=worst_ms)
    one = Minute(started_at=instant(micros), seconds=60, server=tally, gateway=tally)
    return json.dumps(minute_document(one))


def noise(draw: random.Random, count: int) -> list[float]:
    return [round(draw.uniform(0, 99), 1) for _ in range(count)]


def longest_wait_ms(path: Path, act: Callable[[], object]) -> float:
    """Of a program that writes a row every 5 ms while *act* runs."""
    is_over, waits = threading.Event(), [0.0]

    def write() -> None:
        with closing(Database(path)) as database:
            while not is_over.wait(0.005):
                begun_s = time.perf_counter()
                with database.transaction() as connection:
                    connection.execute("INSERT INTO tip_event VALUES (NULL, 1, 'x', '', '', '{}')")
                waits.append((time.perf_counter() - begun_s) * 1000)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        act()
    finally:
        is_over.set()
        writer.join()
    return max(waits)


def timed_ms(act: Callable[[], object]) -> float:
    begun_s = time.perf_counter()
    act()
    return (time.perf_counter() - begun_s) * 1000


def restore(data_dir: Path, backup: str) -> None:
    with restoring(data_dir, Path(backup)) as opened:
        opened.restore()


def measure(data_dir: Path, runs: int, but: str = "nothing") -> None:
    path = data_dir / DATABASE_NAME
    made = back_up(data_dir)
    size_mb, packed_mb = database_bytes(data_dir) / 1e6, made.size_bytes / 1e6
    print(f"database {size_mb:.1f} MB, backup {packed_mb:.1f} MB")

    def look() -> None:
        with restoring(data_dir, Path(made.path)):
            pass

    def check() -> None:
        with closing(Database(path)) as database:
            check_whole(database)

    exports = iter(range(10_000))
    acts: dict[str, Callable[[], object]] = {
        "backup, verified": lambda: back_up(data_dir),
        "look through the database": check,
        "preview of a restore": look,
        "restore, with a backup of before": lambda: restore(data_dir, made.path),
        "export to a folder": lambda: export_all(data_dir, data_dir / f"export{next(exports)}"),
    }
    print(f"{'':34}{'median ms':>10}{'worst ms':>10}{'processor ms':>14}{'others wait ms':>16}")
    for name, act in acts.items():
        if name.startswith(but):
            continue
        begun_s = time.process_time()
        took = [timed_ms(act) for _ in range(runs)]
        effort_ms = (time.process_time() - begun_s) * 1000 / runs
        wait = longest_wait_ms(path, act)
        print(
            f"{name:34}{statistics.median(took):10.0f}{max(took):10.0f}{effort_ms:14.0f}{wait:16.0f}"
        )


def measure_encryption(data_dir: Path, runs: int) -> None:
    path = data_dir / DATABASE_NAME
    store = MemoryStore()
    database_key.use_keys(DatabaseKeys(lambda: store))
    find_keys_by(database_key.key_of_database)
    for backup in listed_backups(data_dir):
        Path(backup.path).unlink()
    encryption = DataEncryption(data_dir)
    key = encryption.recovery_key_to_be()

    def opened() -> None:
        with closing(Database(path)) as database, database.reading():
            pass

    def read() -> None:
        with closing(Database(path)) as database, database.reading() as connection:
            connection.execute("SELECT sum(length(document)) FROM line_minute").fetchone()

    def switched(act: Callable[[], object]) -> Callable[[], object]:
        return lambda: print(f"{'':4}others wait {longest_wait_ms(path, act):.0f} ms")

    def times(name: str) -> None:
        for what, act in (("open", opened), ("read every minute of the line", read)):
            act()
            took = [timed_ms(act) for _ in range(runs * 5)]
            print(f"{name}, {what:34}{statistics.median(took):10.2f}{max(took):10.2f}")

    times("plain    ")
    took_ms = timed_ms(switched(lambda: encryption.encrypt(key)))
    encryption.finish()
    print(f"encrypt, verified {took_ms:.0f} ms")
    times("encrypted")
    measure(data_dir, runs, but="export")
    for backup in listed_backups(data_dir):
        Path(backup.path).unlink()
    took_ms = timed_ms(switched(encryption.decrypt))
    print(f"decrypt, verified {took_ms:.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=int, default=3)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--kills", type=int, help="run the crash test with so many kills instead")
    parsed = parser.parse_args()
    if parsed.kills:
        runner = [sys.executable, "-m", "tests.e2e.data_crash_runner"]
        subprocess.run([*runner, "--kills", str(parsed.kills)], check=True)
        return
    os.umask(0o077)
    with tempfile.TemporaryDirectory() as directory:
        fill(Path(directory) / DATABASE_NAME, parsed.years)
        measure(Path(directory), parsed.runs)
        if can_encrypt():
            measure_encryption(Path(directory), parsed.runs)


if __name__ == "__main__":
    main()
