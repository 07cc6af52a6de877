from __future__ import annotations

import http.client
import socket
import struct
import threading
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.adapters.network.stun import binding_answer
from workspace_assistant.adapters.network.target import EmbeddedTarget

MAGIC = 0x2112A442
REQUEST = struct.pack("!HHI", 1, 0, MAGIC) + b"transaction!"


@pytest.fixture
def target() -> Iterator[EmbeddedTarget]:
    before = set(threading.enumerate())
    with EmbeddedTarget() as running:
        yield running
    assert set(threading.enumerate()) <= before


def ask(
    target: EmbeddedTarget, method: str, path: str, body: bytes | None = None
) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection(target.host, target.port, timeout=5)
    try:
        connection.request(method, path, body)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize("base", ["", "/backend"])
def test_librespeed_paths(target: EmbeddedTarget, base: str) -> None:
    status, body = ask(target, "GET", f"{base}/garbage.php?ckSize=2")
    assert (status, len(body)) == (200, 2 << 20)
    assert ask(target, "GET", f"{base}/empty.php") == (200, b"")
    assert ask(target, "POST", f"{base}/empty.php", bytes(300_000))[0] == 200
    assert ask(target, "GET", f"{base}/getIP.php") == (200, b"127.0.0.1")


@pytest.mark.parametrize(
    ("method", "path", "status", "length"),
    [
        ("GET", "/__down?bytes=12345", 200, 12345),
        ("GET", "/__down?bytes=0", 200, 0),
        ("GET", "/__down?bytes=nonsense", 200, 0),
        ("GET", "/speedtest/latency.txt", 200, 10),
        ("GET", "/speedtest/random350x350.jpg", 200, 242133),
        ("GET", "/data", 200, 32 << 20),
        ("HEAD", "/data", 200, 0),
        ("GET", "/etc/passwd", 404, 0),
        ("GET", "/../empty.php", 404, 0),
        ("POST", "/elsewhere", 400, 0),
        ("PUT", "/empty.php", 501, None),
    ],
)
def test_other_paths(
    target: EmbeddedTarget, method: str, path: str, status: int, length: int | None
) -> None:
    found, body = ask(target, method, path, b"" if method == "POST" else None)
    assert found == status
    assert length is None or len(body) == length


def test_the_data_cannot_be_compressed(target: EmbeddedTarget) -> None:
    _, body = ask(target, "GET", "/__down?bytes=100000")
    assert len(set(body)) == 256


def test_more_connections_than_allowed_are_closed(target: EmbeddedTarget) -> None:
    held = [socket.create_connection((target.host, target.port), 5) for _ in range(64)]
    try:
        time.sleep(0.2)
        with socket.create_connection((target.host, target.port), 5) as one_more:
            one_more.settimeout(5)
            assert one_more.recv(1) == b""
    finally:
        for sock in held:
            sock.close()


def test_stopping_breaks_a_transfer_under_way() -> None:
    target = EmbeddedTarget()
    target.start()
    connection = http.client.HTTPConnection(target.host, target.port, timeout=5)
    connection.request("GET", "/garbage.php?ckSize=1024")
    answer = connection.getresponse()
    answer.read(1000)
    began_s = time.monotonic()
    target.stop()
    assert time.monotonic() - began_s < 2
    connection.close()


def test_a_target_that_is_not_running_has_no_port() -> None:
    with pytest.raises(RuntimeError):
        _ = EmbeddedTarget().port


def test_a_port_in_use_is_an_error() -> None:
    with EmbeddedTarget() as first, pytest.raises(OSError, match="in use"):
        EmbeddedTarget(port=first.port).start()


def test_it_can_be_started_again(target: EmbeddedTarget) -> None:
    target.stop()
    target.start()
    assert ask(target, "GET", "/empty.php") == (200, b"")


def test_stun_on_the_same_port_tells_the_callers_address(target: EmbeddedTarget) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as caller:
        caller.settimeout(5)
        caller.sendto(b"noise", (target.host, target.port))
        caller.sendto(REQUEST, (target.host, target.port))
        answer, _ = caller.recvfrom(2048)
        own_port = caller.getsockname()[1]
    assert mapped_port(answer) == own_port


def mapped_port(answer: bytes) -> int:
    port: int = struct.unpack_from("!H", answer, 26)[0]
    return port ^ (MAGIC >> 16)


def test_the_published_example_of_an_ipv4_answer() -> None:
    # RFC 5769, section 2.2: 192.0.2.1 port 32853, with this transaction.
    transaction = bytes.fromhex("b7e7a701bc34d686fa87dfae")
    answer = binding_answer(struct.pack("!HHI", 1, 0, MAGIC) + transaction, "192.0.2.1", 32853)
    assert answer is not None
    assert answer[:20] == struct.pack("!HHI", 0x0101, 12, MAGIC) + transaction
    assert answer[20:] == bytes.fromhex("002000080001a147e112a643")


def test_the_published_example_of_an_ipv6_answer() -> None:
    # RFC 5769, section 2.3.
    transaction = bytes.fromhex("b7e7a701bc34d686fa87dfae")
    address = "2001:db8:1234:5678:11:2233:4455:6677"
    answer = binding_answer(struct.pack("!HHI", 1, 0, MAGIC) + transaction, address, 32853)
    assert answer is not None
    assert answer[20:] == bytes.fromhex("002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9")


@given(st.binary(max_size=80))
def test_noise_gets_no_answer(noise: bytes) -> None:
    answer = binding_answer(noise, "192.0.2.1", 1)
    assert answer is None or noise[:2] == b"\x00\x01"
