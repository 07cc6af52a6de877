"""Voice path, connection and systems through the command line, on a computer all by itself."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.program import command, environment, run
from tests.e2e.test_no_network import SWALLOWED, isolated
from tests.quiet_computer import on_time, timed

SECRET = "only-for-the-relay"
PORT = 8989
PROFILE = f"""
schema = 1
name = "Loopback"
[voice_path]
required = true
stun = ["stun:127.0.0.1:{PORT}"]
{{relay}}
[connection]
required = true
[[endpoints]]
name = "web"
url = "http://127.0.0.1:{PORT}/empty.php"
[[endpoints]]
name = "stun"
url = "stun:127.0.0.1:{PORT}"
"""
RELAY = f"""
turn = ["turn:127.0.0.1:{PORT}?transport=udp"]
turn_username = "agent"
"""
# The target ends with the process namespace, whose first process the program becomes.
BESIDE_A_TARGET = (
    f'ip link set lo up; "{sys.executable}" -m workspace_assistant target --port {PORT} 2>&- & '
    f"until (exec 3<>/dev/tcp/127.0.0.1/{PORT}) 2>&-; do sleep 0.1; done; "
    'exec "$@"'
)
NEW = "voice-path,connection,endpoints"


def beside_a_target() -> Sequence[str]:
    """Runs what follows in namespaces of its own, with a measurement target on loopback."""
    alone = ["unshare", "--net", "--pid", "--fork", "--kill-child", "--mount-proc"]
    if os.geteuid() != 0 or not shutil.which("unshare") or not shutil.which("ip"):
        pytest.skip("needs root, unshare and ip to take the network away")
    if subprocess.call([*alone, "true"], stderr=subprocess.DEVNULL):
        pytest.skip("namespaces are not permitted here")
    return [*alone, "bash", "-c", BESIDE_A_TARGET, "bash"]


def profile(folder: Path, relay: str = "") -> str:
    path = folder / "loopback.toml"
    path.write_text(PROFILE.format(relay=relay))
    return str(path)


def by_id(document: Any) -> dict[str, Any]:
    return {check["id"]: check for check in document["checks"]}


def folder_content(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.mark.lab
@timed
def test_the_new_checks_measure_what_the_profile_names(tmp_path: Path) -> None:
    arguments = ("check", "--profile", profile(tmp_path), "--only", NEW, "--json")
    answer = run(tmp_path / "data", *arguments, prefix=beside_a_target())
    checks = by_id(answer.document())
    with on_time():
        assert {check_id: check["verdict"] for check_id, check in checks.items()} == {
            "connection": "not-ready",  # there is no network around loopback
            "voice-path": "ready",
            "endpoints": "ready",
        }
    assert answer.code == 20
    voice = {entry["id"]: entry for entry in checks["voice-path"]["measurements"]}
    with on_time():
        assert voice["voice.rtt"]["value"] < 20
    assert voice["voice.rtt"]["conditions"]["scope"] == "this-computer"
    systems = {entry["id"] for entry in checks["endpoints"]["measurements"]}
    assert systems >= {"endpoint.web.http", "endpoint.stun.stun"}


@pytest.mark.lab
def test_the_password_is_used_and_shown_nowhere(tmp_path: Path) -> None:
    report, data = tmp_path / "report.html", tmp_path / "data"
    arguments = (
        *("check", "--profile", profile(tmp_path, RELAY), "--only", "voice-path", "--json"),
        *("--turn-password-stdin", "--report", str(report)),
    )
    done = subprocess.run(
        [*beside_a_target(), *command(*arguments)],
        env=environment(data),
        input=f"{SECRET}\n",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "could not set up a relay" in done.stdout  # a target that is none was asked for one
    assert report.exists()
    assert SECRET not in done.stdout + done.stderr
    assert SECRET.encode() not in folder_content(data) + report.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("check", "--quick", "--long"), "not allowed with argument"),
        (("check", "--turn-password-stdin"), "no password was given on standard input"),
        (("profile", "turn-password", "--forget"), "names no TURN server with a user name"),
        (("profile", "turn-password"), "names no TURN server with a user name"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_exit_2(
    tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    answer = run(tmp_path, *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert sentence in answer.err


def test_the_help_names_every_check(tmp_path: Path) -> None:
    said = run(tmp_path, "check", "--help").out
    for check_id in ("computer", "microphone", "bandwidth", *NEW.split(",")):
        assert check_id in said


SNIFF = """
import json, socket, subprocess, sys
link = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x0800))
link.bind(("out1", 0x0800))
link.settimeout(0.05)
goals, program = set(), subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
while program.poll() is None:
    try:
        goals.add(socket.inet_ntoa(link.recv(2000)[30:34]))
    except TimeoutError:
        pass
print(json.dumps(sorted(goals)))
"""


@pytest.mark.lab
def test_the_shipped_profile_asks_nobody_but_router_and_name_servers(tmp_path: Path) -> None:
    words = ["check", "--only", "connection", "--json"]
    done = subprocess.run(
        [*isolated(SWALLOWED), sys.executable, "-c", SNIFF, *command(*words)],
        env=environment(tmp_path),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    resolvers = re.findall(
        r"^nameserver\s+(\S+)", Path("/etc/resolv.conf").read_text(), re.MULTILINE
    )
    goals = set(json.loads(done.stdout))
    assert "10.77.90.1" in goals
    assert goals <= {"10.77.90.1", *resolvers}
