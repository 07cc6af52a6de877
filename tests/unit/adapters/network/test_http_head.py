from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.adapters.network.exchange_error import ExchangeError
from workspace_assistant.adapters.network.http_head import parse_head
from workspace_assistant.core.readiness.bandwidth.model import Reason


def head(*lines: str) -> bytes:
    return "\r\n".join(lines).encode("latin-1")


def test_an_ordinary_answer() -> None:
    found = parse_head(head("HTTP/1.1 200 OK", "Content-Length: 42", "Server: any"))
    assert (found.status, found.length_bytes) == (200, 42)
    assert found.is_success
    assert found.keeps_open


def test_a_chunked_answer_has_no_length() -> None:
    found = parse_head(head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "Content-Length: 5"))
    assert found.is_chunked
    assert found.length_bytes is None


@pytest.mark.parametrize(
    ("lines", "keeps_open"),
    [
        (["HTTP/1.1 200 OK", "Connection: close"], False),
        (["HTTP/1.0 200 OK"], False),
        (["HTTP/1.0 200 OK", "Connection: keep-alive"], True),
        (["HTTP/1.1 200"], True),
    ],
)
def test_whether_the_connection_stays_open(lines: list[str], keeps_open: bool) -> None:
    assert parse_head(head(*lines)).keeps_open is keeps_open


def test_a_redirect_names_its_goal() -> None:
    found = parse_head(head("HTTP/1.1 302 Found", "location: /there"))
    assert found.is_redirect
    assert found.location == "/there"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.2",
        b"HTTP/2 200",
        b"HTTP/1.1 999 Much",
        b"HTTP/1.1 20 OK",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999",
    ],
)
def test_what_is_not_http_is_refused(raw: bytes) -> None:
    with pytest.raises(ExchangeError) as caught:
        parse_head(raw)
    assert caught.value.reason is Reason.NOT_HTTP


@given(st.binary(max_size=300))
def test_any_bytes_are_an_answer_or_refused(noise: bytes) -> None:
    for raw in (noise, b"HTTP/1.1 200 OK\r\n" + noise):
        try:
            parsed = parse_head(raw)
        except ExchangeError:
            continue
        assert 100 <= parsed.status <= 599
        assert parsed.length_bytes is None or parsed.length_bytes >= 0
