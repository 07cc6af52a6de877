"""Encrypted data with a real keyring, through the command line, and killed while it is switched."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.lab.keyring_session import in_session, missing_tools

KILLS = 24
NAME = "Zebra crossing"
PROGRAM = f"{sys.executable} -m workspace_assistant"
STEPS = f"""
set -e
{PROGRAM} focus start "{NAME}" >&2
{PROGRAM} focus stop >&2
{PROGRAM} data backup >&2
{PROGRAM} data export "$1/before" >&2
{PROGRAM} data encrypt --yes --recovery-file "$1/key" --json
{PROGRAM} focus list --json | grep -c "{NAME}"
{PROGRAM} week --json >"$1/week"
{PROGRAM} data backup >&2
{PROGRAM} data export "$1/during" >&2
grep -rl "{NAME}" "$WORKSPACE_ASSISTANT_DATA_DIR" && exit 9
{PROGRAM} data recovery-key | tr -d ' \\n'; echo
{PROGRAM} data decrypt --yes >&2
{PROGRAM} data export "$1/after" >&2
grep -rl "{NAME}" "$WORKSPACE_ASSISTANT_DATA_DIR" >"$1/plain"
"""

pytestmark = [
    pytest.mark.lab,
    pytest.mark.skipif(
        importlib.util.find_spec("sqlcipher3") is None,
        reason="the extra encryption is not installed",
    ),
]


def tables(folder: Path) -> dict[str, str]:
    return {one.name: one.read_text() for one in sorted((folder / "tables").iterdir())}


@pytest.mark.skipif(bool(missing_tools()), reason=missing_tools() or "there is a keyring")
def test_a_name_is_nowhere_in_encrypted_data_and_every_row_comes_back(tmp_path: Path) -> None:
    done = in_session(tmp_path, STEPS, str(tmp_path))
    assert done.returncode == 0, done.stderr
    document, _, rest = done.stdout.partition("}\n")
    assert json.loads(f"{document}}}")["is_encrypted"] is True
    count, key = rest.split()
    assert count == "1"
    assert key == (tmp_path / "key").read_text().strip().replace("-", "")
    assert key not in done.stderr
    before = tables(tmp_path / "before")
    assert NAME in before["focus_block.csv"]
    assert tables(tmp_path / "during") == before
    assert tables(tmp_path / "after") == before
    assert (tmp_path / "plain").read_text().splitlines()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork")
@pytest.mark.timeout(300)
def test_a_switch_that_is_killed_has_happened_or_has_not(tmp_path: Path) -> None:
    ran = subprocess.run(
        [
            *(sys.executable, "-m", "tests.e2e.data_crash_runner", "--kinds", "switch"),
            *("--kills", str(KILLS), "--directory", str(tmp_path)),
        ],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    result = json.loads(ran.stdout)
    assert result["faults"] == [], result
    assert result["kills"] == KILLS
    assert result["told"] > KILLS
    assert result["switched"] > 1
