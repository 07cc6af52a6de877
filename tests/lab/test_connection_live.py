"""The connection check in a home of its own: real router, name server, time servers and portal."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.lab.network_lab import SERVER_ADDRESS, NetworkLab, missing
from tests.quiet_computer import by_own_effort, on_time, timed

SECOND_HOST = "10.77.2.3"
_LACKING = [tool for tool in ("dnsmasq", "chronyd") if shutil.which(tool) is None]
_REASON = missing() or (f"not installed: {', '.join(_LACKING)}" if _LACKING else "")
pytestmark = [pytest.mark.lab, pytest.mark.skipif(bool(_REASON), reason=_REASON or "complete")]

ROUTER = "10.77.1.1"
HOST = "crm.example.com"
OFF_BY_S = 600
_CHECK = """
import json, sys, threading, time
from workspace_assistant.adapters.network.connection.probe import SystemConnectionProbe
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.readiness.connection.check import check_connection
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import (
    ConnectionRequirement, EndpointRequirement, WorkplaceProfile)
from workspace_assistant.core.readiness.verdict import check_verdict

wanted = json.loads(sys.argv[1])
endpoints = tuple(EndpointRequirement(name=url, url=url) for url in wanted["endpoints"])
connection = ConnectionRequirement(**wanted["connection"])
profile = WorkplaceProfile(name="lab", endpoints=endpoints, connection=connection)
request = CheckRequest(profile=profile, quick=True)
ctx = JobContext(lambda _: None)
if wanted["cancel_after_s"]:
    threading.Timer(wanted["cancel_after_s"], ctx.cancel).start()
began_s, began_cpu_s = time.monotonic(), time.process_time()
try:
    outcome = check_connection(SystemConnectionProbe(), request, ctx)
except JobCancelledError:
    json.dump({"took_s": time.monotonic() - began_s}, sys.stdout)
    sys.exit()
json.dump({
    "verdict": check_verdict(outcome),
    "values": {one.id[11:]: one.value for one in outcome.measurements},
    "conditions": {one.id[11:]: dict(one.conditions) for one in outcome.measurements},
    "findings": [one.code for one in outcome.findings],
    "missing": {one.id[11:]: one.reason for one in outcome.not_measured},
    "took_s": time.monotonic() - began_s,
    "cpu_s": time.process_time() - began_cpu_s,
}, sys.stdout)
"""
_WRONG_CLOCK = """
import socket, struct, sys, time
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind((sys.argv[1], 123))
print("ready", flush=True)
while True:
    question, peer = sock.recvfrom(100)
    now_s = time.time() + float(sys.argv[2]) + 2208988800
    stamp = struct.pack("!II", int(now_s), int(now_s % 1 * 2**32))
    sock.sendto(bytes([0x24, 2]) + bytes(22) + question[40:48] + stamp + stamp, peer)
"""
_WEB = """
import http.server, sys

