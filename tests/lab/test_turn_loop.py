"""The media loop through a real coturn: by UDP, TCP and TLS, and through what stands in its way."""

from __future__ import annotations

import json
import os
import re
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.lab.home_lab import SERVER, HomeLab, Network
from tests.lab.namespaces import missing
from tests.lab.peers import TURN_PASSWORD, TURN_USER, missing_peers, start_turn
from tests.lab.peers_certificates import make_authority
from tests.lab.plain_echoes import echoes_beside, median_ms
from tests.quiet_computer import on_time, timed

pytestmark = [
    pytest.mark.lab,
    pytest.mark.skipif(bool(missing()), reason=missing() or "there is a lab"),
    pytest.mark.skipif(bool(missing_peers("turnserver")), reason="not installed: coturn"),
]

PLAIN, SECURE = f"turn:{SERVER}:3478", f"turns:{SERVER}:5349"
RTT_MS = 40


def measure(
    lab: HomeLab,
    *turn: str,
    duration_s: float = 2,
    password: str = TURN_PASSWORD,
    stun: tuple[str, ...] = (),
    trust: Path | None = None,
) -> dict[str, Any]:
    asked = {**target_of(*turn, password=password, stun=stun), "duration_s": duration_s}
    done = subprocess.run(
        [*lab.inside("client"), sys.executable, "-m", "tests.lab.turn_runner"],
        input=json.dumps(asked),
        env={**os.environ, **({"SSL_CERT_FILE": str(trust)} if trust else {})},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def target_of(
    *turn: str, password: str = TURN_PASSWORD, stun: tuple[str, ...] = ()
) -> dict[str, Any]:
    return {"stun": stun, "turn": turn, "turn_username": TURN_USER, "turn_password": password}


def reasons(found: dict[str, Any]) -> dict[str, str]:
    """Why nothing came of it, by server and transport."""
    answers = found.get("survey", found)["answers"]
    return {one["server"]: one["trouble"]["reason"] for one in answers if one["trouble"]}


@pytest.mark.alone
@timed
def test_the_loop_takes_one_round_trip(tmp_path: Path) -> None:
    with HomeLab(Network(rtt_ms=RTT_MS)) as lab:
        start_turn(lab, tmp_path)
        with echoes_beside(lab, SERVER, seconds=2) as plain:
            found = measure(lab, PLAIN, duration_s=1)
    survey = found["survey"]
    assert survey["transport"] == "turn-udp"
    assert survey["server"] == f"{SERVER}:3478"
    assert found["sent"] == len(found["delays_ms"])
    assert survey["dscp"]
    with on_time():
        assert min(found["delays_ms"]) == pytest.approx(RTT_MS, abs=1)
        assert statistics.median(found["delays_ms"]) == pytest.approx(median_ms(*plain), abs=1)
        assert RTT_MS < survey["allocation_ms"] < 4 * RTT_MS


@timed
def test_the_loop_loses_what_one_way_loses(tmp_path: Path) -> None:
    with HomeLab(Network(rtt_ms=RTT_MS)) as lab:
        start_turn(lab, tmp_path)
        lab.backbone.set("ab.loss=20")
        lossy = measure(lab, PLAIN, duration_s=6)
    lost = 1 - len(lossy["delays_ms"]) / lossy["sent"]
    with on_time():
        assert lost == pytest.approx(0.2, abs=0.09)  # four standard deviations of 300 packets


@timed
def test_the_loop_needs_no_more_than_one_open_port_and_tcp_where_udp_is_closed(
    tmp_path: Path,
) -> None:
    with HomeLab(Network(rtt_ms=RTT_MS, is_symmetric_nat=True)) as lab:
        start_turn(lab, tmp_path)
        lab.block("udp dport 49152-49999")
        through_one_port = measure(lab, PLAIN, duration_s=1)
        lab.block_udp()
        found = measure(lab, PLAIN, duration_s=1)
    assert through_one_port["survey"]["transport"] == "turn-udp"
    assert found["survey"]["transport"] == "turn-tcp"
    assert reasons(found) == {f"{PLAIN}?transport=udp": "udp-blocked"}
    for each in (through_one_port, found):
        assert each["sent"] == len(each["delays_ms"])
        with on_time():
            assert min(each["delays_ms"]) == pytest.approx(RTT_MS, abs=1.5)


def test_what_was_allocated_is_given_back(tmp_path: Path) -> None:
    with HomeLab() as lab:
        log = start_talkative_turn(lab, tmp_path)
        for transport in ("udp", "tcp"):
            measure(lab, f"{PLAIN}?transport={transport}", duration_s=0.2)
    said = log.read_text("utf-8")
    assert len(re.findall(r": new, .*lifetime=600", said)) == 2
    assert len(re.findall(r": refreshed, .*lifetime=0", said)) == 2


@pytest.mark.parametrize("how", ["cancel", "kill"])
def test_an_allocation_is_given_back_however_the_test_ends(tmp_path: Path, how: str) -> None:
    with HomeLab() as lab:
        log = start_talkative_turn(lab, tmp_path)
        command = [*lab.inside("client"), sys.executable, "-m", "tests.lab.turn_runner"]
        asked = {**target_of(f"{PLAIN}?transport=udp"), "duration_s": 60}
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as runner:
            assert runner.stdin is not None
            runner.stdin.write(json.dumps(asked).encode())
            runner.stdin.close()
            wait_until(lambda: ": new, " in log.read_text("utf-8"))
            runner.send_signal(signal.SIGINT if how == "cancel" else signal.SIGKILL)
        wait_until(lambda: "lifetime=0" in log.read_text("utf-8"))


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline_s = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < deadline_s
        time.sleep(0.05)


@timed
def test_acknowledgements_of_tcp_ride_on_the_packets(tmp_path: Path) -> None:
    with HomeLab(Network(rtt_ms=RTT_MS)) as lab:
        start_turn(lab, tmp_path)
        before = segments_sent(lab)
        found = measure(lab, f"{PLAIN}?transport=tcp", duration_s=4)
        sent = segments_sent(lab) - before
    assert found["survey"]["transport"] == "turn-tcp"
    # Handshakes, and what the first second needs, come on top; separate ones would double it.
    assert found["sent"] < sent
    with on_time():
        assert sent < 1.3 * (found["sent"] + 50)


def segments_sent(lab: HomeLab) -> int:
    """By TCP, acknowledgements alone included."""
    told = lab.run("client", ["cat", "/proc/net/snmp"])
    names, values = (line.split() for line in told.splitlines() if line.startswith("Tcp:"))
    return int(dict(zip(names, values, strict=True))["OutSegs"])


def start_talkative_turn(lab: HomeLab, folder: Path) -> Path:
    """A coturn that tells of every session in the file returned."""
    words = [
        *("turnserver", "-v", "-n", "--no-cli", "--no-tls", "--no-dtls", "-a", "-f", "-L", SERVER),
        *("-u", f"{TURN_USER}:{TURN_PASSWORD}", "-r", "employer.test"),
        *("--pidfile", f"{folder}/turn.pid", "--db", f"{folder}/turn.db"),
        *("--simple-log", "--log-file", f"{folder}/turn.log"),
    ]
    lab.start("server", words)
    lab.wait_for_port(3478)
    return folder / "turn.log"


@timed
def test_where_only_tls_is_open_the_loop_goes_by_tls_and_trusts_nobody_else(
    tmp_path: Path,
) -> None:
    authority = make_authority(tmp_path, (SERVER,))
    with HomeLab(Network(rtt_ms=RTT_MS)) as lab:
        start_turn(lab, tmp_path, authority=authority)
        lab.block_udp()
        lab.block("tcp dport 3478")
        found = measure(lab, PLAIN, SECURE, trust=authority.root, duration_s=1)
        distrusted = measure(lab, SECURE)
    assert found["survey"]["transport"] == "turn-tls"
    assert reasons(distrusted) == {SECURE: "turn-failed"}
    assert distrusted["trouble"] == "turn-failed"
    with on_time():
        assert min(found["delays_ms"]) == pytest.approx(RTT_MS, abs=1.5)
        assert distrusted["wall_s"] < 3


@timed
def test_a_refused_password_is_told_and_the_plain_stream_goes_on(tmp_path: Path) -> None:
    with HomeLab(Network(rtt_ms=RTT_MS)) as lab:
        start_turn(lab, tmp_path)
        alone = measure(lab, f"{PLAIN}?transport=tcp", password="wrong")
        found = measure(lab, PLAIN, password="wrong", stun=(f"stun:{SERVER}",))
        none = measure(lab, f"{PLAIN}?transport=tcp", password="")
    assert alone["trouble"] == "turn-refused"
    with on_time():
        assert alone["wall_s"] < 3
    assert found["survey"]["transport"] == "stun"
    # TCP was not tried after that.
    assert reasons(found) == {f"{PLAIN}?transport=udp": "turn-refused"}
    assert none["trouble"] == "turn-no-password"


@timed
def test_a_silent_relay_costs_bounded_time() -> None:
    with HomeLab() as lab:
        closed = measure(lab, PLAIN)
        lab.block("ip daddr 10.77.4.2")
        silent = measure(lab, PLAIN, SECURE)
    assert reasons(silent) == {
        PLAIN: "no-answer",
        f"{PLAIN}?transport=udp": "turn-failed",
        f"{PLAIN}?transport=tcp": "turn-failed",
        SECURE: "turn-failed",
    }
    assert silent["trouble"] == "no-answer"
    assert closed["trouble"] == "no-answer"
    with on_time():
        assert silent["wall_s"] < 12
        assert closed["wall_s"] < 8
