"""Ten thousand agents publish their reports to one receiver of OTLP: throughput, latency, loss.

Run ``python bench/fleet.py [--agents 10000] [--workers 4] [--restarts 3] [--rotel PATH]``. Each
agent has an id of its own and one report of two messages, which go the program's own way: from the
outbox in SQLite through a connection of its own. The agents of a worker share one database, and
wait 50 to 250 ms before a new try instead of 15 s and more, so that restarts take seconds.

Receivers: `oteltap`, whose records are counted as they come out of it, so that loss and doubles are
known; and `rotel-agent`, which is found where it is installed beside this Python or named by
``--rotel``, and throws away what it takes, so that only its receipts are counted. Restarts are by
SIGTERM and by SIGKILL: what a killed receiver had taken and not passed on is its own loss.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.fakes.publishing import HeldTokens, ScriptedWeeks, a_wifi_report
from workspace_assistant.adapters.otlp.receiver import OtlpReceiver
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.outbox import SqliteOutbox
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.publishing.model import OF_REPORTS, Consent, Message, Reply
from workspace_assistant.core.publishing.payload import Sender, report_drafts
from workspace_assistant.core.publishing.service import PublishingService

CTX = JobContext(lambda _: None)
REPORT_ID = "workspace_assistant.report.id"


@dataclass
class TimedReceiver:
    """Our own receiver port, with how long each answer took."""

    real: OtlpReceiver
    taken_s: list[float] = field(default_factory=list)
    failed: int = 0

    def send(self, url: str, token: str, message: Message, ctx: JobContext, /) -> Reply:
        started_s = time.perf_counter()
        try:
            reply = self.real.send(url, token, message, ctx)
        except Exception:
            self.failed += 1
            raise
        self.taken_s.append(time.perf_counter() - started_s)
        return reply


@contextmanager
def _always() -> Iterator[bool]:
    yield True


def work(url: str, agents: int, folder: Path) -> None:
    """One worker: fills its outbox, says that it is ready, sends until nothing waits."""
    outbox = SqliteOutbox(Database(folder / "data.sqlite3"), most=10 * agents)
    consent = Consent(
        url=url,
        groups=OF_REPORTS,
        has_token=False,
        instance_id=str(uuid4()),
        given_at=datetime.now(UTC),
    )
    outbox.begin(consent, keeps_waiting=False)
    ids = []
    for _ in range(agents):
        report = replace(a_wifi_report(), id=str(uuid4()), finished_at=datetime.now(UTC))
        sender = Sender(app_version="bench", instance_id=str(uuid4()), groups=OF_REPORTS)
        outbox.put(report.id, report_drafts(report, sender), report.finished_at)
        ids.append(report.id)
    receiver = TimedReceiver(OtlpReceiver("bench", within_s=5))
    service = PublishingService(
        outbox=outbox,
        receiver=receiver,
        tokens=HeldTokens(),
        weeks=ScriptedWeeks(),
        turn=_always,
        now=lambda: datetime.now(UTC),
        steady_s=time.monotonic,
        jitter=random.random,
        new_id=lambda: str(uuid4()),
        app_version="bench",
    )
    print("ready", flush=True)
    sys.stdin.readline()
    started_s = time.monotonic()
    sent = 0
    while outbox.tally().waiting + outbox.tally().refused:
        sent += service.deliver(CTX, at_once=True).sent
        time.sleep(random.uniform(0.05, 0.25))
    found = {
        "sent": sent,
        "seconds": time.monotonic() - started_s,
        "failed": receiver.failed,
        "taken_s": receiver.taken_s,
        "ids": ids,
    }
    print(json.dumps(found), flush=True)


def receive(port: int, file: Path) -> None:
    """`oteltap` as a process: writes the id of each report, and a dot for each metric."""
    from opentelemetry.proto.logs.v1.logs_pb2 import LogRecord
    from oteltap.oteltap_core import OtelTapCore, OtelTapFlags

    stopping = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stopping.set())
    status, handle = OtelTapCore.oteltap_start_receiving_http_protobuf(
        port, OtelTapFlags.NONE, None, None, None
    )
    if status < 0:
        raise SystemExit(f"oteltap: {status}")

    def metrics() -> None:
        while OtelTapCore.oteltap_poll_metric(handle, 200)[1] or not stopping.is_set():
            pass

    other = threading.Thread(target=metrics)
    other.start()
    with file.open("a", encoding="utf-8") as out:
        while True:
            data = OtelTapCore.oteltap_poll_log(handle, 200)[1]
            if data is not None:
                record = LogRecord.FromString(data)
                ids = [one.value.string_value for one in record.attributes if one.key == REPORT_ID]
                out.write("".join(f"{one}\n" for one in ids))
                out.flush()
            elif stopping.is_set():
                break
    other.join()
    OtelTapCore.oteltap_stop_receiving(handle)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])


def wait_for(port: int) -> None:
    deadline_s = time.monotonic() + 20
    while time.monotonic() < deadline_s:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise SystemExit("the receiver does not listen")


def rotel_words(agent: str, port: int) -> list[str]:
    grpc = f"127.0.0.1:{free_port()}"
    http = f"127.0.0.1:{port}"
    words = ["start", "--otlp-http-endpoint", http, "--otlp-grpc-endpoint", grpc]
    return [agent, *words, "--exporter", "blackhole"]


def run(name: str, words: Sequence[str], port: int, options: argparse.Namespace) -> list[str]:
    """One row: *name* says the restarts as well."""
    how = signal.SIGKILL if "KILL" in name else signal.SIGTERM
    restarts = options.restarts if "SIG" in name else 0
    with tempfile.TemporaryDirectory() as folder:
        arrived = Path(folder) / "arrived"
        arrived.touch()
        command = [word.replace("ARRIVED", str(arrived)) for word in words]

        def start() -> subprocess.Popen[bytes]:
            one = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            wait_for(port)
            return one

        receiver = start()
        workers = []
        for number in range(options.workers):
            place = Path(folder) / f"worker-{number}"
            place.mkdir()
            mine = [f"http://127.0.0.1:{port}", str(options.agents // options.workers), str(place)]
            workers.append(
                subprocess.Popen(
                    [sys.executable, __file__, "--work", *mine],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
            )
        for one in workers:
            assert one.stdout is not None
            one.stdout.readline()
        for one in workers:
            assert one.stdin is not None
            one.stdin.write("go\n")
            one.stdin.flush()
        for _ in range(restarts):
            time.sleep(options.between)
            receiver.send_signal(how)
            receiver.wait()
            time.sleep(0.3)
            receiver = start()
        found = [json.loads(one.communicate()[0]) for one in workers]
        receiver.terminate()
        receiver.wait()
        return row(name, found, arrived.read_text(encoding="utf-8").split())


def row(name: str, found: Sequence[dict[str, object]], arrived: Sequence[str]) -> list[str]:
    wanted = [each for one in found for each in one["ids"]]  # type: ignore[attr-defined] # ours
    taken_ms = sorted(1000 * each for one in found for each in one["taken_s"])  # type: ignore[attr-defined] # ours
    sent = sum(int(str(one["sent"])) for one in found)
    slowest_s = max(float(str(one["seconds"])) for one in found)
    counts = Counter(arrived)
    doubles = sum(each - 1 for each in counts.values())
    known = "-" if not arrived else f"{len(wanted) - len(counts)} of {len(wanted)}"
    return [
        name,
        f"{len(wanted)}",
        f"{sent}",
        f"{sent / slowest_s:.0f}",
        f"{statistics.median(taken_ms):.1f}",
        f"{taken_ms[int(len(taken_ms) * 0.99)]:.1f}",
        f"{sum(int(str(one['failed'])) for one in found)}",
        known,
        "-" if not arrived else f"{doubles}",
    ]


def main() -> None:
    options = arguments()
    receivers: list[tuple[str, list[str], int]] = []
    if find_spec("oteltap"):
        port = free_port()
        words = [sys.executable, __file__, "--receive", str(port), "ARRIVED"]
        receivers += [(f"oteltap{more}", words, port) for more in ("", ", SIGTERM", ", SIGKILL")]
    if options.rotel:
        port = free_port()
        words = rotel_words(options.rotel, port)
        receivers += [(f"rotel{more}", words, port) for more in ("", ", SIGTERM", ", SIGKILL")]
    print(f"{options.workers} workers, {os.cpu_count()} processors, {options.restarts} restarts")
    head = "receiver|reports|receipts|receipts/s|median ms|p99 ms|failed tries|lost|twice"
    print(f"| {head.replace('|', ' | ')} |")
    print(f"|{'---|' * len(head.split('|'))}")
    for name, words, port in receivers:
        if options.only not in name:
            continue
        print(f"| {' | '.join(run(name, words, port, options))} |", flush=True)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--agents", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--restarts", type=int, default=3)
    parser.add_argument("--between", type=float, default=2.0, help="seconds between restarts")
    parser.add_argument("--only", default="", help="rows with this in their name")
    parser.add_argument("--rotel", default=_rotel(), help="the program rotel-agent")
    return parser.parse_args()


def _rotel() -> str:
    found = find_spec("rotel")
    agent = Path(found.origin).parent / "rotel-agent" if found and found.origin else None
    return str(agent) if agent and agent.is_file() else ""


if __name__ == "__main__":
    if sys.argv[1:2] == ["--work"]:
        work(sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
    elif sys.argv[1:2] == ["--receive"]:
        receive(int(sys.argv[2]), Path(sys.argv[3]))
    else:
        main()
