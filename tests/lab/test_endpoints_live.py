"""The endpoints check against real servers: nginx, kamailio and coturn, near and 30 ms away."""

from __future__ import annotations

import json
import shutil
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.certificates import Issued, authority, server
from tests.lab.home_lab import SERVER, SERVER_IPV6, HomeLab, Network
from tests.lab.namespaces import missing
from tests.lab.peers import (
    TURN_PASSWORD,
    TURN_USER,
    missing_peers,
    start_names,
    start_sip,
    start_turn,
    start_web,
)
from tests.lab.peers_certificates import make_authority
from tests.quiet_computer import on_time, timed
from tests.unit.adapters.network.endpoints.peers import only_way, steps_of, tcp_peer, upgraded
from workspace_assistant.adapters.network.endpoints.probe import LIMITS
from workspace_assistant.core.readiness.endpoints.model import Fault, Step

pytestmark = pytest.mark.lab

NAME = "crm.employer.test"
RTT_MS = 60.0
_NGINX = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  {servers}
}}
"""
_SERVER = """
  server {{
    listen 127.0.0.1:{port} ssl;
    ssl_certificate {pem};
    ssl_certificate_key {pem};
    location = /health {{ return 200 "fine"; }}
    location = /away {{ return 302 http://10.1.2.3/login; }}
    location = /broken {{ return 503; }}
    location = /ws {{
      proxy_pass http://{chat};
      proxy_http_version 1.1;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection "upgrade";
    }}
  }}
"""


@dataclass(frozen=True)
class Nginx:
    root: Issued
    ports: dict[str, int]

    def url(self, kind: str, path: str, scheme: str = "https") -> str:
        return f"{scheme}://127.0.0.1:{self.ports[kind]}{path}"


@pytest.fixture(scope="module")
def nginx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """One nginx with a good certificate and every bad one, each on a port of its own."""
    binary = shutil.which("nginx", path="/usr/sbin:/usr/bin")
    if binary is None:
        pytest.skip("not installed: nginx")
    folder = tmp_path_factory.mktemp("nginx")
    root = authority()
    middle = authority("Lab Middle", root)
    issued = {
        "good": server(middle, sends_issuer=True),
        "expired": server(root, days=(-9, -2)),
        "early": server(root, days=(2, 9)),
        "wrong": server(root, host="www.example.com"),
        "self": server(None),
        "stranger": server(authority("Shadow Proxy")),
        "cut": server(middle, is_published=True),
    }
    ports = dict(zip(issued, free_ports(len(issued)), strict=True))
    with tcp_peer(upgraded()) as chat:
        servers = "".join(
            _SERVER.format(port=ports[kind], pem=one.write(folder / f"{kind}.pem"), chat=chat)
            for kind, one in issued.items()
        )
        path = folder / "nginx.conf"
        path.write_text(_NGINX.format(folder=folder, servers=servers))
        running = subprocess.Popen([binary, "-e", f"{folder}/error.log", "-c", str(path)])
        try:
            await_port(ports["cut"])
            yield Nginx(root, ports)
        finally:
            running.terminate()
            running.wait(5)


def free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [sock.getsockname()[1] for sock in sockets]
    for sock in sockets:
        sock.close()
    return ports


def await_port(port: int) -> None:
    deadline_s = time.monotonic() + 5
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            assert time.monotonic() < deadline_s
            time.sleep(0.05)
        else:
            return


@pytest.mark.parametrize(
    ("path", "fault", "status"),
    [
        ("/health", None, 200),
        ("/none", None, 404),
        ("/away", None, 302),
        ("/broken", Fault.BAD_STATUS, 503),
    ],
)
@timed
def test_answers_of_nginx(nginx: Nginx, path: str, fault: Fault | None, status: int) -> None:
    way = only_way(nginx.url("good", path), tls=nginx.root.trusting_context, limits=LIMITS)
    assert (way.fault, way.status) == (fault, status)
    assert steps_of(way) == [Step.TCP, Step.TLS, Step.HTTP]
    assert way.server_clock_offset_ms is not None
    assert way.certificate is not None
    assert way.certificate.days_left == pytest.approx(30, abs=0.1)
    with on_time():
        assert abs(way.server_clock_offset_ms) < 1000


@pytest.mark.parametrize(
    ("kind", "fault"),
    [
        ("expired", Fault.CERTIFICATE_EXPIRED),
        ("early", Fault.CERTIFICATE_NOT_YET_VALID),
        ("wrong", Fault.CERTIFICATE_WRONG_NAME),
        ("self", Fault.CERTIFICATE_SELF_SIGNED),
        ("stranger", Fault.CERTIFICATE_UNTRUSTED),
        ("cut", Fault.CERTIFICATE_INCOMPLETE_CHAIN),
    ],
)
def test_certificates_of_nginx(nginx: Nginx, kind: str, fault: Fault) -> None:
    way = only_way(nginx.url(kind, "/health"), tls=nginx.root.trusting_context, limits=LIMITS)
    assert (way.fault, way.failed_step) == (fault, Step.TLS)
    assert way.certificate is not None
    assert not way.certificate.is_trusted


def test_a_websocket_behind_nginx(nginx: Nginx) -> None:
    tls = nginx.root.trusting_context
    way = only_way(nginx.url("good", "/ws", "wss"), tls=tls, limits=LIMITS)
    assert (way.fault, way.status) == (None, 101)
    assert steps_of(way) == [Step.TCP, Step.TLS, Step.WEBSOCKET, Step.PONG]
    refused = only_way(nginx.url("good", "/health", "wss"), tls=tls, limits=LIMITS)
    assert (refused.fault, refused.status) == (Fault.UPGRADE_REFUSED, 200)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HomeLab]:
    reason = missing() or missing_peers("nginx", "kamailio", "turnserver", "dnsmasq")
    if reason:
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("home")
    with HomeLab(Network(rtt_ms=RTT_MS, has_ipv6=True)) as lab:
        issued = make_authority(folder, (NAME, SERVER, SERVER_IPV6))
        start_web(lab, folder, issued)
        start_turn(lab, folder, SERVER_IPV6, authority=issued)
        start_sip(lab, folder)
        start_names(lab, folder, {NAME: (SERVER, SERVER_IPV6)}, "10.77.1.1")
        lab.root = issued.root  # type: ignore[attr-defined]  # what the client trusts
        for address in (SERVER, SERVER_IPV6):
            warm_up(lab, address)
        yield lab


def warm_up(lab: HomeLab, address: str) -> None:
    """Return once packets pass at once: new addresses are tried first, and neighbors asked for."""
    code = f"import socket; socket.create_connection(({address!r}, 80), 0.2)"
    command = [*lab.inside("client"), sys.executable, "-c", code]
    deadline_s = time.monotonic() + 8
    while subprocess.run(command, check=False, capture_output=True).returncode:
        assert time.monotonic() < deadline_s


def checked(
    lab: HomeLab, urls: dict[str, str], login: tuple[str, str] | None = None
) -> dict[str, Any]:
    """The outcome of the check, run by the client of *lab*."""
    asked = {"endpoints": urls, "turn": [f"turn:{NAME}"], "login": login}
    runner = str(Path(__file__).with_name("endpoints_runner.py"))
    done = subprocess.run(
        [
            *lab.inside("client"),
            *("env", f"SSL_CERT_FILE={lab.root}", "PYTHONPATH=."),  # type: ignore[attr-defined]
            *(sys.executable, runner),
        ],
        input=json.dumps(asked),
        check=True,
        capture_output=True,
        text=True,
        timeout=30,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.alone
@timed
def test_every_kind_of_system_far_away(home: HomeLab) -> None:
    urls = {
        "web": f"https://{NAME}/",
        "plain": f"http://{NAME}/",
        "pbx": f"sip:{SERVER}",
        "pbx-tcp": f"sip:{SERVER};transport=tcp",
        "stun": f"stun:{NAME}",
        "relay": f"turn:{NAME}",
        "relay-tcp": f"turn:{NAME}?transport=tcp",
        "relay-tls": f"turns:{NAME}",
        "port": f"tcp://{NAME}:443",
    }
    found = checked(home, urls, (TURN_USER, TURN_PASSWORD))
    values = found["values"]
    assert (found["findings"], found["gaps"], found["verdict"]) == ({}, {}, "ready")
    assert found["conditions"]["endpoint.web.http"]["family"] == "IPv6"
    assert found["conditions"]["endpoint.web.tls"]["version"] == "TLSv1.3"
    assert 89 < values["endpoint.web.certificate_days"] < 91
    ends = {
        *("web.tcp", "web.http", "web.ipv4.http", "plain.http", "pbx.sip", "pbx-tcp.sip"),
        *("stun.stun", "stun.ipv4.stun", "relay.stun", "relay.turn", "relay-tcp.turn"),
        *("relay-tls.stun", "relay-tls.turn", "port.tcp", "port.ipv4.tcp"),
    }
    took = {end: values[f"endpoint.{end}"] for end in ends}
    assert all(one > RTT_MS - 0.5 for one in took.values()), took
    with on_time():
        # One round trip each, and none of them a second one.
        assert all(one < 1.5 * RTT_MS for one in took.values()), took
        assert statistics.median(took.values()) < RTT_MS + 5, took
        assert RTT_MS < values["endpoint.web.tls"] < 1.6 * RTT_MS
        assert 2 * RTT_MS < values["endpoint.relay-tls.tls"] < 2.6 * RTT_MS  # coturn: TLS 1.2
        assert found["wall_s"] < 8


@timed
def test_a_closed_port_a_silent_one_and_a_name_that_is_unknown(home: HomeLab) -> None:
    home.nft(
        "server",
        "add table inet shut",
        "add chain inet shut enter { type filter hook input priority 0 ; }",
        "add rule inet shut enter tcp dport 7000 drop",
        "add rule inet shut enter udp dport 7000 drop",
        f"add rule inet shut enter ip6 daddr {SERVER_IPV6} tcp dport 80 drop",
    )
    try:
        urls = {
            "closed": f"tcp://{SERVER}:6999",
            "closed-udp": f"udp://{SERVER}:6999",
            "dropped": f"tcp://{SERVER}:7000",
            "silent": f"udp://{SERVER}:7000",
            "pbx": f"sip:{SERVER}:7000",
            "unknown": "https://nowhere.employer.test/",
            "half": f"http://{NAME}/",
            "relay": f"turn:{NAME}",
        }
        found = checked(home, urls, ("agent", "wrong"))
    finally:
        home.nft("server", "delete table inet shut")
    assert found["findings"] == {
        "endpoint.closed.tcp": "endpoint-refused",
        "endpoint.closed-udp.udp": "endpoint-refused",
        "endpoint.dropped.tcp": "endpoint-timeout",
        "endpoint.pbx.sip": "endpoint-timeout",
        "endpoint.unknown.dns": "endpoint-name-not-resolved",
        "endpoint.half.ipv6.tcp": "endpoint-ipv6-broken",
        "endpoint.relay.turn": "turn-credentials-refused",
    }
    assert found["gaps"]["endpoint.silent.udp"] == "silent"
    assert found["conditions"]["endpoint.half.http"]["family"] == "IPv4"
    assert found["verdict"] == "not-ready"
    with on_time():
        assert found["wall_s"] < 8


def test_without_a_network_nothing_is_red(home: HomeLab) -> None:
    with HomeLab(Network()) as lab:
        lab.root = home.root  # type: ignore[attr-defined]  # what the client trusts
        lab.ip("client", "link set c0 down")
        found = checked(lab, {"web": f"https://{SERVER}/", "pbx": f"sip:{SERVER}"})
    assert (found["findings"], found["verdict"]) == ({}, "not-tested")
    assert set(found["gaps"].values()) == {"network-unreachable"}


def test_no_thread_stays() -> None:
    assert all(not thread.name.startswith("ThreadPool") for thread in threading.enumerate())
