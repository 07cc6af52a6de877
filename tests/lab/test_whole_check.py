"""The whole check over a cable line of known rate, delay and queue: one run, three phases."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lab.home_lab import Network
from tests.lab.namespaces import missing
from tests.lab.peers import missing_peers
from tests.lab.scenarios import NEEDED_PROGRAMS, WITH_LOADS, Report, open_office
from tests.quiet_computer import by_own_effort, on_time, timed
from workspace_assistant.core.voice.statistics import percentile

_LACKING = missing() or missing_peers(*NEEDED_PROGRAMS)
pytestmark = [
    pytest.mark.lab,
    pytest.mark.alone,
    pytest.mark.timeout(180),
    pytest.mark.skipif(bool(_LACKING), reason=_LACKING or "there is a lab"),
]

RTT_MS, QUEUE_MS = 24, 100
LONGEST_S = 35
# Of one processor, the child processes with it. The aim is 8 %, and 6 to 7 % were measured; a
# computer that is slower by a third uses as much more.
MOST_CPU_FRACTION = 0.10


def loaded_ms(report: Report, way: str) -> float:
    values = [one for one in report.stream(way) if one is not None]
    return percentile(values, 0.95) or 0.0


@timed
def test_one_stream_sees_the_idle_line_and_both_loads(tmp_path: Path) -> None:
    network = Network(down_mbps=50, up_mbps=10, rtt_ms=RTT_MS, queue_ms=QUEUE_MS)
    with open_office(tmp_path, network) as office:
        report = office.check(WITH_LOADS)
    with by_own_effort():
        assert report.cpu_s / report.wall_s <= MOST_CPU_FRACTION
    with on_time():
        assert report.measured["voice.rtt"] == pytest.approx(RTT_MS, abs=1), str(report)
        # Loaded: within 5 % of what a full queue takes.
        loads_ms = [loaded_ms(report, way) for way in ("download", "upload")]
        assert loads_ms == pytest.approx([RTT_MS + QUEUE_MS] * 2, rel=0.05), str(report)
        assert report.verdict == "ready", str(report)
        assert report.measured["path.weak_link"] == "none"
        assert report.measured["voice.bufferbloat_grade"] == "C"
        assert report.wall_s <= LONGEST_S
