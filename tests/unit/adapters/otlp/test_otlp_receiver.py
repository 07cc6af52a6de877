"""A collector over HTTP: what goes out, and every way in which nothing good comes back."""

from __future__ import annotations

import json
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceResponse
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import (
    ExportMetricsServiceResponse,
)

from tests.fakes import certificates
from tests.fakes.collectors import PROTOBUF, Answering, collector, raw_collector
from tests.fakes.publishing import CTX, a_wifi_report
from workspace_assistant.adapters.otlp.receiver import OtlpReceiver
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.publishing.model import Group, Message, Reply, Signal, Trouble
from workspace_assistant.core.publishing.payload import Sender, report_drafts
from workspace_assistant.core.publishing.ports import ReceiverError

GENEROUS_S = 30.0
SOON_S = 0.3


def messages() -> dict[Signal, Message]:
    sender = Sender(app_version="0.1.0", instance_id="instance", groups=frozenset(Group))
    return {
        one.signal: Message(
            number=number, report_id="id", signal=one.signal, document=json.dumps(one.document)
        )
        for number, one in enumerate(report_drafts(a_wifi_report(), sender))
    }


LOGS, METRICS = messages()[Signal.LOGS], messages()[Signal.METRICS]


def sent(
    url: str,
    message: Message = LOGS,
    within_s: float = GENEROUS_S,
    tls: Callable[[], ssl.SSLContext] | None = None,
) -> Reply:
    return OtlpReceiver("0.1.0", tls=tls, within_s=within_s).send(url, "token", message, CTX)


def trouble(
    url: str,
    within_s: float = GENEROUS_S,
    tls: Callable[[], ssl.SSLContext] | None = None,
) -> Trouble:
    with pytest.raises(ReceiverError) as caught:
        sent(url, LOGS, within_s, tls)
    return caught.value.trouble


def test_the_document_arrives_whole_in_the_binary_form() -> None:
    with collector() as running:
        assert sent(f"{running.url}/otlp", LOGS) == Reply(status=200)
        assert sent(running.url, METRICS) == Reply(status=200)
    logs, metrics = running.came
    assert (logs.path, metrics.path) == ("/otlp/v1/logs", "/v1/metrics")
    assert logs.headers["Content-Type"] == PROTOBUF
    assert logs.headers["Authorization"] == "Bearer token"
    assert logs.headers["Idempotency-Key"] == "id-logs"
    record = logs.logs.resource_logs[0].scope_logs[0].log_records[0]
    assert record.event_name == "workspace_assistant.readiness.report"
    assert record.time_unix_nano == int(a_wifi_report().finished_at.timestamp()) * 10**9
    found = {one.name: one for one in metrics.metrics.resource_metrics[0].scope_metrics[0].metrics}
    shown = json.loads(METRICS.document)["resourceMetrics"][0]["scopeMetrics"][0]["metrics"]
    assert {
        one["name"]: [each["asDouble"] for each in one["gauge"]["dataPoints"]] for one in shown
    } == {name: [each.as_double for each in one.gauge.data_points] for name, one in found.items()}


def test_every_try_is_the_same_to_the_byte_and_without_a_token_none_is_sent() -> None:
    with collector() as running:
        for _ in range(2):
            OtlpReceiver("0.1.0").send(running.url, "", METRICS, CTX)
    first, second = running.came
    assert first == replace(second)
    assert "Authorization" not in first.headers


def test_what_the_receiver_says_is_passed_on() -> None:
    with collector() as running:
        running.answering = Answering(429, {"Retry-After": "17"}, b"slow down")
        found = sent(running.url)
    assert (found.status, found.retry_after) == (429, "17")


@pytest.mark.parametrize("message", [LOGS, METRICS], ids=["logs", "metrics"])
def test_what_a_receiver_took_only_in_part_is_counted(message: Message) -> None:
    logs, metrics = ExportLogsServiceResponse(), ExportMetricsServiceResponse()
    logs.partial_success.rejected_log_records = 3
    metrics.partial_success.rejected_data_points = 3
    body = (logs if message is LOGS else metrics).SerializeToString()
    with collector() as running:
        running.answering.body = body
        assert sent(running.url, message) == Reply(status=200, rejected=3)


