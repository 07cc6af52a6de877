"""What people write, and what their employer calls things, is nowhere in the log."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

from tests.e2e.program import environment

CANARIES = ("Zeisig", "Kleiber", "kauz.example", "geheim4711", "Marta")
PROFILE = """schema = 1
name = "Zeisig Contact Center"
[bandwidth]
provider = "pigeon-Kleiber"
[[endpoints]]
name = "Kleiber CRM"
address = "https://kauz.example/?token=geheim4711"
"""
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Zeisig//EN
BEGIN:VEVENT
UID:Kleiber@kauz.example
SUMMARY:Shift Zeisig
DTSTART:20261123T080000Z
DTEND:2026112
END:VEVENT
END:VCALENDAR
"""
RUN = """
import json, sys
from workspace_assistant.bootstrap.start import run
for arguments in json.loads(sys.argv[1]):
    try:
        run(arguments)
    except SystemExit:
        pass
"""


def run_all(folder: Path, *commands: tuple[str, ...]) -> str:
    """All in one process, which is sooner than one for each."""
    surroundings = {
        **environment(folder / "data"),
        "WORKSPACE_ASSISTANT_NO_KEEPER": "1",
        "HTTPS_PROXY": "http://Zeisig:geheim4711@127.0.0.1:9",
    }
    done = subprocess.run(
        [sys.executable, "-c", RUN, json.dumps(commands)],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    return done.stdout + done.stderr


def damage(database: Path) -> None:
    """Rows that cannot be read any more, with words in them that a fault would repeat."""
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    with connection:
        for table, column in (
            ("focus_block", "channel"),
            ("focus_interruption", "cause"),
            ("readiness_report", "document"),
            ("check_in", "answers"),
        ):
            connection.execute(f"UPDATE {table} SET {column} = ?", (json.dumps([CANARIES[0]]),))
    connection.close()


def test_no_canary_is_in_the_log(tmp_path: Path) -> None:
    profile, calendar = tmp_path / "Zeisig.toml", tmp_path / "Kleiber.ics"
    profile.write_text(PROFILE)
    calendar.write_text(CALENDAR)
    told = run_all(
        tmp_path,
        ("focus", "start", "Zeisig refunds", "--tag", "Kleiber", "--no-watch"),
        ("focus", "interrupt", "family", "--note", "Marta called"),
        ("focus", "stop"),
        ("focus", "edit", "Zeisig", "--name", "Kleiber"),
        ("shifts", "pattern", "Mon-Fri 08:00-16:00", "--name", "Zeisig"),
        ("shifts", "import", str(calendar)),
        ("profile", "validate", str(profile)),
        ("check", "--profile", str(profile)),
        ("check", "--only", "computer", "--quick", "--report", str(tmp_path / "Zeisig.json")),
        ("check-in", "--eyes", "3", "--note", "Marta shouted"),
        ("data", "backup", str(tmp_path / "Zeisig backup.zip")),
        ("publish", "on", "https://127.0.0.1:9/geheim4711", "--yes"),
        ("history", "verify", str(profile)),
        ("mic", str(profile)),
    )
    assert "Zeisig refunds" in told
    damage(next((tmp_path / "data").glob("*.sqlite3")))
    read = (("focus", "list"), ("history",), ("check-in", "list"), ("week",), ("shifts",))
    run_all(tmp_path, *read, ("breaks",), ("reminders",), ("schedule", "run"))
    logged = "".join(path.read_text("utf-8") for path in (tmp_path / "data").glob("log.txt*"))
    assert "cannot be read" in logged  # what was damaged was noticed, so there was a lot to tell
    assert not [one for one in CANARIES if one in logged]
    assert str(tmp_path) not in logged
