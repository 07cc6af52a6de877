"""What the live picture of the microphone page costs beside the recording itself."""

import json
import subprocess
import sys

import pytest

from tests.quiet_computer import by_own_effort, timed

pytestmark = pytest.mark.lab

# The aim is 3 %; 2.3 to 2.6 % were measured, offscreen. A slower computer uses a larger share.
MOST_PROCESSOR_FRACTION = 0.04
COST = """
import json, sys
from bench.window_meter import costs
json.dump([cost.picture for cost in costs(seconds=5.0, runs=1)], sys.stdout)
"""


@pytest.mark.alone
@timed
def test_meter_and_spectrum_at_thirty_steps_a_second_cost_little() -> None:
    pytest.importorskip("PySide6", reason="not installed: PySide6")
    command = [sys.executable, "-c", COST]
    told = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    (fraction,) = json.loads(told.stdout)
    assert fraction > 0
    with by_own_effort():
        assert fraction <= MOST_PROCESSOR_FRACTION
