from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest

from tests.unit.adapters.network.voice_path.loopback import LOOPBACK, good, udp_server
from workspace_assistant.adapters.network.line_watch import sensor
from workspace_assistant.adapters.network.line_watch.sensor import ProcessLineSensor, second_of
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.line_watch.model import Ping
from workspace_assistant.core.line_watch.ports import WatchTarget, WatchTroubleError
from workspace_assistant.core.readiness.computer.model import CpuReading

TOLD: dict[str, Any] = {
    "at_s": 1795000000.5,
    "server": [True, 20.5],
    "gateway": [True, None],
    "cpu": {"user": 20.0, "idle": 80.0},
}


def test_a_line_of_the_process_is_one_second() -> None:
    second, cpu = second_of(TOLD, CpuReading(at_s=0, columns={"user": 10.0, "idle": 50.0}))
    assert second.at == datetime.fromtimestamp(1795000000.5, UTC)
    assert (second.server, second.gateway) == (Ping(20.5), Ping(None))
    assert second.cpu_fraction == 0.25
    assert cpu.columns == TOLD["cpu"]


def test_what_was_not_seen_is_none() -> None:
    second, _ = second_of(TOLD | {"server": [False, None], "gateway": [False, 3.0]}, None)
    assert (second.server, second.gateway, second.cpu_fraction) == (None, None, None)


def test_the_process_asks_once_a_second_and_ends_with_us() -> None:
    ctx = JobContext(lambda _: None)
    with (
        udp_server(good) as port,
        ProcessLineSensor().open(WatchTarget(stun=(f"stun:{LOOPBACK}:{port}",)), ctx) as seconds,
    ):
        found = [next(seconds) for _ in range(6)]
        answered = [one.server for one in found if one.server is not None]
        assert answered
        assert all(one.delay_ms is not None and one.delay_ms < 900 for one in answered)
        spans = [(b.at - a.at).total_seconds() for a, b in pairwise(found)]
        assert all(one > 0.3 for one in spans)
        ctx.cancel()
        with pytest.raises(JobCancelledError):
            next(seconds)


@pytest.mark.parametrize("program", ["print('no JSON')", "print('{}')", "pass"])
def test_a_process_that_fails_is_told(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = sensor.subprocess.Popen

    def broken(command: list[str], **options: Any) -> Any:
        return real([command[0], "-c", program], **options)

    monkeypatch.setattr(sensor.subprocess, "Popen", broken)
    with (
        ProcessLineSensor().open(WatchTarget(), JobContext(lambda _: None)) as seconds,
        pytest.raises(WatchTroubleError),
    ):
        next(seconds)
