"""How a test is judged that was disturbed, or not."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Self

import pytest

from tests import quiet_computer
from tests.quiet_computer import (
    MOST_HOST_P99_MS,
    MOST_HOST_STALL_MS,
    MOST_LATENESS_MS,
    MOST_LATENESS_P99_MS,
    MOST_OTHERS_PROCESSORS,
    PUT_OFF,
    TRIES,
    Evidence,
    MistimedError,
    OverworkedError,
    Watch,
    _Witness,
    by_own_effort,
    on_time,
    processors,
    timed,
)

QUIET = Evidence(
    window_s=1,
    lateness_p99_ms=0.4,
    lateness_max_ms=3,
    host_p99_ms=0.2,
    host_max_ms=2,
    others_processors=0.05,
)
LATE = replace(QUIET, lateness_p99_ms=2 * MOST_LATENESS_P99_MS)
STALLED = replace(QUIET, lateness_max_ms=2 * MOST_LATENESS_MS)
SHARED = replace(QUIET, others_processors=2 * MOST_OTHERS_PROCESSORS)
GUESTS = replace(QUIET, host_p99_ms=2 * MOST_HOST_P99_MS)
HELD_UP = replace(QUIET, host_max_ms=2 * MOST_HOST_STALL_MS)
# What a laboratory does to programs like others, and a limit for what no host must be blamed for.
OWN_LOAD = replace(QUIET, lateness_p99_ms=0.9 * MOST_LATENESS_P99_MS)


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[Evidence]:
    """What is seen beside each try, and at rest where that explains nothing; in this order."""
    told: list[Evidence] = []

    class Scripted:
        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def evidence(self) -> Evidence:
            return told.pop(0)

    monkeypatch.setattr(quiet_computer, "Watch", Scripted)
    monkeypatch.setattr(quiet_computer, "AFTERMATH_S", 0)
    monkeypatch.delenv(PUT_OFF, raising=False)
    return told


def run(answers: Sequence[bool], promise: Callable[[], object] = on_time) -> int:
    """A timed test that finds *answers* one after the other; how often it ran."""
    left = list(answers)

    @timed
    def test() -> None:
        with promise():  # type: ignore[attr-defined]  # a context manager
            assert left.pop(0)

    test()
    return len(answers) - len(left)


def test_what_is_right_runs_once(seen: list[Evidence]) -> None:
    assert run([True, False]) == 1


@pytest.mark.parametrize("promise", [on_time, by_own_effort])
@pytest.mark.parametrize("evidence", [QUIET, OWN_LOAD])
def test_what_is_wrong_on_a_quiet_computer_fails(
    seen: list[Evidence], evidence: Evidence, promise: Callable[[], object]
) -> None:
    seen += [evidence, QUIET]
    with pytest.raises(MistimedError) as told:
        run([False, True], promise)
    assert told.value.__notes__ == [
        f"on a quiet computer: {evidence.in_words()}; at rest: {QUIET.in_words()}"
    ]


@pytest.mark.parametrize("evidence", [LATE, STALLED, SHARED, GUESTS, HELD_UP])
def test_what_is_wrong_on_a_busy_computer_is_tried_again(
    seen: list[Evidence], evidence: Evidence
) -> None:
    seen += [evidence]
    assert run([False, True]) == 2


@pytest.mark.parametrize("promise", [on_time, by_own_effort])
def test_a_computer_that_is_disturbed_at_rest_was_so_before(
    seen: list[Evidence], promise: Callable[[], object]
) -> None:
    seen += [OWN_LOAD, GUESTS]
    assert run([False, True], promise) == 2


def test_one_quiet_try_is_enough_to_fail(seen: list[Evidence]) -> None:
    seen += [LATE, QUIET, QUIET]
    with pytest.raises(MistimedError):
        run([False, False, True])


def test_where_no_try_was_quiet_nothing_can_be_told(seen: list[Evidence]) -> None:
    seen += [SHARED] * TRIES
    with pytest.raises(pytest.skip.Exception, match="too busy to tell"):
        run([False] * TRIES)


@pytest.mark.parametrize("evidence", [LATE, STALLED, GUESTS, HELD_UP])
def test_processor_time_is_excused_by_other_programs_only(
    seen: list[Evidence], evidence: Evidence
) -> None:
    seen += [evidence, HELD_UP]
    with pytest.raises(OverworkedError):
        run([False, True], by_own_effort)
    seen += [SHARED]
    assert run([False, True], by_own_effort) == 2


def test_beside_other_tests_nothing_is_decided_but_put_off(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(PUT_OFF, str(tmp_path / "list"))
    assert run([True]) == 1
    assert not (tmp_path / "list").exists()
    for _ in range(2):
        with pytest.raises(pytest.skip.Exception, match="asked again"):
            run([False, True])
    this = f"{Path(__file__).name}::test_beside_other_tests_nothing_is_decided_but_put_off"
    told = (tmp_path / "list").read_text("utf-8").splitlines()
    assert [test.rpartition("/")[2] for test in told] == [this] * 2


@pytest.mark.parametrize("is_beside_others", [True, False])
def test_nothing_else_is_excused(
    seen: list[Evidence],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    *,
    is_beside_others: bool,
) -> None:
    if is_beside_others:
        monkeypatch.setenv(PUT_OFF, str(tmp_path / "list"))

    @timed
    def test() -> None:
        assert seen

    with pytest.raises(AssertionError):
        test()


def test_a_witness_tells_what_it_saw() -> None:
    with Watch() as watch:
        time.sleep(0.1)
        found = watch.evidence()
    assert found.window_s >= 0.1
    assert 0 < found.lateness_p99_ms <= found.lateness_max_ms
    assert 0 <= found.host_p99_ms <= found.host_max_ms
    assert found.others_processors == 0  # too short to tell


def test_witnesses_before_all_programs_tell_where_that_is_permitted() -> None:
    ask = "import os; os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))"
    may = subprocess.run([sys.executable, "-c", ask], check=False, capture_output=True)
    with _Witness((processors() or [0])[-1]) as witness:
        time.sleep(0.1)
        p99_ms, max_ms = witness.late_ms()
    if may.returncode:
        assert (p99_ms, max_ms) == (0, 0)
    else:
        assert 0 < p99_ms <= max_ms
