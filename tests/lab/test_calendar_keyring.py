"""The address of a calendar in a real keyring, through the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.test_calendar_secret import CANARY, VARIABLE, Moody, leaks
from tests.fakes.hostile_servers import HostileServer
from tests.lab.keyring_session import in_session, missing_tools

pytestmark = [
    pytest.mark.lab,
    pytest.mark.skipif(bool(missing_tools()), reason=missing_tools() or "there is a keyring"),
]

PROGRAM = f"{sys.executable} -m workspace_assistant shifts"
SUBSCRIBE = f"{PROGRAM} subscribe Work --address-stdin"
COUNT = f"{PROGRAM} list --json | grep -c '\"starts_at\"'"


def said(done: subprocess.CompletedProcess[str]) -> str:
    return done.stdout + done.stderr


def test_an_address_is_kept_used_and_forgotten(tmp_path: Path) -> None:
    with HostileServer(Moody()) as server:
        address = f"{server.url}/{CANARY}/basic.ics"
        steps = f"{SUBSCRIBE} && {PROGRAM} refresh && {PROGRAM} remove Work && {PROGRAM} sources"
        done = in_session(tmp_path, steps, text=f"{address}\n")
    assert done.returncode == 0, said(done)
    assert "Kept “Work”: 1 shift" in done.stdout
    assert "Work: nothing changed" in done.stdout
    assert CANARY not in said(done)
    assert leaks(tmp_path, CANARY) == []  # the keyring's own file is encrypted


def test_a_keyring_that_is_locked_later_costs_no_shift(tmp_path: Path) -> None:
    with HostileServer(Moody()) as server:
        address = f"{server.url}/{CANARY}/basic.ics"
        done = in_session(tmp_path, SUBSCRIBE, text=f"{address}\n")
        assert done.returncode == 0, said(done)
        steps = f"{PROGRAM} refresh; echo code $?; {COUNT}"
        done = in_session(tmp_path, steps, is_unlocked=False)
    assert "Work: The system's keyring is locked: unlock it to fetch the calendar." in done.stderr
    assert done.stdout.splitlines() == ["code 1", "1"]
    assert CANARY not in said(done)


def test_without_a_keyring_the_way_out_is_told_and_works(tmp_path: Path) -> None:
    away = "unset DBUS_SESSION_BUS_ADDRESS; "
    with HostileServer(Moody()) as server:
        address = f"{server.url}/{CANARY}/basic.ics"
        done = in_session(tmp_path, away + SUBSCRIBE, is_unlocked=False, text=f"{address}\n")
        assert done.returncode == 2, said(done)
        assert f"Set the environment variable {VARIABLE} to the address instead." in done.stderr
        assert CANARY not in said(done)
        steps = f"{away} read -r {VARIABLE}; export {VARIABLE}; {PROGRAM} subscribe Work && {COUNT}"
        done = in_session(tmp_path, steps, is_unlocked=False, text=f"{address}\n")
    assert done.stdout.splitlines()[-1:] == ["1"], said(done)
    assert leaks(tmp_path, CANARY) == []


def test_a_locked_keyring_keeps_no_subscription(tmp_path: Path) -> None:
    with HostileServer(Moody()) as server:
        address = f"{server.url}/{CANARY}/basic.ics"
        done = in_session(
            tmp_path, f"{SUBSCRIBE}; {PROGRAM} sources", is_unlocked=False, text=f"{address}\n"
        )
    assert "The system's keyring is locked" in done.stderr
    assert "Work" not in done.stdout
    assert CANARY not in said(done)
