"""One program at a time tells what is news."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from workspace_assistant.adapters.system.telling_turn import TellingTurn

_HOLD = """
import sys
from pathlib import Path
from workspace_assistant.adapters.system.telling_turn import TellingTurn
with TellingTurn(Path(sys.argv[1])).taken() as is_ours:
    print(is_ours, flush=True)
    sys.stdin.read()
"""


def test_one_at_a_time_has_it(tmp_path: Path) -> None:
    with TellingTurn(tmp_path).taken() as is_ours:
        assert is_ours
        with TellingTurn(tmp_path).taken() as is_second:
            assert not is_second
    with TellingTurn(tmp_path).taken() as is_ours:
        assert is_ours


def test_a_program_that_dies_leaves_it_free(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"True\n"
        with TellingTurn(tmp_path).taken() as is_ours:
            assert not is_ours
        other.kill()
        other.wait()
        with TellingTurn(tmp_path).taken() as is_ours:
            assert is_ours


def test_where_nothing_can_be_written_it_is_told(tmp_path: Path) -> None:
    with TellingTurn(tmp_path / "none").taken() as is_ours:
        assert is_ours
