"""The check on a computer whose network is missing or swallows everything."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.e2e.program import Answer, run
from tests.quiet_computer import on_time, timed

pytestmark = pytest.mark.lab

# A route into nothing: every packet leaves, none is answered, as behind a firewall that drops.
SWALLOWED = (
    "ip link set lo up; ip link add out0 type veth peer name out1; ip link set out0 up;"
    "ip link set out1 up; ip address add 10.77.90.2/24 dev out0;"
    "ip route add default via 10.77.90.1;"
    "ip neighbor add 10.77.90.1 lladdr 02:00:00:00:00:01 dev out0;"
)


def isolated(setup: str) -> Sequence[str]:
    """Runs what follows in a network namespace of its own. Nothing can leave this computer."""
    if os.geteuid() != 0 or not shutil.which("unshare") or not shutil.which("ip"):
        pytest.skip("needs root, unshare and ip to take the network away")
    prefix = ["unshare", "--net", "sh", "-c", f'{setup} exec "$@"', "sh"]
    if subprocess.call([*prefix, "true"], stderr=subprocess.DEVNULL):
        pytest.skip("network namespaces are not permitted here")
    return prefix


def bandwidth_reasons(answer: Answer) -> dict[str, str]:
    check = next(each for each in answer.document()["checks"] if each["id"] == "bandwidth")
    assert check["verdict"] == "not-tested"
    assert not check["findings"]
    return {entry["id"]: entry["reason"] for entry in check["not_measured"]}


@timed
def test_without_a_network_the_line_is_not_tested_and_says_so(tmp_path: Path) -> None:
    began_s = time.monotonic()
    answer = run(tmp_path, "check", "--only", "bandwidth", "--json", prefix=isolated(""))
    with on_time():
        assert time.monotonic() - began_s < 60
    assert answer.code == 30
    assert bandwidth_reasons(answer)["bandwidth.download"] == "network-unreachable"


@timed
def test_behind_a_firewall_that_drops_the_line_is_not_tested_in_bounded_time(
    tmp_path: Path,
) -> None:
    server = "http://10.77.91.9:8080"
    began_s = time.monotonic()
    answer = run(
        tmp_path,
        *("check", "--only", "bandwidth", "--json", "--server", server),
        prefix=isolated(SWALLOWED),
    )
    with on_time():
        assert time.monotonic() - began_s < 30
    assert answer.code == 30
    assert bandwidth_reasons(answer)["bandwidth.download"] == "connect-timeout"


@timed
def test_a_whole_check_without_anything_to_measure_is_bounded_and_never_ready(
    tmp_path: Path,
) -> None:
    began_s = time.monotonic()
    answer = run(tmp_path, "check", "--json", prefix=isolated(SWALLOWED))
    with on_time():
        assert time.monotonic() - began_s < 60
    assert answer.code in {20, 30}
    assert bandwidth_reasons(answer)
