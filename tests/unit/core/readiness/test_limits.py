from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.core.readiness.limits import Band, Ceiling, Floor
from workspace_assistant.core.readiness.model import Severity

_ORDER = {None: 0, Severity.CAUTION: 1, Severity.NOT_READY: 2}
_NUMBERS = st.floats(min_value=-1e6, max_value=1e6)


@pytest.mark.parametrize(
    ("value", "severity", "limit"),
    [(50, None, None), (50.1, "caution", 50), (80, "caution", 50), (80.1, "not-ready", 80)],
)
def test_a_ceiling_holds_at_its_bounds(
    value: float, severity: str | None, limit: float | None
) -> None:
    judgement = Ceiling(ready=50, caution=80).judge(value)
    assert (judgement.severity, judgement.limit) == (severity, limit)


@pytest.mark.parametrize(
    ("value", "severity", "limit"),
    [(10, None, None), (9.9, "caution", 10), (2, "caution", 10), (1.9, "not-ready", 2)],
)
def test_a_floor_holds_at_its_bounds(
    value: float, severity: str | None, limit: float | None
) -> None:
    judgement = Floor(ready=10, caution=2).judge(value)
    assert (judgement.severity, judgement.limit) == (severity, limit)


@pytest.mark.parametrize(
    ("value", "severity", "limit"),
    [
        (-34, None, None),
        (-12, None, None),
        (-35, "caution", -34),
        (-11, "caution", -12),
        (-43, "not-ready", -42),
        (-5, "not-ready", -6),
    ],
)
def test_a_band_names_the_nearest_broken_bound(
    value: float, severity: str | None, limit: float | None
) -> None:
    judgement = Band(ready=(-34, -12), caution=(-42, -6)).judge(value)
    assert (judgement.severity, judgement.limit) == (severity, limit)


@given(_NUMBERS, _NUMBERS, _NUMBERS, _NUMBERS)
def test_more_is_never_better_under_a_ceiling(a: float, b: float, c: float, d: float) -> None:
    limit = Ceiling(ready=min(a, b), caution=max(a, b))
    low, high = limit.judge(min(c, d)), limit.judge(max(c, d))
    assert _ORDER[low.severity] <= _ORDER[high.severity]
