"""A running block costs next to nothing while its window is out of sight."""

from __future__ import annotations

import pytest

from tests.lab.desktop import missing_tools
from tests.lab.window_cost import on_a_screen
from tests.quiet_computer import by_own_effort, timed

_REASON = missing_tools("Xvfb", "dbus-daemon", "gdbus")
pytestmark = [pytest.mark.lab, pytest.mark.skipif(bool(_REASON), reason=_REASON or "complete")]

# A running block is watched twice, for its log and for breaks, each every five seconds: that is
# 0.002 of a core and 1.5 to 1.9 wake-ups of threads a second. With room for so short a time,
# in which one beat more or less counts, and for a busy computer.
CPU_FRACTION = 0.005
WAKE_UPS_PER_S = 2.6


@timed
def test_a_hidden_window_over_a_running_block_costs_next_to_nothing(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with on_a_screen(tmp_path_factory.mktemp("cost"), "hidden") as window:
        cost = window.cost(20)
    with by_own_effort():
        assert cost.cpu_fraction < CPU_FRACTION, cost
        assert cost.wake_ups_per_s < WAKE_UPS_PER_S, cost
