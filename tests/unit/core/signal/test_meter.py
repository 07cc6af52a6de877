from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.core.signal.meter import (
    DECAY_DB_PER_S,
    HOLD_S,
    LOWEST_DBFS,
    SETTLE_S,
    MeterPosition,
    moved,
    share_of_scale,
)

levels = st.floats(-200, 20)


def test_reaches_99_percent_of_a_step_in_300_ms() -> None:
    after = moved(MeterPosition(), -10.0, -10.0, SETTLE_S)
    assert (after.level_dbfs - LOWEST_DBFS) / 50.0 == pytest.approx(0.99, abs=0.001)


def test_looks_the_same_at_every_frame_rate() -> None:
    coarse = moved(MeterPosition(), -20.0, -60.0, 0.3)
    fine = MeterPosition()
    for _ in range(30):
        fine = moved(fine, -20.0, -60.0, 0.01)
    assert fine.level_dbfs == pytest.approx(coarse.level_dbfs)


def test_peak_jumps_up_at_once() -> None:
    assert moved(MeterPosition(), -30.0, -6.0, 0.001).peak_dbfs == -6.0


def test_peak_holds_then_falls_at_its_rate() -> None:
    position = moved(MeterPosition(), -30.0, -6.0, 0.01)
    held = moved(position, -60.0, -60.0, HOLD_S)
    assert held.peak_dbfs == -6.0
    falling = moved(held, -60.0, -60.0, 1.0)
    assert falling.peak_dbfs == pytest.approx(-6.0 - DECAY_DB_PER_S)


@given(rms=levels, peak=levels, elapsed_s=st.floats(0, 10), start=st.floats(-60, 0))
def test_stays_on_the_scale(rms: float, peak: float, elapsed_s: float, start: float) -> None:
    position = moved(MeterPosition(level_dbfs=start, peak_dbfs=start), rms, peak, elapsed_s)
    assert -60 <= position.level_dbfs <= 0
    assert -60 <= position.peak_dbfs <= 0


@pytest.mark.parametrize(("level", "share"), [(-90, 0), (-60, 0), (-30, 0.5), (0, 1), (3, 1)])
def test_scale_runs_from_minus_60_to_full(level: float, share: float) -> None:
    assert share_of_scale(level) == share
