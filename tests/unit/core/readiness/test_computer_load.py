"""How busy the processors were, and whose work it was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.scripted_computer import BOOT_UNIX_S, OWN_PID, ScriptedComputer, ScriptedProcess
from workspace_assistant.core.readiness.computer.load import (
    busiest_programs,
    busy_share,
    cpu_load,
    own_cpu_s,
)
from workspace_assistant.core.readiness.computer.model import (
    Absence,
    CpuLoad,
    CpuReading,
    LoadReading,
    ProcessReading,
)

WINDOW_S = 3.0


def watched(*processes: ScriptedProcess, logical_cpus: int = 4) -> tuple[LoadReading, LoadReading]:
    computer = ScriptedComputer(processes=processes, logical_cpus=logical_cpus)
    start = computer.load()
    computer.advance(WINDOW_S)
    return start, computer.load()


def load_of(*processes: ScriptedProcess) -> CpuLoad:
    load = cpu_load(*watched(*processes))
    assert isinstance(load, CpuLoad)
    return load


def share(start: dict[str, float], end: dict[str, float]) -> float | None:
    return busy_share(CpuReading(at_s=0, columns=start), CpuReading(at_s=3, columns=end))


@pytest.mark.parametrize(
    ("grown", "expected"),
    [
        ({"user": 1, "system": 1, "idle": 2}, 0.5),
        ({"user": 1, "iowait": 3}, 0.25),  # waiting for a disk is no work
        ({"user": 2, "guest": 2, "idle": 2}, 0.5),  # Linux: guest lies inside user
        ({"nice": 2, "guest_nice": 2, "idle": 2}, 0.5),
        ({"irq": 1, "softirq": 1, "steal": 1, "idle": 1}, 0.75),
        ({"user": 1, "system": 1, "interrupt": 1, "dpc": 1, "idle": 2}, 0.5),  # Windows
        ({"user": 1, "nice": 1, "system": 1, "idle": 1}, 0.75),  # macOS
    ],
)
def test_which_columns_are_work(grown: dict[str, float], expected: float) -> None:
    start = dict.fromkeys(grown, 100.0)
    end = {name: 100.0 + seconds for name, seconds in grown.items()}
    assert share(start, end) == pytest.approx(expected)


def test_a_column_that_shrinks_counts_as_nothing() -> None:
    assert share({"user": 0, "idle": 0, "iowait": 9}, {"user": 1, "idle": 1, "iowait": 5}) == 0.5


def test_counters_that_stand_still_are_no_number() -> None:
    assert share({"user": 5, "idle": 5}, {"user": 5, "idle": 5}) is None
    start, _ = watched()
    assert cpu_load(start, start) is Absence.CLOCK_STOPPED
    assert busiest_programs(start, start) == ()


columns = st.dictionaries(
    st.sampled_from(["user", "nice", "system", "idle", "iowait", "irq", "steal", "guest", "dpc"]),
    st.floats(0, 1e7),
)


@given(columns, columns)
def test_a_share_is_never_outside_its_range(start: dict[str, float], end: dict[str, float]) -> None:
    found = share(start, end)
    assert found is None or 0 <= found <= 1


def test_utilization_is_of_all_processors() -> None:
    load = load_of(ScriptedProcess(pid=7, cores=1), ScriptedProcess(pid=8, cores=0.6))
    assert load.utilization_fraction == pytest.approx(0.4)
    assert load.window_s == WINDOW_S


def test_this_program_and_its_children_are_left_out() -> None:
    load = load_of(
        ScriptedProcess(pid=OWN_PID, name="workspace-assistant", cores=1),
        ScriptedProcess(pid=101, name="speedtest", parent_pid=OWN_PID, cores=0.5),
        ScriptedProcess(pid=102, name="grandchild", parent_pid=101, cores=0.5),
        ScriptedProcess(pid=9, name="firefox", cores=0.4),
    )
    assert load.own_fraction == pytest.approx(0.5)
    assert load.utilization_fraction == pytest.approx(0.1)
    assert [program.name for program in load.busiest] == ["firefox"]


@given(st.floats(0, 2), st.floats(0, 2))
def test_own_work_never_changes_the_utilization(own_cores: float, other_cores: float) -> None:
    other = ScriptedProcess(pid=9, cores=other_cores)
    alone = load_of(other)
    beside = load_of(other, ScriptedProcess(pid=OWN_PID, cores=own_cores))
    assert beside.utilization_fraction == pytest.approx(alone.utilization_fraction, abs=1e-6)


def test_a_stranger_whose_dead_parent_had_our_pid_is_not_ours() -> None:
    load = load_of(
        ScriptedProcess(pid=OWN_PID, cores=0.0, born_at_s=-10),
        ScriptedProcess(pid=50, name="old", parent_pid=OWN_PID, cores=1, born_at_s=-500),
    )
    assert load.own_fraction == 0
    assert load.busiest[0].name == "old"


def test_a_child_that_ended_hands_over_only_what_it_used_in_the_window() -> None:
    parent = ProcessReading(
        pid=OWN_PID, parent_pid=1, created_at_s=BOOT_UNIX_S, name="us", cpu_s=5.0
    )
    child = ProcessReading(
        pid=101, parent_pid=OWN_PID, created_at_s=BOOT_UNIX_S, name="child", cpu_s=40.0
    )
    start, end = watched()
    before = replace(start, processes=(parent, child))
    after = replace(end, processes=(replace(parent, cpu_s=5.5, reaped_cpu_s=41.0),))
    assert own_cpu_s(before, after) == pytest.approx(1.5)


def test_an_ended_child_where_no_one_keeps_its_seconds_takes_nothing_away() -> None:
    parent = ProcessReading(
        pid=OWN_PID, parent_pid=1, created_at_s=BOOT_UNIX_S, name="us", cpu_s=5.0
    )
    child = replace(parent, pid=101, parent_pid=OWN_PID, cpu_s=40.0)
    start, end = watched()
    before = replace(start, processes=(parent, child))
    after = replace(end, processes=(replace(parent, cpu_s=5.5),))
    assert own_cpu_s(before, after) == pytest.approx(0.5)


def test_the_busiest_three_most_first() -> None:
    load = load_of(
        *(ScriptedProcess(pid=n, name=f"p{n}", cores=n / 10) for n in (1, 2, 3, 4)),
    )
    assert [program.name for program in load.busiest] == ["p4", "p3", "p2"]
    assert load.busiest[0].fraction == pytest.approx(0.1)


def test_processes_of_one_program_count_together() -> None:
    load = load_of(
        *(ScriptedProcess(pid=n, name="browser", cores=0.2) for n in range(10, 20)),
        ScriptedProcess(pid=30, name="single", cores=1.0),
    )
    assert load.busiest[0].name == "browser"
    assert load.busiest[0].fraction == pytest.approx(0.5)


def test_a_process_born_in_the_window_counts_from_its_birth() -> None:
    load = load_of(ScriptedProcess(pid=9, name="new", cores=1, born_at_s=1.0))
    assert load.busiest[0].fraction == pytest.approx(2 / 12)


def test_an_old_process_seen_for_the_first_time_is_not_charged_with_its_past() -> None:
    start, end = watched(ScriptedProcess(pid=9, name="old", cores=1))
    assert busiest_programs(replace(start, processes=()), end) == ()


def test_a_pid_used_again_is_a_new_process() -> None:
    start, _ = watched(ScriptedProcess(pid=9, name="gone", cores=2))
    _, end = watched(ScriptedProcess(pid=9, name="fresh", cores=1, born_at_s=2.0))
    assert [(p.name, round(p.fraction * 12, 3)) for p in busiest_programs(start, end)] == [
        ("fresh", 1.0)
    ]


def test_windows_idle_process_is_no_program() -> None:
    assert load_of(ScriptedProcess(pid=0, name="System Idle Process", cores=3)).busiest == ()


def test_threads_of_the_kernel_are_work_but_no_programs() -> None:
    start, end = watched(
        ScriptedProcess(pid=9, name="kworker/1:1H-kblockd", cores=2),
        ScriptedProcess(pid=10, name="firefox", cores=1),
    )
    processes = tuple(replace(p, is_kernel_thread=p.pid == 9) for p in end.processes)
    load = cpu_load(start, replace(end, processes=processes))
    assert isinstance(load, CpuLoad)
    assert load.utilization_fraction == pytest.approx(0.75)
    assert [program.name for program in load.busiest] == ["firefox"]


def test_a_process_that_ended_leaves_its_work_in_the_utilization() -> None:
    load = load_of(ScriptedProcess(pid=9, cores=2, ends_at_s=1.5))
    assert load.utilization_fraction == pytest.approx(0.25)
    assert load.busiest == ()
