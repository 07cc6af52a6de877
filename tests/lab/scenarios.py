"""A home worker's whole check in a lab: the real command, against real servers, told apart by name.

An `Office` is a `HomeLab` with name service at home and the employer's servers behind the internet;
its `check` runs the command as a user of the client would, and reads the JSON that it prints.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.lab.home_lab import GATEWAY, SERVER, SERVER_2, SERVER_IPV6, HomeLab, Network
from tests.lab.namespaces import ROOT
from tests.lab.peers import (
    REALM,
    start_clock,
    start_names,
    start_turn,
    start_web,
    start_wrong_clock,
)
from tests.lab.peers_certificates import Authority, make_authority

VOICE, VOICE_2, WEB, TIME = (f"{name}.{REALM}" for name in ("voice", "voice-2", "crm", "time"))
WITHOUT_LOADS = "connection,voice-path,endpoints"
WITH_LOADS = f"{WITHOUT_LOADS},bandwidth"
NEEDED_PROGRAMS = ("turnserver", "nginx", "chronyd", "dnsmasq")

_PROFILE = """
schema = 1
name = "Lab"

[bandwidth]
provider = "librespeed"
server = "http://{web}/"
download_mbps = {{ ready = 3, caution = 1 }}
upload_mbps = {{ ready = 0.5, caution = 0.2 }}

[voice_path]
required = true
stun = ["stun:{voice}:3478", "stun:{voice_2}:3478"]

[connection]
required = true
time_server = "{time}"
portal_url = "http://{web}/generate_204"

[[endpoints]]
name = "customer-records"
url = "https://{web}/"

[[endpoints]]
name = "phone-signaling"
url = "tcp://{voice}:3478"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One run of the command: what it printed, and what it cost.

    Attributes:
        document: the report as the command writes it.
        wall_s: from start to end of the command.
        cpu_s: processor time of the command and all processes that it started.
    """

    document: Mapping[str, Any]
    wall_s: float
    cpu_s: float
    words: str = ""

    @property
    def verdict(self) -> str:
        return str(self.document["verdict"])

    @property
    def findings(self) -> dict[str, dict[str, Any]]:
        """By ``check:code``."""
        return {
            f"{check['id']}:{one['code']}": one
            for check in self.document["checks"]
            for one in check["findings"]
        }

    @property
    def codes(self) -> set[str]:
        return set(self.findings)

    @property
    def measured(self) -> dict[str, Any]:
        return {
            one["id"]: one["value"]
            for check in self.document["checks"]
            for one in check["measurements"]
        }

    @property
    def conditions(self) -> dict[str, dict[str, Any]]:
        """Of each measurement, by its id."""
        return {
            one["id"]: one["conditions"]
            for check in self.document["checks"]
            for one in check["measurements"]
        }

    def stream(self, phase: str) -> list[float | None]:
        """Round trips of the voice stream during a phase, in milliseconds; empty without one."""
        for check in self.document["checks"]:
            for series in check["series"]:
                for span in series["spans"]:
                    if (series["id"], span["name"]) == ("voice.stream", phase):
                        first, end = (
                            round(span[name] / series["step_s"]) for name in ("start_s", "end_s")
                        )
                        return list(series["values"][first:end])
        return []

    @property
    def not_measured(self) -> dict[str, str]:
        return {
            one["id"]: one["reason"]
            for check in self.document["checks"]
            for one in check["not_measured"]
        }

    @property
    def verdicts(self) -> dict[str, str]:
        return {check["id"]: check["verdict"] for check in self.document["checks"]}

    def __str__(self) -> str:
        """Everything a failed test needs to tell."""
        lines = [f"{self.verdict} {self.verdicts} {self.wall_s:.1f} s, cpu {self.cpu_s:.2f} s"]
        lines += [f"  {code}: {one['message']}" for code, one in self.findings.items()]
        lines += [f"  {name} = {value}" for name, value in self.measured.items()]
        lines += [f"  {name}: {reason}" for name, reason in self.not_measured.items()]
        return "\n".join([*lines, self.words])


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    lab: HomeLab
    folder: Path
    authority: Authority
    profile: Path

    def radio(self, settings: str) -> None:
        """Spoil the Wi-Fi; the network must have one."""
        assert self.lab.radio is not None
        self.lab.radio.set(settings)

    def check(self, only: str = WITHOUT_LOADS, *more: str) -> Report:
        """Run the command in the client's namespace to its end."""
        command = [
            *self.lab.inside("client"),
            *(sys.executable, "-m", "workspace_assistant", "check", "--json", "--no-save"),
            *("--profile", str(self.profile), "--data-dir", str(self.folder / "data")),
            *("--only", only, *more),
        ]
        environment = {
            **os.environ,
            "HOME": str(self.folder),
            "SSL_CERT_FILE": str(self.authority.root),
            "SSL_CERT_DIR": str(self.folder / "no-certificates"),
        }
        out, err = self.folder / "report.json", self.folder / "report.err"
        began_s = time.monotonic()
        with out.open("w") as stdout, err.open("w") as stderr:
            process = subprocess.Popen(
                command,
                stdout=stdout,
                stderr=stderr,
                stdin=subprocess.DEVNULL,
                env=environment,
                cwd=ROOT,
            )
            cpu_s = _end(process, within_s=120)
        text = out.read_text()
        if not text:
            raise AssertionError(f"the command said nothing but: {err.read_text()}")
        return Report(
            document=json.loads(text),
            wall_s=time.monotonic() - began_s,
            cpu_s=cpu_s,
            words=err.read_text(),
        )


@contextmanager
def open_office(
    folder: Path,
    network: Network | None = None,
    *,
    clock_offset_s: float = 0,
    employer_has_ipv6: bool = False,
) -> Iterator[Office]:
    """The lab with all its servers, ready to be spoiled and checked."""
    network = network or Network()
    addresses: tuple[str, ...] = (SERVER, SERVER_IPV6) if employer_has_ipv6 else (SERVER,)
    records = dict.fromkeys((VOICE, WEB, TIME), addresses) | {VOICE_2: (SERVER_2,)}
    authority = make_authority(folder, (WEB, VOICE))
    profile = folder / "profile.toml"
    profile.write_text(_PROFILE.format(voice=VOICE, voice_2=VOICE_2, web=WEB, time=TIME))
    with HomeLab(network) as lab:
        more = (SERVER_2, SERVER_IPV6) if network.has_ipv6 else (SERVER_2,)
        start_turn(lab, folder, *more)
        start_web(lab, folder, authority)
        start_names(lab, folder, records, GATEWAY if network.has_ipv4 else "fd77:1::1")
        if clock_offset_s:
            start_wrong_clock(lab, clock_offset_s)
        else:
            start_clock(lab, folder)
        yield Office(lab=lab, folder=folder, authority=authority, profile=profile)


def _end(process: subprocess.Popen[bytes], within_s: float) -> float:
    """Wait for its end; returns the processor time of it and of all that it waited for itself."""
    deadline_s = time.monotonic() + within_s
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return usage.ru_utime + usage.ru_stime
        if time.monotonic() > deadline_s:
            process.kill()
        time.sleep(0.05)
