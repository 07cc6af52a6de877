"""Publishing to a real receiver of OTLP, and with a program that is killed at any instant."""

from __future__ import annotations

import random
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.fakes.collectors import Collector, collector
from tests.fakes.publishing import CTX, a_wifi_report
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.publishing import publishing_service
from workspace_assistant.core.publishing.fields import REPORT_EVENT, metric_names
from workspace_assistant.core.publishing.model import OF_REPORTS

pytestmark = pytest.mark.lab
_KILLS = 5
_REPORTS = 12


@contextmanager
def oteltap() -> Iterator[tuple[str, Callable[[str], bytes | None]]]:
    """Its address, and how to wait for the next log or metric."""
    from oteltap.oteltap_core import OtelTapCore, OtelTapFlags

    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    status, handle = OtelTapCore.oteltap_start_receiving_http_protobuf(
        port, OtelTapFlags.NONE, None, None, None
    )
    assert status >= 0

    def next_of(kind: str) -> bytes | None:
        data: bytes | None = getattr(OtelTapCore, f"oteltap_poll_{kind}")(handle, 10_000)[1]
        return data

    try:
        yield f"http://127.0.0.1:{port}", next_of
    finally:
        OtelTapCore.oteltap_stop_receiving(handle)


@pytest.mark.skipif(find_spec("oteltap") is None, reason="oteltap is not installed")
def test_a_receiver_of_somebody_else_reads_what_we_send(tmp_path: Path) -> None:
    from opentelemetry.proto.logs.v1.logs_pb2 import LogRecord
    from opentelemetry.proto.metrics.v1.metrics_pb2 import Metric

    reports = SqliteReportStore(Database(tmp_path / DATABASE_NAME))
    service = publishing_service(tmp_path)
    reports.add(a_wifi_report(1))
    with oteltap() as (url, next_of):
        service.agree(url, OF_REPORTS, "", CTX)
        reports.add(a_wifi_report(2))
        drafts = service.preview().drafts
        assert service.deliver(CTX).sent == len(drafts) == 2
        record = LogRecord.FromString(next_of("log") or b"")
        shown = drafts[1].document["resourceMetrics"][0]["scopeMetrics"][0]["metrics"]
        came = [Metric.FromString(next_of("metric") or b"") for _ in shown]
    assert record.event_name == REPORT_EVENT
    ids = [one for one in record.attributes if one.key == "workspace_assistant.report.id"]
    assert [one.value.string_value for one in ids] == ["report-0002"]
    assert {one.name: one.unit for one in came} == {one["name"]: one["unit"] for one in shown}
    assert {one.name for one in came} <= metric_names()


def keys(running: Collector) -> list[str]:
    return [one.headers["Idempotency-Key"] for one in running.came]


def test_a_program_that_is_killed_at_any_instant_loses_nothing(tmp_path: Path) -> None:
    """What it had sent and not noted comes again, the same to the byte: once for each kill."""
    reports = SqliteReportStore(Database(tmp_path / DATABASE_NAME))
    service = publishing_service(tmp_path)
    reports.add(a_wifi_report(0))
    words = [sys.executable, "-m", "workspace_assistant", "publish", "now"]
    random.seed(9)
    with collector() as running:
        service.agree(running.url, OF_REPORTS, "", CTX)
        for number in range(1, _REPORTS + 1):
            reports.add(a_wifi_report(number))
        for _ in range(_KILLS):
            before = len(running.came)
            program = subprocess.Popen(
                [*words, "--data-dir", str(tmp_path)],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            deadline_s = time.monotonic() + 20
            while len(running.came) == before and program.poll() is None:
                assert time.monotonic() < deadline_s
                time.sleep(0.001)
            time.sleep(random.uniform(0, 0.02))
            program.kill()
            program.wait()
        service.deliver(CTX, at_once=True)
    wanted = [
        f"report-{number:04d}-{signal}"
        for number in range(1, _REPORTS + 1)
        for signal in ("logs", "metrics")
    ]
    came = keys(running)
    assert list(dict.fromkeys(came)) == wanted
    assert len(came) - len(wanted) <= _KILLS
    assert len({(one.headers["Idempotency-Key"], one.body) for one in running.came}) == len(wanted)
    assert service.status().tally.waiting == 0
