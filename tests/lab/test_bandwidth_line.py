"""The bandwidth check on lines whose rate, delay and queue are known."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.lab.lab_servers import nginx_missing, start_nginx, start_target
from tests.lab.network_lab import GOODPUT_OF_RATE, SERVER_ADDRESS, NetworkLab, missing
from tests.quiet_computer import by_own_effort, on_time, timed

pytestmark = [
    pytest.mark.lab,
    pytest.mark.timeout(180),
    pytest.mark.skipif(bool(missing()), reason=missing() or "there is a lab"),
]

DOWNLOAD_TOLERANCE = 0.03
# A few seconds of a slow line with delay hold few round trips: runs differ by more.
SLOW_DOWNLOAD_TOLERANCE = 0.06
SLOW_MBPS = 5
UPLOAD_TOLERANCE = 0.04
MOST_CPU_FRACTION = 0.10
DECIDED_WITHIN_S = 4.0


def check(lab: NetworkLab, *arguments: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.lab.line_runner", *arguments]
    found: dict[str, Any] = json.loads(lab.run("client", command))
    return found


def error_of(found: dict[str, Any], direction: str, line_mbps: float) -> float:
    value: float = found["measurements"][f"bandwidth.{direction}"]["value"]
    return value / (line_mbps * 1e6 * GOODPUT_OF_RATE) - 1


@pytest.mark.alone
@pytest.mark.parametrize(
    ("down_mbps", "up_mbps", "rtt_ms", "queue_ms"),
    [(5, 1, 60, 100), (100, 20, 20, 100), (500, 100, 0, 20)],
)
@pytest.mark.skipif(bool(nginx_missing()), reason=nginx_missing() or "there is nginx")
@timed
def test_a_known_line_is_measured(
    tmp_path: Path, down_mbps: float, up_mbps: float, rtt_ms: float, queue_ms: float
) -> None:
    with NetworkLab(down_mbps=down_mbps, up_mbps=up_mbps, rtt_ms=rtt_ms, queue_ms=queue_ms) as lab:
        url = start_nginx(lab, tmp_path)
        found = check(lab, "--server", url)
    full_ms = rtt_ms + queue_ms
    tolerance = SLOW_DOWNLOAD_TOLERANCE if down_mbps <= SLOW_MBPS else DOWNLOAD_TOLERANCE
    with by_own_effort():
        assert found["cpu_fraction"] <= MOST_CPU_FRACTION
    with on_time():
        assert abs(error_of(found, "download", down_mbps)) <= tolerance
        assert abs(error_of(found, "upload", up_mbps)) <= UPLOAD_TOLERANCE
        assert latency_ms(found, "idle") == pytest.approx(rtt_ms, abs=5)
        assert 0.8 * full_ms <= latency_ms(found, "loaded") <= 1.3 * full_ms + 5


def latency_ms(found: dict[str, Any], state: str) -> float:
    value: float = found["measurements"][f"bandwidth.{state}_latency"]["value"]
    return value


@pytest.mark.parametrize("factors", [(0.5, 2.0), (2.0, 0.5)])
@timed
def test_a_requirement_far_from_the_rate_is_decided_soon(factors: tuple[float, float]) -> None:
    down_mbps, up_mbps, rtt_ms = 20, 5, 30
    needs = [factors[0] * down_mbps * GOODPUT_OF_RATE, factors[1] * up_mbps * GOODPUT_OF_RATE]
    limits = [
        *("--download-mbps", str(needs[0]), str(needs[0])),
        *("--upload-mbps", str(needs[1]), str(needs[1])),
    ]
    with NetworkLab(down_mbps=down_mbps, up_mbps=up_mbps, rtt_ms=rtt_ms) as lab:
        found = check(lab, "--quick", "--server", start_target(lab), *limits)
    for direction, factor in zip(("download", "upload"), factors, strict=True):
        conditions = found["measurements"][f"bandwidth.{direction}"]["conditions"]
        with on_time():
            assert conditions["decided"]
            assert conditions["duration_s"] <= DECIDED_WITHIN_S
        assert "scope" not in conditions  # a server of the next namespace is another computer
        finding = found["findings"].get(f"{direction}-below-requirement")
        assert (finding is not None) == (factor > 1)
    with on_time():
        assert found["wall_s"] <= 8


@timed
def test_speedtest_cli_finds_the_server_and_our_engine_measures_it() -> None:
    with NetworkLab(down_mbps=20, up_mbps=5, rtt_ms=10) as lab:
        mini = start_target(lab)
        found = check(lab, "--quick", "--provider", "speedtest.net", "--mini", mini)
    assert found["measurements"]["bandwidth.download"]["conditions"]["server"].startswith(
        "Speedtest Mini"
    )
    with on_time():
        assert abs(error_of(found, "download", 20)) <= 2 * DOWNLOAD_TOLERANCE
        assert abs(error_of(found, "upload", 5)) <= 2 * UPLOAD_TOLERANCE


@timed
def test_a_firewall_that_drops_is_told_and_bounded() -> None:
    with NetworkLab() as lab:
        lab.drop_everything()
        found = check(lab, "--server", f"http://{SERVER_ADDRESS}")
    assert found["verdict"] == "not-tested"
    assert found["not_measured"]["bandwidth.download"] == "connect-timeout"
    with on_time():
        assert found["wall_s"] < 5


def test_a_server_out_of_reach_is_no_verdict_about_the_line() -> None:
    with NetworkLab() as lab:  # 192.0.2.1: the gateway knows no way there and says so
        found = check(lab, "--server", "http://192.0.2.1")
    assert found["verdict"] == "not-tested"
    assert found["not_measured"]["bandwidth.download"] == "network-unreachable"


@timed
def test_without_any_network_every_provider_says_so_at_once() -> None:
    with NetworkLab() as lab:
        lab.run("client", ["ip", "route", "del", "default"])
        found = check(lab, "--provider", "auto")
    assert found["verdict"] == "not-tested"
    assert set(found["not_measured"].values()) == {"network-unreachable"}
    with on_time():
        assert found["wall_s"] < 6


@timed
def test_a_line_that_dies_during_the_load_is_bounded_and_not_called_ready() -> None:
    with NetworkLab(down_mbps=20, up_mbps=5, rtt_ms=20) as lab:
        command = [sys.executable, "-m", "tests.lab.line_runner", "--server", start_target(lab)]
        runner = lab.start("client", command)
        time.sleep(3.5)
        lab.emulate("both.loss=100")
        output, _ = runner.communicate(timeout=30)
    found = json.loads(output)
    with on_time():  # it dies in the upload where the download began soon and was as fast
        assert found["verdict"] == "not-tested"
        assert found["not_measured"]["bandwidth.upload"] in {"connect-timeout", "transfer-stalled"}
        assert found["wall_s"] < 20
