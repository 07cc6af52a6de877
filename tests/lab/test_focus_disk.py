"""The time log on a disk that is full, and on one that may only be read: told, and nothing lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from typing import Any

import pytest


@cache
def missing() -> str:
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "needs root to mount a small disk"
    for tool in ("unshare", "setpriv", "mount"):
        if shutil.which(tool) is None:
            return f"needs {tool} (util-linux)"
    tried = subprocess.run(
        ["unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], check=False
    )
    return "" if tried.returncode == 0 else "needs to be allowed to mount a small disk"


pytestmark = [
    pytest.mark.lab,
    pytest.mark.skipif(bool(missing()), reason=missing() or "there is a small disk"),
]

FULL = "the disk is full. Nothing was changed there. Free some space"
READ_ONLY = "the file may only be read. Nothing was changed there. Allow writing"


@pytest.fixture(scope="module")
def told() -> Any:
    ran = subprocess.run(
        ["unshare", "--mount", sys.executable, "-m", "tests.lab.focus_disk_runner"],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return json.loads(ran.stdout)


def test_a_full_disk_is_told_by_window_and_command(told: Any) -> None:
    assert FULL in told["window when full"]
    assert told["interrupt when full"]["code"] == 1
    assert FULL in told["interrupt when full"]["err"]


def test_the_running_block_outlives_a_full_disk(told: Any) -> None:
    assert told["window still shows it"] is True
    for step in (
        "status beside the window when full",
        "status alone when full",
        "status with room",
    ):
        assert told[step]["code"] == 0, told[step]
        assert "Refund queue" in told[step]["out"]
    assert told["stop with room"]["code"] == 0
    assert told["integrity"] == "ok"


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("stop when read-only", READ_ONLY),
        ("stop of a read-only file", READ_ONLY),
        ("interrupt on a full disk", FULL),
    ],
)
def test_what_cannot_be_written_is_told(told: Any, step: str, words: str) -> None:
    assert told[step]["code"] == 1
    assert words in told[step]["err"]


@pytest.mark.parametrize("step", ["status of a full disk", "status when read-only"])
def test_a_file_that_no_program_has_open_is_read_all_the_same(told: Any, step: str) -> None:
    assert told[step]["code"] == 0, told[step]
    assert "Mail" in told[step]["out"]


def test_a_read_only_file_is_read_and_never_made_writable(told: Any) -> None:
    assert "Chat" in told["status of a read-only file"]["out"]
    assert told["mode"] == 0o400


def test_what_may_be_written_again_is(told: Any) -> None:
    for step in ("stop in the end", "stop as anybody"):
        assert told[step]["code"] == 0, told[step]
