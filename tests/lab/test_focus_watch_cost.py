"""A running block with nothing but its watcher costs next to nothing."""

from __future__ import annotations

import pytest

from tests.lab.desktop import missing_tools
from tests.lab.watch_cost import watched
from tests.quiet_computer import by_own_effort, timed

_REASON = missing_tools("Xvfb", "dbus-daemon", "gdbus")
pytestmark = [pytest.mark.lab, pytest.mark.skipif(bool(_REASON), reason=_REASON or "complete")]

# What is promised over 60 s (0.002 and 1), with room for half of that time and a busy computer.
CPU_FRACTION = 0.004
WAKE_UPS_PER_S = 1.2


@timed
def test_a_watched_block_costs_next_to_nothing(tmp_path_factory: pytest.TempPathFactory) -> None:
    with watched(tmp_path_factory.mktemp("cost")) as watcher:
        cost = watcher.cost(30)
    with by_own_effort():
        assert cost.cpu_fraction < CPU_FRACTION
        assert cost.wake_ups_per_s < WAKE_UPS_PER_S
