"""Telling a sign-in page from a server by who answers on the secure port; what the radio tells."""

from __future__ import annotations

import datetime
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.unit.adapters.network.voice_path.loopback import good, udp_server
from workspace_assistant.adapters.network.connection.clock_question import ask_clock
from workspace_assistant.adapters.network.connection.gateways import Gateway
from workspace_assistant.adapters.network.connection.inquiry import Inquiry
from workspace_assistant.adapters.network.connection.network_manager import SystemNetwork
from workspace_assistant.adapters.network.connection.portal_search import find_portal
from workspace_assistant.adapters.network.connection.probe import SystemConnectionProbe
from workspace_assistant.core.readiness.connection.model import (
    ClockOffset,
    Interface,
    InterfaceKind,
    NamedHosts,
    Portal,
    Reason,
    Unknown,
    Wireless,
)

LOOP = "127.0.0.1"
HOST = "crm.example.com"
REDIRECT = b"HTTP/1.1 302 Go\r\nLocation: http://login.cafe/\r\n\r\n"
PAGE = b"HTTP/1.1 200 OK\r\n\r\n<h1>Welcome"
OLD_PAGE = b"HTTP/1.1 200 OK\r\nDate: Sat, 01 Jan 2000 00:00:00 GMT\r\n\r\n"


