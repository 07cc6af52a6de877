"""The laboratory itself: what it is told to be, it is; and it leaves nothing behind."""

from __future__ import annotations

import math
import os
import signal
import statistics
import subprocess
import sys
import textwrap
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import NormalDist

import pytest

from tests.lab.home_lab import (
    EDGE,
    GATEWAY,
    PROVIDER,
    SERVER,
    SERVER_2,
    HomeLab,
    Network,
)
from tests.lab.namespaces import ROOT, missing
from tests.lab.peers import missing_peers, start_portal, start_turn, start_vpn, start_wrong_clock
from tests.lab.plain_echoes import echoes, times_ms
from tests.quiet_computer import on_time, timed

pytestmark = [
    pytest.mark.lab,
    pytest.mark.skipif(bool(missing()), reason=missing() or "there is a lab"),
]

# What luck does to a count goes beyond four of its standard deviations once in 16,000 runs.
SURELY = 4


def is_by_chance(lost: int, count: int, share: float) -> bool:
    return abs(lost - count * share) <= SURELY * math.sqrt(count * share * (1 - share)) + 1


@pytest.mark.alone
@timed
def test_every_router_of_the_way_answers() -> None:
    began_s = time.monotonic()
    with HomeLab(Network(down_mbps=100, up_mbps=20, rtt_ms=20, has_ipv6=True)) as lab:
        with on_time():
            assert time.monotonic() - began_s < 5  # a third of that on an idle computer
        echoes(lab, SERVER)  # addresses are looked up once
        for ttl, router in enumerate((GATEWAY, PROVIDER, EDGE), 1):
            assert set(echoes(lab, SERVER, ttl=ttl)) == {f"{router} 11/0"}
        for place, rtt_ms in ((GATEWAY, 0), (PROVIDER, 0), (EDGE, 20), (SERVER, 20)):
            answers = times_ms(echoes(lab, place))
            with on_time():
                assert min(answers) == pytest.approx(rtt_ms, abs=1)


def test_loss_is_where_it_was_put_and_as_much_as_was_asked_for() -> None:
    count, percent = 500, 5
    both_ways = 1 - (1 - percent / 100) ** 2
    places = (GATEWAY, PROVIDER, EDGE, SERVER)

    def losses(lab: HomeLab) -> list[int]:
        def lost(place: str) -> int:
            return echoes(lab, place, count, spacing_ms=2).count(None)

        with ThreadPoolExecutor() as pool:
            return list(pool.map(lost, places))

    with HomeLab(Network(rtt_ms=10)) as lab:
        for lose, clean in (
            (lab.lose_at_home, 0),
            (lab.lose_on_the_line, 1),
            (lambda share: lab.backbone.set(f"both.loss={share}"), 2),
            (lab.lose_before_the_server, 3),
        ):
            lose(percent)
            found = losses(lab)
            lose(0)
            assert found[:clean] == [0] * clean
            assert all(is_by_chance(lost, count, both_ways) for lost in found[clean:]), found


@pytest.mark.alone
@timed
def test_delay_jitter_and_bursts_are_those_asked_for() -> None:
    with HomeLab(Network(rtt_ms=0)) as lab:
        lab.backbone.set("ab.delay=30 ba.delay=10")
        found = times_ms(echoes(lab, SERVER, 50))
        with on_time():
            assert statistics.quantiles(found)[0] == pytest.approx(40, abs=1)

        lab.backbone.set("both.jitter=4 both.reorder=1")
        found = times_ms(echoes(lab, SERVER, 600, spacing_ms=4))
        with on_time():
            low_ms, *_, high_ms = statistics.quantiles(found, n=10)  # a stall is in neither
            deviation_ms = (high_ms - low_ms) / (2 * NormalDist().inv_cdf(0.9))
            assert deviation_ms == pytest.approx(4 * math.sqrt(2), rel=0.15)

        lab.backbone.set("both.jitter=0 ab.burst_enter=2 ab.burst_leave=25 ab.note=84")
        answers = echoes(lab, SERVER, 1200, spacing_ms=2)
        passed = lab.backbone.passed()["ab"]
    assert [one is None for one in answers] == list(passed.drops)
    assert 0.02 < sum(passed.drops) / len(passed.drops) < 0.15  # 0.074 on the long run


@pytest.mark.alone
@timed
def test_a_queue_is_as_deep_as_asked_for() -> None:
    with HomeLab(Network(down_mbps=8, up_mbps=2, queue_ms=200, rtt_ms=0)) as lab:
        echoes(lab, SERVER)
        flood = echoes(lab, SERVER, 200, spacing_ms=1, size_bytes=1400)  # 11 Mbit/s
    with on_time():
        most_ms = statistics.quantiles(times_ms(flood), n=10)[-1]  # those that found it full
        assert most_ms == pytest.approx(200, rel=0.1)
        assert None in flood  # sent faster than the line takes it


