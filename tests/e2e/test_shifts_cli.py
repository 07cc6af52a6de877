"""`shifts` as a person types it: processes of their own, on one file, killed at any moment."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.program import Answer, environment, run

KILLS = 8

ROSTER = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Rosters//EN
BEGIN:VEVENT
UID:night
DTSTAMP:20260101T000000Z
DTSTART;TZID=Romance Standard Time:20300101T220000
DTEND;TZID=Romance Standard Time:20300102T060000
RRULE:FREQ=DAILY
SUMMARY:Night shift
END:VEVENT
BEGIN:VEVENT
UID:holiday
DTSTAMP:20260101T000000Z
DTSTART;VALUE=DATE:20300102
SUMMARY:Holiday
END:VEVENT
END:VCALENDAR
"""


def shifts(home: Path, *words: str) -> Answer:
    return run(home, "shifts", *words, limit_s=30)


def listed(home: Path, *words: str) -> list[Any]:
    document = shifts(home, "list", "--json", *words).document()
    found: list[Any] = document["shifts"]
    return found


@pytest.fixture
def madrid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TZ", "Europe/Madrid")
    return tmp_path / "data"


def test_a_week_from_nothing(madrid: Path, tmp_path: Path) -> None:
    assert "Add some" in shifts(madrid).out
    added = shifts(madrid, "add", "2030-03-30 22:00", "06:00", "--place", "office")
    assert (added.code, added.err) == (0, "")
    (night,) = listed(madrid, "--from", "2030-03-30", "--to", "2030-03-30")
    assert (night["planned_s"], night["place"]) == (7 * 3600, "office")  # clocks are set forward
    assert shifts(madrid, "pattern", "Mon-Sun 08:00-16:00", "--break", "12:00-12:30").code == 0
    following = shifts(madrid, "next", "--json").document()
    assert following["next"]["breaks"][0]["ends_at"].endswith(":30:00Z")
    assert len(listed(madrid, "--week", "2030-W13")) == 1
    assert len(listed(madrid)) in {13, 14}  # today's may be over

    roster = tmp_path / "roster.ics"
    roster.write_text(ROSTER.replace("2030", time.strftime("%Y")).replace("\n", "\r\n"))
    preview = shifts(madrid, "import", str(roster), "--preview", "--json").document()
    assert {one["time_zone"] for one in preview["shifts"]} == {"Europe/Paris"}
    assert len(preview["shifts"]) > 400
    kept = shifts(madrid, "import", str(roster), "--as-source", "Nights")
    assert (kept.code, kept.err) == (0, "")
    assert "Kept “Nights”" in kept.out
    sources = shifts(madrid, "sources", "--json").document()["sources"]
    assert [one["kind"] for one in sources] == ["hand", "pattern", "file"]
    assert shifts(madrid, "remove", "Nights").code == 0
    assert len(shifts(madrid, "sources", "--json").document()["sources"]) == 2


def test_bad_input_is_one_sentence_and_exit_2(madrid: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.ics"
    page.write_text("<html><body>Sign in</body></html>")
    cut = tmp_path / "cut.ics"
    cut.write_text(ROSTER[:200])
    for words in (
        ("import", str(page)),
        ("import", str(cut)),
        ("import", str(tmp_path / "absent.ics")),
        ("add", "2030-03-31 02:30", "10:00"),
        ("pattern", "Mon-Fri"),
        ("remove", "nothing"),
        ("subscribe", "Work"),  # nobody there to give an address
    ):
        answer = shifts(madrid, *words)
        assert (answer.code, answer.out) == (2, ""), words
        assert answer.err.count("\n") == 1, answer.err
    assert listed(madrid) == []


def test_no_library_of_calendars_is_loaded_to_look_at_shifts(madrid: Path) -> None:
    code = (
        "import sys; from workspace_assistant.bootstrap.start import run; run(['shifts', 'next']);"
        "dear = {'icalendar', 'recurring_ical_events', 'keyring', 'PySide6', 'ssl', 'numpy'};"
        "print(sorted(dear & set(sys.modules)))"
    )
    told = subprocess.check_output([sys.executable, "-c", code], env=environment(madrid), text=True)
    assert told.splitlines()[-1] == "[]"


def test_of_programs_that_want_one_time_one_gets_it(madrid: Path) -> None:
    shifts(madrid, "list")
    with ThreadPoolExecutor(4) as programs:
        answers = list(
            programs.map(
                lambda number: shifts(madrid, "add", f"2030-05-0{number % 2 + 1} 08:00", "16:00"),
                range(4),
            )
        )
    assert sorted(answer.code for answer in answers) == [0, 0, 2, 2]
    assert len(listed(madrid, "--from", "2030-05-01", "--to", "2030-05-02")) == 2


WRITER = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from workspace_assistant.bootstrap.shifts import shift_service
from workspace_assistant.core.shifts.drafts import ShiftDraft
service, at = shift_service(Path(sys.argv[1])), datetime(2030, 1, 1, tzinfo=UTC)
at += timedelta(hours=2 * int(sys.argv[2]))
while True:
    shift = service.add(ShiftDraft(starts_at=at, ends_at=at + timedelta(hours=1)))
    sys.stdout.write(shift.id + chr(10))
    sys.stdout.flush()
    at += timedelta(hours=2)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a system that can kill at once")
def test_what_was_told_as_saved_outlives_a_kill(madrid: Path) -> None:
    shifts(madrid, "list")
    told: list[str] = []
    for number in range(KILLS):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(madrid), str(1000 * number)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert writer.stdout is not None
        with writer.stdout as lines:
            told.append(lines.readline().strip())
            time.sleep(random.uniform(0, 0.03))
            os.kill(writer.pid, signal.SIGKILL)
            told += [line.strip() for line in lines if line.endswith("\n")]
        writer.wait()
    assert len(told) > KILLS
    found = {one["id"] for one in listed(madrid, "--from", "2030-01-01", "--to", "2040-12-31")}
    assert set(told) <= found
    assert len(found) <= len(told) + KILLS  # one each may be saved and not told yet
