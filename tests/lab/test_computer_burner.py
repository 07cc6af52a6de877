"""The computer check against burners of known load.

The check runs in a child process of its own, with the burner beside it: a burner below it would
rightly be left out. Other programs on this computer can only add to what is measured, so the
calmest of several attempts counts; when none was calm, the test says so.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from workspace_assistant.core.readiness.computer.check import QUICK_WINDOW_S
from workspace_assistant.core.readiness.units import NARROW_SPACE

pytestmark = pytest.mark.lab

TOLERANCE = 0.05
QUIET = 0.03
ROOMY = 0.4  # with less room than this a load could hide: processors cannot be more than busy
ATTEMPTS = 5
CPUS = os.cpu_count() or 1

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

    def others(self, burner: str = "") -> float:
        """What programs other than the burner used, as far as it can be seen."""
        return sum(share for name, share in self.busiest.items() if name != burner)


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


@pytest.mark.parametrize("duty", [0.5, 1.0])
def test_a_known_load_is_found(burner: Path, duty: float) -> None:
    def loaded_check() -> Measured:
        with burning(burner, duty):
            return check()

    loaded = added_load(loaded_check, duty / CPUS, burner.name)
    assert loaded.window_s >= QUICK_WINDOW_S
    assert loaded.busiest[burner.name] == pytest.approx(duty / CPUS, abs=TOLERANCE)


def test_what_the_check_starts_itself_is_left_out() -> None:
    loaded = added_load(lambda: check(0.5), 0.0)
    assert loaded.own_share == pytest.approx(0.5 / CPUS, abs=TOLERANCE)


def added_load(loaded_check: Callable[[], Measured], expected: float, burner: str = "") -> Measured:
    """Measure without and with the load until the calmest of each differ by *expected*."""
    idle = loaded = None
    for _ in range(ATTEMPTS):
        idle = _calmer(idle, check())
        loaded = _calmer(loaded, loaded_check())
        is_found = abs(loaded.utilization - idle.utilization - expected) <= TOLERANCE
        if is_found and idle.utilization <= ROOMY:
            return loaded
    assert idle is not None
    assert loaded is not None
    if max(idle.others(), loaded.others(burner)) > QUIET:
        pytest.skip("missing: processors that other programs leave alone for three seconds")
    pytest.fail(f"{idle.utilization} became {loaded.utilization}, should have grown by {expected}")


def _calmer(one: Measured | None, other: Measured) -> Measured:
    return other if one is None or other.utilization < one.utilization else one
