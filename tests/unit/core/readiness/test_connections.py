from __future__ import annotations

import pytest

from workspace_assistant.core.readiness.bandwidth.connections import needs_all_connections
from workspace_assistant.core.readiness.bandwidth.model import ByteSample


def after(seconds: float, rate_bps: float) -> list[ByteSample]:
    """Samples of a line that carries its rate from the start, 50 a second."""
    steps = [step / 50 for step in range(round(seconds * 50) + 1)]
    return [ByteSample(at_s=at_s, total_bytes=round(rate_bps / 8 * at_s)) for at_s in steps]


@pytest.mark.parametrize(
    ("seconds", "rate_bps", "needs"),
    [
        (0.5, 9.5e6, False),
        (0.5, 10.5e6, True),
        (0.1, 500e6, False),
        (1.9, 500e6, True),
        (2.5, 500e6, False),
    ],
)
def test_a_fast_line_gets_all_connections_before_the_warm_up_ends(
    seconds: float, rate_bps: float, needs: bool
) -> None:
    assert needs_all_connections(after(seconds, rate_bps)) is needs


def test_the_first_sample_decides_nothing() -> None:
    assert not needs_all_connections([ByteSample(at_s=0.0, total_bytes=0)])
