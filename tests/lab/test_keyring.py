"""The password of the TURN user in a real keyring, through the command line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.lab.keyring_session import in_session, missing_tools

pytestmark = [
    pytest.mark.lab,
    pytest.mark.skipif(bool(missing_tools()), reason=missing_tools() or "there is a keyring"),
]

SECRET = "only-for-the-relay"
PROFILE = """
schema = 1
name = "Relay"
[voice_path]
turn = ["turn:turn.invalid"]
turn_username = "agent"
"""
KEEP = f"{sys.executable} -m workspace_assistant profile turn-password --profile $1"
FORGET = f"{KEEP} --forget"
FIND = f"""{sys.executable} -c '
from workspace_assistant.adapters.secrets.turn_password import TurnPasswordKeyring
print(repr(TurnPasswordKeyring().find("turn:agent@turn.invalid", 3, lambda: None)))'"""


@pytest.fixture
def profile(tmp_path: Path) -> str:
    path = tmp_path / "relay.toml"
    path.write_text(PROFILE)
    return str(path)


def test_a_password_is_kept_found_and_forgotten(tmp_path: Path, profile: str) -> None:
    steps = f"{KEEP} && {FIND} && {FORGET} && {FIND} && {FORGET}"
    done = in_session(tmp_path, steps, profile, text=f"{SECRET}\n")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "The password is in the system's keyring.",
        repr(SECRET),
        "The password is forgotten.",
        "''",
        "There was no password to forget.",
    ]
    written = [path for path in (tmp_path / "assistant").rglob("*") if path.is_file()]
    assert not [path for path in written if SECRET.encode() in path.read_bytes()]


@pytest.mark.parametrize(
    ("away", "trouble"),
    [
        ("", "the system's keyring is locked"),
        ("unset DBUS_SESSION_BUS_ADDRESS; ", "this system has no keyring that keeps passwords"),
    ],
)
def test_without_an_unlocked_keyring_the_way_out_is_told(
    tmp_path: Path, profile: str, away: str, trouble: str
) -> None:
    done = in_session(tmp_path, away + KEEP, profile, is_unlocked=False, text=f"{SECRET}\n")
    assert (done.returncode, done.stdout) == (2, "")
    said = done.stderr.splitlines()[-1]  # what stands before it is said by the bus and the keyring
    variable = "WORKSPACE_ASSISTANT_TURN_PASSWORD"
    assert said == f"{trouble}; set the environment variable {variable} instead"
    assert SECRET not in done.stderr