@pytest.mark.parametrize(
    "answering",
    [
        Answering(200, {"Content-Type": "text/html"}, b"<html>Please sign in</html>"),
        Answering(200, {"Content-Type": PROTOBUF}, b"\xff\xff\xff"),
    ],
)
def test_a_page_of_somebody_else_is_no_receipt(answering: Answering) -> None:
    with collector() as running:
        running.answering = answering
        assert sent(running.url).rejected is None


def test_no_redirect_is_followed() -> None:
    with collector() as elsewhere, collector() as running:
        running.answering = Answering(307, {"Location": f"{elsewhere.url}/v1/logs"})
        assert sent(running.url).status == 307
    assert elsewhere.came == []


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert trouble(f"http://127.0.0.1:{port}") is Trouble.UNREACHABLE


def silent(connection: socket.socket) -> None:
    connection.recv(1)
    threading.Event().wait(GENEROUS_S)


def dripping(connection: socket.socket) -> None:
    """One byte now and then: never late for one, always for the whole."""
    for _ in range(1000):
        connection.sendall(b"H")
        threading.Event().wait(0.02)


def hung_up(connection: socket.socket) -> None:
    connection.recv(65536)
    connection.close()


def cut_short(connection: socket.socket) -> None:
    connection.recv(65536)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
    connection.close()


def no_http(connection: socket.socket) -> None:
    connection.recv(65536)
    connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")
    connection.close()


def endless_header(connection: socket.socket) -> None:
    connection.recv(65536)
    connection.sendall(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n")
    connection.close()


@pytest.mark.parametrize(
    ("behave", "within_s", "wanted"),
    [
        (silent, SOON_S, {Trouble.NO_ANSWER}),
        (dripping, SOON_S, {Trouble.NO_ANSWER}),
        (hung_up, GENEROUS_S, {Trouble.NO_ANSWER, Trouble.UNREACHABLE}),  # as the kernel tells it
        (cut_short, GENEROUS_S, {Trouble.NO_ANSWER, Trouble.UNREACHABLE}),
        (no_http, GENEROUS_S, {Trouble.NOT_UNDERSTOOD, Trouble.UNREACHABLE}),
        (endless_header, GENEROUS_S, {Trouble.NOT_UNDERSTOOD, Trouble.UNREACHABLE}),
    ],
)
def test_a_receiver_that_is_half_there(
    behave: Callable[[socket.socket], None], within_s: float, wanted: set[Trouble]
) -> None:
    with raw_collector(behave) as url:
        assert trouble(url, within_s) in wanted


def test_a_job_that_is_stopped_waits_for_no_receiver() -> None:
    stopped = JobContext(lambda _: None)

    def stop(connection: socket.socket) -> None:
        stopped.cancel()
        silent(connection)

    with raw_collector(stop) as url, pytest.raises(JobCancelledError):
        OtlpReceiver("0.1.0").send(url, "", LOGS, stopped)


@pytest.mark.parametrize(
    ("days", "host"),
    [((-30, -1), "127.0.0.1"), ((1, 30), "127.0.0.1"), ((-1, 30), "collector.example")],
    ids=["expired", "not yet valid, or the clock is behind", "of another"],
)
def test_a_certificate_that_proves_nothing_ends_it(
    tmp_path: Path, days: tuple[float, float], host: str
) -> None:
    root = certificates.authority(days=(-60, 60))
    issued = certificates.server(root, host=host, days=days)
    with collector(issued.server_context(tmp_path)) as running:
        assert trouble(running.url, tls=root.trusting_context) is Trouble.NOT_TRUSTED
    assert running.came == []  # no token was told


def test_an_authority_that_this_computer_does_not_know_ends_it(tmp_path: Path) -> None:
    issued = certificates.server(certificates.authority())
    with collector(issued.server_context(tmp_path)) as running:
        assert trouble(running.url) is Trouble.NOT_TRUSTED  # by the system's own trust store
    assert running.came == []


def test_a_certificate_that_proves_it_lets_it_through(tmp_path: Path) -> None:
    root = certificates.authority()
    issued = certificates.server(root)
    with collector(issued.server_context(tmp_path)) as running:
        assert sent(running.url, tls=root.trusting_context) == Reply(status=200)
    assert running.came[0].headers["Authorization"] == "Bearer token"
