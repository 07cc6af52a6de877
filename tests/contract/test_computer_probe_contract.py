"""What every `ComputerProbe` keeps, the real one and the scripted one alike."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.scripted_computer import OWN_PID, ScriptedComputer, ScriptedProcess
from workspace_assistant.adapters.system.computer_probe import SystemComputerProbe
from workspace_assistant.core.readiness.computer.load import busy_share
from workspace_assistant.core.readiness.computer.model import Absence, CpuReading
from workspace_assistant.core.readiness.computer.ports import ComputerProbe


def _scripted() -> ScriptedComputer:
    us = ScriptedProcess(pid=OWN_PID, name="us", cores=0.1)
    return ScriptedComputer(processes=(us, ScriptedProcess(pid=9, cores=1.0)))


@pytest.fixture(params=["real", "scripted"])
def probe(request: pytest.FixtureRequest, tmp_path: Path) -> ComputerProbe:
    return SystemComputerProbe(tmp_path) if request.param == "real" else _scripted()


def _later(probe: ComputerProbe, first: CpuReading) -> Iterator[CpuReading]:
    """Readings until the counters have moved: a real one ticks 100 times a second."""
    while True:
        if isinstance(probe, ScriptedComputer):
            probe.advance(0.1)
        reading = probe.cpu()
        yield reading
        if sum(reading.columns.values()) > sum(first.columns.values()):
            return


def test_processor_counters_only_grow(probe: ComputerProbe) -> None:
    first = probe.cpu()
    last = list(_later(probe, first))[-1]
    assert last.at_s >= first.at_s
    assert {"user", "idle"} <= set(first.columns)
    share = busy_share(first, last)
    assert share is not None
    assert 0 <= share <= 1


def test_a_load_reading_holds_this_program(probe: ComputerProbe) -> None:
    reading = probe.load()
    assert reading.logical_cpus >= 1
    assert reading.own_pid in {process.pid for process in reading.processes}
    assert reading.own_pid == (OWN_PID if isinstance(probe, ScriptedComputer) else os.getpid())
    keys = [(process.pid, process.created_at_s) for process in reading.processes]
    assert len(set(keys)) == len(keys)


def test_a_process_keeps_its_identity(probe: ComputerProbe) -> None:
    first, second = probe.load(), probe.load()
    own = {
        (process.pid, process.created_at_s)
        for reading in (first, second)
        for process in reading.processes
        if process.pid == reading.own_pid
    }
    assert len(own) == 1


def test_a_state_has_plausible_memory_and_disk(probe: ComputerProbe) -> None:
    state = probe.state()
    assert not isinstance(state.memory, Absence)
    assert 0 < state.memory.available_bytes <= state.memory.total_bytes
    assert not isinstance(state.disk_free_bytes, Absence)
    assert state.disk_free_bytes >= 0
