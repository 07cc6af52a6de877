"""`check-in` as a user types it: processes of their own, one after the other."""

from __future__ import annotations

import os
import pty
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.e2e.program import command, environment, run


def test_a_shift_is_told_marked_and_listed(tmp_path: Path) -> None:
    data = tmp_path / "data"
    start = (datetime.now(UTC) - timedelta(hours=7)).astimezone()
    day, clock = start.strftime("%Y-%m-%d"), start.strftime("%H:%M")
    assert run(data, "shifts", "add", f"{day} {clock}", "7h05m").code == 0
    assert run(data, "check-in", "on").code == 0
    assert run(data, "check-in", "hard", "--abusive").code == 0
    due = run(data, "check-in", "list", "--json").document()
    assert due["asking"] in {"due", "in-call"}
    told = run(data, "check-in", "--eyes", "2", "--contact", "5", "--json").document()
    assert told["shift_id"] is not None
    assert (told["eyes"], told["hard_contacts"], told["abusive_contacts"]) == (2, 1, 1)
    again = run(data, "check-in", "--eyes", "3", "--json").document()
    assert (again["id"], again["eyes"], again["contact"]) == (told["id"], 3, 5)
    listed = run(data, "check-in", "list", "--json").document()
    assert listed["asking"] == "told-already"
    assert [one["id"] for one in listed["check_ins"]] == [told["id"]]
    assert run(data, "check-in", "remove", told["id"][:10]).code == 0
    assert run(data, "check-in", "list", "--json").document()["check_ins"] == []


def test_nobody_to_ask_is_no_check_in(tmp_path: Path) -> None:
    done = run(tmp_path, "check-in")
    assert (done.code, done.out) == (2, "")
    assert "There is nobody to ask here." in done.err


def test_a_person_at_a_terminal_is_asked(tmp_path: Path) -> None:
    try:
        ours, theirs = pty.openpty()
    except OSError as error:
        pytest.skip(f"no terminal to be had here: {error}")
    try:
        os.write(ours, b"3\n\n4\n\n\n1\n2\n\n1\n10\n")
        done = subprocess.run(
            command("check-in", "--json"),
            env=environment(tmp_path),
            stdin=theirs,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    finally:
        os.close(ours)
        os.close(theirs)
    assert done.returncode == 0, done.stderr
    assert "How do your eyes feel?" in done.stderr
    assert '"eyes": 3' in done.stdout
    assert '"solved_contacts": 1' in done.stdout
    assert '"learning_minutes": 10' in done.stdout
