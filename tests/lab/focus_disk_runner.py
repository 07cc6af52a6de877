"""A time log on a disk that fills up, gets room again, and then may only be read.

Run as root in a mount namespace of its own: ``unshare --mount python -m
tests.lab.focus_disk_runner``. It puts a small disk over /mnt, which nobody else sees. Prints one
JSON document: what each step answered.
"""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from pathlib import Path

from tests.e2e.program import Answer, run
from tests.fakes.focus import CountingId
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.focus_log import SqliteFocusLog
from workspace_assistant.adapters.system.focus_clock import SystemFocusClock
from workspace_assistant.core.errors import StoreUnavailableError
from workspace_assistant.core.focus.model import Cause
from workspace_assistant.core.focus.service import FocusService

DISK = Path("/mnt")
DISK_KB = 1024
# Root without its power to pass over what a file may be used for.
AS_ANYBODY = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
LONG = "x" * 2000


def fill(disk: Path) -> Path:
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (4096, 1):
            try:
                while file.write(b"x" * size) == size:
                    pass
            except OSError:
                continue
    return filler


def window(data_dir: Path) -> tuple[Database, FocusService]:
    """A program that has had the file open all the time."""
    (path,) = data_dir.glob("*.sqlite3")
    database = Database(path)
    log = SqliteFocusLog(database)
    return database, FocusService(log, SystemFocusClock(), CountingId(), "window")


def attempt(service: FocusService) -> tuple[str, bool]:
    """Writes until it cannot: in which words, and whether what had been told as saved is there."""
    before = service.now().block
    try:
        for _ in range(DISK_KB):
            service.interrupt(Cause.NOISE, note=LONG)
            before = service.now().block
    except StoreUnavailableError as error:
        return str(error), service.now().block == before
    return "", False


def shown(answer: Answer) -> dict[str, object]:
    return {"code": answer.code, "out": answer.out, "err": answer.err}


def steps(disk: Path) -> dict[str, object]:
    data_dir = disk / "data"
    told: dict[str, object] = {}

    def ask(step: str, *arguments: str) -> None:
        told[step] = shown(run(data_dir, "focus", *arguments))

    ask("start", "start", "Refund queue", "--no-watch")
    database, service = window(data_dir)
    service.now()  # opens the file
    filler = fill(disk)
    told["window when full"], told["window still shows it"] = attempt(service)
    ask("status beside the window when full", "status")
    ask("interrupt when full", "interrupt", "noise", "--note", LONG)
    database.close()
    ask("status alone when full", "status")
    filler.unlink()
    ask("status with room", "status")
    ask("stop with room", "stop")
    ask("start anew", "start", "Mail", "--no-watch")
    filler = fill(disk)
    ask("status of a full disk", "status")
    ask("interrupt on a full disk", "interrupt", "noise", "--note", LONG)
    filler.unlink()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    ask("status when read-only", "status")
    ask("stop when read-only", "stop")
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    ask("stop in the end", "stop")
    told |= steps_of_anybody(disk)
    database, _ = window(data_dir)
    with database.reading() as connection:
        told["integrity"] = connection.execute("PRAGMA integrity_check").fetchone()[0]
    database.close()
    return told


def steps_of_anybody(disk: Path) -> dict[str, object]:
    """The file of an ordinary user, who may then only read it."""
    data_dir = disk / "anybody"
    data_dir.mkdir()
    told: dict[str, object] = {}

    def ask(step: str, *arguments: str) -> None:
        told[step] = shown(run(data_dir, "focus", *arguments, prefix=AS_ANYBODY))

    ask("start as anybody", "start", "Chat", "--no-watch")
    (path,) = data_dir.glob("*.sqlite3")
    path.chmod(0o400)
    ask("status of a read-only file", "status")
    ask("stop of a read-only file", "stop")
    told["mode"] = stat.S_IMODE(path.stat().st_mode)
    path.chmod(0o600)
    data_dir.chmod(0o500)
    ask("status in a read-only folder", "status")
    data_dir.chmod(0o700)
    ask("stop as anybody", "stop")
    return told


def main() -> None:
    options = f"size={DISK_KB}k,mode=0755"
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(DISK)], check=True)
    json.dump(steps(DISK), sys.stdout)


if __name__ == "__main__":
    main()
