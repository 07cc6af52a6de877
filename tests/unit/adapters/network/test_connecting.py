from __future__ import annotations

import errno
import socket
import ssl
import threading
import time

import pytest

from workspace_assistant.adapters.network import endpoint
from workspace_assistant.adapters.network.endpoint import Address, has_route, parse_url, resolve
from workspace_assistant.adapters.network.exchange_error import (
    ExchangeError,
    connecting,
    transferring,
)
from workspace_assistant.adapters.network.halt import Halt, HaltedError
from workspace_assistant.adapters.network.limits import EngineLimits
from workspace_assistant.adapters.network.wire import open_wire
from workspace_assistant.core.readiness.bandwidth.model import Reason

LIMITS = EngineLimits(connect_s=0.4, poll_s=0.02)


def closed_port() -> Address:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return socket.AF_INET, listener.getsockname()


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (ssl.SSLCertVerificationError("unknown"), Reason.CERTIFICATE_UNTRUSTED),
        (ssl.SSLError("version"), Reason.TLS_FAILED),
        (TimeoutError(), Reason.CONNECT_TIMEOUT),
        (OSError(errno.ETIMEDOUT, ""), Reason.CONNECT_TIMEOUT),
        (ConnectionRefusedError(), Reason.CONNECTION_REFUSED),
        (ConnectionResetError(), Reason.CONNECTION_RESET),
        (OSError(errno.ENETUNREACH, ""), Reason.NETWORK_UNREACHABLE),
        (OSError(errno.EHOSTUNREACH, ""), Reason.NETWORK_UNREACHABLE),
        (OSError(errno.EACCES, ""), Reason.CONNECT_TIMEOUT),
    ],
)
def test_why_a_connection_could_not_be_opened(error: OSError, reason: Reason) -> None:
    assert connecting(error).reason is reason


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (TimeoutError(), Reason.NO_ANSWER),
        (OSError(errno.EHOSTUNREACH, ""), Reason.NETWORK_UNREACHABLE),
        (BrokenPipeError(), Reason.CONNECTION_RESET),
        (ssl.SSLEOFError("end"), Reason.CONNECTION_RESET),
    ],
)
def test_why_an_open_connection_ended(error: OSError, reason: Reason) -> None:
    assert transferring(error).reason is reason


def test_a_dead_address_does_not_hide_a_living_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        living: Address = (socket.AF_INET, listener.getsockname())
        wire = open_wire([closed_port(), living], None, LIMITS, Halt())
        assert wire.sock.getpeername() == listener.getsockname()
        wire.close()


def test_when_all_addresses_are_dead_the_last_reason_is_told() -> None:
    with pytest.raises(ExchangeError) as caught:
        open_wire([closed_port(), closed_port()], None, LIMITS, Halt())
    assert caught.value.reason is Reason.CONNECTION_REFUSED


def test_a_refusal_tells_more_than_a_way_that_does_not_exist() -> None:
    nowhere: Address = (socket.AF_INET, ("255.255.255.255", 9))  # TCP refuses it, sending nothing
    with pytest.raises(ExchangeError) as caught:
        open_wire([closed_port(), nowhere], None, LIMITS, Halt())
    assert caught.value.reason is Reason.CONNECTION_REFUSED


def test_a_host_without_addresses_is_unreachable() -> None:
    with pytest.raises(ExchangeError) as caught:
        open_wire([], None, LIMITS, Halt())
    assert caught.value.reason is Reason.NETWORK_UNREACHABLE


def test_a_stop_is_noticed_before_connecting() -> None:
    halt = Halt()
    halt.set()
    with pytest.raises(HaltedError):
        open_wire([closed_port()], None, LIMITS, halt)


def test_a_name_is_looked_up() -> None:
    addresses = resolve(parse_url("http://127.0.0.1:81"), 2, Halt())
    assert (socket.AF_INET, ("127.0.0.1", 81)) in addresses


def test_a_look_up_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    answered = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answered.wait(5) and [])
    began_s = time.monotonic()
    with pytest.raises(ExchangeError):
        resolve(parse_url("http://slow.invalid"), 0.1, Halt())
    answered.set()
    assert time.monotonic() - began_s < 2


def test_a_lost_question_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Event()
    address = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.1", 80))
    answers = iter([lambda: released.wait(5) and [], lambda: [address]])
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: next(answers)())
    monkeypatch.setattr(endpoint, "_ASK_AGAIN_S", 0.02)
    found = resolve(parse_url("http://lossy.invalid"), 5, Halt())
    released.set()
    assert found == ((socket.AF_INET, ("192.0.2.1", 80)),)


def test_a_label_too_long_for_dns_is_not_found() -> None:
    with pytest.raises(ExchangeError):
        resolve(parse_url(f"http://{'a' * 70}.invalid"), 2, Halt())


def test_without_any_socket_there_is_no_route(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> object:
        raise OSError(errno.ENETUNREACH, "unreachable")

    monkeypatch.setattr(socket, "socket", refuse)
    assert has_route() is False
