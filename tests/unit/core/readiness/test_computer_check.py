"""The computer check as a whole, on a scripted computer."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from tests.fakes.scripted_computer import (
    CALM,
    OWN_PID,
    ScriptedComputer,
    ScriptedProcess,
    instant_context,
)
from workspace_assistant.core.jobs import JobCancelledError, Progress
from workspace_assistant.core.readiness.computer.check import check_computer
from workspace_assistant.core.readiness.computer.model import (
    Absence,
    BatteryCell,
    CpuStep,
    MemoryReading,
    PowerReading,
    StateReading,
    SwapReading,
    TemperatureReading,
)
from workspace_assistant.core.readiness.computer.texts import WATCHING_ON
from workspace_assistant.core.readiness.model import Finding, Outcome, Severity, Verdict
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.verdict import check_verdict

REQUEST = CheckRequest(profile=WorkplaceProfile(name="test"))


def checked(computer: ScriptedComputer, *, quick: bool = False) -> Outcome:
    return check_computer(computer, replace(REQUEST, quick=quick), instant_context(computer))


def with_state(state: StateReading) -> Outcome:
    return checked(ScriptedComputer(state_reading=state))


def values(outcome: Outcome) -> dict[str, float | bool | str]:
    return {measurement.id: measurement.value for measurement in outcome.measurements}


def reasons(outcome: Outcome) -> dict[str, str]:
    return {missing.id: missing.reason for missing in outcome.not_measured}


def the_finding(outcome: Outcome) -> Finding:
    (found,) = outcome.findings
    return found


def burner(cores: float) -> ScriptedProcess:
    return ScriptedProcess(pid=9, name="video-export", cores=cores)


def test_a_calm_computer_is_ready() -> None:
    outcome = checked(ScriptedComputer(processes=(burner(0.4),)))
    assert check_verdict(outcome) is Verdict.READY
    assert outcome.findings == ()
    assert values(outcome)["computer.cpu_utilization"] == pytest.approx(0.1)
    assert values(outcome)["computer.memory_used"] == pytest.approx(0.25)
    assert values(outcome)["computer.disk_free"] == 200_000_000_000


@pytest.mark.parametrize(
    ("cores", "severity", "limit"),
    [(2.4, Severity.CAUTION, 0.5), (3.6, Severity.NOT_READY, 0.8)],
)
def test_a_busy_processor_names_the_program(cores: float, severity: Severity, limit: float) -> None:
    found = the_finding(checked(ScriptedComputer(processes=(burner(cores),))))
    assert (found.code, found.severity, found.limit) == ("cpu-busy", severity, limit)
    assert found.value == pytest.approx(cores / 4)
    assert "video-export" in found.message
    assert "video-export" in found.action
    assert "Up to 50\u202f% is fine" in found.action  # the goal, whichever bound was broken


def test_a_utilization_just_above_its_limit_does_not_read_like_it() -> None:
    found = the_finding(checked(ScriptedComputer(processes=(burner(4 * 0.5004),))))
    assert "50.04\u202f% busy" in found.message
    assert "Up to 50\u202f% is fine" in found.action


def test_memory_and_disk_just_beyond_their_limits_do_not_read_like_them() -> None:
    memory = MemoryReading(total_bytes=10_000_000_000, available_bytes=1_999_000_000)
    found = the_finding(with_state(replace(CALM, memory=memory)))
    assert "80.01\u202f% of the memory" in found.message
    assert "Up to 80\u202f% is fine" in found.action
    found = the_finding(with_state(replace(CALM, disk_free_bytes=4_999_900_000)))
    assert "Only 4.9999\u202fGB is free" in found.message
    assert "until 5\u202fGB is free" in found.action


@pytest.mark.parametrize("beyond", [0.500049, 0.5])
def test_a_value_that_is_published_as_its_limit_keeps_it(beyond: float) -> None:
    outcome = checked(ScriptedComputer(processes=(burner(4 * beyond),)))
    assert outcome.findings == ()
    assert values(outcome)["computer.cpu_utilization"] == 0.5


def burst(until_s: float) -> ScriptedProcess:
    return ScriptedProcess(pid=9, name="scan", cores=3.8, born_at_s=-1.0, ends_at_s=until_s)


def test_a_burst_that_is_over_soon_does_not_decide() -> None:
    outcome = checked(ScriptedComputer(processes=(burst(3.6), burner(0.2))))
    assert outcome.findings == ()
    measured = outcome.measurements[0]
    assert measured.value == pytest.approx(0.05 + 0.1 * 3.8 / 4 / 4, abs=1e-3)
    assert measured.conditions["window_s"] == pytest.approx(4)
    assert measured.conditions["first_window_fraction"] == pytest.approx(1.0)
    assert measured.conditions["second_window_fraction"] == measured.value
    assert measured.conditions["busiest"] == "video-export 5\u202f%"


def test_load_that_lasts_is_judged_by_the_calmer_window() -> None:
    later = ScriptedProcess(pid=10, name="update", cores=1.0, born_at_s=3.6)
    outcome = checked(ScriptedComputer(processes=(burner(2.4), later)))
    found, measured = the_finding(outcome), outcome.measurements[0]
    assert (found.severity, found.value) == (Severity.CAUTION, pytest.approx(0.6))
    assert measured.value == found.value == measured.conditions["first_window_fraction"]
    assert measured.conditions["second_window_fraction"] == pytest.approx(0.6 + 3.9 / 16, abs=1e-3)


def test_a_calm_or_quick_check_watches_one_window() -> None:
    for computer, quick in (
        (ScriptedComputer(processes=(burner(1.0),)), False),
        (ScriptedComputer(processes=(burst(9.0),)), True),
    ):
        outcome = checked(computer, quick=quick)
        assert computer.at_s < 3.6
        assert "first_window_fraction" not in outcome.measurements[0].conditions


def test_heat_and_stalls_are_those_of_the_whole_watch() -> None:
    computer = ScriptedComputer(
        processes=(burst(3.5),), throttles_per_s=2, pressure_us_per_s=100_000
    )
    outcome = checked(computer)
    assert the_finding(outcome).value == 15
    conditions = {m.id: m.conditions for m in outcome.measurements}
    assert conditions["computer.thermal_throttling"]["window_s"] == pytest.approx(7.5)
    assert conditions["computer.memory_pressure"]["window_s"] == pytest.approx(7.5)


def test_a_second_window_that_cannot_be_measured_leaves_the_first() -> None:
    computer = ScriptedComputer(processes=(burner(3.6),))

    def stop_the_clock(progress: Progress) -> None:
        computer.clock_runs = computer.clock_runs and progress.stage != WATCHING_ON

    outcome = check_computer(computer, REQUEST, instant_context(computer, stop_the_clock))
    assert values(outcome)["computer.cpu_utilization"] == pytest.approx(0.9)
    assert the_finding(outcome).severity is Severity.NOT_READY


def test_own_work_does_not_make_the_computer_busy() -> None:
    us = ScriptedProcess(pid=OWN_PID, name="us", cores=3.9)
    outcome = checked(ScriptedComputer(processes=(us,)))
    assert outcome.findings == ()
    conditions = outcome.measurements[0].conditions
    assert conditions["own_share"] == pytest.approx(0.975)
    assert conditions["busiest"] == ""


def test_a_busy_processor_without_a_visible_program_says_so() -> None:
    short_lived = ScriptedProcess(pid=9, cores=4, ends_at_s=3.0)
    outcome = checked(ScriptedComputer(processes=(short_lived,), unreadable=12), quick=True)
    assert the_finding(outcome).code == "cpu-busy-unknown"
    assert outcome.measurements[0].conditions["unreadable_processes"] == 12


def test_three_busiest_programs_are_conditions_of_the_utilization() -> None:
    programs = (burner(0.36), ScriptedProcess(pid=10, name="sync", cores=0.12))
    measured = checked(ScriptedComputer(processes=programs)).measurements[0]
    assert measured.id == "computer.cpu_utilization"
    assert measured.conditions["busiest"] == "video-export 9\u202f%, sync 3\u202f%"
    assert measured.conditions["logical_cpus"] == 4


@pytest.mark.parametrize("quick", [False, True])
def test_the_window_lasts_at_least_three_seconds(*, quick: bool) -> None:
    outcome = checked(ScriptedComputer(), quick=quick)
    assert outcome.measurements[0].conditions["window_s"] == pytest.approx(3.0 if quick else 3.5)


def test_progress_comes_often_and_carries_the_load() -> None:
    computer = ScriptedComputer(processes=(burner(1.0),))
    seen: list[Progress] = []
    check_computer(computer, REQUEST, instant_context(computer, seen.append))
    gaps = [after - before for before, after in pairwise(computer.readings)]
    assert max(gaps) <= 0.25
    steps = [progress.reading for progress in seen if isinstance(progress.reading, CpuStep)]
    assert len(steps) >= 14
    assert all(step.busy_fraction == pytest.approx(0.25) for step in steps)
    fractions = [progress.fraction for progress in seen if progress.fraction is not None]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0


def test_a_clock_that_stands_still_neither_hangs_nor_lies() -> None:
    outcome = checked(ScriptedComputer(clock_runs=False))
    assert reasons(outcome)["computer.cpu_utilization"] == "clock-stopped"
    assert check_verdict(outcome) is Verdict.NOT_TESTED


def test_cancel_ends_the_check() -> None:
    computer = ScriptedComputer()
    ctx = instant_context(computer, lambda progress: ctx.cancel() if progress.fraction else None)
    with pytest.raises(JobCancelledError):
        check_computer(computer, REQUEST, ctx)
    assert computer.at_s < 1


def test_full_memory() -> None:
    memory = MemoryReading(total_bytes=8_000_000_000, available_bytes=400_000_000)
    found = the_finding(with_state(replace(CALM, memory=memory)))
    assert (found.code, found.severity) == ("memory-low", Severity.NOT_READY)
    assert (found.value, found.limit) == (0.95, 0.9)
    assert "400\u202fMB" in found.message


def test_a_disk_that_is_not_told_is_no_finding() -> None:
    outcome = with_state(replace(CALM, disk_free_bytes=Absence.ACCESS_DENIED))
    assert outcome.findings == ()
    assert reasons(outcome)["computer.disk_free"] == "access-denied"


def test_unreadable_memory_makes_the_check_untested() -> None:
    outcome = with_state(replace(CALM, memory=Absence.ACCESS_DENIED))
    assert reasons(outcome)["computer.memory_used"] == "access-denied"
    assert check_verdict(outcome) is Verdict.NOT_TESTED


@pytest.mark.parametrize(
    ("free", "severity", "limit"),
    [(3_000_000_000, Severity.CAUTION, 5e9), (500_000_000, Severity.NOT_READY, 1e9)],
)
def test_almost_full_disk(free: int, severity: Severity, limit: float) -> None:
    found = the_finding(with_state(replace(CALM, disk_free_bytes=free)))
    assert (found.code, found.severity, found.limit) == ("disk-almost-full", severity, limit)


@pytest.mark.parametrize(
    ("charge", "code", "severity"),
    [
        (0.8, "on-battery", Severity.INFO),
        (0.3, "on-battery", Severity.INFO),
        (0.29, "battery-low", Severity.CAUTION),
        (0.05, "battery-low", Severity.NOT_READY),
    ],
)
def test_on_battery(charge: float, code: str, severity: Severity) -> None:
    power = PowerReading(cells=(BatteryCell(charge_fraction=charge),), is_plugged=False)
    outcome = with_state(replace(CALM, power=power))
    found = the_finding(outcome)
    assert (found.code, found.severity) == (code, severity)
    assert values(outcome)["computer.on_battery"] is True
    assert values(outcome)["computer.battery"] == charge


def test_an_empty_battery_on_the_mains_is_no_finding() -> None:
    power = PowerReading(cells=(BatteryCell(charge_fraction=0.05),), is_plugged=True)
    assert with_state(replace(CALM, power=power)).findings == ()


def test_heat_slowing_the_processor() -> None:
    outcome = checked(ScriptedComputer(throttles_per_s=2))
    found = the_finding(outcome)
    assert (found.code, found.severity, found.value) == ("thermal-throttling", Severity.CAUTION, 7)
    assert "3.5\u202fs" in found.message


def test_programs_that_wait_for_memory() -> None:
    outcome = checked(ScriptedComputer(pressure_us_per_s=400_000))
    assert values(outcome)["computer.memory_pressure"] == pytest.approx(0.4)
    assert values(outcome)["computer.cpu_pressure"] == pytest.approx(0.4)
    assert the_finding(outcome).code == "memory-pressure"
    assert checked(ScriptedComputer(pressure_us_per_s=100_000)).findings == ()


def test_a_pending_restart_is_told_but_changes_nothing() -> None:
    outcome = with_state(replace(CALM, restart_pending=True))
    assert the_finding(outcome).code == "restart-pending"
    assert check_verdict(outcome) is Verdict.READY


def test_every_missing_sensor_has_its_reason_and_a_sentence() -> None:
    state = replace(
        CALM,
        swap=SwapReading(total_bytes=0, used_bytes=0),
        power=Absence.NO_BATTERY,
        temperatures=(TemperatureReading(chip="nvme", label="", celsius=40),),
    )
    outcome = with_state(state)
    assert reasons(outcome) == {
        "computer.swap_used": "no-swap",
        "computer.on_battery": "no-battery",
        "computer.battery": "no-battery",
        "computer.temperature": "no-sensor",
        "computer.cpu_pressure": "not-supported-here",
        "computer.memory_pressure": "not-supported-here",
        "computer.thermal_throttling": "not-supported-here",
        "computer.restart_pending": "not-supported-here",
    }
    assert all(missing.detail.endswith(".") for missing in outcome.not_measured)
    assert check_verdict(outcome) is Verdict.READY


def test_a_temperature_names_its_sensor() -> None:
    hot = TemperatureReading(chip="coretemp", label="Package id 0", celsius=71.0)
    outcome = with_state(replace(CALM, temperatures=(hot,)))
    (measured,) = [m for m in outcome.measurements if m.id == "computer.temperature"]
    assert (measured.value, measured.unit) == (71.0, "degC")
    assert measured.conditions == {"sensor": "coretemp Package id 0"}