def test_the_line_tells_what_is_too_big_or_swallows_it() -> None:
    with HomeLab(Network(line_mtu_bytes=1400, rtt_ms=0)) as lab:
        assert times_ms(echoes(lab, SERVER, 3, size_bytes=1400))
        assert echoes(lab, SERVER, 1, size_bytes=1401) == [f"{GATEWAY} 3/4"]
        lab.hide_what_is_too_big()
        assert echoes(lab, SERVER, 1, size_bytes=1401) == [None]


@pytest.mark.skipif(bool(missing_peers("turnserver")), reason="not installed: coturn")
@pytest.mark.parametrize("is_symmetric", [False, True])
def test_the_gateway_maps_ports_as_asked_for(tmp_path: Path, is_symmetric: bool) -> None:
    ask = """
        import socket, struct
        link = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        link.settimeout(2)
        for host in ("10.77.4.2", "10.77.4.3"):
            link.sendto(struct.pack("!HHI12s", 1, 0, 0x2112A442, bytes(12)), (host, 3478))
            answer = link.recv(999)
            print(answer[26] << 8 | answer[27])
        """
    with HomeLab(Network(is_symmetric_nat=is_symmetric)) as lab:
        start_turn(lab, tmp_path, SERVER_2)
        ports = lab.run("client", [sys.executable, "-c", textwrap.dedent(ask)]).split()
    assert (len(set(ports)) == 2) == is_symmetric


def test_a_portal_answers_for_every_web_server_and_lets_nothing_else_out() -> None:
    ask = """
        import http.client, socket
        web = http.client.HTTPConnection("10.77.4.2", timeout=2)
        web.request("GET", "/generate_204")
        answer = web.getresponse()
        print(answer.status, answer.headers["Location"])
        try:
            socket.create_connection(("10.77.4.2", 443), 0.5)
        except TimeoutError:
            print("dropped")
        """
    with HomeLab() as lab:
        start_portal(lab, 8081, "http://sign-in.hotel.test/")
        lab.shut_in_portal()
        said = lab.run("client", [sys.executable, "-c", textwrap.dedent(ask)]).split()
    assert said == ["302", "http://sign-in.hotel.test/", "dropped"]


@pytest.mark.alone
@timed
def test_a_vpn_is_a_tunnel_to_the_kernel_and_a_detour_to_packets() -> None:
    with HomeLab(Network(rtt_ms=10)) as lab:
        start_vpn(lab, 100)
        lab.run("client", ["test", "-e", "/sys/class/net/tun0/tun_flags"])
        far, near = (echoes(lab, host, 20) for host in (SERVER, GATEWAY))
    with on_time():
        assert statistics.median(times_ms(far)) == pytest.approx(110, abs=4)
        assert statistics.median(times_ms(near)) < 2


@timed
def test_a_wrong_clock_is_as_wrong_as_asked_for() -> None:
    ask = """
        import socket, struct, time
        link = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        link.settimeout(2)
        link.sendto(bytes([0x23]) + bytes(47), ("10.77.4.2", 123))
        print(struct.unpack("!I", link.recv(99)[40:44])[0] - 2208988800 - time.time())
        """
    with HomeLab(Network(rtt_ms=0)) as lab:
        start_wrong_clock(lab, 600)
        offset_s = float(lab.run("client", [sys.executable, "-c", textwrap.dedent(ask)]))
    with on_time():
        assert offset_s == pytest.approx(600, abs=1.5)


@pytest.mark.alone
@timed
def test_labs_stand_side_by_side_and_leave_nothing() -> None:
    def median_ms(rtt_ms: float) -> float:
        with HomeLab(Network(rtt_ms=rtt_ms)) as lab:
            return statistics.median(times_ms(echoes(lab, SERVER, 20)))

    with ThreadPoolExecutor() as pool:
        found = list(pool.map(median_ms, (10, 60)))
    assert f"wab-{os.getpid()}-" not in namespaces()
    with on_time():
        assert found == [pytest.approx(10, abs=2), pytest.approx(60, abs=2)]


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_a_lab_whose_owner_is_killed_is_removed(end: signal.Signals) -> None:
    code = """
        import time
        from tests.lab.home_lab import HomeLab
        with HomeLab() as lab:
            lab.start("server", ["sleep", "1000"])
            print("ready", flush=True)
            time.sleep(60)
        """
    command = [sys.executable, "-c", textwrap.dedent(code)]
    owner = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert owner.stdout is not None
    assert owner.stdout.readline() == "ready\n"
    assert f"wab-{owner.pid}-" in namespaces()
    owner.send_signal(end)
    owner.communicate(timeout=5)
    deadline_s = time.monotonic() + 5
    while f"wab-{owner.pid}-" in namespaces() and time.monotonic() < deadline_s:
        time.sleep(0.05)
    assert f"wab-{owner.pid}-" not in namespaces()


def namespaces() -> str:
    found = subprocess.run(["ip", "netns", "list"], capture_output=True, text=True, check=True)
    return found.stdout
