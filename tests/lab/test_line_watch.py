"""The watch over the line on a line that goes wrong: here, there, and altogether."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.lab.home_lab import SERVER, HomeLab, Network
from tests.lab.namespaces import missing
from tests.lab.peers import missing_peers, start_turn
from tests.quiet_computer import on_time, timed

pytestmark = [
    pytest.mark.lab,
    pytest.mark.skipif(bool(missing()), reason=missing()),
    pytest.mark.skipif(bool(missing_peers("turnserver")), reason=missing_peers("turnserver")),
]

RTT_MS = 30.0
_FOLDER = Path(__file__).parents[2]


def started(lab: HomeLab, duration_s: float, server: str = SERVER) -> subprocess.Popen[str]:
    watching = subprocess.Popen(
        [*lab.inside("client"), sys.executable, "-m", "tests.lab.line_watch_runner"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=_FOLDER,
    )
    assert watching.stdin is not None
    watching.stdin.write(json.dumps({"stun": [f"stun:{server}:3478"], "duration_s": duration_s}))
    watching.stdin.close()
    watching.stdin = None
    return watching


def found_by(watching: subprocess.Popen[str]) -> dict[str, Any]:
    told, _ = watching.communicate(timeout=60)
    found: dict[str, Any] = json.loads(told)
    return found


@timed
def test_what_goes_wrong_is_found_on_its_side_of_the_router(tmp_path: Path) -> None:
    with HomeLab(Network(rtt_ms=RTT_MS)) as lab:
        start_turn(lab, tmp_path)
        watching = started(lab, duration_s=52)
        time.sleep(10)
        lab.lose_before_the_server(90)
        time.sleep(9)
        lab.lose_before_the_server(0)
        time.sleep(19)  # 15 good seconds end an event
        lab.lose_at_home(99)
        time.sleep(8)
        lab.lose_at_home(0)
        found = found_by(watching)
    losses = [one for one in found["events"] if one["kind"] == "loss"]
    with on_time():  # they are told apart by the good seconds between them
        assert len(losses) == 2
    beyond, at_home = losses
    assert beyond["side"] == "beyond"
    assert beyond["gateway"]["lost"] == 0
    assert beyond["server"]["lost"] >= 0.6 * beyond["server"]["sent"]
    assert at_home["side"] == "home"
    assert at_home["gateway"]["lost"] >= 5
    delays = [one["server"][0] for one in found["seconds"] if one["server"]]
    answered = [one for one in delays if one is not None]
    assert all(one >= RTT_MS - 0.5 for one in answered)
    with on_time():
        assert sorted(answered)[len(answered) // 2] < RTT_MS + 5
        assert len(found["seconds"]) >= 48
    assert sum(one["server"]["sent"] for one in found["minutes"]) == len(delays)


@timed
def test_without_a_server_that_answers_only_the_router_is_watched(tmp_path: Path) -> None:
    with HomeLab(Network(rtt_ms=RTT_MS)) as lab:
        found = found_by(started(lab, duration_s=9, server="10.77.4.9"))
    assert [one for one in found["events"] if one["kind"] != "computer"] == []
    assert all(one["server"] is None for one in found["seconds"])
    with on_time():
        assert sum(one["gateway"] is not None for one in found["seconds"]) >= 4
