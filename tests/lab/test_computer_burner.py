"""The computer check against burners of known load.

The check runs in a child process of its own, with the burner beside it: a burner below it would
rightly be left out.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.quiet_computer import by_own_effort, timed
from workspace_assistant.core.readiness.computer.check import QUICK_WINDOW_S
from workspace_assistant.core.typography import NARROW_SPACE

pytestmark = [pytest.mark.lab, pytest.mark.alone]

TOLERANCE = 0.05
DUTIES = (0.5, 1.0)
CPUS = os.cpu_count() or 1
# Of all that others use in several checks, the worst is that they use it in one of them.
MOST_OTHERS = TOLERANCE * CPUS / (2 + len(DUTIES))

# Burns by its own processor clock, so that "half" means half whatever else runs.
BURNER = """
import sys, time
duty = float(sys.argv[1])
print("on", flush=True)
began = time.monotonic()
while True:
    if duty >= 1 or time.process_time() < duty * (time.monotonic() - began):
        for _ in range(2000): pass
    else:
        time.sleep(0.01)
"""

CHECK = f"""
import json, pathlib, subprocess, sys
from workspace_assistant.adapters.system.computer_probe import SystemComputerProbe
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.computer.check import check_computer
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile

own = [subprocess.Popen([sys.executable, "-c", {BURNER!r}, duty]) for duty in sys.argv[1:]]
probe = SystemComputerProbe(pathlib.Path.cwd())
request = CheckRequest(profile=WorkplaceProfile(name="lab"), quick=True)
outcome = check_computer(probe, request, JobContext(lambda _: None))
for process in own:
    process.kill()
    process.wait()
measured = outcome.measurements[0]
print(json.dumps([measured.id, measured.value, dict(measured.conditions)]))
"""


@dataclass(frozen=True)
class Measured:
    utilization: float
    own_share: float
    window_s: float
    busiest: dict[str, float]


def check(*own_burners: float) -> Measured:
    command = [sys.executable, "-c", CHECK, *map(str, own_burners)]
    output = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30).stdout
    measurement, utilization, conditions = json.loads(output.splitlines()[-1])
    assert measurement == "computer.cpu_utilization"
    busiest = dict(map(_share, filter(None, conditions["busiest"].split(", "))))
    return Measured(utilization, conditions["own_share"], conditions["window_s"], busiest)


def _share(words: str) -> tuple[str, float]:
    """``firefox 9 %`` as name and fraction."""
    name, _, percent = words.rpartition(" ")
    return name, float(percent.removesuffix(f"{NARROW_SPACE}%")) / 100


@contextmanager
def burning(burner: Path, duty: float) -> Iterator[None]:
    command = [str(burner), "-c", BURNER, str(duty)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "on\n"
        try:
            yield
        finally:
            process.kill()


@pytest.fixture
def burner(tmp_path: Path) -> Path:
    """A Python with a name of its own, which the check has to find among all the others."""
    path = tmp_path / f"wa-burn-{os.getpid()}"
    path.symlink_to(sys.executable)
    return path


@timed
def test_a_known_load_is_found_and_what_the_check_starts_itself_is_left_out(burner: Path) -> None:
    idle = check()
    loaded = {}
    for duty in DUTIES:
        with burning(burner, duty):
            loaded[duty] = check()
    own = check(0.5)
    assert idle.window_s >= QUICK_WINDOW_S
    with by_own_effort(MOST_OTHERS):
        for duty, found in loaded.items():
            assert found.busiest.get(burner.name, 0.0) == pytest.approx(duty / CPUS, abs=TOLERANCE)
            grown = found.utilization - idle.utilization
            assert grown == pytest.approx(duty / CPUS, abs=TOLERANCE)
        assert own.own_share == pytest.approx(0.5 / CPUS, abs=TOLERANCE)
        assert own.utilization == pytest.approx(idle.utilization, abs=TOLERANCE)
