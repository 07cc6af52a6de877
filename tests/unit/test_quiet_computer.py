"""How a test is judged that was disturbed, or not."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Self

import pytest

from tests import quiet_computer
from tests.quiet_computer import (
    MOST_LATENESS_MS,
    MOST_LATENESS_P99_MS,
    MOST_OTHERS_PROCESSORS,
    TRIES,
    Evidence,
    MistimedError,
    OverworkedError,
    Watch,
    by_own_effort,
    on_time,
    timed,
)

QUIET = Evidence(window_s=1, lateness_p99_ms=0.4, lateness_max_ms=3, others_processors=0.05)
LATE = Evidence(
    window_s=1,
    lateness_p99_ms=2 * MOST_LATENESS_P99_MS,
    lateness_max_ms=MOST_LATENESS_MS,
    others_processors=0,
)
STALLED = Evidence(
    window_s=1, lateness_p99_ms=0.4, lateness_max_ms=2 * MOST_LATENESS_MS, others_processors=0
)
SHARED = Evidence(
    window_s=1,
    lateness_p99_ms=0.4,
    lateness_max_ms=3,
    others_processors=2 * MOST_OTHERS_PROCESSORS,
)


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[Evidence]:
    """What is seen beside each try, one after the other."""
    told: list[Evidence] = []

    class Scripted:
        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def evidence(self) -> Evidence:
            return told.pop(0)

    monkeypatch.setattr(quiet_computer, "Watch", Scripted)
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


def test_what_is_wrong_on_a_quiet_computer_fails(seen: list[Evidence]) -> None:
    seen += [QUIET]
    with pytest.raises(MistimedError):
        run([False, True])


@pytest.mark.parametrize("evidence", [LATE, STALLED, SHARED])
def test_what_is_wrong_on_a_busy_computer_is_tried_again(
    seen: list[Evidence], evidence: Evidence
) -> None:
    seen += [evidence]
    assert run([False, True]) == 2


def test_one_quiet_try_is_enough_to_fail(seen: list[Evidence]) -> None:
    seen += [LATE, QUIET]
    with pytest.raises(MistimedError):
        run([False, False, True])


def test_where_no_try_was_quiet_nothing_can_be_told(seen: list[Evidence]) -> None:
    seen += [SHARED] * TRIES
    with pytest.raises(pytest.skip.Exception, match="too busy to tell"):
        run([False] * TRIES)


def test_processor_time_is_excused_by_other_programs_only(seen: list[Evidence]) -> None:
    seen += [LATE]
    with pytest.raises(OverworkedError):
        run([False, True], by_own_effort)
    seen += [SHARED]
    assert run([False, True], by_own_effort) == 2


def test_nothing_else_is_excused(seen: list[Evidence]) -> None:
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
    assert found.others_processors == 0  # too short to tell
