"""A program that breaks leaves no picture of its memory, where addresses of calendars are."""

from __future__ import annotations

import subprocess
import sys

import pytest

# As a computer is set up for whoever looks for faults, then any start of the program.
_START = """
import resource, subprocess, sys
_, most = resource.getrlimit(resource.RLIMIT_CORE)
resource.setrlimit(resource.RLIMIT_CORE, (most, most))
from workspace_assistant.bootstrap import run
run(["--version"])
show = "import resource; print(*resource.getrlimit(resource.RLIMIT_CORE))"
exec(show)
sys.stdout.flush()
subprocess.run([sys.executable, "-c", show], check=True)
print(most)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no such limit")
def test_neither_the_program_nor_what_it_starts_writes_core_dumps() -> None:
    done = subprocess.run([sys.executable, "-c", _START], check=True, capture_output=True)
    _, of_program, of_child, most = done.stdout.decode().splitlines()
    assert of_program == of_child
    now, still_most = of_program.split()
    assert now in {"0", "1"}  # bytes: what begins is larger
    assert still_most == most
