"""What is said of a certificate, good or bad, and that nothing is sent to whom nobody trusts."""

from __future__ import annotations

import socket
import ssl
import time
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.certificates import Issued, authority, server
from tests.unit.adapters.network.endpoints.peers import (
    only_way,
    say,
    steps_of,
    tcp_peer,
    until_closed,
    until_head_end,
)
from workspace_assistant.adapters.network.endpoints.certificates import (
    ShownChain,
    read_chain,
    verification_fault,
)
from workspace_assistant.core.readiness.endpoints.model import FamilyOutcome, Fault, Step

OK = say(b"HTTP/1.1 200 OK\r\n\r\n")


@pytest.fixture(scope="module")
def root() -> Issued:
    return authority()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def way_to(issued: Issued, root: Issued, folder: Path) -> FamilyOutcome:
    with tcp_peer(OK, issued.server_context(folder)) as place:
        return only_way(f"https://{place}/", tls=root.trusting_context)


def test_a_trusted_server_is_timed_and_its_certificate_told(root: Issued, folder: Path) -> None:
    way = way_to(server(root), root, folder)
    assert (way.fault, steps_of(way)) == (None, [Step.TCP, Step.TLS, Step.HTTP])
    assert way.tls_version == "TLSv1.3"
    assert way.certificate is not None
    assert way.certificate.is_trusted
    assert way.certificate.issuer == "Lab Authority"
    assert way.certificate.days_left == pytest.approx(30, abs=0.01)


def test_what_is_wrong_with_a_certificate(root: Issued, folder: Path) -> None:
    middle = authority("Lab Middle", root)
    stranger = authority("Shadow Proxy")
    cases = {
        Fault.CERTIFICATE_EXPIRED: (server(root, days=(-9, -2)), "Lab Authority"),
        Fault.CERTIFICATE_NOT_YET_VALID: (server(root, days=(2, 9)), "Lab Authority"),
        Fault.CERTIFICATE_WRONG_NAME: (server(root, host="www.example.com"), "Lab Authority"),
        Fault.CERTIFICATE_SELF_SIGNED: (server(None), "127.0.0.1"),
        Fault.CERTIFICATE_UNTRUSTED: (server(stranger, sends_issuer=True), "Shadow Proxy"),
        Fault.CERTIFICATE_INCOMPLETE_CHAIN: (server(middle, is_published=True), "Lab Middle"),
    }
    for fault, (issued, issuer) in cases.items():
        way = way_to(issued, root, folder)
        assert (way.fault, way.failed_step) == (fault, Step.TLS)
        assert steps_of(way) == [Step.TCP]
        assert way.certificate is not None
        assert not way.certificate.is_trusted
        assert way.certificate.issuer == issuer
    assert way_to(server(middle, sends_issuer=True), root, folder).fault is None


@pytest.mark.parametrize("days", [(-9, -2), (2, 9)], ids=["expired", "not yet"])
def test_a_date_of_the_issuer_is_not_told_of_the_server(
    root: Issued, folder: Path, days: tuple[int, int]
) -> None:
    middle = authority("Lab Middle", root, days=days)
    way = way_to(server(middle, sends_issuer=True), root, folder)
    assert way.fault is Fault.CERTIFICATE_UNTRUSTED
    assert way.certificate is not None
    assert way.certificate.issuer == "Lab Middle"
    assert way.certificate.days_left > 20


def test_the_age_and_the_names_of_a_refused_certificate_are_read(
    root: Issued, folder: Path
) -> None:
    expired = way_to(server(root, days=(-9, -2)), root, folder)
    assert expired.certificate is not None
    assert expired.certificate.days_left == pytest.approx(-2, abs=0.01)
    wrong = way_to(server(root, host="www.example.com"), root, folder)
    assert wrong.certificate is not None
    assert wrong.certificate.names == ("www.example.com",)


def test_an_unknown_issuer_that_publishes_nothing_is_untrusted(root: Issued, folder: Path) -> None:
    stranger = authority("Shadow Proxy")
    assert way_to(server(stranger), root, folder).fault is Fault.CERTIFICATE_UNTRUSTED


