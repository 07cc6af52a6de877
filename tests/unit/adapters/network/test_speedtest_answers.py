"""What the child process says is checked like any other input; the child itself is bounded."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from typing import Any

import pytest

from workspace_assistant.adapters.network import speedtest_discovery
from workspace_assistant.adapters.network.endpoint import parse_url
from workspace_assistant.adapters.network.limits import EngineLimits
from workspace_assistant.adapters.network.speedtest_discovery import (
    CHILD_MODULE,
    SpeedtestNet,
    cross_check,
    found_server,
)
from workspace_assistant.adapters.network.target import EmbeddedTarget
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.readiness.bandwidth.model import LineTroubleError
from workspace_assistant.core.readiness.bandwidth.plan import FULL

FOUND = {"url": "http://near.test:8080/speedtest/upload.php", "name": "Near", "latency_ms": 12.5}
RATES = {"download_bps": 4e7, "upload_bps": 1e7, "bytes": 60_000_000}


def silent() -> JobContext:
    return JobContext(lambda _: None)


def test_a_believable_server_is_taken() -> None:
    assert found_server(FOUND).url == FOUND["url"]


def test_the_name_of_a_server_cannot_carry_commands_to_a_terminal() -> None:
    found = found_server({**FOUND, "name": "Near\x1b[2J\u202e, \nTown"})
    assert found.name == "Near [2J, Town"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"latency_ms": 1_800_000.0}, "no-server-answers"),
        ({"latency_ms": 600_000.0}, "no-server-answers"),
        ({"latency_ms": 0}, "no-server-answers"),
        ({"latency_ms": -1.0}, "no-server-answers"),
        ({"latency_ms": None}, "no-server-answers"),
        ({"latency_ms": True}, "no-server-answers"),
        ({"latency_ms": float("nan")}, "no-server-answers"),
        ({"url": None}, "discovery-failed"),
        ({"url": 7}, "discovery-failed"),
        ({"error": "servers"}, "no-server-answers"),
        ({"error": "list"}, "discovery-failed"),
        ({"error": "unheard of"}, "discovery-failed"),
    ],
)
def test_unbelievable_servers_are_refused(change: dict[str, Any], reason: str) -> None:
    with pytest.raises(LineTroubleError) as caught:
        found_server(FOUND | change)
    assert caught.value.trouble.reason.value == reason


@pytest.mark.parametrize("answer", [None, [], "text", 3])
def test_answers_of_another_shape_are_refused(answer: object) -> None:
    with pytest.raises(LineTroubleError):
        found_server(answer)


def test_believable_rates_are_taken() -> None:
    assert cross_check(RATES).download_bps == 4e7


@pytest.mark.parametrize("key", list(RATES))
@pytest.mark.parametrize("value", [0, -1.0, None, "fast", float("inf")])
def test_unbelievable_rates_are_refused(key: str, value: object) -> None:
    with pytest.raises(LineTroubleError):
        cross_check({**RATES, key: value})


def test_the_child_finds_a_mini_server_without_asking_anyone_else() -> None:
    with EmbeddedTarget() as target:
        found = SpeedtestNet(mini_url=target.base_url).discover(silent())
        assert found.url == f"{target.base_url}/speedtest/upload.php"
    assert 0 < found.latency_ms < 1000


def test_a_mini_server_that_is_gone_is_told() -> None:
    with EmbeddedTarget() as target:
        url = target.base_url
    with pytest.raises(LineTroubleError) as caught:
        SpeedtestNet(mini_url=url).discover(silent())
    assert caught.value.trouble.reason.value == "discovery-failed"


def test_a_server_that_does_not_ping_gives_no_rates() -> None:
    with EmbeddedTarget() as target:
        url = parse_url(f"{target.base_url}/speedtest/upload.php")
    with pytest.raises(LineTroubleError) as caught:
        SpeedtestNet().cross_check(url, silent())
    assert caught.value.trouble.reason.value == "no-server-answers"


def test_no_network_is_told_without_starting_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speedtest_discovery, "has_route", lambda: False)
    monkeypatch.setattr(subprocess, "Popen", None)
    with pytest.raises(LineTroubleError) as caught:
        SpeedtestNet().discover(silent())
    assert caught.value.trouble.reason.value == "network-unreachable"


def sleeping_child(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    started: list[subprocess.Popen[bytes]] = []
    real = subprocess.Popen

    def start(_: object, **options: Any) -> subprocess.Popen[bytes]:
        child = real([sys.executable, "-c", "import time; time.sleep(60)"], **options)
        started.append(child)
        return child

    monkeypatch.setattr(subprocess, "Popen", start)
    return started


def test_a_child_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    started = sleeping_child(monkeypatch)
    with pytest.raises(LineTroubleError) as caught:
        SpeedtestNet(mini_url="http://127.0.0.1:1", discovery_s=0.2).discover(silent())
    assert caught.value.trouble.reason.value == "discovery-timeout"
    assert started[0].returncode is not None


@pytest.mark.parametrize(("discovery_s", "within_s"), [(0.2, 60.0), (60.0, 0.2)])
def test_the_search_ends_at_the_earlier_of_its_bounds(
    discovery_s: float, within_s: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    sleeping_child(monkeypatch)
    net = SpeedtestNet(mini_url="http://127.0.0.1:1", discovery_s=discovery_s)
    began_s = time.monotonic()
    with pytest.raises(LineTroubleError) as caught:
        net.discover(silent(), within_s)
    assert caught.value.trouble.reason.value == "discovery-timeout"
    assert time.monotonic() - began_s < 5


def test_a_cross_check_that_hangs_is_ended_and_told_as_such(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sleeping_child(monkeypatch)
    url = parse_url("http://127.0.0.1:1/speedtest/upload.php")
    with pytest.raises(LineTroubleError) as caught:
        SpeedtestNet(cross_check_s=0.2).cross_check(url, silent())
    assert caught.value.trouble.reason.value == "cross-check-timeout"


def test_the_whole_check_ends_within_a_minute_whatever_servers_do() -> None:
    limits = EngineLimits()
    drains_s = 3 * limits.drain_s
    worst_s = FULL.connect_s + FULL.idle_s + 2 * FULL.cap_s + drains_s
    assert worst_s + SpeedtestNet().cross_check_s <= 60


def test_cancelling_ends_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    started = sleeping_child(monkeypatch)
    ctx = silent()
    threading.Timer(0.2, ctx.cancel).start()
    began_s = time.monotonic()
    with pytest.raises(JobCancelledError):
        SpeedtestNet(mini_url="http://127.0.0.1:1").discover(ctx)
    assert time.monotonic() - began_s < 5
    assert started[0].returncode is not None


def test_the_child_starts_where_there_is_no_standard_output() -> None:
    code = (
        "import sys, runpy; out = sys.stdout; sys.stdout = None; "
        f"import {CHILD_MODULE} as child; out.write(child.speedtest.__version__)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30
    )
    assert done.stdout == "2.1.3"


def test_the_child_answers_in_one_json_document() -> None:
    command = [sys.executable, "-m", CHILD_MODULE, "discover", "--mini", "http://127.0.0.1:1"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30)
    assert json.loads(done.stdout) == {"error": "list"}
    assert done.stderr == ""