class Answers(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(int(sys.argv[3]))
        if sys.argv[4]:
            self.send_header("Location", sys.argv[4])
        self.end_headers()
    do_HEAD = do_GET
    def log_message(self, *_):
        pass

with http.server.HTTPServer((sys.argv[1], int(sys.argv[2])), Answers) as server:
    print("ready", flush=True)
    server.serve_forever()
"""


@dataclass(kw_only=True)
class Home:
    """The lab with servers that live for all tests: names, right time, wrong time, pages."""

    lab: NetworkLab
    resolver_file: Path

    def check(
        self,
        *endpoints: str,
        cancel_after_s: float = 0,
        resolvers: str = SERVER_ADDRESS,
        **connection: Any,
    ) -> dict[str, Any]:
        """Run the check on the client; *connection* is the profile's section."""
        lines = [f"nameserver {one}\n" for one in resolvers.split()]
        self.resolver_file.write_text("".join(lines))
        wanted = {
            "endpoints": endpoints,
            "connection": connection,
            "cancel_after_s": cancel_after_s,
        }
        command = [sys.executable, "-c", _CHECK, json.dumps(wanted)]
        found: dict[str, Any] = json.loads(self.lab.run("client", command, timeout_s=20))
        return found

    def router(self, rule: str) -> None:
        self.lab.run("gateway", ["nft", rule])

    def let_ping(self, groups: str) -> None:
        """Which groups may open an ICMP socket on the client."""
        self.lab.set_kernel("client", {"ipv4/ping_group_range": groups})

    def serve(self, role: str, code: str, *arguments: str) -> None:
        child = self.lab.start(role, [sys.executable, "-c", code, *arguments])
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    folder = tmp_path_factory.mktemp("connection")
    with NetworkLab() as lab:
        mounted = Path("/etc/netns") / lab.namespace("client")  # ip netns exec mounts it
        mounted.mkdir(parents=True)
        found = Home(lab=lab, resolver_file=mounted / "resolv.conf")
        try:
            for address in ("10.77.2.3/24", "10.77.2.4/24", "fd77:2::2/64"):
                lab.run("server", ["ip", "address", "add", address, "dev", "s0", *_now(address)])
            _start_servers(found, folder)
            found.router("add chain inet line before { type nat hook prerouting priority -100 ; }")
            found.router("add chain inet line input { type filter hook input priority 0 ; }")
            yield found
        finally:
            shutil.rmtree(mounted)


@pytest.fixture(autouse=True)
def _fresh_rules(home: Home) -> Iterator[None]:
    yield
    for chain in ("before", "input", "forward"):
        home.router(f"flush chain inet line {chain}")


def _now(address: str) -> list[str]:
    """No waiting for other computers that could have the same IPv6 address."""
    return ["nodad"] if ":" in address else []


def _start_servers(home: Home, folder: Path) -> None:
    names = [f"--address=/{HOST}/{SERVER_ADDRESS}", f"--address=/{HOST}/fd77:2::2"]
    quiet = [
        "--keep-in-foreground",
        "--no-resolv",
        "--no-hosts",
        "--bind-interfaces",
        "--user=root",
    ]
    where = [
        f"--listen-address={SERVER_ADDRESS}",
        "--listen-address=fd77:2::2",
        f"--pid-file={folder}/d",
    ]
    home.lab.start("server", ["dnsmasq", *quiet, *where, *names, "--conf-file=/dev/null"])
    settings = folder / "chrony.conf"
    settings.write_text(
        f"local stratum 8\nallow\nbindaddress 10.77.2.3\ncmdport 0\nbindcmdaddress /\n"
        f"pidfile {folder}/chronyd.pid\nuser root\n"
    )
    home.lab.start("server", ["chronyd", "-x", "-d", "-f", str(settings)])
    home.serve("server", _WRONG_CLOCK, "10.77.2.4", str(OFF_BY_S))
    home.serve("server", _WEB, SERVER_ADDRESS, "80", "204", "")
    home.serve("gateway", _WEB, ROUTER, "8080", "302", "http://sign-in.example.net/welcome")


@timed
def test_a_good_home_is_ready(home: Home) -> None:
    found = home.check(
        f"http://{HOST}",
        time_server="10.77.2.3",
        portal_url=f"http://{HOST}/generate_204",
    )
    assert found["verdict"] == "ready"
    assert found["findings"] == []
    assert found["values"]["interface"] == "virtual"  # one end of a pair in this computer
    assert found["values"]["ipv4"] is True
    assert found["values"]["ipv6"] is False
    assert found["values"]["captive_portal"] is False
    assert found["conditions"]["clock_offset"]["method"] == "sntp"
    with on_time():
        assert 0 < found["values"]["dns"] < 50
        assert abs(found["values"]["clock_offset"]) < 5
        assert found["took_s"] < 6
    with by_own_effort():
        assert found["cpu_s"] < 1


@pytest.mark.parametrize(("groups", "method"), [("1 0", "tcp-closed-port"), ("0 0", "icmp-echo")])
@timed
def test_loss_up_to_the_router_is_counted_either_way(home: Home, groups: str, method: str) -> None:
    home.let_ping(groups)
    home.router('add rule inet line input iifname "g0" numgen inc mod 5 == 0 drop')
    found = home.check()
    assert found["conditions"]["gateway_rtt"]["method"] == method
    assert found["conditions"]["gateway_rtt"]["address"] == ROUTER
    with on_time():
        assert found["values"]["gateway_loss"] == pytest.approx(0.2, abs=0.051)
        assert 0 < found["values"]["gateway_rtt"] < 2
    assert found["findings"] == ["gateway-lossy"]
    assert found["verdict"] == "not-ready"


def test_a_router_that_is_silent_is_unknown_and_not_bad(home: Home) -> None:
    home.let_ping("0 0")
    home.router('add rule inet line input iifname "g0" drop')
    found = home.check()
    assert found["missing"]["gateway_loss"] == "no-answer"
    assert found["findings"] == []


def test_dead_name_servers_are_told_from_one_that_is(home: Home) -> None:
    dead = home.check(f"https://{HOST}", resolvers="10.77.2.77 10.77.2.78")
    assert "dns-dead" in dead["findings"]
    assert dead["verdict"] == "not-ready"
    assert dead["missing"]["dns"] == "no-answer"
    one = home.check(f"http://{HOST}", resolvers=f"{SERVER_ADDRESS} 10.77.2.77")
    assert one["findings"] == ["dns-resolver-dead"]
    # Without a time server the date of a page must do.
    assert one["conditions"]["clock_offset"]["method"] == "http-date"
    assert abs(one["values"]["clock_offset"]) <= 600


@timed
def test_a_clock_ten_minutes_behind_is_seen(home: Home) -> None:
    found = home.check(time_server="10.77.2.4")
    assert found["findings"] == ["clock-wrong"]
    with on_time():
        assert found["values"]["clock_offset"] == pytest.approx(-1000 * OFF_BY_S, abs=20)


@pytest.mark.parametrize("portal_url", ["", f"http://{SERVER_ADDRESS}/generate_204"])
def test_a_sign_in_page_is_found_out(home: Home, portal_url: str) -> None:
    catch = f'add rule inet line before iifname "g0" tcp dport 80 dnat ip to {ROUTER}:8080'
    home.router(catch)
    home.router('add rule inet line forward iifname "g0" tcp dport 443 drop')
    # Without a page made for it, one host alone could as well be down: two must be answered for.
    second = f"https://{SECOND_HOST}"
    found = home.check(f"https://{SERVER_ADDRESS}", second, portal_url=portal_url)
    assert "captive-portal" in found["findings"]
    assert found["conditions"]["captive_portal"]["sign_in_host"] == "sign-in.example.net"


def test_one_host_that_is_not_itself_is_no_portal_yet(home: Home) -> None:
    catch = f'add rule inet line before iifname "g0" tcp dport 80 dnat ip to {ROUTER}:8080'
    home.router(catch)
    home.router('add rule inet line forward iifname "g0" tcp dport 443 drop')
    found = home.check(f"https://{SERVER_ADDRESS}")
    assert "captive-portal" not in found["findings"]
    assert "captive_portal" in found["missing"]


def test_a_server_whose_secure_port_is_down_is_no_portal(home: Home) -> None:
    found = home.check(f"https://{SERVER_ADDRESS}")  # its port 80 answers 204, 443 nothing
    assert found["values"]["captive_portal"] is False


def test_a_tunnel_is_told_for_one_host_and_for_all(home: Home) -> None:
    def client(command: str) -> None:
        home.lab.run("client", ["ip", *command.split()])

    client("tuntap add dev tun0 mode tun")
    try:
        client("address add 10.9.0.1/24 dev tun0")
        client("link set tun0 up")
        client(f"route add {SERVER_ADDRESS}/32 dev tun0")
        hosts = (f"tcp://{SERVER_ADDRESS}:9", "tcp://10.77.2.3:9")
        split = home.check(*hosts)
        assert split["values"]["interface"] == "virtual"
        assert split["conditions"]["vpn"]["hosts_inside"] == SERVER_ADDRESS
        assert split["findings"] == ["vpn-for-some"]
        client("route add 0.0.0.0/1 dev tun0")
        client("route add 128.0.0.0/1 dev tun0")
        client("route add 10.77.2.3/32 dev tun0")
        whole = home.check(*hosts)
        assert whole["values"]["interface"] == "vpn"
        assert whole["conditions"]["interface"]["runs_on"] == "virtual"
        assert whole["conditions"]["gateway_rtt"]["address"] == ROUTER
        assert whole["findings"] == ["vpn-active"]
    finally:
        client("link delete tun0")


@timed
def test_a_cancelled_check_ends_at_once_whatever_it_waits_for(home: Home) -> None:
    home.router('add rule inet line input iifname "g0" drop')
    home.router('add rule inet line forward iifname "g0" drop')
    found = home.check(
        f"https://{HOST}",
        f"https://{SERVER_ADDRESS}",
        resolvers=SERVER_ADDRESS,
        time_server="10.77.2.4",
        cancel_after_s=1.5,
    )
    assert found["took_s"] > 1.4
    with on_time():
        assert found["took_s"] < 1.7


def test_a_home_with_ipv6_only(home: Home) -> None:
    lab = home.lab
    lab.set_kernel("gateway", {"ipv6/conf/all/forwarding": 1})
    for role, device, address in (
        ("client", "c0", "fd77:1::2/64"),
        ("gateway", "g0", "fd77:1::1/64"),
        ("gateway", "g1", "fd77:2::1/64"),
        ("gateway", "g0", "fe80::1/64"),
    ):
        lab.run(role, ["ip", "address", "add", address, "dev", device, "nodad"])
    lab.run("server", ["ip", "route", "add", "fd77:1::/64", "via", "fd77:2::1"])
    lab.run("client", ["ip", "-6", "route", "add", "default", "via", "fe80::1", "dev", "c0"])
    lab.run("client", ["ip", "-4", "address", "flush", "dev", "c0"])
    home.let_ping("0 0")
    found = home.check(f"http://{HOST}:8088", resolvers="fd77:2::2")
    assert found["values"]["ipv4"] is False
    assert found["values"]["ipv6"] is True
    assert found["conditions"]["gateway_rtt"]["address"] == "fe80::1%c0"
    assert found["conditions"]["gateway_rtt"]["method"] == "icmp-echo"
    assert found["values"]["gateway_loss"] == 0
    assert found["findings"] == ["ipv-six-only"]
    home.let_ping("1 0")
    by_tcp = home.check()
    assert by_tcp["conditions"]["gateway_rtt"]["method"] == "tcp-closed-port"


def test_a_computer_without_a_network_says_so(home: Home) -> None:
    home.lab.run("client", ["ip", "link", "set", "c0", "down"])
    found = home.check(f"https://{HOST}")
    assert found["findings"] == ["no-network"]
    assert found["verdict"] == "not-ready"