def test_nothing_is_sent_to_whom_nobody_trusts(root: Issued, folder: Path) -> None:
    heard: list[bytes] = []

    def listen(sock: socket.socket) -> None:
        heard.append(sock.recv(100))

    with tcp_peer(listen, server(None).server_context(folder)) as place:
        only_way(f"https://{place}/secret", tls=root.trusting_context)
    assert b"".join(heard) == b""


def test_a_certificate_too_large_to_take_is_refused(root: Issued, folder: Path) -> None:
    began_s = time.monotonic()
    way = way_to(server(root, padding_bytes=300_000), root, folder)
    assert (way.fault, way.certificate) == (Fault.TLS_FAILED, None)
    assert time.monotonic() - began_s < 2


@pytest.mark.parametrize(
    ("answer", "fault"),
    [(b"HTTP/1.1 400 Bad Request\r\n\r\n", Fault.TLS_FAILED), (b"", Fault.TIMEOUT)],
    ids=["plain", "silent"],
)
def test_a_server_that_speaks_no_tls(root: Issued, answer: bytes, fault: Fault) -> None:
    def serve(sock: socket.socket) -> None:
        sock.recv(2000)
        sock.sendall(answer)
        until_closed(sock)

    with tcp_peer(serve) as place:
        way = only_way(f"https://{place}/", tls=root.trusting_context)
    assert (way.fault, way.failed_step, steps_of(way)) == (fault, Step.TLS, [Step.TCP])


def test_a_handshake_that_drips_ends_in_time(root: Issued) -> None:
    def serve(sock: socket.socket) -> None:
        sock.recv(2000)
        for byte in b"\x16\x03\x03\x40\x00" + bytes(50):
            sock.sendall(bytes([byte]))
            time.sleep(0.05)

    began_s = time.monotonic()
    with tcp_peer(serve) as place:
        way = only_way(f"https://{place}/", tls=root.trusting_context)
    assert way.failed_step is Step.TLS
    assert time.monotonic() - began_s < 4


def test_a_connection_broken_behind_the_handshake_is_no_tls_fault(
    root: Issued, folder: Path
) -> None:
    def serve(sock: socket.socket) -> None:
        until_head_end(sock)

    with tcp_peer(serve, server(root).server_context(folder)) as place:
        way = only_way(f"https://{place}/", tls=root.trusting_context)
    assert (way.fault, way.failed_step) == (Fault.RESET, Step.HTTP)


def chain(
    *, valid_for_s: float = 100, is_self_signed: bool = False, missing: str = ""
) -> ShownChain:
    return ShownChain(
        subject="x",
        issuer="y",
        names=(),
        valid_from_s=1000.0,
        valid_until_s=1000.0 + valid_for_s,
        is_self_signed=is_self_signed,
        missing_issuer=missing,
    )


@pytest.mark.parametrize(
    ("shown", "now_s", "fault"),
    [
        (None, 1050.0, Fault.CERTIFICATE_UNTRUSTED),
        (chain(), 1200.0, Fault.CERTIFICATE_EXPIRED),
        (chain(), 900.0, Fault.CERTIFICATE_NOT_YET_VALID),
        (chain(is_self_signed=True), 1050.0, Fault.CERTIFICATE_SELF_SIGNED),
        (chain(missing="Z"), 1050.0, Fault.CERTIFICATE_INCOMPLETE_CHAIN),
        (chain(), 1050.0, Fault.CERTIFICATE_UNTRUSTED),
    ],
)
def test_where_the_system_gives_no_code_the_certificate_tells(
    shown: ShownChain | None, now_s: float, fault: Fault
) -> None:
    assert verification_fault(ssl.SSLCertVerificationError("no"), shown, now_s) is fault


@given(st.binary(max_size=200))
def test_noise_is_no_certificate(der: bytes) -> None:
    assert read_chain((der,)) is None
    assert read_chain(()) is None


@pytest.mark.filterwarnings("ignore:Parsed a serial number")  # the library's remark, not ours
@given(position=st.integers(0, 10_000), byte=st.integers(0, 255))
def test_a_damaged_certificate_is_read_or_refused(position: int, byte: int) -> None:
    damaged = bytearray(DER)
    damaged[position % len(damaged)] = byte
    found = read_chain((bytes(damaged),))
    assert found is None or found.subject.isprintable()


DER = server(authority()).certificate.public_bytes(Encoding.DER)
