"""The voice stream and the survey of its way where routers, names and families make it hard."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.lab.home_lab import SERVER, SERVER_2, HomeLab, Network
from tests.lab.namespaces import missing
from tests.lab.peers import missing_peers, start_turn
from tests.quiet_computer import on_time, timed

_LACKING = missing() or missing_peers("turnserver")
pytestmark = [
    pytest.mark.lab,
    pytest.mark.timeout(180),
    pytest.mark.skipif(bool(_LACKING), reason=_LACKING or "there is a lab"),
]

BOTH_SERVERS = (f"stun:{SERVER}", f"stun:{SERVER_2}")
LONG_S = 30.0
# Every 20 ms: one second holds fifty of the spaces between packets, and both of its ends.
MOST_PER_SECOND = 51


def runner(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "tests.lab.voice_runner", *arguments]


def watch(lab: HomeLab, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(lab.run("client", runner(*arguments)))
    return found


def wait_for_ipv6(lab: HomeLab) -> None:
    """Links look for others with their address before they answer to it (RFC 4862)."""
    deadline_s = time.monotonic() + 5
    while any("tentative" in lab.run(role, ["ip", "-6", "address"]) for role in lab.roles):
        assert time.monotonic() < deadline_s
        time.sleep(0.1)


@dataclass(frozen=True, slots=True)
class Watched:
    """A long test, and beside it whoever notes when packets leave for the server."""

    stream: subprocess.Popen[str]
    packets: subprocess.Popen[str]


@pytest.fixture(scope="module", autouse=True)
def long_test(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """Half a minute of voice, watched while the other tests run."""
    with HomeLab(Network(rtt_ms=60)) as lab:
        start_turn(lab, tmp_path_factory.mktemp("long"))
        packets = lab.start("client", [sys.executable, "-m", "tests.lab.packet_times", SERVER])
        assert packets.stdout is not None
        assert packets.stdout.readline().strip() == "ready"
        arguments = (f"stun:{SERVER}", "--long", "--seconds", str(LONG_S))
        yield Watched(stream=lab.start("client", runner(*arguments)), packets=packets)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HomeLab]:
    with HomeLab(Network(rtt_ms=20)) as lab:
        start_turn(lab, tmp_path_factory.mktemp("home"), SERVER_2)
        yield lab


@timed
def test_silent_udp_is_blocked_udp_within_two_seconds(home: HomeLab) -> None:
    home.block_udp()
    found = watch(home, *BOTH_SERVERS)
    assert found["trouble"]["reason"] == "udp-blocked"
    assert [answer["trouble"]["reason"] for answer in found["answers"]] == ["udp-blocked"] * 2
    with on_time():
        assert found["wall_s"] < 2.5  # of which starting Python takes a part


@timed
def test_routers_that_must_not_be_pinged_and_answer_once_a_second(tmp_path: Path) -> None:
    network = Network(
        rtt_ms=20,
        line_mtu_bytes=1454,
        is_symmetric_nat=True,
        pings_allowed=False,
        routers_answer_per_s=1,
    )
    with HomeLab(network) as lab:
        start_turn(lab, tmp_path, SERVER_2)
        told = watch(lab, *BOTH_SERVERS, "--seconds", "2.5")
        lab.hide_what_is_too_big()
        swallowed = watch(lab, *BOTH_SERVERS, "--seconds", "0.1")
    places = told["places"]
    assert places["gateway"]["method"] == "tcp-closed-port"
    assert places["provider"]["method"] == places["edge"]["method"] == "udp-ttl"
    with on_time():
        assert all(place["lost"] == 0 for place in places.values())
    assert told["survey"]["nat"] == "address-dependent"
    assert told["survey"]["mtu"] == {
        "path_bytes": 1454,
        "interface_bytes": 1500,
        "is_black_hole": False,
    }
    # Without the router's word the answer is as fine as STUN's padding.
    assert swallowed["survey"]["mtu"] == {
        "path_bytes": 1452,
        "interface_bytes": 1500,
        "is_black_hole": True,
    }


@timed
def test_ipv6_is_surveyed_alike(tmp_path: Path) -> None:
    with HomeLab(Network(has_ipv4=False, has_ipv6=True, line_mtu_bytes=1400)) as lab:
        start_turn(lab, tmp_path, "fd77:4::2")
        wait_for_ipv6(lab)
        found = watch(lab, "stun:[fd77:4::2]", "--seconds", "1")
        other = watch(lab, *BOTH_SERVERS)
    with on_time():
        assert found["stream"]["rtt_min_ms"] == pytest.approx(20, abs=1)
    assert found["survey"]["nat"] == "none"
    assert found["survey"]["mtu"]["path_bytes"] == 1400
    assert [hop["address"] for hop in found["survey"]["hops"]] == [
        "fd77:1::1",
        "fd77:2::1",
        "fd77:3::2",
    ]
    assert found["places"]["gateway"]["address"] == "fd77:1::1"
    assert other["trouble"]["reason"] == "family-mismatch"


def test_a_long_test_too_sends_fifty_packets_a_second(long_test: Watched) -> None:
    """With whatever asks whether the router keeps a silent binding, before and after."""
    long_test.stream.communicate(timeout=60)
    told, _ = long_test.packets.communicate(timeout=10)
    left_s: list[float] = json.loads(told)
    assert len(left_s) > 50 * LONG_S
    most = max(bisect_left(left_s, first_s + 1) - number for number, first_s in enumerate(left_s))
    assert most <= MOST_PER_SECOND
