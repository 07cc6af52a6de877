"""`schedule run` as the system's timer starts it: the whole way, to a notification on a real bus.

Without a network: nothing can leave this computer, and there is something to tell.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.e2e.program import Answer, run
from tests.lab.attending import planned
from tests.lab.desktop import missing_tools
from tests.lab.test_notifications import Desktop

_REASON = missing_tools("dbus-daemon", "gdbus", "unshare")
pytestmark = [pytest.mark.lab, pytest.mark.skipif(bool(_REASON), reason=_REASON or "complete")]


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    one = Desktop(tmp_path)
    one.start()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", one.address)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/none")
    try:
        yield one
    finally:
        one.stop()


def offline() -> Sequence[str]:
    alone = ["unshare", "--net"]
    if os.geteuid() != 0 or subprocess.call([*alone, "true"], stderr=subprocess.DEVNULL):
        pytest.skip("needs root and network namespaces to take the network away")
    return alone


def due_now(data: Path) -> None:
    planned(data, datetime.now(UTC) + timedelta(minutes=10), minutes_before=15)


def schedule_run(data: Path, *more: str) -> Answer:
    return run(data, "schedule", "run", "--json", *more, prefix=offline(), limit_s=110)


def told(answer: Answer) -> list[tuple[str, str]]:
    return [(one["outcome"], one["reason"]) for one in answer.document()["reminders"]]


def test_what_is_wrong_reaches_the_desktop_once_and_later_is_heard(
    desktop: Desktop, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    due_now(data)
    desktop.service()
    with ThreadPoolExecutor() as pool:
        running = pool.submit(schedule_run, data)
        while not running.done() and "check-now" not in desktop.notified():
            time.sleep(0.5)
        desktop.presses(1, "later")
        desktop.closes(1)
        answer = running.result()
    assert answer.code == 0
    assert told(answer) == [("shown", "confirmed-2-of-3")]
    assert answer.document()["reminders"][0]["title"] in desktop.notified()
    assert told(schedule_run(data, "--no-wait")) == []
    assert len(run(data, "history", "--json").document()["reports"]) == 1
    logged = run(data, "reminders", "--json").document()["reminders"]
    assert [one["reason"] for one in logged] == ["asked-later", "confirmed-2-of-3"]


def test_without_a_desktop_the_why_log_says_so(tmp_path: Path, desktop: Desktop) -> None:
    del desktop  # a bus, and nobody on it who shows notifications
    data = tmp_path / "data"
    due_now(data)
    answer = schedule_run(data)
    assert answer.code == 0
    assert told(answer) == [("failed", "no-notifications")]
