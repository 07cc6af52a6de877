"""ICMP errors as Linux hands them out, and what pings and hop searches make of them."""

import socket
import struct
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.adapters.network.voice_path.loopback import LOOPBACK, closed_port, good, udp_server
from workspace_assistant.adapters.network.voice_path import error_queue, hops, mtu, ttl_pings
from workspace_assistant.adapters.network.voice_path.error_queue import IcmpError, parse_error
from workspace_assistant.adapters.network.voice_path.hops import HopSearch, find_hops
from workspace_assistant.adapters.network.voice_path.mtu import find_mtu
from workspace_assistant.core.readiness.voice_path.model import Hop, Mtu, Reason, Trouble

AT_S = 5.0
V4 = struct.pack("@H", socket.AF_INET) + b"\0\0" + bytes((10, 77, 1, 1)) + bytes(8)
V6 = struct.pack("@H", socket.AF_INET6) + bytes(6) + socket.inet_pton(socket.AF_INET6, "fd77::1")

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has an error queue")


def extended(origin: int, kind: int, code: int, info: int = 0) -> bytes:
    return struct.pack("@IBBBBII", 113, origin, kind, code, 0, info, 0)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            extended(2, 11, 0) + V4,
            IcmpError(offender="10.77.1.1", at_s=AT_S, is_time_exceeded=True),
        ),
        (extended(3, 3, 0) + V6, IcmpError(offender="fd77::1", at_s=AT_S, is_time_exceeded=True)),
        (extended(2, 3, 3) + V4, IcmpError(offender="10.77.1.1", at_s=AT_S, is_unreachable=True)),
        (extended(2, 3, 4, 1400) + V4, IcmpError(offender="10.77.1.1", at_s=AT_S, next_bytes=1400)),
        (extended(3, 2, 0, 1280) + V6, IcmpError(offender="fd77::1", at_s=AT_S, next_bytes=1280)),
        (extended(2, 11, 0), IcmpError(offender="", at_s=AT_S, is_time_exceeded=True)),
        (extended(2, 11, 0) + bytes(16), IcmpError(offender="", at_s=AT_S, is_time_exceeded=True)),
        (extended(1, 0, 0), None),  # an error of this computer
        (b"short", None),
    ],
)
def test_errors_are_told_apart(value: bytes, expected: IcmpError | None) -> None:
    assert parse_error(value, AT_S) == expected


@given(st.binary(max_size=60))
def test_no_bytes_whatever_upset_the_reader(value: bytes) -> None:
    parse_error(value, AT_S)


@linux_only
@pytest.mark.parametrize(
    ("address", "family"), [(LOOPBACK, socket.AF_INET), ("::1", socket.AF_INET6)]
)
def test_the_system_hands_out_a_real_error(address: str, family: socket.AddressFamily) -> None:
    try:
        udp = socket.socket(family, socket.SOCK_DGRAM)
        udp.connect((address, closed_port()))
    except OSError:
        pytest.skip("this system has no such loopback")
    with udp:
        udp.settimeout(0)
        error_queue.receive_errors(udp)
        error_queue.set_hop_limit(udp, 1)
        udp.send(b"anybody")
        (error,) = error_queue.read_errors(udp)
        assert error_queue.read_errors(udp) == []
    assert (error.offender, error.is_unreachable) == (address, True)


def test_hops_are_those_before_the_server() -> None:
    search = HopSearch("192.0.2.1", distance=4, found={1: "a", 3: "c", 4: "late", 5: "later"})
    assert search.hops == (Hop(ttl=1, address="a"), Hop(ttl=3, address="c"))
    assert search.silent == [2]


@linux_only
def test_a_server_next_door_has_no_routers_before_it() -> None:
    with udp_server(good) as port:
        search, trouble = find_hops(LOOPBACK, port, 0.001)
    assert (search.hops, search.distance, trouble) == ((), 1, None)
    assert search.bytes_used == 48


@linux_only
def test_a_host_that_refuses_tells_its_distance_as_well() -> None:
    search, trouble = find_hops(LOOPBACK, closed_port(), 0.001)
    assert (search.hops, search.distance, trouble) == ((), 1, None)


@linux_only
def test_loopback_carries_whole_packets() -> None:
    with udp_server(good) as port:
        found, used_bytes = find_mtu(LOOPBACK, port, 65536, 0.001)
    assert found == Mtu(path_bytes=1500, interface_bytes=65536, is_black_hole=False)
    assert used_bytes == 1500 + 60


def test_no_route_is_told() -> None:
    assert find_mtu("not an address", 9, 1500, 0.001)[0] in {
        Trouble(reason=Reason.NETWORK_UNREACHABLE),
        Trouble(reason=Reason.NOT_ON_THIS_SYSTEM),
    }


def test_other_systems_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = Trouble(reason=Reason.NOT_ON_THIS_SYSTEM)
    monkeypatch.setattr(error_queue, "IS_SUPPORTED", False)
    assert hops.find_hops(LOOPBACK, 9, 0.1)[1] == missing
    assert mtu.find_mtu(LOOPBACK, 9, 1500, 0.1) == (missing, 0)
    with pytest.raises(OSError, match="ICMP"):
        ttl_pings.TtlPings(LOOPBACK, 9, 1)


@linux_only
def test_what_may_not_be_set_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_udp: socket.socket) -> None:
        raise PermissionError

    monkeypatch.setattr(error_queue, "receive_errors", refuse)
    assert find_hops(LOOPBACK, 9, 0.1)[1] == Trouble(reason=Reason.NOT_PERMITTED)
    assert find_mtu(LOOPBACK, 9, 1500, 0.1)[0] == Trouble(reason=Reason.NOT_PERMITTED)
    with pytest.raises(PermissionError):
        ttl_pings.TtlPings(LOOPBACK, 9, 1)


@linux_only
def test_probes_that_reach_the_server_stop() -> None:
    arrived: list[bytes] = []

    def note(request: bytes, sender: tuple[str, int]) -> list[bytes]:
        arrived.append(request)
        return good(request, sender)

    with udp_server(note) as port:
        pings = ttl_pings.TtlPings(LOOPBACK, port, 1)
        pings.send(0)
        assert pings.collect(1.0) == []
        for number in range(1, 20):
            pings.send(number)
            pings.collect(0)
        pings.close()
    assert len(arrived) == 1
