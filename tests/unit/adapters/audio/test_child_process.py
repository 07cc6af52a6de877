"""The children themselves over a scripted sound library: they end well, and with their parent."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHILDREN = "workspace_assistant.adapters.audio"
LIBRARY = """
import time
class PortAudioError(Exception): ...
class default: device = (0, 0)
def query_hostapis(index=None):
    return [{"name": "ALSA"}] if index is None else {"name": "ALSA"}
def query_devices(*_):
    return []if not _ else {"max_output_channels": 2, "hostapi": 0}
def RawOutputStream(**_):
    time.sleep(60)
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "sounddevice.py").write_text(LIBRARY, encoding="utf-8")
    return {**os.environ, "PYTHONPATH": str(tmp_path)}


def child(environment: dict[str, str], *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", "-m", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )


def test_a_list_ends_well_while_the_parent_waits(environment: dict[str, str]) -> None:
    with child(environment, f"{CHILDREN}.capture_child", "list", "input") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read() == b'{"devices": []}\n'
        assert (process.wait(20), process.stderr.read()) == (0, b"")


def test_a_player_whose_output_hangs_ends_with_its_parent(environment: dict[str, str]) -> None:
    with child(environment, f"{CHILDREN}.playback_child", "-", "1", "8000", "2") as process:
        assert process.stdin is not None
        process.stdin.write(bytes(8))
        process.stdin.close()
        assert process.wait(20) == 1