def certificate(folder: Path, name: str, *, days: int = 30) -> Path:
    """A certificate for *name* and its key in one file; it ended in the past for negative days."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=60))
        .not_valid_after(now + datetime.timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / f"{name}.pem"
    file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return file


@contextmanager
def server(answer: bytes, pem: Path | None = None) -> Iterator[int]:
    """Answers every request with *answer*, by TLS with a certificate; yields its port."""
    context = None
    if pem is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pem)
    with socket.create_server((LOOP, 0)) as listener:
        listener.settimeout(0.02)
        stop = threading.Event()

        def serve() -> None:
            while not stop.is_set():
                try:
                    plain, _ = listener.accept()
                except OSError:
                    continue
                plain.settimeout(2)
                try:
                    with context.wrap_socket(plain, server_side=True) if context else plain as sock:
                        sock.recv(4096)
                        sock.sendall(answer)
                except OSError:
                    plain.close()

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            stop.set()
            thread.join()


def trusting(pem: Path) -> Callable[[], ssl.SSLContext]:
    return lambda: ssl.create_default_context(cafile=str(pem))


def found_portal(secure: int, plain: int, tls: Callable[[], ssl.SSLContext]) -> Portal | Unknown:
    hosts = NamedHosts(web=("http://other.example.com", f"https://{HOST}:{secure}"))
    return find_portal(hosts, lambda _: (LOOP,), tls, Inquiry(), plain)


def test_a_host_that_proves_its_name_is_reached_and_asked_no_more(tmp_path: Path) -> None:
    pem = certificate(tmp_path, HOST)
    with server(PAGE, pem) as secure, server(REDIRECT) as plain:
        found = found_portal(secure, plain, trusting(pem))
    assert found == Portal(is_captive=False, asked=HOST)


def test_an_expired_certificate_is_no_portal(tmp_path: Path) -> None:
    pem = certificate(tmp_path, HOST, days=-1)
    with server(PAGE, pem) as secure, server(REDIRECT) as plain:
        found = found_portal(secure, plain, trusting(pem))
    assert found == Portal(is_captive=False, asked=HOST)


@contextmanager
def no_server() -> Iterator[int]:
    """A port on which nobody listens."""
    with socket.create_server((LOOP, 0)) as gone:
        port = gone.getsockname()[1]
    yield port


def with_witness(
    secure: int, plain: int, tls: Callable[[], ssl.SSLContext], *others: str
) -> Portal | Unknown:
    hosts = NamedHosts(web=(f"https://{HOST}:{secure}", *others), udp=())
    return find_portal(hosts, lambda _: (LOOP,), tls, Inquiry(), plain)


@pytest.mark.parametrize(("answer", "evidence"), [(REDIRECT, "redirect"), (PAGE, "other-page")])
def test_a_portal_is_told_when_it_stands_before_two_hosts(
    tmp_path: Path, answer: bytes, evidence: str
) -> None:
    pem = certificate(tmp_path, "login.cafe")
    with server(PAGE, pem) as secure, server(answer) as plain:
        other = f"https://voice.example.net:{secure}"
        found = with_witness(secure, plain, trusting(pem), other)
    assert isinstance(found, Portal)
    assert (found.is_captive, found.evidence) == (True, evidence)


@pytest.mark.parametrize("answer", [REDIRECT, PAGE])
def test_a_host_with_a_broken_secure_port_is_no_portal(tmp_path: Path, answer: bytes) -> None:
    pem = certificate(tmp_path, "voice.example.net")
    not_told = Unknown(reason=Reason.UNKNOWN_TO_SYSTEM, detail=HOST)
    with no_server() as dead, server(answer) as plain, server(PAGE, pem) as secure:
        same_server = f"https://www.example.com:{dead}"
        assert with_witness(dead, plain, trusting(pem)) == not_told
        assert with_witness(dead, plain, trusting(pem), same_server) == not_told
        reached = f"https://voice.example.net:{secure}"
        assert with_witness(dead, plain, trusting(pem), reached) == not_told


def test_what_nobody_had_time_to_ask_is_no_witness(tmp_path: Path) -> None:
    pem = certificate(tmp_path, "login.cafe")
    with no_server() as dead, server(REDIRECT) as plain, udp_server(lambda *_: []) as silent:
        hosts = NamedHosts(web=(f"https://{HOST}:{dead}",), udp=(("voice.example.net", silent),))
        ended = Inquiry(end_s=time.monotonic() + 0.3)
        late = find_portal(hosts, lambda _: (LOOP,), trusting(pem), ended, plain)
        told = find_portal(hosts, lambda _: (LOOP,), trusting(pem), Inquiry(), plain)
    assert isinstance(late, Unknown)
    assert isinstance(told, Portal)


def test_a_voice_server_that_answers_says_that_there_is_no_portal(tmp_path: Path) -> None:
    pem = certificate(tmp_path, "login.cafe")
    with no_server() as dead, server(REDIRECT) as plain, udp_server(good) as voice:
        hosts = NamedHosts(web=(f"https://{HOST}:{dead}",), udp=(("voice.example.net", voice),))
        found = find_portal(hosts, lambda _: (LOOP,), trusting(pem), Inquiry(), plain)
    assert found == Unknown(reason=Reason.UNKNOWN_TO_SYSTEM, detail=HOST)


def test_a_certificate_nobody_vouches_for_needs_a_redirect_as_evidence(tmp_path: Path) -> None:
    pem, known = certificate(tmp_path, HOST), certificate(tmp_path, "known.example.com")
    with server(PAGE, pem) as secure, server(PAGE) as page, server(REDIRECT) as redirect:
        unclear = found_portal(secure, page, trusting(known))
        other = f"https://voice.example.net:{secure}"
        clear = with_witness(secure, redirect, trusting(known), other)
    assert unclear == Unknown(reason=Reason.UNKNOWN_TO_SYSTEM, detail=HOST)
    assert isinstance(clear, Portal)
    assert clear.is_captive


def test_the_date_is_read_although_the_clock_makes_the_certificate_look_bad(
    tmp_path: Path,
) -> None:
    with server(OLD_PAGE, certificate(tmp_path, HOST, days=-1)) as secure:
        hosts = NamedHosts(web=(f"https://{HOST}:{secure}",))
        found = ask_clock(hosts, lambda _: (LOOP,), Inquiry())
    assert isinstance(found, ClockOffset)
    assert found.offset_ms > 1e9
    assert found.method == "http-date"


def test_a_clock_cannot_be_asked_of_nobody_or_the_silent() -> None:
    with socket.create_server((LOOP, 0)) as gone:
        port = gone.getsockname()[1]
    silent = NamedHosts(time_server="t.example.com", web=(f"http://{HOST}:{port}",))
    lost = Unknown(reason=Reason.NAME_NOT_RESOLVED, detail="t.example.com")
    assert ask_clock(silent, lambda _: (), Inquiry()) == lost
    web = NamedHosts(web=silent.web)
    no_answer = Unknown(reason=Reason.NO_ANSWER, detail=HOST)
    assert ask_clock(web, lambda _: (LOOP,), Inquiry()) == no_answer
    assert ask_clock(NamedHosts(), lambda _: (), Inquiry()) == Unknown(reason=Reason.NOT_NAMED)


def test_the_radio_below_a_tunnel_is_told_from_both_sources(tmp_path: Path) -> None:
    levels = tmp_path / "wireless"
    levels.write_text(" wlan0: 0000   54.  -56.  -256        0      0\n")
    probe = SystemConnectionProbe(wireless_file=levels, platform="linux")
    tunnel = Interface(name="tun0", kind=InterfaceKind.VPN, under=InterfaceKind.WIFI)
    router = Gateway(address="192.0.2.1", interface="wlan0")
    told = SystemNetwork(wireless=Wireless(signal_fraction=0.6, rate_bps=3e8))
    assert probe._wireless(tunnel, router, told) == Wireless(
        signal_fraction=0.6, signal_dbm=-56, rate_bps=3e8
    )
    assert probe._wireless(tunnel, router, None) == Wireless(signal_dbm=-56)
    cable = Interface(name="eth0", kind=InterfaceKind.WIRED)
    assert probe._wireless(cable, None, told) == Unknown(reason=Reason.NOT_WIRELESS)
    radio = Interface(name="en0", kind=InterfaceKind.WIFI)
    assert probe._wireless(radio, None, None) == Unknown(reason=Reason.UNKNOWN_TO_SYSTEM)
    mac = SystemConnectionProbe(wireless_file=levels, platform="darwin")
    assert mac._wireless(radio, None, None) == Unknown(reason=Reason.NOT_ON_THIS_SYSTEM)
