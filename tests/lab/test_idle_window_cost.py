"""The program costs next to nothing out of sight, while no block runs and shifts are far."""

from __future__ import annotations

import pytest

from tests.lab.desktop import missing_tools
from tests.lab.window_cost import on_a_screen
from tests.quiet_computer import by_own_effort, timed

_REASON = missing_tools("Xvfb", "dbus-daemon", "gdbus")
pytestmark = [pytest.mark.lab, pytest.mark.skipif(bool(_REASON), reason=_REASON or "complete")]

# What is promised over 60 s is 0.0005 of a core, with room for a third of that time, in which one
# tick of the system's accounting is as much, and for a busy computer.
CPU_FRACTION = 0.002
WAKE_UPS_PER_S = 0.5  # a timer each second would be seen


@timed
def test_hidden_it_waits_for_the_next_shift_alone(tmp_path_factory: pytest.TempPathFactory) -> None:
    with on_a_screen(tmp_path_factory.mktemp("cost"), "hidden", is_working=False) as window:
        cost = window.cost(20)
    with by_own_effort():
        assert cost.cpu_fraction < CPU_FRACTION, cost
        assert cost.wake_ups_per_s < WAKE_UPS_PER_S, cost
