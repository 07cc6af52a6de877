"""A server that misbehaves gives the right reason, in bounded time, and leaves no thread."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from tests.fakes.hostile_servers import (
    ASKED_BYTES,
    Behavior,
    Connection,
    HostileServer,
    Request,
    always,
    fine,
    in_download,
    in_load,
)
from tests.quiet_computer import on_time, timed
from workspace_assistant.adapters.network.limits import EngineLimits
from workspace_assistant.adapters.network.line import HttpLine
from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress
from workspace_assistant.core.readiness.bandwidth import plan, watch
from workspace_assistant.core.readiness.bandwidth.check import check_bandwidth
from workspace_assistant.core.readiness.bandwidth.plan import RunPlan
from workspace_assistant.core.readiness.model import Outcome
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import BandwidthRequirement, WorkplaceProfile

LIMITS = EngineLimits(
    connections=4, resolve_s=0.5, connect_s=0.5, handshake_s=0.5, answer_s=0.4, drain_s=0.2
)
SHORT = RunPlan(
    connect_s=4.0, idle_s=0.1, least_load_s=0.0, cap_s=0.6, wanted_half_width=float("inf")
)
BOUND_S = 5.0


@pytest.fixture(autouse=True)
def short_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "QUICK", SHORT)
    monkeypatch.setattr(watch, "STALL_AFTER_S", 0.5)


@pytest.fixture(autouse=True)
def _no_thread_is_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    assert set(threading.enumerate()) <= before


def run(
    url: str, provider: str = "librespeed", ctx: JobContext | None = None, budget: float = 5000000
) -> Outcome:
    wanted = BandwidthRequirement(provider=provider, server=url, budget_megabytes=budget)
    request = CheckRequest(profile=WorkplaceProfile(name="test", bandwidth=wanted), quick=True)
    began_s = time.monotonic()
    try:
        return check_bandwidth(HttpLine(limits=LIMITS), request, ctx or JobContext(lambda _: None))
    finally:
        assert time.monotonic() - began_s < BOUND_S


def reasons(outcome: Outcome) -> tuple[str | None, str | None]:
    missing = {one.id: one.reason for one in outcome.not_measured}
    return missing.get("bandwidth.download"), missing.get("bandwidth.upload")


def against(behavior: Behavior) -> tuple[str | None, str | None]:
    with HostileServer(behavior) as server:
        return reasons(run(server.url))


def refuse(status: int) -> Callable[[Connection], None]:
    return lambda connection: connection.head(status, Content_Length=0)


def redirect(location: str) -> Callable[[Connection], None]:
    return lambda connection: connection.head(302, Location=location, Content_Length=0)


def promise_more_than_is_sent(connection: Connection) -> None:
    connection.head(Content_Length=ASKED_BYTES)
    connection.stream(200_000)
    connection.sock.close()


def drip_the_body(connection: Connection) -> None:
    connection.head(Content_Length=ASKED_BYTES)
    connection.drip(b"x" * 60)


def small_page(connection: Connection) -> None:
    connection.head(Content_Length=20)
    connection.send(b"<html>Log in</html>\n")


def short_chunks(connection: Connection) -> None:
    connection.head(Transfer_Encoding="chunked")
    connection.send(b"5\r\nhello\r\n0\r\n\r\n")


def broken_chunks(connection: Connection) -> None:
    connection.head(Transfer_Encoding="chunked")
    connection.send(b"this is no chunk size\r\n")
    connection.linger(2)


def endless_header(connection: Connection) -> None:
    connection.send(b"HTTP/1.1 200 OK\r\n")
    while True:
        connection.send(b"X-More: and more\r\n" * 100)


def refuse_early(connection: Connection) -> None:
    connection.swallow(100_000)
    connection.head(413, Content_Length=0)
    connection.linger(2)


def refuse_early_and_reset(connection: Connection) -> None:
    connection.swallow(100_000)
    connection.head(413, Content_Length=0, Connection="close")
    time.sleep(0.05)
    connection.reset()


def never_read(connection: Connection) -> None:
    connection.linger(3)


def test_a_server_without_fault_is_measured() -> None:
    assert against(fine) == (None, None)


@pytest.mark.parametrize(
    ("behavior", "reason"),
    [
        (refuse(500), "server-refused"),
        (refuse(404), "server-refused"),
        (redirect("http://192.0.2.1/elsewhere"), "redirected-elsewhere"),
        (redirect("https://127.0.0.1/secure"), "redirected-elsewhere"),
        (redirect("/round-and-round"), "redirected-elsewhere"),
        (redirect(""), "redirected-elsewhere"),
        (Connection.reset, "connection-reset"),
        (never_read, "no-answer"),
        (lambda connection: connection.drip(b"HTTP/1.1 200 OK\r\n\r\n"), "no-answer"),
        (lambda connection: connection.send(b"SSH-2.0-OpenSSH_9\r\n\r\n"), "not-http"),
        (endless_header, "not-http"),
        (lambda connection: connection.head(Content_Length="12, 13"), "not-http"),
        (lambda connection: connection.head(Content_Length="-1"), "not-http"),
    ],
)
def test_a_server_that_always_misbehaves(
    behavior: Callable[[Connection], None], reason: str
) -> None:
    assert against(always(behavior)) == (reason, reason)


@pytest.mark.parametrize(
    ("behavior", "reason"),
    [
        (refuse(500), "server-refused"),
        (Connection.reset, "connection-reset"),
        (drip_the_body, "transfer-stalled"),
        (promise_more_than_is_sent, "answer-too-short"),
        (small_page, "answer-too-short"),
        (short_chunks, "answer-too-short"),
        (broken_chunks, "not-http"),
    ],
)
def test_a_server_that_misbehaves_when_data_is_fetched(
    behavior: Callable[[Connection], None], reason: str
) -> None:
    assert against(in_download(behavior)) == (reason, None)


@pytest.mark.parametrize(
    ("behavior", "reason"),
    [
        (refuse_early, "server-refused"),
        (refuse_early_and_reset, "server-refused"),
        (Connection.reset, "connection-reset"),
    ],
)
def test_a_server_that_misbehaves_when_data_is_posted(
    behavior: Callable[[Connection], None], reason: str
) -> None:
    assert against(in_load(behavior)) == (None, reason)


def slowly(behavior: Callable[[Connection], None]) -> Behavior:
    def answer(connection: Connection, _: Request) -> None:
        connection.linger(0.3)
        behavior(connection)

    return answer


@pytest.mark.parametrize("answer", [refuse(200), refuse(404), redirect("/round-and-round")])
def test_a_server_that_is_slow_each_time_takes_no_longer_than_allowed(
    answer: Callable[[Connection], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "QUICK", replace(SHORT, connect_s=0.5))
    began_s = time.monotonic()
    assert against(slowly(answer)) == ("server-too-slow", "server-too-slow")
    assert time.monotonic() - began_s < 1.0


def test_more_data_than_promised_is_not_counted_as_an_answer() -> None:
    def lie(connection: Connection, request: Request) -> None:
        if request.method == "GET":
            connection.head(Content_Length=1_000_000)
            connection.stream(3_000_000)
        else:
            fine(connection, request)

    with HostileServer(lie) as server:
        assert reasons(run(f"{server.url}/file", "http"))[0] == "not-http"


def test_a_body_of_ten_gigabytes_ends_in_time_or_with_the_budget() -> None:
    def flood(connection: Connection) -> None:
        connection.head(Content_Length=10_000_000_000)
        connection.stream(10_000_000_000)

    with HostileServer(in_download(flood)) as server:
        outcome = run(server.url, budget=100)
    downloaded = next(one for one in outcome.measurements if one.id == "bandwidth.download")
    assert downloaded.conditions["ended_by"] in {"budget", "time"}  # whichever comes first here
    assert outcome.bytes_used < 1_000_000_000


def test_redirects_on_the_same_server_are_followed() -> None:
    def moved(connection: Connection, request: Request) -> None:
        if request.path.startswith("/new"):
            fine(connection, request)
        else:
            if "#" in request.path:
                connection.swallow(int(request.path.partition("#")[2]))
            connection.head(307, Location=f"/new{request.path}", Content_Length=0)

    assert against(moved) == (None, None)


def test_librespeed_below_backend_is_found() -> None:
    def below(connection: Connection, request: Request) -> None:
        if request.path.startswith("/backend/"):
            fine(connection, request)
        else:
            connection.head(404, Content_Length=0)

    assert against(below) == (None, None)


def test_a_server_on_loopback_is_known_to_be_this_computer() -> None:
    with HostileServer(fine) as server:
        outcome = run(server.url, budget=20)
    assert {one.conditions.get("scope") for one in outcome.measurements} == {"this-computer"}
    assert "measured-this-computer" in {one.code for one in outcome.findings}
    assert outcome.bytes_used < 60e6  # the budget counts for a server that only turned out so


def test_an_address_that_is_none_cannot_carry_commands_to_a_terminal() -> None:
    outcome = run("http://\x1b[2Jnowhere")
    assert reasons(outcome) == ("bad-server-address", "bad-server-address")
    assert outcome.not_measured[0].detail.isprintable()


def test_an_address_without_a_server_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    outcome = run(f"http://127.0.0.1:{port}")
    assert reasons(outcome) == ("connection-refused", "connection-refused")
    assert f"127.0.0.1:{port}" in outcome.not_measured[0].detail


def test_plain_http_where_tls_is_due_is_a_tls_failure() -> None:
    with HostileServer(fine) as server:
        outcome = run(server.url.replace("http:", "https:"))
    assert reasons(outcome)[0] in {"tls-failed", "connection-reset", "connect-timeout"}


def test_a_name_that_does_not_exist_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    monkeypatch.setattr("workspace_assistant.adapters.network.endpoint.has_route", lambda: True)
    assert reasons(run("http://nowhere.invalid"))[0] == "name-not-resolved"


def test_no_network_is_told_apart_from_a_wrong_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_AGAIN, "try again")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    monkeypatch.setattr("workspace_assistant.adapters.network.endpoint.has_route", lambda: False)
    assert reasons(run("http://nowhere.invalid"))[0] == "network-unreachable"


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.invalid",
        "http://",
        "http://user:word@example.invalid",
        "http://example.invalid:99999",
        "http://example.invalid:0",
        "http://example.invalid/a b",
        "http://example.invalid/\r\nX: y",
        "speed.example",
    ],
)
def test_addresses_that_are_none_are_refused_before_any_packet(url: str) -> None:
    assert reasons(run(url)) == ("bad-server-address", "bad-server-address")


def test_no_server_named_is_told() -> None:
    assert reasons(run("")) == ("no-server-named", "no-server-named")


@pytest.mark.parametrize("behavior", [fine, always(never_read), in_download(drip_the_body)])
@timed
def test_cancelling_is_noticed_within_a_tenth_of_a_second(behavior: Behavior) -> None:
    cancelled_at_s: list[float] = []

    def cancel_later(progress: Progress) -> None:
        if not cancelled_at_s:
            cancelled_at_s.append(0)
            threading.Timer(0.35, cancel).start()

    def cancel() -> None:
        cancelled_at_s[0] = time.monotonic()
        ctx.cancel()

    ctx = JobContext(cancel_later)
    with HostileServer(behavior) as server:
        with pytest.raises(JobCancelledError):
            run(server.url, ctx=ctx)
        took_s = time.monotonic() - cancelled_at_s[0]
    with on_time():
        assert took_s < 0.25  # 0.1 s, and room for a computer that is busy otherwise
